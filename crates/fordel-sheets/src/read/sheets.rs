//! The sheets of a workbook, sorted by what they are.

use fordel_core::complaint::{Complaint, Place};

use super::kinds;
use super::told::Told;
use super::wide;
use super::words::{self, name_key};
use crate::columns::{self, Name, SHEETS, SILENT_SHEETS, SheetNames};
use crate::plan_book;
use crate::table::{Limits, Sheet, Workbook};

/// So many rows tell whether a sheet of unknown name holds the wide form.
const HEAD: u32 = 20;

/// A ward's sheets.
#[derive(Default)]
pub struct Sheets {
    /// Names of all sheets in the workbook's order.
    pub order: Vec<String>,
    /// Tasks in the wide form, one sheet or several.
    pub wide: Vec<Sheet>,
    known: Vec<(usize, Sheet)>,
}

impl Sheets {
    /// Opens a workbook and reads the sheets that say something about the ward.
    ///
    /// # Errors
    /// The complaint that keeps the file, or a sheet of the ward, from being read.
    pub fn open(bytes: &[u8], limits: Limits) -> Result<(Sheets, Told), Complaint> {
        let mut workbook = Workbook::open_within(bytes, limits)?;
        let mut told = Told::default();
        let mut sheets = Sheets::default();
        let names = workbook.names().to_vec();
        sheets.order = names.iter().map(|name| name.name.trim().to_owned()).collect();
        // Its activity plan would be read as the wide form.
        if !sheets.order.iter().any(|name| is_tasks(name)) && plan_book::has_sheets(&sheets.order) {
            return Err(kinds::IS_A_PLAN.at(Place::file()));
        }
        for entry in &names {
            let name = entry.name.as_str();
            let kind = kind_of(name);
            let sheet = match kind {
                Some(_) => workbook.sheet(name)?,
                None if is_silent(name) => continue,
                // A hidden sheet holds lists and the like, never a form that people fill in.
                None if entry.hidden => {
                    told.add(unknown(name));
                    continue;
                }
                // Whatever ails a sheet that isn't part of the ward is no business of ours.
                None => workbook.first_rows(name, HEAD).unwrap_or_default(),
            };
            let may_be_wide = kind.is_none_or(|kind| SHEETS[kind].name == columns::TASKS.name);
            match kind {
                _ if may_be_wide && wide::is_wide(&sheet) => sheets.wide.push(workbook.sheet(name)?),
                Some(kind) => sheets.keep(kind, sheet, &mut told),
                None => told.add(unknown(name)),
            }
        }
        let has_long = sheets.get(&columns::TASKS).is_some();
        if has_long {
            for sheet in sheets.wide.drain(..) {
                told.add(kinds::WIDE_IGNORED.at(Place::sheet(&sheet.name)));
            }
        } else if sheets.wide.is_empty() && !told.has_fault() {
            let there = sheets.order.join(", ");
            let complaint = kinds::NO_TASK_SHEET.at(Place::file()).with("sheets", there);
            // A workbook of something else: what a ward would assume isn't worth a word.
            if sheets.known.is_empty() {
                return Err(complaint);
            }
            told.add(complaint);
        }
        Ok((sheets, told))
    }

    /// The sheets of a ward that are rows of cells already; those of other names are told and left.
    pub fn of(list: Vec<Sheet>) -> (Sheets, Told) {
        let mut told = Told::default();
        let mut sheets = Sheets { order: list.iter().map(|sheet| sheet.name.clone()).collect(), ..Sheets::default() };
        for sheet in list {
            match kind_of(&sheet.name) {
                Some(kind) => sheets.keep(kind, sheet, &mut told),
                None => told.add(unknown(&sheet.name)),
            }
        }
        if sheets.get(&columns::TASKS).is_none() && !told.has_fault() {
            let there = sheets.order.join(", ");
            told.add(kinds::NO_TASK_SHEET.at(Place::file()).with("sheets", there));
        }
        (sheets, told)
    }

    /// The sheet of this kind.
    pub fn get(&self, names: &SheetNames) -> Option<&Sheet> {
        self.known.iter().find(|(kind, _)| SHEETS[*kind].name == names.name).map(|(_, sheet)| sheet)
    }

    fn keep(&mut self, kind: usize, sheet: Sheet, told: &mut Told) {
        match self.known.iter().find(|(k, _)| *k == kind) {
            Some((_, first)) => {
                told.add(kinds::SHEET_TWICE.at(Place::sheet(&sheet.name)).with("first", first.name.as_str()));
            }
            None => self.known.push((kind, sheet)),
        }
    }
}

fn kind_of(name: &str) -> Option<usize> {
    let key = name_key(name);
    SHEETS.iter().position(|sheet| sheet.name.spellings().any(|s| name_key(s) == key))
}

fn is_tasks(name: &str) -> bool {
    kind_of(name).is_some_and(|kind| SHEETS[kind].name == columns::TASKS.name)
}

fn is_silent(name: &str) -> bool {
    let key = name_key(name);
    SILENT_SHEETS.iter().any(|sheet| sheet.spellings().any(|s| name_key(s) == key))
}

fn unknown(name: &str) -> Complaint {
    let said = |name: Name| name.spellings().map(move |spelling| (name_key(spelling), name.said_as(spelling)));
    let spellings: Vec<(String, &str)> = SHEETS.iter().flat_map(|sheet| said(sheet.name)).collect();
    let meant = words::nearest(&name_key(name), spellings.iter().map(|(key, _)| key.as_str()));
    let complaint = kinds::SHEET_UNKNOWN.at(Place::sheet(name.trim()));
    match meant {
        Some(at) => complaint.with("near", 1_u32).with("nearest", spellings[at].1),
        None => complaint.with("near", 0_u32),
    }
}
