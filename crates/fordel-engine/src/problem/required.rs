//! Rules of presence that name a course: how many of the group must hold it, for a roster to have them on.

use std::collections::BTreeSet;

use fordel_core::time::{DaySet, Stretch, WEEK};
use fordel_core::ward::{CourseId, GroupId, Presence, Ward};

use super::staffing::{breaks, starts_within};
use super::{Demand, Limit};
use crate::money;

/// The courses that rules name with their groups, each with the first of its rules.
pub(super) fn pairs(ward: &Ward) -> Vec<(GroupId, CourseId, usize)> {
    let mut seen = BTreeSet::new();
    let named = ward.presence.iter().enumerate().filter_map(|(i, rule)| match (rule.groups.as_slice(), rule.course) {
        ([group], Some(course)) => Some((*group, course, i)),
        _ => None,
    });
    named.filter(|(group, course, _)| seen.insert((*group, *course))).collect()
}

/// People of the group whom the rules make take the course: those that must hold it beyond those who do.
pub(super) fn must_train(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let least = (holders_needed(ward, group, course) - 1e-9).ceil();
    let lacking = (least - f64::from(money::certified(ward, group, course))).max(0.0);
    // Where people aren't given there are as many as it takes.
    let most = ward.group(group).people.map(|_| money::people_to_train(ward, group, course));
    lacking.min(most.unwrap_or(lacking))
}

/// A limit for each course that more must hold than the group has people: no heads mend it.
pub(super) fn limits(ward: &Ward) -> Vec<Limit> {
    let limit = |(group, course, rule): (GroupId, CourseId, usize)| {
        let people = (ward.group(group).people? + 1e-9).floor();
        let needed = holders_needed(ward, group, course);
        let rules = ward.presence.iter().filter(|r| r.course == Some(course) && r.groups == [group]).count();
        let count = f64::from(ward.presence[rule].count.max(1));
        // Where several rules ask for it, a step of one of them isn't a known number of people.
        let step = if rules == 1 { needed / count } else { 0.0 };
        let (terms, most) = (Vec::new(), f64::INFINITY);
        Some(Limit { demand: Demand::Competence(rule), terms, least: needed - people - 1e-9, most, step })
    };
    pairs(ward).into_iter().filter_map(limit).filter(|limit| limit.least > 0.0).collect()
}

/// Holders that no roster can do without: hours asked over hours worked, or those who start on a weekend day times the
/// weekends between.
fn holders_needed(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let own = ward.group(group);
    let rules: Vec<&Presence> =
        ward.presence.iter().filter(|r| r.course == Some(course) && r.groups == [group]).collect();
    let windows: Vec<(Stretch, u32)> =
        rules.iter().flat_map(|rule| rule.days.iter().map(|day| (rule.window.on(day), rule.count))).collect();
    let stretches: Vec<Stretch> = windows.iter().map(|(stretch, _)| *stretch).collect();
    let cut = breaks(ward, &[group], &stretches);
    let asked = |minute: u32| windows.iter().filter(|(s, _)| s.contains(minute)).map(|(_, n)| *n).max().unwrap_or(0);
    let length = |i: usize| (cut[(i + 1) % cut.len()] + WEEK - cut[i]) % WEEK;
    let whole = |minutes: u32| if minutes == 0 { WEEK } else { minutes };
    let minutes: f64 = (0..cut.len()).map(|i| f64::from(asked(cut[i])) * f64::from(whole(length(i)))).sum();
    let works = own.weekly_hours * (1.0 - own.absence) * (1.0 - own.holiday_weeks / 52.0);
    let by_hours = minutes / 60.0 / works.max(1.0);

    let shifts = |of_day: bool, day| {
        let own = ward.shifts.iter().filter(move |shift| shift.group == group);
        own.flat_map(move |shift| shift.days.iter().filter(move |d| (*d == day) == of_day).map(|d| shift.window.on(d)))
    };
    let mut most = 0;
    for day in DaySet::WEEKEND.iter() {
        let own: Vec<Stretch> = shifts(true, day).collect();
        // From the earliest start of the day on, in the order of time.
        let mut at: Vec<u32> = own.iter().flat_map(|shift| starts_within(&cut, *shift)).collect();
        let since = |minute: u32| (minute + WEEK - day.start()) % WEEK;
        at.sort_unstable_by_key(|minute| since(*minute));
        at.dedup();
        let mut started: Vec<Stretch> = Vec::new();
        for minute in at.into_iter().filter(|m| !shifts(false, day).any(|other| other.contains(*m))) {
            let there = started.iter().filter(|shift| shift.contains(minute)).count() as u32;
            let on = own.iter().filter(|shift| shift.contains(minute));
            let Some(longest) = on.max_by_key(|shift| since(shift.start) + shift.minutes) else { continue };
            started.extend(std::iter::repeat_n(*longest, asked(minute).saturating_sub(there) as usize));
        }
        most = most.max(started.len());
    }
    by_hours.max(most as f64 * own.weekend_every)
}
