//! The search for a proof: the relaxation with divided lines, rows of the blocks' hulls that cut it, then everything whole.
//!
//! The relaxation with whole heads and courses is solved within seconds and lies close under the best plan, the closer
//! for the rows ([`crate::hull`]) that its heads are cut with.

use crate::block::blocks;
use crate::cover::Row;
use crate::effort::{Effort, gap};
use crate::hull::Hull;
use crate::mip::Decision;
use crate::solver::{End, INF, Model, Observer, Options, State};
use crate::team::{Board, Task};

/// Steps of the finder that the prover lets it come farther, rather too few than so many that it waits for it: for each of its own
/// steps in the relaxation,
const AHEAD_RELAXED: u64 = 300;
/// with everything whole, where steps are shorter,
const AHEAD_WHOLE: u64 = 60;
/// in a small solve beside the goal,
const AHEAD_ASIDE: u64 = 50;
/// and for each LP iteration.
const AHEAD_ITERATION: u64 = 7;
/// Gap at which the relaxation has told enough.
const RELAXED_GAP: f64 = 2e-4;
/// LP iterations for one row.
const ROW_WORK: u64 = 8_000;
/// Times that the relaxation is cut and solved again,
const CUTS: usize = 3;
/// and of its solutions, those that are looked at.
const LAST: usize = 2;
/// A bound that rises by less than this share has stalled
const STALL: f64 = 1e-4;
/// after so many LP iterations, or, where the relaxation is a brief one, after so many.
const STALL_WORK: u64 = 60_000;
const EARLY_STALL: u64 = 6_000;
/// Placements up to which lines are few: whole lines then count for more than the relaxation sees.
const FEW: usize = 250;

/// Proves until the gap is closed or the effort ends.
pub struct Prover<'a, 'b, 'e, 'f> {
    task: Task<'a>,
    board: &'b Board<'e>,
    effort: &'f mut Effort<'e>,
    /// The best decision known, and its value.
    pub best: Option<(Decision, f64)>,
    /// Proven lower bound.
    pub bound: f64,
    /// Rows on heads that every decision keeps.
    pub rows: Vec<Row>,
    /// As of which step the finder's plans are taken.
    ahead: u64,
    /// LP iterations of the solve that is under way.
    iterations: u64,
    /// Solutions since the last step.
    waiting: Vec<Decision>,
    over: bool,
}

impl<'a, 'b, 'e, 'f> Prover<'a, 'b, 'e, 'f> {
    /// Starts from a decision that holds, if there is one.
    pub fn new(
        task: Task<'a>,
        board: &'b Board<'e>,
        effort: &'f mut Effort<'e>,
        best: Option<(Decision, f64)>,
    ) -> Prover<'a, 'b, 'e, 'f> {
        Prover {
            task,
            board,
            effort,
            best,
            bound: -INF,
            rows: Vec::new(),
            ahead: 0,
            iterations: 0,
            waiting: Vec::new(),
            over: false,
        }
    }

    /// Runs to the end; true if it is proven that no decision exists.
    pub fn run(&mut self) -> bool {
        let task = self.task;
        let mut model = task.mip.model.clone();
        // Where lines are few, or each day stands on its own, the relaxation tells soon what it can tell.
        let brief = task.problem.placements.len() <= FEW || task.problem.tied().is_some();
        let mut hulls: Vec<Hull> =
            if brief { Vec::new() } else { blocks(task.problem).into_iter().map(Hull::new).collect() };
        for _ in 0..CUTS {
            let (infeasible, points) = self.relax(&model, if brief { EARLY_STALL } else { STALL_WORK });
            if self.over || infeasible {
                return !self.over;
            }
            if !self.cut(&mut hulls, &mut model, points.iter().rev().take(LAST)) {
                break;
            }
        }
        if self.over {
            return false;
        }
        let start = self.best.as_ref().and_then(|b| task.mip.write(task.problem, &b.0));
        let options = Options { gap: task.gap, start: start.as_deref(), ..Options::default() };
        let outcome = model.solve(&options, Some(&mut Whole(self)));
        match outcome.end {
            _ if self.over => return false,
            End::Infeasible => return self.best.is_none(),
            End::Optimal => {
                outcome.solution.iter().for_each(|s| self.take(task.mip.read(s)));
                self.raise(outcome.bound);
            }
            End::Stopped => {}
        }
        // Where the solver gives up before the effort ends, the finder goes on.
        while !self.over && outcome.end == End::Stopped && !self.board.gave_up() {
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.over = self.effort.step();
        }
        false
    }

