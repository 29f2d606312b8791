//! The pictures: shares by group, the day of the ward and of each group, heads by shift.

use fordel_core::measure::profile::{DayProfile, mean, proposed_days, shares};
use fordel_core::plan::Heads;
use fordel_core::time::DaySet;
use fordel_core::ward::GroupId;

use super::telling::Telling;
use crate::chart::{self, Axis, Chart, Layer, ShareRow, Shares, Staffing, StaffingRow, Tick};
use crate::report::{Block, Column, Figure, Panel, Row, Section, Table};

/// The chapter of pictures.
pub fn pictures(told: &Telling) -> Vec<Section> {
    let mut section = super::chapter("pictures", told.say("report-pictures"));
    let profiles = proposed_days(told.ward, told.plan);
    if profiles.iter().any(|p| p.intervals.iter().any(|b| b.minutes > 0.0)) {
        section.blocks.push(Block::text(told.say("report-day-read")));
        section.blocks.push(Block::Figure(ward_day(told, &profiles)));
        section.blocks.push(Block::Figure(group_days(told, &profiles)));
    }
    let rows = heads_by_shift(told);
    if !rows.is_empty() {
        section.blocks.push(Block::Figure(staffing_figure(told, rows)));
    }
    if section.blocks.is_empty() { Vec::new() } else { vec![section] }
}

/// Each group's share of the work, today and proposed.
pub fn shares_figure(told: &Telling) -> Figure {
    let shares = shares(told.ward, told.plan);
    let known = shares.iter().any(|s| s.today > 0.0);
    let total = |of: &dyn Fn(&fordel_core::measure::profile::Share) -> f64| -> f64 { shares.iter().map(of).sum() };
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
        table: Table {
            caption: told.say("report-shares-title"),
            columns: vec![
                Column::wide(told.say("report-group")),
                Column::numbers(told.say("report-hours-today")),
                Column::numbers(told.say("report-hours-proposed")),
                Column::numbers(told.say("report-share-today")),
                Column::numbers(told.say("report-share-proposed")),
            ],
            rows: table_rows,
            note: None,
            dense: false,
        },
    }
}

/// Weekdays and weekend, with the words for them.
fn kinds_of_day(told: &Telling) -> [(DaySet, String); 2] {
    [(DaySet::WEEKDAYS, told.say("report-weekday")), (DaySet::WEEKEND, told.say("report-weekend-day"))]
}

/// Work and capacity of an interval as people: minutes ÷ length ÷ task time, and those that bound work holds.
struct People {
    timed: f64,
    bound: f64,
    there: f64,
}

fn people(told: &Telling, profile: &DayProfile) -> Vec<People> {
    let task_time = told.ward.group(profile.group).task_time;
    let first = told.ward.intervals.get(0).start.minutes();
    let mut at = first;
    profile
        .intervals
        .iter()
        .zip(told.ward.intervals.iter())
        .map(|(bar, window)| {
            let bound = profile.steps.iter().find(|s| s.start >= at).map_or(0.0, |s| s.bound);
            at += window.minutes();
            let full = f64::from(window.minutes()) * task_time;
            People { timed: bar.minutes / full, bound, there: bar.capacity / full + bound }
        })
        .collect()
}

/// Start and end of each interval in minutes from the first one's start.
fn edges(told: &Telling) -> Vec<(f64, f64)> {
    let mut at = 0.0;
    told.ward
        .intervals
        .iter()
        .map(|w| {
            let from = at;
            at += f64::from(w.minutes());
            (from, at)
        })
        .collect()
}

fn clock(told: &Telling) -> Vec<Tick> {
    let label = |minute: u32| {
        if minute.is_multiple_of(60) {
            format!("{:02}", minute / 60 % 24)
        } else {
            format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
        }
    };
    let first = told.ward.intervals.get(0).start.minutes();
    edges(told)
        .into_iter()
        .map(|(from, _)| from)
        .chain([1440.0])
        .map(|at| Tick { at, label: label(first + at as u32) })
        .collect()
}

/// The whole ward: work stacked by group against all who are there.
fn ward_day(told: &Telling, profiles: &[DayProfile]) -> Figure {
    let groups: Vec<GroupId> = told
        .ward
        .group_ids()
        .filter(|g| {
            profiles.iter().any(|p| p.group == *g && p.intervals.iter().any(|b| b.minutes > 0.0 || b.capacity > 0.0))
        })
        .collect();
    let mut rows = Vec::new();
    let mut drawn = Vec::new();
    for (days, name) in kinds_of_day(told) {
        let by_group: Vec<Vec<People>> =
            groups.iter().filter_map(|g| mean(profiles, *g, days)).map(|p| people(told, &p)).collect();
        for (i, window) in told.ward.intervals.iter().enumerate() {
            let needed: Vec<f64> = by_group.iter().map(|g| g[i].timed + g[i].bound).collect();
            let there: f64 = by_group.iter().map(|g| g[i].there).sum();
            let mut cells = vec![format!("{name} {}", window.label().replace('-', "–"))];
            cells.extend(needed.iter().map(|n| told.fte(*n)));
            cells.extend([told.fte(needed.iter().sum()), told.fte(there)]);
            rows.push(Row::body(cells));
        }
        drawn.push((name, by_group));
    }
    let highest = drawn.iter().flat_map(|(_, by_group)| {
        (0..told.ward.intervals.len()).flat_map(|i| {
            [by_group.iter().map(|g| g[i].timed + g[i].bound).sum::<f64>(), by_group.iter().map(|g| g[i].there).sum()]
        })
    });
    let axis = Axis::around(&told.say("report-day-axis"), highest, 5, |v| told.texts.number(v));
    let layers: Vec<Layer> =
        groups.iter().map(|g| Layer { series: g.0, name: told.code(*g), hatched: false }).collect();
    let panels = drawn
        .into_iter()
        .map(|(name, by_group)| {
            let columns = edges(told)
                .into_iter()
                .enumerate()
                .map(|(i, (from, to))| chart::Column {
                    from,
                    to,
                    heights: by_group.iter().map(|g| g[i].timed + g[i].bound).collect(),
                })
                .collect();
            let capacity = edges(told)
                .into_iter()
                .enumerate()
                .map(|(i, (from, to))| chart::Step { from, to, height: by_group.iter().map(|g| g[i].there).sum() })
                .collect();
            let day = chart::Day {
                full_width: true,
                layers: layers.clone(),
                capacity_name: told.say("report-there"),
                columns,
                capacity,
                clock: clock(told),
                axis: axis.clone(),
            };
            panel(told, name, day)
        })
        .collect();
    let mut columns = vec![Column::words(told.say("report-interval-column"))];
    columns.extend(groups.iter().map(|g| Column::numbers(told.code(*g))));
    columns.extend([Column::numbers(told.say("report-needed-all")), Column::numbers(told.say("report-there"))]);
    Figure {
        id: "day".into(),
        caption: told.say("report-day-ward"),
        panels,
        table: Table { caption: told.say("report-day-ward-table"), columns, rows, note: None, dense: false },
    }
}

