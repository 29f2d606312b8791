//! How the gain grows with the number of tasks moved: start small and widen.

use fordel_core::plan::{Comparison, CurvePoint};

use crate::mip::Decision;
use crate::planning::Beside;
use crate::problem::{Problem, Scenario};
use crate::search::Found;
use crate::watch::Phase;

/// Numbers of moves that are told.
pub const MOVES: [u32; 4] = [5, 10, 20, 40];

/// The least cost with at most so many moves, from real solves, and with as many as it takes: what `least` found, a search
/// in which cost is the first goal.
pub fn curve(beside: &Beside, problem: &Problem, least: &Found, carried: &Comparison) -> Vec<CurvePoint> {
    let Some(cheapest) = &least.first else { return Vec::new() };
    let (value, bound) = least.interval();
    let all = point(beside, problem, None, Some(cheapest), value, bound);
    let mut start = decision_of(beside, problem, carried);
    let mut points = Vec::new();
    for (index, most) in MOVES.into_iter().enumerate() {
        if most >= all.moves {
            break;
        }
        let scenario = Scenario { max_moves: Some(most), ..Scenario::of(beside.request) };
        let limited = Problem::new(beside.ward, &scenario);
        let until = beside.until(0.5 + 0.2 * (index + 1) as f64 / MOVES.len() as f64);
        let found = beside.cheapest(&limited, Phase::Curve, until, start.as_ref());
        let (value, bound) = found.interval();
        points.push(point(beside, &limited, Some(most), found.decision.as_ref(), value, bound));
        start = found.decision.or(start);
    }
    points.push(all);
    points
}

fn point(
    beside: &Beside,
    problem: &Problem,
    max_moves: Option<u32>,
    decision: Option<&Decision>,
    year_cost: Option<f64>,
    bound: Option<f64>,
) -> CurvePoint {
    let mut rows: Vec<u32> = Vec::new();
    if let Some(decision) = decision {
        for (placement, option) in problem.placements.iter().zip(&decision.chosen) {
            if placement.options[*option].moved {
                rows.push(beside.ward.lines[placement.line.0].row);
            }
        }
    }
    let moves = rows.len() as u32;
    rows.dedup();
    CurvePoint { max_moves, moves, year_cost, bound, rows }
}

/// The comparison's plan as a decision of this problem, if it is one.
fn decision_of(beside: &Beside, problem: &Problem, comparison: &Comparison) -> Option<Decision> {
    comparison.year_cost?;
    let ward = beside.ward;
    let heads = problem.heads.iter().map(|head| {
        let shift = &ward.shifts[head.shift.0];
        let code = &ward.group(head.group).code;
        let first = head.days.iter().next().map_or(0, |d| d.number());
        let told = comparison.staffing.iter().find(|h| h.day == first && h.shift == shift.name && h.group == *code);
        told.map_or(0, |h| h.heads)
    });
    let chosen: Option<Vec<usize>> = problem
        .placements
        .iter()
        .map(|p| {
            let row = ward.lines[p.line.0].row;
            let first = p.days.iter().next()?.number();
            let told = comparison.placements.iter().find(|t| t.row == row && t.days.contains(&first))?;
            p.options.iter().position(|o| ward.group(o.group).code == told.group)
        })
        .collect();
    let decision = Decision { heads: heads.collect(), chosen: chosen? };
    crate::search::holds(problem, &decision).then_some(decision)
}
