//! A unit's book as a ward: what the reader makes of what people typed, with every complaint at its row and column.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fordel_core::complaint::{Complaint, Place, Severity};
use fordel_core::ward::Ward;
use fordel_sheets::Own;
use fordel_sheets::columns::{SHEETS, TASKS, task};
use fordel_sheets::read::kinds;
use fordel_sheets::write::{FormColumn, TypedSheet, form_columns};
use fordel_store::{Book, RowId};
use fordel_text::Texts;
use serde::{Deserialize, Serialize};

use super::Failed;
use super::brought::Brought;

/// The fault of a unit that has no task yet, also the message's key.
pub const NO_LINES: &str = "mapping-no-lines";

/// A unit's book at one revision.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Grows by one with each change.
    pub revision: i64,
    /// All sheets of a ward, in the order of a workbook; those nobody has filled in are empty.
    pub sheets: Vec<DeskSheet>,
    /// The ward, if nothing is at fault.
    pub ward: Option<Ward>,
    /// Everything the reader has to say.
    pub complaints: Vec<AtCell>,
    /// What the program doesn't know.
    pub own: Own,
    counted: Completeness,
    /// While something is at fault, the ward that the sheets make without a task, once somebody has asked for it.
    without_lines: OnceLock<Ward>,
}

/// A sheet of the book.
#[derive(Clone, Debug)]
pub struct DeskSheet {
    /// Its Norwegian name.
    pub name: String,
    /// Columns of the ward's own.
    pub own_columns: Vec<String>,
    /// Rows in order: what stands in each filled column.
    pub rows: Vec<(RowId, BTreeMap<String, String>)>,
}

/// A complaint, with the row and column that it is about.
#[derive(Clone, Debug)]
pub struct AtCell {
    /// The sheet, unless it is about the whole book.
    pub sheet: Option<String>,
    /// The row, unless it is about the whole sheet.
    pub row: Option<RowId>,
    /// The column, unless it is about a whole row or sheet.
    pub column: Option<String>,
    /// What is wrong, or was assumed.
    pub complaint: Complaint,
}

/// How far the mapping has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// Task lines.
    pub lines: usize,
    /// Lines without minutes that aren't bound.
    pub no_minutes: usize,
    /// Lines that don't say who does them today.
    pub no_today: usize,
    /// Lines without a colour for the traffic light.
    pub no_priority: usize,
    /// Faults anywhere in the book; none where there are no lines.
    pub faults: usize,
}

impl DeskSheet {
    /// All columns: the sheet's, then the ward's own.
    pub fn columns(&self) -> Vec<&str> {
        let known = SHEETS.iter().find(|names| names.name.nb == self.name);
        let known = known.into_iter().flat_map(|names| names.columns.iter().map(|column| column.nb));
        known.chain(self.own_columns.iter().map(String::as_str)).collect()
    }

    fn typed(&self) -> TypedSheet {
        let row = |(_, cells): &(RowId, BTreeMap<String, String>)| {
            cells.iter().map(|(column, text)| (column.clone(), text.clone())).collect()
        };
        TypedSheet {
            name: self.name.clone(),
            own_columns: self.own_columns.clone(),
            rows: self.rows.iter().map(row).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.rows.iter().all(|(_, cells)| cells.values().all(|text| text.trim().is_empty()))
    }
}

impl Desk {
    /// Reads the book.
    pub fn of(book: &Book) -> Desk {
        Desk::read(book.revision, SHEETS.iter().map(|names| kept(book, names.name.nb)).collect())
    }

    fn read(revision: i64, sheets: Vec<DeskSheet>) -> Desk {
        let filled = sheets.iter().filter(|sheet| !sheet.is_empty());
        let reading = fordel_sheets::read_ward_sheets(filled.map(|sheet| sheet.typed().cells()).collect());
        let mut desk = Desk {
            revision,
            sheets,
            ward: reading.ward,
            complaints: Vec::new(),
            own: reading.own,
            counted: Completeness::default(),
            without_lines: OnceLock::new(),
        };
        desk.complaints = reading.complaints.into_iter().map(|complaint| desk.place(on_screen(complaint))).collect();
        desk.counted = desk.count();
        desk
    }

    /// The sheet of this name.
    pub fn sheet(&self, name: &str) -> Option<&DeskSheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// The sheet's columns as they are filled in. Choices are those of the ward; while something is at fault, those of
    /// its groups, courses and drivers that can be read.
    pub fn columns(&self, sheet: &str, texts: &Texts) -> Vec<FormColumn> {
        match &self.ward {
            Some(ward) => form_columns(sheet, ward, texts),
            None => form_columns(sheet, self.without_lines.get_or_init(|| self.without_lines()), texts),
        }
    }

    /// The ward that the other sheets make without a task: what tasks refer to.
    fn without_lines(&self) -> Ward {
        let others = self.sheets.iter().filter(|sheet| !sheet.is_empty() && sheet.name != TASKS.name.nb);
        let none = TypedSheet { name: TASKS.name.nb.to_owned(), own_columns: Vec::new(), rows: Vec::new() };
        let list = others.map(|sheet| sheet.typed().cells()).chain([none.cells()]).collect();
        fordel_sheets::read_ward_sheets(list).ward.unwrap_or_else(fordel_sheets::default_ward)
    }

