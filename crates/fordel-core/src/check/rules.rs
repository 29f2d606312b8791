//! One function for each rule, except [`Rule::Figure`], which [`super::figures`] keeps.

mod competence;
mod placements;
mod presence;
mod staffing;
mod workload;

use crate::order::GroupOrder;
use crate::plan::{Broken, Heads, Load, Placed, Plan};
use crate::rule::Rule;
use crate::ward::{Alike, LineId, Part, TaskLine, Ward};

use super::decided::Decided;
use super::money;
use super::week::Week;
use super::work::Work;
use super::{broken, exceeds, measures, place, training};

/// What a rule may look at.
pub(super) struct Case<'a> {
    pub ward: &'a Ward,
    pub order: GroupOrder,
    pub decided: Decided,
    pub week: Week,
    pub work: Work,
    /// The plan's own workload; empty where it tells none.
    pub workload: &'a [Load],
    pub alike: Alike,
    pub budget: Option<f64>,
    pub max_moves: Option<u32>,
    /// Pins given for this plan, as (row, group code).
    pub pins: &'a [(u32, String)],
}

impl<'a> Case<'a> {
    pub fn new(ward: &'a Ward, decided: Decided, alike: Alike) -> Case<'a> {
        Case {
            order: ward.order(),
            week: Week::simulate(ward, &decided),
            work: Work::of(ward, &decided),
            ward,
            decided,
            workload: &[],
            alike,
            budget: None,
            max_moves: None,
            pins: &[],
        }
    }

    /// What breaks the rule.
    pub fn broken(&self, rule: Rule) -> Vec<Broken> {
        match rule {
            Rule::OneGroup => placements::one_group(self),
            Rule::Qualified => placements::qualified(self),
            Rule::Pinned => placements::pinned(self),
            Rule::SameAllWeek => placements::same_all_week(self),
            Rule::WorkFits => workload::work_fits(self),
            Rule::BoundPresent => presence::bound_present(self),
            Rule::Presence => presence::presence(self),
            Rule::Competence => competence::competence(self),
            Rule::ShiftMin => staffing::shift_min(self),
            Rule::ShiftMax => staffing::shift_max(self),
            Rule::Positions => staffing::positions(self),
            Rule::PositionsLeast => staffing::positions_least(self),
            Rule::People => staffing::people(self),
            Rule::Weekends => staffing::weekends(self),
            Rule::Alike => staffing::alike(self),
            Rule::Budget => budget(self),
            Rule::MaxMoves => max_moves(self),
            Rule::Figure => Vec::new(),
        }
    }

    fn line(&self, id: LineId) -> &TaskLine {
        &self.ward.lines[id.0]
    }

    /// A broken rule about a line.
    fn about_line(&self, rule: Rule, part: Part, id: LineId, limit: f64, actual: f64) -> Broken {
        let line = self.line(id);
        let at = self.ward.place(part).map_or_else(|| place(self.ward, Part::Line(id), &line.name), str::to_owned);
        Broken {
            what: Some(line.name.clone()),
            time: Some(self.ward.timing_label(&line.timing)),
            ..broken(rule, at, limit, actual)
        }
    }
}

/// The rules that a plan breaks.
pub(super) fn of_plan(ward: &Ward, plan: &Plan, rules: &[Rule]) -> Vec<Broken> {
    under_its_limits(ward, plan, &plan.placements, &plan.staffing, &plan.workload, rules)
}

/// The rules that placements and heads break under the plan's limits. A budget given for the plan wins over the ward's.
pub(super) fn under_its_limits(
    ward: &Ward,
    plan: &Plan,
    placements: &[Placed],
    staffing: &[Heads],
    workload: &[Load],
    rules: &[Rule],
) -> Vec<Broken> {
    let case = Case {
        workload,
        budget: plan.limits.budget.or(ward.settings.budget_kr),
        max_moves: plan.limits.max_moves,
        pins: &plan.limits.pins,
        ..Case::new(ward, Decided::from_plan(ward, placements, staffing), plan.alike)
    };
    Rule::ALL.into_iter().filter(|r| rules.contains(r)).flat_map(|rule| case.broken(rule)).collect()
}

/// The plan costs no more than the budget.
fn budget(case: &Case) -> Vec<Broken> {
    let Some(most) = case.budget else { return Vec::new() };
    let heads = &case.decided.heads;
    let week: f64 = money::sums(case.ward, heads, &case.work).iter().map(|g| g.week_cost).sum();
    let courses: f64 = training::courses(case.ward, &case.decided).iter().map(|t| t.cost).sum();
    let cost = 52.0 * week + courses;
    let at = place(case.ward, Part::Budget, "budget");
    exceeds(cost, most).then(|| broken(Rule::Budget, at, most, cost)).into_iter().collect()
}

/// No more placements are moved than allowed.
fn max_moves(case: &Case) -> Vec<Broken> {
    let Some(most) = case.max_moves else { return Vec::new() };
    let moves = measures::moves(case.ward, &case.decided);
    let too_many = moves > most;
    let complaint = || broken(Rule::MaxMoves, "max_moves".into(), f64::from(most), f64::from(moves));
    too_many.then(complaint).into_iter().collect()
}
