//! Why a line stands where it does, and what every other group would cost.

use std::path::Path;

use fordel_core::check;
use fordel_core::plan::{Plan, Why};
use fordel_core::ward::Ward;
use fordel_engine::{Request, Watch};

use crate::failure::Failure;
use crate::files;
use crate::wishes::{Wishes, no_such_row};

/// The answer for one line: one reason for each of its placements.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The ward.
    pub ward: Ward,
    /// The line's placements with every other group.
    pub why: Vec<Why>,
}

/// Explains the line in `row` of a plan, under the limits that the plan was made under; wishes win over those.
///
/// # Errors
/// Files that can't be used, a row without a line, or a plan that doesn't hold for this ward.
pub fn explain(
    workbook: &Path,
    plan: &Path,
    row: u32,
    wishes: &Wishes,
    watch: &dyn Watch,
) -> Result<Explained, Failure> {
    let (ward, read, request) = asked_of(workbook, plan, wishes)?;
    if ward.line_by_row(row).is_none() {
        return Err(Failure::Refused(vec![no_such_row(&ward, row)]));
    }
    let request = Request { beside: false, ..request };
    let why = fordel_engine::why(&ward, &request, &read, row, watch);
    Ok(Explained { ward, why })
}

/// A ward, a plan that holds for it, and what it was made under; wishes win over that.
pub(crate) fn asked_of(workbook: &Path, plan: &Path, wishes: &Wishes) -> Result<(Ward, Plan, Request), Failure> {
    let ward = files::read_ward(workbook)?.ward;
    let read = files::read_plan(plan)?;
    if read.placements.is_empty() {
        return Err(Failure::PlanEmpty { path: plan.to_owned() });
    }
    let broken = check::check(&ward, &read).broken;
    if !broken.is_empty() {
        return Err(Failure::PlanBroken { path: plan.to_owned(), broken });
    }
    let request = as_made(&read, wishes).request(&ward).map_err(Failure::Refused)?;
    Ok((ward, read, request))
}

/// Wishes that repeat what the plan was made under.
fn as_made(plan: &Plan, wishes: &Wishes) -> Wishes {
    let goals: Vec<_> = plan.goals.iter().map(|g| (g.goal, Some(g.tolerance))).collect();
    Wishes {
        goals: (!goals.is_empty()).then_some(goals),
        gap: wishes.gap.or((plan.limits.gap > 0.0).then_some(plan.limits.gap)),
        time_limit: wishes.time_limit,
        work: wishes.work.clone(),
        alike: Some(plan.alike),
        budget_kr: plan.limits.budget,
        max_moves: plan.limits.max_moves,
        pins: plan.limits.pins.clone(),
    }
}
