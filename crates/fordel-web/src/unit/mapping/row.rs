//! Om raden: what is known of a row beside its cells, on a page of its own and as the panel beside the table.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use fordel_app::service::{
    BranchId, Failed, Happened, Moment, Objected, Reads, Review, RowId, Wanted, column_label, usual_task,
};
use fordel_text::Texts;
use maud::{Markup, html};

use super::TASKS;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Link, Notice, Step, Weight, escaped, link_button, notice, page, texts};
use crate::unit::frame::Around;
use crate::unit::{history, library, objections};
use crate::visitor::Visitor;

/// How many of the last changes are told: all of them stand in the history.
const LAST: usize = 5;

/// The column whose source is told, and those that tell of it.
const MINUTES: &str = "Minutter";
const BESIDE_MINUTES: [&str; 4] = ["Minutter lav", "Minutter høy", "Minutter per gruppe", "Merknad"];

/// What is known of a row.
struct About {
    row: RowId,
    name: String,
    /// Its sheet, and its cells; none where it was removed.
    stands: Option<(String, BTreeMap<String, String>)>,
    /// What the meeting said of it, and who of them wrote it.
    review: Option<(Review, Option<String>)>,
    /// What happened to it, newest first.
    changes: Vec<Happened>,
    objected: Vec<Objected>,
    /// The newest proposal with a plan that has it, by number, and its row there.
    planned: Option<(i64, u32)>,
}

impl About {
    fn of(reads: &Reads, row: RowId, newest: Option<i64>) -> Result<About, Failed> {
        let name = reads.row_name(row)?;
        let desk = reads.desk()?;
        let stands = desk.sheets.iter().find_map(|sheet| {
            let (_, cells) = sheet.rows.iter().find(|(id, _)| *id == row)?;
            Some((sheet.name.clone(), cells.clone()))
        });
        let authors = reads.authors()?;
        let review = reads.reviews()?.remove(&row).map(|review| {
            let by = authors.into_iter().find(|(id, _)| Some(*id) == review.person);
            (review, by.map(|(_, name)| name))
        });
        let happened = reads.history(&Wanted { row: Some(row), ..Wanted::default() })?;
        // A proposal that can't be read leads nowhere, and stops nothing else that is told.
        let opened = newest.and_then(|number| reads.proposal(number).ok());
        let planned = opened.filter(|opened| opened.placed().is_some()).and_then(|opened| {
            let (line, _) = opened.rows.iter().find(|(_, id)| **id == row)?;
            Some((opened.kept.head.number, *line))
        });
        Ok(About {
            row,
            name,
            stands,
            review,
            changes: happened.batches.into_iter().flat_map(|batch| batch.changes).collect(),
            objected: reads.objected()?.into_iter().filter(|one| one.objection.row == Some(row)).collect(),
            planned,
        })
    }

    /// Its cells, where it is a task: what is talked about, noted and objected to are tasks alone.
    fn task(&self) -> Option<&BTreeMap<String, String>> {
        self.stands.as_ref().filter(|(sheet, _)| sheet == TASKS).map(|(_, cells)| cells)
    }
}

/// `GET /u/{unit}/mapping/row/{row}`: the page; the script gets its main part alone.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, row)): Path<(i64, i64)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let told = app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let around = Around::of(s, &reads)?;
        let about = About::of(&reads, RowId(row), around.shown)?;
        Ok((around, about))
    });
    let (around, about) = told.await?;
    let t = texts(visitor.lang);
    let unit = around.address();
    let content = content(&app, t, &unit, &about);
    if headers.contains_key("x-fordel") {
        return Ok(content.into_response());
    }
    let title = t.with("mapping-row-title", &[("row", about.name.as_str().into())]);
    let mut frame = around.frame(&visitor, Some(Step::Mapping), &title, format!("{unit}/mapping/row/{row}"), None);
    frame.styles.push("board.css");
    let back = about.stands.as_ref().map(|(sheet, _)| {
        let sheet = if sheet == TASKS { String::new() } else { format!("ark={}&", escaped(sheet)) };
        Link::new(t.get("workshop-back"), format!("{unit}/mapping?{sheet}rad={row}&om=1#r{row}"))
    });
    let content = page(
        &frame,
        html! {
            div class="heading" {
                h1 { (t.get("grid-beside")) }
                @if let Some(back) = &back { div class="actions" { (link_button(back, Weight::Light)) } }
            }
            (content)
        },
    );
    Ok(content.into_response())
}

