//! Changing what one sees by hand: a proposal that is computed or decided stays as it is, so its first change is made in
//! a copy; a copy knows what it was made from. What was changed is told part by part in the chain, and can be put back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordel_core::plan::{Placed, Plan};
use fordel_store::{Change as Kept, Failure, NewProposal, PlanChange, ProposalHead, Reader, RowId, What};
use serde::{Deserialize, Serialize};

use crate::compare::differences;

use super::asked::Asked;
use super::own::{self, Change};
use super::proposals::{OpenedProposal, text};
use super::{Contributes, Failed, ProposalKind, Reads};

/// A part of a plan that was changed by hand, as the chain keeps it: it tells what it was also when the plan is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedPart {
    /// The proposal's number in the unit.
    pub proposal: i64,
    /// Which part of its plan.
    #[serde(flatten)]
    pub part: PlanPart,
}

/// What can be changed in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PlanPart {
    /// The group of a line.
    Line {
        /// Its row in the sheet.
        row: u32,
        /// Name of the task.
        task: String,
        /// `07-09`, a span, `døgn` or `dagtid`.
        timing: String,
        /// The days that were moved, 1 = Monday; none where all of the line's were.
        days: Vec<u8>,
    },
    /// The heads of a shift on a day.
    Heads {
        /// The group's code.
        group: String,
        /// The shift's name.
        shift: String,
        /// 1 = Monday.
        day: u8,
    },
}

impl ChangedPart {
    /// What a change in the chain is about, if it is about a part of a plan.
    pub(super) fn of(change: &Kept) -> Option<ChangedPart> {
        match What::from_word(&change.what)? {
            What::LineMoved | What::HeadsChanged => serde_json::from_str(change.field.as_deref()?).ok(),
            _ => None,
        }
    }

    /// The group or the heads that a plan has there; none where it has no such placement.
    pub(super) fn stands(&self, plan: &Plan) -> Option<String> {
        match &self.part {
            PlanPart::Line { row, days, .. } => placed(plan, *row, days).map(|placed| placed.group.clone()),
            PlanPart::Heads { group, shift, day } => {
                let there = plan.staffing.iter().find(|h| h.group == *group && h.shift == *shift && h.day == *day);
                Some(there.map_or(0, |there| there.heads).to_string())
            }
        }
    }

    /// The row of the sheet of tasks that it is about, by the numbers of its proposal.
    pub(super) fn row(&self, opened: &OpenedProposal) -> Option<RowId> {
        match &self.part {
            PlanPart::Line { row, .. } => opened.rows.get(row).copied(),
            PlanPart::Heads { .. } => None,
        }
    }

    /// The change that puts this group, or so many heads, there.
    pub(super) fn change_to(&self, plan: &Plan, value: &str) -> Option<Change> {
        Some(match &self.part {
            PlanPart::Line { row, days, .. } => {
                let days = placed(plan, *row, days)?.days.clone();
                Change::Move { row: *row, days, group: value.to_owned() }
            }
            PlanPart::Heads { group, shift, day } => {
                let (group, shift) = (group.clone(), shift.clone());
                Change::Heads { group, shift, day: *day, heads: value.parse().ok()? }
            }
        })
    }
}

/// How the part begins, as it is kept, that is told where a line of a proposal is moved.
pub(super) fn told_of_line(proposal: i64, row: u32) -> String {
    format!(r#"{{"proposal":{proposal},"row":{row},"#)
}

/// The placement of a line on these days; where none are told, on all of them.
fn placed<'p>(plan: &'p Plan, row: u32, days: &[u8]) -> Option<&'p Placed> {
    plan.placements.iter().find(|placed| placed.row == row && (days.is_empty() || placed.days == days))
}

/// What differs in a plan of the proposal of this number after changes by hand, as the chain tells it.
///
/// # Errors
/// A part that can't be written, which none is.
pub(super) fn changed_parts(proposal: i64, before: &Plan, after: &Plan) -> Result<Vec<PlanChange>, Failed> {
    let mut changes = Vec::new();
    let mut tell = |what, part, before: String, after: String| {
        changes.push(PlanChange { what, part: text(&ChangedPart { proposal, part })?, before, after });
        Ok::<(), Failed>(())
    };
    // Changes by hand leave every placement at its place in the list.
    for (was, is) in before.placements.iter().zip(&after.placements).filter(|(was, is)| was.group != is.group) {
        let whole = after.placements.iter().filter(|placed| placed.row == is.row).count() == 1;
        let days = if whole { Vec::new() } else { is.days.clone() };
        let part = PlanPart::Line { row: is.row, task: is.task.clone(), timing: is.timing.clone(), days };
        tell(What::LineMoved, part, was.group.clone(), is.group.clone())?;
    }
    for of in differences(before, after).heads {
        for (day, (was, is)) in (1..).zip(of.a.iter().zip(&of.b)).filter(|(_, (was, is))| was != is) {
            let part = PlanPart::Heads { group: of.group.clone(), shift: of.shift.clone(), day };
            tell(What::HeadsChanged, part, was.to_string(), is.to_string())?;
        }
    }
    Ok(changes)
}

