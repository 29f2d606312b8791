//! Taking a branch away with all that is in it: what it holds, and erasing it. The chain of changes keeps its entries.

use crate::access::{Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::BranchId;
use crate::words::BranchKind;

/// What a branch and all below it hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// Branches below it.
    pub below: u64,
    /// Units, itself among them.
    pub units: u64,
    /// Rows of books, removed ones too.
    pub rows: u64,
    /// Proposals.
    pub proposals: u64,
    /// Decisions.
    pub decisions: u64,
    /// Objections.
    pub objections: u64,
    /// Logged uses of the traffic light.
    pub shortages: u64,
}

impl Reader<'_> {
    /// What a branch and all below it hold.
    pub fn held(&self, branch: BranchId) -> Result<Held, Failure> {
        let tree = self.tree(branch)?;
        let mut held = Held { below: tree.len() as u64 - 1, ..Held::default() };
        for one in &tree {
            held.units += u64::from(one.kind == BranchKind::Unit);
            let count = |table: &str| -> Result<u64, Failure> {
                let counted = self.one(&format!("SELECT count(*) FROM {table} WHERE unit = ?1"), [one.id], |row| {
                    row.get::<_, i64>(0)
                })?;
                Ok(counted.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
            };
            held.rows += count("row")?;
            held.proposals += count("proposal")?;
            held.decisions += count("decision")?;
            held.objections += count("objection")?;
            held.shortages += count("shortage")?;
        }
        Ok(held)
    }
}

/// Tables of a unit's own, each before what it points at.
pub(crate) const OF_A_UNIT: [&str; 12] = [
    "DELETE FROM shortage WHERE unit = ?1",
    "DELETE FROM look_up WHERE unit = ?1",
    "DELETE FROM review WHERE row IN (SELECT id FROM row WHERE unit = ?1)",
    "DELETE FROM objection WHERE unit = ?1",
    "DELETE FROM decision WHERE unit = ?1",
    "DELETE FROM proposal WHERE unit = ?1",
    "DELETE FROM step WHERE unit = ?1",
    "DELETE FROM counted WHERE unit = ?1",
    "DELETE FROM list_mapping WHERE unit = ?1",
    "DELETE FROM measured_spread WHERE unit = ?1",
    "DELETE FROM own_column WHERE unit = ?1",
    "DELETE FROM row WHERE unit = ?1",
];

impl Writer<'_> {
    /// Takes a branch away with all below it and all that they hold; an organisation can't be. What was changed there stays
    /// in the chain, and that it was erased is told there too: the chain holds as before.
    pub fn erase_branch(&mut self, branch: BranchId) -> Result<Held, Failure> {
        if self.branch(branch)?.kind == BranchKind::Organisation {
            return Err(Failure::Misplaced);
        }
        let held = self.held(branch)?;
        let mut tree = self.tree(branch)?;
        // What is below goes first.
        tree.reverse();
        // Nothing but this takes a decision away: the guard is lifted within the transaction, and stands again in its end.
        let guard: Option<String> = self.one(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'decision_is_kept'",
            [],
            |row| row.get(0),
        )?;
        if guard.is_some() {
            self.execute("DROP TRIGGER decision_is_kept", [])?;
        }
        for one in &tree {
            for table in OF_A_UNIT {
                self.execute(table, [one.id])?;
            }
            for role in self.roles_on(one.id)? {
                self.take_role(role.person, one.id)?;
            }
            for invitation in self.invitations_to(one.id)? {
                self.withdraw_invitation(invitation.id)?;
            }
            let home = self.home(one.id)?;
            self.append(
                Entry::new(home, What::BranchRemoved, Subject::Branch(one.id)).field("erased").before(&*one.name),
            )?;
            self.execute("DELETE FROM branch WHERE id = ?1", [one.id])?;
        }
        if let Some(guard) = guard {
            self.execute(&guard, [])?;
        }
        Ok(held)
    }
}
