//! Tables and figures in Markdown.

use std::fmt::Write;

use crate::standing::{Standing, median, worst};

/// The head of a table.
pub fn header(text: &mut String, columns: &[String]) {
    let _ = writeln!(text, "| {} |\n|{}", columns.join(" | "), " --- |".repeat(columns.len()));
}

/// Median, and the worst in brackets.
pub fn spread(wards: &[&Standing], measure: impl Fn(&Standing) -> Option<f64>) -> String {
    let values = || wards.iter().map(|s| measure(s));
    format!("{} ({})", percent(median(values())), percent(worst(values())))
}

/// Median of seconds, and on how many it was reached.
pub fn reached(values: Vec<Option<f64>>) -> String {
    format!("{} ({})", seconds(median(values.iter().copied())), values.iter().flatten().count())
}

/// A share as per cent, with decimals where they tell something.
pub fn percent(share: Option<f64>) -> String {
    share
        .map_or("–".to_owned(), |s| if s < 0.1 { format!("{:.2} %", s * 100.0) } else { format!("{:.0} %", s * 100.0) })
}

/// Seconds.
pub fn seconds(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |s| if s < 10.0 { format!("{s:.2}") } else { format!("{s:.0}") })
}

/// The machine's load.
pub fn load(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |l| format!("{l:.1}"))
}

/// A number without needless decimals.
pub fn plain(value: f64) -> String {
    format!("{value}")
}
