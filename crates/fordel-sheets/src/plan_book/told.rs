//! The figures that a plan told when it was made, as rows of the sheet of assumptions: written and read by the same
//! list of keys. A row holds a key, what it concerns (a goal, a group, a row of the ward) and a value.

use fordel_core::plan::{GoalResult, GroupSum, Limits, Plan, Status};
use fordel_core::ward::{Alike, Goal};

/// A figure as it stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub key: &'static str,
    pub about: String,
    pub value: Figured,
}

/// What a figure's cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Figured {
    Number(f64),
    Text(String),
}

impl Figured {
    pub fn number(&self) -> Option<f64> {
        match self {
            Figured::Number(number) => Some(*number),
            Figured::Text(text) => text.trim().replace(',', ".").parse().ok(),
        }
    }
    fn text(&self) -> String {
        match self {
            Figured::Number(number) => number.to_string(),
            Figured::Text(text) => text.trim().to_owned(),
        }
    }
}

/// The keys, in order; each is also a message `book-told-…` with dots and underscores as hyphens.
pub(super) const KEYS: [&str; 22] = [
    "unit",
    "status",
    "alike",
    "year_cost",
    "week_cost",
    "bound",
    "gap",
    "version",
    "work",
    "goals.value",
    "goals.best",
    "goals.bound",
    "goals.tolerance",
    "groups.fte",
    "groups.people",
    "groups.paid_hours_week",
    "groups.minutes_week",
    "groups.week_cost",
    "limits.gap",
    "limits.budget",
    "limits.max_moves",
    "limits.pins",
];

/// The key of the message that says a name of `plan.json` to people, where it stands under one of these keys.
pub(super) fn said(key: &str, name: &str) -> Option<String> {
    match key {
        "status" | "alike" => Some(format!("book-{key}-{name}")),
        _ if key.starts_with("goals.") => Some(format!("book-goal-short-{name}")),
        _ => None,
    }
}

/// The names of `plan.json` that can stand under a key.
pub(super) fn names(key: &str) -> Vec<&'static str> {
    match key {
        "status" => STATUSES.map(status_name).to_vec(),
        "alike" => vec!["weekdays", "no"],
        _ if key.starts_with("goals.") => Goal::ALL.iter().map(|goal| goal.name()).collect(),
        _ => Vec::new(),
    }
}

const STATUSES: [Status; 4] = [Status::Optimal, Status::Feasible, Status::Infeasible, Status::Unknown];

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible => "infeasible",
        Status::Unknown => "unknown",
    }
}

/// The plan's figures, in the order of [`KEYS`].
pub(super) fn figures(plan: &Plan) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut tell = |key: &'static str, about: &str, value: Figured| {
        figures.push(Figure { key, about: about.to_owned(), value });
    };
    let text = |text: &str| Figured::Text(text.to_owned());
    tell("unit", "", text(&plan.unit));
    tell("status", "", text(status_name(plan.status)));
    tell(
        "alike",
        "",
        text(match plan.alike {
            Alike::Weekdays => "weekdays",
            Alike::No => "no",
        }),
    );
    for (key, value) in
        [("year_cost", plan.year_cost), ("week_cost", plan.week_cost), ("bound", plan.bound), ("gap", plan.gap)]
    {
        if let Some(value) = value {
            tell(key, "", Figured::Number(value));
        }
    }
    if !plan.version.is_empty() {
        tell("version", "", text(&plan.version));
    }
    tell("work", "", Figured::Number(plan.work as f64));
    for goal in &plan.goals {
        for (key, value) in [
            ("goals.value", goal.value),
            ("goals.best", goal.best),
            ("goals.bound", goal.bound),
            ("goals.tolerance", goal.tolerance),
        ] {
            tell(key, goal.goal.name(), Figured::Number(value));
        }
    }
    for sum in &plan.groups {
        for (key, value) in [
            ("groups.fte", sum.fte),
            ("groups.people", f64::from(sum.people)),
            ("groups.paid_hours_week", sum.paid_hours_week),
            ("groups.minutes_week", sum.minutes_week),
            ("groups.week_cost", sum.week_cost),
        ] {
            tell(key, &sum.group, Figured::Number(value));
        }
    }
    tell("limits.gap", "", Figured::Number(plan.limits.gap));
    if let Some(budget) = plan.limits.budget {
        tell("limits.budget", "", Figured::Number(budget));
    }
    if let Some(moves) = plan.limits.max_moves {
        tell("limits.max_moves", "", Figured::Number(f64::from(moves)));
    }
    for (row, group) in &plan.limits.pins {
        tell("limits.pins", &row.to_string(), text(group));
    }
    figures
}

