//! Changing what one sees by hand: a computed proposal stays as it is, so its first change is made in a copy; a copy
//! knows what it was made from.

use std::sync::Arc;

use super::own::{self, Change};
use super::proposals::OpenedProposal;
use super::{Contributes, Failed, ProposalKind, Reads};

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
}

impl Contributes<'_> {
    /// Changes a proposal by hand; a computed one in a copy of this name. Gives the proposal that the changes are in.
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
            return self.change(number, version, changes);
        }
        let plan = opened.placed().ok_or(Failed::NotFound)?;
        own::change(&opened.ward, plan, changes).map_err(Failed::Refused)?;
        let number = self.copy(number, copy)?;
        let version = self.proposal(number)?.kept.head.version;
        self.change(number, version, changes)
    }
}
