//! The sheet `Yrkesgrupper`: groups from left to right, and who covers whom.

use fordel_core::order::GroupOrder;
use fordel_core::ward::{Covers, Group, GroupId, Part, Ward};

use super::bounds::Bounds;
use super::kinds;
use super::listing::{Given, Listing, Record};
use super::places::Places;
use super::standard::{HOLIDAY_WEEKS, TASK_TIME, WEEKEND_EVERY, WEEKLY_HOURS};
use super::told::Told;
use super::values::{is_none, list};
use super::words::{Names, code_key};
use crate::columns::{self, Name, group as column};
use crate::table::Sheet;

/// More groups than any ward has.
const MOST_GROUPS: usize = 100;

/// The ward's groups, with their codes to look up.
pub struct Groups {
    /// From left to right.
    pub list: Vec<Group>,
    /// Codes; the place of a code is the group's id.
    pub codes: Names,
    /// The order; none if groups cover each other in a circle, which has been told.
    pub order: Option<GroupOrder>,
    /// For each group, where its row stands.
    pub rows: Vec<Option<fordel_core::complaint::Place>>,
    /// Rows without a code of their own, which has been told: each is a group whose code nobody knows.
    pub uncoded: usize,
}

impl Groups {
    /// Groups that weren't read from a sheet of their own.
    pub fn given(list: Vec<Group>) -> Groups {
        let mut codes = Names::new(code_key);
        for group in &list {
            let _ = codes.add(&group.code);
        }
        let order = GroupOrder::new(&list).ok();
        let rows = vec![None; list.len()];
        Groups { list, codes, order, rows, uncoded: 0 }
    }

    /// The groups of a code that a cell names; an unknown one is told.
    pub fn named(&self, record: &Record<'_, '_>, name: &Name, code: &str, told: &mut Told) -> Option<GroupId> {
        let found = self.codes.find(code).map(GroupId);
        if found.is_none() {
            told.unknown(record.complain_of(kinds::UNKNOWN_GROUP, name, code), code, &self.codes);
        }
        found
    }

    /// The group that a cell names.
    pub fn one(&self, record: &Record<'_, '_>, name: &Name, told: &mut Told) -> Given<GroupId> {
        match record.text(name, told) {
            Given::Value(code) => self.named(record, name, &code, told).map_or(Given::Bad, Given::Value),
            Given::Nothing => Given::Nothing,
            Given::Bad => Given::Bad,
        }
    }

    /// As [`Groups::one`] for cells that may say that there is none, with a dash or a word.
    pub fn one_or_none(&self, record: &Record<'_, '_>, name: &Name, told: &mut Told) -> Option<GroupId> {
        let code = record.text(name, told).value().filter(|code| !is_none(code))?;
        self.named(record, name, &code, told)
    }

    /// The groups that a cell lists; a dash is an empty list.
    pub fn listed(&self, record: &Record<'_, '_>, name: &Name, told: &mut Told) -> Vec<GroupId> {
        let Some(text) = record.text(name, told).value().filter(|text| !is_none(text)) else { return Vec::new() };
        let mut groups: Vec<GroupId> =
            list(&text).into_iter().filter_map(|code| self.named(record, name, code, told)).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }
}

/// Reads the sheet; without rows it counts as missing and nothing is given.
pub fn read(sheet: &Sheet, standard: &Ward, places: &mut Places, told: &mut Told) -> Option<Groups> {
    let listing = Listing::new(sheet, columns::GROUPS.columns, &[column::CODE], MOST_GROUPS, told);
    let mut codes = Names::new(code_key);
    let mut records = Vec::new();
    let mut list: Vec<Group> = Vec::new();
    let mut uncoded = Vec::new();
    for record in listing.records() {
        let id = GroupId(records.len());
        let code = record.text(&column::CODE, told);
        let code = record.require(&column::CODE, code, told).unwrap_or_default();
        let first = if code.is_empty() { None } else { codes.add(&code).err() };
        if let Some(first) = first {
            let first: &Record<'_, '_> = &records[first];
            let complaint = record.complain(kinds::GROUP_TWICE, &column::CODE).with("value", code.as_str());
            told.add(complaint.with("first", first.place(&column::CODE).cell.unwrap_or_default()));
        }
        if code.is_empty() || first.is_some() {
            // The row's other cells are looked at all the same.
            drop(group(&record, id, code, standard, &mut Places::default(), told));
            uncoded.push(record);
            continue;
        }
        places.set(Part::Group(id), record.place(&column::CODE));
        list.push(group(&record, id, code, standard, places, told));
        records.push(record);
    }
    if list.is_empty() && !listing.records().any(|_| true) {
        return None;
    }
    listing.tell_assumptions(told);
    let rows = records.iter().map(|r| Some(r.place(&column::CODE))).collect();
    let mut groups = Groups { list, codes, order: None, rows, uncoded: uncoded.len() };
    uncoded.iter().for_each(|record| drop(covers(record, &groups, told)));
    let covers: Vec<Covers> = records.iter().map(|record| covers(record, &groups, told)).collect();
    for (group, covers) in groups.list.iter_mut().zip(covers) {
        group.covers = covers;
    }
    groups.order = order(&groups, &records, told);
    Some(groups)
}

