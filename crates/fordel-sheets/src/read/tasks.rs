//! The sheet `Oppgaver` in its long form: one task line a row.

use std::collections::BTreeMap;

use fordel_core::time::{DaySet, Intervals};
use fordel_core::ward::{Count, CourseId, DriverId, GroupId, LineId, Part, Priority, TaskLine, Timing};

use super::activity::{Drivers, per_time};
use super::bounds::Bounds;
use super::courses::Courses;
use super::groups::Groups;
use super::kinds;
use super::listing::{Given, Listing, Record};
use super::places::Places;
use super::timing;
use super::told::Told;
use super::values::{self, is_none, pairs};
use super::words::{Names, code_key, name_key};
use crate::columns::{self, CATEGORIES, NOT_HEALTH_WORK, Name, task as column};
use crate::table::{Cell, Sheet};

/// More lines than any hospital has.
const MOST_LINES: usize = 200_000;
/// Most occurrences of a line; a month's number fits too.
const OCCURRENCES: Bounds = Bounds(0.0, 100_000.0);
/// Most minutes of one occurrence: a week.
const MINUTES: Bounds = Bounds(0.0, 10_080.0);

/// What the other sheets give to the lines.
pub struct Known<'w> {
    /// The cut of the day.
    pub intervals: &'w Intervals,
    /// The categories.
    pub categories: &'w Names,
    /// The groups.
    pub groups: &'w Groups,
    /// The drivers.
    pub drivers: &'w Drivers,
    /// The courses.
    pub courses: &'w Courses,
}

/// Reads the sheet.
pub fn read(sheet: &Sheet, known: &Known<'_>, places: &mut Places, told: &mut Told) -> Vec<TaskLine> {
    let needed = [column::TASK, column::CATEGORY, column::INTERVAL, column::LOWEST];
    let listing = Listing::new(sheet, columns::TASKS.columns, &needed, MOST_LINES, told);
    let mut lines = Vec::new();
    let mut needs_amount = false;
    let mut health_assumed = 0_usize;
    let mut names_by_number: BTreeMap<String, (String, u32)> = BTreeMap::new();
    for record in listing.records() {
        let bound = record.truth(&column::BOUND, told).value().unwrap_or(false);
        needs_amount |= !bound;
        if let (Given::Value(number), Given::Value(name)) =
            (record.text(&column::NUMBER, told), record.text(&column::TASK, told))
        {
            one_name_a_number(&record, number, name, &mut names_by_number, told);
        }
        let line = Row { record, known, bound }.line(LineId(lines.len()), &mut health_assumed, places, told);
        lines.extend(line);
    }
    if needs_amount {
        listing.require_column(&column::COUNT, told);
        listing.require_column(&column::MINUTES, told);
    }
    if listing.records().next().is_none() {
        told.add(kinds::NO_TASKS.at(fordel_core::complaint::Place::sheet(&sheet.name)));
    }
    if health_assumed > 0 {
        told.add(kinds::ASSUMED_HEALTH.at(listing.column_place(&column::HEALTH)).with("rows", health_assumed));
    }
    listing.tell_assumptions(told);
    lines
}

/// Lines with one number are one task: another name is probably a slip.
fn one_name_a_number(
    record: &Record<'_, '_>,
    number: String,
    name: String,
    seen: &mut BTreeMap<String, (String, u32)>,
    told: &mut Told,
) {
    match seen.get(&code_key(&number)) {
        Some((first, row)) if name_key(first) != name_key(&name) => {
            let complaint = record.complain(kinds::NUMBER_WITH_TWO_NAMES, &column::TASK).with("number", number);
            told.add(complaint.with("value", name).with("first", &**first).with("row", *row));
        }
        Some(_) => {}
        None => drop(seen.insert(code_key(&number), (name, record.number()))),
    }
}

/// What makes lines one task: the number, or without one the name.
pub fn task_key(number: Option<&str>, name: &str) -> String {
    number.map_or_else(|| code_key(name), |number| format!("#{}", code_key(number)))
}

/// Whether a category's lines are health work where they don't say: HNT's three of service and office aren't.
pub fn is_health_work(category: &str) -> bool {
    let key = name_key(category);
    !NOT_HEALTH_WORK.iter().any(|at| CATEGORIES[*at].spellings().any(|spelling| name_key(spelling) == key))
}

/// Whether a line's minutes may be spread where it doesn't say: those of spans and of daytime.
pub fn is_flexible(timing: &Timing) -> bool {
    match timing {
        Timing::Daytime => true,
        Timing::AroundTheClock => false,
        Timing::Span { from, to } => to - from > 1,
    }
}

/// A row that is becoming a line.
struct Row<'l, 's, 'w> {
    record: Record<'l, 's>,
    known: &'w Known<'w>,
    bound: bool,
}

