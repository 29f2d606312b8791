//! Who changed what: the words of it, and reading it back.

use std::fmt;
use std::str::FromStr;

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::failure::Failure;
use crate::ids::{
    BranchId, DecisionId, InvitationId, ObjectionId, PersonId, ProposalId, RowId, SessionId, ShortageId, TokenId,
};
use crate::words::words;

words! {
    /// What was done, in the store's own words; [`Writer::note`] adds others.
    What {
        /// A branch was made; after: its name.
        BranchAdded = "branch-added",
        /// A branch's name.
        BranchRenamed = "branch-renamed",
        /// A branch got another place; from and to: the branch above.
        BranchMoved = "branch-moved",
        /// A branch was removed; before: its name.
        BranchRemoved = "branch-removed",
        /// A person came; after: the name.
        PersonAdded = "person-added",
        /// A person's name, address or language (the field).
        PersonChanged = "person-changed",
        /// A person can no longer sign in.
        PersonEnded = "person-ended",
        /// A person can sign in again.
        PersonReadmitted = "person-readmitted",
        /// A password was set or taken away; never which.
        PasswordChanged = "password-changed",
        /// The second step was turned on or off (field `totp`), or got other recovery codes (field `recovery`).
        SecondStepChanged = "second-step-changed",
        /// A one-time code (field `totp`) or a recovery code (field `recovery`) was used.
        SecondStepPassed = "second-step-passed",
        /// How an organisation's people sign in with its own accounts: the field and what it says; of a secret, that it is set.
        ProviderChanged = "provider-changed",
        /// A person is known to a provider; the field: which, after: as whom.
        IdentityLinked = "identity-linked",
        /// A person is no longer known to a provider.
        IdentityUnlinked = "identity-unlinked",
        /// A provider said who came; the field: which, after: the session that was started.
        IdentityUsed = "identity-used",
        /// A role; the field: the branch.
        RoleChanged = "role-changed",
        /// For whom a person speaks; the field: the branch.
        RepresentativeChanged = "representative-changed",
        /// A person signed in; after: from which program.
        SessionStarted = "session-started",
        /// A session ended.
        SessionEnded = "session-ended",
        /// Someone was invited; the field: the branch, after: the role.
        Invited = "invited",
        /// An invitation was used.
        InvitationUsed = "invitation-used",
        /// An invitation was taken back.
        InvitationWithdrawn = "invitation-withdrawn",
        /// A key for another program was made; after: its name.
        TokenAdded = "token-added",
        /// A key was ended.
        TokenEnded = "token-ended",
        /// A cell; the field: its column.
        CellChanged = "cell-changed",
        /// A row came; after: its cells, the field: what the sender called it.
        RowAdded = "row-added",
        /// A row was removed; before: its cells.
        RowRemoved = "row-removed",
        /// A removed row came back; after: its cells.
        RowRestored = "row-restored",
        /// A row got another place; from and to: the row above.
        RowMoved = "row-moved",
        /// A column of the ward's own; the field: its header, after: its place.
        ColumnAdded = "column-added",
        /// Such a column was removed.
        ColumnRemoved = "column-removed",
        /// A person undid a batch; before: which.
        Undone = "undone",
        /// A person did it again; before: the batch that had undone it.
        Redone = "redone",
        /// A person put back what was done in one go; the field: a change of it, by number.
        PutBack = "put-back",
        /// Where the talk about a row stands (field `state`), or its note (field `note`).
        Reviewed = "reviewed",
        /// An objection; the field: which, and from which proposal, after: its text.
        Objected = "objected",
        /// Its answer.
        ObjectionAnswered = "objection-answered",
        /// A proposal was asked for; after: its name.
        ProposalAdded = "proposal-added",
        /// A proposal's name.
        ProposalRenamed = "proposal-renamed",
        /// Where a proposal stands.
        ProposalState = "proposal-state",
        /// A proposal's plan; from and to: the hashes.
        ProposalPlan = "proposal-plan",
        /// A line to another group, by hand; the field: which line of which proposal, from and to: the groups.
        LineMoved = "line-moved",
        /// Other heads on a shift, by hand; the field: which shift of which proposal, from and to: how many.
        HeadsChanged = "heads-changed",
        /// A person put back what was changed in a plan in one go; the field: a change of it, by number.
        PlanPutBack = "plan-put-back",
        /// A proposal was removed.
        ProposalRemoved = "proposal-removed",
        /// A decision; the fields `ward`, `plan`, `minutes`, `heard`, `moved` with their hashes.
        Decided = "decided",
        /// A use of the traffic light was logged; the field: which part of it.
        ShortageLogged = "shortage-logged",
        /// What was said of one; the field: which part.
        ShortageCorrected = "shortage-corrected",
        /// How a kind of list is read; the field: which.
        ListMapped = "list-mapped",
    }
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A branch, or what belongs to a whole unit.
    Branch(BranchId),
    /// A person.
    Person(PersonId),
    /// A session.
    Session(SessionId),
    /// An invitation.
    Invitation(InvitationId),
    /// A key for other programs.
    Token(TokenId),
    /// A sheet of the unit's book, by its name.
    Sheet(String),
    /// A row of the unit's book.
    Row(RowId),
    /// A proposal.
    Proposal(ProposalId),
    /// A decision.
    Decision(DecisionId),
    /// A logged use of the traffic light.
    Shortage(ShortageId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Branch(id) => write!(f, "branch/{id}"),
            Subject::Person(id) => write!(f, "person/{id}"),
            Subject::Session(id) => write!(f, "session/{id}"),
            Subject::Invitation(id) => write!(f, "invitation/{id}"),
            Subject::Token(id) => write!(f, "token/{id}"),
            Subject::Sheet(name) => write!(f, "sheet/{name}"),
            Subject::Row(id) => write!(f, "row/{id}"),
            Subject::Proposal(id) => write!(f, "proposal/{id}"),
            Subject::Decision(id) => write!(f, "decision/{id}"),
            Subject::Shortage(id) => write!(f, "shortage/{id}"),
        }
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, rest) = text.split_once('/').ok_or(())?;
        let id = || rest.parse::<i64>().map_err(|_| ());
        Ok(match kind {
            "branch" => Subject::Branch(BranchId(id()?)),
            "person" => Subject::Person(PersonId(id()?)),
            "session" => Subject::Session(SessionId(id()?)),
            "invitation" => Subject::Invitation(InvitationId(id()?)),
            "token" => Subject::Token(TokenId(id()?)),
            "sheet" => Subject::Sheet(rest.to_owned()),
            "row" => Subject::Row(RowId(id()?)),
            "proposal" => Subject::Proposal(ProposalId(id()?)),
            "decision" => Subject::Decision(DecisionId(id()?)),
            "shortage" => Subject::Shortage(ShortageId(id()?)),
            _ => return Err(()),
        })
    }
}

