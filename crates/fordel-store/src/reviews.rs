//! Where the talk about each task stands: agreed, disputed, put aside.

use std::collections::BTreeMap;

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId, RowId};
use crate::words::ReviewState;

/// What the talk about a row came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Which row.
    pub row: RowId,
    /// Where it stands.
    pub state: ReviewState,
    /// What was noted.
    pub note: String,
    /// Who said so last.
    pub person: Option<PersonId>,
    /// When.
    pub at: Moment,
}

fn read_review(row: &Row<'_>) -> rusqlite::Result<Review> {
    Ok(Review { row: row.get(0)?, state: row.get(1)?, note: row.get(2)?, person: row.get(3)?, at: Moment(row.get(4)?) })
}

impl Reader<'_> {
    /// The reviews of a unit's rows, but for removed rows. A row that was never talked about has none.
    pub fn reviews(&self, unit: BranchId) -> Result<BTreeMap<RowId, Review>, Failure> {
        let reviews = self.all(
            "SELECT v.row, v.state, v.note, v.person, v.at FROM row r JOIN review v ON v.row = r.id \
             WHERE r.unit = ?1 AND r.removed = 0",
            [unit],
            read_review,
        )?;
        Ok(reviews.into_iter().map(|review| (review.row, review)).collect())
    }

    /// The review of a row.
    pub fn review(&self, row: RowId) -> Result<Option<Review>, Failure> {
        self.one("SELECT row, state, note, person, at FROM review WHERE row = ?1", [row], read_review)
    }
}

impl Writer<'_> {
    /// Says where the talk about a row of this unit stands.
    pub fn set_review(&mut self, unit: BranchId, row: RowId, state: ReviewState, note: &str) -> Result<(), Failure> {
        let home = self.unit_home(unit)?;
        self.sheet_of(unit, row)?;
        let old = self.review(row)?;
        let (old_state, old_note) =
            old.map_or((ReviewState::Open, String::new()), |review| (review.state, review.note));
        if (old_state, old_note.as_str()) == (state, note) {
            return Ok(());
        }
        self.execute(
            "INSERT INTO review (row, state, note, person, at) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (row) DO UPDATE SET state = ?2, note = ?3, person = ?4, at = ?5",
            (row, state, note, self.by.person, self.at.0),
        )?;
        for (field, before, after) in [("state", old_state.word(), state.word()), ("note", old_note.as_str(), note)] {
            if before != after {
                let entry = Entry::new(home, What::Reviewed, Subject::Row(row)).field(field);
                self.append(entry.before(before).after(after))?;
            }
        }
        Ok(())
    }
}
