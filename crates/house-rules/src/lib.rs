//! What the project promises about itself, checked by tests:
//!
//! * `tests/imports.rs`: which crate may use which, and who owns each outside library;
//! * `tests/bans.rs`: where the clock, the environment, printing and `unsafe` may stand;
//! * `tests/licences.rs`: every library's licence is on the list in `deny.toml`;
//! * `tests/docs.rs`: every function, rule, test and file that the docs name exists.
//!
//! This library holds what those tests share: the workspace as Cargo tells it, and sources without their comments.

pub mod source;
pub mod workspace;
