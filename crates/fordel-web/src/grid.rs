//! The grid: a sheet's rows as a table that is read without script and, with it, written in as in Excel.
//!
//! The cells are text in a plain `<table>`, so that reading aloud, printing, searching in the page and reading without
//! script work as for any table. The script (`assets/grid/`) lays one field over the cell one stands in, named by its
//! column and row. The protocol between them stands in `assets/grid/main.js`.

mod bar;
mod filters;
mod script;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fordel_app::service::number_in;
use fordel_core::complaint::{Severity, Value};
use fordel_text::{Lang, Texts};
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, json};

pub(crate) use filters::encoded;
pub(crate) use script::code;
pub use script::script;

/// A sheet to show, and what the script needs to know of it.
pub struct Grid {
    /// The unit's address, e.g. `/u/7`: edits go to `/u/7/edits`, and so on.
    pub unit: String,
    /// The sheet's Norwegian name: its key in the protocol.
    pub sheet: String,
    /// The table's name for those who hear the page.
    pub caption: String,
    /// The unit's revision that the rows are of.
    pub revision: i64,
    /// Names the place in the browser's session storage where edits wait until they are saved. Another person or unit,
    /// another name; no names of people.
    pub keep: String,
    /// Where one logs in.
    pub login: String,
    /// This person's name, as others are told it: who is here is told of the others alone.
    pub me: String,
    /// This person's number: edits that wait for somebody to sign in are taken from nobody else.
    pub person: i64,
    /// Whether this person may change cells.
    pub may_edit: bool,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in the sheet's order.
    pub rows: Vec<Row>,
    /// What the reader of sheets says of the cells.
    pub faults: Vec<Fault>,
    /// The address's query, decoded: which rows are shown (see `filters`), and as `rad` the row that one comes for.
    pub query: Vec<(String, String)>,
    /// Where more is told of a row: what a link is called, and its address up to the row's id. At the last one lies all of it,
    /// which the panel beside the table shows.
    pub beside: Vec<(String, String)>,
}

/// A column.
pub struct Column {
    /// Its key in the protocol: the Norwegian name, or the header of a column of the ward's own. No two have the same.
    pub name: String,
    /// Its header.
    pub label: String,
    /// Its width.
    pub width: Width,
    /// What stands in it.
    pub kind: Kind,
    /// Values to choose from; others may be typed. Empty: any text.
    pub choices: Vec<String>,
    /// Whether there is a filter on its values.
    pub filter: bool,
    /// Whether there is a filter on its empty cells.
    pub needed: bool,
    /// The column that frees a row of filling in this one: a bound line has no minutes.
    pub unless: Option<String>,
    /// Whether its sum stands in the footer.
    pub sum: bool,
}

/// How wide a column is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Two or three digits.
    Tiny,
    /// A number, a code.
    Narrow,
    /// A word.
    Medium,
    /// A few words.
    Wide,
    /// A sentence.
    Broad,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Width::Tiny => "tiny",
            Width::Narrow => "narrow",
            Width::Medium => "medium",
            Width::Wide => "wide",
            Width::Broad => "broad",
        }
    }
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number, kept as it was typed.
    Number,
    /// The text that names the row: the task. At most one column; it and those before it stay in view sideways.
    Name,
    /// Told by the program, never typed.
    Fixed,
    /// Where the talk about the row stands, told by the program: one of [`STATES`], shown as its message. At most one
    /// column.
    State,
}

/// What stands in the cells of a column of the kind [`Kind::State`], in the protocol's words.
pub const STATES: [&str; 4] = ["open", "agreed", "disputed", "parked"];

/// A row.
pub struct Row {
    /// Its lasting id.
    pub id: i64,
    /// A text for each column.
    pub cells: Vec<String>,
}

/// A complaint about a cell.
#[derive(Clone)]
pub struct Fault {
    /// The row's id.
    pub row: i64,
    /// The column's key.
    pub column: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, and the cure.
    pub sentence: String,
}

