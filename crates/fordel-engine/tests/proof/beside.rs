//! What is told beside a plan, confirmed by planning again: worths by editing the ward, reasons by pinning the line, the
//! curve by asking for so many moves.

use std::collections::BTreeMap;

use fordel_core::plan::{Difference, Obstacle, Plan, Status, Worth};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{Goal, GroupId, LineId, Part, Ward};
use fordel_engine::{Quiet, Request, elsewhere, why};

use crate::support::plain::{Standing, Tried};
use crate::support::random::Chance;
use crate::support::wards::{SMALL, Scarce, Size, TINY, tightened, ward};
use crate::support::{agree, known, least_cost, planned, request};

/// Random wards of a size.
fn random(seeds: std::ops::Range<u64>, size: &Size) -> impl Iterator<Item = Ward> {
    seeds.map(move |seed| ward(seed, size))
}

/// Each ward that has a plan, with its cheapest and all that is told beside it.
fn each(wards: impl Iterator<Item = Ward>, mut test: impl FnMut(&Ward, &Request, &Plan, &mut Chance)) {
    for (number, ward) in wards.enumerate() {
        let request = Request { beside: true, ..request(&ward, &[(Goal::Cost, 0.0)]) };
        let plan = planned(&ward, &request);
        if plan.status == Status::Optimal {
            test(&ward, &request, &plan, &mut Chance::new(number as u64 + 7000));
        }
    }
}

/// Wards with less of what their cheapest plan uses, as long as there is still a plan.
fn tight(wards: impl Iterator<Item = Ward>) -> impl Iterator<Item = Ward> {
    wards.enumerate().filter_map(|(number, ward)| {
        let mut chance = Chance::new(number as u64 + 8000);
        let request = request(&ward, &[(Goal::Cost, 0.0)]);
        let plan = planned(&ward, &request);
        let scarce = [Scarce::Positions, Scarce::People, Scarce::Weekends][number % 3];
        let mut tried = (0..8).map(|_| tightened(&ward, &plan, scarce, &mut chance));
        tried.find(|tight| *tight != ward && least_cost(tight, &request).is_some())
    })
}

/// Whether a proven value lies in an interval from two solves' bounds.
fn holds(low: f64, high: f64, value: f64) -> bool {
    let slack = 0.01 + 1e-9 * value.abs();
    low <= value + slack && value <= high + slack
}

/// The ward with what the worth's place holds set to what was tried.
fn edited(ward: &Ward, worth: &Worth) -> Ward {
    let part = ward.places.iter().find(|(_, place)| **place == worth.place).map(|(part, _)| *part);
    let mut ward = ward.clone();
    let held = match part.unwrap_or_else(|| panic!("{}: {} is a place of the ward", ward.unit, worth.place)) {
        Part::Positions(g) => ward.groups[g.0].positions.replace(worth.to),
        Part::PositionsLeast(g) => ward.groups[g.0].positions_least.replace(worth.to),
        Part::People(g) => ward.groups[g.0].people.replace(worth.to),
        Part::WeekendEvery(g) => Some(std::mem::replace(&mut ward.groups[g.0].weekend_every, worth.to)),
        Part::Presence(p) => Some(std::mem::replace(&mut ward.presence[p].count, worth.to as u32).into()),
        Part::ShiftMin(s) => Some(std::mem::replace(&mut ward.shifts[s.0].min, worth.to as u32).into()),
        Part::ShiftMax(s) => Some(std::mem::replace(&mut ward.shifts[s.0].max, worth.to as u32).into()),
        other => panic!("{}: {other:?} has no worth", ward.unit),
    };
    assert_eq!(held, Some(worth.from), "{}: {worth:?}", ward.unit);
    // One more of what there is, one less of what is asked; every fourth weekend for third is one more weekend worked.
    let more = ["positions", "people", "shift_max"].contains(&worth.rule.as_str());
    let to = if more { worth.from + 1.0 } else { (worth.from - 1.0).max(0.0) };
    assert_eq!(worth.to, to, "{}: {worth:?}", ward.unit);
    ward
}

#[test]
fn a_worth_is_what_editing_the_ward_saves() {
    let mut by_rule: BTreeMap<String, usize> = BTreeMap::new();
    let wards = random(0..40, &TINY).chain(random(700..715, &SMALL)).chain([known("liten")]);
    each(wards.chain(tight(random(700..760, &SMALL))), |ward, request, plan, _| {
        let before = plan.year_cost.expect("a proven plan has a cost");
        for worth in &plan.worths {
            let after = least_cost(&edited(ward, worth), request).expect("what is eased stays possible");
            assert!(holds(worth.low, worth.high, before - after), "{}: {worth:?}: {}", ward.unit, before - after);
            assert!(worth.high > 0.5, "{}: {worth:?} is nothing", ward.unit);
            assert!(worth.high - worth.low <= 0.01 + 3e-7 * before, "{}: {worth:?} isn't told apart", ward.unit);
            *by_rule.entry(worth.rule.clone()).or_default() += 1;
        }
        let lows: Vec<f64> = plan.worths.iter().map(|w| w.low).collect();
        assert!(lows.is_sorted_by(|a, b| a >= b), "the most valuable first: {lows:?}");
    });
    let wanted = ["positions", "people", "weekends", "presence", "shift_min", "shift_max"];
    assert!(wanted.iter().all(|rule| by_rule.contains_key(*rule)), "{by_rule:?}");
}

