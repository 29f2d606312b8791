//! Every rule a plan must keep, by its one name: the same in the model, the checker, the docs and the tests.

use serde::{Deserialize, Serialize};

/// A rule of the planning model (`docs/model.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Each placement stands on exactly one group.
    OneGroup,
    /// The group qualifies: `lowest` and `only`.
    Qualified,
    /// A pinned line stays on its group.
    Pinned,
    /// Weekday and weekend on one group where the line says so.
    SameAllWeek,
    /// Minutes placed on a group in a cell fit its capacity.
    WorkFits,
    /// Bound work is there at every instant.
    BoundPresent,
    /// Presence rules hold at every instant.
    Presence,
    /// The group has the people of whom so many can hold a course that as many as a rule of presence asks can be on.
    Competence,
    /// Least heads of a shift on its days.
    ShiftMin,
    /// Most heads of a shift on its days; none on other days.
    ShiftMax,
    /// At most the positions there are.
    Positions,
    /// At least the positions that must be used.
    PositionsLeast,
    /// At most the people there are, in årsverk.
    People,
    /// Weekend heads within what the people can carry.
    Weekends,
    /// Days that must be alike are.
    Alike,
    /// The plan costs no more than the budget.
    Budget,
    /// No more lines are moved than allowed.
    MaxMoves,
    /// A figure told in the plan agrees with what the plan gives.
    Figure,
}

impl Rule {
    /// All rules.
    pub const ALL: [Rule; 18] = [
        Rule::OneGroup,
        Rule::Qualified,
        Rule::Pinned,
        Rule::SameAllWeek,
        Rule::WorkFits,
        Rule::BoundPresent,
        Rule::Presence,
        Rule::Competence,
        Rule::ShiftMin,
        Rule::ShiftMax,
        Rule::Positions,
        Rule::PositionsLeast,
        Rule::People,
        Rule::Weekends,
        Rule::Alike,
        Rule::Budget,
        Rule::MaxMoves,
        Rule::Figure,
    ];

    /// Its name in `plan.json`, the docs and the message files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::OneGroup => "one_group",
            Rule::Qualified => "qualified",
            Rule::Pinned => "pinned",
            Rule::SameAllWeek => "same_all_week",
            Rule::WorkFits => "work_fits",
            Rule::BoundPresent => "bound_present",
            Rule::Presence => "presence",
            Rule::Competence => "competence",
            Rule::ShiftMin => "shift_min",
            Rule::ShiftMax => "shift_max",
            Rule::Positions => "positions",
            Rule::PositionsLeast => "positions_least",
            Rule::People => "people",
            Rule::Weekends => "weekends",
            Rule::Alike => "alike",
            Rule::Budget => "budget",
            Rule::MaxMoves => "max_moves",
            Rule::Figure => "figure",
        }
    }
}
