//! Hva må til?: a cell where work finds no room, a demand for presence that isn't kept: whose tasks lie there, who could
//! take them, what heads would mend it. Of the proposal, and of the week as it is today.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{Failed, List, ListCell, Week};
use fordel_core::complaint::Value;
use fordel_core::measure::cure::{MoreHeads, RedCell, RedPresence, Task};
use fordel_core::plan::Broken;
use fordel_core::rule::Rule;
use fordel_core::time::{Cell, Day};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::{Texts, asked_present};
use maud::{Markup, html};
use serde::Deserialize;

use super::{red, why};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::shell::{
    Frame, Head, Link, Notice, Row, Step, Weight, data_table, escaped, link_button, notice, page, take_out, texts,
};
use crate::unit::seen::{Seen, numbers, timing};
use crate::visitor::Visitor;

/// Which week is asked about.
#[derive(Debug, Default, Deserialize)]
pub struct Of {
    #[serde(rename = "uke", default)]
    week: String,
}

impl Of {
    fn week(&self) -> Week {
        if self.week == "idag" { Week::Today } else { Week::Proposed }
    }
}

/// The query by which a week is asked about.
fn asked(week: Week) -> &'static str {
    if week == Week::Today { "?uke=idag" } else { "" }
}

fn whole(visitor: &Visitor, seen: &Seen, (title, here): (&str, String), week: Week, content: Markup) -> Markup {
    let t = texts(visitor.lang);
    let here = format!("{here}{}", asked(week));
    let frame = seen.around.frame(visitor, Some(Step::Staffing), title, here, Some(seen.number()));
    let frame = Frame { styles: vec!["board.css", "staffing.css"], ..frame };
    let back = match week {
        Week::Proposed => Link::new(t.get("heads-to-staffing"), format!("{}/staffing", seen.address())),
        Week::Today => Link::new(t.get("cure-to-today"), format!("{}/today", seen.address())),
    };
    page(
        &frame,
        html! {
            (seen.heading(t, title, link_button(&back, Weight::Light)))
            @if week == Week::Today { p class="lead" { (t.get("cure-of-today")) } }
            (content)
        },
    )
}

/// `GET /u/{unit}/p/{number}/cell/{group}/{day}/{interval}`: the group and interval by their places, 1 = Monday.
pub async fn cell(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, group, day, interval)): Path<(i64, i64, usize, u8, usize)>,
    Query(of): Query<Of>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let week = of.week();
    let (seen, cell) = app
        .run(move |s| {
            let seen = Seen::of(s, &who, unit, number)?;
            let at = Cell { day: day_of(day)?, interval };
            let known = group < seen.ward().groups.len() && interval < seen.ward().intervals.len();
            if !known {
                return Err(Failed::NotFound);
            }
            let cell = seen.opened.red_cell(week, GroupId(group), at);
            Ok((seen, cell))
        })
        .await?;
    let t = texts(visitor.lang);
    let ward = seen.ward();
    let when = when(t, ward, Cell { day: day_of(day)?, interval });
    let title =
        t.with("cure-cell-title", &[("group", ward.group(GroupId(group)).code.as_str().into()), ("when", when.into())]);
    let here = format!("{}/cell/{group}/{day}/{interval}", seen.address());
    let content = match &cell {
        Some(cell) => of_cell(t, &seen, cell, (&format!("{here}/tasks"), asked(week))),
        None => seen.nothing(t),
    };
    Ok(whole(&visitor, &seen, (&title, here), week, content))
}

/// `mandag 07–09`.
fn when(t: &Texts, ward: &Ward, cell: Cell) -> String {
    let day = t.get(&format!("day-{}", cell.day.number()));
    format!("{day} {}", t.timing(&ward.intervals.get(cell.interval).label()))
}

fn day_of(number: u8) -> Result<Day, Failed> {
    number.checked_sub(1).filter(|day| *day < 7).map(Day).ok_or(Failed::NotFound)
}

fn of_cell(t: &Texts, seen: &Seen, cell: &RedCell, file: (&str, &str)) -> Markup {
    let args = [
        ("minutes", Value::from(t.fixed(cell.minutes.ceil(), 0))),
        ("capacity", t.fixed(cell.capacity.max(0.0).floor(), 0).into()),
        ("over", t.fixed(cell.over().ceil(), 0).into()),
        ("free", t.fixed((cell.capacity - cell.minutes).max(0.0).floor(), 0).into()),
    ];
    html! {
        @if cell.over() > 1e-6 { (notice(t, Notice::Danger, html! { p { "▲ " (t.with("cure-over", &args)) } })) }
        @else { p { (t.with("cure-fits", &args)) } }
        @if let Some((asked, there)) = cell.bound {
            (notice(t, Notice::Danger, html! { p { "▲ " (t.with("cure-bound", &[("asked", f64::from(asked).into()), ("there", f64::from(there).into())])) } }))
        }
        @if !cell.holds() { (heads(t, seen.ward(), &cell.heads, "cure-no-heads")) }
        (tasks(t, seen, cell, file))
    }
}

