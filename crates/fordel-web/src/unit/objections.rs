//! Objections: anybody may object to where a line stands, to what is mapped or to the whole plan; the one who leads answers.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, ListCell, Moment, Objected, Objection, ObjectionId, Role, RowId};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use super::seen::Seen;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::people::represents_word;
use crate::shell::{
    Field, Input, Link, Step, Weight, button, empty_state, faults, field, link_button, page, take_out_named, texts,
    within,
};
use crate::visitor::Visitor;

/// Where an objection to the whole plan is written, on its page.
const WHOLE: &str = "hele-planen";

/// Which line is objected to; without one, from which proposal to the whole plan, if from one.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct About {
    #[serde(rename = "linje")]
    row: Option<i64>,
    #[serde(rename = "forslag")]
    proposal: Option<i64>,
}

/// `GET /u/{unit}/objections`: all of them, with a form for one to the whole plan; or those to one line, with a form for
/// another. There need be no proposal.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(about): Query<About>,
) -> Result<Markup, Refusal> {
    drawn(&app, &visitor, unit, about, None).await
}

/// An objection or an answer that can't be used: to which objection it is the answer, if it is one, where its form leads back
/// to, and the key of why.
struct Unusable<'f> {
    answer_to: Option<ObjectionId>,
    back: &'f str,
    why: &'static str,
}

impl<'f> Unusable<'f> {
    /// Why the service refused it.
    ///
    /// # Errors
    /// The refusal, where it is about something else.
    fn of(refusal: Refusal, answer_to: Option<ObjectionId>, back: &'f str) -> Result<Unusable<'f>, Refusal> {
        let why = refusal.fields()?.first().map_or("page-objection-empty", |(_, why)| *why);
        Ok(Unusable { answer_to, back, why })
    }

    /// The field of the objection or the answer, with its fault.
    fn field(&self, t: &Texts) -> Field {
        let (id, label) = match self.answer_to {
            Some(objection) => (answer_id(objection), "board-answer"),
            None => ("text".to_owned(), "board-objection-text"),
        };
        Field::new(id, t.get(label), Input::Area).fault(Some(t.get(self.why)))
    }
}

/// The identifier of the field for an answer.
fn answer_id(objection: ObjectionId) -> String {
    format!("answer-{objection}")
}

/// The page of all, or of those to one line; what was sent and can't be used is told at its field.
async fn drawn(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    about: About,
    wrong: Option<Unusable<'_>>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let asked = about.row.map(RowId);
    let told = app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let line = asked.map(|row| Ok::<_, Failed>((row, reads.row_name(row)?))).transpose()?;
        let of = |number: i64| Ok::<_, Failed>((number, reads.proposal(number)?.kept.head.name.clone()));
        let from = about.proposal.map(of).transpose()?;
        let objected = reads.objected()?.into_iter().filter(|o| asked.is_none() || o.objection.row == asked);
        let named = |objected: Objected| -> Result<_, Failed> {
            let task = objected.objection.row.map(|row| reads.row_name(row)).transpose()?;
            Ok((objected, task))
        };
        let objected = objected.map(named).collect::<Result<Vec<_>, Failed>>()?;
        Ok((Around::of(s, &reads)?, line, from, objected, reads.role()))
    });
    let (around, line, from, objected, role) = told.await?;
    let t = texts(visitor.lang);
    let unit = around.address();
    let all = format!("{unit}/objections");
    let here = match (&line, &from) {
        (Some((row, _)), _) => format!("{all}?linje={row}"),
        (None, Some((number, _))) => format!("{all}?forslag={number}"),
        (None, None) => all.clone(),
    };
    let title = t.get("board-objections");
    let mut frame = around.frame(visitor, Some(Step::Mapping), &title, here.clone(), None);
    frame.wrong = wrong.is_some();
    frame.styles.push("board.css");
    let (open, answered): (Vec<_>, Vec<_>) = objected.iter().partition(|(o, _)| o.objection.answer.is_none());
    let count = [("count", Value::Number(open.len() as f64))];
    // What is wrong with an answer is told at the answer.
    let raised = wrong.as_ref().filter(|wrong| wrong.answer_to.is_none());
    let (back, fault) = (raised.map_or(here.as_str(), |raised| raised.back), || raised.map(|raised| t.get(raised.why)));
    let content = html! {
        h1 { (title) }
        p { (t.get("board-objection-lead")) }
        @if let Some(wrong) = &wrong { (faults(t, &[wrong.field(t)])) }
        @if let Some((row, name)) = &line {
            section class="objections" aria-labelledby="line-head" {
                h2 id="line-head" { a href=(format!("{unit}/workshop?linje={row}")) { (name) } }
                (form(t, &unit, Some(("row", row.0)), back, fault()))
            }
        } @else if objected.is_empty() {
            @let workshop = Link::new(t.get("workshop-title"), format!("{unit}/workshop"));
            (empty_state(&t.get("board-objections-none"), &t.get("board-objections-none-do"), link_button(&workshop, Weight::Main)))
        }
        @if !objected.is_empty() {
            section class="objections" id="innvending" aria-labelledby="objections-head" {
                h2 id="objections-head" { (t.with("board-objections-open", &count)) }
                ul {
                    @for (objected, task) in open.into_iter().chain(answered) {
                        li {
                            @if let (None, Some(row), Some(task)) = (&line, objected.objection.row, task) {
                                a href=(format!("{all}?linje={row}")) { (task) } ": "
                            } @else if objected.objection.row.is_none() { (whole_of(t, objected)) ": " }
                            (drawn_one(app, t, &unit, answers(role), objected, &here, wrong.as_ref()))
                        }
                    }
                }
            }
        }
        @if line.is_some() { p { a href=(all) { (t.get("board-objections-all")) } } }
        @else {
            (to_whole(t, &unit, from.as_ref().map(|(number, name)| (*number, name.as_str())), back, fault()))
            @if !objected.is_empty() { (take_out_named(t, &t.get("board-objections-out"), &all, "")) }
        }
    };
    Ok(page(&frame, content))
}

