//! Two searches on one goal, side by side: one proves, one finds.
//!
//! *Prover*: HiGHS, first with divided placements (whole heads: a bound within seconds), then with everything whole.
//! *Finder*: annealing over heads ([`crate::descent`]) and large neighbourhoods ([`crate::lns`]).
//!
//! The finder never looks at the prover. The prover sees the finder's plans, but as of a moment that its own step
//! names: at step t, what the finder had after `AHEAD × t` of its steps, and it waits if the finder isn't there yet.
//! So the course of both depends on nothing but the problem, and their two numbers of steps repeat it exactly,
//! however fast the machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use fordel_core::ward::Goal;

use crate::descent::Descent;
use crate::effort::{Deadline, Effort, gap};
use crate::lns::Walk;
use crate::mip::{Decision, Mip};
use crate::placing::place;
use crate::problem::Problem;
use crate::search::holds;
use crate::solver::{End, INF, Observer, Options, State};

/// Steps of the finder that one step of the prover lets it be ahead.
const AHEAD: u64 = 10;
/// What one step of the solver counts in steps of the finder; a try of the annealing counts one.
const SOLVER_STEP: u64 = 25;
/// Neighbourhoods after each round of annealing.
const NEIGHBOURHOODS: u32 = 3;
/// Gap at which divided placements have told enough.
const DIVIDED_GAP: f64 = 2e-4;

/// What a team reached.
pub struct Reached {
    /// The best decision and its value.
    pub best: Option<(Decision, f64)>,
    /// Proven lower bound.
    pub bound: f64,
    /// Whether it is proven that no decision exists.
    pub infeasible: bool,
    /// Steps of the finder.
    pub finder_steps: u64,
}

/// What is searched.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Its model with the goal and the limits of the goals before it.
    pub mip: &'a Mip,
    /// The goal.
    pub goal: Goal,
    /// Gap at which it counts as proven.
    pub gap: f64,
    /// A decision to start from.
    pub start: Option<&'a Decision>,
    /// Steps of the finder, in place of the clock.
    pub finder_steps: Option<u64>,
}

impl Task<'_> {
    fn value(&self, decision: &Decision) -> f64 {
        self.problem.goal(self.goal, &decision.heads, &decision.chosen)
    }
    /// Whether a decision keeps the problem's demands and the limits of the goals before.
    fn holds(&self, decision: &Decision) -> bool {
        holds(self.problem, decision) && self.mip.keeps(self.problem, decision)
    }
}

/// Searches until the goal is proven or the effort ends.
pub fn search(task: Task, effort: &mut Effort) -> Reached {
    let start = task.start.filter(|d| task.holds(d)).map(|d| (d.clone(), task.value(d)));
    effort.note(start.as_ref().map(|s| s.1), None);
    let board = Board {
        deadline: effort.deadline(),
        over: AtomicBool::new(false),
        log: Mutex::new(Log {
            entries: start.iter().map(|s| (0, s.clone())).collect(),
            steps: 0,
            done: start.is_none(),
        }),
        written: Condvar::new(),
    };
    std::thread::scope(|scope| {
        if let Some((decision, value)) = &start {
            let finder = Finder { task, board: &board, steps: 0, best: (decision.clone(), *value) };
            scope.spawn(move || finder.run());
        }
        let mut prover =
            Prover { task, board: &board, effort, best: start.clone(), bound: -INF, whole: false, over: false };
        let infeasible = prover.run();
        // The finder's later plans count only where the clock or the user ended the search.
        let (best, bound, cut_off) = (prover.best.take(), prover.bound, prover.effort.ended().is_some());
        if !cut_off {
            board.over.store(true, Ordering::Relaxed);
        }
        let mut log = board.lock();
        while cut_off && !log.done {
            log = board.written.wait(log).unwrap_or_else(PoisonError::into_inner);
        }
        let latest = log.entries.last().filter(|_| cut_off).map(|e| e.1.clone());
        let best = match (best, latest) {
            (Some(a), Some(b)) => Some(if b.1 < a.1 { b } else { a }),
            (a, b) => a.or(b),
        };
        Reached { best, bound, infeasible, finder_steps: log.steps }
    })
}

/// What the finder has found, and after how many of its steps.
struct Log {
    entries: Vec<(u64, (Decision, f64))>,
    steps: u64,
    done: bool,
}

/// Where the finder writes and the prover reads.
struct Board<'e> {
    deadline: Deadline<'e>,
    over: AtomicBool,
    log: Mutex<Log>,
    written: Condvar,
}

impl Board<'_> {
    fn lock(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The finder's best after so many of its steps; waits until it has come that far or has ended.
    fn best_after(&self, steps: u64) -> Option<(Decision, f64)> {
        let mut log = self.lock();
        while log.steps < steps && !log.done && !self.deadline.passed() {
            let pulse = std::time::Duration::from_millis(100);
            log = self.written.wait_timeout(log, pulse).unwrap_or_else(PoisonError::into_inner).0;
        }
        log.entries.iter().rev().find(|e| e.0 <= steps).map(|e| e.1.clone())
    }
}

/// Annealing and neighbourhoods in turn.
struct Finder<'a, 'b, 'e> {
    task: Task<'a>,
    board: &'b Board<'e>,
    steps: u64,
    best: (Decision, f64),
}

