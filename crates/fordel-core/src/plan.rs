//! What was decided: a plan in the shape of `plan.json`.
//!
//! Money is kroner a year unless a name says otherwise, `day` is 1 = Monday … 7 = Sunday, groups stand by code,
//! numbers are unrounded. Keys that other programs read keep their names; others may be added.

use serde::{Deserialize, Serialize};

use crate::time::{Day, DaySet};
use crate::ward::{Alike, Goal, GroupId, TaskLine, Ward};

/// How sure the plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The bound is met within the asked gap, for every goal.
    Optimal,
    /// A plan that holds; the search ended before the proof.
    Feasible,
    /// Proven: no plan keeps all demands.
    Infeasible,
    /// The search ended with neither a plan nor a proof.
    Unknown,
}

/// What ended the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// The asked gap was proven.
    Gap,
    /// The asked work was done.
    Work,
    /// The clock.
    Time,
    /// The user.
    Cancelled,
}

/// A plan with all that is told beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The unit's name.
    pub unit: String,
    /// How sure it is.
    pub status: Status,
    /// Goals in order, with what was reached and proven.
    pub goals: Vec<GoalResult>,
    /// Whether days share their heads.
    #[serde(with = "alike_name")]
    pub alike: Alike,
    /// Kroner a year; none if there is no plan.
    pub year_cost: Option<f64>,
    /// Kroner a week, training not included.
    pub week_cost: Option<f64>,
    /// Proven lower bound of the cost of every plan under the same limits, whatever its other goals; none where `cost` isn't a
    /// goal, or nothing is proven of it.
    pub bound: Option<f64>,
    /// (cost − bound) ÷ cost, where there is a bound.
    pub gap: Option<f64>,
    /// Seconds of the main search.
    pub seconds: f64,
    /// Deterministic units of work of the main search: `--work` with this number repeats it.
    pub work: u64,
    /// The work of each goal in the form in which `--work` repeats the search exactly.
    #[serde(default)]
    pub repeat: String,
    /// What ended the search.
    pub ended: Ended,
    /// The limits given for this plan.
    pub limits: Limits,
    /// Which line stands where.
    pub placements: Vec<Placed>,
    /// Heads, zeros left out.
    pub staffing: Vec<Heads>,
    /// Minutes against capacity, by group and cell; cells with neither are left out.
    pub workload: Vec<Load>,
    /// Sums by group.
    pub groups: Vec<GroupSum>,
    /// Courses taken.
    pub training: Vec<Training>,
    /// Today's groups and heads, measured alike.
    pub today: Today,
    /// Today's groups with the cheapest staffing that carries them.
    pub carried: Comparison,
    /// Every line on its lowest qualifying group, with its cheapest staffing.
    pub rightmost: Comparison,
    /// Where no plan exists: demands that can't hold together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict: Vec<Conflict>,
    /// What binds and what it is worth.
    #[serde(default)]
    pub worths: Vec<Worth>,
    /// How the gain grows with the number of tasks moved.
    #[serde(default)]
    pub curve: Vec<CurvePoint>,
    /// What the other goals bought: the same plan with the goal `cost` alone.
    #[serde(default)]
    pub cheapest: Option<Cheapest>,
    /// Version of the program that made the plan.
    #[serde(default)]
    pub version: String,
}

impl Default for Plan {
    /// Nothing decided and nothing told.
    fn default() -> Self {
        Plan {
            unit: String::new(),
            status: Status::Unknown,
            goals: Vec::new(),
            alike: Alike::Weekdays,
            year_cost: None,
            week_cost: None,
            bound: None,
            gap: None,
            seconds: 0.0,
            work: 0,
            repeat: String::new(),
            ended: Ended::Gap,
            limits: Limits::default(),
            placements: Vec::new(),
            staffing: Vec::new(),
            workload: Vec::new(),
            groups: Vec::new(),
            training: Vec::new(),
            today: Today::default(),
            carried: Comparison::default(),
            rightmost: Comparison::default(),
            conflict: Vec::new(),
            worths: Vec::new(),
            curve: Vec::new(),
            cheapest: None,
            version: String::new(),
        }
    }
}

