//! What is usual of days, hours or months: a point for the mean, a light field in which most lie, a line from the least to
//! the most.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, LINE, Mark, fit, text_width};

/// The series of all of it.
const SERIES: usize = 0;

/// What is usual, side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Usual {
    /// Names of the point, the field and the line.
    pub names: [String; 3],
    /// Days, hours or months.
    pub columns: Vec<UsualColumn>,
    /// What is counted.
    pub axis: Axis,
}

/// A day, an hour or a month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UsualColumn {
    /// Which.
    pub label: String,
    /// The mean as it is written.
    pub written: String,
    /// The mean; none where nothing is counted.
    pub mean: Option<f64>,
    /// Where most lie, from the lower end to the upper.
    pub likely: (f64, f64),
    /// The least and the most.
    pub ends: (f64, f64),
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Usual, canvas: &mut Canvas) -> f64 {
    let marks = [Mark::Dot, Mark::Light(SERIES), Mark::Line];
    let entries: Vec<(Mark, &str)> = marks.into_iter().zip(chart.names.iter().map(String::as_str)).collect();
    let legend = canvas.legend(2.0, 12.0, &entries);
    canvas.muted(2.0, legend, Anchor::Start, &fit(&chart.axis.title, canvas.width() - 4.0));
    let (left, right) = (46.0, canvas.width() - 10.0);
    let (top, bottom) = (legend + 10.0 + LINE, legend + 220.0);
    let wide = (right - left) / (chart.columns.len() as f64).max(1.0);
    let y = |value: f64| bottom - (bottom - top) * chart.axis.share(value);
    for tick in &chart.axis.ticks {
        canvas.grid(left, y(tick.at), right, y(tick.at));
        canvas.muted(left - 6.0, y(tick.at) + 4.0, Anchor::End, &tick.label);
    }
    for (at, column) in chart.columns.iter().enumerate() {
        let middle = left + wide * (at as f64 + 0.5);
        canvas.muted(middle, bottom + LINE, Anchor::Middle, &column.label);
        let Some(mean) = column.mean else { continue };
        let ((low, high), (least, most)) = (column.likely, column.ends);
        canvas.polyline(&[(middle, y(least)), (middle, y(most))], None, 2.0);
        let half = (wide * 0.3).min(12.0);
        // A field without height is still a line to be seen.
        canvas.area(middle - half, y(high) - 1.0, 2.0 * half, y(low) - y(high) + 2.0, Mark::Light(SERIES));
        canvas.point(middle, y(mean), Mark::Dot);
        if text_width(&column.written) < wide {
            canvas.strong(middle, y(most) - 6.0, Anchor::Middle, &column.written);
        }
    }
    canvas.rule(left, bottom, right, bottom);
    bottom + LINE + 6.0
}
