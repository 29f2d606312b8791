//! What the grid sends and asks: edits, undo and redo, what is wrong, where the cursor is.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use fordel_app::service::{BranchId, Completeness, Edit, Place, RowId, Saved};
use fordel_core::complaint::Severity;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::Refusal;
use crate::app::App;
use crate::shell;
use crate::visitor::Visitor;

/// The most edits in one message: a paste of a whole ward is a few thousand.
const MOST: usize = 50_000;

/// A batch of edits: one step to undo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    batch: String,
    #[serde(default)]
    edits: Vec<Wanted>,
}

/// One edit.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
enum Wanted {
    /// Another text in a cell.
    Cell { row: i64, column: String, was: String, now: String },
    /// A row that goes.
    Remove { row: i64 },
    /// A new row.
    Add {
        temp: String,
        sheet: String,
        /// The row above: an id, or the name of one that is new in the same batch; none: it is the first.
        after: Option<After>,
        cells: BTreeMap<String, String>,
    },
}

/// One edit, as the grid writes it: the fields that it has tell which kind it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    row: Option<i64>,
    column: Option<String>,
    was: Option<String>,
    now: Option<String>,
    remove: Option<True>,
    temp: Option<String>,
    sheet: Option<String>,
    after: Option<After>,
    cells: Option<BTreeMap<String, String>>,
}

impl TryFrom<Written> for Wanted {
    /// As the library says it of fields.
    type Error = String;

    fn try_from(written: Written) -> Result<Wanted, String> {
        let Written { row, column, was, now, remove, temp, sheet, after, cells } = written;
        let own: &[&str] = match (&temp, &remove, &column) {
            (Some(_), ..) => &["temp", "sheet", "after", "cells"],
            (_, Some(True), _) => &["row", "remove"],
            (.., Some(_)) => &["row", "column", "was", "now"],
            _ => return Err("data did not match any variant".to_owned()),
        };
        let there = [
            ("row", row.is_some()),
            ("column", column.is_some()),
            ("was", was.is_some()),
            ("now", now.is_some()),
            ("remove", remove.is_some()),
            ("sheet", sheet.is_some()),
            ("after", after.is_some()),
            ("cells", cells.is_some()),
        ];
        if let Some((name, _)) = there.iter().find(|(name, is_there)| *is_there && !own.contains(name)) {
            return Err(format!("unknown field `{name}`"));
        }
        let missing = |name: &str| format!("missing field `{name}`");
        if let Some(temp) = temp {
            let sheet = sheet.ok_or_else(|| missing("sheet"))?;
            return Ok(Wanted::Add { temp, sheet, after, cells: cells.unwrap_or_default() });
        }
        let row = row.ok_or_else(|| missing("row"))?;
        let Some(column) = column else { return Ok(Wanted::Remove { row }) };
        let (was, now) = (was.ok_or_else(|| missing("was"))?, now.ok_or_else(|| missing("now"))?);
        Ok(Wanted::Cell { row, column, was, now })
    }
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum After {
    Row(i64),
    New(String),
}

/// `true`, and nothing else.
#[derive(Debug, Deserialize)]
#[serde(try_from = "bool")]
struct True;

impl TryFrom<bool> for True {
    type Error = &'static str;
    fn try_from(truth: bool) -> Result<True, &'static str> {
        if truth { Ok(True) } else { Err("invalid value: `remove` is either true or not there") }
    }
}

/// The sheet and columns that an edit names.
#[derive(Debug)]
pub struct Named<'e> {
    /// The sheet, where the edit names it.
    pub sheet: Option<&'e str>,
    /// The row, where it is one that is there already.
    pub row: Option<RowId>,
    /// The columns.
    pub columns: Vec<&'e str>,
    /// The edit's field that holds them.
    pub field: &'static str,
}

impl Batch {
    /// What each edit names, in their order.
    pub fn named(&self) -> impl Iterator<Item = Named<'_>> {
        self.edits.iter().map(|wanted| match wanted {
            Wanted::Cell { row, column, .. } => {
                Named { sheet: None, row: Some(RowId(*row)), columns: vec![column.as_str()], field: "column" }
            }
            Wanted::Remove { row } => Named { sheet: None, row: Some(RowId(*row)), columns: Vec::new(), field: "row" },
            Wanted::Add { sheet, cells, .. } => Named {
                sheet: Some(sheet.as_str()),
                row: None,
                columns: cells.keys().map(String::as_str).collect(),
                field: "cells",
            },
        })
    }
}

