//! The order of courses, confirmed by planning again with the courses so far and no others.

use std::collections::BTreeSet;
use std::time::Duration;

use fordel_core::measure::course_order::{Because, CourseOrder, CourseStep, Reached};
use fordel_core::measure::{distribution, nurses, work};
use fordel_core::plan::{Plan, Status};
use fordel_core::time::{Clock, DaySet, Window};
use fordel_core::ward::{Course, CourseId, Goal, GroupId, Presence, Ward};
use fordel_engine::{Quiet, Request, course_order};

use crate::support::priced::priced;
use crate::support::random::Chance;
use crate::support::wards::{TINY, ward};
use crate::support::{known, planned, request};

type Pair = (GroupId, CourseId);

/// A random ward in which some groups need a course for some lines, and nobody has taken any; today isn't told, so that no
/// course is there from the start.
fn taught(seed: u64) -> Ward {
    let mut ward = ward(seed, &TINY);
    let mut chance = Chance::new(seed + 9000);
    ward.certificates.clear();
    ward.courses = (0..3)
        .map(|i| Course { name: format!("kurs {i}"), hours: 4.0 + i as f64, fee_kr: 500.0, valid_months: None })
        .collect();
    let order = ward.order();
    for line in &mut ward.lines {
        line.training.clear();
        line.today = None;
        // The leftmost that qualifies never needs one: a plan without courses is possible where one is at all.
        for group in order.qualified(line).into_iter().skip(1) {
            if chance.percent(70) {
                line.training.push((group, CourseId(chance.below(3))));
            }
        }
    }
    ward
}

/// The ward with these courses alone: a group that lacks one isn't among those that the line names.
fn with_only(ward: &Ward, courses: &BTreeSet<Pair>) -> Ward {
    let mut only = ward.clone();
    let order = ward.order();
    for line in &mut only.lines {
        let needs =
            |group: &GroupId| line.training.iter().filter(|(g, _)| g == group).all(|pair| courses.contains(pair));
        line.only = order.qualified(line).into_iter().filter(needs).collect();
    }
    only
}

/// Hours a week of work on nurses.
fn nurse_hours(ward: &Ward, plan: &Plan) -> f64 {
    let nurses = nurses(ward);
    let of_nurses = distribution::proposed(ward, plan).into_iter().filter(|entry| nurses.contains(&entry.group));
    of_nurses.map(|e| work::minutes_a_week(ward, &ward.lines[e.line.0], e.group, e.days)).sum::<f64>() / 60.0
}

fn pair(ward: &Ward, group: &str, course: &str) -> Pair {
    let course = ward.courses.iter().position(|c| c.name == course).expect("a course of the ward");
    (ward.group_by_code(group).expect("a group of the ward"), CourseId(course))
}

fn check(ward: &Ward, request: &Request, courses: &BTreeSet<Pair>, reached: &Reached) {
    let plan = planned(&with_only(ward, courses), request);
    assert_eq!(plan.status == Status::Optimal, reached.year_cost.is_some(), "{}: {courses:?}", ward.unit);
    if let (Some(cost), Some(bound), Some(told)) = (reached.year_cost, reached.bound, reached.nurse_hours) {
        let least = plan.goals.iter().find(|g| g.goal == Goal::Cost).map_or(0.0, |g| g.best);
        assert!(bound <= least * (1.0 + 1e-6) && least <= cost * (1.0 + 1e-6), "{}: {bound} {least} {cost}", ward.unit);
        let over = |plan: &Plan| plan.goals.iter().find(|g| g.goal == Goal::Overqualified).map(|g| g.best);
        assert!(over(&plan).is_some());
        assert!(told >= 0.0 && told <= nurse_hours_at_most(ward) + 1e-6);
    }
}

fn nurse_hours_at_most(ward: &Ward) -> f64 {
    let most = |line: &fordel_core::ward::TaskLine| {
        let groups = nurses(ward).into_iter();
        groups.map(|g| work::minutes_a_week(ward, line, g, line.days)).fold(0.0, f64::max)
    };
    ward.lines.iter().map(most).sum::<f64>() / 60.0
}

