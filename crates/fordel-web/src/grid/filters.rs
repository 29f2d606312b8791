//! Which rows are shown: the address's query says it, here and in the script (`assets/grid/views.js`) alike.
//!
//! `Kategori=Pleie` (a column's value; the same column again: either), `mangler=Minutter` (its cell is empty), `feil=1`
//! (a cell has a complaint that must be put right), `sok=…` (some cell holds the text), `sorter=Minutter` or
//! `sorter=-Minutter` (the script alone sorts).

use std::collections::BTreeMap;

use fordel_core::complaint::{Severity, Value};
use maud::{Markup, html};

use super::{Column, Drawn, Kind, Row};

/// Whether the query shows the row.
pub(super) fn shows(drawn: &Drawn, row: &Row) -> bool {
    let grid = drawn.grid;
    let asked = |key: &str| -> Vec<&str> {
        grid.query
            .iter()
            .filter(|(name, value)| name == key && !value.is_empty())
            .map(|(_, value)| value.as_str())
            .collect()
    };
    let chosen = grid.columns.iter().enumerate().filter(|(_, column)| column.filter).all(|(at, column)| {
        let values = asked(&column.name);
        values.is_empty() || values.contains(&grid.cell(row, at).trim())
    });
    let lacking =
        asked("mangler").iter().all(|name| grid.column(name).is_none_or(|at| grid.cell(row, at).trim().is_empty()));
    let faulty = asked("feil").is_empty() || faulty(drawn, row);
    let found = asked("sok").iter().all(|text| {
        let text = text.to_lowercase();
        row.cells.iter().any(|cell| cell.to_lowercase().contains(&text))
    });
    chosen && lacking && faulty && found
}

fn faulty(drawn: &Drawn, row: &Row) -> bool {
    (0..drawn.grid.columns.len()).any(|at| drawn.marks.get(&(row.id, at)) == Some(&Severity::Fault))
}

/// The filters as links and a form, each with how many rows it would show.
pub(super) fn filters(drawn: &Drawn, shown: usize) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    let asked = |key: &str| grid.query.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value.as_str());
    let text = |key: &str, name: &str, value: &str| texts.with(key, &[(name, Value::Text(value.to_owned()))]);
    let count = |test: &dyn Fn(&Row) -> bool| grid.rows.iter().filter(|row| test(row)).count();
    let narrowed = !asked("feil").is_empty() || !asked("mangler").is_empty();
    let quick = |address: String, key: &str, value: &str, label: String, count: usize, current: bool| {
        html! { li { a href=(address) data-key=(key) data-value=(value) aria-current=[current.then_some("true")] {
            (label) " " span { (count) }
        } } }
    };
    let needed = grid.columns.iter().enumerate().filter(|(_, column)| column.needed);
    let all = texts
        .with("grid-shown", &[("shown", Value::Number(shown as f64)), ("all", Value::Number(grid.rows.len() as f64))]);
    html! {
        div #grid-filters .grid-filters role="search" aria-label=(texts.get("grid-filters")) {
            ul.grid-quick {
                (quick("?".into(), "", "", texts.get("grid-all"), grid.rows.len(), !narrowed))
                (quick("?feil=1".into(), "feil", "1", texts.get("grid-faulty"),
                    count(&|row| faulty(drawn, row)), !asked("feil").is_empty()))
                @for (at, column) in needed {
                    (quick(format!("?mangler={}", encoded(&column.name)), "mangler", &column.name,
                        text("grid-lacking", "column", &column.label.to_lowercase()),
                        count(&|row| grid.cell(row, at).trim().is_empty()), asked("mangler") == column.name))
                }
            }
            form method="get" {
                @for key in ["feil", "mangler"] {
                    @if !asked(key).is_empty() { input type="hidden" name=(key) value=(asked(key)); }
                }
                @for (at, column) in grid.columns.iter().enumerate().filter(|(_, column)| column.filter) {
                    label { (column.label) " " select name=(column.name) {
                        option value="" { (texts.get("grid-every")) }
                        @for (value, count) in values(drawn, at, column) {
                            option value=(value) selected[asked(&column.name) == value] { (value) " (" (count) ")" }
                        }
                    } }
                }
                label { (texts.get("grid-sort")) " " select name="sorter" {
                    option value="" { (texts.get("grid-sort-none")) }
                    @for column in &grid.columns {
                        @let down = format!("-{}", column.name);
                        option value=(column.name) selected[asked("sorter") == column.name] { (column.label) }
                        option value=(down) selected[asked("sorter") == down] {
                            (text("grid-sort-down", "column", &column.label))
                        }
                    }
                } }
                label { (texts.get("grid-search")) " " input type="search" name="sok" value=(asked("sok")); }
                button #grid-show { (texts.get("grid-show")) }
            }
            p #grid-shown .grid-shown { (all) }
        }
    }
}

/// The column's values with how often each stands: its choices in their order, then others by name.
fn values(drawn: &Drawn, at: usize, column: &Column) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &drawn.grid.rows {
        let value = drawn.grid.cell(row, at).trim();
        if !value.is_empty() {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut values: Vec<(String, usize)> = Vec::new();
    let state = column.kind == Kind::State;
    for choice in &column.choices {
        if let Some(count) = counts.remove(choice.as_str()) {
            values.push((choice.clone(), count));
        } else if state {
            values.push((choice.clone(), 0));
        }
    }
    values.extend(counts.into_iter().map(|(value, count)| (value.to_owned(), count)));
    values
}

/// A text as it stands in an address.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
