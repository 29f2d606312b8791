//! What a ward lets yellow and green work do when people are missing, and its order of relief.

use serde::{Deserialize, Serialize};

/// What work that isn't red may do when there is too little time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Yields {
    /// Wait: for a later cell, else for the next days.
    Waits,
    /// Be left out.
    LeftOut,
}

/// How much later on its own day work that waits may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// Within its own timing.
    Timing,
    /// While the shift lasts.
    Shift,
    /// Until the day is over.
    Day,
}

/// A way to get more hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relief {
    /// An extra shift of one's own part-timers, at ordinary pay.
    ExtraShift,
    /// Somebody from another unit in the pool.
    Pool,
    /// Overtime.
    Overtime,
    /// An agency.
    Agency,
}

impl Relief {
    /// All, in the default order.
    pub const ALL: [Relief; 4] = [Relief::ExtraShift, Relief::Pool, Relief::Overtime, Relief::Agency];
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Relief::ExtraShift => "extra-shift",
            Relief::Pool => "pool",
            Relief::Overtime => "overtime",
            Relief::Agency => "agency",
        }
    }
}

/// A step of relief with its price.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Which.
    pub relief: Relief,
    /// What an hour costs, as a share of the group's hourly cost.
    pub factor: f64,
}

/// The ward's rules for the traffic light.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// Yellow work.
    pub yellow: Yields,
    /// Green work.
    pub green: Yields,
    /// How far work that waits may be put off on its own day.
    pub within: Within,
    /// Relief in the unit's own order.
    pub relief: Vec<Step>,
    /// Whether the order of relief and its prices are the ward's own.
    pub relief_is_own: bool,
}

impl Default for Rules {
    /// Yellow waits, within its own timing and else for the next days; green is left out; an hour of relief costs what it
    /// does by itself, half as much again as overtime, two and a half times as much from an agency.
    fn default() -> Self {
        let factor = |relief| match relief {
            Relief::ExtraShift | Relief::Pool => 1.0,
            Relief::Overtime => 1.5,
            Relief::Agency => 2.5,
        };
        Rules {
            yellow: Yields::Waits,
            green: Yields::LeftOut,
            within: Within::Timing,
            relief: Relief::ALL.map(|relief| Step { relief, factor: factor(relief) }).to_vec(),
            relief_is_own: false,
        }
    }
}
