//! From a ward to a proven plan: model, bounds, search.
//!
//! [`plan`] is the way in: it takes a ward and a [`Request`] and gives a [`fordel_core::plan::Plan`] with proof and
//! everything that is told beside it. [`why`] answers "why does this line stand here?".

pub mod cover;
pub mod flexible;
pub mod mip;
pub mod money;
pub mod problem;
mod request;
pub mod solver;
mod watch;

pub use request::Request;
pub use watch::{Phase, Progress, Quiet, Watch};

use fordel_core::plan::{Plan, Why};
use fordel_core::ward::Ward;

/// Plans the ward: the main plan, the comparisons, what binds and the curve.
pub fn plan(_ward: &Ward, _request: &Request, _watch: &dyn Watch) -> Plan {
    todo!()
}

/// For each placement of the line in `row`: what every other group would cost, or the rule that forbids it.
pub fn why(_ward: &Ward, _request: &Request, _plan: &Plan, _row: u32, _watch: &dyn Watch) -> Vec<Why> {
    todo!()
}
