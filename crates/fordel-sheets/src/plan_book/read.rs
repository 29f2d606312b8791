//! Reading a plan's workbook back, also after people changed it: placements from the distribution, heads from the
//! staffing, and the figures told when the plan was made. Columns are found by their headings in either language, rows
//! by what they hold, so sorting, filtering and hiding change nothing.

use std::collections::HashMap;

use fordel_core::complaint::{Complaint, Place, Value};
use fordel_core::plan::{Heads, Placed};
use fordel_core::time::Day;
use fordel_text::{Lang, Texts};

use super::SheetKind;
use super::hand_plan::HandPlan;
use super::layout::Side;
use super::staffing_sheet::Block;
use super::told::{Figured, KEYS, Told, names, said};
use crate::read::kinds::{self, Kind};
use crate::table::{Cell, Row, Sheet, Workbook, address};
use crate::write::Words;

/// Rows among which a sheet's heading must stand.
const HEADING_ROWS: u32 = 30;
/// Most heads that a cell can hold.
const MOST_HEADS: f64 = 9_999.0;

/// Reads a plan's workbook.
///
/// # Errors
/// Every complaint at once: a file that is no workbook, a sheet or column that is gone, a cell that holds neither a
/// number of heads nor a group.
pub fn read_plan_book(bytes: &[u8]) -> Result<HandPlan, Vec<Complaint>> {
    let mut workbook = Workbook::open(bytes).map_err(|complaint| vec![complaint])?;
    let languages = [Texts::new(Lang::Nb), Texts::new(Lang::En)];
    let mut faults = Vec::new();
    let mut sheet = |kind: SheetKind, faults: &mut Vec<Complaint>| {
        let wanted: Vec<String> = languages.iter().map(|t| normal(&t.get(kind.key()))).collect();
        let name = workbook.names().iter().find(|n| wanted.contains(&normal(&n.name))).map(|n| n.name.clone());
        let Some(name) = name else {
            let [nb, en] = languages.each_ref().map(|t| t.get(kind.key()));
            faults.push(kinds::PLAN_BOOK_SHEET.at(Place::file()).with("sheet", nb).with("english", en));
            return None;
        };
        workbook.sheet(&name).map_err(|complaint| faults.push(complaint)).ok()
    };
    let distribution = sheet(SheetKind::Distribution, &mut faults);
    let staffing = sheet(SheetKind::Staffing, &mut faults);
    // The told figures are a help, not a must: a workbook without them is checked by its rules alone.
    let assumptions = sheet(SheetKind::Assumptions, &mut Vec::new());
    let reading = Reading { languages: &languages };
    let placements = distribution.map(|s| reading.placements(&s, &mut faults)).unwrap_or_default();
    let (staffing, year_cost_now) = staffing.map(|s| reading.staffing(&s, &mut faults)).unwrap_or_default();
    let told = assumptions.map(|s| reading.told(&s)).unwrap_or_default();
    if faults.is_empty() { Ok(HandPlan { placements, staffing, told, year_cost_now }) } else { Err(faults) }
}

struct Reading<'t> {
    languages: &'t [Texts; 2],
}

/// Text without regard to case and spacing.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A line's timing as `plan.json` has it, from what the workbook calls it in either language.
fn timing(shown: String) -> String {
    let (kept, told) = (Words(Lang::Nb), Words(Lang::En));
    let words = [(told.around_the_clock(), kept.around_the_clock()), (told.daytime(), kept.daytime())];
    let word = words.into_iter().find(|(told, _)| normal(&shown) == *told);
    word.map_or(shown, |(_, kept)| kept.to_owned())
}

