//! A batch of changes to a ward's book being carried out: each cell changed only if it still holds what its author saw.

use std::collections::{BTreeMap, HashMap};

use crate::access::{Reader, Writer};
use crate::books::{parse_cells, write_cells};
use crate::branches::Home;
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::edits::{AddedRow, ChangedCell, ChangedColumn, Conflict, Edit, Edited, MovedRow};
use crate::failure::Failure;
use crate::ids::{BranchId, RowId};
use crate::places::{Anchor, Place};

/// A batch being carried out.
pub(crate) struct Work<'w, 'c> {
    pub(crate) writer: &'w mut Writer<'c>,
    home: Home,
    unit: BranchId,
    pub(crate) batch: &'w str,
    /// Whether this batch was sent before.
    repeated: bool,
    /// Rows that were touched, as they stand now.
    rows: HashMap<RowId, Held>,
    /// The row that was last put at a place, so that the next one comes after it.
    last_at: HashMap<(String, Place), RowId>,
    /// Positions that were made for rows yet to come.
    prepared: HashMap<usize, i64>,
    first_change: Option<i64>,
    pub(crate) edited: Edited,
}

/// A row as it stands in the batch.
struct Held {
    sheet: String,
    cells: BTreeMap<String, String>,
    removed: bool,
    dirty: bool,
}

impl<'w, 'c> Work<'w, 'c> {
    pub(crate) fn begin(writer: &'w mut Writer<'c>, unit: BranchId, batch: &'w str) -> Result<Self, Failure> {
        let home = writer.unit_home(unit)?;
        let repeated = writer.batch_is_known(unit, writer.by.person, batch)?;
        Ok(Work {
            writer,
            home,
            unit,
            batch,
            repeated,
            rows: HashMap::new(),
            last_at: HashMap::new(),
            prepared: HashMap::new(),
            first_change: None,
            edited: Edited::default(),
        })
    }

    /// Brings the batch to its end: what became of it, and the number of its first change if it made any.
    pub(crate) fn end(mut self) -> Result<(Edited, Option<i64>), Failure> {
        for (id, held) in &self.rows {
            if held.dirty {
                self.writer.execute(
                    "UPDATE row SET cells = ?2, removed = ?3, version = version + 1 WHERE id = ?1",
                    (id, write_cells(&held.cells)?, held.removed),
                )?;
            }
        }
        if self.first_change.is_some() {
            self.writer.execute("UPDATE branch SET revision = revision + 1 WHERE id = ?1", [self.unit])?;
        }
        self.edited.revision = self.writer.revision(self.unit)?;
        Ok((self.edited, self.first_change))
    }

