//! The staffing plan: heads by shift and weekday, with today's beside where they differ, and the sums by group.

use fordel_core::plan::{GroupSum, Heads};
use fordel_core::time::{Day, DaySet, Window};
use fordel_core::ward::{Group, Shift};

use super::super::telling::Telling;
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter.
pub fn staffing(told: &Telling) -> Section {
    let mut section = super::super::chapter("staffing-plan", told.say("report-staffing-plan"));
    let known = told.ward.knows_staffing_today();
    section.blocks.push(Block::text(told.say(if known {
        "report-staffing-intro"
    } else {
        "report-staffing-intro-untold"
    })));
    section.blocks.push(Block::Table(heads_table(told, known)));
    section.blocks.push(Block::Table(sums_table(told, known)));
    section
}

fn heads_table(told: &Telling, known: bool) -> Table {
    let mut rows = Vec::new();
    for (group, name) in shift_names(&told.ward.shifts) {
        let code = &told.ward.groups[group].code;
        let types: Vec<&Shift> = told.ward.shifts.iter().filter(|s| s.group.0 == group && s.name == name).collect();
        let runs = types.iter().fold(DaySet::NONE, |all, s| all.or(s.days));
        let heads = |staffing: &[Heads], day: Day| {
            staffing
                .iter()
                .filter(|h| h.group == *code && h.shift == name && h.day == day.number())
                .map(|h| h.heads)
                .sum::<u32>()
        };
        let week = |staffing: &[Heads]| Day::all().map(|d| heads(staffing, d)).sum::<u32>();
        let (now, before, after) =
            (week(&told.plan.today.staffing), week(&told.plan.carried.staffing), week(&told.plan.staffing));
        if now + before + after == 0 {
            continue;
        }
        let mut cells = vec![format!("{code} {name} {}", windows(&types))];
        cells.extend(Day::all().map(|day| {
            let (proposed, today) = (heads(&told.plan.staffing, day), heads(&told.plan.today.staffing, day));
            match () {
                () if !runs.contains(day) => String::new(),
                () if known && today != proposed => format!("{proposed} ({today})"),
                () => proposed.to_string(),
            }
        }));
        cells.push(after.to_string());
        cells.push(if known { now.to_string() } else { "–".to_owned() });
        cells.push(if told.plan.carried.staffing.is_empty() { "–".to_owned() } else { before.to_string() });
        rows.push(Row::body(cells));
    }
    Table {
        caption: told.say("report-staffing-table"),
        columns: std::iter::once(Column::wide(told.say("report-shift")))
            .chain(Day::all().map(|d| Column::numbers(told.say(&format!("day-short-{}", d.number())))))
            .chain(
                ["report-proposed-week", "report-today-week", "report-carried-week"]
                    .map(|k| Column::numbers(told.say(k))),
            )
            .collect(),
        rows,
        note: known.then(|| told.say("report-staffing-note")),
        dense: false,
    }
}

/// Each group's shift names once, in the order of the sheet.
fn shift_names(shifts: &[Shift]) -> Vec<(usize, String)> {
    let mut names: Vec<(usize, String)> = Vec::new();
    for shift in shifts {
        let name = (shift.group.0, shift.name.clone());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn windows(types: &[&Shift]) -> String {
    let mut windows: Vec<Window> = types.iter().map(|s| s.window).collect();
    windows.dedup();
    windows.iter().map(|w| format!("{}–{}", w.start, w.end)).collect::<Vec<_>>().join(", ")
}

fn sums_table(told: &Telling, known: bool) -> Table {
    let plan = told.plan;
    let empty: &[GroupSum] = &[];
    let sides = [if known { &plan.today.groups[..] } else { empty }, &plan.carried.groups[..], &plan.groups[..]];
    let find = |side: &[GroupSum], code: &str| side.iter().find(|g| g.group == code).cloned();
    let dash = || "–".to_owned();
    let fte = |side: &[GroupSum], code: &str| match (side.is_empty(), find(side, code)) {
        (true, _) => dash(),
        (false, sum) => told.fte(sum.map_or(0.0, |s| s.fte)),
    };
    let row = |group: &Group| {
        let own = find(&plan.groups, &group.code);
        let of = |f: &dyn Fn(&GroupSum) -> String| own.as_ref().map_or_else(dash, f);
        Row::body(vec![
            told.texts.group(group),
            fte(sides[0], &group.code),
            fte(sides[1], &group.code),
            fte(sides[2], &group.code),
            group.positions.map_or_else(dash, |p| told.texts.number(p)),
            of(&|s| s.people.to_string()),
            of(&|s| told.hours(s.paid_hours_week)),
            of(&|s| told.kroner(s.week_cost)),
        ])
    };
    let mut rows: Vec<Row> = told.ward.groups.iter().map(row).collect();
    let total = |side: &[GroupSum]| if side.is_empty() { dash() } else { told.fte(side.iter().map(|g| g.fte).sum()) };
    let sum = |of: &dyn Fn(&GroupSum) -> f64| plan.groups.iter().map(of).sum::<f64>();
    rows.push(Row::sum(vec![
        told.say("report-sum"),
        total(sides[0]),
        total(sides[1]),
        total(sides[2]),
        String::new(),
        told.whole(sum(&|g| f64::from(g.people))),
        told.hours(sum(&|g| g.paid_hours_week)),
        told.kroner(sum(&|g| g.week_cost)),
    ]));
    Table::new(
        told.say("report-sums-table"),
        std::iter::once(Column::wide(told.say("report-group")))
            .chain(
                [
                    "report-fte-today",
                    "report-fte-carried",
                    "report-fte-proposed",
                    "report-positions",
                    "report-people",
                    "report-paid-hours",
                    "report-week-cost",
                ]
                .map(|k| Column::numbers(told.say(k))),
            )
            .collect(),
        rows,
    )
}
