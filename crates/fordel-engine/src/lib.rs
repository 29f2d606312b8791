//! From a ward to a proven plan: model, bounds, search.
//!
//! [`plan`] is the way in: it takes a ward and a [`Request`] and gives a [`fordel_core::plan::Plan`] with proof and
//! everything that is told beside it. [`why`] answers "why does this line stand here?".
//!
//! Inside, data flows one way: the ward becomes a [`problem`], the problem a model with whole columns ([`mip`]),
//! which [`search`] solves goal by goal through [`solver`]; [`tell`] writes decisions in the plan's words.

pub mod block;
pub mod comparison;
pub mod conflict;
pub mod cover;
pub mod curve;
pub mod descent;
pub mod effort;
mod elsewhere;
pub mod finder;
pub mod first;
pub mod flexible;
pub mod hull;
pub mod lns;
pub mod mip;
pub mod money;
pub mod packing;
pub mod placing;
pub mod planning;
pub mod problem;
pub mod prover;
pub mod random;
mod request;
pub mod search;
pub mod solver;
pub mod team;
pub mod tell;
mod watch;
mod why;
pub mod worth;

pub use elsewhere::elsewhere;
pub use planning::plan;
pub use request::{Request, Steps, Work};
pub use watch::{Phase, Progress, Quiet, Watch};
pub use why::why;
