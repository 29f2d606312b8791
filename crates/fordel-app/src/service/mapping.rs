//! The mapping: the unit's sheets filled in together.

use std::collections::BTreeMap;
use std::sync::Arc;

use fordel_core::complaint::Severity;
use fordel_sheets::columns::{self, SHEETS};
use fordel_store::{Conflict, Edit, Edited, Objection, ObjectionId, Review, ReviewState, RowId, Undone};
use fordel_text::{Lang, Texts};

use super::desk::{Completeness, Desk};
use super::hub::{Changed, Event, Here, Talk, initials};
use super::{Contributes, Failed, Leads, Reads};

/// What became of some edits.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The book's revision after them.
    pub revision: i64,
    /// New rows by the names their sender gave them.
    pub added: BTreeMap<String, RowId>,
    /// Cells that somebody else had changed: not saved.
    pub conflicts: Vec<Conflict>,
    /// Whether there was anything to do.
    pub any: bool,
}

/// What an objection says.
///
/// # Errors
/// It says nothing.
fn said(text: &str) -> Result<&str, Failed> {
    let text = text.trim();
    if text.is_empty() { Err(Failed::Invalid(vec![("text", "page-objection-empty")])) } else { Ok(text) }
}

impl Reads<'_> {
    /// The unit's sheets as a ward, as they are now.
    ///
    /// # Errors
    /// The database.
    pub fn desk(&self) -> Result<Arc<Desk>, Failed> {
        self.service.desk(self.unit.id)
    }

    /// How far the mapping has come.
    ///
    /// # Errors
    /// The database.
    pub fn completeness(&self) -> Result<Completeness, Failed> {
        Ok(self.desk()?.completeness())
    }

    /// The person is here now.
    pub fn here(&self, sheet: &str, row: Option<RowId>, column: Option<String>) {
        let here =
            Here { who: initials(&self.who.name), name: self.who.name.clone(), sheet: sheet.to_owned(), row, column };
        self.service.hub.here(self.unit.id, self.who.person, here, self.service.now());
    }

    /// Who is here.
    pub fn there(&self) -> Vec<Here> {
        self.service.hub.there(self.unit.id, self.service.now())
    }

    /// What is agreed about each row.
    ///
    /// # Errors
    /// The database.
    pub fn reviews(&self) -> Result<BTreeMap<RowId, Review>, Failed> {
        self.service.read(|r| r.reviews(self.unit.id))
    }

    /// Objections, in the order they were raised.
    ///
    /// # Errors
    /// The database.
    pub fn objections(&self) -> Result<Vec<Objection>, Failed> {
        self.service.read(|r| r.objections(self.unit.id))
    }

    /// Objects to where a line stands or to what is written about it; without a line, to the whole plan.
    ///
    /// # Errors
    /// Empty text; a row that isn't the unit's.
    pub fn object(&self, row: Option<RowId>, text: &str) -> Result<ObjectionId, Failed> {
        let text = said(text)?;
        let id = self.service.write(self.who.author(), |w| w.object(self.unit.id, row, text))?;
        if let Some(row) = row {
            self.service.hub.tell(self.unit.id, &Event::Talk(Talk { row, review: "objection" }));
        }
        Ok(id)
    }

    /// Objects to the whole plan of the proposal of this number.
    ///
    /// # Errors
    /// Empty text; no such proposal.
    pub fn object_to_proposal(&self, number: i64, text: &str) -> Result<ObjectionId, Failed> {
        let text = said(text)?;
        self.service.write(self.who.author(), |w| w.object_to_proposal(self.unit.id, number, text))
    }

    /// The unit's sheets as a workbook, with what is faulty left as it was typed.
    ///
    /// # Errors
    /// Sheets that hold faults: the workbook is written from the ward that they are.
    pub fn workbook(&self, texts: &Texts) -> Result<Vec<u8>, Failed> {
        let desk = self.desk()?;
        desk.book_of(desk.ward.as_ref().ok_or(Failed::Faulty)?, texts)
    }
}

