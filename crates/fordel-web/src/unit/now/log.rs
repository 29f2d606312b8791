//! The log of the traffic light: what was chosen each time, correcting one's own, taking it out.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, CORRECTED_WITHIN, Failed, List, LoggedUse, Reads, ShortageId, TaskFate, UseLight, uses_list,
};
use fordel_app::{Failure, Misfit};
use fordel_core::calendar::weekday;
use fordel_core::complaint::Value;
use fordel_text::{Texts, day_name};
use maud::{Markup, html};

use super::ask::Asked;
use super::log_form::{self, Typed, fields, said, said_of};
use super::{drawn, look_ups, read, sections};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{
    Head, Link, Notice, Row, Step, Weight, button, empty_state, link_button, notice, page, stacking_table, tag,
    take_out, texts,
};
use crate::unit::frame::Around;
use crate::visitor::Visitor;

/// `POST /u/{unit}/now/log`: what was chosen is logged beside what the plan answers.
pub async fn log(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let (asked, said) = (Asked::of(&pairs), said(&pairs));
    let (who, question, told) = (visitor.who.clone(), asked.question(), said.clone());
    let logged = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            let Some((date, question)) = question else { return Ok(None) };
            match contributes.log_use(date, &question, &told) {
                Ok(id) => Ok(Some(Ok(id))),
                Err(Failed::Invalid(wrong)) => Ok(Some(Err(wrong))),
                // The page tells how the question doesn't fit.
                Err(Failed::Failure(Failure::Misfit(Misfit::Unfit { .. } | Misfit::NoSuchGroup { .. }))) => Ok(None),
                Err(other) => Err(other),
            }
        })
        .await?;
    let typed = match logged {
        Some(Ok(id)) => return Ok(Redirect::to(&format!("/u/{unit}/now/log?ny={id}")).into_response()),
        Some(Err(wrong)) => Typed { said, wrong },
        None => Typed { said, wrong: Vec::new() },
    };
    let shown = read(&app, &visitor, unit, asked).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&visitor, &shown, &typed)).into_response())
}

/// What the address of the log asks for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    /// The use that was just logged or corrected.
    ny: Option<i64>,
}

/// `GET /u/{unit}/now/log`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, logged, may, look_ups) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let logged = reads.logged_uses()?;
            let may: Vec<bool> = logged.iter().map(|one| may_correct(&reads, one)).collect();
            Ok((Around::of(s, &reads)?, logged, may, look_ups::LookUps::of(&reads)?))
        })
        .await?;
    let t = texts(visitor.lang);
    let title = t.get("log-title");
    let address = format!("{}/now", around.address());
    let mut frame = around.frame(&visitor, Some(Step::Now), &title, format!("{address}/log"), None);
    frame.styles.push("now.css");
    let saved = wanted.ny.and_then(|id| logged.iter().find(|one| one.kept.id.0 == id));
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            (sections(t, &address, 1))
            // The page opens here, and leads on to the row.
            @if let Some(one) = saved {
                (notice(t, Notice::Success, html! { p tabindex="-1" data-takes-focus { (t.get("log-saved")) " " a href=(format!("#use-{}", one.kept.id)) { (when(t, one)) } } }))
            }
            @if logged.is_empty() {
                (empty_state(&t.get("log-empty"), &t.get("log-empty-do"), link_button(&Link::new(t.get("now-title"), address.clone()), Weight::Main)))
            } @else {
                p class="lead" { (t.with("log-lead", &[("days", Value::Number(CORRECTED_WITHIN as f64))])) }
                (table(&app, t, &logged, &may, &address))
                (take_out(t, &title, &format!("{address}/log"), ""))
            }
            (look_ups::section(&app, t, &look_ups, &address))
        },
    ))
}

fn may_correct(reads: &Reads, logged: &LoggedUse) -> bool {
    reads.role() >= fordel_app::service::Role::Contributor && reads.may_correct(logged)
}

fn table(app: &App, t: &Texts, logged: &[LoggedUse], may: &[bool], address: &str) -> Markup {
    let head = ["when", "missing", "light", "choice", "cause", "hours", "kr", "tasks", "reason", "by"];
    let head: Vec<Head> = head
        .iter()
        .map(|key| {
            let text = t.get(&format!("log-column-{key}"));
            if matches!(*key, "hours" | "kr") { Head::number(text) } else { Head::text(text) }
        })
        .collect();
    let rows: Vec<Row> = logged.iter().zip(may).map(|(one, may)| row(app, t, one, *may, address)).collect();
    stacking_table("uses", &t.get("log-title"), &head, &rows)
}

fn row(app: &App, t: &Texts, one: &LoggedUse, may: bool, address: &str) -> Row {
    let (chosen, id) = (&one.kept.chosen, one.kept.id);
    let named = |of: fn(&TaskFate) -> f64, key: &str| {
        let names: Vec<&str> = one.tasks.iter().filter(|task| of(task) > 0.0).map(|task| task.task.as_str()).collect();
        html! { @if !names.is_empty() { div { (t.get(key)) " " (names.join(", ")) } } }
    };
    let missing: Vec<String> = one.missing.iter().map(|m| format!("{} {}", m.heads, m.group)).collect();
    let by = one.by.clone().unwrap_or_else(|| t.get("board-somebody"));
    Row::new(vec![
        html! {
            span id=(format!("use-{id}")) { (when(t, one)) }
            @if !one.counts() { " " (tag(&t.get("log-withdrawn"), Some(Notice::Warning))) }
            @if may { br; a href=(format!("{address}/log/{id}")) { (t.get("log-correct")) span class="ds-sr-only" { " " (when(t, one)) } } }
        },
        html! { @if missing.is_empty() { "–" } @else { (missing.join(", ")) } },
        html! { (colour(t, one)) },
        html! { (t.get(&format!("log-choice-{}", chosen.choice.word()))) @if log_form::brings_in(chosen.choice) && !one.justified() { br; span class="quiet" { (t.get("log-not-justified")) } } },
        html! { (t.get(&format!("log-cause-{}", chosen.cause.word()))) },
        html! { @if chosen.hired_minutes > 0 { (t.number(one.hired_hours())) } },
        html! { @if let Some(kr) = chosen.hired_kr { (t.fixed(kr as f64, 0)) @if chosen.kr_reckoned { " " span class="quiet" { (t.get("log-reckoned")) } } } },
        html! { (named(|task| task.left_out, "shortage-list-left-out")) (named(|task| task.put_off, "shortage-list-put-off")) },
        html! { (chosen.reason) },
        html! { (by) br; span class="quiet" { (app.moment(t.lang(), one.kept.at)) } },
    ])
}

