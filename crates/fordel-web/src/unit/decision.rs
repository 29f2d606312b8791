//! A decision: the locked version, made to be printed, and its record as a list.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, DecisionRead, Due, Heard, List, ListCell, MovedLine, recorded};
use fordel_core::complaint::Value;
use fordel_core::plan::Broken;
use fordel_text::Texts;
use maud::{Markup, html};

use super::decide::{doubtful_courses, objections};
use super::differences;
use super::frame::Around;
use super::overview::sentences;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list, table_in};
use crate::shell::{Head, Notice, Row, Step, data_table, notice, page, take_out, texts};
use crate::visitor::Visitor;

/// `GET /u/{unit}/decisions/{version}`: the locked version, made to be printed.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, version)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, read, names, broken, before, head) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let read = reads.decision(version)?;
            let broken = read.report().broken;
            let before = if version > 1 { Some(reads.since_decision(version)?) } else { None };
            Ok((Around::of(s, &reads)?, read, reads.proposal_names()?, broken, before, reads.chain_head()?))
        })
        .await?;
    let t = texts(visitor.lang);
    let args = [("number", Value::Number(version as f64)), ("date", t.kept_day(&read.heard.held_on).into())];
    let is_unheard = read.heard.is_nobody_named();
    let title = t.with(if is_unheard { "decide-version-unheard" } else { "decide-version" }, &args);
    let here = format!("{}/decisions/{version}", around.address());
    let mut frame = around.frame(&visitor, Some(Step::Proposals), &title, here.clone(), None);
    frame.styles.push("board.css");
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            p { (t.with("decide-by", &[("name", read.by.as_str().into()), ("at", app.moment(visitor.lang, read.at).into())])) }
            @if read.heard.outdated { (notice(t, Notice::Warning, html! { p { (t.get("decide-outdated")) } })) }
            (was_broken(t, &broken))
            (doubtful_courses(t, &read.ward, &read.moved))
            (decided(t, &around, &read))
            @if is_unheard { p { (t.get("decide-nobody-heard")) } }
            (was_heard(t, &read))
            (objections(t, &read.heard.objections, &names))
            @if let Some(before) = &before {
                h2 { (t.with("decide-since", &[("number", Value::Number((version - 1) as f64))])) }
                (differences::drawn(t, before, &here, ""))
            }
            (record(t, &read))
            (take_out(t, &record_name(t, &read), &format!("{here}/record"), ""))
            p { (t.get("history-check-head")) ": " code { (head) } }
            p class="quiet" { (t.get("history-check-keep")) }
        },
    ))
}

/// What the plan broke when it was decided in spite of it: what it gives is told with that.
fn was_broken(t: &Texts, broken: &[Broken]) -> Markup {
    html! {
        @if !broken.is_empty() {
            (notice(t, Notice::Warning, html! {
                p { (t.with("decide-broken", &[("count", broken.len().into())])) }
                ul { @for one in broken { li { (t.broken_here(one)) } } }
                p { (t.get("decide-broken-figures")) }
            }))
        }
    }
}

