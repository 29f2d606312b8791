//! Wards and plans in a few words.

use std::collections::BTreeMap;

use fordel_core::plan::{Heads, Placed, Plan, Status};
use fordel_core::time::{Clock, DaySet, Intervals, Window};
use fordel_core::ward::{Category, Count, Covers, Group, GroupId, Presence, Settings, Shift, TaskLine, Timing, Ward};

pub const SPL: GroupId = GroupId(0);
pub const HFA: GroupId = GroupId(1);
pub const ASS: GroupId = GroupId(2);

pub const ALL_DAYS: &[u8] = &[1, 2, 3, 4, 5, 6, 7];
pub const WEEKDAYS: &[u8] = &[1, 2, 3, 4, 5];
pub const WEEKEND: &[u8] = &[6, 7];

/// 100 kroner an hour, 40 hours a week, no absence, no holiday, so that figures can be counted by hand.
pub fn group(code: &str) -> Group {
    Group {
        code: code.into(),
        name: code.into(),
        covers: Covers::Below,
        beside: false,
        hourly_kr: 100.0,
        weekly_hours: 40.0,
        absence: 0.0,
        holiday_weeks: 0.0,
        task_time: 0.8,
        positions: None,
        positions_least: None,
        people: None,
        weekend_every: 3.0,
        scarce: false,
    }
}

/// `07:00-15:00`.
pub fn window(text: &str) -> Window {
    let clock = |t: &str| {
        let (h, m) = t.split_once(':').expect("hours:minutes");
        Clock::new(h.parse().expect("hours"), m.parse().expect("minutes")).expect("a time of day")
    };
    let (start, end) = text.split_once('-').expect("start-end");
    Window { start: clock(start), end: clock(end) }
}

/// A shift on all days, paid for its length.
pub fn shift(group: GroupId, name: &str, hours: &str) -> Shift {
    let window = window(hours);
    let paid_hours = f64::from(window.minutes()) / 60.0;
    Shift { group, name: name.into(), window, paid_hours, days: DaySet::ALL, min: 0, max: 99 }
}

/// Once a day on all days, in the standard intervals `from..to`, flexible if there are several.
pub fn line(row: u32, name: &str, span: std::ops::Range<usize>, minutes: f64, lowest: GroupId) -> TaskLine {
    TaskLine {
        row,
        task_key: name.into(),
        number: None,
        name: name.into(),
        category: 0,
        flexible: span.len() > 1,
        timing: Timing::Span { from: span.start, to: span.end },
        days: DaySet::ALL,
        count: Count::PerDay(1.0),
        minutes,
        minutes_by_group: BTreeMap::new(),
        minutes_low: None,
        minutes_high: None,
        people: 1,
        bound: false,
        lowest,
        only: Vec::new(),
        pinned: None,
        today: None,
        same_all_week: false,
        training: Vec::new(),
        priority: None,
        health_work: true,
        note: None,
    }
}

pub fn presence(groups: &[GroupId], label: &str, hours: &str, days: DaySet, count: u32) -> Presence {
    Presence { groups: groups.to_vec(), label: label.into(), window: window(hours), days, count, course: None }
}

pub fn ward(groups: Vec<Group>, shifts: Vec<Shift>, lines: Vec<TaskLine>) -> Ward {
    Ward {
        unit: "Post".into(),
        intervals: Intervals::standard(),
        categories: vec![Category { name: "Pasientbehandling".into() }],
        groups,
        shifts,
        lines,
        presence: Vec::new(),
        drivers: Vec::new(),
        courses: Vec::new(),
        certificates: Vec::new(),
        people: Vec::new(),
        staffing_today: Vec::new(),
        calendar: Vec::new(),
        projection: Default::default(),
        settings: Settings::default(),
        places: BTreeMap::new(),
    }
}

/// A plan that tells no figure: only who does what, and heads from Monday to Sunday.
pub fn plan(ward: &Ward, placements: &[(u32, &[u8], &str)], heads: &[(&str, &str, [u32; 7])]) -> Plan {
    Plan {
        unit: ward.unit.clone(),
        status: Status::Feasible,
        placements: placements.iter().map(|(row, days, group)| placed(ward, *row, days, group)).collect(),
        staffing: heads.iter().flat_map(|(group, shift, days)| started(group, shift, *days)).collect(),
        ..Plan::default()
    }
}

pub fn placed(ward: &Ward, row: u32, days: &[u8], group: &str) -> Placed {
    let line = ward.line_by_row(row).map(|l| &ward.lines[l.0]);
    Placed {
        row,
        task: line.map_or(String::new(), |l| l.name.clone()),
        timing: line.map_or(String::new(), |l| ward.timing_label(&l.timing)),
        days: days.to_vec(),
        group: group.into(),
        today: line.and_then(|l| l.today).map(|g| ward.group(g).code.clone()),
    }
}

pub fn started(group: &str, shift: &str, days: [u32; 7]) -> Vec<Heads> {
    let each = (1u8..).zip(days).filter(|(_, heads)| *heads > 0);
    each.map(|(day, heads)| Heads { group: group.into(), shift: shift.into(), day, heads }).collect()
}

/// Three groups in a chain, nurses around the clock, two tasks, and a plan that keeps every rule: Stell, 60 minutes at
/// 07–09, on a HFA who can carry 96, and Medisiner, 60 minutes at 18–22, on a nurse.
pub fn small() -> (Ward, Plan) {
    let shifts = vec![
        shift(SPL, "D", "07:00-15:00"),
        shift(SPL, "A", "15:00-23:00"),
        shift(SPL, "N", "23:00-07:00"),
        shift(HFA, "D", "07:00-15:00"),
        shift(ASS, "D", "07:00-15:00"),
    ];
    let lines = vec![line(2, "Stell", 0..1, 60.0, HFA), line(3, "Medisiner", 4..5, 60.0, SPL)];
    let ward = ward(vec![group("SPL"), group("HFA"), group("ASS")], shifts, lines);
    let placements = [(2, WEEKDAYS, "HFA"), (2, WEEKEND, "HFA"), (3, WEEKDAYS, "SPL"), (3, WEEKEND, "SPL")];
    let heads = [("SPL", "D", [1; 7]), ("SPL", "A", [1; 7]), ("SPL", "N", [1; 7]), ("HFA", "D", [1; 7])];
    let plan = plan(&ward, &placements, &heads);
    (ward, plan)
}

/// Puts a line's days elsewhere.
pub fn place(plan: &mut Plan, row: u32, days: &[u8], group: &str) {
    let entry = plan.placements.iter_mut().find(|p| p.row == row && p.days == days).expect("such a placement");
    entry.group = group.into();
}

/// Sets the heads of a shift on all days.
pub fn staff(plan: &mut Plan, group: &str, shift: &str, days: [u32; 7]) {
    plan.staffing.retain(|h| h.group != group || h.shift != shift);
    plan.staffing.extend(started(group, shift, days));
}
