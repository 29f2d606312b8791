//! What plans and decisions make of one row of the sheet of tasks: from whom it goes to whom, and where the chain tells
//! it.

use std::collections::{BTreeMap, HashMap};

use fordel_core::plan::Placed;
use fordel_store::{ProposalId, ProposalKind, RowId, Subject, ToldOf, What};
use serde::Deserialize;

use super::by_hand::{ChangedPart, PlanPart, told_of_line};
use super::history::Unreadable;
use super::{Failed, Reads};

/// What plans and decisions make of a row.
#[derive(Default)]
pub(super) struct RowMoves {
    /// The changes that tell of it.
    pub(super) told: Vec<ToldOf>,
    /// Where the row goes in a plan that the chain tells as a whole: by the proposal that it is of, or the decision.
    pub(super) whole: HashMap<Subject, Vec<RowMove>>,
    /// What couldn't be asked.
    pub(super) unreadable: Unreadable,
}

/// A row that a plan gives to another group than today's.
#[derive(Clone)]
pub(super) struct RowMove {
    /// Which part of which plan.
    pub(super) part: ChangedPart,
    /// The number of the decision, where it is one.
    pub(super) decision: Option<i64>,
    /// Today's group.
    pub(super) from: String,
    /// The group that it is given to.
    pub(super) to: String,
}

/// All that is read of a plan here.
#[derive(Deserialize)]
struct Placements {
    placements: Vec<Placed>,
}

impl RowMoves {
    /// Takes in what a plan makes of this line of the proposal of this number; `told`: where the chain tells of the
    /// plan. False where it can't be read.
    fn take(&mut self, told: ToldOf, plan: &str, of: (i64, u32), decision: Option<i64>) -> bool {
        let Ok(Placements { placements }) = serde_json::from_str(plan) else { return false };
        let (proposal, line) = of;
        let placed: Vec<Placed> = placements.into_iter().filter(|placed| placed.row == line).collect();
        let is_whole = placed.len() == 1;
        let moved = |placed: Placed| {
            let from = placed.today.filter(|today| *today != placed.group)?;
            let days = if is_whole { Vec::new() } else { placed.days };
            let part = PlanPart::Line { row: line, task: placed.task, timing: placed.timing, days };
            Some(RowMove { part: ChangedPart { proposal, part }, decision, from, to: placed.group })
        };
        let moved: Vec<RowMove> = placed.into_iter().filter_map(moved).collect();
        if !moved.is_empty() {
            self.whole.insert(told.subject.clone(), moved);
            self.told.push(told);
        }
        true
    }
}

impl Reads<'_> {
    /// What the unit's plans and decisions make of a row, plans changed by hand too. One that can't be read stops no
    /// other.
    ///
    /// # Errors
    /// The database.
    pub(super) fn row_moves(&self, row: RowId) -> Result<RowMoves, Failed> {
        let unit = self.unit.id;
        let (proposals, decisions) = self.service.read(|r| Ok((r.proposal_rows(unit)?, r.decisions(unit)?)))?;
        let mut moves = RowMoves::default();
        // In which row of the sheet it stood when each proposal was asked for.
        let mut lines: BTreeMap<ProposalId, (i64, u32)> = BTreeMap::new();
        for proposal in proposals {
            let Ok(rows) = serde_json::from_str::<BTreeMap<u32, RowId>>(&proposal.rows) else {
                moves.unreadable.proposals.insert(proposal.number);
                continue;
            };
            let Some((line, _)) = rows.into_iter().find(|(_, id)| *id == row) else { continue };
            lines.insert(proposal.id, (proposal.number, line));
            let told = |what: What, field: String| ToldOf { subject: Subject::Proposal(proposal.id), what, field };
            match (proposal.kind, &proposal.plan) {
                (ProposalKind::Own, _) => moves.told.push(told(What::LineMoved, told_of_line(proposal.number, line))),
                (ProposalKind::Computed, Some(plan)) => {
                    let told = told(What::ProposalPlan, String::new());
                    if !moves.take(told, plan, (proposal.number, line), None) {
                        moves.unreadable.proposals.insert(proposal.number);
                    }
                }
                (ProposalKind::Computed, None) => {}
            }
        }
        for decision in decisions {
            let Some(of) = lines.get(&decision.proposal) else { continue };
            // The chain tells each part of a decision by itself; what moves stands in the plan.
            let (subject, what) = (Subject::Decision(decision.id), What::Decided);
            let told = ToldOf { subject, what, field: "plan".to_owned() };
            if !moves.take(told, &decision.plan, *of, Some(decision.number)) {
                moves.unreadable.decisions.insert(decision.number);
            }
        }
        Ok(moves)
    }
}
