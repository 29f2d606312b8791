//! A unit's front page: what matters most in plain sentences, the picture of the day, where the unit stands, what waits.

use std::sync::Arc;

use axum::extract::{Path, State};
use fordel_app::service::{
    AHEAD, BranchId, Completeness, Decision, OpenedProposal, Picture, ProposalHead, Reads, ReviewState, Role,
    UnitWaits, WaitingPoint, decided_on,
};
use fordel_core::complaint::Value;
use fordel_core::measure::day_part::{Split, WeekPart};
use fordel_core::measure::gain::{Alone, Gain, gain};
use fordel_core::measure::standstill::{Standstill, standstill};
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, html};

use super::beside::compared_or;
use super::frame::Around;
use super::one;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{KeyFigure, Link, Notice, Weight, empty_state, key_figures, link_button, notice, page, texts};
use crate::visitor::Visitor;

/// Hours a week and årsverk below which nothing has changed.
const SMALL: f64 = 0.05;
/// Kroner a year that can't be told from nothing.
const SMALL_KR: f64 = 500.0;

/// What the page tells.
struct Overview {
    around: Around,
    role: Role,
    proposals: Vec<ProposalHead>,
    running: Vec<i64>,
    decided: Option<Decision>,
    shown: Option<Arc<OpenedProposal>>,
    /// The number of the proposal whose pages show what is told; none where it was changed after it was decided.
    pages: Option<i64>,
    picture: Option<Picture>,
    talk: Talk,
    waits: UnitWaits,
}

/// What has been said of the tasks.
#[derive(Clone, Copy, Default)]
struct Talk {
    agreed: usize,
    disputed: usize,
    parked: usize,
}

/// `GET /u/{unit}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    let (who, lang) = (visitor.who.clone(), visitor.lang);
    let told = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let around = Around::of(s, &reads)?;
            read(&reads, around, texts(lang))
        })
        .await?;
    let t = texts(lang);
    let address = told.around.address();
    let name = told.around.path.last().map_or_else(String::new, |unit| unit.name.clone());
    let mut frame = told.around.frame(&visitor, None, &name, address.clone(), None);
    frame.styles.push("unit.css");
    Ok(page(
        &frame,
        html! {
            h1 { (name) }
            (most(t, &told, &address))
            @if let (Some(picture), Some(number)) = (&told.picture, told.pages) {
                h2 { (t.get("overview-day")) }
                (one::picture(t, picture, (&format!("{address}/p/{number}/rhythm/day"), "")))
            }
            div class="halves" {
                section { h2 { (t.get("overview-waits")) } (waits(t, &told, &address)) }
                @if let Some(number) = told.pages.filter(|_| told.shown.as_ref().is_some_and(|opened| opened.plan.is_some())) {
                    section { h2 { (t.get("overview-documents")) } (documents(t, &address, number)) }
                }
            }
            h2 { (t.get("overview-stands")) }
            (stands(t, &told))
        },
    ))
}

fn read(reads: &Reads, mut around: Around, t: &Texts) -> Result<Overview, fordel_app::service::Failed> {
    let proposals = reads.proposals()?;
    let decided = reads.last_decision()?;
    let of_decision = |decision: &Decision| proposals.iter().find(|p| p.id == decision.proposal).map(|p| p.number);
    let in_force = decided.as_ref().and_then(|decision| Some((decision.number, of_decision(decision)?)));
    let (shown, pages) = match (in_force, around.shown) {
        (Some((version, number)), _) => {
            // As it was decided: an own proposal may have been changed since, and its pages show that.
            let read = reads.decision(version)?;
            let pages = read.proposal;
            (Some(Arc::new(reads.proposal(number)?.as_decided(read))), pages)
        }
        (None, Some(newest)) => {
            let opened = compared_or(reads, &proposals, newest)?;
            let number = opened.kept.head.number;
            around.shown = Some(number);
            (Some(opened), Some(number))
        }
        (None, None) => (None, None),
    };
    let mut talk = Talk::default();
    for review in reads.reviews()?.values() {
        match review.state {
            ReviewState::Agreed => talk.agreed += 1,
            ReviewState::Disputed => talk.disputed += 1,
            ReviewState::Parked => talk.parked += 1,
            ReviewState::Open => {}
        }
    }
    Ok(Overview {
        role: reads.role(),
        waits: reads.waits()?,
        running: proposals.iter().filter(|p| p.is_under_way()).map(|p| p.number).collect(),
        picture: shown.as_ref().and_then(|opened| opened.day_of_ward(t)),
        around,
        proposals,
        decided,
        shown,
        pages,
        talk,
    })
}

