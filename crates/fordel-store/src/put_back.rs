//! Putting back what was done in one go, whoever did it: what becomes of each change, and doing it in one step.

use std::collections::{BTreeMap, BTreeSet};

use crate::access::{Reader, Writer};
use crate::books::{parse_cells, write_cells};
use crate::changes::{CHANGE, Change, Subject, What, read_change};
use crate::edits::Edited;
use crate::failure::Failure;
use crate::history::NamedRow;
use crate::ids::{BranchId, RowId};
use crate::proposals::fingerprint;
use crate::work::Work;

/// What becomes of a change when all that was done in one go with it is put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turned {
    /// What it made still stands, and is put back.
    Back,
    /// What it made is gone already.
    Gone,
    /// What it is about has been changed since, and is left as it is.
    Left(Meanwhile),
}

/// How it stands where something has been changed since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meanwhile {
    /// What stands there now: a text, or the cells of a row as the chain keeps them; none where there is no such text.
    pub now: Option<String>,
    /// Whether the row was removed.
    pub removed: bool,
    /// Who changed it last, if known.
    pub by: Option<String>,
}

/// A word for what becomes of these changes: another as soon as something else of them would be put back.
pub fn outcome(turned: &[(Change, Turned)]) -> String {
    let line = |(change, turned): &(Change, Turned)| {
        let word = match turned {
            Turned::Back => "back",
            Turned::Gone => "gone",
            Turned::Left(_) => "left",
        };
        format!("{} {word}\n", change.seq)
    };
    fingerprint(&turned.iter().map(line).collect::<String>())
}

impl Reader<'_> {
    /// The changes of a unit that were made in one go with this one, itself too, the last first. Another unit's change
    /// isn't found.
    pub fn made_with(&self, unit: BranchId, seq: i64) -> Result<Vec<Change>, Failure> {
        let one = self.change_of(unit, seq)?;
        let sql =
            format!("{CHANGE} WHERE c.batch = ?1 AND c.unit = ?2 AND c.person IS ?3 AND c.at = ?4 ORDER BY c.seq DESC");
        self.all(&sql, (&one.batch, unit, one.person, one.at.0), read_change)
    }

    /// What becomes of these changes, made in one go and the last first, when they are put back. Only those of the
    /// unit's book are told.
    pub fn turned(&self, unit: BranchId, changes: &[Change]) -> Result<Vec<(Change, Turned)>, Failure> {
        let mut standing = Standing::of(self, unit, changes)?;
        let mut told = Vec::new();
        for change in changes {
            if let Some(turned) = standing.turn(change)? {
                told.push((change.clone(), turned));
            }
        }
        Ok(told)
    }
}

impl Writer<'_> {
    /// Puts back what was done in one go with the change `seq`, as the batch `batch`: one step to undo, told as such.
    /// What has been changed since is left. [`Failure::Stale`] where the [`outcome`] would be another than was `seen`, or
    /// none is put back.
    pub fn put_back(&mut self, unit: BranchId, seq: i64, batch: &str, seen: &str) -> Result<Edited, Failure> {
        let turned = self.turned(unit, &self.made_with(unit, seq)?)?;
        if outcome(&turned) != seen || turned.iter().all(|(_, turned)| *turned != Turned::Back) {
            return Err(Failure::Stale);
        }
        let number = seq.to_string();
        let mut work = Work::begin(self, unit, batch)?;
        work.tell(What::PutBack, Subject::Branch(unit), Some(&number), None, None)?;
        for (change, _) in turned.iter().filter(|(_, turned)| *turned == Turned::Back) {
            work.turn(change)?;
        }
        let (edited, first) = work.end()?;
        if !edited.conflicts.is_empty() {
            return Err(Failure::Stale);
        }
        if let Some(first) = first {
            self.keep_step(unit, batch, first)?;
        }
        Ok(edited)
    }
}

/// A unit's book as it will stand while one change after the other is put back, the last first.
struct Standing<'r, 'c> {
    reader: &'r Reader<'c>,
    unit: BranchId,
    rows: BTreeMap<RowId, NamedRow>,
    /// The ward's own columns that are there, by sheet and header.
    columns: BTreeSet<(String, String)>,
    /// Rows that came with these changes.
    added: BTreeSet<RowId>,
    /// Columns that these changes took away, though they may have brought them again: they were there before.
    replaced: BTreeSet<(String, String)>,
    /// The number of the last change.
    last: i64,
}

impl<'r, 'c> Standing<'r, 'c> {
    fn of(reader: &'r Reader<'c>, unit: BranchId, changes: &[Change]) -> Result<Self, Failure> {
        let (mut touched, mut added, mut replaced) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for change in changes {
            match (What::from_word(&change.what), &change.subject) {
                (what, Subject::Row(row)) => {
                    touched.insert(*row);
                    if what == Some(What::RowAdded) {
                        added.insert(*row);
                    }
                }
                (Some(What::ColumnRemoved), Subject::Sheet(sheet)) => {
                    replaced.insert((sheet.clone(), change.field.clone().unwrap_or_default()));
                }
                _ => {}
            }
        }
        let touched: Vec<RowId> = touched.into_iter().collect();
        Ok(Standing {
            reader,
            unit,
            rows: reader.named_rows(unit, &touched)?,
            columns: reader.own_columns(unit)?.into_iter().collect(),
            added,
            replaced,
            last: changes.first().map_or(0, |change| change.seq),
        })
    }

