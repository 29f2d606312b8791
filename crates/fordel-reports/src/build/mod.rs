//! From a ward and its plan to a report. One file for each chapter; figures come from the measures of the core,
//! sentences from the message files.

mod binding;
mod certainty;
mod comparison;
mod curve;
mod findings;
mod infeasible;
mod letter;
mod lists;
mod pictures;
mod safety;
mod tasks;
mod telling;
mod wisn;

use fordel_core::complaint::Complaint;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::Ward;
use fordel_text::Texts;

use crate::report::{Report, Section, Words};
pub use binding::Bound;
pub use certainty::drivers;
pub use pictures::{day_of_group, day_of_ward, group_on_day};
use telling::Telling;

/// Builds the report of a plan, also of one that doesn't exist: then it tells why, and nothing else.
///
/// `complaints` are the notices and assumptions that reading the workbook gave, where they are known; `date` is the day
/// the report was made, as it shall be written.
pub fn build(ward: &Ward, plan: &Plan, complaints: Option<&[Complaint]>, texts: &Texts, date: &str) -> Report {
    let told = Telling::new(ward, plan, texts);
    let (title, sections) = match plan.status {
        Status::Infeasible => ("report-title-infeasible", infeasible::no_plan(&told, complaints)),
        Status::Unknown => ("report-title-unknown", infeasible::no_answer(&told, complaints)),
        Status::Optimal | Status::Feasible => ("report-title", chapters(&told, complaints)),
    };
    Report {
        title: texts.get(title),
        unit: plan.unit.clone(),
        lang: texts.lang().tag(),
        byline: texts.with("report-byline", &[("date", date.into()), ("version", plan.version.as_str().into())]),
        sections,
        words: Words::of(texts),
    }
}

/// What binds a plan and what a step of it is worth, the most valuable first; nothing where nothing was tried.
pub fn bounds(ward: &Ward, plan: &Plan, texts: &Texts) -> Vec<Bound> {
    binding::bounds(&Telling::new(ward, plan, texts))
}

fn chapters(told: &Telling, complaints: Option<&[Complaint]>) -> Vec<Section> {
    let mut sections = vec![letter::letter(told, complaints)];
    sections.extend(pictures::pictures(told));
    sections.extend(findings::findings(told));
    sections.extend(binding::binding(told));
    sections.extend(curve::curve(told));
    sections.push(comparison::comparison(told));
    sections.push(wisn::wisn(told));
    sections.extend(lists::lists(told, complaints));
    sections
}

/// A chapter.
fn chapter(id: &str, heading: String) -> Section {
    Section { id: id.into(), heading, level: 1, landscape: false, folded: false, blocks: Vec::new() }
}

/// A part of a chapter.
fn part(id: &str, heading: String) -> Section {
    Section { id: id.into(), heading, level: 2, landscape: false, folded: false, blocks: Vec::new() }
}
