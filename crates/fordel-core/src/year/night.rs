//! The two nights on which the hours change: who is at work then, and what the hour more or less means.

use crate::calendar::Date;
use crate::norwegian_time::ClockChange;
use crate::plan::Plan;
use crate::shortage::asked::heads;
use crate::time::{Day, Stretch, WEEK};
use crate::ward::{GroupId, Ward};

use super::dates::Dated;

/// A group in such a night.
#[derive(Clone, Debug, PartialEq)]
pub struct Night {
    /// The Sunday in whose early hours the clock is put forward or back.
    pub date: Date,
    /// Which way.
    pub change: ClockChange,
    /// The group.
    pub group: GroupId,
    /// Its heads at work from 02 to 03.
    pub heads: u32,
    /// Paid hours more, or fewer.
    pub hours: f64,
    /// Minutes for mapped tasks more, or fewer, of those whom bound work doesn't hold.
    pub minutes: f64,
    /// Minutes of work that don't fit in the interval any more.
    pub short: f64,
}

impl Night {
    /// Kroner for those paid hours: by night, and on a Sunday.
    pub fn kr(&self, ward: &Ward) -> f64 {
        let settings = &ward.settings;
        self.hours * ward.group(self.group).hourly_kr * (1.0 + settings.evening_night_rate + settings.weekend_rate)
    }
}

/// Sunday 02:00, where an hour is left out or comes twice.
const CHANGES: Stretch = Stretch { start: 6 * 24 * 60 + 2 * 60, minutes: 60 };

/// The groups at work in a week in whose last night the hours change; nothing in other weeks. `ward` is the ward of that
/// week ([`super::week::ward_of`]), `plan` what was found for it.
pub fn nights(ward: &Ward, plan: &Plan, week: &[Dated; 7]) -> Vec<Night> {
    let date = week[6].date;
    let Some(change) = ClockChange::on(date) else { return Vec::new() };
    let starting = heads(ward, &plan.staffing);
    let is_there = |stretch: Stretch| stretch.overlap(CHANGES) == CHANGES.minutes;
    let mut nights = Vec::new();
    for group in ward.group_ids() {
        let present: u32 = ward
            .shifts
            .iter()
            .enumerate()
            .filter(|(_, shift)| shift.group == group)
            .flat_map(|(at, shift)| Day::all().map(move |day| (at, shift.window.on(day), day)))
            .filter(|(_, stretch, _)| is_there(*stretch))
            .map(|(at, _, day)| starting[at][usize::from(day.0)])
            .sum();
        if present == 0 {
            continue;
        }
        let held: u32 = plan
            .placements
            .iter()
            .filter(|placed| ward.group_by_code(&placed.group) == Some(group))
            .filter_map(|placed| Some((placed, &ward.lines[ward.line_by_row(placed.row)?.0])))
            .filter(|(_, line)| line.bound)
            .flat_map(|(placed, line)| {
                let days = line.days.iter().filter(|day| placed.days.contains(&day.number()));
                let cells = days.flat_map(|day| crate::measure::work::cells(ward, &line.timing, day));
                cells.map(|cell| (ward.intervals.stretch(cell), line.people)).collect::<Vec<_>>()
            })
            .filter(|(stretch, _)| is_there(*stretch))
            .map(|(_, people)| people)
            .sum();
        let free = f64::from(present.saturating_sub(held));
        let minutes = f64::from(change.minutes()) * free * ward.group(group).task_time;
        let short = load(ward, plan, group).map_or(0.0, |(work, capacity)| (work - capacity - minutes).max(0.0));
        nights.push(Night {
            date,
            change,
            group,
            heads: present,
            hours: f64::from(present) * f64::from(change.minutes()) / 60.0,
            minutes,
            short: if short < 1e-6 { 0.0 } else { short },
        });
    }
    nights
}

/// Minutes and capacity of a group in the interval that holds the hour.
fn load(ward: &Ward, plan: &Plan, group: GroupId) -> Option<(f64, f64)> {
    let cell = ward.intervals.cells().find(|cell| ward.intervals.stretch(*cell).contains(CHANGES.start % WEEK))?;
    let label = ward.intervals.get(cell.interval).label();
    let there = |load: &&crate::plan::Load| {
        ward.group_by_code(&load.group) == Some(group) && load.day == cell.day.number() && load.interval == label
    };
    plan.workload.iter().find(there).map(|load| (load.minutes, load.capacity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::plan::{Heads, Load, Placed};
    use crate::ward::TaskLine;
    use crate::year::dates::of_week;

    fn plan() -> Plan {
        let heads = |group: &str, day, heads| Heads { group: group.into(), shift: "N".into(), day, heads };
        let load = Load { group: "SPL".into(), day: 6, interval: "22-07".into(), minutes: 800.0, capacity: 864.0 };
        Plan { staffing: vec![heads("SPL", 6, 2), heads("HFA", 5, 1)], workload: vec![load], ..Plan::default() }
    }

    #[test]
    fn the_night_of_spring_is_an_hour_shorter_that_of_autumn_an_hour_longer() {
        let mut ward = sample::ward();
        ward.groups[0].task_time = 0.8;
        let nights = |week| nights(&ward, &plan(), &of_week(&ward, week));
        // 28 March 2027 is the last Sunday of week 12, Easter Sunday besides; 31 October that of week 43.
        let spring = nights(Week { year: 2027, number: 12 });
        assert_eq!(spring.len(), 1, "only who starts on Saturday is there: {spring:?}");
        assert_eq!(spring[0].date.to_string(), "2027-03-28");
        assert_eq!((spring[0].heads, spring[0].hours, spring[0].minutes), (2, -2.0, -96.0));
        assert!((spring[0].short - 32.0).abs() < 1e-9, "800 of 864 − 96 minutes: {spring:?}");
        let autumn = nights(Week { year: 2027, number: 43 });
        assert_eq!((autumn[0].hours, autumn[0].minutes, autumn[0].short), (2.0, 96.0, 0.0));
        assert_eq!(autumn[0].change, ClockChange::Back);
        assert!(nights(Week { year: 2027, number: 13 }).is_empty());
    }

    #[test]
    fn whom_bound_work_holds_has_no_minutes_more_or_fewer() {
        let mut ward = sample::ward();
        ward.groups[0].task_time = 0.8;
        let watch = TaskLine { bound: true, row: 9, ..sample::line("Fastvakt", 5, "ASS", &ward) };
        ward.lines.push(watch.clone());
        let minutes = |group| {
            let placements = vec![Placed::of(&ward, &watch, watch.days, group)];
            let week = of_week(&ward, Week { year: 2027, number: 43 });
            nights(&ward, &Plan { placements, ..plan() }, &week)[0].minutes
        };
        assert_eq!(minutes(GroupId(0)), 48.0, "one of the two nurses is held");
        assert_eq!(minutes(GroupId(2)), 96.0, "somebody else is");
    }
}
