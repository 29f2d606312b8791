//! The rows of the wide form: headings and tasks.

use std::collections::BTreeMap;

use fordel_core::complaint::{Complaint, Place};
use fordel_core::time::{DaySet, Intervals};
use fordel_core::ward::{Count, CourseId, GroupId, LineId, Part, TaskLine, Timing};

use super::header::{Header, Owned, titles_tasks};
use super::heading::{self, Heading};
use crate::read::Gap;
use crate::read::bounds::Bounds;
use crate::read::courses::Courses;
use crate::read::groups::Groups;
use crate::read::kinds::{self, Kind};
use crate::read::places::Places;
use crate::read::standard::WIDE_MINUTES;
use crate::read::tasks::{is_flexible, is_health_work, task_key};
use crate::read::told::Told;
use crate::read::values;
use crate::read::words::Names;
use crate::table::{Cell, Placed, Row, Sheet, address, clock_of};

/// Most occurrences a day.
const OCCURRENCES: Bounds = Bounds(0.0, 100_000.0);
/// Most minutes of one occurrence: a week.
const MINUTES: Bounds = Bounds(0.0, 10_080.0);
/// Row numbers of the next sheet go on from a multiple of this, so that the sheet's own are seen in them.
const ROWS_OF_A_SHEET: u32 = 1_000;

/// Reads the sheets of a wide form one after the other into lines.
pub struct Reader<'w> {
    intervals: &'w Intervals,
    categories: &'w Names,
    groups: &'w Groups,
    courses: &'w mut Courses,
    gaps: &'w mut Vec<Gap>,
    known_courses: usize,
    lines: Vec<TaskLine>,
    /// Added to row numbers, so that those of several sheets differ.
    offset: u32,
    /// The sheets that are read, each with what was added to its row numbers.
    sheets: Vec<(String, u32)>,
}

/// What the headings above a row say.
#[derive(Default)]
struct Above {
    when: Option<(Timing, DaySet)>,
    category: Option<usize>,
}

