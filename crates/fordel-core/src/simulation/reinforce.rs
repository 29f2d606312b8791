//! Heads that could be added so that red is kept under a share: what they cost, and how red it is with them.

use super::frame::Frame;
use super::tally::{Mean, Share, Tally};
use crate::check::money::shift_cost;
use crate::time::{Cell, Day};
use crate::ward::{Alike, ShiftId};

/// Heads added: one on each of some days of a shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The shift.
    pub shift: ShiftId,
    /// The days on which one more starts it.
    pub days: Vec<Day>,
    /// What it costs a year.
    pub year_kr: f64,
}

/// How red the week is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Redness {
    /// The cell that is red most often.
    pub cell: Cell,
    /// How often.
    pub worst: Share,
    /// Red cells a week.
    pub red_cells: Mean,
    /// Hours of help a year.
    pub hours: Mean,
}

impl Redness {
    /// By what weeks gave; nothing without a cell.
    pub fn of(frame: &Frame, tally: &Tally) -> Option<Redness> {
        let worst = tally.reddest(frame)?;
        Some(Redness { cell: worst.cell, worst: worst.shares[2], red_cells: tally.red_cells(), hours: tally.hours() })
    }
}

/// Whether each cell's red share is under the asked one with confidence: the interval's upper end is.
pub fn is_under(frame: &Frame, tally: &Tally, under: f64) -> bool {
    tally.cells(frame).iter().all(|c| c.shares[2].high <= under)
}

/// Every step that the shifts' most heads allow, on days that are alike together, and on duty in one of the cells.
pub fn steps(frame: &Frame, too_red: &[Cell]) -> Vec<Step> {
    let ward = &frame.ward;
    let mut steps = Vec::new();
    for (s, shift) in ward.shifts.iter().enumerate() {
        let together: Vec<Vec<Day>> = match ward.settings.alike {
            Alike::No => shift.days.iter().map(|d| vec![d]).collect(),
            Alike::Weekdays => {
                let (weekend, weekdays) = shift.days.iter().partition(|d: &Day| d.is_weekend());
                vec![weekdays, weekend]
            }
        };
        for days in together.into_iter().filter(|days| !days.is_empty()) {
            let has_room = days.iter().all(|d| frame.heads[s][usize::from(d.0)] < shift.max);
            let helps = days.iter().any(|d| {
                let on = shift.window.on(*d);
                too_red.iter().any(|c| ward.intervals.stretch(*c).overlap(on) > 0)
            });
            if has_room && helps {
                let year_kr = super::tally::WEEKS * days.iter().map(|d| shift_cost(ward, shift, *d)).sum::<f64>();
                steps.push(Step { shift: ShiftId(s), days, year_kr });
            }
        }
    }
    steps
}

/// Adds a step's heads so many times; with less than nothing, takes them away.
pub fn change(frame: &mut Frame, step: &Step, times: i32) {
    for day in &step.days {
        let heads = &mut frame.heads[step.shift.0][usize::from(day.0)];
        *heads = heads.saturating_add_signed(times);
    }
}

/// The days in which the step's heads are there: those on which they start, and those into which they stay.
pub fn touched(frame: &Frame, step: &Step) -> [bool; 7] {
    let on =
        |(shift, day): &(usize, usize)| *shift == step.shift.0 && step.days.iter().any(|d| usize::from(d.0) == *day);
    std::array::from_fn(|day| frame.days[day].parts.iter().any(|part| part.on.iter().any(on)))
}