impl Row<'_, '_, '_> {
    /// The line, with every fault of its cells told; nothing where one keeps it from being a line.
    fn line(&self, id: LineId, health_assumed: &mut usize, places: &mut Places, told: &mut Told) -> Option<TaskLine> {
        let (record, groups) = (&self.record, self.known.groups);
        let number = record.text(&column::NUMBER, told).value();
        let name = record.text(&column::TASK, told);
        let name = record.require(&column::TASK, name, told);
        let category = self.category(told);
        let timing = timing::read(record, self.known.intervals, told);
        let timing = record.require(&column::INTERVAL, timing, told);
        let days = record.read(&column::DAYS, kinds::NOT_DAYS, values::days, told);
        let days = record.or_assume(&column::DAYS, days, DaySet::ALL, "alle");
        let days = timing.as_ref().map_or(Some(days), |timing| self.days_of(timing, days, told));
        let count = self.count(told);
        let minutes = self.amount(&column::MINUTES, MINUTES, told);
        let range = self.range(minutes, told);
        let people = record.whole_within(&column::PEOPLE, Bounds(1.0, 99.0), told).value().unwrap_or(1);
        let minutes_by_group = self.minutes_by_group(told);
        let flexible = record.truth(&column::FLEXIBLE, told).value();
        let lowest = groups.one(record, &column::LOWEST, told);
        let lowest = record.require(&column::LOWEST, lowest, told);
        let before = told.faults();
        let only = groups.listed(record, &column::ONLY, told);
        let pinned = groups.one_or_none(record, &column::PINNED, told);
        let rule_is_known = told.faults() == before && record.is_computed();
        let today = groups.one_or_none(record, &column::TODAY, told);
        let training = self.training(told);
        let priority = record.read(&column::PRIORITY, kinds::NOT_A_PRIORITY, priority, told).value();
        let health = record.truth(&column::HEALTH, told);
        let same_all_week = record.truth(&column::SAME_ALL_WEEK, told).value().unwrap_or(false);
        let note = record.text(&column::NOTE, told).value();
        let (name, category, timing, days, lowest) = (name?, category?, timing?, days?, lowest?);
        if health.is_nothing() {
            *health_assumed += 1;
        }
        for (part, column, is_given) in [
            (Part::Line(id), &column::TASK, true),
            (Part::Lowest(id), &column::LOWEST, true),
            (Part::Only(id), &column::ONLY, !only.is_empty()),
            (Part::Pinned(id), &column::PINNED, pinned.is_some()),
            (Part::Today(id), &column::TODAY, today.is_some()),
        ] {
            if is_given {
                places.set(part, record.place(column));
            }
        }
        let line = TaskLine {
            row: record.number(),
            task_key: task_key(number.as_deref(), &name),
            number,
            name,
            category,
            days,
            count: count.unwrap_or(Count::PerDay(1.0)),
            minutes: minutes.unwrap_or(0.0),
            minutes_by_group,
            minutes_low: range.0,
            minutes_high: range.1,
            people,
            bound: self.bound,
            flexible: !self.bound && flexible.unwrap_or_else(|| is_flexible(&timing)),
            timing,
            lowest,
            only,
            pinned,
            today,
            same_all_week,
            training,
            priority,
            health_work: health.value().unwrap_or_else(|| is_health_work(self.known.categories.shown(category))),
            note,
        };
        if rule_is_known {
            self.somebody_qualifies(&line, told);
        }
        Some(line)
    }

    fn category(&self, told: &mut Told) -> Option<usize> {
        let written = self.record.text(&column::CATEGORY, told);
        let written = self.record.require(&column::CATEGORY, written, told)?;
        let found = self.known.categories.find(&written);
        if found.is_none() {
            let complaint = self.record.complain_of(kinds::UNKNOWN_CATEGORY, &column::CATEGORY, &written);
            told.unknown_category(complaint, &written, self.known.categories);
        }
        found
    }

    /// Daytime work has minutes on ordinary weekdays only, and needs an interval within 07–15.
    fn days_of(&self, timing: &Timing, days: DaySet, told: &mut Told) -> Option<DaySet> {
        if *timing != Timing::Daytime {
            return Some(days);
        }
        if self.known.intervals.daytime().is_empty() {
            told.add(self.record.complain(kinds::DAYTIME_WITHOUT_INTERVAL, &column::INTERVAL));
            return None;
        }
        let weekdays = days.and(DaySet::WEEKDAYS);
        if weekdays.is_empty() {
            told.add(self.record.complain(kinds::DAYTIME_IN_WEEKEND, &column::DAYS));
            return None;
        }
        Some(weekdays)
    }

    /// A number that every line needs but a bound one.
    fn amount(&self, column: &Name, bounds: Bounds, told: &mut Told) -> Option<f64> {
        let given = self.record.number_within(column, bounds, told);
        if self.bound { given.value() } else { self.record.require(column, given, told) }
    }

    fn count(&self, told: &mut Told) -> Option<Count> {
        let count = self.amount(&column::COUNT, OCCURRENCES, told);
        let per = self.record.text(&column::PER, told).value();
        let Some(per) = per else { return count.map(Count::PerDay) };
        if let Some(kind) = per_time(&per) {
            return count.map(kind);
        }
        let Some(at) = self.known.drivers.names.find(&per) else {
            let complaint = self.record.complain_of(kinds::UNKNOWN_DRIVER, &column::PER, &per);
            told.unknown(complaint, &per, &self.known.drivers.names);
            return None;
        };
        count.map(|count| Count::PerDriver(count, DriverId(at)))
    }

    /// Low and high minutes, around the minutes. What is less than the one before it is told at its own cell.
    fn range(&self, minutes: Option<f64>, told: &mut Told) -> (Option<f64>, Option<f64>) {
        let low = self.record.number_within(&column::MINUTES_LOW, MINUTES, told).value();
        let high = self.record.number_within(&column::MINUTES_HIGH, MINUTES, told).value();
        let ordered = [(&column::MINUTES_LOW, low), (&column::MINUTES, minutes), (&column::MINUTES_HIGH, high)];
        let given: Vec<_> = ordered.into_iter().filter_map(|(name, number)| Some((name, number?))).collect();
        for ((other, least), (name, value)) in given.iter().zip(given.iter().skip(1)) {
            if value < least {
                let complaint = self.record.complain(kinds::MINUTES_OUTSIDE_RANGE, name).with("value", *value);
                told.add(complaint.with("other", self.record.header(other)).with("least", *least));
            }
        }
        (low, high)
    }

    fn minutes_by_group(&self, told: &mut Told) -> BTreeMap<GroupId, f64> {
        let name = &column::MINUTES_BY_GROUP;
        let mut minutes = BTreeMap::new();
        let text = self.record.text(name, told).value().unwrap_or_default();
        for (code, written) in pairs(&text) {
            if code.is_empty() {
                told.add(
                    self.record.complain(kinds::NOT_A_PAIR, name).with("value", written).with("example", "HFA: 20"),
                );
                continue;
            }
            let group = self.known.groups.named(&self.record, name, code, told);
            let value = values::number_in(written);
            match value {
                None => told.add(self.record.complain(kinds::NOT_A_NUMBER, name).with("value", written)),
                Some(value) if !MINUTES.hold(value) => {
                    told.add(MINUTES.passed(self.record.complain(kinds::OUT_OF_BOUNDS, name), value, 1.0));
                }
                Some(value) => drop(group.map(|group| minutes.insert(group, value))),
            }
        }
        minutes
    }

    fn training(&self, told: &mut Told) -> Vec<(GroupId, CourseId)> {
        let name = &column::TRAINING;
        let mut training = Vec::new();
        let text = self.record.text(name, told).value().filter(|text| !is_none(text)).unwrap_or_default();
        for (code, course) in pairs(&text) {
            if code.is_empty() {
                let complaint = self.record.complain(kinds::NOT_A_PAIR, name).with("value", course);
                told.add(complaint.with("example", format!("HFA: {course}")));
                continue;
            }
            let group = self.known.groups.named(&self.record, name, code, told);
            let course = self.known.courses.named(&self.record, name, course, told);
            if let (Some(group), Some(course)) = (group, course)
                && !training.contains(&(group, course))
            {
                training.push((group, course));
            }
        }
        training
    }

    /// Tells, at the cell that is to blame, if no group may have the line.
    fn somebody_qualifies(&self, line: &TaskLine, told: &mut Told) {
        let Some(order) = &self.known.groups.order else { return };
        if !order.qualified(line).is_empty() {
            return;
        }
        let code = |id: GroupId| &*self.known.groups.list[id.0].code;
        let complaint = match line.pinned {
            Some(pinned) => {
                self.record.complain(kinds::PINNED_NOT_QUALIFIED, &column::PINNED).with("group", code(pinned))
            }
            None => self.record.complain(kinds::NOBODY_QUALIFIES, &column::ONLY),
        };
        let unpinned = TaskLine { pinned: None, ..line.clone() };
        let without_only = TaskLine { only: Vec::new(), ..unpinned.clone() };
        let codes = |line: &TaskLine| order.qualified(line).into_iter().map(code).collect::<Vec<_>>().join(", ");
        let mut qualified = codes(&unpinned);
        if qualified.is_empty() {
            qualified = codes(&without_only);
        }
        told.add(complaint.with("lowest", code(line.lowest)).with("known", qualified));
    }
}

fn priority(cell: &Cell) -> Option<Priority> {
    priority_in(&cell.shown())
}

/// The colour that a text names.
pub fn priority_in(text: &str) -> Option<Priority> {
    match name_key(text).as_str() {
        "rod" | "rodt" | "red" | "r" => Some(Priority::Red),
        "gul" | "gult" | "yellow" => Some(Priority::Yellow),
        "gronn" | "gront" | "green" => Some(Priority::Green),
        _ => None,
    }
}
