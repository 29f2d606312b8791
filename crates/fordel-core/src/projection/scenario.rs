//! Scenarios of the years ahead: what is done beside going on as today.

use super::{Assumptions, What};

/// A scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// The work shared out as today.
    AsToday,
    /// The work shared out as the plan has it.
    Sharing,
    /// People work larger positions.
    MorePercent,
    /// Fewer hours are lost to absence.
    LessAbsence,
    /// Task sharing, larger positions and less absence, as far as they are told.
    Together,
    /// The work shared out as today, with other growth.
    OtherGrowth,
}

impl Scenario {
    /// All, in the order in which they are told.
    pub const ALL: [Scenario; 6] = [
        Scenario::AsToday,
        Scenario::Sharing,
        Scenario::MorePercent,
        Scenario::LessAbsence,
        Scenario::Together,
        Scenario::OtherGrowth,
    ];

    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Scenario::AsToday => "as-today",
            Scenario::Sharing => "sharing",
            Scenario::MorePercent => "more-percent",
            Scenario::LessAbsence => "less-absence",
            Scenario::Together => "together",
            Scenario::OtherGrowth => "other-growth",
        }
    }

    /// Whether the work is shared out as the plan has it.
    pub fn shares(self) -> bool {
        matches!(self, Scenario::Sharing | Scenario::Together)
    }

    /// Whether people work larger positions.
    pub fn works_more(self) -> bool {
        matches!(self, Scenario::MorePercent | Scenario::Together)
    }

    /// Whether fewer hours are lost to absence.
    pub fn is_away_less(self) -> bool {
        matches!(self, Scenario::LessAbsence | Scenario::Together)
    }

    /// Whether it says anything of a unit with these assumptions, with or without a plan.
    pub fn is_told(self, of: &Assumptions, has_plan: bool) -> bool {
        let has = |what: What| of.entries.iter().any(|entry| entry.what == what);
        match self {
            Scenario::AsToday => true,
            Scenario::Sharing => has_plan,
            Scenario::MorePercent => has(What::MorePercent),
            Scenario::LessAbsence => has(What::LessAbsence),
            Scenario::OtherGrowth => has(What::OtherGrowth),
            Scenario::Together => {
                let parts = [has_plan, has(What::MorePercent), has(What::LessAbsence)];
                parts.into_iter().filter(|told| *told).count() >= 2
            }
        }
    }
}
