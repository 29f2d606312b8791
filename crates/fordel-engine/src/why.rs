//! Why a line stands where it does: what every other group would cost, or the rule that forbids it.

use fordel_core::order::Forbidden;
use fordel_core::plan::{Difference, Other, Plan, Why};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{Goal, GroupId, LineId, Ward};

use crate::Request;
use crate::effort::Clock;
use crate::elsewhere;
use crate::mip::Decision;
use crate::problem::{Problem, Scenario};
use crate::search::{Found, Wanted, holds, search};
use crate::tell;
use crate::watch::{Phase, Watch};

/// For each placement of the line in `row`: what each other qualifying group would cost a year, in årsverk and
/// courses (the least cost with the placement there minus the least cost with it here, under the same limits, as an
/// interval from both solves' bounds), and for each group that doesn't qualify, the rule. Empty if no such row.
pub fn why(ward: &Ward, request: &Request, plan: &Plan, row: u32, watch: &dyn Watch) -> Vec<Why> {
    let Some(line) = ward.line_by_row(row) else { return Vec::new() };
    let clock = Clock::start(watch);
    let scenario = Scenario::of(request);
    let problem = Problem::new(ward, &scenario);
    let order = ward.order();
    let task = &ward.lines[line.0];
    let own: Vec<_> = problem.placements.iter().filter(|p| p.line == line).collect();
    let questions: usize = own.iter().map(|p| p.options.len()).sum();
    let mut asked = 0;
    let mut told = Vec::new();
    for placement in &own {
        let days: Vec<u8> = placement.days.iter().map(Day::number).collect();
        let Some(stands) = plan.placements.iter().find(|p| p.row == row && p.days == days) else { continue };
        let Some(here) = ward.group_by_code(&stands.group) else { continue };
        let mut least = |group: GroupId| {
            asked += 1;
            let mut held = scenario.clone();
            held.held.push((line, placement.days, group, true));
            let problem = Problem::new(ward, &held);
            let start = nearest(ward, &problem, plan, (line, placement.days, group));
            let wanted = Wanted {
                goals: &[(Goal::Cost, 0.0)],
                gap: request.gap,
                until: request.time_limit.mul_f64(f64::from(asked) / questions as f64),
                steps: None,
                start: start.as_ref(),
                phase: Some(Phase::Why),
            };
            let found = search(&problem, &wanted, &clock);
            Solved { problem, found }
        };
        let base = least(here);
        let mut others = Vec::new();
        for group in ward.group_ids().filter(|g| *g != here) {
            let code = ward.group(group).code.clone();
            let forbidden = order.forbids(task, group).or_else(|| pinned_by_request(request, line, group));
            others.push(match forbidden {
                Some(reason) => {
                    let (rule, by) = match reason {
                        Forbidden::PinnedElsewhere(g) => ("pinned", Some(g)),
                        Forbidden::NotInOnly => ("only", None),
                        Forbidden::BelowLowest(g) => ("lowest", Some(g)),
                    };
                    let by = by.map(|g| ward.group(g).code.clone());
                    Other { group: code, forbidden: Some(rule.into()), by, cost: None }
                }
                None => {
                    let there = least(group);
                    Other {
                        group: code,
                        forbidden: None,
                        by: None,
                        cost: Some(difference(ward, request.floor, &base, &there)),
                    }
                }
            });
        }
        told.push(Why {
            row,
            task: task.name.clone(),
            timing: ward.timing_label(&task.timing),
            days,
            group: stands.group.clone(),
            others,
        });
    }
    told
}

/// The plan with the line on that group, and if need be one more head on one of the group's shifts, or on all of them:
/// something to start from.
fn nearest(
    ward: &Ward,
    problem: &Problem,
    plan: &Plan,
    (line, days, group): (LineId, DaySet, GroupId),
) -> Option<Decision> {
    let moved = elsewhere::read(ward, problem, plan, Some((line, days, group)))?;
    if holds(problem, &moved) {
        return Some(moved);
    }
    let more = |of: &dyn Fn(usize) -> bool| {
        let mut raised = moved.clone();
        for (at, head) in problem.heads.iter().enumerate() {
            let one_more = head.group == group && of(at) && raised.heads[at] < head.max;
            raised.heads[at] += u32::from(one_more);
        }
        raised
    };
    let one = (0..problem.heads.len()).filter(|at| problem.heads[*at].group == group).map(|at| more(&|h| h == at));
    let cost = |decision: &Decision| problem.cost(&decision.heads, &decision.chosen);
    let cheapest = one.filter(|raised| holds(problem, raised)).min_by(|a, b| cost(a).total_cmp(&cost(b)));
    cheapest.or_else(|| Some(more(&|_| true)).filter(|raised| holds(problem, raised)))
}

struct Solved {
    problem: Problem,
    found: Found,
}

fn pinned_by_request(request: &Request, line: LineId, group: GroupId) -> Option<Forbidden> {
    let pin = request.pins.iter().find(|(l, g)| *l == line && *g != group);
    pin.map(|(_, g)| Forbidden::PinnedElsewhere(*g))
}

fn difference(ward: &Ward, floor: Option<f64>, here: &Solved, there: &Solved) -> Difference {
    // What is proven of all plans is proven of those with the line on one group.
    let interval = |solved: &Solved| {
        let (value, bound) = solved.found.interval();
        let raised = bound.map(|bound| bound.max(floor.unwrap_or(bound)));
        (value, raised.zip(value).map(|(bound, value)| bound.min(value)))
    };
    let ((value, bound), (there_value, there_bound)) = (interval(here), interval(there));
    let both = here.found.decision.as_ref().zip(there.found.decision.as_ref());
    let fte = |solved: &Solved, decision: &Decision| -> f64 {
        tell::groups(ward, &solved.problem, decision).iter().map(|g| g.fte).sum()
    };
    let courses = |solved: &Solved, decision: &Decision| -> Vec<(String, String)> {
        let taken = tell::training(ward, &solved.problem, decision);
        taken.into_iter().map(|t| (t.group, t.course)).collect()
    };
    Difference {
        low: there_bound.zip(value).map(|(there, here)| there - here),
        high: there_value.zip(bound).map(|(there, here)| there - here),
        impossible: there.found.infeasible,
        heads_fixed: false,
        fte: both.map(|(h, t)| fte(there, t) - fte(here, h)),
        courses: both.map_or_else(Vec::new, |(h, t)| {
            let before = courses(here, h);
            courses(there, t).into_iter().filter(|c| !before.contains(c)).collect()
        }),
    }
}
