//! A ward of four tasks and three groups whose best plans are known.

use fordel_core::check::{check, measure, today};
use fordel_core::plan::{Comparison, Plan, Status};
use fordel_core::time::DaySet;
use fordel_core::ward::{Count, Course, CourseId, Goal, Group, Shift, TaskLine, Ward};

use crate::sample::{self, ASS, HFA, SPL, WEEKDAYS, WEEKEND, group, line, placed, presence, shift, started};

fn ward() -> Ward {
    let people = |code: &str, hourly_kr: f64, people: f64| Group {
        hourly_kr,
        weekly_hours: 35.5,
        absence: 0.1,
        holiday_weeks: 5.0,
        people: Some(people),
        scarce: code == "SPL",
        ..group(code)
    };
    let paid = |g, name, hours, paid_hours| Shift { paid_hours, max: 6, ..shift(g, name, hours) };
    let shifts = [SPL, HFA, ASS].into_iter().flat_map(|g| {
        [paid(g, "D", "07:00-15:00", 7.5), paid(g, "A", "15:00-22:00", 7.0), paid(g, "N", "22:00-07:00", 9.0)]
    });
    let times = |count: f64, line: TaskLine| TaskLine { count: Count::PerDay(count), today: Some(SPL), ..line };
    let serve = |row, interval| TaskLine {
        training: vec![(ASS, CourseId(0))],
        ..times(6.0, line(row, "Servere", interval, 5.0, ASS))
    };
    let lines = vec![
        times(6.0, line(2, "Stell", 0..1, 15.0, HFA)),
        times(6.0, line(3, "Medisiner", 0..1, 10.0, SPL)),
        times(6.0, line(4, "Medisiner", 4..5, 10.0, SPL)),
        serve(5, 0..1),
        serve(6, 2..3),
        serve(7, 4..5),
        times(12.0, line(8, "Tilsyn", 5..6, 10.0, HFA)),
    ];
    let groups = vec![people("SPL", 400.0, 12.0), people("HFA", 350.0, 6.0), people("ASS", 290.0, 3.0)];
    let mut ward = sample::ward(groups, shifts.collect(), lines);
    ward.presence = vec![presence(&[SPL], "SPL+", "00:00-24:00", DaySet::ALL, 1)];
    ward.courses = vec![Course { name: "mattrygghet".into(), hours: 2.0, fee_kr: 0.0, valid_months: Some(36) }];
    ward.staffing_today = vec![[0; 7]; ward.shifts.len()];
    ward.staffing_today[..3].copy_from_slice(&[[2; 7], [2; 7], [1; 7]]);
    ward
}

/// Each line on one group all week, rows 2 to 8, with the same heads every day.
fn plan(ward: &Ward, groups: [&str; 7], heads: &[(&str, &str, u32)]) -> Plan {
    let mut plan = sample::plan(ward, &[], &[]);
    for (row, group) in (2..).zip(groups) {
        plan.placements.extend([placed(ward, row, WEEKDAYS, group), placed(ward, row, WEEKEND, group)]);
    }
    plan.staffing = heads.iter().flat_map(|(group, shift, n)| started(group, shift, [*n; 7])).collect();
    plan
}

fn best(ward: &Ward) -> Plan {
    let heads = [("SPL", "D", 1), ("SPL", "A", 1), ("SPL", "N", 1), ("HFA", "D", 1)];
    plan(ward, ["HFA", "SPL", "SPL", "SPL", "HFA", "SPL", "SPL"], &heads)
}

fn comparison(ward: &Ward, plan: Plan, status: Status) -> Comparison {
    let training = measure(ward, &plan.placements, &plan.staffing).training;
    Comparison { status, training, placements: plan.placements, staffing: plan.staffing, ..Comparison::default() }
}

fn carried(ward: &Ward) -> Comparison {
    comparison(ward, plan(ward, ["SPL"; 7], &[("SPL", "D", 2), ("SPL", "A", 1), ("SPL", "N", 1)]), Status::Optimal)
}

