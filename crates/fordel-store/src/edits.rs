//! Changes to a ward's book: what can be asked in a batch, and what is told of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::Writer;
use crate::failure::Failure;
use crate::ids::{BranchId, RowId};
use crate::places::Place;
use crate::work::Work;

/// One change that a person wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Another text in a cell; an empty one empties it.
    Cell {
        /// The row.
        row: RowId,
        /// The column, by its Norwegian name or the ward's own header.
        column: String,
        /// What the cell held when its author began; with `None` whatever it holds is replaced.
        was: Option<String>,
        /// What it should hold.
        now: String,
    },
    /// A new row.
    Add {
        /// What the sender calls it: unique in the batch. Sent again in the same batch, it is the same row.
        temp: String,
        /// The sheet.
        sheet: String,
        /// Where. Rows of a batch with the same place come in the order given.
        place: Place,
        /// Its cells.
        cells: BTreeMap<String, String>,
    },
    /// Removes a row; it can come back.
    Remove {
        /// The row.
        row: RowId,
    },
    /// Brings a removed row back, where it stood.
    Restore {
        /// The row.
        row: RowId,
    },
    /// Another place in the same sheet.
    Move {
        /// The row.
        row: RowId,
        /// Where to.
        place: Place,
    },
    /// A column of the ward's own, last in its sheet; nothing if it is there.
    AddColumn {
        /// The sheet.
        sheet: String,
        /// Its header.
        header: String,
    },
    /// Removes a column of the ward's own; its cells are kept, and are there again if the column comes back.
    RemoveColumn {
        /// The sheet.
        sheet: String,
        /// Its header.
        header: String,
    },
}

/// An edit that wasn't made, since somebody else was first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The row.
    pub row: RowId,
    /// The cell's column; none if it is about the whole row.
    pub column: Option<String>,
    /// What should have stood there.
    pub mine: String,
    /// What stands there.
    pub theirs: String,
    /// Whether the row was removed meanwhile.
    pub removed: bool,
    /// Who was first, if known.
    pub by: Option<String>,
}

/// A cell that holds another text now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedCell {
    /// The row.
    pub row: RowId,
    /// The column.
    pub column: String,
    /// What it holds.
    pub value: String,
}

/// A row that is there now and wasn't before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedRow {
    /// The row.
    pub row: RowId,
    /// Its sheet.
    pub sheet: String,
    /// The row before it; none if it is the first.
    pub after: Option<RowId>,
    /// Its cells.
    pub cells: BTreeMap<String, String>,
}

/// A row that stands elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedRow {
    /// The row.
    pub row: RowId,
    /// The row before it; none if it is the first.
    pub after: Option<RowId>,
}

/// A column of the ward's own that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedColumn {
    /// Its sheet.
    pub sheet: String,
    /// Its header.
    pub header: String,
    /// Whether it is there now.
    pub there: bool,
}

/// What a batch changed: for those who look at the same book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Applied {
    /// Cells, in the order of change.
    pub cells: Vec<ChangedCell>,
    /// Rows that came, or came back.
    pub added: Vec<AddedRow>,
    /// Rows that were removed.
    pub removed: Vec<RowId>,
    /// Rows that moved.
    pub moved: Vec<MovedRow>,
    /// Columns that came or went.
    pub columns: Vec<ChangedColumn>,
}

impl Applied {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.moved.is_empty()
            && self.columns.is_empty()
    }
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edited {
    /// The book's revision now.
    pub revision: i64,
    /// The rows that were added, by what the sender calls them.
    pub rows: BTreeMap<String, RowId>,
    /// What wasn't done.
    pub conflicts: Vec<Conflict>,
    /// What was.
    pub applied: Applied,
}

impl Writer<'_> {
    /// Changes a unit's book. Each edit is made or told as a conflict; what is the case already is neither. The same batch
    /// sent again, after an answer was lost, changes nothing twice. A row of another unit isn't found, and ends the batch.
    pub fn edit(&mut self, unit: BranchId, batch: &str, edits: &[Edit]) -> Result<Edited, Failure> {
        let mut work = Work::begin(self, unit, batch)?;
        work.edits(edits)?;
        let (edited, first) = work.end()?;
        if let Some(first) = first {
            self.keep_step(unit, batch, first)?;
        }
        Ok(edited)
    }
}
