//! Simulated weeks against the traffic light's own optimisation: the same heads, the same work, the same sums and colours.

use fordel_core::check::shortage::flaws;
use fordel_core::plan::Plan;
use fordel_core::shortage::Light;
use fordel_core::shortage::asked::{Asked, Moment};
use fordel_core::shortage::relief;
use fordel_core::simulation::day::Desk;
use fordel_core::simulation::frame::Frame;
use fordel_core::simulation::variation::{Source, Still};
use fordel_core::simulation::week::Week;
use fordel_core::time::{DAY, Day, DaySet, Stretch};
use fordel_core::ward::{Count, Driver, DriverId, Goal, Ward};
use fordel_engine::shortage;

use crate::shortage::case;
use crate::support::wards::{SMALL, TINY};
use crate::support::{known, planned, request};

/// What was compared.
#[derive(Debug, Default)]
struct Compared {
    days: usize,
    cells: usize,
    lights: [usize; 3],
    /// Cells whose colour differs though all sums are the same: the optimisation had a choice.
    otherwise: usize,
    help: f64,
    hired: f64,
}

/// The ward as it was in a sampled week: each line comes by a driver of its own.
fn ward_of(frame: &Frame, week: &Week) -> Ward {
    let mut ward = frame.ward.clone();
    for (l, line) in ward.lines.iter_mut().enumerate().filter(|(_, l)| !l.bound) {
        let mut by_day = [0.0; 7];
        let own = frame.works.iter().zip(&week.scale).filter(|(w, _)| w.line.0 == l);
        own.for_each(|(w, scale)| by_day[usize::from(w.day.0)] = w.times * scale);
        line.count = Count::PerDriver(1.0, DriverId(ward.drivers.len()));
        ward.drivers.push(Driver { name: format!("linje {l}"), by_day });
    }
    ward
}

/// The traffic light's question of a whole day.
fn asked(ward: &Ward, day: Day) -> Asked {
    let stretch = Stretch { start: ward.intervals.get(0).on(day).start, minutes: DAY };
    let (holidays, weekend) = (DaySet::NONE, DaySet::WEEKEND);
    let (name, shifts) = (String::new(), Vec::new());
    let moment = Moment { day, name, stretch, shifts, over: 0, holidays, weekend, changed: None };
    Asked { moment, absent: Vec::new() }
}

fn compare(ward: &Ward, plan: &Plan, seed: u64, weeks: std::ops::Range<u32>, still: &Still, all: &mut Compared) {
    let frame = Frame::new(ward, plan);
    let (mut week, mut desk) = (Week::new(&frame), Desk::default());
    for number in weeks {
        week.draw(&frame, seed, number, still);
        let as_it_was = ward_of(&frame, &week);
        let came = Plan { staffing: week.staffing(&frame), ..plan.clone() };
        for day in Day::all() {
            desk.live(&frame, &week, usize::from(day.0));
            let answer = shortage(&as_it_was, &came, &asked(ward, day));
            let at = format!("{} seed {seed} week {number} {day:?}", ward.unit);
            if number % 10 == 0 {
                let flaws = flaws(&as_it_was, &came, &answer);
                assert!(flaws.is_empty(), "{at}: {flaws:?}");
            }
            let own = [desk.sums.red, desk.sums.yellow, desk.sums.green, desk.sums.later];
            let best = [answer.sums.red, answer.sums.yellow, answer.sums.green, answer.sums.later];
            assert!(own.iter().zip(best).all(|(a, b)| (a - b).abs() < 0.01), "{at}: {own:?} against {best:?}");
            let worst = desk.lights.iter().max().copied().unwrap_or(Light::Green);
            assert_eq!(worst, answer.light, "{at}");
            let cells: Vec<_> = answer.intervals.iter().map(|i| i.cell).collect();
            assert_eq!(cells, frame.days[usize::from(day.0)].cells, "{at}");
            for (light, told) in desk.lights.iter().zip(&answer.intervals) {
                all.cells += 1;
                all.lights[*light as usize] += 1;
                all.otherwise += usize::from(*light != told.light);
            }
            let help: f64 = desk.help.iter().map(|h| h.hours).sum();
            assert_eq!(help > 0.0, worst == Light::Red, "{at}: {:?}", desk.help);
            all.help += help;
            all.hired += relief::hours(&answer.hire, &answer.asked.moment);
            all.days += 1;
        }
    }
}

#[test]
fn two_hundred_weeks_of_the_example_agree_with_the_optimisation() {
    let mut ward = known("medisinsk-sengepost");
    // All absence is felt, so that every colour comes often.
    ward.settings.variation.covered = 0.0;
    let mut wanted = request(&ward, &[(Goal::Cost, 0.01)]);
    wanted.gap = 0.05;
    let plan = planned(&ward, &wanted);
    let mut all = Compared::default();
    compare(&ward, &plan, 1, 0..200, &Still::default(), &mut all);
    assert_eq!(all.days, 1400);
    assert!(all.lights.iter().all(|n| *n > 100), "{all:?}");
    assert!(all.otherwise * 1000 < all.cells, "{all:?}");
    // Help by the minute is less than whole heads for whole hours, and not much less.
    assert!(all.help < all.hired && all.help > 0.95 * all.hired, "{all:?}");
}

#[test]
fn small_random_wards_agree_with_the_optimisation() {
    let mut all = Compared::default();
    for seed in 0..150 {
        let (mut ward, plan) = case(seed, &TINY);
        ward.settings.variation.covered = 0.0;
        compare(
            &ward,
            &plan,
            seed,
            0..2,
            &Still { sources: vec![Source::Counts, Source::Minutes], absence: None },
            &mut all,
        );
        // Work that varies: where a day holds all cells of each line.
        if ward.intervals.get(0).start.0 <= ward.intervals.get(ward.intervals.len() - 1).start.0 {
            compare(&ward, &plan, seed, 2..4, &Still::default(), &mut all);
        }
    }
    for seed in 0..30 {
        let (mut ward, plan) = case(seed, &SMALL);
        ward.settings.variation.covered = 0.0;
        compare(
            &ward,
            &plan,
            seed,
            0..1,
            &Still { sources: vec![Source::Counts, Source::Minutes], absence: None },
            &mut all,
        );
    }
    assert!(all.lights.iter().all(|n| *n > 300), "{all:?}");
    assert!(all.otherwise * 1000 < all.cells, "{all:?}");
}
