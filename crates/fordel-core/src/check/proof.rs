//! What a search tells beside the plan's own figures: status, bounds, what binds, how the gain grows, the cheapest plan.
//!
//! Nothing is proven or sought anew. What is told is held against what can be counted and against the other figures. What
//! remains as it is told: a bound that is too low, a worth within its bounds, the rows of a point of the curve with a limit,
//! `alike` and the limits themselves, the least change and the words of a conflict, and how long the search took by which
//! version (`seconds`, `work`, `repeat`, `ended`, `version`).

use crate::plan::{Cheapest, CurvePoint, Plan, Status, Worth};
use crate::rule::Rule;
use crate::ward::{Goal, Group, Part, Shift, Ward};

use super::figures::Figures;
use super::{agrees, measure};

/// Holds all of it against the plan; `decides`: whether it has placements or heads.
pub(super) fn told(figures: &mut Figures, ward: &Ward, plan: &Plan, decides: bool) {
    if decides && matches!(plan.status, Status::Infeasible | Status::Unknown) {
        figures.differs("status");
    }
    if !plan.conflict.is_empty() && plan.status != Status::Infeasible {
        figures.differs("conflict");
    }
    bounds(figures, plan);
    cheapest(figures, ward, plan);
    curve(figures, ward, plan);
    plan.worths.iter().for_each(|worth| of_worth(figures, ward, plan, worth));
}

/// The bound of the cost of every plan, and the gap: that of the goal `cost` where it comes first. Under other goals it is
/// proven for itself.
fn bounds(figures: &mut Figures, plan: &Plan) {
    if let (Some(bound), Some(year_cost)) = (plan.bound, plan.year_cost) {
        figures.at_most("bound", bound, year_cost);
        let gap = if year_cost == 0.0 { 0.0 } else { (year_cost - bound) / year_cost };
        figures.told("gap", plan.gap, gap);
    }
    match plan.goals.iter().position(|goal| goal.goal == Goal::Cost) {
        Some(0) => figures.told("bound", plan.bound, plan.goals[0].bound),
        Some(at) => plan.bound.into_iter().for_each(|bound| figures.at_most("bound", bound, plan.goals[at].best)),
        None if plan.goals.is_empty() => {}
        None => {
            plan.bound.into_iter().for_each(|bound| figures.wrong("bound", bound, 0.0));
            plan.gap.into_iter().for_each(|gap| figures.wrong("gap", gap, 0.0));
        }
    }
}

/// The best plan by cost alone: the best of the first goal, counted from its own placements and heads.
fn cheapest(figures: &mut Figures, ward: &Ward, plan: &Plan) {
    let Some(told) = &plan.cheapest else { return };
    if let Some(first) = plan.goals.first().filter(|first| first.goal == Goal::Cost) {
        figures.same("cheapest.year_cost", told.year_cost, first.best);
    }
    if let Some(bound) = plan.bound {
        figures.at_least("cheapest.year_cost", told.year_cost, bound);
    }
    let key = |goal: Goal| format!("cheapest.values.{}", goal.name());
    for (_, value) in told.values.iter().filter(|(goal, _)| *goal == Goal::Cost) {
        figures.same(&key(Goal::Cost), *value, told.year_cost);
    }
    if !shows(told) {
        return;
    }
    let counted = measure(ward, &told.placements, &told.staffing);
    figures.same("cheapest.year_cost", told.year_cost, counted.year_cost);
    for (goal, value) in &told.values {
        figures.same(&key(*goal), *value, counted.goal(*goal));
    }
    figures.groups("cheapest.groups", &told.groups, &counted.groups);
    figures.placements("cheapest.placements", ward, &told.placements);
}

/// Whether the cheapest plan is told with its placements.
pub(super) fn shows(cheapest: &Cheapest) -> bool {
    !cheapest.placements.is_empty()
}

