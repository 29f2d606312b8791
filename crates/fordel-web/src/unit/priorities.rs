//! The ward's colours for the traffic light: the lines that lack one, by category, with what is usual there; many at once.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, ColourCategory, ColourLine, Colouring, Conflict, Role, RowId};
use fordel_core::complaint::Value;
use fordel_core::ward::Priority;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Link, Notice, Step, Weight, button, empty_state, link_button, notice, page, texts};
use crate::visitor::Visitor;

/// Colours with their words in forms and keys.
const COLOURS: [(Priority, &str); 3] =
    [(Priority::Red, "red"), (Priority::Yellow, "yellow"), (Priority::Green, "green")];
/// What a form sends to take a colour away.
const NONE: &str = "none";

/// Which lines are shown, and what was just saved.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// `1`: all lines, not only those without a colour.
    alle: Option<String>,
    /// How many lines were just given a colour.
    lagret: Option<usize>,
}

/// What is shown.
struct Shown {
    around: Around,
    categories: Vec<ColourCategory>,
    may: bool,
    all: bool,
}

async fn read(app: &App, visitor: &Visitor, unit: i64, all: bool) -> Result<Shown, Refusal> {
    let (t, who) = (texts(visitor.lang), visitor.who.clone());
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let may = reads.role() >= Role::Contributor;
        Ok(Shown { around: Around::of(s, &reads)?, categories: reads.colours(all, t)?, may, all })
    })
    .await
}

/// `GET /u/{unit}/priorities`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit, wanted.alle.as_deref() == Some("1")).await?;
    Ok(drawn(&visitor, &shown, wanted.lagret, &[]))
}

/// `POST /u/{unit}/priorities`.
pub async fn set(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let t = texts(visitor.lang);
    let all = sent.get("alle").is_some_and(|all| all == "1");
    let wanted = wanted(&sent);
    let (who, colours) = (visitor.who.clone(), wanted.clone());
    let conflicts: Vec<(String, Conflict)> = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            if colours.is_empty() {
                return Ok(Vec::new());
            }
            let batch = format!("colours-{}", s.now().0);
            let conflicts = contributes.colour(&batch, &colours, t)?.conflicts;
            let lines = contributes.colours(true, t)?.into_iter().flat_map(|category| category.lines);
            let names: BTreeMap<RowId, String> = lines.map(|line| (line.row, line.name)).collect();
            let named = |conflict: Conflict| (names.get(&conflict.row).cloned().unwrap_or_default(), conflict);
            Ok(conflicts.into_iter().map(named).collect())
        })
        .await?;
    let query = if all { "&alle=1" } else { "" };
    if conflicts.is_empty() {
        return Ok(Redirect::to(&format!("/u/{unit}/priorities?lagret={}{query}", wanted.len())).into_response());
    }
    let shown = read(&app, &visitor, unit, all).await?;
    let told: Vec<String> = conflicts.iter().map(|(line, conflict)| meanwhile(t, line, conflict)).collect();
    let saved = Some(wanted.len().saturating_sub(told.len())).filter(|saved| *saved > 0);
    Ok((StatusCode::CONFLICT, drawn(&visitor, &shown, saved, &told)).into_response())
}

/// That somebody else was first at a line: both colours.
fn meanwhile(t: &Texts, line: &str, conflict: &Conflict) -> String {
    if conflict.removed {
        return t.get("history-conflict-row");
    }
    let colour = |cell: &str| if cell.is_empty() { t.get("priorities-without") } else { cell.to_owned() };
    let who = conflict.by.clone().unwrap_or_else(|| t.get("workshop-somebody"));
    let (mine, theirs) = (colour(&conflict.mine).into(), colour(&conflict.theirs).into());
    t.with("priorities-conflict", &[("line", line.into()), ("mine", mine), ("who", who.into()), ("theirs", theirs)])
}

/// The colours that a form asks for: a line's own choice, else its category's where the line has none.
fn wanted(sent: &BTreeMap<String, String>) -> Vec<Colouring> {
    let mut wanted = Vec::new();
    for (name, was) in sent {
        // `var.<category>.<row>` holds what stood in the cell.
        let Some((category, row)) = name.strip_prefix("var.").and_then(|rest| rest.split_once('.')) else { continue };
        let Ok(id) = row.parse::<i64>() else { continue };
        let of = |name: String| sent.get(&name).map_or("", String::as_str);
        let own = of(format!("linje.{row}"));
        let chosen = match (own, was.is_empty()) {
            ("", true) => of(format!("kategori.{category}")),
            (own, _) => own,
        };
        let colour = COLOURS.iter().find(|(_, word)| *word == chosen).map(|(colour, _)| *colour);
        if colour.is_some() || chosen == NONE {
            wanted.push(Colouring { row: RowId(id), was: was.clone(), colour });
        }
    }
    wanted
}

