//! Heads of shifts, what they supply, and their limits: positions, people, weekends and presence.

use std::collections::BTreeSet;

use fordel_core::time::{DaySet, Stretch, WEEK};
use fordel_core::ward::{Alike, GroupId, Presence, ShiftId, Ward};

use super::{Demand, HeadVar, Limit, Scenario, required};
use crate::money;

/// One whole number for each shift and the days that share their heads.
pub(super) fn head_vars(ward: &Ward, scenario: &Scenario) -> Vec<HeadVar> {
    let mut heads = Vec::new();
    for (s, shift) in ward.shifts.iter().enumerate() {
        let parts: Vec<DaySet> = match scenario.alike {
            Alike::Weekdays => vec![shift.days.and(DaySet::WEEKDAYS), shift.days.and(DaySet::WEEKEND)],
            Alike::No => shift.days.iter().map(|d| DaySet::from_iter([d])).collect(),
        };
        for days in parts.into_iter().filter(|d| !d.is_empty()) {
            heads.push(HeadVar {
                shift: ShiftId(s),
                group: shift.group,
                days,
                min: shift.min,
                max: if scenario.lifted { shift.max.max(LIFTED) } else { shift.max },
                year_kr: money::WEEKS * days.iter().map(|d| money::shift_kr(ward, shift, d)).sum::<f64>(),
                paid_hours: shift.paid_hours * f64::from(days.len()),
            });
        }
    }
    heads
}

/// Most heads of a shift where the ward's own limit is lifted: far beyond any ward.
const LIFTED: u32 = 999;

/// Heads of some groups that are present in the stretch that starts at this minute, by head variable.
pub(super) fn present(ward: &Ward, heads: &[HeadVar], groups: &[GroupId], minute: u32) -> Vec<(usize, f64)> {
    let covers = |h: &HeadVar| {
        let window = ward.shifts[h.shift.0].window;
        h.days.iter().filter(|d| window.on(*d).contains(minute)).count()
    };
    let of = |(i, h): (usize, &HeadVar)| (groups.contains(&h.group)).then(|| (i, covers(h) as f64));
    heads.iter().enumerate().filter_map(of).filter(|(_, n)| *n > 0.0).collect()
}

/// Minutes by which one more head raises the capacity of its group, by group and cell.
pub(super) fn supply(ward: &Ward, heads: &[HeadVar]) -> Vec<Vec<Vec<(usize, f64)>>> {
    let intervals = &ward.intervals;
    let mut supply = vec![vec![Vec::new(); 7 * intervals.len()]; ward.groups.len()];
    for (index, head) in heads.iter().enumerate() {
        let window = ward.shifts[head.shift.0].window;
        let task_time = ward.group(head.group).task_time;
        for cell in intervals.cells() {
            let stretch = intervals.stretch(cell);
            let overlap: u32 = head.days.iter().map(|d| window.on(d).overlap(stretch)).sum();
            if overlap > 0 {
                supply[head.group.0][super::cell_index(ward, cell)].push((index, f64::from(overlap) * task_time));
            }
        }
    }
    supply
}

/// Positions, people with their weekends, and presence.
pub(super) fn limits(ward: &Ward, scenario: &Scenario, heads: &[HeadVar]) -> Vec<Limit> {
    let mut limits = Vec::new();
    for (i, group) in ward.groups.iter().enumerate() {
        let g = GroupId(i);
        let own = || heads.iter().enumerate().filter(move |(_, h)| h.group == g);
        let fte: Vec<(usize, f64)> = own().map(|(h, v)| (h, v.paid_hours * money::fte_per_paid_hour(group))).collect();
        let mut add = |demand, terms: &Vec<(usize, f64)>, least, most| {
            limits.push(Limit { demand, terms: terms.clone(), least, most, step: 1.0 });
        };
        if let Some(most) = group.positions.filter(|_| !scenario.lifted) {
            add(Demand::Positions(g), &fte, f64::NEG_INFINITY, most);
        }
        if let Some(least) = group.positions_least {
            add(Demand::PositionsLeast(g), &fte, least, f64::INFINITY);
        }
        if let Some(people) = group.people.filter(|_| !scenario.lifted) {
            add(Demand::People(g), &fte, f64::NEG_INFINITY, people);
            for day in DaySet::WEEKEND.iter() {
                let terms: Vec<(usize, f64)> =
                    own().filter(|(_, v)| v.days.contains(day)).map(|(h, _)| (h, 1.0)).collect();
                if !terms.is_empty() {
                    let step = 1.0 / group.weekend_every;
                    limits.push(Limit {
                        demand: Demand::Weekends(g),
                        terms,
                        least: f64::NEG_INFINITY,
                        most: people * step,
                        step,
                    });
                }
            }
        }
    }
    for (index, rule) in ward.presence.iter().enumerate() {
        limits.extend(presence(ward, heads, index, rule));
    }
    if !scenario.lifted {
        limits.extend(required::limits(ward));
    }
    limits
}

/// One limit for each set of head variables that covers some instant of the rule's windows.
fn presence(ward: &Ward, heads: &[HeadVar], index: usize, rule: &Presence) -> Vec<Limit> {
    let windows: Vec<Stretch> = rule.days.iter().map(|d| rule.window.on(d)).collect();
    let cut = breaks(ward, &rule.groups, &windows);
    let mut seen = BTreeSet::new();
    let mut limits = Vec::new();
    for window in windows {
        for start in starts_within(&cut, window) {
            let terms = present(ward, heads, &rule.groups, start);
            if seen.insert(terms.iter().map(|(h, n)| (*h, *n as u32)).collect::<Vec<_>>()) {
                limits.push(Limit {
                    demand: Demand::Presence(index),
                    terms,
                    least: f64::from(rule.count),
                    most: f64::INFINITY,
                    step: 1.0,
                });
            }
        }
    }
    limits
}

/// Minutes of the week at which a shift of these groups, or one of these stretches, starts or ends.
pub(super) fn breaks(ward: &Ward, groups: &[GroupId], stretches: &[Stretch]) -> Vec<u32> {
    let mut minutes = BTreeSet::new();
    let mut add = |s: Stretch| {
        minutes.insert(s.start);
        minutes.insert((s.start + s.minutes) % WEEK);
    };
    for shift in ward.shifts.iter().filter(|s| groups.contains(&s.group)) {
        shift.days.iter().for_each(|d| add(shift.window.on(d)));
    }
    stretches.iter().for_each(|s| add(*s));
    minutes.into_iter().collect()
}

/// The starts of the stretches between breaks that make up `within`, which starts and ends at one.
pub(super) fn starts_within(breaks: &[u32], within: Stretch) -> Vec<u32> {
    breaks.iter().copied().filter(|b| within.contains(*b)).collect()
}