impl Reading<'_> {
    /// Whether the cell holds a text of the workbook, in either language.
    fn says(&self, cell: &Cell, key: &str) -> bool {
        let Cell::Text(text) = cell else { return false };
        self.languages.iter().any(|t| normal(&t.get(key)) == normal(text))
    }

    /// A name of `plan.json` that stands under this key in either language, or as it is.
    fn named(&self, key: &str, cell: &Cell) -> String {
        let said = |name: &&&str| said(key, name).is_some_and(|message| self.says(cell, &message));
        names(key).iter().find(said).map_or_else(|| cell.shown(), |name| (*name).to_owned())
    }

    /// The column of the row whose cell says this; of several the leftmost.
    fn column(&self, row: &Row, key: &str) -> Option<u32> {
        row.cells.iter().find(|c| self.says(&c.cell, key)).map(|c| c.col)
    }

    /// The heading row that has all these columns, and where they are.
    fn heading<const N: usize>(&self, sheet: &Sheet, keys: [&str; N]) -> Result<(u32, [u32; N]), Complaint> {
        let mut best: (usize, Vec<&str>) = (0, keys.to_vec());
        for row in sheet.rows().take_while(|r| r.number <= HEADING_ROWS) {
            let found: Vec<Option<u32>> = keys.iter().map(|key| self.column(&row, key)).collect();
            if let Some(columns) = found.iter().copied().collect::<Option<Vec<u32>>>() {
                let columns = columns.try_into().unwrap_or([0; N]);
                return Ok((row.number, columns));
            }
            let hits = found.iter().flatten().count();
            if hits > best.0 {
                best = (hits, keys.iter().zip(&found).filter(|(_, f)| f.is_none()).map(|(k, _)| *k).collect());
            }
        }
        let [nb, en] =
            self.languages.each_ref().map(|t| best.1.iter().map(|key| t.get(key)).collect::<Vec<_>>().join(", "));
        Err(kinds::PLAN_BOOK_COLUMNS.at(Place::sheet(&sheet.name)).with("columns", nb).with("english", en))
    }

    fn placements(&self, sheet: &Sheet, faults: &mut Vec<Complaint>) -> Vec<Placed> {
        let keys = ["book-row", "book-task", "book-time", "book-today", "book-group-proposed", "book-day-numbers"];
        let (heading, [row_col, task, time, today, group, days]) = match self.heading(sheet, keys) {
            Ok(found) => found,
            Err(complaint) => {
                faults.push(complaint);
                return Vec::new();
            }
        };
        let mut placements = Vec::new();
        for row in sheet.rows().filter(|r| r.number > heading) {
            let text = |col: u32| row.get(col).map(Cell::shown).unwrap_or_default();
            // A row without a number and a task is a remark that somebody added.
            if row.get(row_col).is_none() && row.get(days).is_none() {
                continue;
            }
            let bare = uncomputed(sheet, heading, row, &[row_col, task, time, today, group, days]);
            if !bare.is_empty() {
                faults.extend(bare);
                continue;
            }
            let fault = |kind: Kind, col| kind.at(Place::cell(&sheet.name, address(row.number, col)));
            let written = |col: u32| row.get(col).map_or_else(|| "".into(), Value::from);
            let number = row.get(row_col).and_then(whole).filter(|n| *n >= 1.0);
            let day_numbers = row.get(days).and_then(day_numbers);
            match (number, day_numbers, text(group).is_empty()) {
                (Some(number), Some(day_numbers), false) => placements.push(Placed {
                    row: number as u32,
                    task: text(task),
                    timing: timing(text(time)),
                    days: day_numbers,
                    group: text(group),
                    today: Some(text(today)).filter(|t| !t.is_empty()),
                }),
                (None, _, _) => faults.push(fault(kinds::PLAN_BOOK_ROW, row_col).with("value", written(row_col))),
                (_, None, _) => faults.push(fault(kinds::PLAN_BOOK_DAYS, days).with("value", written(days))),
                (_, _, true) => faults.push(fault(kinds::PLAN_BOOK_GROUP, group).with("task", text(task))),
            }
        }
        placements
    }

    /// The proposal's heads, zeros left out, and the year's cost as the formulas have it.
    fn staffing(&self, sheet: &Sheet, faults: &mut Vec<Complaint>) -> (Vec<Heads>, Option<f64>) {
        let keys: [&str; 9] = [
            "book-group",
            "book-shift",
            "day-short-1",
            "day-short-2",
            "day-short-3",
            "day-short-4",
            "day-short-5",
            "day-short-6",
            "day-short-7",
        ];
        let (heading, columns) = match self.heading(sheet, keys) {
            Ok(found) => found,
            Err(complaint) => {
                faults.push(complaint);
                return (Vec::new(), None);
            }
        };
        let ([group, shift], days) = ([columns[0], columns[1]], &columns[2..]);
        let (mut staffing, mut year_cost) = (Vec::new(), None);
        for row in sheet.rows().filter(|r| r.number > heading) {
            let text = |col: u32| row.get(col).map(Cell::shown).unwrap_or_default();
            if row.get(group).is_some_and(|c| self.says(c, "book-year-cost")) {
                year_cost = row.get(u32::from(Block::of(Side::Proposal).kroner)).and_then(number);
            }
            if row.get(group).is_none() || row.get(shift).is_none() {
                continue;
            }
            faults.extend(uncomputed(sheet, heading, row, &columns));
            for (day, &col) in Day::all().zip(days) {
                let Some(cell) = row.get(col).filter(|cell| **cell != Cell::Uncomputed) else { continue };
                match whole(cell).filter(|n| (0.0..=MOST_HEADS).contains(n)) {
                    Some(heads) if heads > 0.0 => {
                        staffing.push(Heads {
                            group: text(group),
                            shift: text(shift),
                            day: day.number(),
                            heads: heads as u32,
                        });
                    }
                    Some(_) => {}
                    None => faults.push(
                        kinds::PLAN_BOOK_HEADS
                            .at(Place::cell(&sheet.name, address(row.number, col)))
                            .with("value", cell),
                    ),
                }
            }
        }
        (merged(staffing), year_cost)
    }

    fn told(&self, sheet: &Sheet) -> Told {
        let mut told = Told::default();
        for row in sheet.rows() {
            let Some(key) = row.cells.iter().find_map(|c| match &c.cell {
                Cell::Text(text) => KEYS.iter().find(|k| **k == text.trim()).map(|k| (c.col, *k)),
                _ => None,
            }) else {
                continue;
            };
            let (col, key) = key;
            let value = match col.checked_sub(1).and_then(|c| row.get(c)) {
                Some(Cell::Number(number)) => Figured::Number(*number),
                Some(Cell::Uncomputed) | None => continue,
                Some(cell) => Figured::Text(self.named(key, cell)),
            };
            let about = row.get(0).map(|cell| self.named(key, cell)).unwrap_or_default();
            told.take(key, &about, &value);
        }
        told
    }
}

