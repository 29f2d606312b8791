//! A sheet or a whole book replaced by what a workbook holds: turned into edits, so that it is one batch like any other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::access::Writer;
use crate::books::{Book, KeptSheet};
use crate::edits::{Edit, Edited};
use crate::failure::Failure;
use crate::ids::{BranchId, RowId};
use crate::places::Place;

/// A sheet as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IncomingSheet {
    /// Its Norwegian name.
    pub name: String,
    /// The headers of the ward's own columns, in their order.
    pub own_columns: Vec<String>,
    /// All its rows, in their order.
    pub rows: Vec<IncomingRow>,
}

/// A row as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IncomingRow {
    /// The row of the book that it is, or none if it is new. Which is which is the caller's to say.
    pub row: Option<RowId>,
    /// All its cells.
    pub cells: BTreeMap<String, String>,
}

impl Writer<'_> {
    /// Replaces a sheet: rows that are named keep their ids and history, others are added, those not named are removed.
    pub fn replace_sheet(&mut self, unit: BranchId, batch: &str, sheet: &IncomingSheet) -> Result<Edited, Failure> {
        self.replace_book(unit, batch, std::slice::from_ref(sheet))
    }

    /// Replaces these sheets, all in one batch. Sheets that aren't among them stay as they are.
    pub fn replace_book(&mut self, unit: BranchId, batch: &str, sheets: &[IncomingSheet]) -> Result<Edited, Failure> {
        if self.batch_is_known(unit, self.by.person, batch)? {
            // Sent again after an answer was lost.
            return Ok(Edited { revision: self.revision(unit)?, ..Edited::default() });
        }
        let book = self.book(unit)?;
        let mut edits = Vec::new();
        for (i, sheet) in sheets.iter().enumerate() {
            replacing(&book, sheet, i, &mut edits)?;
        }
        self.edit(unit, batch, &edits)
    }
}

/// The edits that make a sheet of the book into this one.
fn replacing(book: &Book, incoming: &IncomingSheet, i: usize, edits: &mut Vec<Edit>) -> Result<(), Failure> {
    let none = KeptSheet::default();
    let kept = book.sheet(&incoming.name).unwrap_or(&none);
    let name = || incoming.name.clone();

    if kept.own_columns != incoming.own_columns {
        let remove = kept.own_columns.iter().map(|header| Edit::RemoveColumn { sheet: name(), header: header.clone() });
        edits.extend(remove);
        let add = incoming.own_columns.iter().map(|header| Edit::AddColumn { sheet: name(), header: header.clone() });
        edits.extend(add);
    }

    let rows: HashMap<RowId, (usize, &BTreeMap<String, String>)> =
        kept.rows.iter().enumerate().map(|(place, row)| (row.id, (place, &row.cells))).collect();
    let named: BTreeSet<RowId> = incoming.rows.iter().filter_map(|row| row.row).collect();
    let gone = kept.rows.iter().filter(|row| !named.contains(&row.id));
    edits.extend(gone.map(|row| Edit::Remove { row: row.id }));

    let mut above = Place::First;
    let mut furthest = None;
    let mut met = BTreeSet::new();
    for (n, row) in incoming.rows.iter().enumerate() {
        match row.row {
            Some(id) => {
                let (place, cells) = rows.get(&id).ok_or(Failure::NotFound)?;
                if !met.insert(id) {
                    return Err(Failure::Taken(id.to_string()));
                }
                // A row stands right if it stood behind all that came before it here.
                if furthest.is_some_and(|furthest| *place < furthest) {
                    edits.push(Edit::Move { row: id, place: above });
                } else {
                    furthest = Some(*place);
                }
                changed_cells(id, cells, &row.cells, edits);
                above = Place::After(id);
            }
            None => {
                let temp = format!("{i}.{n}");
                let (sheet, cells) = (name(), row.cells.clone());
                edits.push(Edit::Add { temp: temp.clone(), sheet, place: above, cells });
                above = Place::AfterNew(temp);
            }
        }
    }
    Ok(())
}

/// The edits that make a row's cells into these.
fn changed_cells(
    row: RowId,
    kept: &BTreeMap<String, String>,
    incoming: &BTreeMap<String, String>,
    edits: &mut Vec<Edit>,
) {
    let columns: BTreeSet<&String> = kept.keys().chain(incoming.keys()).collect();
    for column in columns {
        let was = kept.get(column).cloned().unwrap_or_default();
        let now = incoming.get(column).cloned().unwrap_or_default();
        if was != now {
            edits.push(Edit::Cell { row, column: column.clone(), was: Some(was), now });
        }
    }
}
