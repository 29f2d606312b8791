//! How many of a group must hold a course, so that a roster can have as many on as the rules of presence ask.
//!
//! A rule that names a course asks that `count` of those of its group who are there hold it, at every minute of its window. No
//! roster has that without enough holders: their hours must cover the minutes asked, and those who work every k-th weekend must
//! cover each weekend day. Both are necessary; whether a roster is found is for the roster to show.

use crate::time::{DAY, Day, DaySet, WEEK};
use crate::ward::{CourseId, GroupId, Ward};

use super::training::holders;

/// What the rules of presence ask of a group's holders of a course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Required {
    /// The group.
    pub group: GroupId,
    /// The course.
    pub course: CourseId,
    /// The first of the rules, by its place in [`Ward::presence`].
    pub rule: usize,
    /// People who must hold it, before rounding up.
    pub least: f64,
    /// People of the group, where they are given; else it has as many as it takes.
    pub people: Option<f64>,
    /// Those of them who hold it on the plan's date.
    pub holders: u32,
}

impl Required {
    /// People who must hold it, whole.
    pub fn whole(&self) -> u32 {
        // What rounding adds is no person.
        (self.least - 1e-9).ceil().max(0.0) as u32
    }

    /// People who must take the course, whatever the work needs: where people are given, at most those who lack it.
    pub fn to_train(&self) -> f64 {
        let lacking = self.people.map_or(f64::INFINITY, |people| (people - f64::from(self.holders)).max(0.0));
        f64::from(self.whole().saturating_sub(self.holders)).min(lacking)
    }

    /// Whether the group has the people for it.
    pub fn is_possible(&self) -> bool {
        self.people.is_none_or(|people| f64::from(self.whole()) <= (people + 1e-9).floor())
    }
}

/// What the ward's rules of presence ask of holders, by group and course.
pub fn required(ward: &Ward) -> Vec<Required> {
    let mut all: Vec<Required> = Vec::new();
    for (rule, presence) in ward.presence.iter().enumerate() {
        let (Some(course), [group]) = (presence.course, presence.groups.as_slice()) else { continue };
        if all.iter().any(|one| one.group == *group && one.course == course) {
            continue;
        }
        all.push(Required {
            group: *group,
            course,
            rule,
            least: least(ward, *group, &asked(ward, *group, course)),
            people: ward.group(*group).people,
            holders: u32::try_from(holders(ward, *group, course).len()).unwrap_or(u32::MAX),
        });
    }
    all
}

/// Holders asked at each minute of the week: the most that a rule asks then.
fn asked(ward: &Ward, group: GroupId, course: CourseId) -> Vec<u32> {
    let mut asked = vec![0; WEEK as usize];
    for rule in ward.presence.iter().filter(|rule| rule.course == Some(course) && rule.groups == [group]) {
        for window in rule.days.iter().map(|day| rule.window.on(day)) {
            for minute in window.start..window.start + window.minutes {
                let at = &mut asked[(minute % WEEK) as usize];
                *at = rule.count.max(*at);
            }
        }
    }
    asked
}

/// The larger of hours asked ÷ hours that a full-time person works, and holders who start on a weekend day × how many weekends lie
/// from one that a person works to the next.
fn least(ward: &Ward, group: GroupId, asked: &[u32]) -> f64 {
    let own = ward.group(group);
    let hours = asked.iter().map(|count| f64::from(*count)).sum::<f64>() / 60.0;
    let works = own.weekly_hours * (52.0 - own.holiday_weeks) / 52.0 * (1.0 - own.absence);
    let weekend = DaySet::WEEKEND.iter().map(|day| starts(ward, group, asked, day)).max().unwrap_or(0);
    (hours / works.max(1.0)).max(f64::from(weekend) * own.weekend_every)
}

