//! The search for plans: a first one, then better ones by annealing over heads and large neighbourhoods in turn.

use std::sync::atomic::Ordering;

use fordel_core::ward::Goal;

use crate::descent::Descent;
use crate::first::first;
use crate::lns::Walk;
use crate::mip::{Decision, Mip};
use crate::placing::place;
use crate::problem::Tied;
use crate::solver::{Observer, State};
use crate::team::{Board, Task};

/// A step takes about ten microseconds. An LP iteration counts so many,
const ITERATION: u64 = 20;
/// but on the way to the first plan so few, so that the prover sees that soon;
const FIRST_ITERATION: u64 = 1;
/// a solve, before its first iteration, so many,
const SOLVE: u64 = 800;
/// and so much work of the annealing ([`Descent::spent`]) counts as one.
const WORK: u64 = 2_000;
/// Neighbourhoods in a row, after each round of annealing, that may hold nothing better.
const NEIGHBOURHOODS: u32 = 5;
/// Rounds of annealing with tied heads that may find nothing better before each day stands on its own.
const PATIENCE: u32 = 2;

/// Finds plans until the search is over.
pub struct Finder<'a, 'b, 'e> {
    task: Task<'a>,
    board: &'b Board<'e>,
    steps: u64,
    /// LP iterations of the solve that is under way.
    iterations: u64,
    /// Whether there was a first plan: from then on the steps are limited where the clock isn't what ends the search.
    improving: bool,
    best: Option<(Decision, f64)>,
    over: bool,
}

impl<'a, 'b, 'e> Finder<'a, 'b, 'e> {
    /// Starts from a decision that holds, if there is one.
    pub fn new(task: Task<'a>, board: &'b Board<'e>, start: Option<(Decision, f64)>) -> Finder<'a, 'b, 'e> {
        Finder { task, board, steps: 0, iterations: 0, improving: false, best: start, over: false }
    }

    /// Runs to the end and writes what it finds on the board.
    pub fn run(mut self) {
        if self.best.is_none()
            && let Some(found) = first(self.task.problem, &mut self)
        {
            self.take(found);
        }
        self.improving = true;
        if let Some((start, _)) = self.best.clone() {
            self.improve(&start);
        }
    }

    /// Looks for better plans until the search is over.
    fn improve(&mut self, start: &Decision) {
        let problem = self.task.problem;
        if problem.heads.is_empty() {
            // A ward without shifts: what its lines weigh is nothing, and the prover soon has the best of them.
            return;
        }
        let anneals = self.task.goal == Goal::Cost && problem.max_moves.is_none();
        if anneals && let Some(tied) = problem.tied() {
            self.anneal_tied(&tied, start);
        }
        let mut descent = anneals.then(|| Descent::new(problem, start, 1));
        let mut walk = Walk::new(1);
        while !self.over {
            if let Some(descent) = &mut descent {
                self.best.iter().for_each(|best| descent.offer(&best.0));
                self.anneal(self.task.mip, descent, |heads| heads.to_vec());
            }
            let mut left = NEIGHBOURHOODS;
            while left > 0 && !self.over {
                let Some((from, _)) = self.best.clone() else { return };
                let found = walk.step(problem, self.task.mip, &from, self);
                left = if found.is_some() { NEIGHBOURHOODS } else { left - 1 };
                self.solved(found);
            }
        }
    }

    /// Where each day may stand on its own: first the same heads every day, a far smaller search.
    fn anneal_tied(&mut self, tied: &Tied, start: &Decision) {
        let mip = Mip::new(&tied.problem, self.task.goal, self.task.mip.kept());
        let start = Decision { heads: tied.tie(&start.heads), chosen: start.chosen.clone() };
        if !crate::search::holds(&tied.problem, &start) {
            return;
        }
        let mut descent = Descent::new(&tied.problem, &start, 1);
        let mut walk = Walk::new(1);
        let mut idle = 0;
        while !self.over && idle < PATIENCE {
            let before = descent.best_cost();
            self.anneal(&mip, &mut descent, |heads| tied.untie(heads));
            let mut left = NEIGHBOURHOODS;
            while left > 0 && !self.over {
                let from = descent.best().clone();
                let found = walk.step(&tied.problem, &mip, &from, self);
                left = if found.is_some() { NEIGHBOURHOODS } else { left - 1 };
                found.iter().for_each(|d| descent.adopt(d));
                self.solved(found.map(|d| Decision { heads: tied.untie(&d.heads), chosen: d.chosen }));
            }
            idle = if descent.best_cost() < before - 1e-6 { 0 } else { idle + 1 };
        }
    }

    /// A round of annealing, and its near misses placed exactly.
    fn anneal(&mut self, mip: &Mip, descent: &mut Descent, untie: impl Fn(&[u32]) -> Vec<u32>) {
        let untied = |d: Decision| Decision { heads: untie(&d.heads), chosen: d.chosen };
        loop {
            let before = descent.spent();
            let found = descent.step();
            let after = descent.spent();
            self.count(after.saturating_sub(before) / WORK, found.map(&untied));
            if self.over {
                return;
            }
            if after == 0 {
                break;
            }
        }
        for heads in descent.near_misses() {
            let found = place(mip, &heads, self);
            found.iter().for_each(|d| descent.offer(d));
            self.solved(found.map(&untied));
        }
    }

    /// Counts a solve that is over.
    fn solved(&mut self, found: Option<Decision>) {
        self.iterations = 0;
        self.count(SOLVE, found);
    }

    /// Counts steps, one at least, and takes what they found; what is cut off doesn't count.
    fn count(&mut self, steps: u64, found: Option<Decision>) {
        if self.spend(steps.max(1)) {
            return;
        }
        found.into_iter().for_each(|decision| self.take(decision));
    }

    /// Takes a decision if it is the best yet.
    fn take(&mut self, decision: Decision) {
        let value = self.task.value(&decision);
        if self.best.as_ref().is_none_or(|b| value < b.1) && self.task.holds(&decision) {
            let found = (decision, value);
            self.board.write(self.steps, &found);
            self.best = Some(found);
        }
    }

    /// Counts steps; true when the search is over.
    fn spend(&mut self, steps: u64) -> bool {
        let limit = self.task.finder_steps.filter(|_| self.improving);
        self.over = self.over
            || limit.is_some_and(|limit| self.steps + steps > limit)
            || self.board.deadline.passed()
            || self.board.over.load(Ordering::Relaxed);
        if !self.over {
            self.steps += steps;
            self.board.reach(self.steps);
        }
        self.over
    }
}

impl Drop for Finder<'_, '_, '_> {
    /// Also where it fails: else the prover would wait for it for ever.
    fn drop(&mut self) {
        self.board.ended();
    }
}

impl Observer for Finder<'_, '_, '_> {
    fn step(&mut self, state: &State) -> bool {
        let iterations = state.work.saturating_sub(self.iterations);
        self.iterations = state.work;
        self.spend(if self.improving { ITERATION } else { FIRST_ITERATION } * iterations)
    }
    fn seconds_left(&self) -> Option<f64> {
        self.board.deadline.seconds_left()
    }
}
