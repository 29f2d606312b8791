//! What a run prints, and what its plan costs by our own count.

use std::collections::BTreeMap;

use fordel_core::check;
use fordel_core::plan::{Heads, Placed, Plan, Status};
use fordel_core::ward::Ward;
use fordel_engine::mip::Mip;
use fordel_engine::problem::Problem;
use fordel_engine::tell;
use serde::{Deserialize, Serialize};

use crate::record::Point;

/// A line that a run prints: progress, or with `end` the answer.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Line {
    /// Seconds since the solver was handed the model.
    pub t: f64,
    /// Best value.
    pub best: Option<f64>,
    /// Proven bound.
    pub bound: Option<f64>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// A peer's plan: the value of each column by its name in the model file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<BTreeMap<String, f64>>,
    /// Our plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Given>,
}

/// A plan without its figures.
#[derive(Debug, Serialize, Deserialize)]
pub struct Given {
    /// Which line stands where.
    pub placements: Vec<Placed>,
    /// Heads.
    pub staffing: Vec<Heads>,
}

/// What a run has told.
#[derive(Debug)]
pub struct Answer {
    /// What was known when.
    pub trace: Vec<Point>,
    /// How it ended.
    pub end: String,
    /// Seconds that it took.
    pub took: f64,
    /// Its plan.
    plan: Option<Given>,
    solution: Option<BTreeMap<String, f64>>,
}

impl Answer {
    /// Reads what a run printed.
    ///
    /// # Errors
    /// If it has no answer.
    pub fn read(printed: &str) -> Result<Answer, String> {
        let lines: Vec<Line> = printed.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let trace = lines.iter().map(|l| Point { t: l.t, best: l.best, bound: l.bound }).collect();
        let last = lines.into_iter().next_back().ok_or("it said nothing")?;
        let end = last.end.ok_or("it ended without an answer")?;
        Ok(Answer { trace, end, took: last.t, plan: last.plan, solution: last.solution })
    }

    /// The cost of its plan by the independent checker, which knows the ward and not the model; or the rules that
    /// are broken. Nothing if it gave no plan.
    pub fn counted(&self, ward: &Ward, problem: &Problem, mip: &Mip) -> Option<Result<f64, Vec<String>>> {
        let read = |solution| {
            let decision = mip.read(&by_column(solution, mip.model.columns()));
            let placements = tell::placements(ward, problem, &decision);
            Given { placements, staffing: tell::staffing(ward, problem, &decision) }
        };
        let told;
        let given = match (&self.plan, &self.solution) {
            (Some(plan), _) => plan,
            (None, Some(solution)) => {
                told = read(solution);
                &told
            }
            (None, None) => return None,
        };
        let plan = Plan {
            unit: ward.unit.clone(),
            status: Status::Feasible,
            alike: ward.settings.alike,
            placements: given.placements.clone(),
            staffing: given.staffing.clone(),
            ..Plan::default()
        };
        let report = check::check(ward, &plan);
        let broken: Vec<String> = report.broken.into_iter().map(|b| b.rule).collect();
        Some(if broken.is_empty() { Ok(report.recomputed.year_cost) } else { Err(broken) })
    }
}

/// Values in the order of the columns, which the model file names `c0`, `c1` …
fn by_column(solution: &BTreeMap<String, f64>, columns: usize) -> Vec<f64> {
    (0..columns).map(|c| solution.get(&format!("c{c}")).copied().unwrap_or(0.0)).collect()
}
