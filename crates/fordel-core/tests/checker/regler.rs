//! A ward that uses nearly every rule, with known figures.

use fordel_core::check::{check, measure};
use fordel_core::plan::Plan;
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{
    Certificate, Count, Course, CourseId, Covers, Driver, DriverId, Goal, Group, GroupId, Shift, TaskLine, Timing, Ward,
};
use jiff::civil::date;

use crate::sample::{self, ALL_DAYS, ASS, HFA, SPL, WEEKDAYS, WEEKEND, group, line, presence, shift};

const FAR: GroupId = GroupId(3);

fn groups() -> Vec<Group> {
    let of = |code: &str, hourly_kr: f64, absence: f64| Group {
        hourly_kr,
        weekly_hours: 35.5,
        absence,
        holiday_weeks: 5.0,
        ..group(code)
    };
    vec![
        Group { people: Some(45.0), scarce: true, ..of("SPL", 400.0, 0.1) },
        Group { holiday_weeks: 6.0, positions_least: Some(5.0), ..of("HFA", 350.0, 0.1) },
        Group { covers: Covers::Named(vec![]), task_time: 0.85, positions: Some(9.0), ..of("ASS", 290.0, 0.08) },
        Group { covers: Covers::Named(vec![ASS]), beside: true, ..of("FAR", 390.0, 0.05) },
    ]
}

fn shifts() -> Vec<Shift> {
    let paid = |g, name, hours, paid_hours, max| Shift { paid_hours, max, ..shift(g, name, hours) };
    let mut shifts: Vec<Shift> = [SPL, HFA, ASS]
        .into_iter()
        .flat_map(|g| {
            [
                paid(g, "D", "07:30-15:30", 7.5, 8),
                paid(g, "A", "15:00-22:30", 7.5, 8),
                paid(g, "N", "22:15-07:45", 9.5, 8),
            ]
        })
        .collect();
    let tuesday_to_friday = (1..5).map(Day).collect();
    shifts.push(Shift { days: tuesday_to_friday, ..paid(HFA, "M", "07:00-14:30", 7.5, 3) });
    shifts.push(paid(SPL, "M", "07:00-14:30", 7.5, 3));
    shifts.push(Shift { days: DaySet::WEEKDAYS, ..paid(FAR, "F", "08:00-15:30", 7.5, 2) });
    shifts
}

fn lines() -> Vec<TaskLine> {
    let task = |row, name, span, count, minutes, lowest, today| TaskLine {
        count,
        today: Some(today),
        ..line(row, name, span, minutes, lowest)
    };
    let days = |days: &[u8]| days.iter().map(|d| Day(d - 1)).collect::<DaySet>();
    let clock = |line: TaskLine| TaskLine { timing: Timing::AroundTheClock, flexible: false, ..line };
    let times = Count::PerDay;
    vec![
        task(2, "Medisiner", 0..1, times(8.0), 9.0, SPL, SPL),
        TaskLine {
            timing: Timing::Daytime,
            days: DaySet::WEEKDAYS,
            pinned: Some(FAR),
            ..task(3, "Klargjøre legemidler", 0..3, Count::PerWeek(75.0), 25.0, FAR, SPL)
        },
        TaskLine { minutes_by_group: [(SPL, 10.0)].into(), ..task(4, "Stell", 0..1, times(8.0), 14.0, HFA, SPL) },
        TaskLine {
            bound: true,
            days: days(&[5, 6]),
            training: vec![(ASS, CourseId(0))],
            ..task(5, "Fastvakt", 4..6, times(0.0), 0.0, ASS, HFA)
        },
        TaskLine { days: days(&[1, 4]), ..task(6, "Lager", 0..3, Count::PerWeek(9.0), 70.0, ASS, HFA) },
        TaskLine {
            days: DaySet::WEEKDAYS,
            pinned: Some(ASS),
            training: vec![(ASS, CourseId(1))],
            ..task(7, "Vedlikehold", 1..2, Count::PerMonth(60.8), 60.0, ASS, HFA)
        },
        TaskLine {
            same_all_week: true,
            ..clock(task(8, "Tilsyn", 0..6, Count::PerDriver(0.6, DriverId(0)), 15.0, HFA, SPL))
        },
        TaskLine {
            only: vec![SPL, HFA],
            training: vec![(HFA, CourseId(2))],
            ..task(9, "Prøver", 0..1, times(8.0), 6.0, HFA, SPL)
        },
        TaskLine { days: days(&[7]), ..task(10, "Søndagsnatt", 5..6, times(1.0), 140.0, HFA, HFA) },
        task(11, "Servere", 2..3, times(14.0), 5.0, ASS, HFA),
        clock(task(12, "Klokker", 0..6, times(55.0), 4.0, ASS, HFA)),
    ]
}

