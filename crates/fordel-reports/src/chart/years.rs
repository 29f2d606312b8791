//! The years ahead: a line for each thing that is compared, in a light field for what it may be.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, LINE, Mark};

/// How the lines' points look, one after the other.
const MARKS: [Mark; 3] = [Mark::Dot, Mark::Circle, Mark::Square];

/// Years side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Years {
    /// The years.
    pub labels: Vec<String>,
    /// What is compared, at most three; one without a name leaves its look to none.
    pub lines: Vec<YearLine>,
    /// What the light fields are; empty where all is sure.
    pub band_name: String,
    /// What is measured.
    pub axis: Axis,
    /// Whether it takes a page's whole width.
    pub full_width: bool,
}

/// A line through the years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearLine {
    /// What it is.
    pub name: String,
    /// A value a year.
    pub values: Vec<f64>,
    /// From the lowest to the highest that it may be, a pair a year; empty where it is sure.
    pub band: Vec<(f64, f64)>,
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Years, canvas: &mut Canvas) -> f64 {
    let named = MARKS.into_iter().zip(chart.lines.iter().map(|line| line.name.as_str()));
    let named = named.chain([(Mark::Light(0), chart.band_name.as_str())]);
    let entries: Vec<(Mark, &str)> = named.filter(|(_, name)| !name.is_empty()).collect();
    let legend = canvas.legend(2.0, 12.0, &entries);
    canvas.muted(2.0, legend, Anchor::Start, &chart.axis.title);
    let (left, right) = (46.0, canvas.width() - 14.0);
    let (top, bottom) = (legend + 10.0, legend + 210.0);
    let steps = chart.labels.len().saturating_sub(1).max(1) as f64;
    let x = |at: usize| left + 8.0 + (right - left - 16.0) * at as f64 / steps;
    let y = |value: f64| bottom - (bottom - top) * chart.axis.share(value);
    for tick in &chart.axis.ticks {
        canvas.grid(left, y(tick.at), right, y(tick.at));
        canvas.muted(left - 6.0, y(tick.at) + 4.0, Anchor::End, &tick.label);
    }
    let most = if chart.full_width { 16 } else { 7 };
    let every = chart.labels.len().saturating_sub(1) / most + 1;
    for (at, label) in chart.labels.iter().enumerate().filter(|(at, _)| at % every == 0) {
        canvas.muted(x(at), bottom + LINE, Anchor::Middle, label);
    }
    canvas.rule(left, bottom, right, bottom);
    let series = |at: usize| (at != 2).then_some(at);
    for (at, line) in chart.lines.iter().take(MARKS.len()).enumerate().filter(|(_, line)| line.band.len() > 1) {
        let edge = |end: fn(&(f64, f64)) -> f64| -> Vec<(f64, f64)> {
            line.band.iter().enumerate().map(|(t, band)| (x(t), y(end(band)))).collect()
        };
        canvas.band(&edge(|band| band.0), &edge(|band| band.1), series(at));
    }
    for (at, line) in chart.lines.iter().take(MARKS.len()).enumerate() {
        let points: Vec<(f64, f64)> = line.values.iter().enumerate().map(|(t, value)| (x(t), y(*value))).collect();
        canvas.polyline(&points, series(at), 2.4);
        for (px, py) in points.iter().step_by(every) {
            canvas.point(*px, *py, MARKS[at]);
        }
    }
    bottom + LINE + 6.0
}
