//! A ward's book: its workbook kept as sheets of rows of text, as people typed it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::Reader;
use crate::failure::Failure;
use crate::ids::{BranchId, RowId};

/// A ward's book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Book {
    /// Grows with each change.
    pub revision: i64,
    /// The sheets that hold rows or columns of the ward's own, by name.
    pub sheets: Vec<KeptSheet>,
}

impl Book {
    /// The sheet of this name.
    pub fn sheet(&self, name: &str) -> Option<&KeptSheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// A sheet of a book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeptSheet {
    /// Its Norwegian name.
    pub name: String,
    /// The headers of the ward's own columns, in their order.
    pub own_columns: Vec<String>,
    /// The rows, in their order, without removed ones.
    pub rows: Vec<KeptRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRow {
    /// Its id, which lasts.
    pub id: RowId,
    /// Its place: grows from row to row, with gaps, and changes when gaps are used up.
    pub position: i64,
    /// Grows with each change to the row.
    pub version: i64,
    /// Column to text as typed; an empty cell isn't there.
    pub cells: BTreeMap<String, String>,
}

/// The cells of a row from the text in which they are kept.
pub(crate) fn parse_cells(text: &str) -> Result<BTreeMap<String, String>, Failure> {
    Ok(serde_json::from_str(text)?)
}

/// The text in which the cells of a row are kept.
pub(crate) fn write_cells(cells: &BTreeMap<String, String>) -> Result<String, Failure> {
    Ok(serde_json::to_string(cells)?)
}

impl Reader<'_> {
    /// A unit's book.
    pub fn book(&self, unit: BranchId) -> Result<Book, Failure> {
        self.unit_home(unit)?;
        let mut sheets: BTreeMap<String, KeptSheet> = BTreeMap::new();
        for (name, header) in self.own_columns(unit)? {
            let sheet = sheets.entry(name).or_default();
            sheet.own_columns.push(header);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT sheet, id, position, version, cells FROM row \
             WHERE unit = ?1 AND removed = 0 ORDER BY sheet, position, id",
        )?;
        let mut rows = statement.query([unit])?;
        let mut current: Option<(String, Vec<KeptRow>)> = None;
        while let Some(row) = rows.next()? {
            let name = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let kept = KeptRow {
                id: row.get(1)?,
                position: row.get(2)?,
                version: row.get(3)?,
                cells: parse_cells(row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?)?,
            };
            match &mut current {
                Some((sheet, rows)) if sheet == name => rows.push(kept),
                _ => {
                    if let Some((sheet, rows)) = current.replace((name.to_owned(), vec![kept])) {
                        sheets.entry(sheet).or_default().rows = rows;
                    }
                }
            }
        }
        if let Some((sheet, rows)) = current {
            sheets.entry(sheet).or_default().rows = rows;
        }
        let sheets = sheets.into_iter().map(|(name, sheet)| KeptSheet { name, ..sheet }).collect();
        Ok(Book { revision: self.branch(unit)?.revision, sheets })
    }

    /// The revision of a unit's book.
    pub fn revision(&self, unit: BranchId) -> Result<i64, Failure> {
        Ok(self.branch(unit)?.revision)
    }

    /// The ward's own columns as sheet and header, in their order.
    pub(crate) fn own_columns(&self, unit: BranchId) -> Result<Vec<(String, String)>, Failure> {
        self.all(
            "SELECT sheet, header FROM own_column WHERE unit = ?1 ORDER BY sheet, position, header",
            [unit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The sheet that a row of this unit stands in, also if it was removed. Another unit's row isn't found.
    pub(crate) fn sheet_of(&self, unit: BranchId, row: RowId) -> Result<String, Failure> {
        let sql = "SELECT sheet FROM row WHERE id = ?1 AND unit = ?2";
        self.one(sql, (row, unit), |row| row.get(0))?.ok_or(Failure::NotFound)
    }
}
