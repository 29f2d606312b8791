//! Proposals: plans that are asked for, made, changed by hand, explained, and decided.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fordel_core::check::Report;
use fordel_core::complaint::Complaint;
use fordel_core::plan::{Elsewhere, Plan, Why};
use fordel_core::ward::{Goal, Ward};
use fordel_engine::{Quiet, Request};
use fordel_sheets::columns::TASKS;
use fordel_store::{
    DecisionHead, Failure, LastDecided, Moment, NewDecision, NewProposal, Proposal, ProposalHead, ProposalKind,
    ProposalState, RowId,
};
use fordel_text::Texts;
use serde::Serialize;

use crate::compare::{Differences, differences};
use crate::plan::Documents;

use super::asked::Asked;
use super::by_hand::{Copied, changed_parts};
use super::decision::{Heard, MovedLine, moved_lines, recorded};
use super::hub::{ByHand, Event, Progressed};
use super::own::{self, Change, Refused};
use super::{Contributes, Desk, Failed, Leads, Reads};

/// Proposals of a unit that may wait at the same time.
const WAITING: usize = 20;

/// A proposal with its ward and plan.
#[derive(Clone, Debug)]
pub struct OpenedProposal {
    /// What is kept of it.
    pub kept: Proposal,
    /// The ward as it was when the proposal was asked for.
    pub ward: Ward,
    /// The plan; none while it is being made, or where it failed.
    pub plan: Option<Plan>,
    /// Which row of the unit's sheet each line is, by its number in the plan.
    pub rows: BTreeMap<u32, RowId>,
    /// What the checker says of the plan, once it was asked.
    report: OnceLock<Option<Report>>,
}

/// A decision, read.
#[derive(Clone, Debug)]
pub struct DecisionRead {
    /// Its version in the unit.
    pub number: i64,
    /// The ward as it was.
    pub ward: Ward,
    /// The plan as it was decided.
    pub plan: Plan,
    /// Who was heard, and the assessments.
    pub heard: Heard,
    /// Minutes of the meeting.
    pub minutes: String,
    /// The lines that moved.
    pub moved: Vec<MovedLine>,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The number of the proposal that was decided, where it still is what was decided.
    pub proposal: Option<i64>,
}

impl DecisionRead {
    /// What the plan breaks as it was decided, and its figures.
    pub fn report(&self) -> Report {
        own::report(&self.ward, &self.plan)
    }
}

impl OpenedProposal {
    /// The plan, where there is one that places the work.
    pub fn placed(&self) -> Option<&Plan> {
        self.plan.as_ref().filter(|plan| !plan.placements.is_empty())
    }

    /// What the plan breaks, and its figures; none without a plan.
    pub fn report(&self) -> Option<&Report> {
        self.report.get_or_init(|| self.plan.as_ref().map(|plan| own::report(&self.ward, plan))).as_ref()
    }

    /// The same proposal with the ward and plan that were decided: one's own may have been changed since.
    pub fn as_decided(&self, decided: DecisionRead) -> OpenedProposal {
        let DecisionRead { ward, plan, .. } = decided;
        OpenedProposal {
            kept: self.kept.clone(),
            ward,
            plan: Some(plan),
            rows: self.rows.clone(),
            report: OnceLock::new(),
        }
    }

    /// The lines that the plan moves.
    pub fn moved(&self) -> Vec<MovedLine> {
        self.plan.as_ref().map(|plan| moved_lines(&self.ward, plan)).unwrap_or_default()
    }

    /// What was asked.
    pub fn asked(&self) -> Asked {
        Asked::of(&self.kept.head)
    }
}

