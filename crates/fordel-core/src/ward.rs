//! What was asked: the ward with its groups, shifts, task lines and demands.
//!
//! A [`Ward`] is valid by construction of its reader: codes are resolved to ids, every line has at least one
//! qualifying group, intervals cover the day. [`crate::check`] and the engine both start from this type and
//! share nothing else.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::projection::Assumptions;
use crate::shortage::rules::Rules as ShortageRules;
use crate::simulation::variation::Variation;
use crate::time::{Clock, Day, DaySet, Intervals, Window};
use crate::year::Entry;

/// A professional group, by its place in the sheet: 0 is leftmost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GroupId(pub usize);
/// A shift type, by its place in [`Ward::shifts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ShiftId(pub usize);
/// A task line, by its place in [`Ward::lines`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineId(pub usize);
/// A course, by its place in [`Ward::courses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CourseId(pub usize);
/// An activity driver, by its place in [`Ward::drivers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DriverId(pub usize);

/// A ward and its work for one week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ward {
    /// Name of the unit.
    pub unit: String,
    /// The cut of the day.
    pub intervals: Intervals,
    /// Task categories, in the order of the activity plan.
    pub categories: Vec<Category>,
    /// Groups from left to right.
    pub groups: Vec<Group>,
    /// Shift types.
    pub shifts: Vec<Shift>,
    /// Task lines in the order of the sheet.
    pub lines: Vec<TaskLine>,
    /// How many must be present when.
    pub presence: Vec<Presence>,
    /// Activity drivers.
    pub drivers: Vec<Driver>,
    /// Courses.
    pub courses: Vec<Course>,
    /// Who has taken what.
    pub certificates: Vec<Certificate>,
    /// Who stands in the sheet of certificates without a course. Who the ward's people are is told by
    /// [`known`](crate::measure::certificates::known()).
    #[serde(default)]
    pub people: Vec<Person>,
    /// Today's heads, if told: `staffing_today[shift][day]`; empty where the sheet is missing.
    pub staffing_today: Vec<[u32; 7]>,
    /// What is known of the year ahead.
    #[serde(default)]
    pub calendar: Vec<Entry>,
    /// What is assumed of the years ahead.
    #[serde(default)]
    pub projection: Assumptions,
    /// Rates and choices.
    pub settings: Settings,
    /// Where each part stands in the workbook, e.g. `Yrkesgrupper!H2`; parts that were assumed are absent.
    #[serde(with = "places_as_list")]
    pub places: BTreeMap<Part, String>,
}

/// A task category of the activity plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Its name as the ward writes it.
    pub name: String,
}

/// A professional group. Hours are hours, money is kroner, shares are 0 … 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Short code, unique in the ward.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whom it covers.
    pub covers: Covers,
    /// Out of the chain: covers and is covered only by name.
    pub beside: bool,
    /// Kroner per paid hour with holiday pay, pension and employer's tax.
    pub hourly_kr: f64,
    /// Weekly hours of a full position.
    pub weekly_hours: f64,
    /// Share of time away with pay that is covered, holiday not included.
    pub absence: f64,
    /// Holiday weeks a year.
    pub holiday_weeks: f64,
    /// Share of presence that can go to mapped tasks.
    pub task_time: f64,
    /// Positions (årsverk) there are.
    pub positions: Option<f64>,
    /// Positions that must be used.
    pub positions_least: Option<f64>,
    /// People there are.
    pub people: Option<f64>,
    /// People work every k-th weekend.
    pub weekend_every: f64,
    /// Scarce: its time counts double in `overqualified`.
    pub scarce: bool,
}

impl Group {
    /// Heads that can start on a Saturday and a Sunday together, where people work every k-th weekend; none where nobody
    /// tells how many people there are.
    pub fn most_weekend_heads(&self) -> Option<f64> {
        self.people.map(|people| 2.0 * (people / self.weekend_every).floor())
    }
}

/// Whom a group covers by its own row; covering is transitive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Covers {
    /// All rows below that stand in the chain (nobody, if the group itself stands beside it).
    Below,
    /// Exactly these.
    Named(Vec<GroupId>),
}

/// A shift type of one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// Whose shift it is.
    pub group: GroupId,
    /// Name, e.g. `D`; may recur in a group on other days.
    pub name: String,
    /// Start and end; may pass midnight.
    pub window: Window,
    /// Paid hours.
    pub paid_hours: f64,
    /// Days on which it can start.
    pub days: DaySet,
    /// Least heads on each of its days.
    pub min: u32,
    /// Most heads on each of its days.
    pub max: u32,
}

