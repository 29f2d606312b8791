//! Whether a unit's sheets have been changed since a proposal was made: what it says is then of what they were.

use fordel_core::ward::{TaskLine, Ward};
use fordel_store::ProposalHead;

use super::{Failed, OpenedProposal, Reads};

impl Reads<'_> {
    /// Whether the sheets say something else now than when the proposal's ward was read; what was changed and put back is
    /// no change. A pin counts only where the plan doesn't keep it: the proposal's own pages pin and free lines too.
    ///
    /// # Errors
    /// The database.
    pub fn is_outdated(&self, proposal: &OpenedProposal) -> Result<bool, Failed> {
        let desk = self.desk()?;
        if desk.revision <= proposal.kept.head.revision {
            return Ok(false);
        }
        // Sheets with faults make no ward; those that the proposal was made from did.
        let Some(now) = desk.ward.clone() else { return Ok(true) };
        let keeps = |line: &TaskLine| {
            let placements = proposal.plan.iter().flat_map(|plan| &plan.placements);
            let mut placed = placements.filter(|placed| placed.row == line.row);
            line.pinned.is_none_or(|group| placed.all(|placed| placed.group == now.group(group).code))
        };
        Ok(!now.lines.iter().all(keeps) || said(now) != said(proposal.ward.clone()))
    }

    /// The same of the unit's plan: the one that was decided last, as it was decided; where nothing is, the newest; not where
    /// there is none.
    ///
    /// # Errors
    /// The database; a plan that can't be read any more.
    pub fn plan_is_outdated(&self) -> Result<bool, Failed> {
        let decided = self.service.read(|r| r.decided_proposals(self.unit.id))?;
        let (version, number) = match decided.into_values().max() {
            Some((version, number, _)) => (Some(version), number),
            None => match self.newest_planned()? {
                Some(number) => (None, number),
                None => return Ok(false),
            },
        };
        let is_of_older = |head: &ProposalHead| head.number == number && head.revision < self.unit.revision;
        if !self.proposals()?.iter().any(is_of_older) {
            return Ok(false);
        }
        let opened = self.proposal(number)?;
        match version {
            Some(version) => self.is_outdated(&opened.as_decided(self.decision(version)?)),
            None => self.is_outdated(&opened),
        }
    }
}

impl OpenedProposal {
    /// Whether this proposal and another of the unit's are of sheets that say the same.
    pub fn is_of_sheets_of(&self, other: &OpenedProposal) -> bool {
        self.kept.head.revision == other.kept.head.revision || said(self.ward.clone()) == said(other.ward.clone())
    }
}

/// Whether somebody should see if another proposal is needed: the plan is of older sheets, and none of the unit's proposals is
/// under way.
pub(super) fn waits_for_another(is_outdated: bool, under_way: usize) -> bool {
    is_outdated && under_way == 0
}

/// What the sheets say of the ward: with every line free, and without where its parts stand, which tells what is filled in,
/// and its name, which is the unit's.
fn said(mut ward: Ward) -> Ward {
    ward.lines.iter_mut().for_each(|line| line.pinned = None);
    ward.places.clear();
    ward.unit.clear();
    ward
}
