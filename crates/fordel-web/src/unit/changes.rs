//! Changes by hand: a card moved, heads changed, a line pinned. By the page's script as JSON, or by forms.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, Json};
use fordel_app::service::{BranchId, Change, Failed, OpenedProposal, Refused, StoreFailure};
use fordel_core::complaint::Value;
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::html;
use serde::Deserialize;
use serde_json::json;

use super::board::{Figures, Last, changed};
use super::seen::{Seen, card_id, placement};
use super::staffing;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Frame, Step, page, texts, within};
use crate::visitor::Visitor;

/// The most changes in one message: every head of a ward is a few hundred.
const MOST: usize = 2_000;

/// Changes, and the version of the proposal on which they were made.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    version: i64,
    changes: Vec<Change>,
    /// What the page shows, so that the answer can be put in place.
    #[serde(default)]
    view: View,
}

/// What a page shows.
#[derive(Debug, Default, Deserialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum View {
    /// The board.
    #[default]
    Board,
    /// The staffing, with the picture of a group on a day.
    Staffing {
        /// The group's code.
        group: String,
        /// 1 = Monday.
        day: u8,
    },
}

/// What became of changes: where they are, or why they aren't made.
enum Became {
    Done(Box<Seen>, Arc<OpenedProposal>),
    Refused(Refused, Arc<OpenedProposal>),
    Stale(Box<Seen>),
}

/// `POST /u/{unit}/p/{number}/changes`. 409 with the proposal as it is where somebody else was first; 422 with the
/// reason where a change can't be made.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Json(wanted): Json<Wanted>,
) -> Result<Response, Refusal> {
    if wanted.changes.is_empty() || wanted.changes.len() > MOST {
        return Err(Failed::Invalid(Vec::new()).into());
    }
    let t = texts(visitor.lang);
    let Wanted { version, changes, view } = wanted;
    let asked = changes.clone();
    let became = app.run(move |s| made(s, &visitor, unit, number, version, &asked)).await?;
    Ok(match became {
        Became::Refused(why, before) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "refused": sentence(t, &before.ward, &why) })))
                .into_response()
        }
        Became::Stale(seen) => (StatusCode::CONFLICT, Json(told(t, &seen, None, &view, &[], &[]))).into_response(),
        Became::Done(seen, before) => {
            Json(told(t, &seen, Some(&before), &view, &touched(&changes), &changes)).into_response()
        }
    })
}

/// The placements that changes move.
fn touched(changes: &[Change]) -> Vec<(u32, Vec<u8>)> {
    let moved = |change: &Change| match change {
        Change::Move { row, days, .. } => Some((*row, days.clone())),
        Change::Heads { .. } => None,
    };
    changes.iter().filter_map(moved).collect()
}

fn made(
    s: &fordel_app::service::Service,
    visitor: &Visitor,
    unit: i64,
    number: i64,
    version: i64,
    changes: &[Change],
) -> Result<Became, Failed> {
    let contributes = s.unit(&visitor.who, BranchId(unit))?.contribute()?;
    let before = contributes.proposal(number)?;
    let name = texts(visitor.lang).with("board-copy-name", &[("number", Value::Number(number as f64))]);
    match contributes.change_here(number, version, changes, &name) {
        Ok(after) => Ok(Became::Done(Box::new(Seen::around(s, &contributes, after)?), before)),
        Err(Failed::Refused(why)) => Ok(Became::Refused(why, before)),
        Err(Failed::Store(StoreFailure::Stale)) => {
            Ok(Became::Stale(Box::new(Seen::around(s, &contributes, contributes.proposal(number)?)?)))
        }
        Err(other) => Err(other),
    }
}

/// What a page shows of a proposal that others change, and the cards that they moved.
#[derive(Debug, Default, Deserialize)]
pub struct Now {
    /// The staffing's group; none where the board is shown.
    #[serde(default)]
    group: Option<String>,
    /// The staffing's day.
    #[serde(default)]
    day: u8,
    /// Cards, as `12.12345,13.67`; `all` for every one.
    #[serde(default)]
    cards: String,
}

/// `GET /u/{unit}/p/{number}/changes`: the proposal as it is, for a page that shows an older version of it.
pub async fn now(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(now): Query<Now>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let seen = app.run(move |s| Seen::of(s, &who, unit, number)).await?;
    let plan = seen.plan().ok_or(Failed::NotFound)?;
    let wanted: Vec<&str> = now.cards.split(',').collect();
    let all = now.cards == "all";
    let placed = plan.placements.iter().map(|p| (p.row, p.days.clone()));
    let touched: Vec<_> =
        placed.filter(|(row, days)| all || wanted.contains(&placement(*row, days).as_str())).collect();
    let view = match now.group {
        Some(group) => View::Staffing { group, day: now.day },
        None => View::Board,
    };
    Ok(Json(told(texts(visitor.lang), &seen, None, &view, &touched, &[])).into_response())
}

