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
    let changes: [(&str, Change); 3] = [
        ("figure carried!year_cost", |c| c.year_cost = c.year_cost.map(|y| y + 100.0)),
        ("figure carried!bound", |c| c.bound = c.bound.map(|b| b + 100.0)),
        ("figure carried!groups.SPL.fte", |c| c.groups[0].fte += 0.1),
    ];
    for (figure, change) in changes {
        let (ward, mut plan) = beside();
        change(&mut plan.carried);
        let told = broken(&ward, &plan);
        assert!(told.contains(&figure.to_owned()), "{told:?}");
    }
}
