//! The default ward: what a workbook takes for the sheets that it doesn't have.

use std::collections::BTreeMap;

use fordel_core::time::{Clock, DaySet, Intervals, Window};
use fordel_core::ward::{Category, Covers, Group, GroupId, Settings, Shift, Ward};
use fordel_text::Lang;
use fordel_text::standard::{GROUPS, group_name};

use crate::columns::CATEGORIES;

/// Hours of a full position a week, where none are given.
pub const WEEKLY_HOURS: f64 = 35.5;
/// Holiday weeks a year, where none are given.
pub const HOLIDAY_WEEKS: f64 = 5.0;
/// Share of presence that can go to mapped tasks, where none is given.
pub const TASK_TIME: f64 = 0.8;
/// People work every third weekend, where nothing else is given.
pub const WEEKEND_EVERY: f64 = 3.0;
/// Most heads of a shift, where none are given.
pub const MOST_HEADS: u32 = 99;
/// Minutes of a task on the wide form, where none stand.
pub const WIDE_MINUTES: f64 = 10.0;

/// A group of which only code and name are known; the rest takes the defaults of the columns.
pub fn bare_group(code: &str, name: &str, hourly_kr: f64) -> Group {
    Group {
        code: code.to_owned(),
        name: name.to_owned(),
        covers: Covers::Below,
        beside: false,
        hourly_kr,
        weekly_hours: WEEKLY_HOURS,
        absence: 0.0,
        holiday_weeks: HOLIDAY_WEEKS,
        task_time: TASK_TIME,
        positions: None,
        positions_least: None,
        people: None,
        weekend_every: WEEKEND_EVERY,
        scarce: false,
    }
}

/// HNT's twelve categories.
pub fn categories() -> Vec<Category> {
    CATEGORIES.iter().map(|name| Category { name: name.nb.to_owned() }).collect()
}

/// The default ward: five groups with their shifts, HNT's intervals and categories; no name, no tasks, no presence, no
/// drivers, nothing told of today. Its own names are Norwegian; [`default_ward_in`] says them in another language.
pub fn default_ward() -> Ward {
    // Kroner an hour, hours a week, absence, scarce; for the standard groups from left to right.
    let figures = [
        (440.0, 35.5, 0.09, true),
        (405.0, 35.5, 0.09, true),
        (350.0, 35.5, 0.10, false),
        (340.0, 37.5, 0.07, false),
        (295.0, 35.5, 0.09, false),
    ];
    let group = |((code, name, _), (hourly, weekly_hours, absence, scarce)): ((&str, &str, &str), _)| Group {
        weekly_hours,
        absence,
        scarce,
        ..bare_group(code, name, hourly)
    };
    let groups: Vec<Group> = GROUPS.into_iter().zip(figures).map(group).collect();
    let shift = |group: usize, name: &str, start: (u16, u16), end: (u16, u16), paid_hours: f64, days: DaySet| Shift {
        group: GroupId(group),
        name: name.to_owned(),
        window: Window { start: Clock(start.0 * 60 + start.1), end: Clock(end.0 * 60 + end.1) },
        paid_hours,
        days,
        min: 0,
        max: MOST_HEADS,
    };
    let mut shifts = Vec::new();
    for group in [0, 1, 2, 4] {
        shifts.push(shift(group, "D", (7, 0), (15, 0), 7.5, DaySet::ALL));
        shifts.push(shift(group, "A", (15, 0), (22, 30), 7.5, DaySet::ALL));
        shifts.push(shift(group, "N", (22, 15), (7, 15), 9.0, DaySet::ALL));
    }
    shifts.push(shift(3, "K", (7, 30), (15, 0), 7.5, DaySet::WEEKDAYS));
    Ward {
        unit: String::new(),
        intervals: Intervals::standard(),
        categories: categories(),
        groups,
        shifts,
        lines: Vec::new(),
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

/// The default ward with its groups' names in this language, for a workbook in it.
pub fn default_ward_in(lang: Lang) -> Ward {
    let mut ward = default_ward();
    for group in &mut ward.groups {
        group.name = group_name(&group.code, &group.name, lang).to_owned();
    }
    ward
}
