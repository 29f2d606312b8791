//! Heads by shift: today, carried and proposed.

use fordel_core::plan::Heads;
use fordel_core::time::DaySet;

use super::super::telling::Telling;
use super::kinds_of_day;
use crate::chart::{Axis, Chart, Staffing, StaffingRow};
use crate::report::{Column, Figure, Panel, Row, Table};

/// Mean heads of a shift on these days.
fn heads(staffing: &[Heads], group: &str, shift: &str, days: DaySet) -> f64 {
    let sum: u32 = staffing
        .iter()
        .filter(|h| h.group == group && h.shift == shift && days.iter().any(|d| d.number() == h.day))
        .map(|h| h.heads)
        .sum();
    f64::from(sum) / f64::from(days.len())
}

/// A row for each shift, weekdays and weekend apart, where anybody is.
pub fn heads_by_shift(told: &Telling) -> Vec<StaffingRow> {
    let plan = told.plan;
    let mut seen = std::collections::BTreeSet::new();
    let mut rows = Vec::new();
    for shift in &told.ward.shifts {
        let code = &told.ward.group(shift.group).code;
        if !seen.insert((shift.group, shift.name.clone())) {
            continue;
        }
        let same = told.ward.shifts.iter().filter(|s| s.group == shift.group && s.name == shift.name);
        let all_days = same.fold(DaySet::NONE, |all, s| all.or(s.days));
        for (part, name) in kinds_of_day(told) {
            let days = all_days.and(part);
            if days.is_empty() {
                continue;
            }
            let row = StaffingRow {
                name: format!("{code} {} {}", shift.name, name.to_lowercase()),
                today: told.ward.knows_staffing_today().then(|| heads(&plan.today.staffing, code, &shift.name, days)),
                carried: (!plan.carried.staffing.is_empty())
                    .then(|| heads(&plan.carried.staffing, code, &shift.name, days)),
                proposed: heads(&plan.staffing, code, &shift.name, days),
            };
            if row.proposed + row.today.unwrap_or(0.0) + row.carried.unwrap_or(0.0) > 0.0 {
                rows.push(row);
            }
        }
    }
    rows
}

/// The picture of heads by shift.
pub fn staffing_figure(told: &Telling, rows: Vec<StaffingRow>) -> Figure {
    let names = [told.say("report-today"), told.say("report-carried"), told.say("report-proposed")];
    let told_or_dash = |v: Option<f64>| v.map_or_else(|| told.say("report-not-told"), |v| told.texts.number(v));
    let table_rows = rows
        .iter()
        .map(|r| {
            Row::body(vec![
                r.name.clone(),
                told_or_dash(r.today),
                told_or_dash(r.carried),
                told.texts.number(r.proposed),
            ])
        })
        .collect();
    let changed = rows.iter().filter(|r| r.today.is_some_and(|t| (t - r.proposed).abs() > 1e-9)).count();
    let values: Vec<f64> =
        rows.iter().flat_map(|r| [r.today.unwrap_or(0.0), r.carried.unwrap_or(0.0), r.proposed]).collect();
    Figure {
        id: "staffing".into(),
        caption: told.say("report-staffing-picture"),
        panels: vec![Panel {
            title: told.say("report-staffing-title"),
            alternative: told.with("report-staffing-alt", &[("rows", rows.len().into()), ("changed", changed.into())]),
            chart: Chart::Staffing(Staffing {
                names: names.clone(),
                axis: Axis::around(&told.say("report-heads-axis"), values, 8, |v| told.texts.number(v)),
                rows,
            }),
        }],
        table: Table::new(
            told.say("report-staffing-title"),
            std::iter::once(Column::wide(told.say("report-shift")))
                .chain(names.into_iter().map(Column::numbers))
                .collect(),
            table_rows,
        ),
    }
}
