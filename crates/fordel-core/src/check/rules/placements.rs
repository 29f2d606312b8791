//! Rules about who does what: one group, qualified, pinned, the same all week.

use std::collections::BTreeSet;

use crate::order::Forbidden;
use crate::plan::Broken;
use crate::rule::Rule;
use crate::time::{Day, DaySet};
use crate::ward::{GroupId, LineId, Part, TaskLine};

use super::{Case, broken};

/// Each line's ordinary weekdays, and its weekend, stand on exactly one group, each of their days once.
pub(super) fn one_group(case: &Case) -> Vec<Broken> {
    let mut all = case.decided.stray_placements.clone();
    for l in (0..case.ward.lines.len()).map(LineId) {
        for part in [DaySet::WEEKDAYS, DaySet::WEEKEND] {
            let part = case.line(l).days.and(part);
            let times = |day: Day| standing(case, l).filter(|(days, _)| days.contains(day)).count();
            let groups: BTreeSet<GroupId> =
                standing(case, l).filter(|(days, _)| !days.and(part).is_empty()).map(|(_, group)| group).collect();
            let wrong_day = part.iter().find(|&day| times(day) != 1);
            let day = wrong_day.or_else(|| part.iter().next().filter(|_| groups.len() > 1));
            if let Some(day) = day {
                let actual = wrong_day.map_or(groups.len(), times);
                all.push(Broken {
                    day: Some(day.number()),
                    ..case.about_line(Rule::OneGroup, Part::Line(l), l, 1.0, actual as f64)
                });
            }
        }
    }
    all
}

/// The group is the line's lowest or covers it, and `only`, if told, names it.
pub(super) fn qualified(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for (l, group) in stands(case) {
        let line = TaskLine { pinned: None, ..case.line(l).clone() };
        let part = match case.order.forbids(&line, group) {
            None | Some(Forbidden::PinnedElsewhere(_)) => continue,
            Some(Forbidden::NotInOnly) => Part::Only(l),
            Some(Forbidden::BelowLowest(_)) => Part::Lowest(l),
        };
        all.push(on_group(case, Rule::Qualified, part, l, group));
    }
    all
}

/// A line pinned in the ward, or for this plan, stands on that group. A pin for a row or group that the ward doesn't
/// have can't be kept.
pub(super) fn pinned(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    let of_ward = case.ward.lines.iter().enumerate().filter_map(|(l, line)| Some((LineId(l), line.pinned?)));
    let mut pins: BTreeSet<(LineId, GroupId)> = of_ward.collect();
    for (row, code) in case.pins {
        match (case.ward.line_by_row(*row), case.ward.group_by_code(code)) {
            (Some(line), Some(group)) => {
                pins.insert((line, group));
            }
            _ => all.push(broken(Rule::Pinned, format!("{row}={code}"), 1.0, 0.0)),
        }
    }
    for (line, pin) in pins {
        let groups: BTreeSet<GroupId> = standing(case, line).map(|(_, group)| group).filter(|g| *g != pin).collect();
        all.extend(groups.into_iter().map(|group| on_group(case, Rule::Pinned, Part::Pinned(line), line, group)));
    }
    all
}

/// Weekday and weekend stand on one group where the line says so.
pub(super) fn same_all_week(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for l in (0..case.ward.lines.len()).map(LineId).filter(|&l| case.line(l).same_all_week) {
        let on = |part: DaySet| -> BTreeSet<GroupId> {
            standing(case, l).filter(|(days, _)| !days.and(part).is_empty()).map(|(_, group)| group).collect()
        };
        let (weekdays, weekend) = (on(DaySet::WEEKDAYS), on(DaySet::WEEKEND));
        if !weekdays.is_empty() && !weekend.is_empty() && weekdays != weekend {
            let groups = weekdays.union(&weekend).count();
            all.push(case.about_line(Rule::SameAllWeek, Part::Line(l), l, 1.0, groups as f64));
        }
    }
    all
}

/// The line's days and groups as placed.
fn standing(case: &Case, line: LineId) -> impl Iterator<Item = (DaySet, GroupId)> {
    case.decided.of_line(line).iter().map(|s| (s.days, s.group))
}

/// Each (line, group) pair once.
fn stands(case: &Case) -> BTreeSet<(LineId, GroupId)> {
    case.decided.stands.iter().map(|s| (s.line, s.group)).collect()
}

fn on_group(case: &Case, rule: Rule, part: Part, line: LineId, group: GroupId) -> Broken {
    let code = case.ward.group(group).code.clone();
    Broken { group: Some(code), ..case.about_line(rule, part, line, 1.0, 0.0) }
}
