//! A proposal as the pages about it see it: its ward and plan, what it was made from, what is said of its lines.

use std::collections::BTreeMap;
use std::sync::Arc;

use fordel_app::service::{
    BranchId, Failed, Objected, OpenedProposal, ProposalKind, Reads, Role, RowId, Service, SignedIn,
};
use fordel_core::complaint::Value;
use fordel_core::order::Forbidden;
use fordel_core::plan::{Broken, Plan};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{GroupId, TaskLine, Ward};
use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Around;
use super::no_plan;
use super::outdated;
use super::state;
use crate::shell::{Notice, tag};

/// A proposal, and what is known around it.
pub struct Seen {
    /// Where the unit is, and how far it has come.
    pub around: Around,
    /// The proposal.
    pub opened: Arc<OpenedProposal>,
    /// What it was made from, if it is a copy.
    pub base: Option<Arc<OpenedProposal>>,
    /// The group that each row is pinned to in the sheet now; empty where it is free.
    pub pins: BTreeMap<RowId, String>,
    /// The version as which it was decided as it stands, if it was: changes are made in a copy then.
    pub decided: Option<i64>,
    /// Objections, in the order they were raised.
    pub objected: Vec<Objected>,
    /// The visitor's role.
    pub role: Role,
    /// Whether the unit's sheets have been changed since it was made.
    outdated: bool,
}

impl Seen {
    /// The proposal of this number.
    ///
    /// # Errors
    /// No such unit or proposal, or no role there.
    pub fn of(service: &Service, who: &SignedIn, unit: i64, number: i64) -> Result<Seen, Failed> {
        let reads = service.unit(who, BranchId(unit))?;
        let opened = reads.proposal(number)?;
        Seen::around(service, &reads, opened)
    }

    /// A proposal that is open already.
    ///
    /// # Errors
    /// The database.
    pub fn around(service: &Service, reads: &Reads, opened: Arc<OpenedProposal>) -> Result<Seen, Failed> {
        Ok(Seen {
            around: Around::of(service, reads)?,
            base: reads.base(&opened)?,
            pins: reads.pins()?,
            decided: reads.decided_as(&opened)?,
            objected: reads.objected()?,
            role: reads.role(),
            outdated: reads.is_outdated(&opened)?,
            opened,
        })
    }

    /// The ward.
    pub fn ward(&self) -> &Ward {
        &self.opened.ward
    }

    /// The plan, if it places anything.
    pub fn plan(&self) -> Option<&Plan> {
        self.opened.placed()
    }

    /// What the plan breaks.
    pub fn broken(&self) -> &[Broken] {
        self.opened.report().map(|report| report.broken.as_slice()).unwrap_or_default()
    }

    /// Its number.
    pub fn number(&self) -> i64 {
        self.opened.kept.head.number
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("{}/p/{}", self.around.address(), self.number())
    }

    /// Whether the visitor may change it, or a copy of it.
    pub fn may_change(&self) -> bool {
        self.role >= Role::Contributor
    }

    /// Whether it is changed by hand, and not as it was computed.
    pub fn is_own(&self) -> bool {
        self.opened.kept.head.kind == ProposalKind::Own
    }

    /// The objections to a line.
    pub fn objections_to(&self, row: u32) -> impl Iterator<Item = &Objected> {
        let id = self.opened.rows.get(&row).copied();
        self.objected.iter().filter(move |o| id.is_some() && o.objection.row == id)
    }

    /// Where a line stood before: in what this was made from, else today.
    pub fn stood(&self, row: u32, days: &[u8]) -> Option<GroupId> {
        let of = |plan: &Plan| {
            let placed = plan.placements.iter().find(|p| p.row == row && p.days == days)?;
            self.ward().group_by_code(&placed.group)
        };
        let base = self.base.as_ref().and_then(|base| base.plan.as_ref());
        match base {
            Some(base) => of(base),
            None => self.ward().lines[self.ward().line_by_row(row)?.0].today,
        }
    }

    /// The page's heading: what it is, of which proposal.
    pub fn heading(&self, t: &Texts, title: &str, actions: Markup) -> Markup {
        let head = &self.opened.kept.head;
        let args = [("number", Value::Number(head.number as f64)), ("name", head.name.as_str().into())];
        let address = self.around.address();
        html! {
            div class="heading" { h1 { (title) } div class="actions" { (actions) } }
            p class="of-proposal" {
                a href=(self.address()) { (t.with("board-of", &args)) } " "
                // What is changed here while one looks isn't told by a word that stands still.
                @if self.is_own() { (tag(&t.get("board-own"), Some(Notice::Info))) }
                @else { (state::tagged(t, state::word_of(&self.opened))) }
                " "
                (decided_as(t, self.decided))
            }
            (state::stopped(t, &address, &self.opened, self.may_change()))
            (outdated::notice_of(t, &address, self.outdated))
        }
    }

    /// What stands where there is no plan to show.
    pub fn nothing(&self, t: &Texts) -> Markup {
        let waits = (t.get("board-waiting"), t.get("board-waiting-do"));
        no_plan::empty(t, &self.opened, &self.around.address(), waits)
    }
}

/// As which version a proposal was decided, if it was.
pub fn decided_as(t: &Texts, version: Option<i64>) -> Markup {
    html! { @if let Some(version) = version { (tag(&decided_words(t, version), Some(Notice::Success))) } }
}

/// The same in words.
pub fn decided_words(t: &Texts, version: i64) -> String {
    t.with("proposals-decided-as", &[("number", Value::Number(version as f64))])
}

/// When a line's work falls, in few words.
pub fn timing(t: &Texts, ward: &Ward, line: &TaskLine) -> String {
    t.timing(&ward.timing_label(&line.timing))
}

/// Days as plans write them.
pub fn numbers(days: DaySet) -> Vec<u8> {
    days.iter().map(Day::number).collect()
}

/// The rule that keeps a group from a line: part of a sentence.
pub fn forbidden(t: &Texts, ward: &Ward, group: GroupId, rule: Forbidden) -> String {
    let (key, named) = match rule {
        Forbidden::PinnedElsewhere(by) => ("board-no-pinned", by),
        Forbidden::NotInOnly => ("board-no-only", group),
        Forbidden::BelowLowest(by) => ("board-no-lowest", by),
    };
    t.with(key, &[("group", in_sentence(t, ward, named).into())])
}

/// A group within a sentence: `sykepleier (SPL)`; an abbreviation keeps its capitals.
fn in_sentence(t: &Texts, ward: &Ward, id: GroupId) -> String {
    let name = t.group(ward.group(id));
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(chars).collect()
        }
        _ => name,
    }
}

/// A placement's name in addresses and forms: the row, and its days as digits (`12.12345`).
pub fn placement(row: u32, days: &[u8]) -> String {
    let days: String = days.iter().map(u8::to_string).collect();
    format!("{row}.{days}")
}

/// A placement's identifier on a page.
pub fn card_id(row: u32, days: &[u8]) -> String {
    format!("k{}", placement(row, days).replace('.', "-"))
}
