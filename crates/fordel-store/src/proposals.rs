//! Proposals: plans that were asked for or made by hand, and the queue of those that wait for the search.

use std::collections::BTreeSet;

use rusqlite::Row;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::access::{Moment, Reader, Writer};
use crate::branches::Home;
use crate::chain::{Entry, hex};
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId, ProposalId};
use crate::words::{ProposalKind, ProposalState};

/// A proposal without what is large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalHead {
    /// Its id.
    pub id: ProposalId,
    /// Its unit.
    pub unit: BranchId,
    /// Its number in the unit, never given twice.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// How it came to be.
    pub kind: ProposalKind,
    /// What was asked, as JSON.
    pub wishes: String,
    /// Where it stands.
    pub state: ProposalState,
    /// The book's revision that it was made from.
    pub revision: i64,
    /// Grows with each change of its plan.
    pub version: i64,
    /// How far the search is, as JSON.
    pub progress: Option<String>,
    /// Why there is no plan, as it was told.
    pub failure: Option<String>,
    /// Who asked.
    pub person: Option<PersonId>,
    /// When.
    pub created: Moment,
    /// When the search began.
    pub started: Option<Moment>,
    /// When it ended.
    pub ended: Option<Moment>,
}

impl ProposalHead {
    /// Whether it waits for the search or is in it.
    pub fn is_under_way(&self) -> bool {
        matches!(self.state, ProposalState::Waiting | ProposalState::Running)
    }
}

/// A proposal with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What lists show.
    pub head: ProposalHead,
    /// The ward as it was read from the book, as JSON.
    pub ward: String,
    /// Which row of the book each row of the ward's sheets is, as JSON.
    pub rows: String,
    /// The plan, as JSON.
    pub plan: Option<String>,
}

