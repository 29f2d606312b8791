//! What stands in the place of a plan that isn't there: what happened, and what to do about it.

use fordel_app::service::{Asked, NoPlan, OpenedProposal, ProposalHead};
use fordel_text::Texts;
use maud::{Markup, html};

use crate::shell::{Link, Notice, Weight, empty_state, link_button, notice};

/// What happened, and what to do about it.
pub fn told(t: &Texts, head: &ProposalHead, why: NoPlan) -> (String, String) {
    let (what, cure) = match why {
        NoPlan::NotYet => ("documents-not-ready-do", "proposals-leave"),
        NoPlan::OutOfTime => ("proposals-out-of-time", "proposals-out-of-time-do"),
        NoPlan::Impossible => ("documents-infeasible", "proposals-impossible-do"),
        NoPlan::NoTasks => ("proposals-no-tasks", "proposals-no-tasks-do"),
        NoPlan::Stopped => ("proposals-stopped", "proposals-stopped-do"),
        NoPlan::Fault => ("proposals-fault", "proposals-fault-do"),
    };
    (t.with(what, &[("seconds", Asked::of(head).search_seconds().into())]), t.get(cure))
}

/// Leads to the form that asks for the same again, where that helps: with more time where there was too little.
pub fn again(t: &Texts, address: &str, head: &ProposalHead, why: NoPlan) -> Option<Link> {
    let text = match why {
        NoPlan::OutOfTime | NoPlan::Stopped => "proposals-again-longer",
        NoPlan::Fault => "proposals-again",
        NoPlan::NotYet | NoPlan::Impossible | NoPlan::NoTasks => return None,
    };
    Some(Link::new(t.get(text), format!("{address}/proposals?igjen={}#new", head.number)))
}

/// What stands in the place of what a page would show of a plan: why there is none, and the way to what helps. `address`:
/// the unit's. `waits`: what is said while the plan is being made, and what to do meanwhile.
pub fn empty(t: &Texts, opened: &OpenedProposal, address: &str, waits: (String, String)) -> Markup {
    let head = &opened.kept.head;
    let one = format!("{address}/p/{}", head.number);
    let ((said, cure), link) = match opened.no_plan() {
        None | Some(NoPlan::NotYet) => {
            (waits, Link::new(t.get("documents-to-proposals"), format!("{address}/proposals")))
        }
        Some(NoPlan::Impossible) => (
            (t.get("documents-infeasible"), t.get("documents-infeasible-do")),
            Link::new(t.get("documents-infeasible-action"), format!("{one}/findings")),
        ),
        Some(why) => (told(t, head, why), Link::new(t.get("documents-to-proposal"), one)),
    };
    empty_state(&said, &cure, link_button(&link, Weight::Main))
}

/// What stands on the page of a proposal without a plan. `may`: whether the reader may ask for proposals.
pub fn instead(t: &Texts, address: &str, head: &ProposalHead, why: NoPlan, may: bool) -> Markup {
    let (what, cure) = told(t, head, why);
    let kind = if why == NoPlan::Fault { Notice::Danger } else { Notice::Warning };
    let again = again(t, address, head, why).filter(|_| may);
    let mistake = head.failure.as_ref().filter(|_| why == NoPlan::Fault);
    html! {
        (notice(t, kind, html! { p { (what) } p { (cure) } }))
        div class="actions" {
            @if let Some(link) = &again { (link_button(link, Weight::Main)) }
            @if mistake.is_some() { (link_button(&Link::new(t.get("page-export"), format!("{address}/ward.xlsx")), Weight::Other)) }
        }
        @if let Some(mistake) = mistake {
            details class="behind" {
                summary { (t.get("proposals-fault-detail")) }
                p class="quiet" { (mistake) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use fordel_app::service::{BranchId, Moment, ProposalId, ProposalKind, ProposalState};
    use fordel_text::Lang;

    use super::*;
    use crate::shell::texts;

    fn failed(failure: &str) -> ProposalHead {
        ProposalHead {
            id: ProposalId(3),
            unit: BranchId(2),
            number: 7,
            name: "Begynn i det små".to_owned(),
            kind: ProposalKind::Computed,
            wishes: r#"{"seconds":10,"max_moves":3}"#.to_owned(),
            state: ProposalState::Failed,
            revision: 1,
            version: 1,
            progress: None,
            failure: Some(failure.to_owned()),
            person: None,
            created: Moment(0),
            started: None,
            ended: None,
        }
    }

    #[test]
    fn each_way_to_have_no_plan_says_what_happened_and_what_to_do() {
        let t = texts(Lang::Nb);
        let page = |why: NoPlan, may: bool| instead(t, "/u/2", &failed("panic <i>"), why, may).into_string();
        let late = page(NoPlan::OutOfTime, true);
        assert!(late.contains("10 sekunder") && late.contains("/u/2/proposals?igjen=7#new"), "{late}");
        assert!(!late.contains("panic") && !late.contains("gjorde en feil"), "{late}");
        let fault = page(NoPlan::Fault, true);
        assert!(fault.contains("gjorde en feil") && fault.contains("panic &lt;i&gt;"), "{fault}");
        assert!(fault.contains("/u/2/ward.xlsx") && fault.contains("igjen=7"), "{fault}");
        let impossible = page(NoPlan::Impossible, true);
        assert!(impossible.contains("Ingen plan er mulig") && !impossible.contains("igjen="), "{impossible}");
        assert!(!page(NoPlan::OutOfTime, false).contains("igjen="), "a reader can't ask");
        let said = [NoPlan::OutOfTime, NoPlan::Impossible, NoPlan::NoTasks, NoPlan::Stopped, NoPlan::Fault];
        let said = said.map(|why| page(why, true));
        assert!((1..said.len()).all(|at| !said[..at].contains(&said[at])), "each has its own words");
    }
}
