//! All of a unit's proposals, the newest first: how each stands, when it was asked for, and the way to it. No plan is read.

use std::collections::BTreeSet;

use fordel_app::service::{ProposalHead, ProposalKind, ProposalState, came_to_nothing};
use fordel_text::Texts;
use maud::{Markup, html};

use super::beside::Decided;
use super::seen::decided_as;
use crate::app::App;
use crate::shell::tag;

/// The list. `placed`: those with a plan that places work; `decided`: those that were decided as they stand.
pub fn listed(
    app: &App,
    t: &Texts,
    address: &str,
    heads: &[ProposalHead],
    placed: &BTreeSet<i64>,
    decided: &Decided,
) -> Markup {
    html! {
        @if !heads.is_empty() {
            h2 { (t.get("proposals-all")) }
            ul id="all" {
                @for head in heads.iter().rev() {
                    li {
                        a href=(format!("{address}/p/{}", head.number)) { (head.number) ". " (head.name) } " "
                        (tag(&t.get(word(head, placed.contains(&head.number))), None)) " "
                        (decided_as(t, decided.get(&head.number).copied())) " "
                        span class="quiet" { (app.moment(t.lang(), head.created)) }
                    }
                }
            }
        }
    }
}

/// How a proposal stands, from what is known without its plan.
fn word(head: &ProposalHead, has_plan: bool) -> &'static str {
    match head.state {
        ProposalState::Waiting => "proposals-listed-waiting",
        ProposalState::Running => "proposals-listed-running",
        _ if came_to_nothing(head) => "proposals-listed-nothing",
        _ if !has_plan => "proposals-listed-no-plan",
        _ if head.kind == ProposalKind::Own => "proposals-own",
        ProposalState::Cancelled => "proposals-cut-off",
        ProposalState::Done | ProposalState::Failed => "proposals-listed-plan",
    }
}