/// `A lørdag 21.11.2026`.
fn when(t: &Texts, one: &LoggedUse) -> String {
    let answered = &one.kept.answered;
    match one.date() {
        Some(date) => format!("{} {} {}", answered.shift, day_name(t, weekday(date)), t.day(date)),
        None => format!("{} {}", answered.shift, answered.day),
    }
}

/// A colour that was answered, with its sign.
pub(super) fn light(t: &Texts, light: UseLight) -> Markup {
    let word = light.word();
    let sign = match light {
        UseLight::Green => "✓",
        UseLight::Yellow => "▲",
        UseLight::Red => "✕",
    };
    html! { span class=(format!("light {word}")) { span class="sign" aria-hidden="true" { (sign) } " " (t.get(&format!("light-{word}"))) } }
}

fn colour(t: &Texts, one: &LoggedUse) -> Markup {
    let answered = &one.kept.answered;
    html! {
        (light(t, answered.light))
        @if answered.red_minutes > 0 { br; (t.with("now-red-minutes", &[("minutes", Value::Number(answered.red_minutes as f64))])) }
    }
}

/// `GET /u/{unit}/now/log/{shortage}`: one of one's own, to be corrected.
pub async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, id)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (around, logged) = own(&app, &visitor, unit, id).await?;
    let t = texts(visitor.lang);
    let typed = Typed { said: said_of(t, &logged), wrong: Vec::new() };
    Ok(form_page(&visitor, &around, &logged, &typed))
}

async fn own(app: &App, visitor: &Visitor, unit: i64, id: i64) -> Result<(Around, LoggedUse), Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let logged = reads.logged_use(ShortageId(id))?;
        if !may_correct(&reads, &logged) {
            return Err(Failed::NotAllowed);
        }
        Ok((Around::of(s, &reads)?, logged))
    })
    .await
}

fn form_page(visitor: &Visitor, around: &Around, logged: &LoggedUse, typed: &Typed) -> Markup {
    let t = texts(visitor.lang);
    let title = t.with("log-correct-title", &[("when", when(t, logged).into())]);
    let address = format!("{}/now", around.address());
    let here = format!("{address}/log/{}", logged.kept.id);
    let mut frame = around.frame(visitor, Some(Step::Now), &title, here.clone(), None);
    frame.styles.push("now.css");
    frame.wrong = typed.is_wrong();
    let (key, value) = if logged.counts() { ("log-withdraw", "ut") } else { ("log-count-again", "inn") };
    page(
        &frame,
        html! {
            h1 { (title) }
            p { (colour(t, logged)) }
            p class="lead" { (t.get("log-correct-lead")) }
            form method="post" action=(here) class="stack narrow" {
                (fields(t, &typed.said, &typed.wrong, &t.get("log-cost-hint-again")))
                div class="actions" {
                    (button(&t.get("log-save"), Weight::Main, None))
                    a class="ds-button" href=(format!("{address}/log")) data-variant="tertiary" { (t.get("web-cancel")) }
                }
            }
            h2 { (t.get("log-withdraw-head")) }
            p { (t.get("log-withdraw-lead")) }
            form method="post" action=(here) { (button(&t.get(key), Weight::Other, Some(("do", value)))) }
        },
    )
}

/// `POST /u/{unit}/now/log/{shortage}`.
pub async fn correct(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, id)): Path<(i64, i64)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let act = pairs.iter().find(|(name, _)| name == "do").map(|(_, value)| value.clone());
    let said = said(&pairs);
    let (who, told) = (visitor.who.clone(), said.clone());
    let done = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            let done = match act.as_deref() {
                Some("ut") => contributes.withdraw_use(ShortageId(id), true),
                Some("inn") => contributes.withdraw_use(ShortageId(id), false),
                _ => contributes.correct_use(ShortageId(id), &told),
            };
            match done {
                Err(Failed::Invalid(wrong)) => Ok(Err(wrong)),
                other => other.map(Ok),
            }
        })
        .await?;
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/u/{unit}/now/log?ny={id}")).into_response()),
        Err(wrong) => {
            let (around, logged) = own(&app, &visitor, unit, id).await?;
            let page = form_page(&visitor, &around, &logged, &Typed { said, wrong });
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /u/{unit}/now/log.csv` and `log.xlsx`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    sent(&app, visitor, unit, &address, uses_list).await
}

/// A list made of the unit's logged uses, as the file that the address asks for.
pub(super) async fn sent(
    app: &App,
    visitor: Visitor,
    unit: i64,
    address: &Uri,
    list: impl FnOnce(&[LoggedUse], &Texts) -> List + Send + 'static,
) -> Result<Response, Refusal> {
    send_unit_list(app, visitor, unit, address, move |reads, t| Ok(list(&reads.logged_uses()?, t))).await
}