/// Whether a role answers objections.
fn answers(role: Role) -> bool {
    matches!(role, Role::Leader | Role::Administrator)
}

/// An objection that is typed; without a row it is to the whole plan, of a proposal if one is told.
#[derive(Debug, Deserialize)]
pub struct New {
    row: Option<i64>,
    proposal: Option<i64>,
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
    let New { row, proposal, text, back } = new;
    let who = visitor.who.clone();
    let objected = app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        match (row, proposal) {
            (None, Some(number)) => reads.object_to_proposal(number, &text),
            _ => reads.object(row.map(RowId), &text),
        }
    });
    let objected = objected.await;
    if let Err(refusal) = objected {
        let wrong = Unusable::of(refusal, None, &back)?;
        let invalid = Failed::Invalid(vec![("text", wrong.why)]);
        let page = drawn(&app, &visitor, unit, About { row, proposal }, Some(wrong)).await;
        // Where the row has no page, what is wrong is told all the same.
        let page = page.map_err(|why| match why.failed() {
            Failed::NotFound => Refusal::from(invalid),
            _ => why,
        })?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(Redirect::to(&to(&back, &format!("/u/{unit}"))).into_response())
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
    let Answer { answer, back } = typed;
    let (who, id) = (visitor.who.clone(), ObjectionId(id));
    let answered = app.run(move |s| {
        let leads = s.unit(&who, BranchId(unit))?.lead()?;
        let answers = |objection: &Objection| objection.id == id && objection.answer.is_some();
        let known = leads.objections()?.into_iter().find(answers).and_then(|objection| objection.answer);
        // The form stands where nobody has answered: another's answer wasn't seen.
        if known.is_some_and(|known| known != answer.trim()) {
            return Err(Failed::Stale);
        }
        leads.answer(id, &answer)
    });
    if let Err(refusal) = answered.await {
        let wrong = Unusable::of(refusal, Some(id), &back)?;
        let page = drawn(&app, &visitor, unit, About { row: None, proposal: None }, Some(wrong)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(Redirect::to(&to(&back, &format!("/u/{unit}"))).into_response())
}

/// Back within the unit, to its objections.
fn to(back: &str, unit: &str) -> String {
    let back = within(back);
    let back = if back.starts_with(unit) { back } else { unit };
    format!("{back}#innvending")
}

/// The objections of the unit that wait, with what they are about and a way to answer; a form for one to the whole plan; a way to
/// take all of them out where there are any.
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
                            @else if objected.objection.row.is_none() { (whole_of(t, objected)) ": " }
                            (one(app, t, &seen.around.address(), answers(seen.role), objected, &back))
                        }
                    }
                }
            }
        }
        @let name = seen.opened.kept.head.name.as_str();
        (to_whole(t, &seen.around.address(), Some((seen.number(), name)), &back, None))
        @if !seen.objected.is_empty() {
            (take_out_named(t, &t.get("board-objections-out"), &format!("{}/objections", seen.around.address()), ""))
        }
    }
}

/// `GET /u/{unit}/objections.csv` and `objections.xlsx`: all of them, answered or not, in the order they were raised.
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
            let task = said.row.map_or_else(|| Ok(whole_of(t, objected)), |row| reads.row_name(row))?;
            Ok(vec![
                task.into(),
                said.text.as_str().into(),
                by(t, objected).into(),
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
            @if !said.is_empty() {
                ul { @for objected in said { li { (one(app, t, &seen.around.address(), answers(seen.role), objected, back)) } } }
            }
            @if let Some(id) = id.filter(|id| seen.pins.contains_key(id)) { (form(t, &seen.around.address(), Some(("row", id.0)), back, None)) }
            @else { p class="quiet" { (t.get("why-not-in-sheet")) } }
            div class="actions" { (way_to_whole(t, &seen.around.address(), seen.number())) }
        }
    }
}

