//! A week of the year as a ward of its own, the plan's placements held.
//!
//! Every date has the lines, shifts and presence of the weekday that it is worked as; each line counts what it occurs under
//! that date's activity; each stands on the group on which the plan has it. Positions, people, weekends, most heads and
//! money don't bind: what is asked is what the work needs, not what there is. Whatever finds the fewest heads for an
//! ordinary week finds them for this one, and whatever checks a plan checks it. Like the plan's own, the week wraps: it is
//! worked as if those around it were like it.

use std::collections::BTreeMap;

use crate::measure::work;
use crate::plan::Plan;
use crate::time::{Day, DaySet};
use crate::ward::{Alike, Count, Driver, DriverId, GroupId, Shift, TaskLine, Timing, Ward};

use super::dates::Dated;

/// More heads than anybody starts on a shift: how many at most isn't asked here.
const NO_LIMIT: u32 = 99;

/// The days of the week that are worked as one of these weekdays.
fn worked_as(week: &[Dated; 7], days: DaySet) -> DaySet {
    Day::all().filter(|day| days.contains(week[usize::from(day.0)].as_day)).collect()
}

/// The ward in that week. A plan that doesn't place a line leaves its work out.
pub fn ward_of(ward: &Ward, plan: &Plan, week: &[Dated; 7]) -> Ward {
    ward_with_others(ward, plan, week, |_, _| Vec::new())
}

/// The ward in that week, in which some lines may stand on other groups too: `others` tells which, for a line and the group on
/// which the plan has it. Where there are none the line stays.
pub(super) fn ward_with_others(
    ward: &Ward,
    plan: &Plan,
    week: &[Dated; 7],
    others: impl Fn(&TaskLine, GroupId) -> Vec<GroupId>,
) -> Ward {
    let mut of_week = Ward {
        shifts: ward.shifts.iter().map(|shift| shift_of(shift, week)).collect(),
        lines: Vec::new(),
        drivers: Vec::new(),
        calendar: Vec::new(),
        staffing_today: Vec::new(),
        places: BTreeMap::new(),
        ..ward.clone()
    };
    for group in &mut of_week.groups {
        (group.positions, group.positions_least, group.people) = (None, None, None);
    }
    for course in &mut of_week.courses {
        (course.hours, course.fee_kr) = (0.0, 0.0);
    }
    for rule in &mut of_week.presence {
        rule.days = worked_as(week, rule.days);
    }
    of_week.presence.retain(|rule| !rule.days.is_empty());
    of_week.settings.budget_kr = None;
    of_week.settings.alike = Alike::No;
    for (line, days, group) in standing(ward, plan) {
        let days = worked_as(week, days);
        let by_day = occurrences(ward, line, week);
        let is_work = line.bound || by_day.iter().any(|times| *times > 0.0);
        if days.is_empty() || !is_work {
            continue;
        }
        let row = u32::try_from(of_week.lines.len()).unwrap_or(u32::MAX).saturating_add(2);
        let count = if line.bound { line.count } else { Count::PerDriver(1.0, DriverId(of_week.drivers.len())) };
        if !line.bound {
            of_week.drivers.push(Driver { name: format!("#{row}"), by_day });
        }
        let is_daytime = line.timing == Timing::Daytime;
        let others = others(line, group);
        of_week.lines.push(TaskLine {
            row,
            days: if is_daytime { days.and(DaySet::WEEKDAYS) } else { days },
            count: if line.bound { Count::PerDay(1.0) } else { count },
            pinned: others.is_empty().then_some(group),
            today: None,
            same_all_week: line.same_all_week && !others.is_empty(),
            only: if others.is_empty() { line.only.clone() } else { [vec![group], others].concat() },
            training: Vec::new(),
            ..line.clone()
        });
    }
    of_week.lines.retain(|line| !line.days.is_empty());
    of_week
}

fn shift_of(shift: &Shift, week: &[Dated; 7]) -> Shift {
    Shift { days: worked_as(week, shift.days), max: NO_LIMIT.max(shift.min), ..shift.clone() }
}

/// Each line with the days of a placement, and the group on which the plan has it.
fn standing<'w>(ward: &'w Ward, plan: &Plan) -> Vec<(&'w TaskLine, DaySet, GroupId)> {
    let mut standing = Vec::new();
    for placed in &plan.placements {
        let line = ward.line_by_row(placed.row).map(|id| &ward.lines[id.0]);
        let days: DaySet = Day::all().filter(|day| placed.days.contains(&day.number())).collect();
        if let (Some(line), Some(group)) = (line, ward.group_by_code(&placed.group)) {
            standing.push((line, days.and(line.days), group));
        }
    }
    standing
}

