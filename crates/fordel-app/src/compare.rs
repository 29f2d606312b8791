//! Two plans side by side: what moved, heads, årsverk, money.

use std::collections::BTreeMap;
use std::path::Path;

use fordel_core::plan::{Heads, Placed, Plan};

use crate::failure::Failure;
use crate::files::{self, PlanFile};

/// The differences from plan A to plan B.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// Name of each plan's unit.
    pub units: (String, String),
    /// Lines that stand on another group, in the order of the sheet.
    pub moved: Vec<Moved>,
    /// Shifts with other heads.
    pub heads: Vec<HeadsDiffer>,
    /// Every group of either plan, in the order of the first.
    pub groups: Vec<GroupDiffers>,
    /// Kroner a year; none where a plan has none.
    pub year_cost: (Option<f64>, Option<f64>),
    /// Courses' kroner a year; none where a plan doesn't tell them.
    pub training_cost: (Option<f64>, Option<f64>),
    /// Whether a plan's workbook was changed after the plan was made: its cost is then what the workbook's formulas
    /// give now, its årsverk and hours are those of the plan as it was made.
    pub changed_by_hand: (bool, bool),
}

/// A line that stands elsewhere on some of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Row in the sheet.
    pub row: u32,
    /// Name of the task.
    pub task: String,
    /// Interval label, `døgn` or `dagtid`.
    pub timing: String,
    /// The days concerned, 1 = Monday.
    pub days: Vec<u8>,
    /// Group in A; none if A doesn't hold the line.
    pub from: Option<String>,
    /// Group in B; none if B doesn't hold the line.
    pub to: Option<String>,
}

/// A shift whose heads differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadsDiffer {
    /// Group.
    pub group: String,
    /// Shift.
    pub shift: String,
    /// Heads in A, Monday first.
    pub a: [u32; 7],
    /// Heads in B, Monday first.
    pub b: [u32; 7],
}

/// A group's sums in both plans.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDiffers {
    /// Group.
    pub group: String,
    /// Årsverk in A and B.
    pub fte: (f64, f64),
    /// Paid hours a week in A and B.
    pub paid_hours_week: (f64, f64),
    /// Minutes of placed work a week in A and B.
    pub minutes_week: (f64, f64),
}

impl Differences {
    /// Whether the plans place the same lines on the same groups with the same heads.
    pub fn is_none(&self) -> bool {
        self.moved.is_empty() && self.heads.is_empty()
    }
}

/// Compares two plans on disk, each `plan.json` or the plan's workbook.
///
/// # Errors
/// A file that can't be read or holds no plan, or a plan that says that none exists.
pub fn compare(a: &Path, b: &Path) -> Result<Differences, Failure> {
    let (a, b) = (Side::read(a)?, Side::read(b)?);
    let training = |side: &Side| side.tells_training.then(|| side.plan.training.iter().map(|t| t.cost).sum());
    Ok(Differences {
        training_cost: (training(&a), training(&b)),
        changed_by_hand: (a.changed_by_hand, b.changed_by_hand),
        ..differences(&a.plan, &b.plan)
    })
}

/// A plan as it is to be compared.
struct Side {
    plan: Plan,
    /// A plan's workbook keeps no sums of the courses.
    tells_training: bool,
    changed_by_hand: bool,
}

impl Side {
    fn read(path: &Path) -> Result<Side, Failure> {
        match files::read_plan_or_book(path)? {
            PlanFile::Json(plan) => {
                let plan = files::one_that_decides(*plan, path)?;
                Ok(Side { plan, tells_training: true, changed_by_hand: false })
            }
            PlanFile::Book(book) => {
                let now = book.year_cost_now;
                let mut plan = files::one_that_decides(book.into_plan(), path)?;
                let changed_by_hand = now.zip(plan.year_cost).is_some_and(|(now, told)| (now - told).abs() > 1.0);
                plan.year_cost = now.or(plan.year_cost);
                Ok(Side { plan, tells_training: false, changed_by_hand })
            }
        }
    }
}

/// What moved, heads, sums and cost, from `a` to `b`.
pub(crate) fn differences(a: &Plan, b: &Plan) -> Differences {
    Differences {
        units: (a.unit.clone(), b.unit.clone()),
        moved: moved(&a.placements, &b.placements),
        heads: heads(&a.staffing, &b.staffing),
        groups: groups(a, b),
        year_cost: (a.year_cost, b.year_cost),
        training_cost: (None, None),
        changed_by_hand: (false, false),
    }
}

