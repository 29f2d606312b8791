//! Demand against capacity over the day, and who carries how much of the work.

use super::distribution::{Entry, proposed, today};
use super::work::{cells, minutes_a_week};
use crate::plan::{Heads, Load, Plan};
use crate::time::{Cell, DAY, Day, DaySet, WEEK};
use crate::ward::{GroupId, Ward};

/// A group's day: what is to be done and who is there, from the first interval's start for 24 hours.
#[derive(Clone, Debug, PartialEq)]
pub struct DayProfile {
    /// The group.
    pub group: GroupId,
    /// The days it stands for: one, or the mean of several.
    pub days: DaySet,
    /// One entry an interval.
    pub intervals: Vec<Bar>,
    /// The day cut at every start and end of an interval or of one of the group's shifts, in order.
    pub steps: Vec<Step>,
}

/// Minutes against capacity in an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// Minutes of work.
    pub minutes: f64,
    /// Minutes that can go to it, bound work taken out.
    pub capacity: f64,
}

/// A part of the day within which nobody comes or goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Step {
    /// Minutes from midnight of the day on which the profile starts; beyond 1440 is the next morning.
    pub start: u32,
    /// Length in minutes.
    pub minutes: u32,
    /// Heads present.
    pub heads: f64,
    /// Heads that the work takes if it is spread evenly over its interval: minutes ÷ length ÷ task time, and those
    /// that bound work holds.
    pub needed: f64,
    /// Of the needed ones, those that bound work holds.
    pub bound: f64,
}

/// The proposal's profile of every group and day: 7 a group, groups left to right.
pub fn proposed_days(ward: &Ward, plan: &Plan) -> Vec<DayProfile> {
    profiles(ward, &plan.workload, &plan.staffing, &proposed(ward, plan))
}

/// Today's profile of every group and day; empty where today's staffing isn't told.
pub fn today_days(ward: &Ward, plan: &Plan) -> Vec<DayProfile> {
    if !ward.knows_staffing_today() {
        return Vec::new();
    }
    let heads = staffing_today(ward);
    profiles(ward, &plan.today.workload, &heads, &today(ward))
}

/// Today's heads in the shape of a plan's, zeros left out.
pub fn staffing_today(ward: &Ward) -> Vec<Heads> {
    let mut heads = Vec::new();
    for (i, shift) in ward.shifts.iter().enumerate() {
        for day in Day::all() {
            let present = ward.heads_today(crate::ward::ShiftId(i), day);
            if present > 0 {
                heads.push(Heads {
                    group: ward.group(shift.group).code.clone(),
                    shift: shift.name.clone(),
                    day: day.number(),
                    heads: present,
                });
            }
        }
    }
    heads
}

/// The mean of a group's profiles over some days; none where the group has none of them.
pub fn mean(profiles: &[DayProfile], group: GroupId, days: DaySet) -> Option<DayProfile> {
    let of_group: Vec<&DayProfile> =
        profiles.iter().filter(|p| p.group == group && p.days.iter().all(|d| days.contains(d))).collect();
    let mut mean: DayProfile = (*of_group.first()?).clone();
    let n = of_group.len() as f64;
    mean.days = of_group.iter().fold(DaySet::NONE, |all, p| all.or(p.days));
    for (i, bar) in mean.intervals.iter_mut().enumerate() {
        bar.minutes = of_group.iter().map(|p| p.intervals[i].minutes).sum::<f64>() / n;
        bar.capacity = of_group.iter().map(|p| p.intervals[i].capacity).sum::<f64>() / n;
    }
    for (i, step) in mean.steps.iter_mut().enumerate() {
        step.heads = of_group.iter().map(|p| p.steps[i].heads).sum::<f64>() / n;
        step.needed = of_group.iter().map(|p| p.steps[i].needed).sum::<f64>() / n;
        step.bound = of_group.iter().map(|p| p.steps[i].bound).sum::<f64>() / n;
    }
    Some(mean)
}

fn profiles(ward: &Ward, workload: &[Load], staffing: &[Heads], entries: &[Entry]) -> Vec<DayProfile> {
    let loads = by_cell(ward, workload);
    let mut all = Vec::new();
    for group in ward.group_ids() {
        let shifts = heads_by_shift(ward, staffing, group);
        let cuts = cuts(ward, group);
        for day in Day::all() {
            all.push(one_day(ward, group, day, &loads, &shifts, &cuts, entries));
        }
    }
    all
}

