//! Which lines a workshop goes through: by interval and by what is agreed, in the order of the sheet.

use std::collections::BTreeMap;

use fordel_app::service::{AtCell, Desk, Review, ReviewState, RowId};
use fordel_core::complaint::{Complaint, Severity};
use serde::Deserialize;

use crate::shell::escaped;

/// The sheet of task lines.
const TASKS: &str = "Oppgaver";
/// The sheet of groups.
const GROUPS: &str = "Yrkesgrupper";

/// What is chosen in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Chosen {
    /// The line.
    #[serde(rename = "linje")]
    pub line: Option<i64>,
    /// The interval as the sheet writes it; empty: all.
    #[serde(rename = "intervall", default)]
    pub interval: String,
    /// The state; empty: all.
    #[serde(default)]
    pub status: String,
    /// The line that was answered just before.
    #[serde(rename = "forrige")]
    pub last: Option<i64>,
}

impl Chosen {
    /// The page's address with this choice.
    pub fn address(&self, unit: &str) -> String {
        let line = self.line.map(|line| format!("linje={line}"));
        let filter = |name: &str, value: &str| (!value.is_empty()).then(|| format!("{name}={}", escaped(value)));
        let last = self.last.map(|line| format!("forrige={line}"));
        let parts = [line, filter("intervall", &self.interval), filter("status", &self.status), last];
        let query = parts.into_iter().flatten().collect::<Vec<_>>().join("&");
        if query.is_empty() { format!("{unit}/workshop") } else { format!("{unit}/workshop?{query}") }
    }

    /// The same selection with another line, or with the first that nobody has talked about.
    pub fn at(&self, line: Option<RowId>) -> Chosen {
        Chosen { line: line.map(|row| row.0), last: None, ..self.clone() }
    }

    fn holds(&self, line: &Line) -> bool {
        self.in_interval(line) && (self.status.is_empty() || line.state.word() == self.status)
    }

    fn in_interval(&self, line: &Line) -> bool {
        self.interval.is_empty() || line.cell("Tidsintervall") == self.interval
    }
}

/// A task line with what is agreed about it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its row.
    pub row: RowId,
    /// Its cells.
    pub cells: BTreeMap<String, String>,
    /// Where the talk about it stands.
    pub state: ReviewState,
    /// What was noted.
    pub note: String,
    /// What the reader of sheets finds wrong with what is filled in; what isn't, the meeting sees itself.
    pub faults: Vec<AtCell>,
}

impl Line {
    /// What stands in a column.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |text| text.trim())
    }

    /// What is wrong with what stands in a column.
    pub fn fault(&self, column: &str) -> Option<&Complaint> {
        self.faults.iter().find(|at| at.column.as_deref() == Some(column)).map(|at| &at.complaint)
    }
}

/// A group as a meeting chooses it.
#[derive(Clone, Debug)]
pub struct Group {
    /// What is written in the sheet.
    pub code: String,
    /// What people call it.
    pub name: String,
}

/// The groups in their order, also while something else in the sheets is faulty.
pub fn groups(desk: &Desk) -> Vec<Group> {
    let rows = desk.sheet(GROUPS).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
    let cell = |cells: &BTreeMap<String, String>, column: &str| cells.get(column).map(|text| text.trim().to_owned());
    rows.iter()
        .filter_map(|(_, cells)| {
            let code = cell(cells, "Kode").filter(|code| !code.is_empty())?;
            Some(Group { name: cell(cells, "Navn").unwrap_or_default(), code })
        })
        .collect()
}

/// All task lines.
pub struct Lines(Vec<Line>);

/// How many lines of an interval stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Agreed.
    pub agreed: usize,
    /// Disputed.
    pub disputed: usize,
    /// Put aside.
    pub parked: usize,
    /// Not talked about.
    pub open: usize,
}

impl Counts {
    /// All of them.
    pub fn all(self) -> usize {
        self.agreed + self.disputed + self.parked + self.open
    }
}

impl Lines {
    /// The unit's lines that name a task.
    pub fn of(desk: &Desk, reviews: &BTreeMap<RowId, Review>) -> Lines {
        let rows = desk.sheet(TASKS).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        let mut faults: BTreeMap<RowId, Vec<&AtCell>> = BTreeMap::new();
        for at in desk.complaints.iter().filter(|at| at.complaint.severity == Severity::Fault) {
            if let (Some(row), Some(TASKS)) = (at.row, at.sheet.as_deref()) {
                faults.entry(row).or_default().push(at);
            }
        }
        let filled = |cells: &BTreeMap<String, String>, at: &AtCell| {
            at.column.as_ref().is_none_or(|column| cells.get(column).is_some_and(|text| !text.trim().is_empty()))
        };
        let line = |(row, cells): &(RowId, BTreeMap<String, String>)| {
            let review = reviews.get(row);
            let wrong = faults.get(row).into_iter().flatten().filter(|at| filled(cells, at));
            Line {
                row: *row,
                cells: cells.clone(),
                state: review.map_or(ReviewState::Open, |review| review.state),
                note: review.map_or_else(String::new, |review| review.note.clone()),
                faults: wrong.map(|at| (*at).clone()).collect(),
            }
        };
        Lines(rows.iter().map(line).filter(|line| !line.cell("Oppgave").is_empty()).collect())
    }

    /// Whether there are none at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first of all.
    pub fn first(&self) -> Option<RowId> {
        self.0.first().map(|line| line.row)
    }

