//! The work of a random ward: how its lines spread over groups, times, minutes and counts.
//!
//! The shares are those of a mapped medical ward with 190 lines, counted by hand.

use std::collections::BTreeMap;

use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{Count, Course, CourseId, Driver, DriverId, GroupId, Priority, TaskLine, Timing};

use crate::chance::Chance;

/// Specialist nurses.
pub(crate) const SPO: GroupId = GroupId(0);
/// Nurses.
pub(crate) const SPL: GroupId = GroupId(1);
/// Health care workers.
pub(crate) const HFA: GroupId = GroupId(2);
/// Secretaries.
pub(crate) const SEK: GroupId = GroupId(3);
/// Assistants.
pub(crate) const ASS: GroupId = GroupId(4);

/// Lines of a ward of ordinary size; other wards are so many times as large.
const ORDINARY: f64 = 190.0;

/// How large a ward with so many lines is, an ordinary one being 1.
pub(crate) fn size(tasks: usize) -> f64 {
    tasks as f64 / ORDINARY
}

/// What a group's own lines are like.
struct Kind {
    lowest: GroupId,
    /// Share of all lines.
    share: f64,
    /// Minutes a day at the shares 0, 25, 50, 75, 90 and 100 % of the lines.
    minutes: [f64; 6],
    /// Weight of each interval, of around the clock, and of daytime.
    timings: [f64; 8],
    /// Share of the lines that need a course, and the courses.
    courses: (f64, &'static [usize]),
}

const KINDS: [Kind; 5] = [
    Kind {
        lowest: SPO,
        share: 0.10,
        minutes: [10.0, 20.0, 40.0, 72.0, 120.0, 144.0],
        timings: [2.0, 3.0, 4.0, 3.0, 3.0, 3.0, 1.0, 0.0],
        courses: (0.0, &[0]),
    },
    Kind {
        lowest: SPL,
        share: 0.24,
        minutes: [21.0, 45.0, 60.0, 102.0, 135.0, 217.0],
        timings: [3.0, 8.0, 12.0, 5.0, 6.0, 6.0, 3.0, 2.0],
        courses: (0.0, &[0]),
    },
    Kind {
        lowest: HFA,
        share: 0.21,
        minutes: [8.0, 27.0, 54.0, 86.0, 126.0, 238.0],
        timings: [4.0, 9.0, 6.0, 3.0, 9.0, 4.0, 3.0, 3.0],
        courses: (0.7, &[0, 1, 2, 3, 4, 5, 6, 7]),
    },
    Kind {
        lowest: SEK,
        share: 0.10,
        minutes: [6.0, 23.0, 30.0, 60.0, 75.0, 150.0],
        timings: [2.0, 5.0, 3.0, 3.0, 1.0, 0.0, 0.0, 4.0],
        courses: (0.17, &[8, 9]),
    },
    Kind {
        lowest: ASS,
        share: 0.35,
        minutes: [7.0, 20.0, 34.0, 68.0, 81.0, 135.0],
        timings: [9.0, 11.0, 12.0, 11.0, 12.0, 8.0, 1.0, 3.0],
        courses: (0.5, &[10, 11, 12, 13, 14, 15]),
    },
];

/// Minutes of one occurrence, with their weights.
const OCCURRENCES: [(f64, f64); 12] = [
    (3.0, 18.0),
    (4.0, 16.0),
    (5.0, 9.0),
    (6.0, 24.0),
    (8.0, 10.0),
    (10.0, 11.0),
    (12.0, 17.0),
    (15.0, 6.0),
    (20.0, 17.0),
    (25.0, 7.0),
    (30.0, 11.0),
    (40.0, 10.0),
];

/// What a count is per: nothing, or a driver.
const PER: [(Option<usize>, f64); 4] = [(None, 65.0), (Some(0), 101.0), (Some(1), 17.0), (Some(2), 7.0)];

/// Patients, admissions and discharges, fewer in the weekend.
pub(crate) fn drivers(tasks: usize, chance: &mut Chance) -> Vec<Driver> {
    let patients = (24.0 * size(tasks)).clamp(8.0, 60.0);
    let mut driver = |name: &str, shares: [f64; 7]| Driver {
        name: name.to_owned(),
        by_day: shares.map(|share| (patients * share * chance.between(0.97, 1.03)).round().max(1.0)),
    };
    vec![
        driver("pasienter", [0.97, 1.0, 1.0, 1.0, 0.97, 0.84, 0.84]),
        driver("innleggelser", [0.33, 0.30, 0.30, 0.30, 0.32, 0.17, 0.17]),
        driver("utskrivninger", [0.26, 0.29, 0.29, 0.29, 0.37, 0.17, 0.12]),
    ]
}

/// The courses that lines can need.
pub(crate) fn courses() -> Vec<Course> {
    const HOURS: [(f64, f64, Option<u32>); 4] =
        [(4.0, 0.0, Some(36)), (7.5, 800.0, Some(24)), (3.0, 0.0, None), (15.0, 2_500.0, Some(36))];
    let course = |at: usize| {
        let (hours, fee_kr, valid_months) = HOURS[at % HOURS.len()];
        Course { name: format!("kurs {}", at + 1), hours, fee_kr, valid_months }
    };
    (0..16).map(course).collect()
}

/// So many lines: tasks of one to six lines, each line in a timing of its own.
pub(crate) fn lines(tasks: usize, drivers: &[Driver], chance: &mut Chance) -> Vec<TaskLine> {
    let kinds: Vec<(usize, f64)> = KINDS.iter().enumerate().map(|(k, kind)| (k, kind.share)).collect();
    let mut lines = Vec::with_capacity(tasks);
    let mut number = 0;
    while lines.len() < tasks {
        number += 1;
        let kind = &KINDS[chance.choose(&kinds)];
        let wanted = chance.choose(&[(1, 60.0), (2, 24.0), (3, 5.0), (4, 5.0), (6, 7.0)]);
        let mut timings = kind.timings;
        for _ in 0..wanted.min(tasks - lines.len()) {
            let weighted: Vec<(usize, f64)> = timings.iter().copied().enumerate().filter(|(_, w)| *w > 0.0).collect();
            if weighted.is_empty() {
                break;
            }
            let timing = chance.choose(&weighted);
            timings[timing] = 0.0;
            // A task without a time has one line.
            if timing >= 6 {
                timings = [0.0; 8];
            } else {
                timings[6] = 0.0;
                timings[7] = 0.0;
            }
            let row = lines.len() as u32 + 2;
            lines.push(line(kind, timing, number, row, drivers, chance));
        }
    }
    lines
}

fn line(kind: &Kind, timing: usize, number: u32, row: u32, drivers: &[Driver], chance: &mut Chance) -> TaskLine {
    let lowest = kind.lowest;
    let timing = match timing {
        6 => Timing::AroundTheClock,
        7 => Timing::Daytime,
        from => Timing::Span { from, to: from + 1 },
    };
    let daytime = timing == Timing::Daytime;
    let days = if daytime || chance.happens(0.09) { DaySet::WEEKDAYS } else { DaySet::ALL };
    let people = if !daytime && matches!(lowest, HFA | ASS) && chance.happens(0.12) { 2 } else { 1 };
    let a_day = at_share(&kind.minutes, chance.share());
    let (count, minutes) = if daytime {
        (Count::PerDay(1.0), a_day.round())
    } else {
        let minutes = chance.choose(&OCCURRENCES).min(a_day.round());
        (count(a_day / minutes / f64::from(people), chance.choose(&PER), drivers), minutes)
    };
    // Work that holds a person stands in the evening, when every group's shifts leave no gap.
    let bound = lowest == ASS && timing == (Timing::Span { from: 4, to: 5 }) && chance.happens(0.06);
    let (course_share, courses) = kind.courses;
    let course = chance.happens(course_share).then(|| courses[(chance.share() * courses.len() as f64) as usize]);
    let slower = lowest == HFA && chance.happens(0.1);
    TaskLine {
        row,
        task_key: format!("#{number}"),
        number: Some(number.to_string()),
        name: format!("Oppgave {number}"),
        category: (number % 6) as usize,
        today: Some(today(lowest, &timing, days, chance)),
        flexible: daytime,
        timing,
        days,
        count: if bound { Count::PerDay(1.0) } else { count },
        minutes: if bound { 0.0 } else { minutes },
        minutes_by_group: if slower { BTreeMap::from([(HFA, (minutes * 1.2).ceil())]) } else { BTreeMap::new() },
        minutes_low: None,
        minutes_high: None,
        people: if bound { 1 } else { people },
        bound,
        lowest,
        only: Vec::new(),
        pinned: (lowest == SPL && chance.happens(0.02)).then_some(SPL),
        same_all_week: chance.happens(0.02),
        training: course.map(|c| (lowest, CourseId(c))).into_iter().collect(),
        priority: Some(chance.choose(&[(Priority::Red, 77.0), (Priority::Yellow, 88.0), (Priority::Green, 25.0)])),
        health_work: number % 6 < 4,
        note: None,
    }
}

/// Most of what others could do stands on nurses and health care workers today.
fn today(lowest: GroupId, timing: &Timing, days: DaySet, chance: &mut Chance) -> GroupId {
    let office_hours = *timing == Timing::Daytime || matches!(timing, Timing::Span { from: 1..=2, .. });
    match lowest {
        SEK if days == DaySet::WEEKDAYS && office_hours => SEK,
        SEK => SPL,
        HFA if chance.happens(0.1) => HFA,
        HFA => SPL,
        ASS if chance.happens(0.76) => HFA,
        ASS => SPL,
        own => own,
    }
}

/// The count as a rate per unit of a driver, or a day, to two decimals.
fn count(a_day: f64, per: Option<usize>, drivers: &[Driver]) -> Count {
    let rounded = |n: f64| ((n * 100.0).round() / 100.0).max(0.01);
    match per {
        None => Count::PerDay(rounded(a_day)),
        Some(d) => {
            let mean = drivers[d].by_day.iter().sum::<f64>() / 7.0;
            Count::PerDriver(rounded(a_day / mean), DriverId(d))
        }
    }
}

/// The value at a share of a distribution told by its values at 0, 25, 50, 75, 90 and 100 %.
fn at_share(values: &[f64; 6], share: f64) -> f64 {
    const SHARES: [f64; 6] = [0.0, 0.25, 0.5, 0.75, 0.9, 1.0];
    let above = SHARES.iter().position(|s| share < *s).unwrap_or(5).max(1);
    let part = (share - SHARES[above - 1]) / (SHARES[above] - SHARES[above - 1]);
    values[above - 1] + part * (values[above] - values[above - 1])
}

/// Minutes of a line on a day when `group` does it; a bound line's are its people's whole time.
pub(crate) fn minutes_on(line: &TaskLine, group: GroupId, day: Day, drivers: &[Driver]) -> f64 {
    if !line.days.contains(day) {
        return 0.0;
    }
    let count = match line.count {
        Count::PerDay(n) => n,
        Count::PerDriver(n, driver) => n * drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(n) | Count::PerMonth(n) => n,
    };
    count * line.minutes_on(group) * f64::from(line.people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_is_met_at_its_shares() {
        let values = [0.0, 10.0, 20.0, 40.0, 60.0, 100.0];
        for (share, value) in [(0.0, 0.0), (0.125, 5.0), (0.25, 10.0), (0.75, 40.0), (0.95, 80.0)] {
            assert!((at_share(&values, share) - value).abs() < 1e-9, "{share}");
        }
    }

    #[test]
    fn an_ordinary_ward_has_the_work_of_an_ordinary_ward() {
        let mut chance = Chance::new(3);
        let drivers = drivers(190, &mut chance);
        let lines = lines(190, &drivers, &mut chance);
        assert_eq!(lines.len(), 190);
        let a_day: f64 = lines.iter().map(|l| minutes_on(l, l.lowest, Day(1), &drivers)).sum();
        assert!((8_500.0..14_000.0).contains(&a_day), "{a_day}");
        let share = |of: &dyn Fn(&TaskLine) -> bool| lines.iter().filter(|l| of(l)).count() as f64 / 190.0;
        assert!((0.25..0.45).contains(&share(&|l| l.lowest == ASS)));
        assert!((0.2..0.45).contains(&share(&|l| !l.training.is_empty())));
        assert!(share(&|l| l.today != Some(l.lowest)) > 0.45);
    }
}
