//! The complaints of one reading, collected as they are met and given in the order of the workbook.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use fordel_core::complaint::{Complaint, Place, Severity, Value};
use fordel_text::Lang;
use fordel_text::standard::category;

use super::kinds::Kind;
use super::words::{Names, code_key};

/// More faults than this help nobody, nor more of anything else; other complaints never crowd out a fault.
const MOST: usize = 1_000;
/// Longest text of the user's that is repeated in a sentence.
const LONGEST: usize = 120;
/// Longest list in a sentence.
const LONGEST_LIST: usize = 500;

/// The complaints so far.
#[derive(Debug, Default)]
pub struct Told {
    complaints: Vec<Complaint>,
    faults: usize,
    others: usize,
}

impl Told {
    /// Adds a complaint. Long texts of the user's are shortened.
    pub fn add(&mut self, mut complaint: Complaint) {
        let is_fault = complaint.severity == Severity::Fault;
        let count = if is_fault { &mut self.faults } else { &mut self.others };
        *count += 1;
        if *count > MOST {
            return;
        }
        for (name, value) in &mut complaint.args {
            let is_list =
                matches!(*name, "known" | "known-english" | "missing" | "rows" | "sheets" | "courses" | "circle");
            if let Value::Text(text) = value {
                *text = shortened(text, if is_list { LONGEST_LIST } else { LONGEST });
            }
        }
        self.complaints.push(complaint);
    }

    /// Adds a complaint about a name that isn't known: what there is, and what was probably meant.
    pub fn unknown(&mut self, complaint: Complaint, written: &str, known: &Names) {
        let complaint = complaint.with("known", known.listed()).with("count", known.len());
        let nearest = if self.has_room(complaint.severity) { known.nearest(written) } else { None };
        self.add(match nearest {
            Some(nearest) => complaint.with("near", 1_u32).with("nearest", nearest),
            None => complaint.with("near", 0_u32),
        });
    }

    /// The same about a category: what there is and what was probably meant in both languages.
    pub fn unknown_category(&mut self, complaint: Complaint, written: &str, known: &Names) {
        if !self.has_room(complaint.severity) {
            return self.add(complaint);
        }
        let english = known.said(|name| category(name, Lang::En));
        let complaint = complaint.with("known", known.listed()).with("known-english", english.listed());
        let nearest = known.nearest(written).or_else(|| english.nearest(written));
        self.add(match nearest {
            Some(nearest) => {
                let [nb, en] = [Lang::Nb, Lang::En].map(|lang| category(nearest, lang));
                complaint.with("near", 1_u32).with("nearest", nb).with("nearest-english", en)
            }
            None => complaint.with("near", 0_u32),
        });
    }

    /// Drops the faults of a kind about those `names` that stand in most cells: they are unknown because of something
    /// else, which has been told.
    pub fn forget_most_named(&mut self, kind: Kind, names: usize) {
        let named = |complaint: &Complaint| {
            let (_, value) = complaint.args.iter().find(|(name, _)| *name == "value" && complaint.code == kind.code)?;
            match value {
                Value::Text(text) => Some(code_key(text)),
                Value::Number(number) | Value::Written(number) => Some(number.to_string()),
                Value::Day(day) => Some(day.to_string()),
            }
        };
        let mut cells: BTreeMap<String, usize> = BTreeMap::new();
        for name in self.complaints.iter().filter_map(named) {
            *cells.entry(name).or_default() += 1;
        }
        let mut most: Vec<(String, usize)> = cells.into_iter().collect();
        most.sort_by_key(|(_, cells)| Reverse(*cells));
        most.truncate(names);
        let before = self.complaints.len();
        let is_forgotten = |name: String| most.iter().any(|(of, _)| *of == name);
        self.complaints.retain(|complaint| !named(complaint).is_some_and(is_forgotten));
        self.faults -= before - self.complaints.len();
    }

    /// Whether a complaint would still be kept: what is dear to find out for it is worth it only then.
    pub fn has_room(&self, severity: Severity) -> bool {
        let count = if severity == Severity::Fault { self.faults } else { self.others };
        count < MOST
    }

    /// Whether anything so far keeps the input from being used.
    pub fn has_fault(&self) -> bool {
        self.faults > 0
    }

    /// Number of faults so far.
    pub fn faults(&self) -> usize {
        self.faults
    }

