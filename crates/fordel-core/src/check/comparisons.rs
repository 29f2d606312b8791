//! The comparisons beside a plan, `carried` and `rightmost`, where they show their placements and heads.
//!
//! They keep the ward's rules and the plan's `alike`; the plan's budget, pins and most moves limit the plan alone. A
//! comparison that nothing carries shows the staffing of its relaxed cost: with positions, most heads, and people with
//! their weekends lifted.

use crate::plan::{Broken, Comparison, Plan, Status};
use crate::rule::Rule;
use crate::ward::Ward;

use super::decided::Decided;
use super::figures::Figures;
use super::rules::Case;
use super::{broken as breach, measure};

/// What the comparisons break; each place starts with the comparison's name and `!`.
pub(super) fn broken(ward: &Ward, plan: &Plan, rules: &[Rule]) -> Vec<Broken> {
    let mut all = Vec::new();
    for (name, comparison) in [("carried", &plan.carried), ("rightmost", &plan.rightmost)] {
        let mut own = Vec::new();
        let shows = !comparison.placements.is_empty() && !comparison.staffing.is_empty();
        if shows {
            own.extend(kept(ward, plan, comparison, name == "carried", rules));
        }
        if rules.contains(&Rule::Figure) {
            own.extend(figures(ward, comparison, shows));
            if shows && name == "rightmost" {
                own.extend(not_lowest(ward, comparison));
            }
        }
        all.extend(own.into_iter().map(|b| Broken { place: format!("{name}!{}", b.place), ..b }));
    }
    all
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

fn figures(ward: &Ward, comparison: &Comparison, shows: bool) -> Vec<Broken> {
    let mut figures = Figures::default();
    let relaxed = comparison.status == Status::Infeasible;
    if shows {
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

/// Lines of `rightmost` that stand elsewhere than on their lowest qualifying group.
fn not_lowest(ward: &Ward, comparison: &Comparison) -> Vec<Broken> {
    let order = ward.order();
    let decided = Decided::from_plan(ward, &comparison.placements, &[]);
    let above = decided.stands.iter().filter(|s| order.lowest_qualified(&ward.lines[s.line.0]) != Some(s.group));
    let complaint = |stand: &super::decided::Stand| Broken {
        group: Some(ward.group(stand.group).code.clone()),
        what: Some(ward.lines[stand.line.0].name.clone()),
        ..breach(Rule::Figure, "placements".into(), 1.0, 0.0)
    };
    above.map(complaint).collect()
}
