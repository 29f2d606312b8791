//! Rules about heads: least and most, positions, people, weekends, alike days.

use crate::plan::Broken;
use crate::rule::Rule;
use crate::time::{Day, DaySet};
use crate::ward::{Alike, Group, GroupId, Part, Shift, ShiftId};

use super::super::money;
use super::{Case, broken, exceeds, place};

/// At least the least heads of a shift on each of its days.
pub(super) fn shift_min(case: &Case) -> Vec<Broken> {
    let too_few = |(shift, day, heads): &(ShiftId, Day, u32)| *heads < of(case, *shift).min && runs(case, *shift, *day);
    let complaint = |(shift, day, heads): (ShiftId, Day, u32)| {
        about_shift(case, Rule::ShiftMin, Part::ShiftMin(shift), shift, day, of(case, shift).min, heads)
    };
    started(case).filter(too_few).map(complaint).collect()
}

/// At most the most heads of a shift on each of its days, none on other days, none on shifts that aren't the group's.
pub(super) fn shift_max(case: &Case) -> Vec<Broken> {
    let too_many = |(shift, _, heads): &(ShiftId, Day, u32)| *heads > of(case, *shift).max;
    let complaint = |(shift, day, heads): (ShiftId, Day, u32)| {
        about_shift(case, Rule::ShiftMax, Part::ShiftMax(shift), shift, day, of(case, shift).max, heads)
    };
    let strays = case.decided.stray_heads.iter().cloned();
    strays.chain(started(case).filter(too_many).map(complaint)).collect()
}

/// At most the positions there are.
pub(super) fn positions(case: &Case) -> Vec<Broken> {
    groups(case, Rule::Positions, Part::Positions, |group, fte| group.positions.filter(|most| exceeds(fte, *most)))
}

/// At least the positions that must be used.
pub(super) fn positions_least(case: &Case) -> Vec<Broken> {
    let unused = |group: &Group, fte: f64| group.positions_least.filter(|least| exceeds(*least, fte));
    groups(case, Rule::PositionsLeast, Part::PositionsLeast, unused)
}

/// At most the people there are, in årsverk.
pub(super) fn people(case: &Case) -> Vec<Broken> {
    groups(case, Rule::People, Part::People, |group, fte| group.people.filter(|most| exceeds(fte, *most)))
}

/// The heads that start on Saturday, and those that start on Sunday, are at most people ÷ k where people work every k-th
/// weekend.
pub(super) fn weekends(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for id in case.ward.group_ids() {
        let group = case.ward.group(id);
        let Some(people) = group.people else { continue };
        let most = people / group.weekend_every;
        for day in DaySet::WEEKEND.iter() {
            let heads = f64::from(case.decided.starting(case.ward, id, day));
            if exceeds(heads, most) {
                all.push(Broken {
                    day: Some(day.number()),
                    ..about_group(case, Rule::Weekends, Part::WeekendEvery(id), id, most, heads)
                });
            }
        }
    }
    all
}

/// With days alike, the heads of a shift are the same on all its days of Monday–Friday, and the same on Saturday and
/// Sunday. Each day that differs from the first is told.
pub(super) fn alike(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    if case.alike == Alike::No {
        return all;
    }
    for shift in (0..case.ward.shifts.len()).map(ShiftId) {
        for part in [DaySet::WEEKDAYS, DaySet::WEEKEND] {
            let heads = |day: Day| case.decided.heads[shift.0][usize::from(day.0)];
            let days: Vec<Day> = of(case, shift).days.and(part).iter().collect();
            let Some(first) = days.first().map(|&day| heads(day)) else { continue };
            for &day in days.iter().filter(|&&day| heads(day) != first) {
                all.push(about_shift(case, Rule::Alike, Part::Alike, shift, day, first, heads(day)));
            }
        }
    }
    all
}

fn groups(
    case: &Case,
    rule: Rule,
    part: impl Fn(GroupId) -> Part,
    limit_broken: impl Fn(&Group, f64) -> Option<f64>,
) -> Vec<Broken> {
    let of_group = |id: GroupId| {
        let fte = money::fte(case.ward, &case.decided.heads, id);
        let limit = limit_broken(case.ward.group(id), fte)?;
        Some(about_group(case, rule, part(id), id, limit, fte))
    };
    case.ward.group_ids().filter_map(of_group).collect()
}

fn about_group(case: &Case, rule: Rule, part: Part, group: GroupId, limit: f64, actual: f64) -> Broken {
    let code = &case.ward.group(group).code;
    Broken { group: Some(code.clone()), ..broken(rule, place(case.ward, part, code), limit, actual) }
}

fn about_shift(case: &Case, rule: Rule, part: Part, id: ShiftId, day: Day, limit: u32, actual: u32) -> Broken {
    let shift = of(case, id);
    let code = &case.ward.group(shift.group).code;
    let at = place(case.ward, part, &format!("{code} {}", shift.name));
    Broken {
        group: Some(code.clone()),
        day: Some(day.number()),
        what: Some(shift.name.clone()),
        ..broken(rule, at, f64::from(limit), f64::from(actual))
    }
}

fn of<'a>(case: &'a Case, shift: ShiftId) -> &'a Shift {
    &case.ward.shifts[shift.0]
}

fn runs(case: &Case, shift: ShiftId, day: Day) -> bool {
    of(case, shift).days.contains(day)
}

fn started(case: &Case) -> impl Iterator<Item = (ShiftId, Day, u32)> {
    let heads = &case.decided.heads;
    heads.iter().enumerate().flat_map(|(s, days)| Day::all().map(move |d| (ShiftId(s), d, days[usize::from(d.0)])))
}