impl Plan {
    /// The least cost of all plans under the same limits, kroner a year: what was found, and the bound that none is below.
    /// None where nothing is known of it, since cost isn't the first goal and nobody looked.
    pub fn least_cost(&self) -> Option<(f64, f64)> {
        match self.goals.first() {
            Some(first) if first.goal == Goal::Cost => Some((first.best, first.bound)),
            _ => self.cheapest.as_ref().map(|cheapest| cheapest.year_cost).zip(self.bound),
        }
    }

    /// The first goal of which it isn't proven, within the asked gap, that no better value exists.
    pub fn open_goal(&self) -> Option<&GoalResult> {
        self.goals.iter().find(|goal| goal.gap() > self.limits.gap * (1.0 + 1e-9))
    }
}

/// Limits that a plan was made under, beside those of the ward.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Asked gap, a share.
    pub gap: f64,
    /// Most kroner a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// Most placements on another group than a told and qualifying `today`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_moves: Option<u32>,
    /// Lines held on a group for this plan: (row, group).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<(u32, String)>,
}

/// A goal with its value and proof.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalResult {
    /// Which goal.
    pub goal: Goal,
    /// Its value in the plan shown.
    pub value: f64,
    /// The best value found, in its own turn or a later goal's; later goals may have used the tolerance.
    pub best: f64,
    /// Proven lower bound of its best value, among plans in which no goal before it is worse than its best value with its
    /// tolerance.
    pub bound: f64,
    /// Share by which later goals may worsen it.
    pub tolerance: f64,
}

impl GoalResult {
    /// How far the best value is from its bound, as a share of it; 0 where it is 0.
    pub fn gap(&self) -> f64 {
        if self.best > 0.0 { ((self.best - self.bound) / self.best).max(0.0) } else { 0.0 }
    }
}

/// A placement: a line's weekdays or weekend, or both, on one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// The line's row in the sheet.
    pub row: u32,
    /// Name of the task.
    pub task: String,
    /// `07-09`, a span, `døgn` or `dagtid`.
    pub timing: String,
    /// Days, 1 = Monday.
    pub days: Vec<u8>,
    /// The group on which it stands.
    pub group: String,
    /// Who does it today, if told.
    pub today: Option<String>,
}

impl Placed {
    /// These days of a line on a group, with who does it today.
    pub fn of(ward: &Ward, line: &TaskLine, days: DaySet, group: GroupId) -> Placed {
        let code = |group: GroupId| ward.group(group).code.clone();
        Placed {
            row: line.row,
            task: line.name.clone(),
            timing: ward.timing_label(&line.timing),
            days: days.iter().map(Day::number).collect(),
            group: code(group),
            today: line.today.map(code),
        }
    }
}

/// Heads that start a shift on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heads {
    /// Group.
    pub group: String,
    /// Shift name; with group and day it names one shift type.
    pub shift: String,
    /// 1 = Monday.
    pub day: u8,
    /// Whole heads.
    pub heads: u32,
}

/// Minutes against capacity for a group in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Load {
    /// Group.
    pub group: String,
    /// 1 = Monday.
    pub day: u8,
    /// Interval label.
    pub interval: String,
    /// Minutes of placed work that fall there.
    pub minutes: f64,
    /// Minutes that can go to it, bound work taken out.
    pub capacity: f64,
}

/// Sums for a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupSum {
    /// Group.
    pub group: String,
    /// Årsverk.
    pub fte: f64,
    /// People: given, or what the heads take.
    pub people: u32,
    /// Paid hours a week.
    pub paid_hours_week: f64,
    /// Minutes of placed work a week, bound work with people × length.
    pub minutes_week: f64,
    /// Kroner a week for its shifts.
    #[serde(default)]
    pub week_cost: f64,
}

