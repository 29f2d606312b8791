//! Forslag og vedtak: the proposals side by side, a new one, one that is being made.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    Asked, AskedGoal, BranchId, Completeness, Contributes, Failed, NoPlan, OpenedProposal, Progressed, ProposalHead,
    ProposalState, Role, came_to_nothing, number_in,
};
use fordel_core::complaint::Value;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::Goal;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::beside::{Decided, beside, newest, state, which_decided};
use super::differences;
use super::documents;
use super::frame::Around;
use super::no_plan;
use super::seen::decided_as;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, empty_state, faults, field,
    link_button, notice, page, take_out, texts,
};
use crate::visitor::Visitor;

/// What the page of proposals shows.
struct Shown {
    around: Around,
    heads: Vec<ProposalHead>,
    opened: Vec<Arc<OpenedProposal>>,
    /// Which of these were decided.
    as_decided: Decided,
    running: Vec<(i64, Option<Progressed>)>,
    /// Number and day of each decision.
    decided: Vec<(i64, String)>,
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
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit).await?;
    let again = shown.heads.iter().find(|head| head.number.to_string() == wanted.igjen);
    let small = wanted.liten.map(|_| New::small(texts(visitor.lang)));
    let new = again.map(New::again).or(small).unwrap_or_default();
    Ok(list_page(&visitor, &shown, &new, &[]))
}

async fn read(app: &App, visitor: &Visitor, unit: i64) -> Result<Shown, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let heads = reads.proposals()?;
        let opened = newest(&reads, &heads)?;
        let under_way = heads.iter().filter(|h| matches!(h.state, ProposalState::Waiting | ProposalState::Running));
        Ok(Shown {
            around: Around::of(s, &reads)?,
            running: under_way.map(|head| (head.number, reads.progress(head))).collect(),
            as_decided: which_decided(&reads, &opened)?,
            opened,
            decided: reads.decided()?,
            role: reads.role(),
            heads,
        })
    })
    .await
}

