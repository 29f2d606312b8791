//! The demands on a plan by name, and how a problem differs from the ward as it is.

use fordel_core::rule::Rule;
use fordel_core::time::DaySet;
use fordel_core::ward::{Alike, GroupId, LineId, Part, ShiftId};

/// A demand that can be named in a conflict, be lifted, or have a worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// At most the positions there are.
    Positions(GroupId),
    /// At least the positions that must be used.
    PositionsLeast(GroupId),
    /// At most the people there are, in årsverk.
    People(GroupId),
    /// Weekend heads within what the people can carry.
    Weekends(GroupId),
    /// A presence rule.
    Presence(usize),
    /// Holders of a course that a presence rule names: the group's people.
    Competence(usize),
    /// Least heads of a shift.
    ShiftMin(ShiftId),
    /// Most heads of a shift.
    ShiftMax(ShiftId),
    /// The work of a line.
    Line(LineId),
    /// The line's pin.
    Pinned(LineId),
    /// The groups that the line names.
    Only(LineId),
    /// The line's same group all week.
    SameAllWeek(LineId),
    /// Days that share their heads.
    Alike,
    /// Most kroner a year.
    Budget,
    /// Most moves.
    MaxMoves,
}

impl Demand {
    /// The rule's name in messages and JSON; `work` for a line that must be done, `only` for the groups it names.
    pub fn name(self) -> &'static str {
        match self {
            Demand::Positions(_) => Rule::Positions.name(),
            Demand::PositionsLeast(_) => Rule::PositionsLeast.name(),
            Demand::People(_) => Rule::People.name(),
            Demand::Weekends(_) => Rule::Weekends.name(),
            Demand::Presence(_) => Rule::Presence.name(),
            Demand::Competence(_) => Rule::Competence.name(),
            Demand::ShiftMin(_) => Rule::ShiftMin.name(),
            Demand::ShiftMax(_) => Rule::ShiftMax.name(),
            Demand::Line(_) => "work",
            Demand::Pinned(_) => Rule::Pinned.name(),
            Demand::Only(_) => "only",
            Demand::SameAllWeek(_) => Rule::SameAllWeek.name(),
            Demand::Alike => Rule::Alike.name(),
            Demand::Budget => Rule::Budget.name(),
            Demand::MaxMoves => Rule::MaxMoves.name(),
        }
    }
    /// The part of the ward where it stands.
    pub fn part(self) -> Option<Part> {
        Some(match self {
            Demand::Positions(g) => Part::Positions(g),
            Demand::PositionsLeast(g) => Part::PositionsLeast(g),
            Demand::People(g) => Part::People(g),
            Demand::Weekends(g) => Part::WeekendEvery(g),
            Demand::Presence(i) | Demand::Competence(i) => Part::Presence(i),
            Demand::ShiftMin(s) => Part::ShiftMin(s),
            Demand::ShiftMax(s) => Part::ShiftMax(s),
            Demand::Line(l) => Part::Line(l),
            Demand::Pinned(l) => Part::Pinned(l),
            Demand::Only(l) => Part::Only(l),
            Demand::SameAllWeek(l) => Part::Line(l),
            Demand::Alike => Part::Alike,
            Demand::Budget => Part::Budget,
            Demand::MaxMoves => return None,
        })
    }
}

/// Where the lines may stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// On any group that qualifies.
    Free,
    /// On today's group; freely where it isn't told or doesn't qualify.
    Carried,
    /// On the lowest group that qualifies.
    Rightmost,
}

/// How a problem differs from the ward as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Where the lines may stand.
    pub standing: Standing,
    /// Whether days share their heads.
    pub alike: Alike,
    /// Lines held on a group.
    pub pins: Vec<(LineId, GroupId)>,
    /// One placement held on a group, or kept from it: (line, its days, group, held).
    pub held: Vec<(LineId, DaySet, GroupId, bool)>,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// Most moves.
    pub max_moves: Option<u32>,
    /// Positions, most heads and people with their weekends are lifted.
    pub lifted: bool,
}

impl Scenario {
    /// The request as it stands.
    pub fn of(request: &crate::Request) -> Scenario {
        Scenario {
            standing: Standing::Free,
            alike: request.alike,
            pins: request.pins.clone(),
            held: Vec::new(),
            budget_kr: request.budget_kr,
            max_moves: request.max_moves,
            lifted: false,
        }
    }
    /// Only the rules of the ward, lines standing as told: how comparisons are measured.
    pub fn comparison(alike: Alike, standing: Standing, lifted: bool) -> Scenario {
        Scenario { standing, alike, pins: Vec::new(), held: Vec::new(), budget_kr: None, max_moves: None, lifted }
    }
}