/// What matters most: from the newest decision, else from the newest proposal, else what to do next.
fn most(t: &Texts, told: &Overview, address: &str) -> Markup {
    let Some(opened) = &told.shown else { return next(t, told, address) };
    // Where the proposal was changed since, the decision's own page alone shows what holds.
    let here = told.pages.map(|number| format!("{address}/p/{number}"));
    let decision = told.decided.as_ref().map(|decision| format!("{address}/decisions/{}", decision.number));
    let from = match &told.decided {
        Some(decision) => t.with(
            "overview-from-decided",
            &[("number", (decision.number as f64).into()), ("date", t.day(decided_on(decision.at)).into())],
        ),
        None => t.with(
            "overview-from-proposal",
            &[("number", (opened.kept.head.number as f64).into()), ("name", opened.kept.head.name.as_str().into())],
        ),
    };
    html! {
        section class="most" aria-labelledby="most" {
            h2 id="most" { (t.get("overview-most")) }
            @match &opened.plan {
                Some(plan) if !plan.placements.is_empty() => { (sentences(t, &opened.ward, plan, here.as_deref(), told.decided.is_some())) }
                Some(plan) if plan.status == Status::Infeasible => {
                    p { (t.get("overview-no-plan")) @if let Some(here) = &here { " " a href=(format!("{here}/findings")) { (t.get("overview-no-plan-see")) } } }
                }
                _ => { p { (t.get("overview-unknown")) } }
            }
            @let broken = opened.report().map_or(0, |report| report.broken.len());
            @if broken > 0 && opened.placed().is_some() {
                (notice(t, Notice::Warning, html! { p {
                    @let said = t.with("overview-broken", &[("count", broken.into())]);
                    @match here.as_ref().map(|here| format!("{here}/staffing")).or(decision.clone()) {
                        Some(to) => a href=(to) { (said) },
                        None => (said),
                    }
                } }))
            }
            p class="quiet" {
                @match &decision {
                    Some(decision) => a href=(decision) { (from) },
                    None => (from),
                }
                " " (t.get("overview-pinned-note"))
            }
            div class="actions" {
                @if let Some(here) = &here {
                    (link_button(&Link::new(t.get("overview-see-board"), format!("{here}/board")), Weight::Main))
                    (link_button(&Link::new(t.get("overview-see-findings"), format!("{here}/findings")), Weight::Other))
                }
                @if opened.placed().is_some() { (link_button(&Link::new(t.get("overview-now"), format!("{address}/now")), Weight::Other)) }
            }
        }
    }
}

/// Where there is no proposal yet: the next thing to do.
fn next(t: &Texts, told: &Overview, address: &str) -> Markup {
    let Completeness { lines, faults, .. } = told.around.completeness;
    let may = told.role >= Role::Contributor;
    let (cure, action, to) = match (told.running.first(), lines, faults) {
        (Some(number), ..) => ("overview-running-do", "overview-running-action", format!("/p/{number}")),
        (None, 0, _) => ("overview-empty-do", "overview-empty-action", "/mapping".to_owned()),
        (None, _, 0) => ("overview-mapped-do", "overview-mapped-action", "/proposals".to_owned()),
        _ => ("overview-faults-do", "overview-faults-action", "/mapping?feil=1".to_owned()),
    };
    let link = link_button(&Link::new(t.get(action), format!("{address}{to}")), Weight::Main);
    let shown = may || !told.running.is_empty();
    empty_state(&t.get("overview-empty"), &t.get(cure), html! { @if shown { (link) } })
}

/// What a plan gives and takes, in sentences; `here` is its proposal's address, where that has the same plan still.
pub(super) fn sentences(t: &Texts, ward: &Ward, plan: &Plan, here: Option<&str>, decided: bool) -> Markup {
    let gain = gain(ward, plan);
    let freed = gain.work.freed_hours();
    let still: Vec<(WeekPart, Standstill)> = if freed.total() > SMALL {
        let parts = WeekPart::ALL.into_iter().filter(|part| freed.of(*part).abs() < SMALL);
        parts.map(|part| (part, standstill(ward, plan, part))).filter(|(_, why)| *why != Standstill::NoWork).collect()
    } else {
        Vec::new()
    };
    // What binds, where that was found out; else what others could do, which is always told.
    let part = if plan.worths.is_empty() { "delegable" } else { "binding" };
    let see_why = || {
        html! { @if let Some(here) = here {
            " " a href=(format!("{here}/findings#{part}")) { (t.get("overview-see-why")) }
        } }
    };
    let more = WeekPart::ALL.into_iter().filter(|part| freed.total() > SMALL && freed.of(*part) <= -0.5);
    html! {
        ul class="sentences" {
            li { (freed_sentence(t, &gain, decided)) }
            li { (takes(t, ward, plan, &gain)) }
            li { (positions(t, ward, plan, &gain)) @if let Some(money) = money(t, &gain) { " " (money) } }
            @if let Some(said) = against_today(t, plan) { li { (said) } }
            @for part in more { li { (more_work(t, part, -freed.of(part))) (see_why()) } }
            @for (part, standstill) in still { li { (nothing(t, part, standstill)) (see_why()) } }
        }
    }
}

