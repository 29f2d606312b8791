//! The sheets `Vakter` and `Bemanning i dag`: shift types, and how many work them today.

use std::collections::{HashMap, HashSet};

use fordel_core::time::{Clock, Day, DaySet, Window};
use fordel_core::ward::{GroupId, Part, Shift, ShiftId, Ward};

use super::bounds::Bounds;
use super::groups::Groups;
use super::kinds;
use super::listing::{Given, Listing, Record};
use super::places::Places;
use super::standard::MOST_HEADS;
use super::told::Told;
use super::values;
use super::words::{Names, code_key};
use crate::columns::{self, Name, WEEKDAYS, shift as column};
use crate::table::{Cell, Sheet};

/// More shift types than any ward has.
const MOST_SHIFTS: usize = 1_000;
/// Most heads that a shift can have.
const HEADS: Bounds = Bounds(0.0, 999.0);

/// A row of `Vakter` that gives no shift, which has been told: its group and the key of its name, where they are known.
pub struct Lost {
    group: Option<GroupId>,
    name: Option<String>,
}

impl Lost {
    /// Whether the row may be one of this group.
    pub fn may_be_of(&self, group: GroupId) -> bool {
        self.group.is_none_or(|of| of == group)
    }

    /// Whether the row may be the shift of this name in this group.
    fn may_be(&self, group: GroupId, name: &str) -> bool {
        self.may_be_of(group) && self.name.as_ref().is_none_or(|of| of == name)
    }
}

/// Reads `Vakter`: the shifts, and the rows that give none. Without rows it counts as missing and nothing is given.
pub fn read(sheet: &Sheet, groups: &Groups, places: &mut Places, told: &mut Told) -> Option<(Vec<Shift>, Vec<Lost>)> {
    let needed = [column::GROUP, column::SHIFT, column::START, column::END];
    let listing = Listing::new(sheet, columns::SHIFTS.columns, &needed, MOST_SHIFTS, told);
    let mut shifts: Vec<Shift> = Vec::new();
    let mut lost = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    let mut by_name: HashMap<(GroupId, String), Vec<usize>> = HashMap::new();
    for record in listing.records() {
        let before = told.faults();
        let shift = match shift(&record, ShiftId(shifts.len()), groups, places, told) {
            Ok(shift) => shift,
            Err(row) => {
                lost.push(row);
                continue;
            }
        };
        let is_good = told.faults() == before && record.is_computed();
        let same = by_name.entry((shift.group, code_key(&shift.name))).or_default();
        let cell = record.place(&column::SHIFT).cell.unwrap_or_default();
        let first = same.iter().find(|s| !shifts[**s].days.and(shift.days).is_empty());
        if let Some(first) = first.filter(|_| is_good) {
            let complaint = record.complain(kinds::SHIFT_TWICE, &column::SHIFT).with("value", &*shift.name);
            told.add(complaint.with("group", &*groups.list[shift.group.0].code).with("first", &*cells[*first]));
        }
        same.push(shifts.len());
        cells.push(cell);
        shifts.push(shift);
    }
    if shifts.is_empty() && listing.records().next().is_none() {
        return None;
    }
    listing.tell_assumptions(told);
    Some((shifts, lost))
}

/// A row's shift. One whose group and name are known stands even where its time is faulty, so that those who name it
/// aren't told off too.
fn shift(
    record: &Record<'_, '_>,
    id: ShiftId,
    groups: &Groups,
    places: &mut Places,
    told: &mut Told,
) -> Result<Shift, Lost> {
    let group = groups.one(record, &column::GROUP, told);
    let group = record.require(&column::GROUP, group, told);
    let name = record.text(&column::SHIFT, told);
    let name = record.require(&column::SHIFT, name, told);
    let window = window(record, &column::START, &column::END, told);
    let paid = record.number_within(&column::PAID, Bounds(0.0, 24.0), told);
    let days = record.read(&column::DAYS, kinds::NOT_DAYS, values::days, told);
    let min = record.whole_within(&column::MIN, HEADS, told);
    let max = record.whole_within(&column::MAX, HEADS, told);
    if let (Given::Value(min), Given::Value(max)) = (&min, &max)
        && min > max
    {
        let complaint = record.complain(kinds::LEAST_ABOVE_MOST, &column::MIN).with("least", *min).with("most", *max);
        told.add(complaint.with("other", record.header(&column::MAX)));
    }
    for (given, name, part) in [(&min, &column::MIN, Part::ShiftMin(id)), (&max, &column::MAX, Part::ShiftMax(id))] {
        if matches!(given, Given::Value(_)) {
            places.set(part, record.place(name));
        }
    }
    let is_timed = window.is_some();
    let window = window.unwrap_or(Window { start: Clock(0), end: Clock(1440) });
    if paid.is_nothing() && is_timed {
        // The default is the shift's own length, so each row is told by itself.
        let complaint = kinds::ASSUMED_PAID.at(record.place(&column::PAID));
        told.add(complaint.with("hours", f64::from(window.minutes()) / 60.0));
    }
    let (group, name) = match (group, name) {
        (Some(group), Some(name)) => (group, name),
        (group, name) => return Err(Lost { group, name: name.map(|name| code_key(&name)) }),
    };
    Ok(Shift {
        group,
        name,
        window,
        paid_hours: paid.value().unwrap_or(f64::from(window.minutes()) / 60.0),
        days: record.or_assume(&column::DAYS, days, DaySet::ALL, "alle"),
        min: record.or_assume(&column::MIN, min, 0, 0.0),
        max: record.or_assume(&column::MAX, max, MOST_HEADS, MOST_HEADS),
    })
}

