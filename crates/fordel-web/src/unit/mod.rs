//! A unit's pages, a file for each step of the method.

pub mod board;
pub mod changes;
pub mod decide;
pub mod documents;
pub mod edits;
pub mod events;
pub mod findings;
mod frame;
pub mod history;
pub mod import;
pub mod mapping;
pub mod objections;
mod one;
pub mod overview;
pub mod proposals;
mod seen;
pub mod staffing;
pub mod why;
pub mod workshop;
pub mod rhythm;
pub mod training;
