//! Demand and staffing hour by hour, group by group: what systems for rosters take in.

use super::profile::{Step, proposed_days};
use crate::plan::Plan;
use crate::time::{DAY, Day, WEEK};
use crate::ward::{GroupId, Ward};

/// A group in an hour of the week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hour {
    /// The weekday by the calendar: 02–03 of the night that starts on Monday is Tuesday's.
    pub day: Day,
    /// 0 … 23: the hour that starts then.
    pub hour: u8,
    /// The group.
    pub group: GroupId,
    /// Minutes of work, without what holds whole people. An interval's minutes are spread evenly over it.
    pub minutes: f64,
    /// People that bound work holds, the mean of the hour.
    pub bound: f64,
    /// People that all work takes: minutes ÷ 60 ÷ task time, and those that bound work holds.
    pub needed: f64,
    /// People there, the mean of the hour.
    pub there: f64,
    /// Minutes that those who are there can give to the work, bound work taken out.
    pub capacity: f64,
}

/// Every hour of the week, Monday 00 first; within it the groups left to right.
pub fn hourly(ward: &Ward, plan: &Plan) -> Vec<Hour> {
    let groups = ward.groups.len();
    let mut hours: Vec<Hour> = Day::all()
        .flat_map(|day| (0..24).flat_map(move |hour| (0..groups).map(move |g| nothing(day, hour, GroupId(g)))))
        .collect();
    for profile in proposed_days(ward, plan) {
        let task_time = ward.group(profile.group).task_time;
        for day in profile.days.iter() {
            for step in &profile.steps {
                for (hour, minutes) in hours_of(day, step) {
                    let part = f64::from(minutes);
                    let at = &mut hours[hour * groups + profile.group.0];
                    at.minutes += (step.needed - step.bound) * task_time * part;
                    at.bound += step.bound * part / 60.0;
                    at.needed += step.needed * part / 60.0;
                    at.there += step.heads * part / 60.0;
                    at.capacity += (step.heads - step.bound) * task_time * part;
                }
            }
        }
    }
    hours
}

fn nothing(day: Day, hour: u8, group: GroupId) -> Hour {
    Hour { day, hour, group, minutes: 0.0, bound: 0.0, needed: 0.0, there: 0.0, capacity: 0.0 }
}

/// The hours of the week that a step of the day touches, by their number from Monday 00, with its minutes in each.
fn hours_of(day: Day, step: &Step) -> Vec<(usize, u32)> {
    let (mut at, end) = (day.start() + step.start, day.start() + step.start + step.minutes);
    let mut parts = Vec::new();
    while at < end {
        let next = ((at / 60 + 1) * 60).min(end);
        parts.push(((at % WEEK / 60) as usize, next - at));
        at = next;
    }
    debug_assert!(step.minutes <= DAY);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::plan::{Heads, Load};
    use crate::time::Clock;

    fn sum(hours: &[Hour], of: impl Fn(&Hour) -> f64) -> f64 {
        hours.iter().map(of).sum()
    }

    #[test]
    fn every_hour_is_there_once_and_no_minute_is_lost() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        let load = |group: &str, day, interval: &str, minutes| Load {
            group: group.into(),
            day,
            interval: interval.into(),
            minutes,
            capacity: 0.0,
        };
        plan.workload =
            vec![load("SPL", 1, "07-09", 48.0), load("SPL", 7, "22-07", 90.0), load("ASS", 3, "12-15", 60.0)];
        let hours = hourly(&ward, &plan);
        assert_eq!(hours.len(), 7 * 24 * 3);
        assert!((sum(&hours, |h| h.minutes) - 198.0).abs() < 1e-9);
        let at = |day: u8, hour: usize, group: usize| hours[(usize::from(day) * 24 + hour) * 3 + group];
        assert!((at(0, 7, 0).minutes - 24.0).abs() < 1e-9);
        assert!((at(0, 7, 0).needed - 24.0 / 60.0 / 0.8).abs() < 1e-9);
        assert!((at(2, 13, 2).minutes - 20.0).abs() < 1e-9);
        // Sunday's night ends on Monday morning.
        assert!((at(6, 22, 0).minutes - 10.0).abs() < 1e-9 && (at(0, 6, 0).minutes - 10.0).abs() < 1e-9);
        assert_eq!(at(0, 6, 0).there, 1.0);
        assert_eq!(at(0, 6, 1), nothing(Day(0), 6, GroupId(1)));
    }

    #[test]
    fn a_shift_that_starts_at_half_past_counts_half() {
        let mut ward = sample::ward();
        ward.shifts[0].window.start = Clock(7 * 60 + 30);
        let mut plan = sample::plan(&ward);
        plan.staffing = vec![Heads { group: "SPL".into(), shift: "D".into(), day: 1, heads: 2 }];
        let hours = hourly(&ward, &plan);
        let of = |hour: usize| hours[hour * 3];
        assert_eq!((of(7).there, of(8).there), (1.0, 2.0));
        assert!((of(7).capacity - 2.0 * 30.0 * 0.8).abs() < 1e-9);
    }

    #[test]
    fn bound_work_takes_people_and_not_capacity() {
        let mut ward = sample::ward();
        ward.lines[1].bound = true;
        let plan = sample::plan(&ward);
        let hours = hourly(&ward, &plan);
        let evening = hours[19 * 3];
        assert_eq!((evening.bound, evening.needed), (1.0, 1.0));
        assert!((evening.capacity - (evening.there - 1.0) * 60.0 * 0.8).abs() < 1e-9);
    }
}
