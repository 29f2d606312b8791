//! Fordel's own run: the main plan with the goal `cost`, told as the peers tell theirs.

use std::sync::Mutex;
use std::time::Duration;

use fordel_core::ward::{Goal, Ward};
use fordel_engine::{Progress, Request, Watch};

use crate::answer::{Given, Line};
use crate::arguments::Solve;

/// Prints each progress report as a line.
struct Told(Mutex<(Option<f64>, Option<f64>)>);

impl Watch for Told {
    fn progress(&self, progress: &Progress) {
        let Ok(mut last) = self.0.lock() else { return };
        let now = (progress.best, progress.bound);
        if *last != now {
            *last = now;
            print(&Line { t: progress.seconds, best: now.0, bound: now.1, ..Line::default() });
        }
    }
}

/// Plans a ward and prints how it went.
pub fn solve(ward: &Ward, asked: &Solve) {
    let request = Request {
        goals: vec![(Goal::Cost, 0.0)],
        gap: asked.gap,
        time_limit: Duration::from_secs_f64(asked.seconds),
        beside: false,
        ..Request::for_ward(ward)
    };
    let plan = fordel_engine::plan(ward, &request, &Told(Mutex::new((None, None))));
    print(&Line {
        t: plan.seconds,
        best: plan.year_cost,
        bound: plan.bound,
        end: Some(format!("{:?} by {:?}", plan.status, plan.ended)),
        plan: plan.year_cost.is_some().then_some(Given { placements: plan.placements, staffing: plan.staffing }),
        solution: None,
    });
}

fn print(line: &Line) {
    if let Ok(line) = serde_json::to_string(line) {
        println!("{line}");
    }
}
