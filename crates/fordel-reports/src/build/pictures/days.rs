//! The day: work against the people there, for the whole ward and for each group.

use fordel_core::measure::profile::{DayProfile, mean};
use fordel_core::time::Day;
use fordel_core::ward::GroupId;

use super::super::telling::Telling;
use super::kinds_of_day;
use crate::chart::{self, Axis, Chart, Layer, Tick};
use crate::report::{Column, Figure, Panel, Row, Table};

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
pub fn ward_day(told: &Telling, profiles: &[DayProfile]) -> Figure {
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
            let mut cells = vec![format!("{name} {}", told.texts.timing(&window.label()))];
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
        table: Table::new(told.say("report-day-ward-table"), columns, rows),
    }
}

/// Each group, or one of them: its work against its heads.
pub fn group_days(told: &Telling, profiles: &[DayProfile], only: Option<GroupId>) -> Figure {
    let (mut panels, mut rows) = (Vec::new(), Vec::new());
    for group in told.ward.group_ids().filter(|group| only.is_none_or(|only| only == *group)) {
        for (days, name) in kinds_of_day(told) {
            let Some(profile) = mean(profiles, group, days) else { continue };
            let name = name.to_lowercase();
            let Some(day) = one_group(told, &profile, false) else { continue };
            rows.extend(group_rows(told, &profile, &format!("{} {name} ", told.code(group))));
            panels.push(panel(told, format!("{}, {name}", told.group(group)), day));
        }
    }
    Figure {
        id: "groups".into(),
        caption: told.say("report-day-groups"),
        panels,
        table: group_table(told, told.say("report-day-groups-table"), "report-group-and-interval", rows),
    }
}

/// One group on one day, as wide as a page; none where it has neither work nor people.
pub fn group_day(told: &Telling, profiles: &[DayProfile], group: GroupId, day: Day, title: String) -> Option<Figure> {
    let profile = mean(profiles, group, [day].into_iter().collect())?;
    let drawn = one_group(told, &profile, true)?;
    Some(Figure {
        id: "day".into(),
        caption: title.clone(),
        table: group_table(told, title.clone(), "report-interval-column", group_rows(told, &profile, "")),
        panels: vec![panel(told, title, drawn)],
    })
}

/// A group's day; none where it has neither work nor people.
fn one_group(told: &Telling, profile: &DayProfile, full_width: bool) -> Option<chart::Day> {
    let people = people(told, profile);
    if people.iter().all(|p| p.timed + p.bound + p.there <= 0.0) {
        return None;
    }
    let has_bound = people.iter().any(|p| p.bound > 0.0);
    let series = profile.group.0;
    let mut layers = Vec::new();
    if has_bound {
        layers.push(Layer { series, name: told.say("report-bound"), hatched: true });
    }
    layers.push(Layer { series, name: told.say("report-work"), hatched: false });
    let heights = |p: &People| if has_bound { vec![p.bound, p.timed] } else { vec![p.timed] };
    let highest: Vec<f64> = people.iter().flat_map(|p| [p.timed + p.bound, p.there]).collect();
    let of_edges = || edges(told).into_iter().zip(&people);
    Some(chart::Day {
        full_width,
        layers,
        capacity_name: told.say("report-there"),
        columns: of_edges().map(|((from, to), p)| chart::Column { from, to, heights: heights(p) }).collect(),
        capacity: of_edges().map(|((from, to), p)| chart::Step { from, to, height: p.there }).collect(),
        clock: clock(told),
        axis: Axis::around(&told.say("report-day-axis"), highest, 4, |v| told.texts.number(v)),
    })
}

/// A group's day as rows, each named by its interval after `lead`.
fn group_rows(told: &Telling, profile: &DayProfile, lead: &str) -> Vec<Row> {
    let people = people(told, profile);
    let bars = people.iter().zip(&profile.intervals).zip(told.ward.intervals.iter());
    bars.map(|((p, bar), window)| {
        Row::body(vec![
            format!("{lead}{}", told.texts.timing(&window.label())),
            told.whole(bar.minutes),
            told.whole(bar.capacity),
            told.fte(p.timed + p.bound),
            told.fte(p.there),
        ])
    })
    .collect()
}

fn group_table(told: &Telling, caption: String, first: &str, rows: Vec<Row>) -> Table {
    let columns = vec![
        Column::wide(told.say(first)),
        Column::numbers(told.say("report-minutes-needed")),
        Column::numbers(told.say("report-minutes-capacity")),
        Column::numbers(told.say("report-needed")),
        Column::numbers(told.say("report-there")),
    ];
    Table::new(caption, columns, rows)
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
                ("interval", told.texts.timing(&told.ward.intervals.get(i).label()).into()),
                ("needed", told.fte(needed(i)).into()),
                ("there", told.fte(day.capacity[i].height).into()),
            ],
        ),
        None => told.say("report-day-alt-nothing"),
    };
    Panel { title, alternative, chart: Chart::Day(day) }
}