/// A sheet ready to be drawn: where its parts are.
struct Drawn<'a> {
    grid: &'a Grid,
    texts: &'a Texts,
    /// By row and column: the heaviest complaint.
    marks: HashMap<(i64, usize), Severity>,
}

/// The name of a severity: a class, a key, a word of the protocol.
fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Fault => "fault",
        Severity::Notice => "notice",
        Severity::Assumed => "assumed",
    }
}

impl Grid {
    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
    /// How many columns stay in view sideways: up to the one that names the row.
    fn frozen(&self) -> usize {
        self.columns.iter().position(|column| column.kind == Kind::Name).map_or(0, |at| at + 1)
    }
    fn cell<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        row.cells.get(column).map_or("", String::as_str)
    }
}

impl Drawn<'_> {
    /// What is read in a cell.
    fn shown<'a>(&self, row: &'a Row, column: usize) -> Cow<'a, str> {
        let text = self.grid.cell(row, column);
        match self.grid.columns[column].kind {
            Kind::State => Cow::Owned(self.state(text)),
            _ => Cow::Borrowed(text),
        }
    }
    /// A state of the talk in words.
    fn state(&self, word: &str) -> String {
        let state = STATES.iter().find(|state| **state == word);
        state.map_or_else(|| word.to_owned(), |state| self.texts.get(&format!("grid-state-{state}")))
    }
}

/// The grid with its bar, filters, status line and the script's data; the page adds `assets/grid.css` and, as a module,
/// [`script`]. One on a page.
pub fn grid(grid: &Grid, texts: &Texts) -> Markup {
    let mut marks: HashMap<(i64, usize), Severity> = HashMap::new();
    for fault in &grid.faults {
        if let Some(column) = grid.column(&fault.column) {
            let mark = marks.entry((fault.row, column)).or_insert(fault.severity);
            *mark = fault.severity.min(*mark);
        }
    }
    let drawn = Drawn { grid, texts, marks };
    let shown: Vec<bool> = grid.rows.iter().map(|row| filters::shows(&drawn, row)).collect();
    html! {
        section #grid.grid
            data-unit=(grid.unit) data-sheet=(grid.sheet) data-revision=(grid.revision) data-keep=(grid.keep)
            data-login=(grid.login) data-me=(grid.me) data-person=(grid.person) data-edit=[grid.may_edit.then_some("")] data-lang=(texts.lang().tag()) {
            div.grid-top {
                (bar::bar(&drawn))
                (filters::filters(&drawn, shown.iter().filter(|shown| **shown).count()))
            }
            (bar::notices(texts))
            div.grid-sides {
                (table(&drawn, &shown))
                aside #grid-row .grid-row aria-label=(texts.get("grid-beside")) aria-live="polite" data-none=(texts.get("grid-row-none")) hidden {}
            }
            p #grid-none .grid-none hidden[shown.iter().any(|shown| *shown)] {
                (texts.get(match (grid.rows.is_empty(), grid.may_edit) {
                    (false, _) => "grid-none-shown",
                    (true, true) => "grid-empty",
                    (true, false) => "grid-empty-readonly",
                }))
            }
            div.grid-foot {
                p #grid-status .grid-status {}
                p #grid-figures .grid-figures {}
                p #grid-said role="status" {}
                p #grid-saved .grid-saved role="status" {}
                (beside(&drawn))
            }
            (without_script(&drawn))
            (bar::keys(texts))
            script #grid-data type="application/json" { (PreEscaped(data(&drawn))) }
        }
    }
}

