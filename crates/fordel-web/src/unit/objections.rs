//! Objections: anybody may object to where a line stands; the one who leads answers.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, ListCell, Moment, Objected, ObjectionId, Role, RowId};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::seen::Seen;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::shell::{Field, Input, Weight, button, field, take_out_named, within};
use crate::visitor::Visitor;

/// An objection that is typed.
#[derive(Debug, Deserialize)]
pub struct New {
    row: i64,
    text: String,
    back: String,
}

/// `POST /u/{unit}/objections`.
pub async fn object(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(new): Form<New>,
) -> Result<Response, Refusal> {
    let back = to(&new.back, &format!("/u/{unit}"));
    app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.object(RowId(new.row), &new.text)).await?;
    Ok(Redirect::to(&back).into_response())
}

/// An answer that is typed.
#[derive(Debug, Deserialize)]
pub struct Answer {
    answer: String,
    back: String,
}

/// `POST /u/{unit}/objections/{id}/answer`.
pub async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, id)): Path<(i64, i64)>,
    Form(typed): Form<Answer>,
) -> Result<Response, Refusal> {
    let back = to(&typed.back, &format!("/u/{unit}"));
    app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.lead()?.answer(ObjectionId(id), &typed.answer)).await?;
    Ok(Redirect::to(&back).into_response())
}

/// Back within the unit, to its objections.
fn to(back: &str, unit: &str) -> String {
    let back = within(back);
    let back = if back.starts_with(unit) { back } else { unit };
    format!("{back}#innvending")
}

/// The objections of the unit that wait, with what they are about and a way to answer; a way to take all of them out where there
/// are any.
pub fn waiting(app: &App, t: &Texts, seen: &Seen) -> Markup {
    let open: Vec<&Objected> = seen.objected.iter().filter(|o| o.objection.answer.is_none()).collect();
    let row_of = |id: RowId| seen.opened.rows.iter().find(|(_, of)| **of == id).map(|(row, _)| *row);
    let line = |o: &Objected| {
        let row = row_of(o.objection.row?)?;
        Some((row, seen.ward().lines[seen.ward().line_by_row(row)?.0].name.clone()))
    };
    let back = format!("{}/board", seen.address());
    html! {
        @if !open.is_empty() {
            section class="objections" id="innvending" aria-labelledby="objections-head" {
                h2 id="objections-head" { (t.with("board-objections-open", &[("count", Value::Number(open.len() as f64))])) }
                ul {
                    @for objected in open {
                        li {
                            @if let Some((row, name)) = line(objected) { a href=(format!("{}/why/{row}", seen.address())) { (name) } ": " }
                            (one(app, t, seen, objected, &back))
                        }
                    }
                }
            }
        }
        @if !seen.objected.is_empty() {
            (take_out_named(t, &t.get("board-objections-out"), &format!("{}/objections", seen.around.address()), ""))
        }
    }
}

/// `GET /u/{unit}/objections.csv` and `objections.xlsx`: all of them, answered or not, the newest first.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    let times = app.clone();
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let at = |at: Moment| times.moment(t.lang(), at);
        let row = |objected: &Objected| -> Result<Vec<ListCell>, Failed> {
            let said = &objected.objection;
            let task = said.row.map(|row| reads.row_name(row)).transpose()?;
            Ok(vec![
                task.into(),
                said.text.as_str().into(),
                objected.by.as_deref().into(),
                at(said.at).into(),
                said.answer.as_deref().into(),
                objected.answered_by.as_deref().into(),
                said.answered_at.map(at).into(),
            ])
        };
        let rows: Result<Vec<_>, Failed> = reads.objected()?.iter().map(row).collect();
        let columns = [
            "proposals-task",
            "board-objection-column",
            "history-who",
            "history-when",
            "board-answer",
            "board-objection-answered-by",
            "board-objection-answered-at",
        ];
        Ok(list_by_keys(t, "board-objections", &columns, rows?))
    })
    .await
}

/// What is said of one line: its objections with their answers, and a form for another.
pub fn of_line(app: &App, t: &Texts, seen: &Seen, row: u32, back: &str) -> Markup {
    let id = seen.opened.rows.get(&row);
    let said: Vec<&Objected> = seen.objections_to(row).collect();
    html! {
        section class="objections" id="innvending" aria-labelledby="objections-head" {
            h2 id="objections-head" { (t.get("board-objections")) }
            p { (t.get("board-objection-lead")) }
            @if !said.is_empty() { ul { @for objected in said { li { (one(app, t, seen, objected, back)) } } } }
            @if let Some(id) = id.filter(|id| seen.pins.contains_key(id)) {
                form method="post" action=(format!("{}/objections", seen.around.address())) {
                    input type="hidden" name="row" value=(id);
                    input type="hidden" name="back" value=(back);
                    (field(t, &Field::new("text", t.get("board-objection-text"), Input::Area)))
                    div class="actions" { (button(&t.get("board-objection-send"), Weight::Other, None)) }
                }
            } @else { p class="quiet" { (t.get("why-not-in-sheet")) } }
        }
    }
}

fn one(app: &App, t: &Texts, seen: &Seen, objected: &Objected, back: &str) -> Markup {
    let when = |at| app.moment(t.lang(), at);
    let somebody = |name: &Option<String>| name.clone().unwrap_or_else(|| t.get("board-somebody"));
    let may_answer = matches!(seen.role, Role::Leader | Role::Administrator);
    let id = objected.objection.id;
    html! {
        blockquote { (objected.objection.text) }
        p class="quiet" {
            (t.with("board-objection-of", &[("name", somebody(&objected.by).into())])) " · " (when(objected.objection.at))
            @if objected.objection.answer.is_none() { " · " (t.get("board-unanswered")) }
        }
        @match &objected.objection.answer {
            Some(answer) => {
                blockquote class="answer" { (answer) }
                p class="quiet" {
                    (t.with("board-answered", &[("name", somebody(&objected.answered_by).into())]))
                    @if let Some(at) = objected.objection.answered_at { " · " (when(at)) }
                }
            }
            None => @if may_answer {
                form method="post" action=(format!("{}/objections/{id}/answer", seen.around.address())) {
                    input type="hidden" name="back" value=(back);
                    label class="ds-label" for=(format!("answer-{id}")) { (t.get("board-answer")) }
                    textarea class="ds-input" id=(format!("answer-{id}")) name="answer" rows="3" required {}
                    div class="actions" { (button(&t.get("board-answer-send"), Weight::Other, None)) }
                }
            },
        }
    }
}
