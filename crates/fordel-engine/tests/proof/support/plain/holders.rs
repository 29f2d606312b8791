//! How many must hold a course so that as many can be on as the rules ask: minutes counted, weekends by trying all.

use std::collections::BTreeSet;

use fordel_core::time::{Day, WEEK};
use fordel_core::ward::{CourseId, GroupId, Ward};

use super::money::{holders_of, taking_cost};

/// More heads of a shift than any rule of a tiny ward asks for.
const MOST: u32 = 2;

/// The courses that rules ask for.
pub(super) fn asked(ward: &Ward) -> BTreeSet<(GroupId, CourseId)> {
    ward.presence.iter().filter_map(|rule| Some((rule.groups[0], rule.course?))).collect()
}

/// Whether a group has the people for as many holders as the rules ask.
pub(super) fn enough_people(ward: &Ward) -> bool {
    asked(ward).into_iter().all(|(g, c)| {
        let people = ward.group(g).people;
        people.is_none_or(|people| (needed(ward, g, c) - 1e-9).ceil() <= (people + 1e-9).floor())
    })
}

/// Kroner a year for those who must take a course, whether or not a line needs it there.
pub(super) fn asked_cost(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let holders = holders_of(ward, group, course) as f64;
    let most = ward.group(group).people.map_or(f64::INFINITY, |people| (people - holders).max(0.0));
    let more = ((needed(ward, group, course) - 1e-9).ceil() - holders).max(0.0).min(most);
    taking_cost(ward, group, course, more)
}

fn needed(ward: &Ward, group: GroupId, course: CourseId) -> f64 {
    let g = ward.group(group);
    let mut asked = vec![0u32; WEEK as usize];
    for rule in ward.presence.iter().filter(|r| r.course == Some(course) && r.groups[0] == group) {
        for day in rule.days.iter() {
            for minute in 0..rule.window.minutes() {
                let at = ((day.start() + rule.window.start.minutes() + minute) % WEEK) as usize;
                asked[at] = asked[at].max(rule.count);
            }
        }
    }
    let hours = f64::from(asked.iter().sum::<u32>()) / 60.0;
    let works = g.weekly_hours * (52.0 - g.holiday_weeks) / 52.0 * (1.0 - g.absence);
    let weekend = [Day(5), Day(6)].map(|day| fewest(ward, group, &asked, day)).into_iter().max().unwrap_or(0);
    (hours / works.max(1.0)).max(f64::from(weekend) * g.weekend_every)
}

/// The fewest who start on the day with whom the minutes are covered that no shift of another day reaches.
fn fewest(ward: &Ward, group: GroupId, asked: &[u32], day: Day) -> u32 {
    let own: Vec<_> = ward.shifts.iter().filter(|s| s.group == group && s.days.contains(day)).collect();
    let reached = |minute: u32| {
        let of = ward.shifts.iter().filter(|s| s.group == group);
        of.into_iter().any(|s| s.days.iter().any(|d| d != day && s.window.on(d).contains(minute)))
    };
    let minutes: Vec<u32> = (0..WEEK)
        .filter(|m| asked[*m as usize] > 0 && own.iter().any(|s| s.window.on(day).contains(*m)) && !reached(*m))
        .collect();
    let mut best = u32::MAX;
    for choice in 0..(MOST + 1).pow(own.len() as u32) {
        let heads = |i: usize| choice / (MOST + 1).pow(i as u32) % (MOST + 1);
        let sum: u32 = (0..own.len()).map(heads).sum();
        let on = |minute: u32| -> u32 {
            (0..own.len()).filter(|i| own[*i].window.on(day).contains(minute)).map(heads).sum()
        };
        if sum < best && minutes.iter().all(|m| on(*m) >= asked[*m as usize]) {
            best = sum;
        }
    }
    best
}
