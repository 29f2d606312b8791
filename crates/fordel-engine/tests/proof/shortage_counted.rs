//! The traffic light on an evening that is counted by hand: what is handed over, waits and is left out, courses, the ward's
//! rules, and what is over while the shift is running.

use std::collections::BTreeMap;

use fordel_core::check::shortage::flaws;
use fordel_core::plan::{Heads, Placed, Plan, Status};
use fordel_core::shortage::asked::Moment;
use fordel_core::shortage::rules::{Within, Yields};
use fordel_core::shortage::{Answer, Fate, Light, SLACK};
use fordel_core::time::{Clock, Day, DaySet, Window};
use fordel_core::ward::{Count, CourseId, GroupId, LineId, Priority, TaskLine, Timing, Ward};
use fordel_engine::shortage;

use crate::support::known;

/// A small evening, counted by hand: two nurses and a health worker from 15 to 22, four fifths of whose time is for tasks.
fn evening() -> (Ward, Plan) {
    let mut ward = known("liten");
    ward.intervals = fordel_core::time::Intervals::standard();
    ward.presence.clear();
    ward.certificates.clear();
    ward.settings.day_profile = None;
    let shift = |group: usize| fordel_core::ward::Shift {
        group: GroupId(group),
        name: "A".into(),
        window: Window { start: Clock(15 * 60), end: Clock(22 * 60) },
        days: DaySet::ALL,
        ..ward.shifts[0].clone()
    };
    let line = |row: u32, name: &str, cell: usize, minutes: f64, lowest: usize, priority: Priority| TaskLine {
        row,
        task_key: name.into(),
        name: name.into(),
        timing: Timing::Span { from: cell, to: cell + 1 },
        days: DaySet::ALL,
        count: Count::PerDay(1.0),
        minutes,
        minutes_by_group: BTreeMap::new(),
        people: 1,
        bound: false,
        flexible: false,
        lowest: GroupId(lowest),
        only: Vec::new(),
        pinned: None,
        training: Vec::new(),
        priority: Some(priority),
        ..ward.lines[0].clone()
    };
    let lines = vec![
        line(2, "Legemidler", 4, 300.0, 0, Priority::Red),
        line(3, "Stell", 4, 100.0, 1, Priority::Yellow),
        line(4, "Rydde", 3, 60.0, 1, Priority::Green),
    ];
    ward.shifts = vec![shift(0), shift(1)];
    ward.groups.iter_mut().for_each(|g| g.task_time = 0.8);
    let placed = |line: &TaskLine| {
        let parts = line.placements().into_iter();
        parts.map(|days| Placed::of(&ward, line, days, line.lowest)).collect::<Vec<_>>()
    };
    let placements = lines.iter().flat_map(placed).collect();
    let heads = |group: usize, heads: u32| {
        let group = ward.groups[group].code.clone();
        (1..=7).map(move |day| Heads { group: group.clone(), shift: "A".into(), day, heads }).collect::<Vec<_>>()
    };
    let staffing = [heads(0, 2), heads(1, 1)].concat();
    ward.lines = lines;
    (ward.clone(), Plan { status: Status::Feasible, placements, staffing, ..Plan::default() })
}

