//! Heads by shift in today's staffing, the one that carries today's distribution, and the proposal.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, LINE, Mark, fit, text_width};

/// Heads by shift.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Staffing {
    /// Names of today, carried and the proposal.
    pub names: [String; 3],
    /// Shifts.
    pub rows: Vec<StaffingRow>,
    /// Heads.
    pub axis: Axis,
}

/// A shift's heads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StaffingRow {
    /// Group, shift and days.
    pub name: String,
    /// Today, where it is told.
    pub today: Option<f64>,
    /// What carries today's distribution, where something does.
    pub carried: Option<f64>,
    /// The proposal.
    pub proposed: f64,
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Staffing, canvas: &mut Canvas) -> f64 {
    let marks = [Mark::Circle, Mark::Square, Mark::Dot];
    let entries: Vec<(Mark, &str)> = marks.into_iter().zip(chart.names.iter().map(String::as_str)).collect();
    let legend = canvas.legend(2.0, 12.0, &entries);
    let names = chart.rows.iter().map(|r| text_width(&r.name)).fold(0.0, f64::max).min(260.0);
    let (left, right) = (names + 18.0, canvas.width() - 14.0);
    let x = |value: f64| left + (right - left) * chart.axis.share(value);
    let row_height = 27.0;
    let top = legend + 2.0;
    let bottom = top + row_height * chart.rows.len() as f64;
    for tick in &chart.axis.ticks {
        canvas.grid(x(tick.at), top - 6.0, x(tick.at), bottom);
        canvas.muted(x(tick.at), bottom + LINE, Anchor::Middle, &tick.label);
    }
    canvas.muted(right, bottom + 2.0 * LINE, Anchor::End, &chart.axis.title);
    for (i, row) in chart.rows.iter().enumerate() {
        let y = top + row_height * (i as f64 + 0.5);
        canvas.grid(left, y + row_height / 2.0, right, y + row_height / 2.0);
        canvas.text(left - 12.0, y + 4.0, Anchor::End, &fit(&row.name, 260.0));
        // The three lie a little above each other, so that equal ones can all be seen.
        for (j, value) in [row.today, row.carried, Some(row.proposed)].into_iter().enumerate() {
            if let Some(value) = value {
                canvas.point(x(value), y + (j as f64 - 1.0) * 7.0, marks[j]);
            }
        }
    }
    canvas.rule(left, top - 6.0, left, bottom);
    bottom + 2.0 * LINE + 6.0
}
