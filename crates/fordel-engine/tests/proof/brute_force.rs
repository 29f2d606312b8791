//! Tiny random wards whose every plan is tried: the engine finds the best one for every goal, and says that there is
//! none exactly where there is none.

use fordel_core::check;
use fordel_core::plan::{Plan, Status};
use fordel_core::rule::Rule;
use fordel_core::time::DaySet;
use fordel_core::ward::{Goal, LineId, TaskLine, Timing, Ward};
use fordel_engine::{Request, Steps, Work};

use crate::support::plain::{Possible, Standing, Tried};
use crate::support::random::Chance;
use crate::support::wards::{SMALL, TINY, ward};
use crate::support::{agree, known, least_cost, planned, request};

/// Wards that are tried.
const WARDS: u64 = 500;

/// Seeds of wards with few enough plans to try them all.
fn each_tried(seeds: std::ops::Range<u64>, mut test: impl FnMut(u64, &Ward, &Tried)) {
    for seed in seeds {
        let ward = ward(seed, &TINY);
        if let Some(tried) = Tried::new(&ward, ward.settings.alike, Standing::Free, false) {
            test(seed, &ward, &tried);
        }
    }
}

/// Compares a plan with the best of all that `keep` lets through.
fn compare(plan: &Plan, goal: Goal, tried: &Tried, keep: impl Fn(&Possible) -> bool) {
    match tried.least(goal, keep) {
        Some(best) => {
            assert_eq!(plan.status, Status::Optimal, "{}: {goal:?}: best is {best}", plan.unit);
            let told = &plan.goals[0];
            assert!(agree(told.best, best), "{}: {goal:?}: {} in place of {best}", plan.unit, told.best);
            assert!(told.bound <= best + 1e-6 * best.abs().max(1.0), "{}: {goal:?}: bound {}", plan.unit, told.bound);
        }
        None => assert_eq!(plan.status, Status::Infeasible, "{}: {goal:?}: there is no plan", plan.unit),
    }
}

#[test]
fn the_plain_enumeration_judges_as_the_checker_does() {
    let mut possible = 0;
    let mut impossible = 0;
    each_tried(0..WARDS, |seed, ward, tried| {
        let mut chance = Chance::new(seed);
        let (staffings, distributions) = tried.count();
        let mut numbers: Vec<(usize, usize)> =
            (0..4).map(|_| (chance.below(staffings), chance.below(distributions))).collect();
        if !tried.possible.is_empty() {
            numbers
                .extend((0..4).map(|_| chance.pick(&tried.possible.iter().map(Possible::numbers).collect::<Vec<_>>())));
        }
        for (heads, standing) in numbers {
            let (placements, staffing) = tried.told(heads, standing);
            let plan =
                Plan { status: Status::Feasible, alike: ward.settings.alike, placements, staffing, ..Plan::default() };
            let broken = check::check_rules(ward, &plan, &Rule::ALL);
            let counted = check::measure(ward, &plan.placements, &plan.staffing);
            match tried.possible.iter().find(|p| p.numbers() == (heads, standing)) {
                Some(held) => {
                    possible += 1;
                    assert!(broken.is_empty(), "seed {seed}: {broken:?}");
                    for (goal, value) in &counted.goals {
                        assert!(agree(*value, held.value(*goal)), "seed {seed}: {goal:?}: {value}");
                    }
                    assert_eq!(counted.moves, held.moves, "seed {seed}");
                }
                None => {
                    impossible += 1;
                    assert!(!broken.is_empty(), "seed {seed}: the checker finds nothing wrong");
                }
            }
        }
    });
    assert!(possible > 300 && impossible > 300, "{possible} plans that hold and {impossible} that don't");
}

#[test]
fn every_goal_alone_reaches_the_best_of_all_plans() {
    let mut with_a_plan = 0;
    let mut without = 0;
    each_tried(0..WARDS, |_, ward, tried| {
        for goal in Goal::ALL {
            compare(&planned(ward, &request(ward, &[(goal, 0.0)])), goal, tried, |_| true);
        }
        if tried.possible.is_empty() { without += 1 } else { with_a_plan += 1 }
    });
    assert!(with_a_plan > 100 && without > 20, "{with_a_plan} wards with a plan, {without} without");
}