#[test]
fn each_step_is_the_best_plan_with_its_courses_alone_and_more_courses_never_cost_more() {
    let (mut told, mut with_steps) = (0, 0);
    for seed in 0..40 {
        let ward = taught(seed);
        let request = request(&ward, &[(Goal::Cost, 0.01), (Goal::Overqualified, 0.0)]);
        let plan = planned(&ward, &request);
        if plan.status != Status::Optimal {
            continue;
        }
        told += 1;
        let order: CourseOrder = course_order(&ward, &request, &plan, &Quiet);
        let all: BTreeSet<Pair> = plan.training.iter().map(|t| pair(&ward, &t.group, &t.course)).collect();
        let mut so_far = BTreeSet::new();
        check(&ward, &request, &so_far, &order.before);
        for (before, step) in order.steps_from() {
            so_far.insert(pair(&ward, &step.group, &step.course));
            check(&ward, &request, &so_far, &step.reached);
            if let (Some(less), Some(more)) = (before.year_cost, step.reached.bound) {
                assert!(more <= less * (1.0 + 1e-6), "{}: another course can't make it dearer", ward.unit);
            }
            if let (Some(fewer), Some(more)) = (before.bound, step.reached.bound) {
                assert!(
                    more <= fewer * (1.0 + 1e-9),
                    "{}: what is proven with more courses holds with fewer",
                    ward.unit
                );
            }
            with_steps += 1;
        }
        assert_eq!(so_far, all, "{}: every course that somebody lacks has its place", ward.unit);
    }
    assert!(told >= 16 && with_steps >= 8, "{told} plans, {with_steps} steps");
}

/// However little time there is, and however little is proven.
#[test]
fn a_course_more_is_never_worse_than_without_it() {
    let mut told = 0;
    let mut check = |ward: &Ward, plan: &Plan, request: &Request| {
        let order = course_order(ward, request, plan, &Quiet);
        for (before, step) in order.steps_from() {
            let hours = step.reached.frees(before);
            assert!(hours.is_none_or(|hours| hours >= 0.0), "{}: {before:?} {step:?}", ward.unit);
            let cost = before.year_cost.zip(step.reached.year_cost);
            assert!(cost.is_none_or(|(less, more)| more <= less), "{}: {before:?} {step:?}", ward.unit);
            let keeps = before.year_cost.is_none() || step.reached.year_cost.is_some();
            assert!(keeps, "{}: the plan before holds with it too", ward.unit);
            told += 1;
        }
    };
    for seed in 0..24 {
        let ward = taught(seed);
        let asked = request(&ward, &[(Goal::Cost, 0.01), (Goal::Overqualified, 0.0)]);
        let plan = planned(&ward, &asked);
        if plan.status != Status::Optimal {
            continue;
        }
        for millis in [1, 20, 400, 120_000] {
            check(&ward, &plan, &Request { time_limit: Duration::from_millis(millis), ..asked.clone() });
        }
    }
    // One that isn't proven in this time.
    let ward = known("medisinsk-sengepost");
    let asked = Request { time_limit: Duration::from_secs(6), beside: false, ..Request::for_ward(&ward) };
    check(&ward, &planned(&ward, &asked), &asked);
    assert!(told >= 8, "{told} steps");
}

