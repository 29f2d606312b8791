//! A first plan within a moment: divide the lines, keep those that stand whole on one group, and place the others
//! while staffing.

use std::collections::BTreeMap;

use crate::mip::{Decision, Mip};
use crate::problem::{Limit, Problem};
use crate::search::holds;
use crate::solver::{Col, Model, Observer, Options, solve_reduced};

/// Nodes that placing the others and staffing may take.
const NODES: usize = 20;
/// A first plan need not be closer than this to the best staffing of what was kept: the finder is faster from there.
const GAP: f64 = 0.16;

/// A decision that holds, or nothing if this way finds none. Under a limit on moves today's distribution comes first: it
/// moves nothing, and needs no more than heads that carry it.
pub fn first(problem: &Problem, mip: &Mip, observer: &mut dyn Observer) -> Option<Decision> {
    let model = alike(problem, mip);
    let still = if problem.max_moves.is_some() { unmoved(problem, mip, &model, observer) } else { None };
    still.or_else(|| staffed(problem, mip, &model, observer))
}

/// Today's distribution with heads that carry it: each line on today's group where that is told and may have it, else
/// on any. Where no heads that are the same every day carry it, each day has its own.
fn unmoved(problem: &Problem, mip: &Mip, alike: &Model, observer: &mut dyn Observer) -> Option<Decision> {
    let each_day = (alike.rows() > mip.model.rows()).then_some(&mip.model);
    std::iter::once(alike).chain(each_day).find_map(|model| {
        let mut model = model.clone();
        for (placement, columns) in problem.placements.iter().zip(&mip.options) {
            let moves = placement.options.iter().zip(columns).filter(|(option, _)| option.moved);
            if moves.clone().count() < columns.len() {
                moves.for_each(|(_, column)| model.set_bounds(*column, 0.0, 0.0));
            }
        }
        staffed(problem, mip, &model, observer)
    })
}

/// The model's lines divided, those that then stand whole kept, the others placed while staffing. Where those kept leave
/// no room for whole heads, fewer of them are: first those on groups without limits of their own, then every other one.
fn staffed(problem: &Problem, mip: &Mip, model: &Model, observer: &mut dyn Observer) -> Option<Decision> {
    let mut divided = model.clone();
    (0..divided.columns()).for_each(|c| divided.set_whole(Col(c), false));
    let divided = divided.solve(&Options::default(), Some(observer)).solution?;
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
        let staffed = hold(problem, mip, model.clone(), &divided, keep);
        let (_, solution) = solve_reduced(&staffed, &options, observer)?;
        solution.map(|s| mip.read(&s)).filter(|d| holds(problem, d))
    })
}

/// The model with the same heads on weekdays, and the same in the weekend: far smaller where each day stands on its
/// own, and its plans hold there too.
fn alike(problem: &Problem, mip: &Mip) -> Model {
    let mut model = mip.model.clone();
    let mut first = BTreeMap::new();
    for (head, column) in problem.heads.iter().zip(&mip.heads) {
        let same = *first.entry(head.tie()).or_insert(*column);
        if same != *column {
            model.row(0.0, 0.0, [(*column, 1.0), (same, -1.0)]);
        }
    }
    model
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
