//! The activity plan (døgnrytmeplan): for each group, what it does when, by interval and category.

use super::distribution::Entry;
use super::work::spread;
use crate::time::Day;
use crate::ward::{GroupId, LineId, TaskLine, Timing, Ward};

/// A row of the activity plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// One of the ward's intervals, by its index.
    Interval(usize),
    /// Untimed work, around the clock.
    AroundTheClock,
    /// Work that can be done in daytime on ordinary weekdays.
    Daytime,
}

impl Slot {
    /// The rows in order: the intervals, then `døgn`, then `dagtid`.
    pub fn all(ward: &Ward) -> Vec<Slot> {
        (0..ward.intervals.len()).map(Slot::Interval).chain([Slot::AroundTheClock, Slot::Daytime]).collect()
    }
    /// Its place among [`Slot::all`].
    pub fn index(self, ward: &Ward) -> usize {
        match self {
            Slot::Interval(i) => i,
            Slot::AroundTheClock => ward.intervals.len(),
            Slot::Daytime => ward.intervals.len() + 1,
        }
    }
}

/// The rows in which a line's work of a day stands, with the minutes in each. Untimed and daytime work keeps a row of
/// its own; a span stands in each interval that it holds, with its share of the minutes.
pub fn slots(ward: &Ward, line: &TaskLine, group: GroupId, day: Day) -> Vec<(Slot, f64)> {
    let parts = spread(ward, line, group, day);
    let whole = || parts.iter().map(|(_, minutes)| minutes).sum();
    match line.timing {
        Timing::AroundTheClock => vec![(Slot::AroundTheClock, whole())],
        Timing::Daytime => vec![(Slot::Daytime, whole())],
        Timing::Span { .. } => {
            parts.into_iter().map(|(cell, minutes)| (Slot::Interval(cell.interval), minutes)).collect()
        }
    }
}

/// A group's activity plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// The group.
    pub group: GroupId,
    /// Rows in the order of [`Slot::all`].
    pub rows: Vec<Row>,
}

/// A row: what the group does in an interval, or untimed, by category.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which row.
    pub slot: Slot,
    /// One entry a category, in the ward's order.
    pub categories: Vec<Work>,
}

/// Work in a row and category.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Minutes a week.
    pub week: f64,
    /// Minutes on an ordinary weekday, the mean of Monday–Friday.
    pub weekday: f64,
    /// Minutes on a weekend day, the mean of Saturday and Sunday.
    pub weekend_day: f64,
    /// Minutes on each day, Monday first.
    pub days: [f64; 7],
    /// The tasks, in the order of the sheet, each once.
    pub tasks: Vec<TaskMinutes>,
}

/// A task's part of a row and category.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskMinutes {
    /// The first line of the task in this place.
    pub line: LineId,
    /// Number of the task, as [`task_numbers`] gives it.
    pub number: String,
    /// Minutes a week.
    pub week: f64,
    /// Minutes on an ordinary weekday, the mean of Monday–Friday.
    pub weekday: f64,
    /// Minutes on a weekend day, the mean of Saturday and Sunday.
    pub weekend_day: f64,
    /// Minutes on each day, Monday first.
    pub days: [f64; 7],
    /// Whether some of it comes from another group than today's.
    pub new: bool,
}