#[test]
fn a_later_goal_is_best_within_what_the_earlier_one_may_worsen() {
    let mut traded = 0;
    each_tried(0..WARDS, |seed, ward, tried| {
        let mut chance = Chance::new(seed + 1000);
        for first in [Goal::Cost, chance.pick(&Goal::ALL)] {
            let second = chance.pick(&Goal::ALL.into_iter().filter(|g| *g != first).collect::<Vec<_>>());
            let tolerance = chance.pick(&[0.0, 0.05, 0.25]);
            let plan = planned(ward, &request(ward, &[(first, tolerance), (second, 0.0)]));
            compare(&plan, first, tried, |_| true);
            let Some(best) = tried.least(first, |_| true) else { continue };
            // What lies on the limit but for rounding may count or not.
            let within = |more: f64| {
                let most = best * (1.0 + tolerance) + more * best.abs().max(1.0);
                tried.least(second, |p| p.value(first) <= most)
            };
            let (most, least) = (within(1e-9), within(2e-6));
            let value = plan.goals[1].value;
            let between = least.is_some_and(|l| value >= l || agree(value, l))
                && most.is_some_and(|m| value <= m || agree(value, m));
            assert!(between, "seed {seed}: {first:?} {tolerance}, {second:?}: {value}, best is {most:?}");
            assert!(plan.goals[1].bound <= value + 1e-9 * value.abs());
            traded += usize::from(plan.goals[0].value > plan.goals[0].best * (1.0 + 1e-9));
        }
    });
    assert!(traded > 5, "the tolerance is used in {traded} plans");
}

#[test]
fn the_best_of_a_goal_is_the_best_that_any_goals_turn_found() {
    // The search on the first goal is cut off at once, and nothing is left to begin it again.
    let cut_off = Steps { prover: 1, finder: 1 };
    let whole = Steps { prover: 200_000, finder: 2_000_000 };
    let mut later = 0;
    for seed in 700..720 {
        let ward = ward(seed, &SMALL);
        for first in [Goal::Overqualified, Goal::Changes, Goal::Spread] {
            let alone = Request { work: Some(Work(vec![cut_off])), ..request(&ward, &[(first, 0.2)]) };
            let goals = [(first, 0.2), (Goal::Cost, 0.0), (Goal::ScarceHours, 0.0)];
            let work = Work(vec![cut_off, whole, whole]);
            let plan = planned(&ward, &Request { work: Some(work), ..request(&ward, &goals) });
            for told in &plan.goals {
                assert!(told.best <= told.value || agree(told.best, told.value), "{}: {told:?}", ward.unit);
            }
            let before = planned(&ward, &alone).goals.first().map(|told| told.best);
            let after = plan.goals.first().map(|told| told.best);
            later += usize::from(before.zip(after).is_some_and(|(before, after)| after < before * (1.0 - 1e-6)));
        }
    }
    assert!(later > 0, "no later goal found a better value of the first");
}