fn rightmost_relaxed(ward: &Ward) -> Comparison {
    let heads = [("SPL", "D"), ("SPL", "A"), ("SPL", "N"), ("HFA", "D"), ("HFA", "N"), ("ASS", "D"), ("ASS", "A")]
        .map(|(group, shift)| (group, shift, 1));
    comparison(ward, plan(ward, ["HFA", "SPL", "SPL", "ASS", "ASS", "ASS", "HFA"], &heads), Status::Infeasible)
}

fn near(told: f64, known: f64) -> bool {
    (told - known).abs() < 0.005
}

#[test]
fn the_best_plan_costs_what_is_known_and_keeps_every_rule() {
    let ward = ward();
    let plan = best(&ward);
    let report = check(&ward, &plan);
    assert_eq!(report.broken, vec![]);
    assert!(near(report.recomputed.year_cost, 5_758_017.78), "{}", report.recomputed.year_cost);
    assert!(near(report.recomputed.goal(Goal::Overqualified), 2730.0));
    assert!(near(report.recomputed.goal(Goal::Changes), 840.0));
    assert_eq!(report.recomputed.goal(Goal::Spread), 5.0);
    assert_eq!(report.recomputed.goal(Goal::ScarceHours), 7.0 * (7.5 + 7.0 + 9.0));
    assert_eq!(report.recomputed.moves, 4);
}

#[test]
fn comparisons_cost_what_is_known() {
    let ward = ward();
    let cost = |c: &Comparison| measure(&ward, &c.placements, &c.staffing).year_cost;
    assert!(near(cost(&carried(&ward)), 5_919_217.78));
    assert!(near(cost(&rightmost_relaxed(&ward)), 9_401_556.00));
}

#[test]
fn the_known_comparisons_stand_beside_the_plan() {
    let ward = ward();
    let mut plan = best(&ward);
    plan.carried = Comparison { year_cost: Some(5_919_217.777_777_777), ..carried(&ward) };
    plan.rightmost = Comparison { relaxed_cost: Some(9_401_556.0), ..rightmost_relaxed(&ward) };
    assert_eq!(check(&ward, &plan).broken, vec![]);
    // Not relaxed: 3.51 årsverk of three assistants, who every third weekend are one head a day where two are needed.
    plan.rightmost.status = Status::Optimal;
    plan.rightmost.year_cost = plan.rightmost.relaxed_cost.take();
    let broken = check(&ward, &plan).broken;
    let told: Vec<_> = broken.iter().map(|b| (b.rule.as_str(), b.day, b.limit, (b.actual * 100.0).round())).collect();
    assert_eq!(
        told,
        [("people", None, 3.0, 351.0), ("weekends", Some(6), 1.0, 200.0), ("weekends", Some(7), 1.0, 200.0)]
    );
    assert!(broken.iter().all(|b| b.place == "rightmost!ASS"));
}

#[test]
fn today_is_one_evening_nurse_dearer_than_the_cheapest_staffing_for_it() {
    let ward = ward();
    let today = today(&ward);
    // 90 + 60 + 30 minutes of 192 at 07–09, 90 of 384 at 18–22, 120 of 432 at night: nothing is over.
    assert_eq!(today.overloaded, vec![]);
    // Twelve nurses every third weekend are four, and five start on a Saturday.
    let told: Vec<_> = today.broken.iter().map(|b| (b.rule.as_str(), b.day, b.limit, b.actual)).collect();
    assert_eq!(told, [("weekends", Some(6), 4.0, 5.0), ("weekends", Some(7), 4.0, 5.0)]);
    assert_eq!(today.training, vec![]);
    // The cheapest staffing that carries today's work has one nurse fewer in the evening.
    let one_evening = measure(&ward, &[], &started("SPL", "A", [1; 7])).year_cost;
    let carried = carried(&ward);
    let carried_cost = measure(&ward, &carried.placements, &carried.staffing).year_cost;
    assert!(near(today.year_cost.expect("heads are told"), carried_cost + one_evening));
}
