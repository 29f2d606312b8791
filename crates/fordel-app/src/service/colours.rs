//! The colours of the traffic light, set for many lines at once: which lines lack one, by category, and what is usual there.

use std::collections::BTreeMap;

use fordel_core::ward::Priority;
use fordel_sheets::columns::{CATEGORIES, TASKS, task};
use fordel_sheets::write::spelled;
use fordel_sheets::{priority_in, truth_in};
use fordel_store::{Edit, RowId};
use fordel_text::Texts;

use super::{Contributes, Failed, Reads, Saved};

/// What is usual for the standard categories, by their places among [`CATEGORIES`]: a place to begin the talk, after the tasks
/// that Danish wards with a traffic light give as examples (red: food and drink, medicines, vital signs, wounds, toilet;
/// yellow: mouth care, mobilisation; green: teaching, skin care, scoring).
const USUAL: [Priority; 12] = [
    Priority::Red,
    Priority::Red,
    Priority::Yellow,
    Priority::Red,
    Priority::Yellow,
    Priority::Red,
    Priority::Red,
    Priority::Yellow,
    Priority::Green,
    Priority::Yellow,
    Priority::Green,
    Priority::Green,
];

/// A line that has or lacks its colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColourLine {
    /// Its row.
    pub row: RowId,
    /// Its number and name.
    pub name: String,
    /// When, as the sheet says it; the program's own words in the reader's language.
    pub when: String,
    /// What stands in the cell.
    pub written: String,
    /// The colour that this is.
    pub colour: Option<Priority>,
    /// Whether it is bound: then it counts as red whatever the cell says.
    pub bound: bool,
}

/// A category with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColourCategory {
    /// Its name; empty where none is told.
    pub name: String,
    /// Its place among the standard ones, from 0.
    pub standard: Option<usize>,
    /// Its lines in the order of the sheet.
    pub lines: Vec<ColourLine>,
}

impl ColourCategory {
    /// The colour that is usual there; none for a category of the ward's own.
    pub fn usual(&self) -> Option<Priority> {
        self.standard.map(|at| USUAL[at])
    }
}

/// A colour that is wanted for a line; none takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colouring {
    /// The line's row.
    pub row: RowId,
    /// What stood in the cell when the form was made.
    pub was: String,
    /// The colour.
    pub colour: Option<Priority>,
}

impl Reads<'_> {
    /// The lines by category, in the order of the activity plan: those without a colour, or all.
    ///
    /// # Errors
    /// The database.
    pub fn colours(&self, all: bool, texts: &Texts) -> Result<Vec<ColourCategory>, Failed> {
        let desk = self.desk()?;
        let mut categories: Vec<ColourCategory> = Vec::new();
        let of = |name: &str| ColourCategory { name: name.to_owned(), standard: standard(name), lines: Vec::new() };
        match &desk.ward {
            Some(ward) => categories.extend(ward.categories.iter().map(|category| of(&category.name))),
            None => categories.extend(CATEGORIES.iter().map(|category| of(category.nb))),
        }
        let rows = desk.sheet(TASKS.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        for (row, cells) in rows.iter().filter(|(_, cells)| !told(cells, task::TASK.nb).is_empty()) {
            let line = line(*row, cells, texts);
            if !all && !line.written.is_empty() {
                continue;
            }
            let name = told(cells, task::CATEGORY.nb);
            let at = categories.iter().position(|known| {
                known.name.eq_ignore_ascii_case(name) || known.standard.is_some() && known.standard == standard(name)
            });
            match at {
                Some(at) => categories[at].lines.push(line),
                None => categories.push(ColourCategory { lines: vec![line], ..of(name) }),
            }
        }
        categories.retain(|category| !category.lines.is_empty());
        Ok(categories)
    }
}

impl Contributes<'_> {
    /// Sets colours: one step to undo, as in the grid. A cell that somebody has changed meanwhile is left, and told.
    ///
    /// # Errors
    /// The database; rows that aren't the unit's.
    pub fn colour(&self, batch: &str, wanted: &[Colouring], texts: &Texts) -> Result<Saved, Failed> {
        let edit = |wanted: &Colouring| Edit::Cell {
            row: wanted.row,
            column: task::PRIORITY.nb.to_owned(),
            was: Some(wanted.was.clone()),
            now: wanted.colour.map(|colour| spelled::priority(colour, texts.lang()).to_owned()).unwrap_or_default(),
        };
        let edits: Vec<Edit> = wanted.iter().map(edit).collect();
        self.edit(batch, &edits)
    }
}

fn line(row: RowId, cells: &BTreeMap<String, String>, texts: &Texts) -> ColourLine {
    let cell = |column: &str| told(cells, column);
    let join = |parts: &[&str], between: &str| {
        let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        filled.join(between)
    };
    let written = cells.get(task::PRIORITY.nb).cloned().unwrap_or_default();
    let timing = spelled::timing(cell(task::INTERVAL.nb), texts);
    let days = spelled::days(cell(task::DAYS.nb), texts.lang());
    ColourLine {
        row,
        name: join(&[cell(task::NUMBER.nb), cell(task::TASK.nb)], " "),
        when: join(&[timing.as_str(), days.as_str()], ", "),
        colour: priority_in(&written),
        written: if written.trim().is_empty() { String::new() } else { written },
        bound: truth_in(cell(task::BOUND.nb)) == Some(true),
    }
}

fn told<'c>(cells: &'c BTreeMap<String, String>, column: &str) -> &'c str {
    cells.get(column).map_or("", |text| text.trim())
}

/// The place of a standard category of this name.
fn standard(name: &str) -> Option<usize> {
    CATEGORIES.iter().position(|category| category.spellings().any(|s| s.eq_ignore_ascii_case(name.trim())))
}
