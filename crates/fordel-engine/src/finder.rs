//! The search for better plans: annealing over heads and large neighbourhoods in turn.

use std::sync::atomic::Ordering;

use fordel_core::ward::Goal;

use crate::descent::Descent;
use crate::lns::Walk;
use crate::mip::{Decision, Mip};
use crate::placing::place;
use crate::problem::Tied;
use crate::solver::{Observer, State};
use crate::team::{Board, Task};

/// What one step of the solver counts in steps of the finder; a try of the annealing counts one.
const SOLVER_STEP: u64 = 25;
/// Neighbourhoods after each round of annealing.
const NEIGHBOURHOODS: u32 = 3;
/// Rounds of annealing with tied heads that may find nothing better before each day stands on its own.
const PATIENCE: u32 = 2;

/// Finds plans until the search is over.
pub struct Finder<'a, 'b, 'e> {
    task: Task<'a>,
    board: &'b Board<'e>,
    steps: u64,
    best: (Decision, f64),
    over: bool,
}

impl<'a, 'b, 'e> Finder<'a, 'b, 'e> {
    /// Starts from a decision that holds.
    pub fn new(task: Task<'a>, board: &'b Board<'e>, start: (Decision, f64)) -> Finder<'a, 'b, 'e> {
        Finder { task, board, steps: 0, best: start, over: false }
    }

    /// Runs to the end and writes what it finds on the board.
    pub fn run(mut self) {
        let problem = self.task.problem;
        let anneals = self.task.goal == Goal::Cost && problem.max_moves.is_none();
        if anneals && let Some(tied) = problem.tied() {
            self.anneal_tied(&tied);
        }
        let mut descent = anneals.then(|| Descent::new(problem, &self.best.0, 1));
        let mut walk = Walk::new(1);
        while !self.over {
            if let Some(descent) = &mut descent {
                if self.best.1 < descent.best_cost() - 1e-6 {
                    descent.adopt(&self.best.0);
                }
                self.anneal(self.task.mip, descent, |heads| heads.to_vec());
            }
            for _ in 0..NEIGHBOURHOODS {
                let from = self.best.0.clone();
                let found = walk.step(problem, self.task.mip, &from, &mut self);
                self.count(found);
            }
        }
        self.board.ended();
    }

    /// Where each day may stand on its own: first the same heads every day, a far smaller search.
    fn anneal_tied(&mut self, tied: &Tied) {
        let mip = Mip::new(&tied.problem, self.task.goal, self.task.mip.kept());
        let start = Decision { heads: tied.tie(&self.best.0.heads), chosen: self.best.0.chosen.clone() };
        if !crate::search::holds(&tied.problem, &start) {
            return;
        }
        let mut descent = Descent::new(&tied.problem, &start, 1);
        let mut walk = Walk::new(1);
        let mut idle = 0;
        while !self.over && idle < PATIENCE {
            let before = descent.best_cost();
            self.anneal(&mip, &mut descent, |heads| tied.untie(heads));
            for _ in 0..NEIGHBOURHOODS {
                let from = descent.best().clone();
                let found = walk.step(&tied.problem, &mip, &from, self);
                found.iter().for_each(|d| descent.adopt(d));
                self.count(found.map(|d| Decision { heads: tied.untie(&d.heads), chosen: d.chosen }));
            }
            idle = if descent.best_cost() < before - 1e-6 { 0 } else { idle + 1 };
        }
    }

    /// A round of annealing, and its near misses placed exactly.
    fn anneal(&mut self, mip: &Mip, descent: &mut Descent, untie: impl Fn(&[u32]) -> Vec<u32>) {
        let untied = |d: Decision| Decision { heads: untie(&d.heads), chosen: d.chosen };
        for _ in 0..descent.round_left() {
            let found = descent.step();
            self.count(found.map(&untied));
            if self.over {
                return;
            }
        }
        for heads in descent.near_misses() {
            let found = place(mip, &heads, self);
            found.iter().for_each(|d| descent.offer(d));
            self.count(found.map(&untied));
        }
    }

    /// Counts a step, and takes what it found; what a cut-off step found doesn't count.
    fn count(&mut self, found: Option<Decision>) {
        if self.spend(1) {
            return;
        }
        let Some(decision) = found else { return };
        let value = self.task.value(&decision);
        if value < self.best.1 && self.task.holds(&decision) {
            self.best = (decision, value);
            self.board.write(self.steps, &self.best);
        }
    }

    /// Counts steps; true when the search is over.
    fn spend(&mut self, steps: u64) -> bool {
        self.over = self.over
            || match self.task.finder_steps {
                Some(limit) => self.steps + steps > limit,
                None => self.board.deadline.passed(),
            }
            || self.board.over.load(Ordering::Relaxed);
        if !self.over {
            self.steps += steps;
            self.board.reach(self.steps);
        }
        self.over
    }
}

impl Observer for Finder<'_, '_, '_> {
    fn step(&mut self, _: &State) -> bool {
        self.spend(SOLVER_STEP)
    }
    fn seconds_left(&self) -> Option<f64> {
        self.board.deadline.seconds_left()
    }
}
