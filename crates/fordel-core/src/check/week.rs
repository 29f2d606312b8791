//! The week lived minute by minute: how many of each group are present, and how many of them bound work holds.

use crate::time::{Cell, Day, Stretch, WEEK};
use crate::ward::{GroupId, Timing, Ward};

use super::decided::Decided;

/// Heads at every minute of the week, by group.
pub(crate) struct Week {
    present: Vec<Vec<u32>>,
    held: Vec<Vec<u32>>,
}

impl Week {
    /// Sends every head through its shift and every bound line through its cells, one minute at a time.
    pub fn simulate(ward: &Ward, decided: &Decided) -> Week {
        let empty = vec![vec![0u32; WEEK as usize]; ward.groups.len()];
        let mut week = Week { present: empty.clone(), held: empty };
        for (shift, heads) in ward.shifts.iter().zip(&decided.heads) {
            for day in Day::all().filter(|d| heads[usize::from(d.0)] > 0) {
                for minute in minutes(shift.window.on(day)) {
                    let here = &mut week.present[shift.group.0][minute];
                    *here = here.saturating_add(heads[usize::from(day.0)]);
                }
            }
        }
        for stand in &decided.stands {
            let line = &ward.lines[stand.line.0];
            for cell in stand.days.iter().filter(|_| line.bound).flat_map(|day| cells(ward, &line.timing, day)) {
                for minute in minutes(ward.intervals.stretch(cell)) {
                    let here = &mut week.held[stand.group.0][minute];
                    *here = here.saturating_add(line.people);
                }
            }
        }
        week
    }

    /// Heads of the group present at a minute of the week.
    pub fn present(&self, group: GroupId, minute: usize) -> u32 {
        self.present[group.0][minute]
    }

    /// Heads of the group that bound work asks for at a minute of the week.
    pub fn held(&self, group: GroupId, minute: usize) -> u32 {
        self.held[group.0][minute]
    }

    /// Minutes that can go to mapped tasks in a cell, bound work taken out: each present head that nothing holds
    /// gives `task_time` of every minute. Below zero where bound work isn't there.
    pub fn capacity(&self, ward: &Ward, group: GroupId, cell: Cell) -> f64 {
        let free = |m: usize| i64::from(self.present(group, m)) - i64::from(self.held(group, m));
        let free_minutes: i64 = minutes(ward.intervals.stretch(cell)).map(free).sum();
        free_minutes as f64 * ward.group(group).task_time
    }
}

/// The minutes of a stretch, in its own order; after Sunday's last comes Monday's first.
pub(crate) fn minutes(stretch: Stretch) -> impl Iterator<Item = usize> {
    (stretch.start..stretch.start + stretch.minutes).map(|m| (m % WEEK) as usize)
}

/// The cells in which a line's work of `day` can fall.
pub(crate) fn cells(ward: &Ward, timing: &Timing, day: Day) -> Vec<Cell> {
    match timing {
        Timing::Span { from, to } => ward.intervals.span_cells(*from..*to, day),
        Timing::AroundTheClock => (0..ward.intervals.len()).map(|interval| Cell { day, interval }).collect(),
        Timing::Daytime if day.is_weekend() => Vec::new(),
        Timing::Daytime => ward.intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
    }
}