/// What an objection to the whole plan is to: with the number of the proposal that it was raised from, where one was named, and the
/// name of that one where it is still there.
pub fn whole_plan(t: &Texts, proposal: Option<i64>, name: Option<&str>) -> String {
    let Some(number) = proposal else { return t.get("board-whole-plan") };
    let number = ("number", Value::Number(number as f64));
    match name {
        Some(name) => t.with("board-whole-plan-named", &[number, ("name", name.into())]),
        None => t.with("board-whole-plan-of", &[number]),
    }
}

/// The same of an objection.
fn whole_of(t: &Texts, objected: &Objected) -> String {
    whole_plan(t, objected.objection.proposal, objected.proposal_name.as_deref())
}

/// The way to where an objection to the whole plan of a proposal, by its number, is written, in the unit at this address.
pub fn way_to_whole(t: &Texts, unit: &str, proposal: i64) -> Markup {
    let address = format!("{unit}/objections?forslag={proposal}#{WHOLE}");
    link_button(&Link::new(t.get("board-objection-whole"), address), Weight::Light)
}

/// Where an objection to the whole plan of the unit at this address is written, from a proposal by its number and name if from one.
fn to_whole(t: &Texts, unit: &str, from: Option<(i64, &str)>, back: &str, fault: Option<String>) -> Markup {
    html! {
        section class="objections on-screen" id=(WHOLE) aria-labelledby="whole-head" {
            h2 id="whole-head" { (t.get("board-objection-whole")) }
            @if let Some((number, name)) = from { p { (whole_plan(t, Some(number), Some(name))) } }
            (form(t, unit, from.map(|(number, _)| ("proposal", number)), back, fault))
        }
    }
}

/// A form for an objection in the unit at this address, to its `row` or to the whole plan of its `proposal`; without either, to the
/// whole plan.
fn form(t: &Texts, unit: &str, about: Option<(&str, i64)>, back: &str, fault: Option<String>) -> Markup {
    html! {
        form method="post" action=(format!("{unit}/objections")) {
            @if let Some((name, value)) = about { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="back" value=(back);
            (field(t, &Field::new("text", t.get("board-objection-text"), Input::Area).fault(fault)))
            div class="actions" { (button(&t.get("board-objection-send"), Weight::Other, None)) }
        }
    }
}

/// Who objects, and for whom they speak, if for others; none where the person is gone.
fn by(t: &Texts, objected: &Objected) -> Option<String> {
    let name = objected.by.clone()?;
    Some(match objected.represents {
        Some(whom) => format!("{name}, {}", represents_word(t, whom)),
        None => name,
    })
}

/// An objection with its answer, or with a form for whoever may answer.
pub(super) fn one(app: &App, t: &Texts, unit: &str, may_answer: bool, objected: &Objected, back: &str) -> Markup {
    drawn_one(app, t, unit, may_answer, objected, back, None)
}

/// The same, where an answer to it may be one that can't be used.
fn drawn_one(
    app: &App,
    t: &Texts,
    unit: &str,
    may_answer: bool,
    objected: &Objected,
    back: &str,
    wrong: Option<&Unusable<'_>>,
) -> Markup {
    let wrong = wrong.filter(|wrong| wrong.answer_to == Some(objected.objection.id));
    let when = |at| app.moment(t.lang(), at);
    let somebody = |name: Option<String>| name.unwrap_or_else(|| t.get("board-somebody"));
    let id = objected.objection.id;
    html! {
        blockquote { (objected.objection.text) }
        p class="quiet" {
            (t.with("board-objection-of", &[("name", somebody(by(t, objected)).into())])) " · " (when(objected.objection.at))
            @if objected.objection.answer.is_none() { " · " (t.get("board-unanswered")) }
        }
        @match &objected.objection.answer {
            Some(answer) => {
                blockquote class="answer" { (answer) }
                p class="quiet" {
                    (t.with("board-answered", &[("name", somebody(objected.answered_by.clone()).into())]))
                    @if let Some(at) = objected.objection.answered_at { " · " (when(at)) }
                }
            }
            None => @if may_answer {
                form method="post" action=(format!("{unit}/objections/{id}/answer")) {
                    @let field = answer_id(id);
                    @let fault = wrong.map(|_| format!("{field}-fault"));
                    input type="hidden" name="back" value=(wrong.map_or(back, |wrong| wrong.back));
                    label class="ds-label" for=(field) { (t.get("board-answer")) }
                    textarea class="ds-input" id=(field) name="answer" rows="3" required aria-describedby=[fault.as_deref()] aria-invalid=[fault.as_ref().map(|_| "true")] {}
                    @if let (Some(id), Some(wrong)) = (&fault, wrong) {
                        p class="ds-validation-message" data-color="danger" data-field="validation" id=(id) {
                            span class="ds-sr-only" { (t.get("web-notice-danger")) " " }
                            (t.get(wrong.why))
                        }
                    }
                    div class="actions" { (button(&t.get("board-answer-send"), Weight::Other, None)) }
                }
            },
        }
    }
}
