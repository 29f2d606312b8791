//! What the API answers, as JSON.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use fordel_app::service::{
    Asked, AskedGoal, BranchId, DecisionHead, Desk, DeskSheet, Failed, LoggedUse, NoPlan, ProposalHead, Role,
    UnitStatus, came_to_nothing, column_label, decided_on, name_fault,
};
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_text::{Lang, Texts};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::wrong::Wrong;
use crate::answer::Refusal;
use crate::app::App;
use crate::moments::for_programs;
use crate::shell::{language_of, texts};
use crate::unit::no_plan;
use crate::unit::proposal_form::seconds_fault;
use crate::visitor::Visitor;

/// `GET /units`.
pub async fn units(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let front = app.run(move |s| s.front(&visitor.who)).await?;
    Ok(Json(Units { units: front.units.iter().map(Status::from).collect() }).into_response())
}

/// `GET /units/{unit}`.
pub async fn unit(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Response, Refusal> {
    let front = app
        .run(move |s| {
            s.unit(&visitor.who, BranchId(unit))?;
            s.front(&visitor.who)
        })
        .await?;
    let found = front.units.iter().find(|status| status.unit.id == BranchId(unit)).ok_or(Failed::NotFound)?;
    Ok(Json(Status::from(found)).into_response())
}

/// Units, each with what waits in it.
#[derive(Serialize)]
struct Units<'f> {
    units: Vec<Status<'f>>,
}

/// A unit with what waits in it.
#[derive(Serialize)]
struct Status<'f> {
    unit: BranchId,
    name: &'f str,
    above: &'f [String],
    role: Role,
    revision: i64,
    lines: usize,
    missing_minutes: usize,
    missing_today: usize,
    faults: usize,
    proposals: usize,
    decided: Option<Decided<'f>>,
    newer_proposals: usize,
    open_objections: usize,
    shortages_this_month: u64,
}

/// The newest decision.
#[derive(Serialize)]
struct Decided<'f> {
    number: i64,
    /// The day of the meeting, and that of the decision.
    held_on: &'f str,
    decided_on: String,
}

impl<'f> From<&'f UnitStatus> for Status<'f> {
    fn from(status: &'f UnitStatus) -> Status<'f> {
        let UnitStatus { unit, above, role, waits, proposals, decided, newer, logged } = status;
        let completeness = waits.completeness;
        Status {
            unit: unit.id,
            name: &unit.name,
            above,
            role: *role,
            revision: unit.revision,
            lines: completeness.lines,
            missing_minutes: completeness.no_minutes,
            missing_today: completeness.no_today,
            faults: completeness.faults,
            proposals: *proposals,
            decided: decided.as_ref().map(|last| Decided {
                number: last.number,
                held_on: &last.held_on,
                decided_on: decided_on(last.at).to_string(),
            }),
            newer_proposals: *newer,
            open_objections: waits.objections,
            shortages_this_month: logged.uses,
        }
    }
}

/// `GET /units/{unit}/sheets`.
pub async fn sheets(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Json<Value>, Refusal> {
    let lang = visitor.lang;
    let desk = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.desk()).await?;
    let sheets: Vec<Value> = desk.sheets.iter().map(|sheet| told(sheet, &desk, lang)).collect();
    Ok(Json(json!({ "revision": desk.revision, "sheets": sheets })))
}

/// `GET /units/{unit}/sheets/{sheet}`.
pub async fn sheet(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, name)): Path<(i64, String)>,
) -> Result<Json<Value>, Refusal> {
    let lang = visitor.lang;
    let desk = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.desk()).await?;
    let sheet = desk.sheet(&name).ok_or(Failed::NotFound)?;
    Ok(Json(told(sheet, &desk, lang)))
}

fn told(sheet: &DeskSheet, desk: &Desk, lang: Lang) -> Value {
    let t = texts(lang);
    let columns: Vec<Value> =
        sheet.columns().iter().map(|column| json!({ "column": column, "label": column_label(column, t) })).collect();
    let rows: Vec<Value> = sheet.rows.iter().map(|(row, cells)| json!({ "row": row, "cells": cells })).collect();
    json!({ "sheet": sheet.name, "revision": desk.revision, "columns": columns, "rows": rows })
}