/// The proposal after changes, for programs and for the page that shows it.
fn told(
    t: &Texts,
    seen: &Seen,
    before: Option<&OpenedProposal>,
    view: &View,
    touched: &[(u32, Vec<u8>)],
    changes: &[Change],
) -> serde_json::Value {
    let figures = seen.plan().map(Figures::of).unwrap_or_default();
    let was = before.and_then(|before| before.plan.as_ref()).map(Figures::of);
    let base = seen.base.as_ref().and_then(|base| base.plan.as_ref()).map(Figures::of);
    let difference = |from: Option<Figures>| {
        from.map(|from| figures.since(from)).map(|d| json!({ "fte": d.fte, "year_cost": d.cost, "courses": d.courses }))
    };
    let step = was.map(|was| figures.since(was));
    let last = before.and_then(|before| last(t, seen, before, changes));
    let mut answer = match view {
        View::Board => changed(t, seen, last.as_ref(), step, touched),
        View::Staffing { group, day } => staffing::changed(t, seen, group, *day, last.as_ref(), step),
    };
    if let Some(answer) = answer.as_object_mut() {
        answer.extend([
            ("number".to_owned(), json!(seen.number())),
            ("address".to_owned(), json!(seen.address())),
            ("version".to_owned(), json!(seen.opened.kept.head.version)),
            ("year_cost".to_owned(), json!(figures.cost)),
            ("change".to_owned(), json!(difference(was))),
            ("against_base".to_owned(), json!(difference(base))),
            ("broken".to_owned(), json!(seen.broken().iter().map(|b| t.broken(b)).collect::<Vec<_>>())),
        ]);
    }
    answer
}

/// What was changed last, in words.
fn last(t: &Texts, seen: &Seen, before: &OpenedProposal, changes: &[Change]) -> Option<Last> {
    let ward = seen.ward();
    Some(match changes.last()? {
        Change::Heads { .. } => Last::Heads,
        Change::Move { row, days, group } => {
            let placed = before.plan.as_ref()?.placements.iter().find(|p| p.row == *row && p.days == *days)?;
            let (from, to) = (ward.group_by_code(&placed.group)?, ward.group_by_code(group)?);
            Last::Move {
                task: placed.task.clone(),
                from: t.group(ward.group(from)),
                to: t.group(ward.group(to)),
                undo: format!("{}.{}", placement(*row, days), from.0),
            }
        }
    })
}

/// Why a change isn't made.
pub fn sentence(t: &Texts, ward: &Ward, why: &Refused) -> String {
    match why {
        Refused::NotQualified { row, group, .. } => {
            let told = ward.line_by_row(*row).zip(ward.group_by_code(group)).and_then(|(line, group)| {
                let line = &ward.lines[line.0];
                let rule = ward.order().forbids(line, group)?;
                let why = super::seen::forbidden(t, ward, group, rule);
                let args = [
                    ("task", line.name.as_str().into()),
                    ("group", t.group(ward.group(group)).into()),
                    ("why", why.into()),
                ];
                Some(t.with("board-refused", &args))
            });
            told.unwrap_or_else(|| t.get("board-refused-gone"))
        }
        Refused::NoSuchPlacement | Refused::NoSuchGroup => t.get("board-refused-gone"),
        Refused::NoSuchShift => t.get("board-refused-shift"),
        Refused::Decided(version) => decided(t, *version),
        Refused::TooMany(most) => t.with("board-refused-heads", &[("most", Value::Number(f64::from(*most)))]),
    }
}

/// That a proposal was decided, and takes no more changes.
pub fn decided(t: &Texts, version: i64) -> String {
    t.with("board-refused-decided", &[("number", Value::Number(version as f64))])
}

/// A button of the page's form that moves or pins.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    #[serde(rename = "do")]
    what: String,
    version: i64,
    #[serde(default)]
    back: String,
}

/// `12.12345.2`: the row, its days, the group's place from the left.
fn read_move(what: &str) -> Option<(u32, Vec<u8>, usize)> {
    let mut parts = what.split('.');
    let row = parts.next()?.parse().ok()?;
    let days: Option<Vec<u8>> =
        parts.next()?.chars().map(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok())).collect();
    let group = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some((row, days?, group))
}

