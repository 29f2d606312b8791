//! Decisions: a proposal that was decided, with the ward and plan as they were, locked.

use std::collections::BTreeMap;

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, DecisionId, PersonId, ProposalId};
use crate::proposals::fingerprint;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// Its unit.
    pub unit: BranchId,
    /// Its number in the unit, from 1.
    pub number: i64,
    /// The proposal that was decided.
    pub proposal: ProposalId,
    /// The day it was talked about, as `2026-09-12`.
    pub held_on: String,
    /// Who was heard, as JSON.
    pub heard: String,
    /// What was said, disagreement too.
    pub minutes: String,
    /// The ward as it was, as JSON.
    pub ward: String,
    /// The plan as it was, as JSON.
    pub plan: String,
    /// The lines that moved, as JSON.
    pub moved: String,
    /// Who decided.
    pub person: Option<PersonId>,
    /// When.
    pub at: Moment,
}

/// A decision as lists tell it: without its ward and its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionHead {
    /// Its number in the unit, from 1.
    pub number: i64,
    /// The day it was talked about, as `2026-09-12`.
    pub held_on: String,
    /// Who was heard, as JSON.
    pub heard: String,
    /// What was said, disagreement too.
    pub minutes: String,
    /// The lines that moved, as JSON.
    pub moved: String,
    /// Who decided, by name; empty where nobody did.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// A unit's last decision, by what lists of units tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDecided {
    /// Its number in the unit, from 1.
    pub number: i64,
    /// The day it was talked about, as `2026-09-12`.
    pub held_on: String,
    /// When it was decided.
    pub at: Moment,
}

/// A decision to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewDecision<'a> {
    /// Its unit.
    pub unit: BranchId,
    /// The proposal, of this unit.
    pub proposal: ProposalId,
    /// The day it was talked about.
    pub held_on: &'a str,
    /// Who was heard, as JSON.
    pub heard: &'a str,
    /// What was said.
    pub minutes: &'a str,
    /// The ward, as JSON.
    pub ward: &'a str,
    /// The plan, as JSON.
    pub plan: &'a str,
    /// The lines that moved, as JSON.
    pub moved: &'a str,
}

impl NewDecision<'_> {
    /// What the chain tells of it, column by column: of what may be long, the hash.
    pub(crate) fn told(&self) -> [(&'static str, String); 7] {
        [
            ("proposal", Subject::Proposal(self.proposal).to_string()),
            ("held_on", self.held_on.to_owned()),
            ("heard", fingerprint(self.heard)),
            ("minutes", fingerprint(self.minutes)),
            ("ward", fingerprint(self.ward)),
            ("plan", fingerprint(self.plan)),
            ("moved", fingerprint(self.moved)),
        ]
    }
}

pub(crate) const DECISION: &str =
    "SELECT id, unit, number, proposal, held_on, heard, minutes, ward, plan, moved, person, at FROM decision";

pub(crate) fn read_decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        id: row.get(0)?,
        unit: row.get(1)?,
        number: row.get(2)?,
        proposal: row.get(3)?,
        held_on: row.get(4)?,
        heard: row.get(5)?,
        minutes: row.get(6)?,
        ward: row.get(7)?,
        plan: row.get(8)?,
        moved: row.get(9)?,
        person: row.get(10)?,
        at: Moment(row.get(11)?),
    })
}

