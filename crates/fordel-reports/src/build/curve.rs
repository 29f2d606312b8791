//! How the gain grows with the number of tasks moved: for those who would start small.

use fordel_core::plan::CurvePoint;

use super::telling::{SMALL_KR, Telling};
use crate::chart::{self, Axis, Chart};
use crate::report::{Block, Column, Figure, Panel, Row, Section, Table};

/// A point against carried: the gain of the plan found, and what proof leaves open.
struct Gain<'a> {
    point: &'a CurvePoint,
    /// The most moves allowed; without a limit, those that the plan makes.
    allowed: u32,
    found: f64,
    low: f64,
    high: f64,
}

/// The chapter; none where there is no curve or nothing to hold it against.
pub fn curve(told: &Telling) -> Option<Section> {
    let carried = &told.plan.carried;
    let (before, before_bound) = match (carried.year_cost, carried.relaxed_cost) {
        (Some(cost), _) => (cost, carried.bound.unwrap_or(cost)),
        (None, Some(relaxed)) => (relaxed, relaxed),
        (None, None) => return None,
    };
    let gains: Vec<Gain> = told
        .plan
        .curve
        .iter()
        .filter_map(|point| {
            let cost = point.year_cost?;
            let bound = point.bound.unwrap_or(cost);
            let allowed = point.max_moves.unwrap_or(point.moves);
            // The least cost of each lies between its bound and the cost found.
            Some(Gain { point, allowed, found: before - cost, low: before_bound - cost, high: before - bound })
        })
        .collect();
    if gains.is_empty() {
        return None;
    }
    let mut section = super::chapter("curve", told.say("report-curve"));
    section.blocks.push(Block::text(told.say("report-curve-intro")));
    if carried.year_cost.is_none() {
        section.blocks.push(Block::text(told.say("report-curve-relaxed")));
    }
    match gains.as_slice() {
        // So few tasks move that the first limit already allows all.
        [only] => {
            let args = [("moves", only.point.moves.into()), ("gain", told.about(only.found).into())];
            let key = if only.found < SMALL_KR { "report-curve-nothing" } else { "report-curve-only" };
            section.blocks.push(Block::text(told.with(key, &args)));
        }
        _ => {
            section.blocks.extend(half_way(told, &gains).map(Block::text));
            section.blocks.push(Block::Figure(figure(told, &gains)));
        }
    }
    Some(section)
}

/// How few moves give half of what all give, or that no few do.
fn half_way(told: &Telling, gains: &[Gain]) -> Option<String> {
    let all = gains.iter().map(|g| g.found).fold(0.0, f64::max);
    let first = gains.iter().find(|g| g.found >= all / 2.0)?;
    if all < SMALL_KR {
        return Some(told.say("report-curve-nothing"));
    }
    let args = [
        ("moves", first.point.moves.into()),
        ("gain", told.about(first.found).into()),
        ("percent", told.percent(first.found / all).into()),
        ("all", told.about(all).into()),
    ];
    // Where it takes as many as nobody limits, few moves give little.
    let key = if first.point.max_moves.is_none() { "report-curve-late" } else { "report-curve-half" };
    Some(told.with(key, &args))
}

fn limit(told: &Telling, point: &CurvePoint) -> String {
    match point.max_moves {
        Some(most) => told.with("report-curve-at-most", &[("moves", most.into())]),
        None => told.say("report-curve-all"),
    }
}

fn figure(told: &Telling, gains: &[Gain]) -> Figure {
    let rows = gains
        .iter()
        .map(|g| {
            Row::body(vec![
                limit(told, g.point),
                g.point.moves.to_string(),
                told.kroner(g.found),
                told.interval(g.low.max(0.0), g.high.max(0.0)),
            ])
        })
        .collect();
    let points: Vec<chart::Point> = gains
        .iter()
        .map(|g| chart::Point {
            x: f64::from(g.allowed),
            y: g.found,
            low: g.low,
            high: g.high,
            label: told.about(g.found),
        })
        .collect();
    let said = gains.iter().map(|g| {
        let args = [("moves", g.point.moves.into()), ("gain", told.about(g.found).into())];
        told.with("report-curve-alt", &args)
    });
    let alternative = said.collect::<Vec<_>>().join(" ");
    let values = points.iter().flat_map(|p| [p.y, p.low, p.high]).collect::<Vec<_>>();
    Figure {
        id: "gain-curve".into(),
        caption: told.say("report-curve-picture"),
        panels: vec![Panel {
            title: told.say("report-curve-title"),
            alternative,
            chart: Chart::Curve(chart::Curve {
                point_name: told.say("report-curve-found"),
                whisker_name: told.say("report-curve-open"),
                x: Axis::around(&told.say("report-curve-x"), points.iter().map(|p| p.x), 8, |v| told.texts.number(v)),
                y: Axis::around(&told.say("report-curve-y"), values, 5, |v| told.kroner(v)),
                points,
            }),
        }],
        table: Table::new(
            told.say("report-curve-title"),
            vec![
                Column::wide(told.say("report-curve-limit")),
                Column::numbers(told.say("report-curve-moves")),
                Column::numbers(told.say("report-curve-gain")),
                Column::numbers(told.say("report-curve-interval")),
            ],
            rows,
        ),
    }
}
