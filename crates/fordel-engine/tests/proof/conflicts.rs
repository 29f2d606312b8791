//! Where no plan exists: the demands told can't hold together, without any one of them they can, and the least change
//! told to one of them is the least that helps.

use std::collections::BTreeMap;

use fordel_core::plan::{Conflict, Status};
use fordel_core::ward::{Alike, Count, Goal, GroupId, LineId, Part, ShiftId, Ward};
use fordel_engine::Request;

use crate::support::random::Chance;
use crate::support::wards::{SMALL, Size, TINY, ward};
use crate::support::{known, least_cost, planned, request};

/// A demand told, with the part of the ward that its place names.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    Positions(GroupId),
    PositionsLeast(GroupId),
    People(GroupId),
    Weekends(GroupId),
    Presence(usize),
    ShiftMin(ShiftId),
    ShiftMax(ShiftId),
    Line(LineId),
    Pinned(LineId),
    Only(LineId),
    SameAllWeek(LineId),
    Alike,
    Budget,
    MaxMoves,
}

impl Told {
    fn of(ward: &Ward, conflict: &Conflict) -> Told {
        let part = ward.places.iter().find(|(_, place)| **place == conflict.place).map(|(part, _)| *part);
        match (conflict.rule.as_str(), part) {
            ("positions", Some(Part::Positions(g))) => Told::Positions(g),
            ("positions_least", Some(Part::PositionsLeast(g))) => Told::PositionsLeast(g),
            ("people", Some(Part::People(g))) => Told::People(g),
            ("weekends", Some(Part::People(g))) => Told::Weekends(g),
            ("presence", Some(Part::Presence(p))) => Told::Presence(p),
            ("shift_min", Some(Part::ShiftMin(s))) => Told::ShiftMin(s),
            ("shift_max", Some(Part::ShiftMax(s))) => Told::ShiftMax(s),
            ("work", Some(Part::Line(l))) => Told::Line(l),
            ("pinned", Some(Part::Pinned(l))) => Told::Pinned(l),
            ("only", Some(Part::Only(l))) => Told::Only(l),
            ("same_all_week", Some(Part::Line(l))) => Told::SameAllWeek(l),
            ("alike", _) => Told::Alike,
            ("budget", _) => Told::Budget,
            ("max_moves", _) => Told::MaxMoves,
            other => panic!("{}: {other:?} isn't a demand at its place: {conflict:?}", ward.unit),
        }
    }

    /// What its place holds.
    fn value(self, ward: &Ward, request: &Request) -> Option<f64> {
        match self {
            Told::Positions(g) => ward.group(g).positions,
            Told::PositionsLeast(g) => ward.group(g).positions_least,
            Told::People(g) | Told::Weekends(g) => ward.group(g).people,
            Told::Presence(p) => Some(ward.presence[p].count.into()),
            Told::ShiftMin(s) => Some(ward.shifts[s.0].min.into()),
            Told::ShiftMax(s) => Some(ward.shifts[s.0].max.into()),
            Told::Line(_) | Told::Pinned(_) | Told::Only(_) | Told::SameAllWeek(_) | Told::Alike => None,
            Told::Budget => request.budget_kr,
            Told::MaxMoves => request.max_moves.map(f64::from),
        }
    }

    /// The step in which its changes go, if they don't go in any: heads, moves, or the minutes of one person held.
    fn step(self, ward: &Ward, minutes: f64) -> Option<f64> {
        match self {
            Told::Presence(_) | Told::ShiftMin(_) | Told::ShiftMax(_) | Told::MaxMoves => Some(1.0),
            Told::Line(l) => ward.lines[l.0].bound.then(|| minutes / f64::from(ward.lines[l.0].people)),
            _ => None,
        }
    }

