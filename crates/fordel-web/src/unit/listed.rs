//! All of a unit's proposals, the newest first: how each stands, when it was asked for, the way to it, and a tick that puts it
//! side by side with others. No plan is read.

use std::collections::BTreeSet;

use fordel_app::service::ProposalHead;
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};

use super::beside::{BESIDE_BY, Decided, is_answered};
use super::seen::decided_as;
use super::state::{tagged, word};
use crate::app::App;
use crate::shell::{Weight, button};

/// The list. `placed`: those with a plan that places work; `decided`: those that were decided as they stand; `wanted`: what
/// the address names to stand side by side.
pub fn listed(
    app: &App,
    t: &Texts,
    address: &str,
    heads: &[ProposalHead],
    placed: &BTreeSet<i64>,
    decided: &Decided,
    wanted: &[String],
) -> Markup {
    html! {
        @if !heads.is_empty() {
            h2 { (t.get("proposals-all")) }
            form method="get" action=(format!("{address}/proposals#beside")) {
                ul id="all" {
                    @for head in heads.iter().rev() {
                        li {
                            @if is_answered(head) { (choose(t, head, wanted)) " " }
                            a href=(format!("{address}/p/{}", head.number)) { (head.number) ". " (head.name) } " "
                            (tagged(t, word(head, placed.contains(&head.number), None))) " "
                            (decided_as(t, decided.get(&head.number).copied())) " "
                            span class="quiet" { (app.moment(t.lang(), head.created)) }
                        }
                    }
                }
                @if heads.iter().any(is_answered) {
                    div class="actions on-screen" {
                        (button(&t.get("proposals-compare-chosen"), Weight::Other, None))
                        @if !wanted.is_empty() { a href=(format!("{address}/proposals#beside")) { (t.get("proposals-compare-newest")) } }
                    }
                }
            }
        }
    }
}

/// The tick that chooses a proposal.
fn choose(t: &Texts, head: &ProposalHead, wanted: &[String]) -> Markup {
    let number = head.number.to_string();
    let named = [("number", Value::Number(head.number as f64)), ("name", head.name.as_str().into())];
    html! {
        label class="tick on-screen" {
            input type="checkbox" name=(BESIDE_BY) value=(number) checked[wanted.contains(&number)];
            span class="ds-sr-only" { (t.with("proposals-choose", &named)) }
        }
    }
}
