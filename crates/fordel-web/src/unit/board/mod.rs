//! Fordeling: the board, a column for each group and a card for each placement.

mod card;
mod column;
mod filters;
mod strip;

use axum::extract::{Path, Query, State};
use fordel_core::measure::board::{Card, Column, board};
use fordel_core::plan::Plan;
use fordel_text::Texts;
use maud::{Markup, html};
use serde_json::{Map, json};

use super::objections;
use super::seen::{Seen, card_id, numbers};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Frame, Link, Step, Weight, link_button, page, take_out_named, texts};
use crate::visitor::Visitor;

pub use card::{Rules, moves, pin};
pub use strip::{Figures, Last};

/// `GET /u/{unit}/p/{number}/board`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(query): Query<filters::Query>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let seen = app.run(move |s| Seen::of(s, &who, unit, number)).await?;
    let t = texts(visitor.lang);
    let address = format!("{}/board", seen.address());
    let title = t.get("board-title");
    let written = query.written();
    let here = if written.is_empty() { address.clone() } else { format!("{address}?{written}") };
    let frame = seen.around.frame(&visitor, Some(Step::Distribution), &title, here, Some(number));
    let content = match seen.plan() {
        Some(plan) => content(&app, t, &seen, plan, &query, &address),
        None => seen.nothing(t),
    };
    let frame = Frame { wide: true, styles: vec!["board.css"], scripts: vec!["board.js"], ..frame };
    let staffing = Link::new(t.get("board-to-staffing"), format!("{}/staffing", seen.address()));
    Ok(page(
        &frame,
        html! {
            (seen.heading(t, &title, link_button(&staffing, Weight::Light)))
            (content)
        },
    ))
}

fn content(app: &App, t: &Texts, seen: &Seen, plan: &Plan, query: &filters::Query, address: &str) -> Markup {
    let ward = seen.ward();
    let (columns, cards) = board(ward, plan);
    let longest = column::longest(&columns);
    let mut rules = Rules::default();
    let last = strip::told(t, seen, &query.last);
    let lead = match (seen.may_change(), seen.decided, seen.is_own()) {
        (false, ..) => "board-lead-reader",
        (true, Some(_), _) => "board-lead-decided",
        (true, None, true) => "board-lead-own",
        (true, None, false) => "board-lead-computed",
    };
    html! {
        p class="lead" { (t.get(lead)) }
        (filters::form(t, ward, &cards, query, address))
        p class="arrow" { span { (t.get("board-arrow")) } span aria-hidden="true" { "→" } }
        div class="board" id="board" role="region" aria-label=(t.get("board-region")) tabindex="0" data-address=(seen.address()) data-version=(seen.opened.kept.head.version) data-own[seen.is_own()]
            data-may[seen.may_change()] data-words=(words(t)) data-groups=(groups(t, seen)) {
            @for column in &columns { (one_column(t, seen, column, &cards, query, longest, &mut rules)) }
        }
        (rules.list())
        @if seen.may_change() {
            form id="moving" method="post" action=(format!("{}/move", seen.address())) {
                input type="hidden" name="version" value=(seen.opened.kept.head.version);
                input type="hidden" name="back" value=(query.written());
            }
            p class="quiet keys" { (t.get("board-keys")) }
        }
        div class="strip" id="strip" role="group" aria-label=(t.get("board-strip")) { (strip::strip(t, seen, last.as_ref(), None)) }
        p class="ds-sr-only" id="said" role="status" {}
        (take_out_named(t, &t.get("board-moved-out"), &format!("{}/moved", seen.address()), ""))
        (objections::waiting(app, t, seen))
    }
}

