//! Wards whose figures are known beforehand, found by other solvers and by hand.

use std::time::Duration;

use fordel_core::plan::{Conflict, Plan, Status, Why};
use fordel_core::ward::{Goal, Ward};
use fordel_engine::{Quiet, Request, why};

use crate::support::{agree, known, planned};

/// Everything told, within the usual gap.
fn told(ward: &Ward) -> Plan {
    planned(ward, &Request { time_limit: Duration::from_secs(120), ..Request::for_ward(ward) })
}

/// Cost alone, within the usual gap.
fn cheapest(ward: &Ward) -> Plan {
    planned(ward, &cost_alone(ward))
}

fn cost_alone(ward: &Ward) -> Request {
    Request {
        goals: vec![(Goal::Cost, 0.0)],
        time_limit: Duration::from_secs(120),
        beside: false,
        ..Request::for_ward(ward)
    }
}

/// Whether a proven value and the known optimum agree within the usual gap.
fn within_gap(value: Option<f64>, bound: Option<f64>, known: f64) -> bool {
    let found = value.is_some_and(|v| v >= known - 0.01 && v <= known * (1.0 + 1e-4));
    found && bound.is_some_and(|b| b <= known + 0.01 && b >= known * (1.0 - 1e-4))
}

fn exactly(value: Option<f64>, known: f64) -> bool {
    value.is_some_and(|v| (v - known).abs() < 0.01)
}

#[test]
fn liten_at_least_cost() {
    let plan = cheapest(&known("liten"));
    assert_eq!(plan.status, Status::Optimal);
    assert!(exactly(plan.year_cost, 5_758_017.78), "{:?}", plan.year_cost);
}

#[test]
fn liten_with_everything_told() {
    let ward = known("liten");
    let plan = told(&ward);
    assert_eq!(plan.status, Status::Optimal);
    let value = |goal: Goal| plan.goals.iter().find(|g| g.goal == goal).map(|g| g.value);
    assert!(exactly(value(Goal::Overqualified), 2_730.0), "{:?}", plan.goals);
    assert!(plan.year_cost.is_some_and(|cost| cost <= 5_758_017.78 * 1.01 + 0.01));
    assert!(plan.cheapest.as_ref().is_some_and(|c| exactly(Some(c.year_cost), 5_758_017.78)));
    assert!(exactly(plan.carried.year_cost, 5_919_217.78), "{:?}", plan.carried.year_cost);
    assert_eq!(plan.rightmost.status, Status::Infeasible);
    assert!(exactly(plan.rightmost.relaxed_cost, 9_401_556.0), "{:?}", plan.rightmost.relaxed_cost);
    // Three assistants who work every third weekend are one head a day; two shifts need one.
    let weekends = plan.rightmost.conflict.iter().find(|c| c.rule == "weekends").expect("the weekends are the reason");
    assert_eq!((weekends.group.as_deref(), weekends.value, weekends.least_change), (Some("ASS"), 3.0, Some(3.0)));
}

#[test]
fn liten_says_why_lines_stand_where_they_do() {
    let ward = known("liten");
    let request = cost_alone(&ward);
    let plan = planned(&ward, &request);
    let of = |task: &str, timing: &str, days: &[u8]| -> Why {
        let line = ward.lines.iter().find(|l| l.name == task && ward.timing_label(&l.timing) == timing);
        let row = line.unwrap_or_else(|| panic!("the ward has {task} {timing}")).row;
        let told = why(&ward, &request, &plan, row, &Quiet);
        told.into_iter().find(|w| w.days == days).expect("the placement has its reasons")
    };
    let costs = |why: &Why, group: &str, known: f64| {
        let other = why.others.iter().find(|o| o.group == group).expect("every other group is told");
        let cost = other.cost.as_ref().unwrap_or_else(|| panic!("{group} qualifies: {why:?}"));
        let (low, high) = (cost.low.expect("a proof"), cost.high.expect("a plan"));
        assert!(low <= known + 0.01 && high >= known - 0.01, "{group}: {low} … {high}, known {known}");
        // Two solves, each within 0.01 %.
        assert!(high - low <= 3.0 * 1e-4 * 6_000_000.0, "{group}: {low} … {high}");
    };
    let weekdays = [1, 2, 3, 4, 5];
    costs(&of("Stell", "07-09", &weekdays), "SPL", 108_333.33);
    costs(&of("Servere", "07-09", &weekdays), "ASS", 628_913.33);
    costs(&of("Servere", "12-15", &weekdays), "HFA", 0.0);
    let rounds = ward.lines.iter().find(|l| l.name.starts_with("Tilsyn")).expect("the ward has Tilsyn");
    costs(&of(&rounds.name, &ward.timing_label(&rounds.timing), &weekdays), "HFA", 1_167_631.11);
}

