//! Oppgavebibliotek: the usual tasks of kinds of unit and of other units, ticked and added to this one.

use std::collections::{BTreeMap, BTreeSet};

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, Brought, KINDS_OF_UNIT, LibraryTask, ListCell, Usual, Whose, days_said, sheet_label, timing_said,
};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::shell::{
    Choice, Head, Link, Notice, Row, Step, Weight, button, checkbox_of, data_table, empty_state, escaped, link_button,
    narrowing, notice, page, tag, take_out, texts,
};
use crate::visitor::Visitor;

/// Units that are named where a task comes from; the rest is counted.
const NAMED: usize = 4;
/// The choice of tasks without a category.
const UNCATEGORISED: &str = "-";

/// The choice of the tasks of other units.
const UNITS: &str = "enheter";

/// What the address asks for: whose tasks, words, a category, and what is ticked, also where the words leave it out.
#[derive(Clone, Debug, Default)]
struct Asked {
    whose: Whose,
    words: String,
    category: String,
    chosen: BTreeSet<String>,
    /// What was added just now: tasks, lines, cells left empty, rows of activity and courses.
    added: Option<[f64; 4]>,
}

impl Asked {
    fn of(pairs: Vec<(String, String)>) -> Asked {
        let mut asked = Asked::default();
        for (name, value) in pairs {
            match &*name {
                "q" => value.trim().clone_into(&mut asked.words),
                "kategori" => asked.category = value,
                "type" if value == UNITS => asked.whose = Whose::Units,
                "type" => {
                    let kind = KINDS_OF_UNIT.into_iter().find(|kind| kind.key == value);
                    asked.whose = kind.map_or(Whose::All, Whose::Kind);
                }
                "velg" => drop(asked.chosen.insert(value)),
                "lagt" => {
                    let numbers: Vec<f64> =
                        value.split('-').filter_map(|n| n.parse::<u32>().ok()).map(f64::from).collect();
                    asked.added = numbers.try_into().ok();
                }
                _ => {}
            }
        }
        asked
    }

    /// Whether a task is shown.
    fn shows(&self, task: &LibraryTask) -> bool {
        let sought = self.words.to_lowercase();
        let found = sought.split_whitespace().all(|word| task.name.to_lowercase().contains(word));
        let category = if task.category.is_empty() { UNCATEGORISED } else { &task.category };
        found && (self.category.is_empty() || self.category == category)
    }

    /// The query of this selection, without what is ticked.
    fn query(&self) -> String {
        let pairs = [("type", self.kind()), ("q", &*self.words), ("kategori", &*self.category)];
        let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
        filled.map(|(name, value)| format!("&{name}={}", escaped(value))).collect()
    }

    /// Whose tasks, as the address says it.
    fn kind(&self) -> &'static str {
        match self.whose {
            Whose::All => "",
            Whose::Kind(kind) => kind.key,
            Whose::Units => UNITS,
        }
    }
}

/// `GET /u/{unit}/library`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Markup, Refusal> {
    let asked = Asked::of(pairs);
    let (around, tasks) = read(&app, &visitor, unit, asked.whose).await?;
    Ok(drawn(&visitor, &around, &tasks, &asked, false))
}

/// `POST /u/{unit}/library`: what is ticked becomes lines.
pub async fn add(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let asked = Asked::of(pairs);
    let (who, chosen, whose, lang) = (visitor.who.clone(), asked.chosen.clone(), asked.whose, visitor.lang);
    let added = app
        .run(move |s| s.unit(&who, BranchId(unit))?.contribute()?.add_from_library(&chosen, whose, texts(lang)))
        .await?;
    if added.tasks == 0 {
        let (around, tasks) = read(&app, &visitor, unit, asked.whose).await?;
        let again = drawn(&visitor, &around, &tasks, &asked, true);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response());
    }
    let told = format!("{}-{}-{}-{}", added.tasks, added.rows, added.left, added.brought);
    Ok(Redirect::to(&format!("/u/{unit}/library?lagt={told}{}", asked.query())).into_response())
}

/// `GET /u/{unit}/library.csv` and `library.xlsx`: the tasks that the address asks for.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(pairs): Query<Vec<(String, String)>>,
    address: Uri,
) -> Result<Response, Refusal> {
    let asked = Asked::of(pairs);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        let tasks = contributes.library(asked.whose, t)?;
        let row = |task: &LibraryTask| -> Vec<ListCell> {
            let minutes = |of: fn(&Usual) -> f64| task.minutes.as_ref().map(|usual| ListCell::Number(of(usual), 1));
            let often: Vec<String> = task.lines.iter().map(|line| often(t, line, true)).collect();
            vec![
                category_name(t, &task.category).into(),
                task.name.as_str().into(),
                minutes(|usual| usual.median).into(),
                minutes(|usual| usual.low).into(),
                minutes(|usual| usual.high).into(),
                often.join("\n").into(),
                task.lowest.join(", ").into(),
                task.courses.join(", ").into(),
                source(t, task).into(),
                task.here.then(|| t.get("documents-yes")).into(),
            ]
        };
        let columns = [
            "library-category",
            "library-task",
            "library-minutes",
            "library-list-low",
            "library-list-high",
            "library-lines",
            "library-lowest",
            "library-courses",
            "library-source",
            "library-here",
        ];
        let rows = tasks.iter().filter(|task| asked.shows(task)).map(row).collect();
        Ok(list_by_keys(t, "library-title", &columns, rows))
    })
    .await
}

