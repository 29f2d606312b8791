//! The activity plan (døgnrytmeplan): intervals by categories for each group, one sheet lying down.

use fordel_core::measure::activity::{Activity, Slot, Work, activity as plans};
use fordel_core::measure::distribution::proposed;

use super::super::findings::slot_name;
use super::super::telling::Telling;
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter: a sheet for each group that has work, the introduction on the first.
pub fn activity(told: &Telling) -> Vec<Section> {
    let all = plans(told.ward, &proposed(told.ward, told.plan));
    let busy = all.iter().filter(|a| a.rows.iter().any(|r| r.categories.iter().any(|w| !w.tasks.is_empty())));
    let mut sheets: Vec<Section> = busy.map(|a| sheet(told, a)).collect();
    if let Some(first) = sheets.first_mut() {
        let chapter = super::super::chapter("activity", told.say("report-activity"));
        *first = Section { id: chapter.id, heading: chapter.heading, level: chapter.level, ..first.clone() };
        first.blocks.insert(0, Block::text(told.say("report-activity-intro")));
    }
    sheets
}

fn sheet(told: &Telling, plan: &Activity) -> Section {
    let title = told.with("report-activity-group", &[("group", told.group(plan.group).into())]);
    let mut section = super::super::part(&format!("activity-{}", plan.group.0), told.group(plan.group));
    section.landscape = true;
    let slots = Slot::all(told.ward);
    let mut rows: Vec<Row> = told
        .ward
        .categories
        .iter()
        .enumerate()
        .map(|(c, category)| {
            let mut cells = vec![told.texts.category(&category.name).to_owned()];
            cells.extend(plan.rows.iter().map(|row| cell(told, &row.categories[c])));
            Row::body(cells)
        })
        .collect();
    let mut sums = vec![told.say("report-sum")];
    sums.extend(plan.rows.iter().map(|row| {
        let sum = |of: &dyn Fn(&Work) -> f64| row.categories.iter().map(of).sum::<f64>();
        minutes(told, sum(&|w| w.weekday), sum(&|w| w.weekend_day))
    }));
    rows.push(Row::sum(sums));
    section.blocks.push(Block::Table(Table {
        caption: title,
        columns: std::iter::once(Column::words(told.say("report-category")))
            .chain(slots.into_iter().map(|slot| Column::wide(slot_name(told, slot))))
            .collect(),
        rows,
        note: Some(told.say("report-activity-note")),
        dense: true,
    }));
    section
}

/// Minutes, and under them the tasks by number; a star marks those new to the group.
fn cell(told: &Telling, work: &Work) -> String {
    if work.tasks.is_empty() {
        return String::new();
    }
    let tasks: Vec<String> =
        work.tasks.iter().map(|t| if t.new { format!("{}*", t.number) } else { t.number.clone() }).collect();
    format!("{}\n{}", minutes(told, work.weekday, work.weekend_day), tasks.join(", "))
}

/// `120 / 90`: an ordinary weekday and a weekend day.
fn minutes(told: &Telling, weekday: f64, weekend_day: f64) -> String {
    let (weekday, weekend) = (told.whole(weekday), told.whole(weekend_day));
    if weekday == weekend { weekday } else { format!("{weekday} / {weekend}") }
}
