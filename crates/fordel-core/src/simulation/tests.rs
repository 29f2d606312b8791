//! Simulated weeks against what can be computed by hand, and what must hold of them all.

use super::chance::{About, Key};
use super::day::Desk;
use super::frame::Frame;
use super::guide::{Guide, reds};
use super::reinforce;
use super::sources::Change;
use super::tally::{Share, Tally};
use super::variation::{Source, Still, Variation};
use super::week::{Week, chance_away};
use super::{BATCH, changed_weeks, red_weeks, simulate, weeks};
use crate::check::measure;
use crate::measure::sample;
use crate::plan::{Heads, Placed, Plan, Status};
use crate::shortage::Light;
use crate::shortage::rules::{Relief, Step};
use crate::time::{Clock, DaySet, Window};
use crate::ward::{Count, GroupId, Presence, Priority, TaskLine, Ward};

const WEEKS: u32 = 8_000;

/// Nurses alone, so many on an evening shift from 15 to 22, and nothing to do.
fn evening(heads: u32, absence: f64) -> (Ward, Plan) {
    let mut ward = sample::ward();
    ward.groups.truncate(1);
    ward.groups[0].absence = absence;
    ward.shifts.retain(|s| s.group == GroupId(0) && s.name == "A");
    ward.lines.clear();
    ward.settings.variation = Variation { illness_spread: 0.0, covered: 0.0, activity_spread: 0.0, minutes_range: 0.0 };
    let staffing = (1..=7).map(|day| Heads { group: "SPL".into(), shift: "A".into(), day, heads }).collect();
    let mut plan = Plan { status: Status::Feasible, staffing, ..Plan::default() };
    plan.placements = Vec::new();
    (ward, plan)
}

/// So many must be there from 15 to 22.
fn guarded(mut ward: Ward, count: u32) -> Ward {
    let window = Window { start: Clock(15 * 60), end: Clock(22 * 60) };
    ward.presence = vec![Presence {
        groups: vec![GroupId(0)],
        label: "SPL".into(),
        window,
        days: DaySet::ALL,
        count,
        course: None,
    }];
    ward
}

/// A red line in the evening, on nurses.
fn busy(mut ward: Ward, plan: Plan, count: Count, minutes: f64) -> (Ward, Plan) {
    let mut line = sample::line("Tilsyn", 4, "SPL", &ward);
    (line.count, line.minutes) = (count, minutes);
    ward.lines = vec![line];
    placed(ward, plan)
}

/// The plan with all lines on nurses.
fn placed(ward: Ward, mut plan: Plan) -> (Ward, Plan) {
    let of = |line| TaskLine::placements(line).into_iter().map(|days| Placed::of(&ward, line, days, GroupId(0)));
    plan.placements = ward.lines.iter().flat_map(of).collect();
    plan.workload = measure(&ward, &plan.placements, &plan.staffing).workload;
    (ward, plan)
}

fn choose(n: u32, k: u32) -> f64 {
    (0..k).map(|i| f64::from(n - i) / f64::from(i + 1)).product()
}

/// Within four and a half standard errors: once in a hundred thousand it would be further off by chance.
fn agrees(found: Share, expected: f64, draws: u64) {
    let error = (expected * (1.0 - expected) / draws as f64).sqrt().max(1.0 / draws as f64);
    assert!((found.share - expected).abs() < 4.5 * error, "{found:?} is not {expected}");
}

/// The day's red share of all days of all weeks, which are drawn on their own.
fn red_days(tally: &Tally) -> Share {
    let hits: f64 = tally.days().iter().map(|d| d[2].share * tally.weeks as f64).sum();
    Share::of(hits.round() as u64, 7 * tally.weeks)
}