/// What the decided plan gives and takes, and where the rest of it stands.
fn decided(t: &Texts, around: &Around, read: &DecisionRead) -> Markup {
    let here = read.proposal.map(|number| format!("{}/p/{number}", around.address()));
    html! {
        (sentences(t, &read.ward, &read.plan, here.as_deref(), true))
        @if let Some(here) = &here {
            p class="take-out on-screen" {
                a href=(format!("{here}/findings")) { (t.get("decide-report")) } " · "
                a href=(format!("{here}/plan.xlsx")) { (t.get("decide-plan-book")) } " · "
                a href=(format!("{here}/report.pdf")) { (t.get("decide-report-pdf")) } " · "
                a href=(format!("{here}/moved.csv")) { (t.get("decide-moved-csv")) }
            }
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
    ];
    // Asked for only where something didn't hold, and then it must be said.
    let in_spite = Some(("decide-in-spite", &heard.in_spite)).filter(|(_, said)| !said.trim().is_empty());
    html! {
        dl class="facts" {
            @for (key, value) in told.into_iter().chain(in_spite) {
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
            html! { (t.timing(&line.timing)) ", " (t.days(&line.days)) },
            html! { span class="together" { (line.from) " → " (line.to) } },
            html! { (line.courses.join(", ")) },
            html! { @if parts.is_empty() { (t.get("decide-not-due")) } @for (key, said) in &parts { div { (t.get(key)) ": " (said) } } },
        ])
    };
    let caption = t.with("proposals-moved-lines", &[("count", Value::Number(read.moved.len() as f64))]);
    data_table("record", &caption, &head, &read.moved.iter().map(row).collect::<Vec<_>>())
}

/// What the record is called where it is taken out.
fn record_name(t: &Texts, read: &DecisionRead) -> String {
    t.with("decide-list", &[("number", Value::Number(read.number as f64))])
}

/// What the record tells of each line.
const RECORD: [&str; 12] = [
    "proposals-task",
    "proposals-when",
    "documents-days",
    "decide-from",
    "decide-to",
    "proposals-minutes",
    "proposals-takes",
    "documents-health-work",
    "decide-nature",
    "decide-qualification",
    "decide-follow-up",
    "decide-medicines",
];

/// A line of the record as a list has it.
fn record_row(t: &Texts, heard: &Heard, line: &MovedLine) -> Vec<ListCell> {
    let said = heard.assessment(line);
    // What somebody wrote for all lines stands only where it is due.
    let of = |due: Due, said: String| ListCell::from((line.due() == due).then_some(said));
    vec![
        line.task.as_str().into(),
        t.timing(&line.timing).into(),
        t.days(&line.days).into(),
        line.from.as_str().into(),
        line.to.as_str().into(),
        ListCell::Number(line.minutes, 1),
        line.courses.join(", ").into(),
        line.health_work.then(|| t.get("documents-yes")).into(),
        of(Due::Competence, said.nature),
        of(Due::Competence, said.qualification),
        of(Due::Competence, said.follow_up),
        of(Due::Medicines, said.medicines),
    ]
}

/// The record as a list.
fn record_list(t: &Texts, read: &DecisionRead) -> List {
    List {
        name: record_name(t, read),
        columns: RECORD.iter().map(|key| t.get(key)).collect(),
        rows: read.moved.iter().map(|line| record_row(t, &read.heard, line)).collect(),
    }
}

/// `GET /u/{unit}/decisions/{version}/record.csv`, and `groups` and `lines` that differ from the version before, each as `.csv`
/// and `.xlsx`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, version)): Path<(i64, i64)>,
    address: Uri,
) -> Result<Response, Refusal> {
    let table = table_in(&address);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let list = match table.as_str() {
            "record" => record_list(t, &reads.decision(version)?),
            table => differences::list(t, &reads.since_decision(version)?, table),
        };
        Ok(list)
    })
    .await
}

/// `GET /api/v1/units/{unit}/decisions.csv` and `decisions.xlsx`: the lines that each decision moved, with what was assessed; the
/// newest decision first. One that moved nothing has a row too.
pub async fn send_all(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    let times = app.clone();
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let mut rows = Vec::new();
        for head in reads.decisions()? {
            let (heard, moved) = recorded(&head.heard, &head.moved)?;
            let decided = || -> Vec<ListCell> {
                vec![
                    ListCell::Number(head.number as f64, 0),
                    t.kept_day(&heard.held_on).into(),
                    times.moment(t.lang(), head.at).into(),
                    head.by.as_str().into(),
                ]
            };
            let lines = moved.iter().map(|line| record_row(t, &heard, line));
            rows.extend(lines.map(|line| [decided(), line].concat()));
            if moved.is_empty() {
                let mut alone = decided();
                alone.resize(alone.len() + RECORD.len(), ListCell::Empty);
                rows.push(alone);
            }
        }
        let of_decision = ["decide-number", "decide-held-on", "decide-at", "decide-who"];
        let columns: Vec<&str> = of_decision.into_iter().chain(RECORD).collect();
        Ok(list_by_keys(t, "decide-all", &columns, rows))
    })
    .await
}