impl From<Wanted> for Edit {
    fn from(wanted: Wanted) -> Edit {
        match wanted {
            Wanted::Cell { row, column, was, now } => Edit::Cell { row: RowId(row), column, was: Some(was), now },
            Wanted::Remove { row } => Edit::Remove { row: RowId(row) },
            Wanted::Add { temp, sheet, after, cells } => {
                let place = match after {
                    Some(After::Row(row)) => Place::After(RowId(row)),
                    Some(After::New(temp)) => Place::AfterNew(temp),
                    None => Place::First,
                };
                Edit::Add { temp, sheet, place, cells }
            }
        }
    }
}

/// What became of a batch.
#[derive(Debug, Serialize)]
pub struct Answer {
    revision: i64,
    rows: BTreeMap<String, RowId>,
    conflicts: Vec<fordel_app::service::Conflict>,
    undone: bool,
}

impl From<Saved> for Answer {
    fn from(saved: Saved) -> Answer {
        Answer { revision: saved.revision, rows: saved.added, conflicts: saved.conflicts, undone: saved.any }
    }
}

/// Carries out a batch whose sheets and columns are there.
///
/// # Errors
/// A batch without a name, or of too many edits; what the service refuses.
pub async fn carry_out(app: App, visitor: Visitor, unit: BranchId, sent: Batch) -> Result<Answer, Refusal> {
    if sent.edits.len() > MOST || sent.batch.is_empty() || sent.batch.len() > 100 {
        return Err(Refusal::from(fordel_app::service::Failed::Invalid(Vec::new())));
    }
    let edits: Vec<Edit> = sent.edits.into_iter().map(Edit::from).collect();
    let saved = app.run(move |s| s.unit(&visitor.who, unit)?.contribute()?.edit(&sent.batch, &edits)).await?;
    Ok(saved.into())
}

/// `POST /u/{unit}/undo`.
pub async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Json(sent): Json<Batch>,
) -> Result<Json<Answer>, Refusal> {
    let saved = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.undo(&sent.batch)).await?;
    Ok(Json(saved.into()))
}

/// `POST /u/{unit}/redo`.
pub async fn redo(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Json(sent): Json<Batch>,
) -> Result<Json<Answer>, Refusal> {
    let saved = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.redo(&sent.batch)).await?;
    Ok(Json(saved.into()))
}

/// `GET /u/{unit}/complaints`.
pub async fn complaints(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
) -> Result<Json<Value>, Refusal> {
    let who = visitor.who;
    let desk = app.run(move |s| s.unit(&who, BranchId(unit))?.desk()).await?;
    let texts = shell::texts(visitor.lang);
    let (mut cells, mut sheets) = (Vec::new(), Vec::new());
    for told in &desk.complaints {
        let severity = severity(told.complaint.severity);
        match (told.row, &told.column) {
            (Some(row), Some(column)) => {
                let sentence = texts.complaint_here(&told.complaint);
                cells.push(json!({
                    "sheet": told.sheet, "row": row, "column": column, "severity": severity, "sentence": sentence,
                }));
            }
            _ => {
                let sentence = texts.complaint(&told.complaint);
                sheets.push(json!({
                    "sheet": told.sheet, "row": told.row, "severity": severity, "sentence": sentence,
                }));
            }
        }
    }
    let Completeness { lines, no_minutes, no_today, no_priority, faults } = desk.completeness();
    Ok(Json(json!({
        "revision": desk.revision,
        "lines": lines,
        "missing_minutes": no_minutes,
        "missing_today": no_today,
        "missing_priority": no_priority,
        "faults": faults,
        "cells": cells,
        "sheet": sheets,
    })))
}

/// The name of a severity in JSON and for styles.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Fault => "fault",
        Severity::Notice => "notice",
        Severity::Assumed => "assumed",
    }
}

/// Where somebody's cursor is.
#[derive(Debug, Deserialize)]
pub struct Cursor {
    sheet: String,
    row: Option<i64>,
    column: Option<String>,
}

/// `POST /u/{unit}/here`.
pub async fn here(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Json(at): Json<Cursor>,
) -> Result<axum::http::StatusCode, Refusal> {
    app.run(move |s| {
        s.unit(&visitor.who, BranchId(unit))?.here(&at.sheet, at.row.map(RowId), at.column);
        Ok(())
    })
    .await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