#[test]
fn too_few_of_one_group_is_the_tail_of_the_binomial() {
    for (heads, count, absence) in [(1, 1, 0.1), (4, 4, 0.095), (4, 3, 0.095), (6, 4, 0.2), (9, 6, 0.3)] {
        let (ward, plan) = evening(heads, absence);
        let frame = Frame::new(&guarded(ward, count), &plan);
        let tally = simulate(&frame, 5, &Still::default(), WEEKS);
        let term = |j: u32| choose(heads, j) * (1.0 - absence).powi(j as i32) * f64::powi(absence, (heads - j) as i32);
        agrees(red_days(&tally), (0..count).map(term).sum(), 7 * tally.weeks);
        // Hours of help: each head that lacks, for seven hours, every day of the year's 364.
        let lacking: f64 = (0..count).map(|j| f64::from(count - j) * term(j)).sum();
        let hours = tally.hours();
        assert!((hours.mean - 364.0 * 7.0 * lacking).abs() < 4.5 * hours.error, "{hours:?} is not {lacking} a day");
    }
}

/// Kroner = hours × hourly cost × (the step's factor + evening and weekend of those hours): of a week's 49 hours 35 are after
/// 17 and 14 at the weekend.
#[test]
fn help_costs_its_hours_times_the_factor_and_the_supplements() {
    let (factors, evening_rate, weekend_rate) = ([1.5, 2.25], 0.28, 0.4);
    for (heads, count, absence) in [(1, 2, 0.0), (4, 4, 0.095), (6, 4, 0.2)] {
        let (mut ward, plan) = evening(heads, absence);
        let steps = [Relief::Overtime, Relief::Agency].into_iter().zip(factors);
        ward.settings.shortage.relief = steps.map(|(relief, factor)| Step { relief, factor }).collect();
        (ward.settings.evening_night_rate, ward.settings.weekend_rate) = (evening_rate, weekend_rate);
        ward.groups[0].hourly_kr = 431.0;
        let frame = Frame::new(&guarded(ward, count), &plan);
        let tally = simulate(&frame, 5, &Still::default(), WEEKS);
        let term = |j: u32| choose(heads, j) * (1.0 - absence).powi(j as i32) * f64::powi(absence, (heads - j) as i32);
        let lacking: f64 = (0..=heads.min(count)).map(|j| f64::from(count - j) * term(j)).sum();
        let told = tally.kroner(&frame);
        assert_eq!(told.iter().map(|(relief, _)| *relief).collect::<Vec<_>>(), [Relief::Overtime, Relief::Agency]);
        for ((_, kroner), factor) in told.iter().zip(factors) {
            let expected = 52.0 * lacking * 431.0 * (49.0 * factor + 35.0 * evening_rate + 14.0 * weekend_rate);
            let off = (kroner.mean - expected).abs();
            assert!(off <= 4.5 * kroner.error + 1e-6 * expected, "{kroner:?} is not {expected}");
        }
    }
}

/// With illness that all share the number away is a mixture of binomials, which has a sum of its own:
/// P(j of n away) = C(n,j) Σᵢ (−1)ⁱ C(j,i) (1 + (n−j+i) h s²)^(−1/s²).
#[test]
fn illness_that_all_share_is_the_mixture_in_closed_form() {
    let (heads, absence, spread) = (6_u32, 0.12_f64, 0.8_f64);
    let variance = spread * spread;
    let hazard = ((1.0 - absence).powf(-variance) - 1.0) / variance;
    let all_there = |n: f64| (1.0 + n * hazard * variance).powf(-1.0 / variance);
    let (mut ward, plan) = evening(heads, absence);
    ward.settings.variation.illness_spread = spread;
    let mean = |tally: &Tally| tally.away().mean / 7.0 / f64::from(heads);
    for count in [6, 5, 4] {
        let frame = Frame::new(&guarded(ward.clone(), count), &plan);
        let tally = simulate(&frame, 9, &Still::default(), 4 * WEEKS);
        let away = |j: u32| {
            let part = |i: u32| f64::powi(-1.0, i as i32) * choose(j, i) * all_there(f64::from(heads - j + i));
            choose(heads, j) * (0..=j).map(part).sum::<f64>()
        };
        // One day of each week: days of a week share its illness.
        agrees(tally.days()[2][2], (heads - count + 1..=heads).map(away).sum(), tally.weeks);
        assert!((mean(&tally) - absence).abs() < 4.5 * tally.away().error / 42.0, "{} away", mean(&tally));
        if count == 6 {
            // Nobody of 42 away in a whole week: far more often than if each fell ill alone.
            agrees(tally.week()[0], all_there(42.0), tally.weeks);
            assert!(tally.week()[0].low > 2.0 * (1.0 - absence).powi(42));
        }
        // Held still, each falls ill alone.
        let alone = simulate(&frame, 9, &Still::one(Source::Illness), WEEKS);
        let term = |j: u32| choose(heads, j) * f64::powi(absence, j as i32) * (1.0 - absence).powi((heads - j) as i32);
        agrees(red_days(&alone), (heads - count + 1..=heads).map(term).sum(), 7 * alone.weeks);
    }
    assert!((chance_away(0.12, 0.0, 3.0) - 0.12).abs() < 1e-15);
    assert_eq!(chance_away(0.0, 0.5, 3.0), 0.0);
}

