//! A workbook taken in: chosen, held against what is saved, shown, confirmed; and given out again, empty or filled.

use std::sync::Arc;

use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, Confirmed, Conflict, Failed, Incoming, ListCell, Service, SheetDifference, column_label, template,
};
use fordel_core::complaint::{Severity, Value};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use super::handed::{around, received};
use super::mapping::name as sheet_name;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, list_by_keys, send_unit_list};
use crate::shell::{
    Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, faults, field, link_button, notice, page,
    take_out, texts,
};
use crate::visitor::Visitor;

/// Changes of a sheet that are listed; the rest is counted.
const LISTED: usize = 200;

/// `GET /u/{unit}/import`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    let around = around(&app, &visitor, unit).await?;
    Ok(choose_page(&visitor, &around, None))
}

fn framed(visitor: &Visitor, around: &Around, title: &str, wrong: bool, content: Markup) -> Markup {
    let address = format!("{}/import", around.address());
    let mut frame = around.frame(visitor, Some(Step::Mapping), title, address, None);
    frame.wrong = wrong;
    page(&frame, content)
}

fn choose_page(visitor: &Visitor, around: &Around, wrong: Option<String>) -> Markup {
    let t = texts(visitor.lang);
    let unit = around.address();
    let file = Field::new("file", t.get("import-file"), Input::File(".xlsx"))
        .hint(t.get("import-file-hint"))
        .fault(wrong.clone());
    let (title, is_wrong) = (t.get("import-title"), wrong.is_some());
    let content = html! {
        h1 { (title) }
        p class="lead" { (t.get("import-lead")) }
        (faults(t, std::slice::from_ref(&file)))
        form method="post" action=(format!("{unit}/import")) enctype="multipart/form-data" class="stack" {
            (field(t, &file))
            div class="actions" { (button(&t.get("import-read"), Weight::Main, None)) }
        }
        h2 { (t.get("import-get")) }
        ul {
            li { a href="/template.xlsx" { (t.get("import-get-template")) } }
            li { a href="/template.xlsx?eksempel=1" { (t.get("import-get-example")) } }
            li { a href=(format!("{unit}/ward.xlsx")) { (t.get("import-get-now")) } }
        }
        h2 { (t.get("activity-title")) }
        p { (t.get("activity-from-import")) " " a href=(format!("{unit}/activity")) { (t.get("activity-to")) } }
        p { (t.get("population-from-import")) " " a href=(format!("{unit}/population")) { (t.get("population-to")) } }
        h2 { (t.get("portal-title")) }
        p { a href=(format!("{unit}/import/people")) { (t.get("portal-open")) } }
    };
    framed(visitor, around, &title, is_wrong, content)
}

/// `POST /u/{unit}/import`: a workbook is handed in, and what it would change is kept for a day.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    form: Multipart,
) -> Result<Response, Refusal> {
    // Whoever may not take it in need not send it whole.
    let around = around(&app, &visitor, unit).await?;
    let t = texts(visitor.lang);
    let again =
        |status: StatusCode, key: &str| (status, choose_page(&visitor, &around, Some(t.get(key)))).into_response();
    let ((name, bytes), _turn) = match received(form).await {
        Ok(received) => received,
        Err((status, key)) => return Ok(again(status, key)),
    };
    // Its inside decides what it is; its name must not say that it is something else.
    if !name.to_lowercase().ends_with(".xlsx") {
        return Ok(again(StatusCode::UNPROCESSABLE_ENTITY, "import-not-xlsx"));
    }
    let (who, lang) = (visitor.who.clone(), visitor.lang);
    let key =
        app.aside(move |s| s.unit(&who, BranchId(unit))?.contribute()?.hand_in(&name, &bytes, texts(lang))).await?;
    Ok(Redirect::to(&format!("/u/{unit}/import/{}", key.reveal())).into_response())
}

/// `GET /u/{unit}/import/{key}`: what the workbook would change.
pub async fn preview(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
) -> Result<Response, Refusal> {
    let (around, incoming) = waiting(&app, &visitor, unit, &key).await?;
    Ok(match incoming {
        Some(incoming) => preview_page(&visitor, &around, &incoming, &key, &[]).into_response(),
        None => gone(&visitor, &around),
    })
}

async fn waiting(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    key: &str,
) -> Result<(Around, Option<Arc<Incoming>>), Refusal> {
    let (who, key) = (visitor.who.clone(), key.to_owned());
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        let incoming = match contributes.handed_in(&key) {
            Ok(incoming) => Some(incoming),
            Err(Failed::NotFound) => None,
            Err(other) => return Err(other),
        };
        Ok((Around::of(s, &contributes)?, incoming))
    })
    .await
}

fn gone(visitor: &Visitor, around: &Around) -> Response {
    let said = texts(visitor.lang).get("import-gone");
    (StatusCode::GONE, choose_page(visitor, around, Some(said))).into_response()
}

