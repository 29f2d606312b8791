//! Demand hour by hour for systems that make rosters: CSV and JSON, each telling what its columns mean.

use fordel_core::complaint::Value;
use fordel_core::measure::hourly::{Hour, hourly};
use fordel_text::Texts;
use serde::Serialize;

use super::Failed;
use super::export::{List, ListCell, csv};
use super::proposals::OpenedProposal;

/// What the file tells about itself, a message each.
const ABOUT: [&str; 4] = [
    "documents-demand-about-hour",
    "documents-demand-about-minutes",
    "documents-demand-about-needed",
    "documents-demand-about-there",
];

/// What a row holds: the message with its name in CSV, and its name in JSON.
const COLUMNS: [(&str, &str); 8] = [
    ("weekday", "weekday"),
    ("hour", "hour"),
    ("group", "group"),
    ("minutes", "minutes"),
    ("needed", "people_needed"),
    ("bound", "people_bound"),
    ("there", "people_there"),
    ("capacity", "room_minutes"),
];

/// The JSON file.
#[derive(Serialize)]
struct File<'a> {
    about: Vec<String>,
    unit: &'a str,
    proposal: i64,
    groups: Vec<Group<'a>>,
    hours: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    code: &'a str,
    name: &'a str,
    /// Share of presence that can go to mapped tasks.
    task_time: f64,
}

#[derive(Serialize)]
struct Row<'a> {
    weekday: u8,
    hour: u8,
    group: &'a str,
    minutes: f64,
    people_needed: f64,
    people_bound: f64,
    people_there: f64,
    room_minutes: f64,
}

/// To a thousandth: a plan's minutes bear no more.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0 + 0.0
}

impl OpenedProposal {
    /// Demand and staffing of every hour and group as CSV; none while there is no plan. With `head`, the file begins with
    /// lines that tell what the columns mean, each after a `#`; systems that can't pass over them do without.
    /// `unit`: its name as it stands in the tree.
    pub fn demand_csv(&self, texts: &Texts, unit: &str, head: bool) -> Option<Vec<u8>> {
        let hours = hourly(&self.ward, self.plan.as_ref()?);
        let row = |h: &Hour| {
            vec![
                u32::from(h.day.number()).into(),
                u32::from(h.hour).into(),
                self.ward.group(h.group).code.as_str().into(),
                ListCell::Number(h.minutes, 1),
                ListCell::Number(h.needed, 2),
                ListCell::Number(h.bound, 2),
                ListCell::Number(h.there, 2),
                ListCell::Number(h.capacity, 1),
            ]
        };
        let list = List {
            name: texts.get("documents-demand-of"),
            columns: COLUMNS.iter().map(|(key, _)| named(texts, key)).collect(),
            rows: hours.iter().map(row).collect(),
        };
        let table = csv(&list, texts);
        if !head {
            return Some(table);
        }
        // The mark of UTF-8 stands first in the file, before the head.
        let (mark, table) = table.split_at("\u{feff}".len());
        let mut out = mark.to_vec();
        for line in self.about(texts, unit, |(key, _)| named(texts, key)) {
            out.extend(format!("# {}\r\n", line.replace(['\r', '\n'], " ")).into_bytes());
        }
        out.extend(table);
        Some(out)
    }

    /// The same as JSON; numbers with a point, keys in English. `unit`: its name as it stands in the tree.
    ///
    /// # Errors
    /// No plan.
    pub fn demand_json(&self, texts: &Texts, unit: &str) -> Result<Vec<u8>, Failed> {
        let plan = self.plan.as_ref().ok_or(Failed::NotFound)?;
        let ward = &self.ward;
        let row = |h: Hour| Row {
            weekday: h.day.number(),
            hour: h.hour,
            group: &ward.group(h.group).code,
            minutes: rounded(h.minutes),
            people_needed: rounded(h.needed),
            people_bound: rounded(h.bound),
            people_there: rounded(h.there),
            room_minutes: rounded(h.capacity),
        };
        let file = File {
            about: self.about(texts, unit, |(_, name)| (*name).to_owned()),
            unit,
            proposal: self.kept.head.number,
            groups: ward
                .groups
                .iter()
                .map(|g| Group { code: &g.code, name: &g.name, task_time: g.task_time })
                .collect(),
            hours: hourly(ward, plan).into_iter().map(row).collect(),
        };
        serde_json::to_vec_pretty(&file).map_err(|why| Failed::Internal(why.to_string()))
    }

    /// What the file tells about itself; `name`: what a column is called in it.
    fn about(&self, texts: &Texts, unit: &str, name: impl Fn(&(&'static str, &'static str)) -> String) -> Vec<String> {
        let of = [("unit", unit.into()), ("number", (self.kept.head.number as f64).into())];
        let names: Vec<(&str, Value)> = COLUMNS.iter().map(|column| (column.0, name(column).into())).collect();
        let first = [texts.get("documents-demand-about"), texts.with("documents-demand-about-unit", &of)];
        first.into_iter().chain(ABOUT.iter().map(|key| texts.with(key, &names))).collect()
    }
}

/// What a column is called in CSV.
fn named(texts: &Texts, key: &str) -> String {
    texts.get(&format!("documents-demand-{key}"))
}
