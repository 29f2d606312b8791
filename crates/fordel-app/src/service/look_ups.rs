//! What was looked up on Vakten nå: each answer with somebody missing is noted by itself, beside the choices that people log,
//! and erased when it has been kept for as many days as whoever runs the server has set.

use std::sync::{Mutex, PoisonError};

use fordel_core::calendar::{Date, date_in};
use fordel_store::{Author, LookUp, LookUpCounts, LookedUp, Moment};

use super::on_duty::Answered;
use super::shortage_log::{Missing, asked, missing_of, names};
use super::{Failed, Reads, Service};

/// Milliseconds within which the same person's same question is one look-up.
const SAME: i64 = 15 * 60_000;
/// Milliseconds in a day.
const DAY_MILLIS: i64 = 24 * 3_600_000;
/// Days that a look-up is kept where nobody says otherwise: a year beside the one before it.
pub const LOOK_UPS_KEPT: u32 = 730;

/// How long look-ups are kept.
pub(super) struct Retention {
    days: u32,
    /// When those that were older were erased last.
    erased: Mutex<Option<Moment>>,
}

impl Default for Retention {
    fn default() -> Retention {
        Retention { days: LOOK_UPS_KEPT, erased: Mutex::default() }
    }
}

/// A look-up as people read it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadLookUp {
    /// What is kept of it.
    pub kept: LookUp,
    /// Who was missing.
    pub missing: Vec<Missing>,
    /// Who looked it up; none where the person is gone.
    pub by: Option<String>,
}

impl ReadLookUp {
    /// The date on which the shift starts.
    pub fn date(&self) -> Option<Date> {
        date_in(&self.kept.told.day)
    }
}

impl Service {
    /// The same, where look-ups are kept for so many days.
    pub fn keeping_look_ups(mut self, days: u32) -> Service {
        self.look_ups.days = days;
        self
    }

    /// From when on look-ups are kept: what is older is neither told nor counted, also before it is erased.
    fn look_ups_since(&self) -> Moment {
        Moment(self.now().0 - i64::from(self.look_ups.days) * DAY_MILLIS)
    }

    /// Erases look-ups that have been kept long enough, in all units; at most once a day, beside the pages.
    pub(super) fn erase_look_ups(&self) {
        let now = self.now();
        {
            let mut erased = self.look_ups.erased.lock().unwrap_or_else(PoisonError::into_inner);
            if erased.is_some_and(|last| now.0 - last.0 < DAY_MILLIS) {
                return;
            }
            *erased = Some(now);
        }
        let (by, since) = (Author { person: None, name: "retention".to_owned() }, self.look_ups_since());
        // On a full disk they are erased the next day.
        let _ = self.write(by, |w| w.erase_look_ups(since));
    }
}

/// What is noted of an answer about a shift that starts on a date; nothing where nobody is missing.
///
/// # Errors
/// A mistake in the program.
pub fn looked_up(date: Date, answered: &Answered) -> Result<Option<LookedUp>, Failed> {
    let told = asked(&answered.ward, &answered.answer, date)?;
    Ok((!answered.answer.asked.absent.is_empty()).then_some(told))
}

impl Reads<'_> {
    /// Notes what the person has looked up. It is no change: the history tells nothing of it.
    ///
    /// # Errors
    /// The database.
    pub fn note_look_up(&self, told: &LookedUp) -> Result<(), Failed> {
        let since = Moment(self.service.now().0 - SAME);
        self.service.write(self.who.author(), |w| w.look_up(self.unit.id, told, since))
    }

    /// Days that a look-up is kept.
    pub fn look_ups_kept(&self) -> u32 {
        self.service.look_ups.days
    }

    /// How often it was looked up for the unit.
    ///
    /// # Errors
    /// The database.
    pub fn look_up_counts(&self) -> Result<LookUpCounts, Failed> {
        let since = self.service.look_ups_since();
        self.service.read(|r| r.look_up_counts(self.unit.id, since))
    }

    /// What was looked up for the unit, the last one first; where a number is told, no more than that.
    ///
    /// # Errors
    /// The database.
    pub fn look_ups(&self, most: Option<u32>) -> Result<Vec<ReadLookUp>, Failed> {
        let since = self.service.look_ups_since();
        self.service.read(|r| {
            let kept = r.look_ups(self.unit.id, since, most)?;
            let names = names(r, kept.iter().filter_map(|one| one.person))?;
            let read = |kept: LookUp| ReadLookUp {
                missing: missing_of(&kept.told.missing),
                by: kept.person.and_then(|person| names.get(&person).cloned().flatten()),
                kept,
            };
            Ok(kept.into_iter().map(read).collect())
        })
    }
}
