//! How much a unit's drivers go up and down from day to day, by the counts that were put into its sheets. It is offered, and
//! nothing rests on it before somebody takes it: nothing of it stands in the chain.

use rusqlite::Row;

use crate::access::{Reader, Writer};
use crate::failure::Failure;
use crate::ids::BranchId;

/// A driver's spread as it was measured.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredSpread {
    /// The driver's name.
    pub driver: String,
    /// Its spread from day to day beyond chance, as a share of its mean.
    pub spread: f64,
    /// The first date with counts, as `2026-11-22`.
    pub first: String,
    /// The last.
    pub last: String,
    /// The dates that it was measured by.
    pub days: u32,
}

fn read_spread(row: &Row<'_>) -> rusqlite::Result<MeasuredSpread> {
    Ok(MeasuredSpread {
        driver: row.get(0)?,
        spread: row.get(1)?,
        first: row.get(2)?,
        last: row.get(3)?,
        days: row.get(4)?,
    })
}

impl Reader<'_> {
    /// What was measured of a unit's drivers, by their names.
    pub fn measured_spreads(&self, unit: BranchId) -> Result<Vec<MeasuredSpread>, Failure> {
        let sql = "SELECT driver, spread, first, last, days FROM measured_spread WHERE unit = ?1 ORDER BY driver";
        self.all(sql, [unit], read_spread)
    }
}

impl Writer<'_> {
    /// Keeps what was measured of a unit's drivers, in the place of what was measured of the same ones before.
    pub fn keep_measured_spreads(&mut self, unit: BranchId, measured: &[MeasuredSpread]) -> Result<(), Failure> {
        self.unit_home(unit)?;
        let sql = "INSERT INTO measured_spread (unit, driver, spread, first, last, days) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                   ON CONFLICT (unit, driver) DO UPDATE SET spread = excluded.spread, first = excluded.first, \
                   last = excluded.last, days = excluded.days";
        for of in measured {
            self.execute(sql, (unit, &of.driver, of.spread, &of.first, &of.last, of.days))?;
        }
        Ok(())
    }
}
