//! Each group's share before and after: two bars a group, paper with lines before, full colour after. Each bar has its
//! figure beside it, so there is no scale: the picture stands on the first page, where room is dear.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, Mark, fit, text_width};

/// Shares by group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// What the first bar is: today.
    pub before: String,
    /// What the second bar is: the proposal.
    pub after: String,
    /// Groups from left to right, here from the top down.
    pub rows: Vec<ShareRow>,
    /// Percent: how far the bars reach.
    pub axis: Axis,
}

/// A group's shares in percent, with what is written beside the bars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareRow {
    /// The group.
    pub name: String,
    /// Share before.
    pub before: f64,
    /// Share after.
    pub after: f64,
    /// Share before with unit.
    pub before_label: String,
    /// Share after with unit.
    pub after_label: String,
}

/// Longer names are cut.
const LONGEST_NAME: f64 = 320.0;

/// Draws it and tells its height.
pub(super) fn draw(chart: &Shares, canvas: &mut Canvas) -> f64 {
    let entries = [(Mark::Hatched(0), chart.before.as_str()), (Mark::Plain(0), chart.after.as_str())];
    let top = canvas.legend(2.0, 12.0, &entries);
    let names = chart.rows.iter().map(|r| text_width(&r.name)).fold(0.0, f64::max).min(LONGEST_NAME);
    let (left, right) = (names + 14.0, canvas.width() - 60.0);
    let x = |value: f64| left + (right - left) * chart.axis.share(value);
    let (bar, row_height) = (10.0, 26.0);
    let bottom = top + row_height * chart.rows.len() as f64;
    for (i, row) in chart.rows.iter().enumerate() {
        let y = top + row_height * i as f64;
        canvas.text(left - 10.0, y + bar + 5.0, Anchor::End, &fit(&row.name, LONGEST_NAME));
        canvas.area(left, y, x(row.before) - left, bar, Mark::Hatched(0));
        canvas.area(left, y + bar + 2.0, x(row.after) - left, bar, Mark::Plain(0));
        canvas.muted(x(row.before) + 6.0, y + bar - 2.0, Anchor::Start, &row.before_label);
        canvas.strong(x(row.after) + 6.0, y + 2.0 * bar, Anchor::Start, &row.after_label);
    }
    canvas.rule(left, top - 4.0, left, bottom - 4.0);
    bottom
}
