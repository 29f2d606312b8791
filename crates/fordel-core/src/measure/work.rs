//! How many minutes a line takes, on which day and in which cells.

use crate::time::{Cell, Day, DaySet};
use crate::ward::{Count, GroupId, TaskLine, Timing, Ward};

/// Weeks' days in a month: a number a month becomes a week's number by × 7 ÷ 30.4.
const DAYS_A_MONTH: f64 = 30.4;

/// How often the line occurs on the day; 0 on days that aren't the line's.
pub fn occurrences(ward: &Ward, line: &TaskLine, day: Day) -> f64 {
    if !line.days.contains(day) {
        return 0.0;
    }
    let days = f64::from(line.days.len());
    match line.count {
        Count::PerDay(n) => n,
        Count::PerDriver(rate, driver) => rate * ward.drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(n) => n / days,
        Count::PerMonth(n) => n * 7.0 / DAYS_A_MONTH / days,
    }
}

/// The cells in which the line's work of a day may lie.
pub fn cells(ward: &Ward, timing: &Timing, day: Day) -> Vec<Cell> {
    match timing {
        Timing::Span { from, to } => ward.intervals.span_cells(*from..*to, day),
        Timing::AroundTheClock => (0..ward.intervals.len()).map(|interval| Cell { day, interval }).collect(),
        Timing::Daytime => ward.intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
    }
}

/// Minutes of the line on the day when `group` does it: `count × minutes × people`; for bound work
/// `people × length of its timing`.
pub fn minutes_on_day(ward: &Ward, line: &TaskLine, group: GroupId, day: Day) -> f64 {
    if !line.days.contains(day) {
        return 0.0;
    }
    let people = f64::from(line.people);
    if line.bound {
        return people * cells(ward, &line.timing, day).into_iter().map(|c| length(ward, c)).sum::<f64>();
    }
    occurrences(ward, line, day) * line.minutes_on(group) * people
}

/// Minutes a week of the line's work on these days when `group` does it.
pub fn minutes_a_week(ward: &Ward, line: &TaskLine, group: GroupId, days: DaySet) -> f64 {
    days.iter().map(|day| minutes_on_day(ward, line, group, day)).sum()
}

/// The day's minutes laid out over the cells of the line's timing: by the cells' length, or by the ward's day
/// profile where it has one; bound work by length. Flexible minutes are laid out the same way: the measures look
/// at what the work is, not at where a plan fitted it in.
pub fn spread(ward: &Ward, line: &TaskLine, group: GroupId, day: Day) -> Vec<(Cell, f64)> {
    let minutes = minutes_on_day(ward, line, group, day);
    let cells = cells(ward, &line.timing, day);
    let weigh = |c: Cell| match &ward.settings.day_profile {
        Some(profile) if !line.bound => profile.get(c.interval).copied().unwrap_or(0.0),
        _ => length(ward, c),
    };
    let mut total: f64 = cells.iter().map(|c| weigh(*c)).sum();
    // A profile that gives the line's cells no weight at all can't say where the minutes lie: length does.
    let by_length = total <= 0.0;
    if by_length {
        total = cells.iter().map(|c| length(ward, *c)).sum();
    }
    cells.into_iter().map(|c| (c, minutes * if by_length { length(ward, c) } else { weigh(c) } / total)).collect()
}

/// Length of a cell in minutes.
pub fn length(ward: &Ward, cell: Cell) -> f64 {
    f64::from(ward.intervals.get(cell.interval).minutes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::{Driver, DriverId};

    #[test]
    fn a_day_holds_count_times_minutes_times_people() {
        let mut ward = sample::ward();
        let line = sample::line("Stell", 0, "HFA", &ward);
        assert_eq!(minutes_on_day(&ward, &line, GroupId(1), Day(0)), 60.0);
        let two = TaskLine { people: 2, ..line.clone() };
        assert_eq!(minutes_a_week(&ward, &two, GroupId(1), DaySet::WEEKEND), 240.0);
        let slower = TaskLine { minutes_by_group: [(GroupId(1), 15.0)].into(), ..line.clone() };
        assert_eq!(minutes_on_day(&ward, &slower, GroupId(1), Day(0)), 90.0);
        assert_eq!(minutes_on_day(&ward, &slower, GroupId(0), Day(0)), 60.0);
        ward.drivers = vec![Driver { name: "pas".into(), by_day: [20.0, 1.0, 1.0, 1.0, 1.0, 1.0, 10.0] }];
        let driven = TaskLine { count: Count::PerDriver(0.5, DriverId(0)), ..line.clone() };
        assert_eq!(minutes_on_day(&ward, &driven, GroupId(1), Day(0)), 100.0);
        assert_eq!(minutes_on_day(&ward, &driven, GroupId(1), Day(6)), 50.0);
        let weekly = TaskLine { count: Count::PerWeek(10.0), days: DaySet::WEEKDAYS, ..line.clone() };
        assert_eq!(minutes_on_day(&ward, &weekly, GroupId(1), Day(4)), 20.0);
        assert_eq!(minutes_on_day(&ward, &weekly, GroupId(1), Day(5)), 0.0);
        let monthly = TaskLine { count: Count::PerMonth(60.8), days: DaySet::WEEKDAYS, ..line };
        assert!((minutes_a_week(&ward, &monthly, GroupId(1), DaySet::ALL) - 140.0).abs() < 1e-9);
    }

    #[test]
    fn bound_work_takes_heads_for_its_whole_timing() {
        let ward = sample::ward();
        let line = TaskLine { bound: true, people: 2, ..sample::line("Fastvakt", 4, "ASS", &ward) };
        assert_eq!(minutes_on_day(&ward, &line, GroupId(2), Day(0)), 480.0);
        assert_eq!(spread(&ward, &line, GroupId(2), Day(0)).len(), 1);
    }

    #[test]
    fn minutes_are_laid_out_by_length_or_profile_and_none_is_lost() {
        let mut ward = sample::ward();
        let line = TaskLine { timing: Timing::Span { from: 4, to: 6 }, ..sample::line("Tilsyn", 0, "HFA", &ward) };
        let minutes: Vec<f64> = spread(&ward, &line, GroupId(1), Day(6)).into_iter().map(|(_, m)| m).collect();
        assert_eq!(minutes, vec![60.0 * 4.0 / 13.0, 60.0 * 9.0 / 13.0]);
        ward.settings.day_profile = Some(vec![1.0, 1.0, 1.0, 1.0, 3.0, 1.0]);
        let minutes: Vec<f64> = spread(&ward, &line, GroupId(1), Day(6)).into_iter().map(|(_, m)| m).collect();
        assert_eq!(minutes, vec![45.0, 15.0]);
        ward.settings.day_profile = Some(vec![1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let total: f64 = spread(&ward, &line, GroupId(1), Day(6)).into_iter().map(|(_, m)| m).sum();
        assert!((total - 60.0).abs() < 1e-9);
    }

    #[test]
    fn daytime_and_around_the_clock_have_their_cells() {
        let ward = sample::ward();
        let intervals = |timing| cells(&ward, &timing, Day(2)).into_iter().map(|c| c.interval).collect::<Vec<_>>();
        assert_eq!(intervals(Timing::Daytime), vec![0, 1, 2]);
        assert_eq!(intervals(Timing::AroundTheClock), vec![0, 1, 2, 3, 4, 5]);
    }
}
