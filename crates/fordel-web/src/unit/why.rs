//! Hvorfor?: why a line stands where it does, what stands in the way on other groups, and what they would cost.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, ListCell, Service, SignedIn};
use fordel_core::complaint::Value;
use fordel_core::measure::board::Card;
use fordel_core::plan::{Difference, Elsewhere, Other, Plan, Why};
use fordel_core::ward::{GroupId, TaskLine, Ward};
use fordel_text::Texts;
use maud::{Markup, html};

use super::board::{cards_of, moves, pin};
use super::objections;
use super::seen::{Seen, forbidden, numbers, timing};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_list};
use crate::shell::{
    Frame, Head, Link, Notice, Row, Step, Weight, button, data_table, escaped, link_button, notice, page, take_out,
    texts,
};
use crate::visitor::Visitor;

/// What is known of a line's place.
struct Asked {
    seen: Seen,
    elsewhere: Vec<Elsewhere>,
    costs: Option<std::sync::Arc<Vec<Why>>>,
}

impl Asked {
    /// What is known without solving anything.
    fn of(service: &Service, who: &SignedIn, unit: i64, number: i64, row: u32) -> Result<Asked, Failed> {
        let seen = Seen::of(service, who, unit, number)?;
        let reads = service.unit(who, BranchId(unit))?;
        seen.ward().line_by_row(row).ok_or(Failed::NotFound)?;
        let elsewhere = if seen.plan().is_some() { reads.elsewhere(&seen.opened)? } else { Vec::new() };
        let costs = reads.costs_told(&seen.opened, row);
        Ok(Asked { elsewhere: elsewhere.into_iter().filter(|e| e.row == row).collect(), costs, seen })
    }

    /// What solving anew said of a card's days.
    fn told(&self, days: &[u8]) -> Option<&Why> {
        self.costs.as_ref().and_then(|costs| costs.iter().find(|why| why.days == days))
    }
}

/// `GET /u/{unit}/p/{number}/why/{row}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, row)): Path<(i64, i64, u32)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let asked = app.run(move |s| Asked::of(s, &who, unit, number, row)).await?;
    let t = texts(visitor.lang);
    let seen = &asked.seen;
    let address = format!("{}/why/{row}", seen.address());
    let title = t.get("why-title");
    let frame = seen.around.frame(&visitor, Some(Step::Distribution), &title, address.clone(), Some(number));
    let frame = Frame { styles: vec!["board.css"], scripts: vec!["why.js"], ..frame };
    let content = match seen.plan() {
        Some(plan) => content(&app, t, &asked, plan, row, &address),
        None => seen.nothing(t),
    };
    let board = Link::new(t.get("why-to-board"), format!("{}/board", seen.address()));
    Ok(page(
        &frame,
        html! {
            (seen.heading(t, &title, link_button(&board, Weight::Light)))
            (content)
        },
    ))
}

fn content(app: &App, t: &Texts, asked: &Asked, plan: &Plan, row: u32, address: &str) -> Markup {
    let seen = &asked.seen;
    let cards = cards_of(seen, row);
    html! {
        @for card in &cards { (stands(t, seen, plan, card)) }
        @if !seen.broken().is_empty() { (notice(t, Notice::Warning, html! { p { (t.get("why-now-broken")) } })) }
        h2 { (t.get("why-others")) }
        div id="costs" { (others(t, asked, &cards)) }
        @let seconds = f64::from(seen.opened.reason_seconds(row));
        @if asked.costs.is_none() && cards.iter().any(|card| open_elsewhere(card).next().is_some()) {
            form class="ask" method="post" action=(address) data-ask="costs" data-seconds=(seconds)
                data-working=(t.with("why-working", &[("seconds", Value::Number(seconds))])) data-failed=(t.get("why-failed")) data-busy=(t.get("why-busy")) {
                p { (t.with("why-ask-lead", &[("seconds", Value::Number(seconds))])) }
                div class="actions" { (button(&t.get("why-ask"), Weight::Main, None)) }
                p role="status" data-told {}
            }
        }
        @if seen.may_change() { div class="on-screen" { (to_do(t, seen, &cards)) } }
        (objections::of_line(app, t, seen, row, address))
    }
}

/// The groups other than its own that may have a card.
fn open_elsewhere(card: &Card) -> impl Iterator<Item = GroupId> + '_ {
    let open = card.forbidden.iter().enumerate().filter(|(_, rule)| rule.is_none()).map(|(at, _)| GroupId(at));
    open.filter(|group| *group != card.entry.group)
}

/// Where a placement stands, and why.
fn stands(t: &Texts, seen: &Seen, plan: &Plan, card: &Card) -> Markup {
    let ward = seen.ward();
    let line = &ward.lines[card.entry.line.0];
    let here = t.group(ward.group(card.entry.group));
    let minutes = t.fixed(card.minutes, 0);
    let when = [
        ("timing", timing(t, ward, line).into()),
        ("days", t.days(&numbers(card.entry.days)).into()),
        ("minutes", minutes.into()),
    ];
    let today = match card.today {
        Some(today) => t.with("why-today", &[("group", t.group(ward.group(today)).into())]),
        None => t.get("why-today-untold"),
    };
    html! {
        section class="stands" {
            h2 { (t.with("why-stands", &[("task", line.name.as_str().into()), ("group", here.as_str().into())])) }
            p { (t.with("why-when", &when)) " · " (today) }
            ul { @for reason in because(t, seen, plan, card) { li { (reason) } } }
        }
    }
}

