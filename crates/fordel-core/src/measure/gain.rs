//! What the proposal gives: nurse time set free, årsverk, money, courses, and what the tolerance bought.

use serde::{Deserialize, Serialize};

use super::day_part::{Split, of_cell, of_shift};
use super::distribution::{Entry, proposed};
use super::moves::{Kind, kind};
use super::nurses;
use super::work::spread;
use crate::plan::{GroupSum, Heads, Plan, Status};
use crate::time::Day;
use crate::ward::{Goal, GroupId, Ward};

/// What the proposal gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// The groups whose time counts as nurse time.
    pub nurses: Vec<GroupId>,
    /// Minutes of nurses' tasks a week.
    pub work: NurseWork,
    /// Nurses' paid hours a week; none where there is no staffing to compare with.
    pub paid: Option<NursePaid>,
    /// Kroner a year against carried; none where carried has neither cost nor relaxed cost, where there is no plan, or
    /// where no line tells who does it today.
    pub money: Option<Money>,
    /// Årsverk, hours and kroner by group, left to right.
    pub groups: Vec<GroupGain>,
    /// Courses.
    pub courses: Courses,
    /// What the tolerance bought; none where the cheapest plan isn't told.
    pub tolerance: Option<Bought>,
}

/// Minutes of nurses' tasks a week, today and proposed, over the lines whose group today is told and qualifies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NurseWork {
    /// Minutes today.
    pub today: Split,
    /// Minutes proposed.
    pub proposed: Split,
    /// Minutes that come to nurses since the group that does it today may not; negative where they leave nurses.
    /// Not part of the two above.
    pub corrected: Split,
    /// Placements compared.
    pub compared: usize,
    /// Placements left out since today's group isn't told.
    pub untold: usize,
    /// Placements left out since today's group doesn't qualify.
    pub unqualified: usize,
}

impl NurseWork {
    /// Hours a week set free by task sharing.
    pub fn freed_hours(&self) -> Split {
        (self.today - self.proposed).hours()
    }
    /// Hours a week set free when also what today's group may not do has come to the nurses.
    pub fn net_hours(&self) -> Split {
        self.freed_hours() - self.corrected.hours()
    }
}

/// Nurses' paid hours a week, by part of the week.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NursePaid {
    /// What they are compared with.
    pub against: Against,
    /// Hours in the comparison.
    pub before: Split,
    /// Hours proposed.
    pub after: Split,
}

/// What the proposal is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// Today's groups with the cheapest staffing that carries them.
    Carried,
    /// The same with positions, most heads, people and weekends lifted, since nothing within them carries it.
    Relaxed,
}

/// Kroner a year against the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// What it is compared with.
    pub against: Against,
    /// Cost of the comparison.
    pub before: f64,
    /// Cost of the proposal.
    pub after: f64,
    /// Saved for sure: the comparison costs at least its bound. None where no bound is told.
    pub saved_at_least: Option<f64>,
}

impl Money {
    /// Kroner a year saved; negative where the proposal costs more.
    pub fn saved(&self) -> f64 {
        self.before - self.after
    }
}

/// A group's årsverk, paid hours and kroner: today, carried and proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupGain {
    /// The group.
    pub group: GroupId,
    /// Today's sums; none where today's staffing isn't told.
    pub today: Option<GroupSum>,
    /// The comparison's sums; none where there is none.
    pub before: Option<GroupSum>,
    /// The proposal's sums.
    pub after: GroupSum,
}

impl GroupGain {
    /// Årsverk more (+) or fewer (−) than the comparison.
    pub fn fte_change(&self) -> Option<f64> {
        self.before.as_ref().map(|before| self.after.fte - before.fte)
    }
    /// Årsverk filled today that the proposal doesn't use: they fall away as people leave of their own accord.
    /// None where today's staffing isn't told.
    pub fn falls_away(&self) -> Option<f64> {
        self.today.as_ref().map(|today| (today.fte - self.after.fte).max(0.0))
    }
    /// Årsverk that the proposal takes beyond those filled today.
    pub fn to_fill(&self) -> Option<f64> {
        self.today.as_ref().map(|today| (self.after.fte - today.fte).max(0.0))
    }
}