impl FromSql for Subject {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|()| FromSqlError::InvalidType)
    }
}

/// The words under which an objection stands in a change's field, with the number of the proposal that it was raised from,
/// where one was named.
pub(crate) fn objection_field(objection: ObjectionId, proposal: Option<i64>) -> String {
    let from = proposal.map(|number| format!("/proposal/{number}")).unwrap_or_default();
    format!("objection/{objection}{from}")
}

/// The objection that stands in a change's field, and the number of the proposal that it was raised from.
pub(crate) fn objection_of(field: &str) -> Option<(ObjectionId, Option<i64>)> {
    let of = field.strip_prefix("objection/")?;
    let (id, proposal) = match of.split_once("/proposal/") {
        Some((id, number)) => (id, Some(number.parse().ok()?)),
        None => (of, None),
    };
    Some((ObjectionId(id.parse().ok()?), proposal))
}

/// One change, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number in the chain, from 1 without a gap. Order is by it, never by the clock.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// In which organisation.
    pub organisation: BranchId,
    /// In which unit, if in one.
    pub unit: Option<BranchId>,
    /// Which person.
    pub person: Option<PersonId>,
    /// The person's name today, or who acted where no person did.
    pub name: Option<String>,
    /// What belongs together.
    pub batch: String,
    /// What was done: a word of [`What`], or one that was noted.
    pub what: String,
    /// About what.
    pub subject: Subject,
    /// The sheet of the unit's book in which it was done, if in one.
    pub sheet: Option<String>,
    /// Which part of it.
    pub field: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there now.
    pub after: Option<String>,
}

impl Change {
    /// Whether both were made in one go: by the same person, at the same moment, as one batch.
    pub fn is_made_with(&self, other: &Change) -> bool {
        (self.at, self.person, &self.batch) == (other.at, other.person, &other.batch)
    }
}

pub(crate) const CHANGE: &str = "SELECT c.seq, c.at, c.organisation, c.unit, c.person, coalesce(p.name, c.agent), c.batch, c.what, \
     c.subject, c.field, c.before, c.after, r.sheet FROM change c LEFT JOIN person p ON p.id = c.person \
     LEFT JOIN row r ON c.subject LIKE 'row/%' AND r.id = CAST(substr(c.subject, 5) AS INTEGER)";

