//! Forslag og vedtak: the proposals side by side, a new one, one that is being made.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, Completeness, Contributes, DecisionHead, Failed, NoPlan, OpenedProposal, Progressed, ProposalHead,
    ProposalState, Role, came_to_nothing,
};
use fordel_core::complaint::Value;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::Goal;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::beside::{Decided, beside, chosen, query_of, wanted};
use super::differences;
use super::documents;
use super::frame::Around;
use super::listed::listed;
use super::no_plan;
use super::objections::way_to_whole;
use super::outdated::notice_of;
use super::proposal_form::{New, form, unfit};
use super::seen::decided_as;
use super::state;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Head, Link, Notice, Row, Step, Weight, button, data_table, empty_state, link_button, notice, page, take_out, texts,
};
use crate::visitor::Visitor;

/// What the page of proposals shows.
struct Shown {
    around: Around,
    heads: Vec<ProposalHead>,
    /// Those that stand side by side, and what the address names to stand there.
    opened: Vec<Arc<OpenedProposal>>,
    wanted: Vec<String>,
    /// Why what it names doesn't, in words.
    unfit: Option<String>,
    /// Which of them have a plan that places work.
    placed: BTreeSet<i64>,
    /// Which of them were decided.
    as_decided: Decided,
    running: Vec<(i64, Option<Progressed>)>,
    decided: Vec<DecisionHead>,
    role: Role,
}

/// What the page's address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The number of a proposal that shall be asked for again.
    #[serde(default)]
    igjen: String,
    /// Whether the form shall be filled in for a start with few moves.
    liten: Option<String>,
}

/// `GET /u/{unit}/proposals`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(asked): Query<Wanted>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let shown = read(&app, &visitor, unit, wanted(pairs)).await?;
    let again = shown.heads.iter().find(|head| head.number.to_string() == asked.igjen);
    let small = asked.liten.map(|_| New::small(texts(visitor.lang)));
    let new = again.map(New::again).or(small).unwrap_or_default();
    let status = if shown.unfit.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, list_page(&app, &visitor, &shown, &new, &[])).into_response())
}

async fn read(app: &App, visitor: &Visitor, unit: i64, wanted: Vec<String>) -> Result<Shown, Refusal> {
    let (who, t) = (visitor.who.clone(), texts(visitor.lang));
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let heads = reads.proposals()?;
        let (opened, unfit) = match chosen(&reads, &heads, &wanted)? {
            Ok(opened) => (opened, None),
            Err(unfit) => (Vec::new(), Some(unfit.tell(t))),
        };
        let under_way = heads.iter().filter(|h| matches!(h.state, ProposalState::Waiting | ProposalState::Running));
        Ok(Shown {
            around: Around::of(s, &reads)?,
            running: under_way.map(|head| (head.number, reads.progress(head))).collect(),
            as_decided: reads.all_decided_as()?,
            placed: reads.placed()?,
            opened,
            wanted,
            unfit,
            decided: reads.decisions()?,
            role: reads.role(),
            heads,
        })
    })
    .await
}

