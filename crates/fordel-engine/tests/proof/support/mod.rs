//! Wards, plain enumeration, and plans that are checked before anything else is asked of them.

pub mod plain;
pub mod priced;
pub mod random;
pub mod wards;

use std::time::Duration;

use fordel_core::check;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::{Goal, Ward};
use fordel_engine::{Quiet, Request};

/// A request for goals in order, proven but for rounding, with nothing beside the plan.
pub fn request(ward: &Ward, goals: &[(Goal, f64)]) -> Request {
    Request {
        goals: goals.to_vec(),
        gap: 1e-7,
        time_limit: Duration::from_secs(120),
        beside: false,
        ..Request::for_ward(ward)
    }
}

/// The plan, after the independent checker has found nothing wrong with it.
pub fn planned(ward: &Ward, request: &Request) -> Plan {
    let plan = fordel_engine::plan(ward, request, &Quiet);
    let broken = check::check(ward, &plan).broken;
    assert!(broken.is_empty(), "{}: the checker refuses the plan: {broken:#?}", ward.unit);
    plan
}

/// The least cost, proven; none if it is proven that no plan exists.
pub fn least_cost(ward: &Ward, request: &Request) -> Option<f64> {
    let plan = planned(ward, &Request { goals: vec![(Goal::Cost, 0.0)], beside: false, ..request.clone() });
    match plan.status {
        Status::Optimal => plan.year_cost,
        Status::Infeasible => None,
        other => panic!("{}: {other:?}: neither a proven plan nor a proof", ward.unit),
    }
}

/// Whether two sums agree but for rounding.
pub fn agree(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

/// A ward kept as JSON in `tests/data`.
pub fn known(name: &str) -> Ward {
    let path = format!("{}/tests/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}
