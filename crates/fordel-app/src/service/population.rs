//! Projected population on screen: a file of Statistics Norway's tables is handed in, told for the regions that somebody
//! chooses, summed, and put into the unit's sheet by the road of every workbook: what it would change is shown, and confirmed.

use fordel_core::complaint::Complaint;
use fordel_core::projection::ages::Ages;
use fordel_sheets::{Population, read_population};
use fordel_text::Texts;

use super::keys::Key;
use super::{Contributes, Failed};

/// A file that was handed in.
#[derive(Clone, Debug)]
pub struct PopulationIn {
    file: String,
    bytes: Vec<u8>,
}

/// What a file of projected population tells of some regions together.
#[derive(Clone, Debug)]
pub struct PopulationTold {
    /// The file's name.
    pub file: String,
    /// What came of reading it.
    pub read: Population,
    /// The ages that have a use in the unit's sheets, youngest first: stretches that its residents are summed by.
    pub uses: Vec<Ages>,
}

impl PopulationTold {
    /// Residents of a year in a stretch of ages.
    pub fn residents(&self, year: i16, ages: Ages) -> f64 {
        let of = self.read.residents.iter().filter(|of| of.year == year && ages.holds(of.ages));
        of.map(|of| of.number.value).sum()
    }

    /// The years that it tells, in order.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.read.residents.iter().map(|of| of.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

fn read(file: &str, bytes: &[u8], regions: &[String], uses: &[Ages]) -> Population {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    read_population(bytes, name, regions, uses)
}

impl Contributes<'_> {
    /// Keeps a file for a day; where it isn't one of population, all that is wrong with it.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn hand_in_population(&self, file: &str, bytes: Vec<u8>) -> Result<Result<Key, Vec<Complaint>>, Failed> {
        let first = read(file, &bytes, &[], &[]);
        // Which of several regions are meant can still be said.
        if !first.can_be_used && first.regions.len() < 2 {
            return Ok(Err(first.complaints));
        }
        let (file, weight) = (file.chars().take(200).collect(), bytes.len());
        self.let_wait(&self.service.populations, PopulationIn { file, bytes }, weight).map(Ok)
    }

    /// What the file under this key tells of these regions; where it has one alone, none need be named.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where it is another's or too old.
    pub fn population(&self, shown: &str, regions: &[String]) -> Result<PopulationTold, Failed> {
        let waits = self.waits(&self.service.populations, shown)?;
        let uses = self.desk()?.ward.as_ref().map(|ward| ward.projection.ages_with_use()).unwrap_or_default();
        Ok(PopulationTold { file: waits.file.clone(), read: read(&waits.file, &waits.bytes, regions, &uses), uses })
    }

    /// Hands in the unit's own sheets with the regions' residents in them: a workbook that waits to be confirmed.
    ///
    /// # Errors
    /// As for [`Contributes::population`]; sheets or regions with faults ([`Failed::Faulty`]).
    pub fn take_population(&self, shown: &str, regions: &[String], texts: &Texts) -> Result<Key, Failed> {
        let PopulationTold { file, read, .. } = self.population(shown, regions)?;
        if !read.can_be_used {
            return Err(Failed::Faulty);
        }
        self.hand_in_ward(&file, texts, |ward| {
            ward.projection.residents = read.residents;
            Ok(())
        })
    }
}
