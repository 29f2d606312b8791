//! A ward small enough to compute by hand, and a plan for it.
//!
//! Every line takes 6 × 10 = 60 minutes a day; three groups stand in a chain, the nurses are scarce.

use crate::plan::{Comparison, GroupSum, Heads, Placed, Plan, Status, Today, Training};
use crate::time::{Clock, DaySet, Intervals, Window};
use crate::ward::*;

pub fn ward() -> Ward {
    let group = |code: &str, hourly_kr: f64, scarce: bool| Group {
        code: code.into(),
        name: code.into(),
        covers: Covers::Below,
        beside: false,
        hourly_kr,
        weekly_hours: 35.5,
        absence: 0.1,
        holiday_weeks: 5.0,
        task_time: 0.8,
        positions: None,
        positions_least: None,
        people: None,
        weekend_every: 3.0,
        scarce,
    };
    let mut ward = Ward {
        unit: "Prøveposten".into(),
        intervals: Intervals::standard(),
        categories: ["Pasientbehandling", "Ernæring"].map(|name| Category { name: name.into() }).to_vec(),
        groups: vec![group("SPL", 400.0, true), group("HFA", 350.0, false), group("ASS", 290.0, false)],
        shifts: Vec::new(),
        lines: Vec::new(),
        presence: Vec::new(),
        drivers: Vec::new(),
        courses: vec![Course { name: "mattrygghet".into(), hours: 2.0, fee_kr: 0.0, valid_months: Some(36) }],
        certificates: Vec::new(),
        people: Vec::new(),
        staffing_today: Vec::new(),
        calendar: Vec::new(),
        projection: Default::default(),
        settings: Settings::default(),
        places: Default::default(),
    };
    for group in 0..3 {
        for (name, start, end, paid) in [("D", 7, 15, 7.5), ("A", 15, 22, 7.0), ("N", 22, 7, 9.0)] {
            ward.shifts.push(Shift {
                group: GroupId(group),
                name: name.into(),
                window: Window { start: Clock(start * 60), end: Clock(end * 60) },
                paid_hours: paid,
                days: DaySet::ALL,
                min: 0,
                max: 9,
            });
        }
    }
    ward.staffing_today = vec![[0; 7]; 9];
    ward.staffing_today[0] = [1; 7];
    ward.staffing_today[1] = [1; 7];
    ward.staffing_today[2] = [1; 7];
    let mut lines = vec![
        line("Stell", 0, "HFA", &ward),
        line("Medisiner", 4, "SPL", &ward),
        line("Servere", 2, "ASS", &ward),
        line("Rydde", 0, "ASS", &ward),
        line("Tilsyn", 0, "HFA", &ward),
    ];
    lines[2].category = 1;
    lines[2].health_work = false;
    lines[2].training = vec![(GroupId(2), CourseId(0))];
    lines[3].timing = Timing::Daytime;
    lines[3].days = DaySet::WEEKDAYS;
    lines[3].flexible = true;
    lines[4].timing = Timing::AroundTheClock;
    for (i, line) in lines.iter_mut().enumerate() {
        line.row = i as u32 + 2;
        line.task_key = line.name.clone();
    }
    ward.lines = lines;
    ward
}

/// A line of 60 minutes on every day in one interval, done by nurses today.
pub fn line(name: &str, interval: usize, lowest: &str, ward: &Ward) -> TaskLine {
    TaskLine {
        row: 2,
        task_key: name.into(),
        number: None,
        name: name.into(),
        category: 0,
        timing: Timing::Span { from: interval, to: interval + 1 },
        days: DaySet::ALL,
        count: Count::PerDay(6.0),
        minutes: 10.0,
        minutes_by_group: Default::default(),
        minutes_low: None,
        minutes_high: None,
        people: 1,
        bound: false,
        flexible: false,
        lowest: ward.group_by_code(lowest).expect("a group of the sample ward"),
        only: Vec::new(),
        pinned: None,
        today: Some(GroupId(0)),
        same_all_week: false,
        training: Vec::new(),
        priority: Some(Priority::Red),
        health_work: true,
        note: None,
    }
}

/// Stell goes to HFA, Servere on weekdays and Rydde to ASS; the rest stays with the nurses.
pub fn plan(ward: &Ward) -> Plan {
    let placed = |row: u32, days: &[u8], group: &str| {
        let line = &ward.lines[row as usize - 2];
        Placed {
            row,
            task: line.name.clone(),
            timing: ward.timing_label(&line.timing),
            days: days.to_vec(),
            group: group.into(),
            today: line.today.map(|g| ward.group(g).code.clone()),
        }
    };
    let (week, weekend): (&[u8], &[u8]) = (&[1, 2, 3, 4, 5], &[6, 7]);
    let heads = |group: &str, shift: &str, days: &[u8]| {
        let (group, shift) = (group.to_owned(), shift.to_owned());
        days.iter()
            .map(move |&day| Heads { group: group.clone(), shift: shift.clone(), day, heads: 1 })
            .collect::<Vec<_>>()
    };
    let all: &[u8] = &[1, 2, 3, 4, 5, 6, 7];
    let sum = |group: &str, fte, paid_hours_week, minutes_week, week_cost| GroupSum {
        group: group.into(),
        fte,
        people: 1,
        paid_hours_week,
        minutes_week,
        week_cost,
    };
    Plan {
        unit: ward.unit.clone(),
        status: Status::Optimal,
        alike: Alike::Weekdays,
        year_cost: Some(2_900_000.0),
        week_cost: Some(55_769.0),
        bound: Some(2_899_000.0),
        gap: Some(0.0003),
        placements: vec![
            placed(2, week, "HFA"),
            placed(2, weekend, "HFA"),
            placed(3, week, "SPL"),
            placed(3, weekend, "SPL"),
            placed(4, week, "ASS"),
            placed(4, weekend, "SPL"),
            placed(5, week, "ASS"),
            placed(6, week, "SPL"),
            placed(6, weekend, "SPL"),
        ],
        staffing: [heads("SPL", "A", all), heads("SPL", "N", all), heads("SPL", "D", weekend), heads("HFA", "D", all)]
            .concat(),
        groups: vec![
            sum("SPL", 4.4, 127.0, 960.0, 50_000.0),
            sum("HFA", 1.8, 52.5, 420.0, 20_000.0),
            sum("ASS", 0.0, 0.0, 600.0, 0.0),
        ],
        training: vec![Training {
            group: "ASS".into(),
            course: "mattrygghet".into(),
            people: 1,
            hours: 2.0,
            cost: 193.0,
            tasks: vec!["Servere".into()],
        }],
        today: Today {
            year_cost: Some(3_400_000.0),
            groups: vec![sum("SPL", 6.2, 164.5, 1_980.0, 66_000.0)],
            ..Today::default()
        },
        carried: Comparison {
            status: Status::Optimal,
            year_cost: Some(3_500_000.0),
            bound: Some(3_490_000.0),
            groups: vec![sum("SPL", 6.2, 164.5, 1_980.0, 67_000.0)],
            staffing: [heads("SPL", "D", all), heads("SPL", "A", all), heads("SPL", "N", all)].concat(),
            ..Comparison::default()
        },
        ..Plan::default()
    }
}
