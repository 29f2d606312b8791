//! What shifts and courses cost.

use std::collections::BTreeSet;

use fordel_core::time::WEEK;
use fordel_core::ward::{Certificate, CourseId, GroupId, Ward};
use jiff::civil::{Date, date};

use super::Unit;

pub(super) fn paid_hours(ward: &Ward, unit: &Unit) -> f64 {
    ward.shifts[unit.shift].paid_hours * f64::from(unit.days.len())
}

/// Kroner a year for one more head of a unit, its supplements told off minute by minute.
pub(super) fn unit_cost(ward: &Ward, unit: &Unit) -> f64 {
    let shift = &ward.shifts[unit.shift];
    let group = ward.group(shift.group);
    let length = shift.window.minutes();
    let mut week = 0.0;
    for day in unit.days.iter() {
        let (mut evening, mut weekend) = (0.0, 0.0);
        for minute in 0..length {
            let at = (day.start() + shift.window.start.minutes() + minute) % WEEK;
            let hour = at % 1440 / 60;
            evening += f64::from(u8::from(!(6..17).contains(&hour))) / 60.0;
            weekend += f64::from(u8::from(at / 1440 >= 5)) / 60.0;
        }
        let k = shift.paid_hours * 60.0 / f64::from(length);
        let rates = ward.settings.evening_night_rate * evening + ward.settings.weekend_rate * weekend;
        week += group.hourly_kr * (shift.paid_hours + k * rates) / (1.0 - group.absence * (1.0 - ward.settings.refund));
    }
    52.0 * week
}

/// The group's people: given, else those that today's heads take.
pub(super) fn people_of(ward: &Ward, group: GroupId) -> f64 {
    let g = ward.group(group);
    g.people.unwrap_or_else(|| {
        let own = || ward.shifts.iter().zip(&ward.staffing_today).filter(|(s, _)| s.group == group);
        let paid: f64 = own().map(|(s, days)| s.paid_hours * f64::from(days.iter().sum::<u32>())).sum();
        let fte = paid / g.weekly_hours / (1.0 - g.absence) * 52.0 / (52.0 - g.holiday_weeks);
        let weekend = |day: usize| own().map(|(_, days)| days[day]).sum::<u32>();
        let weekends = g.weekend_every * f64::from(weekend(5).max(weekend(6)));
        (fte - 1e-9).ceil().max((weekends - 1e-9).ceil()).max(1.0)
    })
}

/// Those of the group who hold the course on the plan's date.
pub(super) fn holders_of(ward: &Ward, group: GroupId, course: CourseId) -> usize {
    let on = ward.settings.plan_date.or_else(|| ward.certificates.iter().map(|c| c.date).max());
    let months = ward.courses[course.0].valid_months;
    let last = |c: &Certificate| c.until.or_else(|| months.map(|m| months_later(c.date, m)));
    let holders: BTreeSet<String> = ward
        .certificates
        .iter()
        .filter(|c| c.group == group && c.course == course)
        .filter(|c| on.is_some_and(|on| c.date <= on && last(c).is_none_or(|last| on <= last)))
        .map(|c| c.employee.trim().to_lowercase())
        .collect();
    holders.len()
}

/// Kroner a year for so many on a course.
pub(super) fn taking_cost(ward: &Ward, group: GroupId, course: CourseId, takers: f64) -> f64 {
    let course_of = &ward.courses[course.0];
    let years = course_of.valid_months.map_or(f64::INFINITY, |m| f64::from(m) / 12.0).min(ward.settings.training_years);
    takers * (course_of.hours * ward.group(group).hourly_kr + course_of.fee_kr) / years
}

/// Kroner a year for a course that a group's people take.
pub(super) fn course_cost(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let takers = (people_of(ward, group) - holders_of(ward, group, course) as f64).max(0.0);
    taking_cost(ward, group, course, takers)
}

/// The same day of the month, or its last, so many months later.
pub(super) fn months_later(taken: Date, months: u32) -> Date {
    let all = i32::from(taken.year()) * 12 + i32::from(taken.month()) - 1 + months as i32;
    let first = date((all / 12) as i16, (all % 12 + 1) as i8, 1);
    date(first.year(), first.month(), taken.day().min(first.days_in_month()))
}
