//! The traffic light: when people are missing on a shift, what is still done, by whom, what waits, what is left out.
//!
//! * [`rules`]: what the ward lets yellow and green work do, and its order of relief;
//! * [`asked`]: the shift, and who is missing of those who were to start it;
//! * [`Answer`]: every minute of work to come and what becomes of it. The engine finds it, [`crate::check::shortage`]
//!   holds it against ward and plan;
//! * [`relief`]: what each step of relief costs for the hours in which hiring in is justified;
//! * [`cards`]: the usual cases;
//! * [`told`]: the answer as the lists that a page or a card shows.

pub mod asked;
pub mod cards;
pub mod relief;
pub mod rules;
pub mod told;

use crate::time::{Cell, Day, Stretch};
use crate::ward::{GroupId, LineId};
use asked::Asked;

/// The colour of an interval, or of all that is to come; a later one is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// All is done.
    Green,
    /// Something is put off or left out.
    Yellow,
    /// Presence, or work that must be done, isn't covered.
    Red,
}

impl Light {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Light::Green => "green",
            Light::Yellow => "yellow",
            Light::Red => "red",
        }
    }
}

/// Why some minutes aren't done in their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// No group that qualifies is present.
    NobodyPresent,
    /// A group that qualifies is present, but nobody of it holds the course.
    NoCertificate,
    /// Those who may do it are taken by work that comes first.
    NoTime,
}

impl Why {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Why::NobodyPresent => "nobody-present",
            Why::NoCertificate => "no-certificate",
            Why::NoTime => "no-time",
        }
    }
}

/// What becomes of some minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// A group does them in a cell: its own work in its own time, handed over, or put off to later.
    Done {
        /// Who.
        by: GroupId,
        /// When.
        cell: Cell,
    },
    /// They wait for another day.
    NextDays(Why),
    /// They are left out.
    LeftOut(Why),
    /// They must be done and nobody can.
    Uncovered(Why),
}

/// Minutes of a line that share a fate. Minutes are counted as those of the group on which the line stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// The line.
    pub line: LineId,
    /// The day whose work it is.
    pub day: Day,
    /// The group on which it stands in the plan.
    pub group: GroupId,
    /// Its own cell; for work that may lie anywhere in its timing the last cell in which it isn't late.
    pub cell: Cell,
    /// How many minutes.
    pub minutes: f64,
    /// What becomes of them.
    pub fate: Fate,
}

/// Heads that bound work takes for a stretch within a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    /// The line.
    pub line: LineId,
    /// The day whose work it is.
    pub day: Day,
    /// The group on which it stands in the plan.
    pub group: GroupId,
    /// The cell in which the stretch lies.
    pub cell: Cell,
    /// From when, for how long.
    pub stretch: Stretch,
    /// How many heads.
    pub heads: u32,
    /// Whose heads; none: not covered.
    pub by: Option<GroupId>,
}

/// Presence that isn't kept for a stretch within a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Index of the rule in [`crate::ward::Ward::presence`].
    pub rule: usize,
    /// The cell in which the stretch lies.
    pub cell: Cell,
    /// From when, for how long.
    pub stretch: Stretch,
    /// How many heads too few.
    pub heads: u32,
}

/// What is made as small as possible, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Head-minutes of presence not covered, and red minutes not covered (bound work with its head-minutes).
    pub red: f64,
    /// Yellow minutes not done within the day.
    pub yellow: f64,
    /// Green minutes not done within the day.
    pub green: f64,
    /// Minutes done within the day, but later than their own time.
    pub later: f64,
    /// Minutes handed over to another group.
    pub handed_over: f64,
}

/// A stretch for which hiring in is justified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hire {
    /// Of which group.
    pub group: GroupId,
    /// When.
    pub stretch: Stretch,
    /// How many heads.
    pub heads: u32,
}

/// An interval to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntervalLight {
    /// Which.
    pub cell: Cell,
    /// Whether the shift lies in it, wholly or partly.
    pub of_shift: bool,
    /// Its colour.
    pub light: Light,
}

/// The answer: the colour of all that is to come, and what becomes of every minute of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub asked: Asked,
    /// The worst colour of the intervals.
    pub light: Light,
    /// Intervals to come, earliest first: from the one in which the shift starts to the end of the day in which it ends, those
    /// left out that were over when it was asked.
    pub intervals: Vec<IntervalLight>,
    /// Work to come with what becomes of it.
    pub pieces: Vec<Piece>,
    /// Bound work to come with who is held by it.
    pub watches: Vec<Watch>,
    /// Presence that isn't kept.
    pub gaps: Vec<Gap>,
    /// What was made as small as possible.
    pub sums: Sums,
    /// Where hiring in is justified: the least that leaves nothing red.
    pub hire: Vec<Hire>,
}

/// Minutes below which a difference is rounding.
pub const SLACK: f64 = 1e-4;
