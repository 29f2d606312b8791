//! A first plan within a moment, from lines that are divided.
//!
//! Where each day may stand on its own, it has the same heads every day: far fewer, and such a plan holds there too.

use fordel_core::ward::Goal;

use crate::mip::{Decision, Mip};
use crate::problem::{Limit, Problem};
use crate::search::holds;
use crate::solver::{Col, Model, Observer, Options, solve_reduced};
use crate::turns::turns;

/// Nodes that placing the others and staffing may take.
const NODES: usize = 20;
/// A first plan need not be closer than this to the best staffing of what was kept: the finder is faster from there.
const GAP: f64 = 0.16;

/// A decision that holds, or nothing if this way finds none. Under a limit on moves today's distribution comes first: it
/// moves nothing, and needs no more than heads that carry it.
pub fn first(problem: &Problem, observer: &mut dyn Observer) -> Option<Decision> {
    let tied = problem.tied();
    let alike = tied.as_ref().map(|t| &t.problem);
    let untied = |d: Decision| match &tied {
        Some(tied) => Decision { heads: tied.untie(&d.heads), chosen: d.chosen },
        None => d,
    };
    let small = alike.unwrap_or(problem);
    let mip = Mip::new(small, Goal::Cost, &[]);
    if problem.max_moves.is_some() {
        let still = unmoved(small, &mip, observer).map(untied);
        let each_day = |observer| unmoved(problem, &Mip::new(problem, Goal::Cost, &[]), observer);
        let still = still.or_else(|| alike.and_then(|_| each_day(observer)));
        if still.is_some() {
            return still;
        }
    }
    let divided = divided(&mip.model, observer)?;
    let found = turns(small, mip.read(&divided).chosen, observer);
    found.or_else(|| staffed(small, &mip, &mip.model, &divided, observer)).map(untied)
}

/// Today's distribution with heads that carry it: each line on today's group where that is told and may have it, else
/// on any.
fn unmoved(problem: &Problem, mip: &Mip, observer: &mut dyn Observer) -> Option<Decision> {
    let mut model = mip.model.clone();
    for (placement, columns) in problem.placements.iter().zip(&mip.options) {
        let moves = placement.options.iter().zip(columns).filter(|(option, _)| option.moved);
        if moves.clone().count() < columns.len() {
            moves.for_each(|(_, column)| model.set_bounds(*column, 0.0, 0.0));
        }
    }
    let divided = divided(&model, observer)?;
    staffed(problem, mip, &model, &divided, observer)
}

/// The model's solution with everything divided.
fn divided(model: &Model, observer: &mut dyn Observer) -> Option<Vec<f64>> {
    let mut divided = model.clone();
    (0..divided.columns()).for_each(|c| divided.set_whole(Col(c), false));
    divided.solve(&Options::default(), Some(observer)).solution
}

/// Of the model's lines, those that stand whole where they are divided kept, the others placed while staffing. Where those
/// kept leave no room for whole heads, fewer of them are: first those on groups without limits of their own, then every
/// other one.
fn staffed(
    problem: &Problem,
    mip: &Mip,
    model: &Model,
    divided: &[f64],
    observer: &mut dyn Observer,
) -> Option<Decision> {
    let limited: Vec<bool> = (0..problem.groups)
        .map(|g| {
            let own = |l: &&Limit| l.most.is_finite() && l.terms.iter().all(|(h, _)| problem.heads[*h].group.0 == g);
            problem.limits.iter().any(|l| own(&l))
        })
        .collect();
    let keeps: [&dyn Fn(usize, usize) -> bool; 4] =
        [&|_, _| true, &|_, g| !limited[g], &|p, g| !limited[g] && p % 2 == 0, &|_, _| false];
    let options = Options { gap: GAP, nodes: Some(NODES), heuristics: 0.2, ..Options::default() };
    keeps.iter().find_map(|keep| {
        let staffed = hold(problem, mip, model.clone(), divided, keep);
        let (_, solution) = solve_reduced(&staffed, &options, observer)?;
        solution.map(|s| mip.read(&s)).filter(|d| holds(problem, d))
    })
}

/// The model with the whole placements that `keep` (placement, group) names held.
fn hold(problem: &Problem, mip: &Mip, mut model: Model, divided: &[f64], keep: &dyn Fn(usize, usize) -> bool) -> Model {
    for (index, columns) in mip.options.iter().enumerate() {
        if let Some(whole) = (0..columns.len()).find(|o| divided[columns[*o].0] > 1.0 - 1e-6)
            && keep(index, problem.placements[index].options[whole].group.0)
        {
            for (option, column) in columns.iter().enumerate() {
                model.set_bounds(*column, f64::from(option == whole), f64::from(option == whole));
            }
        }
    }
    model
}