    /// Changes what its place holds; of a line with `of` minutes a week, the times it is done or the people it holds.
    fn ease(self, ward: &mut Ward, request: &mut Request, by: f64, of: f64) {
        let more = |value: &mut Option<f64>, by: f64| *value = value.map(|v| v + by);
        let fewer = |value: &mut u32| *value -= by.round() as u32;
        match self {
            Told::Positions(g) => more(&mut ward.groups[g.0].positions, by),
            Told::PositionsLeast(g) => more(&mut ward.groups[g.0].positions_least, -by),
            Told::People(g) | Told::Weekends(g) => more(&mut ward.groups[g.0].people, by),
            Told::Presence(p) => fewer(&mut ward.presence[p].count),
            Told::ShiftMin(s) => fewer(&mut ward.shifts[s.0].min),
            Told::ShiftMax(s) => ward.shifts[s.0].max += by.round() as u32,
            Told::Line(l) => {
                let (line, kept) = (&mut ward.lines[l.0], 1.0 - by / of);
                if line.bound {
                    line.people = (f64::from(line.people) * kept).round() as u32;
                }
                line.count = match line.count {
                    Count::PerDay(n) => Count::PerDay(n * kept),
                    Count::PerDriver(n, driver) => Count::PerDriver(n * kept, driver),
                    Count::PerWeek(n) => Count::PerWeek(n * kept),
                    Count::PerMonth(n) => Count::PerMonth(n * kept),
                };
            }
            Told::Pinned(l) => ward.lines[l.0].pinned = None,
            Told::Only(l) => ward.lines[l.0].only.clear(),
            Told::SameAllWeek(l) => ward.lines[l.0].same_all_week = false,
            Told::Alike => request.alike = Alike::No,
            Told::Budget => more(&mut request.budget_kr, by),
            Told::MaxMoves => request.max_moves = request.max_moves.map(|n| n + by.round() as u32),
        }
    }
}

/// The ward and request with these demands and no other.
fn only(ward: &Ward, request: &Request, demands: &[Told]) -> (Ward, Request) {
    let (mut ward, mut request) = (ward.clone(), request.clone());
    let asked = |demand: Told| demands.contains(&demand);
    for g in ward.group_ids() {
        let group = &mut ward.groups[g.0];
        group.positions = group.positions.filter(|_| asked(Told::Positions(g)));
        group.positions_least = group.positions_least.filter(|_| asked(Told::PositionsLeast(g)));
        match (asked(Told::People(g)), asked(Told::Weekends(g))) {
            (true, true) => {}
            (true, false) => group.weekend_every = 1e-9,
            // As many for the weekends, and more than enough for all else.
            (false, true) => {
                group.people = group.people.map(|n| n * 1e6);
                group.weekend_every *= 1e6;
            }
            (false, false) => group.people = None,
        }
    }
    for (s, shift) in ward.shifts.iter_mut().enumerate() {
        shift.min = if asked(Told::ShiftMin(ShiftId(s))) { shift.min } else { 0 };
        shift.max = if asked(Told::ShiftMax(ShiftId(s))) { shift.max } else { 999 };
    }
    keep(&mut ward.presence, |p| asked(Told::Presence(p)));
    for (l, line) in ward.lines.iter_mut().enumerate() {
        line.pinned = line.pinned.filter(|_| asked(Told::Pinned(LineId(l))));
        line.only.retain(|_| asked(Told::Only(LineId(l))));
        line.same_all_week &= asked(Told::SameAllWeek(LineId(l)));
    }
    if !asked(Told::Alike) {
        request.alike = Alike::No;
    }
    keep(&mut ward.lines, |l| asked(Told::Line(LineId(l))));
    request.budget_kr = request.budget_kr.filter(|_| asked(Told::Budget));
    if request.budget_kr.is_none() {
        // Courses cost, but they forbid nothing.
        ward.lines.iter_mut().for_each(|line| line.training.clear());
    }
    request.max_moves = request.max_moves.filter(|_| asked(Told::MaxMoves));
    (ward, request)
}

fn keep<T>(list: &mut Vec<T>, asked: impl Fn(usize) -> bool) {
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        asked(index - 1)
    });
}

fn possible(ward: &Ward, request: &Request) -> bool {
    least_cost(ward, &Request { gap: 0.5, ..request.clone() }).is_some()
}

/// Wards without a plan, and requests that make one impossible, with the demands told.
fn each(mut test: impl FnMut(&Ward, &Request, &[(Told, Conflict)])) {
    let random = |seeds: std::ops::Range<u64>, size: &'static Size| seeds.map(move |seed| ward(seed, size));
    let wards = random(0..150, &TINY).chain(random(600..615, &SMALL)).chain([known("umulig")]);
    for (seed, ward) in wards.enumerate() {
        let mut chance = Chance::new(seed as u64 + 9000);
        let mut asked = request(&ward, &[(Goal::Cost, 0.0)]);
        if let Some(cost) = least_cost(&ward, &asked).filter(|_| ward.courses.is_empty()) {
            match chance.below(3) {
                0 => asked.budget_kr = Some(cost * chance.pick(&[0.7, 0.95, 0.999])),
                1 => asked.max_moves = Some(0),
                _ => {}
            }
        }
        let plan = planned(&ward, &Request { beside: true, ..asked.clone() });
        if plan.status != Status::Infeasible {
            assert!(plan.conflict.is_empty());
            continue;
        }
        assert!(!plan.conflict.is_empty(), "{}: nothing is told", ward.unit);
        let told: Vec<(Told, Conflict)> =
            plan.conflict.into_iter().map(|conflict| (Told::of(&ward, &conflict), conflict)).collect();
        test(&ward, &asked, &told);
    }
}