/// Holders who must start on the day: the fewest with whom the minutes are covered that no shift of another day reaches. From the
/// first minute on, whoever is lacking starts the shift that lasts longest: with stretches of time none can do with fewer.
fn starts(ward: &Ward, group: GroupId, asked: &[u32], day: Day) -> u32 {
    let shifts = || ward.shifts.iter().filter(|shift| shift.group == group);
    let own: Vec<(u32, u32)> = shifts()
        .filter(|shift| shift.days.contains(day))
        .map(|shift| (shift.window.on(day).start, shift.window.on(day).start + shift.window.on(day).minutes))
        .collect();
    let reached = |minute: u32| {
        shifts()
            .any(|shift| shift.days.iter().any(|other| other != day && shift.window.on(other).contains(minute % WEEK)))
    };
    // Ends of the shifts that were started.
    let mut there: Vec<u32> = Vec::new();
    let mut count = 0;
    for minute in day.start()..day.start() + 2 * DAY {
        let on = own.iter().filter(|(start, end)| (*start..*end).contains(&minute));
        let Some(longest) = on.map(|(_, end)| *end).max().filter(|_| !reached(minute)) else { continue };
        let lacking =
            asked[(minute % WEEK) as usize].saturating_sub(there.iter().filter(|end| **end > minute).count() as u32);
        there.extend(std::iter::repeat_n(longest, lacking as usize));
        count += lacking;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::time::Window;
    use crate::ward::Presence;

    const NURSES: GroupId = GroupId(0);

    fn rule(hours: (u16, u16), days: DaySet, count: u32) -> Presence {
        let clock = |hour: u16| crate::time::Clock(hour * 60);
        let window = Window { start: clock(hours.0), end: clock(hours.1) };
        Presence { groups: vec![NURSES], label: "SPL".into(), window, days, count, course: Some(CourseId(0)) }
    }

    fn ward(rules: Vec<Presence>) -> Ward {
        let mut ward = sample::ward();
        ward.groups[0].people = Some(12.0);
        ward.presence = rules;
        ward
    }

    /// The fewest starts on the day with which the minutes that only its shifts reach are covered, by trying every number of each.
    fn tried(ward: &Ward, asked: &[u32], day: Day, most: u32) -> Option<u32> {
        let own: Vec<_> = ward.shifts.iter().filter(|s| s.group == NURSES && s.days.contains(day)).collect();
        let others = |minute: u32| {
            let of = |s: &&crate::ward::Shift| s.group == NURSES;
            ward.shifts.iter().filter(of).any(|s| s.days.iter().any(|d| d != day && s.window.on(d).contains(minute)))
        };
        let minutes: Vec<u32> = (0..WEEK)
            .filter(|m| asked[*m as usize] > 0 && !others(*m) && own.iter().any(|s| s.window.on(day).contains(*m)))
            .collect();
        let mut best = None;
        let choices = (most + 1).pow(own.len() as u32);
        for choice in 0..choices {
            let numbers: Vec<u32> = (0..own.len() as u32).map(|i| choice / (most + 1).pow(i) % (most + 1)).collect();
            let there = |m: u32| -> u32 {
                own.iter().zip(&numbers).filter(|(s, _)| s.window.on(day).contains(m)).map(|(_, n)| n).sum()
            };
            if minutes.iter().all(|m| there(*m) >= asked[*m as usize]) {
                let sum: u32 = numbers.iter().sum();
                best = Some(best.map_or(sum, |least: u32| least.min(sum)));
            }
        }
        best
    }

    #[test]
    fn the_fewest_starts_are_those_that_trying_all_finds() {
        for (from, to) in [(0, 24), (7, 15), (10, 20), (22, 7), (6, 8), (14, 23)] {
            for count in 1..=2 {
                for days in [DaySet::ALL, DaySet::WEEKEND, DaySet::WEEKDAYS] {
                    let rules = vec![rule((from, to), days, count), rule((9, 12), DaySet::WEEKEND, 2)];
                    let ward = ward(rules);
                    let asked = asked(&ward, NURSES, CourseId(0));
                    for day in DaySet::WEEKEND.iter() {
                        let told = starts(&ward, NURSES, &asked, day);
                        assert_eq!(Some(told), tried(&ward, &asked, day, 4), "{from}-{to} × {count} {day:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn hours_or_weekends_decide_and_those_who_hold_it_count() {
        let ward = ward(vec![rule((0, 24), DaySet::ALL, 1)]);
        let one = required(&ward)[0];
        let own = ward.group(NURSES);
        let by_week = 168.0 / (own.weekly_hours * (52.0 - own.holiday_weeks) / 52.0 * (1.0 - own.absence));
        let by_weekend =
            f64::from(starts(&ward, NURSES, &asked(&ward, NURSES, CourseId(0)), Day(5))) * own.weekend_every;
        assert!(by_weekend > 0.0);
        assert_eq!(one.least, by_week.max(by_weekend));
        assert_eq!(one.to_train(), f64::from(one.whole()), "nobody holds it yet");
        assert!(one.is_possible());
        let few = Required { people: Some(2.0), ..one };
        assert!(!few.is_possible());
        assert_eq!(few.to_train(), 2.0);
        let uncounted = Required { people: None, ..one };
        assert!(uncounted.is_possible());
        assert_eq!(uncounted.to_train(), one.to_train());
        assert_eq!(Required { holders: one.whole(), ..one }.to_train(), 0.0);
    }

    #[test]
    fn without_a_course_nothing_is_asked() {
        let mut ward = ward(vec![rule((0, 24), DaySet::ALL, 1)]);
        ward.presence[0].course = None;
        assert!(required(&ward).is_empty());
    }
}
