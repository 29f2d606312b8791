//! What a task of the library needs besides its lines: the activity that it is counted by and the courses that it takes,
//! brought along from where the task comes where a unit lacks them.

use std::collections::{BTreeMap, BTreeSet};

use fordel_sheets::columns::{ACTIVITY, COURSES, DRIVER, Name, SheetNames, course, task};
use fordel_sheets::number_in;

use super::desk::Desk;
use super::library::{cell, key};

/// The sheets that tasks name rows of, and the column that names each.
const NAMED: [(&SheetNames, &Name); 2] = [(&ACTIVITY, &DRIVER), (&COURSES, &course::COURSE)];

/// A row that comes along.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Brought {
    /// The Norwegian name of its sheet.
    pub sheet: String,
    /// What it is called.
    pub name: String,
    /// What stands in each filled column.
    pub cells: BTreeMap<String, String>,
}

/// The rows that tasks may name, of a book's sheets by their names. Only what can be read is taken: a brought row is never
/// at fault.
pub(super) fn offered<'r>(rows: impl Fn(&str) -> Vec<&'r BTreeMap<String, String>>) -> Vec<Brought> {
    let mut offered = Vec::new();
    for (sheet, named) in NAMED {
        for cells in rows(sheet.name.nb) {
            let name = cell(cells, named);
            let read = |column: &&Name| {
                let text = cell(cells, column);
                let good = number_in(text).is_some_and(|number| number >= 0.0);
                (column.nb == named.nb || good).then(|| (column.nb.to_owned(), text.to_owned()))
            };
            let cells: BTreeMap<String, String> =
                sheet.columns.iter().filter_map(|column| read(&column)).filter(|(_, text)| !text.is_empty()).collect();
            if !name.is_empty() && cells.len() > 1 {
                offered.push(Brought { sheet: sheet.name.nb.to_owned(), name: name.to_owned(), cells });
            }
        }
    }
    offered
}

/// Of what is offered, the first of each that a task's lines name and the unit lacks.
pub(super) fn lacking(lines: &[BTreeMap<String, String>], offered: &[Brought], desk: &Desk) -> Vec<Brought> {
    let mut named: BTreeSet<(&str, String)> = BTreeSet::new();
    for line in lines {
        named.insert((ACTIVITY.name.nb, key(cell(line, &task::PER))));
        let courses = cell(line, &task::TRAINING).split([';', ',', ':', '\n']);
        named.extend(courses.map(|course| (COURSES.name.nb, key(course))));
    }
    for (sheet, column) in NAMED {
        let rows = desk.sheet(sheet.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        for (_, cells) in rows {
            named.remove(&(sheet.name.nb, key(cell(cells, column))));
        }
    }
    let mut lacking = Vec::new();
    for row in offered {
        let sheet = if row.sheet == ACTIVITY.name.nb { ACTIVITY.name.nb } else { COURSES.name.nb };
        if named.remove(&(sheet, key(&row.name))) {
            lacking.push(row.clone());
        }
    }
    lacking
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_named_and_lacks_comes_along_once_and_without_what_cant_be_read() {
        let activity =
            [row(&[("Driver", "Pasienter"), ("Man", "24"), ("Tir", "mange")]), row(&[("Driver", "innleggelser")])];
        let courses = [row(&[("Kurs", "sårstell"), ("Timer", "4")]), row(&[("Kurs", "EKG"), ("Timer", "2")])];
        let offered =
            offered(|sheet| if sheet == "Aktivitet" { activity.iter().collect() } else { courses.iter().collect() });
        let names: Vec<&str> = offered.iter().map(|row| &*row.name).collect();
        assert_eq!(names, ["Pasienter", "sårstell", "EKG"], "a name alone is no row");
        assert_eq!(offered[0].cells, row(&[("Driver", "Pasienter"), ("Man", "24")]));
        let kept = |cells: &BTreeMap<String, String>| fordel_store::KeptRow {
            id: fordel_store::RowId(1),
            position: 1,
            version: 1,
            cells: cells.clone(),
        };
        let book = |name: &str, rows: &[BTreeMap<String, String>]| fordel_store::Book {
            revision: 1,
            sheets: vec![fordel_store::KeptSheet {
                name: name.to_owned(),
                own_columns: Vec::new(),
                rows: rows.iter().map(kept).collect(),
            }],
        };
        let lines = [
            row(&[("Oppgave", "Bandasje"), ("Per", "pasienter"), ("Opplæring", "HFA: Sårstell; ASS: EKG")]),
            row(&[("Oppgave", "Bandasje"), ("Per", "pasienter")]),
        ];
        let desk = Desk::of(&book("Kurs", &[row(&[("Kurs", "ekg"), ("Timer", "3")])]));
        let brought: Vec<String> = lacking(&lines, &offered, &desk).into_iter().map(|row| row.name).collect();
        assert_eq!(brought, ["Pasienter", "sårstell"]);
    }
}