    /// What the reader would find fault with in these rows if they stood after all tasks, with these beside in other
    /// sheets: the row, and its column.
    pub(super) fn faults_of(&self, rows: &[BTreeMap<String, String>], beside: &[Brought]) -> Vec<(usize, String)> {
        let mut sheets = self.sheets.clone();
        for brought in beside {
            let of = sheets.iter_mut().find(|sheet| sheet.name == brought.sheet);
            of.into_iter().for_each(|sheet| sheet.rows.push((RowId(i64::MIN), brought.cells.clone())));
        }
        let Some(tasks) = sheets.iter_mut().find(|sheet| sheet.name == TASKS.name.nb) else { return Vec::new() };
        // Kept rows have positive numbers.
        let new = |(at, cells): (usize, &BTreeMap<String, String>)| (RowId(-1 - at as i64), cells.clone());
        tasks.rows.extend(rows.iter().enumerate().map(new));
        let faulty = |at: AtCell| {
            let is_fault = at.complaint.severity == Severity::Fault && at.sheet.as_deref() == Some(TASKS.name.nb);
            let row = at.row.filter(|row| is_fault && row.0 < 0 && row.0 > i64::MIN)?;
            Some((usize::try_from(-1 - row.0).ok()?, at.column?))
        };
        Desk::read(self.revision, sheets).complaints.into_iter().filter_map(faulty).collect()
    }

    /// This ward as a workbook, with what the program doesn't know of the unit's sheets.
    ///
    /// # Errors
    /// If it can't be written.
    pub(super) fn book_of(&self, ward: &Ward, texts: &Texts) -> Result<Vec<u8>, Failed> {
        fordel_sheets::write::ward_book_with_own(ward, &self.own, &[], texts)
            .map_err(|why| Failed::Internal(why.to_string()))
    }

    /// The row that stands in this row of the sheet as a workbook: the first below the header is 2.
    pub fn row_at(&self, sheet: &str, number: u32) -> Option<RowId> {
        let rows = &self.sheet(sheet)?.rows;
        rows.get(usize::try_from(number).ok()?.checked_sub(2)?).map(|(id, _)| *id)
    }

    /// The number under which a task line stands in plans.
    pub fn line_number(&self, row: RowId) -> Option<u32> {
        let at = self.sheet(TASKS.name.nb)?.rows.iter().position(|(id, _)| *id == row)?;
        u32::try_from(at + 2).ok()
    }

    /// How many faults a sheet holds. That nobody has begun isn't one.
    pub fn faults_in(&self, sheet: &str) -> usize {
        let here = self.complaints.iter().filter(|at| at.sheet.as_deref() == Some(sheet)).map(|at| &at.complaint);
        here.filter(|one| one.severity == Severity::Fault && one.code != NO_LINES).count()
    }

    /// How far the mapping has come.
    pub fn completeness(&self) -> Completeness {
        self.counted
    }

    fn count(&self) -> Completeness {
        let Some(tasks) = self.sheet(TASKS.name.nb) else { return Completeness::default() };
        let lines: Vec<_> = tasks.rows.iter().filter(|(_, cells)| filled(cells, task::TASK.nb)).collect();
        let lacking = |column: &str| lines.iter().filter(|(_, cells)| !filled(cells, column)).count();
        let faults = self.complaints.iter().filter(|c| c.complaint.severity == Severity::Fault);
        Completeness {
            lines: lines.len(),
            no_minutes: lines
                .iter()
                .filter(|(_, cells)| !filled(cells, task::MINUTES.nb) && !filled(cells, task::BOUND.nb))
                .count(),
            no_today: lacking(task::TODAY.nb),
            no_priority: lacking(task::PRIORITY.nb),
            // Where nothing is mapped yet, nothing is wrong.
            faults: if lines.is_empty() { 0 } else { faults.count() },
        }
    }

    /// Finds the row and column of a complaint's cell (`H12`, `12:12`, `H:H`).
    fn place(&self, complaint: Complaint) -> AtCell {
        let sheet = complaint.place.sheet.clone();
        let (row, column) = match (&sheet, &complaint.place.cell) {
            (Some(sheet), Some(cell)) => {
                let letters: String = cell.chars().take_while(char::is_ascii_alphabetic).collect();
                let digits: String = cell[letters.len()..].chars().take_while(char::is_ascii_digit).collect();
                let row = digits.parse().ok().and_then(|number| self.row_at(sheet, number));
                let column =
                    self.sheet(sheet).and_then(|s| s.columns().get(column_index(&letters)?).map(ToString::to_string));
                (row, column)
            }
            _ => (None, None),
        };
        AtCell { sheet, row, column, complaint }
    }
}

/// A complaint where there is no workbook: that a workbook lacks the sheet of tasks means that nobody has mapped any.
fn on_screen(complaint: Complaint) -> Complaint {
    if complaint.code == kinds::NO_TASK_SHEET.code {
        return Complaint::fault(NO_LINES, Place::sheet(TASKS.name.nb));
    }
    complaint
}

fn kept(book: &Book, name: &str) -> DeskSheet {
    let sheet = book.sheets.iter().find(|sheet| sheet.name == name);
    DeskSheet {
        name: name.to_owned(),
        own_columns: sheet.map(|s| s.own_columns.clone()).unwrap_or_default(),
        rows: sheet.map(|s| s.rows.iter().map(|row| (row.id, row.cells.clone())).collect()).unwrap_or_default(),
    }
}

fn filled(cells: &BTreeMap<String, String>, column: &str) -> bool {
    cells.get(column).is_some_and(|text| !text.trim().is_empty())
}

/// 0 for `A`, 26 for `AA`.
fn column_index(letters: &str) -> Option<usize> {
    let index = letters.bytes().try_fold(0_usize, |sum, letter| {
        sum.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1)
    });
    index?.checked_sub(1)
}
