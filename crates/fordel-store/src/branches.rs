//! Organisations and the tree of clinics, departments and units in each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::erasing::OF_A_UNIT;
use crate::failure::Failure;
use crate::ids::BranchId;
use crate::words::BranchKind;

/// An organisation, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its id.
    pub id: BranchId,
    /// The branch above; none for an organisation.
    pub parent: Option<BranchId>,
    /// The organisation it belongs to; an organisation's own id for itself.
    pub organisation: BranchId,
    /// What it is.
    pub kind: BranchKind,
    /// Its name.
    pub name: String,
    /// Its place among its siblings.
    pub position: i64,
    /// A unit's: grows with each change to its book.
    pub revision: i64,
}

impl Branch {
    /// Whether this is its name, whatever the case and the blanks around it.
    pub fn is_called(&self, name: &str) -> bool {
        self.name.trim().to_lowercase() == name.trim().to_lowercase()
    }
}

/// Where something belongs: for the chain of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Home {
    pub(crate) organisation: BranchId,
    pub(crate) unit: Option<BranchId>,
}

const BRANCH: &str = "SELECT id, parent, organisation, kind, name, position, revision FROM branch";

pub(crate) fn read_branch(row: &Row<'_>) -> rusqlite::Result<Branch> {
    Ok(Branch {
        id: row.get(0)?,
        parent: row.get(1)?,
        organisation: row.get(2)?,
        kind: row.get(3)?,
        name: row.get(4)?,
        position: row.get(5)?,
        revision: row.get(6)?,
    })
}

impl Reader<'_> {
    /// A branch.
    pub fn branch(&self, branch: BranchId) -> Result<Branch, Failure> {
        self.one(&format!("{BRANCH} WHERE id = ?1"), [branch], read_branch)?.ok_or(Failure::NotFound)
    }

    /// All organisations, by name.
    pub fn organisations(&self) -> Result<Vec<Branch>, Failure> {
        self.all(&format!("{BRANCH} WHERE parent IS NULL ORDER BY name, id"), [], read_branch)
    }

    /// The branches right below, in their order.
    pub fn children(&self, branch: BranchId) -> Result<Vec<Branch>, Failure> {
        self.all(&format!("{BRANCH} WHERE parent = ?1 ORDER BY position, id"), [branch], read_branch)
    }

    /// The way to a branch from its organisation, itself last.
    pub fn path(&self, branch: BranchId) -> Result<Vec<Branch>, Failure> {
        let mut path = vec![self.branch(branch)?];
        while let Some(parent) = path.last().and_then(|branch| branch.parent) {
            path.push(self.branch(parent)?);
        }
        path.reverse();
        Ok(path)
    }

    /// A branch and all below it, each before what is below it, siblings in their order.
    pub fn tree(&self, branch: BranchId) -> Result<Vec<Branch>, Failure> {
        let top = self.branch(branch)?;
        // One question for the whole organisation, and none for each branch.
        let sql = format!("{BRANCH} WHERE organisation = ?1");
        let mut below: BTreeMap<BranchId, Vec<Branch>> = BTreeMap::new();
        for branch in self.all(&sql, [top.organisation], read_branch)? {
            if let Some(parent) = branch.parent {
                below.entry(parent).or_default().push(branch);
            }
        }
        // The last one first, since the next one is taken from the end.
        for siblings in below.values_mut() {
            siblings.sort_by_key(|branch| Reverse((branch.position, branch.id)));
        }
        let mut tree = Vec::new();
        let mut left = vec![top];
        while let Some(branch) = left.pop() {
            left.append(&mut below.remove(&branch.id).unwrap_or_default());
            tree.push(branch);
        }
        Ok(tree)
    }

    /// A unit, to be asked for its book, its proposals and the like; other branches have none.
    pub(crate) fn unit_home(&self, unit: BranchId) -> Result<Home, Failure> {
        let home = self.home(unit)?;
        if home.unit.is_some() { Ok(home) } else { Err(Failure::NotFound) }
    }
}

impl Reader<'_> {
    /// What a branch of an organisation was called that is gone, as the chain tells it; none where none such is.
    pub fn removed_branch(&self, organisation: BranchId, branch: BranchId) -> Result<Option<String>, Failure> {
        let sql = "SELECT before FROM change WHERE subject = ?1 AND organisation = ?2 AND what = ?3 ORDER BY seq DESC";
        let params = (Subject::Branch(branch).to_string(), organisation, What::BranchRemoved.word());
        self.one(sql, params, |row| row.get(0))
    }
}