/// When a line's work falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timing {
    /// A clock interval or a run of neighbouring ones: indices `from..to` in [`Ward::intervals`].
    Span {
        /// First interval.
        from: usize,
        /// One past the last interval.
        to: usize,
    },
    /// Untimed, around the clock: every interval of the day.
    AroundTheClock,
    /// Can be done in daytime on ordinary weekdays: the intervals wholly within 07–15, Monday to Friday.
    Daytime,
}

/// How often a line occurs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Count {
    /// Times a day on each of its days.
    PerDay(f64),
    /// Times per unit of the day's activity.
    PerDriver(f64, DriverId),
    /// Times a week, divided by its days.
    PerWeek(f64),
    /// Times a month: × 7 ÷ 30.4 a week, shared as a week's number is.
    PerMonth(f64),
}

/// Colour for the traffic light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// Must be done in its cell.
    Red,
    /// May be put off.
    Yellow,
    /// May be left out.
    Green,
}

/// One task in one timing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskLine {
    /// Row number in the sheet `Oppgaver`, the line's identity in plans.
    pub row: u32,
    /// Which task it is a line of: lines with the same key are one task.
    pub task_key: String,
    /// Task number as written, if any.
    pub number: Option<String>,
    /// Name of the task.
    pub name: String,
    /// Index in [`Ward::categories`].
    pub category: usize,
    /// When.
    pub timing: Timing,
    /// The days on which it occurs; for [`Timing::Daytime`] only Monday to Friday are kept.
    pub days: DaySet,
    /// How often. Doesn't apply to bound lines.
    pub count: Count,
    /// Minutes for one occurrence. Doesn't apply to bound lines.
    pub minutes: f64,
    /// Other minutes for other groups.
    pub minutes_by_group: BTreeMap<GroupId, f64>,
    /// Range of the minutes, for simulation.
    pub minutes_low: Option<f64>,
    /// Range of the minutes, for simulation.
    pub minutes_high: Option<f64>,
    /// People needed at once.
    pub people: u32,
    /// Holds `people` whole heads at every instant of its timing.
    pub bound: bool,
    /// Whether the day's minutes may be spread freely over the cells of its timing; the default is resolved.
    pub flexible: bool,
    /// The least qualified group that may do it.
    pub lowest: GroupId,
    /// If not empty: only these groups.
    pub only: Vec<GroupId>,
    /// The group on which it must stay.
    pub pinned: Option<GroupId>,
    /// Who does it today.
    pub today: Option<GroupId>,
    /// Weekday and weekend on one group.
    pub same_all_week: bool,
    /// The course each group would need; a group may need several.
    pub training: Vec<(GroupId, CourseId)>,
    /// Colour for the traffic light.
    pub priority: Option<Priority>,
    /// Whether it is health work.
    pub health_work: bool,
    /// Free text.
    pub note: Option<String>,
}

impl TaskLine {
    /// Minutes for one occurrence when `group` does it.
    pub fn minutes_on(&self, group: GroupId) -> f64 {
        self.minutes_by_group.get(&group).copied().unwrap_or(self.minutes)
    }

    /// The line's placements: its days, cut into Monday–Friday and Saturday–Sunday unless it keeps the same
    /// group all week.
    pub fn placements(&self) -> Vec<DaySet> {
        if self.same_all_week {
            return vec![self.days];
        }
        [DaySet::WEEKDAYS, DaySet::WEEKEND]
            .map(|part| self.days.and(part))
            .into_iter()
            .filter(|d| !d.is_empty())
            .collect()
    }
}

/// How many heads of some groups must be present at every instant of a window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Presence {
    /// The groups whose heads count, resolved (`SPL+` holds SPL and all that cover it).
    pub groups: Vec<GroupId>,
    /// As written, for messages: `SPL+;HFA`.
    pub label: String,
    /// When.
    pub window: Window,
    /// The days on which the window starts.
    pub days: DaySet,
    /// Heads.
    pub count: u32,
    /// The course that so many of those present must hold; such a rule is about one group.
    #[serde(default)]
    pub course: Option<CourseId>,
}

/// An activity driver: patients, admissions …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// Name as used in `Per`.
    pub name: String,
    /// Units on each weekday.
    pub by_day: [f64; 7],
}

