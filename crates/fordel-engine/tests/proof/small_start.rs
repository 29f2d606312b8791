//! Few moves from today: where heads carry today's distribution there is a plan at once, however little is searched.

use fordel_core::plan::Plan;
use fordel_core::ward::{Alike, Goal, Ward};
use fordel_engine::{Request, Work};

use crate::support::wards::{TINY, ward};
use crate::support::{known, least_cost, planned, request};

/// Cost alone, each day on its own.
fn asked(ward: &Ward) -> Request {
    Request { alike: Alike::No, ..request(ward, &[(Goal::Cost, 0.0)]) }
}

/// At most so many moves, and the least work that can be asked for.
fn at_once(ward: &Ward, moves: u32) -> Plan {
    let work: Work = "1".parse().expect("a number is work");
    planned(ward, &Request { max_moves: Some(moves), work: Some(work), ..asked(ward) })
}

#[test]
fn where_todays_distribution_can_be_staffed_there_is_a_plan_at_once() {
    let (mut carried, mut on_their_own) = (0, 0);
    for seed in 0..120 {
        let mut tight = ward(seed, &TINY);
        let told = planned(&tight, &Request { beside: true, ..asked(&tight) }).carried;
        if told.year_cost.is_none() {
            continue;
        }
        // Just the positions that those heads take: a staffing that is the same every day often takes more.
        for group in &mut tight.groups {
            let taken = told.groups.iter().find(|sum| sum.group == group.code);
            group.positions = Some(taken.map_or(0.0, |sum| sum.fte) + 1e-6);
        }
        for moves in [0, 1, 3] {
            let plan = at_once(&tight, moves);
            assert!(plan.year_cost.is_some(), "{}: {moves} moves: {:?}", plan.unit, plan.status);
        }
        carried += 1;
        let same = Request { alike: Alike::Weekdays, max_moves: Some(0), ..asked(&tight) };
        on_their_own += usize::from(least_cost(&tight, &same).is_none());
    }
    assert!(carried > 25 && on_their_own > 5, "{carried} carried, {on_their_own} of them by days on their own alone");
}

#[test]
fn a_whole_ward_starts_small_at_once() {
    let ward = known("medisinsk-sengepost");
    for moves in [0, 5] {
        let plan = at_once(&ward, moves);
        assert!(plan.year_cost.is_some(), "{moves} moves: {:?}", plan.status);
    }
}
