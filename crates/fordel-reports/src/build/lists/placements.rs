//! Who does what: each group's tasks, what is new to it and whence.

use std::collections::BTreeMap;

use fordel_core::measure::activity::task_numbers;
use fordel_core::measure::distribution::{Entry, proposed};
use fordel_core::measure::moves::{Kind, kind};
use fordel_core::measure::work::minutes_a_week;
use fordel_core::time::DaySet;
use fordel_core::ward::{GroupId, LineId};

use super::super::tasks::{by_task, timings};
use super::super::telling::Telling;
use super::super::{chapter, part};
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter, a part for each group.
pub fn placements(told: &Telling) -> Vec<Section> {
    // A line's weekday and weekend on one group are one row.
    let mut by_group: BTreeMap<GroupId, BTreeMap<LineId, DaySet>> = BTreeMap::new();
    for entry in proposed(told.ward, told.plan) {
        let days = by_group.entry(entry.group).or_default().entry(entry.line).or_default();
        *days = days.or(entry.days);
    }
    let numbers = task_numbers(told.ward);
    let mut intro = chapter("placements", told.say("report-placements"));
    intro.blocks.push(Block::text(told.say("report-placements-intro")));
    let mut sections = vec![intro];
    for group in told.ward.group_ids() {
        let mut section = part(&format!("group-{}", group.0), told.group(group));
        let Some(lines) = by_group.get(&group) else {
            section.blocks.push(Block::text(told.say("report-group-nothing")));
            sections.push(section);
            continue;
        };
        let entries: Vec<Entry> = lines.iter().map(|(&line, &days)| Entry { line, days, group }).collect();
        section.blocks.push(table(told, group, &entries, &numbers));
        sections.push(section);
    }
    sections
}

fn table(told: &Telling, group: GroupId, entries: &[Entry], numbers: &[String]) -> Block {
    let minutes = |e: &Entry| minutes_a_week(told.ward, &told.ward.lines[e.line.0], e.group, e.days);
    let tasks = by_task(
        told,
        entries.iter().map(|e| (e.line, minutes(e), (e.days, is_new(told, *e), from(told, *e), courses(told, *e)))),
    );
    let new = tasks.iter().filter(|t| t.told.1).count();
    let total: f64 = tasks.iter().map(|t| t.minutes).sum();
    let mut rows: Vec<Row> = tasks
        .into_iter()
        .map(|task| {
            let first = task.lines[0];
            let timing = timings(told, &task.lines);
            let (days, new, from, courses) = task.told;
            let cells = vec![
                format!("{}\u{a0}· {}", numbers[first.0], told.task(first)),
                timing,
                told.days(days),
                from,
                told.minutes_as_hours(task.minutes),
                courses,
            ];
            if new { Row::marked(cells) } else { Row::body(cells) }
        })
        .collect();
    rows.push(Row::sum(vec![
        told.say("report-sum"),
        String::new(),
        String::new(),
        told.with("report-new-count", &[("new", new.into())]),
        told.minutes_as_hours(total),
        String::new(),
    ]));
    Block::Table(Table::new(
        told.with("report-placements-table", &[("group", told.group(group).into())]),
        vec![
            Column::wide(told.say("report-task")),
            Column::words(told.say("report-interval-column")),
            Column::words(told.say("report-days")),
            Column::words(told.say("report-whence")),
            Column::numbers(told.say("report-hours-week-column")),
            Column::words(told.say("report-courses-column")),
        ],
        rows,
    ))
}

fn is_new(told: &Telling, entry: Entry) -> bool {
    matches!(kind(told.ward, &told.order, entry), Kind::Moved | Kind::Corrected)
}

/// `← SPL` where it comes from another group.
fn from(told: &Telling, entry: Entry) -> String {
    let today = told.ward.lines[entry.line.0].today;
    match (kind(told.ward, &told.order, entry), today) {
        (Kind::Moved, Some(today)) => told.with("report-whence-moved", &[("group", told.code(today).into())]),
        (Kind::Corrected, Some(today)) => told.with("report-whence-corrected", &[("group", told.code(today).into())]),
        (Kind::Kept, _) => told.say("report-whence-kept"),
        _ => told.say("report-not-told"),
    }
}

fn courses(told: &Telling, entry: Entry) -> String {
    let needed = told.ward.lines[entry.line.0].training.iter().filter(|(group, _)| *group == entry.group);
    needed.map(|(_, course)| told.ward.courses[course.0].name.clone()).collect::<Vec<_>>().join(", ")
}
