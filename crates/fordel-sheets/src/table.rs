//! Sheets as rows of cells, from bytes nobody vouches for.
//!
//! A workbook comes in through [`Workbook::open`]: its container is inspected first ([`package`]), then its sheets
//! are streamed cell by cell. Nothing is ever allocated by a size or an address that the file claims, so a cell in
//! `XFD1048576` costs as much as one in `A1`.

mod cell;
mod package;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use fordel_core::complaint::{Complaint, Place};

pub use cell::{Cell, address, clock_of, column_name, date_of};
pub use package::Limits;

use crate::read::kinds;

/// A cell with its place: row as Excel shows it (first is 1), column from 0 = `A`.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Row number as Excel shows it.
    pub row: u32,
    /// Column, 0 = `A`.
    pub col: u32,
    /// What stands there; never blank.
    pub cell: Cell,
}

/// One sheet: its filled cells, row by row, left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name as the user wrote it.
    pub name: String,
    cells: Vec<Placed>,
}

/// A row that holds at least one filled cell.
#[derive(Clone, Copy, Debug)]
pub struct Row<'s> {
    /// Row number as Excel shows it.
    pub number: u32,
    /// Its filled cells, left to right.
    pub cells: &'s [Placed],
}

impl<'s> Row<'s> {
    /// The cell in a column, if it is filled.
    pub fn get(&self, col: u32) -> Option<&'s Cell> {
        self.cells.binary_search_by_key(&col, |c| c.col).ok().map(|i| &self.cells[i].cell)
    }
}

impl Sheet {
    /// A sheet from cells in any order; of two in the same place the last holds. Spaces around the name are dropped.
    pub fn new(name: &str, mut cells: Vec<Placed>) -> Sheet {
        if !cells.is_sorted_by_key(|c| (c.row, c.col)) {
            cells.sort_by_key(|c| (c.row, c.col));
        }
        cells.reverse();
        cells.dedup_by_key(|c| (c.row, c.col));
        cells.reverse();
        Sheet { name: name.trim().to_owned(), cells }
    }

    /// The rows that hold something, top to bottom.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + Clone {
        self.cells.chunk_by(|a, b| a.row == b.row).map(|cells| Row { number: cells[0].row, cells })
    }
}

/// A sheet's name and whether the user can see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// As the user wrote it.
    pub name: String,
    /// Hidden sheets hold drop-down lists and the like.
    pub hidden: bool,
}

