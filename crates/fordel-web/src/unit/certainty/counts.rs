//! How much activity goes up and down by the counts that the unit handed in, and a button that reckons with it.

use fordel_app::service::{MOST_SPREAD, MeasuredSpread, measured_says};
use fordel_text::Texts;
use maud::{Markup, html};

use super::percent;
use crate::shell::{Weight, button};

/// What was measured of each driver; `reckoned` is the spread that the proposal's ward says, `asked` another in thousandths that
/// is looked at.
pub(super) fn section(t: &Texts, measured: &[MeasuredSpread], reckoned: f64, asked: Option<u16>, here: &str) -> Markup {
    let thousandths = |spread: f64| (spread * 1000.0).round().min(f64::from(MOST_SPREAD)) as u16;
    let now = asked.unwrap_or(thousandths(reckoned));
    let said = |key: &str, spread: u16| t.with(key, &[("spread", t.percent(f64::from(spread) / 1000.0, 1).into())]);
    html! {
        @if !measured.is_empty() {
            h2 { (t.get("certainty-counts")) }
            @for of in measured {
                @let spread = thousandths(of.spread);
                p { (measured_says(of, t)) @if spread == now { " " (t.get("certainty-measured-used")) } }
                @if spread != now {
                    form method="post" action=(here) {
                        input type="hidden" name="svinger" value=(percent(spread));
                        (button(&said("certainty-measured-use", spread), Weight::Other, None))
                    }
                }
            }
            p class="quiet" { (t.get("certainty-measured-note")) }
            @if now != thousandths(reckoned) { p { a href=(here) { (said("certainty-measured-back", thousandths(reckoned))) } } }
        }
    }
}
