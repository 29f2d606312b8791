//! Sheets to the ward.
pub mod kinds;
pub mod words;