#[test]
fn the_course_that_frees_most_for_a_krone_comes_first() {
    let ordered = |care_kr: f64, meals_kr: f64| {
        let ward = priced(care_kr, meals_kr);
        let request = request(&ward, &[(Goal::Cost, 0.05), (Goal::Overqualified, 0.0)]);
        let plan = planned(&ward, &request);
        let order = course_order(&ward, &request, &plan, &Quiet);
        let told: Vec<_> =
            order.steps_from().map(|(before, step)| (step.clone(), step.reached.frees(before))).collect();
        assert!(told.len() >= 2, "{told:?}");
        // What each frees for a krone, from planning with it alone.
        let without = nurse_hours(&ward, &planned(&with_only(&ward, &BTreeSet::new()), &request));
        let worth = |step: &CourseStep| {
            let alone = BTreeSet::from([pair(&ward, &step.group, &step.course)]);
            (without - nurse_hours(&ward, &planned(&with_only(&ward, &alone), &request))) / step.outlay_kr
        };
        let first = worth(&told[0].0);
        assert!(told.iter().all(|(step, _)| worth(step) <= first + 1e-9), "{told:?}");
        assert!(told[0].1.is_some_and(|hours| hours > 0.0), "{told:?}");
        assert_eq!(course_order(&ward, &request, &plan, &Quiet), order, "the same again");
        told[0].0.course.clone()
    };
    assert_eq!(ordered(100.0, 9_000.0), "stell");
    for (care_kr, meals_kr) in [(9_000.0, 100.0), (500.0, 500.0), (20_000.0, 10.0)] {
        ordered(care_kr, meals_kr);
    }
}

/// What a rule asks for and what today's work takes has no place in the order, and is held before it: no hour of the plan's
/// training is left out of the months.
#[test]
fn the_hours_of_all_courses_are_those_of_the_plan() {
    let mut ward = priced(100.0, 9_000.0);
    ward.courses.push(Course { name: "hjertestans".into(), hours: 5.0, fee_kr: 200.0, valid_months: None });
    ward.presence.push(Presence {
        groups: vec![GroupId(0)],
        label: ward.groups[0].code.clone(),
        window: Window { start: Clock(8 * 60), end: Clock(14 * 60) },
        days: DaySet::ALL,
        count: 1,
        course: Some(CourseId(2)),
    });
    let request = request(&ward, &[(Goal::Cost, 0.05), (Goal::Overqualified, 0.0)]);
    let mut kinds = BTreeSet::new();
    let mut check = |ward: &Ward| {
        let plan = planned(ward, &request);
        assert_eq!(plan.status, Status::Optimal);
        let order = course_order(ward, &request, &plan, &Quiet);
        let first: f64 = order.first.iter().map(|course| course.hours).sum();
        let steps: f64 = order.steps.iter().map(|step| step.hours).sum();
        let all: f64 = plan.training.iter().map(|t| t.hours).sum();
        assert!(first > 0.0 && (first + steps - all).abs() < 1e-6, "{first} and {steps} of {all}: {order:?}");
        kinds.extend(order.first.iter().map(|course| course.because.name()));
    };
    check(&ward);
    // A group that takes a course today: the plan's own, so that it is in the plan.
    let plan = planned(&ward, &request);
    let taken = plan.training.iter().find(|t| !t.tasks.is_empty()).expect("a course that moves work");
    let (group, course) = pair(&ward, &taken.group, &taken.course);
    let line = ward.lines.iter_mut().find(|line| line.training.contains(&(group, course))).expect("a line of it");
    line.today = Some(group);
    check(&ward);
    assert_eq!(kinds, BTreeSet::from([Because::Rule.name(), Because::Today.name()]));
}

/// Proven plans tell a course that frees more from one that frees less; plans that nothing is proven of tell none from another.
#[test]
fn courses_that_cannot_be_told_apart_share_a_rank() {
    let ward = priced(100.0, 9_000.0);
    let proven = request(&ward, &[(Goal::Cost, 0.05), (Goal::Overqualified, 0.0)]);
    let plan = planned(&ward, &proven);
    let ranks = |request: &Request| -> Vec<u32> {
        course_order(&ward, request, &plan, &Quiet).steps.iter().map(|step| step.rank).collect()
    };
    let told = ranks(&proven);
    assert_eq!(told[..2], [1, 2], "{told:?}");
    assert!(told.windows(2).all(|pair| pair[0] <= pair[1]), "{told:?}");
    let hasty = ranks(&Request { time_limit: Duration::from_millis(1), ..proven.clone() });
    assert_eq!(hasty, vec![1; told.len()], "what isn't proven is more than any of them frees");
}
