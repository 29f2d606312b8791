//! Invitations: a link that lets one person in once.

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, InvitationId, PersonId};
use crate::words::{Representative, Role};

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// To which branch.
    pub branch: BranchId,
    /// With which role there.
    pub role: Role,
    /// For whom they will speak there, if for others.
    pub represents: Option<Representative>,
    /// To whom, if told.
    pub email: Option<String>,
    /// From whom.
    pub by: Option<PersonId>,
    /// Since when.
    pub created: Moment,
    /// Until when.
    pub expires: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

/// An invitation to be made.
#[derive(Clone, Copy)]
pub struct NewInvitation<'a> {
    /// The hash of what the link holds.
    pub token_hash: &'a [u8; 32],
    /// To which branch.
    pub branch: BranchId,
    /// With which role there.
    pub role: Role,
    /// For whom they will speak there, if for others.
    pub represents: Option<Representative>,
    /// To whom, if told.
    pub email: Option<&'a str>,
    /// Until when.
    pub expires: Moment,
}

const INVITATION: &str = "SELECT id, branch, role, email, by, created, expires, used_at, represents FROM invitation";

fn read_invitation(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    Ok(Invitation {
        id: row.get(0)?,
        branch: row.get(1)?,
        role: row.get(2)?,
        email: row.get(3)?,
        by: row.get(4)?,
        created: Moment(row.get(5)?),
        expires: Moment(row.get(6)?),
        used_at: row.get::<_, Option<i64>>(7)?.map(Moment),
        represents: row.get(8)?,
    })
}

impl Reader<'_> {
    /// The invitation with this hash, also one that was used or has expired.
    pub fn invitation_by(&self, token_hash: &[u8; 32]) -> Result<Option<Invitation>, Failure> {
        self.one(&format!("{INVITATION} WHERE token_hash = ?1"), [token_hash.as_slice()], read_invitation)
    }

    /// All invitations to this very branch, the newest first.
    pub fn invitations_to(&self, branch: BranchId) -> Result<Vec<Invitation>, Failure> {
        self.all(&format!("{INVITATION} WHERE branch = ?1 ORDER BY id DESC"), [branch], read_invitation)
    }
}

impl Writer<'_> {
    /// A new invitation.
    pub fn invite(&mut self, new: NewInvitation<'_>) -> Result<InvitationId, Failure> {
        self.home(new.branch)?;
        let id = self.insert(
            "INSERT INTO invitation (token_hash, branch, role, email, by, created, expires, represents) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                new.token_hash.as_slice(),
                new.branch,
                new.role,
                new.email,
                self.by.person,
                self.at.0,
                new.expires.0,
                new.represents,
            ),
        )?;
        self.tell_invitation(InvitationId(id), new.branch, What::Invited, Some((new.role, new.represents)))?;
        Ok(InvitationId(id))
    }

    /// Uses up an invitation. One that was used, or has expired, isn't found.
    pub fn use_invitation(&mut self, token_hash: &[u8; 32]) -> Result<Invitation, Failure> {
        let found = self.invitation_by(token_hash)?.ok_or(Failure::NotFound)?;
        if found.used_at.is_some() || found.expires <= self.at {
            return Err(Failure::NotFound);
        }
        self.execute("UPDATE invitation SET used_at = ?2 WHERE id = ?1", (found.id, self.at.0))?;
        self.tell_invitation(found.id, found.branch, What::InvitationUsed, Some((found.role, found.represents)))?;
        Ok(Invitation { used_at: Some(self.at), ..found })
    }

    /// Takes an invitation back.
    pub fn withdraw_invitation(&mut self, invitation: InvitationId) -> Result<(), Failure> {
        let sql = "SELECT branch FROM invitation WHERE id = ?1";
        let branch = self.one(sql, [invitation], |row| row.get(0))?.ok_or(Failure::NotFound)?;
        self.execute("DELETE FROM invitation WHERE id = ?1", [invitation])?;
        self.tell_invitation(invitation, branch, What::InvitationWithdrawn, None)
    }

    /// Tells of an invitation, with its role, and after a space the word of those for whom they will speak.
    fn tell_invitation(
        &mut self,
        invitation: InvitationId,
        branch: BranchId,
        what: What,
        gives: Option<(Role, Option<Representative>)>,
    ) -> Result<(), Failure> {
        let home = self.home(branch)?;
        let field = Subject::Branch(branch).to_string();
        let entry = Entry::new(home, what, Subject::Invitation(invitation)).field(field.as_str());
        let gives = gives.map(|(role, represents)| match represents {
            Some(whom) => format!("{} {}", role.word(), whom.word()),
            None => role.word().to_owned(),
        });
        self.append(entry.after(gives.as_deref()))
    }
}
