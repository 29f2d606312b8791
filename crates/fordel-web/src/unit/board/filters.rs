//! Which cards are shown: by interval, category, and whether they move; told in the address.

use fordel_core::complaint::Value;
use fordel_core::measure::board::Card;
use fordel_core::ward::{Timing, Ward};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::shell::{Choice, Weight, button, escaped};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Query {
    /// An interval's label, `døgn` or `dagtid`.
    #[serde(rename = "tidsrom", default)]
    pub interval: String,
    /// A category's name.
    #[serde(rename = "kategori", default)]
    pub category: String,
    /// Whether only cards are shown that move from today.
    #[serde(rename = "flyttes", default)]
    pub moved: String,
    /// The last move, to be told and undone: row, days, the group that it left.
    #[serde(rename = "flyttet", default)]
    pub last: String,
}

/// How the address says yes.
const YES: &str = "ja";

impl Query {
    /// Whether any card is left out.
    pub fn narrows(&self) -> bool {
        !self.interval.is_empty() || !self.category.is_empty() || self.moved == YES
    }

    /// Whether the card is shown.
    pub fn shows(&self, ward: &Ward, card: &Card) -> bool {
        let line = &ward.lines[card.entry.line.0];
        let within = || match &line.timing {
            Timing::Span { from, to } => (*from..*to).any(|at| ward.intervals.get(at).label() == self.interval),
            whole => ward.timing_label(whole) == self.interval,
        };
        (self.interval.is_empty() || within())
            && (self.category.is_empty() || ward.categories[line.category].name == self.category)
            && (self.moved != YES || card.is_moved())
    }

    /// The filters as an address writes them, without the last move.
    pub fn written(&self) -> String {
        let parts = [("tidsrom", &self.interval), ("kategori", &self.category), ("flyttes", &self.moved)];
        let parts = parts.iter().filter(|(_, value)| !value.is_empty());
        parts.map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
    }
}

/// The form that narrows the board, and how many cards it shows.
pub fn form(t: &Texts, ward: &Ward, cards: &[Card], query: &Query, address: &str) -> Markup {
    let used = |timing: &Timing| ward.lines.iter().any(|line| line.timing == *timing);
    let whole = [Timing::AroundTheClock, Timing::Daytime].into_iter().filter(|timing| used(timing));
    let whole = whole.map(|timing| {
        let label = ward.timing_label(&timing);
        Choice::new(label.as_str(), t.timing(&label))
    });
    let intervals = ward.intervals.iter().map(|w| Choice::new(w.label(), t.timing(&w.label()))).chain(whole);
    let categories = ward.categories.iter().map(|c| Choice::new(c.name.clone(), t.category(&c.name)));
    let shown = cards.iter().filter(|card| query.shows(ward, card)).count();
    let count = [("shown", Value::Number(shown as f64)), ("all", Value::Number(cards.len() as f64))];
    html! {
        form class="filters" method="get" action=(address) aria-label=(t.get("board-filters")) {
            (select(t, "tidsrom", "board-interval", intervals.collect(), &query.interval))
            (select(t, "kategori", "board-category", categories.collect(), &query.category))
            label class="tick" { input type="checkbox" name="flyttes" value=(YES) checked[query.moved == YES]; " " (t.get("board-moved-only")) }
            (button(&t.get("board-show"), Weight::Other, None))
            @if query.narrows() { a href=(address) { (t.get("board-all")) } }
            p class="quiet" role="status" {
                @if shown == 0 && !cards.is_empty() { (t.get("board-none-shown")) }
                @else { (t.with(if query.narrows() { "board-shown" } else { "board-shown-all" }, &count)) }
            }
        }
    }
}

fn select(t: &Texts, name: &str, label: &str, choices: Vec<Choice>, chosen: &str) -> Markup {
    html! {
        label { (t.get(label)) " "
            select class="ds-input" name=(name) {
                option value="" { (t.get("board-any")) }
                @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.text) } }
            }
        }
    }
}
