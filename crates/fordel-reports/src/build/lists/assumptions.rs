//! What all figures rest on: what was assumed or read in a way one should know of, rates, goals and limits.

use fordel_core::complaint::{Complaint, Severity};
use fordel_core::plan::Status;
use fordel_core::ward::{Alike, Goal};

use super::super::telling::Telling;
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter.
pub fn assumptions(told: &Telling, complaints: Option<&[Complaint]>) -> Section {
    let mut section = super::super::chapter("assumptions", told.say("report-assumptions"));
    let of = |severity: Severity| -> Vec<String> {
        let of_kind = complaints.unwrap_or_default().iter().filter(|c| c.severity == severity);
        of_kind.map(|c| told.texts.complaint(c)).collect()
    };
    let nothing = if complaints.is_some() { "report-rests-nothing-assumed" } else { "report-rests-unknown" };
    for (severity, some, none) in
        [(Severity::Assumed, "report-assumed", nothing), (Severity::Notice, "report-noticed", "")]
    {
        let sentences = of(severity);
        if !sentences.is_empty() {
            section.blocks.push(Block::text(told.with(some, &[("n", sentences.len().into())])));
            section.blocks.push(Block::points(sentences));
        } else if !none.is_empty() {
            section.blocks.push(Block::text(told.say(none)));
        }
    }
    section.blocks.push(Block::Table(rates(told)));
    section.blocks.push(Block::Table(groups(told)));
    if !told.plan.goals.is_empty() {
        section.blocks.push(Block::Table(goals(told)));
    }
    section
}

fn two_columns(told: &Telling, caption: &str, rows: Vec<(String, String)>) -> Table {
    Table::new(
        told.say(caption),
        vec![Column::wide(told.say("report-setting")), Column::numbers(told.say("report-value"))],
        rows.into_iter().map(|(name, value)| Row::body(vec![name, value])).collect(),
    )
}

fn rates(told: &Telling) -> Table {
    let settings = &told.ward.settings;
    let limits = &told.plan.limits;
    let percent = |share: f64| told.given_percent(share);
    let mut rows = vec![
        ("report-set-evening", percent(settings.evening_night_rate)),
        ("report-set-weekend", percent(settings.weekend_rate)),
        ("report-set-training", told.texts.number(settings.training_years)),
        ("report-set-refund", percent(settings.refund)),
        (
            "report-set-alike",
            told.say(if told.plan.alike == Alike::Weekdays { "report-alike-weekdays" } else { "report-alike-no" }),
        ),
        ("report-set-gap", told.texts.percent(limits.gap, 2)),
    ];
    if let Some(date) = told.ward.plan_date() {
        rows.push(("report-set-date", told.texts.day(date)));
    }
    if let Some(budget) = limits.budget.or(settings.budget_kr) {
        rows.push(("report-set-budget", told.texts.kroner(budget)));
    }
    if let Some(moves) = limits.max_moves {
        rows.push(("report-set-moves", moves.to_string()));
    }
    let mut rows: Vec<(String, String)> = rows.into_iter().map(|(k, v)| (told.say(k), v)).collect();
    for (row, group) in &limits.pins {
        rows.push((told.with("report-set-pin", &[("row", (*row).into())]), group.clone()));
    }
    two_columns(told, "report-rates-table", rows)
}

fn groups(told: &Telling) -> Table {
    let rows = told
        .ward
        .groups
        .iter()
        .map(|g| {
            Row::body(vec![
                told.texts.group(g),
                told.texts.number(g.hourly_kr),
                told.texts.number(g.weekly_hours),
                told.given_percent(g.absence),
                told.texts.number(g.holiday_weeks),
                told.given_percent(g.task_time),
                told.texts.number(g.weekend_every),
            ])
        })
        .collect();
    Table::new(
        told.say("report-groups-table"),
        std::iter::once(Column::wide(told.say("report-group")))
            .chain(
                [
                    "report-hourly",
                    "report-weekly-hours",
                    "report-absence",
                    "report-holiday",
                    "report-task-time",
                    "report-weekend-every",
                ]
                .map(|k| Column::numbers(told.say(k))),
            )
            .collect(),
        rows,
    )
}

fn goals(told: &Telling) -> Table {
    let unit = |goal: Goal| match goal {
        Goal::Cost => "unit-kr-year",
        Goal::Overqualified | Goal::Changes => "unit-minutes-week",
        Goal::ScarceHours => "unit-hours-week",
        Goal::Spread => "unit-pairs",
    };
    let rows = told
        .plan
        .goals
        .iter()
        .map(|g| {
            Row::body(vec![
                format!("{} ({})", told.say(&format!("goal-{}", g.goal.name())), told.say(unit(g.goal))),
                told.whole(g.value),
                told.whole(g.best),
                told.whole(g.bound),
                told.given_percent(g.tolerance),
            ])
        })
        .collect();
    let mut note = told.say("report-goals-note");
    // What stands after a goal that may still get better is proven for what was found of it.
    let open = told.plan.open_goal().filter(|open| told.plan.goals.last() != Some(*open));
    if let Some(open) = open.filter(|_| told.plan.status != Status::Optimal) {
        let goal = told.say(&format!("goal-{}", open.goal.name()));
        note = format!("{note} {}", told.with("report-goals-note-open", &[("goal", goal.into())]));
    }
    Table {
        caption: told.say("report-goals-table"),
        columns: std::iter::once(Column::wide(told.say("report-goal")))
            .chain(
                ["report-goal-value", "report-goal-best", "report-goal-bound", "report-goal-tolerance"]
                    .map(|k| Column::numbers(told.say(k))),
            )
            .collect(),
        rows,
        note: Some(note),
        dense: false,
    }
}