/// `POST /u/{unit}/import/{key}`: it is saved.
pub async fn confirm(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
) -> Result<Response, Refusal> {
    let (around, incoming) = waiting(&app, &visitor, unit, &key).await?;
    let Some(incoming) = incoming else { return Ok(gone(&visitor, &around)) };
    let (who, shown) = (visitor.who.clone(), key.clone());
    let confirmed = app.run(move |s| s.unit(&who, BranchId(unit))?.contribute()?.confirm(&shown)).await?;
    Ok(match confirmed {
        Confirmed::Saved(_) => Redirect::to(&format!("/u/{unit}/mapping")).into_response(),
        Confirmed::Conflicts(conflicts) => {
            (StatusCode::CONFLICT, preview_page(&visitor, &around, &incoming, &key, &conflicts)).into_response()
        }
    })
}

fn preview_page(
    visitor: &Visitor,
    around: &Around,
    incoming: &Incoming,
    key: &str,
    conflicts: &[(String, Conflict)],
) -> Markup {
    let t = texts(visitor.lang);
    let unit = around.address();
    let title = t.get("import-result");
    let again = Link::new(t.get("import-cancel"), format!("{unit}/import"));
    let stopped = !incoming.readable || !conflicts.is_empty();
    let (faulty, noted): (Vec<_>, Vec<_>) = incoming.complaints.iter().partition(|c| c.severity == Severity::Fault);
    let content = html! {
        h1 { (title) }
        @if !incoming.file.is_empty() { p class="quiet" { (t.with("import-from", &[("file", incoming.file.as_str().into())])) } }
        @if !conflicts.is_empty() { (conflicts_notice(t, conflicts)) }
        @if !incoming.readable {
            (notice(t, Notice::Danger, html! { p { (t.get("import-cannot")) } ul { @for c in &faulty { li { (t.complaint(c)) } } } }))
        } @else if incoming.is_same() {
            (notice(t, Notice::Info, html! { p { (t.get("import-same")) } }))
        } @else if conflicts.is_empty() {
            p class="lead" { (t.with("import-summary", &summary(&incoming.differences))) }
        }
        @if !noted.is_empty() {
            details class="assumed" {
                summary { (t.with("import-noted", &[("count", Value::Number(noted.len() as f64))])) }
                ul { @for c in &noted { li { (t.complaint(c)) } } }
            }
        }
        @if !stopped && !incoming.is_same() {
            form method="post" action=(format!("{unit}/import/{key}")) {
                div class="actions" { (button(&t.get("import-confirm"), Weight::Main, None)) (link_button(&again, Weight::Light)) }
                p class="quiet" { (t.get("import-one-step")) }
            }
        } @else {
            div class="actions" { (link_button(&Link::new(t.get("import-title"), again.href), Weight::Main)) }
        }
        @for difference in &incoming.differences { (sheet(t, difference)) }
        @if !incoming.differences.is_empty() { (take_out(t, &t.get("import-result"), &format!("{unit}/import/{key}/changes"), "")) }
    };
    framed(visitor, around, &title, stopped, content)
}

fn conflicts_notice(t: &Texts, conflicts: &[(String, Conflict)]) -> Markup {
    let sentence = |(row, conflict): &(String, Conflict)| match &conflict.column {
        Some(column) => {
            let who = conflict.by.clone().unwrap_or_else(|| t.get("workshop-somebody"));
            let (mine, theirs) = (conflict.mine.as_str().into(), conflict.theirs.as_str().into());
            let column = column_label(column, t).into();
            let args = [
                ("row", row.as_str().into()),
                ("column", column),
                ("mine", mine),
                ("who", who.into()),
                ("theirs", theirs),
            ];
            t.with("import-conflict-cell", &args)
        }
        None => t.with("import-conflict-row", &[("row", row.as_str().into())]),
    };
    notice(
        t,
        Notice::Danger,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get("import-conflicts")) } }
                ul { @for one in conflicts.iter().take(LISTED) { li { (sentence(one)) } } }
                p { (t.get("import-conflicts-cure")) }
            }
        },
    )
}

