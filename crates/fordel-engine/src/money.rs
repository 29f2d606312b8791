//! What a shift and a course cost, and how many årsverk a shift takes.

use std::collections::BTreeSet;

use fordel_core::time::{DAY, Day, Stretch};
use fordel_core::ward::{Course, CourseId, Group, GroupId, Shift, ShiftId, Ward};
use jiff::Span;
use jiff::civil::Date;

/// Weeks in a year, for money and årsverk.
pub const WEEKS: f64 = 52.0;

/// Hours of the shift, when it starts on `day`, that fall between 17 and 06, and on Saturday or Sunday.
fn supplement_hours(shift: &Shift, day: Day) -> (f64, f64) {
    let stretch = shift.window.on(day);
    let evening = |d: Day| Stretch { start: d.start() + 17 * 60, minutes: 13 * 60 };
    let whole = |d: Day| Stretch { start: d.start(), minutes: DAY };
    let evening_night: u32 = Day::all().map(|d| stretch.overlap(evening(d))).sum();
    let weekend: u32 = Day::all().filter(|d| d.is_weekend()).map(|d| stretch.overlap(whole(d))).sum();
    (f64::from(evening_night) / 60.0, f64::from(weekend) / 60.0)
}

/// Kroner for one head on one shift: hourly × (paid + k × supplements) ÷ (1 − absence × (1 − refund)).
pub fn shift_kr(ward: &Ward, shift: &Shift, day: Day) -> f64 {
    let group = ward.group(shift.group);
    let (evening_night, weekend) = supplement_hours(shift, day);
    let k = shift.paid_hours / (f64::from(shift.window.minutes()) / 60.0);
    let supplements = ward.settings.evening_night_rate * evening_night + ward.settings.weekend_rate * weekend;
    group.hourly_kr * (shift.paid_hours + k * supplements) / (1.0 - group.absence * (1.0 - ward.settings.refund))
}

/// Årsverk for one paid hour a week in the group.
pub fn fte_per_paid_hour(group: &Group) -> f64 {
    1.0 / group.weekly_hours / (1.0 - group.absence) * WEEKS / (WEEKS - group.holiday_weeks)
}

/// Whole people that some heads take where the number isn't given: max(⌈årsverk⌉, k × most weekend heads).
pub fn people_for(group: &Group, fte: f64, most_weekend_heads: f64) -> f64 {
    (fte - 1e-9).ceil().max((group.weekend_every * most_weekend_heads - 1e-9).ceil()).max(0.0)
}

/// Årsverk and most weekend heads (starting on Saturday, or on Sunday) of some heads of a group.
pub fn fte_and_weekend(ward: &Ward, group: GroupId, heads: impl Fn(ShiftId, Day) -> f64) -> (f64, f64) {
    let mut fte = 0.0;
    let mut weekend = [0.0; 2];
    for (s, shift) in ward.shifts.iter().enumerate().filter(|(_, s)| s.group == group) {
        for day in Day::all() {
            let n = heads(ShiftId(s), day);
            fte += n * shift.paid_hours * fte_per_paid_hour(ward.group(group));
            if day.is_weekend() {
                weekend[usize::from(day.0) - 5] += n;
            }
        }
    }
    (fte, weekend[0].max(weekend[1]))
}

/// People of the group who would have to take the course: the people given, else those that today's staffing
/// takes (at least 1), less those with a certificate that is valid on the plan's date.
pub fn people_to_train(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    (people_counted(ward, group) - f64::from(certified(ward, group, course))).max(0.0)
}

/// People of the group as courses count them: those given, else those that today's staffing takes (at least 1).
pub fn people_counted(ward: &Ward, group: GroupId) -> f64 {
    let g = ward.group(group);
    g.people.unwrap_or_else(|| {
        let (fte, weekend) = fte_and_weekend(ward, group, |s, d| f64::from(ward.heads_today(s, d)));
        people_for(g, fte, weekend).max(1.0)
    })
}

/// People of the group with a certificate of the course that is valid on the plan's date: taken on or before it, and its last
/// day, told or the same day of the month (or the month's last) the valid months later, not before it.
pub fn certified(ward: &Ward, group: GroupId, course: CourseId) -> u32 {
    let Some(plan_date) = ward.plan_date() else { return 0 };
    let months = ward.courses[course.0].valid_months;
    let by_course = |taken: Date| {
        let months = Span::new().try_months(months?).ok()?;
        // Beyond the calendar's end it never runs out.
        taken.checked_add(months).ok()
    };
    let own = ward.certificates.iter().filter(|c| c.group == group && c.course == course && c.date <= plan_date);
    let valid = own.filter(|c| c.until.or_else(|| by_course(c.date)).is_none_or(|last| plan_date <= last));
    let people: BTreeSet<String> = valid.map(|c| c.employee.trim().to_lowercase()).collect();
    u32::try_from(people.len()).unwrap_or(u32::MAX)
}

/// Kroner a year for one person on the course.
pub fn course_kr_per_person(ward: &Ward, group: GroupId, course: &Course) -> f64 {
    let years = course
        .valid_months
        .map_or(ward.settings.training_years, |m| ward.settings.training_years.min(f64::from(m) / 12.0));
    (course.hours * ward.group(group).hourly_kr + course.fee_kr) / years
}
