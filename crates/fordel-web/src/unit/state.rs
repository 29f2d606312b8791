//! How a proposal stands, in a word that is the same on every page, and that its search was stopped before its time.

use fordel_app::service::{NoPlan, OpenedProposal, ProposalHead, ProposalKind, ProposalState, came_to_nothing};
use fordel_core::complaint::Value;
use fordel_core::plan::Status;
use fordel_text::Texts;
use maud::{Markup, html};

use super::no_plan;
use crate::shell::{Notice, notice, tag};

/// A word by its key, and of what kind it is.
pub type Word = (&'static str, Option<Notice>);

/// How a proposal stands. `places`: whether it has a plan that places work; `opened`: the proposal itself, where its plan is
/// read: that tells how good a whole plan is.
pub fn word(head: &ProposalHead, places: bool, opened: Option<&OpenedProposal>) -> Word {
    let status = opened.and_then(|opened| opened.plan.as_ref()).map(|plan| plan.status);
    let is_red = || opened.and_then(OpenedProposal::report).is_some_and(|report| !report.broken.is_empty());
    match head.state {
        ProposalState::Waiting => ("proposals-listed-waiting", None),
        ProposalState::Running => ("proposals-listed-running", None),
        _ if came_to_nothing(head) => ("proposals-listed-nothing", None),
        _ if !places && status == Some(Status::Infeasible) => ("proposals-impossible", Some(Notice::Danger)),
        _ if !places => ("proposals-listed-no-plan", None),
        _ if head.kind == ProposalKind::Own && is_red() => ("proposals-own-red", Some(Notice::Warning)),
        _ if head.kind == ProposalKind::Own => ("proposals-own", None),
        ProposalState::Cancelled => ("proposals-cut-off", Some(Notice::Warning)),
        ProposalState::Done | ProposalState::Failed => match status {
            Some(Status::Optimal) => ("proposals-proven", Some(Notice::Success)),
            Some(Status::Feasible) => ("proposals-good", Some(Notice::Info)),
            Some(Status::Infeasible | Status::Unknown) | None => ("proposals-listed-plan", None),
        },
    }
}

/// The same of a proposal whose plan is read.
pub fn word_of(opened: &OpenedProposal) -> Word {
    word(&opened.kept.head, opened.placed().is_some(), Some(opened))
}

/// The word as pages show it.
pub fn tagged(t: &Texts, (key, kind): Word) -> Markup {
    tag(&t.get(key), kind)
}

/// That the search was stopped before its time, and where the same can be asked for again; nothing where it wasn't, or where
/// no plan tells of it. `address`: the unit's. `may`: whether the reader may ask for proposals.
pub fn stopped(t: &Texts, address: &str, opened: &OpenedProposal, may: bool) -> Markup {
    let head = &opened.kept.head;
    let Some(plan) = opened.placed().filter(|_| head.state == ProposalState::Cancelled) else { return html! {} };
    let seconds = [("seconds", Value::Number(plan.seconds.round()))];
    let again = no_plan::again(t, address, head, NoPlan::Stopped).filter(|_| may);
    let said = html! {
        p { (t.with("proposals-stopped-with-plan", &seconds)) @if let Some(link) = &again { " " a href=(link.href) { (link.text) } } }
    };
    notice(t, Notice::Warning, said)
}
