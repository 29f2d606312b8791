//! Large neighbourhood search: from a plan that holds, free the heads and lines around some stretch of the day, or those
//! of a few groups, solve that part exactly, and keep what is better (Shaw 1998).

use std::collections::BTreeSet;

use fordel_core::random::Random;
use fordel_core::ward::GroupId;

use crate::mip::{Decision, Mip};
use crate::problem::Problem;
use crate::solver::{End, Observer, Options, State, solve_reduced};

/// Nodes that one neighbourhood may take.
const NODES: usize = 200;
/// LP iterations that one neighbourhood may take: another one is worth more than the end of a slow one.
const WORK: u64 = 1_500;
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
        let by_group = self.random.below(3) == 0;
        let (heads, placements) = if by_group { self.some_groups(problem, best) } else { self.some_hours(problem) };
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
        let (end, solution) = solve_reduced(&model, &options, &mut Brief(observer))?;
        let found = solution.map(|s| (model.value(&s), mip.read(&s)));
        let better = found.filter(|(value, _)| *value < before - 1e-6 * (1.0 + before.abs() * 1e-3));
        if !by_group {
            self.adapt(problem, better.is_some(), end == End::Optimal);
        }
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

    /// The heads of two or three groups, all week or only on weekdays or in the weekend, and the placements that stand on these
    /// groups: what a change of whole positions takes.
    fn some_groups(&mut self, problem: &Problem, best: &Decision) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let all: Vec<GroupId> = problem.heads.iter().map(|h| h.group).collect();
        let drawn = 2 + self.random.below(2);
        let groups: BTreeSet<GroupId> = (0..drawn).map(|_| all[self.random.below(all.len())]).collect();
        let only_weekend = [None, Some(true), Some(false)][self.random.below(3)];
        let heads = problem.heads.iter().enumerate().filter(|(_, head)| {
            groups.contains(&head.group) && only_weekend.is_none_or(|weekend| head.tie().1 == weekend)
        });
        let placements = problem.placements.iter().zip(&best.chosen).enumerate();
        (
            heads.map(|(index, _)| index).collect(),
            placements.filter(|(_, (p, option))| groups.contains(&p.options[**option].group)).map(|(i, _)| i).collect(),
        )
    }

    /// A stretch of a day: a run of cells around some cell, or the hours of some shift.
    fn stretch(&mut self, problem: &Problem) -> BTreeSet<usize> {
        let per_day = problem.cells / 7;
        if self.random.below(2) == 0 {
            let head = self.random.below(problem.heads.len());
            let works = |cell: &usize| problem.supply.iter().any(|s| s[*cell].iter().any(|(h, _)| *h == head));
            let first = (0..problem.cells).find(works).unwrap_or(0);
            return (first..(first / per_day + 1) * per_day).filter(works).collect();
        }
        let middle = self.random.below(problem.cells);
        (0..=2 * self.width)
            .map(|k| (middle + problem.cells + k - self.width) % problem.cells)
            .filter(|c| self.width <= per_day || c / per_day == middle / per_day)
            .collect()
    }

    /// The heads and placements that touch a stretch of a day, and some of the lines that span days.
    fn some_hours(&mut self, problem: &Problem) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let cells = self.stretch(problem);
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

/// Follows a neighbourhood's solve, and ends it when it takes long.
struct Brief<'o>(&'o mut dyn Observer);

impl Observer for Brief<'_> {
    fn step(&mut self, state: &State) -> bool {
        self.0.step(state) || state.work > WORK
    }
    fn seconds_left(&self) -> Option<f64> {
        self.0.seconds_left()
    }
}
