//! A unit's pages, a file for each step of the method.

pub mod decide;
pub mod edits;
pub mod events;
mod frame;
pub mod mapping;
pub mod proposals;
