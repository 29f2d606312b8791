//! The wide form, as wards fill it in (HNT): one task a row, one column a group, headings for times and categories.

mod header;
mod heading;
mod rows;

pub use header::{groups, is_wide};
pub use rows::Reader;
