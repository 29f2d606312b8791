//! Kartlegging: the unit's sheets as a grid, filled in together.

pub mod row;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, RawQuery, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    AtCell, BranchId, Completeness, Desk, Failed, FormColumn, List, NO_LINES, Review, Role, RowId, SHEETS, number_cell,
};
use fordel_core::complaint::{Severity, Value};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::grid::{self, Column, Fault, Grid, Kind, Row, Width};
use crate::shell::{Link, Notice, Step, Weight, escaped, link_button, notice, page, take_out_named, texts};
use crate::visitor::Visitor;

/// The sheet of task lines.
const TASKS: &str = "Oppgaver";

/// Which sheet is shown.
#[derive(Debug, Deserialize)]
pub struct Shown {
    #[serde(rename = "ark")]
    sheet: Option<String>,
    /// Whether rows with faults alone are shown.
    #[serde(rename = "feil", default)]
    faulty: String,
}

/// `GET /u/{unit}/mapping`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(shown): Query<Shown>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let (around, desk, reviews, role) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            Ok((Around::of(s, &reads)?, reads.desk()?, reads.reviews()?, reads.role()))
        })
        .await?;
    let t = texts(visitor.lang);
    let address = around.address();
    // The way to the faults leads to the first sheet that has any.
    let first_faulty = SHEETS.iter().map(|names| names.name.nb).find(|sheet| desk.faults_in(sheet) > 0);
    if let (None, false, Some(other)) = (&shown.sheet, shown.faulty.is_empty(), first_faulty)
        && other != TASKS
    {
        return Ok(Redirect::to(&format!("{address}/mapping?ark={}&feil=1", escaped(other))).into_response());
    }
    let sheet = shown.sheet.unwrap_or_else(|| TASKS.to_owned());
    if desk.sheet(&sheet).is_none() {
        return Err(Failed::NotFound.into());
    }
    let here = format!("{address}/mapping{}", query.as_ref().map(|q| format!("?{q}")).unwrap_or_default());
    let title = format!("{}, {}", t.get("page-mapping"), name(t, &sheet));
    let mut frame = around.frame(&visitor, Some(Step::Mapping), &title, here, None);
    frame.wide = true;
    frame.styles.push("grid.css");
    frame.scripts.push("grid.js");
    let drawn = Grid {
        unit: address.clone(),
        sheet: sheet.clone(),
        caption: name(t, &sheet),
        revision: desk.revision,
        keep: format!("u{unit}-p{}", visitor.who.person),
        me: visitor.who.name.clone(),
        person: visitor.who.person.0,
        login: format!("/enter?back={address}/mapping"),
        may_edit: role >= Role::Contributor,
        columns: columns(&desk, &sheet, t),
        rows: rows(&desk, &sheet, &reviews),
        faults: faults(&desk, &sheet, t),
        query: decoded(query.as_deref().unwrap_or_default()),
        beside: beside(t, &address, &sheet),
    };
    let content = page(
        &frame,
        html! {
            div class="heading" {
                h1 { (t.get("page-mapping")) }
                (counts(t, &address, desk.completeness()))
                div class="actions" {
                    @if sheet == TASKS { (link_button(&Link::new(t.get("page-workshop"), format!("{address}/workshop")), Weight::Other)) }
                    @if role >= Role::Contributor && sheet == TASKS { (link_button(&Link::new(t.get("library-title"), format!("{address}/library")), Weight::Light)) }
                    @if role >= Role::Contributor { (link_button(&Link::new(t.get("page-import"), format!("{address}/import")), Weight::Light)) }
                    (link_button(&Link::new(t.get("page-export"), format!("{address}/ward.xlsx")), Weight::Light))
                }
            }
            (sheet_tabs(t, &address, &desk, &sheet))
            (of_the_sheet(t, &desk, &sheet))
            (grid::grid(&drawn, t))
            (take_out_named(t, &t.get("page-sheet-out"), &format!("{address}/mapping"), &format!("?ark={}", escaped(&sheet))))
        },
    );
    Ok(content.into_response())
}

