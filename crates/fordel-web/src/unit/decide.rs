//! Vedtak: what is heard before it, the assessments that the law asks for, and the locked version.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::Differences;
use fordel_app::service::{Assessment, BranchId, DecisionRead, Due, Failed, Heard, MovedLine, OpenedProposal, Role};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use super::overview::sentences;
use super::proposals::{broken, moved};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, faults, field, link_button, notice, page,
    texts,
};
use crate::visitor::Visitor;

/// `GET /u/{unit}/p/{number}/decide`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (around, opened) = read(&app, &visitor, unit, number).await?;
    Ok(form_page(&visitor, &around, &opened, &Heard::default(), "", &[]))
}

async fn read(app: &App, visitor: &Visitor, unit: i64, number: i64) -> Result<(Around, Arc<OpenedProposal>), Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        if reads.role() < Role::Leader {
            return Err(Failed::NotAllowed);
        }
        let opened = reads.proposal(number)?;
        if opened.placed().is_none() {
            return Err(Failed::NotFound);
        }
        Ok((Around::of(s, &reads)?, opened))
    })
    .await
}

/// `POST /u/{unit}/p/{number}/decide`.
pub async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let heard = heard(&sent);
    let minutes = sent.get("minutes").cloned().unwrap_or_default();
    let (who, asked, said) = (visitor.who.clone(), heard.clone(), minutes.clone());
    let decided = app.run(move |s| s.unit(&who, BranchId(unit))?.lead()?.decide(number, &asked, &said)).await;
    match decided {
        Ok(version) => Ok(Redirect::to(&format!("/u/{unit}/decisions/{version}")).into_response()),
        Err(refusal) => {
            let wrong = refusal.fields()?;
            let (around, opened) = read(&app, &visitor, unit, number).await?;
            let page = form_page(&visitor, &around, &opened, &heard, &minutes, &wrong);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The parts of an assessment, as they are called in the form.
const PARTS: [&str; 4] = ["nature", "qualification", "follow_up", "medicines"];

/// What was filled in. An assessment's fields are `nature-<line>`; without a line it stands for all.
fn heard(sent: &BTreeMap<String, String>) -> Heard {
    let of = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let mut assessments: BTreeMap<String, Assessment> = BTreeMap::new();
    for (name, value) in sent.iter().filter(|(_, value)| !value.trim().is_empty()) {
        let Some(part) = PARTS
            .iter()
            .find(|part| name.strip_prefix(**part).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
        else {
            continue;
        };
        let line = name[part.len()..].trim_start_matches('-').to_owned();
        let said = assessments.entry(line).or_default();
        let place = match *part {
            "nature" => &mut said.nature,
            "qualification" => &mut said.qualification,
            "follow_up" => &mut said.follow_up,
            _ => &mut said.medicines,
        };
        place.clone_from(value);
    }
    Heard {
        held_on: of("held_on"),
        union: of("union"),
        safety: of("safety"),
        others: of("others"),
        disagreement: of("disagreement"),
        in_spite: of("in_spite"),
        assessments,
    }
}

fn form_page(
    visitor: &Visitor,
    around: &Around,
    opened: &OpenedProposal,
    heard: &Heard,
    minutes: &str,
    wrong: &[(&'static str, &'static str)],
) -> Markup {
    let t = texts(visitor.lang);
    let number = opened.kept.head.number;
    let here = format!("{}/p/{number}/decide", around.address());
    let title = t.with("decide-title", &[("name", opened.kept.head.name.as_str().into())]);
    let mut frame = around.frame(visitor, Some(Step::Proposals), &title, here.clone(), Some(number));
    frame.wrong = !wrong.is_empty();
    let fault = |name: &str| wrong.iter().find(|(f, _)| *f == name).map(|(_, key)| t.get(key));
    let line = |name: &'static str, value: &str| {
        Field::new(name, t.get(&format!("decide-{}", name.replace('_', "-"))), Input::Line("text"))
            .value(value)
            .fault(fault(name))
    };
    let area = |name: &'static str, value: &str| Field { input: Input::Area, ..line(name, value) };
    let breaks = opened.report().is_some_and(|report| !report.broken.is_empty());
    let mut fields = vec![
        Field { input: Input::Line("date"), ..line("held_on", &heard.held_on) },
        line("union", &heard.union).hint(t.get("decide-union-hint")).optional(),
        line("safety", &heard.safety).optional(),
        line("others", &heard.others).optional(),
        area("disagreement", &heard.disagreement).hint(t.get("decide-disagreement-hint")).optional(),
        area("minutes", minutes).optional(),
    ];
    if breaks {
        fields.push(area("in_spite", &heard.in_spite));
    }
    let lines = opened.moved();
    let due: Vec<&MovedLine> = lines.iter().filter(|line| line.due() != Due::Nothing).collect();
    page(
        &frame,
        html! {
            h1 { (title) }
            p class="lead" { (t.get("decide-lead")) }
            @for (_, key) in wrong.iter().filter(|(f, _)| ["proposal", "assessments"].contains(f)) { (notice(t, Notice::Danger, html! { p { (t.get(key)) } })) }
            @if wrong.iter().any(|(field, _)| *field == "assessments") { (unassessed(t, &heard.unassessed(&lines))) }
            (broken(t, opened))
            (faults(t, &fields))
            form method="post" action=(here) class="stack" {
                fieldset class="ds-fieldset stack narrow" {
                    legend { h2 { (t.get("decide-heard")) } }
                    @for one in &fields { (field(t, one)) }
                }
                @if !due.is_empty() { (assessments(t, heard, &due)) }
                div class="actions" { (button(&t.get("decide-do"), Weight::Main, None)) }
            }
            h2 { (t.get("decide-what-moves")) }
            (moved(t, opened))
        },
    )
}

/// The lines that lack an assessment, so that nobody has to look for them.
fn unassessed(t: &Texts, lines: &[&MovedLine]) -> Markup {
    html! {
        ul {
            @for line in lines {
                li { (line.task) " (" (line.timing) ", " (t.days(&line.days)) "): " (line.from) " → " (line.to) }
            }
        }
    }
}

/// The assessments: one that stands for all, then each line's own.
fn assessments(t: &Texts, heard: &Heard, due: &[&MovedLine]) -> Markup {
    let part = |part: &str, line: &str, value: &str| {
        let name = if line.is_empty() { part.to_owned() } else { format!("{part}-{line}") };
        Field::new(name, t.get(&format!("decide-{}", part.replace('_', "-"))), Input::Line("text"))
            .value(value)
            .optional()
    };
    let of = |key: &str| heard.assessments.get(key).cloned().unwrap_or_default();
    let all = of("");
    let any = |wanted: Due| due.iter().any(|line| line.due() == wanted);
    html! {
        fieldset class="ds-fieldset stack" {
            legend { h2 { (t.with("decide-assessments", &[("count", Value::Number(due.len() as f64))])) } }
            p { (t.get("decide-assessments-lead")) }
            div class="stack narrow" {
                h3 { (t.get("decide-for-all")) }
                @if any(Due::Competence) {
                    (field(t, &part("nature", "", &all.nature)))
                    (field(t, &part("qualification", "", &all.qualification)))
                    (field(t, &part("follow_up", "", &all.follow_up)))
                }
                @if any(Due::Medicines) { (field(t, &part("medicines", "", &all.medicines))) }
            }
            details open[!heard.assessments.keys().all(String::is_empty)] {
                summary { (t.get("decide-each")) }
                @for line in due {
                    @let own = of(&line.key());
                    div class="stack narrow assessment" {
                        h3 { (line.task) " (" (line.timing) ", " (t.days(&line.days)) "): " (line.from) " → " (line.to) }
                        @if !line.courses.is_empty() { p class="quiet" { (t.get("proposals-takes")) ": " (line.courses.join(", ")) } }
                        @match line.due() {
                            Due::Medicines => (field(t, &part("medicines", &line.key(), &own.medicines))),
                            _ => {
                                (field(t, &part("nature", &line.key(), &own.nature)))
                                (field(t, &part("qualification", &line.key(), &own.qualification)))
                                (field(t, &part("follow_up", &line.key(), &own.follow_up)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `GET /u/{unit}/decisions/{version}`: the locked version, made to be printed.
pub async fn decision(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, version)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, read, before) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let read = reads.decision(version)?;
            let before = if version > 1 { Some(reads.since_decision(version)?) } else { None };
            Ok((Around::of(s, &reads)?, read, before))
        })
        .await?;
    let t = texts(visitor.lang);
    let args = [("number", Value::Number(version as f64)), ("date", t.kept_day(&read.heard.held_on).into())];
    let title = t.with("decide-version", &args);
    let here = format!("{}/decisions/{version}", around.address());
    let frame = around.frame(&visitor, Some(Step::Proposals), &title, here, None);
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            p { (t.with("decide-by", &[("name", read.by.as_str().into()), ("at", app.moment(visitor.lang, read.at).into())])) }
            @if let Some(number) = read.proposal { (decided(t, &around, &read, number)) }
            (was_heard(t, &read))
            @if let Some(before) = &before {
                h2 { (t.with("decide-since", &[("number", Value::Number((version - 1) as f64))])) }
                (differences(t, before))
            }
            (record(t, &read))
        },
    ))
}

/// What the decided plan gives and takes, and where the rest of it stands.
fn decided(t: &Texts, around: &Around, read: &DecisionRead, number: i64) -> Markup {
    let here = format!("{}/p/{number}", around.address());
    html! {
        (sentences(t, &read.ward, &read.plan, &here, true))
        p class="take-out on-screen" {
            a href=(format!("{here}/findings")) { (t.get("decide-report")) } " · "
            a href=(format!("{here}/plan.xlsx")) { (t.get("decide-plan-book")) } " · "
            a href=(format!("{here}/report.pdf")) { (t.get("decide-report-pdf")) } " · "
            a href=(format!("{here}/moved.csv")) { (t.get("decide-moved-csv")) }
        }
    }
}

fn was_heard(t: &Texts, read: &DecisionRead) -> Markup {
    let heard = &read.heard;
    let told = [
        ("decide-union", &heard.union),
        ("decide-safety", &heard.safety),
        ("decide-others", &heard.others),
        ("decide-disagreement", &heard.disagreement),
        ("decide-minutes", &read.minutes),
        ("decide-in-spite", &heard.in_spite),
    ];
    html! {
        dl class="facts" {
            @for (key, value) in told {
                dt { (t.get(key)) }
                dd { @if value.trim().is_empty() { (t.get("decide-nothing")) } @else { (value) } }
            }
        }
    }
}

/// The lines that moved, with their assessments.
fn record(t: &Texts, read: &DecisionRead) -> Markup {
    let head = ["proposals-task", "proposals-when", "proposals-from-to", "proposals-takes", "decide-assessment"];
    let head: Vec<Head> = head.iter().map(|key| Head::text(t.get(key))).collect();
    let row = |line: &MovedLine| {
        let said = read.heard.assessment(line);
        let parts = match line.due() {
            Due::Nothing => vec![],
            Due::Medicines => vec![("decide-medicines", said.medicines)],
            Due::Competence => vec![
                ("decide-nature", said.nature),
                ("decide-qualification", said.qualification),
                ("decide-follow-up", said.follow_up),
            ],
        };
        Row::new(vec![
            html! { (line.task) },
            html! { (line.timing) ", " (t.days(&line.days)) },
            html! { (line.from) " → " (line.to) },
            html! { (line.courses.join(", ")) },
            html! { @if parts.is_empty() { (t.get("decide-not-due")) } @for (key, said) in &parts { div { (t.get(key)) ": " (said) } } },
        ])
    };
    let caption = t.with("proposals-moved-lines", &[("count", Value::Number(read.moved.len() as f64))]);
    data_table("record", &caption, &head, &read.moved.iter().map(row).collect::<Vec<_>>())
}

/// Against which proposal.
#[derive(Debug, Deserialize)]
pub struct Against {
    mot: i64,
}

/// `GET /u/{unit}/p/{number}/differences?mot=…`.
pub async fn against(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(other): Query<Against>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, told) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            Ok((Around::of(s, &reads)?, reads.differences(number, other.mot)?))
        })
        .await?;
    let t = texts(visitor.lang);
    let args = [("a", Value::Number(number as f64)), ("b", Value::Number(other.mot as f64))];
    let title = t.with("decide-differences", &args);
    let here = format!("{}/p/{number}/differences?mot={}", around.address(), other.mot);
    let frame = around.frame(&visitor, Some(Step::Proposals), &title, here, Some(number));
    let back = Link::new(t.get("proposals-title"), format!("{}/proposals", around.address()));
    Ok(page(
        &frame,
        html! { h1 { (title) } (differences(t, &told)) div class="actions" { (link_button(&back, Weight::Other)) } },
    ))
}

/// What moved, heads and money, from one plan to another.
fn differences(t: &Texts, told: &Differences) -> Markup {
    let none = || "–".to_owned();
    let moved_head = ["proposals-task", "proposals-when", "decide-from", "decide-to"].map(|key| Head::text(t.get(key)));
    let moved: Vec<Row> = told
        .moved
        .iter()
        .map(|m| {
            let cell = |code: &Option<String>| code.clone().unwrap_or_else(none);
            Row::new(vec![
                html! { (m.task) },
                html! { (m.timing) ", " (t.days(&m.days)) },
                html! { (cell(&m.from)) },
                html! { (cell(&m.to)) },
            ])
        })
        .collect();
    let group_head = [
        Head::text(t.get("decide-group")),
        Head::number(t.get("decide-fte-a")),
        Head::number(t.get("decide-fte-b")),
        Head::number(t.get("decide-change")),
    ];
    let groups: Vec<Row> = told
        .groups
        .iter()
        .map(|g| {
            let change = g.fte.1 - g.fte.0;
            let sign = if change > 0.004 { "+" } else { "" };
            Row::new(vec![
                html! { (g.group) },
                html! { (t.fixed(g.fte.0, 2)) },
                html! { (t.fixed(g.fte.1, 2)) },
                html! { (sign) (t.fixed(change, 2)) },
            ])
        })
        .collect();
    let cost = told.year_cost.0.zip(told.year_cost.1);
    html! {
        @if let Some((a, b)) = cost {
            p { (t.with("decide-cost", &[("a", t.kroner(a).into()), ("b", t.kroner(b).into()), ("change", t.kroner(b - a).into())])) }
        }
        (data_table("groups", &t.get("decide-groups"), &group_head, &groups))
        @if moved.is_empty() { p { (t.get("proposals-none-moved")) } }
        @else { (data_table("differences", &t.with("proposals-moved-lines", &[("count", Value::Number(moved.len() as f64))]), &moved_head, &moved)) }
    }
}