    /// Appends to the chain, under this batch.
    pub(crate) fn tell(
        &mut self,
        what: What,
        subject: Subject,
        field: Option<&str>,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Failure> {
        let entry = Entry::new(self.home, what, subject).batch(self.batch).field(field).before(before).after(after);
        self.writer.append(entry)?;
        if self.first_change.is_none() {
            self.first_change = self.writer.head.map(|head| head.seq);
        }
        Ok(())
    }

    /// Carries out edits, in their order.
    pub(crate) fn edits(&mut self, edits: &[Edit]) -> Result<(), Failure> {
        for (i, edit) in edits.iter().enumerate() {
            match edit {
                Edit::Cell { row, column, was, now } => self.cell(*row, column, was.as_deref(), now)?,
                Edit::Add { temp, sheet, place, cells } => self.add(edits, i, (temp, sheet, place, cells))?,
                Edit::Remove { row } => self.remove(*row)?,
                Edit::Restore { row } => self.restore(*row)?,
                Edit::Move { row, place } => {
                    let anchor = self.anchor(place)?;
                    self.move_row(*row, anchor)?;
                }
                Edit::AddColumn { sheet, header } => self.add_column(sheet, header, None)?,
                Edit::RemoveColumn { sheet, header } => self.remove_column(sheet, header)?,
            }
        }
        Ok(())
    }

    fn held(&mut self, row: RowId) -> Result<&mut Held, Failure> {
        use std::collections::hash_map::Entry;
        match self.rows.entry(row) {
            Entry::Occupied(held) => Ok(held.into_mut()),
            Entry::Vacant(empty) => Ok(empty.insert(read_held(self.writer, self.unit, row)?)),
        }
    }

    /// Another text in a cell, if it holds `was`.
    pub(crate) fn cell(&mut self, row: RowId, column: &str, was: Option<&str>, now: &str) -> Result<(), Failure> {
        let held = self.held(row)?;
        let removed = held.removed;
        let is = held.cells.get(column).cloned().unwrap_or_default();
        if !removed && is == now {
            return Ok(());
        }
        if removed || was.is_some_and(|was| was != is) {
            return self.refuse(row, Some(column), now, is);
        }
        held.dirty = true;
        match now {
            "" => held.cells.remove(column),
            _ => held.cells.insert(column.to_owned(), now.to_owned()),
        };
        self.tell(What::CellChanged, Subject::Row(row), Some(column), filled(&is), filled(now))?;
        self.edited.applied.cells.push(ChangedCell { row, column: column.to_owned(), value: now.to_owned() });
        Ok(())
    }

    /// Tells an edit as a conflict.
    pub(crate) fn refuse(
        &mut self,
        row: RowId,
        column: Option<&str>,
        mine: &str,
        theirs: String,
    ) -> Result<(), Failure> {
        let removed = self.held(row)?.removed;
        let by = self.writer.last_author(row, column.filter(|_| !removed))?;
        let (column, mine) = (column.map(str::to_owned), mine.to_owned());
        self.edited.conflicts.push(Conflict { row, column, mine, theirs, removed, by });
        Ok(())
    }

    /// Removes a row.
    pub(crate) fn remove(&mut self, row: RowId) -> Result<(), Failure> {
        if self.held(row)?.removed {
            return Ok(());
        }
        let cells = self.set_removed(row, true)?;
        self.tell(What::RowRemoved, Subject::Row(row), None, Some(&cells), None)?;
        self.edited.applied.removed.push(row);
        Ok(())
    }

    /// Brings a removed row back.
    pub(crate) fn restore(&mut self, row: RowId) -> Result<(), Failure> {
        let held = self.held(row)?;
        if !held.removed {
            return Ok(());
        }
        let (sheet, cells) = (held.sheet.clone(), held.cells.clone());
        let text = self.set_removed(row, false)?;
        self.tell(What::RowRestored, Subject::Row(row), None, None, Some(&text))?;
        let position = self.writer.position_of(self.unit, row)?;
        let after = self.writer.row_before(self.unit, &sheet, position, false)?;
        self.edited.applied.added.push(AddedRow { row, sheet, after, cells });
        Ok(())
    }

    /// Writes at once whether a row is removed, since places are told without removed ones; its cells as they are kept.
    fn set_removed(&mut self, row: RowId, removed: bool) -> Result<String, Failure> {
        let held = self.held(row)?;
        held.removed = removed;
        held.dirty = false;
        let cells = write_cells(&held.cells)?;
        self.writer.execute(
            "UPDATE row SET cells = ?2, removed = ?3, version = version + 1 WHERE id = ?1",
            (row, &cells, removed),
        )?;
        Ok(cells)
    }

    /// Puts a row elsewhere in its sheet.
    pub(crate) fn move_row(&mut self, row: RowId, anchor: Anchor) -> Result<(), Failure> {
        let held = self.held(row)?;
        if held.removed {
            return self.refuse(row, None, "", String::new());
        }
        let sheet = held.sheet.clone();
        let before = self.row_above(row, &sheet)?;
        let there = match anchor {
            Anchor::First => before.is_none(),
            Anchor::Last => self.writer.row_before(self.unit, &sheet, i64::MAX, true)? == Some(row),
            Anchor::After(above) => above == row || before == Some(above),
        };
        if there {
            return Ok(());
        }
        let room = self.writer.make_room(self.unit, &sheet, anchor, 1)?;
        let position = room.first().copied().ok_or(Failure::Full)?;
        self.writer.execute("UPDATE row SET position = ?2 WHERE id = ?1", (row, position))?;
        self.held(row)?.dirty = true;
        let above = self.row_above(row, &sheet)?;
        let (from, to) = (before.map(|id| id.to_string()), above.map(|id| id.to_string()));
        self.tell(What::RowMoved, Subject::Row(row), None, from.as_deref(), to.as_deref())?;
        let after = self.writer.row_before(self.unit, &sheet, position, false)?;
        self.edited.applied.moved.push(MovedRow { row, after });
        Ok(())
    }

    /// The row above, removed ones too.
    fn row_above(&self, row: RowId, sheet: &str) -> Result<Option<RowId>, Failure> {
        let position = self.writer.position_of(self.unit, row)?;
        self.writer.row_before(self.unit, sheet, position, true)
    }

    /// Adds a column of the ward's own; without a place it comes last.
    pub(crate) fn add_column(&mut self, sheet: &str, header: &str, position: Option<i64>) -> Result<(), Failure> {
        let last = "SELECT coalesce(max(position), 0) + 1 FROM own_column WHERE unit = ?1 AND sheet = ?2";
        let position = match position {
            Some(position) => position,
            None => self.writer.one(last, (self.unit, sheet), |row| row.get(0))?.unwrap_or(1),
        };
        let added = self.writer.execute(
            "INSERT INTO own_column (unit, sheet, header, position) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            (self.unit, sheet, header, position),
        )?;
        if added > 0 {
            let subject = Subject::Sheet(sheet.to_owned());
            self.tell(What::ColumnAdded, subject, Some(header), None, Some(&position.to_string()))?;
            self.tell_column(sheet, header, true);
        }
        Ok(())
    }

    /// Removes a column of the ward's own; its cells stay.
    pub(crate) fn remove_column(&mut self, sheet: &str, header: &str) -> Result<(), Failure> {
        let key = (self.unit, sheet, header);
        let sql = "SELECT position FROM own_column WHERE unit = ?1 AND sheet = ?2 AND header = ?3";
        let Some(position) = self.writer.one(sql, key, |row| row.get::<_, i64>(0))? else { return Ok(()) };
        self.writer.execute("DELETE FROM own_column WHERE unit = ?1 AND sheet = ?2 AND header = ?3", key)?;
        let subject = Subject::Sheet(sheet.to_owned());
        self.tell(What::ColumnRemoved, subject, Some(header), Some(&position.to_string()), None)?;
        self.tell_column(sheet, header, false);
        Ok(())
    }

    fn tell_column(&mut self, sheet: &str, header: &str, there: bool) {
        let (sheet, header) = (sheet.to_owned(), header.to_owned());
        self.edited.applied.columns.push(ChangedColumn { sheet, header, there });
    }

    fn add(
        &mut self,
        edits: &[Edit],
        i: usize,
        (temp, sheet, place, cells): (&str, &str, &Place, &BTreeMap<String, String>),
    ) -> Result<(), Failure> {
        if self.edited.rows.contains_key(temp) {
            return Err(Failure::Taken(temp.to_owned()));
        }
        let key = (sheet.to_owned(), place.clone());
        if self.repeated
            && let Some(row) = self.writer.row_added_as(self.unit, self.batch, temp)?
        {
            self.edited.rows.insert(temp.to_owned(), row);
            self.last_at.insert(key, row);
            return Ok(());
        }
        let anchor = match self.last_at.get(&key) {
            Some(last) => Anchor::After(*last),
            None => self.anchor(place)?,
        };
        // A row whose place was made together with the one before it stands right behind that one.
        let (position, above) = match (self.prepared.remove(&i), anchor) {
            (Some(position), Anchor::After(above)) => (position, Some(above)),
            _ => (self.prepare(edits, i, sheet, anchor)?, None),
        };
        let cells: BTreeMap<String, String> =
            cells.iter().filter(|(_, text)| !text.is_empty()).map(|(c, t)| (c.clone(), t.clone())).collect();
        let text = write_cells(&cells)?;
        let row = RowId(self.writer.insert(
            "INSERT INTO row (unit, sheet, position, version, cells, removed) VALUES (?1, ?2, ?3, 1, ?4, 0)",
            (self.unit, sheet, position, &text),
        )?);
        self.tell(What::RowAdded, Subject::Row(row), Some(temp), None, Some(&text))?;
        let after = match above {
            Some(above) => Some(above),
            None => self.writer.row_before(self.unit, sheet, position, false)?,
        };
        self.last_at.insert(key, row);
        self.edited.rows.insert(temp.to_owned(), row);
        self.edited.applied.added.push(AddedRow { row, sheet: sheet.to_owned(), after, cells });
        Ok(())
    }

    /// Makes room for the row of edit `i` and for all that come right behind it, each after the one before; the position of
    /// the first. Other rows are moved on at most once for all of them.
    fn prepare(&mut self, edits: &[Edit], i: usize, sheet: &str, anchor: Anchor) -> Result<i64, Failure> {
        let mut run = vec![i];
        let mut last = edits.get(i);
        // Of a batch that was sent before, some rows may be there already, each in its own place.
        let rest = if self.repeated { &[] } else { edits };
        for (j, edit) in rest.iter().enumerate().skip(i + 1) {
            match (last, edit) {
                (Some(Edit::Add { temp, place: before, .. }), Edit::Add { sheet: other, place, .. }) => {
                    let behind = place == before || matches!(place, Place::AfterNew(name) if name == temp);
                    if other != sheet || !behind {
                        break;
                    }
                    run.push(j);
                    last = Some(edit);
                }
                (_, Edit::Move { .. }) => break,
                _ => {}
            }
        }
        let positions = self.writer.make_room(self.unit, sheet, anchor, run.len())?;
        self.prepared = run.into_iter().zip(positions).collect();
        self.prepared.remove(&i).ok_or(Failure::Full)
    }

    fn anchor(&self, place: &Place) -> Result<Anchor, Failure> {
        Ok(match place {
            Place::First => Anchor::First,
            Place::Last => Anchor::Last,
            Place::After(row) => Anchor::After(*row),
            Place::AfterNew(temp) => Anchor::After(*self.edited.rows.get(temp).ok_or(Failure::NotFound)?),
        })
    }

    /// The cells of a row as they are kept, as they stand in the batch.
    pub(crate) fn cells_of(&mut self, row: RowId) -> Result<String, Failure> {
        write_cells(&self.held(row)?.cells)
    }

    /// Whether a row is removed, as it stands in the batch.
    pub(crate) fn is_removed(&mut self, row: RowId) -> Result<bool, Failure> {
        Ok(self.held(row)?.removed)
    }
}

/// A cell's text for the chain, where an empty cell has none.
fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn read_held(reader: &Reader<'_>, unit: BranchId, row: RowId) -> Result<Held, Failure> {
    let sql = "SELECT sheet, cells, removed FROM row WHERE id = ?1 AND unit = ?2";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?));
    let (sheet, cells, removed) = reader.one(sql, (row, unit), read)?.ok_or(Failure::NotFound)?;
    Ok(Held { sheet, cells: parse_cells(&cells)?, removed, dirty: false })
}

