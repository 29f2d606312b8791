//! People of an organisation: who has which role where, withdrawing invitations, one's own name.

use std::collections::BTreeMap;

use fordel_store::{Branch, BranchId, InvitationId, PersonId, Role, RoleHeld};

use super::access::{Administers, SignedIn};
use super::{Failed, Service};

/// The roles that a person was given, each with the branch.
pub type GivenRoles = Vec<(Branch, RoleHeld)>;

impl Service {
    /// The branches that the person administers, each before what is below it.
    ///
    /// # Errors
    /// The database.
    pub fn administered(&self, who: &SignedIn) -> Result<Vec<Branch>, Failed> {
        let seen = self.branches(who)?;
        Ok(seen.into_iter().filter(|(_, role)| *role == Role::Administrator).map(|(branch, _)| branch).collect())
    }

    /// The roles that the person was given themselves, each with its branch.
    ///
    /// # Errors
    /// The database.
    pub fn own_roles(&self, who: &SignedIn) -> Result<GivenRoles, Failed> {
        self.read(|r| r.roles_of(who.person)?.into_iter().map(|held| Ok((r.branch(held.branch)?, held))).collect())
    }

    /// Another name for oneself.
    ///
    /// # Errors
    /// An empty one.
    pub fn set_name(&self, who: &SignedIn, name: &str) -> Result<(), Failed> {
        let name: String = name.trim().chars().take(200).collect();
        if name.is_empty() {
            return Err(Failed::Invalid(vec![("name", "page-name-empty")]));
        }
        self.write(who.author(), |w| w.rename_person(who.person, &name))
    }
}

impl Administers<'_> {
    /// The roles of all people of the organisation, each with its branch.
    ///
    /// # Errors
    /// The database.
    pub fn roles_of_all(&self) -> Result<BTreeMap<PersonId, GivenRoles>, Failed> {
        self.service.read(|r| {
            let mut all: BTreeMap<PersonId, GivenRoles> = BTreeMap::new();
            for branch in r.tree(self.branch.organisation)? {
                for held in r.roles_on(branch.id)? {
                    all.entry(held.person).or_default().push((branch.clone(), held));
                }
            }
            Ok(all)
        })
    }

    /// The names of the branches above this one, the organisation first.
    ///
    /// # Errors
    /// The database.
    pub fn above(&self) -> Result<Vec<Branch>, Failed> {
        let mut path = self.service.read(|r| r.path(self.branch.id))?;
        path.pop();
        Ok(path)
    }

    /// Withdraws an invitation to this branch that nobody has taken.
    ///
    /// # Errors
    /// [`Failed::NotFound`] for one to another branch, or one that was taken.
    pub fn withdraw(&self, invitation: InvitationId) -> Result<(), Failed> {
        let waits = self.invitations()?.iter().any(|i| i.id == invitation && i.used_at.is_none());
        if !waits {
            return Err(Failed::NotFound);
        }
        self.service.write(self.who.author(), |w| w.withdraw_invitation(invitation))
    }

    /// How many roles were given on each branch below, and here.
    ///
    /// # Errors
    /// The database.
    pub fn roles_given(&self) -> Result<BTreeMap<BranchId, usize>, Failed> {
        self.service.read(|r| {
            let tree = r.tree(self.branch.id)?;
            tree.into_iter().map(|branch| Ok((branch.id, r.roles_on(branch.id)?.len()))).collect()
        })
    }
}