/// The reasons that can be told without solving anything.
fn because(t: &Texts, seen: &Seen, plan: &Plan, card: &Card) -> Vec<String> {
    let ward = seen.ward();
    let line = &ward.lines[card.entry.line.0];
    let here = card.entry.group;
    let group = || ("group", Value::from(t.group(ward.group(here))));
    let days = numbers(card.entry.days);
    let moved_by_hand = seen.base.is_some() && seen.stood(line.row, &days) != Some(here);
    let mut reasons = vec![if line.pinned == Some(here) {
        t.with("why-because-pinned", &[group()])
    } else if open_elsewhere(card).next().is_none() {
        t.get("why-because-alone")
    } else if moved_by_hand {
        t.get("why-because-by-hand")
    } else if ward.order().lowest_qualified(line) == Some(here) {
        t.with("why-because-lowest", &[group()])
    } else {
        t.get("why-because-above")
    }];
    let id = seen.opened.rows.get(&line.row);
    if let Some(code) = id.and_then(|id| seen.pins.get(id)).filter(|code| !code.is_empty() && line.pinned.is_none()) {
        reasons.push(t.with("why-pinned-now", &[("group", code.as_str().into())]));
    }
    reasons.extend(room(ward, plan, line, card).map(|minutes| match minutes {
        free if free >= 1.0 => t.with("why-because-room", &[group(), ("minutes", free.floor().into())]),
        _ => t.with("why-because-full", &[group()]),
    }));
    reasons
}

/// Minutes left to the group on the tightest day: all that is free in the line's intervals that day.
fn room(ward: &Ward, plan: &Plan, line: &TaskLine, card: &Card) -> Option<f64> {
    let code = &ward.group(card.entry.group).code;
    let free_on = |day| {
        let cells = fordel_core::measure::work::cells(ward, &line.timing, day);
        let free = |cell: &fordel_core::time::Cell| {
            let label = ward.intervals.get(cell.interval).label();
            let of =
                |l: &&fordel_core::plan::Load| l.group == *code && l.day == cell.day.number() && l.interval == label;
            plan.workload.iter().find(of).map_or(0.0, |load| (load.capacity - load.minutes).max(0.0))
        };
        cells.iter().map(free).sum::<f64>()
    };
    card.entry.days.iter().map(free_on).min_by(f64::total_cmp)
}

/// Every other group: the rule that forbids it, or what stands in the way, and what it would cost.
fn others(t: &Texts, asked: &Asked, cards: &[Card]) -> Markup {
    let line = cards.first().map_or(0, |card| asked.seen.ward().lines[card.entry.line.0].row);
    let seconds = f64::from(asked.seen.opened.reason_seconds(line));
    let unknown = t.with("why-unknown", &[("seconds", Value::Number(seconds))]);
    let fixed = asked
        .costs
        .iter()
        .flat_map(|w| w.iter())
        .flat_map(|w| &w.others)
        .any(|o| o.cost.as_ref().is_some_and(|c| c.heads_fixed));
    html! {
        @for card in cards { (of_card(t, asked, card, &unknown, cards.len() > 1)) }
        @if !cards.is_empty() { (take_out(t, &t.get("why-others"), &format!("{}/why/{line}/others", asked.seen.address()), "")) }
        @if asked.costs.is_some() {
            p class="quiet" { (t.get("why-cost-lead")) }
            @if fixed { p class="quiet" { (t.get("why-heads-fixed")) } }
        }
    }
}

fn of_card(t: &Texts, asked: &Asked, card: &Card, unknown: &str, several: bool) -> Markup {
    let ward = asked.seen.ward();
    let line = &ward.lines[card.entry.line.0];
    let days = numbers(card.entry.days);
    let told = asked.told(&days);
    let mut head = vec![Head::text(t.get("why-group")), Head::text(t.get("why-now"))];
    if told.is_some() {
        head.push(Head::text(t.get("why-cost")));
    }
    let row = |group: GroupId| {
        let mut cells = vec![html! { (t.group(ward.group(group))) }, html! { (now(t, asked, card, group)) }];
        if let Some(why) = told {
            let other = why.others.iter().find(|other| other.group == ward.group(group).code);
            cells.push(html! { (other.map_or_else(|| t.get("why-not-cost"), |other| cost(t, other, unknown))) });
        }
        Row::new(cells)
    };
    let rows: Vec<Row> = others_than(ward, card).map(row).collect();
    let caption = if several { format!("{}, {}", line.name, t.days(&days)) } else { line.name.clone() };
    data_table(&format!("others-{}", days.first().copied().unwrap_or(0)), &caption, &head, &rows)
}

/// The groups on which a card doesn't stand.
fn others_than(ward: &Ward, card: &Card) -> impl Iterator<Item = GroupId> {
    let here = card.entry.group;
    ward.group_ids().filter(move |group| *group != here)
}

