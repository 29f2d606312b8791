//! An independent check of a plan, also of one that somebody changed by hand.

use std::path::Path;

use fordel_core::check::{self, Report};
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;

use crate::failure::Failure;
use crate::files;

/// A plan held against its ward.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The ward.
    pub ward: Ward,
    /// The plan as read.
    pub plan: Plan,
    /// Broken rules, and all figures recomputed.
    pub report: Report,
}

/// Checks the plan in a file against the ward in a workbook.
///
/// # Errors
/// Files that can't be read or hold no ward or plan, or a plan that says that none exists.
pub fn check(workbook: &Path, plan: &Path) -> Result<Checked, Failure> {
    let ward = files::read_ward(workbook)?.ward;
    let plan = files::one_that_decides(files::read_plan(plan)?, plan)?;
    let report = check::check(&ward, &plan);
    Ok(Checked { ward, plan, report })
}
