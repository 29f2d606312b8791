//! The year's weeks: a column for what the work asks, the part that own people can't give set in lines, and a stepped line
//! for what they give.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, LINE, Mark};

/// Series of what is asked and of what is short.
const ASKED: usize = 0;
const SHORT: usize = 5;

/// Weeks side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weeks {
    /// Names of what is asked, what is short, and what own people give.
    pub names: [String; 3],
    /// The weeks.
    pub columns: Vec<WeekColumn>,
    /// Hours a week.
    pub axis: Axis,
}

/// A week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekColumn {
    /// Its number.
    pub label: String,
    /// Hours that the work asks.
    pub asked: f64,
    /// Hours of those that own people can't give.
    pub short: f64,
    /// Hours that own people give.
    pub own: f64,
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Weeks, canvas: &mut Canvas) -> f64 {
    let marks = [Mark::Area(ASKED), Mark::Hatched(SHORT), Mark::Line];
    let entries: Vec<(Mark, &str)> = marks.into_iter().zip(chart.names.iter().map(String::as_str)).collect();
    let legend = canvas.legend(2.0, 12.0, &entries);
    canvas.muted(2.0, legend, Anchor::Start, &chart.axis.title);
    let (left, right) = (46.0, canvas.width() - 10.0);
    let (top, bottom) = (legend + 10.0, legend + 220.0);
    let wide = (right - left) / (chart.columns.len() as f64).max(1.0);
    let x = |at: usize| left + wide * at as f64;
    let y = |hours: f64| bottom - (bottom - top) * chart.axis.share(hours);
    for tick in &chart.axis.ticks {
        canvas.grid(left, y(tick.at), right, y(tick.at));
        canvas.muted(left - 6.0, y(tick.at) + 4.0, Anchor::End, &tick.label);
    }
    let every = chart.columns.len().saturating_sub(1) / 27 + 1;
    let mut steps = Vec::new();
    for (at, week) in chart.columns.iter().enumerate() {
        let covered = (week.asked - week.short).max(0.0);
        canvas.area(x(at), y(covered), wide, y(0.0) - y(covered), Mark::Area(ASKED));
        canvas.area(x(at), y(week.asked), wide, y(covered) - y(week.asked), Mark::Hatched(SHORT));
        steps.extend([(x(at), y(week.own)), (x(at + 1), y(week.own))]);
        if at % every == 0 {
            canvas.muted(x(at) + wide / 2.0, bottom + LINE, Anchor::Middle, &week.label);
        }
    }
    canvas.rule(left, bottom, right, bottom);
    canvas.polyline(&steps, None, 2.4);
    bottom + LINE + 6.0
}
