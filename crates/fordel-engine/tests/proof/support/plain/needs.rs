//! What a distribution needs of the staffing, and whether it fits.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::time::{Cell, Day};
use fordel_core::ward::{Count, TaskLine, Ward};

/// Rounding in sums that a limit lets through, as a share.
pub(super) const ROUNDING: f64 = 1e-6;

pub(super) fn exceeds(actual: f64, most: f64) -> bool {
    actual > most + ROUNDING * most.abs().max(1.0)
}

/// Times on a day.
pub(super) fn times(ward: &Ward, line: &TaskLine, day: Day) -> f64 {
    match line.count {
        Count::PerDay(n) => n,
        Count::PerDriver(rate, driver) => rate * ward.drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(n) => n / f64::from(line.days.len()),
        Count::PerMonth(n) => n * 7.0 / 30.4 / f64::from(line.days.len()),
    }
}

/// How a day's minutes fall by themselves.
pub(super) fn shares(ward: &Ward, cells: &[Cell]) -> Vec<f64> {
    let length = |c: &Cell| f64::from(ward.intervals.get(c.interval).minutes());
    let mut weights: Vec<f64> = match &ward.settings.day_profile {
        Some(profile) => cells.iter().map(|c| profile[c.interval]).collect(),
        None => cells.iter().map(length).collect(),
    };
    if weights.iter().all(|w| *w == 0.0) {
        weights = cells.iter().map(length).collect();
    }
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / sum).collect()
}

/// What some heads give.
pub(super) struct Staffing {
    pub(super) cost: f64,
    pub(super) scarce_hours: f64,
    /// Heads by moment and group.
    pub(super) present: Vec<Vec<u32>>,
    /// Minutes by group and cell.
    pub(super) capacity: Vec<Vec<f64>>,
}

/// What a distribution needs.
pub(super) struct Needs {
    /// Minutes that fall by themselves and that bound work takes, by group and cell.
    pub(super) fixed: Vec<Vec<f64>>,
    /// Sets of cells of a group with the flexible minutes that can go nowhere else.
    pub(super) sets: Vec<(usize, u64, f64)>,
    /// Heads held, by (moment, group).
    pub(super) held: Vec<((usize, usize), u32)>,
    pub(super) courses: f64,
    /// Overqualified, changes, spread.
    pub(super) values: [f64; 3],
    pub(super) moves: u32,
}

impl Needs {
    pub(super) fn fits(&self, staffing: &Staffing) -> bool {
        self.held.iter().all(|((m, g), people)| staffing.present[*m][*g] >= *people)
            && self.fixed.iter().zip(&staffing.capacity).all(|(fixed, capacity)| {
                fixed.iter().zip(capacity).all(|(need, room)| !exceeds(*need, *room))
            })
            // Hall's condition: minutes that can only go to some cells find room there.
            && self.sets.iter().all(|(g, mask, minutes)| {
                let cells = (0..staffing.capacity[*g].len()).filter(|c| mask & 1 << c != 0);
                let room: f64 = cells.map(|c| (staffing.capacity[*g][c] - self.fixed[*g][c]).max(0.0)).sum();
                !exceeds(*minutes, room)
            })
    }
}

/// Every union of pools that hang together, with the minutes of all pools within it.
pub(super) fn crowded(loose: &BTreeMap<u64, f64>) -> Vec<(u64, f64)> {
    let mut parts: Vec<Vec<u64>> = Vec::new();
    for mask in loose.keys() {
        let (touching, apart): (Vec<Vec<u64>>, _) =
            parts.into_iter().partition(|part| part.iter().any(|other| other & mask != 0));
        parts = apart;
        parts.push(touching.into_iter().flatten().chain([*mask]).collect());
    }
    let mut sets = Vec::new();
    for part in parts {
        let unions = (1u32..1 << part.len())
            .map(|chosen| (0..part.len()).filter(|i| chosen & 1 << i != 0).fold(0, |union, i| union | part[i]));
        for union in unions.collect::<BTreeSet<u64>>() {
            sets.push((union, part.iter().filter(|mask| *mask & !union == 0).map(|mask| loose[mask]).sum()));
        }
    }
    sets
}