#[test]
fn umulig_says_what_is_missing() {
    let plan = told(&known("umulig"));
    assert_eq!((plan.status, plan.year_cost), (Status::Infeasible, None));
    let [first, second] = &plan.conflict[..] else { panic!("two demands: {:#?}", plan.conflict) };
    let of = |rule: &str| -> &Conflict { [first, second].into_iter().find(|c| c.rule == rule).expect(rule) };
    let positions = of("positions");
    assert_eq!((positions.place.as_str(), positions.value), ("Yrkesgrupper!H2", 8.0));
    assert!(positions.least_change.is_some_and(|c| (c - 3.3929).abs() < 1e-4), "{positions:?}");
    let presence = of("presence");
    assert_eq!((presence.value, presence.least_change), (2.0, Some(1.0)));
}

#[test]
fn regler_uses_nearly_every_rule() {
    let ward = known("regler");
    let alone = cheapest(&ward);
    assert_eq!(alone.status, Status::Optimal);
    assert!(within_gap(alone.year_cost, alone.bound, 16_428_735.60), "{:?}", alone.year_cost);
    let plan = told(&ward);
    assert_eq!(plan.status, Status::Optimal);
    assert!(exactly(plan.goals.get(1).map(|g| g.value), 9_942.0), "{:?}", plan.goals);
    assert!(within_gap(plan.carried.year_cost, plan.carried.bound, 18_592_433.47), "{:?}", plan.carried.year_cost);
    assert!(
        within_gap(plan.rightmost.year_cost, plan.rightmost.bound, 20_829_165.23),
        "{:?}",
        plan.rightmost.year_cost
    );
}

#[test]
fn regler_prices_its_courses() {
    let ward = known("regler");
    let mut left = vec![("HFA", 7_475.0), ("ASS", 1_740.0), ("ASS", 8_300.0)];
    // Every line on every group for which it needs a course.
    for (index, line) in ward.lines.iter().enumerate() {
        for (group, course) in &line.training {
            if !ward.order().qualified(line).contains(group) {
                continue;
            }
            let pins = vec![(fordel_core::ward::LineId(index), *group)];
            let plan = planned(&ward, &Request { pins, gap: 0.05, ..cost_alone(&ward) });
            let (code, name) = (&ward.group(*group).code, &ward.courses[course.0].name);
            let taken =
                plan.training.iter().find(|t| t.group == *code && t.course == *name).expect("the course is taken");
            left.retain(|(g, cost)| !(g == code && agree(*cost, taken.cost)));
        }
    }
    assert!(left.is_empty(), "no course costs {left:?}");
}

#[test]
fn bare_oppgaver_takes_the_default_ward() {
    let plan = cheapest(&known("bare-oppgaver"));
    assert!(within_gap(plan.year_cost, plan.bound, 13_498_978.83), "{:?} {:?}", plan.year_cost, plan.bound);
}

#[test]
fn medisin_dogn_is_never_proven_better_than_the_best_known_plan() {
    let ward = known("medisin-dogn");
    let plan = planned(&ward, &Request { time_limit: Duration::from_secs(6), ..cost_alone(&ward) });
    let best_known = 40_657_420.0;
    assert!(plan.bound.is_some_and(|bound| bound <= best_known + 0.5), "{:?}", plan.bound);
    // That plan is proven within 0.01 %.
    assert!(plan.year_cost.is_some_and(|cost| cost >= best_known * (1.0 - 1e-4)), "{:?}", plan.year_cost);
}
