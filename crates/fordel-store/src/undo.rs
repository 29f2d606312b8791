//! Undo and redo: a person's own last batch in a unit, turned round by what the chain says of it.

use serde::{Deserialize, Serialize};

use crate::access::Writer;
use crate::changes::{Change, Subject, What};
use crate::edits::Edited;
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId, RowId};
use crate::places::Anchor;
use crate::work::Work;

/// How many batches a person can undo in a unit.
const STEPS: i64 = 1000;

/// What became of undoing or redoing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Whether there was a batch to turn round. What others have changed since is told in the conflicts.
    pub undone: bool,
    /// What changed.
    pub edited: Edited,
}

/// A batch that can be turned round.
struct Step {
    number: i64,
    batch: String,
    since: i64,
}

impl Writer<'_> {
    /// Undoes the author's own last batch in this unit that isn't undone, as the batch `batch`. What somebody else has
    /// changed since is left, and told as a conflict.
    pub fn undo(&mut self, unit: BranchId, batch: &str) -> Result<Undone, Failure> {
        self.turn(unit, batch, What::Undone, "undone = 0 ORDER BY number DESC", true)
    }

    /// Does again what the author undid last in this unit, as the batch `batch`.
    pub fn redo(&mut self, unit: BranchId, batch: &str) -> Result<Undone, Failure> {
        self.turn(unit, batch, What::Redone, "undone = 1 ORDER BY number", false)
    }

    /// Keeps a batch as one that its author can undo. What they had undone before can no longer be redone.
    pub(crate) fn keep_step(&mut self, unit: BranchId, batch: &str, since: i64) -> Result<(), Failure> {
        let Some(person) = self.by.person else { return Ok(()) };
        self.execute("DELETE FROM step WHERE unit = ?1 AND person = ?2 AND undone = 1", (unit, person))?;
        let sql = "SELECT number, batch, since FROM step WHERE unit = ?1 AND person = ?2 ORDER BY number DESC LIMIT 1";
        let last = self.one(sql, (unit, person), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let number = match last {
            // One batch may come in several parts.
            Some((_, last)) if last == batch => return Ok(()),
            Some((number, _)) => number + 1,
            None => 1,
        };
        self.execute(
            "INSERT INTO step (unit, person, number, batch, since, undone) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            (unit, person, number, batch, since),
        )?;
        self.execute(
            "DELETE FROM step WHERE unit = ?1 AND person = ?2 AND number <= ?3",
            (unit, person, number - STEPS),
        )?;
        Ok(())
    }

    fn turn(&mut self, unit: BranchId, batch: &str, what: What, which: &str, undone: bool) -> Result<Undone, Failure> {
        let nothing = |writer: &Self, undone| {
            let edited = Edited { revision: writer.revision(unit)?, ..Edited::default() };
            Ok(Undone { undone, edited })
        };
        self.unit_home(unit)?;
        let Some(person) = self.by.person else { return nothing(self, false) };
        if self.batch_is_known(unit, Some(person), batch)? {
            // Sent again after an answer was lost.
            return nothing(self, true);
        }
        let sql = format!("SELECT number, batch, since FROM step WHERE unit = ?1 AND person = ?2 AND {which} LIMIT 1");
        let read = |row: &rusqlite::Row<'_>| Ok(Step { number: row.get(0)?, batch: row.get(1)?, since: row.get(2)? });
        let Some(step) = self.one(&sql, (unit, person), read)? else { return nothing(self, false) };
        let edited = self.turn_step(unit, person, batch, what, &step)?;
        let since = edited.1;
        self.execute(
            "UPDATE step SET undone = ?4, batch = ?5, since = ?6 WHERE unit = ?1 AND person = ?2 AND number = ?3",
            (unit, person, step.number, undone, batch, since),
        )?;
        Ok(Undone { undone: true, edited: edited.0 })
    }

    /// Turns round every change of a step, the last first; what changed, and the number of the first new change.
    fn turn_step(
        &mut self,
        unit: BranchId,
        person: PersonId,
        batch: &str,
        what: What,
        step: &Step,
    ) -> Result<(Edited, i64), Failure> {
        let changes = self.changes_of_batch(unit, person, &step.batch, step.since)?;
        let mut work = Work::begin(self, unit, batch)?;
        work.tell(what, Subject::Branch(unit), None, Some(&step.batch), None)?;
        for change in &changes {
            work.turn(change)?;
        }
        let (edited, first) = work.end()?;
        Ok((edited, first.unwrap_or_default()))
    }
}

impl Work<'_, '_> {
    /// Turns one change round, if what it made still stands.
    pub(crate) fn turn(&mut self, change: &Change) -> Result<(), Failure> {
        let field = change.field.as_deref().unwrap_or_default();
        let before = change.before.as_deref().unwrap_or_default();
        let after = change.after.as_deref().unwrap_or_default();
        match (What::from_word(&change.what), &change.subject) {
            (Some(What::CellChanged), Subject::Row(row)) => self.cell(*row, field, Some(after), before),
            (Some(What::RowAdded | What::RowRestored), Subject::Row(row)) => self.remove_unchanged(*row, after),
            (Some(What::RowRemoved), Subject::Row(row)) => self.restore(*row),
            (Some(What::RowMoved), Subject::Row(row)) => self.move_back(*row, change),
            (Some(What::ColumnAdded), Subject::Sheet(sheet)) => self.remove_column(sheet, field),
            (Some(What::ColumnRemoved), Subject::Sheet(sheet)) => {
                let position = before.parse().map_err(|_| Failure::Corrupt(format!("change {}", change.seq)))?;
                self.add_column(sheet, field, Some(position))
            }
            _ => Ok(()),
        }
    }

    /// Removes a row whose cells are as they were when it came: else somebody else has worked on it.
    fn remove_unchanged(&mut self, row: RowId, cells: &str) -> Result<(), Failure> {
        if self.is_removed(row)? {
            return Ok(());
        }
        let now = self.cells_of(row)?;
        if now == cells { self.remove(row) } else { self.refuse(row, None, "", String::new()) }
    }

    /// Puts a row back where it stood, if nobody else has moved it since.
    fn move_back(&mut self, row: RowId, change: &Change) -> Result<(), Failure> {
        // What is being turned round right now, by whom it may, isn't somebody else's move.
        let sql = "SELECT 1 FROM change WHERE subject = ?1 AND what = ?2 AND seq > ?3 AND person IS NOT ?4 \
                   AND batch <> ?5 LIMIT 1";
        let key = (Subject::Row(row).to_string(), What::RowMoved, change.seq, change.person, self.batch);
        if self.writer.one(sql, key, |_| Ok(()))?.is_some() {
            return self.refuse(row, None, "", String::new());
        }
        let anchor = match &change.before {
            None => Anchor::First,
            Some(above) => {
                let above = above.parse().map_err(|_| Failure::Corrupt(format!("change {}", change.seq)))?;
                Anchor::After(RowId(above))
            }
        };
        self.move_row(row, anchor)
    }
}
