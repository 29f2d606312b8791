//! Activity from history on screen: counts are handed in, told in the ways that somebody asks, and put into the unit's sheets
//! by the road of every workbook: what they would change is shown, and confirmed.

use fordel_core::complaint::Complaint;
use fordel_sheets::{Counts, read_counts};
use fordel_text::Texts;

use crate::activity::{ActivityQuestion, ActivityTold, activity_of};

use super::keys::Key;
use super::{Contributes, Failed};

/// Counts that were handed in.
#[derive(Clone, Debug)]
pub struct CountsIn {
    file: String,
    counts: Counts,
}

impl Contributes<'_> {
    /// Reads a file of counts and keeps them for a day; where they can't be used, all that is wrong with them.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn hand_in_counts(&self, file: &str, bytes: &[u8]) -> Result<Result<Key, Vec<Complaint>>, Failed> {
        let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
        let counts = read_counts(bytes, name);
        if !counts.can_be_used {
            return Ok(Err(counts.complaints));
        }
        let weight = counts.counts.len();
        let file = file.chars().take(200).collect();
        self.let_wait(&self.service.counts, CountsIn { file, counts }, weight).map(Ok)
    }

    /// The drivers that the counts under this key are of.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where they are another's or too old.
    pub fn counted_drivers(&self, shown: &str) -> Result<Vec<String>, Failed> {
        Ok(self.waits(&self.service.counts, shown)?.counts.drivers.clone())
    }

    /// What the counts under this key say, and the name of their file.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where they are another's or too old; a driver that they don't have.
    pub fn activity(&self, shown: &str, question: &ActivityQuestion) -> Result<(ActivityTold, String), Failed> {
        let counts = self.waits(&self.service.counts, shown)?;
        let told = activity_of(&counts.counts, question).map_err(Failed::Failure)?;
        Ok((told, counts.file.clone()))
    }

    /// Hands in the unit's own sheets with what the counts say is usual in them: a workbook that waits to be confirmed. How much
    /// the drivers vary is kept at once: it is offered where weeks are simulated.
    ///
    /// # Errors
    /// As for [`Contributes::activity`]; sheets with faults ([`Failed::Faulty`]); a driver without hours for a day profile.
    pub fn take_activity(&self, shown: &str, question: &ActivityQuestion, texts: &Texts) -> Result<Key, Failed> {
        let (told, file) = self.activity(shown, question)?;
        let key = self.hand_in_ward(&file, texts, |ward| told.put_into(ward).map_err(Failed::Failure))?;
        let measured = told.measured();
        self.service.write(self.who.author(), |w| w.keep_measured_spreads(self.unit.id, &measured))?;
        Ok(key)
    }
}
