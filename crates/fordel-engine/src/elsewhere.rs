//! What stands in the way of a line on its other groups, with the plan's heads and everything else where it is.
//!
//! No search: the plan is changed in this one place and counted anew. What another group would cost when all the rest
//! may change too is [`crate::why`]'s question.

use std::collections::BTreeMap;

use fordel_core::plan::{Elsewhere, Obstacle, Plan};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{GroupId, LineId, Ward};

use crate::Request;
use crate::flexible;
use crate::mip::Decision;
use crate::problem::{Problem, Scenario};
use crate::search::holds;

/// For each placement of the plan, each other group on which its line may stand. Empty if the plan isn't one of this
/// ward under this request.
pub fn elsewhere(ward: &Ward, request: &Request, plan: &Plan) -> Vec<Elsewhere> {
    let problem = Problem::new(ward, &Scenario::of(request));
    let Some(decision) = read(ward, &problem, plan, None) else { return Vec::new() };
    let cost = problem.cost(&decision.heads, &decision.chosen);
    let mut told = Vec::new();
    for (index, placement) in problem.placements.iter().enumerate() {
        for option in (0..placement.options.len()).filter(|o| *o != decision.chosen[index]) {
            let (here, there) = (&placement.options[decision.chosen[index]], &placement.options[option]);
            let mut moved = decision.clone();
            moved.chosen[index] = option;
            told.push(Elsewhere {
                row: ward.lines[placement.line.0].row,
                days: placement.days.iter().map(Day::number).collect(),
                group: ward.group(there.group).code.clone(),
                obstacle: obstacle(ward, &problem, &moved, there.group),
                year_kr: problem.cost(&moved.heads, &moved.chosen) - cost,
                overqualified: there.overqualified - here.overqualified,
                changes: there.changes - here.changes,
            });
        }
    }
    told
}

/// The plan's decision in the problem's numbers; none where the problem has no such option. Where a line is held on a
/// group on some days, it stands there.
pub(crate) fn read(
    ward: &Ward,
    problem: &Problem,
    plan: &Plan,
    held: Option<(LineId, DaySet, GroupId)>,
) -> Option<Decision> {
    let heads: BTreeMap<(&str, &str, u8), u32> =
        plan.staffing.iter().map(|h| ((h.group.as_str(), h.shift.as_str(), h.day), h.heads)).collect();
    let groups: BTreeMap<(u32, &[u8]), &str> =
        plan.placements.iter().map(|p| ((p.row, p.days.as_slice()), p.group.as_str())).collect();
    let of_shift = |h: &crate::problem::HeadVar| {
        let shift = &ward.shifts[h.shift.0];
        let day = h.days.iter().next()?.number();
        let key = (ward.group(h.group).code.as_str(), shift.name.as_str(), day);
        Some(heads.get(&key).copied().unwrap_or(0))
    };
    let of_placement = |p: &crate::problem::Placement| {
        let days: Vec<u8> = p.days.iter().map(Day::number).collect();
        let stands = || ward.group_by_code(groups.get(&(ward.lines[p.line.0].row, days.as_slice()))?);
        let held = held.filter(|(line, days, _)| *line == p.line && *days == p.days).map(|(.., group)| group);
        let group = held.or_else(stands)?;
        p.options.iter().position(|o| o.group == group)
    };
    Some(Decision {
        heads: problem.heads.iter().map(of_shift).collect::<Option<_>>()?,
        chosen: problem.placements.iter().map(of_placement).collect::<Option<_>>()?,
    })
}

/// What the moved plan breaks first, if anything.
fn obstacle(ward: &Ward, problem: &Problem, moved: &Decision, group: GroupId) -> Option<Obstacle> {
    if holds(problem, moved) {
        return None;
    }
    let capacity = problem.capacity(&moved.heads);
    let mut load = vec![0.0; problem.cells];
    let mut held = vec![0.0; problem.instants.len()];
    for (placement, option) in problem.placements.iter().zip(&moved.chosen) {
        let choice = &placement.options[*option];
        choice.holds.iter().for_each(|(instant, people)| held[*instant] += people);
        if choice.group == group {
            choice.fixed.iter().for_each(|(cell, minutes)| load[*cell] += minutes);
        }
    }
    let over = |cell: &usize| load[*cell] - capacity[group.0][*cell];
    let worst = (0..problem.cells).max_by(|a, b| over(a).total_cmp(&over(b)))?;
    if over(&worst) > flexible::SLACK {
        let day = Day((worst / ward.intervals.len()) as u8).number();
        let interval = ward.intervals.get(worst % ward.intervals.len()).label();
        return Some(Obstacle::NoRoom { day, interval, minutes: over(&worst) });
    }
    let there = |terms: &[(usize, f64)]| -> f64 { terms.iter().map(|(h, n)| n * f64::from(moved.heads[*h])).sum() };
    if problem.instants.iter().zip(&held).any(|(instant, people)| there(&instant.heads) < people - 1e-9) {
        return Some(Obstacle::NotPresent);
    }
    // Fixed minutes fit: either the flexible ones don't, or a limit on moves or cost is broken.
    Some(if flexible::spread(problem, moved).is_none() { Obstacle::NoRoomInTheDay } else { Obstacle::Limit })
}