    /// The line to show: the one asked for, else the first of the selection that nobody has talked about.
    pub fn current(&self, chosen: &Chosen) -> Option<Line> {
        let found = match chosen.line {
            Some(row) => self.0.iter().find(|line| line.row.0 == row),
            // Who looks at what is settled goes through it from its start.
            None if !matches!(chosen.status.as_str(), "" | "open") => self.0.iter().find(|line| chosen.holds(line)),
            None => self.0.iter().find(|line| chosen.holds(line) && line.state == ReviewState::Open),
        };
        found.cloned()
    }

    /// The line in this row.
    pub fn line(&self, row: RowId) -> Option<&Line> {
        self.0.iter().find(|line| line.row == row)
    }

    fn place(&self, row: RowId) -> Option<usize> {
        self.0.iter().position(|line| line.row == row)
    }

    /// The next line of the selection after this one.
    pub fn next(&self, chosen: &Chosen, row: RowId) -> Option<RowId> {
        let from = self.place(row)? + 1;
        self.0[from..].iter().find(|line| chosen.holds(line)).map(|line| line.row)
    }

    /// The one before it.
    pub fn previous(&self, chosen: &Chosen, row: RowId) -> Option<RowId> {
        self.0[..self.place(row)?].iter().rev().find(|line| chosen.holds(line)).map(|line| line.row)
    }

    /// How many lines of the selection stand up to this one, itself with them, and how many there are; a line that is
    /// no longer in the selection still has its place there.
    pub fn at(&self, chosen: &Chosen, row: RowId) -> (usize, usize) {
        let place = self.place(row).unwrap_or(0);
        let held = |line: &&Line| chosen.holds(line) || line.row == row;
        (
            self.0[..=place.min(self.0.len().saturating_sub(1))].iter().filter(held).count(),
            self.0.iter().filter(held).count(),
        )
    }

    /// Where the lines of the chosen interval stand.
    pub fn counts(&self, chosen: &Chosen) -> Counts {
        let mut counts = Counts::default();
        for line in self.0.iter().filter(|line| chosen.in_interval(line)) {
            match line.state {
                ReviewState::Agreed => counts.agreed += 1,
                ReviewState::Disputed => counts.disputed += 1,
                ReviewState::Parked => counts.parked += 1,
                ReviewState::Open => counts.open += 1,
            }
        }
        counts
    }

    /// The intervals that lines stand in, as the sheet writes them.
    pub fn intervals(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for line in &self.0 {
            let interval = line.cell("Tidsintervall");
            if !interval.is_empty() && !all.iter().any(|known| known == interval) {
                all.push(interval.to_owned());
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Lines {
        let line = |row: i64, interval: &str, state| Line {
            row: RowId(row),
            cells: [("Oppgave".to_owned(), "x".to_owned()), ("Tidsintervall".to_owned(), interval.to_owned())].into(),
            state,
            note: String::new(),
            faults: Vec::new(),
        };
        use ReviewState::{Agreed, Disputed, Open};
        Lines(vec![
            line(1, "07-09", Agreed),
            line(2, "09-12", Open),
            line(3, "07-09", Open),
            line(4, "09-12", Disputed),
            line(5, "07-09", Open),
        ])
    }

    fn chosen(interval: &str, status: &str) -> Chosen {
        Chosen { interval: interval.to_owned(), status: status.to_owned(), ..Chosen::default() }
    }

    #[test]
    fn one_begins_at_the_first_line_that_nobody_talked_about() {
        let lines = lines();
        let first = |chosen: &Chosen| lines.current(chosen).map(|line| line.row.0);
        assert_eq!(first(&chosen("", "")), Some(2));
        assert_eq!(first(&chosen("07-09", "")), Some(3));
        assert_eq!(first(&chosen("", "disputed")), Some(4));
        assert_eq!(first(&chosen("07-09", "disputed")), None, "one is through them");
        assert_eq!(first(&Chosen { line: Some(1), ..chosen("09-12", "open") }), Some(1), "what is asked for is shown");
        assert_eq!(first(&Chosen { line: Some(9), ..chosen("", "") }), None);
    }

    #[test]
    fn next_and_previous_keep_to_the_selection() {
        let lines = lines();
        let open = chosen("", "open");
        assert_eq!(lines.next(&open, RowId(3)), Some(RowId(5)));
        assert_eq!(lines.next(&open, RowId(5)), None);
        assert_eq!(lines.previous(&open, RowId(4)), Some(RowId(3)), "also from a line outside it");
        assert_eq!(lines.next(&open, RowId(9)), None);
        assert_eq!(lines.at(&chosen("07-09", ""), RowId(3)), (2, 3));
        assert_eq!(lines.at(&open, RowId(4)), (3, 4), "a line that was settled just now still has its place");
    }

    #[test]
    fn counts_are_of_the_interval_whatever_state_is_looked_at() {
        let lines = lines();
        assert_eq!(lines.counts(&chosen("", "open")), Counts { agreed: 1, disputed: 1, parked: 0, open: 3 });
        assert_eq!(lines.counts(&chosen("07-09", "")), Counts { agreed: 1, disputed: 0, parked: 0, open: 2 });
        assert_eq!(lines.intervals(), ["07-09", "09-12"]);
        let full = Chosen { line: Some(3), ..chosen("07-09", "open") };
        assert_eq!(full.address("/u/1"), "/u/1/workshop?linje=3&intervall=07-09&status=open");
        let answered = Chosen { last: Some(2), ..full };
        assert_eq!(answered.address("/u/1"), "/u/1/workshop?linje=3&intervall=07-09&status=open&forrige=2");
        let further = answered.at(Some(RowId(5))).address("/u/1");
        assert_eq!(further, "/u/1/workshop?linje=5&intervall=07-09&status=open", "what was answered is told once");
        assert_eq!(Chosen::default().address("/u/1"), "/u/1/workshop");
    }
}