/// An opened workbook whose container has been found sane. Cells, text and time are counted over all its sheets.
pub struct Workbook<'b> {
    xlsx: Xlsx<Cursor<&'b [u8]>>,
    names: Vec<SheetName>,
    limits: Limits,
    start: Instant,
    cells: usize,
    text: usize,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook under the usual [`Limits`].
    ///
    /// # Errors
    /// One complaint about the file: what it is instead, or which limit it passes.
    pub fn open(bytes: &'b [u8]) -> Result<Workbook<'b>, Complaint> {
        Workbook::open_within(bytes, Limits::default())
    }

    /// Opens a workbook under these limits.
    ///
    /// # Errors
    /// As [`Workbook::open`].
    pub fn open_within(bytes: &'b [u8], limits: Limits) -> Result<Workbook<'b>, Complaint> {
        let start = Instant::now();
        package::inspect(bytes, &limits)?;
        let xlsx = guarded(|| Xlsx::new(Cursor::new(bytes)))?;
        if xlsx.sheets_metadata().len() > limits.sheets {
            return Err(kinds::TOO_MANY_SHEETS.at(Place::file()).with("limit", limits.sheets));
        }
        let names = xlsx
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| SheetName { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
            .collect();
        Ok(Workbook { xlsx, names, limits, start, cells: 0, text: 0 })
    }

    /// The sheets in the workbook's order.
    pub fn names(&self) -> &[SheetName] {
        &self.names
    }

    /// All filled cells of a sheet.
    ///
    /// # Errors
    /// A complaint about the sheet: damaged, or beyond the limits.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, Complaint> {
        self.rows(name, u32::MAX)
    }

    /// The filled cells of a sheet's first `rows` rows.
    ///
    /// # Errors
    /// As [`Workbook::sheet`].
    pub fn first_rows(&mut self, name: &str, rows: u32) -> Result<Sheet, Complaint> {
        self.rows(name, rows)
    }

    fn rows(&mut self, name: &str, last: u32) -> Result<Sheet, Complaint> {
        let (limits, start) = (self.limits, self.start);
        let (mut count, mut text) = (self.cells, self.text);
        let place = || Place::sheet(name.trim());
        let damaged = || kinds::SHEET_DAMAGED.at(place());
        let xlsx = &mut self.xlsx;
        let cells = catch_unwind(AssertUnwindSafe(|| {
            let shift = if xlsx.has_1904_epoch() { cell::DAYS_1900_TO_1904 } else { 0.0 };
            let mut reader = xlsx.worksheet_cells_reader(name).map_err(|_| damaged())?;
            let mut cells = Vec::new();
            let mut seen = 0_u32;
            while let Some(next) = reader.next_cell_with_formula_metadata().map_err(|_| damaged())? {
                seen = seen.wrapping_add(1);
                if seen.is_multiple_of(1024) && start.elapsed() > limits.time {
                    return Err(kinds::FILE_SLOW.at(Place::file()).with("seconds", limits.time.as_secs_f64()));
                }
                let (row, col) = next.pos;
                if row >= last {
                    break;
                }
                if row >= cell::LAST_ROW || col >= cell::LAST_COLUMN {
                    return Err(damaged());
                }
                let cell = match next.value {
                    DataRef::Empty if next.formula.is_some() => Some(Cell::Uncomputed),
                    value => from_calamine(&value, shift),
                };
                let Some(cell) = cell else { continue };
                count += 1;
                text += cell.text_bytes();
                if count > limits.cells || text > limits.text_bytes {
                    return Err(kinds::TOO_MANY_CELLS.at(place()).with("limit", limits.cells));
                }
                cells.push(Placed { row: row + 1, col, cell });
            }
            Ok(cells)
        }))
        .unwrap_or_else(|_| Err(damaged()))?;
        (self.cells, self.text) = (count, text);
        Ok(Sheet::new(name, cells))
    }
}

/// Every visible and hidden sheet of a workbook.
///
/// # Errors
/// As [`Workbook::open`] and [`Workbook::sheet`].
pub fn read_all(bytes: &[u8]) -> Result<Vec<Sheet>, Complaint> {
    let mut workbook = Workbook::open(bytes)?;
    let names: Vec<String> = workbook.names().iter().map(|n| n.name.clone()).collect();
    names.iter().map(|name| workbook.sheet(name)).collect()
}

/// Runs the parser: an error, or a panic on input it didn't expect, is a damaged file.
fn guarded<T>(parse: impl FnOnce() -> Result<T, calamine::XlsxError>) -> Result<T, Complaint> {
    match catch_unwind(AssertUnwindSafe(parse)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(calamine::XlsxError::Password)) => Err(kinds::FILE_ENCRYPTED.at(Place::file())),
        Ok(Err(_)) | Err(_) => Err(kinds::FILE_DAMAGED.at(Place::file())),
    }
}

/// A filled cell, or nothing for blank ones. `shift` turns the file's day numbers into those that count from 1900.
fn from_calamine(value: &DataRef<'_>, shift: f64) -> Option<Cell> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Cell::Text(text.to_owned()));
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) if number.is_finite() => Some(Cell::Number(*number)),
        DataRef::Float(_) => Some(Cell::Error("#NUM!".to_owned())),
        DataRef::String(s) => text(s),
        DataRef::SharedString(s) => text(s),
        DataRef::Bool(truth) => Some(Cell::Truth(*truth)),
        DataRef::DateTime(when) if when.as_f64().is_finite() => {
            let days = when.as_f64();
            // A bare time of day has no date to shift.
            Some(Cell::Date(if days < 1.0 || when.is_duration() { days } else { days + shift }))
        }
        DataRef::DateTime(_) => Some(Cell::Error("#NUM!".to_owned())),
        DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => cell::from_iso(s).map(Cell::Date).or_else(|| text(s)),
        DataRef::Error(error) => Some(Cell::Error(error.to_string())),
    }
}