impl Finder<'_, '_, '_> {
    fn run(mut self) {
        let (problem, mip) = (self.task.problem, self.task.mip);
        let anneals = self.task.goal == Goal::Cost && problem.max_moves.is_none();
        let mut descent = anneals.then(|| Descent::new(problem, &self.best.0, 1));
        let mut walk = Walk::new(1);
        'search: loop {
            if let Some(descent) = &mut descent {
                if self.best.1 < descent.best_cost() - 1e-6 {
                    descent.adopt(&self.best.0);
                }
                for _ in 0..descent.round_left() {
                    let found = descent.step();
                    if self.spend(1) {
                        break 'search;
                    }
                    found.into_iter().for_each(|d| self.take(d));
                }
            }
            let misses = descent.as_mut().map_or_else(Vec::new, Descent::near_misses);
            for heads in misses {
                let found = place(mip, &heads, &mut self);
                if self.spend(1) {
                    break 'search;
                }
                found.into_iter().for_each(|d| self.take(d));
            }
            for _ in 0..NEIGHBOURHOODS {
                let from = self.best.0.clone();
                let found = walk.step(problem, mip, &from, &mut self);
                if self.spend(1) {
                    break 'search;
                }
                found.into_iter().for_each(|d| self.take(d));
            }
        }
        self.board.lock().done = true;
        self.board.written.notify_all();
    }

    /// Counts steps; true when the search is over. What a cut-off step found doesn't count.
    fn spend(&mut self, steps: u64) -> bool {
        let over = match self.task.finder_steps {
            Some(limit) => self.steps + steps > limit,
            None => self.board.deadline.passed(),
        };
        if over || self.board.over.load(Ordering::Relaxed) {
            return true;
        }
        self.steps += steps;
        let mut log = self.board.lock();
        log.steps = self.steps;
        drop(log);
        self.board.written.notify_all();
        false
    }

    fn take(&mut self, decision: Decision) {
        let value = self.task.value(&decision);
        if value < self.best.1 && self.task.holds(&decision) {
            self.best = (decision, value);
            self.board.lock().entries.push((self.steps, self.best.clone()));
        }
    }
}

impl Observer for Finder<'_, '_, '_> {
    fn step(&mut self, _: &State) -> bool {
        self.spend(SOLVER_STEP)
    }
}

/// Divided placements, then everything whole.
struct Prover<'a, 'b, 'e, 'f> {
    task: Task<'a>,
    board: &'b Board<'e>,
    effort: &'f mut Effort<'e>,
    best: Option<(Decision, f64)>,
    bound: f64,
    /// Whether solutions of the solve under way are decisions.
    whole: bool,
    over: bool,
}

impl Prover<'_, '_, '_, '_> {
    /// Runs to the end; true if it is proven that no decision exists.
    fn run(&mut self) -> bool {
        let task = self.task;
        let mut divided = task.mip.model.clone();
        task.mip.options.iter().flatten().for_each(|c| divided.set_whole(*c, false));
        let outcome = divided.solve(&Options { gap: DIVIDED_GAP, ..Options::default() }, Some(self));
        if outcome.end == End::Infeasible {
            return true;
        }
        self.raise(outcome.bound);
        if self.over {
            return false;
        }
        self.whole = true;
        let start = self.best.as_ref().and_then(|b| task.mip.write(task.problem, &b.0));
        let mut model = task.mip.model.clone();
        // What the divided placements proved holds here too.
        model.row(self.bound, INF, task.mip.terms(task.problem, task.goal));
        let outcome =
            model.solve(&Options { gap: task.gap, start: start.as_deref(), ..Options::default() }, Some(self));
        match outcome.end {
            End::Infeasible => return self.best.is_none(),
            End::Optimal => {
                outcome.solution.iter().for_each(|s| self.take(task.mip.read(s)));
                self.raise(outcome.bound);
            }
            End::Stopped => {}
        }
        // Where the solver gives up before the effort ends, the finder goes on.
        while !self.over && outcome.end == End::Stopped && task.start.is_some() {
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.over = self.effort.step();
        }
        false
    }

    fn raise(&mut self, bound: f64) {
        if bound.is_finite() {
            self.bound = self.bound.max(bound);
        }
    }

    fn take(&mut self, decision: Decision) {
        let value = self.task.value(&decision);
        if self.best.as_ref().is_none_or(|b| value < b.1) && self.task.holds(&decision) {
            self.best = Some((decision, value));
        }
    }
}

impl Observer for Prover<'_, '_, '_, '_> {
    fn step(&mut self, state: &State) -> bool {
        if self.over {
            return true;
        }
        self.raise(state.bound);
        if let Some(found) = self.board.best_after(AHEAD * self.effort.steps())
            && self.best.as_ref().is_none_or(|b| found.1 < b.1)
        {
            self.best = Some(found);
        }
        let value = self.best.as_ref().map(|b| b.1);
        self.effort.note(value, Some(self.bound));
        let closed = value.is_some_and(|v| gap(v, self.bound) <= self.effort.gap());
        self.over = self.effort.step() || closed;
        self.over
    }
    fn improved(&mut self, _: &State, solution: &[f64]) {
        if self.whole {
            let decision = self.task.mip.read(solution);
            self.take(decision);
        }
    }
    fn offer(&mut self, state: &State) -> Option<Vec<f64>> {
        let (decision, value) = self.best.as_ref().filter(|_| self.whole)?;
        (*value < state.value - 1e-6 * value.abs()).then(|| self.task.mip.write(self.task.problem, decision))?
    }
}