fn list_page(app: &App, visitor: &Visitor, shown: &Shown, new: &New, wrong: &[(&'static str, &'static str)]) -> Markup {
    let t = texts(visitor.lang);
    let address = shown.around.address();
    let title = t.get("proposals-title");
    let query = query_of(&shown.wanted);
    let here = format!("{address}/proposals{query}");
    let mut frame = shown.around.frame(visitor, Some(Step::Proposals), &title, here, None);
    frame.scripts.push("proposals.js");
    frame.wrong = !wrong.is_empty();
    let may = shown.role >= Role::Contributor;
    let Completeness { lines, faults, .. } = shown.around.completeness;
    let is_ready = lines > 0 && faults == 0;
    let map = Link::new(t.get("overview-empty-action"), format!("{address}/mapping"));
    let nothing: Vec<&ProposalHead> = shown.heads.iter().filter(|head| came_to_nothing(head)).collect();
    page(
        &frame,
        html! {
            h1 { (title) }
            @if faults > 0 {
                (notice(t, Notice::Warning, html! { p { (t.with("proposals-faults", &[("faults", Value::Number(faults as f64))])) " "
                    a href=(format!("{address}/mapping?feil=1")) { (t.get("proposals-see-faults")) } } }))
            }
            @for (number, progress) in &shown.running { (under_way(t, &address, *number, progress.as_ref(), may)) }
            @if let Some(unfit) = &shown.unfit {
                (notice(t, Notice::Danger, html! { p { (unfit) } }))
            } @else if shown.opened.is_empty() && shown.running.is_empty() {
                (empty_state(&t.get("proposals-none"), &t.get("proposals-none-do"), html! { @if may && !is_ready { (link_button(&map, Weight::Main)) } }))
            }
            @if !shown.opened.is_empty() { (beside(t, &address, &shown.opened, &shown.as_decided, (&format!("{address}/proposals"), &query))) }
            (listed(app, t, &address, &shown.heads, &shown.placed, &shown.as_decided, &shown.wanted))
            @if !nothing.is_empty() {
                h2 { (t.get("proposals-failed")) }
                ul { @for head in nothing { (without_plan(t, &address, head, may)) } }
            }
            @if !shown.decided.is_empty() { (decisions(t, &address, &shown.decided)) }
            @if may && is_ready { div class="on-screen" { (form(t, &address, new, wrong)) } }
        },
    )
}

/// A proposal without a plan among others: what happened, what to do, and the way there.
fn without_plan(t: &Texts, address: &str, head: &ProposalHead, may: bool) -> Markup {
    let why = NoPlan::of(head);
    let (what, cure) = no_plan::told(t, head, why);
    let again = no_plan::again(t, address, head, why).filter(|_| may);
    html! {
        li {
            a href=(format!("{address}/p/{}", head.number)) { (head.number) ". " (head.name) } " – " (what) " " (cure)
            @if let Some(link) = &again { " " a href=(link.href) { (link.text) } }
        }
    }
}

/// A proposal that waits or is being made: what it has so far, told anew by the unit's events.
fn under_way(t: &Texts, address: &str, number: i64, progress: Option<&Progressed>, may: bool) -> Markup {
    html! {
        section class="under-way" data-proposal=(number) data-events=(format!("{address}/events")) {
            h2 { (t.with("proposals-being-made", &[("number", Value::Number(number as f64))])) }
            p data-told role="status" { (so_far(t, progress)) }
            progress aria-label=(t.get("proposals-progress")) {}
            div class="actions" {
                @if may { form method="post" action=(format!("{address}/p/{number}/cancel")) { (button(&t.get("proposals-cancel"), Weight::Other, None)) } }
                p class="quiet" { (t.get("proposals-leave")) }
            }
        }
    }
}

/// The key of the words for what is being solved.
pub fn phase_key(phase: &str) -> String {
    format!("page-phase-{}", phase.replace('_', "-"))
}

/// What a search has so far, in words.
pub fn so_far(t: &Texts, progress: Option<&Progressed>) -> String {
    let Some(told) = progress else { return t.get("proposals-waits") };
    let phase = told.phase.map(|phase| t.get(&phase_key(phase))).unwrap_or_default();
    let seconds = Value::Number(told.seconds.round());
    match (told.best, told.gap) {
        (Some(best), Some(gap)) if told.phase == Some("cost") => t.with(
            "proposals-so-far",
            &[
                ("phase", phase.into()),
                ("seconds", seconds),
                ("best", t.about_kroner(best).into()),
                ("gap", t.percent(gap, 2).into()),
            ],
        ),
        _ => t.with("proposals-so-far-phase", &[("phase", phase.into()), ("seconds", seconds)]),
    }
}

fn decisions(t: &Texts, address: &str, decided: &[DecisionHead]) -> Markup {
    html! {
        h2 { (t.get("proposals-decisions")) }
        ul class="decisions" {
            @for head in decided {
                li { a href=(format!("{address}/decisions/{}", head.number)) {
                    (t.with("proposals-decision", &[("number", Value::Number(head.number as f64)), ("date", t.kept_day(&head.held_on).into())]))
                } }
            }
        }
    }
}

