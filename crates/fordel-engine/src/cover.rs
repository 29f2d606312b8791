//! Nested cover rows: work that only some groups may do needs the heads of those groups.
//!
//! For a set U of groups and a stretch of cells, the lines whose groups all lie in U need
//! `Σ capacity of U ≥ Σ minutes`. The rows follow from the model when placements are divided; whole heads make
//! them stronger when rounded (Chvátal–Gomory): with d the largest coefficient, `Σ ⌈a/d⌉ heads ≥ ⌈minutes/d⌉`.

use std::collections::{BTreeMap, BTreeSet};

use crate::mip::Mip;
use crate::problem::Problem;
use crate::solver::INF;

/// Most sets of groups that are looked at.
const MOST_SETS: usize = 64;

/// Adds the rows to a model.
pub fn add(mip: &mut Mip, problem: &Problem) {
    let mut best: BTreeMap<Vec<(usize, u64)>, f64> = BTreeMap::new();
    for set in group_sets(problem) {
        for cells in windows(problem) {
            let minutes = needed(problem, set, &cells);
            if minutes <= 0.0 {
                continue;
            }
            let mut supply: BTreeMap<usize, f64> = BTreeMap::new();
            for group in (0..problem.groups).filter(|g| set & (1 << g) != 0) {
                for (head, m) in cells.iter().flat_map(|c| &problem.supply[group][*c]) {
                    *supply.entry(*head).or_default() += m;
                }
            }
            let key: Vec<(usize, u64)> = supply.iter().map(|(h, m)| (*h, m.to_bits())).collect();
            let most = best.entry(key).or_insert(0.0);
            *most = most.max(minutes);
        }
    }
    let mut rounded: BTreeMap<Vec<(usize, u64)>, f64> = BTreeMap::new();
    for (key, minutes) in best {
        let terms: Vec<(usize, f64)> = key.iter().map(|(h, m)| (*h, f64::from_bits(*m))).collect();
        mip.model.row(minutes, INF, terms.iter().map(|(h, m)| (mip.heads[*h], *m)));
        let divisors: BTreeSet<u64> = terms.iter().map(|(_, m)| m.to_bits()).collect();
        for divisor in divisors.into_iter().map(f64::from_bits) {
            let key: Vec<(usize, u64)> =
                terms.iter().map(|(h, m)| (*h, (m / divisor - 1e-9).ceil().max(1.0) as u64)).collect();
            let least = (minutes / divisor - 1e-9).ceil();
            let most = rounded.entry(key).or_insert(0.0);
            *most = most.max(least);
        }
    }
    for (key, least) in rounded {
        mip.model.row(least, INF, key.iter().map(|(h, n)| (mip.heads[*h], *n as f64)));
    }
}

/// Sets of groups that some lines are confined to, and their unions, as bit masks.
fn group_sets(problem: &Problem) -> Vec<u64> {
    let own: BTreeSet<u64> = problem
        .placements
        .iter()
        .map(|p| p.options.iter().filter(|o| o.group.0 < 64).fold(0, |mask, o| mask | (1 << o.group.0)))
        .collect();
    let mut sets = own.clone();
    for a in &own {
        let unions: Vec<u64> = sets.iter().map(|b| a | b).collect();
        sets.extend(unions);
        if sets.len() > MOST_SETS {
            break;
        }
    }
    sets.into_iter().collect()
}

/// Single cells, and the runs of cells over which flexible minutes may be spread.
fn windows(problem: &Problem) -> BTreeSet<Vec<usize>> {
    let cells = (0..problem.cells).map(|c| vec![c]);
    cells.chain(problem.pools.iter().map(|p| p.cells.clone())).collect()
}

/// Minutes that lines confined to the set need within the cells, at the least.
fn needed(problem: &Problem, set: u64, cells: &[usize]) -> f64 {
    let confined = |p: &&crate::problem::Placement| {
        !p.options.is_empty() && p.options.iter().all(|o| o.group.0 < 64 && set & (1 << o.group.0) != 0)
    };
    let within = |choice: &crate::problem::Choice| -> f64 {
        let fixed: f64 = choice.fixed.iter().filter(|(c, _)| cells.contains(c)).map(|(_, m)| m).sum();
        let inside = |pool: usize| problem.pools[pool].cells.iter().all(|c| cells.contains(c));
        let flexible: f64 = choice.flexible.iter().filter(|(p, _)| inside(*p)).map(|(_, m)| m).sum();
        fixed + flexible
    };
    problem.placements.iter().filter(confined).map(|p| p.options.iter().map(within).fold(INF, f64::min)).sum()
}
