//! Demand against capacity over the day: stacked minutes needed, a stepped line for what the heads there can give.

use serde::Serialize;

use super::axis::{Axis, Tick};
use super::canvas::{Anchor, Canvas, LINE, Mark};

/// A day's picture. Times are minutes from the first interval's start, heights are minutes of work an hour, so that
/// areas are minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Day {
    /// Fills the page's width instead of half of it.
    pub full_width: bool,
    /// Names of the layers, lowest first: series and name.
    pub layers: Vec<Layer>,
    /// What the stepped line is called.
    pub capacity_name: String,
    /// Work by interval.
    pub columns: Vec<Column>,
    /// Capacity by interval.
    pub capacity: Vec<Step>,
    /// Clock marks.
    pub clock: Vec<Tick>,
    /// Minutes of work an hour.
    pub axis: Axis,
}

/// A layer's series and name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Layer {
    /// Index of the series: a group keeps its own in all pictures.
    pub series: usize,
    /// Name.
    pub name: String,
    /// Set in lines on paper, for work that could lie elsewhere.
    pub hatched: bool,
}

/// Work in an interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Start.
    pub from: f64,
    /// End.
    pub to: f64,
    /// Height of each layer, lowest first.
    pub heights: Vec<f64>,
}

/// Capacity in an interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Start.
    pub from: f64,
    /// End.
    pub to: f64,
    /// Height.
    pub height: f64,
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Day, canvas: &mut Canvas) -> f64 {
    let entries: Vec<(Mark, &str)> = chart
        .layers
        .iter()
        .map(|l| (mark(l), l.name.as_str()))
        .chain([(Mark::Line, chart.capacity_name.as_str())])
        .collect();
    let legend = canvas.legend(2.0, 12.0, &entries);
    canvas.muted(2.0, legend, Anchor::Start, &chart.axis.title);

    let (left, right) = (46.0, canvas.width() - 10.0);
    let top = legend + 10.0;
    let bottom = top + if chart.full_width { 190.0 } else { 130.0 };
    let x = |minute: f64| left + (right - left) * minute / 1440.0;
    let y = |height: f64| bottom - (bottom - top) * chart.axis.share(height);

    for tick in &chart.axis.ticks {
        canvas.grid(left, y(tick.at), right, y(tick.at));
        canvas.muted(left - 6.0, y(tick.at) + 4.0, Anchor::End, &tick.label);
    }
    for column in &chart.columns {
        let mut floor = 0.0;
        for (layer, height) in chart.layers.iter().zip(&column.heights) {
            canvas.area(
                x(column.from),
                y(floor + height),
                x(column.to) - x(column.from),
                y(floor) - y(floor + height),
                mark(layer),
            );
            floor += height;
        }
    }
    canvas.rule(left, bottom, right, bottom);
    let steps: Vec<(f64, f64)> =
        chart.capacity.iter().flat_map(|s| [(x(s.from), y(s.height)), (x(s.to), y(s.height))]).collect();
    canvas.polyline(&steps, None, 2.4);
    for tick in &chart.clock {
        canvas.rule(x(tick.at), bottom, x(tick.at), bottom + 4.0);
        canvas.muted(x(tick.at), bottom + LINE, Anchor::Middle, &tick.label);
    }
    bottom + LINE + 6.0
}

fn mark(layer: &Layer) -> Mark {
    if layer.hatched { Mark::Hatched(layer.series) } else { Mark::Area(layer.series) }
}