impl Reads<'_> {
    /// All proposals by number, the newest last; without their wards and plans.
    ///
    /// # Errors
    /// The database.
    pub fn proposals(&self) -> Result<Vec<ProposalHead>, Failed> {
        self.service.read(|r| r.proposals(self.unit.id))
    }

    /// The number of the newest proposal with a plan; where none has one, of the newest whose answer is that there is none.
    ///
    /// # Errors
    /// The database.
    pub fn newest_planned(&self) -> Result<Option<i64>, Failed> {
        self.service.read(|r| r.newest_planned(self.unit.id))
    }

    /// The numbers of the proposals with a plan that places work.
    ///
    /// # Errors
    /// The database.
    pub fn placed(&self) -> Result<BTreeSet<i64>, Failed> {
        self.service.read(|r| r.placed(self.unit.id))
    }

    /// The proposal of this number.
    ///
    /// # Errors
    /// No such proposal; one that can't be read any more.
    pub fn proposal(&self, number: i64) -> Result<Arc<OpenedProposal>, Failed> {
        let head = self.service.read(|r| r.proposal_head_numbered(self.unit.id, number))?;
        let is_current = |known: &OpenedProposal| known.kept.head == head;
        self.service.opened.current(&head.id, is_current, || opened(self.service.read(|r| r.proposal(head.id))?))
    }

    /// How far a proposal has come that is being made.
    pub fn progress(&self, proposal: &ProposalHead) -> Option<Progressed> {
        self.service.jobs.progress(proposal.id)
    }

    /// Why the line in this row of the plan stands where it does: each other group's cost as an interval, from solving
    /// anew for so many seconds.
    ///
    /// # Errors
    /// No such proposal, or one without a plan that holds.
    pub fn why(&self, proposal: &OpenedProposal, row: u32, seconds: u32) -> Result<Vec<Why>, Failed> {
        let plan = proposal.plan.as_ref().ok_or(Failed::NotFound)?;
        let request = Request {
            time_limit: std::time::Duration::from_secs(seconds.clamp(1, 60).into()),
            beside: false,
            floor: floor(plan),
            ..request(proposal)?
        };
        Ok(fordel_engine::why(&proposal.ward, &request, plan, row, &Quiet))
    }

    /// What stands in the way on every other group, for every line, with the plan as it is.
    ///
    /// # Errors
    /// No such proposal, or one without a plan.
    pub fn elsewhere(&self, proposal: &OpenedProposal) -> Result<Vec<Elsewhere>, Failed> {
        let plan = proposal.plan.as_ref().ok_or(Failed::NotFound)?;
        Ok(fordel_engine::elsewhere(&proposal.ward, &request(proposal)?, plan))
    }

    /// A document of the proposal: `plan.json`, `plan.xlsx`, `report.html` or `report.pdf`.
    ///
    /// # Errors
    /// No such document, no plan, or one that can't be written.
    pub fn document(
        &self,
        proposal: &OpenedProposal,
        name: &str,
        texts: &Texts,
        date: &str,
    ) -> Result<Vec<u8>, Failed> {
        let written = self.written(proposal, texts, date, |documents| documents.write(name))?;
        written.ok_or(Failed::NotFound)?.map_err(Failed::Failure)
    }

    /// The findings report of the proposal.
    ///
    /// # Errors
    /// No plan.
    pub fn findings(
        &self,
        proposal: &OpenedProposal,
        texts: &Texts,
        date: &str,
    ) -> Result<fordel_reports::report::Report, Failed> {
        self.written(proposal, texts, date, |documents| documents.report())
    }

    /// What is written from the proposal, under the unit's name as it stands in the tree.
    fn written<T>(
        &self,
        proposal: &OpenedProposal,
        texts: &Texts,
        date: &str,
        write: impl FnOnce(&Documents<'_>) -> T,
    ) -> Result<T, Failed> {
        let plan = proposal.plan.as_ref().ok_or(Failed::NotFound)?;
        let (ward, request) = (&proposal.ward, &request(proposal)?);
        let (complaints, unit) = (self.complaints_of(proposal)?, self.unit.name.as_str());
        Ok(write(&Documents { ward, complaints: complaints.as_deref(), request, plan, unit, texts, date }))
    }

    /// A ward under the unit's name as it stands in the tree.
    pub(super) fn named(&self, ward: Ward) -> Ward {
        Ward { unit: self.unit.name.clone(), ..ward }
    }

    /// The ward that the sheets make, under the unit's name where they give none.
    pub(super) fn ward_now(&self, desk: &Desk) -> Option<Ward> {
        let mut ward = desk.ward.clone()?;
        if ward.unit.is_empty() {
            ward.unit.clone_from(&self.unit.name);
        }
        Some(ward)
    }

    /// What was noticed and assumed when the proposal's ward was read; not known once the book says something else.
    fn complaints_of(&self, proposal: &OpenedProposal) -> Result<Option<Vec<Complaint>>, Failed> {
        let desk = self.desk()?;
        let is_the_same = self.ward_now(&desk).as_ref() == Some(&proposal.ward);
        Ok(is_the_same.then(|| desk.complaints.iter().map(|at| at.complaint.clone()).collect()))
    }

    /// What differs from one proposal to another.
    ///
    /// # Errors
    /// A proposal that isn't there, or has no plan.
    pub fn differences(&self, from: i64, to: i64) -> Result<Differences, Failed> {
        let (from, to) = (self.proposal(from)?, self.proposal(to)?);
        match (&from.plan, &to.plan) {
            (Some(from), Some(to)) => Ok(differences(from, to)),
            _ => Err(Failed::NotFound),
        }
    }

    /// The decision of this version, read.
    ///
    /// # Errors
    /// No such decision.
    pub fn decision(&self, version: i64) -> Result<DecisionRead, Failed> {
        let (kept, by, proposal) = self.service.read(|r| {
            let kept = r.decision(self.unit.id, version)?;
            let proposal = match r.proposal(kept.proposal) {
                Ok(proposal) => Some(proposal),
                Err(Failure::NotFound) => None,
                Err(other) => return Err(other),
            };
            let by = kept.person.map(|person| r.person(person)).transpose()?;
            Ok((kept, by.map(|person| person.name).unwrap_or_default(), proposal))
        })?;
        let unreadable = |why: serde_json::Error| Failed::Internal(why.to_string());
        let plan: Plan = serde_json::from_str(&kept.plan).map_err(unreadable)?;
        // One that a person has changed since is another plan.
        let is_it = |proposal: &Proposal| {
            let now = proposal.plan.as_deref().and_then(|text| serde_json::from_str::<Plan>(text).ok());
            now.as_ref() == Some(&plan)
        };
        let proposal = proposal.filter(is_it).map(|proposal| proposal.head.number);
        let (heard, moved) = recorded(&kept.heard, &kept.moved)?;
        Ok(DecisionRead {
            ward: serde_json::from_str(&kept.ward).map_err(unreadable)?,
            plan,
            heard,
            moved,
            minutes: kept.minutes,
            number: kept.number,
            by,
            at: kept.at,
            proposal,
        })
    }

    /// What differs from the version before to this one.
    ///
    /// # Errors
    /// A version that isn't there.
    pub fn since_decision(&self, version: i64) -> Result<Differences, Failed> {
        Ok(differences(&self.decision(version - 1)?.plan, &self.decision(version)?.plan))
    }

    /// Decisions without their wards and plans, the newest first.
    ///
    /// # Errors
    /// The database.
    pub fn decisions(&self) -> Result<Vec<DecisionHead>, Failed> {
        self.service.read(|r| r.decision_heads(self.unit.id))
    }

    /// The decision of this version as lists tell it, and its plan as it is kept, as JSON.
    ///
    /// # Errors
    /// No such decision.
    pub fn decision_kept(&self, version: i64) -> Result<(DecisionHead, String), Failed> {
        self.service.read(|r| {
            let plan = r.decision(self.unit.id, version)?.plan;
            let head = r.decision_heads(self.unit.id)?.into_iter().find(|head| head.number == version);
            Ok((head.ok_or(Failure::NotFound)?, plan))
        })
    }

    /// Number and day of the last decision.
    ///
    /// # Errors
    /// The database.
    pub fn last_decided(&self) -> Result<Option<LastDecided>, Failed> {
        self.service.read(|r| r.last_decided(self.unit.id))
    }
}

