//! What other groups would cost for a line.

use std::sync::Arc;

use fordel_core::plan::Why;

use super::proposals::OpenedProposal;
use super::solved::About;
use super::{Failed, Reads};

/// Seconds for each plan that an answer is made of: the line where it stands, and on every other group that may have it.
const SECONDS_A_PLAN: u32 = 4;
/// Shortest and longest time of an answer, in seconds.
const SECONDS: (u32, u32) = (8, 40);

impl Reads<'_> {
    /// What other groups would cost for the line in this row, if somebody has asked since the proposal was last changed.
    pub fn costs_told(&self, proposal: &OpenedProposal, row: u32) -> Option<Arc<Vec<Why>>> {
        self.service.solved.told(&About::Line(row).of(proposal))
    }

    /// What other groups would cost for the line in this row, solved anew unless it is known.
    ///
    /// # Errors
    /// No plan, no such row; too many who wait.
    pub fn costs(&self, proposal: &OpenedProposal, row: u32) -> Result<Arc<Vec<Why>>, Failed> {
        proposal.ward.line_by_row(row).ok_or(Failed::NotFound)?;
        let solve = || self.why(proposal, row, proposal.reason_seconds(row));
        self.service.solved(About::Line(row).of(proposal), solve)
    }
}

impl OpenedProposal {
    /// About how many seconds it takes to tell what other groups would cost for the line in this row.
    pub fn reason_seconds(&self, row: u32) -> u32 {
        let Some(line) = self.ward.line_by_row(row) else { return SECONDS.0 };
        let line = &self.ward.lines[line.0];
        let plans = line.placements().len() * self.ward.order().qualified(line).len();
        u32::try_from(plans).unwrap_or(u32::MAX).saturating_mul(SECONDS_A_PLAN).clamp(SECONDS.0, SECONDS.1)
    }
}