#[test]
fn without_any_one_demand_of_the_conflict_a_plan_exists() {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    each(|ward, request, told| {
        let demands: Vec<Told> = told.iter().map(|(told, _)| *told).collect();
        let (all, asked) = only(ward, request, &demands);
        assert!(!possible(&all, &asked), "{}: these hold together: {demands:?}", ward.unit);
        for left_out in &demands {
            let others: Vec<Told> = demands.iter().filter(|d| *d != left_out).copied().collect();
            let (rest, asked) = only(ward, request, &others);
            assert!(possible(&rest, &asked), "{}: {left_out:?} can go from {demands:?}", ward.unit);
        }
        *sizes.entry(demands.len()).or_default() += 1;
    });
    assert!(sizes.len() > 2 && sizes.values().sum::<usize>() > 50, "conflicts by size: {sizes:?}");
}

#[test]
fn the_least_change_makes_a_plan_possible_and_less_does_not() {
    let mut helped: BTreeMap<String, usize> = BTreeMap::new();
    let mut helpless = 0;
    each(|ward, request, told| {
        for (told, conflict) in told {
            if let Told::Line(line) = told
                && let [only] = ward.order().qualified(&ward.lines[line.0]).as_slice()
            {
                assert_eq!(conflict.group.as_ref(), Some(&ward.group(*only).code), "{}: {conflict:?}", ward.unit);
            }
            if let Some(value) = told.value(ward, request) {
                assert_eq!(conflict.value, value, "{}: {conflict:?}", ward.unit);
            }
            let eased = |by: f64| {
                let (mut ward, mut request) = (ward.clone(), request.clone());
                told.ease(&mut ward, &mut request, by, conflict.value);
                possible(&ward, &request)
            };
            let Some(least) = conflict.least_change else {
                helpless += 1;
                assert!(!without(ward, request, *told), "{}: without {told:?} there is a plan", ward.unit);
                continue;
            };
            let slack = 1e-4 * least.max(1.0);
            let step = told.step(ward, conflict.value);
            let (enough, less) = step.map_or((least + slack, least - slack), |step| (least, least - step));
            let most =
                if matches!(told, Told::Line(_) | Told::PositionsLeast(_)) { conflict.value } else { f64::INFINITY };
            assert!(eased(enough.min(most)), "{}: {told:?}: {least} isn't enough", ward.unit);
            assert!(less < 1e-9 || !eased(less), "{}: {told:?}: less than {least} is enough", ward.unit);
            *helped.entry(conflict.rule.clone()).or_default() += 1;
        }
    });
    assert!(helped.len() >= 8 && helpless > 10, "{helped:?}, and {helpless} that don't help alone");
}

/// Whether a plan exists without the demand, all others held.
fn without(ward: &Ward, request: &Request, demand: Told) -> bool {
    let mut all: Vec<Told> = vec![Told::Budget, Told::MaxMoves];
    for g in ward.group_ids() {
        all.extend([Told::Positions(g), Told::PositionsLeast(g), Told::People(g), Told::Weekends(g)]);
    }
    all.extend((0..ward.presence.len()).map(Told::Presence));
    all.extend((0..ward.shifts.len()).flat_map(|s| [Told::ShiftMin(ShiftId(s)), Told::ShiftMax(ShiftId(s))]));
    all.push(Told::Alike);
    let choices = |l| [Told::Line(l), Told::Pinned(l), Told::Only(l), Told::SameAllWeek(l)];
    all.extend((0..ward.lines.len()).flat_map(|l| choices(LineId(l))));
    // More people loosen both what they work and their weekends.
    let goes = |other: &Told| match (demand, *other) {
        (Told::People(a) | Told::Weekends(a), Told::People(b) | Told::Weekends(b)) => a == b,
        (demand, other) => demand == other,
    };
    all.retain(|other| !goes(other));
    let (rest, asked) = only(ward, request, &all);
    possible(&rest, &asked)
}