fn one_column(
    t: &Texts,
    seen: &Seen,
    column: &Column,
    cards: &[Card],
    query: &filters::Query,
    longest: f64,
    rules: &mut Rules,
) -> Markup {
    let ward = seen.ward();
    let at = column.group.0;
    let own = || cards.iter().enumerate().filter(|(_, card)| card.entry.group == column.group);
    html! {
        section class="column" data-group=(at) aria-labelledby=(format!("group-{at}")) {
            header {
                h2 id=(format!("group-{at}")) { span class="place" aria-hidden="true" { (at + 1) } " " (t.group(ward.group(column.group))) }
                @if ward.group(column.group).beside { p class="quiet" { (t.get("board-beside")) } }
                p class="sum" id=(format!("sum-{at}")) { (column::sum(t, seen, column)) }
                p class="refused" hidden {}
            }
            div class="sums" id=(format!("sums-{at}")) { (column::sums(t, seen, column, own().count(), longest)) }
            ul class="cards" {
                @for (at, card) in own().filter(|(_, card)| query.shows(ward, card)) { (card::card(t, seen, card, at, rules)) }
            }
            p class="none quiet" { (t.get("board-column-empty")) }
        }
    }
}

/// What the script says, by its own short names.
fn words(t: &Texts) -> String {
    let said = [
        "choose",
        "target",
        "refused",
        "moved",
        "nothing",
        "cancelled",
        "saving",
        "copying",
        "stale",
        "live",
        "failed",
        "login",
    ];
    let words = said.map(|word| (word.to_owned(), json!(t.get(&format!("board-say-{word}")))));
    json!(Map::from_iter(words)).to_string()
}

/// The groups' codes and names, left to right.
fn groups(t: &Texts, seen: &Seen) -> String {
    let ward = seen.ward();
    json!(ward.group_ids().map(|g| [ward.group(g).code.clone(), t.group(ward.group(g))]).collect::<Vec<_>>())
        .to_string()
}

/// What the script puts in place after a change: the sums of all columns, the strip, the cards that were touched, and
/// where every card stands.
pub fn changed(
    t: &Texts,
    seen: &Seen,
    last: Option<&Last>,
    step: Option<Figures>,
    touched: &[(u32, Vec<u8>)],
) -> serde_json::Value {
    let Some(plan) = seen.plan() else { return json!({}) };
    let ward = seen.ward();
    let (columns, cards) = board(ward, plan);
    let longest = column::longest(&columns);
    let mut markup = Map::new();
    let mut sums = Vec::new();
    for column in &columns {
        let at = column.group.0;
        let own = cards.iter().filter(|card| card.entry.group == column.group).count();
        markup.insert(format!("sum-{at}"), json!(column::sum(t, seen, column).into_string()));
        markup.insert(format!("sums-{at}"), json!(column::sums(t, seen, column, own, longest).into_string()));
        let [day, evening, night, weekend] = column.minutes.parts();
        sums.push(json!({
            "group": ward.group(column.group).code,
            "minutes": column.minutes.total(),
            "day": day, "evening": evening, "night": night, "weekend": weekend,
            "fte": column.sums.as_ref().map(|s| s.fte),
            "fte_before": column.fte_before,
            "week_cost": column.sums.as_ref().map(|s| s.week_cost),
        }));
    }
    markup.insert("strip".to_owned(), json!(strip::strip(t, seen, last, step).into_string()));
    let mut rules = Rules::default();
    let mut drawn = Map::new();
    let mut stand = Map::new();
    for (at, card) in cards.iter().enumerate() {
        let line = &ward.lines[card.entry.line.0];
        let days = numbers(card.entry.days);
        let id = card_id(line.row, &days);
        if touched.iter().any(|(row, of)| *row == line.row && *of == days) {
            // The page knows a card's rules already; its own list of them stays.
            drawn.insert(id.clone(), json!(card::card(t, seen, card, at, &mut rules).into_string()));
        }
        stand.insert(id, json!(card.entry.group.0));
    }
    json!({ "columns": sums, "markup": markup, "cards": drawn, "stand": stand })
}

/// The cards of a line, for the page about it.
pub fn cards_of(seen: &Seen, row: u32) -> Vec<Card> {
    let Some(plan) = seen.plan() else { return Vec::new() };
    let (_, cards) = board(seen.ward(), plan);
    cards.into_iter().filter(|card| seen.ward().lines[card.entry.line.0].row == row).collect()
}