/// Points with ever more moves: none costs more than one with fewer, or less than is proven for one with more. The last,
/// with as many moves as it takes, is the cheapest plan.
fn curve(figures: &mut Figures, ward: &Ward, plan: &Plan) {
    for (at, point) in plan.curve.iter().enumerate() {
        if let Some(found) = point.year_cost {
            // The last is what the main search found, which may have had less time.
            let tighter = plan.curve[..at].iter().filter(|_| point.max_moves.is_some());
            let dearest = tighter.filter_map(|tighter| tighter.year_cost);
            dearest.for_each(|dearest| figures.at_most("curve.year_cost", found, dearest));
            let bounds = plan.curve[at..].iter().filter_map(|looser| looser.bound);
            bounds.for_each(|bound| figures.at_most("curve.bound", bound, found));
            plan.bound.into_iter().for_each(|least| figures.at_least("curve.year_cost", found, least));
        }
        if let Some(most) = point.max_moves {
            figures.at_most("curve.moves", f64::from(point.moves), f64::from(most));
        }
        let most = |point: &CurvePoint| point.max_moves.unwrap_or(u32::MAX);
        if plan.curve[..at].last().is_some_and(|before| most(before) >= most(point)) {
            figures.differs("curve.max_moves");
        }
        // A line has one placement or two.
        let rows = f64::from(u32::try_from(point.rows.len()).unwrap_or(u32::MAX));
        if point.rows.iter().any(|row| ward.line_by_row(*row).is_none()) || rows > f64::from(point.moves) {
            figures.differs("curve.rows");
        }
    }
    let all = plan.curve.last().filter(|point| point.max_moves.is_none());
    let (Some(all), Some(cheapest)) = (all, &plan.cheapest) else { return };
    figures.told("curve.year_cost", all.year_cost, cheapest.year_cost);
    if shows(cheapest) {
        let moves = measure(ward, &cheapest.placements, &cheapest.staffing).moves;
        figures.same("curve.moves", f64::from(all.moves), f64::from(moves));
    }
}

/// One step of a demand that the ward has, worth at most what the plan costs.
fn of_worth(figures: &mut Figures, ward: &Ward, plan: &Plan, worth: &Worth) {
    figures.at_most("worths.low", worth.low, worth.high);
    figures.at_least("worths.high", worth.high, 0.0);
    // Nobody saves more than the cheapest plan costs.
    if let Some(cost) = plan.cheapest.as_ref().map(|cheapest| cheapest.year_cost).or(plan.year_cost) {
        figures.at_most("worths.high", worth.high, cost);
    }
    if !is_one_step(ward, worth) {
        figures.differs(&format!("worths.{}", worth.rule));
    }
}

/// Whether the ward has a demand of the worth's rule that holds what is told, and what was tried is one step from that.
fn is_one_step(ward: &Ward, worth: &Worth) -> bool {
    let group = worth.group.as_deref().and_then(|code| ward.group_by_code(code));
    let of_group = |held: fn(&Group) -> Option<f64>| -> Vec<f64> {
        group.and_then(|id| held(ward.group(id))).into_iter().collect()
    };
    let of_shifts = |held: fn(&Shift) -> u32| -> Vec<f64> {
        let own = |s: &&Shift| Some(s.group) == group && worth.what.as_deref() == Some(s.name.as_str());
        ward.shifts.iter().filter(own).map(|shift| f64::from(held(shift))).collect()
    };
    let presence = || -> Vec<f64> {
        let here = |rule: usize| ward.place(Part::Presence(rule)).is_none_or(|place| place == worth.place);
        let rules = ward.presence.iter().enumerate().filter(|(rule, _)| here(*rule));
        rules.map(|(_, rule)| f64::from(rule.count)).collect()
    };
    let (held, step) = match Rule::ALL.into_iter().find(|rule| rule.name() == worth.rule) {
        Some(Rule::Positions) => (of_group(|g| g.positions), 1.0),
        Some(Rule::PositionsLeast) => (of_group(|g| g.positions_least), -1.0),
        Some(Rule::People) => (of_group(|g| g.people), 1.0),
        Some(Rule::Weekends) => (of_group(|g| Some(g.weekend_every)), -1.0),
        Some(Rule::Presence) => (presence(), -1.0),
        Some(Rule::ShiftMin) => (of_shifts(|s| s.min), -1.0),
        Some(Rule::ShiftMax) => (of_shifts(|s| s.max), 1.0),
        // A demand that this program solves no step of.
        _ => return true,
    };
    held.into_iter().any(|held| agrees(held, worth.from) && agrees((held + step).max(0.0), worth.to))
}
