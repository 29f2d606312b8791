//! Minutes, capacity, money and årsverk, against figures counted by hand.

use fordel_core::check::measure;
use fordel_core::plan::Load;
use fordel_core::time::{Clock, DaySet, Intervals, Window};
use fordel_core::ward::{Count, Driver, DriverId, Goal, TaskLine, Timing, Ward};

use crate::sample::{ALL_DAYS, HFA, SPL, WEEKDAYS, WEEKEND, group, line, plan, shift, small, started, ward, window};

/// Minutes and capacity of the first group in a cell.
fn load(
    ward: &Ward,
    placements: &[(u32, &[u8], &str)],
    heads: &[(&str, &str, [u32; 7])],
    at: (u8, &str),
) -> (f64, f64) {
    let plan = plan(ward, placements, heads);
    let loads = measure(ward, &plan.placements, &plan.staffing).workload;
    let here = |l: &&Load| (l.group.as_str(), l.day, l.interval.as_str()) == (&ward.groups[0].code, at.0, at.1);
    loads.iter().find(here).map_or((0.0, 0.0), |l| (l.minutes, l.capacity))
}

/// One group with one line, which stands on it.
fn alone(line: TaskLine) -> Ward {
    let mut only = line;
    only.lowest = SPL;
    ward(vec![group("SPL")], vec![shift(SPL, "D", "07:30-15:30")], vec![only])
}

fn minutes(line: TaskLine, at: (u8, &str)) -> f64 {
    let ward = alone(line);
    let days: Vec<u8> = ward.lines[0].days.iter().map(|d| d.number()).collect();
    load(&ward, &[(2, &days, "SPL")], &[], at).0
}

#[test]
fn sunday_night_carries_into_monday_morning() {
    let ward = ward(vec![group("SPL")], vec![shift(SPL, "N", "22:15-07:45")], vec![]);
    let sunday = [("SPL", "N", [0, 0, 0, 0, 0, 0, 1])];
    assert_eq!(load(&ward, &[], &sunday, (7, "22-07")), (0.0, 0.8 * 525.0));
    assert_eq!(load(&ward, &[], &sunday, (1, "07-09")), (0.0, 0.8 * 45.0));
    assert_eq!(load(&ward, &[], &sunday, (7, "07-09")), (0.0, 0.0));
}

#[test]
fn minutes_are_count_times_minutes_times_people() {
    let stell = || line(2, "Stell", 0..1, 15.0, SPL);
    assert_eq!(minutes(TaskLine { count: Count::PerDay(6.0), people: 2, ..stell() }, (3, "07-09")), 180.0);
    assert_eq!(minutes(TaskLine { count: Count::PerWeek(14.0), ..stell() }, (3, "07-09")), 30.0);
    let weekend = TaskLine { count: Count::PerWeek(14.0), days: DaySet::WEEKEND, ..stell() };
    assert_eq!(minutes(weekend, (6, "07-09")), 105.0);
    let monthly = TaskLine { count: Count::PerMonth(60.8), days: DaySet::WEEKEND, ..stell() };
    assert!((minutes(monthly, (6, "07-09")) - 105.0).abs() < 1e-9);
    let other = TaskLine { minutes_by_group: [(SPL, 20.0)].into(), ..stell() };
    assert_eq!(minutes(other, (3, "07-09")), 20.0);
    let mut driven = alone(TaskLine { count: Count::PerDriver(0.5, DriverId(0)), ..stell() });
    driven.drivers = vec![Driver { name: "pas".into(), by_day: [20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0] }];
    let on = |day| load(&driven, &[(2, ALL_DAYS, "SPL")], &[], (day, "07-09")).0;
    assert_eq!((on(1), on(2), on(7)), (150.0, 0.0, 75.0));
}

#[test]
fn a_weekly_number_is_shared_over_all_the_lines_days_also_where_weekdays_and_weekend_part() {
    let ward = alone(TaskLine { count: Count::PerWeek(7.0), ..line(2, "Stell", 0..1, 15.0, SPL) });
    assert_eq!(load(&ward, &[(2, WEEKDAYS, "SPL")], &[], (1, "07-09")).0, 15.0);
    assert_eq!(load(&ward, &[(2, WEEKEND, "SPL")], &[], (6, "07-09")).0, 15.0);
}

