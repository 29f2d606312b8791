//! The values of the goals.

use std::collections::BTreeSet;

use crate::plan::GroupSum;
use crate::time::DaySet;
use crate::ward::{Goal, GroupId, LineId, Ward};

use super::decided::Decided;
use super::work::week_minutes;

/// Every goal's value, in the order of [`Goal::ALL`].
pub(super) fn goals(ward: &Ward, decided: &Decided, groups: &[GroupSum], year_cost: f64) -> Vec<(Goal, f64)> {
    let value = |goal: Goal| match goal {
        Goal::Cost => year_cost,
        Goal::Overqualified => overqualified(ward, decided),
        Goal::ScarceHours => {
            ward.groups.iter().zip(groups).filter(|(g, _)| g.scarce).map(|(_, sum)| sum.paid_hours_week).sum()
        }
        Goal::Changes => changes(ward, decided),
        Goal::Spread => spread(ward, decided),
    };
    Goal::ALL.into_iter().map(|goal| (goal, value(goal))).collect()
}

/// Minutes a week on another group than the line's lowest qualifying one; those on scarce groups count double.
fn overqualified(ward: &Ward, decided: &Decided) -> f64 {
    let order = ward.order();
    let above = decided.stands.iter().filter(|s| order.lowest_qualified(&ward.lines[s.line.0]) != Some(s.group));
    above.map(|s| week_minutes(ward, s) * if ward.group(s.group).scarce { 2.0 } else { 1.0 }).sum()
}

/// Minutes a week on another group than the one told for today.
fn changes(ward: &Ward, decided: &Decided) -> f64 {
    let moved = decided.stands.iter().filter(|s| ward.lines[s.line.0].today.is_some_and(|today| today != s.group));
    moved.map(|s| week_minutes(ward, s)).sum()
}

/// Number of (task, group) pairs.
fn spread(ward: &Ward, decided: &Decided) -> f64 {
    let pair = |s: &super::decided::Stand| (ward.lines[s.line.0].task_key.as_str(), s.group);
    decided.stands.iter().map(pair).collect::<BTreeSet<(&str, GroupId)>>().len() as f64
}

/// Placements on another group than a told and qualifying `today`.
pub(super) fn moves(ward: &Ward, decided: &Decided) -> u32 {
    let order = ward.order();
    let mut moves = 0;
    for (l, line) in ward.lines.iter().enumerate() {
        let Some(today) = line.today.filter(|t| order.forbids(line, *t).is_none()) else { continue };
        let elsewhere = |part: &DaySet| {
            decided.of_line(LineId(l)).iter().any(|s| s.group != today && !s.days.and(*part).is_empty())
        };
        moves += line.placements().iter().filter(|part| elsewhere(part)).count() as u32;
    }
    moves
}
