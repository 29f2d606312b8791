//! A first plan within a moment: divide the lines, keep those that stand whole on one group, and place the others
//! while staffing.

use crate::mip::{Decision, Mip};
use crate::problem::{Limit, Problem};
use crate::search::holds;
use crate::solver::{Col, Observer, Options};

/// Nodes that placing the others and staffing may take.
const NODES: usize = 50;
/// A first plan need not be closer than this to the best staffing of what was kept.
const GAP: f64 = 0.05;

/// A decision that holds, or nothing if this way finds none. Where the lines that stand whole leave no room for
/// whole heads, fewer of them are kept: first those on groups without limits of their own, then every other one.
pub fn first(problem: &Problem, mip: &Mip, observer: &mut dyn Observer) -> Option<Decision> {
    let mut divided = mip.model.clone();
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
    keeps.iter().find_map(|keep| staff(problem, mip, &divided, keep, observer))
}

/// Staffs the ward with the whole placements that `keep` (placement, group) names held.
fn staff(
    problem: &Problem,
    mip: &Mip,
    divided: &[f64],
    keep: &dyn Fn(usize, usize) -> bool,
    observer: &mut dyn Observer,
) -> Option<Decision> {
    let mut staffed = mip.model.clone();
    for (index, columns) in mip.options.iter().enumerate() {
        if let Some(whole) = (0..columns.len()).find(|o| divided[columns[*o].0] > 1.0 - 1e-6)
            && keep(index, problem.placements[index].options[whole].group.0)
        {
            for (option, column) in columns.iter().enumerate() {
                staffed.set_bounds(*column, f64::from(option == whole), f64::from(option == whole));
            }
        }
    }
    let (small, kept) = staffed.reduced()?;
    let options = Options { gap: GAP, nodes: Some(NODES), heuristics: 0.2, ..Options::default() };
    let solution = small.solve(&options, Some(observer)).solution?;
    let mut full: Vec<f64> = (0..staffed.columns()).map(|c| staffed.bounds(Col(c)).0).collect();
    kept.iter().zip(&solution).for_each(|(c, value)| full[c.0] = *value);
    Some(mip.read(&full)).filter(|d| holds(problem, d))
}