/// `GET /u/{unit}/mapping.csv?ark=…` and `mapping.xlsx`: a whole sheet as people have filled it in, faults and all.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(shown): Query<Shown>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let (desk, reviews) = (reads.desk()?, reads.reviews()?);
        let sheet = shown.sheet.unwrap_or_else(|| TASKS.to_owned());
        desk.sheet(&sheet).ok_or(Failed::NotFound)?;
        let columns = columns(&desk, &sheet, t);
        let cell = |(column, text): (&Column, &String)| match column.kind {
            Kind::Number => number_cell(text),
            Kind::State => t.get(&format!("grid-state-{text}")).into(),
            _ => text.as_str().into(),
        };
        let list = List {
            name: name(t, &sheet),
            columns: columns.iter().map(|column| column.label.clone()).collect(),
            rows: (rows(&desk, &sheet, &reviews).iter())
                .map(|row| columns.iter().zip(&row.cells).map(cell).collect())
                .collect(),
        };
        Ok(list)
    })
    .await
}

/// Where more is told of a row. What is talked about, noted and objected to are tasks alone.
fn beside(t: &Texts, address: &str, sheet: &str) -> Vec<(String, String)> {
    let ways = [
        ("history-title", "history?rad="),
        ("mapping-row-note", "workshop?linje="),
        ("board-objections", "objections?linje="),
    ];
    let here = if sheet == TASKS { &ways[..] } else { &ways[..1] };
    let all = here.iter().chain(&[("mapping-row-all", "mapping/row/")]);
    all.map(|(key, way)| (t.get(key), format!("{address}/{way}"))).collect()
}

/// How far the mapping has come; where lines lack something, the way to them.
fn counts(t: &Texts, address: &str, far: Completeness) -> Markup {
    let counts = [
        ("lines", far.lines, "page-count-lines", None),
        ("missing_minutes", far.no_minutes, "page-count-minutes", Some("mangler=Minutter")),
        ("missing_today", far.no_today, "page-count-today", Some("mangler=I%20dag")),
        ("faults", far.faults, "page-count-faults", Some("feil=1")),
    ];
    html! {
        p class="counts" {
            @for (key, count, label, lacking) in counts {
                @let told = html! { span data-count=(key) { (count) } " " (t.get(label)) };
                span class="count" {
                    @match lacking {
                        Some(lacking) if count > 0 => a href=(format!("{address}/mapping?{lacking}")) { (told) },
                        _ => (told),
                    }
                }
            }
        }
    }
}

/// The sheets, each with how many faults it holds.
fn sheet_tabs(t: &Texts, address: &str, desk: &Desk, here: &str) -> Markup {
    let link = |sheet: &str| {
        let query = if sheet == TASKS { String::new() } else { format!("?ark={}", escaped(sheet)) };
        format!("{address}/mapping{query}")
    };
    html! {
        nav class="tabs" aria-label=(t.get("page-sheets")) {
            ul {
                @for sheet in SHEETS.iter().map(|names| names.name.nb) {
                    @let faults = desk.faults_in(sheet);
                    li {
                        a href=(link(sheet)) aria-current=[(sheet == here).then_some("page")] {
                            (name(t, sheet))
                            span class="of-sheet" hidden[faults == 0] { " ▲ " span data-faults-of=(sheet) { (faults) } " " (t.get("page-count-faults")) }
                        }
                    }
                }
            }
        }
    }
}

/// The sheet's name in the reader's language.
pub(super) fn name(t: &Texts, sheet: &str) -> String {
    let names = SHEETS.iter().find(|names| names.name.nb == sheet).map(|names| names.name);
    names.map_or_else(
        || sheet.to_owned(),
        |name| match t.lang() {
            fordel_text::Lang::Nb => name.nb.to_owned(),
            fordel_text::Lang::En => name.en.to_owned(),
        },
    )
}