/// `GET /units/{unit}/proposals`.
pub async fn proposals(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let t = texts(language_of(&headers));
    let heads = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.proposals()).await?;
    // Whether a plan that was kept places anything is told by the proposal itself.
    let told = |of: &ProposalHead| head(t, of, came_to_nothing(of).then(|| NoPlan::of(of)));
    Ok(Json(json!({ "proposals": heads.iter().map(told).collect::<Vec<_>>() })))
}

fn head(t: &Texts, head: &ProposalHead, why: Option<NoPlan>) -> Value {
    let asked: Value = serde_json::from_str(&head.wishes).unwrap_or(Value::Null);
    json!({
        "number": head.number,
        "name": head.name,
        "kind": head.kind,
        "state": head.state,
        "version": head.version,
        "revision": head.revision,
        "asked": asked,
        "created": for_programs(head.created),
        "ended": head.ended.map(for_programs),
        "no_plan": why.and_then(|why| reason(t, head, why)),
    })
}

/// Why a proposal has no plan, as its page tells it; nothing while it waits or is being made.
fn reason(t: &Texts, head: &ProposalHead, why: NoPlan) -> Option<Value> {
    if why == NoPlan::NotYet {
        return None;
    }
    let (what, cure) = no_plan::told(t, head, why);
    let detail = head.failure.as_ref().filter(|_| why == NoPlan::Fault);
    Some(json!({ "code": why, "what": what, "do": cure, "detail": detail }))
}

/// A proposal that is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    name: String,
    #[serde(default)]
    goals: Vec<AskedGoal>,
    // Wider than what can be asked, so that what is less than nothing is told the bounds too.
    seconds: Option<i64>,
    each_day: Option<bool>,
    budget_kr: Option<f64>,
    max_moves: Option<u32>,
}

/// `POST /units/{unit}/proposals`.
pub async fn propose(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    headers: HeaderMap,
    Json(wanted): Json<Wanted>,
) -> Result<(StatusCode, Json<Value>), Wrong> {
    // As every refusal: in the language that the program asks for.
    let lang = language_of(&headers);
    let Wanted { name, goals, seconds, each_day, budget_kr, max_moves } = wanted;
    let unnamed = name_fault(&name).map(|key| ("name", key));
    let wrong: Vec<_> = unnamed.into_iter().chain(seconds.and_then(seconds_fault)).collect();
    if !wrong.is_empty() {
        return Err(Wrong(Refusal::from(Failed::Invalid(wrong)), lang));
    }
    let seconds = seconds.and_then(|seconds| u32::try_from(seconds).ok());
    // A proposal of a program is computed, and a copy of none.
    let asked = Asked { goals, seconds, each_day, budget_kr, max_moves, from: None };
    let number = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.propose(&name, &asked)).await;
    number.map(|number| (StatusCode::CREATED, Json(json!({ "number": number })))).map_err(|why| Wrong(why, lang))
}

/// `GET /units/{unit}/proposals/{number}`.
pub async fn proposal(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let (opened, progress) = app
        .run(move |s| {
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let progress = reads.progress(&opened.kept.head);
            Ok((opened, progress))
        })
        .await?;
    let mut told = head(texts(language_of(&headers)), &opened.kept.head, opened.no_plan());
    told["progress"] = json!(progress);
    told["rows"] = json!(opened.rows);
    told["moved"] = json!(opened.moved());
    told["plan"] = json!(opened.plan);
    Ok(Json(told))
}