type Stand<'p> = BTreeMap<(u32, u8), &'p Placed>;

/// Where each line stands on each day: plans may cut a line's days differently.
fn by_day(placements: &[Placed]) -> Stand<'_> {
    placements.iter().flat_map(|p| p.days.iter().map(move |day| ((p.row, *day), p))).collect()
}

fn moved(a: &[Placed], b: &[Placed]) -> Vec<Moved> {
    let (a, b) = (by_day(a), by_day(b));
    let mut keys: Vec<(u32, u8)> = a.keys().chain(b.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let mut moved: Vec<Moved> = Vec::new();
    for key @ (row, day) in keys {
        let (here, there) = (a.get(&key), b.get(&key));
        let (from, to) = (here.map(|p| p.group.clone()), there.map(|p| p.group.clone()));
        let Some(line) = here.or(there).filter(|_| from != to) else { continue };
        match moved.iter_mut().rev().take_while(|m| m.row == row).find(|m| m.from == from && m.to == to) {
            Some(same) => same.days.push(day),
            None => moved.push(Moved {
                row,
                task: line.task.clone(),
                timing: line.timing.clone(),
                days: vec![day],
                from,
                to,
            }),
        }
    }
    moved
}

fn heads(a: &[Heads], b: &[Heads]) -> Vec<HeadsDiffer> {
    let mut shifts: Vec<HeadsDiffer> = Vec::new();
    for (second, list) in [(false, a), (true, b)] {
        for told in list.iter().filter(|h| (1..=7).contains(&h.day)) {
            let at = shifts.iter().position(|s| s.group == told.group && s.shift == told.shift).unwrap_or_else(|| {
                shifts.push(HeadsDiffer { group: told.group.clone(), shift: told.shift.clone(), a: [0; 7], b: [0; 7] });
                shifts.len() - 1
            });
            let week = if second { &mut shifts[at].b } else { &mut shifts[at].a };
            let heads = &mut week[usize::from(told.day - 1)];
            *heads = heads.saturating_add(told.heads);
        }
    }
    shifts.retain(|s| s.a != s.b);
    shifts
}

fn groups(a: &Plan, b: &Plan) -> Vec<GroupDiffers> {
    let mut codes: Vec<&str> = a.groups.iter().map(|g| g.group.as_str()).collect();
    for group in &b.groups {
        if !codes.contains(&group.group.as_str()) {
            codes.push(&group.group);
        }
    }
    let of = |plan: &Plan, code: &str, figure: fn(&fordel_core::plan::GroupSum) -> f64| {
        plan.groups.iter().find(|g| g.group == code).map_or(0.0, figure)
    };
    let both = |code: &str, figure| (of(a, code, figure), of(b, code, figure));
    codes
        .into_iter()
        .map(|code| GroupDiffers {
            group: code.to_owned(),
            fte: both(code, |g| g.fte),
            paid_hours_week: both(code, |g| g.paid_hours_week),
            minutes_week: both(code, |g| g.minutes_week),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(row: u32, days: &[u8], group: &str) -> Placed {
        Placed {
            row,
            task: format!("task {row}"),
            timing: "07-09".into(),
            days: days.to_vec(),
            group: group.into(),
            today: None,
        }
    }

    fn seat(group: &str, day: u8, heads: u32) -> Heads {
        Heads { group: group.into(), shift: "D".into(), day, heads }
    }

    #[test]
    fn days_cut_differently_are_compared_day_by_day() {
        let a = [placed(2, &[1, 2, 3, 4, 5, 6, 7], "SPL"), placed(3, &[1], "SPL")];
        let b = [placed(2, &[1, 2, 3, 4, 5], "SPL"), placed(2, &[6, 7], "HFA"), placed(4, &[1], "ASS")];
        let moved = moved(&a, &b);
        let told: Vec<_> = moved.iter().map(|m| (m.row, m.days.clone(), m.from.as_deref(), m.to.as_deref())).collect();
        assert_eq!(
            told,
            [
                (2, vec![6, 7], Some("SPL"), Some("HFA")),
                (3, vec![1], Some("SPL"), None),
                (4, vec![1], None, Some("ASS"))
            ]
        );
    }

    #[test]
    fn only_shifts_that_differ_are_told() {
        let heads = heads(&[seat("SPL", 1, 2), seat("HFA", 1, 1)], &[seat("SPL", 1, 2), seat("HFA", 2, 1)]);
        assert_eq!(heads.len(), 1);
        assert_eq!((heads[0].a, heads[0].b), ([1, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0]));
    }
}