/// Four hours of two nurses with four fifths of their time hold 38 times of ten minutes, and no more.
#[test]
fn too_much_work_is_the_tail_of_the_poisson() {
    for mean in [20.0, 30.0, 36.5] {
        let (ward, plan) = evening(2, 0.0);
        let (ward, plan) = busy(ward, plan, Count::PerDay(mean), 10.0);
        let frame = Frame::new(&ward, &plan);
        let tally = simulate(&frame, 3, &Still::default(), WEEKS);
        let mut term = f64::exp(-mean);
        let mut within = 0.0;
        for k in 0..=38 {
            within += term;
            term *= mean / f64::from(k + 1);
        }
        agrees(red_days(&tally), 1.0 - within, 7 * tally.weeks);
        let still = simulate(&frame, 3, &Still::one(Source::Counts), 20);
        assert_eq!(still.week()[0].share, 1.0);
    }
}

/// A driver that varies makes the number negative binomial: none with chance (1 + λ s²)^(−1/s²).
#[test]
fn activity_that_varies_makes_the_number_negative_binomial() {
    let (mut ward, plan) = evening(0, 0.0);
    ward.drivers = vec![crate::ward::Driver { name: "pasienter".into(), by_day: [10.0; 7] }];
    ward.settings.variation.activity_spread = 0.7;
    let (ward, plan) = busy(ward, plan, Count::PerDriver(0.2, crate::ward::DriverId(0)), 10.0);
    let tally = simulate(&Frame::new(&ward, &plan), 4, &Still::default(), WEEKS);
    agrees(red_days(&tally), 1.0 - f64::powf(1.0 + 2.0 * 0.49, -1.0 / 0.49), 7 * tally.weeks);
}

#[test]
fn nothing_that_varies_gives_the_plans_own_colours() {
    let (ward, plan) = evening(2, 0.3);
    let (mut ward, plan) = busy(ward, plan, Count::PerDay(38.0), 10.0);
    let calm = simulate(&Frame::new(&ward, &plan), 1, &Still::all(), 3);
    assert_eq!(calm.week()[0].share, 1.0);
    assert_eq!((calm.hours().mean, calm.away().mean, calm.minutes().mean), (0.0, 0.0, 7.0 * 380.0));
    // One time too many, and every evening is red, or yellow by its colour.
    ward.lines[0].count = Count::PerDay(39.0);
    for (priority, light) in [(Priority::Red, Light::Red), (Priority::Yellow, Light::Yellow)] {
        ward.lines[0].priority = Some(priority);
        let tally = simulate(&Frame::new(&ward, &plan), 1, &Still::all(), 2);
        assert_eq!(tally.week()[light as usize].share, 1.0, "{priority:?}");
    }
    // 6 minutes over: at four fifths of a nurse's time that is 7.5 minutes.
    ward.lines[0].priority = None;
    let tally = simulate(&Frame::new(&ward, &plan), 1, &Still::all(), 2);
    assert!((tally.hours().mean - 364.0 * 6.0 / 0.8 / 60.0).abs() < 1e-6, "{:?}", tally.hours());
}

