//! What people can do, one file per use case: [`plan()`], [`check()`], [`explain()`], [`compare()`], [`validate()`],
//! [`convert()`], [`template()`], [`demo()`], [`shortage()`], [`simulate()`], [`course_order()`], [`year()`],
//! [`activity()`], [`projection()`].
//!
//! [`service`] is the same on a database, where people of an organisation work together.
//!
//! Use cases take values and give values; they know nothing of terminals or pages. What can go wrong is a [`Failure`],
//! which knows its sentences and what kind it is.

mod activity;
mod answers;
mod at_once;
mod check;
mod compare;
mod convert;
mod course_order;
mod demo;
mod explain;
mod failure;
mod files;
mod folder;
mod keeping;
mod plan;
mod plan_json;
mod projection;
mod projection_json;
pub mod service;
mod shortage;
mod shortage_json;
mod simulate;
mod simulate_json;
mod simulate_words;
mod template;
mod validate;
mod wishes;
mod year;
mod year_json;

pub use activity::{ActivityQuestion, ActivityTold, DriverTold, activity};
pub use check::{Checked, check};
pub use compare::{Differences, GroupDiffers, HeadsDiffer, Moved, compare};
pub use convert::{Converted, convert};
pub use course_order::{CoursesOrdered, course_order};
pub use demo::{Demonstrated, demo};
pub use explain::{Explained, explain};
pub use failure::{Failure, Kind};
pub use files::Opened;
pub use folder::Saved;
pub use keeping::{Restored, audit, back_up, bring_back, deviation_said};
pub use plan::{Order, Planned, plan};
pub use projection::{MOST_DRAWS, MOST_YEARS, ProjectionQuestion, ProjectionTold, projection, projection_of};
pub use shortage::{
    CardsMade, Form, Misfit, Question, Short, answer as shortage_answer, cards, shortage, shortage_cards,
};
pub use simulate::{MOST_WEEKS, Reinforced, SEED, Simulated, WEEKS, Weeks, simulate, simulated};
pub use template::template;
pub use validate::{Holds, Validated, validate};
pub use wishes::{Refusal, Wishes};
pub use year::{MOST_OVERLAP, MOST_YEAR_WEEKS, YearQuestion, YearTold, year, year_of};

pub use fordel_store::{Backup, Failure as StoreFailure, Head, Moment, Verified};

pub use fordel_engine::{Phase, Progress, Watch, Work};

/// Version of the program, as it stands in plans.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
