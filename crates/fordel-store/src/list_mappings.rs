//! How a unit read a kind of list last, so that it need not be told again: columns and values, nothing of the rows.

use crate::access::{Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::BranchId;

impl Reader<'_> {
    /// How the unit read this kind of list last, as JSON.
    pub fn list_mapping(&self, unit: BranchId, list: &str) -> Result<Option<String>, Failure> {
        self.one("SELECT mapping FROM list_mapping WHERE unit = ?1 AND list = ?2", (unit, list), |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Keeps how the unit reads this kind of list; what is the same as before is not told again.
    pub fn keep_list_mapping(&mut self, unit: BranchId, list: &str, mapping: &str) -> Result<(), Failure> {
        let home = self.unit_home(unit)?;
        let before = self.list_mapping(unit, list)?;
        if before.as_deref() == Some(mapping) {
            return Ok(());
        }
        let sql = "INSERT INTO list_mapping (unit, list, mapping) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (unit, list) DO UPDATE SET mapping = excluded.mapping";
        self.execute(sql, (unit, list, mapping))?;
        let entry = Entry::new(home, What::ListMapped, Subject::Branch(unit)).field(list);
        self.append(entry.before(before.as_deref()).after(mapping))
    }
}