#[test]
fn an_evening_counted_by_hand() {
    let (ward, plan) = evening();
    let answer = |spl: u32, hfa: u32| {
        let moment = Moment::named(&ward, Day(5), "A").expect("an evening");
        let asked = moment.missing(&ward, &plan.staffing, &[(GroupId(0), spl), (GroupId(1), hfa)]).expect("heads");
        let answer = shortage(&ward, &plan, &asked);
        assert_eq!(flaws(&ward, &plan, &answer), [], "{answer:#?}");
        answer
    };
    let near = |told: f64, expected: f64| assert!((told - expected).abs() < SLACK, "{told} is not {expected}");
    let lights = |answer: &Answer| answer.intervals.iter().map(|i| i.light).collect::<Vec<_>>();
    assert_eq!(lights(&answer(0, 0)), [Light::Green; 3]);
    // One nurse has 240 × 0.8 = 192 minutes from 18 to 22 and 300 to do: 108 are lacking, which take 135 minutes of presence.
    let one = answer(1, 0);
    assert_eq!(lights(&one), [Light::Green, Light::Red, Light::Green]);
    near(one.sums.red, 108.0);
    assert!(one.sums.yellow < SLACK && one.sums.handed_over < SLACK);
    let hired: Vec<_> =
        one.hire.iter().map(|h| (h.group.0, h.stretch.start % 1440, h.stretch.minutes, h.heads)).collect();
    assert_eq!(hired, [(0, 18 * 60, 180, 1)]);
    // Without the health worker the nurses tidy before 18; then 384 minutes go to 300 and 84 of the care, and 16 wait.
    let other = answer(0, 1);
    assert_eq!(lights(&other), [Light::Green, Light::Yellow, Light::Green]);
    near(other.sums.yellow, 16.0);
    near(other.sums.handed_over, 144.0);
    // With one nurse alone the care waits; tidying is handed over.
    let both = answer(1, 1);
    assert_eq!(lights(&both), [Light::Green, Light::Red, Light::Green]);
    near(both.sums.red, 108.0);
    near(both.sums.yellow, 100.0);
    near(both.sums.handed_over, 60.0);
    // Nobody at all: all that can't wait is red, and the tidying is left out.
    let nobody = answer(2, 1);
    near(nobody.sums.red, 300.0);
    near(nobody.sums.green, 60.0);
    assert_eq!(lights(&nobody), [Light::Yellow, Light::Red, Light::Green]);
}

#[test]
fn of_an_interval_in_progress_what_the_planned_had_time_for_is_over() {
    let (mut ward, mut plan) = evening();
    let ask = |ward: &Ward, plan: &Plan, minutes: u32| {
        let moment = Moment::named(ward, Day(5), "A").expect("an evening").after(minutes);
        let asked = moment.missing(ward, &plan.staffing, &[(GroupId(0), 1)]).expect("heads");
        let answer = shortage(ward, plan, &asked);
        assert_eq!(flaws(ward, plan, &answer), [], "{answer:#?}");
        answer
    };
    let of = |answer: &Answer, line: usize| -> f64 {
        answer.pieces.iter().filter(|p| p.line == LineId(line)).map(|p| p.minutes).sum()
    };
    let hired = |answer: &Answer| -> Vec<(u32, u32)> {
        answer.hire.iter().map(|h| (h.stretch.start % 1440, h.stretch.minutes)).collect()
    };
    let near = |told: f64, expected: f64| assert!((told - expected).abs() < SLACK, "{told} is not {expected}");
    // At 16:00 a third of 15–18 is over: of 60 minutes of tidying 40 are left. What comes later is whole.
    let early = ask(&ward, &plan, 60);
    near(of(&early, 2), 40.0);
    near(early.sums.red, 108.0);
    // At 20:00 half of 18–22 is over: 150 of 300 minutes are left, and one nurse has 96 for them.
    let late = ask(&ward, &plan, 300);
    near(of(&late, 0), 150.0);
    near(late.sums.red, 54.0);
    assert_eq!((late.intervals.len(), hired(&late)), (2, vec![(20 * 60, 120)]));
    // At 21:30 an eighth is left: 37.5 minutes for 24.
    let last = ask(&ward, &plan, 390);
    near(last.sums.red, 13.5);
    assert_eq!(hired(&last), [(21 * 60 + 30, 30)]);
    // Those who go home early have done more of it: with another health worker from 15 to 16, half is left at 16:00.
    ward.shifts.push(fordel_core::ward::Shift {
        name: "K".into(),
        window: Window { start: Clock(15 * 60), end: Clock(16 * 60) },
        ..ward.shifts[1].clone()
    });
    let group = ward.groups[1].code.clone();
    plan.staffing.extend((1..=7).map(|day| Heads { group: group.clone(), shift: "K".into(), day, heads: 1 }));
    near(of(&ask(&ward, &plan, 60), 2), 30.0);
}