fn list_page(visitor: &Visitor, shown: &Shown, new: &New, wrong: &[(&'static str, &'static str)]) -> Markup {
    let t = texts(visitor.lang);
    let address = shown.around.address();
    let title = t.get("proposals-title");
    let mut frame = shown.around.frame(visitor, Some(Step::Proposals), &title, format!("{address}/proposals"), None);
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
            @if shown.opened.is_empty() && shown.running.is_empty() {
                (empty_state(&t.get("proposals-none"), &t.get("proposals-none-do"), html! { @if may && !is_ready { (link_button(&map, Weight::Main)) } }))
            }
            @if !shown.opened.is_empty() { (beside(t, &address, &shown.opened, &shown.as_decided, &format!("{address}/proposals"))) }
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

/// What a search has so far, in words.
pub fn so_far(t: &Texts, progress: Option<&Progressed>) -> String {
    let Some(told) = progress else { return t.get("proposals-waits") };
    let phase = told.phase.map(|key| t.get(key)).unwrap_or_default();
    let seconds = Value::Number(told.seconds.round());
    match (told.best, told.gap) {
        (Some(best), Some(gap)) if told.phase == Some("page-phase-cost") => t.with(
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

fn decisions(t: &Texts, address: &str, decided: &[(i64, String)]) -> Markup {
    html! {
        h2 { (t.get("proposals-decisions")) }
        ul class="decisions" {
            @for (number, held_on) in decided {
                li { a href=(format!("{address}/decisions/{number}")) {
                    (t.with("proposals-decision", &[("number", Value::Number(*number as f64)), ("date", t.kept_day(held_on).into())]))
                } }
            }
        }
    }
}

/// The word of the usual order of goals.
const USUAL: &str = "usual";

/// Goals in their order, each with the share that later ones may add to it.
type Goals = [(Goal, Option<f64>); 3];

/// What a proposal can be asked to look at first, beside the usual order of goals: the word of the choice, and the goals.
const FIRST: [(&str, Goals); 3] = [
    ("scarce", [(Goal::ScarceHours, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Overqualified, None)]),
    ("lowest", [(Goal::Overqualified, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Changes, None)]),
    ("changes", [(Goal::Changes, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Overqualified, None)]),
];

/// What somebody asks of a new proposal.
#[derive(Debug, Default, Deserialize)]
pub struct New {
    #[serde(default)]
    name: String,
    #[serde(default)]
    seconds: String,
    #[serde(default)]
    alike: String,
    #[serde(default)]
    max_moves: String,
    #[serde(default)]
    budget: String,
    #[serde(default)]
    goals: String,
}

/// A number that can't be used, also the message's key.
const NUMBER_WRONG: &str = "proposals-number-wrong";
/// Numbers that can be asked for: the field, and its least and most.
const SECONDS: (&str, f64, f64) = ("seconds", 1.0, 3600.0);
const BUDGET: (&str, f64, f64) = ("budget", 1.0, 1e12);
const MOVES: (&str, f64, f64) = ("max_moves", 0.0, 100_000.0);

/// What is said of a field that can't be used; of a number, what it can be.
fn said_of(t: &Texts, field: &str, key: &str) -> String {
    match [SECONDS, BUDGET, MOVES].iter().find(|(name, ..)| *name == field) {
        Some((_, least, most)) if key == NUMBER_WRONG => {
            t.with(key, &[("least", t.fixed(*least, 0).into()), ("most", t.fixed(*most, 0).into())])
        }
        _ => t.get(key),
    }
}

/// Moves at most, where one starts small: as many as a ward can follow up at a time.
const FEW: &str = "10";

impl New {
    /// A start with few moves.
    fn small(t: &Texts) -> New {
        New { name: t.get("proposals-small"), max_moves: FEW.to_owned(), ..New::default() }
    }

    /// The same as was asked of a proposal, with more time.
    fn again(head: &ProposalHead) -> New {
        let asked = Asked::of(head);
        let first = asked.goals.first().map(|first| first.goal);
        let known = FIRST.iter().find(|(_, goals)| Some(goals[0].0) == first);
        New {
            name: head.name.clone(),
            seconds: asked.longer().to_string(),
            alike: if asked.each_day == Some(true) { "no" } else { "weekdays" }.to_owned(),
            max_moves: asked.max_moves.map(|moves| moves.to_string()).unwrap_or_default(),
            budget: asked.budget_kr.map(|kr| kr.to_string()).unwrap_or_default(),
            goals: known.map_or(USUAL, |(word, _)| *word).to_owned(),
        }
    }

    /// As it is kept, or the fields that can't be used.
    fn asked(&self) -> Result<Asked, Vec<(&'static str, &'static str)>> {
        let mut wrong = Vec::new();
        let mut number = |text: &str, (field, least, most): (&'static str, f64, f64)| {
            if text.trim().is_empty() {
                return None;
            }
            let value = number_in(text).filter(|v| (least..=most).contains(v));
            if value.is_none() {
                wrong.push((field, NUMBER_WRONG));
            }
            value
        };
        let asked = Asked {
            seconds: number(&self.seconds, SECONDS).map(|s| s as u32),
            each_day: (self.alike == "no").then_some(true),
            budget_kr: number(&self.budget, BUDGET),
            max_moves: number(&self.max_moves, MOVES).map(|n| n as u32),
            goals: FIRST
                .iter()
                .filter(|(word, _)| *word == self.goals)
                .flat_map(|(_, goals)| goals.map(|(goal, tolerance)| AskedGoal { goal, tolerance }))
                .collect(),
            ..Asked::default()
        };
        if self.name.trim().is_empty() {
            wrong.push(("name", "page-name-empty"));
        }
        if wrong.is_empty() { Ok(asked) } else { Err(wrong) }
    }
}

fn form(t: &Texts, address: &str, new: &New, wrong: &[(&'static str, &'static str)]) -> Markup {
    let fault = |name: &str| wrong.iter().find(|(f, _)| *f == name).map(|(_, key)| said_of(t, name, key));
    let or = |value: &str, default: &str| if value.is_empty() { default.to_owned() } else { value.to_owned() };
    let alike = vec![
        Choice::new("weekdays", t.get("proposals-alike-weekdays")),
        Choice::new("no", t.get("proposals-alike-no")),
    ];
    let goals = [USUAL].into_iter().chain(FIRST.iter().map(|(word, _)| *word));
    let goals = goals.map(|word| Choice::new(word, t.get(&format!("proposals-goals-{word}"))));
    let fields = [
        Field::new("name", t.get("proposals-name"), Input::Line("text"))
            .value(or(&new.name, &t.get("page-proposal-optimum")))
            .fault(fault("name")),
        Field::new("goals", t.get("proposals-goals"), Input::Select(goals.collect()))
            .value(or(&new.goals, USUAL))
            .hint(t.get("proposals-goals-hint")),
        Field::new("max_moves", t.get("proposals-max-moves"), Input::Line("text"))
            .value(new.max_moves.clone())
            .hint(t.get("proposals-max-moves-hint"))
            .fault(fault("max_moves"))
            .optional(),
        Field::new("seconds", t.get("proposals-seconds"), Input::Line("text"))
            .value(or(&new.seconds, "60"))
            .hint(t.get("proposals-seconds-hint"))
            .fault(fault("seconds")),
        Field::new("alike", t.get("proposals-alike"), Input::Select(alike)).value(new.alike.clone()),
        Field::new("budget", t.get("proposals-budget"), Input::Line("text"))
            .value(new.budget.clone())
            .fault(fault("budget"))
            .optional(),
    ];
    html! {
        section {
            h2 id="new" { (t.get("proposals-new")) }
            p { (t.get("proposals-new-lead")) }
            p {
                (link_button(&Link::new(t.get("proposals-small"), format!("{address}/proposals?liten=1#new")), Weight::Other)) " "
                (t.with("proposals-small-hint", &[("moves", FEW.into())]))
            }
            (faults(t, &fields))
            form method="post" action=(format!("{address}/proposals")) class="stack narrow" {
                @for one in &fields { (field(t, one)) }
                div class="actions" { (button(&t.get("proposals-ask"), Weight::Main, None)) }
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
    let asked = match new.asked() {
        Ok(asked) => asked,
        Err(wrong) => {
            let shown = read(&app, &visitor, unit).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, list_page(&visitor, &shown, &new, &wrong)).into_response());
        }
    };
    app.run(move |s| s.unit(&visitor.who, BranchId(unit))?.contribute()?.propose(&new.name, &asked)).await?;
    Ok(Redirect::to(&format!("/u/{unit}/proposals")).into_response())
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
    let (around, opened, decided, progress, role, heads) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let progress = reads.progress(&opened.kept.head);
            let decided = which_decided(&reads, std::slice::from_ref(&opened))?;
            Ok((Around::of(s, &reads)?, opened, decided, progress, reads.role(), reads.proposals()?))
        })
        .await?;
    let t = texts(visitor.lang);
    let head = &opened.kept.head;
    let here = format!("{}/p/{number}", around.address());
    let title = format!("{number}. {}", head.name);
    let mut frame = around.frame(&visitor, Some(Step::Proposals), &title, here.clone(), Some(number));
    frame.scripts.push("proposals.js");
    let may = role >= Role::Contributor;
    let decides = role >= Role::Leader;
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            @match &opened.plan {
                None => { @match NoPlan::of(head) {
                    NoPlan::NotYet => (under_way(t, &around.address(), number, progress.as_ref(), may)),
                    why => (no_plan::instead(t, &around.address(), head, why, may)),
                } }
                Some(plan) => {
                    p { (state(t, &opened)) " " (decided_as(t, decided.get(&number).copied())) " " (certainty(t, plan)) }
                    @if plan.status == Status::Infeasible {
                        (impossible(t, &around.address(), plan))
                    }
                    (broken(t, &opened))
                    @if !plan.placements.is_empty() {
                        (beside(t, &around.address(), std::slice::from_ref(&opened), &decided, &format!("{here}/beside")))
                        div class="actions" {
                            @if decides { (link_button(&Link::new(t.get("proposals-decide"), format!("{here}/decide")), Weight::Main)) }
                            @if may {
                                form method="post" action=(format!("{here}/copy")) { (button(&t.get("proposals-copy"), Weight::Other, None)) }
                            }
                            (link_button(&Link::new("PDF", format!("{here}/report.pdf")), Weight::Light))
                            (link_button(&Link::new("Excel", format!("{here}/plan.xlsx")), Weight::Light))
                            (link_button(&Link::new("JSON", format!("{here}/plan.json")), Weight::Light))
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

#[cfg(test)]
mod tests {
    use fordel_app::service::{Moment, ProposalId, ProposalKind};

    use super::*;

    #[test]
    fn the_same_is_asked_for_again_with_more_time() {
        let again = |wishes: &str| {
            let head = ProposalHead {
                id: ProposalId(1),
                unit: BranchId(1),
                number: 1,
                name: "Begynn i det små".to_owned(),
                kind: ProposalKind::Computed,
                wishes: wishes.to_owned(),
                state: ProposalState::Failed,
                revision: 1,
                version: 1,
                progress: None,
                failure: None,
                person: None,
                created: Moment(0),
                started: None,
                ended: None,
            };
            New::again(&head).asked().expect("can be asked")
        };
        let small = r#"{"seconds":10,"each_day":true,"max_moves":5,"budget_kr":40000000.5,"goals":[
            {"goal":"changes","tolerance":0.01},{"goal":"cost","tolerance":0.01},{"goal":"overqualified"}]}"#;
        let asked: Asked = serde_json::from_str(small).expect("wishes");
        assert_eq!(again(small), Asked { seconds: Some(60), ..asked });
        assert_eq!(again("{}"), Asked { seconds: Some(300), ..Asked::default() });
        assert_eq!(again(r#"{"seconds":3600}"#).seconds, Some(3600));
    }

    #[test]
    fn what_comes_first_is_asked_for_and_else_the_usual_order() {
        let asked = |goals: &str| {
            let new =
                New { name: "Nytt".to_owned(), seconds: "60".to_owned(), goals: goals.to_owned(), ..New::default() };
            new.asked().expect("can be asked").goals
        };
        let first = |goals: &str| asked(goals).first().map(|first| first.goal);
        assert_eq!((first(""), first("noe annet")), (None, None));
        assert_eq!(first("scarce"), Some(Goal::ScarceHours));
        assert_eq!((first("lowest"), first("changes")), (Some(Goal::Overqualified), Some(Goal::Changes)));
    }
}
