//! Where each unit of an organisation stands: what its front page tells, asked for all units at once.

use std::collections::BTreeMap;

use rusqlite::Row;

use crate::access::Reader;
use crate::failure::Failure;
use crate::ids::BranchId;

/// Where a unit stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// How many proposals there are.
    pub proposals: usize,
    /// Number and day of the last decision.
    pub decided: Option<(i64, String)>,
    /// Objections without an answer.
    pub objections: usize,
}

impl Reader<'_> {
    /// Where each unit of an organisation stands; units with nothing to tell aren't among them.
    pub fn standings(&self, organisation: BranchId) -> Result<BTreeMap<BranchId, Standing>, Failure> {
        let mut standings: BTreeMap<BranchId, Standing> = BTreeMap::new();
        let counted = |row: &Row<'_>| Ok((row.get::<_, BranchId>(0)?, row.get::<_, i64>(1)?));
        let of_units = "JOIN branch b ON b.id = x.unit WHERE b.organisation = ?1";
        let sql = format!("SELECT x.unit, count(*) FROM proposal x {of_units} GROUP BY x.unit");
        for (unit, count) in self.all(&sql, [organisation], counted)? {
            standings.entry(unit).or_default().proposals = usize::try_from(count).unwrap_or(0);
        }
        let sql = format!("SELECT x.unit, count(*) FROM objection x {of_units} AND x.answer IS NULL GROUP BY x.unit");
        for (unit, count) in self.all(&sql, [organisation], counted)? {
            standings.entry(unit).or_default().objections = usize::try_from(count).unwrap_or(0);
        }
        // Of several rows, SQLite gives the others' values from the one that holds the greatest number.
        let sql = format!("SELECT x.unit, max(x.number), x.held_on FROM decision x {of_units} GROUP BY x.unit");
        let decided = |row: &Row<'_>| Ok((row.get::<_, BranchId>(0)?, (row.get(1)?, row.get(2)?)));
        for (unit, last) in self.all(&sql, [organisation], decided)? {
            standings.entry(unit).or_default().decided = Some(last);
        }
        Ok(standings)
    }
}