pub(crate) fn read_change(row: &Row<'_>) -> rusqlite::Result<Change> {
    let subject: Subject = row.get(8)?;
    let sheet = match &subject {
        Subject::Sheet(name) => Some(name.clone()),
        _ => row.get(12)?,
    };
    Ok(Change {
        seq: row.get(0)?,
        at: Moment(row.get(1)?),
        organisation: row.get(2)?,
        unit: row.get(3)?,
        person: row.get(4)?,
        name: row.get(5)?,
        batch: row.get(6)?,
        what: row.get(7)?,
        subject,
        sheet,
        field: row.get(9)?,
        before: row.get(10)?,
        after: row.get(11)?,
    })
}

impl Reader<'_> {
    /// The changes of a unit, or of one row of it, newest first: at most `limit`, those before `before` if told.
    pub fn history(
        &self,
        unit: BranchId,
        row: Option<RowId>,
        limit: usize,
        before: Option<i64>,
    ) -> Result<Vec<Change>, Failure> {
        let before = before.unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        match row {
            Some(row) => {
                let sql = format!(
                    "{CHANGE} WHERE c.subject = ?1 AND c.unit = ?2 AND c.seq < ?3 ORDER BY c.seq DESC LIMIT ?4"
                );
                self.all(&sql, (Subject::Row(row).to_string(), unit, before, limit), read_change)
            }
            None => {
                let sql = format!("{CHANGE} WHERE c.unit = ?1 AND c.seq < ?2 ORDER BY c.seq DESC LIMIT ?3");
                self.all(&sql, (unit, before, limit), read_change)
            }
        }
    }

    /// The changes of an organisation, newest first: at most `limit`, those before `before` if told.
    pub fn organisation_history(
        &self,
        organisation: BranchId,
        limit: usize,
        before: Option<i64>,
    ) -> Result<Vec<Change>, Failure> {
        let sql = format!("{CHANGE} WHERE c.organisation = ?1 AND c.seq < ?2 ORDER BY c.seq DESC LIMIT ?3");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.all(&sql, (organisation, before.unwrap_or(i64::MAX), limit), read_change)
    }

    /// Every change of these kinds, whoever's, in the order of the chain.
    pub(crate) fn changes_of_kinds(&self, kinds: [What; 4]) -> Result<Vec<Change>, Failure> {
        let sql = format!("{CHANGE} WHERE c.what IN (?1, ?2, ?3, ?4) ORDER BY c.seq");
        self.all(&sql, kinds, read_change)
    }

    /// The number of the last change in an organisation, 0 before the first. As long as it stays the same, so does all that is kept of
    /// the organisation, but for the little that isn't told: when sessions and keys were used last, what was looked up, how far
    /// searches have come, and what follows from the rest.
    pub fn last_change(&self, organisation: BranchId) -> Result<i64, Failure> {
        let sql = "SELECT seq FROM change WHERE organisation = ?1 ORDER BY seq DESC LIMIT 1";
        Ok(self.one(sql, [organisation], |row| row.get(0))?.unwrap_or(0))
    }

    /// The changes that a person made under this batch in this unit, newest first, from `since` on.
    pub(crate) fn changes_of_batch(
        &self,
        unit: BranchId,
        person: PersonId,
        batch: &str,
        since: i64,
    ) -> Result<Vec<Change>, Failure> {
        let sql = format!(
            "{CHANGE} WHERE c.batch = ?1 AND c.unit = ?2 AND c.person = ?3 AND c.seq >= ?4 ORDER BY c.seq DESC"
        );
        self.all(&sql, (batch, unit, person, since), read_change)
    }

    /// Whether this batch has been carried out in this unit by this person, also if another process did it.
    pub(crate) fn batch_is_known(
        &self,
        unit: BranchId,
        person: Option<PersonId>,
        batch: &str,
    ) -> Result<bool, Failure> {
        let sql = "SELECT 1 FROM change WHERE batch = ?1 AND unit = ?2 AND person IS ?3 LIMIT 1";
        Ok(self.one(sql, (batch, unit, person), |_| Ok(()))?.is_some())
    }
}

/// Something worth keeping that changed no table: a refused sign-in, an export.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// Where: an organisation, or a branch of it.
    pub branch: BranchId,
    /// What was done, in small letters with hyphens.
    pub what: &'a str,
    /// About whom, if about a person; else it is about the branch.
    pub person: Option<PersonId>,
    /// Which part.
    pub field: Option<&'a str>,
    /// What there is to say. Never a secret.
    pub after: Option<&'a str>,
}

impl Writer<'_> {
    /// Appends something worth keeping that changes no table.
    pub fn note(&mut self, note: Note<'_>) -> Result<(), Failure> {
        let home = self.home(note.branch)?;
        let subject = note.person.map_or(Subject::Branch(note.branch), Subject::Person);
        let Note { what, field, after, .. } = note;
        self.append(Entry::worded(home, what, subject).field(field).after(after))
    }
}
