//! What was looked up on Vakten nå: each answer with somebody missing is noted by itself, beside the choices that people log.

use fordel_core::calendar::{Date, date_in};
use fordel_store::{LookUp, LookedUp, Moment, UseLight};

use super::on_duty::Answered;
use super::shortage_log::{Missing, asked, missing_of, names};
use super::{Failed, Reads};

/// Milliseconds within which the same person's same question is one look-up.
const SAME: i64 = 15 * 60_000;

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

/// How many look-ups there are, by the colour of their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LookUpCounts {
    /// All of them.
    pub all: u64,
    /// Those that were yellow.
    pub yellow: u64,
    /// Those that were red.
    pub red: u64,
}

impl ReadLookUp {
    /// The date on which the shift starts.
    pub fn date(&self) -> Option<Date> {
        date_in(&self.kept.told.day)
    }
}

impl LookUpCounts {
    /// Of some look-ups.
    pub fn of(look_ups: &[ReadLookUp]) -> LookUpCounts {
        let count = |light| look_ups.iter().filter(|one| one.kept.told.light == light).count() as u64;
        LookUpCounts { all: look_ups.len() as u64, yellow: count(UseLight::Yellow), red: count(UseLight::Red) }
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

    /// What was looked up for the unit, the last one first.
    ///
    /// # Errors
    /// The database.
    pub fn look_ups(&self) -> Result<Vec<ReadLookUp>, Failed> {
        self.service.read(|r| {
            let kept = r.look_ups(self.unit.id)?;
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