/// `POST /u/{unit}/p/{number}/move`.
pub async fn move_card(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Refusal> {
    let (row, days, to) = read_move(&pressed.what).ok_or(Failed::Invalid(Vec::new()))?;
    let (asker, of) = (visitor.clone(), days.clone());
    let became = app
        .run(move |s| {
            let ward = s.unit(&asker.who, BranchId(unit))?.proposal(number)?.ward.clone();
            let group = ward.group_ids().nth(to).map(|g| ward.group(g).code.clone()).unwrap_or_default();
            let change = Change::Move { row, days: of, group };
            made(s, &asker, unit, number, pressed.version, &[change])
        })
        .await?;
    let t = texts(visitor.lang);
    match became {
        Became::Done(seen, before) => {
            let from =
                before.plan.as_ref().and_then(|plan| plan.placements.iter().find(|p| p.row == row && p.days == days));
            let from = from.and_then(|placed| seen.ward().group_by_code(&placed.group));
            let moved = from.map(|from| format!("flyttet={}.{}", placement(row, &days), from.0));
            let query: Vec<String> = [pressed.back].into_iter().chain(moved).filter(|part| !part.is_empty()).collect();
            let to = format!("{}/board?{}#{}", seen.address(), query.join("&"), card_id(row, &days));
            Ok(Redirect::to(within_site(&to)).into_response())
        }
        Became::Refused(why, before) => {
            let who = visitor.who.clone();
            let seen = app.run(move |s| Seen::of(s, &who, unit, number)).await?;
            Ok(not_done(t, &visitor, &seen, &sentence(t, &before.ward, &why)))
        }
        Became::Stale(seen) => {
            Ok((StatusCode::CONFLICT, not_done(t, &visitor, &seen, &t.get("board-say-stale"))).into_response())
        }
    }
}

/// An address within the site, whatever a form sent.
fn within_site(address: &str) -> &str {
    within(address)
}

/// The page that says why a move isn't done.
fn not_done(t: &Texts, visitor: &Visitor, seen: &Seen, why: &str) -> Response {
    let title = t.get("board-refused-title");
    let address = format!("{}/board", seen.address());
    let frame = seen.around.frame(visitor, Some(Step::Distribution), &title, address.clone(), Some(seen.number()));
    let frame = Frame { wrong: true, ..frame };
    let content = html! {
        h1 { (title) }
        p { (why) }
        p { a class="ds-button" href=(address) { (t.get("board-back")) } }
    };
    (StatusCode::UNPROCESSABLE_ENTITY, page(&frame, content)).into_response()
}

/// `POST /u/{unit}/p/{number}/pin`: `12.2` pins the line in row 12 of the plan to the third group, `12.` frees it.
pub async fn pin(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Refusal> {
    let (row, group) = pressed.what.split_once('.').ok_or(Failed::Invalid(Vec::new()))?;
    let (row, group): (u32, Option<usize>) = (row.parse().map_err(|_| Failed::NotFound)?, group.parse().ok());
    let asker = visitor.clone();
    let pinned = app
        .run(move |s| {
            let contributes = s.unit(&asker.who, BranchId(unit))?.contribute()?;
            let opened = contributes.proposal(number)?;
            let id = *opened.rows.get(&row).ok_or(Failed::NotFound)?;
            let code = group.and_then(|at| opened.ward.group_ids().nth(at)).map(|g| opened.ward.group(g).code.clone());
            let batch = format!("pin-{number}-{row}-{}", s.now().0);
            match contributes.pin(id, code.as_deref(), &batch) {
                Ok(_) => Ok((None, opened)),
                Err(Failed::Refused(why)) => Ok((Some(why), opened)),
                Err(other) => Err(other),
            }
        })
        .await?;
    let (refused, opened) = pinned;
    if let Some(why) = refused {
        let (t, who) = (texts(visitor.lang), visitor.who.clone());
        let seen = app.run(move |s| Seen::of(s, &who, unit, number)).await?;
        return Ok(not_done(t, &visitor, &seen, &sentence(t, &opened.ward, &why)));
    }
    let days = opened.plan.iter().flat_map(|plan| &plan.placements).find(|p| p.row == row).map(|p| p.days.clone());
    let card = card_id(row, &days.unwrap_or_default());
    let to = format!("/u/{unit}/p/{number}/board?{}#{card}", pressed.back);
    Ok(Redirect::to(within_site(&to)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_names_the_placement_and_the_group() {
        assert_eq!(read_move("12.67.2"), Some((12, vec![6, 7], 2)));
        for wrong in ["", "12", "12.67", "12.x.2", "12.67.2.1", "-1.6.2", "12.6.x"] {
            assert_eq!(read_move(wrong), None, "{wrong}");
        }
    }
}
