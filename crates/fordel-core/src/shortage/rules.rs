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

/// When a task that is left out, or put off, again and again is a finding: in at least so many of so many logged uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Left out, or put off, in at least so many …
    pub least: u32,
    /// … of each so many uses in which it was to be done, and of as many at least.
    pub of: u32,
}

impl Default for Dropped {
    /// Four of five: fewer uses tell little.
    fn default() -> Self {
        Dropped { least: 4, of: 5 }
    }
}

impl Dropped {
    /// Whether a task that was left out, or put off, so many times, of so many in which it was to be done, is a finding.
    pub fn holds(self, times: u64, uses: u64) -> bool {
        uses >= u64::from(self.of) && times * u64::from(self.of) >= uses * u64::from(self.least)
    }
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
    /// When a task that is left out or put off is a finding.
    #[serde(default)]
    pub dropped: Dropped,
}

impl Rules {
    /// Whether a step of relief is among the ward's.
    pub fn uses(&self, relief: Relief) -> bool {
        self.relief.iter().any(|step| step.relief == relief)
    }
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
            dropped: Dropped::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_always_dropped_from_the_share_and_the_number_of_uses_on() {
        let rule = Dropped { least: 4, of: 5 };
        let cases = [(4, 4, false), (4, 5, true), (3, 5, false), (7, 9, false), (8, 10, true), (0, 0, false)];
        for (left_out, uses, holds) in cases {
            assert_eq!(rule.holds(left_out, uses), holds, "{left_out} of {uses}");
        }
    }
}