pub fn ward() -> Ward {
    let mut ward = sample::ward(groups(), shifts(), lines());
    ward.presence = vec![
        presence(&[SPL], "SPL+", "00:00-24:00", DaySet::ALL, 1),
        presence(&[SPL, HFA], "SPL+;HFA", "22:00-07:00", [0, 2].map(Day).into_iter().collect(), 4),
    ];
    ward.drivers = vec![Driver { name: "pas".into(), by_day: [20.0, 21.0, 22.0, 23.0, 24.0, 15.0, 14.0] }];
    let course = |name: &str, hours, fee_kr, valid_months| Course { name: name.into(), hours, fee_kr, valid_months };
    ward.courses = vec![
        course("fastvakt", 3.0, 0.0, None),
        course("lager", 4.0, 500.0, Some(12)),
        course("prøver", 3.0, 100.0, Some(24)),
    ];
    let taken = |employee: &str, group, course, date| Certificate {
        employee: employee.into(),
        group,
        percent: Some(80.0),
        course: CourseId(course),
        date,
        until: None,
        weekends: None,
    };
    ward.certificates = vec![
        taken("a1", HFA, 2, date(2025, 9, 3)),
        taken("a2", HFA, 2, date(2023, 2, 3)),
        taken("a3", HFA, 2, date(2025, 3, 3)),
        taken("a3", HFA, 2, date(2022, 3, 3)),
        taken("a6", HFA, 2, date(2026, 8, 1)),
        taken("a4", ASS, 1, date(2026, 1, 9)),
        taken("a5", ASS, 1, date(2024, 1, 9)),
    ];
    ward.staffing_today = vec![[0; 7]; ward.shifts.len()];
    for (shift, heads) in
        [(0, [4, 4, 4, 4, 4, 3, 3]), (1, [3, 3, 3, 3, 3, 2, 2]), (2, [2; 7]), (3, [3; 7]), (6, [2; 7]), (4, [2; 7])]
    {
        ward.staffing_today[shift] = heads;
    }
    ward.settings.refund = 0.4;
    ward.settings.plan_date = Some(date(2026, 6, 1));
    ward.settings.day_profile = Some(vec![3.0, 4.0, 4.0, 3.0, 4.0, 2.0]);
    ward
}

/// Groups of the weekday and weekend lines, then the heads of weekdays and weekend by shift.
fn plan(ward: &Ward, groups: [(&str, &str); 6], odd: [&str; 4], heads: &[(&str, &str, u32, u32)]) -> Plan {
    let mut placements: Vec<(u32, &[u8], &str)> = Vec::new();
    for (row, (weekdays, weekend)) in [2, 4, 8, 9, 11, 12].into_iter().zip(groups) {
        if row == 8 {
            placements.push((row, ALL_DAYS, weekdays));
        } else {
            placements.extend([(row, WEEKDAYS, weekdays), (row, WEEKEND, weekend)]);
        }
    }
    placements.extend([(3, WEEKDAYS, "FAR"), (7, WEEKDAYS, "ASS")]);
    let [friday, saturday, store, sunday] = odd;
    let odd_days: [(u32, &[u8], &str); 4] =
        [(5, &[5], friday), (5, &[6], saturday), (6, &[1, 4], store), (10, &[7], sunday)];
    placements.extend(odd_days);
    let heads: Vec<(&str, &str, [u32; 7])> =
        heads.iter().map(|(g, s, w, e)| (*g, *s, [*w, *w, *w, *w, *w, *e, *e])).collect();
    sample::plan(ward, &placements, &heads)
}

fn cheapest(ward: &Ward) -> Plan {
    let spl = ("SPL", "SPL");
    let heads = [
        ("SPL", "D", 2, 1),
        ("SPL", "A", 1, 2),
        ("SPL", "N", 1, 1),
        ("SPL", "M", 1, 2),
        ("HFA", "A", 3, 0),
        ("HFA", "N", 3, 0),
        ("ASS", "D", 2, 0),
        ("FAR", "F", 2, 0),
    ];
    plan(ward, [spl; 6], ["HFA", "SPL", "SPL", "SPL"], &heads)
}

