//! A solve begins anew, whatever was solved before it in the same process.

use std::time::Instant;

use fordel_core::ward::Goal;
use fordel_engine::mip::Mip;
use fordel_engine::problem::{Problem, Scenario};
use fordel_engine::solver::{End, Observer, Options, State};

use crate::support::{known, request};

/// So many seconds for each solve.
struct Limited(f64);
impl Observer for Limited {
    fn step(&mut self, _: &State) -> bool {
        false
    }
    fn seconds_left(&self) -> Option<f64> {
        Some(self.0)
    }
}

#[test]
fn each_solve_has_the_whole_time_that_it_was_given() {
    let ward = known("liten");
    let problem = Problem::new(&ward, &Scenario::of(&request(&ward, &[(Goal::Cost, 0.0)])));
    let model = Mip::new(&problem, Goal::Cost, &[]).model;
    let started = Instant::now();
    assert_eq!(model.solve(&Options::default(), None).end, End::Optimal);
    // Far more than one solve takes; all of them together take several times as much.
    let limit = 20.0 * started.elapsed().as_secs_f64() + 0.2;
    let started = Instant::now();
    while started.elapsed().as_secs_f64() < 3.0 * limit {
        assert_eq!(model.solve(&Options::default(), Some(&mut Limited(limit))).end, End::Optimal);
    }
}
