//! What happens on a unit's pages, told to all who look at them; and where each of them is.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use fordel_store::{Applied, BranchId, Moment, PersonId, RowId};
use serde::Serialize;

/// Somebody's place is forgotten after so many milliseconds without a word.
const FORGOTTEN: i64 = 30_000;

/// Something that happened on a unit's pages.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// Cells were changed, rows added or removed.
    Change(Changed),
    /// Who is where.
    Here(Vec<Here>),
    /// A proposal went on.
    Proposal(Progressed),
    /// A proposal was changed by hand.
    ByHand(ByHand),
    /// What is agreed about a task, or an objection.
    Talk(Talk),
}

impl Event {
    /// Its name in the stream.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Change(_) => "change",
            Event::Here(_) => "here",
            Event::Proposal(_) => "proposal",
            Event::ByHand(_) => "own",
            Event::Talk(_) => "talk",
        }
    }
}

/// Cells changed, rows added or removed.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// The book's revision after it.
    pub revision: i64,
    /// Who did it.
    pub by: String,
    /// The batch, as its sender named it.
    pub client: String,
    /// Cells, rows and columns as they are now.
    #[serde(flatten)]
    pub applied: Applied,
}

/// Where somebody is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Here {
    /// Initials.
    pub who: String,
    /// Name.
    pub name: String,
    /// The sheet.
    pub sheet: String,
    /// The row, if in a cell.
    pub row: Option<RowId>,
    /// The column, if in a cell.
    pub column: Option<String>,
}

/// How far a proposal has come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Progressed {
    /// Its number in the unit.
    pub number: i64,
    /// `waiting`, `running`, `done`, `cancelled` or `failed`.
    pub state: &'static str,
    /// What is being solved: one of [`PHASES`](super::PHASES).
    pub phase: Option<&'static str>,
    /// Seconds since it was taken up.
    pub seconds: f64,
    /// Best value of the goal so far.
    pub best: Option<f64>,
    /// Proven bound so far.
    pub bound: Option<f64>,
    /// (best − bound) ÷ best.
    pub gap: Option<f64>,
}

/// A proposal changed by hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByHand {
    /// Its number in the unit.
    pub number: i64,
    /// Its version after the change.
    pub version: i64,
    /// Who did it.
    pub by: String,
    /// The placements that were moved: row and days.
    pub moved: Vec<(u32, Vec<u8>)>,
}

/// Something said about a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Talk {
    /// The row.
    pub row: RowId,
    /// `open`, `agreed`, `disputed`, `parked`, or `objection`.
    pub review: &'static str,
}

/// Who is told.
pub type Listener = Box<dyn Fn(BranchId, &Event) + Send + Sync>;

/// Tells those who look, and remembers where they are.
pub struct Hub {
    listener: Listener,
    places: Mutex<BTreeMap<(BranchId, PersonId), (Here, Moment)>>,
}

impl Hub {
    /// Tells this listener.
    pub fn new(listener: Listener) -> Hub {
        Hub { listener, places: Mutex::default() }
    }

    /// Tells what happened in a unit.
    pub fn tell(&self, unit: BranchId, event: &Event) {
        (self.listener)(unit, event);
    }

    /// Somebody is here now; all are told if that is news.
    pub fn here(&self, unit: BranchId, person: PersonId, here: Here, now: Moment) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|_, (_, at)| now.0 - at.0 < FORGOTTEN);
        let before = places.insert((unit, person), (here.clone(), now));
        let there = in_unit(&places, unit);
        drop(places);
        if before.is_none_or(|(before, _)| before != here) {
            self.tell(unit, &Event::Here(there));
        }
    }

    /// Who is in a unit.
    pub fn there(&self, unit: BranchId, now: Moment) -> Vec<Here> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|_, (_, at)| now.0 - at.0 < FORGOTTEN);
        in_unit(&places, unit)
    }
}

fn in_unit(places: &BTreeMap<(BranchId, PersonId), (Here, Moment)>, unit: BranchId) -> Vec<Here> {
    places.iter().filter(|((u, _), _)| *u == unit).map(|(_, (here, _))| here.clone()).collect()
}

/// `KN` for `Kari Nordmann`.
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = match words[..] {
        [] => vec![],
        [one] => vec![one],
        [first, .., last] => vec![first, last],
    };
    ends.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_the_first_and_the_last_names() {
        assert_eq!(initials("Kari Nordmann"), "KN");
        assert_eq!(initials("  øystein   de  la Cruz "), "ØC");
        assert_eq!(initials("Ola"), "O");
        assert_eq!(initials(""), "");
    }
}
