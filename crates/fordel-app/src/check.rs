//! An independent check of a plan, also of one that somebody changed by hand.

use std::path::Path;

use fordel_core::check::{self, Report};
use fordel_core::plan::{Broken, Plan};
use fordel_core::ward::Ward;

use crate::failure::Failure;
use crate::files::{self, PlanFile};
use crate::plan_json;

/// A plan held against its ward.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The ward.
    pub ward: Ward,
    /// The plan as read.
    pub plan: Plan,
    /// Broken rules, and all figures recomputed.
    pub report: Report,
    /// Keys of `plan.json` that a plan of another program, or one written by hand, tells nothing of: they aren't checked.
    pub untold: Vec<String>,
}

/// What a plan's workbook tells besides placements and heads.
const IN_BOOKS: [&str; 6] = ["year_cost", "week_cost", "bound", "gap", "goals", "groups"];

/// Checks the plan in a file against the ward in a workbook. One that says which version of the program made it must tell all
/// that the program tells in such a file.
///
/// # Errors
/// Files that can't be read or hold no ward or plan, or a plan that says that none exists.
pub fn check(workbook: &Path, plan: &Path) -> Result<Checked, Failure> {
    let ward = files::read_ward(workbook)?.ward;
    let bytes = files::read_bytes(plan)?;
    let (read, is_book) = match files::plan_or_book(&bytes, plan)? {
        PlanFile::Json(read) => (*read, false),
        PlanFile::Book(book) => (book.into_plan(), true),
    };
    let plan = files::one_that_decides(read, plan)?;
    let mut report = check::check(&ward, &plan);
    let mut untold = check::untold(&ward, &plan);
    if !is_book {
        untold.extend(plan_json::left_out(&bytes, &plan));
    }
    untold.sort();
    untold.dedup();
    untold.retain(|key| !is_book || IN_BOOKS.contains(&key.as_str()));
    // Of a part that isn't told nothing is.
    let all = untold.clone();
    let is_within = |key: &str, part: &str| key.strip_prefix(part).is_some_and(|rest| rest.starts_with('.'));
    untold.retain(|key| !all.iter().any(|part| is_within(key, part)));
    if !plan.version.is_empty() {
        report.broken.extend(untold.drain(..).map(lacking));
    }
    Ok(Checked { ward, plan, report, untold })
}

/// A key that must be told.
fn lacking(key: String) -> Broken {
    Broken {
        rule: check::UNTOLD.to_owned(),
        place: key.clone(),
        group: None,
        day: None,
        time: None,
        limit: 0.0,
        actual: 0.0,
        what: Some(key),
    }
}