impl Contributes<'_> {
    /// Makes edits: one step to undo. A cell that no longer holds what its editor saw is left, and told.
    ///
    /// # Errors
    /// The database; rows that aren't the unit's.
    pub fn edit(&self, batch: &str, edits: &[Edit]) -> Result<Saved, Failed> {
        let edited = self.service.write(self.who.author(), |w| w.edit(self.unit.id, batch, edits))?;
        Ok(self.told(batch, edited))
    }

    /// Undoes the person's own last step.
    ///
    /// # Errors
    /// The database.
    pub fn undo(&self, batch: &str) -> Result<Saved, Failed> {
        let undone = self.service.write(self.who.author(), |w| w.undo(self.unit.id, batch))?;
        Ok(self.again(batch, undone))
    }

    /// Does again what the person undid last.
    ///
    /// # Errors
    /// The database.
    pub fn redo(&self, batch: &str) -> Result<Saved, Failed> {
        let redone = self.service.write(self.who.author(), |w| w.redo(self.unit.id, batch))?;
        Ok(self.again(batch, redone))
    }

    /// Says what is agreed about a task.
    ///
    /// # Errors
    /// The database; a row that isn't the unit's.
    pub fn review(&self, row: RowId, state: ReviewState, note: &str) -> Result<(), Failed> {
        self.service.write(self.who.author(), |w| w.set_review(self.unit.id, row, state, note.trim()))?;
        self.service.hub.tell(self.unit.id, &Event::Talk(Talk { row, review: state.word() }));
        Ok(())
    }

    fn again(&self, batch: &str, undone: Undone) -> Saved {
        let any = undone.undone;
        Saved { any, ..self.told(batch, undone.edited) }
    }

    pub(super) fn told(&self, batch: &str, edited: Edited) -> Saved {
        let Edited { revision, rows: added, conflicts, applied } = edited;
        if !applied.is_empty() {
            let event = Changed { revision, by: self.who.name.clone(), client: batch.to_owned(), applied };
            self.service.hub.tell(self.unit.id, &Event::Change(event));
        }
        Saved { revision, added, conflicts, any: true }
    }
}

impl Leads<'_> {
    /// Answers an objection.
    ///
    /// # Errors
    /// Empty text; an objection that isn't the unit's.
    pub fn answer(&self, objection: ObjectionId, text: &str) -> Result<(), Failed> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Failed::Invalid(vec![("answer", "page-answer-empty")]));
        }
        self.service.write(self.who.author(), |w| w.answer_objection(self.unit.id, objection, text))
    }
}

/// The columns that together name a row of a sheet.
pub(super) fn naming(sheet: &str) -> &'static [columns::Name] {
    use columns::{DRIVER, calendar, certificate, course, group, presence, setting, shift, task};
    let names = SHEETS.iter().find(|names| names.name.nb == sheet).map(|names| names.name);
    match names {
        Some(name) if name == columns::TASKS.name => &[task::NUMBER, task::TASK, task::INTERVAL, task::DAYS],
        Some(name) if name == columns::GROUPS.name => &[group::CODE],
        Some(name) if name == columns::SHIFTS.name => &[shift::GROUP, shift::SHIFT, shift::DAYS],
        Some(name) if name == columns::STAFFING_TODAY.name => &[shift::GROUP, shift::SHIFT],
        Some(name) if name == columns::PRESENCE.name => {
            &[presence::GROUPS, presence::FROM, presence::TO, presence::DAYS]
        }
        Some(name) if name == columns::ACTIVITY.name => &[DRIVER],
        Some(name) if name == columns::COURSES.name => &[course::COURSE],
        Some(name) if name == columns::CERTIFICATES.name => {
            &[certificate::EMPLOYEE, certificate::COURSE, certificate::DATE]
        }
        Some(name) if name == columns::SETTINGS.name => &[setting::NAME],
        Some(name) if name == columns::CALENDAR.name => &[calendar::KIND, calendar::OF, calendar::FROM, calendar::TO],
        _ => &[],
    }
}

/// What people call a row of a sheet.
pub(super) fn name_of(sheet: &str, cells: &BTreeMap<String, String>) -> String {
    let parts = naming(sheet).iter().filter_map(|column| cells.get(column.nb)).filter(|text| !text.is_empty());
    parts.cloned().collect::<Vec<_>>().join(" · ")
}

/// A sheet's name in the reader's language.
pub fn sheet_label(sheet: &str, texts: &Texts) -> String {
    let known = SHEETS.iter().map(|names| &names.name).find(|name| name.nb == sheet);
    known.map_or(sheet, |name| if texts.lang() == Lang::En { name.en } else { name.nb }).to_owned()
}

/// A column's name in the reader's language; a ward's own stays as it is.
pub fn column_label(column: &str, texts: &Texts) -> String {
    let known = SHEETS.iter().flat_map(|names| names.columns).find(|name| name.nb == column);
    known.map_or(column, |name| if texts.lang() == Lang::En { name.en } else { name.nb }).to_owned()
}

impl Desk {
    /// Faults, if there are any, keep a ward from being planned.
    pub fn is_faulty(&self) -> bool {
        self.complaints.iter().any(|c| c.complaint.severity == Severity::Fault)
    }
}
