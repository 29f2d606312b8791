//! What a person asks of a plan, beside what the ward says. Wishes win over the ward's own settings.

use std::time::Duration;

use fordel_core::order::Forbidden;
use fordel_core::ward::{Alike, Goal, GroupId, Ward};
use fordel_engine::{Request, Work};
use fordel_text::Texts;

/// Wishes for a plan; what isn't wished follows the ward's settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Goals in order. A goal without a tolerance has 0, `cost` 1 % or the ward's own unless it is the only goal. Where `cost`
    /// isn't among them, it comes last.
    pub goals: Option<Vec<(Goal, Option<f64>)>>,
    /// Gap at which a goal counts as proven, a share.
    pub gap: Option<f64>,
    /// Wall-clock limit of the main plan.
    pub time_limit: Option<Duration>,
    /// Limit in deterministic units of work: one number to share, or one for each search, at least one a goal.
    pub work: Option<Work>,
    /// Whether days share their heads.
    pub alike: Option<Alike>,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// Most placements on another group than a told and qualifying `today`.
    pub max_moves: Option<u32>,
    /// Lines held on a group: row and group code.
    pub pins: Vec<(u32, String)>,
}

/// Why a wish can't be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No task line stands in this row.
    NoSuchRow {
        /// The row asked for.
        row: u32,
        /// First and last row that hold lines.
        rows: Option<(u32, u32)>,
    },
    /// No group has this code.
    NoSuchGroup {
        /// The code asked for.
        code: String,
        /// The ward's codes.
        codes: Vec<String>,
    },
    /// The group may not have the line.
    NotQualified {
        /// The line's row.
        row: u32,
        /// The task's name.
        task: String,
        /// The group asked for.
        group: String,
        /// `pinned`, `only` or `lowest`.
        rule: &'static str,
        /// The group that the rule names, if it names one.
        by: Option<String>,
    },
    /// A row is held on two groups.
    PinnedTwice {
        /// The row.
        row: u32,
    },
    /// A goal stands twice.
    GoalTwice(Goal),
    /// Hours of scarce groups have no floor but cost: they need `cost` before them, or a budget.
    ScarceHoursAlone,
    /// The work is told for fewer goals.
    WorkParts {
        /// Numbers told.
        parts: usize,
        /// Goals.
        goals: usize,
    },
}

impl Wishes {
    /// The time that a plan gets where nobody wishes for another.
    pub const TIME_LIMIT: Duration = Request::TIME_LIMIT;
    /// The same for the example: an answer within a minute, with what stands beside the plan, even if it may be better.
    pub const EXAMPLE_TIME_LIMIT: Duration = Duration::from_secs(20);

    /// The request for this ward.
    ///
    /// # Errors
    /// Every wish that doesn't fit the ward.
    pub fn request(&self, ward: &Ward) -> Result<Request, Vec<Refusal>> {
        let mut request = Request::for_ward(ward);
        let mut refusals = Vec::new();
        request.budget_kr = self.budget_kr.or(request.budget_kr);
        if let Some(goals) = &self.goals {
            let cost_tolerance = ward.settings.cost_tolerance.unwrap_or(Request::COST_TOLERANCE);
            request.goals = with_cost(with_tolerances(goals, cost_tolerance));
            refusals.extend(ill_ordered(goals, request.budget_kr.is_some()));
        }
        request.gap = self.gap.unwrap_or(request.gap);
        request.time_limit = self.time_limit.unwrap_or(request.time_limit);
        request.work = self.work.clone().or(request.work);
        let goals = request.goals.len();
        if let Some(Work(parts)) = request.work.as_ref().filter(|work| work.0.len() > 1 && work.0.len() < goals) {
            refusals.push(Refusal::WorkParts { parts: parts.len(), goals });
        }
        request.alike = self.alike.unwrap_or(request.alike);
        request.max_moves = self.max_moves.or(request.max_moves);
        for (row, code) in &self.pins {
            match pin(ward, *row, code) {
                Err(refusal) => refusals.push(refusal),
                Ok((line, _)) if request.pins.iter().any(|(pinned, _)| *pinned == line) => {
                    refusals.push(Refusal::PinnedTwice { row: *row });
                }
                Ok(pinned) => request.pins.push(pinned),
            }
        }
        if refusals.is_empty() { Ok(request) } else { Err(refusals) }
    }
}

fn with_tolerances(goals: &[(Goal, Option<f64>)], cost_tolerance: f64) -> Vec<(Goal, f64)> {
    let default = |goal: Goal| if goal == Goal::Cost && goals.len() > 1 { cost_tolerance } else { 0.0 };
    goals.iter().map(|(goal, tolerance)| (*goal, tolerance.unwrap_or_else(|| default(*goal)))).collect()
}

/// Among plans that are as good on every goal the cheapest one is meant, also where nobody says so: without it nothing would
/// keep heads from standing idle.
fn with_cost(mut goals: Vec<(Goal, f64)>) -> Vec<(Goal, f64)> {
    if goals.iter().all(|(goal, _)| *goal != Goal::Cost) {
        goals.push((Goal::Cost, 0.0));
    }
    goals
}