/// A course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// Name.
    pub name: String,
    /// Hours a person spends.
    pub hours: f64,
    /// Fee a person, kroner.
    pub fee_kr: f64,
    /// Months it is valid; none: for as long as training is spread.
    pub valid_months: Option<u32>,
}

/// A person (a pseudonym) who has taken a course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// Pseudonym.
    pub employee: String,
    /// The person's group.
    pub group: GroupId,
    /// Percent of a full position.
    pub percent: Option<f64>,
    /// What was taken.
    pub course: CourseId,
    /// When.
    pub date: Date,
    /// The last day on which it counts, where that is told; none: as the course says.
    #[serde(default)]
    pub until: Option<Date>,
    /// Which weekends the person works, where that is told; none: as the group does.
    #[serde(default)]
    pub weekends: Option<Weekends>,
}

/// A person (a pseudonym) who is told without a course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Pseudonym.
    pub employee: String,
    /// The person's group.
    pub group: GroupId,
    /// Percent of a full position.
    pub percent: Option<f64>,
    /// Which weekends the person works, where that is told; none: as the group does.
    pub weekends: Option<Weekends>,
}

/// Which weekends a person works.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Weekends {
    /// Every so many: 3 is every third; 1 or more.
    Every(f64),
    /// None.
    Never,
}

/// Whether days share their heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alike {
    /// The same heads on all days Monday–Friday on which the shift runs, and the same on Saturday and Sunday.
    Weekdays,
    /// Each day on its own.
    No,
}

/// A goal of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Kroner a year.
    Cost,
    /// Minutes a week placed above the line's lowest qualifying group, scarce groups counted double.
    Overqualified,
    /// Paid hours a week of the scarce groups.
    ScarceHours,
    /// Minutes a week placed on another group than today.
    Changes,
    /// Number of (task, group) pairs.
    Spread,
}

impl Goal {
    /// All goals.
    pub const ALL: [Goal; 5] = [Goal::Cost, Goal::Overqualified, Goal::ScarceHours, Goal::Changes, Goal::Spread];
    /// Its name in `plan.json` and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Goal::Cost => "cost",
            Goal::Overqualified => "overqualified",
            Goal::ScarceHours => "scarce_hours",
            Goal::Changes => "changes",
            Goal::Spread => "spread",
        }
    }
}

/// Rates and choices that hold for the whole ward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Supplement per hour between 17 and 06, as a share of the hourly cost.
    pub evening_night_rate: f64,
    /// Supplement per hour on Saturday and Sunday, as a share of the hourly cost.
    pub weekend_rate: f64,
    /// Supplement per hour on public holidays, as a share of the hourly cost, on top of those above. Used over the year;
    /// the plan's week has no public holiday.
    #[serde(default = "usual_holiday_rate")]
    pub holiday_rate: f64,
    /// Years over which training is spread.
    pub training_years: f64,
    /// Share of paid absence that the state refunds.
    pub refund: f64,
    /// The plan's date, for certificates; none: the newest date among them.
    pub plan_date: Option<Date>,
    /// What later goals may add to the cost, as a share; the default for the goal `cost`.
    pub cost_tolerance: Option<f64>,
    /// One weight an interval, in place of its length, for minutes that fall by themselves.
    pub day_profile: Option<Vec<f64>>,
    /// Whether days share their heads.
    pub alike: Alike,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// What yellow and green work may do when people are missing, and the order of relief.
    #[serde(default)]
    pub shortage: ShortageRules,
    /// What varies from week to week, and how much.
    #[serde(default)]
    pub variation: Variation,
}

/// One and a third of the hour's pay, as older tariffs of KS have it (HTA § 5.3): to be replaced by the ward's own.
fn usual_holiday_rate() -> f64 {
    4.0 / 3.0
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            evening_night_rate: 0.28,
            weekend_rate: 0.22,
            holiday_rate: usual_holiday_rate(),
            training_years: 3.0,
            refund: 0.0,
            plan_date: None,
            cost_tolerance: None,
            day_profile: None,
            alike: Alike::Weekdays,
            budget_kr: None,
            shortage: ShortageRules::default(),
            variation: Variation::default(),
        }
    }
}