/// Each group: its work against its heads.
fn group_days(told: &Telling, profiles: &[DayProfile]) -> Figure {
    let (mut panels, mut rows) = (Vec::new(), Vec::new());
    for group in told.ward.group_ids() {
        for (days, name) in kinds_of_day(told) {
            let Some(profile) = mean(profiles, group, days) else { continue };
            let people = people(told, &profile);
            if people.iter().all(|p| p.timed + p.bound + p.there <= 0.0) {
                continue;
            }
            for ((p, bar), window) in people.iter().zip(&profile.intervals).zip(told.ward.intervals.iter()) {
                rows.push(Row::body(vec![
                    format!("{} {} {}", told.code(group), name.to_lowercase(), window.label().replace('-', "–")),
                    told.whole(bar.minutes),
                    told.whole(bar.capacity),
                    told.fte(p.timed + p.bound),
                    told.fte(p.there),
                ]));
            }
            let has_bound = people.iter().any(|p| p.bound > 0.0);
            let mut layers = Vec::new();
            if has_bound {
                layers.push(Layer { series: group.0, name: told.say("report-bound"), hatched: true });
            }
            layers.push(Layer { series: group.0, name: told.say("report-work"), hatched: false });
            let heights = |p: &People| if has_bound { vec![p.bound, p.timed] } else { vec![p.timed] };
            let highest: Vec<f64> = people.iter().flat_map(|p| [p.timed + p.bound, p.there]).collect();
            let day = chart::Day {
                full_width: false,
                layers,
                capacity_name: told.say("report-there"),
                columns: edges(told)
                    .into_iter()
                    .zip(&people)
                    .map(|((from, to), p)| chart::Column { from, to, heights: heights(p) })
                    .collect(),
                capacity: edges(told)
                    .into_iter()
                    .zip(&people)
                    .map(|((from, to), p)| chart::Step { from, to, height: p.there })
                    .collect(),
                clock: clock(told),
                axis: Axis::around(&told.say("report-day-axis"), highest, 4, |v| told.texts.number(v)),
            };
            panels.push(panel(told, format!("{}, {}", told.group(group), name.to_lowercase()), day));
        }
    }
    Figure {
        id: "groups".into(),
        caption: told.say("report-day-groups"),
        panels,
        table: Table {
            caption: told.say("report-day-groups-table"),
            columns: vec![
                Column::wide(told.say("report-group-and-interval")),
                Column::numbers(told.say("report-minutes-needed")),
                Column::numbers(told.say("report-minutes-capacity")),
                Column::numbers(told.say("report-needed")),
                Column::numbers(told.say("report-there")),
            ],
            rows,
            note: None,
            dense: false,
        },
    }
}

/// A day's panel with its tightest interval in words.
fn panel(told: &Telling, title: String, day: chart::Day) -> Panel {
    let needed = |i: usize| day.columns[i].heights.iter().sum::<f64>();
    let slack = |i: &usize| day.capacity[*i].height - needed(*i);
    let tightest = (0..day.columns.len()).filter(|i| needed(*i) > 0.0).min_by(|a, b| slack(a).total_cmp(&slack(b)));
    let alternative = match tightest {
        Some(i) => told.with(
            "report-day-alt",
            &[
                ("interval", told.ward.intervals.get(i).label().replace('-', "–").into()),
                ("needed", told.fte(needed(i)).into()),
                ("there", told.fte(day.capacity[i].height).into()),
            ],
        ),
        None => told.say("report-day-alt-nothing"),
    };
    Panel { title, alternative, chart: Chart::Day(day) }
}

/// Mean heads of a shift on these days.
fn heads(staffing: &[Heads], group: &str, shift: &str, days: DaySet) -> f64 {
    let sum: u32 = staffing
        .iter()
        .filter(|h| h.group == group && h.shift == shift && days.iter().any(|d| d.number() == h.day))
        .map(|h| h.heads)
        .sum();
    f64::from(sum) / f64::from(days.len())
}

fn heads_by_shift(told: &Telling) -> Vec<StaffingRow> {
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

fn staffing_figure(told: &Telling, rows: Vec<StaffingRow>) -> Figure {
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
        table: Table {
            caption: told.say("report-staffing-title"),
            columns: std::iter::once(Column::wide(told.say("report-shift")))
                .chain(names.into_iter().map(Column::numbers))
                .collect(),
            rows: table_rows,
            note: None,
            dense: false,
        },
    }
}
