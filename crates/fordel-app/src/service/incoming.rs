//! A workbook that is to be taken in: held against the unit's sheets, shown, and only then saved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordel_core::complaint::{Complaint, Severity};
use fordel_core::ward::Ward;
use fordel_sheets::Reading;
use fordel_sheets::write::{TypedSheet, typed_sheets};
use fordel_store::{BranchId, Conflict, Edit, Failure, Place, RowId};
use fordel_text::{Lang, Texts};

use super::aside::aside;
use super::desk::{Desk, DeskSheet};
use super::keys::{self, Key};
use super::mapping::{name_of, naming};
use super::{Contributes, Failed, Reads, Saved};

/// A workbook held against the unit's sheets: what taking it in would change.
#[derive(Clone, Debug)]
pub struct DryRun {
    /// What the reader has to say of the workbook.
    pub reading: Reading,
    /// The edits that would be made, unless it can't be read.
    pub edits: Vec<Edit>,
    /// What would change, sheet by sheet.
    pub differences: Vec<SheetDifference>,
}

/// What would change in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetDifference {
    /// The sheet.
    pub sheet: String,
    /// Rows that are new: what names each of them, and its other filled cells, column by column as the sheet has them.
    pub added: Vec<(String, Vec<(String, String)>)>,
    /// Rows that would go.
    pub removed: Vec<String>,
    /// Cells that change: what names the row, the column, what stands there and what would.
    pub changed: Vec<(String, String, String, String)>,
    /// Columns of the ward's own that come.
    pub columns_added: Vec<String>,
    /// Columns of the ward's own that go.
    pub columns_removed: Vec<String>,
}

/// A workbook that waits to be confirmed.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file's name.
    pub file: String,
    /// What the reader has to say of it.
    pub complaints: Vec<Complaint>,
    /// Whether it can be read; if not, nothing can be confirmed.
    pub readable: bool,
    /// What would change, sheet by sheet.
    pub differences: Vec<SheetDifference>,
    revision: i64,
    edits: Vec<Edit>,
    /// The rows that would go or change, as they were.
    rows: BTreeMap<RowId, (String, BTreeMap<String, String>)>,
}

/// What came of a confirmation.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// It is saved.
    Saved(Saved),
    /// Nothing is: somebody changed the same since. Each conflict with what names its row.
    Conflicts(Vec<(String, Conflict)>),
}

impl Incoming {
    /// The faults for which it can't be taken in.
    pub fn faults(&self) -> impl Iterator<Item = &Complaint> {
        self.complaints.iter().filter(|c| c.severity == Severity::Fault)
    }

    /// Whether it would change nothing.
    pub fn is_same(&self) -> bool {
        self.edits.is_empty()
    }
}

impl Reads<'_> {
    /// What taking in a workbook would change. Nothing is saved.
    ///
    /// # Errors
    /// The database.
    pub fn dry_run(&self, bytes: &[u8], texts: &Texts) -> Result<DryRun, Failed> {
        Ok(held_against(&*self.desk()?, bytes, texts))
    }
}