impl Writer<'_> {
    /// A new organisation.
    pub fn add_organisation(&mut self, name: &str) -> Result<BranchId, Failure> {
        let id: i64 = self
            .one("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'branch'", [], |row| row.get(0))?
            .unwrap_or(1);
        self.execute(
            "INSERT INTO branch (id, parent, organisation, kind, name, position, entrance) \
             VALUES (?1, NULL, ?1, ?2, ?3, 0, lower(hex(randomblob(8))))",
            (id, BranchKind::Organisation, name),
        )?;
        self.tell_branch(BranchId(id), What::BranchAdded, None, Some(name))?;
        Ok(BranchId(id))
    }

    /// A new branch, last among those below `parent`, of whom none has its name.
    pub fn add_branch(&mut self, parent: BranchId, kind: BranchKind, name: &str) -> Result<BranchId, Failure> {
        let above = self.branch(parent)?;
        if kind <= above.kind {
            return Err(Failure::Misplaced);
        }
        self.refuse_taken(name, parent, None)?;
        let id = self.insert(
            "INSERT INTO branch (parent, organisation, kind, name, position) \
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM branch WHERE parent = ?1))",
            (parent, above.organisation, kind, name),
        )?;
        self.tell_branch(BranchId(id), What::BranchAdded, None, Some(name))?;
        Ok(BranchId(id))
    }

    /// Another name, that none beside it has.
    pub fn rename_branch(&mut self, branch: BranchId, name: &str) -> Result<(), Failure> {
        let old = self.branch(branch)?;
        if old.name != name {
            if let Some(parent) = old.parent {
                self.refuse_taken(name, parent, Some(branch))?;
            }
            self.execute("UPDATE branch SET name = ?2 WHERE id = ?1", (branch, name))?;
            self.tell_branch(branch, What::BranchRenamed, Some(&old.name), Some(name))?;
        }
        Ok(())
    }

    /// Refuses a name that a branch below `parent`, but for this one, has.
    fn refuse_taken(&self, name: &str, parent: BranchId, but: Option<BranchId>) -> Result<(), Failure> {
        let has_it = |other: &Branch| Some(other.id) != but && other.is_called(name);
        if self.children(parent)?.iter().any(has_it) { Err(Failure::Taken(name.to_owned())) } else { Ok(()) }
    }

    /// Another place in the same organisation, where none has its name: below `parent`, right after `after`, or first.
    pub fn move_branch(&mut self, branch: BranchId, parent: BranchId, after: Option<BranchId>) -> Result<(), Failure> {
        let moved = self.branch(branch)?;
        let way = self.path(parent)?;
        let fits = way.last().is_some_and(|above| moved.kind > above.kind && moved.organisation == above.organisation);
        let circle = way.iter().any(|above| above.id == branch);
        let (Some(old), true, false) = (moved.parent, fits, circle) else {
            return Err(Failure::Misplaced);
        };
        self.refuse_taken(&moved.name, parent, Some(branch))?;
        let mut order: Vec<BranchId> =
            self.children(parent)?.into_iter().map(|child| child.id).filter(|child| *child != branch).collect();
        let place = match after {
            Some(after) => order.iter().position(|child| *child == after).ok_or(Failure::NotFound)? + 1,
            None => 0,
        };
        order.insert(place, branch);
        self.execute("UPDATE branch SET parent = ?2 WHERE id = ?1", (branch, parent))?;
        for (child, position) in order.iter().zip(1_i64..) {
            self.execute("UPDATE branch SET position = ?2 WHERE id = ?1", (child, position))?;
        }
        let (from, to) = (Subject::Branch(old).to_string(), Subject::Branch(parent).to_string());
        self.tell_branch(branch, What::BranchMoved, Some(&from), Some(&to))
    }

    /// Removes a branch that nothing hangs on: nothing below it, no person, no row in the sheet `tasks`, no proposal,
    /// decision, objection or logged use. Its other rows, and roles and invitations to it, go with it.
    pub fn remove_branch(&mut self, branch: BranchId, tasks: &str) -> Result<(), Failure> {
        let old = self.branch(branch)?;
        for question in [
            "SELECT 1 FROM branch WHERE parent = ?1",
            "SELECT 1 FROM person WHERE organisation = ?1",
            "SELECT 1 FROM provider WHERE organisation = ?1",
            "SELECT 1 FROM proposal WHERE unit = ?1",
            "SELECT 1 FROM decision WHERE unit = ?1",
            "SELECT 1 FROM objection WHERE unit = ?1",
            "SELECT 1 FROM shortage WHERE unit = ?1",
        ] {
            if self.one(question, [branch], |_| Ok(()))?.is_some() {
                return Err(Failure::InUse);
            }
        }
        let mapped = "SELECT 1 FROM row WHERE unit = ?1 AND sheet = ?2 AND removed = 0";
        if self.one(mapped, (branch, tasks), |_| Ok(()))?.is_some() {
            return Err(Failure::InUse);
        }
        for held in self.roles_on(branch)? {
            self.take_role(held.person, branch)?;
        }
        for invitation in self.invitations_to(branch)? {
            self.withdraw_invitation(invitation.id)?;
        }
        self.tell_branch(branch, What::BranchRemoved, Some(&old.name), None)?;
        for table in OF_A_UNIT {
            self.execute(table, [branch])?;
        }
        self.execute("DELETE FROM branch WHERE id = ?1", [branch])?;
        Ok(())
    }

    fn tell_branch(
        &mut self,
        branch: BranchId,
        what: What,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Failure> {
        let home = self.home(branch)?;
        self.append(Entry::new(home, what, Subject::Branch(branch)).before(before).after(after))
    }
}
