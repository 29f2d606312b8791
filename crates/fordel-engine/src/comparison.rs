//! The plan's comparisons: a given distribution with the cheapest staffing that carries it.

use fordel_core::plan::{Comparison, Status};

use crate::effort::gap;
use crate::planning::Beside;
use crate::problem::{Problem, Scenario, Standing};
use crate::watch::Phase;
use crate::{conflict, tell};

/// Solves a comparison until a share of the time beside the main plan is used. Where no staffing carries it, its
/// reasons are told, and its cost when positions, most heads and people with their weekends are lifted.
pub fn compare(beside: &Beside, standing: Standing, share: f64) -> Comparison {
    let phase = if standing == Standing::Carried { Phase::Carried } else { Phase::Rightmost };
    let scenario = Scenario::comparison(beside.request.alike, standing.clone(), false);
    let problem = Problem::new(beside.ward, &scenario);
    let found = beside.cheapest(&problem, phase, beside.until(share), None);
    let mut told = Comparison::default();
    let (value, bound) = found.interval();
    if let Some(decision) = &found.decision {
        fill(&mut told, beside, &problem, decision);
        told.year_cost = value;
        told.bound = bound;
        let proven = value.zip(bound).is_some_and(|(v, b)| gap(v, b) <= beside.request.gap * (1.0 + 1e-9));
        told.status = if proven { Status::Optimal } else { Status::Feasible };
    } else if found.infeasible {
        told.status = Status::Infeasible;
        told.conflict = conflict::explain(beside.ward, &scenario, &beside.clock, beside.until(share));
        let lifted = Problem::new(beside.ward, &Scenario::comparison(beside.request.alike, standing, true));
        let found = beside.cheapest(&lifted, phase, beside.until(share), None);
        told.relaxed_cost = found.interval().0;
        if let Some(decision) = &found.decision {
            fill(&mut told, beside, &lifted, decision);
        }
    }
    told
}

fn fill(told: &mut Comparison, beside: &Beside, problem: &Problem, decision: &crate::mip::Decision) {
    told.groups = tell::groups(beside.ward, problem, decision);
    told.placements = tell::placements(beside.ward, problem, decision);
    told.staffing = tell::staffing(beside.ward, problem, decision);
    told.training = tell::training(beside.ward, problem, decision);
}