impl<'w> Reader<'w> {
    /// A reader that refers to what the other sheets gave; courses that it meets are added.
    pub fn new(
        intervals: &'w Intervals,
        categories: &'w Names,
        groups: &'w Groups,
        courses: &'w mut Courses,
        gaps: &'w mut Vec<Gap>,
    ) -> Reader<'w> {
        let known_courses = courses.list.len();
        let (lines, sheets) = (Vec::new(), Vec::new());
        Reader { intervals, categories, groups, courses, gaps, known_courses, lines, offset: 0, sheets }
    }

    /// Reads one sheet.
    pub fn read(&mut self, sheet: &Sheet, header: &Header, places: &mut Places, told: &mut Told) {
        let mut above = Above::default();
        let mut last = self.offset;
        let before = self.lines.len();
        self.sheets.push((sheet.name.clone(), self.offset));
        let titles = sheet.rows().find(|row| row.number == header.row);
        for row in sheet.rows().filter(|row| row.number > header.row) {
            last = self.offset + row.number;
            let at = Placer { sheet: &sheet.name, row: row.number };
            let name = row.get(header.task).map(Cell::shown);
            let is_marked = header
                .groups
                .iter()
                .any(|g| [Some(g.mark), g.time, g.training].into_iter().flatten().any(|col| row.get(col).is_some()));
            if header.refused.iter().any(|col| row.get(*col).is_some()) {
                continue;
            }
            let is_bare = |placed: &&Placed| placed.cell == Cell::Uncomputed && header.reads(placed.col);
            for placed in row.cells.iter().filter(is_bare) {
                let title = titles.and_then(|titles| titles.get(placed.col)).map(Cell::shown).unwrap_or_default();
                told.add(at.complain(kinds::FORMULA_WITHOUT_VALUE, placed.col).with("column", title));
            }
            match name {
                Some(name) if titles_tasks(&name) => {}
                Some(name) if is_marked => {
                    let task = Task { row, header, at, name: unbulleted(&name).to_owned() };
                    self.task(&task, &above, places, told);
                }
                // A formula without a value.
                Some(name) if name.is_empty() => {}
                Some(name) => self.heading(&name, &at, header, &mut above, told),
                None if is_marked => {
                    told.add(at.complain(kinds::VALUE_MISSING, header.task).with("column", "Oppgave"));
                }
                None => {}
            }
        }
        if let Some(line) = self.lines.get(before).filter(|_| self.offset > 0) {
            let complaint = kinds::WIDE_ROWS_GO_ON.at(Place::sheet(&sheet.name)).with("row", line.row.to_string());
            told.add(complaint.with("own", (line.row - self.offset).to_string()));
        }
        self.offset = last.next_multiple_of(ROWS_OF_A_SHEET);
    }

    fn heading(&mut self, name: &str, at: &Placer<'_>, header: &Header, above: &mut Above, told: &mut Told) {
        let place = at.complain(kinds::WIDE_TITLE, header.task).with("value", unbulleted(name));
        let of = |kind: Kind| Complaint { code: kind.code, severity: kind.severity, ..place.clone() };
        let is_bulleted = unbulleted(name) != name.trim();
        match heading::read(unbulleted(name), self.intervals, self.categories) {
            _ if is_bulleted => told.add(of(kinds::WIDE_NO_MARK)),
            Heading::When(timing, days) => *above = Above { when: Some((timing, days)), category: None },
            Heading::Category(category) => above.category = Some(category),
            Heading::UnknownStretch => {
                let labels: Vec<String> = self.intervals.iter().map(|i| i.label()).collect();
                told.add(of(kinds::WIDE_UNKNOWN_INTERVAL).with("known", labels.join(", ")));
            }
            Heading::Unknown if above.when.is_none() && above.category.is_none() => told.add(of(kinds::WIDE_TITLE)),
            Heading::Unknown => {
                let complaint = kinds::WIDE_UNKNOWN_HEADING.at(place.place.clone()).with("value", name);
                told.unknown_category(complaint, name, self.categories);
            }
        }
    }

    fn task(&mut self, task: &Task<'_>, above: &Above, places: &mut Places, told: &mut Told) {
        let marks = task.marks(told);
        let minutes = task.minutes(told);
        let training = self.training(task);
        // Which group is marked isn't known, and that has been told.
        if task.header.groups.iter().any(|owner| task.row.get(owner.mark) == Some(&Cell::Uncomputed)) {
            return;
        }
        let (owner, count) = match marks.as_slice() {
            [one] => *one,
            [] => {
                let complaint = task.at.complain(kinds::WIDE_NO_MARK, task.header.task);
                return told.add(complaint.with("value", task.name.as_str()));
            }
            [(first, _), (second, _), ..] => {
                let complaint = task.at.complain(kinds::WIDE_TWO_MARKS, second.mark).with("value", task.name.as_str());
                let name = |owner: &Owned| self.groups.list[owner.id.0].name.clone();
                let cell = address(task.row.number, first.mark);
                return told.add(complaint.with("first", cell).with("one", name(first)).with("two", name(second)));
            }
        };
        let id = LineId(self.lines.len());
        self.gaps.extend([Gap::Lowest(id), Gap::Today(id)]);
        if count.is_none() {
            self.gaps.push(Gap::Count(id));
        }
        if !minutes.contains_key(&owner.id) {
            self.gaps.push(Gap::Minutes(id));
        }
        if above.category.is_none() {
            self.gaps.push(Gap::Category(id));
        }
        if above.when.is_none() {
            self.gaps.push(Gap::Timing(id));
        }
        let (timing, days) = above.when.clone().unwrap_or((Timing::AroundTheClock, DaySet::ALL));
        let category = above.category.unwrap_or(0);
        places.set(Part::Line(id), task.at.place(task.header.task));
        places.set(Part::Lowest(id), task.at.place(owner.mark));
        self.lines.push(TaskLine {
            row: self.offset + task.row.number,
            task_key: task_key(None, &task.name),
            number: None,
            name: task.name.clone(),
            category,
            days,
            count: Count::PerDay(count.unwrap_or(1.0)),
            minutes: minutes.get(&owner.id).copied().unwrap_or(WIDE_MINUTES),
            minutes_by_group: minutes.into_iter().filter(|(group, _)| *group != owner.id).collect(),
            minutes_low: None,
            minutes_high: None,
            people: 1,
            bound: false,
            flexible: is_flexible(&timing),
            timing,
            lowest: owner.id,
            only: Vec::new(),
            pinned: None,
            today: None,
            same_all_week: false,
            training,
            priority: None,
            health_work: is_health_work(self.categories.shown(category)),
            note: task.header.note.and_then(|col| task.row.get(col)).map(Cell::shown),
        });
    }

    /// The courses that stand in the groups' training columns, by the cell's whole text.
    fn training(&mut self, task: &Task<'_>) -> Vec<(GroupId, CourseId)> {
        let mut training = Vec::new();
        for owner in &task.header.groups {
            let text = owner.training.and_then(|col| task.row.get(col)).map(Cell::shown);
            if let Some(text) = text.filter(|text| !values::is_none(text)) {
                training.push((owner.id, self.courses.named_or_new(&text)));
            }
        }
        training
    }

    /// The lines, after telling what a default stands in for.
    pub fn finish(self, told: &mut Told) -> Vec<TaskLine> {
        self.gaps.extend((self.known_courses..self.courses.list.len()).map(|at| Gap::CourseHours(CourseId(at))));
        let row = |id: &LineId| self.lines[id.0].row;
        let rows =
            |of: fn(&Gap) -> Option<LineId>| self.gaps.iter().filter_map(of).map(|id| row(&id)).collect::<Vec<_>>();
        // Of several sheets each is told by itself, with its own row numbers.
        let line = |kind: Kind, rows: Vec<u32>, told: &mut Told| {
            for (at, (name, offset)) in self.sheets.iter().enumerate() {
                let end = self.sheets.get(at + 1).map_or(u32::MAX, |(_, next)| *next);
                let is_own = |row: &&u32| (offset + 1..=end).contains(*row);
                let own: Vec<u32> = rows.iter().filter(is_own).map(|row| row - offset).collect();
                let place = if self.sheets.len() > 1 { Place::sheet(name) } else { Place::file() };
                if !own.is_empty() {
                    told.add(kind.at(place).with("count", own.len()).with("rows", ranges(&own)));
                }
            }
        };
        line(kinds::WIDE_ASSUMED_LOWEST, rows(|g| if let Gap::Lowest(id) = g { Some(*id) } else { None }), told);
        line(kinds::WIDE_ASSUMED_COUNT, rows(|g| if let Gap::Count(id) = g { Some(*id) } else { None }), told);
        line(kinds::WIDE_ASSUMED_MINUTES, rows(|g| if let Gap::Minutes(id) = g { Some(*id) } else { None }), told);
        line(kinds::WIDE_ASSUMED_TODAY, rows(|g| if let Gap::Today(id) = g { Some(*id) } else { None }), told);
        line(kinds::WIDE_ASSUMED_CATEGORY, rows(|g| if let Gap::Category(id) = g { Some(*id) } else { None }), told);
        line(kinds::WIDE_ASSUMED_TIMING, rows(|g| if let Gap::Timing(id) = g { Some(*id) } else { None }), told);
        let new = &self.courses.list[self.known_courses..];
        if !new.is_empty() {
            let names: Vec<&str> = new.iter().map(|course| course.name.as_str()).collect();
            let complaint = kinds::WIDE_COURSE_HOURS.at(Place::file()).with("count", names.len());
            told.add(complaint.with("courses", names.join(", ")));
        }
        if !self.lines.is_empty() {
            told.add(kinds::ASSUMED_HEALTH.at(Place::file()).with("rows", self.lines.len()));
        }
        self.lines
    }
}

