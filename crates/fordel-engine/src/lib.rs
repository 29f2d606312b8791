//! From a ward to a proven plan: model, bounds, search.
//!
//! [`plan`] is the way in: it takes a ward and a [`Request`] and gives a [`fordel_core::plan::Plan`] with proof and
//! everything that is told beside it. [`why`] answers "why does this line stand here?", [`course_order()`] "which course first?". [`shortage()`] answers "what now, with people missing?".
//!
//! Inside, data flows one way: the ward becomes a [`problem`], the problem a model with whole columns ([`mip`]),
//! which `search` solves goal by goal through [`solver`]; [`tell`] writes decisions in the plan's words.

pub mod block;
mod comparison;
mod conflict;
mod course_order;
pub mod cover;
mod curve;
mod descent;
mod effort;
mod elsewhere;
mod finder;
mod first;
mod flexible;
pub mod hull;
mod lns;
pub mod mip;
mod money;
mod packing;
mod placing;
mod planning;
pub mod problem;
mod prover;
mod request;
mod search;
mod shortage;
pub mod solver;
mod team;
pub mod tell;
mod turns;
mod watch;
mod why;
mod worth;

pub use course_order::course_order;
pub use elsewhere::elsewhere;
pub use planning::plan;
pub use request::{Request, Steps, Work};
pub use shortage::shortage;
pub use watch::{Phase, Progress, Quiet, Watch};
pub use why::why;
