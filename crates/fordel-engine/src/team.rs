//! Two searches on one goal, in step: one proves, one finds.
//!
//! *Prover*: HiGHS, first with divided placements (whole heads: a bound within seconds), then with everything whole.
//! *Finder*: a first plan, annealing over heads ([`crate::descent`]) and large neighbourhoods ([`crate::lns`]).
//!
//! They meet after every round, a fixed number of steps of each, and only there exchange plans and bounds. So the
//! course of the search depends on nothing but the problem, and the number of rounds repeats it exactly, however fast
//! the machine. What was found in a round that the clock cut off is dropped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use fordel_core::ward::Goal;

use crate::descent::Descent;
use crate::effort::{Deadline, Effort, gap};
use crate::first::first;
use crate::lns::Walk;
use crate::mip::{Decision, Mip};
use crate::problem::Problem;
use crate::search::holds;
use crate::solver::{End, Observer, Options, State};

/// Solver steps of the prover in one round,
const PROVER_STEPS: u32 = 400;
/// solver steps of the finder,
const FINDER_STEPS: u32 = 400;
/// and tries of its annealing.
const FINDER_TRIES: u32 = 60;
/// Tries of annealing, then neighbourhoods, in turn.
const TURN: (u32, u32) = (3000, 3);
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
    let table = Table {
        deadline: effort.deadline(),
        abort: AtomicBool::new(false),
        state: Mutex::new(Meeting {
            reached: Reached { best: start, bound: f64::NEG_INFINITY, infeasible: false },
            offers: [None, None],
            round: 0,
            over: false,
            effort,
        }),
        met: Condvar::new(),
    };
    std::thread::scope(|scope| {
        scope.spawn(|| prove(task, &table));
        scope.spawn(|| find(task, &table));
    });
    table.state.into_inner().unwrap_or_else(PoisonError::into_inner).reached
}

/// Who brings an offer.
#[derive(Clone, Copy)]
enum Role {
    Prover,
    Finder,
}

/// What one of the two brings to a meeting.
#[derive(Clone, Default)]
struct Offer {
    best: Option<(Decision, f64)>,
    bound: Option<f64>,
    infeasible: bool,
    proven: bool,
}

struct Meeting<'a, 'e> {
    reached: Reached,
    offers: [Option<Offer>; 2],
    round: u64,
    over: bool,
    effort: &'a mut Effort<'e>,
}

/// Where the two meet.
struct Table<'a, 'e> {
    deadline: Deadline<'e>,
    abort: AtomicBool,
    state: Mutex<Meeting<'a, 'e>>,
    met: Condvar,
}

impl Table<'_, '_> {
    /// Waits for the other, exchanges, and gives the best so far; nothing when the search is over.
    fn meet(&self, role: Role, offer: Offer) -> Option<Option<(Decision, f64)>> {
        let mut meeting = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if meeting.over {
            return None;
        }
        meeting.offers[role as usize] = Some(offer);
        if meeting.offers.iter().all(Option::is_some) {
            meeting.conclude(self.abort.load(Ordering::Relaxed));
            self.met.notify_all();
        } else {
            let round = meeting.round;
            while meeting.round == round && !meeting.over {
                meeting = self.met.wait(meeting).unwrap_or_else(PoisonError::into_inner);
            }
        }
        (!meeting.over).then(|| meeting.reached.best.clone())
    }

    /// Whether the round under way is to be cut off.
    fn hurry(&self) -> bool {
        if self.deadline.passed() {
            self.abort.store(true, Ordering::Relaxed);
        }
        self.abort.load(Ordering::Relaxed)
    }
}

impl Meeting<'_, '_> {
    /// Takes both offers, the prover's first, and decides whether to go on.
    fn conclude(&mut self, aborted: bool) {
        self.round += 1;
        let offers = std::mem::take(&mut self.offers);
        let mut proven = false;
        if !aborted {
            for offer in offers.into_iter().flatten() {
                if let Some((decision, value)) = offer.best
                    && self.reached.best.as_ref().is_none_or(|b| value < b.1)
                {
                    self.reached.best = Some((decision, value));
                }
                self.reached.bound = self.reached.bound.max(offer.bound.unwrap_or(f64::NEG_INFINITY));
                self.reached.infeasible |= offer.infeasible;
                proven |= offer.proven;
            }
        }
        let value = self.reached.best.as_ref().map(|b| b.1);
        self.effort.note(value, Some(self.reached.bound));
        let closed = value.is_some_and(|v| gap(v, self.reached.bound) <= self.effort.gap());
        self.over = self.effort.step() || aborted || proven || closed || self.reached.infeasible;
    }
}

/// Follows a solve for one of the two: counts its steps, meets the other, carries plans both ways.
struct Follower<'a, 't, 'm, 'e> {
    task: Task<'a>,
    table: &'t Table<'m, 'e>,
    role: Role,
    steps: u32,
    round: u32,
    over: bool,
    offer: Offer,
    /// Whether solutions of this solve are decisions, and its bounds bounds of the goal.
    whole: bool,
    bounds: bool,
    best: Option<(Decision, f64)>,
    /// The best plan of the table, if it is news to this solve.
    news: Option<Decision>,
}