impl Reader<'_> {
    /// The row that was added under this name in this batch.
    fn row_added_as(&self, unit: BranchId, batch: &str, temp: &str) -> Result<Option<RowId>, Failure> {
        let sql = "SELECT subject FROM change WHERE batch = ?1 AND unit = ?2 AND what = ?3 AND field = ?4 LIMIT 1";
        let subject = self.one(sql, (batch, unit, What::RowAdded, temp), |row| row.get(0))?;
        Ok(match subject {
            Some(Subject::Row(row)) => Some(row),
            _ => None,
        })
    }

    /// Who changed a row last: this cell of it or the whole, or anything of it if no column is told.
    pub(crate) fn last_author(&self, row: RowId, column: Option<&str>) -> Result<Option<String>, Failure> {
        let sql = "SELECT coalesce(p.name, c.agent) FROM change c LEFT JOIN person p ON p.id = c.person \
                   WHERE c.subject = ?1 AND (c.what = ?2 AND (?3 IS NULL OR c.field = ?3) OR c.what IN (?4, ?5, ?6)) \
                   ORDER BY c.seq DESC LIMIT 1";
        let subject = Subject::Row(row).to_string();
        let whole = (What::RowRemoved, What::RowRestored, What::RowAdded);
        let params = (subject, What::CellChanged, column, whole.0, whole.1, whole.2);
        Ok(self.one(sql, params, |row| row.get(0))?.flatten())
    }
}
