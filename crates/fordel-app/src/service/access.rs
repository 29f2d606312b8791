//! Who may do what: a handle for each strength of role, which holds no more than that role allows.

use std::ops::Deref;

use fordel_store::{Author, Branch, BranchId, PersonId, Role, SessionId};
use fordel_text::Lang;

use super::{Failed, Service};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The organisation they belong to.
    pub organisation: BranchId,
    /// Their name.
    pub name: String,
    /// Their language.
    pub lang: Lang,
    /// The session; none where a program's token speaks for them.
    pub session: Option<SessionId>,
}

impl SignedIn {
    /// As the one who changes something.
    pub(super) fn author(&self) -> Author {
        Author { person: Some(self.person), name: self.name.clone() }
    }
}

/// May see a unit, say what they think of it, and object.
pub struct Reads<'s> {
    pub(super) service: &'s Service,
    pub(super) who: &'s SignedIn,
    pub(super) unit: Branch,
    pub(super) role: Role,
}

/// May map tasks and make proposals too.
pub struct Contributes<'s>(Reads<'s>);

/// May decide too.
pub struct Leads<'s>(Contributes<'s>);

/// May look after people and the tree of a branch.
pub struct Administers<'s> {
    pub(super) service: &'s Service,
    pub(super) who: &'s SignedIn,
    pub(super) branch: Branch,
}

impl<'s> Deref for Contributes<'s> {
    type Target = Reads<'s>;
    fn deref(&self) -> &Reads<'s> {
        &self.0
    }
}

impl<'s> Deref for Leads<'s> {
    type Target = Contributes<'s>;
    fn deref(&self) -> &Contributes<'s> {
        &self.0
    }
}

impl Service {
    /// The unit, for somebody who has a role there.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where there is no such unit or no role.
    pub fn unit<'s>(&'s self, who: &'s SignedIn, unit: BranchId) -> Result<Reads<'s>, Failed> {
        let (unit, role) = self.read(|r| Ok((r.branch(unit)?, r.role_at(who.person, unit)?)))?;
        match role {
            Some(role) if unit.kind == fordel_store::BranchKind::Unit => Ok(Reads { service: self, who, unit, role }),
            _ => Err(Failed::NotFound),
        }
    }

    /// The branch, for somebody who administers it.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where the person has no role, [`Failed::NotAllowed`] where it is another.
    pub fn administer<'s>(&'s self, who: &'s SignedIn, branch: BranchId) -> Result<Administers<'s>, Failed> {
        let (branch, role) = self.read(|r| Ok((r.branch(branch)?, r.role_at(who.person, branch)?)))?;
        match role {
            Some(Role::Administrator) => Ok(Administers { service: self, who, branch }),
            Some(_) => Err(Failed::NotAllowed),
            None => Err(Failed::NotFound),
        }
    }
}

impl<'s> Contributes<'s> {
    /// The same, for somebody who may decide.
    ///
    /// # Errors
    /// As [`Reads::lead`].
    pub fn lead(self) -> Result<Leads<'s>, Failed> {
        self.0.lead()
    }
}

impl<'s> Reads<'s> {
    /// The unit.
    pub fn unit(&self) -> &Branch {
        &self.unit
    }
    /// The person's role there.
    pub fn role(&self) -> Role {
        self.role
    }
    /// The same, for somebody who may map and propose.
    ///
    /// # Errors
    /// [`Failed::NotAllowed`] for readers.
    pub fn contribute(self) -> Result<Contributes<'s>, Failed> {
        if self.role >= Role::Contributor { Ok(Contributes(self)) } else { Err(Failed::NotAllowed) }
    }
    /// The same, for somebody who may decide.
    ///
    /// # Errors
    /// [`Failed::NotAllowed`] for readers, contributors and advisers.
    pub fn lead(self) -> Result<Leads<'s>, Failed> {
        if matches!(self.role, Role::Leader | Role::Administrator) {
            Ok(Leads(Contributes(self)))
        } else {
            Err(Failed::NotAllowed)
        }
    }
}