fn table(drawn: &Drawn, shown: &[bool]) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    let frozen = grid.frozen();
    let first = grid.columns.first().map_or("", |column| column.width.class());
    html! {
        div #grid-scroll .grid-scroll role="region" aria-labelledby="grid-caption" tabindex="0" {
            table class={ "freeze-" (frozen.min(2)) " after-" (first) } {
                caption #grid-caption { (grid.caption) }
                colgroup { @for column in &grid.columns { col class=(column.width.class()); } }
                thead { tr { @for (at, column) in grid.columns.iter().enumerate() {
                    th scope="col" data-c=(at) { (column.label) }
                } } }
                tbody { @for (row, shown) in grid.rows.iter().zip(shown) {
                    tr id={ "r" (row.id) } hidden[!shown] {
                        // Each cell is written where it stands: a sheet has thousands of them.
                        @for (at, column) in grid.columns.iter().enumerate() {
                            @let text = drawn.shown(row, at);
                            @let mark = drawn.marks.get(&(row.id, at)).copied();
                            @let class = mark.map(name);
                            @match column.kind {
                                Kind::Name => th scope="row" class=[class] { (text) (word(drawn, mark)) },
                                Kind::Number => td class={ "n" @if let Some(class) = class { " " (class) } } { (text) (word(drawn, mark)) },
                                _ => td class=[class] { (text) (word(drawn, mark)) },
                            }
                        }
                    }
                } }
                @if grid.columns.iter().any(|column| column.sum) {
                    tfoot { tr { @for (at, column) in grid.columns.iter().enumerate() {
                        @if at == frozen.saturating_sub(1) && !column.sum { th scope="row" { (texts.get("grid-sum")) } }
                        @else { td { @if column.sum { (texts.number(sum(grid, at, shown))) } } }
                    } } }
                }
            }
        }
    }
}

/// The ways to what is told of the row that one stands in; without script, of the row that the address names.
fn beside(drawn: &Drawn) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    let asked = grid.query.iter().find(|(name, _)| name == "rad").map_or("", |(_, value)| value.as_str());
    let row = grid.rows.iter().position(|row| row.id.to_string() == asked);
    html! {
        nav #grid-beside .grid-beside aria-label=(texts.get("grid-beside")) hidden[row.is_none()] {
            span { (row.map(|at| place(grid, at)).unwrap_or_default()) }
            @for (label, address) in &grid.beside {
                a href={ (address) (if row.is_some() { asked } else { "" }) } data-address=(address) { (label) }
            }
        }
    }
}

/// A row by its number and its name.
fn place(grid: &Grid, at: usize) -> String {
    let name = grid.columns.iter().position(|column| column.kind == Kind::Name);
    format!("{} {}", at + 1, name.map_or("", |name| grid.cell(&grid.rows[at], name))).trim().to_owned()
}

/// The word that tells what is wrong with a cell; most have none.
fn word(drawn: &Drawn, mark: Option<Severity>) -> Markup {
    let Some(mark) = mark else { return html! {} };
    html! { i { (drawn.texts.get(&format!("grid-{}", name(mark)))) } }
}

/// The sum of the numbers in the rows shown; what isn't a number counts nothing.
fn sum(grid: &Grid, column: usize, shown: &[bool]) -> f64 {
    let rows = grid.rows.iter().zip(shown).filter(|(_, shown)| **shown);
    rows.filter_map(|(row, _)| number_in(grid.cell(row, column))).sum()
}

/// What the status line tells with script: the complaints with their places.
fn without_script(drawn: &Drawn) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    if grid.faults.is_empty() {
        return html! {};
    }
    let places: HashMap<i64, String> =
        grid.rows.iter().enumerate().map(|(at, row)| (row.id, place(grid, at))).collect();
    html! {
        noscript {
            h2 { (texts.get("grid-faults")) }
            ul { @for fault in &grid.faults {
                @if let Some(place) = places.get(&fault.row) {
                    li { a href={ "#r" (fault.row) } { (texts.with("grid-fault-at", &[
                        ("row", Value::Text(place.clone())),
                        ("column", Value::Text(label(grid, &fault.column).to_owned())),
                        ("sentence", Value::Text(fault.sentence.clone())),
                    ])) } }
                }
            } }
        }
    }
}

fn label<'a>(grid: &'a Grid, name: &'a str) -> &'a str {
    grid.column(name).map_or(name, |at| &grid.columns[at].label)
}

