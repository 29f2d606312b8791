//! Nested cover rows: work that only some groups may do needs the heads of those groups.
//!
//! For a set U of groups and a stretch of cells, the lines whose groups all lie in U need
//! `Σ capacity of U ≥ Σ minutes`. The rows follow from the model when placements are divided; whole heads make
//! them stronger when rounded (mixed-integer rounding, Nemhauser and Wolsey 1990).

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::Problem;
use crate::solver::INF;

/// Most sets of groups that are looked at.
const MOST_SETS: usize = 64;

/// A row `Σ coefficient × heads ≥ least`.
#[derive(Clone, Debug)]
pub struct Row {
    /// (head variable, coefficient).
    pub terms: Vec<(usize, f64)>,
    /// Right-hand side.
    pub least: f64,
}

/// All rows: as they are, and rounded by each of their coefficients.
pub fn rows(problem: &Problem) -> Vec<Row> {
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
    let mut rows = Vec::new();
    for (key, minutes) in best {
        let terms: Vec<(usize, f64)> = key.iter().map(|(h, m)| (*h, f64::from_bits(*m))).collect();
        let divisors: BTreeSet<u64> = terms.iter().map(|(_, m)| m.to_bits()).collect();
        rows.extend(divisors.into_iter().filter_map(|d| rounded(&terms, minutes, f64::from_bits(d))));
        rows.push(Row { terms, least: minutes });
    }
    rows
}

/// Mixed-integer rounding of `Σ a × heads ≥ minutes` by a divisor d, with f the fraction of minutes ÷ d:
/// `Σ (⌊a/d⌋ + min(1, frac(a/d) ÷ f)) × heads ≥ ⌈minutes/d⌉`. Nothing where there is nothing to round.
fn rounded(terms: &[(usize, f64)], minutes: f64, divisor: f64) -> Option<Row> {
    let f = minutes / divisor - (minutes / divisor).floor();
    // Close to a whole number the rounding gains nothing and only adds numerical trouble.
    if !(0.01..=0.999).contains(&f) {
        return None;
    }
    let coefficient = |a: f64| {
        let whole = (a / divisor + 1e-9).floor();
        whole + ((a / divisor - whole).max(0.0) / f).min(1.0)
    };
    let terms = terms.iter().map(|(h, a)| (*h, coefficient(*a))).collect();
    Some(Row { terms, least: (minutes / divisor).ceil() })
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