#[test]
fn a_seed_repeats_and_batches_add_up() {
    let (mut ward, plan) = evening(5, 0.2);
    ward.settings.variation.illness_spread = 0.4;
    let (ward, plan) = busy(guarded(ward, 4), plan, Count::PerDay(60.0), 10.0);
    let frame = Frame::new(&ward, &plan);
    let all = simulate(&frame, 8, &Still::default(), 2 * BATCH + 17);
    assert_eq!(all, simulate(&frame, 8, &Still::default(), 2 * BATCH + 17));
    let mut apart = weeks(&frame, 8, &Still::default(), 0..BATCH);
    apart.add(&weeks(&frame, 8, &Still::default(), BATCH..2 * BATCH));
    apart.add(&weeks(&frame, 8, &Still::default(), 2 * BATCH..2 * BATCH + 17));
    assert_eq!(all.cells(&frame), apart.cells(&frame));
    assert_ne!(all, simulate(&frame, 7, &Still::default(), 2 * BATCH + 17));
}

/// The same draws for all the others, so that no colour of any day is worse, in any week.
#[test]
fn one_more_head_never_makes_a_day_worse() {
    let (mut ward, plan) = evening(4, 0.25);
    ward.settings.variation.illness_spread = 0.5;
    let (ward, plan) = busy(guarded(ward, 3), plan, Count::PerDay(55.0), 10.0);
    let frame = Frame::new(&ward, &plan);
    let mut heads = frame.heads.clone();
    heads[0].iter_mut().for_each(|n| *n += 1);
    let more = frame.with_heads(heads);
    let (mut week, mut other) = (Week::new(&frame), Week::new(&more));
    let (mut desk, mut helped) = (Desk::default(), Desk::default());
    let mut better = 0;
    for number in 0..400 {
        week.draw(&frame, 2, number, &Still::default());
        other.draw(&more, 2, number, &Still::default());
        assert_eq!(week.scale, other.scale);
        for day in 0..7 {
            assert!(other.heads[0][day] - week.heads[0][day] <= 1);
            desk.live(&frame, &week, day);
            helped.live(&more, &other, day);
            let pairs = desk.lights.iter().zip(&helped.lights);
            pairs.clone().for_each(|(a, b)| assert!(b <= a, "week {number} day {day}"));
            better += pairs.filter(|(a, b)| b < a).count();
        }
    }
    assert!(better > 200, "{better}");
}

#[test]
fn draws_of_different_things_have_nothing_to_do_with_each_other() {
    let key = Key::of_week(1, 1);
    let first = |key: Key, about, whose| key.stream(about, whose).share();
    let mut all: Vec<f64> = (0..500)
        .flat_map(|w| {
            [About::Illness, About::Head, About::Activity, About::Count, About::Minutes].map(|a| first(key, a, w))
        })
        .chain((0..500).map(|week| first(Key::of_week(1, week + 2), About::Head, 0)))
        .chain((0..500).map(|seed| first(Key::of_week(seed + 2, 1), About::Head, 0)))
        .collect();
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    assert!((mean - 0.5).abs() < 0.025, "{mean}");
    all.sort_by(f64::total_cmp);
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
}

/// Nurses in the evening who are too few now and then, with more work than they always can do.
pub(super) fn strained() -> Frame {
    let (mut ward, plan) = evening(5, 0.2);
    ward.settings.variation.illness_spread = 0.5;
    let (ward, plan) = busy(guarded(ward, 4), plan, Count::PerDay(60.0), 10.0);
    Frame::new(&ward, &plan)
}

#[test]
fn weeks_with_a_change_are_those_lived_with_it_from_the_start() {
    let frame = strained();
    let stills: Vec<Still> = Change::all(&frame).iter().map(Change::still).chain([Still::default()]).collect();
    let (all, changed) = changed_weeks(&frame, 6, &stills, 40..300);
    assert_eq!(all, weeks(&frame, 6, &Still::default(), 40..300));
    for (still, tally) in stills.iter().zip(&changed) {
        assert_eq!(*tally, weeks(&frame, 6, still, 40..300), "{still:?}");
    }
    assert!(changed.iter().any(|tally| *tally != all));
}