/// A part of the ward that a message can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// `Årsverk` of a group.
    Positions(GroupId),
    /// `Årsverk minst` of a group.
    PositionsLeast(GroupId),
    /// `Ansatte` of a group.
    People(GroupId),
    /// `Helg hver` of a group.
    WeekendEvery(GroupId),
    /// A group's row.
    Group(GroupId),
    /// `Min` of a shift.
    ShiftMin(ShiftId),
    /// `Maks` of a shift.
    ShiftMax(ShiftId),
    /// `Antall` of a presence rule, by its index.
    Presence(usize),
    /// A task line's row (the cell of its name).
    Line(LineId),
    /// `Låst til` of a line.
    Pinned(LineId),
    /// `Bare` of a line.
    Only(LineId),
    /// `Minstekrav` of a line.
    Lowest(LineId),
    /// `I dag` of a line.
    Today(LineId),
    /// The setting `Lik bemanning`.
    Alike,
    /// The setting `Budsjett`.
    Budget,
}

impl Ward {
    /// The group with this code, without regard to case and surrounding space.
    pub fn group_by_code(&self, code: &str) -> Option<GroupId> {
        self.groups.iter().position(|g| g.code.to_lowercase() == code.trim().to_lowercase()).map(GroupId)
    }
    /// The group.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.0]
    }
    /// Ids of all groups, left to right.
    pub fn group_ids(&self) -> impl DoubleEndedIterator<Item = GroupId> + ExactSizeIterator + use<> {
        (0..self.groups.len()).map(GroupId)
    }
    /// The line that stands in this row.
    pub fn line_by_row(&self, row: u32) -> Option<LineId> {
        // Lines are read in the order of their rows; a ward that was made otherwise is looked through.
        let at = self.lines.partition_point(|l| l.row < row);
        if self.lines.get(at).is_some_and(|l| l.row == row) {
            return Some(LineId(at));
        }
        self.lines.iter().position(|l| l.row == row).map(LineId)
    }
    /// The label of a line's timing as it stands in `plan.json`: `07-09`, `døgn`, `dagtid`.
    pub fn timing_label(&self, timing: &Timing) -> String {
        match timing {
            Timing::AroundTheClock => "døgn".into(),
            Timing::Daytime => "dagtid".into(),
            Timing::Span { from, to } => {
                Window { start: self.intervals.get(*from).start, end: self.intervals.get(to - 1).end }.label()
            }
        }
    }
    /// Heads today of a shift on a day; 0 where nothing is told.
    pub fn heads_today(&self, shift: ShiftId, day: Day) -> u32 {
        self.staffing_today.get(shift.0).map_or(0, |days| days[usize::from(day.0)])
    }
    /// Whether today's staffing is told at all.
    pub fn knows_staffing_today(&self) -> bool {
        self.staffing_today.iter().flatten().any(|&heads| heads > 0)
    }
    /// Whether anybody of a group stands in the sheet of certificates, with a course or without one: who of them holds what is
    /// known then.
    pub fn knows_people_of(&self, group: GroupId) -> bool {
        self.certificates.iter().any(|c| c.group == group) || self.people.iter().any(|p| p.group == group)
    }
    /// Where a part stands in the workbook, if it was given there.
    pub fn place(&self, part: Part) -> Option<&str> {
        self.places.get(&part).map(String::as_str)
    }
    /// The date on which certificates must be valid.
    pub fn plan_date(&self) -> Option<Date> {
        self.settings.plan_date.or_else(|| self.certificates.iter().map(|c| c.date).max())
    }
}

/// `00:00`, for readers that build windows.
pub const MIDNIGHT: Clock = Clock(0);

mod places_as_list {
    //! JSON keys must be text: the map is written as a list of pairs.
    use super::{BTreeMap, Part};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(map: &BTreeMap<Part, String>, s: S) -> Result<S::Ok, S::Error> {
        map.iter().collect::<Vec<_>>().serialize(s)
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<BTreeMap<Part, String>, D::Error> {
        Ok(Vec::<(Part, String)>::deserialize(d)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    #[test]
    fn a_line_is_found_by_its_row_in_whatever_order_lines_stand() {
        let mut ward = sample::ward();
        let line = |row: u32| TaskLine { row, ..sample::line("Tilsyn", 4, "SPL", &ward) };
        let (sorted, mixed) = ([2, 3, 7, 1004].map(line), [7, 2, 1004, 3].map(line));
        for lines in [sorted, mixed] {
            ward.lines = lines.to_vec();
            for (at, line) in ward.lines.iter().enumerate() {
                assert_eq!(ward.line_by_row(line.row), Some(LineId(at)), "row {}", line.row);
            }
            assert!([0, 4, 1005].iter().all(|row| ward.line_by_row(*row).is_none()));
        }
    }
}