/// The sentences that the script says, each with the names of what it fills in.
const SAID: &[(&str, &[&str])] = &[
    ("cell", &["column", "row", "name"]),
    ("cell-nameless", &["column", "row"]),
    ("saving", &[]),
    ("saved", &["time"]),
    ("unsaved", &[]),
    ("retry", &[]),
    ("offline", &[]),
    ("busy", &[]),
    ("left", &["count"]),
    ("columns", &[]),
    ("reload", &[]),
    ("login", &[]),
    ("login-open", &[]),
    ("refused", &[]),
    ("discard", &[]),
    ("discard-sure", &[]),
    ("nothing-to-undo", &[]),
    ("nothing-to-redo", &[]),
    ("undone", &[]),
    ("redone", &[]),
    ("selected", &["rows", "columns"]),
    ("figures", &["count", "sum"]),
    ("copied", &[]),
    ("pasted", &["rows", "columns"]),
    ("pasted-more", &["rows", "columns", "added"]),
    ("overflow", &["columns"]),
    ("locked", &[]),
    ("added", &["rows"]),
    ("removed", &["rows"]),
    ("no-faults", &[]),
    ("none-shown", &[]),
    ("empty", &[]),
    ("empty-readonly", &[]),
    ("shown", &["shown", "all"]),
    ("group", &["group", "rows", "minutes"]),
    ("group-none", &[]),
    ("width", &["column", "width"]),
    ("choices", &[]),
    ("mine", &["value"]),
    ("theirs", &["who", "value"]),
    ("someone", &[]),
    ("blank", &[]),
    ("keep-mine", &[]),
    ("take-theirs", &[]),
    ("conflict", &[]),
    ("conflict-status", &["mine", "who", "theirs"]),
    ("conflicts", &["count"]),
    ("conflict-show", &[]),
    ("row-gone", &["who", "value", "column"]),
    ("dismiss", &[]),
    ("here", &["name", "cell"]),
    ("fault", &[]),
    ("notice", &[]),
    ("assumed", &[]),
    ("state-open", &[]),
    ("state-agreed", &[]),
    ("state-disputed", &[]),
    ("state-parked", &[]),
];

/// [`SAID`] in a language, put together once.
fn said(texts: &Texts) -> &'static Map<String, serde_json::Value> {
    static NB: OnceLock<Map<String, serde_json::Value>> = OnceLock::new();
    static EN: OnceLock<Map<String, serde_json::Value>> = OnceLock::new();
    let sentence = |(key, names): &(&str, &[&str])| {
        let args: Vec<(&str, Value)> = names.iter().map(|name| (*name, Value::Text(format!("{{{name}}}")))).collect();
        ((*key).to_owned(), serde_json::Value::from(texts.with(&format!("grid-{key}"), &args)))
    };
    let kept = match texts.lang() {
        Lang::Nb => &NB,
        Lang::En => &EN,
    };
    kept.get_or_init(|| SAID.iter().map(sentence).collect())
}

/// The script's data as JSON that can stand in a page.
fn data(drawn: &Drawn) -> String {
    let Drawn { grid, texts, .. } = drawn;
    let columns: Vec<serde_json::Value> = grid
        .columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                Kind::Text => "text",
                Kind::Number => "number",
                Kind::Name => "name",
                Kind::Fixed => "fixed",
                Kind::State => "state",
            };
            json!({ "name": column.name, "label": column.label, "kind": kind, "choices": column.choices, "sum": column.sum })
        })
        .collect();
    let faults: Vec<serde_json::Value> = grid
        .faults
        .iter()
        .map(|fault| {
            let (row, column, severity) = (fault.row, &fault.column, name(fault.severity));
            json!({ "row": row, "column": column, "severity": severity, "sentence": fault.sentence })
        })
        .collect();
    json!({ "columns": columns, "faults": faults, "texts": said(texts) }).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests;