/// Years until natural turnover has brought `from` årsverk down to `to`, when the share `turnover` of those who are
/// left leaves each year: `ln(to ÷ from) ÷ ln(1 − turnover)`. None where it never does.
pub fn years_by_turnover(from: f64, to: f64, turnover: f64) -> Option<f64> {
    if to >= from {
        return Some(0.0);
    }
    (to > 0.0 && turnover > 0.0 && turnover < 1.0).then(|| (to / from).ln() / (1.0 - turnover).ln())
}

/// Courses of the proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Courses {
    /// Distinct courses that somebody lacks.
    pub courses: usize,
    /// Seats: people summed over group and course.
    pub seats: u32,
    /// Hours in all, once.
    pub hours: f64,
    /// Kroner a year.
    pub year_cost: f64,
    /// Kroner a year for the courses of the comparison.
    pub year_cost_before: f64,
}

/// What the tolerance bought: the plan against the cheapest one.
#[derive(Clone, Debug, PartialEq)]
pub struct Bought {
    /// Kroner a year that it costs more than the cheapest plan.
    pub price: f64,
    /// The other goals: value in the cheapest plan, value in this one.
    pub goals: Vec<(Goal, f64, f64)>,
    /// Årsverk by group: (group, in the cheapest plan, in this one).
    pub fte: Vec<(GroupId, f64, f64)>,
}

/// Computes what the plan gives.
pub fn gain(ward: &Ward, plan: &Plan) -> Gain {
    let nurses = nurses(ward);
    let against = against(ward, plan);
    Gain {
        work: nurse_work(ward, &nurses, &proposed(ward, plan)),
        paid: against.filter(|_| !plan.carried.staffing.is_empty()).map(|against| NursePaid {
            against,
            before: paid_hours(ward, &nurses, &plan.carried.staffing),
            after: paid_hours(ward, &nurses, &plan.staffing),
        }),
        money: against.and_then(|against| money(plan, against)),
        groups: groups(ward, plan, against),
        courses: courses(plan),
        tolerance: bought(ward, plan),
        nurses,
    }
}

/// What there is to compare with; nothing where no line tells who does it today: "carried" is then only another plan.
fn against(ward: &Ward, plan: &Plan) -> Option<Against> {
    ward.lines.iter().find(|line| line.today.is_some())?;
    match (plan.carried.year_cost, plan.carried.relaxed_cost) {
        (Some(_), _) => Some(Against::Carried),
        (None, Some(_)) => Some(Against::Relaxed),
        (None, None) => None,
    }
}

/// Why there is nothing to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// No line tells who does it today.
    Untold,
    /// What today's distribution would take wasn't found in time, or not looked for.
    NotFound,
    /// No staffing carries today's distribution.
    Never,
}

impl Alone {
    /// Why a plan whose gain has nothing to compare with has none.
    pub fn of(ward: &Ward, plan: &Plan) -> Alone {
        if ward.lines.iter().all(|line| line.today.is_none()) {
            Alone::Untold
        } else if plan.carried.status == Status::Infeasible {
            Alone::Never
        } else {
            Alone::NotFound
        }
    }

    /// The end of its message's key.
    pub fn word(self) -> &'static str {
        match self {
            Alone::Untold => "untold",
            Alone::NotFound => "not-found",
            Alone::Never => "never",
        }
    }
}

fn nurse_work(ward: &Ward, nurses: &[GroupId], entries: &[Entry]) -> NurseWork {
    let order = ward.order();
    let mut work = NurseWork::default();
    for &entry in entries {
        let line = &ward.lines[entry.line.0];
        let on_nurses = |group: GroupId| {
            let mut split = Split::default();
            if nurses.contains(&group) {
                for (cell, minutes) in entry.days.iter().flat_map(|day| spread(ward, line, group, day)) {
                    split += of_cell(ward, cell, minutes);
                }
            }
            split
        };
        // What `kind` calls kept may still be a group that doesn't qualify: a plan that a person made.
        let today = match (kind(ward, &order, entry), line.today) {
            (Kind::Untold, _) | (_, None) => {
                work.untold += 1;
                continue;
            }
            (_, Some(today)) => today,
        };
        if order.forbids(line, today).is_some() {
            work.unqualified += 1;
            work.corrected += on_nurses(entry.group) - on_nurses(today);
        } else {
            work.compared += 1;
            work.today += on_nurses(today);
            work.proposed += on_nurses(entry.group);
        }
    }
    work
}