/// The activity plan of every group, left to right, for a distribution.
pub fn activity(ward: &Ward, entries: &[Entry]) -> Vec<Activity> {
    let numbers = task_numbers(ward);
    let slots_in_order = Slot::all(ward);
    let empty = || Row { slot: Slot::Daytime, categories: vec![Work::default(); ward.categories.len()] };
    let mut plans: Vec<Activity> = ward
        .group_ids()
        .map(|group| Activity { group, rows: slots_in_order.iter().map(|&slot| Row { slot, ..empty() }).collect() })
        .collect();
    let mut entries = entries.to_vec();
    entries.sort();
    for entry in &entries {
        let line = &ward.lines[entry.line.0];
        let new = line.today.is_some_and(|today| today != entry.group);
        for day in entry.days.iter() {
            for (slot, minutes) in slots(ward, line, entry.group, day) {
                let work = &mut plans[entry.group.0].rows[slot.index(ward)].categories[line.category];
                let (weekday, weekend_day) = if day.is_weekend() { (0.0, minutes / 2.0) } else { (minutes / 5.0, 0.0) };
                work.week += minutes;
                work.weekday += weekday;
                work.weekend_day += weekend_day;
                let at = usize::from(day.0);
                work.days[at] += minutes;
                match work.tasks.iter_mut().find(|t| ward.lines[t.line.0].task_key == line.task_key) {
                    Some(task) => {
                        task.week += minutes;
                        task.weekday += weekday;
                        task.weekend_day += weekend_day;
                        task.days[at] += minutes;
                        task.new |= new;
                    }
                    None => {
                        let mut days = [0.0; 7];
                        days[at] = minutes;
                        work.tasks.push(TaskMinutes {
                            line: entry.line,
                            number: numbers[entry.line.0].clone(),
                            week: minutes,
                            weekday,
                            weekend_day,
                            days,
                            new,
                        });
                    }
                }
            }
        }
    }
    plans
}

/// The number of each line's task: as the ward wrote it, else a running number after the largest written one.
pub fn task_numbers(ward: &Ward) -> Vec<String> {
    let mut next =
        1 + ward.lines.iter().filter_map(|l| l.number.as_ref()?.trim().parse::<u32>().ok()).max().unwrap_or(0);
    let mut given: std::collections::HashMap<&str, String> = std::collections::HashMap::new();
    ward.lines
        .iter()
        .map(|line| match &line.number {
            Some(number) => number.clone(),
            None => given
                .entry(&line.task_key)
                .or_insert_with(|| {
                    next = next.saturating_add(1);
                    (next - 1).to_string()
                })
                .clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::{distribution, sample};
    use crate::ward::Timing;

    #[test]
    fn each_group_has_its_rows_and_no_minute_is_lost() {
        let ward = sample::ward();
        let plan = sample::plan(&ward);
        let plans = activity(&ward, &distribution::proposed(&ward, &plan));
        assert_eq!(plans.len(), 3);
        assert!(plans.iter().all(|p| p.rows.len() == 8 && p.rows.iter().all(|r| r.categories.len() == 2)));
        let week = |g: usize| plans[g].rows.iter().flat_map(|r| &r.categories).map(|w| w.week).sum::<f64>();
        assert_eq!([week(0), week(1), week(2)], [960.0, 420.0, 600.0]);
        let served = &plans[2].rows[2].categories[1];
        assert_eq!((served.week, served.weekday, served.weekend_day), (300.0, 60.0, 0.0));
        assert_eq!(served.days, [60.0, 60.0, 60.0, 60.0, 60.0, 0.0, 0.0]);
        assert_eq!((served.tasks.len(), served.tasks[0].days), (1, served.days));
        assert!(served.tasks[0].new && served.tasks[0].number == "3");
        assert_eq!((served.tasks[0].weekday, served.tasks[0].weekend_day), (60.0, 0.0));
        assert_eq!(plans[0].rows[6].slot, Slot::AroundTheClock);
        assert_eq!(plans[0].rows[6].categories[0].week, 420.0);
        assert_eq!(plans[2].rows[7].categories[0].week, 300.0);
        assert!(!plans[0].rows[6].categories[0].tasks[0].new);
    }

    #[test]
    fn a_span_stands_in_each_of_its_intervals() {
        let mut ward = sample::ward();
        ward.lines[0].timing = Timing::Span { from: 0, to: 3 };
        let plans = activity(&ward, &distribution::proposed(&ward, &sample::plan(&ward)));
        let weekdays: Vec<f64> = plans[1].rows.iter().map(|r| r.categories[0].weekday).collect();
        assert_eq!(weekdays, vec![15.0, 22.5, 22.5, 0.0, 0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn numbers_are_the_wards_own_where_it_wrote_them() {
        let mut ward = sample::ward();
        ward.lines[1].number = Some("14".into());
        ward.lines[4].task_key = ward.lines[0].task_key.clone();
        assert_eq!(task_numbers(&ward), ["15", "14", "16", "17", "15"]);
    }
}