/// A proposal to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewProposal<'a> {
    /// Its unit.
    pub unit: BranchId,
    /// Its name.
    pub name: &'a str,
    /// What is asked, as JSON.
    pub wishes: &'a str,
    /// The book's revision that it is made from.
    pub revision: i64,
    /// The ward as it was read from the book, as JSON.
    pub ward: &'a str,
    /// Which row of the book each row of the ward's sheets is, as JSON.
    pub rows: &'a str,
    /// The plan of one made by hand; one without waits for the search.
    pub plan: Option<&'a str>,
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending<'a> {
    /// With this plan, as JSON.
    Done(&'a str),
    /// A person ended it; with the best plan found, if one was.
    Cancelled(Option<&'a str>),
    /// Without a plan; why.
    Failed(&'a str),
}

/// What a proposal makes of the rows of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRows {
    /// Its id.
    pub id: ProposalId,
    /// Its number in the unit.
    pub number: i64,
    /// How it came to be.
    pub kind: ProposalKind,
    /// Which row of the book each row of the ward's sheets is, as JSON.
    pub rows: String,
    /// The plan of a computed one, as JSON.
    pub plan: Option<String>,
}

/// A part of a plan that a person changed, as the chain tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChange {
    /// [`What::LineMoved`] or [`What::HeadsChanged`].
    pub what: What,
    /// Which part, as JSON.
    pub part: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

const HEAD: &str = "SELECT id, unit, number, name, kind, wishes, state, revision, version, progress, failure, person, \
     created, started, ended FROM proposal";
const WHOLE: &str = "SELECT id, unit, number, name, kind, wishes, state, revision, version, progress, failure, person, \
     created, started, ended, ward, rows, plan FROM proposal";

/// Whether a plan places something, in the words of the index `proposal_placed`: in others it isn't used.
const PLACES: &str = "CASE WHEN json_valid(plan) THEN json_array_length(plan, '$.placements') > 0 END";

fn read_head(row: &Row<'_>) -> rusqlite::Result<ProposalHead> {
    Ok(ProposalHead {
        id: row.get(0)?,
        unit: row.get(1)?,
        number: row.get(2)?,
        name: row.get(3)?,
        kind: row.get(4)?,
        wishes: row.get(5)?,
        state: row.get(6)?,
        revision: row.get(7)?,
        version: row.get(8)?,
        progress: row.get(9)?,
        failure: row.get(10)?,
        person: row.get(11)?,
        created: Moment(row.get(12)?),
        started: row.get::<_, Option<i64>>(13)?.map(Moment),
        ended: row.get::<_, Option<i64>>(14)?.map(Moment),
    })
}

fn read_whole(row: &Row<'_>) -> rusqlite::Result<Proposal> {
    Ok(Proposal { head: read_head(row)?, ward: row.get(15)?, rows: row.get(16)?, plan: row.get(17)? })
}

/// The hash of a text, by which the chain tells it where it is too long to stand there.
pub(crate) fn fingerprint(text: &str) -> String {
    format!("sha256:{}", hex(&Sha256::digest(text.as_bytes())))
}

impl Reader<'_> {
    /// A proposal.
    pub fn proposal(&self, proposal: ProposalId) -> Result<Proposal, Failure> {
        self.one(&format!("{WHOLE} WHERE id = ?1"), [proposal], read_whole)?.ok_or(Failure::NotFound)
    }

    /// A unit's proposal with this number.
    pub fn proposal_numbered(&self, unit: BranchId, number: i64) -> Result<Proposal, Failure> {
        let sql = format!("{WHOLE} WHERE unit = ?1 AND number = ?2");
        self.one(&sql, (unit, number), read_whole)?.ok_or(Failure::NotFound)
    }

    /// A unit's proposal with this number, without what is large.
    pub fn proposal_head_numbered(&self, unit: BranchId, number: i64) -> Result<ProposalHead, Failure> {
        self.one(&format!("{HEAD} WHERE unit = ?1 AND number = ?2"), (unit, number), read_head)?
            .ok_or(Failure::NotFound)
    }

    /// A proposal without what is large.
    pub fn proposal_head(&self, proposal: ProposalId) -> Result<ProposalHead, Failure> {
        self.one(&format!("{HEAD} WHERE id = ?1"), [proposal], read_head)?.ok_or(Failure::NotFound)
    }

    /// A unit's proposals by number.
    pub fn proposals(&self, unit: BranchId) -> Result<Vec<ProposalHead>, Failure> {
        self.all(&format!("{HEAD} WHERE unit = ?1 ORDER BY number"), [unit], read_head)
    }

    /// The number of a unit's newest proposal with a plan that places something, if there is one of a search that wasn't
    /// stopped; where none has, of the newest whose answer is that there is no plan. Nothing is read that lies behind the
    /// wards and plans of older ones.
    pub fn newest_planned(&self, unit: BranchId) -> Result<Option<i64>, Failure> {
        let newest = |which: &str| {
            let sql = format!(
                "SELECT number FROM proposal WHERE unit = ?1 AND state IN (?2, ?3) AND {which} \
                 ORDER BY state = ?2 DESC, number DESC LIMIT 1"
            );
            self.one(&sql, (unit, ProposalState::Done, ProposalState::Cancelled), |row| row.get(0))
        };
        match newest(PLACES)? {
            Some(number) => Ok(Some(number)),
            None => newest("plan IS NOT NULL"),
        }
    }

    /// The numbers of a unit's proposals with a plan that places something; no plan is read.
    pub fn placed(&self, unit: BranchId) -> Result<BTreeSet<i64>, Failure> {
        let sql = format!("SELECT number FROM proposal WHERE unit = ?1 AND {PLACES}");
        Ok(self.all(&sql, [unit], |row| row.get(0))?.into_iter().collect())
    }

    /// What a unit's proposals make of the rows of its book, by number.
    pub fn proposal_rows(&self, unit: BranchId) -> Result<Vec<ProposalRows>, Failure> {
        let sql = "SELECT id, number, kind, rows, CASE kind WHEN 'computed' THEN plan END FROM proposal \
                   WHERE unit = ?1 ORDER BY number";
        self.all(sql, [unit], |row| {
            let (id, number, kind) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(ProposalRows { id, number, kind, rows: row.get(3)?, plan: row.get(4)? })
        })
    }

    /// All proposals, of all organisations, that stand so.
    pub fn proposals_that_are(&self, state: ProposalState) -> Result<Vec<ProposalHead>, Failure> {
        self.all(&format!("{HEAD} WHERE state = ?1 ORDER BY id"), [state], read_head)
    }

    fn proposal_home(&self, head: &ProposalHead) -> Home {
        // A proposal's unit is there as long as the proposal is.
        self.home(head.unit).unwrap_or(Home { organisation: head.unit, unit: Some(head.unit) })
    }
}