/// Paid hours a week of these groups in a staffing, by part of the week.
pub fn paid_hours(ward: &Ward, groups: &[GroupId], staffing: &[Heads]) -> Split {
    let mut split = Split::default();
    for heads in staffing {
        let Some(group) = ward.group_by_code(&heads.group).filter(|g| groups.contains(g)) else { continue };
        if !(1..=7).contains(&heads.day) {
            continue;
        }
        let day = Day(heads.day - 1);
        let shift = ward.shifts.iter().find(|s| s.group == group && s.name == heads.shift && s.days.contains(day));
        if let Some(shift) = shift {
            split += of_shift(shift, day).times(f64::from(heads.heads));
        }
    }
    split
}

fn money(plan: &Plan, against: Against) -> Option<Money> {
    let after = plan.year_cost?;
    let (before, bound) = match against {
        Against::Carried => (plan.carried.year_cost?, plan.carried.bound),
        // The bound belongs to the demands as they stand; of the relaxed ones only the cost found is told.
        Against::Relaxed => (plan.carried.relaxed_cost?, None),
    };
    Some(Money { against, before, after, saved_at_least: bound.map(|bound| bound - after) })
}

fn groups(ward: &Ward, plan: &Plan, against: Option<Against>) -> Vec<GroupGain> {
    let find = |sums: &[GroupSum], code: &str| sums.iter().find(|s| s.group == code).cloned();
    let none = |code: &str| GroupSum {
        group: code.into(),
        fte: 0.0,
        people: 0,
        paid_hours_week: 0.0,
        minutes_week: 0.0,
        week_cost: 0.0,
    };
    ward.group_ids()
        .map(|group| {
            let code = ward.group(group).code.as_str();
            let told = |sums: &[GroupSum]| (!sums.is_empty()).then(|| find(sums, code).unwrap_or_else(|| none(code)));
            GroupGain {
                group,
                today: told(&plan.today.groups).filter(|_| ward.knows_staffing_today()),
                before: against.and_then(|_| told(&plan.carried.groups)),
                after: find(&plan.groups, code).unwrap_or_else(|| none(code)),
            }
        })
        .collect()
}

fn courses(plan: &Plan) -> Courses {
    let lacking = || plan.training.iter().filter(|t| t.people > 0);
    Courses {
        courses: lacking().map(|t| t.course.as_str()).collect::<std::collections::BTreeSet<_>>().len(),
        seats: lacking().map(|t| t.people).sum(),
        hours: plan.training.iter().map(|t| t.hours).sum(),
        year_cost: plan.training.iter().map(|t| t.cost).sum(),
        year_cost_before: plan.carried.training.iter().map(|t| t.cost).sum(),
    }
}

