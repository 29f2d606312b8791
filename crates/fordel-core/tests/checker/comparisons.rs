//! Carried and rightmost beside a plan keep the same rules, on their own placements and heads.

use fordel_core::check::{check, measure};
use fordel_core::plan::{Comparison, Plan, Status};
use fordel_core::ward::Ward;

use crate::sample::{ASS, HFA, SPL, WEEKDAYS, WEEKEND, place, small, staff};

/// Stell is done by nurses today, and stands on them in `carried`; `rightmost` is the plan itself.
fn beside() -> (Ward, Plan) {
    let (mut ward, mut plan) = small();
    ward.lines[0].today = Some(SPL);
    ward.lines[1].today = Some(ASS);
    let rightmost = plan.clone();
    let mut carried = plan.clone();
    place(&mut carried, 2, WEEKDAYS, "SPL");
    place(&mut carried, 2, WEEKEND, "SPL");
    staff(&mut carried, "HFA", "D", [0; 7]);
    plan.carried = comparison(&ward, carried);
    plan.rightmost = comparison(&ward, rightmost);
    (ward, plan)
}

fn comparison(ward: &Ward, plan: Plan) -> Comparison {
    let counted = measure(ward, &plan.placements, &plan.staffing);
    Comparison {
        status: Status::Optimal,
        year_cost: Some(counted.year_cost),
        bound: Some(counted.year_cost),
        groups: counted.groups,
        training: counted.training,
        placements: plan.placements,
        staffing: plan.staffing,
        ..Comparison::default()
    }
}

fn broken(ward: &Ward, plan: &Plan) -> Vec<String> {
    check(ward, plan).broken.into_iter().map(|b| format!("{} {}", b.rule, b.place)).collect()
}

#[test]
fn comparisons_that_hold_are_accepted() {
    let (ward, plan) = beside();
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
}

#[test]
fn carried_moves_nothing_from_a_group_that_qualifies() {
    let (mut ward, mut plan) = beside();
    plan.carried = plan.rightmost.clone();
    assert_eq!(broken(&ward, &plan), ["max_moves carried!max_moves"]);
    ward.lines[0].today = None;
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
}

#[test]
fn rightmost_stands_on_the_lowest_group() {
    let (ward, mut plan) = beside();
    plan.rightmost = plan.carried.clone();
    assert_eq!(broken(&ward, &plan), vec!["figure rightmost!placements"; 2]);
}

#[test]
fn comparisons_keep_the_wards_rules_but_not_the_plans_own_limits() {
    let (mut ward, mut plan) = beside();
    plan.limits.budget = Some(1e9);
    plan.limits.pins = vec![(2, "HFA".into())];
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
    ward.shifts[3].min = 1;
    assert_eq!(broken(&ward, &plan), vec!["shift_min carried!HFA D"; 7]);
}

#[test]
fn a_relaxed_staffing_is_free_of_positions_most_heads_and_people() {
    let (mut ward, mut plan) = beside();
    let relaxed = &mut plan.rightmost;
    relaxed.status = Status::Infeasible;
    relaxed.relaxed_cost = relaxed.year_cost.take();
    relaxed.bound = None;
    // The plan itself leaves HFA alone, so that the limits below are broken by the comparison only.
    plan.placements = plan.carried.placements.clone();
    plan.staffing = plan.carried.staffing.clone();
    ward.groups[HFA.0].positions = Some(1.0);
    ward.groups[HFA.0].people = Some(1.0);
    ward.shifts[3].max = 0;
    for sum in [&mut plan.rightmost.groups, &mut plan.carried.groups] {
        sum[HFA.0].people = 1;
    }
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
    ward.groups[HFA.0].positions_least = Some(2.0);
    let least = broken(&ward, &plan);
    assert!(least.contains(&"positions_least rightmost!HFA".to_owned()), "{least:?}");
    ward.groups[HFA.0].positions_least = None;
    plan.rightmost.relaxed_cost = plan.rightmost.relaxed_cost.map(|c| c - 100.0);
    assert_eq!(broken(&ward, &plan), ["figure rightmost!relaxed_cost"]);
}

#[test]
fn figures_of_a_comparison_are_recomputed() {
    type Change = fn(&mut Comparison);
    let changes: [(&str, Change); 13] = [
        ("figure carried!year_cost", |c| c.year_cost = c.year_cost.map(|y| y + 100.0)),
        ("figure carried!year_cost", |c| c.year_cost = c.year_cost.map(|y| y + 5.0)),
        // A status beside a cost that it can't have.
        ("figure carried!status", |c| c.status = Status::Infeasible),
        ("figure carried!status", |c| c.status = Status::Unknown),
        ("figure carried!status", |c| c.year_cost = None),
        ("figure carried!relaxed_cost", |c| c.relaxed_cost = c.year_cost),
        ("figure carried!reasons", |c| c.reasons = vec!["for få på vakt".into()]),
        ("figure carried!bound", |c| c.bound = c.bound.map(|b| b * 0.9)),
        ("figure carried!placements.2.timing", |c| c.placements[0].timing = "09-12".into()),
        ("figure carried!placements.2.today", |c| c.placements[0].today = Some("ASS".into())),
        // Heads that are left out are none.
        ("figure carried!year_cost", |c| c.staffing.clear()),
        ("figure carried!bound", |c| c.bound = c.bound.map(|b| b + 100.0)),
        ("figure carried!groups.SPL.fte", |c| c.groups[0].fte += 0.1),
    ];
    for (figure, change) in changes {
        let (ward, mut plan) = beside();
        plan.limits.gap = 0.01;
        change(&mut plan.carried);
        let told = broken(&ward, &plan);
        assert!(told.contains(&figure.to_owned()), "{told:?}");
    }
}

#[test]
fn what_carries_a_comparison_costs_no_less_than_is_proven_of_every_plan() {
    let (ward, mut plan) = beside();
    let costs = [&plan.carried, &plan.rightmost].map(|told| told.year_cost.expect("a cost"));
    plan.bound = Some(costs[0]);
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
    plan.bound = Some(costs[0].max(costs[1]) + 1000.0);
    assert_eq!(broken(&ward, &plan), ["figure carried!year_cost", "figure rightmost!year_cost"]);
    // Pins may keep the plan from being as cheap, and a limit on moves from having all on the rightmost groups.
    plan.limits.pins = vec![(2, "HFA".into())];
    assert_eq!(broken(&ward, &plan), Vec::<String>::new());
    (plan.limits.pins, plan.limits.max_moves) = (Vec::new(), Some(9));
    assert_eq!(broken(&ward, &plan), ["figure carried!year_cost"]);
}