/// The tasks of a cell, and who could take them; taken out at an address with a query.
fn tasks(t: &Texts, seen: &Seen, cell: &RedCell, (address, query): (&str, &str)) -> Markup {
    let ward = seen.ward();
    let red = !cell.holds();
    let mut head =
        vec![Head::text(t.get("cure-task")), Head::text(t.get("cure-when")), Head::number(t.get("cure-minutes"))];
    if red {
        head.push(Head::text(t.get("cure-takers")));
    }
    let takers = |task: &Task| {
        if task.others.is_empty() {
            return html! { (t.get("cure-nobody-else")) };
        }
        html! {
            @for (i, other) in task.others.iter().enumerate() {
                @let args = [("group", Value::from(ward.group(other.group).code.as_str())), ("free", t.fixed(other.free.floor(), 0).into())];
                @if i > 0 { br; }
                @if other.fits { strong { "✓ " (t.with("cure-taker-fits", &args)) } } @else { span class="quiet" { (t.with("cure-taker-not", &args)) } }
            }
        }
    };
    let row = |task: &Task| {
        let line = &ward.lines[task.line.0];
        let why = format!("{}/why/{}", seen.address(), line.row);
        let mut cells = vec![
            html! { a href=(why) { (line.name) } },
            html! { (timing(t, ward, line)) ", " (t.days(&numbers(task.days))) @if task.flexible { " · " (t.get("cure-flexible")) } },
            html! { (t.fixed(task.minutes.ceil(), 0)) },
        ];
        if red {
            cells.push(takers(task));
        }
        Row::new(cells)
    };
    let rows: Vec<Row> = cell.tasks.iter().map(row).collect();
    html! {
        h2 { (t.get("cure-tasks")) }
        @if rows.is_empty() { p { (t.get("cure-no-tasks")) } }
        @else {
            (data_table("tasks", &caption(t, ward, cell), &head, &rows))
            (take_out(t, &caption(t, ward, cell), address, query))
            @if red { p class="quiet" { (t.get("cure-takers-lead")) } }
        }
    }
}

fn caption(t: &Texts, ward: &Ward, cell: &RedCell) -> String {
    let args = [("group", t.group(ward.group(cell.group)).into()), ("when", when(t, ward, cell.cell).into())];
    t.with("cure-tasks-of", &args)
}

/// `GET /u/{unit}/p/{number}/cell/{group}/{day}/{interval}/tasks.csv` and `tasks.xlsx`: the tasks of a cell, and which groups could
/// take each.
pub async fn send_tasks(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, group, day, interval)): Path<(i64, i64, usize, u8, usize)>,
    Query(of): Query<Of>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = reads.proposal(number)?;
        let (ward, at) = (&opened.ward, Cell { day: day_of(day)?, interval });
        let cell = opened.red_cell(of.week(), GroupId(group), at).ok_or(Failed::NotFound)?;
        let row = |task: &Task| -> Vec<ListCell> {
            let line = &ward.lines[task.line.0];
            let takers = |fits: bool| {
                let those = task.others.iter().filter(|other| other.fits == fits);
                those.map(|other| ward.group(other.group).code.as_str()).collect::<Vec<_>>().join(", ")
            };
            vec![
                line.name.as_str().into(),
                timing(t, ward, line).into(),
                t.days(&numbers(task.days)).into(),
                ListCell::Number(task.minutes, 1),
                task.flexible.then(|| t.get("documents-yes")).into(),
                takers(true).into(),
                takers(false).into(),
            ]
        };
        let columns = [
            "cure-task",
            "cure-when",
            "documents-days",
            "cure-minutes",
            "cure-flexible",
            "cure-list-fits",
            "cure-list-no-room",
        ];
        let rows = cell.tasks.iter().map(row).collect();
        let list = List { name: caption(t, ward, &cell), ..list_by_keys(t, "cure-tasks", &columns, rows) };
        Ok(list)
    })
    .await
}