    /// Adds rows that the solutions' heads break; true if there are any.
    fn cut<'s>(
        &mut self,
        hulls: &mut [Hull],
        model: &mut Model,
        solutions: impl Iterator<Item = &'s Vec<f64>>,
    ) -> bool {
        let task = self.task;
        let mut found = false;
        for solution in solutions {
            let heads: Vec<f64> = task.mip.heads.iter().map(|c| solution[c.0]).collect();
            for hull in hulls.iter_mut().filter(|h| !h.spent) {
                let rows = hull.separate(&heads, ROW_WORK, &mut Aside(self));
                if self.over {
                    break;
                }
                found |= !rows.is_empty();
                for row in &rows {
                    model.row(row.least, INF, row.terms.iter().map(|(h, a)| (task.mip.heads[*h], *a)));
                }
                self.rows.extend(rows);
            }
        }
        found && !self.over
    }

    /// Solves the relaxation with whole heads and courses until its bound has not risen for so many LP iterations;
    /// whether it has no solution, and the solutions on the way.
    fn relax(&mut self, model: &Model, stall: u64) -> (bool, Vec<Vec<f64>>) {
        let mut relaxed = model.clone();
        self.task.mip.options.iter().flatten().for_each(|c| relaxed.set_whole(*c, false));
        let mut follower = Relaxed { bound: self.bound, prover: self, points: Vec::new(), last: 0, stall };
        let outcome = relaxed.solve(&Options { gap: RELAXED_GAP, ..Options::default() }, Some(&mut follower));
        let points = follower.points;
        if !self.over {
            self.raise(outcome.bound);
        }
        (outcome.end == End::Infeasible, points)
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

    /// A step of a solve of the goal; see [`Self::go_on`].
    fn step(&mut self, state: &State, farther: u64) -> bool {
        // A solve that begins counts from nought again.
        let iterations = if state.work < self.iterations { state.work } else { state.work - self.iterations };
        self.iterations = state.work;
        self.go_on(state.bound, farther + AHEAD_ITERATION * iterations)
    }

    /// A step with the bound of the goal, if the solve has one; the finder may come so much farther. True when the search is
    /// over.
    ///
    /// What was found since the step before counts only if the effort goes on: the clock cuts a solve off anywhere
    /// between two steps, and a search that is repeated by its work must take neither more nor less.
    fn go_on(&mut self, bound: f64, farther: u64) -> bool {
        self.over = self.over || self.effort.step();
        if self.over {
            return true;
        }
        self.raise(bound);
        std::mem::take(&mut self.waiting).into_iter().for_each(|d| self.take(d));
        self.ahead += farther.max(1);
        if let Some(found) = self.board.best_after(self.ahead)
            && self.best.as_ref().is_none_or(|b| found.1 < b.1)
        {
            self.best = Some(found);
        }
        let value = self.best.as_ref().map(|b| b.1);
        self.effort.note(value.or_else(|| self.board.latest()), Some(self.bound));
        self.over = value.is_some_and(|v| gap(v, self.bound) <= self.effort.gap());
        self.over
    }
}

/// Follows a solve beside the goal: its bound says nothing of it.
struct Aside<'p, 'a, 'b, 'e, 'f>(&'p mut Prover<'a, 'b, 'e, 'f>);

impl Observer for Aside<'_, '_, '_, '_, '_> {
    fn step(&mut self, _: &State) -> bool {
        self.0.go_on(-INF, AHEAD_ASIDE)
    }
    fn ended(&mut self, _: &State) {
        self.0.go_on(-INF, 0);
    }
    fn seconds_left(&self) -> Option<f64> {
        self.0.board.deadline.seconds_left()
    }
}

/// Follows the relaxation: stops it where its bound stalls, and keeps its solutions.
struct Relaxed<'p, 'a, 'b, 'e, 'f> {
    prover: &'p mut Prover<'a, 'b, 'e, 'f>,
    points: Vec<Vec<f64>>,
    /// The bound when it last rose, and the LP iterations then.
    bound: f64,
    last: u64,
    /// LP iterations without a rise after which it has stalled.
    stall: u64,
}

impl Observer for Relaxed<'_, '_, '_, '_, '_> {
    fn step(&mut self, state: &State) -> bool {
        let over = self.prover.step(state, AHEAD_RELAXED);
        if self.prover.bound > self.bound + STALL * self.bound.abs() {
            (self.bound, self.last) = (self.prover.bound, state.work);
        }
        over || state.work > self.last + self.stall
    }
    fn ended(&mut self, state: &State) {
        self.prover.step(state, 0);
    }
    fn seconds_left(&self) -> Option<f64> {
        self.prover.board.deadline.seconds_left()
    }
    fn improved(&mut self, _: &State, solution: &[f64]) {
        self.points.push(solution.to_vec());
    }
}

/// Follows the whole problem: its solutions are decisions, and the finder's are handed to it.
struct Whole<'p, 'a, 'b, 'e, 'f>(&'p mut Prover<'a, 'b, 'e, 'f>);

impl Observer for Whole<'_, '_, '_, '_, '_> {
    fn step(&mut self, state: &State) -> bool {
        self.0.step(state, AHEAD_WHOLE)
    }
    fn ended(&mut self, state: &State) {
        self.0.step(state, 0);
    }
    fn seconds_left(&self) -> Option<f64> {
        self.0.board.deadline.seconds_left()
    }
    fn improved(&mut self, _: &State, solution: &[f64]) {
        self.0.waiting.push(self.0.task.mip.read(solution));
    }
    fn offer(&mut self, state: &State) -> Option<Vec<f64>> {
        let (decision, value) = self.0.best.as_ref()?;
        let task = self.0.task;
        (*value < state.value - 1e-6 * value.abs()).then(|| task.mip.write(task.problem, decision))?
    }
}