fn bought(ward: &Ward, plan: &Plan) -> Option<Bought> {
    let cheapest = plan.cheapest.as_ref()?;
    let value = |goal: Goal| plan.goals.iter().find(|g| g.goal == goal).map(|g| g.value);
    let fte = |sums: &[GroupSum], code: &str| sums.iter().find(|s| s.group == code).map_or(0.0, |s| s.fte);
    Some(Bought {
        price: plan.year_cost? - cheapest.year_cost,
        goals: cheapest
            .values
            .iter()
            .filter(|(goal, _)| *goal != Goal::Cost)
            .filter_map(|&(goal, before)| Some((goal, before, value(goal)?)))
            .collect(),
        fte: ward
            .group_ids()
            .map(|g| (g, fte(&cheapest.groups, &ward.group(g).code), fte(&plan.groups, &ward.group(g).code)))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::plan::{Cheapest, GoalResult};

    #[test]
    fn freed_time_is_told_by_part_of_the_week() {
        let ward = sample::ward();
        let gain = gain(&ward, &sample::plan(&ward));
        // Stell 07–09 leaves on all days, Servere 12–15 and Rydde (daytime) on weekdays: 3 × 300 by day, 120 at weekends.
        let freed = gain.work.freed_hours();
        assert_eq!(freed.parts(), [15.0, 0.0, 0.0, 2.0]);
        assert_eq!(gain.work.today.total(), 4.0 * 420.0 + 300.0);
        assert_eq!((gain.work.compared, gain.work.untold, gain.work.unqualified), (9, 0, 0));
        assert_eq!(gain.work.net_hours(), freed);
    }

    #[test]
    fn untold_lines_are_left_out_and_corrections_stand_apart() {
        let mut ward = sample::ward();
        ward.lines[0].today = None;
        ward.lines[1].today = Some(GroupId(2));
        let gain = gain(&ward, &sample::plan(&ward));
        assert_eq!(gain.work.freed_hours().parts(), [10.0, 0.0, 0.0, 0.0]);
        assert_eq!((gain.work.untold, gain.work.unqualified), (2, 2));
        assert_eq!(gain.work.corrected.parts(), [0.0, 300.0, 0.0, 120.0]);
        assert_eq!(gain.work.net_hours().total(), 10.0 - 7.0);
    }

    #[test]
    fn money_and_paid_hours_are_against_carried_never_against_today() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        let gain_now = gain(&ward, &plan);
        let money = gain_now.money.unwrap();
        assert_eq!(
            (money.against, money.saved(), money.saved_at_least),
            (Against::Carried, 600_000.0, Some(590_000.0))
        );
        let paid = gain_now.paid.unwrap();
        assert_eq!((paid.before - paid.after).parts(), [37.5, 0.0, 0.0, 0.0]);
        assert_eq!(paid.before.total(), 7.0 * 23.5);
        let spl = &gain_now.groups[0];
        assert!((spl.fte_change().unwrap() + 1.8).abs() < 1e-9);
        assert!((spl.falls_away().unwrap() - 1.8).abs() < 1e-9);
        assert_eq!(gain_now.groups[1].falls_away(), Some(0.0));
        assert_eq!(gain_now.groups[1].to_fill(), Some(1.8));

        plan.carried.year_cost = None;
        plan.carried.relaxed_cost = Some(4_000_000.0);
        let money = gain(&ward, &plan).money.unwrap();
        assert_eq!((money.against, money.saved(), money.saved_at_least), (Against::Relaxed, 1_100_000.0, None));
        plan.carried.relaxed_cost = None;
        assert_eq!(gain(&ward, &plan).money, None);
    }

    #[test]
    fn without_todays_groups_there_is_no_gain_to_tell() {
        let mut ward = sample::ward();
        ward.lines.iter_mut().for_each(|line| line.today = None);
        let gain = gain(&ward, &sample::plan(&ward));
        assert_eq!((gain.money, gain.paid, gain.work.untold), (None, None, 9));
        assert!(gain.groups.iter().all(|g| g.before.is_none() && g.today.is_some()));
    }

    #[test]
    fn the_tolerance_is_told_with_its_price() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        assert_eq!(gain(&ward, &plan).tolerance, None);
        let goal = |goal, value| GoalResult { goal, value, best: value, bound: value, tolerance: 0.0 };
        plan.goals = vec![goal(Goal::Cost, 2_900_000.0), goal(Goal::Overqualified, 840.0)];
        plan.cheapest = Some(Cheapest {
            year_cost: 2_880_000.0,
            values: vec![(Goal::Cost, 2_880_000.0), (Goal::Overqualified, 2_000.0)],
            groups: plan.carried.groups.clone(),
            placements: Vec::new(),
            staffing: Vec::new(),
        });
        let bought = gain(&ward, &plan).tolerance.unwrap();
        assert_eq!(bought.price, 20_000.0);
        assert_eq!(bought.goals, vec![(Goal::Overqualified, 2_000.0, 840.0)]);
        assert_eq!(bought.fte[0], (GroupId(0), 6.2, 4.4));
    }

    #[test]
    fn turnover_takes_its_years() {
        assert_eq!(years_by_turnover(10.0, 10.5, 0.08), Some(0.0));
        let years = years_by_turnover(100.0, 81.0, 0.10).unwrap();
        assert!((years - 2.0).abs() < 1e-9);
        assert_eq!(years_by_turnover(10.0, 0.0, 0.08), None);
    }

    #[test]
    fn courses_count_those_who_lack_them() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        plan.training.push(crate::plan::Training { people: 0, hours: 0.0, cost: 0.0, ..plan.training[0].clone() });
        let courses = gain(&ward, &plan).courses;
        assert_eq!((courses.courses, courses.seats, courses.hours, courses.year_cost), (1, 1, 2.0, 193.0));
    }
}
