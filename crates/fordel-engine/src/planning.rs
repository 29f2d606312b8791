//! A request from start to end: the main plan, then what is told beside it.

use std::time::Duration;

use fordel_core::check;
use fordel_core::plan::{Cheapest, Ended, Limits, Plan, Status};
use fordel_core::ward::{Goal, Ward};

use crate::effort::{Clock, gap};
use crate::problem::{Problem, Scenario, Standing};
use crate::search::{Found, Wanted, search};
use crate::watch::{Phase, Watch};
use crate::{Request, Work, comparison, conflict, curve, tell, worth};

/// Plans the ward: the main plan, the comparisons, what binds and the curve.
///
/// The main plan keeps to [`Request::time_limit`] (or [`Request::work`]); everything beside it takes at most as long
/// again together.
pub fn plan(ward: &Ward, request: &Request, watch: &dyn Watch) -> Plan {
    let clock = Clock::start(watch);
    let problem = Problem::new(ward, &Scenario::of(request));
    let steps = request.work.as_ref().map(|w| w.by_goal(request.goals.len()));
    let wanted = Wanted {
        goals: &request.goals,
        gap: request.gap,
        until: request.time_limit,
        steps: steps.as_deref(),
        start: None,
        phase: None,
    };
    let found = search(&problem, &wanted, &clock);
    let mut plan = main_plan(ward, request, &problem, &found, clock.seconds());
    if !request.beside {
        return plan;
    }
    if ward.knows_staffing_today() || ward.lines.iter().any(|l| l.today.is_some()) {
        plan.today = check::today(ward);
    }
    let beside = Beside { ward, request, clock, from: clock.started.elapsed() };
    plan.carried = comparison::compare(&beside, Standing::Carried, 0.3);
    plan.rightmost = comparison::compare(&beside, Standing::Rightmost, 0.4);
    if found.infeasible {
        plan.conflict = conflict::explain(ward, &Scenario::of(request), &clock, beside.until(1.0));
    } else if plan.status != Status::Unknown {
        let least = if is_cost_first(request) {
            found
        } else {
            // What is told in kroner is told of the cheapest plan: here no goal has looked for it.
            let least = beside.cheapest(&problem, Phase::Curve, beside.until(0.5), found.decision.as_ref());
            tell_least(&mut plan, ward, &problem, &least);
            least
        };
        plan.curve = curve::curve(&beside, &problem, &least, &plan.carried);
        plan.worths = worth::worths(&beside, &problem, &least);
    }
    plan
}

fn is_cost_first(request: &Request) -> bool {
    request.goals.first().is_some_and(|(goal, _)| *goal == Goal::Cost)
}

/// Tells the cheapest plan, and what is proven of the cost of every plan under the same limits: from a search in which cost
/// is the first goal. In any other what is proven of the cost holds only under the goals before it.
fn tell_least(plan: &mut Plan, ward: &Ward, problem: &Problem, least: &Found) {
    let (Some(cheapest), (_, Some(bound))) = (&least.first, least.interval()) else { return };
    if let Some(cost) = plan.year_cost.filter(|_| plan.goals.iter().any(|g| g.goal == Goal::Cost)) {
        plan.bound = Some(bound);
        plan.gap = Some(gap(cost, bound));
    }
    plan.cheapest = Some(Cheapest {
        year_cost: problem.cost(&cheapest.heads, &cheapest.chosen),
        values: Goal::ALL.iter().map(|g| (*g, problem.goal(*g, &cheapest.heads, &cheapest.chosen))).collect(),
        groups: tell::groups(ward, problem, cheapest),
        placements: tell::placements(ward, problem, cheapest),
        staffing: tell::staffing(ward, problem, cheapest),
    });
}

/// What is solved beside the main plan, and until when.
pub struct Beside<'a> {
    /// The ward.
    pub ward: &'a Ward,
    /// What was asked.
    pub request: &'a Request,
    /// The request's clock.
    pub clock: Clock<'a>,
    /// When the main plan was done.
    from: Duration,
}

impl Beside<'_> {
    /// The time on the clock at which this share of the time beside the main plan is used.
    pub fn until(&self, share: f64) -> Duration {
        self.from + self.request.time_limit.mul_f64(share)
    }
    /// The least-cost search of a problem, from a start.
    pub fn cheapest(
        &self,
        problem: &Problem,
        phase: Phase,
        until: Duration,
        start: Option<&crate::mip::Decision>,
    ) -> Found {
        let wanted = Wanted {
            goals: &[(Goal::Cost, 0.0)],
            gap: self.request.gap,
            until,
            steps: None,
            start,
            phase: Some(phase),
        };
        search(problem, &wanted, &self.clock)
    }
}

/// The main plan, with nothing told beside it.
pub fn main_plan(ward: &Ward, request: &Request, problem: &Problem, found: &Found, seconds: f64) -> Plan {
    let proven = |g: &fordel_core::plan::GoalResult| gap(g.best, g.bound) <= request.gap * (1.0 + 1e-9);
    let status = match &found.decision {
        None if found.infeasible => Status::Infeasible,
        None => Status::Unknown,
        Some(_) if found.goals.len() == request.goals.len() && found.goals.iter().all(proven) => Status::Optimal,
        Some(_) => Status::Feasible,
    };
    let mut plan = Plan {
        unit: ward.unit.clone(),
        status,
        goals: found.goals.clone(),
        alike: request.alike,
        seconds,
        work: found.steps.iter().map(|s| s.prover).sum(),
        repeat: Work(found.steps.clone()).to_string(),
        ended: found.ended,
        limits: Limits {
            gap: request.gap,
            budget: request.budget_kr,
            max_moves: request.max_moves,
            pins: request.pins.iter().map(|(l, g)| (ward.lines[l.0].row, ward.group(*g).code.clone())).collect(),
        },
        version: env!("CARGO_PKG_VERSION").to_owned(),
        ..Plan::default()
    };
    if status == Status::Infeasible {
        plan.ended = Ended::Gap;
    }
    let Some(decision) = &found.decision else { return plan };
    plan.year_cost = Some(problem.cost(&decision.heads, &decision.chosen));
    plan.week_cost = Some(tell::week_cost(problem, decision));
    plan.placements = tell::placements(ward, problem, decision);
    plan.staffing = tell::staffing(ward, problem, decision);
    plan.workload = tell::workload(ward, problem, decision);
    plan.groups = tell::groups(ward, problem, decision);
    plan.training = tell::training(ward, problem, decision);
    if is_cost_first(request) {
        tell_least(&mut plan, ward, problem, found);
    }
    plan
}