/// What is kept of a proposal that is made from another one: its ward and wishes, with a plan made by hand.
pub(super) struct Copied<'p> {
    from: &'p OpenedProposal,
    wishes: String,
    plan: String,
}

impl Copied<'_> {
    /// From this proposal, with this plan.
    ///
    /// # Errors
    /// A plan that can't be written, which none is.
    pub(super) fn of<'p>(from: &'p OpenedProposal, plan: &Plan) -> Result<Copied<'p>, Failed> {
        let wishes = text(&Asked { from: Some(from.kept.head.number), ..from.asked() })?;
        Ok(Copied { from, wishes, plan: text(plan)? })
    }

    /// To be kept under this name.
    pub(super) fn named<'n>(&'n self, name: &'n str) -> NewProposal<'n> {
        let kept = &self.from.kept;
        NewProposal {
            unit: kept.head.unit,
            name: name.trim(),
            wishes: &self.wishes,
            revision: kept.head.revision,
            ward: &kept.ward,
            rows: &kept.rows,
            plan: Some(&self.plan),
        }
    }

    /// The proposal that was made so from this one before, and still has the same plan; none where there is none.
    ///
    /// # Errors
    /// The database.
    pub(super) fn made(&self, r: &Reader<'_>) -> Result<Option<ProposalHead>, Failure> {
        let heads = r.proposals(self.from.kept.head.unit)?.into_iter();
        for head in heads.filter(|head| head.kind == ProposalKind::Own && head.wishes == self.wishes) {
            if r.proposal(head.id)?.plan.as_deref() == Some(self.plan.as_str()) {
                return Ok(Some(head));
            }
        }
        Ok(None)
    }
}

/// Proposals by number, as far as they are there and can be read.
pub(super) struct Readable {
    /// Those that can.
    pub(super) there: BTreeMap<i64, Arc<OpenedProposal>>,
    /// Those of which something is kept that can't be read.
    pub(super) unreadable: BTreeSet<i64>,
}

/// Copies of copies that are followed back.
const FAR: usize = 50;