impl Writer<'_> {
    /// A new proposal. Without a plan it is computed and waits for its turn; with one it is the unit's own, and done.
    pub fn add_proposal(&mut self, new: NewProposal<'_>) -> Result<(ProposalId, i64), Failure> {
        let home = self.unit_home(new.unit)?;
        let (kind, state) = match new.plan {
            Some(_) => (ProposalKind::Own, ProposalState::Done),
            None => (ProposalKind::Computed, ProposalState::Waiting),
        };
        let ended = new.plan.map(|_| self.at.0);
        let sql = "UPDATE branch SET last_proposal = last_proposal + 1 WHERE id = ?1 RETURNING last_proposal";
        let number: i64 = self.one(sql, [new.unit], |row| row.get(0))?.ok_or(Failure::NotFound)?;
        let id = ProposalId(self.insert(
            "INSERT INTO proposal (unit, number, name, kind, wishes, state, revision, ward, rows, plan, person, created, ended) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            (
                new.unit,
                number,
                new.name,
                kind,
                new.wishes,
                state,
                new.revision,
                new.ward,
                new.rows,
                new.plan,
                self.by.person,
                self.at.0,
                ended,
            ),
        )?);
        self.append(Entry::new(home, What::ProposalAdded, Subject::Proposal(id)).after(new.name))?;
        Ok((id, number))
    }

    /// Another name.
    pub fn rename_proposal(&mut self, proposal: ProposalId, name: &str) -> Result<(), Failure> {
        let head = self.proposal_head(proposal)?;
        if head.name == name {
            return Ok(());
        }
        self.execute("UPDATE proposal SET name = ?2 WHERE id = ?1", (proposal, name))?;
        self.tell_proposal(&head, What::ProposalRenamed, Some(&head.name), Some(name))
    }

    /// Takes the next proposal whose turn it is to be searched, if one waits: of the organisation that was served longest
    /// ago, the one that has waited longest.
    pub fn claim_proposal(&mut self) -> Result<Option<Proposal>, Failure> {
        let next: Option<ProposalId> = self.one(
            "SELECT w.id FROM proposal w JOIN branch b ON b.id = w.unit WHERE w.state = 'waiting' \
             ORDER BY (SELECT max(s.started) FROM branch u JOIN proposal s ON s.unit = u.id \
                       WHERE u.organisation = b.organisation) NULLS FIRST, w.id LIMIT 1",
            [],
            |row| row.get(0),
        )?;
        let Some(id) = next else { return Ok(None) };
        let head = self.proposal_head(id)?;
        self.execute("UPDATE proposal SET state = 'running', started = ?2 WHERE id = ?1", (id, self.at.0))?;
        self.tell_state(&head, ProposalState::Running)?;
        Ok(Some(self.proposal(id)?))
    }

    /// How far the search is, as JSON; false if it should no longer run. Not told in the chain.
    pub fn proposal_progress(&mut self, proposal: ProposalId, progress: &str) -> Result<bool, Failure> {
        let sql = "UPDATE proposal SET progress = ?2 WHERE id = ?1 AND state = 'running'";
        Ok(self.execute(sql, (proposal, progress))? > 0)
    }

    /// A search has ended. One that was cancelled meanwhile stays so, and gets the best plan found.
    pub fn finish_proposal(&mut self, proposal: ProposalId, ending: Ending<'_>) -> Result<ProposalState, Failure> {
        let head = self.proposal_head(proposal)?;
        let (state, plan, failure) = match ending {
            Ending::Done(plan) => (ProposalState::Done, Some(plan), None),
            Ending::Cancelled(plan) => (ProposalState::Cancelled, plan, None),
            Ending::Failed(why) => (ProposalState::Failed, None, Some(why)),
        };
        let state = match head.state {
            ProposalState::Running => state,
            ProposalState::Cancelled if head.version == 0 => ProposalState::Cancelled,
            _ => return Err(Failure::Stale),
        };
        self.execute(
            "UPDATE proposal SET state = ?2, plan = ?3, failure = ?4, ended = ?5, version = version + (?3 IS NOT NULL) WHERE id = ?1",
            (proposal, state, plan, failure, self.at.0),
        )?;
        if state != head.state {
            self.tell_state(&head, state)?;
        }
        let after = plan.map(fingerprint);
        self.tell_proposal(&head, What::ProposalPlan, None, after.as_deref())?;
        Ok(state)
    }

    /// Ends a search that waits or runs; one that has ended isn't changed. Where it stands now.
    pub fn cancel_proposal(&mut self, proposal: ProposalId) -> Result<ProposalState, Failure> {
        let head = self.proposal_head(proposal)?;
        if !matches!(head.state, ProposalState::Waiting | ProposalState::Running) {
            return Ok(head.state);
        }
        self.execute("UPDATE proposal SET state = 'cancelled', ended = ?2 WHERE id = ?1", (proposal, self.at.0))?;
        self.tell_state(&head, ProposalState::Cancelled)?;
        Ok(ProposalState::Cancelled)
    }

    /// Another plan for a proposal of the unit's own, if its version is still this and its plan isn't decided; the new
    /// version. `changes`: what of it is other than before, each told by itself.
    pub fn set_own_plan(
        &mut self,
        proposal: ProposalId,
        version: i64,
        plan: &str,
        changes: &[PlanChange],
    ) -> Result<i64, Failure> {
        let old = self.proposal(proposal)?;
        let sql = "UPDATE proposal SET plan = ?3, version = version + 1, ended = ?4 \
                   WHERE id = ?1 AND version = ?2 AND kind = 'own' AND NOT EXISTS \
                   (SELECT 1 FROM decision d WHERE d.proposal = proposal.id AND d.plan = proposal.plan)";
        if self.execute(sql, (proposal, version, plan, self.at.0))? == 0 {
            return Err(Failure::Stale);
        }
        for PlanChange { what, part, before, after } in changes {
            let entry = Entry::new(self.proposal_home(&old.head), *what, Subject::Proposal(proposal));
            self.append(entry.field(part.as_str()).before(before.as_str()).after(after.as_str()))?;
        }
        let (before, after) = (old.plan.as_deref().map(fingerprint), fingerprint(plan));
        self.tell_proposal(&old.head, What::ProposalPlan, before.as_deref(), Some(&after))?;
        Ok(version + 1)
    }

    /// Tells that the change of a proposal's plan in this transaction puts back what was changed in one go with `seq`.
    pub fn tell_plan_put_back(&mut self, proposal: ProposalId, seq: i64) -> Result<(), Failure> {
        let home = self.proposal_home(&self.proposal_head(proposal)?);
        let number = seq.to_string();
        self.append(Entry::new(home, What::PlanPutBack, Subject::Proposal(proposal)).field(number.as_str()))
    }

    /// Removes a proposal that no decision rests on and no search works on.
    pub fn remove_proposal(&mut self, proposal: ProposalId) -> Result<(), Failure> {
        let head = self.proposal_head(proposal)?;
        let decided = self.one("SELECT 1 FROM decision WHERE proposal = ?1 LIMIT 1", [proposal], |_| Ok(()))?;
        if decided.is_some() || head.state == ProposalState::Running {
            return Err(Failure::InUse);
        }
        self.execute("DELETE FROM proposal WHERE id = ?1", [proposal])?;
        self.tell_proposal(&head, What::ProposalRemoved, Some(&head.name), None)
    }

    /// Puts proposals whose search was cut off back among those that wait.
    pub(crate) fn put_back_running(&mut self) -> Result<(), Failure> {
        for head in self.proposals_that_are(ProposalState::Running)? {
            self.execute("UPDATE proposal SET state = 'waiting', progress = NULL WHERE id = ?1", [head.id])?;
            self.tell_state(&head, ProposalState::Waiting)?;
        }
        Ok(())
    }

    fn tell_state(&mut self, head: &ProposalHead, state: ProposalState) -> Result<(), Failure> {
        self.tell_proposal(head, What::ProposalState, Some(head.state.word()), Some(state.word()))
    }

    fn tell_proposal(
        &mut self,
        head: &ProposalHead,
        what: What,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Failure> {
        let home = self.proposal_home(head);
        self.append(Entry::new(home, what, Subject::Proposal(head.id)).before(before).after(after))
    }
}