impl Contributes<'_> {
    /// Asks for a plan of the ward as it is now; gives the proposal's number.
    ///
    /// # Errors
    /// A ward with faults; wishes that don't fit it; more than may wait at the same time.
    pub fn propose(&self, name: &str, asked: &Asked) -> Result<i64, Failed> {
        if self.proposals()?.iter().filter(|head| head.state == ProposalState::Waiting).count() >= WAITING {
            return Err(Failed::Store(Failure::Busy));
        }
        let desk = self.desk()?;
        let ward = self.ward_now(&desk).ok_or(Failed::Faulty)?;
        asked.wishes().request(&ward).map_err(|refusals| Failed::Failure(crate::Failure::Refused(refusals)))?;
        let rows: BTreeMap<u32, RowId> =
            ward.lines.iter().filter_map(|line| Some((line.row, desk.row_at(TASKS.name.nb, line.row)?))).collect();
        let new = NewProposal {
            unit: self.unit.id,
            name: name.trim(),
            wishes: &text(asked)?,
            revision: desk.revision,
            ward: &text(&ward)?,
            rows: &text(&rows)?,
            plan: None,
        };
        let (_, number) = self.service.write(self.who.author(), |w| w.add_proposal(new))?;
        self.service.jobs.ring();
        Ok(number)
    }

    /// Stops a proposal that waits or is being made; the best it has is kept.
    ///
    /// # Errors
    /// No such proposal.
    pub fn cancel(&self, number: i64) -> Result<(), Failed> {
        let kept = self.service.read(|r| r.proposal_numbered(self.unit.id, number))?;
        if !self.service.jobs.cancel(kept.head.id) {
            self.service.write(self.who.author(), |w| w.cancel_proposal(kept.head.id))?;
            let event = Progressed {
                number,
                state: ProposalState::Cancelled.word(),
                phase: None,
                seconds: 0.0,
                best: None,
                bound: None,
                gap: None,
            };
            self.service.hub.tell(self.unit.id, &Event::Proposal(event));
        }
        Ok(())
    }

    /// A copy of a proposal, to be changed by hand; gives its number.
    ///
    /// # Errors
    /// No such proposal, or one without a plan.
    pub fn copy(&self, number: i64, name: &str) -> Result<i64, Failed> {
        let from = self.proposal(number)?;
        let plan = from.placed().ok_or(Failed::NotFound)?;
        let copied = Copied::of(&from, &own::copy(&from.ward, plan))?;
        Ok(self.service.write(self.who.author(), |w| w.add_proposal(copied.named(name)))?.1)
    }

    /// Changes a proposal by hand, if it is still at the version that the person saw. Gives it as it is then.
    ///
    /// # Errors
    /// A change that can't be made; a proposal that isn't one's own to change, or was decided, or changed meanwhile.
    pub fn change(&self, number: i64, version: i64, changes: &[Change]) -> Result<Arc<OpenedProposal>, Failed> {
        self.change_told(number, version, changes, None)
    }

    /// The same; `back`: where what was changed in one go is put back, a change of it by number, which is told.
    pub(super) fn change_told(
        &self,
        number: i64,
        version: i64,
        changes: &[Change],
        back: Option<i64>,
    ) -> Result<Arc<OpenedProposal>, Failed> {
        let opened = self.proposal(number)?;
        if opened.kept.head.kind != ProposalKind::Own {
            return Err(Failed::NotAllowed);
        }
        if let Some(decided) = self.decided_as(&opened)? {
            return Err(Failed::Refused(Refused::Decided(decided)));
        }
        let before = opened.plan.as_ref().ok_or(Failed::NotFound)?;
        let plan = own::change(&opened.ward, before, changes).map_err(Failed::Refused)?;
        let (written, parts) = (text(&plan)?, changed_parts(number, before, &plan)?);
        let id = opened.kept.head.id;
        let version = self.service.write(self.who.author(), |w| {
            let version = w.set_own_plan(id, version, &written, &parts)?;
            if let Some(seq) = back {
                w.tell_plan_put_back(id, seq)?;
            }
            Ok(version)
        })?;
        let moved = changes.iter().filter_map(|change| match change {
            Change::Move { row, days, .. } => Some((*row, days.clone())),
            Change::Heads { .. } => None,
        });
        let event = ByHand { number, version, by: self.who.name.clone(), moved: moved.collect() };
        self.service.hub.tell(self.unit.id, &Event::ByHand(event));
        self.proposal(number)
    }
}