fn within_tolerance(ward: &Ward) -> Plan {
    let spl = ("SPL", "SPL");
    let heads = [
        ("SPL", "D", 2, 1),
        ("SPL", "A", 1, 2),
        ("SPL", "N", 2, 1),
        ("SPL", "M", 1, 1),
        ("HFA", "D", 0, 1),
        ("HFA", "A", 3, 0),
        ("HFA", "N", 2, 0),
        ("ASS", "D", 2, 0),
        ("FAR", "F", 2, 0),
    ];
    plan(ward, [spl, spl, spl, ("SPL", "HFA"), ("ASS", "HFA"), spl], ["HFA", "SPL", "ASS", "SPL"], &heads)
}

fn carried(ward: &Ward) -> Plan {
    let (spl, hfa) = (("SPL", "SPL"), ("HFA", "HFA"));
    let heads = [
        ("SPL", "D", 1, 1),
        ("SPL", "A", 1, 1),
        ("SPL", "N", 2, 2),
        ("SPL", "M", 1, 1),
        ("HFA", "D", 2, 1),
        ("HFA", "A", 3, 2),
        ("HFA", "N", 2, 1),
        ("ASS", "D", 2, 0),
        ("FAR", "F", 2, 0),
    ];
    plan(ward, [spl, spl, spl, spl, hfa, hfa], ["HFA"; 4], &heads)
}

fn rightmost(ward: &Ward) -> Plan {
    let (hfa, ass) = (("HFA", "HFA"), ("ASS", "ASS"));
    let heads = [
        ("SPL", "D", 1, 1),
        ("SPL", "A", 1, 1),
        ("SPL", "N", 1, 1),
        ("HFA", "D", 2, 2),
        ("HFA", "A", 3, 1),
        ("HFA", "N", 3, 2),
        ("ASS", "D", 2, 1),
        ("ASS", "A", 2, 2),
        ("ASS", "N", 1, 1),
        ("FAR", "F", 2, 0),
    ];
    plan(ward, [("SPL", "SPL"), hfa, hfa, hfa, ass, ass], ["ASS", "ASS", "ASS", "HFA"], &heads)
}

#[test]
fn the_known_plans_keep_every_rule_and_cost_what_is_known() {
    let ward = ward();
    for (name, plan, cost) in [
        ("cheapest", cheapest(&ward), 16_428_735.60),
        ("within tolerance", within_tolerance(&ward), 16_551_703.15),
        ("carried", carried(&ward), 18_592_433.47),
        ("rightmost", rightmost(&ward), 20_829_165.23),
    ] {
        let report = check(&ward, &plan);
        assert_eq!(report.broken, vec![], "{name}");
        assert!((report.recomputed.year_cost - cost).abs() < 0.005, "{name}: {}", report.recomputed.year_cost);
    }
}

#[test]
fn one_head_fewer_anywhere_breaks_the_cheapest_plan() {
    let ward = ward();
    let plan = cheapest(&ward);
    for (weekend, shift) in
        plan.staffing.iter().map(|h| (h.day > 5, (&h.group, &h.shift))).collect::<std::collections::BTreeSet<_>>()
    {
        let mut fewer = plan.clone();
        for heads in fewer.staffing.iter_mut().filter(|h| (&h.group, &h.shift) == shift && (h.day > 5) == weekend) {
            heads.heads -= 1;
        }
        assert_ne!(check(&ward, &fewer).broken, vec![], "{shift:?}, weekend: {weekend}");
    }
}

#[test]
fn goals_have_their_known_values() {
    let ward = ward();
    let plan = within_tolerance(&ward);
    let counted = measure(&ward, &plan.placements, &plan.staffing);
    assert!((counted.goal(Goal::Overqualified) - 9942.0).abs() < 1e-6);
    assert!((counted.goal(Goal::Changes) - 6251.0).abs() < 1e-6);
}

#[test]
fn courses_cost_what_is_known_where_they_are_used() {
    let ward = ward();
    let mut plan = rightmost(&ward);
    let cost = |plan: &Plan, group: &str, course: &str| {
        let training = measure(&ward, &plan.placements, &plan.staffing).training;
        training.iter().find(|t| t.group == group && t.course == course).map(|t| (t.people, t.cost))
    };
    assert_eq!(cost(&plan, "HFA", "prøver"), Some((13, 7475.0)));
    assert_eq!(cost(&plan, "ASS", "fastvakt"), Some((6, 1740.0)));
    assert_eq!(cost(&plan, "ASS", "lager"), Some((5, 8300.0)));
    plan.placements.retain(|p| p.row != 9);
    assert_eq!(cost(&plan, "HFA", "prøver"), None);
}