fn content(app: &App, t: &Texts, unit: &str, about: &About) -> Markup {
    let row = about.row;
    html! {
        h2 { (about.name) }
        @if about.stands.is_none() { (notice(t, Notice::Warning, html! { p { (t.get("mapping-row-gone")) } })) }
        @if let Some(cells) = about.task() {
            (said(app, t, about))
            (minutes(app, t, about, cells))
        }
        h3 { (t.get("mapping-row-changes")) }
        ul {
            @for change in about.changes.iter().take(LAST) {
                li { (happened_by(app, t, change)) ": " (history::told(t, change)) }
            }
        }
        p { a href=(format!("{unit}/history?rad={row}")) { (t.get("mapping-row-history")) } }
        @if about.task().is_some() {
            section class="objections" {
                h3 { (t.get("board-objections")) }
                @if about.objected.is_empty() { p { (t.get("mapping-row-no-objections")) } }
                @else { ul { @for one in &about.objected { li { (objections::one(app, t, unit, false, one, "")) } } } }
                p { a href=(format!("{unit}/objections?linje={row}")) { (t.get("mapping-row-object")) } }
            }
            div class="actions" {
                (link_button(&Link::new(t.get("workshop-title"), format!("{unit}/workshop?linje={row}")), Weight::Light))
                @if let Some((number, line)) = about.planned {
                    (link_button(&Link::new(t.get("why-title"), format!("{unit}/p/{number}/why/{line}")), Weight::Light))
                }
            }
        }
    }
}

/// Who did something, and when.
fn by(app: &App, t: &Texts, who: String, at: Moment) -> String {
    t.with("mapping-row-by", &[("who", who.into()), ("when", app.moment(t.lang(), at).into())])
}

fn happened_by(app: &App, t: &Texts, change: &Happened) -> String {
    by(app, t, change.by.clone().unwrap_or_else(|| t.get("history-nobody")), change.at)
}

/// What the meeting agreed on, and noted.
fn said(app: &App, t: &Texts, about: &About) -> Markup {
    html! {
        h3 { (t.get("mapping-row-note")) }
        @match &about.review {
            Some((review, who)) => {
                @let who = who.clone().unwrap_or_else(|| t.get("board-somebody"));
                p { strong { (t.get(&format!("grid-state-{}", review.state.word()))) } " · " (by(app, t, who, review.at)) }
                @if !review.note.is_empty() { p class="typed" { (review.note) } }
            }
            None => p { (t.get("mapping-row-untalked")) },
        }
    }
}

/// Where the minutes are from: who wrote them, what the sheet says of them, what is usual.
fn minutes(app: &App, t: &Texts, about: &About, cells: &BTreeMap<String, String>) -> Markup {
    let cell = |column: &str| cells.get(column).map_or("", String::as_str);
    let stand = cell(MINUTES);
    // They came with the row, where nobody has changed them since.
    let came = |change: &&Happened| change.what == "row-added";
    let written = about.changes.iter().find(|change| change.field.as_deref() == Some(MINUTES) || came(change));
    let written = written.map(|change| {
        let key = if came(&change) { "mapping-row-minutes-came" } else { "mapping-row-minutes-written" };
        t.with(key, &[("by", happened_by(app, t, change).into())])
    });
    let usual = usual_task(cell("Oppgave"), t).and_then(|task| {
        let minutes = library::minutes_said(t, task.minutes?);
        let told = [("minutes", minutes.into()), ("source", library::source(t, task).into())];
        Some(t.with("mapping-row-minutes-usual", &told))
    });
    html! {
        h3 { (t.get("mapping-row-minutes")) }
        ul {
            @if stand.is_empty() {
                li { (t.get("mapping-row-minutes-none")) }
            } @else {
                li { (t.with("mapping-row-minutes-stand", &[("minutes", stand.into())])) }
                @if let Some(written) = written { li { (written) } }
            }
            @for column in BESIDE_MINUTES {
                @if !cell(column).is_empty() { li { (column_label(column, t)) ": " (cell(column)) } }
            }
            @if let Some(usual) = usual { li { (usual) } }
        }
    }
}
