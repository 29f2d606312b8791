//! A plan that people change by hand: a line moved, heads changed. The distribution rule can't be broken; what else a
//! change breaks is told at once, by the same check that every plan passes.

use fordel_core::check::{self, Report};
use fordel_core::order::Forbidden;
use fordel_core::plan::{Ended, Heads, Limits, Plan, Status};
use fordel_core::rule::Rule;
use fordel_core::ward::{GroupId, Ward};

/// A change by hand.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// A placement to another group.
    Move {
        /// Row of the line.
        row: u32,
        /// Its days, 1 = Monday.
        days: Vec<u8>,
        /// The group's code.
        group: String,
    },
    /// Heads of a shift on a day.
    Heads {
        /// The group's code.
        group: String,
        /// The shift's name.
        shift: String,
        /// 1 = Monday.
        day: u8,
        /// How many start it.
        heads: u32,
    },
}

/// Why a change can't be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No placement of such a row and days.
    NoSuchPlacement,
    /// No group of this code.
    NoSuchGroup,
    /// The group may not have the line.
    NotQualified {
        /// The line's row.
        row: u32,
        /// The group's code.
        group: String,
        /// `pinned`, `only` or `lowest`.
        rule: &'static str,
        /// The group that the rule names, if it names one.
        by: Option<String>,
    },
    /// The shift doesn't run on that day, or there is none of the name.
    NoSuchShift,
    /// More heads than a shift can have.
    TooMany(u32),
    /// The proposal was decided as it stands, as this version: it takes no more changes.
    Decided(i64),
}

/// A copy to change: nothing is proven of it, and what it is compared with stays.
pub fn copy(ward: &Ward, plan: &Plan) -> Plan {
    let own = Plan {
        status: Status::Feasible,
        goals: Vec::new(),
        bound: None,
        gap: None,
        seconds: 0.0,
        work: 0,
        repeat: String::new(),
        ended: Ended::Gap,
        limits: Limits::default(),
        conflict: Vec::new(),
        worths: Vec::new(),
        curve: Vec::new(),
        cheapest: None,
        ..plan.clone()
    };
    counted(ward, own)
}

/// The plan after the changes, its figures counted anew.
///
/// # Errors
/// The first change that can't be made; none is made then.
pub fn change(ward: &Ward, plan: &Plan, changes: &[Change]) -> Result<Plan, Refused> {
    let mut plan = plan.clone();
    for change in changes {
        match change {
            Change::Move { row, days, group } => move_line(ward, &mut plan, *row, days, group)?,
            Change::Heads { group, shift, day, heads } => set_heads(ward, &mut plan, group, shift, *day, *heads)?,
        }
    }
    Ok(counted(ward, plan))
}

/// What a plan by hand breaks, and its figures.
pub fn report(ward: &Ward, plan: &Plan) -> Report {
    check::check(ward, plan)
}

/// Whether all that is broken is something a ward may decide in spite of: work that doesn't fit, heads and money
/// beyond their limits. The distribution rule is none of these.
pub fn may_be_decided(report: &Report) -> bool {
    let never = [Rule::OneGroup, Rule::Qualified, Rule::Pinned, Rule::SameAllWeek, Rule::Figure];
    report.broken.iter().all(|broken| never.iter().all(|rule| rule.name() != broken.rule))
}

fn move_line(ward: &Ward, plan: &mut Plan, row: u32, days: &[u8], code: &str) -> Result<(), Refused> {
    let line = ward.line_by_row(row).ok_or(Refused::NoSuchPlacement)?;
    let group = ward.group_by_code(code).ok_or(Refused::NoSuchGroup)?;
    let task = &ward.lines[line.0];
    if let Some(forbidden) = ward.order().forbids(task, group) {
        let (rule, by) = rule_of(forbidden);
        let by = by.map(|g| ward.group(g).code.clone());
        return Err(Refused::NotQualified { row, group: ward.group(group).code.clone(), rule, by });
    }
    // A line that keeps one group all week has one placement of all its days.
    let placed = plan.placements.iter_mut().find(|p| p.row == row && p.days == days);
    placed.ok_or(Refused::NoSuchPlacement)?.group.clone_from(&ward.group(group).code);
    Ok(())
}

/// The rule's name and the group it names.
pub fn rule_of(forbidden: Forbidden) -> (&'static str, Option<GroupId>) {
    match forbidden {
        Forbidden::PinnedElsewhere(by) => ("pinned", Some(by)),
        Forbidden::NotInOnly => ("only", None),
        Forbidden::BelowLowest(by) => ("lowest", Some(by)),
    }
}

