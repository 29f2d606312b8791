//! Each group's share of the work, today and in the proposal.

use fordel_core::measure::profile::{Share, shares};

use super::super::telling::Telling;
use crate::chart::{Axis, Chart, ShareRow, Shares};
use crate::report::{Column, Figure, Panel, Row, Table};

/// Each group's share of the work, today and proposed.
pub fn shares_figure(told: &Telling) -> Figure {
    let shares = shares(told.ward, told.plan);
    let known = shares.iter().any(|s| s.today > 0.0);
    let total = |of: &dyn Fn(&Share) -> f64| -> f64 { shares.iter().map(of).sum() };
    let (all_today, all_proposed) =
        if known { (total(&|s| s.today), total(&|s| s.proposed)) } else { (0.0, total(&|s| s.proposed_all)) };
    let part = |minutes: f64, all: f64| if all > 0.0 { minutes / all * 100.0 } else { 0.0 };
    let rows: Vec<ShareRow> = shares
        .iter()
        .map(|s| {
            let before = part(s.today, all_today);
            let after = part(if known { s.proposed } else { s.proposed_all }, all_proposed);
            ShareRow {
                name: told.group(s.group),
                before,
                after,
                before_label: if known { told.texts.percent(before / 100.0, 0) } else { String::new() },
                after_label: told.texts.percent(after / 100.0, 0),
            }
        })
        .collect();
    let table_rows = shares
        .iter()
        .zip(&rows)
        .map(|(s, r)| {
            let after = if known { s.proposed } else { s.proposed_all };
            Row::body(vec![
                told.group(s.group),
                if known { told.minutes_as_hours(s.today) } else { told.say("report-not-told") },
                told.minutes_as_hours(after),
                r.before_label.clone(),
                r.after_label.clone(),
            ])
        })
        .collect();
    let said: Vec<String> = rows
        .iter()
        .map(|r| {
            let args = [
                ("name", r.name.as_str().into()),
                ("before", r.before_label.as_str().into()),
                ("after", r.after_label.as_str().into()),
            ];
            told.with(if known { "report-shares-alt" } else { "report-shares-alt-proposed" }, &args)
        })
        .collect();
    let values: Vec<f64> = rows.iter().flat_map(|r| [r.before, r.after]).collect();
    Figure {
        id: "shares".into(),
        caption: told.say(if known { "report-shares" } else { "report-shares-proposed" }),
        panels: vec![Panel {
            title: told.say("report-shares-title"),
            alternative: said.join(" "),
            chart: Chart::Shares(Shares {
                before: told.say("report-today"),
                after: told.say("report-proposed"),
                rows,
                axis: Axis::around("", values, 5, |v| told.texts.percent(v / 100.0, 0)),
            }),
        }],
        table: Table::new(
            told.say("report-shares-title"),
            vec![
                Column::wide(told.say("report-group")),
                Column::numbers(told.say("report-hours-today")),
                Column::numbers(told.say("report-hours-proposed")),
                Column::numbers(told.say("report-share-today")),
                Column::numbers(told.say("report-share-proposed")),
            ],
            table_rows,
        ),
    }
}
