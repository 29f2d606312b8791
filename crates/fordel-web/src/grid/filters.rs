//! Which rows are shown: the address's query says it, here and in the script (`assets/grid/views.js`) alike.
//!
//! `Kategori=Pleie` (a column's value; the same column again: either), `mangler=Minutter` (its cell is empty and should not be), `feil=1`
//! (a cell has a complaint that must be put right), `sok=…` (some cell holds the text), `sorter=Minutter` or
//! `sorter=-Minutter`, `grupper=Tidsintervall` (the script alone sorts and groups).

use std::collections::BTreeMap;

use fordel_core::complaint::{Severity, Value};
use maud::{Markup, html};

use super::{Column, Drawn, Kind, Row, STATES};

/// The column by whose values rows can be grouped, and the one that is summed up in each group.
const GROUPED: &str = "Tidsintervall";
const SUMMED: &str = "Minutter";

/// What the query asks by this name.
fn asked<'g>(drawn: &Drawn<'g>, key: &str) -> Vec<&'g str> {
    let of_key = drawn.grid.query.iter().filter(|(name, value)| name == key && !value.is_empty());
    of_key.map(|(_, value)| value.as_str()).collect()
}

/// Whether the query shows the row.
pub(super) fn shows(drawn: &Drawn, row: &Row) -> bool {
    let grid = drawn.grid;
    let chosen = grid.columns.iter().enumerate().filter(|(_, column)| column.filter).all(|(at, column)| {
        let values = asked(drawn, &column.name);
        values.is_empty() || values.contains(&grid.cell(row, at).trim())
    });
    let lacking = asked(drawn, "mangler").iter().all(|name| grid.column(name).is_none_or(|at| lacks(drawn, row, at)));
    let faulty = asked(drawn, "feil").is_empty() || faulty(drawn, row);
    let found = asked(drawn, "sok").iter().all(|text| {
        let text = text.to_lowercase();
        (0..grid.columns.len()).any(|at| drawn.shown(row, at).to_lowercase().contains(&text))
    });
    chosen && lacking && faulty && found
}

/// Whether the row's cell is empty, and needn't be.
fn lacks(drawn: &Drawn, row: &Row, at: usize) -> bool {
    let grid = drawn.grid;
    let empty = |at: usize| grid.cell(row, at).trim().is_empty();
    let unless = grid.columns[at].unless.as_deref().and_then(|name| grid.column(name));
    empty(at) && unless.is_none_or(empty)
}

fn faulty(drawn: &Drawn, row: &Row) -> bool {
    (0..drawn.grid.columns.len()).any(|at| drawn.marks.get(&(row.id, at)) == Some(&Severity::Fault))
}

/// The filter on a column's empty cells.
fn lacking(drawn: &Drawn, column: &Column) -> String {
    drawn.texts.with("grid-lacking", &[("column", Value::Text(column.label.to_lowercase()))])
}

/// What the query narrows the rows by, in words.
fn narrowed(drawn: &Drawn) -> String {
    let columns = &drawn.grid.columns;
    let faulty = (!asked(drawn, "feil").is_empty()).then(|| drawn.texts.get("grid-faulty"));
    let empty = asked(drawn, "mangler").into_iter().filter_map(|name| drawn.grid.column(name));
    let values = columns.iter().filter(|column| column.filter).flat_map(|column| {
        let values = asked(drawn, &column.name).into_iter();
        values.map(move |value| if column.kind == Kind::State { drawn.state(value) } else { value.to_owned() })
    });
    let parts = faulty.into_iter().chain(empty.map(|at| lacking(drawn, &columns[at]))).chain(values);
    parts.collect::<Vec<_>>().join(" · ")
}