/// How often the line occurs on each date: what it would on the weekday that the date is worked as, with the date's units.
fn occurrences(ward: &Ward, line: &TaskLine, week: &[Dated; 7]) -> [f64; 7] {
    std::array::from_fn(|at| {
        let dated = &week[at];
        match line.count {
            Count::PerDriver(rate, driver) if line.days.contains(dated.as_day) => {
                rate * dated.units.get(driver.0).copied().unwrap_or(0.0)
            }
            Count::PerDriver(..) => 0.0,
            _ => work::occurrences(ward, line, dated.as_day),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::plan::{Placed, Status};
    use crate::year::dates::of_week;

    /// The sample ward with every line on its lowest group, and stocking on weekdays paid by patients.
    fn case() -> (Ward, Plan) {
        let mut ward = sample::ward();
        ward.drivers = vec![Driver { name: "pasienter".into(), by_day: [20.0, 20.0, 20.0, 20.0, 20.0, 16.0, 10.0] }];
        ward.lines[0].count = Count::PerDriver(0.5, DriverId(0));
        let placed = |line: &TaskLine| {
            let places = line.placements().into_iter();
            places.map(|days| Placed::of(&ward, line, days, line.lowest)).collect::<Vec<_>>()
        };
        let placements = ward.lines.iter().flat_map(placed).collect();
        let plan = Plan { status: Status::Feasible, placements, ..Plan::default() };
        (ward, plan)
    }

    fn minutes(ward: &Ward, name: &str, day: Day) -> f64 {
        let lines = ward.lines.iter().filter(|line| line.name == name);
        lines.map(|line| work::minutes_on_day(ward, line, line.pinned.expect("a group"), day)).sum()
    }

    #[test]
    fn an_ordinary_week_has_the_wards_own_work() {
        let (ward, plan) = case();
        let of_week = ward_of(&ward, &plan, &of_week(&ward, Week { year: 2027, number: 5 }));
        for line in &ward.lines {
            for day in Day::all() {
                let own = work::minutes_on_day(&ward, line, line.lowest, day);
                assert!((minutes(&of_week, &line.name, day) - own).abs() < 1e-9, "{} {day:?}", line.name);
            }
        }
        assert!(of_week.shifts.iter().zip(&ward.shifts).all(|(a, b)| a.days == b.days && a.max >= b.max));
    }

    #[test]
    fn a_holiday_has_a_sundays_work_shifts_and_no_daytime_work() {
        let (mut ward, plan) = case();
        ward.shifts[0].days = DaySet::WEEKDAYS;
        // Week 18 of 2027 holds Ascension Day, a Thursday.
        let of_week = ward_of(&ward, &plan, &of_week(&ward, Week { year: 2027, number: 18 }));
        let thursday = Day(3);
        for name in ["Stell", "Medisiner", "Servere", "Tilsyn"] {
            assert_eq!(minutes(&of_week, name, thursday), minutes(&of_week, name, Day(6)), "{name}");
        }
        assert_eq!(minutes(&of_week, "Stell", thursday), minutes(&of_week, "Stell", Day(2)) / 2.0, "half the patients");
        assert_eq!(minutes(&of_week, "Rydde", thursday), 0.0);
        assert!(minutes(&of_week, "Rydde", Day(2)) > 0.0);
        assert!(!of_week.shifts[0].days.contains(thursday), "a shift of weekdays doesn't run");
        assert!(of_week.shifts[1].days.contains(thursday));
    }

    #[test]
    fn a_weekend_placement_holds_on_a_holiday() {
        let (ward, mut plan) = case();
        for placed in plan.placements.iter_mut().filter(|p| p.row == ward.lines[0].row && p.days == [6, 7]) {
            placed.group = "SPL".into();
        }
        let of_week = ward_of(&ward, &plan, &of_week(&ward, Week { year: 2027, number: 18 }));
        let on = |day: Day| {
            let line =
                of_week.lines.iter().find(|line| line.name == "Stell" && line.days.contains(day)).expect("a line");
            ward.group(line.pinned.expect("a group")).code.clone()
        };
        assert_eq!([on(Day(3)), on(Day(2)), on(Day(6))], ["SPL", "HFA", "SPL"]);
    }
}
