//! The years ahead: personnel that is needed against personnel that there will be, for a unit or several together, scenarios
//! side by side.

use std::path::{Path, PathBuf};

use fordel_core::plan::Plan;
use fordel_core::projection::outlook::{PopulationFile, Projection, Question, Unit, project};
use fordel_core::ward::Ward;
use fordel_text::Texts;

use crate::failure::Failure;
use crate::files;
use crate::folder::{Saved, save_file};
use crate::shortage::ward_and_plan;

/// Most years ahead.
pub const MOST_YEARS: u32 = 40;
/// Most draws for the band.
pub const MOST_DRAWS: u32 = 10_000;

/// What is asked of the years ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectionQuestion {
    /// The first year, how many more, and the draws.
    pub years: Question,
    /// Projected population in place of the first unit's own, with the regions in the file.
    pub population: Option<(PathBuf, Vec<String>)>,
}

impl ProjectionQuestion {
    /// Fifteen years from a year.
    pub fn from(first: i16) -> ProjectionQuestion {
        ProjectionQuestion { years: Question::from(first), population: None }
    }
}

/// The years ahead, told.
#[derive(Clone, Debug)]
pub struct ProjectionTold {
    /// The units, each with the plan by which its work is to be shared out.
    pub units: Vec<(Ward, Option<Plan>)>,
    /// Their years together.
    pub projection: Projection,
}

/// Answers for units in files, each with its plan if it has one; at least one unit.
///
/// # Errors
/// Files that can't be read, a plan that isn't its ward's, faults in the population.
pub fn projection(
    units: &[(PathBuf, Option<PathBuf>)],
    question: &ProjectionQuestion,
) -> Result<ProjectionTold, Failure> {
    let open = |(workbook, plan): &(PathBuf, Option<PathBuf>)| match plan {
        Some(plan) => ward_and_plan(workbook, plan).map(|(ward, plan)| (ward, Some(plan))),
        None => files::read_ward(workbook).map(|opened| (opened.ward, None)),
    };
    let mut units = units.iter().map(open).collect::<Result<Vec<_>, _>>()?;
    let population = match (&question.population, units.first_mut()) {
        (Some((path, regions)), Some((ward, _))) => Some(take_population(ward, path, regions)?),
        _ => None,
    };
    let mut told = projection_of(units, question.years);
    told.projection.population = population;
    Ok(told)
}

/// Takes a ward's residents from a file, and tells of which regions they are.
fn take_population(ward: &mut Ward, path: &Path, regions: &[String]) -> Result<PopulationFile, Failure> {
    let name = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let uses = ward.projection.ages_with_use();
    let read = fordel_sheets::read_population(&files::read_bytes(path)?, &name, regions, &uses);
    if !read.can_be_used {
        return Err(Failure::Faulty { path: path.to_owned(), complaints: read.complaints });
    }
    ward.projection.residents = read.residents;
    let file = path.file_name().map_or(name, |name| name.to_string_lossy().into_owned());
    // A file with one region needs none named.
    let mut regions = if read.chosen.is_empty() { read.regions } else { read.chosen };
    regions.retain(|region| !region.is_empty());
    Ok(PopulationFile { file, regions })
}

/// The years of some units together: the way in for pages.
pub fn projection_of(units: Vec<(Ward, Option<Plan>)>, question: Question) -> ProjectionTold {
    let years = question.years.clamp(1, MOST_YEARS);
    let question = Question { years, draws: question.draws.clamp(1, MOST_DRAWS), ..question };
    let projection = project(&borrowed(&units), question);
    ProjectionTold { units, projection }
}

fn borrowed(units: &[(Ward, Option<Plan>)]) -> Vec<Unit<'_>> {
    units.iter().map(|(ward, plan)| Unit { ward, plan: plan.as_ref() }).collect()
}

impl ProjectionTold {
    /// The units' wards.
    pub fn wards(&self) -> Vec<&Ward> {
        self.units.iter().map(|(ward, _)| ward).collect()
    }

    /// The years as a workbook whose assumptions can be changed.
    ///
    /// # Errors
    /// A mistake in the program.
    pub fn book(&self, texts: &Texts) -> Result<Vec<u8>, Failure> {
        let failed = |why: String| Failure::Document { name: texts.get("projection-title"), why };
        fordel_sheets::projection_book::projection_book(&self.projection, &borrowed(&self.units), texts)
            .map_err(|why| failed(why.to_string()))
    }

    /// Saves the workbook.
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn save_book(&self, at: &Path, texts: &Texts) -> Result<Saved, Failure> {
        save_file(at, &self.book(texts)?)
    }

    /// The years as a report; `date` is today as it shall be written.
    pub fn report(&self, texts: &Texts, date: &str) -> fordel_reports::Report {
        fordel_reports::projection::build(&self.projection, &self.wards(), texts, date, crate::VERSION)
    }

    /// Saves a page for printing on A4.
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn save_page(&self, at: &Path, texts: &Texts, date: &str) -> Result<Saved, Failure> {
        save_file(at, fordel_reports::html::render(&self.report(texts, date)).as_bytes())
    }

    /// The picture of all groups together, with its text alternative.
    pub fn chart(&self, texts: &Texts) -> String {
        let figure = fordel_reports::projection::picture(&self.projection, texts);
        figure.panels.first().map_or_else(String::new, |panel| fordel_reports::chart::svg(panel, "projection"))
    }

    /// Saves the picture.
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn save_chart(&self, at: &Path, texts: &Texts) -> Result<Saved, Failure> {
        save_file(at, self.chart(texts).as_bytes())
    }
}