    /// All complaints: faults of the whole file first, then sheet by sheet and cell by cell, last what holds for the
    /// whole file and isn't a fault. The same complaint about the same cell is given once.
    pub fn in_order(mut self, sheets: &[String]) -> Vec<Complaint> {
        let order = |complaint: &Complaint| {
            let Place { sheet, cell } = &complaint.place;
            let sheet = match sheet {
                None if complaint.severity == Severity::Fault => 0,
                None => sheets.len() + 2,
                Some(name) => 1 + sheets.iter().position(|s| s == name).unwrap_or(sheets.len()),
            };
            (sheet, cell.as_deref().map_or((0, 0), row_and_column), complaint.severity)
        };
        self.complaints.sort_by_key(order);
        self.complaints.dedup();
        let dropped = self.faults.saturating_sub(MOST) + self.others.saturating_sub(MOST);
        if dropped > 0 {
            self.complaints.push(super::kinds::MORE_COMPLAINTS.at(Place::file()).with("count", dropped));
        }
        self.complaints
    }
}

/// Row and column of `B7`, `7:7` or `H:H`, for sorting.
fn row_and_column(cell: &str) -> (u64, u64) {
    let cell = cell.split(':').next().unwrap_or_default();
    let number = |from: char, base: u64| {
        move |sum: u64, c: char| {
            sum.saturating_mul(base).saturating_add(u64::from(c) - u64::from(from) + u64::from(base == 26))
        }
    };
    let column = cell.chars().filter(char::is_ascii_uppercase).fold(0, number('A', 26));
    let row = cell.chars().filter(char::is_ascii_digit).fold(0, number('0', 10));
    (row, column)
}

/// One line of at most so many characters.
fn shortened(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    line.chars().take(longest - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::kinds;

    #[test]
    fn complaints_come_in_the_order_of_the_workbook() {
        let mut told = Told::default();
        for cell in ["B10", "AA2", "B2", "3:3"] {
            told.add(kinds::SHEET_DAMAGED.at(Place::cell("Vakter", cell)));
        }
        told.add(kinds::SHEET_DAMAGED.at(Place::cell("Oppgaver", "C9")));
        told.add(kinds::FILE_EMPTY.at(Place::file()));
        told.add(kinds::FILE_EMPTY.at(Place::file()));
        assert!(told.has_fault());
        let sheets = ["Oppgaver".to_owned(), "Vakter".to_owned()];
        let places: Vec<String> = told.in_order(&sheets).iter().map(|c| c.place.to_string()).collect();
        assert_eq!(places, ["", "Oppgaver!C9", "Vakter!B2", "Vakter!AA2", "Vakter!3:3", "Vakter!B10"]);
    }

    #[test]
    fn the_names_that_stand_in_most_cells_are_forgotten_and_no_others() {
        let mut told = Told::default();
        for (cell, code) in [("A2", "QQ"), ("A3", "ASS"), ("A4", "a ss"), ("A5", "QQ"), ("A6", "ASS")] {
            told.add(kinds::UNKNOWN_GROUP.at(Place::cell("Vakter", cell)).with("value", code));
        }
        told.add(kinds::SHEET_DAMAGED.at(Place::cell("Vakter", "A7")).with("value", "ASS"));
        told.forget_most_named(kinds::UNKNOWN_GROUP, 0);
        assert_eq!(told.faults(), 6);
        told.forget_most_named(kinds::UNKNOWN_GROUP, 1);
        assert_eq!(told.faults(), 3);
        let places: Vec<String> = told.in_order(&[]).iter().map(|c| c.place.to_string()).collect();
        assert_eq!(places, ["Vakter!A2", "Vakter!A5", "Vakter!A7"]);
    }

    #[test]
    fn long_texts_and_endless_lists_are_cut() {
        let mut told = Told::default();
        for i in 0..=MOST {
            told.add(kinds::SHEET_DAMAGED.at(Place::cell("A", format!("A{i}"))).with("value", "x\n".repeat(500)));
        }
        assert_eq!(told.faults(), MOST + 1);
        let complaints = told.in_order(&["A".to_owned()]);
        assert_eq!(complaints.len(), MOST + 1);
        assert_eq!(complaints[MOST].code, kinds::MORE_COMPLAINTS.code);
        let Value::Text(text) = &complaints[0].args[0].1 else { panic!("a text stays a text") };
        assert_eq!(text.chars().count(), LONGEST);
    }
}