/// Row numbers for a sentence, neighbours as stretches: `5, 7–9`.
fn ranges(rows: &[u32]) -> String {
    let runs = rows.chunk_by(|a, b| b.checked_sub(*a) == Some(1));
    runs.map(|run| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run[0].to_string(),
    })
    .collect::<Vec<_>>()
    .join(", ")
}

/// A task's name without the bullet before it.
fn unbulleted(name: &str) -> &str {
    name.trim()
        .trim_start_matches(|c: char| {
            matches!(c, '•' | '·' | '●' | '▪' | '◦' | '‣' | '*' | '\u{f0b7}') || values::is_dash(c)
        })
        .trim_start()
}

/// Places in one row.
#[derive(Clone, Copy)]
struct Placer<'s> {
    sheet: &'s str,
    row: u32,
}

impl Placer<'_> {
    fn place(&self, col: u32) -> Place {
        Place::cell(self.sheet, address(self.row, col))
    }
    fn complain(&self, kind: Kind, col: u32) -> Complaint {
        kind.at(self.place(col))
    }
}

/// A row that holds a task.
struct Task<'s> {
    row: Row<'s>,
    header: &'s Header,
    at: Placer<'s>,
    name: String,
}

impl Task<'_> {
    /// The marked groups, with the count a day where one stands in place of a mark.
    fn marks(&self, told: &mut Told) -> Vec<(&Owned, Option<f64>)> {
        let mut marks = Vec::new();
        for owner in &self.header.groups {
            let Some(cell) = self.row.get(owner.mark).filter(|cell| **cell != Cell::Uncomputed) else { continue };
            let count = values::number(cell);
            match (count, values::truth(cell)) {
                (Some(0.0), _) => {}
                (Some(n), _) if OCCURRENCES.hold(n) => marks.push((owner, Some(n))),
                (Some(n), _) => {
                    let complaint = self.at.complain(kinds::OUT_OF_BOUNDS, owner.mark).with("column", "Antall");
                    told.add(OCCURRENCES.passed(complaint, n, 1.0));
                }
                (None, Some(true)) => marks.push((owner, None)),
                (None, Some(false)) => {}
                (None, None) => {
                    told.add(self.at.complain(kinds::WIDE_NOT_A_MARK, owner.mark).with("value", cell));
                    // It was meant as a mark: nothing more is told of the row.
                    marks.push((owner, None));
                }
            }
        }
        marks
    }

    /// Minutes by group, also as `10 min` or a real Excel time.
    fn minutes(&self, told: &mut Told) -> BTreeMap<GroupId, f64> {
        let mut minutes = BTreeMap::new();
        for owner in &self.header.groups {
            let Some((col, cell)) = owner.time.and_then(|col| self.row.get(col).map(|cell| (col, cell))) else {
                continue;
            };
            let number = match cell {
                Cell::Date(days) if (0.0..1.0).contains(days) => Some(f64::from(clock_of(*days))),
                Cell::Text(text) if values::is_none(text) => continue,
                Cell::Uncomputed => continue,
                Cell::Text(text) => {
                    let text = text.trim().trim_end_matches('.');
                    let bare = text.strip_suffix("minutter").or_else(|| text.strip_suffix("min")).unwrap_or(text);
                    values::number_in(bare)
                }
                cell => values::number(cell),
            };
            match number {
                Some(n) if MINUTES.hold(n) => drop(minutes.insert(owner.id, n)),
                Some(n) => {
                    let complaint = self.at.complain(kinds::OUT_OF_BOUNDS, col).with("column", "Tid");
                    told.add(MINUTES.passed(complaint, n, 1.0));
                }
                None => {
                    let complaint = self.at.complain(kinds::NOT_A_NUMBER, col).with("column", "Tid");
                    told.add(complaint.with("value", cell));
                }
            }
        }
        minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_row_numbers() {
        assert_eq!(unbulleted("•  Måle vekt"), "Måle vekt");
        assert_eq!(unbulleted("- Måle vekt"), "Måle vekt");
        assert_eq!(unbulleted("Måle vekt"), "Måle vekt");
        assert_eq!(ranges(&[5, 7, 8, 9, 12]), "5, 7–9, 12");
    }
}