async fn read(app: &App, visitor: &Visitor, unit: i64, whose: Whose) -> Result<(Around, Vec<LibraryTask>), Refusal> {
    let (who, lang) = (visitor.who.clone(), visitor.lang);
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        Ok((Around::of(s, &contributes)?, contributes.library(whose, texts(lang))?))
    })
    .await
}

fn number(n: usize) -> Value {
    Value::Number(n as f64)
}

fn drawn(visitor: &Visitor, around: &Around, tasks: &[LibraryTask], asked: &Asked, wrong: bool) -> Markup {
    let t = texts(visitor.lang);
    let unit = around.address();
    let title = t.get("library-title");
    let here = format!("{unit}/library?{}", asked.query().trim_start_matches('&'));
    let mut frame = around.frame(visitor, Some(Step::Mapping), &title, here, None);
    frame.wrong = wrong;
    frame.styles.push("library.css");
    let shown: Vec<&LibraryTask> = tasks.iter().filter(|task| asked.shows(task)).collect();
    let mut groups: BTreeMap<usize, Vec<&LibraryTask>> = BTreeMap::new();
    let categories = categories(tasks);
    for task in &shown {
        groups.entry(categories.iter().position(|c| *c == task.category).unwrap_or_default()).or_default().push(task);
    }
    let is_shown = |id: &String| shown.iter().any(|task| task.id == *id && !task.here);
    let known = |id: &&String| tasks.iter().any(|task| task.id == **id && !task.here);
    let hidden: Vec<&String> = asked.chosen.iter().filter(|id| !is_shown(id)).filter(known).collect();
    let offered = shown.iter().any(|task| !task.here);
    page(
        &frame,
        html! {
            h1 { (title) }
            p class="lead" { (t.get("library-lead")) }
            @if let Some(added) = asked.added { (told(t, &unit, added)) }
            @if wrong { (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (t.get("library-none-chosen")) } })) }
            // One form: what is ticked goes along when one seeks on. The first button is what Enter presses.
            form method="get" action=(format!("{unit}/library")) class="library" {
                (filter(t, &categories, asked))
                p { (t.with("library-shown", &[("count", number(shown.len())), ("here", number(shown.iter().filter(|task| task.here).count()))])) @if offered { " " (t.get("library-add-how")) } }
                @if shown.is_empty() { (empty_state(&t.get("library-empty"), &t.get("library-empty-do"), html! {})) }
                @for (at, tasks) in &groups { (table(t, *at, &category_name(t, categories[*at]), tasks, asked)) }
                @if !shown.is_empty() { (take_out(t, &title, &format!("{unit}/library"), &format!("?{}", asked.query().trim_start_matches('&')))) }
                @for id in &hidden { input type="hidden" name="velg" value=(id); }
                @if offered || !hidden.is_empty() {
                    div class="adding" {
                        button class="ds-button" type="submit" formmethod="post" formaction=(format!("{unit}/library")) data-color="accent" { (t.get("library-add")) }
                        @if !hidden.is_empty() { span { (t.with("library-hidden", &[("count", number(hidden.len()))])) } }
                    }
                }
            }
        },
    )
}

fn told(t: &Texts, unit: &str, [tasks, rows, left, brought]: [f64; 4]) -> Markup {
    let added = [("tasks", Value::Number(tasks)), ("rows", Value::Number(rows))];
    notice(
        t,
        Notice::Success,
        html! {
            div tabindex="-1" data-takes-focus {
                p { (t.with("library-added", &added)) }
                @if brought > 0.0 { p { (t.with("library-added-brought", &[("count", Value::Number(brought))])) } }
                @if left > 0.0 { p { (t.with("library-added-left", &[("count", Value::Number(left))])) } }
            }
            div class="actions" { (link_button(&Link::new(t.get("library-added-see"), format!("{unit}/mapping")), Weight::Other)) }
        },
    )
}

/// The categories in the order in which tasks have them; those without one last.
fn categories(tasks: &[LibraryTask]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<&str> = tasks.iter().map(|task| &*task.category).filter(|name| seen.insert(*name)).collect();
    all.sort_by_key(|name| name.is_empty());
    all
}

fn category_name(t: &Texts, category: &str) -> String {
    if category.is_empty() { t.get("library-uncategorised") } else { category.to_owned() }
}