/// What the guide knows of red after steps taken and spared is what the whole model finds with those heads.
#[test]
fn the_guide_sees_the_red_that_the_whole_model_sees() {
    const SEEN: u32 = 600;
    let frame = strained();
    let mut guide = Guide::new(&frame, 3, SEEN);
    let agrees = |guide: &Guide| {
        let tally = simulate(&guide.frame, 3, &Still::default(), SEEN);
        for under in [0.001, 0.02, 0.1, 0.3] {
            let too_red: Vec<_> = tally.cells(&frame).into_iter().filter(|c| c.shares[2].high > under).collect();
            let mut seen = guide.too_red(under);
            seen.sort();
            let mut cells: Vec<_> = too_red.iter().map(|c| c.cell).collect();
            cells.sort();
            assert_eq!(seen, cells, "{under}");
        }
        tally.red_cells().mean
    };
    let mut red = agrees(&guide);
    for _ in 0..3 {
        let too_red = guide.too_red(0.001);
        let steps = reinforce::steps(&guide.frame, &too_red);
        let step = steps.into_iter().max_by(|a, b| guide.gain(a, 0.001).total_cmp(&guide.gain(b, 0.001)));
        guide.take(step.expect("a step that helps"));
        let now = agrees(&guide);
        assert!(now <= red, "{now} after {red}");
        red = now;
    }
    // Without them it is as red as it was.
    for step in std::mem::take(&mut guide.steps) {
        reinforce::change(&mut guide.frame, &step, -1);
    }
    assert_eq!(guide.frame.heads, frame.heads);
    // Weeks of which red alone is counted have each cell red as often as the whole model has.
    let (tally, counts) = (simulate(&frame, 3, &Still::default(), SEEN), reds(&frame, 3, [true; 7], 0..SEEN));
    let all = tally.cells(&frame);
    for (day, own) in frame.days.iter().zip(&counts) {
        for (cell, count) in day.cells.iter().zip(own) {
            let told = all.iter().find(|told| told.cell == *cell).expect("a cell of the week");
            assert_eq!(f64::from(*count), (told.shares[2].share * f64::from(SEEN)).round(), "{cell:?}");
        }
    }
    assert_eq!(reds(&frame, 3, [false; 7], 0..SEEN), counts.map(|day| vec![0; day.len()]));
}

/// Beside work of another colour, red is counted alone as it is with all the rest, and so is the help that it takes.
#[test]
fn weeks_of_red_alone_are_as_red_as_they_are() {
    let (mut ward, plan) = evening(5, 0.2);
    (ward.settings.variation.illness_spread, ward.settings.variation.minutes_range) = (0.5, 0.3);
    let (mut ward, plan) = busy(guarded(ward, 4), plan, Count::PerDay(60.0), 10.0);
    let yellow = TaskLine { priority: Some(Priority::Yellow), count: Count::PerDay(30.0), ..ward.lines[0].clone() };
    ward.lines.insert(0, yellow);
    let (ward, plan) = placed(ward, plan);
    let frame = Frame::new(&ward, &plan);
    let (all, red) = (weeks(&frame, 3, &Still::default(), 0..600), red_weeks(&frame, 3, 0..600));
    let of_red = |tally: &Tally| tally.cells(&frame).iter().map(|cell| cell.shares[2]).collect::<Vec<_>>();
    assert_eq!(of_red(&red), of_red(&all));
    assert_eq!((red.red_cells(), red.hours(), red.away()), (all.red_cells(), all.hours(), all.away()));
    assert!(all.hours().mean > 0.0 && all.yellow_cells().mean > 0.0, "{:?}", all.yellow_cells());
    assert_eq!(red.yellow_cells().mean, 0.0);
}