fn group(
    record: &Record<'_, '_>,
    id: GroupId,
    code: String,
    standard: &Ward,
    places: &mut Places,
    told: &mut Told,
) -> Group {
    let mut optional = |name: &Name, part: Option<Part>, bounds: Bounds, told: &mut Told| {
        let value = record.number_within(name, bounds, told).value();
        if let (Some(part), Some(_)) = (part, value) {
            places.set(part, record.place(name));
        }
        value
    };
    let positions = optional(&column::POSITIONS, Some(Part::Positions(id)), Bounds(0.0, 10_000.0), told);
    let positions_least =
        optional(&column::POSITIONS_LEAST, Some(Part::PositionsLeast(id)), Bounds(0.0, 10_000.0), told);
    let people = optional(&column::PEOPLE, Some(Part::People(id)), Bounds(0.0, 10_000.0), told);
    if let (Some(least), Some(most)) = (positions_least, positions)
        && least > most
    {
        let complaint = record.complain(kinds::LEAST_ABOVE_MOST, &column::POSITIONS_LEAST);
        told.add(complaint.with("least", least).with("most", most).with("other", record.header(&column::POSITIONS)));
    }
    let weekend = record.number_within(&column::WEEKEND, Bounds(1.0, 52.0), told);
    if matches!(weekend, Given::Value(_)) {
        places.set(Part::WeekendEvery(id), record.place(&column::WEEKEND));
    }
    let hours = record.number_within(&column::WEEKLY_HOURS, Bounds(1.0, 168.0), told);
    let absence = record.share_within(&column::ABSENCE, Bounds(0.0, 0.99), told);
    let holiday = record.number_within(&column::HOLIDAY, Bounds(0.0, 51.0), told);
    let task_time = record.share_within(&column::TASK_TIME, Bounds(0.0, 1.0), told);
    Group {
        name: record.text(&column::NAME, told).value().unwrap_or_else(|| code.clone()),
        covers: Covers::Below,
        beside: record.truth(&column::BESIDE, told).value().unwrap_or(false),
        hourly_kr: hourly(record, &code, standard, told),
        weekly_hours: record.or_assume(&column::WEEKLY_HOURS, hours, WEEKLY_HOURS, WEEKLY_HOURS),
        absence: record.or_assume(&column::ABSENCE, absence, 0.0, 0.0),
        holiday_weeks: record.or_assume(&column::HOLIDAY, holiday, HOLIDAY_WEEKS, HOLIDAY_WEEKS),
        task_time: record.or_assume(&column::TASK_TIME, task_time, TASK_TIME, TASK_TIME),
        positions,
        positions_least,
        people,
        weekend_every: record.or_assume(&column::WEEKEND, weekend, WEEKEND_EVERY, WEEKEND_EVERY),
        scarce: record.truth(&column::SCARCE, told).value().unwrap_or(false),
        code,
    }
}

/// The hourly cost; without one, that of the default group of the same code, else it is a fault.
fn hourly(record: &Record<'_, '_>, code: &str, standard: &Ward, told: &mut Told) -> f64 {
    let given = record.number_within(&column::HOURLY, Bounds(0.0, 100_000.0), told);
    if !given.is_nothing() {
        return given.value().unwrap_or(0.0);
    }
    match standard.group_by_code(code) {
        Some(same) => {
            let hourly = standard.group(same).hourly_kr;
            let complaint = kinds::ASSUMED_HOURLY.at(record.place(&column::HOURLY));
            told.add(complaint.with("group", code).with("value", hourly));
            hourly
        }
        None if code.is_empty() => 0.0,
        None => {
            let complaint = kinds::HOURLY_MISSING.at(record.place(&column::HOURLY)).with("group", code);
            told.add(complaint.with("known", standard.groups.iter().map(|g| &*g.code).collect::<Vec<_>>().join(", ")));
            0.0
        }
    }
}

fn covers(record: &Record<'_, '_>, groups: &Groups, told: &mut Told) -> Covers {
    match record.text(&column::COVERS, told) {
        Given::Value(text) if is_none(&text) => Covers::Named(Vec::new()),
        Given::Value(_) => Covers::Named(groups.listed(record, &column::COVERS, told)),
        Given::Nothing | Given::Bad => Covers::Below,
    }
}

/// The order, or the circle told at the cell that closes it.
fn order(groups: &Groups, records: &[Record<'_, '_>], told: &mut Told) -> Option<GroupOrder> {
    if let Ok(order) = GroupOrder::new(&groups.list) {
        return Some(order);
    }
    // A chain alone holds no circle: some group in it names whom it covers. The first such, top to bottom, is told.
    let circle = (0..groups.list.len())
        .filter(|g| matches!(groups.list[*g].covers, Covers::Named(_)))
        .find_map(|g| circle_through(&groups.list, g).map(|path| (g, path)));
    if let Some((g, path)) = circle {
        let codes: Vec<&str> = path.iter().map(|g| &*groups.list[*g].code).collect();
        let complaint = records[g].complain(kinds::COVERS_IN_CIRCLE, &column::COVERS);
        told.add(complaint.with("group", &*groups.list[g].code).with("circle", codes.join(" → ")));
    }
    None
}

/// The shortest way from a group over those it covers back to itself.
fn circle_through(groups: &[Group], start: usize) -> Option<Vec<usize>> {
    let below = |g: usize| -> Vec<usize> {
        match &groups[g].covers {
            Covers::Named(named) => named.iter().map(|id| id.0).collect(),
            Covers::Below if groups[g].beside => Vec::new(),
            Covers::Below => (g + 1..groups.len()).filter(|h| !groups[*h].beside).collect(),
        }
    };
    let mut from = vec![None; groups.len()];
    let mut reached = std::collections::VecDeque::from([start]);
    while let Some(g) = reached.pop_front() {
        for h in below(g) {
            if h == start {
                let mut path = vec![start, g];
                while let Some(before) = path.last().and_then(|g| from[*g]) {
                    path.push(before);
                }
                path.reverse();
                path.dedup();
                return Some(if path.len() == 1 { vec![start, start] } else { path });
            }
            if from[h].is_none() {
                from[h] = Some(g);
                reached.push_back(h);
            }
        }
    }
    None
}
