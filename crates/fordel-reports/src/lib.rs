//! From a plan to a report, rendered as HTML and PDF; charts as SVG.
//!
//! A report is built once, as headings, paragraphs, tables and pictures of data ([`build`], [`report`]), and rendered
//! as often as one likes ([`html`], [`pdf`], [`chart`]); the renderers know nothing of plans.

pub mod cards;
pub mod chart;
pub mod html;
pub mod pdf;
pub mod projection;
pub mod report;
pub mod usual;
pub mod year;

mod build;
mod xml;

pub use build::{Bound, bounds, build, day_of_group, day_of_ward, drivers, group_on_day};
pub use report::Report;
