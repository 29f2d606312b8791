//! Bemanning: heads by shift and weekday; red where they no longer hold; a group's day; what binds.

pub mod cure;
mod grid;
mod red;
mod side;
pub mod why;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Change, Failed, OpenedProposal, Picture, ProposalKind};
use fordel_core::complaint::Value;
use fordel_core::plan::Plan;
use fordel_core::time::Day;
use fordel_core::ward::{Alike, GroupId, Ward};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Map, json};

use super::board::{Figures, Last};
use super::changes::sentence;
use super::documents;
use super::seen::Seen;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{
    Choice, Frame, Head, Link, Notice, Row, Step, Weight, button, data_table, escaped, link_button, notice, page,
    picture, take_out, texts,
};
use crate::visitor::Visitor;
use grid::{Grid, cell_name};

/// Which day's picture is shown, of which group.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Shown {
    #[serde(rename = "gruppe", default)]
    group: String,
    #[serde(rename = "dag", default)]
    day: String,
}

impl Shown {
    fn of(&self, seen: &Seen) -> (GroupId, Day) {
        self.in_ward(seen.ward())
    }

    fn in_ward(&self, ward: &Ward) -> (GroupId, Day) {
        (chosen_group(ward, &self.group), chosen_day(self.day.parse().unwrap_or(1)))
    }
}

/// The group of this code; else the first.
fn chosen_group(ward: &Ward, code: &str) -> GroupId {
    ward.group_by_code(code).unwrap_or(GroupId(0))
}

/// The day of this number; Monday where there is none.
fn chosen_day(number: u8) -> Day {
    Day(number.clamp(1, 7) - 1)
}

/// A proposal, and the computed one that it goes back to.
struct Opened {
    seen: Seen,
    root: Option<Arc<OpenedProposal>>,
}

async fn opened(app: &App, visitor: &Visitor, unit: i64, number: i64) -> Result<Opened, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let seen = Seen::of(s, &who, unit, number)?;
        let root = s.unit(&who, BranchId(unit))?.root(&seen.opened)?;
        Ok(Opened { seen, root })
    })
    .await
}

/// `GET /u/{unit}/p/{number}/staffing`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(shown): Query<Shown>,
) -> Result<Markup, Refusal> {
    let opened = opened(&app, &visitor, unit, number).await?;
    Ok(whole(&visitor, &opened, &shown, &Typed::default()))
}

/// What somebody sent that can't be saved.
#[derive(Default)]
struct Typed {
    fields: BTreeMap<String, String>,
    why: Vec<String>,
}

fn whole(visitor: &Visitor, opened: &Opened, shown: &Shown, typed: &Typed) -> Markup {
    let t = texts(visitor.lang);
    let seen = &opened.seen;
    let address = format!("{}/staffing", seen.address());
    let title = t.get("staffing-title");
    let (group, day) = shown.of(seen);
    let here = format!("{address}?gruppe={}&dag={}", escaped(&seen.ward().group(group).code), day.number());
    let frame = seen.around.frame(visitor, Some(Step::Staffing), &title, here, Some(seen.number()));
    let wrong = !typed.why.is_empty();
    let frame =
        Frame { wide: true, wrong, styles: vec!["board.css", "staffing.css"], scripts: vec!["staffing.js"], ..frame };
    let board = Link::new(t.get("why-to-board"), format!("{}/board", seen.address()));
    let certainty = Link::new(t.get("certainty-link"), format!("{}/certainty", seen.address()));
    let year = Link::new(t.get("year-to-year"), format!("{}/year", seen.address()));
    let ahead = Link::new(t.get("projection-to"), format!("{}/projection", seen.address()));
    let content = match seen.plan() {
        Some(plan) => content(t, opened, plan, (group, day), typed),
        None => seen.nothing(t),
    };
    page(
        &frame,
        html! {
            (seen.heading(t, &title, html! { (link_button(&certainty, Weight::Light)) (link_button(&year, Weight::Light)) (link_button(&ahead, Weight::Light)) (link_button(&board, Weight::Light)) }))
            (content)
        },
    )
}