/// Holds a told difference against the least costs there and here.
fn compare(unit: &str, told: &Difference, there: Option<f64>, here: f64) {
    assert_eq!(told.impossible, there.is_none(), "{unit}: {told:?}: there it costs {there:?}");
    let Some(there) = there else { return };
    let (low, high) = (told.low.expect("a proof"), told.high.expect("a plan"));
    assert!(holds(low, high, there - here), "{unit}: {told:?}: {there} − {here}");
    assert!(high - low <= 0.01 + 3e-7 * (there + here), "{unit}: {told:?} isn't told apart");
    assert!(!told.heads_fixed, "{unit}");
}

#[test]
fn the_reasons_of_a_placement_are_the_best_plans_with_it_here_and_there() {
    let (mut differences, mut impossible, mut forbidden) = (0, 0, 0);
    each(random(0..150, &TINY), |ward, request, plan, chance| {
        let Some(tried) = Tried::new(ward, request.alike, Standing::Free, false) else { return };
        let line = LineId(chance.below(ward.lines.len()));
        let task = &ward.lines[line.0];
        let told = why(ward, request, plan, task.row, &Quiet);
        assert_eq!(told.len(), task.placements().len(), "{}: every placement has its reasons", ward.unit);
        for why in told {
            let days: DaySet = why.days.iter().map(|n| Day(n - 1)).collect();
            let least = |group: GroupId| tried.least(Goal::Cost, |p| tried.group_of(p, line, days) == Some(group));
            let here = ward.group_by_code(&why.group).expect("a group of the ward");
            let least_here = least(here).expect("the plan itself");
            assert_eq!(why.others.len() + 1, ward.groups.len(), "{}: every other group is told", ward.unit);
            for other in &why.others {
                let group = ward.group_by_code(&other.group).expect("a group of the ward");
                if ward.order().qualified(task).contains(&group) {
                    let told = other.cost.as_ref().expect("a group that qualifies has its cost");
                    compare(&ward.unit, told, least(group), least_here);
                    differences += 1;
                    impossible += usize::from(told.impossible);
                } else {
                    let rule = other.forbidden.as_deref().expect("a group that doesn't qualify has its rule");
                    let expected = match (task.pinned, task.only.contains(&group) || task.only.is_empty()) {
                        (Some(_), _) => "pinned",
                        (None, false) => "only",
                        (None, true) => "lowest",
                    };
                    assert_eq!((rule, &other.cost), (expected, &None), "{}: {other:?}", ward.unit);
                    forbidden += 1;
                }
            }
        }
    });
    assert!(differences > 30 && impossible > 3 && forbidden > 30, "{differences} {impossible} {forbidden}");
}

#[test]
fn the_reasons_of_a_line_are_the_plans_with_it_pinned() {
    let mut pinned = 0;
    each(random(700..725, &SMALL), |ward, request, plan, chance| {
        let whole: Vec<usize> = (0..ward.lines.len()).filter(|l| ward.lines[*l].placements().len() == 1).collect();
        if whole.is_empty() {
            return;
        }
        let line = LineId(chance.pick(&whole));
        // What the plan has proven of the cost may be used, and changes nothing of what is true.
        let floor = plan.bound.filter(|_| plan.goals[0].goal == Goal::Cost);
        let told = why(ward, &Request { floor, ..request.clone() }, plan, ward.lines[line.0].row, &Quiet);
        let on = |code: &str| {
            let group = ward.group_by_code(code).expect("a group of the ward");
            least_cost(ward, &Request { pins: vec![(line, group)], ..request.clone() })
        };
        for why in &told {
            let here = on(&why.group).expect("the plan itself");
            for other in why.others.iter().filter(|o| o.forbidden.is_none()) {
                compare(&ward.unit, other.cost.as_ref().expect("its cost"), on(&other.group), here);
                pinned += 1;
            }
        }
    });
    assert!(pinned > 5, "{pinned} differences");
}

