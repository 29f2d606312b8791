//! The API for other programs: one table of what it answers, from which both its routes and its description are made.

mod answers;
mod described;
pub(crate) mod edits;
mod wrong;

use axum::Router;
use axum::routing::{MethodRouter, get, post};

use crate::app::App;
use crate::unit::{self, decision, documents};

/// Where it lies.
pub const BASE: &str = "/api/v1";

/// One thing that the API answers.
pub struct Entry {
    /// `get` or `post`.
    pub method: &'static str,
    /// The path below [`BASE`].
    pub path: &'static str,
    /// The key of what it does, in words.
    pub about: &'static str,
    /// What is sent, as an example; nothing where nothing is.
    pub sent: Option<&'static str>,
    /// The status of a good answer.
    pub status: u16,
    /// A good answer, as an example; nothing where it is empty or a file.
    pub answer: Option<&'static str>,
    /// The kind of a good answer.
    pub kind: &'static str,
    /// Whether one must be known to ask.
    pub open: bool,
    on: fn() -> MethodRouter<App>,
}

/// What most answers are.
pub const JSON: &str = "application/json";
/// Tables as text and as workbooks.
const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A question that is asked by reading.
const fn read(path: &'static str, about: &'static str, answer: &'static str, on: fn() -> MethodRouter<App>) -> Entry {
    Entry { method: "get", path, about, sent: None, status: 200, answer: Some(answer), kind: JSON, open: false, on }
}

/// A file of a proposal, as its pages give it.
const fn file(path: &'static str, about: &'static str, kind: &'static str) -> Entry {
    Entry { answer: None, kind, ..read(path, about, "", || get(documents::send)) }
}

/// The decisions as a file.
const fn decisions(path: &'static str, kind: &'static str) -> Entry {
    Entry { answer: None, kind, ..read(path, "api-decisions-file", "", || get(decision::send_all)) }
}

/// All that the API answers.
pub const ENTRIES: [Entry; 22] = [
    Entry { open: true, ..read("/openapi.json", "api-openapi", "{}", || get(described::show)) },
    read("/units", "api-units", include_str!("examples/units.json"), || get(answers::units)),
    read("/units/{unit}", "api-unit", include_str!("examples/unit.json"), || get(answers::unit)),
    read("/units/{unit}/sheets", "api-sheets", include_str!("examples/sheets.json"), || get(answers::sheets)),
    read("/units/{unit}/sheets/{sheet}", "api-sheet", include_str!("examples/sheet.json"), || get(answers::sheet)),
    Entry {
        method: "post",
        sent: Some(include_str!("examples/edits.json")),
        ..read("/units/{unit}/edits", "api-edits", include_str!("examples/edited.json"), || post(edits::edit))
    },
    read("/units/{unit}/complaints", "api-complaints", include_str!("examples/complaints.json"), || {
        get(unit::edits::complaints)
    }),
    read("/units/{unit}/proposals", "api-proposals", include_str!("examples/proposals.json"), || {
        get(answers::proposals)
    }),
    Entry {
        method: "post",
        sent: Some(include_str!("examples/asked.json")),
        status: 201,
        ..read("/units/{unit}/proposals", "api-propose", r#"{"number":4}"#, || post(answers::propose))
    },
    read("/units/{unit}/proposals/{number}", "api-proposal", include_str!("examples/proposal.json"), || {
        get(answers::proposal)
    }),
    Entry {
        method: "post",
        status: 204,
        answer: None,
        ..read("/units/{unit}/proposals/{number}/cancel", "api-cancel", "", || post(answers::cancel))
    },
    read("/units/{unit}/proposals/{number}/staffing", "api-staffing", include_str!("examples/staffing.json"), || {
        get(answers::staffing)
    }),
    file("/units/{unit}/proposals/{number}/staffing.csv", "api-staffing-file", CSV),
    file("/units/{unit}/proposals/{number}/staffing.xlsx", "api-staffing-file", XLSX),
    Entry {
        answer: Some(include_str!("examples/demand.json")),
        ..file("/units/{unit}/proposals/{number}/demand.json", "api-demand", JSON)
    },
    file("/units/{unit}/proposals/{number}/demand.csv", "api-demand", CSV),
    read("/units/{unit}/decisions", "api-decisions", include_str!("examples/decisions.json"), || {
        get(answers::decisions)
    }),
    decisions("/units/{unit}/decisions.csv", CSV),
    decisions("/units/{unit}/decisions.xlsx", XLSX),
    read("/units/{unit}/decisions/{number}", "api-decision", include_str!("examples/decision.json"), || {
        get(answers::decision)
    }),
    read(
        "/units/{unit}/decisions/{number}/staffing",
        "api-decided-staffing",
        include_str!("examples/staffing.json"),
        || get(answers::decided_staffing),
    ),
    read("/units/{unit}/shortages", "api-shortages", include_str!("examples/shortages.json"), || {
        get(answers::shortages)
    }),
];

/// Its routes.
pub fn routes() -> Router<App> {
    ENTRIES.iter().fold(Router::new(), |router, entry| router.route(&format!("{BASE}{}", entry.path), (entry.on)()))
}
