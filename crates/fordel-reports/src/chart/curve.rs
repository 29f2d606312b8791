//! Gain against number of moves: a point for the best found, a whisker for what the proof leaves open.

use serde::Serialize;

use super::axis::Axis;
use super::canvas::{Anchor, Canvas, LINE, Mark};

/// The curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// What the point is.
    pub point_name: String,
    /// What the whisker is.
    pub whisker_name: String,
    /// Points, fewest moves first.
    pub points: Vec<Point>,
    /// Number of moves.
    pub x: Axis,
    /// Kroner a year.
    pub y: Axis,
}

/// A point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Number of moves.
    pub x: f64,
    /// Kroner a year for the best found.
    pub y: f64,
    /// At least this much is proven.
    pub low: f64,
    /// More than this is ruled out.
    pub high: f64,
    /// Its value with unit.
    pub label: String,
}

/// Draws it and tells its height.
pub(super) fn draw(chart: &Curve, canvas: &mut Canvas) -> f64 {
    let entries = [(Mark::Dot, chart.point_name.as_str()), (Mark::Line, chart.whisker_name.as_str())];
    let legend = canvas.legend(2.0, 12.0, &entries);
    canvas.muted(2.0, legend, Anchor::Start, &chart.y.title);
    let widest = chart.y.ticks.iter().map(|t| super::canvas::text_width(&t.label)).fold(0.0, f64::max);
    let (left, right) = (widest + 14.0, canvas.width() - 70.0);
    let (top, bottom) = (legend + 16.0, legend + 206.0);
    let x = |value: f64| left + (right - left) * chart.x.share(value);
    let y = |value: f64| bottom - (bottom - top) * chart.y.share(value);
    for tick in &chart.y.ticks {
        canvas.grid(left, y(tick.at), right + 20.0, y(tick.at));
        canvas.muted(left - 6.0, y(tick.at) + 4.0, Anchor::End, &tick.label);
    }
    canvas.rule(left, y(0.0), right + 20.0, y(0.0));
    for tick in &chart.x.ticks {
        canvas.muted(x(tick.at), bottom + LINE, Anchor::Middle, &tick.label);
    }
    canvas.muted((left + right) / 2.0, bottom + 2.0 * LINE, Anchor::Middle, &chart.x.title);

    let line: Vec<(f64, f64)> = chart.points.iter().map(|p| (x(p.x), y(p.y))).collect();
    canvas.polyline(&line, Some(0), 2.0);
    let mut drawn: Vec<Stretch> = line.windows(2).map(|ends| (ends[0], ends[1])).collect();
    for point in &chart.points {
        let (px, low, high) = (x(point.x), y(point.low), y(point.high));
        if low - high > 1.0 {
            canvas.polyline(&[(px, low), (px, high)], None, 2.0);
            canvas.polyline(&[(px - 5.0, low), (px + 5.0, low)], None, 2.0);
            canvas.polyline(&[(px - 5.0, high), (px + 5.0, high)], None, 2.0);
            drawn.push(((px, low), (px, high)));
        }
        canvas.point(px, y(point.y), Mark::Dot);
    }
    for point in &chart.points {
        // A label stands over its point, else under it; one that has no room there is left to the table beside the
        // picture.
        let (px, half) = (x(point.x), super::canvas::text_width(&point.label) / 2.0);
        let over = y(point.high).min(y(point.y)) - 10.0;
        let under = y(point.low).max(y(point.y)) + 18.0;
        let room = |base: f64| ((px - half - 3.0, base - 11.0), (px + half + 3.0, base + 3.0));
        let free = [over, under].into_iter().find(|base| !drawn.iter().any(|stretch| crosses(*stretch, room(*base))));
        if let Some(base) = free {
            canvas.strong(px, base, Anchor::Middle, &point.label);
            let ((from, top), (to, foot)) = room(base);
            drawn.extend([((from, top), (to, foot)), ((from, foot), (to, top))]);
        }
    }
    bottom + 2.0 * LINE + 6.0
}

/// From one point to another.
type Stretch = ((f64, f64), (f64, f64));

/// Whether a stretch passes through a box, told by two of its corners.
fn crosses(((x0, y0), (x1, y1)): Stretch, ((left, top), (right, bottom)): Stretch) -> bool {
    const STEPS: u32 = 200;
    (0..=STEPS).any(|step| {
        let share = f64::from(step) / f64::from(STEPS);
        let (x, y) = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    })
}