impl Reader<'_> {
    /// A unit's decision with this number.
    pub fn decision(&self, unit: BranchId, number: i64) -> Result<Decision, Failure> {
        let sql = format!("{DECISION} WHERE unit = ?1 AND number = ?2");
        self.one(&sql, (unit, number), read_decision)?.ok_or(Failure::NotFound)
    }

    /// A unit's decisions, the last first.
    pub fn decisions(&self, unit: BranchId) -> Result<Vec<Decision>, Failure> {
        self.all(&format!("{DECISION} WHERE unit = ?1 ORDER BY number DESC"), [unit], read_decision)
    }

    /// A unit's decisions without their wards and plans, the last first.
    pub fn decision_heads(&self, unit: BranchId) -> Result<Vec<DecisionHead>, Failure> {
        let sql = "SELECT d.number, d.held_on, d.heard, d.minutes, d.moved, coalesce(p.name, ''), d.at FROM decision d \
                   LEFT JOIN person p ON p.id = d.person WHERE d.unit = ?1 ORDER BY d.number DESC";
        self.all(sql, [unit], |row| {
            Ok(DecisionHead {
                number: row.get(0)?,
                held_on: row.get(1)?,
                heard: row.get(2)?,
                minutes: row.get(3)?,
                moved: row.get(4)?,
                by: row.get(5)?,
                at: Moment(row.get(6)?),
            })
        })
    }

    /// The number of each of a unit's decisions, and the number and name of the proposal that was decided.
    pub fn decided_proposals(&self, unit: BranchId) -> Result<BTreeMap<DecisionId, (i64, i64, String)>, Failure> {
        let sql = "SELECT d.id, d.number, p.number, p.name FROM decision d JOIN proposal p ON p.id = d.proposal \
                   WHERE d.unit = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)));
        Ok(self.all(sql, [unit], read)?.into_iter().collect())
    }

    /// A unit's last decision without what is large.
    pub fn last_decided(&self, unit: BranchId) -> Result<Option<LastDecided>, Failure> {
        let sql = "SELECT number, held_on, at FROM decision WHERE unit = ?1 ORDER BY number DESC LIMIT 1";
        self.one(sql, [unit], |row| {
            Ok(LastDecided { number: row.get(0)?, held_on: row.get(1)?, at: Moment(row.get(2)?) })
        })
    }

    /// The number of the newest decision of a proposal with the plan that it has now; none where it wasn't decided so.
    pub fn decided_as(&self, proposal: ProposalId) -> Result<Option<i64>, Failure> {
        let sql = "SELECT d.number FROM decision d JOIN proposal p ON p.id = d.proposal AND p.plan = d.plan \
                   WHERE d.proposal = ?1 ORDER BY d.number DESC LIMIT 1";
        self.one(sql, [proposal], |row| row.get(0))
    }

    /// The same of all of a unit's proposals that were decided so, by their numbers.
    pub fn all_decided_as(&self, unit: BranchId) -> Result<BTreeMap<i64, i64>, Failure> {
        let sql = "SELECT p.number, max(d.number) FROM decision d \
                   JOIN proposal p ON p.id = d.proposal AND p.plan = d.plan WHERE d.unit = ?1 GROUP BY p.number";
        Ok(self.all(sql, [unit], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    /// A unit's last decision: what holds.
    pub fn last_decision(&self, unit: BranchId) -> Result<Option<Decision>, Failure> {
        self.one(&format!("{DECISION} WHERE unit = ?1 ORDER BY number DESC LIMIT 1"), [unit], read_decision)
    }
}

impl Writer<'_> {
    /// Keeps a decision for good; its id and number. The chain tells each part's hash, so that a part can't be exchanged.
    pub fn decide(&mut self, new: NewDecision<'_>) -> Result<(DecisionId, i64), Failure> {
        let home = self.unit_home(new.unit)?;
        if self.proposal_head(new.proposal)?.unit != new.unit {
            return Err(Failure::NotFound);
        }
        let sql = "SELECT coalesce(max(number), 0) + 1 FROM decision WHERE unit = ?1";
        let number: i64 = self.one(sql, [new.unit], |row| row.get(0))?.unwrap_or(1);
        let id = DecisionId(self.insert(
            "INSERT INTO decision (unit, number, proposal, held_on, heard, minutes, ward, plan, moved, person, at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            (
                new.unit,
                number,
                new.proposal,
                new.held_on,
                new.heard,
                new.minutes,
                new.ward,
                new.plan,
                new.moved,
                self.by.person,
                self.at.0,
            ),
        )?);
        for (field, after) in new.told() {
            let entry = Entry::new(home, What::Decided, Subject::Decision(id)).field(field);
            self.append(entry.after(after.as_str()))?;
        }
        Ok((id, number))
    }
}
