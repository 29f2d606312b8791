//! What the program always tells of a plan that it made, and this one doesn't.
//!
//! [`super::check`] takes what isn't told for not told, since other programs tell less. Whoever promises that all of a plan was
//! checked has to say what there was nothing to check of.

use crate::plan::{Comparison, Plan, Status};
use crate::ward::{Goal, Ward};

use super::{measure, today};

/// The name of what is broken where a plan that the program made lacks what it always tells; no rule of the model.
pub const UNTOLD: &str = "untold";

/// Keys of `plan.json` that a plan with placements would have, written by this program, and that this one tells nothing of. A plan
/// changed by hand has no goals, and nothing that only a search can tell.
pub fn untold(ward: &Ward, plan: &Plan) -> Vec<String> {
    let mut untold = Vec::new();
    let mut lacks = |is_lacking: bool, key: &str| {
        if is_lacking {
            untold.push(key.to_owned());
        }
    };
    lacks(plan.year_cost.is_none(), "year_cost");
    lacks(plan.week_cost.is_none(), "week_cost");
    let is_cost_first = plan.goals.first().is_some_and(|first| first.goal == Goal::Cost);
    lacks(plan.goals.is_empty() && is_searched(plan), "goals");
    lacks((is_cost_first || plan.gap.is_some()) && plan.bound.is_none(), "bound");
    lacks((is_cost_first || plan.bound.is_some()) && plan.gap.is_none(), "gap");
    lacks(plan.groups.is_empty(), "groups");
    let counted = measure(ward, &plan.placements, &plan.staffing);
    lacks(plan.workload.is_empty() && !counted.workload.is_empty(), "workload");
    let line = |row: u32| ward.line_by_row(row).map(|line| &ward.lines[line.0]);
    let knows = |row: u32| line(row).is_some_and(|line| line.today.is_some());
    lacks(plan.placements.iter().any(|placed| placed.timing.is_empty()), "placements.timing");
    lacks(plan.placements.iter().any(|placed| placed.today.is_none() && knows(placed.row)), "placements.today");
    match &plan.cheapest {
        None => lacks(is_cost_first, "cheapest"),
        Some(cheapest) => {
            lacks(cheapest.placements.is_empty(), "cheapest.placements");
            lacks(cheapest.groups.is_empty(), "cheapest.groups");
            let tells = |goal: &Goal| cheapest.values.iter().any(|(told, _)| told == goal);
            lacks(!Goal::ALL.iter().all(tells), "cheapest.values");
        }
    }
    if ward.knows_staffing_today() || ward.lines.iter().any(|line| line.today.is_some()) {
        let (told, counted) = (&plan.today, today(ward));
        lacks(told.year_cost.is_none() && counted.year_cost.is_some(), "today.year_cost");
        lacks(told.groups.is_empty(), "today.groups");
        lacks(told.workload.is_empty() && !counted.workload.is_empty(), "today.workload");
        lacks(told.staffing.is_empty() && !counted.staffing.is_empty(), "today.staffing");
    }
    for (name, comparison) in [("carried", &plan.carried), ("rightmost", &plan.rightmost)] {
        of_comparison(name, comparison, &mut lacks);
    }
    untold
}

/// Whether the plan tells anything that only a search can.
fn is_searched(plan: &Plan) -> bool {
    let proves = plan.status == Status::Optimal || plan.bound.is_some() || plan.gap.is_some();
    let counts = plan.work > 0 || !plan.repeat.is_empty();
    proves || counts || plan.cheapest.is_some() || !plan.curve.is_empty() || !plan.worths.is_empty()
}

/// A comparison that tells a cost tells what it is the cost of.
fn of_comparison(name: &str, told: &Comparison, lacks: &mut impl FnMut(bool, &str)) {
    lacks(told.year_cost.is_some() && told.bound.is_none(), &format!("{name}.bound"));
    if told.year_cost.is_some() || told.relaxed_cost.is_some() {
        lacks(told.placements.is_empty(), &format!("{name}.placements"));
        lacks(told.groups.is_empty(), &format!("{name}.groups"));
    }
}