/// A course that a group's people take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Training {
    /// Group.
    pub group: String,
    /// Course.
    pub course: String,
    /// People who lack it.
    pub people: u32,
    /// Hours in all, once.
    pub hours: f64,
    /// Kroner a year.
    pub cost: f64,
    /// Names of the tasks it opens.
    pub tasks: Vec<String>,
}

/// Today's distribution and staffing, measured with the plan's rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Today {
    /// Heads and courses, kroner a year; none where today's staffing isn't told.
    pub year_cost: Option<f64>,
    /// Sums by group.
    pub groups: Vec<GroupSum>,
    /// Cells where today's staffing can't carry today's work.
    pub overloaded: Vec<Load>,
    /// Minutes against capacity in every cell.
    #[serde(default)]
    pub workload: Vec<Load>,
    /// Today's heads, zeros left out.
    #[serde(default)]
    pub staffing: Vec<Heads>,
    /// Courses that today's placements take.
    #[serde(default)]
    pub training: Vec<Training>,
    /// Rows of lines whose group today isn't told.
    #[serde(default)]
    pub untold: Vec<u32>,
    /// Rows of lines whose group today doesn't qualify.
    #[serde(default)]
    pub unqualified: Vec<u32>,
    /// Presence that today's heads don't keep, in words' parts: the rules of the ward that are broken.
    #[serde(default)]
    pub broken: Vec<Broken>,
}

/// A staffing that carries a given distribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// How sure it is.
    pub status: Status,
    /// Kroner a year; none where no staffing carries it.
    pub year_cost: Option<f64>,
    /// Proven lower bound.
    #[serde(default)]
    pub bound: Option<f64>,
    /// Cost when positions, most heads and people with their weekends are lifted; only where nothing carries it.
    pub relaxed_cost: Option<f64>,
    /// Why nothing carries it, in words of the reader's language; empty where nobody has worded it.
    pub reasons: Vec<String>,
    /// The same as parts.
    #[serde(default)]
    pub conflict: Vec<Conflict>,
    /// Sums by group (of the relaxed staffing where nothing else carries it).
    pub groups: Vec<GroupSum>,
    /// Which line stands where.
    #[serde(default)]
    pub placements: Vec<Placed>,
    /// Heads, zeros left out.
    #[serde(default)]
    pub staffing: Vec<Heads>,
    /// Courses.
    #[serde(default)]
    pub training: Vec<Training>,
}

impl Default for Comparison {
    fn default() -> Self {
        Comparison {
            status: Status::Unknown,
            year_cost: None,
            bound: None,
            relaxed_cost: None,
            reasons: Vec::new(),
            conflict: Vec::new(),
            groups: Vec::new(),
            placements: Vec::new(),
            staffing: Vec::new(),
            training: Vec::new(),
        }
    }
}

/// A demand that can't hold together with the others of its set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Name of the rule ([`crate::rule::Rule::name`]), or `work` for a line that must be done.
    pub rule: String,
    /// Where it stands, e.g. `Yrkesgrupper!H2`.
    pub place: String,
    /// What the place holds: positions, heads, people, minutes a week.
    pub value: f64,
    /// The least change to it, the others held, that makes a plan possible; none if none alone does.
    pub least_change: Option<f64>,
    /// Group code, if the demand is a group's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What the demand is about: the shift's, rule's or task's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// A broken rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Broken {
    /// Name of the rule.
    pub rule: String,
    /// Where it stands in the workbook, or else what it is about.
    pub place: String,
    /// Group code, if one is concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// 1 = Monday, if a day is concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// Clock time or interval, if one is concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// What the rule asks: most or least.
    pub limit: f64,
    /// What the plan has.
    pub actual: f64,
    /// What it is about: the shift's, task's or figure's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// What one step of a demand is worth, from solving again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// Name of the rule.
    pub rule: String,
    /// Where it stands.
    pub place: String,
    /// Group code, if the demand is a group's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What the demand is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// What the place holds.
    pub from: f64,
    /// What was tried instead.
    pub to: f64,
    /// Least saving a year that is proven, kroner.
    pub low: f64,
    /// Largest saving a year that isn't ruled out, kroner.
    pub high: f64,
}