    /// What becomes of a change; none where it isn't about the book. As [`Work::turn`] turns it, but for what must not
    /// go unseen where it isn't one's own last step: a place that anybody has changed since, a column that has been
    /// filled in.
    fn turn(&mut self, change: &Change) -> Result<Option<Turned>, Failure> {
        let field = change.field.as_deref().unwrap_or_default();
        let before = change.before.as_deref().unwrap_or_default();
        let after = change.after.as_deref().unwrap_or_default();
        Ok(Some(match (What::from_word(&change.what), &change.subject) {
            (Some(What::CellChanged), Subject::Row(row)) => self.cell(*row, field, before, after)?,
            (Some(What::RowAdded | What::RowRestored), Subject::Row(row)) => self.remove(*row, after)?,
            (Some(What::RowRemoved), Subject::Row(row)) => self.restore(*row),
            (Some(What::RowMoved), Subject::Row(row)) => self.move_back(*row)?,
            (Some(What::ColumnAdded), Subject::Sheet(sheet)) => self.remove_column(sheet, field)?,
            (Some(What::ColumnRemoved), Subject::Sheet(sheet)) => self.add_column(sheet, field),
            _ => return Ok(None),
        }))
    }

    fn cell(&mut self, id: RowId, column: &str, before: &str, after: &str) -> Result<Turned, Failure> {
        let Some(row) = self.rows.get_mut(&id) else { return Ok(Turned::Gone) };
        let is = row.cells.get(column).cloned().unwrap_or_default();
        if row.removed && self.added.contains(&id) || !row.removed && is == before {
            return Ok(Turned::Gone);
        }
        if row.removed || is != after {
            let removed = row.removed;
            return self.left(id, Some(column), removed, Some(is));
        }
        match before {
            "" => row.cells.remove(column),
            _ => row.cells.insert(column.to_owned(), before.to_owned()),
        };
        Ok(Turned::Back)
    }

    fn remove(&mut self, id: RowId, cells: &str) -> Result<Turned, Failure> {
        let Some(row) = self.rows.get_mut(&id).filter(|row| !row.removed) else { return Ok(Turned::Gone) };
        let now = write_cells(&row.cells)?;
        if now != cells {
            return self.left(id, None, false, Some(now));
        }
        row.removed = true;
        Ok(Turned::Back)
    }

    fn restore(&mut self, id: RowId) -> Turned {
        match self.rows.get_mut(&id).filter(|row| row.removed) {
            Some(row) => {
                row.removed = false;
                Turned::Back
            }
            None => Turned::Gone,
        }
    }

    fn move_back(&self, id: RowId) -> Result<Turned, Failure> {
        match self.rows.get(&id) {
            None => return Ok(Turned::Gone),
            Some(row) if row.removed && self.added.contains(&id) => return Ok(Turned::Gone),
            Some(row) if row.removed => return self.left(id, None, true, None),
            Some(_) => {}
        }
        let sql = "SELECT coalesce(p.name, c.agent) FROM change c LEFT JOIN person p ON p.id = c.person \
                   WHERE c.subject = ?1 AND c.what = ?2 AND c.seq > ?3 ORDER BY c.seq DESC LIMIT 1";
        let key = (Subject::Row(id).to_string(), What::RowMoved, self.last);
        let since = self.reader.one(sql, key, |row| row.get::<_, Option<String>>(0))?;
        Ok(match since {
            Some(by) => Turned::Left(Meanwhile { by, ..Meanwhile::default() }),
            None => Turned::Back,
        })
    }

    fn remove_column(&mut self, sheet: &str, header: &str) -> Result<Turned, Failure> {
        let column = (sheet.to_owned(), header.to_owned());
        if !self.columns.contains(&column) {
            return Ok(Turned::Gone);
        }
        if !self.replaced.contains(&column)
            && let Some((row, text)) = self.filled(sheet, header)?
        {
            return self.left(row, Some(header), false, Some(text));
        }
        self.columns.remove(&column);
        Ok(Turned::Back)
    }

    fn add_column(&mut self, sheet: &str, header: &str) -> Turned {
        if self.columns.insert((sheet.to_owned(), header.to_owned())) { Turned::Back } else { Turned::Gone }
    }

    /// A text that stands in a column still, and its row.
    fn filled(&self, sheet: &str, header: &str) -> Result<Option<(RowId, String)>, Failure> {
        let sql = "SELECT id, cells FROM row WHERE unit = ?1 AND sheet = ?2 AND removed = 0 ORDER BY position";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, RowId>(0)?, row.get::<_, String>(1)?));
        for (id, kept) in self.reader.all(sql, (self.unit, sheet), read)? {
            let text = match self.rows.get(&id) {
                Some(row) if row.removed => None,
                Some(row) => row.cells.get(header).cloned(),
                None => parse_cells(&kept)?.remove(header),
            };
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                return Ok(Some((id, text)));
            }
        }
        Ok(None)
    }

    fn left(&self, row: RowId, column: Option<&str>, removed: bool, now: Option<String>) -> Result<Turned, Failure> {
        let by = self.reader.last_author(row, column.filter(|_| !removed))?;
        Ok(Turned::Left(Meanwhile { now, removed, by }))
    }
}