/// Minutes and capacity by group and cell.
fn by_cell(ward: &Ward, workload: &[Load]) -> std::collections::HashMap<(GroupId, Cell), Bar> {
    workload
        .iter()
        .filter(|load| (1..=7).contains(&load.day))
        .filter_map(|load| {
            let group = ward.group_by_code(&load.group)?;
            let interval = ward.intervals.iter().position(|w| w.label() == load.interval)?;
            let cell = Cell { day: Day(load.day - 1), interval };
            Some(((group, cell), Bar { minutes: load.minutes, capacity: load.capacity }))
        })
        .collect()
}

/// The stretches of the week in which heads of the group are there.
fn heads_by_shift(ward: &Ward, staffing: &[Heads], group: GroupId) -> Vec<(crate::time::Stretch, u32)> {
    staffing
        .iter()
        .filter(|h| (1..=7).contains(&h.day) && ward.group_by_code(&h.group) == Some(group))
        .filter_map(|h| {
            let day = Day(h.day - 1);
            let shift = ward.shifts.iter().find(|s| s.group == group && s.name == h.shift && s.days.contains(day))?;
            Some((shift.window.on(day), h.heads))
        })
        .collect()
}

/// Clock times at which something starts or ends for the group, in minutes after the first interval's start.
fn cuts(ward: &Ward, group: GroupId) -> Vec<u32> {
    let first = ward.intervals.get(0).start.minutes();
    let after_first = |clock: u32| (clock + DAY - first % DAY) % DAY;
    let mut cuts: Vec<u32> = ward.intervals.iter().map(|w| after_first(w.start.minutes())).collect();
    for shift in ward.shifts.iter().filter(|s| s.group == group) {
        cuts.push(after_first(shift.window.start.minutes() % DAY));
        cuts.push(after_first(shift.window.end.minutes() % DAY));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

fn one_day(
    ward: &Ward,
    group: GroupId,
    day: Day,
    loads: &std::collections::HashMap<(GroupId, Cell), Bar>,
    shifts: &[(crate::time::Stretch, u32)],
    cuts: &[u32],
    entries: &[Entry],
) -> DayProfile {
    let first = ward.intervals.get(0).start.minutes();
    let day_cells = ward.intervals.span_cells(0..ward.intervals.len(), day);
    let intervals: Vec<Bar> = day_cells.iter().map(|&c| loads.get(&(group, c)).copied().unwrap_or_default()).collect();
    let task_time = ward.group(group).task_time;
    let steps = cuts
        .iter()
        .enumerate()
        .map(|(i, &cut)| {
            let minute = (day.start() + first + cut) % WEEK;
            let at = day_cells.iter().position(|&c| ward.intervals.stretch(c).contains(minute)).unwrap_or(0);
            let length = f64::from(ward.intervals.get(day_cells[at].interval).minutes());
            let bound = bound_heads(ward, entries, group, day_cells[at]);
            let heads: u32 = shifts.iter().filter(|(stretch, _)| stretch.contains(minute)).map(|(_, n)| n).sum();
            Step {
                start: first + cut,
                minutes: cuts.get(i + 1).copied().unwrap_or(DAY) - cut,
                heads: f64::from(heads),
                needed: intervals[at].minutes / length / task_time + bound,
                bound,
            }
        })
        .collect();
    DayProfile { group, days: [day].into_iter().collect(), intervals, steps }
}

/// Heads that bound work on the group holds in a cell.
fn bound_heads(ward: &Ward, entries: &[Entry], group: GroupId, cell: Cell) -> f64 {
    entries
        .iter()
        .filter(|e| e.group == group)
        .map(|e| (&ward.lines[e.line.0], e.days))
        .filter(|(line, _)| line.bound)
        .map(|(line, days)| {
            let held = days.iter().filter(|&d| cells(ward, &line.timing, d).contains(&cell)).count();
            held as f64 * f64::from(line.people)
        })
        .sum()
}

/// A group's part of the week's work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The group.
    pub group: GroupId,
    /// Minutes a week today, over the lines whose group is told.
    pub today: f64,
    /// Minutes a week proposed, over the same lines.
    pub proposed: f64,
    /// Minutes a week proposed, over all lines.
    pub proposed_all: f64,
}

/// Minutes a week by group, today and proposed, left to right. Today and `proposed` hold the same lines, so that the
/// two can be compared.
pub fn shares(ward: &Ward, plan: &Plan) -> Vec<Share> {
    let entries = proposed(ward, plan);
    let told = |e: &&Entry| ward.lines[e.line.0].today.is_some();
    let minutes = |e: &Entry| minutes_a_week(ward, &ward.lines[e.line.0], e.group, e.days);
    ward.group_ids()
        .map(|group| Share {
            group,
            today: today(ward).iter().filter(|e| e.group == group).map(minutes).sum(),
            proposed: entries.iter().filter(told).filter(|e| e.group == group).map(minutes).sum(),
            proposed_all: entries.iter().filter(|e| e.group == group).map(minutes).sum(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::time::Clock;

    fn load(group: &str, day: u8, interval: &str, minutes: f64, capacity: f64) -> Load {
        Load { group: group.into(), day, interval: interval.into(), minutes, capacity }
    }

    #[test]
    fn a_day_runs_from_the_first_interval_for_24_hours() {
        let mut ward = sample::ward();
        ward.shifts[0].window.start = Clock(7 * 60 + 30);
        ward.shifts[2].window.end = Clock(7 * 60 + 45);
        let mut plan = sample::plan(&ward);
        plan.staffing.push(Heads { group: "SPL".into(), shift: "D".into(), day: 1, heads: 2 });
        plan.workload = vec![load("SPL", 1, "07-09", 48.0, 180.0)];
        let days = proposed_days(&ward, &plan);
        assert_eq!(days.len(), 21);
        let monday = &days[0];
        assert_eq!(monday.intervals[0], Bar { minutes: 48.0, capacity: 180.0 });
        let starts: Vec<u32> = monday.steps.iter().map(|s| s.start).collect();
        assert_eq!(starts, vec![420, 450, 465, 540, 720, 900, 1080, 1320]);
        assert_eq!(monday.steps.iter().map(|s| s.minutes).sum::<u32>(), DAY);
        // 07:00 Sunday's night; 07:30 the day shift joins; 07:45 the night has left.
        let heads: Vec<f64> = monday.steps.iter().map(|s| s.heads).collect();
        assert_eq!(heads, vec![1.0, 3.0, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0]);
        assert!((monday.steps[0].needed - 48.0 / 120.0 / 0.8).abs() < 1e-9);
    }

    #[test]
    fn bound_work_adds_its_heads_and_means_are_means() {
        let mut ward = sample::ward();
        ward.lines[1].bound = true;
        ward.lines[1].people = 2;
        ward.lines[1].days = DaySet::WEEKEND;
        let plan = sample::plan(&ward);
        let days = proposed_days(&ward, &plan);
        let evening = |p: &DayProfile| p.steps.iter().find(|s| s.start == 18 * 60).copied().unwrap();
        // The plan's placement of the line still names weekdays: its days are what counts.
        assert_eq!(evening(&days[5]).bound, 2.0);
        assert_eq!(evening(&days[5]).needed, 2.0);
        let week = mean(&days, GroupId(0), DaySet::WEEKEND).unwrap();
        assert_eq!(week.days, DaySet::WEEKEND);
        assert_eq!(evening(&week).heads, 1.0);
        assert_eq!(mean(&days, GroupId(7), DaySet::ALL), None);
    }

    #[test]
    fn today_and_the_proposal_are_told_over_the_same_lines() {
        let mut ward = sample::ward();
        ward.lines[4].today = None;
        let shares = shares(&ward, &sample::plan(&ward));
        let told: Vec<_> = shares.iter().map(|s| (s.today, s.proposed, s.proposed_all)).collect();
        assert_eq!(told, vec![(1560.0, 540.0, 960.0), (0.0, 420.0, 420.0), (0.0, 600.0, 600.0)]);
        let today = today_days(&ward, &sample::plan(&ward));
        assert_eq!(today[0].steps[0].heads, 1.0);
        ward.staffing_today.clear();
        assert!(today_days(&ward, &sample::plan(&ward)).is_empty());
    }
}