/// What is said of the sheet as a whole.
fn of_the_sheet(t: &Texts, desk: &Desk, sheet: &str) -> Markup {
    let no_cell = |at: &&AtCell| at.row.is_none() || at.column.is_none();
    let about = desk.complaints.iter().filter(|c| c.sheet.as_deref() == Some(sheet)).filter(no_cell);
    let (wrong, rest): (Vec<_>, Vec<_>) = about.partition(|c| c.complaint.severity == Severity::Fault);
    // Where nobody has begun, nobody has done anything wrong.
    let nobody_began = wrong.iter().all(|c| c.complaint.code == NO_LINES);
    let kind = if nobody_began { Notice::Info } else { Notice::Danger };
    let said = |c: &AtCell| if c.row.is_none() { t.complaint_here(&c.complaint) } else { t.complaint(&c.complaint) };
    html! {
        @if !wrong.is_empty() {
            div id=[nobody_began.then_some("no-lines")] { (notice(t, kind, html! { ul { @for c in &wrong { li { (said(c)) } } } })) }
        }
        @if !rest.is_empty() {
            details class="assumed" {
                summary { (t.with("page-assumed", &[("count", Value::Number(rest.len() as f64))])) }
                ul { @for c in &rest { li { (said(c)) } } }
            }
        }
    }
}

fn columns(desk: &Arc<Desk>, sheet: &str, t: &Texts) -> Vec<Column> {
    let is_tasks = sheet == TASKS;
    let naming = |name: &str| if is_tasks { name == "Oppgave" } else { false };
    let column = |form: FormColumn| Column {
        name: form.name.to_owned(),
        label: form.label.to_owned(),
        width: width(form.width),
        kind: if naming(form.name) {
            Kind::Name
        } else if form.number {
            Kind::Number
        } else {
            Kind::Text
        },
        filter: is_tasks && ["Kategori", "Tidsintervall", "Minstekrav", "I dag", "Prioritet"].contains(&form.name),
        needed: is_tasks && (form.needed || ["I dag", "Prioritet"].contains(&form.name)),
        unless: form.unless.map(str::to_owned),
        sum: false,
        choices: form.choices,
    };
    let mut columns: Vec<Column> = desk.columns(sheet, t).into_iter().map(column).collect();
    let own = desk.sheet(sheet).map(|s| s.own_columns.clone()).unwrap_or_default();
    columns.extend(own.into_iter().map(|header| Column {
        name: header.clone(),
        label: header,
        width: Width::Medium,
        kind: Kind::Text,
        choices: Vec::new(),
        filter: false,
        needed: false,
        unless: None,
        sum: false,
    }));
    if is_tasks {
        columns.push(Column {
            name: "Status".to_owned(),
            label: t.get("page-review"),
            width: Width::Narrow,
            kind: Kind::State,
            choices: Vec::new(),
            filter: true,
            needed: false,
            unless: None,
            sum: false,
        });
    }
    columns
}

/// From characters in Excel to the grid's widths.
fn width(characters: f64) -> Width {
    match characters {
        w if w < 6.0 => Width::Tiny,
        w if w < 10.0 => Width::Narrow,
        w if w < 15.0 => Width::Medium,
        w if w < 30.0 => Width::Wide,
        _ => Width::Broad,
    }
}

fn rows(desk: &Desk, sheet: &str, reviews: &BTreeMap<RowId, Review>) -> Vec<Row> {
    let Some(kept) = desk.sheet(sheet) else { return Vec::new() };
    let columns = kept.columns();
    let row = |(id, cells): &(RowId, BTreeMap<String, String>)| {
        let mut cells: Vec<String> = columns.iter().map(|c| cells.get(*c).cloned().unwrap_or_default()).collect();
        if sheet == TASKS {
            cells.push(reviews.get(id).map_or("open", |review| review.state.word()).to_owned());
        }
        Row { id: id.0, cells }
    };
    kept.rows.iter().map(row).collect()
}

fn faults(desk: &Desk, sheet: &str, t: &Texts) -> Vec<Fault> {
    let at = desk.complaints.iter().filter(|c| c.sheet.as_deref() == Some(sheet));
    at.filter_map(|c| {
        Some(Fault {
            row: c.row?.0,
            column: c.column.clone()?,
            severity: c.complaint.severity,
            sentence: t.complaint_here(&c.complaint),
        })
    })
    .collect()
}

/// The query's names and values, decoded.
fn decoded(query: &str) -> Vec<(String, String)> {
    let address = format!("/?{query}").parse().unwrap_or_default();
    Query::<Vec<(String, String)>>::try_from_uri(&address).map(|pairs| pairs.0).unwrap_or_default()
}