impl Follower<'_, '_, '_, '_> {
    fn meet(&mut self) {
        self.steps = 0;
        match self.table.meet(self.role, self.offer.clone()) {
            None => self.over = true,
            Some(best) => {
                let better = |new: f64| self.best.as_ref().is_none_or(|b| new < b.1);
                if let Some((decision, value)) = best.filter(|b| better(b.1)) {
                    self.news = Some(decision.clone());
                    self.best = Some((decision, value));
                }
            }
        }
    }
    fn take(&mut self, decision: Decision) {
        let value = self.task.value(&decision);
        if self.offer.best.as_ref().is_none_or(|b| value < b.1) && self.task.holds(&decision) {
            self.offer.best = Some((decision, value));
        }
    }
}

impl Observer for Follower<'_, '_, '_, '_> {
    fn step(&mut self, state: &State) -> bool {
        if self.bounds && state.bound.is_finite() {
            self.offer.bound = Some(self.offer.bound.map_or(state.bound, |b| b.max(state.bound)));
        }
        self.steps += 1;
        if !self.over && (self.steps >= self.round || self.table.hurry()) {
            self.meet();
        }
        self.over
    }
    fn improved(&mut self, _: &State, solution: &[f64]) {
        if self.whole {
            let decision = self.task.mip.read(solution);
            self.take(decision);
        }
    }
    fn offer(&mut self, state: &State) -> Option<Vec<f64>> {
        let decision = self.news.take().filter(|_| self.whole && self.bounds)?;
        (self.task.value(&decision) < state.value).then(|| self.task.mip.write(self.task.problem, &decision))?
    }
}

fn follower<'a, 't, 'm, 'e>(task: Task<'a>, table: &'t Table<'m, 'e>, role: Role) -> Follower<'a, 't, 'm, 'e> {
    let round = if matches!(role, Role::Prover) { PROVER_STEPS } else { FINDER_STEPS };
    let best = task.start.filter(|d| task.holds(d)).map(|d| (d.clone(), task.value(d)));
    let offer = Offer::default();
    Follower { task, table, role, steps: 0, round, over: false, offer, whole: true, bounds: true, best, news: None }
}

/// The prover: divided placements, then everything whole.
fn prove(task: Task, table: &Table) {
    let mut follower = follower(task, table, Role::Prover);
    follower.whole = false;
    let mut divided = task.mip.model.clone();
    task.mip.options.iter().flatten().for_each(|c| divided.set_whole(*c, false));
    let options = Options { gap: DIVIDED_GAP, ..Options::default() };
    let outcome = divided.solve(&options, Some(&mut follower));
    if outcome.end == End::Infeasible {
        follower.offer.infeasible = true;
    } else if !follower.over {
        let known = follower.offer.bound.unwrap_or(f64::NEG_INFINITY).max(outcome.bound);
        follower.offer.bound = Some(known);
        follower.meet();
        if !follower.over {
            follower.whole = true;
            let start = follower.best.as_ref().and_then(|b| task.mip.write(task.problem, &b.0));
            follower.news = None;
            let mut model = task.mip.model.clone();
            // What the divided placements proved holds here too.
            let terms = task.mip.terms(task.problem, task.goal);
            model.row(known, crate::solver::INF, terms);
            let options = Options { gap: task.gap, start: start.as_deref(), ..Options::default() };
            let outcome = model.solve(&options, Some(&mut follower));
            match outcome.end {
                End::Infeasible => follower.offer.infeasible = true,
                End::Optimal => {
                    if let Some(solution) = &outcome.solution {
                        follower.take(task.mip.read(solution));
                    }
                    follower.offer.bound = Some(known.max(outcome.bound));
                    follower.offer.proven = true;
                }
                End::Stopped => {}
            }
        }
    }
    while !follower.over {
        follower.meet();
    }
}

/// The finder: a first plan, then annealing and neighbourhoods in turn.
fn find(task: Task, table: &Table) {
    let mut follower = follower(task, table, Role::Finder);
    follower.bounds = false;
    follower.whole = false;
    if follower.best.is_none()
        && let Some(decision) = first(task.problem, task.mip, &mut follower)
    {
        follower.take(decision);
    }
    while follower.best.is_none() && !follower.over {
        follower.meet();
    }
    let mut walk = Walk::new(1);
    let mut descent: Option<Descent> = None;
    while let Some((best, value)) = follower.best.clone()
        && !follower.over
    {
        if task.goal == Goal::Cost && task.problem.max_moves.is_none() {
            let descent = descent.get_or_insert_with(|| Descent::new(task.problem, &best, 1));
            if value < descent.best_cost() - 1e-6 {
                descent.adopt(&best);
            }
            for tries in 1..=TURN.0 {
                if let Some(decision) = descent.step() {
                    follower.take(decision);
                }
                if tries % FINDER_TRIES == 0 || table.hurry() {
                    follower.meet();
                }
                if follower.over {
                    return;
                }
            }
        }
        for _ in 0..TURN.1 {
            let Some((best, _)) = follower.best.clone() else { break };
            if let Some(decision) = walk.step(task.problem, task.mip, &best, &mut follower) {
                follower.take(decision);
            }
            follower.meet();
            if follower.over {
                return;
            }
        }
    }
}
