//! Vedtak: what is heard before it, the assessments that the law asks for, and the locked version.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    Assessment, BranchId, DecisionRead, Due, Failed, Heard, List, ListCell, MovedLine, ObjectionThen, OpenedProposal,
    Representing, Role, recorded,
};
use fordel_core::complaint::Value;
use fordel_core::plan::Broken;
use fordel_text::Texts;
use maud::{Markup, html};

use super::differences;
use super::frame::Around;
use super::outdated::notice_of;
use super::overview::sentences;
use super::proposals::{broken, moved};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list, table_in};
use crate::people::represents_word;
use crate::shell::{
    Field, Head, Input, Notice, Row, Step, Weight, button, data_table, faults, field, notice, page, take_out, texts,
};
use crate::visitor::Visitor;

/// `GET /u/{unit}/p/{number}/decide`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (around, opened, (objections, outdated), representatives) = read(&app, &visitor, unit, number).await?;
    let heard = Heard { objections, outdated, ..Heard::default() };
    Ok(form_page(&visitor, &around, &opened, &representatives, &heard, "", &[]))
}

/// What a form needs: the proposal, the objections to its lines as they stand now with whether the sheets have been changed
/// since it was made, and those who speak for others in the unit.
type Read = (Around, Arc<OpenedProposal>, (Vec<ObjectionThen>, bool), Vec<Representing>);

async fn read(app: &App, visitor: &Visitor, unit: i64, number: i64) -> Result<Read, Refusal> {
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
        let then = (reads.objections_to(&opened)?, reads.is_outdated(&opened)?);
        Ok((Around::of(s, &reads)?, opened, then, reads.representatives()?))
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
    let seen: Option<i64> = sent.get("version").and_then(|version| version.parse().ok());
    let (who, asked, said) = (visitor.who.clone(), heard.clone(), minutes.clone());
    let decided = app.run(move |s| {
        let leads = s.unit(&who, BranchId(unit))?.lead()?;
        // What somebody has changed since isn't what was looked at.
        if seen != Some(leads.proposal(number)?.kept.head.version) {
            return Err(Failed::Stale);
        }
        leads.decide(number, &asked, &said)
    });
    let (status, wrong) = match decided.await {
        Ok(version) => return Ok(Redirect::to(&format!("/u/{unit}/decisions/{version}")).into_response()),
        Err(refusal) if matches!(refusal.failed(), Failed::Stale) => {
            (StatusCode::CONFLICT, vec![("proposal", "decide-stale")])
        }
        Err(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.fields()?),
    };
    let (around, opened, (objections, outdated), representatives) = read(&app, &visitor, unit, number).await?;
    let heard = Heard { objections, outdated, ..heard };
    let page = form_page(&visitor, &around, &opened, &representatives, &heard, &minutes, &wrong);
    Ok((status, page).into_response())
}

/// The parts of an assessment, as they are called in the form.
const PARTS: [&str; 4] = ["nature", "qualification", "follow_up", "medicines"];

/// What was filled in. An assessment's fields are `nature-<line>`; without a line it stands for all.
fn heard(sent: &BTreeMap<String, String>) -> Heard {
    let of = |name: &str| sent.get(name).cloned().unwrap_or_default();
    // Those who were ticked, then what was written beside them.
    let named = |kind: &str| {
        let is_ticked = |name: &str| name.strip_prefix(kind).is_some_and(|rest| rest.starts_with('-'));
        let ticked = sent.iter().filter(|(name, _)| is_ticked(name)).map(|(_, value)| value.trim());
        let all = ticked.chain(sent.get(kind).map(|written| written.trim())).filter(|said| !said.is_empty());
        all.collect::<Vec<_>>().join(", ")
    };
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
        union: named("union"),
        safety: named("safety"),
        others: of("others"),
        disagreement: of("disagreement"),
        in_spite: of("in_spite"),
        assessments,
        ..Heard::default()
    }
}

fn form_page(
    visitor: &Visitor,
    around: &Around,
    opened: &OpenedProposal,
    representatives: &[Representing],
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
    frame.styles.push("board.css");
    let unanswered = heard.objections.iter().filter(|said| said.answer.is_none()).count();
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
            (notice_of(t, &around.address(), heard.outdated))
            (broken(t, opened))
            @if unanswered > 0 { (notice(t, Notice::Warning, html! { p { (t.with("decide-unanswered", &[("count", unanswered.into())])) } })) }
            (objections(t, &heard.objections))
            (faults(t, &fields))
            form method="post" action=(here) class="stack" {
                input type="hidden" name="version" value=(opened.kept.head.version);
                fieldset class="ds-fieldset stack narrow" {
                    legend { h2 { (t.get("decide-heard")) } }
                    @for one in &fields { (field(t, one)) (offered(t, one, representatives)) }
                }
                @if !due.is_empty() { (assessments(t, heard, &due)) }
                div class="actions" { (button(&t.get("decide-do"), Weight::Main, None)) }
            }
            h2 { (t.get("decide-what-moves")) }
            (moved(t, opened, &format!("{}/p/{number}", around.address())))
        },
    )
}

