//! The lists: who does what, the activity plan, staffing, courses, and what all of it was computed from.

mod activity;
mod assumptions;
mod placements;
mod staffing;

pub use assumptions::assumptions;

use fordel_core::complaint::Complaint;

use super::telling::Telling;
use crate::report::{Block, Column, Row, Section, Table};

/// The chapters of lists.
pub fn lists(told: &Telling, complaints: Option<&[Complaint]>) -> Vec<Section> {
    let mut sections = placements::placements(told);
    sections.extend(activity::activity(told));
    sections.push(staffing::staffing(told));
    sections.push(training(told));
    sections.push(assumptions(told, complaints));
    sections
}

/// Courses: for whom, how long, what they cost and open.
fn training(told: &Telling) -> Section {
    let mut section = super::chapter("training", told.say("report-training"));
    if told.plan.training.is_empty() {
        section.blocks.push(Block::text(told.say("report-training-none")));
        return section;
    }
    section.blocks.push(Block::text(told.say("report-training-intro")));
    let mut rows: Vec<Row> = told
        .plan
        .training
        .iter()
        .map(|t| {
            Row::body(vec![
                t.course.clone(),
                t.group.clone(),
                t.people.to_string(),
                told.texts.number(t.hours),
                told.kroner(t.cost),
                t.tasks.join(", "),
            ])
        })
        .collect();
    let sum = |of: &dyn Fn(&fordel_core::plan::Training) -> f64| told.plan.training.iter().map(of).sum::<f64>();
    rows.push(Row::sum(vec![
        told.say("report-sum"),
        String::new(),
        told.whole(sum(&|t| f64::from(t.people))),
        told.texts.number(sum(&|t| t.hours)),
        told.kroner(sum(&|t| t.cost)),
        String::new(),
    ]));
    section.blocks.push(Block::Table(Table::new(
        told.say("report-training-table"),
        vec![
            Column::words(told.say("report-course")),
            Column::words(told.say("report-group")),
            Column::numbers(told.say("report-participants")),
            Column::numbers(told.say("report-course-hours")),
            Column::numbers(told.say("report-kr-year")),
            Column::wide(told.say("report-course-opens")),
        ],
        rows,
    )));
    section
}
