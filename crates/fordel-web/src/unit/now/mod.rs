//! Vakten nå: people are missing on a shift; what now. Made for a phone in the corridor.
//!
//! All that is asked stands in the address, and every − and + is a link to another one: the page needs no script.

mod answer;
mod ask;
pub mod cards;
pub mod log;
mod log_form;
pub mod look_ups;
pub mod pool;
pub mod rules;
pub mod statistics;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Method};
use fordel_app::service::{Answered, Basis, BranchId, Failed, LoggedUse, OnDuty, Role, Service, SignedIn};
use fordel_app::{Failure, Misfit};
use fordel_core::norwegian_time::InNorway;
use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Link, Notice, Step, Weight, empty_state, link_button, notice, page, tabs, texts};
use crate::visitor::Visitor;
use ask::Asked;
use log_form::Typed;

/// What the page shows.
struct Shown {
    around: Around,
    role: Role,
    now: InNorway,
    plan: Option<Arc<OnDuty>>,
    /// The question, with the usual shift where none is told.
    asked: Asked,
    /// The answer; none where there is no plan or nobody is on duty.
    told: Option<Result<Answered, Misfit>>,
    /// What has been logged of the same shift with the same people missing.
    before: Option<Before>,
}

/// A use that was logged of what is asked now.
struct Before {
    logged: LoggedUse,
    /// When, as people write it.
    at: String,
}

impl Shown {
    fn of(service: &Service, who: &SignedIn, unit: i64, asked: Asked) -> Result<Shown, Failed> {
        let reads = service.unit(who, BranchId(unit))?;
        let now = InNorway::at(service.now().0);
        let plan = reads.on_duty()?;
        let asked = match &plan {
            Some(plan) => asked.completed(plan, now),
            None => asked,
        };
        let told = match (&plan, asked.question()) {
            (Some(plan), Some((date, question))) => match plan.answer_at(date, &question, Some(now)) {
                Ok(answered) => Some(Ok(answered)),
                Err(Failed::Failure(Failure::Misfit(misfit))) => Some(Err(misfit)),
                Err(other) => return Err(other),
            },
            _ => None,
        };
        Ok(Shown { around: Around::of(service, &reads)?, role: reads.role(), now, plan, asked, told, before: None })
    }

    fn address(&self) -> String {
        format!("{}/now", self.around.address())
    }
}

/// `GET /u/{unit}/now`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(pairs): Query<Vec<(String, String)>>,
    method: Method,
    headers: HeaderMap,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit, Asked::of(&pairs)).await?;
    if look_ups::is_own(&method, &headers) {
        look_ups::note(&app, &visitor, unit, &shown);
    }
    Ok(drawn(&visitor, &shown, &Typed::default()))
}

async fn read(app: &App, visitor: &Visitor, unit: i64, asked: Asked) -> Result<Shown, Refusal> {
    let (who, lang, times) = (visitor.who.clone(), visitor.lang, app.clone());
    app.run(move |s| {
        let mut shown = Shown::of(s, &who, unit, asked)?;
        if let (Some(Ok(answered)), Some(date)) = (&shown.told, shown.asked.date) {
            let logged = s.unit(&who, BranchId(unit))?.logged_before(date, answered)?;
            shown.before = logged.map(|logged| Before { at: times.moment(lang, logged.kept.at), logged });
        }
        Ok(shown)
    })
    .await
}

/// The page; with what was typed in the log's form, where that couldn't be saved.
fn drawn(visitor: &Visitor, shown: &Shown, typed: &Typed) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("now-title");
    let address = shown.address();
    let here = format!("{address}{}", shown.asked.query());
    let mut frame = shown.around.frame(visitor, Some(Step::Now), &title, here, None);
    frame.styles.push("now.css");
    frame.scripts.push("now.js");
    frame.wrong = typed.is_wrong() || !shown.asked.wrong.is_empty() || matches!(shown.told, Some(Err(_)));
    let content = match &shown.plan {
        None => without_plan(t, shown),
        Some(plan) => html! {
            p role="status" class="ds-sr-only" id="said" {}
            div id="now" {
                (basis(t, shown, plan))
                (ask::form(t, shown, plan))
                (answer::section(t, shown, plan, typed))
            }
        },
    };
    page(&frame, html! { h1 { (title) } (sections(t, &address, 0)) (content) })
}

/// The pages that belong together here.
fn sections(t: &Texts, address: &str, here: usize) -> Markup {
    let links =
        [("now-tab", ""), ("log-tab", "/log"), ("log-statistics-tab", "/statistics"), ("now-rules-tab", "/rules")];
    tabs(&t.get("now-tabs"), &links.map(|(key, path)| Link::new(t.get(key), format!("{address}{path}"))), here)
}

fn without_plan(t: &Texts, shown: &Shown) -> Markup {
    let to = Link::new(t.get("now-no-plan-action"), format!("{}/proposals", shown.around.address()));
    empty_state(&t.get("now-no-plan"), &t.get("now-no-plan-do"), link_button(&to, Weight::Main))
}

/// Which plan the answer rests on, and how today's sheets differ from it.
fn basis(t: &Texts, shown: &Shown, plan: &OnDuty) -> Markup {
    let unit = shown.around.address();
    let since = &plan.since;
    let names = |key: &str, names: &[String]| {
        html! {
            @if !names.is_empty() {
                details class="behind" {
                    summary { (t.with(key, &[("count", names.len().into())])) }
                    ul { @for name in names { li { (name) } } }
                }
            }
        }
    };
    html! {
        @match &plan.basis {
            Basis::Decided { number, on } => {
                p class="which" { a href=(format!("{unit}/decisions/{number}")) { (t.with("now-decided", &[("number", (*number as f64).into()), ("date", t.day(*on).into())])) } }
            }
            Basis::Proposed { number, name } => {
                (notice(t, Notice::Warning, html! {
                    p { (t.get("now-proposed")) " " a href=(format!("{unit}/p/{number}")) { (t.with("documents-shown", &[("number", (*number as f64).into()), ("name", name.as_str().into())])) } }
                }))
            }
        }
        @if since.faulty {
            (notice(t, Notice::Warning, html! { p { (t.get("now-faulty")) " " a href=(format!("{unit}/mapping?feil=1")) { (t.get("now-faulty-see")) } } }))
        } @else {
            (names("now-gone", &since.gone))
            (names("now-new", &since.new))
        }
    }
}