fn filter(t: &Texts, categories: &[&str], asked: &Asked) -> Markup {
    let choice = |category: &&str| {
        let value = if category.is_empty() { UNCATEGORISED } else { category };
        Choice::new(value, category_name(t, category))
    };
    let all = Choice::new("", t.get("library-all"));
    let choices: Vec<Choice> = [all].into_iter().chain(categories.iter().map(choice)).collect();
    let kinds = KINDS_OF_UNIT.iter().map(|kind| Choice::new(kind.key, t.get(&format!("library-kind-{}", kind.key))));
    let of_all = [Choice::new("", t.get("library-kind-all"))].into_iter().chain(kinds);
    let whose: Vec<Choice> = of_all.chain([Choice::new(UNITS, t.get("library-kind-units"))]).collect();
    html! {
        div class="row" role="search" aria-label=(t.get("library-filter")) {
            (narrowing("type", &t.get("library-kind"), &whose, asked.kind()))
            div class="ds-field" {
                label class="ds-label" for="q" data-weight="medium" { (t.get("library-search")) }
                input class="ds-input" type="search" id="q" name="q" value=(asked.words);
            }
            (narrowing("kategori", &t.get("library-category"), &choices, &asked.category))
            div class="actions" { (button(&t.get("library-show"), Weight::Other, None)) }
        }
    }
}

fn table(t: &Texts, at: usize, category: &str, tasks: &[&LibraryTask], asked: &Asked) -> Markup {
    let head = [
        Head::text(t.get("library-task")),
        Head::number(t.get("library-minutes")),
        Head::text(t.get("library-lines")),
        Head::text(t.get("library-lowest")),
        Head::text(t.get("library-courses")),
        Head::text(t.get("library-source")),
    ];
    let rows: Vec<Row> = tasks.iter().map(|task| row(t, task, asked.chosen.contains(&task.id))).collect();
    data_table(&format!("category-{at}"), category, &head, &rows)
}

fn row(t: &Texts, task: &LibraryTask, ticked: bool) -> Row {
    let id = format!("task-{}", task.id);
    let minutes = task.minutes.map_or_else(|| t.get("library-unknown"), |usual| minutes_said(t, usual));
    let all_minutes: BTreeSet<&str> = task.lines.iter().map(|line| cell(line, "Minutter")).collect();
    Row::new(vec![
        html! {
            @if task.here {
                (task.name) " " (tag(&t.get("library-here"), None))
            } @else {
                (checkbox_of(&id, "velg", &task.id, &task.name, ticked))
                @if !task.brings.is_empty() { span class="quiet brings" { (brings(t, task)) } }
            }
        },
        html! { (minutes) },
        html! { ul class="tasks" { @for line in &task.lines { li { (often(t, line, all_minutes.len() > 1)) } } } },
        html! { (task.lowest.join(", ")) },
        html! { (task.courses.join(", ")) },
        html! { (source(t, task)) },
    ])
}

/// Usual minutes, with the least and the most that any source tells where these differ.
pub(super) fn minutes_said(t: &Texts, usual: Usual) -> String {
    if usual.low >= usual.high {
        return t.number(usual.median);
    }
    let [median, low, high] = [usual.median, usual.low, usual.high].map(Value::Number);
    t.with("library-range", &[("median", median), ("low", low), ("high", high)])
}

/// What comes along with a task: `pasienter (Aktivitet)`.
fn brings(t: &Texts, task: &LibraryTask) -> String {
    let one = |row: &Brought| format!("{} ({})", row.name, sheet_label(&row.sheet, t));
    let rows: Vec<String> = task.brings.iter().map(one).collect();
    t.with("library-brings", &[("rows", t.list(&rows).into())])
}

fn cell<'c>(line: &'c BTreeMap<String, String>, column: &str) -> &'c str {
    line.get(column).map(String::as_str).unwrap_or_default()
}

/// When a line occurs, and how often; its minutes too where lines differ in these.
fn often(t: &Texts, line: &BTreeMap<String, String>, with_minutes: bool) -> String {
    let mut told = vec![timing_said(cell(line, "Tidsintervall"), t), days_said(cell(line, "Dager"), t.lang())];
    told.retain(|text| !text.is_empty());
    match (cell(line, "Antall"), cell(line, "Per")) {
        ("", _) if !matches!(cell(line, "Bundet"), "" | "nei" | "no") => told.push(t.get("library-bound")),
        ("", _) => {}
        (count, per) => {
            let per = if per.is_empty() { t.get("library-day") } else { per.to_owned() };
            told.push(t.with("library-often", &[("count", count.into()), ("per", per.into())]));
        }
    }
    let minutes = cell(line, "Minutter");
    if with_minutes && !minutes.is_empty() {
        told.push(t.with("library-line-minutes", &[("minutes", minutes.into())]));
    }
    told.join(" · ")
}

/// Where a task of the library is from.
pub(super) fn source(t: &Texts, task: &LibraryTask) -> String {
    let units = (!task.units.is_empty()).then(|| {
        let rest = if task.units.len() > NAMED { ", …" } else { "" };
        let names = task.units.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let names = format!("{names}{rest}");
        t.with("library-source-units", &[("count", number(task.units.len())), ("names", names.into())])
    });
    let kinds = task.kinds.iter().map(|kind| t.get(&format!("library-source-{}", kind.key)));
    t.list(&kinds.chain(units).collect::<Vec<_>>())
}
