//! Large neighbourhood search: from a plan that holds, free the heads and lines around some stretch of the day,
//! solve that part exactly, and keep what is better (Shaw 1998).

use std::collections::BTreeSet;

use fordel_core::random::Random;

use crate::mip::{Decision, Mip};
use crate::problem::Problem;
use crate::solver::{End, Observer, Options, solve_reduced};

/// Nodes that one neighbourhood may take.
const NODES: usize = 200;
/// Heads may change by this many in one neighbourhood.
const REACH: f64 = 2.0;

/// A walk through neighbourhoods.
pub struct Walk {
    random: Random,
    /// Cells on each side of the middle that are freed.
    width: usize,
    failures: u32,
}

impl Walk {
    /// Starts narrow.
    pub fn new(seed: u64) -> Walk {
        Walk { random: Random::new(seed), width: 0, failures: 0 }
    }

    /// Solves one neighbourhood of the decision; gives a better decision if there is one.
    pub fn step(
        &mut self,
        problem: &Problem,
        mip: &Mip,
        best: &Decision,
        observer: &mut dyn Observer,
    ) -> Option<Decision> {
        let start = mip.write(problem, best)?;
        let before = mip.model.value(&start);
        let (heads, placements) = self.free(problem);
        let mut model = mip.model.clone();
        for (index, column) in mip.heads.iter().enumerate() {
            let now = start[column.0];
            let (lower, upper) = model.bounds(*column);
            let reach = if heads.contains(&index) { REACH } else { 0.0 };
            model.set_bounds(*column, lower.max(now - reach), upper.min(now + reach));
        }
        for (index, columns) in mip.options.iter().enumerate() {
            if !placements.contains(&index) {
                columns.iter().for_each(|c| model.set_bounds(*c, start[c.0], start[c.0]));
            }
        }
        let options =
            Options { gap: 1e-5, nodes: Some(NODES), start: Some(&start), heuristics: 0.1, ..Options::default() };
        let (end, solution) = solve_reduced(&model, &options, observer)?;
        let found = solution.map(|s| (model.value(&s), mip.read(&s)));
        let better = found.filter(|(value, _)| *value < before - 1e-6 * (1.0 + before.abs() * 1e-3));
        self.adapt(problem, better.is_some(), end == End::Optimal);
        better.map(|(_, decision)| decision)
    }

    /// Wider where narrow neighbourhoods hold nothing more, narrower where they can't be solved.
    fn adapt(&mut self, problem: &Problem, improved: bool, solved: bool) {
        let most = problem.cells / 14;
        self.failures = if improved { 0 } else { self.failures + 1 };
        if !solved {
            self.width = self.width.saturating_sub(1);
        } else if self.failures > 4 + 2 * self.width as u32 {
            self.failures = 0;
            self.width = if self.width >= most { 0 } else { self.width + 1 };
        }
    }

    /// Heads and placements that are freed: those that touch a run of cells, and some of the lines that span days.
    fn free(&mut self, problem: &Problem) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let middle = self.random.below(problem.cells);
        let per_day = problem.cells / 7;
        let cells: BTreeSet<usize> = (0..=2 * self.width)
            .map(|k| (middle + problem.cells + k - self.width) % problem.cells)
            .filter(|c| self.width <= per_day || c / per_day == middle / per_day)
            .collect();
        let mut heads = BTreeSet::new();
        for supply in &problem.supply {
            for cell in &cells {
                heads.extend(supply[*cell].iter().map(|(h, _)| *h));
            }
        }
        let mut placements = BTreeSet::new();
        for (index, placement) in problem.placements.iter().enumerate() {
            let touches = placement.options.iter().any(|o| {
                o.fixed.iter().any(|(c, _)| cells.contains(c))
                    || o.flexible.iter().any(|(p, _)| problem.pools[*p].cells.iter().any(|c| cells.contains(c)))
            });
            let spans = placement.options.first().is_some_and(|o| o.fixed.len() > 7 || !o.flexible.is_empty());
            if touches && (!spans || self.random.below(2) == 0) {
                placements.insert(index);
            }
        }
        // Lines that share a course with a freed one: a course is saved only when all its lines move.
        if self.random.below(3) == 0 {
            let courses: BTreeSet<usize> = placements
                .iter()
                .flat_map(|p| problem.placements[*p].options.iter().flat_map(|o| o.trainings.iter().copied()))
                .collect();
            for (index, placement) in problem.placements.iter().enumerate() {
                if placement.options.iter().any(|o| o.trainings.iter().any(|t| courses.contains(t))) {
                    placements.insert(index);
                }
            }
        }
        (heads, placements)
    }
}
