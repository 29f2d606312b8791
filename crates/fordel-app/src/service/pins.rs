//! Pins: what a person has decided by hand stands in the sheet, and no plan moves it.

use std::collections::BTreeMap;

use fordel_core::ward::TaskLine;
use fordel_sheets::columns::{TASKS, task};
use fordel_store::{Edit, RowId};

use super::mapping::Saved;
use super::own::{Refused, rule_of};
use super::{Contributes, Failed, Reads};

impl Reads<'_> {
    /// The group that each row of the sheet of tasks is pinned to, as it is written there now; empty where it is free.
    ///
    /// # Errors
    /// The database.
    pub fn pins(&self) -> Result<BTreeMap<RowId, String>, Failed> {
        let desk = self.desk()?;
        let rows = desk.sheet(TASKS.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        let pinned = |(id, cells): &(RowId, BTreeMap<String, String>)| {
            (*id, cells.get(task::PINNED.nb).map(|code| code.trim().to_owned()).unwrap_or_default())
        };
        Ok(rows.iter().map(pinned).collect())
    }
}

impl Contributes<'_> {
    /// Pins a row of the sheet of tasks to a group, or frees it (no group): one step that can be undone in the mapping.
    ///
    /// # Errors
    /// No such row or group; a group that may not have the line.
    pub fn pin(&self, row: RowId, code: Option<&str>, batch: &str) -> Result<Saved, Failed> {
        let now = self.pins()?.remove(&row).ok_or(Failed::NotFound)?;
        let desk = self.desk()?;
        if let (Some(code), Some(ward)) = (code, &desk.ward) {
            let group = ward.group_by_code(code).ok_or(Failed::Refused(Refused::NoSuchGroup))?;
            let line = desk.line_number(row).and_then(|number| ward.line_by_row(number));
            let free = line.map(|line| TaskLine { pinned: None, ..ward.lines[line.0].clone() });
            let forbidden = free.and_then(|line| Some((line.row, ward.order().forbids(&line, group)?)));
            if let Some((number, forbidden)) = forbidden {
                let (rule, by) = rule_of(forbidden);
                let by = by.map(|by| ward.group(by).code.clone());
                return Err(Failed::Refused(Refused::NotQualified { row: number, group: code.to_owned(), rule, by }));
            }
        }
        let column = task::PINNED.nb.to_owned();
        let edit = Edit::Cell { row, column, was: Some(now), now: code.unwrap_or_default().to_owned() };
        self.edit(batch, &[edit])
    }
}