impl Contributes<'_> {
    /// Holds a workbook against the unit's sheets, and keeps what it would change until it is confirmed. Nothing is
    /// saved.
    ///
    /// # Errors
    /// The database; if the system has no chance to give.
    pub fn hand_in(&self, file: &str, bytes: &[u8], texts: &Texts) -> Result<Key, Failed> {
        let desk = self.desk()?;
        let DryRun { reading, edits, differences } = held_against(&desk, bytes, texts);
        let touched: BTreeSet<RowId> = edits.iter().filter_map(row_of).collect();
        let of_sheet = |sheet: &DeskSheet| {
            let rows = sheet.rows.iter().filter(|(id, _)| touched.contains(id));
            rows.map(|(id, cells)| (*id, (sheet.name.clone(), cells.clone()))).collect::<Vec<_>>()
        };
        let incoming = Incoming {
            file: file.chars().take(200).collect(),
            readable: reading.ward.is_some(),
            complaints: reading.complaints,
            differences,
            revision: desk.revision,
            rows: desk.sheets.iter().flat_map(of_sheet).collect(),
            edits,
        };
        let edits = incoming.edits.len();
        self.let_wait(&self.service.workbooks, incoming, edits)
    }

    /// Hands in the unit's own sheets with a change of the ward that they are, under the name of the file that it is from.
    ///
    /// # Errors
    /// As for [`Contributes::hand_in`]; sheets with faults ([`Failed::Faulty`]); a change that can't be made.
    pub(super) fn hand_in_ward(
        &self,
        file: &str,
        texts: &Texts,
        change: impl FnOnce(&mut Ward) -> Result<(), Failed>,
    ) -> Result<Key, Failed> {
        let desk = self.desk()?;
        let mut ward = desk.ward.clone().ok_or(Failed::Faulty)?;
        change(&mut ward)?;
        self.hand_in(file, &desk.book_of(&ward, texts)?, texts)
    }

    /// The workbook that waits under this key.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where it is another's, confirmed or too old.
    pub fn handed_in(&self, shown: &str) -> Result<Arc<Incoming>, Failed> {
        self.waits(&self.service.workbooks, shown)
    }

    /// Saves what was shown, all in one step to undo; nothing if somebody changed the same since.
    ///
    /// # Errors
    /// [`Failed::NotFound`] as for [`Contributes::handed_in`]; the database.
    pub fn confirm(&self, shown: &str) -> Result<Confirmed, Failed> {
        let incoming = self.handed_in(shown)?;
        if !incoming.readable {
            return Err(Failed::Faulty);
        }
        let batch = format!("import-{}", keys::short(shown));
        let mut conflicts = Vec::new();
        let written = self.service.write(self.who.author(), |w| {
            if w.revision(self.unit.id)? != incoming.revision {
                conflicts = changed_since(w, self.unit.id, &incoming)?;
            }
            if conflicts.is_empty() {
                let edited = w.edit(self.unit.id, &batch, &incoming.edits)?;
                if edited.conflicts.is_empty() {
                    return Ok(edited);
                }
                conflicts = edited.conflicts;
            }
            Err(Failure::Stale)
        });
        match written {
            Ok(edited) => {
                self.service.workbooks.forget(shown);
                // The sheets are read here, so that no page need wait for that; where they can't be, it says so.
                aside(|| drop(self.desk()));
                Ok(Confirmed::Saved(self.told(&batch, edited)))
            }
            Err(Failed::Store(Failure::Stale)) if !conflicts.is_empty() => {
                let name = |row: &RowId| incoming.rows.get(row).map(|(sheet, cells)| name_of(sheet, cells));
                let named = conflicts.into_iter().map(|c| (name(&c.row).unwrap_or_default(), c));
                Ok(Confirmed::Conflicts(named.collect()))
            }
            Err(other) => Err(other),
        }
    }
}

/// Rows that the workbook would take away or change, and that somebody has changed or taken away since. A cell is
/// guarded by the edit itself; a row that would go is not.
fn changed_since(r: &fordel_store::Reader<'_>, unit: BranchId, incoming: &Incoming) -> Result<Vec<Conflict>, Failure> {
    let ids: Vec<RowId> = incoming.rows.keys().copied().collect();
    let now = r.named_rows(unit, &ids)?;
    let going: BTreeSet<RowId> =
        incoming.edits.iter().filter_map(|e| if let Edit::Remove { row } = e { Some(*row) } else { None }).collect();
    let mut conflicts = Vec::new();
    for (id, (_, cells)) in &incoming.rows {
        let removed = now.get(id).is_none_or(|row| row.removed);
        let changed = now.get(id).is_some_and(|row| row.cells != *cells);
        let is_going = going.contains(id);
        if removed && !is_going || changed && is_going && !removed {
            let (mine, theirs) = (String::new(), String::new());
            conflicts.push(Conflict { row: *id, column: None, mine, theirs, removed, by: None });
        }
    }
    Ok(conflicts)
}

fn row_of(edit: &Edit) -> Option<RowId> {
    match edit {
        Edit::Cell { row, .. } | Edit::Remove { row } => Some(*row),
        _ => None,
    }
}