/// `POST /u/{unit}/proposals`.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(new): Form<New>,
) -> Result<Response, Refusal> {
    let wrong = match new.asked() {
        Err(wrong) => wrong,
        Ok(asked) => {
            let (who, name) = (visitor.who.clone(), new.name.clone());
            let asked = app.run(move |s| s.unit(&who, BranchId(unit))?.contribute()?.propose(&name, &asked)).await;
            match asked {
                Ok(_) => return Ok(Redirect::to(&format!("/u/{unit}/proposals")).into_response()),
                Err(refusal) => unfit(refusal)?,
            }
        }
    };
    let shown = read(&app, &visitor, unit, Vec::new()).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, list_page(&app, &visitor, &shown, &new, &wrong)).into_response())
}

/// `POST /u/{unit}/p/{number}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Redirect, Refusal> {
    app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.cancel(number)).await?;
    Ok(Redirect::to(&format!("/u/{unit}/proposals")))
}

/// `GET /u/{unit}/p/{number}/progress`: what it has so far, in words; a header says where it is over.
pub async fn progress(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let (head, progress) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let head = reads.proposals()?.into_iter().find(|head| head.number == number).ok_or(Failed::NotFound)?;
            let progress = reads.progress(&head);
            Ok((head, progress))
        })
        .await?;
    let t = texts(visitor.lang);
    let over = match head.state {
        ProposalState::Waiting | ProposalState::Running => return Ok(so_far(t, progress.as_ref()).into_response()),
        ProposalState::Done => t.get("proposals-is-done"),
        ProposalState::Cancelled => t.get("proposals-is-cancelled"),
        ProposalState::Failed => no_plan::told(t, &head, NoPlan::of(&head)).0,
    };
    Ok(([("x-fordel-state", "over")], over).into_response())
}

/// `POST /u/{unit}/p/{number}/copy`: a copy that is named after it.
pub async fn copy(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Redirect, Refusal> {
    let t = texts(visitor.lang);
    let own = app
        .run(move |s| {
            let contributes: Contributes = s.unit(&visitor.who, BranchId(unit))?.contribute()?;
            let name = contributes.proposal(number)?.kept.head.name.clone();
            contributes.copy(number, &t.with("proposals-copy-of", &[("name", name.into())]))
        })
        .await?;
    Ok(Redirect::to(&format!("/u/{unit}/p/{own}/board")))
}

/// `GET /u/{unit}/p/{number}`.
pub async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, opened, decided, progress, role, heads, outdated) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let progress = reads.progress(&opened.kept.head);
            let decided = reads.all_decided_as()?;
            let (heads, outdated) = (reads.proposals()?, reads.is_outdated(&opened)?);
            Ok((Around::of(s, &reads)?, opened, decided, progress, reads.role(), heads, outdated))
        })
        .await?;
    let t = texts(visitor.lang);
    let head = &opened.kept.head;
    let here = format!("{}/p/{number}", around.address());
    let title = format!("{number}. {}", head.name);
    let mut frame = around.frame(&visitor, Some(Step::Proposals), &title, here.clone(), Some(number));
    frame.scripts.push("proposals.js");
    let may = role >= Role::Contributor;
    // What holds isn't decided once more.
    let holds = decided.get(&number).is_some_and(|version| around.decided == Some(*version));
    let decides = role >= Role::Leader && !holds;
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            (state::stopped(t, &around.address(), &opened, may))
            (notice_of(t, &around.address(), outdated))
            @match &opened.plan {
                None => { @match NoPlan::of(head) {
                    NoPlan::NotYet => (under_way(t, &around.address(), number, progress.as_ref(), may)),
                    why => (no_plan::instead(t, &around.address(), head, why, may)),
                } }
                Some(plan) => {
                    p { (state::tagged(t, state::word_of(&opened))) " " (decided_as(t, decided.get(&number).copied())) " " (certainty(t, plan)) }
                    @if plan.status == Status::Infeasible {
                        (impossible(t, &around.address(), plan))
                    }
                    (broken(t, &opened))
                    @if !plan.placements.is_empty() {
                        (beside(t, &around.address(), std::slice::from_ref(&opened), &decided, (&format!("{here}/beside"), "")))
                        div class="actions" {
                            @if decides { (link_button(&Link::new(t.get("proposals-decide"), format!("{here}/decide")), Weight::Main)) }
                            @if may {
                                form method="post" action=(format!("{here}/copy")) { (button(&t.get("proposals-copy"), Weight::Other, None)) }
                            }
                            (link_button(&Link::new("PDF", format!("{here}/report.pdf")), Weight::Light))
                            (link_button(&Link::new("Excel", format!("{here}/plan.xlsx")), Weight::Light))
                            (link_button(&Link::new("JSON", format!("{here}/plan.json")), Weight::Light))
                            (way_to_whole(t, &around.address(), number))
                        }
                        (differences::choose(t, &format!("{here}/differences"), &heads, number, None))
                        (moved(t, &opened, &here))
                    }
                }
            }
        },
    ))
}