fn content(t: &Texts, opened: &Opened, plan: &Plan, (group, day): (GroupId, Day), typed: &Typed) -> Markup {
    let seen = &opened.seen;
    let ward = seen.ward();
    let grid = Grid::of(t, seen, plan, &typed.fields);
    let address = format!("{}/staffing", seen.address());
    let lead = match (seen.may_change(), seen.decided, seen.is_own()) {
        (false, ..) => "staffing-lead-reader",
        (true, Some(_), _) => "staffing-lead-decided",
        (true, None, true) => "staffing-lead-own",
        (true, None, false) => "staffing-lead-computed",
    };
    let other = seen.opened.kept.head.kind == ProposalKind::Own;
    let computed = if other { opened.root.as_ref() } else { Some(&seen.opened) };
    html! {
        p class="lead" { (t.get(lead)) }
        @if !typed.why.is_empty() {
            div data-takes-focus tabindex="-1" {
                (notice(t, Notice::Danger, html! { p { strong { (t.get("staffing-wrong-title")) } } ul { @for why in &typed.why { li { (why) } } } }))
            }
        }
        div class="staffing" id="staffing" data-address=(seen.address()) data-version=(seen.opened.kept.head.version) data-own[seen.is_own()] data-group=(ward.group(group).code) data-day=(day.number())
            data-words=(words(t)) data-shifts=(shifts(ward, &grid)) {
            div class="grids" {
                @if seen.may_change() {
                    form id="heads" method="post" action=(format!("{}/heads", seen.address())) {
                        input type="hidden" name="version" value=(seen.opened.kept.head.version);
                        label class="tick" { input type="checkbox" name="alike" value="ja" checked[ward.settings.alike == Alike::Weekdays]; " " (t.get("staffing-alike")) }
                        @if ward.settings.alike == Alike::Weekdays { p class="quiet" { (t.get("staffing-alike-hint")) } }
                        p class="quiet why-hint" { (t.get("heads-hint")) }
                        div class="actions save" { (button(&t.get("staffing-save"), Weight::Main, None)) }
                        p role="status" id="said" {}
                    }
                }
                @for group in ward.group_ids() { (grid.table(t, group)) }
                (take_out(t, &documents::table_name(t, "staffing"), &address, ""))
                section class="day" id="dagen" aria-labelledby="day-head" {
                    h2 id="day-head" { (t.get("staffing-picture")) }
                    p { (t.get("staffing-picture-lead")) }
                    (choose(t, seen, &address, group, day))
                    div id="picture" { (drawn(t, seen, group, day)) }
                }
            }
            aside class="beside" aria-label=(t.get("staffing-sums")) {
                div id="held" { (held(t, seen)) }
                @if ward.presence.iter().any(|rule| rule.course.is_some()) { p class="quiet" { (t.get("required-moves-nothing")) } }
                @if ward.knows_staffing_today() { p { a href=(format!("{}/today", seen.address())) { (t.get("cure-today-link")) } } }
                div id="side" { (side::sums(t, seen, plan)) }
                (side::binding(t, seen, computed.map(Arc::as_ref), other))
            }
        }
    }
}

/// The form that chooses the picture's group and day.
fn choose(t: &Texts, seen: &Seen, address: &str, group: GroupId, day: Day) -> Markup {
    let ward = seen.ward();
    let groups = ward.group_ids().map(|g| Choice::new(ward.group(g).code.clone(), t.group(ward.group(g))));
    let days = Day::all().map(|d| Choice::new(d.number().to_string(), t.get(&format!("day-{}", d.number()))));
    let select = |name: &str, label: &str, choices: Vec<Choice>, chosen: &str| {
        html! {
            label { (t.get(label)) " "
                select class="ds-input" name=(name) { @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.text) } } }
            }
        }
    };
    html! {
        form class="filters" method="get" action=(format!("{address}#dagen")) {
            (select("gruppe", "staffing-group", groups.collect(), &ward.group(group).code))
            (select("dag", "staffing-day", days.collect(), &day.number().to_string()))
            (button(&t.get("staffing-show"), Weight::Other, None))
        }
    }
}