/// `POST /units/{unit}/proposals/{number}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<StatusCode, Refusal> {
    app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.cancel(number)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /units/{unit}/proposals/{number}/staffing`.
pub async fn staffing(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Json<Value>, Refusal> {
    let opened = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.proposal(number)).await?;
    let plan = opened.plan.as_ref().ok_or(Failed::NotFound)?;
    Ok(Json(heads(&opened.ward, plan, number)))
}

/// `GET /units/{unit}/decisions/{number}/staffing`.
pub async fn decided_staffing(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Json<Value>, Refusal> {
    let decision = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.decision(number)).await?;
    Ok(Json(heads(&decision.ward, &decision.plan, number)))
}

/// Heads with the times of their shifts.
fn heads(ward: &Ward, plan: &Plan, number: i64) -> Value {
    let shift = |group: &str, shift: &str, day: u8| {
        let group = ward.group_by_code(group)?;
        let runs = |s: &&fordel_core::ward::Shift| {
            s.group == group && s.name == shift && s.days.iter().any(|d| d.number() == day)
        };
        ward.shifts.iter().find(runs)
    };
    let told = plan.staffing.iter().map(|heads| {
        let shift = shift(&heads.group, &heads.shift, heads.day);
        json!({
            "group": heads.group, "shift": heads.shift, "day": heads.day, "heads": heads.heads,
            "start": shift.map(|s| s.window.start.to_string()), "end": shift.map(|s| s.window.end.to_string()),
            "paid_hours": shift.map(|s| s.paid_hours),
        })
    });
    json!({ "number": number, "staffing": told.collect::<Vec<_>>() })
}

/// `GET /units/{unit}/decisions`.
pub async fn decisions(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
) -> Result<Json<Value>, Refusal> {
    let decisions = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.decisions()).await?;
    Ok(Json(json!({ "decisions": decisions.iter().map(decided).collect::<Vec<_>>() })))
}

fn decided(decision: &DecisionHead) -> Value {
    let read = |kept: &str| serde_json::from_str::<Value>(kept).unwrap_or(Value::Null);
    json!({
        "number": decision.number,
        "held_on": decision.held_on,
        "at": for_programs(decision.at),
        "heard": read(&decision.heard),
        "minutes": decision.minutes,
        "moved": read(&decision.moved),
    })
}

/// `GET /units/{unit}/decisions/{number}`.
pub async fn decision(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Json<Value>, Refusal> {
    let (decision, plan) = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.decision_kept(number)).await?;
    let mut told = decided(&decision);
    told["plan"] = serde_json::from_str(&plan).unwrap_or(Value::Null);
    Ok(Json(told))
}

/// `GET /units/{unit}/shortages`.
pub async fn shortages(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
) -> Result<Json<Value>, Refusal> {
    let logged = app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.logged_uses()).await?;
    Ok(Json(json!({ "shortages": logged.iter().map(shortage).collect::<Vec<_>>() })))
}

fn shortage(logged: &LoggedUse) -> Value {
    let (answered, chosen) = (&logged.kept.answered, &logged.kept.chosen);
    json!({
        "id": logged.kept.id,
        "date": answered.day,
        "shift": answered.shift,
        "missing": logged.missing,
        "light": answered.light,
        "red_minutes": answered.red_minutes,
        "justified_minutes": answered.justified_minutes,
        "tasks": logged.tasks,
        "choice": chosen.choice,
        "cause": chosen.cause,
        "hired_minutes": chosen.hired_minutes,
        "hired_kr": chosen.hired_kr,
        "kr_reckoned": chosen.kr_reckoned,
        "reason": chosen.reason,
        "by": logged.by,
        "at": for_programs(logged.kept.at),
        "withdrawn": logged.kept.withdrawn.map(for_programs),
    })
}

#[cfg(test)]
mod tests {
    use fordel_app::service::{Moment, ProposalId, ProposalKind, ProposalState};

    use super::*;

    #[test]
    fn each_way_to_have_no_plan_has_its_code_its_words_and_the_detail_of_a_mistake_alone() {
        let of = ProposalHead {
            id: ProposalId(3),
            unit: BranchId(2),
            number: 7,
            name: "Begynn i det små".to_owned(),
            kind: ProposalKind::Computed,
            wishes: r#"{"seconds":10}"#.to_owned(),
            state: ProposalState::Failed,
            revision: 1,
            version: 1,
            progress: None,
            failure: Some("panic".to_owned()),
            person: None,
            created: Moment(0),
            started: None,
            ended: None,
        };
        let told = |lang: Lang| NoPlan::OVER.map(|why| reason(texts(lang), &of, why).expect("told"));
        let (nb, en) = (told(Lang::Nb), told(Lang::En));
        let codes: Vec<&str> = nb.iter().filter_map(|one| one["code"].as_str()).collect();
        assert_eq!(codes, ["out_of_time", "impossible", "no_tasks", "stopped", "fault"]);
        for (nb, en) in nb.iter().zip(&en) {
            assert!(["what", "do"].iter().all(|part| nb[part].is_string() && nb[part] != en[part]), "{nb} {en}");
            assert_eq!(nb["detail"].as_str(), (nb["code"] == "fault").then_some("panic"), "{nb}");
        }
        assert!(nb[0]["what"].as_str().is_some_and(|what| what.contains("10 sekunder")), "{}", nb[0]);
        assert_eq!(reason(texts(Lang::Nb), &of, NoPlan::NotYet), None);
        assert_eq!(head(texts(Lang::Nb), &of, None)["no_plan"], Value::Null);
    }
}
