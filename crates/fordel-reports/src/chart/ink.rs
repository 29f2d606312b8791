//! Colours and patterns. Every colour has at least 3:1 against its paper (WCAG 1.4.11), text at least 4.5:1; the dark
//! page's counterparts stand in `html/content.css` under the classes given here.

/// Text.
pub const TEXT: &str = "#1b2733";
/// Text of lesser weight.
pub const MUTED: &str = "#50606d";
/// Grid lines, which carry no meaning of their own.
pub const GRID: &str = "#dde2e7";
/// Paper behind the picture.
pub const PAPER: &str = "#ffffff";

/// Colours of series, distinct in hue; the pattern tells them apart without it.
pub const SERIES: [&str; 6] = ["#1e4b8f", "#2a7a80", "#a3641a", "#6d4a94", "#55722f", "#a0403a"];

/// How much of a colour a light field has; its edges have all of it.
pub const LIGHT: &str = "0.22";

/// Slanting lines, as a path in a tile of eight units.
pub const HATCHING: &str = "M-2,2l4,-4M0,8l8,-8M6,10l4,-4";

/// The patterns' lines as paths in a tile of eight units; the first is plain colour.
const PATTERNS: [&str; 6] = ["", HATCHING, "M0,4h8", "M4,0v8", "M-2,6l4,4M0,0l8,8M6,-2l4,4", "M0,4h8M4,0v8"];

/// Class and colour of a series.
pub fn colour(series: usize) -> (String, &'static str) {
    let i = series % SERIES.len();
    (format!("s{i}"), SERIES[i])
}

/// The lines laid over a series' colour; beyond the sixth series colours recur with other patterns.
pub fn pattern(series: usize) -> &'static str {
    PATTERNS[(series + series / SERIES.len()) % PATTERNS.len()]
}