/// How a group and a day are called.
fn named(t: &Texts, ward: &Ward, group: GroupId, day: Day) -> [(&'static str, Value); 2] {
    [("group", t.group(ward.group(group)).into()), ("day", t.get(&format!("day-{}", day.number())).into())]
}

/// A group's day as a picture with its table; none where there is neither work nor people.
fn of_day(t: &Texts, opened: &OpenedProposal, group: GroupId, day: Day) -> Option<Picture> {
    let title = t.with("staffing-picture-of", &named(t, &opened.ward, group, day));
    opened.day_of_group_on(group, day, title, t)
}

/// The same on the page.
fn drawn(t: &Texts, seen: &Seen, group: GroupId, day: Day) -> Markup {
    let ward = seen.ward();
    let Some(drawn) = of_day(t, &seen.opened, group, day) else {
        return html! { p class="quiet" { (t.with("staffing-picture-none", &named(t, ward, group, day))) } };
    };
    let asked = format!("?gruppe={}&dag={}", escaped(&ward.group(group).code), day.number());
    let head =
        |(text, number): &(String, bool)| if *number { Head::number(text.clone()) } else { Head::text(text.clone()) };
    let head: Vec<Head> = drawn.columns.iter().map(head).collect();
    let rows: Vec<Row> =
        drawn.rows.iter().map(|cells| Row::new(cells.iter().map(|cell| html! { (cell) }).collect())).collect();
    let table = html! {
        (data_table("day-table", &drawn.table, &head, &rows))
        (take_out(t, &drawn.table, &format!("{}/staffing/day", seen.address()), &asked))
    };
    let Some(panel) = drawn.panels.first() else { return table };
    picture(t, "day", &drawn.caption, &panel.svg, &panel.alternative, table)
}

/// `GET /u/{unit}/p/{number}/staffing/day.csv` and `day.xlsx`: what the picture shows.
pub async fn send_day(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(shown): Query<Shown>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = reads.proposal(number)?;
        let (group, day) = shown.in_ward(&opened.ward);
        let picture = of_day(t, &opened, group, day).ok_or(Failed::NotFound)?;
        Ok(picture.list(t.lang()))
    })
    .await
}

/// Whether all holds; what is about no group's heads alone.
fn held(t: &Texts, seen: &Seen) -> Markup {
    let broken = seen.broken();
    let whole: Vec<_> = broken.iter().filter(|b| b.group.is_none() && red::cells(seen.ward(), b).is_empty()).collect();
    html! {
        @if broken.is_empty() { (notice(t, Notice::Success, html! { p { (t.get("staffing-holds")) } })) }
        @else {
            (notice(t, Notice::Danger, html! {
                p { "▲ " (t.with("board-broken", &[("count", Value::Number(broken.len() as f64))])) }
                @if !whole.is_empty() { ul { @for broken in whole { li { (why::with_answer(t, seen, broken)) } } } }
                p { (t.get("board-broken-lead")) }
            }))
        }
    }
}

/// Group and name of each shift by its place in the fields' names, for the script.
fn shifts(ward: &fordel_core::ward::Ward, grid: &Grid) -> String {
    let of = |line: &grid::Line| (line.at.to_string(), json!([ward.group(line.group).code, line.name]));
    json!(Map::from_iter(grid.lines().iter().map(of))).to_string()
}

/// What the script says, by its own short names.
fn words(t: &Texts) -> String {
    let said = ["saving", "saved", "stale", "failed", "number"];
    let own = said.map(|word| (word.to_owned(), json!(t.get(&format!("staffing-say-{word}")))));
    let shared = ["copying", "live", "login"].map(|word| (word.to_owned(), json!(t.get(&format!("board-say-{word}")))));
    json!(Map::from_iter(own.into_iter().chain(shared))).to_string()
}

/// What the script puts in place after a change.
pub fn changed(
    t: &Texts,
    seen: &Seen,
    group: &str,
    day: u8,
    last: Option<&Last>,
    step: Option<Figures>,
) -> serde_json::Value {
    let Some(plan) = seen.plan() else { return json!({}) };
    let ward = seen.ward();
    let none = BTreeMap::new();
    let grid = Grid::of(t, seen, plan, &none);
    let mut markup = Map::new();
    for group in ward.group_ids() {
        markup.insert(format!("total-{}", group.0), json!(grid.total(t, group).into_string()));
        markup.insert(format!("broken-{}", group.0), json!(grid.broken(t, group).into_string()));
    }
    markup.extend(grid.weeks().into_iter().map(|(id, heads)| (id, json!(heads.to_string()))));
    markup.insert("held".to_owned(), json!(held(t, seen).into_string()));
    markup.insert("side".to_owned(), json!(side::sums(t, seen, plan).into_string()));
    let picture = drawn(t, seen, chosen_group(seen.ward(), group), chosen_day(day));
    markup.insert("picture".to_owned(), json!(picture.into_string()));
    let told = step.filter(|_| last.is_some()).map(|step| step.words(t));
    json!({ "markup": markup, "red": grid.red_cells(), "heads": grid.heads(), "told": told })
}

