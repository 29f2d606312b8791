//! What can be taken out of a proposal: its documents, its tables as lists, its demand for rosters.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use fordel_app::service::{BranchId, Failed, ListKind, OpenedProposal, Reads, csv, xlsx};
use fordel_text::Texts;
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::answer::Refusal;
use crate::app::App;
use crate::shell::texts;
use crate::visitor::Visitor;

const CSV: &str = "text/csv; charset=utf-8";
const JSON: &str = "application/json";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HTML: &str = "text/html; charset=utf-8";
const PDF: &str = "application/pdf";

/// Files that are written at the same time: a report takes a core for a second.
static WRITING: Semaphore = Semaphore::const_new(4);

/// What a file holds.
#[derive(Clone, Copy)]
enum Holds {
    Document,
    Table(ListKind),
    Demand,
}

/// The files: name in the address, type, what it holds, the key of its name on disk.
const FILES: [(&str, &str, Holds, &str); 16] = [
    ("plan.json", JSON, Holds::Document, "documents-plan-of"),
    ("plan.xlsx", XLSX, Holds::Document, "documents-plan-of"),
    ("report.html", HTML, Holds::Document, "documents-report-of"),
    ("report.pdf", PDF, Holds::Document, "documents-report-of"),
    ("staffing.csv", CSV, Holds::Table(ListKind::Staffing), "documents-staffing-of"),
    ("staffing.xlsx", XLSX, Holds::Table(ListKind::Staffing), "documents-staffing-of"),
    ("training.csv", CSV, Holds::Table(ListKind::Training), "documents-training-of"),
    ("training.xlsx", XLSX, Holds::Table(ListKind::Training), "documents-training-of"),
    ("competence.csv", CSV, Holds::Table(ListKind::Competence), "documents-competence-of"),
    ("competence.xlsx", XLSX, Holds::Table(ListKind::Competence), "documents-competence-of"),
    ("rhythm.csv", CSV, Holds::Table(ListKind::Rhythm), "documents-rhythm-of"),
    ("rhythm.xlsx", XLSX, Holds::Table(ListKind::Rhythm), "documents-rhythm-of"),
    ("moved.csv", CSV, Holds::Table(ListKind::Moved), "documents-moved-of"),
    ("moved.xlsx", XLSX, Holds::Table(ListKind::Moved), "documents-moved-of"),
    ("demand.csv", CSV, Holds::Demand, "documents-demand-of"),
    ("demand.json", JSON, Holds::Demand, "documents-demand-of"),
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
    let (name, kind, holds, called) =
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
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition(&file))], bytes).into_response())
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
        (Holds::Table(kind), as_csv) => {
            let list = opened.list(kind, t).ok_or(Failed::NotFound)?;
            if as_csv { Ok(csv(&list, t)) } else { xlsx(&list) }
        }
        (Holds::Demand, true) => opened.demand_csv(t, head).ok_or(Failed::NotFound),
        (Holds::Demand, false) => opened.demand_json(t),
    }
}

/// `Medisin – forslag 3 – bemanning.csv`.
fn file_name(t: &Texts, unit: &str, number: i64, called: &str, name: &str) -> String {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let unit: String = unit.chars().take(80).collect();
    let which = t.with("documents-proposal-of", &[("number", (number as f64).into())]);
    format!("{unit} – {which} – {}.{ending}", t.get(called))
}

/// A name by which a browser saves the answer: plain letters for old ones, all letters for others; never a folder or a
/// name that a system keeps for itself.
pub(super) fn disposition(name: &str) -> String {
    let safe: String =
        name.chars()
            .map(|c| {
                if c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') {
                    '-'
                } else {
                    c
                }
            })
            .collect();
    let safe: String = safe.trim_matches([' ', '.']).chars().take(150).collect();
    let plain: String = safe
        .chars()
        .map(|c| match c {
            'æ' => 'a',
            'ø' => 'o',
            'å' => 'a',
            'Æ' => 'A',
            'Ø' => 'O',
            'Å' => 'A',
            c if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_') => c,
            _ => '-',
        })
        .collect();
    let keeps = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let full: String = safe
        .bytes()
        .map(|byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_for_browsers_and_disks() {
        assert_eq!(
            disposition("Øst/..\\ \"post\"\r\nX: 1.csv"),
            "attachment; filename=\"Ost-..- -post---X- 1.csv\"; filename*=UTF-8''%C3%98st-..-%20-post---X-%201.csv"
        );
        let long = disposition(&"å".repeat(1000));
        assert!(long.len() < 1200 && long.is_ascii(), "{}", long.len());
    }
}
