//! The independent checker: a plan against its ward.
//!
//! It shares no code with the engine and works by another method. The engine sees sums over shifts and cells;
//! the checker lives the week minute by minute ([`week`]): who is present, who is held by bound work. Flexible
//! minutes are laid out by a maximum flow of its own ([`spread`]).
//!
//! * [`check`]: every rule and every figure of a plan;
//! * [`check_rules`]: only some of the rules;
//! * [`measure`]: the figures alone, for a plan that tells none or was changed by hand;
//! * [`shortage`]: the answer of the traffic light;
//! * [`holiday`]: a distribution of holiday weeks;
//! * [`today`]: today's distribution and staffing, measured alike;
//! * [`untold`]: what the program always tells, and a plan doesn't.

mod comparisons;
pub(crate) mod decided;
mod figures;
pub mod flow;
pub mod holiday;
mod measures;
pub(crate) mod money;
mod proof;
pub mod required;
mod rules;
pub mod shortage;
mod spread;
mod today;
pub(crate) mod training;
mod untold;
pub(crate) mod week;
pub(crate) mod work;

use crate::plan::{Broken, GroupSum, Heads, Load, Placed, Plan, Status, Training};
use crate::rule::Rule;
use crate::ward::{Goal, Part, Ward};

use decided::Decided;
use week::Week;
use work::Work;

pub use today::today;
pub use untold::{UNTOLD, untold};

/// What the checker found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Every broken rule, in the order of [`Rule::ALL`]; a plan without any holds.
    pub broken: Vec<Broken>,
    /// Every figure, from the placements and heads alone.
    pub recomputed: Recomputed,
}

/// The figures of a plan, from its placements and heads alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Recomputed {
    /// Kroner a year: 52 weeks and the courses' yearly part.
    pub year_cost: f64,
    /// Kroner a week for shifts.
    pub week_cost: f64,
    /// The value of every goal, in the order of [`Goal::ALL`].
    pub goals: Vec<(Goal, f64)>,
    /// Minutes against capacity, cells with neither left out. Flexible minutes lie where the sum of minutes over
    /// capacity is least, earliest cells first, as told in [`today`]; another spread may be as good.
    pub workload: Vec<Load>,
    /// The smallest total of minutes a week over capacity that any spread of the flexible minutes gives; 0 if the
    /// work fits.
    pub unfit_minutes: f64,
    /// Sums by group, left to right.
    pub groups: Vec<GroupSum>,
    /// Courses that the placements take.
    pub training: Vec<Training>,
    /// Placements on another group than a told and qualifying `today`.
    pub moves: u32,
}

impl Recomputed {
    /// The value of a goal.
    pub fn goal(&self, goal: Goal) -> f64 {
        self.goals.iter().find(|(g, _)| *g == goal).map_or(0.0, |(_, value)| *value)
    }
}

/// Checks a plan against its ward: every rule, and every figure that the plan tells, counted or held against the others. What
/// can be neither is named in `proof.rs`; the unit's name is the reader's to compare. A list that is empty (workload, groups,
/// goals) is taken as not told: [`untold`] says which are. Without a told workload, some spread of the flexible minutes must fit.
pub fn check(ward: &Ward, plan: &Plan) -> Report {
    Report { broken: check_rules(ward, plan, &Rule::ALL), recomputed: measure(ward, &plan.placements, &plan.staffing) }
}

/// Checks only some rules. A plan that is `infeasible` or `unknown` and decides nothing has only figures to check.
pub fn check_rules(ward: &Ward, plan: &Plan, rules: &[Rule]) -> Vec<Broken> {
    let decides = !plan.placements.is_empty() || !plan.staffing.is_empty();
    let mut broken = Vec::new();
    if decides || matches!(plan.status, Status::Optimal | Status::Feasible) {
        broken.extend(rules::of_plan(ward, plan, rules));
    }
    broken.extend(comparisons::broken(ward, plan, rules));
    if rules.contains(&Rule::Figure) {
        broken.extend(figures::of_plan(ward, plan, decides));
    }
    broken
}

/// Measures placements and heads, whether or not they keep the rules. Placements and heads that the ward doesn't know
/// (another row, group, shift, or a day on which the line or shift isn't there) carry nothing and cost nothing.
pub fn measure(ward: &Ward, placements: &[Placed], staffing: &[Heads]) -> Recomputed {
    let decided = Decided::from_plan(ward, placements, staffing);
    let (week, work) = (Week::simulate(ward, &decided), Work::of(ward, &decided));
    let groups = money::sums(ward, &decided.heads, &work);
    let training = training::courses(ward, &decided);
    let week_cost: f64 = groups.iter().map(|g| g.week_cost).sum();
    let year_cost = 52.0 * week_cost + training.iter().map(|t| t.cost).sum::<f64>();
    let workload = spread::loads(ward, &week, &work);
    Recomputed {
        year_cost,
        week_cost,
        goals: measures::goals(ward, &decided, &groups, year_cost),
        unfit_minutes: workload.iter().map(|l| (l.minutes - l.capacity).max(0.0)).sum(),
        workload,
        groups,
        training,
        moves: measures::moves(ward, &decided),
    }
}

/// Share by which a sum may differ from another way of adding the same numbers.
const TOLERANCE: f64 = 1e-6;

/// Whether `actual` is more than `most`, beyond the tolerance of sums. Not a number is always more.
fn exceeds(actual: f64, most: f64) -> bool {
    actual.is_nan() || most.is_nan() || actual > most + TOLERANCE * most.abs().max(1.0)
}

/// The most by which two sums of the same numbers may differ: half a krone, which whole kroner are rounded by.
const MOST_APART: f64 = 0.5;

/// Whether the two agree within the tolerance of sums.
fn agrees(a: f64, b: f64) -> bool {
    (a - b).abs() <= (TOLERANCE * a.abs().max(b.abs()).max(1.0)).min(MOST_APART)
}

/// Where a part stands in the workbook, or else what it is about.
fn place(ward: &Ward, part: Part, otherwise: &str) -> String {
    ward.place(part).unwrap_or(otherwise).to_owned()
}

/// A broken rule with no more than its place and numbers.
fn broken(rule: Rule, place: String, limit: f64, actual: f64) -> Broken {
    Broken { rule: rule.name().to_owned(), place, group: None, day: None, time: None, limit, actual, what: None }
}
