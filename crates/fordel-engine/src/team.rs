//! Two searches on one goal, side by side: one proves, one finds.
//!
//! *Prover* ([`crate::prover`]): relaxations with divided lines, cut by rows on heads, then HiGHS with everything whole.
//! *Finder* ([`crate::finder`]): a first plan ([`crate::first`]), then annealing over heads ([`crate::descent`]) and large
//! neighbourhoods ([`crate::lns`]).
//!
//! The finder never looks at the prover. The prover sees the finder's plans, but as of a moment that its own step
//! names: each of its steps lets the finder come so many steps farther, and it waits if the finder isn't there yet.
//! So the course of both depends on nothing but the problem, and their two numbers of steps repeat it exactly,
//! however fast the machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use fordel_core::ward::Goal;

use crate::cover::Row;
use crate::effort::{Deadline, Effort};
use crate::finder::Finder;
use crate::mip::{Decision, Mip};
use crate::problem::Problem;
use crate::prover::Prover;
use crate::search::holds;

/// What a team reached.
pub struct Reached {
    /// The best decision and its value.
    pub best: Option<(Decision, f64)>,
    /// Proven lower bound.
    pub bound: f64,
    /// Whether it is proven that no decision exists.
    pub infeasible: bool,
    /// Rows on heads that every decision keeps.
    pub rows: Vec<Row>,
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
    /// Value of a decision.
    pub fn value(&self, decision: &Decision) -> f64 {
        self.problem.goal(self.goal, &decision.heads, &decision.chosen)
    }
    /// Whether a decision keeps the problem's demands and the limits of the goals before.
    pub fn holds(&self, decision: &Decision) -> bool {
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
        log: Mutex::new(Log { entries: start.iter().map(|s| (0, s.clone())).collect(), steps: 0, done: false }),
        written: Condvar::new(),
    };
    std::thread::scope(|scope| {
        let finder = Finder::new(task, &board, start.clone());
        scope.spawn(move || finder.run());
        let mut prover = Prover::new(task, &board, effort, start);
        let infeasible = prover.run();
        let (best, bound, rows) = (prover.best, prover.bound, prover.rows);
        // The finder's later plans count only where the clock or the user ended the search.
        let cut_off = effort.ended().is_some();
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
        Reached { best, bound, infeasible, rows, finder_steps: log.steps }
    })
}

/// What the finder has found, and after how many of its steps.
struct Log {
    entries: Vec<(u64, (Decision, f64))>,
    steps: u64,
    done: bool,
}

/// Where the finder writes and the prover reads.
pub struct Board<'e> {
    /// When even the middle of a step is cut off.
    pub deadline: Deadline<'e>,
    /// Set when the prover needs no more plans.
    pub over: AtomicBool,
    log: Mutex<Log>,
    written: Condvar,
}

impl Board<'_> {
    fn lock(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The finder has come so far.
    pub fn reach(&self, steps: u64) {
        self.lock().steps = steps;
        self.written.notify_all();
    }

    /// The finder has found a better plan after so many steps.
    pub fn write(&self, steps: u64, found: &(Decision, f64)) {
        self.lock().entries.push((steps, found.clone()));
    }

    /// The finder has ended.
    pub fn ended(&self) {
        self.lock().done = true;
        self.written.notify_all();
    }

    /// Whether the finder has ended without a plan.
    pub fn gave_up(&self) -> bool {
        let log = self.lock();
        log.done && log.entries.is_empty()
    }

    /// Value of the finder's latest plan: for whoever follows the search, never for its course.
    pub fn latest(&self) -> Option<f64> {
        self.lock().entries.last().map(|e| e.1.1)
    }

    /// The finder's best before the last of so many of its steps; waits until it has come that far or has ended. What the last
    /// one finds is written after it is told that the finder has come so far, and whether it stands here yet is chance.
    pub fn best_after(&self, steps: u64) -> Option<(Decision, f64)> {
        let mut log = self.lock();
        while log.steps < steps && !log.done && !self.deadline.passed() {
            let pulse = std::time::Duration::from_millis(100);
            log = self.written.wait_timeout(log, pulse).unwrap_or_else(PoisonError::into_inner).0;
        }
        log.entries.iter().rev().find(|e| e.0 < steps).map(|e| e.1.clone())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::effort::Clock;
    use crate::watch::{Phase, Quiet};

    /// Else the prover's course would depend on which of the two is faster.
    #[test]
    fn what_the_finder_finds_with_a_step_is_seen_from_the_next_on() {
        let effort = Clock::start(&Quiet).effort(Phase::Curve, 0.0, Duration::ZERO, Some(1));
        let board = Board {
            deadline: effort.deadline(),
            over: AtomicBool::new(false),
            log: Mutex::new(Log { entries: Vec::new(), steps: 0, done: false }),
            written: Condvar::new(),
        };
        let seen = |steps: u64| board.best_after(steps).map(|found| found.1);
        board.reach(3);
        assert_eq!(seen(3), None);
        board.write(3, &(Decision { heads: Vec::new(), chosen: Vec::new() }, 7.0));
        assert_eq!(seen(3), None);
        board.reach(4);
        assert_eq!(seen(4), Some(7.0));
        board.ended();
        assert!(!board.gave_up(), "it has ended with a plan");
    }
}
