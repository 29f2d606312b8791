//! The same ward, request and version give the same plan; one that the clock ended is repeated by its work.

use std::time::Duration;

use fordel_core::plan::{Ended, Plan, Status};
use fordel_core::ward::{Goal, Ward};
use fordel_engine::{Request, Work};

use crate::support::wards::{SMALL, ward};
use crate::support::{agree, known, planned, request};

/// The default goals, nothing beside.
fn asked(ward: &Ward) -> Request {
    Request { beside: false, time_limit: Duration::from_secs(120), ..Request::for_ward(ward) }
}

/// All that a search finds is the same; how long it took is not.
fn same(a: &Plan, b: &Plan) {
    let heads = |plan: &Plan| plan.staffing.iter().map(|h| h.heads).sum::<u32>();
    assert_eq!(a.goals, b.goals, "{}: {} and {} heads", a.unit, heads(a), heads(b));
    assert_eq!(a.placements, b.placements, "{}", a.unit);
    assert_eq!(a.staffing, b.staffing, "{}", a.unit);
    assert_eq!((a.status, a.year_cost, a.bound, a.work), (b.status, b.year_cost, b.bound, b.work), "{}", a.unit);
}

/// The plan that a plan's own work gives.
fn repeated(ward: &Ward, plan: &Plan) -> Plan {
    let work: Work = plan.repeat.parse().expect("the plan tells its work in the form in which it is asked for");
    planned(ward, &Request { work: Some(work), ..asked(ward) })
}

#[test]
fn a_search_that_the_gap_ends_gives_the_same_plan_again() {
    let wards = (800..806).map(|seed| ward(seed, &SMALL)).chain([known("liten"), known("regler")]);
    for ward in wards {
        let (first, second) = (planned(&ward, &asked(&ward)), planned(&ward, &asked(&ward)));
        assert_eq!(first.ended, Ended::Gap, "{}", ward.unit);
        same(&first, &second);
    }
}

#[test]
fn a_search_that_the_gap_ended_is_repeated_by_its_work() {
    for ward in (800..806).map(|seed| ward(seed, &SMALL)).chain([known("liten"), known("regler")]) {
        let plan = planned(&ward, &asked(&ward));
        if plan.year_cost.is_some() {
            same(&plan, &repeated(&ward, &plan));
        }
    }
}

#[test]
fn a_search_that_the_clock_ended_is_repeated_by_its_work() {
    let ward = known("medisin-dogn");
    let plan = planned(&ward, &Request { time_limit: Duration::from_secs(8), ..asked(&ward) });
    assert_eq!(plan.ended, Ended::Time, "the clock ends the search");
    assert!(plan.year_cost.is_some(), "a plan is found in time");
    let again = repeated(&ward, &plan);
    assert_eq!(again.ended, Ended::Work);
    same(&plan, &again);
}

#[test]
fn a_search_that_the_work_ends_gives_the_same_plan_again() {
    let ward = known("medisin-dogn");
    let alone = |request: Request| Request { goals: vec![(Goal::Cost, 0.0)], ..request };
    let clocked = planned(&ward, &alone(Request { time_limit: Duration::from_secs(4), ..asked(&ward) }));
    let work: Work = (clocked.work / 2 + 1).to_string().parse().expect("a number is work");
    let counted = || planned(&ward, &alone(Request { work: Some(work.clone()), ..asked(&ward) }));
    let (first, second) = (counted(), counted());
    assert_eq!(first.ended, Ended::Work);
    assert!(first.work <= clocked.work, "half the work: {} of {}", first.work, clocked.work);
    same(&first, &second);
}

#[test]
fn work_is_written_as_it_is_read() {
    let work: Work = "40000:7 + 2100:0+300:12".parse().expect("work for three goals");
    assert_eq!(work.to_string(), "40000:7+2100:0+300:12");
    assert_eq!(work.to_string().parse(), Ok(work));
    for wrong in ["40000+", "-1", "", "1:2:3", "en"] {
        assert!(wrong.parse::<Work>().is_err(), "{wrong}");
    }
    // One number alone is shared, and nothing of it is lost.
    let alone: Work = "1000".parse().expect("one number");
    assert_eq!(alone.by_goal(3).iter().map(|s| s.prover).collect::<Vec<_>>(), [600, 240, 160]);
    assert_eq!(alone.by_goal(1)[0].prover, 1000);
}

#[test]
fn a_goal_that_was_cut_off_is_searched_again_with_the_work_that_is_left() {
    let mut again = 0;
    for ward in (700..715).map(|seed| ward(seed, &SMALL)).chain([known("liten")]) {
        let asked = request(&ward, &[(Goal::Overqualified, 0.0), (Goal::Cost, 0.0)]);
        let proven = planned(&ward, &asked);
        // The first search is cut off at once.
        let work = "1:1+200000:2000000+200000:2000000+200000:2000000".parse().expect("work for four searches");
        let plan = planned(&ward, &Request { work: Some(work), ..asked.clone() });
        if plan.year_cost.is_none() {
            continue;
        }
        assert_eq!((plan.status, plan.ended), (Status::Optimal, Ended::Gap), "{}: {:?}", ward.unit, plan.goals);
        for (one, other) in plan.goals.iter().zip(&proven.goals) {
            assert!(agree(one.value, other.value), "{}: {one:?} in place of {other:?}", ward.unit);
        }
        let work: Work = plan.repeat.parse().expect("the plan tells its work");
        again += usize::from(work.0.len() > 2);
        same(&plan, &planned(&ward, &Request { work: Some(work), ..asked }));
    }
    assert!(again > 3, "a goal is searched again on {again} wards");
}