/// The filters as links and a form, each with how many rows it would show: folded, but for the search.
pub(super) fn filters(drawn: &Drawn, shown: usize) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    let asked = |key: &str| grid.query.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value.as_str());
    let text = |key: &str, name: &str, value: &str| texts.with(key, &[(name, Value::Text(value.to_owned()))]);
    let count = |test: &dyn Fn(&Row) -> bool| grid.rows.iter().filter(|row| test(row)).count();
    // What else the address says, as which sheet is shown, stays.
    let narrowing = |name: &str| ["feil", "mangler"].contains(&name);
    let other =
        |name: &str| !narrowing(name) && !["sok", "sorter", "grupper"].contains(&name) && !filtering(drawn, name);
    let address = |more: &str| {
        let kept = grid.query.iter().filter(|(name, value)| !narrowing(name) && !value.is_empty());
        let kept = kept.map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        format!("?{}", kept.chain((!more.is_empty()).then(|| more.to_owned())).collect::<Vec<_>>().join("&"))
    };
    let is_quick = !asked("feil").is_empty() || !asked("mangler").is_empty();
    let quick = |address: String,
                 key: &str,
                 value: &str,
                 unless: Option<&str>,
                 label: String,
                 count: usize,
                 current: bool| {
        // A filter that finds nothing is in the way.
        let idle = count == 0 && !current && !key.is_empty();
        html! { li hidden[idle] { a href=(address) data-key=(key) data-value=(value) data-unless=[unless] aria-current=[current.then_some("true")] {
            (label) " " span { (count) }
        } } }
    };
    let needed = grid.columns.iter().enumerate().filter(|(_, column)| column.needed);
    let all = texts
        .with("grid-shown", &[("shown", Value::Number(shown as f64)), ("all", Value::Number(grid.rows.len() as f64))]);
    html! {
        div #grid-filters .grid-filters role="search" aria-label=(texts.get("grid-filters")) {
            form method="get" {
                @for (name, value) in grid.query.iter().filter(|(name, _)| narrowing(name) || other(name)) {
                    input type="hidden" name=(name) value=(value);
                }
                details {
                    summary { (texts.get("grid-filters")) " " strong id="grid-narrowed" { (narrowed(drawn)) } }
                    ul.grid-quick {
                        (quick(address(""), "", "", None, texts.get("grid-all"), grid.rows.len(), !is_quick))
                        (quick(address("feil=1"), "feil", "1", None, texts.get("grid-faulty"),
                            count(&|row| faulty(drawn, row)), !asked("feil").is_empty()))
                        @for (at, column) in needed {
                            (quick(address(&format!("mangler={}", encoded(&column.name))), "mangler", &column.name, column.unless.as_deref(),
                                lacking(drawn, column),
                                count(&|row| lacks(drawn, row, at)), asked("mangler") == column.name))
                        }
                    }
                    div.grid-selects {
                        @for (at, column) in grid.columns.iter().enumerate().filter(|(_, column)| column.filter) {
                            label { (column.label) " " select name=(column.name) {
                                option value="" { (texts.get("grid-every")) }
                                @for (value, count) in values(drawn, at, column) {
                                    option value=(value) selected[asked(&column.name) == value] {
                                        @if column.kind == Kind::State { (drawn.state(&value)) } @else { (value) }
                                        " (" (count) ")"
                                    }
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
                        @for column in grid.columns.iter().filter(|column| column.name == GROUPED) {
                            label { (texts.get("grid-group-by")) " " select name="grupper" data-sum=(SUMMED) {
                                option value="" { (texts.get("grid-group-by-none")) }
                                option value=(column.name) selected[asked("grupper") == column.name] { (column.label) }
                            } }
                        }
                    }
                }
                label { (texts.get("grid-search")) " " input type="search" name="sok" value=(asked("sok")); }
                button #grid-show { (texts.get("grid-show")) }
                p #grid-shown .grid-shown { (all) }
            }
        }
    }
}

/// Whether the column of this name has a filter.
fn filtering(drawn: &Drawn, name: &str) -> bool {
    drawn.grid.column(name).is_some_and(|at| drawn.grid.columns[at].filter)
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
    for choice in &column.choices {
        values.extend(counts.remove(choice.as_str()).map(|count| (choice.clone(), count)));
    }
    if column.kind == Kind::State {
        values.extend(STATES.map(|state| (state.to_owned(), counts.remove(state).unwrap_or(0))));
    }
    values.extend(counts.into_iter().map(|(value, count)| (value.to_owned(), count)));
    values
}

/// A text as it stands in an address.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