fn drawn(visitor: &Visitor, shown: &Shown, saved: Option<usize>, conflicts: &[String]) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get(if shown.all { "priorities-title" } else { "priorities-title-missing" });
    let unit = shown.around.address();
    let here = format!("{unit}/priorities");
    let missing = shown.around.completeness.no_priority;
    let address = if shown.all { format!("{here}?alle=1") } else { here.clone() };
    let mut frame = shown.around.frame(visitor, Some(Step::Now), &title, address, None);
    frame.styles.push("now.css");
    frame.wrong = !conflicts.is_empty();
    let other = if shown.all {
        Link::new(t.get("priorities-missing-only"), here.clone())
    } else {
        Link::new(t.get("priorities-all"), format!("{here}?alle=1"))
    };
    let back = Link::new(t.get("priorities-back"), format!("{unit}/now"));
    let map = Link::new(t.get("overview-empty-action"), format!("{unit}/mapping"));
    let count = |count: usize| Value::Number(count as f64);
    page(
        &frame,
        html! {
            h1 { (title) }
            p class="lead" { (t.get("priorities-lead")) }
            @if !conflicts.is_empty() {
                (notice(t, Notice::Danger, html! {
                    div tabindex="-1" data-takes-focus {
                        p { strong { (t.get("priorities-not-saved")) } }
                        ul { @for told in conflicts { li { (told) } } }
                    }
                }))
            }
            @if let Some(saved) = saved {
                (notice(t, Notice::Success, html! { p tabindex="-1" data-takes-focus { (t.with("priorities-saved", &[("count", count(saved))])) " " a href=(format!("{unit}/history")) { (t.get("web-step-history")) } } }))
            }
            p { (t.with("priorities-count", &[("missing", count(missing)), ("lines", count(shown.around.completeness.lines))])) }
            div class="actions" { (link_button(&other, Weight::Light)) (link_button(&back, Weight::Light)) }
            @if shown.around.completeness.lines == 0 {
                (empty_state(&t.get("priorities-empty"), &t.get("priorities-empty-do"), html! { @if shown.may { (link_button(&map, Weight::Main)) } }))
            } @else if shown.categories.is_empty() {
                (empty_state(&t.get("priorities-none"), &t.get("priorities-none-do"), html! {}))
            } @else if shown.may {
                p { (t.get("priorities-how")) }
                form method="post" action=(here) class="colours" {
                    @if shown.all { input type="hidden" name="alle" value="1"; }
                    @for (at, category) in shown.categories.iter().enumerate() { (of_category(t, at, category)) }
                    div class="actions save" { (button(&t.get("priorities-save"), Weight::Main, None)) }
                }
            } @else {
                @for category in &shown.categories {
                    h2 { (name(t, category)) }
                    ul { @for line in &category.lines { li { (line.name) " " span class="quiet" { (line.when) } " " (colour(t, line)) } } }
                }
            }
        },
    )
}

fn name(t: &Texts, category: &ColourCategory) -> String {
    if category.name.is_empty() { t.get("priorities-no-category") } else { t.category(&category.name).to_owned() }
}

fn colour(t: &Texts, line: &ColourLine) -> String {
    match COLOURS.iter().find(|(colour, _)| Some(*colour) == line.colour) {
        Some((_, word)) => t.get(&format!("light-{word}")),
        None if line.written.is_empty() => t.get("priorities-without"),
        None => line.written.clone(),
    }
}

fn of_category(t: &Texts, at: usize, category: &ColourCategory) -> Markup {
    let usual = category.usual().and_then(|usual| COLOURS.iter().find(|(colour, _)| *colour == usual));
    let lacking = category.lines.iter().filter(|line| line.written.is_empty()).count();
    html! {
        section aria-labelledby=(format!("category-{at}")) {
            h2 id=(format!("category-{at}")) { (name(t, category)) " " span class="quiet" { (t.with("priorities-lines", &[("count", Value::Number(category.lines.len() as f64))])) } }
            @if let (Some((_, word)), Some(place)) = (usual, category.standard) {
                p class="hint" { (t.with("priorities-usual", &[("colour", t.get(&format!("light-{word}")).into())])) " " (t.get(&format!("priorities-why-{}", place + 1))) }
            }
            @if lacking > 0 {
                (choose(t, &format!("kategori.{at}"), &t.with("priorities-whole", &[("count", Value::Number(lacking as f64))]), false, "whole"))
            }
            ul class="lines" {
                @for line in &category.lines {
                    li {
                        (choose(t, &format!("linje.{}", line.row), &line.name, !line.written.is_empty(), "line"))
                        p class="quiet" {
                            @if !line.when.is_empty() { (line.when) ". " }
                            @if !line.written.is_empty() { (t.with("priorities-now", &[("colour", colour(t, line).into())])) " " }
                            @if line.bound { (t.get("priorities-bound")) }
                        }
                        input type="hidden" name=(format!("var.{at}.{}", line.row)) value=(line.written);
                    }
                }
            }
        }
    }
}

/// A colour to choose; at first what stands there stays.
fn choose(t: &Texts, name: &str, label: &str, has_one: bool, class: &str) -> Markup {
    html! {
        div class=(format!("ds-field {class}")) {
            label class="ds-label" for=(name) { (label) }
            select class="ds-input" id=(name) name=(name) {
                option value="" { (t.get("priorities-as-is")) }
                @for (_, word) in COLOURS { option value=(word) { (t.get(&format!("priorities-choice-{word}"))) } }
                @if has_one { option value=(NONE) { (t.get("priorities-choice-none")) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lines_own_choice_goes_before_its_categorys_which_touches_only_lines_without_a_colour() {
        let sent = [
            ("kategori.0", "yellow"),
            ("var.0.1", ""),
            ("linje.1", ""),
            ("var.0.2", ""),
            ("linje.2", "red"),
            ("var.0.3", "grønn"),
            ("linje.3", ""),
            ("var.1.4", "gul"),
            ("linje.4", "none"),
            ("var.1.5", ""),
            ("linje.5", "tull"),
            ("var.x", ""),
        ];
        let sent: BTreeMap<String, String> = sent.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let told: Vec<_> = wanted(&sent).into_iter().map(|w| (w.row.0, w.was, w.colour)).collect();
        let was = |text: &str| text.to_owned();
        assert_eq!(
            told,
            [(1, was(""), Some(Priority::Yellow)), (2, was(""), Some(Priority::Red)), (4, was("gul"), None)]
        );
    }
}