/// Nobody of a group who holds the course: handed over only as long as nobody's certificates are known.
#[test]
fn a_night_in_which_the_clock_is_changed_has_an_hour_more_or_less_to_work_in() {
    let (mut ward, mut plan) = evening();
    for shift in &mut ward.shifts {
        shift.name = "N".into();
        shift.window = Window { start: Clock(22 * 60), end: Clock(7 * 60) };
    }
    plan.staffing.iter_mut().for_each(|heads| heads.shift = "N".into());
    ward.lines[0].timing = Timing::Span { from: 5, to: 6 };
    ward.lines[0].minutes = 500.0;
    let timing = ward.timing_label(&ward.lines[0].timing);
    plan.placements.iter_mut().filter(|placed| placed.row == 2).for_each(|placed| placed.timing = timing.clone());
    // Red minutes that one nurse of two doesn't get done, asked so many minutes after 22.
    let lacking = |saturday: &str, over: u32| {
        let moment = Moment::named(&ward, Day(5), "N").expect("a night").on_date(saturday.parse().expect("a date"));
        let asked = moment.after(over).missing(&ward, &plan.staffing, &[(GroupId(0), 1)]).expect("heads");
        let answer = shortage(&ward, &plan, &asked);
        assert_eq!(flaws(&ward, &plan, &answer), [], "{answer:#?}");
        answer.sums.red
    };
    let near = |told: f64, expected: f64| assert!((told - expected).abs() < SLACK, "{told} is not {expected}");
    // Nine hours, ten and eight, of which four fifths are for 500 minutes.
    near(lacking("2026-10-17", 0), 500.0 - 432.0);
    near(lacking("2026-10-24", 0), 500.0 - 480.0);
    near(lacking("2027-03-27", 0), 500.0 - 384.0);
    // At one, six of nine hours are left, seven of ten and five of eight.
    near(lacking("2026-10-17", 180), 500.0 * 6.0 / 9.0 - 288.0);
    near(lacking("2026-10-24", 180), 500.0 * 7.0 / 10.0 - 336.0);
    near(lacking("2027-03-27", 180), 500.0 * 5.0 / 8.0 - 240.0);
}

#[test]
fn work_goes_only_to_those_who_hold_the_course_where_that_is_known() {
    let (mut ward, plan) = evening();
    ward.courses =
        vec![fordel_core::ward::Course { name: "stell".into(), hours: 1.0, fee_kr: 0.0, valid_months: Some(12) }];
    ward.lines[1].training = vec![(GroupId(0), CourseId(0))];
    let care_waits = |ward: &Ward| {
        let moment = Moment::named(ward, Day(5), "A").expect("an evening");
        let asked = moment.missing(ward, &plan.staffing, &[(GroupId(1), 1)]).expect("heads");
        let answer = shortage(ward, &plan, &asked);
        assert_eq!(flaws(ward, &plan, &answer), []);
        answer.sums.yellow
    };
    let certificate = |date: &str| fordel_core::ward::Certificate {
        employee: "s01".into(),
        group: GroupId(0),
        percent: None,
        course: CourseId(0),
        date: date.parse().expect("a date"),
        until: None,
        weekends: None,
    };
    ward.settings.plan_date = Some("2026-06-01".parse().expect("a date"));
    assert!((care_waits(&ward) - 16.0).abs() < SLACK);
    ward.certificates = vec![certificate("2025-05-31")];
    assert!((care_waits(&ward) - 100.0).abs() < SLACK, "the certificate ended the day before");
    ward.certificates = vec![certificate("2025-06-01")];
    assert!((care_waits(&ward) - 16.0).abs() < SLACK, "the certificate counts on its last day");
    // Whoever stands there without a course is known not to hold it.
    let person = fordel_core::ward::Person { employee: "s02".into(), group: GroupId(0), percent: None, weekends: None };
    (ward.certificates, ward.people) = (Vec::new(), vec![person]);
    assert!((care_waits(&ward) - 100.0).abs() < SLACK, "nobody holds it");
}