/// A start and an end from two columns; `24:00` is an end only.
pub fn window(record: &Record<'_, '_>, start: &Name, end: &Name, told: &mut Told) -> Option<Window> {
    let from = |told: &mut Told| {
        let given = record.read(start, kinds::NOT_A_TIME, |c| values::clock(c).filter(|c| *c < Clock(1440)), told);
        record.require(start, given, told)
    };
    let until = |told: &mut Told| {
        let given = record.read(end, kinds::NOT_A_TIME, values::clock, told);
        // Midnight at the day's end is the number 1 where Excel doesn't show it as a time.
        if record.cell(end) == Some(&Cell::Number(1.0)) {
            told.add(record.complain(kinds::ONE_AS_TIME, end));
        }
        record.require(end, given, told)
    };
    let (start, end) = (from(told), until(told));
    Some(Window { start: start?, end: end? })
}

/// The default ward's shifts for the codes that this ward has.
pub fn default_shifts(standard: &Ward, groups: &Groups) -> Vec<Shift> {
    let of = |shift: &Shift| groups.codes.find(&standard.group(shift.group).code).map(GroupId);
    standard.shifts.iter().filter_map(|shift| of(shift).map(|group| Shift { group, ..shift.clone() })).collect()
}

/// The shifts that have one name in one group, each on its own days: a row of `Bemanning i dag` tells of them all.
pub(crate) fn by_name(shifts: &[Shift]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut found: HashMap<(GroupId, String), usize> = HashMap::new();
    for (s, shift) in shifts.iter().enumerate() {
        let row = *found.entry((shift.group, code_key(&shift.name))).or_insert(rows.len());
        match rows.get_mut(row) {
            Some(same) => same.push(s),
            None => rows.push(vec![s]),
        }
    }
    rows
}

/// Reads `Bemanning i dag`: heads by shift and weekday. A row counts on each day for the shift of its name that runs
/// on that day; one that may be a row of `Vakter` that is `lost` isn't told off too.
pub fn read_today(sheet: &Sheet, groups: &Groups, shifts: &[Shift], lost: &[Lost], told: &mut Told) -> Vec<[u32; 7]> {
    let listing =
        Listing::new(sheet, columns::STAFFING_TODAY.columns, &[column::GROUP, column::SHIFT], MOST_SHIFTS, told);
    let mut heads = vec![[0; 7]; shifts.len()];
    let mut seen: HashSet<(GroupId, String)> = HashSet::new();
    let mut is_told = false;
    for record in listing.records() {
        let by_day = WEEKDAYS.map(|day| record.whole_within(&day, HEADS, told).value().unwrap_or(0));
        let group = groups.one(&record, &column::GROUP, told);
        let group = record.require(&column::GROUP, group, told);
        let name = record.text(&column::SHIFT, told);
        let (Some(group), Some(name)) = (group, record.require(&column::SHIFT, name, told)) else { continue };
        let of_group: Vec<usize> = (0..shifts.len()).filter(|s| shifts[*s].group == group).collect();
        let key = code_key(&name);
        let same: Vec<usize> = of_group.iter().copied().filter(|s| code_key(&shifts[*s].name) == key).collect();
        if same.is_empty() && lost.iter().any(|row| row.may_be(group, &key)) {
            continue;
        }
        if same.is_empty() {
            let mut known = Names::new(code_key);
            for s in of_group {
                // A name that recurs on other days is listed once.
                let _ = known.add(&shifts[s].name);
            }
            let complaint = record.complain_of(kinds::UNKNOWN_SHIFT, &column::SHIFT, &name);
            told.unknown(complaint.with("group", &*groups.list[group.0].code), &name, &known);
            continue;
        }
        if !seen.insert((group, key)) {
            told.add(record.complain(kinds::ROW_TWICE, &column::SHIFT).with("value", name));
            continue;
        }
        is_told = true;
        for day in Day::all() {
            let (column, count) = (&WEEKDAYS[usize::from(day.0)], by_day[usize::from(day.0)]);
            match same.iter().find(|s| shifts[**s].days.contains(day)) {
                Some(s) => heads[*s][usize::from(day.0)] = count,
                None if count > 0 => {
                    let complaint = record.complain(kinds::SHIFT_NOT_THAT_DAY, column).with("count", count);
                    told.add(complaint.with("shift", &*name).with("group", &*groups.list[group.0].code));
                }
                None => {}
            }
        }
    }
    if is_told { heads } else { Vec::new() }
}