/// What stands in the way of a group with the plan as it is, or that nothing does.
fn now(t: &Texts, asked: &Asked, card: &Card, group: GroupId) -> String {
    let ward = asked.seen.ward();
    if let Some(rule) = card.forbidden[group.0] {
        return t.with("why-not", &[("why", forbidden(t, ward, group, rule).into())]);
    }
    let (days, code) = (numbers(card.entry.days), &ward.group(group).code);
    let other = asked.elsewhere.iter().find(|e| e.days == days && e.group == *code);
    other.map_or_else(|| t.get("why-not-known"), |other| t.elsewhere(other))
}

/// `GET /u/{unit}/p/{number}/why/{row}/others.csv` and `others.xlsx`: the other groups, with what is known of their cost.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, row)): Path<(i64, i64, u32)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_list(&app, visitor, &address, move |s, who, t| {
        let asked = Asked::of(s, who, unit, number, row)?;
        let (seen, ward) = (&asked.seen, asked.seen.ward());
        seen.plan().ok_or(Failed::NotFound)?;
        let mut rows: Vec<Vec<ListCell>> = Vec::new();
        for card in &cards_of(seen, row) {
            let days = numbers(card.entry.days);
            for group in others_than(ward, card) {
                let code = ward.group(group).code.as_str();
                let other = asked.told(&days).and_then(|why| why.others.iter().find(|other| other.group == code));
                let cost = other.and_then(|other| other.cost.as_ref());
                let kr = |end: fn(&Difference) -> Option<f64>| cost.and_then(end).map(|kr| ListCell::Number(kr, 0));
                rows.push(vec![
                    ward.lines[card.entry.line.0].name.as_str().into(),
                    t.days(&days).into(),
                    code.into(),
                    now(t, &asked, card, group).into(),
                    kr(|cost| cost.low).into(),
                    kr(|cost| cost.high).into(),
                    cost.is_some_and(|cost| cost.impossible).then(|| t.get("why-impossible")).into(),
                ]);
            }
        }
        let columns = [
            "proposals-task",
            "documents-days",
            "why-group",
            "why-now",
            "why-list-least",
            "why-list-most",
            "why-list-note",
        ];
        let unit = seen.around.path.last().map_or_else(String::new, |unit| unit.name.clone());
        Ok((unit, list_by_keys(t, "why-others", &columns, rows)))
    })
    .await
}

fn cost(t: &Texts, other: &Other, unknown: &str) -> String {
    let Some(difference) = &other.cost else { return t.get("why-not-cost") };
    if difference.impossible {
        return t.get("why-impossible");
    }
    let Some(told) = t.difference(difference) else { return unknown.to_owned() };
    let with_it = t.consequences(difference);
    if with_it.is_empty() { told } else { format!("{told} ({})", with_it.join(", ")) }
}

/// What the visitor can do about it.
fn to_do(t: &Texts, seen: &Seen, cards: &[Card]) -> Markup {
    let ward = seen.ward();
    let line = cards.first().map(|card| &ward.lines[card.entry.line.0]);
    let pinned = |row: u32| seen.opened.rows.get(&row).and_then(|id| seen.pins.get(id)).filter(|code| !code.is_empty());
    html! {
        h2 { (t.get("why-do")) }
        form id="moving" method="post" action=(format!("{}/move", seen.address())) {
            input type="hidden" name="version" value=(seen.opened.kept.head.version);
        }
        @for card in cards {
            @let days = numbers(card.entry.days);
            @if open_elsewhere(card).next().is_some() {
                p class="quiet" { @if cards.len() > 1 { strong { (t.days(&days)) ": " } } (t.get("why-move-lead")) }
                div class="choices row" { (moves(t, seen, card, &days)) }
            }
        }
        @if let (Some(card), Some(line)) = (cards.first(), line) {
            p class="quiet" { (t.get("why-pin-lead")) }
            div class="choices row" { (pin(t, seen, card, pinned(line.row).map(String::as_str))) }
            p { a href=(format!("{}/mapping?sok={}", seen.around.address(), escaped(&line.name))) { (t.get("why-to-line")) } }
        }
    }
}

/// `POST /u/{unit}/p/{number}/why/{row}`: solves what other groups would cost. The script gets the table, others the page.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, row)): Path<(i64, i64, u32)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let by_script = headers.contains_key("x-fordel");
    let asked = app
        .run(move |s| {
            let seen = Seen::of(s, &visitor.who, unit, number)?;
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let costs = Some(reads.costs(&seen.opened, row)?);
            let elsewhere = reads.elsewhere(&seen.opened)?;
            Ok((
                Asked { elsewhere: elsewhere.into_iter().filter(|e| e.row == row).collect(), costs, seen },
                visitor.lang,
            ))
        })
        .await?;
    let (asked, lang) = asked;
    if !by_script {
        return Ok(Redirect::to(&format!("/u/{unit}/p/{number}/why/{row}#costs")).into_response());
    }
    Ok(others(texts(lang), &asked, &cards_of(&asked.seen, row)).into_response())
}
