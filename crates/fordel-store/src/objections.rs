//! Objections to where a task was placed or to the whole plan, and their answers.

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What, objection_field};
use crate::failure::Failure;
use crate::ids::{BranchId, ObjectionId, PersonId, RowId};

/// An objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its id.
    pub id: ObjectionId,
    /// In which unit.
    pub unit: BranchId,
    /// To which row; none where it is to the whole plan.
    pub row: Option<RowId>,
    /// The number of the proposal that one to the whole plan was raised from, where one was named; it may be removed since.
    pub proposal: Option<i64>,
    /// What is said.
    pub text: String,
    /// By whom.
    pub person: Option<PersonId>,
    /// When.
    pub at: Moment,
    /// The answer.
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<PersonId>,
    /// When.
    pub answered_at: Option<Moment>,
}

pub(crate) const OBJECTION: &str =
    "SELECT id, unit, row, text, person, at, answer, answered_by, answered_at, proposal FROM objection";

pub(crate) fn read_objection(row: &Row<'_>) -> rusqlite::Result<Objection> {
    Ok(Objection {
        id: row.get(0)?,
        unit: row.get(1)?,
        row: row.get(2)?,
        text: row.get(3)?,
        person: row.get(4)?,
        at: Moment(row.get(5)?),
        answer: row.get(6)?,
        answered_by: row.get(7)?,
        answered_at: row.get::<_, Option<i64>>(8)?.map(Moment),
        proposal: row.get(9)?,
    })
}

impl Reader<'_> {
    /// All objections in a unit, in the order they were raised.
    pub fn objections(&self, unit: BranchId) -> Result<Vec<Objection>, Failure> {
        self.all(&format!("{OBJECTION} WHERE unit = ?1 ORDER BY id"), [unit], read_objection)
    }

    /// How many objections in a unit have no answer yet.
    pub fn open_objections(&self, unit: BranchId) -> Result<usize, Failure> {
        let sql = "SELECT count(*) FROM objection WHERE unit = ?1 AND answer IS NULL";
        let count: Option<i64> = self.one(sql, [unit], |row| row.get(0))?;
        Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(0))
    }
}

impl Writer<'_> {
    /// Raises an objection in a unit, to one of its rows or to the whole plan.
    pub fn object(&mut self, unit: BranchId, row: Option<RowId>, text: &str) -> Result<ObjectionId, Failure> {
        if let Some(row) = row {
            self.sheet_of(unit, row)?;
        }
        self.raise(unit, row.map_or(Subject::Branch(unit), Subject::Row), (row, None), text)
    }

    /// Raises an objection to the whole plan of the unit's proposal with this number.
    pub fn object_to_proposal(&mut self, unit: BranchId, number: i64, text: &str) -> Result<ObjectionId, Failure> {
        let proposal = self.proposal_head_numbered(unit, number)?.id;
        self.raise(unit, Subject::Proposal(proposal), (None, Some(number)), text)
    }

    fn raise(
        &mut self,
        unit: BranchId,
        subject: Subject,
        (row, proposal): (Option<RowId>, Option<i64>),
        text: &str,
    ) -> Result<ObjectionId, Failure> {
        let home = self.unit_home(unit)?;
        let id = ObjectionId(self.insert(
            "INSERT INTO objection (unit, row, text, person, at, proposal) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (unit, row, text, self.by.person, self.at.0, proposal),
        )?);
        let field = objection_field(id, proposal);
        self.append(Entry::new(home, What::Objected, subject).field(field.as_str()).after(text))?;
        Ok(id)
    }

    /// Answers an objection of this unit; an earlier answer is replaced, and stays in the chain.
    pub fn answer_objection(&mut self, unit: BranchId, objection: ObjectionId, answer: &str) -> Result<(), Failure> {
        let home = self.unit_home(unit)?;
        let sql = format!("{OBJECTION} WHERE id = ?1 AND unit = ?2");
        let old = self.one(&sql, (objection, unit), read_objection)?.ok_or(Failure::NotFound)?;
        self.execute(
            "UPDATE objection SET answer = ?2, answered_by = ?3, answered_at = ?4 WHERE id = ?1",
            (objection, answer, self.by.person, self.at.0),
        )?;
        let subject = match (old.row, old.proposal) {
            (Some(row), _) => Subject::Row(row),
            (None, Some(number)) => match self.proposal_head_numbered(unit, number) {
                Ok(head) => Subject::Proposal(head.id),
                // It was removed since.
                Err(Failure::NotFound) => Subject::Branch(unit),
                Err(other) => return Err(other),
            },
            (None, None) => Subject::Branch(unit),
        };
        let field = objection_field(objection, old.proposal);
        let entry = Entry::new(home, What::ObjectionAnswered, subject).field(field.as_str());
        self.append(entry.before(old.answer.as_deref()).after(answer))
    }
}
