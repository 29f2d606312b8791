//! A proposal's tables as lists that can be taken out: staffing, training, the activity plan, what is moved.

use fordel_core::calendar::Date;
use fordel_core::measure::activity::{Slot, activity};
use fordel_core::measure::certificates::{Ending, endings};
use fordel_core::measure::competence::competence;
use fordel_core::measure::distribution::proposed;
use fordel_core::measure::moves::{Kind, moves};
use fordel_core::plan::{Heads, Plan};
use fordel_core::time::{Clock, Day};
use fordel_core::ward::{GroupId, Shift, Timing, Ward};
use fordel_text::Texts;

use super::Reads;
use super::export::{List, ListCell};
use super::proposals::OpenedProposal;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Heads by group, shift and weekday.
    Staffing,
    /// Courses.
    Training,
    /// Where nobody on the shift may be able to do what takes a course.
    Competence,
    /// When certificates end.
    Endings,
    /// What each group does when.
    Rhythm,
    /// Placements that change hands.
    Moved,
}

impl Reads<'_> {
    /// A table of a proposal as a list; none while there is no plan. What ends is counted from today.
    pub fn list(&self, of: &OpenedProposal, kind: ListKind, texts: &Texts) -> Option<List> {
        let (ward, plan) = (&of.ward, of.plan.as_ref()?);
        Some(match kind {
            ListKind::Staffing => staffing(ward, plan, texts),
            ListKind::Training => training(plan, texts),
            ListKind::Competence => lacking(ward, plan, texts),
            ListKind::Endings => ending(ward, self.service.today(), texts),
            ListKind::Rhythm => rhythm(ward, plan, texts),
            ListKind::Moved => moved(ward, plan, texts),
        })
    }
}

fn list(texts: &Texts, name: &str, columns: &[&str], rows: Vec<Vec<ListCell>>) -> List {
    let columns = columns.iter().map(|key| texts.get(&format!("documents-{key}"))).collect();
    List { name: texts.get(name), columns, rows }
}

/// A row for each shift and weekday on which it runs.
fn staffing(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let heads = |staffing: &[Heads], shift: &Shift, day: Day| {
        let code = &ward.group(shift.group).code;
        let of = |h: &&Heads| h.group == *code && h.shift == shift.name && h.day == day.number();
        staffing.iter().filter(of).map(|h| h.heads).sum::<u32>()
    };
    let mut rows = Vec::new();
    for shift in &ward.shifts {
        for day in shift.days.iter() {
            let today = if ward.knows_staffing_today() {
                heads(&plan.today.staffing, shift, day).into()
            } else {
                ListCell::Empty
            };
            rows.push(vec![
                ward.group(shift.group).code.as_str().into(),
                shift.name.as_str().into(),
                clock(shift.window.start).into(),
                clock(shift.window.end).into(),
                texts.get(&format!("day-{}", day.number())).into(),
                heads(&plan.staffing, shift, day).into(),
                today,
            ]);
        }
    }
    list(texts, "documents-staffing-of", &["group", "shift", "from", "to", "day", "heads", "heads-today"], rows)
}

fn clock(clock: Clock) -> String {
    clock.to_string()
}

fn training(plan: &Plan, texts: &Texts) -> List {
    let row = |taken: &fordel_core::plan::Training| {
        vec![
            taken.group.as_str().into(),
            taken.course.as_str().into(),
            taken.people.into(),
            ListCell::Number(taken.hours, 1),
            ListCell::Number(taken.cost, 0),
            taken.tasks.join(", ").into(),
        ]
    };
    let rows = plan.training.iter().map(row).collect();
    list(texts, "documents-training-of", &["group", "course", "people", "hours", "kroner", "opens"], rows)
}

