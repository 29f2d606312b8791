//! Whether a unit's sheets have been changed since a proposal was made: what it says is then of what they were.

use fordel_core::ward::{TaskLine, Ward};

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
        let then = || self.named(without_pins(proposal.ward.clone()));
        Ok(!now.lines.iter().all(keeps) || self.named(without_pins(now)) != then())
    }
}

/// The ward with every line free, and without where its parts stand, which tells what is filled in.
fn without_pins(mut ward: Ward) -> Ward {
    ward.lines.iter_mut().for_each(|line| line.pinned = None);
    ward.places.clear();
    ward
}
