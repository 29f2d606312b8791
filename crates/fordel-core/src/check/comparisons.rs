//! The comparisons beside a plan, `carried` and `rightmost`, and its `cheapest`, where they show their placements and
//! heads.
//!
//! They keep the ward's rules and the plan's `alike`; the plan's budget, pins and most moves limit the plan alone. A
//! comparison that nothing carries shows the staffing of its relaxed cost: with positions, most heads, and people with
//! their weekends lifted. The cheapest plan keeps what the plan keeps; its figures stand with the proof's.

use crate::plan::{Broken, Comparison, Plan, Status};
use crate::rule::Rule;
use crate::ward::Ward;

use super::decided::Decided;
use super::figures::Figures;
use super::rules::{Case, under_its_limits};
use super::{broken as breach, measure, proof};

/// What they break; each place starts with the comparison's name and `!`.
pub(super) fn broken(ward: &Ward, plan: &Plan, rules: &[Rule]) -> Vec<Broken> {
    let mut all = Vec::new();
    for (name, comparison) in [("carried", &plan.carried), ("rightmost", &plan.rightmost)] {
        let mut own = Vec::new();
        let shows = !comparison.placements.is_empty();
        if shows {
            own.extend(kept(ward, plan, comparison, name == "carried", rules));
        }
        if rules.contains(&Rule::Figure) {
            own.extend(figures(ward, plan, comparison, name == "carried"));
            if shows && name == "rightmost" {
                own.extend(not_lowest(ward, comparison));
            }
        }
        all.extend(of(name, own));
    }
    if let Some(told) = plan.cheapest.as_ref().filter(|told| proof::shows(told)) {
        let own = under_its_limits(ward, plan, &told.placements, &told.staffing, &[], rules);
        all.extend(of("cheapest", own));
    }
    all
}

fn of(name: &str, broken: Vec<Broken>) -> impl Iterator<Item = Broken> {
    broken.into_iter().map(move |b| Broken { place: format!("{name}!{}", b.place), ..b })
}

/// Every rule on the comparison's own placements and heads. In `carried` nothing is moved from a told and qualifying
/// group.
fn kept(ward: &Ward, plan: &Plan, comparison: &Comparison, carried: bool, rules: &[Rule]) -> Vec<Broken> {
    let relaxed = comparison.status == Status::Infeasible;
    let ward = if relaxed { &lifted(ward) } else { ward };
    let decided = Decided::from_plan(ward, &comparison.placements, &comparison.staffing);
    let case = Case { max_moves: carried.then_some(0), ..Case::new(ward, decided, plan.alike) };
    Rule::ALL.into_iter().filter(|r| rules.contains(r)).flat_map(|rule| case.broken(rule)).collect()
}

/// The ward without positions, most heads, and people.
fn lifted(ward: &Ward) -> Ward {
    let mut ward = ward.clone();
    ward.shifts.iter_mut().for_each(|shift| shift.max = u32::MAX);
    for group in &mut ward.groups {
        group.positions = None;
        group.people = None;
    }
    ward
}

fn figures(ward: &Ward, plan: &Plan, comparison: &Comparison, carried: bool) -> Vec<Broken> {
    let mut figures = Figures::default();
    let relaxed = comparison.status == Status::Infeasible;
    status(&mut figures, plan, comparison);
    lower_bound(&mut figures, plan, comparison, carried);
    if !comparison.placements.is_empty() {
        figures.placements("placements", ward, &comparison.placements);
        let counted = measure(ward, &comparison.placements, &comparison.staffing);
        let told = if relaxed { comparison.relaxed_cost } else { comparison.year_cost };
        figures.told(if relaxed { "relaxed_cost" } else { "year_cost" }, told, counted.year_cost);
        figures.groups("groups", &comparison.groups, &counted.groups);
        if !comparison.groups.is_empty() || !comparison.training.is_empty() {
            figures.training("training", &comparison.training, &counted.training);
        }
    }
    if let (Some(bound), Some(year_cost)) = (comparison.bound, comparison.year_cost) {
        figures.at_most("bound", bound, year_cost);
    }
    figures.wrong
}

/// A cost where something carries it, a relaxed cost and reasons where nothing does, and a proof within the asked gap.
fn status(figures: &mut Figures, plan: &Plan, comparison: &Comparison) {
    let carries = matches!(comparison.status, Status::Optimal | Status::Feasible);
    // A program may tell the status alone; one that shows what carries it tells its cost.
    let shows = comparison.year_cost.is_some() || !comparison.placements.is_empty();
    if shows && comparison.year_cost.is_some() != carries {
        figures.differs("status");
    }
    if comparison.status != Status::Infeasible {
        if comparison.relaxed_cost.is_some() {
            figures.differs("relaxed_cost");
        }
        if !comparison.conflict.is_empty() || !comparison.reasons.is_empty() {
            figures.differs("reasons");
        }
    }
    let (words, parts) = (comparison.reasons.len(), comparison.conflict.len());
    if words > 0 && parts > 0 && words != parts {
        figures.differs("reasons");
    }
    let proven = comparison.status == Status::Optimal && plan.limits.gap > 0.0;
    if let (true, Some(bound), Some(cost)) = (proven, comparison.bound, comparison.year_cost) {
        figures.at_least("bound", bound, cost - plan.limits.gap * cost.abs());
    }
}

/// What carries a comparison is a plan too: it costs no less than is proven for every plan, where the plan's own limits don't
/// keep it from being one.
fn lower_bound(figures: &mut Figures, plan: &Plan, comparison: &Comparison, carried: bool) {
    let free = plan.limits.pins.is_empty() && (carried || plan.limits.max_moves.is_none());
    if let (true, Some(bound), Some(cost)) = (free, plan.bound, comparison.year_cost) {
        figures.at_least("year_cost", cost, bound);
    }
}

/// Lines of `rightmost` that stand elsewhere than on their lowest qualifying group.
fn not_lowest(ward: &Ward, comparison: &Comparison) -> Vec<Broken> {
    let order = ward.order();
    let decided = Decided::from_plan(ward, &comparison.placements, &[]);
    let above = decided.stands.iter().filter(|s| order.lowest_qualified(&ward.lines[s.line.0]) != Some(s.group));
    let complaint = |stand: &super::decided::Stand| Broken {
        group: Some(ward.group(stand.group).code.clone()),
        what: Some(format!("placements.{}.group", ward.lines[stand.line.0].row)),
        ..breach(Rule::Figure, "placements".into(), 0.0, 0.0)
    };
    above.map(complaint).collect()
}