/// More heads that mend it.
fn heads(t: &Texts, ward: &Ward, heads: &[MoreHeads], none: &str) -> Markup {
    let sentence = |more: &MoreHeads| {
        let shift = &ward.shifts[more.shift.0];
        let args = [
            ("heads", Value::from(f64::from(more.heads))),
            ("group", ward.group(shift.group).code.as_str().into()),
            ("shift", shift.name.as_str().into()),
            ("time", t.timing(&shift.window.label()).into()),
            ("days", t.days(&numbers(more.days)).into()),
            ("kroner", t.about_kroner(more.year_kr).into()),
            ("fte", t.fixed(more.fte, 2).into()),
        ];
        html! {
            (t.with("cure-heads", &args))
            @if !more.breaks.is_empty() { " " (t.get("cure-heads-break")) ul class="red" { @for one in why::reasons(t, &more.breaks) { li { (one) } } } }
        }
    };
    html! {
        h2 { (t.get("cure-heads-title")) }
        @if heads.is_empty() { p { (t.get(none)) } }
        @else { ul class="cures" { @for more in heads { li { (sentence(more)) } } } }
    }
}

/// `GET /u/{unit}/p/{number}/presence/{rule}/{day}`: the demand by its place, 1 = Monday.
pub async fn presence(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, rule, day)): Path<(i64, i64, usize, u8)>,
    Query(of): Query<Of>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let week = of.week();
    let (seen, told) = app
        .run(move |s| {
            let seen = Seen::of(s, &who, unit, number)?;
            let day = day_of(day)?;
            seen.ward().presence.get(rule).filter(|of| of.days.contains(day)).ok_or(Failed::NotFound)?;
            let told = seen.opened.red_presence(week, rule, day);
            Ok((seen, told))
        })
        .await?;
    let t = texts(visitor.lang);
    let demand = &seen.ward().presence[rule];
    let args = [
        ("what", Value::from(asked_present(seen.ward(), demand, t))),
        ("day", t.get(&format!("day-{day}")).into()),
        ("time", t.timing(&demand.window.label()).into()),
    ];
    let title = t.with("cure-presence-title", &args);
    let here = format!("{}/presence/{rule}/{day}", seen.address());
    let content = match &told {
        Some(told) => of_presence(t, seen.ward(), told),
        None => seen.nothing(t),
    };
    Ok(whole(&visitor, &seen, (&title, here), week, content))
}

fn of_presence(t: &Texts, ward: &Ward, told: &RedPresence) -> Markup {
    let least = f64::from(ward.presence[told.rule].count);
    html! {
        @if told.runs.is_empty() { p { (t.with("cure-presence-holds", &[("least", least.into())])) } }
        @else {
            (notice(t, Notice::Danger, html! {
                ul { @for (window, there) in &told.runs {
                    li { "▲ " (t.with("cure-presence-lacks", &[("time", t.timing(&window.label()).into()), ("there", f64::from(*there).into()), ("least", least.into())])) }
                } }
            }))
            (heads(t, ward, &told.heads, "cure-presence-no-heads"))
        }
    }
}

/// `GET /u/{unit}/p/{number}/today`: where today's staffing doesn't carry today's work.
pub async fn today(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (seen, today) = app
        .run(move |s| {
            let seen = Seen::of(s, &who, unit, number)?;
            let today = fordel_core::check::today(seen.ward());
            Ok((seen, today))
        })
        .await?;
    let t = texts(visitor.lang);
    let ward = seen.ward();
    let over = today.overloaded.iter().map(|load| Broken {
        rule: Rule::WorkFits.name().to_owned(),
        place: load.group.clone(),
        group: Some(load.group.clone()),
        day: Some(load.day),
        time: Some(load.interval.clone()),
        limit: load.capacity,
        actual: load.minutes,
        what: None,
    });
    let red: Vec<Broken> = over.chain(today.broken.iter().cloned()).collect();
    let title = t.get("cure-today-title");
    let one = |broken: &Broken| {
        let answer = red::answer(ward, broken).filter(|(_, key)| *key == "cure-link");
        html! {
            li {
                span aria-hidden="true" { "▲ " } (t.broken_here(broken))
                @if let Some((href, key)) = answer {
                    " " a class="answer" href=(format!("{}/{href}?uke=idag", seen.address())) aria-label=(t.with("cure-of", &[("what", t.get(key).into()), ("sentence", t.broken_here(broken).into())])) { (t.get(key)) }
                }
            }
        }
    };
    let map = format!("{}/mapping?ark={}", seen.around.address(), escaped("Bemanning i dag"));
    let content = html! {
        p { (t.get("cure-today-lead")) }
        @if !ward.knows_staffing_today() { p { (t.get("cure-today-untold")) " " a href=(map) { (t.get("cure-today-tell")) } } }
        @else if red.is_empty() { (notice(t, Notice::Success, html! { p { (t.get("cure-today-holds")) } })) }
        @else { p { (t.with("cure-today-count", &[("count", (red.len() as f64).into())])) } ul class="red" { @for broken in &red { (one(broken)) } } }
    };
    Ok(whole(&visitor, &seen, (&title, format!("{}/today", seen.address())), Week::Proposed, content))
}