/// What the figures tell of a plan; what isn't told stays empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The unit's name.
    pub unit: String,
    /// How sure the plan was.
    pub status: Option<Status>,
    /// Whether days shared their heads.
    pub alike: Option<Alike>,
    /// Kroner a year.
    pub year_cost: Option<f64>,
    /// Kroner a week.
    pub week_cost: Option<f64>,
    /// Proven lower bound of the cost.
    pub bound: Option<f64>,
    /// Gap, a share.
    pub gap: Option<f64>,
    /// Version of the program.
    pub version: String,
    /// Units of work.
    pub work: u64,
    /// Goals in order.
    pub goals: Vec<GoalResult>,
    /// Sums by group.
    pub groups: Vec<GroupSum>,
    /// Limits that the plan was made under.
    pub limits: Limits,
}

impl Told {
    /// Takes in one figure; a key or value that isn't known is left out.
    pub(super) fn take(&mut self, key: &str, about: &str, value: &Figured) {
        let number = value.number();
        match key {
            "unit" => self.unit = value.text(),
            "version" => self.version = value.text(),
            "status" => {
                self.status = STATUSES.into_iter().find(|s| status_name(*s) == value.text());
            }
            "alike" => {
                self.alike = match value.text().as_str() {
                    "weekdays" => Some(Alike::Weekdays),
                    "no" => Some(Alike::No),
                    _ => None,
                }
            }
            "year_cost" => self.year_cost = number,
            "week_cost" => self.week_cost = number,
            "bound" => self.bound = number,
            "gap" => self.gap = number,
            "work" => self.work = number.map_or(0, |n| n as u64),
            "limits.gap" => self.limits.gap = number.unwrap_or(0.0),
            "limits.budget" => self.limits.budget = number,
            "limits.max_moves" => self.limits.max_moves = number.map(|n| n as u32),
            "limits.pins" => self.limits.pins.extend(about.parse().ok().map(|row| (row, value.text()))),
            _ => self.take_part(key, about, number),
        }
    }

    fn take_part(&mut self, key: &str, about: &str, number: Option<f64>) {
        let Some(number) = number else { return };
        if let Some(part) = key.strip_prefix("goals.") {
            let Some(goal) = Goal::ALL.into_iter().find(|g| g.name() == about) else { return };
            if !self.goals.iter().any(|g| g.goal == goal) {
                self.goals.push(GoalResult { goal, value: 0.0, best: 0.0, bound: 0.0, tolerance: 0.0 });
            }
            for told in self.goals.iter_mut().filter(|g| g.goal == goal) {
                match part {
                    "value" => told.value = number,
                    "best" => told.best = number,
                    "bound" => told.bound = number,
                    "tolerance" => told.tolerance = number,
                    _ => {}
                }
            }
        } else if let Some(part) = key.strip_prefix("groups.") {
            if !self.groups.iter().any(|g| g.group == about) {
                self.groups.push(GroupSum {
                    group: about.to_owned(),
                    fte: 0.0,
                    people: 0,
                    paid_hours_week: 0.0,
                    minutes_week: 0.0,
                    week_cost: 0.0,
                });
            }
            for told in self.groups.iter_mut().filter(|g| g.group == about) {
                match part {
                    "fte" => told.fte = number,
                    "people" => told.people = number as u32,
                    "paid_hours_week" => told.paid_hours_week = number,
                    "minutes_week" => told.minutes_week = number,
                    "week_cost" => told.week_cost = number,
                    _ => {}
                }
            }
        }
    }
}