/// Heads that nobody means.
const MOST_HEADS: u32 = 999;

fn set_heads(ward: &Ward, plan: &mut Plan, code: &str, name: &str, day: u8, heads: u32) -> Result<(), Refused> {
    let group = ward.group_by_code(code).ok_or(Refused::NoSuchGroup)?;
    let runs = |shift: &fordel_core::ward::Shift| {
        shift.group == group && shift.name == name && shift.days.iter().any(|d| d.number() == day)
    };
    if !ward.shifts.iter().any(runs) {
        return Err(Refused::NoSuchShift);
    }
    if heads > MOST_HEADS {
        return Err(Refused::TooMany(MOST_HEADS));
    }
    let code = ward.group(group).code.clone();
    let there = plan.staffing.iter_mut().find(|h| h.group == code && h.shift == name && h.day == day);
    match there {
        Some(there) => there.heads = heads,
        None => plan.staffing.push(Heads { group: code, shift: name.to_owned(), day, heads }),
    }
    plan.staffing.retain(|h| h.heads > 0);
    Ok(())
}

/// The plan with every figure from its placements and heads.
fn counted(ward: &Ward, plan: Plan) -> Plan {
    let figures = check::measure(ward, &plan.placements, &plan.staffing);
    Plan {
        year_cost: Some(figures.year_cost),
        week_cost: Some(figures.week_cost),
        workload: figures.workload,
        groups: figures.groups,
        training: figures.training,
        ..plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_engine::{Quiet, Request, Work};

    fn liten() -> (Ward, Plan) {
        let bytes = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
        let ward = fordel_sheets::read_ward_bytes(bytes).ward.expect("a ward");
        let request =
            Request { work: Some("400".parse::<Work>().expect("work")), beside: false, ..Request::for_ward(&ward) };
        let plan = fordel_engine::plan(&ward, &request, &Quiet);
        (ward, plan)
    }

    #[test]
    fn a_copy_breaks_nothing_and_costs_the_same() {
        let (ward, plan) = liten();
        let own = copy(&ward, &plan);
        assert_eq!(report(&ward, &own).broken, []);
        assert!((own.year_cost.expect("counted") - plan.year_cost.expect("told")).abs() < 0.01);
    }

    #[test]
    fn every_move_is_refused_by_the_rule_or_counted_anew() {
        let (ward, plan) = liten();
        let own = copy(&ward, &plan);
        let (mut refused, mut moved) = (0, 0);
        for placed in &own.placements {
            let line = ward.line_by_row(placed.row).expect("its line");
            for group in ward.group_ids() {
                let code = ward.group(group).code.clone();
                let asked = Change::Move { row: placed.row, days: placed.days.clone(), group: code.clone() };
                let forbidden = ward.order().forbids(&ward.lines[line.0], group).is_some();
                match change(&ward, &own, &[asked]) {
                    Err(Refused::NotQualified { .. }) => {
                        assert!(forbidden, "{} may have {}", code, placed.task);
                        refused += 1;
                    }
                    Err(other) => panic!("{other:?}"),
                    Ok(after) => {
                        assert!(!forbidden, "{} may not have {}", code, placed.task);
                        assert!(may_be_decided(&report(&ward, &after)));
                        moved += usize::from(after.placements != own.placements);
                    }
                }
            }
        }
        assert!(refused > 0 && moved > 0, "{refused} refused, {moved} moved");
    }

    #[test]
    fn one_head_less_is_told_and_one_more_costs() {
        let (ward, plan) = liten();
        let own = copy(&ward, &plan);
        for at in own.staffing.clone() {
            let with = |heads| {
                let (group, shift, day) = (at.group.clone(), at.shift.clone(), at.day);
                change(&ward, &own, &[Change::Heads { group, shift, day, heads }]).expect("it runs")
            };
            let fewer = with(at.heads - 1);
            assert!(!report(&ward, &fewer).broken.is_empty(), "{at:?} can be spared");
            assert!(with(at.heads + 1).year_cost > own.year_cost);
        }
        let absent = Change::Heads { group: "SPL".into(), shift: "finnes ikke".into(), day: 1, heads: 1 };
        assert_eq!(change(&ward, &own, &[absent]), Err(Refused::NoSuchShift));
    }
}