/// A row for each course, group and cell in which nobody may be able to.
fn lacking(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for course in competence(ward, plan) {
        for lacking in &course.lacking {
            rows.push(vec![
                ward.group(course.group).code.as_str().into(),
                ward.courses[course.course.0].name.as_str().into(),
                texts.get(&format!("day-{}", lacking.cell.day.number())).into(),
                ward.intervals.get(lacking.cell.interval).label().replace('-', "–").into(),
                ward.lines[lacking.line.0].name.as_str().into(),
                lacking.heads.into(),
                course.holders.into(),
                course.people.into(),
                ListCell::Number(lacking.chance * 100.0, 1),
            ]);
        }
    }
    let columns = ["group", "course", "day", "slot", "task", "heads", "holders", "employees", "nobody-of-hundred"];
    list(texts, "documents-competence-of", &columns, rows)
}

/// A row for each certificate that ends, counted from a day, the earliest first.
fn ending(ward: &Ward, from: Date, texts: &Texts) -> List {
    let row = |one: Ending| {
        vec![
            one.employee.into(),
            ward.group(one.group).code.as_str().into(),
            ward.courses[one.course.0].name.as_str().into(),
            one.last.to_string().into(),
            ListCell::Number(one.days_left.into(), 0),
        ]
    };
    let rows = endings(ward, from).into_iter().map(row).collect();
    list(texts, "documents-endings-of", &["employee", "group", "course", "last-day", "days-left"], rows)
}

/// The name of a row of the activity plan.
fn slot_name(ward: &Ward, slot: Slot, texts: &Texts) -> String {
    match slot {
        Slot::Interval(at) => ward.intervals.get(at).label().replace('-', "–"),
        Slot::AroundTheClock => texts.get("rhythm-slot-around-the-clock"),
        Slot::Daytime => texts.get("rhythm-slot-daytime"),
    }
}

/// A row for each task in a slot and group.
fn rhythm(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for of_group in activity(ward, &proposed(ward, plan)) {
        for row in &of_group.rows {
            for (category, work) in ward.categories.iter().zip(&row.categories) {
                for task in &work.tasks {
                    rows.push(vec![
                        ward.group(of_group.group).code.as_str().into(),
                        slot_name(ward, row.slot, texts).into(),
                        category.name.as_str().into(),
                        task.number.as_str().into(),
                        ward.lines[task.line.0].name.as_str().into(),
                        ListCell::Number(task.weekday, 1),
                        ListCell::Number(task.weekend_day, 1),
                        ListCell::Number(task.week, 1),
                        if task.new { texts.get("documents-yes").into() } else { ListCell::Empty },
                    ]);
                }
            }
        }
    }
    let columns = [
        "group",
        "slot",
        "category",
        "task-number",
        "task",
        "minutes-weekday",
        "minutes-weekend",
        "minutes-week",
        "new",
    ];
    list(texts, "documents-rhythm-of", &columns, rows)
}

/// A row for each placement that changes hands.
fn moved(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let code = |group: GroupId| ListCell::from(ward.group(group).code.as_str());
    let yes = |truth: bool| if truth { texts.get("documents-yes").into() } else { ListCell::Empty };
    let rows = moves(ward, plan)
        .into_iter()
        .map(|m| {
            let line = &ward.lines[m.line.0];
            let timing = match line.timing {
                Timing::AroundTheClock => texts.get("rhythm-slot-around-the-clock"),
                Timing::Daytime => texts.get("rhythm-slot-daytime"),
                Timing::Span { .. } => ward.timing_label(&line.timing).replace('-', "–"),
            };
            let days: Vec<u8> = m.days.iter().map(Day::number).collect();
            let courses: Vec<&str> = m.courses.iter().map(|need| ward.courses[need.course.0].name.as_str()).collect();
            vec![
                line.row.into(),
                line.name.as_str().into(),
                ward.categories[line.category].name.as_str().into(),
                timing.into(),
                texts.days(&days).into(),
                code(m.from),
                code(m.to),
                ListCell::Number(m.minutes_from, 1),
                ListCell::Number(m.minutes_to, 1),
                courses.join(", ").into(),
                yes(line.health_work),
                yes(m.kind == Kind::Corrected),
            ]
        })
        .collect();
    let columns = [
        "row",
        "task",
        "category",
        "slot",
        "days",
        "from-group",
        "to-group",
        "minutes-from",
        "minutes-to",
        "courses",
        "health-work",
        "corrected",
    ];
    list(texts, "documents-moved-of", &columns, rows)
}
