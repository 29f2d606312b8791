//! Workbooks for tests, from a text that can be read: sheets as tables, cells parted by bars.
//!
//! ```text
//! # Oppgaver
//! Nr | Oppgave | Minutter
//! 1  | Stell   | 15
//! ```
//!
//! A cell is a number if it reads as one, else text. `'7` is the text 7, `date 2026-09-07` a date, `time 07:30` a time,
//! `error #REF!` an Excel error, `formula 1+1` a formula whose value isn't stored, `true` a truth value.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;

/// What the library stores beside a formula that shall have no value.
const UNCOMPUTED: &str = "987654321";

/// A workbook as text: sheets in order, each with its filled cells by (row, column), both from 0.
#[derive(Clone, Debug, Default)]
pub struct Book {
    sheets: Vec<(String, Cells)>,
}

/// Filled cells by row and column.
type Cells = BTreeMap<(u32, u16), String>;

impl Book {
    /// Reads the text form.
    pub fn parse(text: &str) -> Book {
        let mut book = Book::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            book.line(line);
        }
        book
    }

    /// Applies a change, one a line: `Oppgaver!K2 = XXX` sets a cell (`=` alone empties it), `- Vakter` removes a sheet,
    /// `# Kurs` starts a new sheet whose rows follow.
    pub fn change(&mut self, change: &str) {
        let change = change.trim();
        if let Some(sheet) = change.strip_prefix("- ") {
            let before = self.sheets.len();
            self.sheets.retain(|(name, _)| name != sheet);
            assert!(self.sheets.len() < before, "no sheet {sheet}");
        } else if let Some((place, value)) = change.split_once(" =").filter(|(place, _)| place.contains('!')) {
            let (sheet, cell) = place.split_once('!').expect("a place is a sheet and a cell");
            let value = value.trim();
            let cells =
                self.sheets.iter_mut().find(|(name, _)| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
            match value {
                "" => drop(cells.1.remove(&at(cell)).unwrap_or_else(|| panic!("{place} is empty already"))),
                value => drop(cells.1.insert(at(cell), value.to_owned())),
            }
        } else {
            self.line(change);
        }
    }

    fn line(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("# ") {
            self.sheets.push((name.trim().to_owned(), BTreeMap::new()));
            return;
        }
        let (_, cells) = self.sheets.last_mut().expect("a row stands in a sheet");
        let row = cells.keys().next_back().map_or(0, |(row, _)| row + 1);
        for (col, value) in line.split('|').enumerate() {
            if !value.trim().is_empty() {
                cells.insert((row, col as u16), value.trim().to_owned());
            }
        }
    }

    /// What stands in a cell, as text.
    pub fn get(&self, place: &str) -> Option<&str> {
        let (sheet, cell) = place.split_once('!')?;
        let cells = &self.sheets.iter().find(|(name, _)| name == sheet)?.1;
        cells.get(&at(cell)).map(String::as_str)
    }

    /// The workbook's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        for (name, cells) in &self.sheets {
            let sheet = workbook.add_worksheet().set_name(name).expect("a sheet's name");
            for (&(row, col), value) in cells {
                let date = Format::new().set_num_format("dd.mm.yyyy");
                let time = Format::new().set_num_format("hh:mm");
                let written = match value.split_once(' ') {
                    Some(("date", d)) => {
                        sheet.write_with_format(row, col, ExcelDateTime::parse_from_str(d).expect("a date"), &date)
                    }
                    Some(("time", t)) => {
                        sheet.write_with_format(row, col, ExcelDateTime::parse_from_str(t).expect("a time"), &time)
                    }
                    Some(("error", e)) => sheet.write_formula(row, col, Formula::new("1/0").set_result(e)),
                    Some(("formula", f)) => sheet.write_formula(row, col, Formula::new(f).set_result(UNCOMPUTED)),
                    _ => match (value.strip_prefix('\''), value.parse::<f64>()) {
                        (Some(text), _) => sheet.write_string(row, col, text),
                        (None, Ok(number)) if number.is_finite() => sheet.write_number(row, col, number),
                        _ if value == "true" => sheet.write_boolean(row, col, true),
                        _ => sheet.write_string(row, col, value),
                    },
                };
                written.expect("a cell");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a workbook");
        let is_bare = |cells: &Cells| cells.values().any(|value| value.starts_with("formula "));
        if self.sheets.iter().any(|(_, cells)| is_bare(cells)) { without_values(&bytes) } else { bytes }
    }
}

/// The workbook as a program writes it that computes nothing: formulas with [`UNCOMPUTED`] beside them have no value.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let value = format!("<v>{UNCOMPUTED}</v>");
    let sheets = parts(bytes).into_iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    let texts = sheets.map(|(name, xml)| (name, String::from_utf8(xml).expect("XML is text")));
    let bare: Vec<(String, String)> = texts.map(|(name, xml)| (name, xml.replace(&value, "<v/>"))).collect();
    let changed: Vec<(&str, &[u8])> = bare.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    with_parts(bytes, &changed)
}

/// Row and column, both from 0, of `B7`.
fn at(cell: &str) -> (u32, u16) {
    let letters = cell.chars().take_while(char::is_ascii_uppercase);
    let col = letters.clone().fold(0, |sum, c| sum * 26 + (c as u16 - u16::from(b'A') + 1));
    let row: u32 = cell[letters.count()..].parse().expect("a cell");
    (row - 1, col - 1)
}

/// A zip of these parts, deflated.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("a part");
    }
    writer.finish().expect("a zip").into_inner()
}

/// The parts of a workbook.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|i| {
            let mut part = zip.by_index(i).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a part");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

/// A workbook with some of its parts made other; what has no part yet is added.
pub fn with_parts(bytes: &[u8], changed: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all = parts(bytes);
    for (name, bytes) in changed {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = bytes.to_vec(),
            None => all.push(((*name).to_owned(), bytes.to_vec())),
        }
    }
    let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip(&all)
}

/// A small ward without fault, in the long form.
pub const WARD: &str = include_str!("ward.txt");
/// A small ward without fault, in the wide form.
pub const FORM: &str = include_str!("form.txt");
/// What a small plan is read from, as its workbook has it.
pub const PLAN: &str = include_str!("plan.txt");
