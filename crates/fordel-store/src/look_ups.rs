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

/// How many look-ups there are, by the colour of their answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LookUpCounts {
    /// All of them.
    pub all: u64,
    /// Those that were yellow.
    pub yellow: u64,
    /// Those that were red.
    pub red: u64,
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
    /// A unit's look-ups at this moment or later, the last one first; where a number is told, no more than that.
    pub fn look_ups(&self, unit: BranchId, since: Moment, most: Option<u32>) -> Result<Vec<LookUp>, Failure> {
        let sql = "SELECT day, shift, missing, light, person, at, last FROM look_up WHERE unit = ?1 AND last >= ?2 \
                   ORDER BY last DESC, id DESC LIMIT ?3";
        // Less than nought is no limit.
        self.all(sql, (unit, since.0, most.map_or(-1, i64::from)), read_look_up)
    }

    /// How many look-ups a unit has at this moment or later.
    pub fn look_up_counts(&self, unit: BranchId, since: Moment) -> Result<LookUpCounts, Failure> {
        let sql = "SELECT count(*), coalesce(sum(light = 'yellow'), 0), coalesce(sum(light = 'red'), 0) FROM look_up \
                   WHERE unit = ?1 AND last >= ?2";
        let counted = |row: &Row<'_>| {
            let count = |at| Ok::<u64, rusqlite::Error>(u64::try_from(row.get::<_, i64>(at)?).unwrap_or(0));
            Ok(LookUpCounts { all: count(0)?, yellow: count(1)?, red: count(2)? })
        };
        Ok(self.one(sql, (unit, since.0), counted)?.unwrap_or_default())
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

    /// Erases what was looked up last before this moment, in all units; how many look-ups that were.
    pub fn erase_look_ups(&mut self, before: Moment) -> Result<usize, Failure> {
        self.execute("DELETE FROM look_up WHERE last < ?1", [before.0])
    }
}