impl Leads<'_> {
    /// Decides a proposal: a locked version with a number.
    ///
    /// # Errors
    /// No plan; the one that was decided last; one that breaks the distribution rule; one that breaks another without a word on why
    /// in spite of it.
    pub fn decide(&self, number: i64, heard: &Heard, minutes: &str) -> Result<i64, Failed> {
        let opened = self.proposal(number)?;
        let plan = opened.placed().ok_or(Failed::NotFound)?;
        let report = opened.report().ok_or(Failed::NotFound)?;
        if self.holds_as(&opened)?.is_some() {
            return Err(Failed::Invalid(vec![("proposal", "page-decide-holds")]));
        }
        if !own::may_be_decided(report) {
            return Err(Failed::Invalid(vec![("proposal", "page-decide-rule-broken")]));
        }
        let moved = moved_lines(&opened.ward, plan);
        let mut wrong = Vec::new();
        if !heard.unassessed(&moved).is_empty() {
            wrong.push(("assessments", "page-decide-unassessed"));
        }
        let held_on = heard.held_on.trim();
        match held_on.parse::<fordel_core::calendar::Date>() {
            _ if held_on.is_empty() => wrong.push(("held_on", "page-decide-no-date")),
            Err(_) => wrong.push(("held_on", "page-decide-bad-date")),
            // What hasn't been held yet can't have been heard.
            Ok(date) if date > self.service.today() => wrong.push(("held_on", "page-decide-future")),
            Ok(_) => {}
        }
        if !report.broken.is_empty() && heard.in_spite.trim().is_empty() {
            wrong.push(("in_spite", "page-decide-in-spite"));
        }
        if !wrong.is_empty() {
            return Err(Failed::Invalid(wrong));
        }
        let (objections, outdated) = (self.objections_to(&opened)?, self.is_outdated(&opened)?);
        let heard = Heard { objections, outdated, ..heard.clone() };
        let new = NewDecision {
            unit: self.unit.id,
            proposal: opened.kept.head.id,
            held_on,
            heard: &text(&heard)?,
            minutes: minutes.trim(),
            ward: &opened.kept.ward,
            // Word for word: by it a proposal is known to stand as it was decided.
            plan: opened.kept.plan.as_deref().ok_or(Failed::NotFound)?,
            moved: &text(&moved)?,
        };
        Ok(self.service.write(self.who.author(), |w| w.decide(new))?.1)
    }
}

