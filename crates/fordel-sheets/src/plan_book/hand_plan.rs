//! A plan as it stands in its workbook, also after somebody changed it by hand.

use fordel_core::plan::{Heads, Placed, Plan, Status};
use fordel_core::ward::Alike;

use super::told::Told;

/// What the plan's workbook holds: the decisions as they stand now, and the figures told when the plan was made.
#[derive(Clone, Debug, PartialEq)]
pub struct HandPlan {
    /// Which line stands where.
    pub placements: Vec<Placed>,
    /// Heads, zeros left out.
    pub staffing: Vec<Heads>,
    /// The figures that the plan told when it was made.
    pub told: Told,
    /// Kroner a year as the workbook's formulas have it now; none where no program has computed them.
    pub year_cost_now: Option<f64>,
}

impl HandPlan {
    /// The plan for the checker: today's decisions with the figures that were told for it. Workload, courses and
    /// comparisons are not told by a workbook and stay empty.
    pub fn into_plan(self) -> Plan {
        let told = self.told;
        Plan {
            unit: told.unit,
            status: told.status.unwrap_or(Status::Feasible),
            goals: told.goals,
            alike: told.alike.unwrap_or(Alike::Weekdays),
            year_cost: told.year_cost.or(self.year_cost_now),
            week_cost: told.week_cost,
            bound: told.bound,
            gap: told.gap,
            work: told.work,
            limits: told.limits,
            placements: self.placements,
            staffing: self.staffing,
            groups: told.groups,
            version: told.version,
            ..Plan::default()
        }
    }
}
