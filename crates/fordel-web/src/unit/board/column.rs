//! A column's head: what the group carries, how many it takes, what it costs.

use fordel_core::complaint::Value;
use fordel_core::measure::board::Column;
use fordel_text::Texts;
use maud::{Markup, html};

use crate::unit::seen::Seen;

/// Weeks of a year, as the plan's cost counts them.
const WEEKS: f64 = 52.0;
/// Length of the longest bar, in the picture's own units.
const LONGEST: f64 = 100.0;

/// Rules that are about hours without enough people.
const HOURS: [&str; 2] = ["work_fits", "bound_present"];

/// What stands in the head that stays in sight: minutes and årsverk.
pub fn sum(t: &Texts, seen: &Seen, column: &Column) -> Markup {
    let today = seen.opened.plan.as_ref().is_some_and(|plan| !plan.today.groups.is_empty());
    let fte = column.sums.as_ref().map_or(0.0, |sums| sums.fte);
    let change = column.fte_before.map(|before| {
        let key = if today { "board-fte-today" } else { "board-fte-carried" };
        t.with(key, &[("change", t.signed(fte - before, 1).into())])
    });
    html! {
        span { (t.with("board-minutes-week", &[("minutes", t.fixed(column.minutes.total(), 0).into())])) }
        span { (t.with("board-fte", &[("fte", t.fixed(fte, 1).into())])) @if let Some(change) = change { " (" (change) ")" } }
    }
}

/// The rest: cost, the parts of the week as bars, hours that lack people. `longest`: minutes of the board's longest bar.
pub fn sums(t: &Texts, seen: &Seen, column: &Column, cards: usize, longest: f64) -> Markup {
    let cost = column.sums.as_ref().map(|sums| sums.week_cost * WEEKS);
    let code = &seen.ward().group(column.group).code;
    let hours = |b: &&fordel_core::plan::Broken| b.group.as_ref() == Some(code) && HOURS.contains(&b.rule.as_str());
    let over = seen.broken().iter().filter(hours).count();
    let bars = ["day", "evening", "night", "weekend"].into_iter().zip(column.minutes.parts());
    html! {
        @if over > 0 {
            p class="over" { a href=(format!("{}/staffing?gruppe={}", seen.address(), crate::shell::escaped(code))) {
                "▲ " (t.with("board-over", &[("count", Value::Number(over as f64))]))
            } }
        }
        p {
            (t.with("board-cards", &[("count", Value::Number(cards as f64))]))
            @if let Some(cost) = cost { " · " (t.with("board-cost", &[("cost", t.about_kroner(cost).into())])) }
        }
        dl class="bars" {
            @for (part, minutes) in bars {
                dt { (t.get(&format!("board-bar-{part}"))) }
                dd {
                    svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
                        rect class=(format!("s{}", column.group.0 % 6)) x="0" y="0" height="8" width=(width(minutes, longest)) {}
                    }
                    span { (t.fixed(minutes, 0)) }
                }
            }
        }
    }
}

fn width(minutes: f64, longest: f64) -> String {
    format!("{:.1}", if longest > 0.0 { LONGEST * minutes / longest } else { 0.0 })
}

/// Minutes of the longest bar of all columns.
pub fn longest(columns: &[Column]) -> f64 {
    columns.iter().flat_map(|column| column.minutes.parts()).fold(0.0, f64::max)
}