/// What is told of the cells of a row, in these columns, that hold formulas without a stored value.
fn uncomputed(sheet: &Sheet, heading: u32, row: Row<'_>, columns: &[u32]) -> Vec<Complaint> {
    let titles = sheet.rows().find(|row| row.number == heading);
    let bare = columns.iter().filter(|col| row.get(**col) == Some(&Cell::Uncomputed));
    let complaint = |col: &u32| {
        let title = titles.and_then(|titles| titles.get(*col)).map(Cell::shown).unwrap_or_default();
        let place = Place::cell(&sheet.name, address(row.number, *col));
        kinds::FORMULA_WITHOUT_VALUE.at(place).with("column", title)
    };
    bare.map(complaint).collect()
}

/// A shift whose name stands in two rows (it recurs on other days) has both rows' heads.
fn merged(staffing: Vec<Heads>) -> Vec<Heads> {
    let mut merged: Vec<Heads> = Vec::new();
    let mut places: HashMap<(String, String, u8), usize> = HashMap::new();
    for heads in staffing {
        let at = *places.entry((heads.group.clone(), heads.shift.clone(), heads.day)).or_insert(merged.len());
        match merged.get_mut(at) {
            Some(same) => same.heads = same.heads.saturating_add(heads.heads),
            None => merged.push(heads),
        }
    }
    merged
}

/// A number, also one typed as text.
fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => text.split_whitespace().collect::<String>().replace(',', ".").parse().ok(),
        _ => None,
    }
    .filter(|n: &f64| n.is_finite())
}

fn whole(cell: &Cell) -> Option<f64> {
    number(cell).filter(|n| n.fract() == 0.0)
}

/// `12345`, as text or number: each digit a day, Monday first.
fn day_numbers(cell: &Cell) -> Option<Vec<u8>> {
    let digits = match cell {
        Cell::Number(number) if number.fract() == 0.0 && (1.0..=9_999_999.0).contains(number) => format!("{number:.0}"),
        Cell::Text(text) => text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect(),
        _ => return None,
    };
    let days: Option<Vec<u8>> =
        digits.chars().map(|c| c.to_digit(10).filter(|d| (1..=7).contains(d)).map(|d| d as u8)).collect();
    days.filter(|days| !days.is_empty())
}