#[test]
fn budget_moves_and_pins_limit_the_plan() {
    let (mut budgets, mut moves, mut pins) = (0, 0, 0);
    each_tried(0..WARDS, |seed, ward, tried| {
        let mut chance = Chance::new(seed + 2000);
        let goal = chance.pick(&[Goal::Cost, Goal::Overqualified, Goal::Changes]);
        let asked = request(ward, &[(goal, 0.0)]);
        if let Some(cost) = tried.least(Goal::Cost, |_| true) {
            let budget = cost * chance.pick(&[0.999, 1.0 + 1e-7, 1.02, 1.2]);
            let plan = planned(ward, &Request { budget_kr: Some(budget), ..asked.clone() });
            compare(&plan, goal, tried, |p| p.value(Goal::Cost) <= budget);
            budgets += 1;
        }
        let most = chance.below(3) as u32;
        let plan = planned(ward, &Request { max_moves: Some(most), ..asked.clone() });
        compare(&plan, goal, tried, |p| p.moves <= most);
        moves += usize::from(tried.possible.iter().any(|p| p.moves > most));
        let line = LineId(chance.below(ward.lines.len()));
        let group = chance.pick(&ward.order().qualified(&ward.lines[line.0]));
        let plan = planned(ward, &Request { pins: vec![(line, group)], ..asked });
        compare(&plan, goal, tried, |p| {
            ward.lines[line.0].placements().into_iter().all(|days| tried.group_of(p, line, days) == Some(group))
        });
        pins += usize::from(ward.order().qualified(&ward.lines[line.0]).len() > 1);
    });
    assert!(budgets > 100 && moves > 50 && pins > 50, "{budgets} budgets, {moves} moves, {pins} pins");
}

#[test]
fn comparisons_are_the_cheapest_staffing_of_their_distribution() {
    let (mut carried, mut relaxed) = (0, 0);
    each_tried(0..WARDS, |_, ward, _| {
        let plan = planned(ward, &Request { beside: true, ..request(ward, &[(Goal::Cost, 0.0)]) });
        for (told, standing) in [(&plan.carried, Standing::Carried), (&plan.rightmost, Standing::Rightmost)] {
            let Some(all) = Tried::new(ward, plan.alike, standing, false) else { continue };
            let least = all.least(Goal::Cost, |_| true);
            match least {
                Some(cost) => {
                    carried += 1;
                    assert_eq!(told.status, Status::Optimal, "{}: {standing:?}", ward.unit);
                    assert!(told.year_cost.is_some_and(|c| agree(c, cost)), "{}: {standing:?}: {cost}", ward.unit);
                    assert_eq!((&told.relaxed_cost, told.conflict.len()), (&None, 0), "{}: {standing:?}", ward.unit);
                }
                None => {
                    assert_eq!(
                        (told.status, told.year_cost),
                        (Status::Infeasible, None),
                        "{}: {standing:?}",
                        ward.unit
                    );
                    assert!(!told.conflict.is_empty(), "{}: {standing:?}: no reason is told", ward.unit);
                    let Some(all) = Tried::new(ward, plan.alike, standing, true) else { continue };
                    relaxed += 1;
                    match (all.least(Goal::Cost, |_| true), told.relaxed_cost) {
                        (Some(least), Some(cost)) => assert!(agree(least, cost), "{}: {standing:?}: {cost}", ward.unit),
                        (least, cost) => assert_eq!(least, cost, "{}: {standing:?}", ward.unit),
                    }
                }
            }
        }
    });
    assert!(carried > 200 && relaxed > 50, "{carried} comparisons carried, {relaxed} relaxed");
}

#[test]
fn watches_one_after_the_other_take_one_head_and_at_the_same_time_two() {
    let mut ward = known("liten");
    ward.presence.clear();
    ward.shifts.iter_mut().for_each(|s| s.min = 0);
    let watch = |row: u32, interval: usize| TaskLine {
        row,
        task_key: row.to_string(),
        name: format!("Fastvakt {row}"),
        timing: Timing::Span { from: interval, to: interval + 1 },
        days: DaySet::WEEKDAYS,
        bound: true,
        people: 1,
        training: Vec::new(),
        ..ward.lines[0].clone()
    };
    // 09–12 and 12–15, within one day shift.
    let (first, second, again) = (watch(2, 1), watch(3, 2), watch(4, 1));
    let mut cost = |lines: &[&TaskLine]| {
        ward.lines = lines.iter().map(|line| (*line).clone()).collect();
        least_cost(&ward, &request(&ward, &[(Goal::Cost, 0.0)])).expect("a day shift can watch")
    };
    let one = cost(&[&first]);
    assert!(agree(cost(&[&first, &second]), one), "the same head watches after noon");
    assert!(agree(cost(&[&first, &again]), 2.0 * one), "one head can't watch twice at once");
}
