//! The lexicographic search: each goal in turn, under what the goals before it have reached.

use std::time::Duration;

use fordel_core::plan::{Ended, GoalResult};
use fordel_core::ward::Goal;

use crate::cover::Row;
use crate::effort::{Clock, gap};
use crate::mip::{Decision, Mip};
use crate::problem::Problem;
use crate::request::Steps;
use crate::team::{self, Task};
use crate::watch::Phase;

/// What a search is asked for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Goals in order, with tolerances.
    pub goals: &'a [(Goal, f64)],
    /// Gap at which a goal counts as proven.
    pub gap: f64,
    /// Until when, on the request's clock.
    pub until: Duration,
    /// Steps for each goal, in place of the clock.
    pub steps: Option<&'a [Steps]>,
    /// A decision to start from, if it holds.
    pub start: Option<&'a Decision>,
    /// What to call it in progress reports; none: the goal itself.
    pub phase: Option<Phase>,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The best decision.
    pub decision: Option<Decision>,
    /// The best decision for the first goal alone.
    pub first: Option<Decision>,
    /// Whether it is proven that there is none.
    pub infeasible: bool,
    /// Goals with what was reached and proven, as far as the search came.
    pub goals: Vec<GoalResult>,
    /// What ended it.
    pub ended: Ended,
    /// Steps by goal.
    pub steps: Vec<Steps>,
}

impl Found {
    /// Value and bound of the first goal.
    pub fn interval(&self) -> (Option<f64>, Option<f64>) {
        (self.goals.first().map(|g| g.best), self.goals.first().map(|g| g.bound))
    }
}

/// The share of the time left that a goal may take when others follow it.
const SHARE: f64 = 0.6;

/// Rounding in sums of kroner and minutes that a limit on an earlier goal must let through.
fn with_tolerance(best: f64, tolerance: f64) -> f64 {
    best * (1.0 + tolerance) + 1e-6 * (1.0 + best.abs() * 1e-3)
}

/// Searches for the best decision.
pub fn search(problem: &Problem, wanted: &Wanted, clock: &Clock) -> Found {
    let mut found = Found {
        decision: wanted.start.filter(|d| holds(problem, d)).cloned(),
        first: None,
        infeasible: false,
        goals: Vec::new(),
        ended: Ended::Gap,
        steps: Vec::new(),
    };
    if problem.placements.iter().any(|p| p.options.is_empty()) {
        found.infeasible = true;
        found.decision = None;
        return found;
    }
    let mut kept: Vec<(Goal, f64)> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for (index, (goal, tolerance)) in wanted.goals.iter().enumerate() {
        let last = index + 1 == wanted.goals.len();
        let now = clock.started.elapsed();
        let left = wanted.until.saturating_sub(now);
        let until = now + if last { left } else { left.mul_f64(SHARE) };
        let steps = wanted.steps.map(|s| s.get(index).copied().unwrap_or_default());
        let phase = wanted.phase.unwrap_or(Phase::Goal(*goal));
        let mut effort = clock.effort(phase, wanted.gap * (1.0 + 1e-9), until, steps.map(|s| s.prover));
        let mut mip = Mip::new(problem, *goal, &kept);
        mip.tighten(&rows);
        let start = found.decision.as_ref();
        let finder_steps = steps.map(|s| s.finder);
        let task = Task { problem, mip: &mip, goal: *goal, gap: wanted.gap, start, finder_steps };
        let reached = team::search(task, &mut effort);
        // A search that the proof ended took all its steps: repeated, it may take one more, which it never asks for.
        let prover = effort.steps() + u64::from(effort.ended().is_none());
        found.steps.push(Steps { prover, finder: reached.finder_steps });
        rows.extend(reached.rows);
        let Some((decision, best)) = reached.best else {
            found.infeasible = reached.infeasible && index == 0;
            found.ended = if found.infeasible { Ended::Gap } else { effort.ended().unwrap_or(Ended::Time) };
            break;
        };
        // A bound may lie above the value by the solver's own tolerances; a search cut off before it had any bound
        // still knows that no goal is below nought.
        let bound = reached.bound.max(0.0).min(best);
        found.goals.push(GoalResult { goal: *goal, value: best, best, bound, tolerance: *tolerance });
        if index == 0 {
            found.first = Some(decision.clone());
        }
        found.decision = Some(decision);
        if gap(best, bound) > effort.gap()
            && let Some(ended) = effort.ended()
        {
            found.ended = ended;
            if ended == Ended::Cancelled {
                break;
            }
        }
        kept.push((*goal, with_tolerance(best, *tolerance)));
    }
    if let Some(decision) = &found.decision {
        for result in &mut found.goals {
            result.value = problem.goal(result.goal, &decision.heads, &decision.chosen);
        }
    }
    found
}

/// Whether a decision keeps every demand of the problem, counted anew.
pub fn holds(problem: &Problem, decision: &Decision) -> bool {
    let within = |h: &crate::problem::HeadVar, n: &u32| (h.min..=h.max).contains(n);
    let sum = |terms: &[(usize, f64)]| -> f64 { terms.iter().map(|(h, a)| a * f64::from(decision.heads[*h])).sum() };
    let mut held = vec![0.0; problem.instants.len()];
    for (placement, option) in problem.placements.iter().zip(&decision.chosen) {
        placement.options[*option].holds.iter().for_each(|(i, people)| held[*i] += people);
    }
    let cost = || problem.cost(&decision.heads, &decision.chosen);
    problem.heads.iter().zip(&decision.heads).all(|(h, n)| within(h, n))
        && problem.limits.iter().all(|l| (l.least - 1e-7..=l.most + 1e-7).contains(&sum(&l.terms)))
        && problem.instants.iter().zip(&held).all(|(i, people)| sum(&i.heads) >= people - 1e-9)
        && problem.max_moves.is_none_or(|most| problem.moves(&decision.chosen) <= most)
        && problem.budget_kr.is_none_or(|most| cost() <= most * (1.0 + 1e-9))
        && crate::flexible::spread(problem, decision).is_some()
}