#[test]
fn minutes_that_are_not_flexible_fall_by_length_or_by_the_day_profile() {
    let night = || TaskLine { flexible: false, ..line(2, "Tilsyn", 4..6, 130.0, SPL) };
    assert_eq!(minutes(night(), (1, "18-22")), 40.0);
    assert_eq!(minutes(night(), (1, "22-07")), 90.0);
    let mut profiled = alone(night());
    let by_profile = |ward: &Ward| load(ward, &[(2, ALL_DAYS, "SPL")], &[], (1, "18-22")).0;
    profiled.settings.day_profile = Some(vec![9.0, 9.0, 9.0, 9.0, 3.0, 1.0]);
    assert_eq!(by_profile(&profiled), 97.5);
    profiled.settings.day_profile = Some(vec![1.0, 1.0, 1.0, 1.0, 0.0, 0.0]);
    assert_eq!(by_profile(&profiled), 40.0, "without any weight, length counts");
    let clock = TaskLine {
        timing: Timing::AroundTheClock,
        ..TaskLine { flexible: false, ..line(2, "Klokker", 0..6, 240.0, SPL) }
    };
    assert_eq!(minutes(clock, (7, "22-07")), 90.0);
}

#[test]
fn daytime_work_lies_within_07_to_15_on_ordinary_weekdays() {
    let daytime = TaskLine {
        timing: Timing::Daytime,
        days: DaySet::WEEKDAYS,
        flexible: false,
        count: Count::PerWeek(5.0),
        ..line(2, "Bestille", 0..3, 480.0, SPL)
    };
    let ward = alone(daytime);
    let plan = plan(&ward, &[(2, WEEKDAYS, "SPL")], &[]);
    let loads = measure(&ward, &plan.placements, &[]).workload;
    let told: Vec<(u8, &str, f64)> = loads.iter().map(|l| (l.day, l.interval.as_str(), l.minutes)).collect();
    assert_eq!(told.len(), 15);
    assert_eq!(&told[..3], [(1, "07-09", 120.0), (1, "09-12", 180.0), (1, "12-15", 180.0)]);
}

#[test]
fn a_span_past_midnight_goes_on_into_the_next_day() {
    let w = |a: u16, b: u16| Window { start: Clock(a * 60), end: Clock(b * 60) };
    let mut ward = alone(TaskLine { flexible: false, ..line(2, "Tilsyn", 1..3, 90.0, SPL) });
    ward.intervals = Intervals::new(vec![w(7, 22), w(22, 0), w(0, 7)]).expect("a cut of the day");
    let on_sunday = [(2, &[7u8][..], "SPL")];
    assert_eq!(load(&ward, &on_sunday, &[], (7, "22-00")).0, 20.0);
    assert_eq!(load(&ward, &on_sunday, &[], (1, "00-07")).0, 70.0);
}

#[test]
fn bound_work_counts_people_times_length_and_takes_its_heads_out_of_the_capacity() {
    let watch = TaskLine { bound: true, people: 2, ..line(2, "Fastvakt", 1..3, 7.0, SPL) };
    let ward = alone(watch);
    let heads = [("SPL", "D", [3; 7])];
    let told = |at| load(&ward, &[(2, ALL_DAYS, "SPL")], &heads, at);
    assert_eq!(told((1, "09-12")), (0.0, 0.8 * 180.0));
    assert!((told((1, "07-09")).1 - 0.8 * 270.0).abs() < 1e-9);
    let plan = plan(&ward, &[(2, ALL_DAYS, "SPL")], &heads);
    let counted = measure(&ward, &plan.placements, &plan.staffing);
    assert_eq!(counted.groups[0].minutes_week, 7.0 * 2.0 * 360.0);
}

#[test]
fn a_shift_costs_its_paid_hours_and_supplements_in_proportion() {
    let mut ward = ward(vec![group("SPL")], vec![shift(SPL, "N", "22:00-07:00")], vec![]);
    ward.shifts[0].paid_hours = 4.5;
    let cost = |ward: &Ward, day: usize| {
        let mut days = [0; 7];
        days[day] = 1;
        measure(ward, &[], &started("SPL", "N", days)).week_cost
    };
    // Half the hours are paid: 4.5 + 0.5 × (0.28 × 8 + 0.22 × weekend hours), at 100 kroner.
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    near(cost(&ward, 0), 100.0 * (4.5 + 0.5 * 0.28 * 8.0));
    near(cost(&ward, 4), 100.0 * (4.5 + 0.5 * (0.28 * 8.0 + 0.22 * 7.0)));
    near(cost(&ward, 5), 100.0 * (4.5 + 0.5 * (0.28 * 8.0 + 0.22 * 9.0)));
    near(cost(&ward, 6), 100.0 * (4.5 + 0.5 * (0.28 * 8.0 + 0.22 * 2.0)));
    let before = cost(&ward, 0);
    ward.groups[0].absence = 0.1;
    near(cost(&ward, 0), before / 0.9);
    ward.settings.refund = 0.4;
    near(cost(&ward, 0), before / 0.94);
}

