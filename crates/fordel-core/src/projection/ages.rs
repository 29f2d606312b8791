//! A stretch of ages: `67–79`, `80+`, `0`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The oldest age that is told apart.
pub const OLDEST: u8 = 120;

/// Ages from one to another, both within; without an end it holds all that are older too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ages {
    /// The youngest.
    pub from: u8,
    /// The oldest; none: and all above.
    pub to: Option<u8>,
}

impl Ages {
    /// The oldest within.
    pub fn last(self) -> u8 {
        self.to.unwrap_or(OLDEST)
    }

    /// Whether it holds all of another.
    pub fn holds(self, other: Ages) -> bool {
        self.from <= other.from && other.last() <= self.last()
    }

    /// Whether some age is in both.
    pub fn meets(self, other: Ages) -> bool {
        self.from <= other.last() && other.from <= self.last()
    }
}

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            None => write!(f, "{}+", self.from),
            Some(to) if to == self.from => write!(f, "{to}"),
            Some(to) => write!(f, "{}–{to}", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_hold_and_meet() {
        let ages = |from, to| Ages { from, to };
        let old = ages(80, None);
        assert!(old.holds(ages(85, Some(89))) && old.holds(ages(105, None)) && !old.holds(ages(79, Some(85))));
        assert!(old.meets(ages(79, Some(80))) && !old.meets(ages(67, Some(79))));
        assert!(!ages(67, Some(79)).holds(ages(67, None)));
        let written = [old, ages(0, Some(17)), ages(4, Some(4))].map(|ages| ages.to_string());
        assert_eq!(written, ["80+", "0–17", "4"]);
    }
}
