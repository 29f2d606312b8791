//! What drives it: each source of variation held still in turn, and each group's absence up and down, with the same draws
//! for all the rest.

use super::frame::Frame;
use super::tally::{Mean, Tally};
use super::variation::{Source, Still};
use crate::ward::GroupId;

/// How far a group's absence is moved up and down.
pub const MOVED: f64 = 0.5;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// A source is held still.
    Held(Source),
    /// A group's absence times a factor.
    Absence(GroupId, f64),
}

impl Change {
    /// Each source held still, then each group with absence and heads up and down.
    pub fn all(frame: &Frame) -> Vec<Change> {
        let mut all: Vec<Change> = Source::ALL.map(Change::Held).to_vec();
        for group in frame.ward.group_ids() {
            let mut own = frame.ward.shifts.iter().zip(&frame.heads).filter(|(s, _)| s.group == group);
            let has_heads = own.any(|(_, heads)| heads.iter().any(|n| *n > 0));
            if has_heads && frame.ward.group(group).absence > 0.0 {
                all.extend([1.0 - MOVED, 1.0 + MOVED].map(|factor| Change::Absence(group, factor)));
            }
        }
        all
    }

    /// The change as what is held still.
    pub fn still(&self) -> Still {
        match *self {
            Change::Held(source) => Still::one(source),
            Change::Absence(group, factor) => Still { sources: Vec::new(), absence: Some((group, factor)) },
        }
    }
}

/// What a change gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driven {
    /// The change.
    pub change: Change,
    /// Red cells a week with it.
    pub red_cells: Mean,
    /// Hours of help a year with it.
    pub hours: Mean,
}

impl Driven {
    /// By what weeks with the change gave.
    pub fn of(change: Change, tally: &Tally) -> Driven {
        Driven { change, red_cells: tally.red_cells(), hours: tally.hours() }
    }
}
