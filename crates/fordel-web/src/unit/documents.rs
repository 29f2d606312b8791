//! What can be taken out of a proposal: its documents, its tables as lists, its demand for rosters.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, Failed, ListKind, OpenedProposal, Reads};
use fordel_text::Texts;
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, list_as, shortened};
use crate::shell::texts;
use crate::visitor::Visitor;

/// Files that are written at the same time: a report takes a core for a second.
static WRITING: Semaphore = Semaphore::const_new(4);

/// What a file holds.
#[derive(Clone, Copy)]
enum Holds {
    Document,
    Table(ListKind),
    Demand,
}

/// The files: name in the address, what it holds, the key of its name on disk.
const FILES: [(&str, Holds, &str); 18] = [
    ("plan.json", Holds::Document, "documents-plan-of"),
    ("plan.xlsx", Holds::Document, "documents-plan-of"),
    ("report.html", Holds::Document, "documents-report-of"),
    ("report.pdf", Holds::Document, "documents-report-of"),
    ("staffing.csv", Holds::Table(ListKind::Staffing), "documents-staffing-of"),
    ("staffing.xlsx", Holds::Table(ListKind::Staffing), "documents-staffing-of"),
    ("training.csv", Holds::Table(ListKind::Training), "documents-training-of"),
    ("training.xlsx", Holds::Table(ListKind::Training), "documents-training-of"),
    ("competence.csv", Holds::Table(ListKind::Competence), "documents-competence-of"),
    ("competence.xlsx", Holds::Table(ListKind::Competence), "documents-competence-of"),
    ("certificates.csv", Holds::Table(ListKind::Endings), "documents-endings-of"),
    ("certificates.xlsx", Holds::Table(ListKind::Endings), "documents-endings-of"),
    ("rhythm.csv", Holds::Table(ListKind::Rhythm), "documents-rhythm-of"),
    ("rhythm.xlsx", Holds::Table(ListKind::Rhythm), "documents-rhythm-of"),
    ("moved.csv", Holds::Table(ListKind::Moved), "documents-moved-of"),
    ("moved.xlsx", Holds::Table(ListKind::Moved), "documents-moved-of"),
    ("demand.csv", Holds::Demand, "documents-demand-of"),
    ("demand.json", Holds::Demand, "documents-demand-of"),
];

/// How it shall be.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// `nei`: the demand's CSV without the lines that tell what its columns mean.
    #[serde(rename = "hode")]
    head: Option<String>,
}

/// `GET /u/{unit}/p/{number}/plan.json` and the other [`FILES`].
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let last = address.path().rsplit('/').next().unwrap_or_default();
    let (name, holds, called) =
        FILES.into_iter().find(|(name, ..)| *name == last).ok_or(Failed::NotFound).map_err(Refusal::from)?;
    let (lang, date) = (visitor.lang, app.date(visitor.lang));
    // Whoever comes fifth waits without holding a thread.
    let _turn = WRITING.acquire().await;
    let (bytes, file) = app
        .run(move |s| {
            let t = texts(lang);
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let bytes = written(&reads, &opened, name, holds, asked.head.as_deref() != Some("nei"), t, &date)?;
            Ok((bytes, file_name(t, &reads.unit().name, number, called, name)))
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
        (Holds::Table(kind), _) => list_as(name, &reads.list(opened, kind, t).ok_or(Failed::NotFound)?, t),
        (Holds::Demand, true) => opened.demand_csv(t, head).ok_or(Failed::NotFound),
        (Holds::Demand, false) => opened.demand_json(t),
    }
}

/// `Medisin – forslag 3 – bemanning.csv`.
fn file_name(t: &Texts, unit: &str, number: i64, called: &str, name: &str) -> String {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let unit = shortened(unit);
    let which = t.with("documents-proposal-of", &[("number", (number as f64).into())]);
    format!("{unit} – {which} – {}.{ending}", t.get(called))
}
