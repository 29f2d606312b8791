//! The rule that work fits.

use crate::plan::Broken;
use crate::rule::Rule;

use super::super::spread;
use super::super::work::number;
use super::{Case, broken, exceeds};

/// The minutes placed on a group that fall in a cell are at most its capacity, with the flexible minutes where the plan
/// puts them. Where the plan tells no workload for a group, or an impossible one, the flexible minutes lie where the
/// sum over capacity is least: `actual − limit` over all complaints is then the smallest total that doesn't fit.
pub(super) fn work_fits(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for group in case.ward.group_ids() {
        let code = &case.ward.group(group).code;
        let told = Some(case.workload).filter(|workload| !workload.is_empty());
        let told = told.and_then(|workload| spread::told_minutes(case.ward, workload, group));
        let told = told.filter(|minutes| spread::possible(&case.work, group, minutes));
        let best = spread::against_capacity(case.ward, &case.week, &case.work, group);
        for (cell, (best_minutes, capacity)) in case.ward.intervals.cells().zip(best) {
            let minutes = told.as_ref().map_or(best_minutes, |told| told[number(case.ward, cell)]);
            if exceeds(minutes, capacity) {
                all.push(Broken {
                    group: Some(code.clone()),
                    day: Some(cell.day.number()),
                    time: Some(case.ward.intervals.get(cell.interval).label()),
                    ..broken(Rule::WorkFits, code.clone(), capacity, minutes)
                });
            }
        }
    }
    all
}