/// Those who speak for others in the unit, to be ticked as heard beside the field of their kind, where they don't stand in it.
fn offered(t: &Texts, field: &Field, representatives: &[Representing]) -> Markup {
    let of_kind = |one: &&Representing| one.represents.word() == field.name && !field.value.contains(&one.name);
    html! {
        @for one in representatives.iter().filter(of_kind) {
            @let id = format!("{}-{}", field.name, one.person);
            @let told = [("name", one.name.as_str().into()), ("represents", represents_word(t, one.represents).into())];
            div class="ds-field" {
                input class="ds-input" type="checkbox" id=(id) name=(id) value=(one.name);
                label class="ds-label" for=(id) data-weight="regular" { (t.with("decide-offered", &told)) }
            }
        }
    }
}

/// The objections to the lines, with their answers.
fn objections(t: &Texts, objections: &[ObjectionThen]) -> Markup {
    html! {
        @if !objections.is_empty() {
            section class="objections" aria-labelledby="objections-head" {
                h2 id="objections-head" { (t.get("board-objections")) }
                ul {
                    @for said in objections {
                        li {
                            (said.task) ":"
                            blockquote { (said.text) }
                            @match &said.answer {
                                Some(answer) => {
                                    p class="quiet" { (t.get("board-answer")) ":" }
                                    blockquote class="answer" { (answer) }
                                }
                                None => { p { (t.get("decide-objection-open")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The lines that lack an assessment, so that nobody has to look for them.
fn unassessed(t: &Texts, lines: &[&MovedLine]) -> Markup {
    html! {
        ul {
            @for line in lines {
                li { (line.task) " (" (t.timing(&line.timing)) ", " (t.days(&line.days)) "): " (line.from) " → " (line.to) }
            }
        }
    }
}

/// The assessments: one that stands for all, then each line's own. Each line needs one of the two.
fn assessments(t: &Texts, heard: &Heard, due: &[&MovedLine]) -> Markup {
    let part = |part: &str, line: &str, value: &str| {
        let name = if line.is_empty() { part.to_owned() } else { format!("{part}-{line}") };
        let hint = if line.is_empty() { "decide-for-all-hint" } else { "decide-each-hint" };
        Field::new(name, t.get(&format!("decide-{}", part.replace('_', "-"))), Input::Line("text"))
            .value(value)
            .hint(t.get(hint))
            .conditional()
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
                        h3 { (line.task) " (" (t.timing(&line.timing)) ", " (t.days(&line.days)) "): " (line.from) " → " (line.to) }
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
    let (around, read, broken, before, head) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let read = reads.decision(version)?;
            let broken = read.report().broken;
            let before = if version > 1 { Some(reads.since_decision(version)?) } else { None };
            Ok((Around::of(s, &reads)?, read, broken, before, reads.chain_head()?))
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
            (decided(t, &around, &read))
            @if is_unheard { p { (t.get("decide-nobody-heard")) } }
            (was_heard(t, &read))
            (objections(t, &read.heard.objections))
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
                    heard.held_on.as_str().into(),
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

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;

    /// Health work for which the new group takes a course.
    fn moved_line(medicines: bool) -> MovedLine {
        MovedLine {
            row: 4,
            task: "Sårstell".into(),
            timing: "07-09".into(),
            days: vec![1, 2],
            from: "SPL".into(),
            to: "HFA".into(),
            minutes: 10.0,
            courses: vec!["sårstell".into()],
            health_work: true,
            medicines,
        }
    }

    #[test]
    fn an_english_page_says_around_the_clock() {
        let line = MovedLine { timing: "døgn".into(), ..moved_line(false) };
        let told = unassessed(texts(Lang::En), &[&line]).into_string();
        assert!(told.contains("around the clock, ") && !told.contains("døgn"), "{told}");
    }

    #[test]
    fn an_assessment_that_a_line_needs_is_never_called_optional() {
        let lines = [moved_line(false), moved_line(true)];
        let t = texts(Lang::Nb);
        let form = assessments(t, &Heard::default(), &lines.each_ref()).into_string();
        assert!(!form.contains(&t.get("web-optional")) && !form.contains("required"), "{form}");
        for name in ["nature", "medicines", "follow_up-4-12", "medicines-4-12"] {
            assert!(form.contains(&format!("aria-describedby=\"{name}-hint\"")), "{name}\n{form}");
        }
        assert!(form.contains("hvis ikke hver linje har sin egen vurdering"), "{form}");
        assert!(form.contains("hvis det ikke står noe for alle"), "{form}");
    }
}