fn held_against(desk: &Desk, bytes: &[u8], texts: &Texts) -> DryRun {
    let reading = fordel_sheets::read_ward_bytes(bytes);
    let Some(ward) = &reading.ward else {
        return DryRun { reading, edits: Vec::new(), differences: Vec::new() };
    };
    // The unit's own sheets, said as the workbook's are: `ja` and `yes` mean the same, and so does what is left empty.
    let said = desk.ward.as_ref().map(|ward| typed_sheets(ward, &desk.own, texts)).unwrap_or_default();
    let mut edits = Vec::new();
    let mut differences = Vec::new();
    for incoming in typed_sheets(ward, &reading.own, texts) {
        let Some(now) = desk.sheet(&incoming.name) else { continue };
        let said = said.iter().find(|sheet| sheet.name == incoming.name);
        let (own, told) = difference(now, said, &incoming);
        edits.extend(own);
        differences.extend(told);
    }
    DryRun { reading, edits, differences }
}

/// The edits that turn a sheet into the incoming one, and what they are in words. Rows are the same where their names
/// are, the first with the first. A cell that already means what comes in, in other words, is left.
fn difference(
    now: &DeskSheet,
    said: Option<&TypedSheet>,
    incoming: &TypedSheet,
) -> (Vec<Edit>, Option<SheetDifference>) {
    let name = &now.name;
    let mut edits = Vec::new();
    let mut told = SheetDifference { sheet: name.clone(), ..SheetDifference::default() };
    let filled =
        |header: &&String| incoming.rows.iter().flatten().any(|(column, text)| column == *header && !text.is_empty());
    for header in incoming.own_columns.iter().filter(|h| !now.own_columns.contains(h)).filter(filled) {
        told.columns_added.push(header.clone());
        edits.push(Edit::AddColumn { sheet: name.clone(), header: header.clone() });
    }
    for header in now.own_columns.iter().filter(|h| !incoming.own_columns.contains(h)) {
        told.columns_removed.push(header.clone());
        edits.push(Edit::RemoveColumn { sheet: name.clone(), header: header.clone() });
    }
    let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, cells)) in now.rows.iter().enumerate().rev() {
        free.entry(name_of(name, cells)).or_default().push(at);
    }
    let mut meant: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for row in said.into_iter().flat_map(|sheet| &sheet.rows).rev() {
        let cells: BTreeMap<String, String> = row.iter().cloned().collect();
        meant.entry(name_of(name, &cells)).or_default().push(cells);
    }
    let mut kept = BTreeSet::new();
    let mut above = Place::First;
    for (at, row) in incoming.rows.iter().enumerate() {
        let cells: BTreeMap<String, String> = row.iter().cloned().collect();
        let called = name_of(name, &cells);
        let means = meant.get_mut(&called).and_then(Vec::pop);
        match free.get_mut(&called).and_then(Vec::pop) {
            Some(same) => {
                let (id, before) = &now.rows[same];
                kept.insert(same);
                let gone = before.keys().filter(|column| !cells.contains_key(*column));
                let columns: Vec<&String> = row.iter().map(|(column, _)| column).chain(gone).collect();
                for column in columns.into_iter().filter(|column| !told.columns_removed.contains(column)) {
                    let of = |cells: &BTreeMap<String, String>| cells.get(column).cloned().unwrap_or_default();
                    let (was, now) = (of(before), of(&cells));
                    let same = was == now || means.as_ref().is_some_and(|means| of(means) == now);
                    if !same {
                        told.changed.push((called.clone(), column.clone(), was.clone(), now.clone()));
                        edits.push(Edit::Cell { row: *id, column: column.clone(), was: Some(was), now });
                    }
                }
                above = Place::After(*id);
            }
            None => {
                let temp = format!("{name}-{at}");
                let others = row.iter().filter(|(column, text)| {
                    !text.is_empty() && !naming(name).iter().any(|naming| naming.nb == column.as_str())
                });
                told.added.push((called, others.cloned().collect()));
                let place = std::mem::replace(&mut above, Place::AfterNew(temp.clone()));
                edits.push(Edit::Add { temp, sheet: name.clone(), place, cells });
            }
        }
    }
    for (at, (id, cells)) in now.rows.iter().enumerate() {
        if !kept.contains(&at) {
            told.removed.push(name_of(name, cells));
            edits.push(Edit::Remove { row: *id });
        }
    }
    let any = !edits.is_empty();
    (edits, any.then_some(told))
}

/// An empty workbook to fill in, or one with the example ward to learn from.
///
/// # Errors
/// If it can't be written.
pub fn template(example: bool, lang: Lang) -> Result<Vec<u8>, Failed> {
    let written = fordel_sheets::write::template(example, &Texts::new(lang));
    written.map_err(|why| Failed::Internal(why.to_string()))
}