/// `POST /u/{unit}/p/{number}/heads`: the whole grid as a form.
pub async fn heads(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let t = texts(visitor.lang);
    let opened = opened(&app, &visitor, unit, number).await?;
    let seen = &opened.seen;
    if !seen.may_change() {
        return Err(Failed::NotAllowed.into());
    }
    let plan = seen.plan().ok_or(Failed::NotFound)?;
    let version = sent.iter().find(|(name, _)| name == "version").and_then(|(_, v)| v.parse().ok()).unwrap_or(-1);
    let alike = sent.iter().any(|(name, value)| name == "alike" && value == "ja");
    let (changes, typed) = read(t, seen, plan, &sent, alike);
    let again = |typed: &Typed, status: StatusCode| {
        (status, whole(&visitor, &opened, &Shown::default(), typed)).into_response()
    };
    if !typed.why.is_empty() {
        return Ok(again(&typed, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let address = format!("{}/staffing", seen.address());
    if changes.is_empty() {
        return Ok(Redirect::to(&address).into_response());
    }
    let (who, name) = (visitor.who.clone(), t.with("board-copy-name", &[("number", Value::Number(number as f64))]));
    let made = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            match contributes.change_here(number, version, &changes, &name) {
                Ok(after) => Ok(Ok(after.kept.head.number)),
                Err(Failed::Refused(why)) => Ok(Err(Some(why))),
                Err(Failed::Store(fordel_app::service::StoreFailure::Stale)) => Ok(Err(None)),
                Err(other) => Err(other),
            }
        })
        .await?;
    let fields = || sent.iter().filter(|(name, _)| name.starts_with("h.")).cloned().collect();
    Ok(match made {
        Ok(number) => Redirect::to(&format!("/u/{unit}/p/{number}/staffing")).into_response(),
        Err(Some(why)) => {
            let typed = Typed { fields: fields(), why: vec![sentence(t, seen.ward(), &why)] };
            again(&typed, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(None) => {
            let typed = Typed { fields: fields(), why: vec![t.get("staffing-say-stale")] };
            again(&typed, StatusCode::CONFLICT)
        }
    })
}

/// The changes that a form asks for, or what is wrong with it. Where days are to be alike, a changed cell changes the
/// others of its shift and part of the week that were left as they are.
fn read(t: &Texts, seen: &Seen, plan: &Plan, sent: &[(String, String)], alike: bool) -> (Vec<Change>, Typed) {
    let ward = seen.ward();
    let none = BTreeMap::new();
    let grid = Grid::of(t, seen, plan, &none);
    let now = grid.heads();
    let sent: BTreeMap<&str, &str> = sent.iter().map(|(name, value)| (name.as_str(), value.trim())).collect();
    let mut typed = Typed::default();
    let mut changes = Vec::new();
    for line in grid.lines() {
        let mut wanted: BTreeMap<Day, u32> = BTreeMap::new();
        for day in line.days.iter() {
            let field = line.cell(day);
            let Some(text) = sent.get(field.as_str()) else { continue };
            match text.parse::<u32>() {
                Ok(heads) if heads < 1000 => {
                    if now.get(&field) != Some(&heads) {
                        wanted.insert(day, heads);
                    }
                }
                _ => typed.why.push(t.with("staffing-wrong", &[("cell", cell_name(t, ward, line, day).into())])),
            }
        }
        if alike {
            for (day, heads) in wanted.clone() {
                for other in line.days.and(red::alike(day)).iter() {
                    wanted.entry(other).or_insert(heads);
                }
            }
        }
        let code = &ward.group(line.group).code;
        changes.extend(wanted.into_iter().map(|(day, heads)| Change::Heads {
            group: code.clone(),
            shift: line.name.clone(),
            day: day.number(),
            heads,
        }));
    }
    if !typed.why.is_empty() {
        typed.fields = sent
            .iter()
            .filter(|(name, _)| name.starts_with("h."))
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
    }
    (changes, typed)
}