fn freed_sentence(t: &Texts, gain: &Gain, decided: bool) -> String {
    if gain.work.compared == 0 {
        return t.get("overview-freed-untold");
    }
    let freed = gain.work.freed_hours();
    if freed.total().abs() < SMALL {
        return t.get("overview-freed-nothing");
    }
    let (key, told) = match (freed.total() > 0.0, decided) {
        (true, false) => ("overview-freed", freed),
        (true, true) => ("overview-freed-decided", freed),
        (false, _) => ("overview-added", freed.times(-1.0)),
    };
    t.with(key, &[("hours", hours(t, told.total()).into()), ("parts", parts(t, told).into())])
}

/// Whole hours from ten up, one decimal below.
fn hours(t: &Texts, hours: f64) -> String {
    t.fixed(hours, if hours.abs() >= 9.95 { 0 } else { 1 })
}

fn parts(t: &Texts, split: Split) -> String {
    let keys = ["overview-part-day", "overview-part-evening", "overview-part-night", "overview-part-weekend"];
    let written = keys.iter().zip(split.parts()).map(|(key, h)| t.with(key, &[("hours", t.fixed(h, 0).into())]));
    written.collect::<Vec<_>>().join(", ")
}

fn takes(t: &Texts, ward: &Ward, plan: &Plan, gain: &Gain) -> String {
    if gain.courses.seats == 0 {
        return t.get("overview-takes-no-courses");
    }
    let takes = |group: &fordel_core::ward::Group| plan.training.iter().any(|c| c.people > 0 && c.group == group.code);
    let groups: Vec<String> = ward.groups.iter().filter(|g| takes(g)).map(|g| t.group_in_sentence(g)).collect();
    let args = [
        ("courses", gain.courses.courses.into()),
        ("groups", t.list(&groups).into()),
        ("seats", gain.courses.seats.into()),
        ("cost", t.about_kroner(gain.courses.year_cost).into()),
    ];
    t.with("overview-takes-courses", &args)
}

/// Årsverk by group against carried.
fn positions(t: &Texts, ward: &Ward, plan: &Plan, gain: &Gain) -> String {
    let changes: Option<Vec<(&str, f64, String)>> = gain
        .groups
        .iter()
        .map(|g| {
            let change = g.fte_change()?;
            let key = if change > 0.0 { "overview-fte-more" } else { "overview-fte-less" };
            Some((key, change.abs(), t.group_in_sentence(ward.group(g.group))))
        })
        .collect();
    let Some(changes) = changes else { return t.get(&format!("overview-fte-{}", Alone::of(ward, plan).word())) };
    let told: Vec<String> = changes
        .into_iter()
        .filter(|(_, change, _)| *change >= SMALL)
        .map(|(key, change, group)| t.with(key, &[("fte", t.fixed(change, 1).into()), ("group", group.into())]))
        .collect();
    if told.is_empty() {
        t.get("overview-fte-same")
    } else {
        t.with("overview-fte", &[("groups", t.list(&told).into())])
    }
}

/// What it takes beside the staffing that there is, which is told also where that doesn't carry the work: whoever pays asks.
fn against_today(t: &Texts, plan: &Plan) -> Option<String> {
    let (before, after) = (plan.today.year_cost?, plan.year_cost?);
    let fte = |sums: &[fordel_core::plan::GroupSum]| sums.iter().map(|sum| sum.fte).sum::<f64>();
    let args = [
        ("fte", t.signed(fte(&plan.groups) - fte(&plan.today.groups), 1).into()),
        ("cost", t.about_change(before, after).into()),
        ("red", plan.today.overloaded.len().into()),
    ];
    Some(t.with("overview-against-today", &args))
}

fn money(t: &Texts, gain: &Gain) -> Option<String> {
    let saved = gain.money.as_ref()?.saved();
    let key = if saved > 0.0 { "overview-money-saved" } else { "overview-money-dearer" };
    let amount = t.about_kroner(saved.abs());
    (saved.abs() >= SMALL_KR).then(|| t.with(key, &[("amount", amount.into())]))
}

/// `Om natta får sykepleierne 10 timer mer`: not every part gains where the week does.
fn more_work(t: &Texts, part: WeekPart, more: f64) -> String {
    let key = match part {
        WeekPart::Day => "overview-more-day",
        WeekPart::Evening => "overview-more-evening",
        WeekPart::Night => "overview-more-night",
        WeekPart::Weekend => "overview-more-weekend",
    };
    t.with(key, &[("hours", hours(t, more).into())])
}

