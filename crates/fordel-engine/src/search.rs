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
    /// Steps of each search, in order.
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
/// The share of all its time that a search must have left to begin on a goal again.
const LEAST: f64 = 0.02;

/// What is known of a goal beside its result.
struct Turn {
    /// The best decision for it.
    decision: Decision,
    /// What cut off the search on it, if that wasn't the proof.
    cut_off: Option<Ended>,
    /// How long the search on it took.
    took: Duration,
}

/// Rounding in sums of kroner and minutes.
fn rounding(value: f64) -> f64 {
    1e-6 * (1.0 + value.abs() * 1e-3)
}

/// What a limit on an earlier goal must let through.
fn with_tolerance(best: f64, tolerance: f64) -> f64 {
    best * (1.0 + tolerance) + rounding(best)
}

/// Searches for the best decision: each goal in turn. A goal that was cut off is searched again, from its best decision,
/// for as long as there is time (or work) left; where it becomes better, those after it get their turn anew.
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
    let least = wanted.until.saturating_sub(clock.started.elapsed()).mul_f64(LEAST);
    let mut turns: Vec<Turn> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut stopped = None;
    while let Some(index) = next(wanted, &found.goals, &turns) {
        let again = index < turns.len();
        let now = clock.started.elapsed();
        let left = wanted.until.saturating_sub(now);
        let steps = wanted.steps.map(|s| s.get(found.steps.len()).copied());
        if again && steps.map_or(left <= least, |s| s.is_none()) {
            break;
        }
        let steps = steps.map(Option::unwrap_or_default);
        let (goal, tolerance) = wanted.goals[index];
        let until = now + slice(left, index, wanted.goals.len(), &turns);
        let phase = wanted.phase.unwrap_or(Phase::Goal(goal));
        let mut effort = clock.effort(phase, wanted.gap * (1.0 + 1e-9), until, steps.map(|s| s.prover));
        // Counted from the best that is known by now, which a later goal may have found.
        let kept: Vec<(Goal, f64)> =
            found.goals[..index].iter().map(|g| (g.goal, with_tolerance(g.best, g.tolerance))).collect();
        let mut mip = Mip::new(problem, goal, &kept);
        mip.tighten(&rows);
        let best = turns.get(index).map(|turn| &turn.decision).filter(|d| mip.keeps(problem, d));
        let start = best.or(found.decision.as_ref());
        let finder_steps = steps.map(|s| s.finder);
        let task = Task { problem, mip: &mip, goal, gap: wanted.gap, start, finder_steps };
        let reached = team::search(task, &mut effort);
        // A search that the proof ended took all its steps: repeated, it may take one more, which it never asks for.
        let prover = effort.steps() + u64::from(effort.ended().is_none());
        found.steps.push(Steps { prover, finder: reached.finder_steps });
        rows.extend(reached.rows);
        let Some((decision, best)) = reached.best else {
            found.infeasible = reached.infeasible && index == 0;
            stopped = (!found.infeasible).then(|| effort.ended().unwrap_or(Ended::Time));
            break;
        };
        // A bound may lie above the value by the solver's own tolerances; a search cut off before it had any bound
        // still knows that no goal is below nought. What was proven before is proven still.
        let bound = found.goals.get(index).map_or(0.0, |known| known.bound).max(reached.bound);
        let cut_off = effort.ended();
        match found.goals.get_mut(index) {
            Some(known) if best + rounding(best) >= known.best => {
                known.bound = bound.min(known.best);
                turns[index].cut_off = cut_off;
            }
            _ => {
                found.goals.truncate(index);
                turns.truncate(index);
                better(problem, &decision, &mut found.goals, &mut turns);
                found.goals.push(GoalResult { goal, value: best, best, bound: bound.min(best), tolerance });
                let took = clock.started.elapsed().saturating_sub(now);
                turns.push(Turn { decision: decision.clone(), cut_off, took });
                found.decision = Some(decision);
            }
        }
        if cut_off == Some(Ended::Cancelled) && is_open(wanted, &found.goals[index]) {
            stopped = cut_off;
            break;
        }
    }
    if let Some(decision) = &found.decision {
        for result in &mut found.goals {
            result.value = problem.goal(result.goal, &decision.heads, &decision.chosen);
        }
    }
    let open = found.goals.iter().zip(&turns).filter(|(result, _)| is_open(wanted, result));
    found.ended = stopped.or_else(|| open.filter_map(|(_, turn)| turn.cut_off).next()).unwrap_or(Ended::Gap);
    found.first = turns.into_iter().next().map(|turn| turn.decision);
    found
}

/// The goal whose turn it is: the first that hasn't had one, else the last that is open since its search was cut off: those
/// before it have had the larger shares.
fn next(wanted: &Wanted, goals: &[GoalResult], turns: &[Turn]) -> Option<usize> {
    if goals.len() < wanted.goals.len() {
        return Some(goals.len());
    }
    goals.iter().zip(turns).rposition(|(result, turn)| turn.cut_off.is_some() && is_open(wanted, result))
}

/// Whether a goal's best value isn't proven within the gap.
fn is_open(wanted: &Wanted, result: &GoalResult) -> bool {
    gap(result.best, result.bound) > wanted.gap * (1.0 + 1e-9)
}

/// Of the time left, what a goal may take. One that is searched again leaves those after it twice what they took: they
/// may need it anew.
fn slice(left: Duration, index: usize, goals: usize, turns: &[Turn]) -> Duration {
    if index + 1 == goals {
        return left;
    }
    let share = left.mul_f64(SHARE);
    if index == turns.len() {
        return share;
    }
    let after: Duration = turns[index + 1..].iter().map(|turn| turn.took).sum();
    share.max(left.saturating_sub(2 * after))
}

/// Takes note of a decision for a later goal where it is the best yet for earlier ones.
fn better(problem: &Problem, decision: &Decision, goals: &mut [GoalResult], turns: &mut [Turn]) {
    for (result, turn) in goals.iter_mut().zip(turns) {
        let value = problem.goal(result.goal, &decision.heads, &decision.chosen);
        if value + rounding(value) < result.best {
            (result.best, result.bound) = (value, result.bound.min(value));
            turn.decision = decision.clone();
        }
    }
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