impl Reads<'_> {
    /// What a copy was made from; none for a computed proposal, or where that is gone.
    ///
    /// # Errors
    /// The database.
    pub fn base(&self, proposal: &OpenedProposal) -> Result<Option<Arc<OpenedProposal>>, Failed> {
        let Some(from) = proposal.asked().from else { return Ok(None) };
        match self.proposal(from) {
            Ok(base) => Ok(Some(base)),
            Err(Failed::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// The computed proposal that a copy goes back to; what was solved beside it stands there. None for a computed one.
    ///
    /// # Errors
    /// The database.
    pub fn root(&self, proposal: &OpenedProposal) -> Result<Option<Arc<OpenedProposal>>, Failed> {
        let mut root = self.base(proposal)?;
        for _ in 0..FAR {
            match &root {
                Some(own) if own.kept.head.kind == ProposalKind::Own => root = self.base(own)?,
                _ => break,
            }
        }
        Ok(root.filter(|root| root.kept.head.kind == ProposalKind::Computed))
    }

    /// The proposals of these numbers. One that is gone, or that can't be read any more, stops no other.
    ///
    /// # Errors
    /// The database.
    pub(super) fn readable(&self, numbers: impl IntoIterator<Item = i64>) -> Result<Readable, Failed> {
        let mut readable = Readable { there: BTreeMap::new(), unreadable: BTreeSet::new() };
        for number in numbers {
            match self.proposal(number) {
                Ok(opened) => {
                    readable.there.insert(number, opened);
                }
                Err(Failed::NotFound) => {}
                Err(Failed::Internal(_)) => {
                    readable.unreadable.insert(number);
                }
                Err(other) => return Err(other),
            }
        }
        Ok(readable)
    }
}

impl Contributes<'_> {
    /// Changes a proposal by hand; one that is computed or decided in a copy of this name. Gives the proposal that the
    /// changes are in.
    ///
    /// # Errors
    /// As [`Contributes::change`]. No copy is made where a change is refused.
    pub fn change_here(
        &self,
        number: i64,
        version: i64,
        changes: &[Change],
        copy: &str,
    ) -> Result<Arc<OpenedProposal>, Failed> {
        let opened = self.proposal(number)?;
        if opened.kept.head.kind == ProposalKind::Own {
            if self.decided_as(&opened)?.is_none() {
                return self.change(number, version, changes);
            }
            // It may have been changed between the look and the decision.
            if opened.kept.head.version != version {
                return Err(Failed::Store(Failure::Stale));
            }
        }
        let plan = opened.placed().ok_or(Failed::NotFound)?;
        own::change(&opened.ward, plan, changes).map_err(Failed::Refused)?;
        let number = self.copy(number, copy)?;
        let version = self.proposal(number)?.kept.head.version;
        self.change(number, version, changes)
    }

    /// Puts back what stood in a plan before it was changed by hand, if `now` still stands there: one more change by
    /// hand, under the same rules.
    pub(super) fn put_back(&self, part: &ChangedPart, was: &str, now: Option<&str>) -> Result<(), Failed> {
        let opened = self.proposal(part.proposal)?;
        let plan = opened.plan.as_ref().ok_or(Failed::NotFound)?;
        if part.stands(plan).as_deref() != now {
            return Err(Failed::Stale);
        }
        let change = part.change_to(plan, was).ok_or(Failed::NotFound)?;
        self.change(part.proposal, opened.kept.head.version, &[change]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::plan::Heads;

    fn plan(groups: [&str; 3], heads: u32) -> Plan {
        let placed = |row: u32, days: &[u8], group: &str| Placed {
            row,
            task: format!("oppgave {row}"),
            timing: "07-09".into(),
            days: days.to_vec(),
            group: group.into(),
            today: None,
        };
        let [weekdays, weekend, other] = groups;
        let placements =
            vec![placed(2, &[1, 2, 3, 4, 5], weekdays), placed(2, &[6, 7], weekend), placed(3, &[1], other)];
        let staffing = vec![Heads { group: "SPL".into(), shift: "D".into(), day: 2, heads }];
        Plan { placements, staffing, ..Plan::default() }
    }

    #[test]
    fn what_is_told_of_a_plan_keeps_its_form_and_names_days_only_of_a_part_of_a_line() {
        let (before, after) = (plan(["SPL", "SPL", "SPL"], 2), plan(["SPL", "HFA", "HFA"], 0));
        let told = changed_parts(4, &before, &after).expect("written");
        let told: Vec<_> =
            told.iter().map(|c| (c.what.word(), c.part.as_str(), c.before.as_str(), c.after.as_str())).collect();
        // Databases hold it in this form.
        let weekend = r#"{"proposal":4,"row":2,"task":"oppgave 2","timing":"07-09","days":[6,7]}"#;
        let whole = r#"{"proposal":4,"row":3,"task":"oppgave 3","timing":"07-09","days":[]}"#;
        let shift = r#"{"proposal":4,"group":"SPL","shift":"D","day":2}"#;
        assert_eq!(
            told,
            [
                ("line-moved", weekend, "SPL", "HFA"),
                ("line-moved", whole, "SPL", "HFA"),
                ("heads-changed", shift, "2", "0"),
            ]
        );
        assert_eq!(changed_parts(4, &after, &after).expect("written"), [], "what is as before isn't told");
        let told_of = |line| [weekend, whole, shift].map(|kept| kept.starts_with(&told_of_line(4, line)));
        assert_eq!((told_of(2), told_of(3)), ([true, false, false], [false, true, false]));

        // It is found again in a plan, and what puts it back.
        let parts = [weekend, whole, shift].map(|kept| serde_json::from_str::<ChangedPart>(kept).expect("read"));
        assert_eq!(parts.each_ref().map(|part| part.stands(&after)), ["HFA", "HFA", "0"].map(|s| Some(s.to_owned())));
        let back = parts.each_ref().map(|part| part.change_to(&after, if *part == parts[2] { "2" } else { "SPL" }));
        let moved = |row, days: &[u8]| Some(Change::Move { row, days: days.to_vec(), group: "SPL".into() });
        let heads = Change::Heads { group: "SPL".into(), shift: "D".into(), day: 2, heads: 2 };
        assert_eq!(back, [moved(2, &[6, 7]), moved(3, &[1]), Some(heads)]);
    }
}