/// What the ward's settings let work do.
#[test]
fn settings_decide_what_yellow_and_green_work_may_do() {
    let (mut ward, plan) = evening();
    // Care planned from 15 to 18, when both nurses are taken; the health worker is missing.
    ward.lines[0].timing = Timing::Span { from: 3, to: 4 };
    ward.lines[1].timing = Timing::Span { from: 3, to: 4 };
    let ask = |ward: &Ward| {
        let moment = Moment::named(ward, Day(0), "A").expect("an evening");
        let asked = moment.missing(ward, &plan.staffing, &[(GroupId(1), 1)]).expect("heads");
        let answer = shortage(ward, &plan, &asked);
        assert_eq!(flaws(ward, &plan, &answer), []);
        (answer.light, [answer.sums.yellow, answer.sums.later, answer.sums.green].map(f64::round))
    };
    // 288 minutes from 15 to 18 for 300 red ones.
    assert_eq!(ask(&ward), (Light::Red, [100.0, 0.0, 60.0]));
    ward.lines[0].minutes = 200.0;
    assert_eq!(ask(&ward), (Light::Yellow, [12.0, 0.0, 60.0]));
    // What doesn't go into the 88 minutes that are left is done after 18: care, and so there is time to tidy.
    for within in [Within::Shift, Within::Day] {
        ward.settings.shortage.within = within;
        assert_eq!(ask(&ward), (Light::Yellow, [0.0, 72.0, 0.0]), "{within:?}");
    }
    ward.settings.shortage.yellow = Yields::LeftOut;
    let (light, sums) = ask(&ward);
    assert_eq!((light, sums[0]), (Light::Yellow, 12.0));
}

/// Two lines wait as long for the evening and the night: the one that is done at night on any day goes there.
#[test]
fn work_that_waits_goes_to_hours_at_which_its_line_is_done_where_all_else_is_the_same() {
    let (mut ward, mut plan) = evening();
    let night = Window { start: Clock(22 * 60), end: Clock(7 * 60) };
    let night = fordel_core::ward::Shift { name: "N".into(), window: night, ..ward.shifts[0].clone() };
    ward.shifts.push(night);
    let line = |row: u32, (from, to): (usize, usize), minutes: f64, priority: Priority| TaskLine {
        row,
        timing: Timing::Span { from, to },
        minutes,
        priority: Some(priority),
        ..ward.lines[0].clone()
    };
    // The one nurse who is left has 144 minutes from 15 to 18, 192 to 22 and 432 in the night. The fourth line lies from 15 to 7,
    // as the hours do: 60, 80 and 180 minutes.
    ward.lines = vec![
        line(2, (3, 4), 144.0, Priority::Red),
        line(3, (4, 5), 52.0, Priority::Red),
        line(4, (3, 4), 60.0, Priority::Yellow),
        line(5, (3, 6), 320.0, Priority::Yellow),
    ];
    let placed = |line: &TaskLine| {
        let parts = line.placements().into_iter();
        parts.map(|days| Placed::of(&ward, line, days, GroupId(0))).collect::<Vec<_>>()
    };
    plan.placements = ward.lines.iter().flat_map(placed).collect();
    let group = ward.groups[0].code.clone();
    plan.staffing.extend((1..=7).map(|day| Heads { group: group.clone(), shift: "N".into(), day, heads: 1 }));
    ward.settings.shortage.yellow = Yields::Waits;
    ward.settings.shortage.within = Within::Day;
    let moment = Moment::named(&ward, Day(0), "A").expect("an evening");
    let asked = moment.missing(&ward, &plan.staffing, &[(GroupId(0), 1)]).expect("heads");
    let answer = shortage(&ward, &plan, &asked);
    assert_eq!(flaws(&ward, &plan, &answer), [], "{answer:#?}");
    let done = |line: usize, own: usize, then: usize| -> f64 {
        let of = answer.pieces.iter().filter(|p| p.line == LineId(line) && p.cell.interval == own);
        let there = of.filter(|p| matches!(p.fate, Fate::Done { cell, .. } if cell.interval == then));
        there.map(|p| p.minutes).sum()
    };
    assert_eq!((answer.light, answer.sums.later.round()), (Light::Yellow, 120.0));
    for (minutes, expected) in
        [(done(2, 3, 4), 60.0), (done(2, 3, 5), 0.0), (done(3, 3, 5), 60.0), (done(3, 3, 4), 0.0)]
    {
        assert!((minutes - expected).abs() < SLACK, "{minutes} is not {expected}: {answer:#?}");
    }
}