/// `Natt gir ingenting: to sykepleiere må være til stede uansett.`
fn nothing(t: &Texts, part: WeekPart, why: Standstill) -> String {
    let key = match part {
        WeekPart::Day => "overview-nothing-day",
        WeekPart::Evening => "overview-nothing-evening",
        WeekPart::Night => "overview-nothing-night",
        WeekPart::Weekend => "overview-nothing-weekend",
    };
    let why = match why {
        Standstill::NoWork | Standstill::TheyAlone => t.get("overview-why-they-alone"),
        Standstill::MustBeThere(count) => t.with("overview-why-must-be-there", &[("count", count.into())]),
        Standstill::NobodyElse => t.get("overview-why-nobody-else"),
        Standstill::NotWorth => t.get("overview-why-not-worth"),
    };
    t.with(key, &[("why", why.into())])
}

fn waits(t: &Texts, told: &Overview, address: &str) -> Markup {
    // The training page is a proposal's; where no plan is shown, the sheet has the certificates.
    let training = match &told.shown {
        Some(opened) if opened.placed().is_some() => format!("/p/{}/training", opened.kept.head.number),
        _ => "/mapping?ark=Sertifikater".to_owned(),
    };
    let led = |point: WaitingPoint| match point {
        WaitingPoint::Faults => ("overview-waits-faults", "/mapping?feil=1"),
        WaitingPoint::Minutes => ("overview-waits-minutes", "/mapping?mangler=Minutter"),
        WaitingPoint::Today => ("overview-waits-today", "/mapping?mangler=I%20dag"),
        WaitingPoint::Priority => ("overview-waits-priority", "/priorities"),
        WaitingPoint::Disputed => ("overview-waits-disputed", "/workshop?status=disputed"),
        WaitingPoint::Objections => ("overview-waits-objections", "/objections"),
        WaitingPoint::Ending => ("overview-waits-ending", training.as_str()),
        WaitingPoint::Outdated if told.decided.is_some() => ("overview-waits-newer-decided", "/proposals"),
        WaitingPoint::Outdated => ("overview-waits-newer", "/proposals"),
    };
    let waiting: Vec<_> = told.waits.points().map(|(point, count)| (led(point), count)).collect();
    html! {
        @if waiting.is_empty() { p { (t.get("overview-waits-nothing")) } } @else {
            ul { @for ((key, to), count) in waiting {
                li { a href=(format!("{address}{to}")) { (t.with(key, &[("count", Value::from(count)), ("days", f64::from(AHEAD).into())])) } }
            } }
        }
    }
}

fn documents(t: &Texts, address: &str, number: i64) -> Markup {
    let files = [
        ("documents-pdf", "report.pdf"),
        ("documents-html", "report.html"),
        ("documents-xlsx", "plan.xlsx"),
        ("documents-json", "plan.json"),
        ("documents-demand-csv", "demand.csv"),
        ("documents-demand-json", "demand.json"),
    ];
    html! { ul { @for (key, file) in files { li { a href=(format!("{address}/p/{number}/{file}")) { (t.get(key)) } } } } }
}

fn stands(t: &Texts, told: &Overview) -> Markup {
    let Completeness { lines, no_minutes, .. } = told.around.completeness;
    let Talk { agreed, disputed, parked } = told.talk;
    let figure = |label: &str, value: String, compared: String| KeyFigure { label: t.get(label), value, compared };
    let (decided, on) = match &told.decided {
        Some(d) => (
            t.with("overview-decided-version", &[("number", (d.number as f64).into())]),
            t.with(
                "overview-decided-on",
                &[("date", t.day(decided_on(d.at)).into()), ("held", t.kept_day(&d.held_on).into())],
            ),
        ),
        None => (t.get("overview-decided-none"), t.get("overview-decided-none-do")),
    };
    key_figures(&[
        figure(
            "overview-mapped",
            percent(t, lines.saturating_sub(no_minutes), lines),
            t.with("overview-mapped-lines", &[("lines", lines.into()), ("missing", no_minutes.into())]),
        ),
        figure(
            "overview-agreed",
            percent(t, agreed, lines),
            t.with(
                "overview-agreed-of",
                &[
                    ("agreed", agreed.into()),
                    ("disputed", disputed.into()),
                    ("parked", parked.into()),
                    ("lines", lines.into()),
                ],
            ),
        ),
        figure(
            "overview-proposals",
            t.with("overview-proposals-count", &[("count", told.proposals.len().into())]),
            t.with("overview-proposals-running", &[("count", told.running.len().into())]),
        ),
        figure("overview-decided", decided, on),
    ])
}

/// A share in whole percent, told as all only where it is all.
fn percent(t: &Texts, part: usize, all: usize) -> String {
    let share = if all > 0 { part as f64 / all as f64 } else { 0.0 };
    t.percent((share * 100.0 + 1e-9).floor() / 100.0, 0)
}
