//! What drives a figure: a bar for each source, from what it is with the source one way to what it is with it another, around
//! the figure itself. Each end has its number beside it.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, Mark, fit, text_width};

/// Sources with what they drive.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tornado {
    /// The figure itself.
    pub base: f64,
    /// As it is written.
    pub base_label: String,
    /// Sources, those that drive most first.
    pub rows: Vec<TornadoRow>,
    /// How far the bars reach.
    pub axis: Axis,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TornadoRow {
    /// Its name.
    pub name: String,
    /// The lesser and the larger figure.
    pub ends: (f64, f64),
    /// As they are written; an end that is the figure itself has none.
    pub labels: (String, String),
}

/// Longer names are cut.
const LONGEST_NAME: f64 = 240.0;

/// Draws it and tells its height.
pub(super) fn draw(chart: &Tornado, canvas: &mut Canvas) -> f64 {
    let names = chart.rows.iter().map(|r| text_width(&r.name)).fold(0.0, f64::max).min(LONGEST_NAME);
    let label = |text: &String| text_width(text) + 10.0;
    let room = |of: fn(&TornadoRow) -> &String| chart.rows.iter().map(|r| label(of(r))).fold(0.0, f64::max);
    let left = names + 26.0 + room(|r| &r.labels.0);
    let right = canvas.width() - room(|r| &r.labels.1) - 4.0;
    let x = |value: f64| left + (right - left) * chart.axis.share(value);
    let (top, bar, row_height) = (24.0, 16.0, 26.0);
    let bottom = top + row_height * chart.rows.len() as f64;
    for (i, row) in chart.rows.iter().enumerate() {
        let y = top + row_height * i as f64;
        canvas.text(names + 12.0, y + bar - 3.0, Anchor::End, &fit(&row.name, LONGEST_NAME));
        let (low, middle, high) = (x(row.ends.0), x(chart.base), x(row.ends.1));
        canvas.area(low, y, middle - low, bar, Mark::Plain(1));
        canvas.area(middle, y, high - middle, bar, Mark::Hatched(2));
        canvas.muted(low.min(middle) - 6.0, y + bar - 3.0, Anchor::End, &row.labels.0);
        canvas.muted(high.max(middle) + 6.0, y + bar - 3.0, Anchor::Start, &row.labels.1);
    }
    canvas.rule(x(chart.base), top - 6.0, x(chart.base), bottom - 4.0);
    canvas.strong(x(chart.base), 12.0, Anchor::Middle, &chart.base_label);
    bottom
}
