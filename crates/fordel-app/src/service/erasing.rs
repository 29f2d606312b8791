//! Taking a branch away with all that is in it, by whoever administers the organisation and types the branch's name.

use fordel_core::calendar::Date;
use fordel_store::{Branch, BranchKind, Held, ProposalState};

use super::decision::decided_on;
use super::{Administers, Failed};

impl Administers<'_> {
    /// What would go: everything in the branch and below it.
    ///
    /// # Errors
    /// The database.
    pub fn held(&self) -> Result<Held, Failed> {
        self.service.read(|r| r.held(self.branch.id))
    }

    /// Each decision that would go, its unit, number and day: what an archive must have first.
    ///
    /// # Errors
    /// The database.
    pub fn held_decisions(&self) -> Result<Vec<(Branch, i64, Date)>, Failed> {
        self.service.read(|r| {
            let mut held = Vec::new();
            for unit in r.tree(self.branch.id)?.into_iter().filter(|branch| branch.kind == BranchKind::Unit) {
                let heads = r.decision_heads(unit.id)?.into_iter();
                held.extend(heads.map(|head| (unit.clone(), head.number, decided_on(head.at))));
            }
            Ok(held)
        })
    }

    /// Takes the branch away with all that is in it and below it. What was changed there stays in the history.
    ///
    /// # Errors
    /// An organisation; a typed name that isn't the branch's.
    pub fn erase(&self, typed: &str) -> Result<Held, Failed> {
        if self.branch.kind == BranchKind::Organisation {
            return Err(Failed::NotAllowed);
        }
        if typed.trim() != self.branch.name.trim() {
            return Err(Failed::Invalid(vec![("typed", "erase-name-wrong")]));
        }
        let (units, searched) = self.service.read(|r| {
            let tree = r.tree(self.branch.id)?;
            let units: Vec<_> = tree.into_iter().filter(|one| one.kind == BranchKind::Unit).map(|one| one.id).collect();
            let mut searched = Vec::new();
            for unit in &units {
                let under_way = |state| matches!(state, ProposalState::Waiting | ProposalState::Running);
                searched
                    .extend(r.proposals(*unit)?.into_iter().filter(|head| under_way(head.state)).map(|head| head.id));
            }
            Ok((units, searched))
        })?;
        // A search that is under way ends; what it finds has no place any more.
        for proposal in searched {
            self.service.jobs.cancel(proposal);
        }
        let held = self.service.write(self.who.author(), |w| w.erase_branch(self.branch.id))?;
        self.service.desks.forget(|unit, _| units.contains(unit));
        self.service.on_duty.forget(|unit, _| units.contains(unit));
        self.service.opened.forget(|_, opened| units.contains(&opened.kept.head.unit));
        Ok(held)
    }
}
