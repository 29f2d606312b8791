//! A plan tried: what it breaks and costs by the checker's count, and the same plan with a head or a placement changed.

use crate::check::{self, Recomputed};
use crate::plan::{Broken, Heads, Placed, Plan, Status};
use crate::rule::Rule;
use crate::time::{Cell, Day, DaySet};
use crate::ward::{Alike, GroupId, ShiftId, Ward};

use super::{distribution, profile};

/// Placements and heads with what the checker finds of them. Flexible minutes lie where the least is over capacity: a
/// plan that was told with another spread is measured anew, so that it and a changed one are held against each other.
#[derive(Clone, Debug)]
pub struct Trial<'w> {
    /// The ward.
    pub ward: &'w Ward,
    /// What is decided, and nothing told of it.
    pub plan: Plan,
    /// What it breaks.
    pub broken: Vec<Broken>,
    /// Its figures.
    pub figures: Recomputed,
}

impl<'w> Trial<'w> {
    /// Of a plan, under its own limits.
    pub fn of(ward: &'w Ward, plan: &Plan) -> Trial<'w> {
        let bare = Plan {
            status: Status::Feasible,
            alike: plan.alike,
            limits: plan.limits.clone(),
            placements: plan.placements.clone(),
            staffing: plan.staffing.clone(),
            ..Plan::default()
        };
        Trial::measured(ward, bare)
    }

    /// Of today's groups and today's heads; lines whose group isn't told carry nothing.
    pub fn today(ward: &'w Ward) -> Trial<'w> {
        let placed = |entry: distribution::Entry| Placed::of(ward, &ward.lines[entry.line.0], entry.days, entry.group);
        let placements = distribution::today(ward).into_iter().map(placed).collect();
        let staffing = profile::staffing_today(ward);
        Trial::measured(
            ward,
            Plan { status: Status::Feasible, alike: Alike::No, placements, staffing, ..Plan::default() },
        )
    }

    fn measured(ward: &'w Ward, plan: Plan) -> Trial<'w> {
        let rules: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| *rule != Rule::Figure).collect();
        Trial {
            broken: check::check_rules(ward, &plan, &rules),
            figures: check::measure(ward, &plan.placements, &plan.staffing),
            ward,
            plan,
        }
    }

    /// Heads that start the shift on the day.
    pub fn heads(&self, shift: ShiftId, day: Day) -> u32 {
        let own = |heads: &&Heads| self.names(heads, shift) && heads.day == day.number();
        self.plan.staffing.iter().filter(own).map(|heads| heads.heads).sum()
    }

    fn names(&self, heads: &Heads, shift: ShiftId) -> bool {
        let shift = &self.ward.shifts[shift.0];
        self.ward.group_by_code(&heads.group) == Some(shift.group)
            && heads.shift.trim().to_lowercase() == shift.name.trim().to_lowercase()
    }

    /// The same with so many heads more on these days of a shift; on a day that would get fewer than none, none.
    pub fn with_heads(&self, shift: ShiftId, days: DaySet, more: i64) -> Trial<'w> {
        let mut plan = self.plan.clone();
        plan.staffing.retain(|heads| !(self.names(heads, shift) && days.iter().any(|d| d.number() == heads.day)));
        let of = &self.ward.shifts[shift.0];
        for day in days.iter() {
            let heads = (i64::from(self.heads(shift, day)) + more).clamp(0, i64::from(u32::MAX)) as u32;
            let (group, shift) = (self.ward.group(of.group).code.clone(), of.name.clone());
            plan.staffing.push(Heads { group, shift, day: day.number(), heads });
        }
        plan.staffing.retain(|heads| heads.heads > 0);
        Trial::measured(self.ward, plan)
    }

    /// The same with a line's days on another group.
    pub fn with_line_on(&self, row: u32, days: DaySet, group: GroupId) -> Trial<'w> {
        let mut plan = self.plan.clone();
        let code = &self.ward.group(group).code;
        for placed in plan.placements.iter_mut().filter(|p| p.row == row && distribution::days(&p.days) == days) {
            placed.group.clone_from(code);
        }
        Trial::measured(self.ward, plan)
    }

    /// What is broken here that `before` keeps, or breaks less.
    pub fn worse_than(&self, before: &Trial) -> Vec<Broken> {
        let over = |b: &Broken| (b.actual - b.limit).abs();
        let known = |b: &&Broken| !before.broken.iter().any(|a| same(a, b) && over(b) <= over(a) + 1e-6);
        self.broken.iter().filter(known).cloned().collect()
    }

    /// What is broken in `before` and holds here.
    pub fn mended_since(&self, before: &Trial) -> Vec<Broken> {
        before.broken.iter().filter(|a| !self.broken.iter().any(|b| same(a, b))).cloned().collect()
    }

    /// The days on which a shift's heads are changed together with a day's: those of its part of the week with as many
    /// heads where days are alike, else the day alone.
    pub fn together(&self, shift: ShiftId, day: Day) -> DaySet {
        let alone: DaySet = [day].into_iter().collect();
        if self.plan.alike == Alike::No {
            return alone;
        }
        let part = if day.is_weekend() { DaySet::WEEKEND } else { DaySet::WEEKDAYS };
        let heads = self.heads(shift, day);
        let days = self.ward.shifts[shift.0].days.and(part);
        alone.or(days.iter().filter(|d| self.heads(shift, *d) == heads).collect())
    }

    /// Minutes and capacity of a group in a cell.
    pub fn load(&self, group: GroupId, cell: Cell) -> (f64, f64) {
        let (code, label) = (&self.ward.group(group).code, self.ward.intervals.get(cell.interval).label());
        let there =
            |load: &&crate::plan::Load| load.group == *code && load.day == cell.day.number() && load.interval == label;
        self.figures.workload.iter().find(there).map_or((0.0, 0.0), |load| (load.minutes, load.capacity))
    }
}

/// Whether two are the same rule, broken at the same place and time.
fn same(a: &Broken, b: &Broken) -> bool {
    (&a.rule, &a.place, &a.group, a.day, &a.time, &a.what) == (&b.rule, &b.place, &b.group, b.day, &b.time, &b.what)
}

/// The shift of this name that runs on the day where several of a group share a name.
pub fn shift_on(ward: &Ward, named: ShiftId, day: Day) -> Option<ShiftId> {
    let of = ward.shifts.get(named.0)?;
    let runs =
        |shift: &crate::ward::Shift| shift.group == of.group && shift.name == of.name && shift.days.contains(day);
    ward.shifts.iter().position(runs).map(ShiftId)
}