#[test]
fn evening_begins_at_17_and_night_ends_at_06() {
    let cost = |hours: &str| {
        let ward = ward(vec![group("SPL")], vec![shift(SPL, "X", hours)], vec![]);
        measure(&ward, &[], &started("SPL", "X", [1, 0, 0, 0, 0, 0, 0])).week_cost
    };
    assert_eq!(cost("06:00-17:00"), 1100.0);
    assert!((cost("05:59-17:00") - (1100.0 + 100.0 / 60.0 * 1.28)).abs() < 1e-9);
    assert!((cost("06:00-17:01") - (1100.0 + 100.0 / 60.0 * 1.28)).abs() < 1e-9);
}

#[test]
fn positions_and_people_follow_from_paid_hours() {
    let (mut ward, plan) = small();
    ward.groups[HFA.0].absence = 0.2;
    ward.groups[HFA.0].holiday_weeks = 12.0;
    let sum = |ward: &Ward| measure(ward, &plan.placements, &plan.staffing).groups.swap_remove(HFA.0);
    // 56 hours ÷ 40 ÷ 0.8 × 52 ÷ 40.
    assert!((sum(&ward).fte - 2.275).abs() < 1e-12);
    assert_eq!(sum(&ward).paid_hours_week, 56.0);
    assert_eq!(sum(&ward).people, 3);
    ward.groups[HFA.0].weekend_every = 4.0;
    assert_eq!(sum(&ward).people, 4);
    ward.groups[HFA.0].people = Some(9.0);
    assert_eq!(sum(&ward).people, 9);
}

#[test]
fn goals_count_minutes_above_the_lowest_and_away_from_today() {
    let (mut ward, mut plan) = small();
    let goal =
        |ward: &Ward, plan: &fordel_core::plan::Plan, goal| measure(ward, &plan.placements, &plan.staffing).goal(goal);
    assert_eq!(goal(&ward, &plan, Goal::Overqualified), 0.0);
    crate::sample::place(&mut plan, 2, WEEKEND, "SPL");
    assert_eq!(goal(&ward, &plan, Goal::Overqualified), 120.0);
    assert_eq!(goal(&ward, &plan, Goal::Spread), 3.0);
    ward.groups[SPL.0].scarce = true;
    assert_eq!(goal(&ward, &plan, Goal::Overqualified), 240.0);
    assert_eq!(goal(&ward, &plan, Goal::ScarceHours), 7.0 * 24.0);
    assert_eq!(goal(&ward, &plan, Goal::Changes), 0.0, "nothing is told of today");
    ward.lines[0].today = Some(SPL);
    assert_eq!(goal(&ward, &plan, Goal::Changes), 300.0);
    // Held to SPL, the lowest group that qualifies is SPL itself.
    ward.lines[0].only = vec![SPL];
    assert_eq!(goal(&ward, &plan, Goal::Overqualified), 300.0, "the weekdays stand below, on a HFA");
    // The same task in another timing on the same group is no new pair.
    ward.lines[1].task_key = "Stell".into();
    assert_eq!(goal(&ward, &plan, Goal::Spread), 2.0);
}

#[test]
fn work_that_no_spread_can_carry_is_counted() {
    let ward = {
        let mut ward = alone(line(2, "Lager", 0..2, 300.0, SPL));
        ward.shifts[0].window = window("07:00-10:00");
        ward
    };
    let plan = plan(&ward, &[(2, ALL_DAYS, "SPL")], &[("SPL", "D", [1; 7])]);
    // 0.8 × 180 minutes a day fit.
    assert!((measure(&ward, &plan.placements, &plan.staffing).unfit_minutes - 7.0 * 156.0).abs() < 1e-6);
}
