//! What can be taken out of a proposal: its documents, its tables as lists, its demand for rosters.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, Failed, ListKind, OpenedProposal, Reads};
use fordel_text::Texts;
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::{WRITING, download, file_name, list_as};
use crate::shell::texts;
use crate::visitor::Visitor;

/// What a file holds.
#[derive(Clone, Copy)]
enum Holds {
    Document,
    Table(ListKind),
    Demand,
}

/// The documents: name in the address, what it holds, the key of its name on disk.
const DOCUMENTS: [(&str, Holds, &str); 6] = [
    ("plan.json", Holds::Document, "documents-plan-of"),
    ("plan.xlsx", Holds::Document, "documents-plan-of"),
    ("report.html", Holds::Document, "documents-report-of"),
    ("report.pdf", Holds::Document, "documents-report-of"),
    ("demand.csv", Holds::Demand, "documents-demand-of"),
    ("demand.json", Holds::Demand, "documents-demand-of"),
];

/// The tables, each as `.csv` and `.xlsx`: name in the address, which table, the key of its name on disk.
const TABLES: [(&str, ListKind, &str); 11] = [
    ("staffing", ListKind::Staffing, "documents-staffing-of"),
    ("sums", ListKind::Sums, "documents-sums-of"),
    ("training", ListKind::Training, "documents-training-of"),
    ("held", ListKind::Held, "documents-held-of"),
    ("needs", ListKind::Needs, "documents-needs-of"),
    ("required", ListKind::Required, "documents-required-of"),
    ("holders", ListKind::Holders, "documents-holders-of"),
    ("competence", ListKind::Competence, "documents-competence-of"),
    ("certificates", ListKind::Endings, "documents-endings-of"),
    ("rhythm", ListKind::Rhythm, "documents-rhythm-of"),
    ("moved", ListKind::Moved, "documents-moved-of"),
];

/// What the file of this name holds, and the key of its name on disk.
fn held(file: &str) -> Option<(Holds, &'static str)> {
    let document = DOCUMENTS.iter().find(|(name, ..)| *name == file).map(|(_, holds, called)| (*holds, *called));
    document.or_else(|| {
        let name = file.strip_suffix(".csv").or_else(|| file.strip_suffix(".xlsx"))?;
        TABLES.iter().find(|(table, ..)| *table == name).map(|(_, kind, called)| (Holds::Table(*kind), *called))
    })
}

/// What one of the [`TABLES`] is called, by its name in the address.
pub fn table_name(t: &Texts, name: &str) -> String {
    TABLES.iter().find(|(table, ..)| *table == name).map_or_else(String::new, |(.., called)| t.get(called))
}

/// How it shall be.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// `nei`: the demand's CSV without the lines that tell what its columns mean.
    #[serde(rename = "hode")]
    head: Option<String>,
}

/// `GET /u/{unit}/p/{number}/plan.json` and the other [`DOCUMENTS`] and [`TABLES`].
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let name = address.path().rsplit('/').next().unwrap_or_default().to_owned();
    let (holds, called) = held(&name).ok_or(Failed::NotFound).map_err(Refusal::from)?;
    let (lang, date) = (visitor.lang, app.date(visitor.lang));
    let _turn = WRITING.acquire().await;
    let (bytes, file) = app
        .aside(move |s| {
            let t = texts(lang);
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let bytes = written(&reads, &opened, &name, holds, asked.head.as_deref() != Some("nei"), t, &date)?;
            let which = t.with("documents-proposal-of", &[("number", (number as f64).into())]);
            let ending = name.rsplit('.').next().unwrap_or_default();
            Ok((bytes, file_name(&reads.unit().name, &format!("{which} – {}", t.get(called)), ending)))
        })
        .await?;
    Ok(download(&file, bytes))
}

fn written(
    reads: &Reads,
    opened: &OpenedProposal,
    name: &str,
    holds: Holds,
    head: bool,
    t: &Texts,
    date: &str,
) -> Result<Vec<u8>, Failed> {
    match (holds, name.ends_with(".csv")) {
        (Holds::Document, _) => reads.document(opened, name, t, date),
        (Holds::Table(kind), _) => list_as(name, &reads.list(opened, kind, t)?.ok_or(Failed::NotFound)?, t),
        (Holds::Demand, true) => opened.demand_csv(t, &reads.unit().name, head).ok_or(Failed::NotFound),
        (Holds::Demand, false) => opened.demand_json(t, &reads.unit().name),
    }
}