fn ill_ordered(goals: &[(Goal, Option<f64>)], has_budget: bool) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (at, (goal, _)) in goals.iter().enumerate() {
        let before = &goals[..at];
        if before.iter().any(|(other, _)| other == goal) {
            refusals.push(Refusal::GoalTwice(*goal));
        }
        if *goal == Goal::ScarceHours && !has_budget && !before.iter().any(|(other, _)| *other == Goal::Cost) {
            refusals.push(Refusal::ScarceHoursAlone);
        }
    }
    refusals
}

fn pin(ward: &Ward, row: u32, code: &str) -> Result<(fordel_core::ward::LineId, GroupId), Refusal> {
    let line = ward.line_by_row(row).ok_or_else(|| no_such_row(ward, row))?;
    let group = ward.group_by_code(code).ok_or_else(|| Refusal::NoSuchGroup {
        code: code.into(),
        codes: ward.groups.iter().map(|g| g.code.clone()).collect(),
    })?;
    let task = &ward.lines[line.0];
    let Some(forbidden) = ward.order().forbids(task, group) else { return Ok((line, group)) };
    let (rule, by) = match forbidden {
        Forbidden::PinnedElsewhere(by) => ("pinned", Some(by)),
        Forbidden::NotInOnly => ("only", None),
        Forbidden::BelowLowest(by) => ("lowest", Some(by)),
    };
    Err(Refusal::NotQualified {
        row,
        task: task.name.clone(),
        group: ward.group(group).code.clone(),
        rule,
        by: by.map(|g| ward.group(g).code.clone()),
    })
}

/// That the row holds no task line, with the rows that do.
pub(crate) fn no_such_row(ward: &Ward, row: u32) -> Refusal {
    let rows = ward.lines.iter().map(|l| l.row);
    Refusal::NoSuchRow { row, rows: rows.clone().min().zip(rows.max()) }
}

impl Refusal {
    /// What is wrong and what to do, in a sentence.
    pub fn tell(&self, texts: &Texts) -> String {
        match self {
            Refusal::NoSuchRow { row, rows } => {
                let (first, last) = rows.unwrap_or((0, 0));
                let plain = |n: u32| n.to_string().into();
                texts.with("refusal-row", &[("row", plain(*row)), ("first", plain(first)), ("last", plain(last))])
            }
            Refusal::NoSuchGroup { code, codes } => {
                texts.with("refusal-group", &[("code", code.as_str().into()), ("codes", texts.list(codes).into())])
            }
            Refusal::NotQualified { row, task, group, rule, by } => texts.with(
                &format!("refusal-{rule}"),
                &[
                    ("row", row.to_string().into()),
                    ("task", task.as_str().into()),
                    ("group", group.as_str().into()),
                    ("by", by.clone().unwrap_or_default().into()),
                ],
            ),
            Refusal::PinnedTwice { row } => texts.with("refusal-pinned-twice", &[("row", row.to_string().into())]),
            Refusal::GoalTwice(goal) => texts.with("refusal-goal-twice", &[("goal", goal.name().into())]),
            Refusal::ScarceHoursAlone => texts.get("refusal-scarce-hours"),
            Refusal::WorkParts { parts, goals } => {
                texts.with("refusal-work-parts", &[("parts", (*parts).into()), ("goals", (*goals).into())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_alone_has_no_tolerance_and_before_others_the_wards_own() {
        assert_eq!(with_tolerances(&[(Goal::Cost, None)], 0.02), [(Goal::Cost, 0.0)]);
        let two = [(Goal::Cost, None), (Goal::Changes, None)];
        assert_eq!(with_tolerances(&two, 0.02), [(Goal::Cost, 0.02), (Goal::Changes, 0.0)]);
        let told = [(Goal::Cost, Some(0.005)), (Goal::Changes, Some(0.1))];
        assert_eq!(with_tolerances(&told, 0.02), [(Goal::Cost, 0.005), (Goal::Changes, 0.1)]);
    }

    #[test]
    fn cost_comes_last_where_nobody_asks_for_it() {
        let alone = [(Goal::Overqualified, 0.0)];
        assert_eq!(with_cost(alone.to_vec()), [(Goal::Overqualified, 0.0), (Goal::Cost, 0.0)]);
        let asked = [(Goal::Cost, 0.01), (Goal::Changes, 0.0)];
        assert_eq!(with_cost(asked.to_vec()), asked);
    }

    #[test]
    fn scarce_hours_need_cost_before_them_or_a_budget() {
        let alone = [(Goal::ScarceHours, None), (Goal::Cost, None)];
        assert_eq!(ill_ordered(&alone, false), [Refusal::ScarceHoursAlone]);
        assert!(ill_ordered(&alone, true).is_empty());
        assert!(ill_ordered(&[(Goal::Cost, None), (Goal::ScarceHours, None)], false).is_empty());
        let twice = [(Goal::Cost, None), (Goal::Cost, None)];
        assert_eq!(ill_ordered(&twice, false), [Refusal::GoalTwice(Goal::Cost)]);
    }
}