/// What is kept, read.
fn opened(kept: Proposal) -> Result<OpenedProposal, Failed> {
    let unreadable = |why: serde_json::Error| Failed::Internal(why.to_string());
    let ward = serde_json::from_str(&kept.ward).map_err(unreadable)?;
    let rows = serde_json::from_str(&kept.rows).map_err(unreadable)?;
    let plan = kept.plan.as_deref().map(serde_json::from_str).transpose().map_err(unreadable)?;
    Ok(OpenedProposal { kept, ward, plan, rows, report: OnceLock::new() })
}

/// What is proven of the cost of every plan of the ward under the proposal's limits: the bound of a plan whose first goal is
/// the cost.
fn floor(plan: &Plan) -> Option<f64> {
    plan.bound.filter(|_| plan.goals.first().is_some_and(|first| first.goal == Goal::Cost))
}

/// What was asked, as the engine takes it.
pub(super) fn request(proposal: &OpenedProposal) -> Result<Request, Failed> {
    let refused = |refusals| Failed::Failure(crate::Failure::Refused(refusals));
    proposal.asked().wishes().request(&proposal.ward).map_err(refused)
}

pub(super) fn text<T: Serialize>(value: &T) -> Result<String, Failed> {
    serde_json::to_string(value).map_err(|why| Failed::Internal(why.to_string()))
}
