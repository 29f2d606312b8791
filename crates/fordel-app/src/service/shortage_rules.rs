//! The rules of the traffic light, changed on a page: they stand in the sheet `Innstillinger`, as those typed there do.

use std::collections::BTreeMap;

use fordel_core::shortage::rules::Rules;
use fordel_sheets::columns::{Name, SETTINGS, setting};
use fordel_sheets::write::spelled;
use fordel_store::{Edit, Place, RowId};
use fordel_text::Texts;

use super::desk::Desk;
use super::{Failed, Leads, Reads, Saved};

/// The rules as the sheet has them.
#[derive(Clone, Debug, PartialEq)]
pub struct RulesNow {
    /// They; as they are by default where the sheets hold faults.
    pub rules: Rules,
    /// Whether the sheets hold faults, so that what stands there can't be told.
    pub faulty: bool,
    /// What stands in each setting's cell, in the order of [`spelled::shortage_rules`].
    pub written: Vec<String>,
}

impl Reads<'_> {
    /// The rules as they are now.
    ///
    /// # Errors
    /// The database.
    pub fn shortage_rules(&self) -> Result<RulesNow, Failed> {
        let desk = self.desk()?;
        let rules = desk.ward.as_ref().map(|ward| ward.settings.shortage.clone()).unwrap_or_default();
        let names = spelled::shortage_rules(&rules, self.who.lang).map(|(name, _)| name);
        let written = names.iter().map(|name| row_of(&desk, name).map(|(_, value)| value).unwrap_or_default());
        Ok(RulesNow { faulty: desk.ward.is_none(), written: written.collect(), rules })
    }
}

impl Leads<'_> {
    /// Sets the rules: one step to undo. `was` is what stood in the cells when they were read ([`RulesNow::written`]); a cell
    /// that somebody has changed meanwhile is left, and told.
    ///
    /// # Errors
    /// The database.
    pub fn set_shortage_rules(
        &self,
        batch: &str,
        rules: &Rules,
        was: &[String],
        texts: &Texts,
    ) -> Result<Saved, Failed> {
        let desk = self.desk()?;
        let mut edits = Vec::new();
        for (at, (name, value)) in spelled::shortage_rules(rules, texts.lang()).into_iter().enumerate() {
            let seen = was.get(at).cloned().unwrap_or_default();
            match row_of(&desk, &name) {
                Some((_, now)) if now == value => {}
                Some((row, _)) => {
                    let column = setting::VALUE.nb.to_owned();
                    edits.push(Edit::Cell { row, column, was: Some(seen), now: value });
                }
                None => {
                    let cells: BTreeMap<String, String> =
                        [(setting::NAME.nb.to_owned(), name.nb.to_owned()), (setting::VALUE.nb.to_owned(), value)]
                            .into();
                    let sheet = SETTINGS.name.nb.to_owned();
                    edits.push(Edit::Add { temp: name.nb.to_owned(), sheet, place: Place::Last, cells });
                }
            }
        }
        self.edit(batch, &edits)
    }
}

/// The setting's row, and what stands in its cell.
fn row_of(desk: &Desk, name: &Name) -> Option<(RowId, String)> {
    let rows = &desk.sheet(SETTINGS.name.nb)?.rows;
    let is_it = |cells: &BTreeMap<String, String>| {
        let written = cells.get(setting::NAME.nb).map_or("", |text| text.trim());
        name.spellings().any(|spelling| spelling.eq_ignore_ascii_case(written))
    };
    let (row, cells) = rows.iter().find(|(_, cells)| is_it(cells))?;
    Some((*row, cells.get(setting::VALUE.nb).cloned().unwrap_or_default()))
}
