//! The program `fordel`.
fn main() {}
