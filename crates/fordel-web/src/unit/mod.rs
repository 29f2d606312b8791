//! A unit's pages, a file for each step of the method.

pub mod activity;
pub mod board;
pub mod certainty;
pub mod changes;
pub mod decide;
pub mod documents;
pub mod edits;
pub mod events;
pub mod findings;
mod frame;
pub mod history;
pub mod import;
pub mod library;
pub mod mapping;
pub mod now;
pub mod objections;
mod one;
pub mod overview;
pub mod priorities;
pub mod proposals;
pub mod rhythm;
mod seen;
pub mod staffing;
pub mod training;
pub mod why;
pub mod workshop;
pub mod year;
