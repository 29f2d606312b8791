//! Vedtak: what is heard before it, and the assessments that the law asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    Assessment, BranchId, Due, Failed, Heard, MovedLine, ObjectionThen, OpenedProposal, Representing, Role, doubtful,
};
use fordel_core::complaint::Value;
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Around;
use super::objections::{way_to_whole, whole_plan};
use super::outdated::notice_of;
use super::proposals::{broken, moved};
use crate::answer::Refusal;
use crate::app::App;
use crate::people::represents_word;
use crate::shell::{Field, Input, Notice, Step, Weight, button, checkbox_of, faults, field, notice, page, texts};
use crate::visitor::Visitor;

/// `GET /u/{unit}/p/{number}/decide`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (around, opened, (objections, outdated), known) = read(&app, &visitor, unit, number).await?;
    let heard = Heard { objections, outdated, ..Heard::default() };
    Ok(form_page(&visitor, &around, &opened, &known, &heard, "", &[]))
}

/// What a form needs: the proposal, the objections to it as they stand now with whether the sheets have been changed
/// since it was made, and what else is known.
type Read = (Around, Arc<OpenedProposal>, (Vec<ObjectionThen>, bool), Known);

/// What is known of a unit and a proposal beside it.
struct Known {
    /// Those who speak for others in the unit.
    representatives: Vec<Representing>,
    /// The names of the unit's proposals, by number.
    names: BTreeMap<i64, String>,
    /// The version as which the proposal was decided as it stands.
    decided: Option<i64>,
    /// Whether that is the version that holds: it isn't decided once more.
    holds: bool,
}

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
        let (decided, holds) = (reads.decided_as(&opened)?, reads.holds_as(&opened)?.is_some());
        let (representatives, names) = (reads.representatives()?, reads.proposal_names()?);
        let known = Known { representatives, names, decided, holds };
        Ok((Around::of(s, &reads)?, opened, then, known))
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
    let (around, opened, (objections, outdated), known) = read(&app, &visitor, unit, number).await?;
    let heard = Heard { objections, outdated, ..heard };
    let page = form_page(&visitor, &around, &opened, &known, &heard, &minutes, &wrong);
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
    known: &Known,
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
            (doubtful_courses(t, &opened.ward, &lines))
            (objections(t, &heard.objections, &known.names))
            div class="actions" { (way_to_whole(t, &around.address(), number)) }
            @if let Some(version) = known.decided {
                @let told = if known.holds { "decide-holds" } else { "decide-before" };
                (notice(t, Notice::Info, html! { p {
                    a href=(format!("{}/decisions/{version}", around.address())) { (t.with(told, &[("number", Value::Number(version as f64))])) }
                } }))
            }
            @if !known.holds {
                (faults(t, &fields))
                form method="post" action=(here) class="stack" {
                    input type="hidden" name="version" value=(opened.kept.head.version);
                    fieldset class="ds-fieldset stack narrow" {
                        legend { h2 { (t.get("decide-heard")) } }
                        @for one in &fields { (field(t, one)) (offered(t, one, &known.representatives)) }
                    }
                    @if !due.is_empty() { (assessments(t, heard, &due)) }
                    div class="actions" { (button(&t.get("decide-do"), Weight::Main, None)) }
                }
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
            (checkbox_of(&id, &id, &one.name, &t.with("decide-offered", &told), false))
        }
    }
}

/// The moved lines whose courses are probably not filled in whole, each in a sentence.
pub(super) fn doubtful_courses(t: &Texts, ward: &Ward, moved: &[MovedLine]) -> Markup {
    let lines = doubtful(ward, moved);
    let told = |line: &MovedLine| {
        t.with("decide-doubtful", &[("task", line.task.as_str().into()), ("group", line.to.as_str().into())])
    };
    html! {
        @if !lines.is_empty() { (notice(t, Notice::Warning, html! { @for line in lines { p { (told(line)) } } })) }
    }
}

/// The objections to the lines and to the whole plan, with their answers; `names` are the unit's proposals' by number.
pub(super) fn objections(t: &Texts, objections: &[ObjectionThen], names: &BTreeMap<i64, String>) -> Markup {
    let named = |number: Option<i64>| number.and_then(|number| names.get(&number)).map(String::as_str);
    html! {
        @if !objections.is_empty() {
            section class="objections" aria-labelledby="objections-head" {
                h2 id="objections-head" { (t.get("board-objections")) }
                ul {
                    @for said in objections {
                        li {
                            @match &said.task { Some(task) => (task), None => (whole_plan(t, said.proposal, named(said.proposal))) } ":"
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

/// A line that moves: what it is, when, from whom and to whom.
fn moves(t: &Texts, line: &MovedLine) -> Markup {
    html! { (line.task) " (" (t.timing(&line.timing)) ", " (t.days(&line.days)) "): " (line.from) " → " (line.to) }
}

/// The lines that lack an assessment, so that nobody has to look for them.
fn unassessed(t: &Texts, lines: &[&MovedLine]) -> Markup {
    html! {
        ul {
            @for line in lines {
                li { (moves(t, line)) }
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
    // A line can move on weekdays and at the weekend each for itself.
    let lines: BTreeSet<_> = due.iter().map(|line| line.row).collect();
    let counts = [("placements", due.len().into()), ("lines", lines.len().into())];
    html! {
        fieldset class="ds-fieldset stack" {
            legend { h2 { (t.with("decide-assessments", &counts)) } }
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
                        h3 { (moves(t, line)) }
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
        assert!(form.contains("hvis ikke hver plassering har sin egen vurdering"), "{form}");
        assert!(form.contains("hvis det ikke står noe for alle"), "{form}");
        assert!(form.contains("2 plasseringer på én linje krever en vurdering"), "{form}");
    }
}