#[test]
fn a_line_that_fits_elsewhere_costs_there_no_more_than_is_told() {
    let (mut fits, mut crowded) = (0, 0);
    each(random(725..750, &SMALL), |ward, request, plan, _| {
        for other in elsewhere(ward, request, plan) {
            let line = ward.line_by_row(other.row).expect("a line of the ward");
            if ward.lines[line.0].placements().len() > 1 {
                continue;
            }
            let group = ward.group_by_code(&other.group).expect("a group of the ward");
            match other.obstacle {
                None => {
                    let pinned = Request { pins: vec![(line, group)], beside: false, ..request.clone() };
                    let least = least_cost(ward, &pinned).expect("the moved plan, at least");
                    let told = plan.year_cost.unwrap_or_default() + other.year_kr;
                    assert!(least <= told * (1.0 + 2e-4) + 1.0, "{} row {}: {least} > {told}", ward.unit, other.row);
                    fits += 1;
                }
                Some(Obstacle::NoRoom { day, interval, minutes }) => {
                    // What is over is at most what the line itself brings beyond the room that there is.
                    let cell =
                        |l: &&fordel_core::plan::Load| l.group == other.group && l.day == day && l.interval == interval;
                    let room = plan.workload.iter().find(cell).map_or(0.0, |l| l.capacity - l.minutes);
                    assert!(minutes > 0.0 && room > -1e-6, "{} row {}", ward.unit, other.row);
                    crowded += 1;
                }
                Some(_) => {}
            }
        }
    });
    assert!(fits > 5 && crowded > 5, "{fits} fit, {crowded} don't");
}

#[test]
fn the_curve_is_the_least_cost_for_so_many_moves() {
    let mut points = 0;
    // The leftmost group that may do a line does it today, so that much can be moved.
    let wards = random(700..725, &SMALL).chain([known("liten")]).map(|mut ward| {
        let order = ward.order();
        ward.lines.iter_mut().for_each(|line| line.today = order.qualified(line).first().copied());
        ward
    });
    each(wards, |ward, request, plan, _| {
        let Some(last) = plan.curve.last() else { panic!("{}: no curve is told", ward.unit) };
        assert_eq!((last.max_moves, last.year_cost), (None, plan.year_cost), "{}", ward.unit);
        let mut before = plan.carried.year_cost.unwrap_or(f64::INFINITY);
        for point in &plan.curve {
            assert!(point.max_moves.is_none_or(|most| point.moves <= most), "{}: {point:?}", ward.unit);
            assert!(point.rows.len() as u32 <= point.moves, "{}: {point:?}", ward.unit);
            if let Some(cost) = point.year_cost {
                assert!(cost <= before + 1e-6 * before, "{}: {point:?} costs more than with fewer moves", ward.unit);
                before = cost;
            }
            if point.max_moves.is_some() {
                let again = least_cost(ward, &Request { max_moves: point.max_moves, ..request.clone() });
                let same = match (again, point.year_cost) {
                    (Some(a), Some(b)) => agree(a, b),
                    (a, b) => a == b,
                };
                assert!(same, "{}: {point:?}: {again:?}", ward.unit);
                points += 1;
            }
        }
    });
    assert!(points > 3, "{points} points with a limit on moves");
}

#[test]
fn where_other_goals_come_first_kroner_are_told_of_the_least_cost() {
    let (mut dearer, mut worths) = (0, 0);
    for ward in random(700..720, &SMALL).chain([known("liten")]) {
        let goals = [(Goal::Overqualified, 0.0), (Goal::Cost, 0.0)];
        let request = Request { beside: true, ..request(&ward, &goals) };
        let plan = planned(&ward, &request);
        if plan.status != Status::Optimal {
            continue;
        }
        let least = least_cost(&ward, &request).expect("the plan itself, at least");
        let cost = plan.year_cost.expect("a proven plan has a cost");
        let bound = plan.bound.expect("the least cost is proven");
        assert!(agree(bound, least), "{}: {bound} is told, the least cost is {least}", ward.unit);
        assert!(plan.gap.is_some_and(|gap| agree(cost * (1.0 - gap), bound)), "{}: {:?}", ward.unit, plan.gap);
        let told = [plan.curve.last().and_then(|all| all.year_cost), plan.cheapest.as_ref().map(|c| c.year_cost)];
        assert!(told.iter().all(|told| told.is_some_and(|told| agree(told, least))), "{}: {told:?}", ward.unit);
        for worth in &plan.worths {
            let after = least_cost(&edited(&ward, worth), &request).expect("what is eased stays possible");
            assert!(holds(worth.low, worth.high, least - after), "{}: {worth:?}: {}", ward.unit, least - after);
        }
        dearer += usize::from(cost > least * 1.001);
        worths += plan.worths.len();
    }
    assert!(dearer > 2 && worths > 3, "{dearer} plans are dearer than the cheapest, {worths} worths");
}
