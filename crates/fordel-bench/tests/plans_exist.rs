//! The random wards can be worked: a plan exists, and today's groups can be staffed too.

use std::time::Duration;

use fordel_core::plan::Status;
use fordel_core::ward::{Alike, Goal};
use fordel_engine::{Quiet, Request, plan};

#[test]
fn a_plan_exists_and_today_can_be_carried() {
    for (tasks, seed) in [(50, 0), (50, 1), (60, 2), (90, 3)] {
        let ward = fordel_bench::ward(tasks, seed, Alike::Weekdays);
        let request = Request {
            goals: vec![(Goal::Cost, 0.0)],
            gap: 0.05,
            time_limit: Duration::from_secs(60),
            ..Request::for_ward(&ward)
        };
        let plan = plan(&ward, &request, &Quiet);
        assert!(plan.year_cost.is_some(), "{tasks} lines, seed {seed}: {:?}", plan.status);
        assert!(matches!(plan.carried.status, Status::Optimal | Status::Feasible), "{tasks} lines, seed {seed}");
        assert!(plan.carried.year_cost >= plan.year_cost.map(|cost| cost * 0.95), "sharing tasks never costs more");
    }
}

#[test]
fn there_is_a_plan_at_once_also_where_positions_are_few() {
    let days = [Alike::Weekdays, Alike::No];
    for (tasks, seed) in [(100, 2), (200, 2), (200, 4), (400, 4), (400, 7), (400, 8)] {
        for alike in days {
            let ward = fordel_bench::ward(tasks, seed, alike);
            let request = Request {
                goals: vec![(Goal::Cost, 0.0)],
                work: "1".parse().ok(),
                beside: false,
                ..Request::for_ward(&ward)
            };
            let plan = plan(&ward, &request, &Quiet);
            assert!(plan.year_cost.is_some(), "{tasks} lines, seed {seed}, {alike:?}: {:?}", plan.status);
        }
    }
}
