//! The week lived minute by minute: who is there, what is asked, and which minutes of a shift lie in which cell.

use std::collections::BTreeSet;

use fordel_core::time::{Cell, Day, WEEK};
use fordel_core::ward::{TaskLine, Timing, Ward};

use super::Unit;

/// A cell's number, day by day.
pub(super) fn number(ward: &Ward, cell: Cell) -> usize {
    usize::from(cell.day.0) * ward.intervals.len() + cell.interval
}

/// The cells in which a line's work of a day can fall. A span's interval that starts after midnight is the next day's.
pub(super) fn cells_of(ward: &Ward, line: &TaskLine, day: Day) -> Vec<Cell> {
    let n = ward.intervals.len();
    let window = |i: usize| ward.intervals.get(i);
    match line.timing {
        Timing::AroundTheClock => (0..n).map(|interval| Cell { day, interval }).collect(),
        Timing::Daytime => (0..n)
            .filter(|i| window(*i).start.0 >= 420 && window(*i).end.0 <= 900 && window(*i).start < window(*i).end)
            .map(|interval| Cell { day, interval })
            .collect(),
        Timing::Span { from, to } => {
            let mut at = day;
            let mut cells = Vec::new();
            for interval in from..to {
                if interval > from && window(interval).start <= window(interval - 1).start {
                    at = at.next();
                }
                cells.push(Cell { day: at, interval });
            }
            cells
        }
    }
}

/// Moments of the week that differ in who is there and what is asked.
pub(super) struct Clock {
    pub(super) moments: Vec<Moment>,
    /// Minutes by which a unit's shifts lie in each cell.
    pub(super) within: Vec<Vec<u32>>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
pub(super) struct Moment {
    /// Units present, by group.
    pub(super) present: Vec<Vec<usize>>,
    /// Presence rules that hold now.
    pub(super) rules: Vec<usize>,
    /// Bound lines that are under way now, with the day to which they belong.
    pub(super) bound: Vec<(usize, Day)>,
}

impl Clock {
    /// Lives the week minute by minute.
    pub(super) fn new(ward: &Ward, units: &[Unit]) -> Clock {
        let nothing = Moment { present: vec![Vec::new(); ward.groups.len()], rules: Vec::new(), bound: Vec::new() };
        let mut minutes = vec![nothing; WEEK as usize];
        let mut cell_at = vec![0; WEEK as usize];
        let after = |start: u32, length: u32| (start..start + length).map(|m| (m % WEEK) as usize);
        for cell in ward.intervals.cells() {
            let window = ward.intervals.get(cell.interval);
            for m in after(cell.day.start() + window.start.minutes(), window.minutes()) {
                cell_at[m] = number(ward, cell);
            }
        }
        let mut within = vec![vec![0; 7 * ward.intervals.len()]; units.len()];
        for (u, unit) in units.iter().enumerate() {
            let shift = &ward.shifts[unit.shift];
            for day in unit.days.iter() {
                for m in after(day.start() + shift.window.start.minutes(), shift.window.minutes()) {
                    minutes[m].present[shift.group.0].push(u);
                    within[u][cell_at[m]] += 1;
                }
            }
        }
        for (r, rule) in ward.presence.iter().enumerate() {
            for day in rule.days.iter() {
                for m in after(day.start() + rule.window.start.minutes(), rule.window.minutes()) {
                    minutes[m].rules.push(r);
                }
            }
        }
        for (l, line) in ward.lines.iter().enumerate().filter(|(_, line)| line.bound) {
            for day in line.days.iter() {
                for cell in cells_of(ward, line, day) {
                    let window = ward.intervals.get(cell.interval);
                    for m in after(cell.day.start() + window.start.minutes(), window.minutes()) {
                        minutes[m].bound.push((l, day));
                    }
                }
            }
        }
        let asked = minutes.into_iter().filter(|m| !m.rules.is_empty() || !m.bound.is_empty());
        Clock { moments: asked.collect::<BTreeSet<Moment>>().into_iter().collect(), within }
    }
}
