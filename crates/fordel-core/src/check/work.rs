//! The minutes of the placements: those that fall in a cell by themselves, and those that are free to be spread.

use std::collections::BTreeMap;

use crate::time::{Cell, Day};
use crate::ward::{Count, GroupId, TaskLine, Timing, Ward};

use super::decided::{Decided, Stand};
use super::week::cells;

/// All work of a week, by group.
pub(crate) struct Work {
    /// `fixed[group][cell]`, cells numbered by [`number`].
    pub fixed: Vec<Vec<f64>>,
    /// `loose[group]`: minutes that may be spread freely over a set of cells.
    pub loose: Vec<BTreeMap<Vec<usize>, f64>>,
    /// Minutes a week by group, bound work with people × length.
    pub week: Vec<f64>,
}

impl Work {
    pub fn of(ward: &Ward, decided: &Decided) -> Work {
        let groups = ward.groups.len();
        let mut work = Work {
            fixed: vec![vec![0.0; 7 * ward.intervals.len()]; groups],
            loose: vec![BTreeMap::new(); groups],
            week: vec![0.0; groups],
        };
        for stand in &decided.stands {
            work.week[stand.group.0] += week_minutes(ward, stand);
            let line = &ward.lines[stand.line.0];
            for day in stand.days.iter().filter(|_| !line.bound) {
                work.lay(ward, line, stand.group, day);
            }
        }
        work
    }

    fn lay(&mut self, ward: &Ward, line: &TaskLine, group: GroupId, day: Day) {
        let minutes = day_minutes(ward, line, group, day);
        let cells = cells(ward, &line.timing, day);
        if line.flexible && cells.len() > 1 {
            let mut set: Vec<usize> = cells.iter().map(|&cell| number(ward, cell)).collect();
            set.sort_unstable();
            *self.loose[group.0].entry(set).or_default() += minutes;
        } else {
            for (cell, share) in cells.iter().zip(shares(ward, &cells)) {
                self.fixed[group.0][number(ward, *cell)] += minutes * share;
            }
        }
    }
}

/// A cell's number: day by day, in the ward's order of intervals.
pub(crate) fn number(ward: &Ward, cell: Cell) -> usize {
    usize::from(cell.day.0) * ward.intervals.len() + cell.interval
}

/// Times on one of the line's days.
pub(crate) fn count(ward: &Ward, line: &TaskLine, day: Day) -> f64 {
    let days = f64::from(line.days.len().max(1));
    match line.count {
        Count::PerDay(times) => times,
        Count::PerDriver(rate, driver) => rate * ward.drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(times) => times / days,
        Count::PerMonth(times) => times * 7.0 / 30.4 / days,
    }
}

/// Minutes of the line on one of its days when the group does it; for a bound line people × length.
pub(crate) fn day_minutes(ward: &Ward, line: &TaskLine, group: GroupId, day: Day) -> f64 {
    let people = f64::from(line.people);
    if line.bound {
        let length = |cell: &Cell| f64::from(ward.intervals.get(cell.interval).minutes());
        people * cells(ward, &line.timing, day).iter().map(length).sum::<f64>()
    } else {
        let each = line.minutes_by_group.get(&group).copied().unwrap_or(line.minutes);
        count(ward, line, day) * each * people
    }
}

/// Minutes a week of a placement where it stands.
pub(crate) fn week_minutes(ward: &Ward, stand: &Stand) -> f64 {
    let line = &ward.lines[stand.line.0];
    let days = stand.days.iter().filter(|d| line.timing != Timing::Daytime || !d.is_weekend());
    days.map(|day| day_minutes(ward, line, stand.group, day)).sum()
}

/// The share of a day's minutes that falls in each cell by itself: in proportion to its length or, where the ward has
/// a day profile, to its interval's weight. Where all weights are zero, length counts again.
pub(crate) fn shares(ward: &Ward, cells: &[Cell]) -> Vec<f64> {
    let length = |cell: &Cell| f64::from(ward.intervals.get(cell.interval).minutes());
    let profile = ward.settings.day_profile.as_deref();
    let weight = |cell: &Cell| profile.and_then(|p| p.get(cell.interval).copied()).unwrap_or_else(|| length(cell));
    let weights: Vec<f64> = cells.iter().map(weight).collect();
    let weights = if weights.iter().sum::<f64>() > 0.0 { weights } else { cells.iter().map(length).collect() };
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / total).collect()
}