/// That no plan is possible, which demands can't hold together where that was found, and what to do.
fn impossible(t: &Texts, address: &str, plan: &Plan) -> Markup {
    let demands = html! {
        @if plan.conflict.is_empty() { p { (t.get("documents-infeasible")) } }
        @else { p { (t.get("proposals-conflict")) } ul { @for c in &plan.conflict { li { (t.conflict(c)) } } } }
        p { (t.get("proposals-impossible-do")) " " a href=(format!("{address}/mapping")) { (t.get("import-faulty-do")) } }
    };
    notice(t, Notice::Danger, demands)
}

/// How sure the plan is, and what ended the search.
fn certainty(t: &Texts, plan: &Plan) -> String {
    let Some(first) = plan.goals.first() else { return String::new() };
    let (gap, seconds) = (t.percent(first.gap(), 2), Value::Number(plan.seconds.round()));
    if first.goal == Goal::Cost {
        return t.with("proposals-certainty", &[("gap", gap.into()), ("seconds", seconds)]);
    }
    let goal = t.get(&format!("goal-{}", first.goal.name()));
    t.with("proposals-certainty-first", &[("goal", goal.into()), ("gap", gap.into()), ("seconds", seconds)])
}

/// What the plan breaks, in words.
pub fn broken(t: &Texts, opened: &OpenedProposal) -> Markup {
    let broken = opened.report().map(|r| r.broken.clone()).unwrap_or_default();
    const SHOWN: usize = 12;
    html! {
        @if !broken.is_empty() {
            (notice(t, Notice::Warning, html! {
                p { (t.with("proposals-broken", &[("count", Value::Number(broken.len() as f64))])) }
                ul { @for one in broken.iter().take(SHOWN) { li { (t.broken_here(one)) } } }
                @if broken.len() > SHOWN { p { (t.with("proposals-more", &[("more", Value::Number((broken.len() - SHOWN) as f64))])) } }
            }))
        }
    }
}

/// The lines that move, of the proposal at this address.
pub fn moved(t: &Texts, opened: &OpenedProposal, address: &str) -> Markup {
    let moved = opened.moved();
    let head = [
        Head::text(t.get("proposals-task")),
        Head::text(t.get("proposals-when")),
        Head::text(t.get("proposals-from-to")),
        Head::number(t.get("proposals-minutes")),
        Head::text(t.get("proposals-takes")),
    ];
    let row = |line: &fordel_app::service::MovedLine| {
        Row::new(vec![
            html! { (line.task) },
            html! { (t.timing(&line.timing)) ", " (t.days(&line.days)) },
            html! { span class="together" { (line.from) " → " (line.to) } },
            html! { (t.fixed(line.minutes, 0)) },
            html! { (line.courses.join(", ")) },
        ])
    };
    html! {
        @if moved.is_empty() { p { (t.get("proposals-none-moved")) } }
        @else {
            (data_table("moved", &t.with("proposals-moved-lines", &[("count", Value::Number(moved.len() as f64))]), &head, &moved.iter().map(row).collect::<Vec<_>>()))
            (take_out(t, &documents::table_name(t, "moved"), &format!("{address}/moved"), ""))
        }
    }
}
