//! Edits that the grid and other programs send: sheets and columns that are not there are told, and nothing is written.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use fordel_app::service::{BranchId, Desk, DeskSheet, RowId};
use fordel_text::Texts;

use super::wrong::{Wrong, unusable};
use crate::app::App;
use crate::shell::{language_of, texts};
use crate::unit::edits::{self, Batch};
use crate::visitor::Visitor;

/// Unknown names that are told at most.
const TOLD: usize = 20;

/// `POST /units/{unit}/edits`, and `POST /u/{unit}/edits` of the grid.
pub async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    headers: HeaderMap,
    Json(sent): Json<Batch>,
) -> Result<Response, Wrong> {
    let lang = language_of(&headers);
    let who = visitor.who.clone();
    let desk = app.run(move |s| s.unit(&who, BranchId(unit))?.contribute()?.desk()).await;
    let desk = desk.map_err(|why| Wrong(why, lang))?;
    let unknown = unknown(&desk, &sent, texts(lang));
    if !unknown.is_empty() {
        return Ok(unusable(unknown, lang));
    }
    let saved = edits::carry_out(app, visitor, BranchId(unit), sent).await;
    saved.map(|answer| Json(answer).into_response()).map_err(|why| Wrong(why, lang))
}

/// What edits name that isn't there, each once: its field, and a sentence with what there is.
fn unknown(desk: &Desk, sent: &Batch, t: &Texts) -> Vec<(Option<String>, String)> {
    let sheets: Vec<&str> = desk.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let of_row: BTreeMap<RowId, &DeskSheet> =
        desk.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |(row, _)| (*row, sheet))).collect();
    let mut seen = BTreeSet::new();
    let mut told = Vec::new();
    for (at, named) in sent.named().enumerate() {
        let sheet = match named.sheet {
            Some(name) => desk.sheet(name),
            // A row that is gone is a conflict, which the answer tells.
            None => named.row.and_then(|row| of_row.get(&row).copied()),
        };
        let Some(sheet) = sheet else {
            if let Some(name) = named.sheet.filter(|name| seen.insert(((*name).to_owned(), String::new()))) {
                let args = [("sheet", name.into()), ("sheets", sheets.join(", ").into())];
                told.push((Some(format!("edits[{at}].sheet")), t.with("api-wrong-sheet", &args)));
            }
            continue;
        };
        let columns = sheet.columns();
        for column in named.columns.into_iter().filter(|column| !columns.contains(column)) {
            if seen.insert((sheet.name.clone(), column.to_owned())) {
                let args = [
                    ("column", column.into()),
                    ("sheet", sheet.name.as_str().into()),
                    ("columns", columns.join(", ").into()),
                ];
                told.push((Some(format!("edits[{at}].{}", named.field)), t.with("api-wrong-column", &args)));
            }
        }
    }
    told.truncate(TOLD);
    told
}
