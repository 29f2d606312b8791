//! Answers of the traffic light that were looked up: who asked what when. A note of access: nothing of it stands in the chain.

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId};
use crate::words::UseLight;

/// What was asked with people missing, and the colour of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUp {
    /// The day on which the shift starts, as `2026-11-22`.
    pub day: String,
    /// The shift's name.
    pub shift: String,
    /// How many of each group, as JSON.
    pub missing: String,
    /// The colour.
    pub light: UseLight,
}

/// A look-up as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    /// What was asked and answered.
    pub told: LookedUp,
    /// Who asked; none where the person is gone.
    pub person: Option<PersonId>,
    /// When it was asked first.
    pub at: Moment,
    /// When it was asked last: again within a while is the same look-up.
    pub last: Moment,
}

fn read_look_up(row: &Row<'_>) -> rusqlite::Result<LookUp> {
    Ok(LookUp {
        told: LookedUp { day: row.get(0)?, shift: row.get(1)?, missing: row.get(2)?, light: row.get(3)? },
        person: row.get(4)?,
        at: Moment(row.get(5)?),
        last: Moment(row.get(6)?),
    })
}

impl Reader<'_> {
    /// A unit's look-ups, the last one first.
    pub fn look_ups(&self, unit: BranchId) -> Result<Vec<LookUp>, Failure> {
        let sql = "SELECT day, shift, missing, light, person, at, last FROM look_up WHERE unit = ?1 \
                   ORDER BY last DESC, id DESC";
        self.all(sql, [unit], read_look_up)
    }
}

impl Writer<'_> {
    /// Notes a look-up. The same question that the same person asked at this moment or later is the same look-up, with the
    /// colour that is answered now.
    pub fn look_up(&mut self, unit: BranchId, told: &LookedUp, since: Moment) -> Result<(), Failure> {
        self.unit_home(unit)?;
        let again = "UPDATE look_up SET light = ?6, last = max(last, ?7) WHERE id = (SELECT max(id) FROM look_up \
                     WHERE unit = ?1 AND person IS ?2 AND day = ?3 AND shift = ?4 AND missing = ?5 AND last >= ?8)";
        let (person, now) = (self.by.person, self.at.0);
        let LookedUp { day, shift, missing, light } = told;
        if self.execute(again, (unit, person, day, shift, missing, *light, now, since.0))? == 0 {
            let new = "INSERT INTO look_up (unit, person, day, shift, missing, light, at, last) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)";
            self.insert(new, (unit, person, day, shift, missing, *light, now))?;
        }
        Ok(())
    }
}