fn summary(differences: &[SheetDifference]) -> [(&'static str, Value); 3] {
    let sum = |count: fn(&SheetDifference) -> usize| Value::Number(differences.iter().map(count).sum::<usize>() as f64);
    [
        ("added", sum(|d| d.added.len() + d.columns_added.len())),
        ("removed", sum(|d| d.removed.len() + d.columns_removed.len())),
        ("changed", sum(|d| d.changed.len())),
    ]
}

fn sheet(t: &Texts, difference: &SheetDifference) -> Markup {
    let word = |key: &str| html! { (t.get(key)) };
    let added = |(row, cells): &(String, Vec<(String, String)>)| {
        let cells: Vec<String> =
            cells.iter().map(|(column, text)| format!("{}: {text}", column_label(column, t))).collect();
        let now = html! { @if !cells.is_empty() { ins { (cells.join("; ")) } } };
        Row::new(vec![html! { (row) }, word("import-added"), html! {}, html! {}, now])
    };
    let removed = |row: &String| Row::new(vec![html! { (row) }, word("import-removed"), html! {}, html! {}, html! {}]);
    let column = |kind: &'static str| {
        move |header: &String| Row::new(vec![html! {}, word(kind), html! { (header) }, html! {}, html! {}])
    };
    let cell = |(row, column, was, now): &(String, String, String, String)| {
        let column = column_label(column, t);
        Row::new(vec![
            html! { (row) },
            word("import-changed"),
            html! { (column) },
            html! { del { (was) } },
            html! { ins { (now) } },
        ])
    };
    let rows: Vec<Row> = (difference.columns_added.iter().map(column("import-added")))
        .chain(difference.columns_removed.iter().map(column("import-removed")))
        .chain(difference.added.iter().map(added))
        .chain(difference.removed.iter().map(removed))
        .chain(difference.changed.iter().map(cell))
        .collect();
    let head = ["import-row", "import-kind", "import-column", "import-was", "import-now"];
    let head: Vec<Head> = head.iter().map(|key| Head::text(t.get(key))).collect();
    let listed = &rows[..rows.len().min(LISTED)];
    let id = format!("sheet-{}", difference.sheet.replace(' ', "-").to_lowercase());
    html! {
        (data_table(&id, &sheet_name(t, &difference.sheet), &head, listed))
        @if rows.len() > LISTED {
            p { (t.with("import-more", &[("count", Value::Number((rows.len() - LISTED) as f64))])) }
        }
    }
}

/// `GET /u/{unit}/import/{key}/changes.csv` and `changes.xlsx`: all that a workbook would change, a row for each cell.
pub async fn send_changes(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        let rows = contributes.handed_in(&key)?.differences.iter().flat_map(|of| changes(t, of)).collect();
        let columns = ["page-sheets", "import-row", "import-kind", "import-column", "import-was", "import-now"];
        Ok(list_by_keys(t, "import-result", &columns, rows))
    })
    .await
}

/// What a sheet would change, row by row as its table tells it, but each cell of a new row by itself.
fn changes(t: &Texts, difference: &SheetDifference) -> Vec<Vec<ListCell>> {
    let sheet = sheet_name(t, &difference.sheet);
    let change = |row: &str, kind: &str, column: &str, was: &str, now: &str| -> Vec<ListCell> {
        vec![sheet.as_str().into(), row.into(), t.get(kind).into(), column.into(), was.into(), now.into()]
    };
    let column = |name: &str| column_label(name, t);
    let mut rows = Vec::new();
    rows.extend(difference.columns_added.iter().map(|name| change("", "import-added", name, "", "")));
    rows.extend(difference.columns_removed.iter().map(|name| change("", "import-removed", name, "", "")));
    for (row, cells) in &difference.added {
        rows.push(change(row, "import-added", "", "", ""));
        rows.extend(cells.iter().map(|(name, now)| change(row, "import-added", &column(name), "", now)));
    }
    rows.extend(difference.removed.iter().map(|row| change(row, "import-removed", "", "", "")));
    let changed = difference.changed.iter();
    rows.extend(changed.map(|(row, name, was, now)| change(row, "import-changed", &column(name), was, now)));
    rows
}

/// `GET /u/{unit}/ward.xlsx`: the unit's sheets as a workbook, or which faults keep it from being one.
pub async fn workbook(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Response, Refusal> {
    let (who, lang) = (visitor.who.clone(), visitor.lang);
    let told = app
        .aside(move |s: &Service| {
            let reads = s.unit(&who, BranchId(unit))?;
            match reads.workbook(texts(lang)) {
                Ok(bytes) => Ok(Ok((reads.unit().name.clone(), bytes))),
                Err(Failed::Faulty) => Ok(Err((Around::of(s, &reads)?, reads.desk()?))),
                Err(other) => Err(other),
            }
        })
        .await?;
    let (around, desk) = match told {
        Ok((name, bytes)) => return Ok(download(&format!("{name}.xlsx"), bytes)),
        Err(faulty) => faulty,
    };
    let t = texts(lang);
    let faulty: Vec<String> = desk
        .complaints
        .iter()
        .filter(|c| c.complaint.severity == Severity::Fault)
        .map(|c| t.complaint(&c.complaint))
        .collect();
    let mapping = Link::new(t.get("import-faulty-do"), format!("{}/mapping", around.address()));
    let title = t.get("import-faulty");
    let content = html! {
        h1 { (title) }
        (notice(t, Notice::Danger, html! { p { (t.get("import-faulty-lead")) } ul { @for fault in &faulty { li { (fault) } } } }))
        div class="actions" { (link_button(&mapping, Weight::Main)) }
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, framed(&visitor, &around, &title, true, content)).into_response())
}

/// Which template.
#[derive(Debug, Deserialize)]
pub struct Which {
    eksempel: Option<String>,
}

/// `GET /template.xlsx`.
pub async fn empty(State(app): State<App>, visitor: Visitor, Query(which): Query<Which>) -> Result<Response, Refusal> {
    let (lang, example) = (visitor.lang, which.eksempel.is_some());
    let bytes = app.run(move |_| template(example, lang)).await?;
    Ok(download(if example { "fordel-eksempel.xlsx" } else { "fordel-mal.xlsx" }, bytes))
}
