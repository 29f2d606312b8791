//! The courses that placements take, who takes them, and what they cost a year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;

use crate::plan::Training;
use crate::ward::{Certificate, Course, CourseId, GroupId, Ward};

use super::decided::Decided;
use super::money::people_needed;
use super::required::{Required, required};

/// Every course that a placement needs on its group, once for each group.
pub(super) fn courses(ward: &Ward, decided: &Decided) -> Vec<Training> {
    let mut needed: BTreeMap<(GroupId, CourseId), Vec<String>> = BTreeMap::new();
    for stand in &decided.stands {
        let line = &ward.lines[stand.line.0];
        for (group, course) in line.training.iter().filter(|(group, _)| *group == stand.group) {
            let tasks = needed.entry((*group, *course)).or_default();
            if !tasks.contains(&line.name) {
                tasks.push(line.name.clone());
            }
        }
    }
    // What the rules of presence ask is taken whether or not the work takes the course.
    let required = required(ward);
    for one in required.iter().filter(|one| one.to_train() > 0.0) {
        needed.entry((one.group, one.course)).or_default();
    }
    let people = |group: GroupId, course: CourseId, tasks: &[String]| {
        let asked = required.iter().find(|one| (one.group, one.course) == (group, course));
        let asked = asked.map_or(0.0, Required::to_train);
        if tasks.is_empty() { asked } else { lacking(ward, group, course).max(asked) }
    };
    let taken = |((group, course), tasks): ((GroupId, CourseId), Vec<String>)| {
        training(ward, group, course, people(group, course, &tasks), tasks)
    };
    needed.into_iter().map(taken).collect()
}

/// `people × (hours × hourly + fee) ÷ min(years, months valid ÷ 12)` kroner a year.
fn training(ward: &Ward, id: GroupId, course_id: CourseId, people: f64, tasks: Vec<String>) -> Training {
    let (group, course) = (ward.group(id), &ward.courses[course_id.0]);
    let years = match course.valid_months {
        Some(months) => ward.settings.training_years.min(f64::from(months) / 12.0),
        None => ward.settings.training_years,
    };
    Training {
        group: group.code.clone(),
        course: course.name.clone(),
        people: people.ceil() as u32,
        hours: people * course.hours,
        cost: people * (course.hours * group.hourly_kr + course.fee_kr) / years,
        tasks,
    }
}

/// People of the group without a valid certificate: the group's people where given, else those that today's staffing
/// takes, at least one.
fn lacking(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let heads_today = Decided::today(ward).heads;
    let people = ward.group(group).people.unwrap_or_else(|| people_needed(ward, &heads_today, group).max(1.0));
    (people - holders(ward, group, course).len() as f64).max(0.0)
}

/// People of the group with a certificate that is valid on the plan's date.
pub(crate) fn holders(ward: &Ward, group: GroupId, course: CourseId) -> BTreeSet<String> {
    let Some(date) = ward.plan_date() else { return BTreeSet::new() };
    let own = |c: &&Certificate| c.group == group && c.course == course;
    let valid = |c: &&Certificate| is_valid(c, &ward.courses[course.0], date);
    ward.certificates.iter().filter(own).filter(valid).map(|c| c.employee.trim().to_lowercase()).collect()
}

/// Whether a certificate holds on `date`: taken on or before it, and its last day is not before it. That is the day told, else
/// the same day of the month (or the month's last) the valid months later.
fn is_valid(certificate: &Certificate, course: &Course, date: Date) -> bool {
    let taken = certificate.date;
    let later = |months: u32| Span::new().try_months(i64::from(months)).and_then(|span| taken.checked_add(span));
    // A last day beyond the calendar's end never comes.
    let by_course = || course.valid_months.and_then(|months| later(months).ok());
    let last = certificate.until.or_else(by_course);
    taken <= date && last.is_none_or(|last| last >= date)
}