/// The best plan with at most so many moves (goal `cost`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// Most moves; none: as many as it takes.
    pub max_moves: Option<u32>,
    /// Moves that the plan found makes.
    pub moves: u32,
    /// Kroner a year; none if the search ended without a plan.
    pub year_cost: Option<f64>,
    /// Proven lower bound.
    pub bound: Option<f64>,
    /// Rows moved.
    pub rows: Vec<u32>,
}

/// The best plan by cost alone, and what the other goals changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cheapest {
    /// Kroner a year.
    pub year_cost: f64,
    /// Values of all goals in that plan.
    pub values: Vec<(Goal, f64)>,
    /// Sums by group.
    pub groups: Vec<GroupSum>,
    /// Which line stands where.
    #[serde(default)]
    pub placements: Vec<Placed>,
    /// Heads, zeros left out.
    #[serde(default)]
    pub staffing: Vec<Heads>,
}

/// A placement on another group than the plan's, with the plan's heads and everything else where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// The line's row.
    pub row: u32,
    /// The placement's days, 1 = Monday.
    pub days: Vec<u8>,
    /// The other group.
    pub group: String,
    /// What stands in the way; nothing: it would fit.
    pub obstacle: Option<Obstacle>,
    /// Kroner a year more, for courses.
    pub year_kr: f64,
    /// More of the goal `overqualified`.
    pub overqualified: f64,
    /// More of the goal `changes`.
    pub changes: f64,
}

/// What a placement elsewhere breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum Obstacle {
    /// So many minutes too many in a cell.
    NoRoom {
        /// 1 = Monday.
        day: u8,
        /// Interval label.
        interval: String,
        /// Minutes over capacity.
        minutes: f64,
    },
    /// Flexible minutes find no room within their part of the day.
    NoRoomInTheDay,
    /// Too few present at some instant for work that holds people.
    NotPresent,
    /// A limit on moves or cost.
    Limit,
}

/// Why a placement stands where it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// The line's row.
    pub row: u32,
    /// Name of the task.
    pub task: String,
    /// Interval label, `døgn` or `dagtid`.
    pub timing: String,
    /// The placement's days, 1 = Monday.
    pub days: Vec<u8>,
    /// The group on which it stands.
    pub group: String,
    /// Every other group, left to right.
    pub others: Vec<Other>,
}

/// What another group would mean for a placement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Other {
    /// The group.
    pub group: String,
    /// If it doesn't qualify: the rule (`pinned`, `only` or `lowest`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forbidden: Option<String>,
    /// If it doesn't qualify: the group that the rule names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// If it qualifies: the difference in least cost a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Difference>,
}

/// Least cost with the placement there minus least cost with it here, under the same limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Proven: at least this many kroner a year; none if nothing is proven.
    pub low: Option<f64>,
    /// At most this many kroner a year; none if no plan was found there (or none exists).
    pub high: Option<f64>,
    /// Whether it is proven that no plan exists with the placement there.
    pub impossible: bool,
    /// Whether the value holds only with the plan's heads held fixed.
    pub heads_fixed: bool,
    /// Årsverk more in all, in the two plans found.
    pub fte: Option<f64>,
    /// Courses more: (group, course).
    pub courses: Vec<(String, String)>,
}

mod alike_name {
    //! `weekdays` or `no`.
    use super::Alike;
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<S: Serializer>(alike: &Alike, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(match alike {
            Alike::Weekdays => "weekdays",
            Alike::No => "no",
        })
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Alike, D::Error> {
        match String::deserialize(d)?.as_str() {
            "weekdays" => Ok(Alike::Weekdays),
            "no" => Ok(Alike::No),
            other => Err(de::Error::custom(format!("alike: `{other}` is neither `weekdays` nor `no`"))),
        }
    }
}
