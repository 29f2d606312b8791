//! Where things stand, settled before anything is written, so that sheets can point at each other.

use std::collections::BTreeMap;

use fordel_core::plan::{Comparison, Heads, Plan, Training};
use fordel_core::time::Day;
use fordel_core::ward::{CourseId, GroupId, ShiftId, Ward};
use fordel_text::Texts;

use super::SheetKind;
use super::pen::fixed;

/// Columns of the sheet of assumptions that formulas point at.
pub(super) mod assumed {
    pub const VALUE: u16 = 2;
    pub const HOURLY: u16 = 2;
    pub const WEEKLY_HOURS: u16 = 3;
    pub const ABSENCE: u16 = 4;
    pub const HOLIDAY: u16 = 5;
    pub const TASK_TIME: u16 = 6;
    pub const WEEKEND_EVERY: u16 = 10;
    pub const PAID: u16 = 5;
    pub const LENGTH: u16 = 6;
    pub const EVENING_NIGHT: u16 = 7;
    /// Weekend hours of a shift that starts on Friday; Saturday and Sunday follow.
    pub const WEEKEND: u16 = 8;
}

/// The settings in their order on the sheet of assumptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    EveningNight,
    Weekend,
    Refund,
    TrainingYears,
    Weeks,
}

impl Setting {
    pub const ALL: [Setting; 5] =
        [Setting::EveningNight, Setting::Weekend, Setting::Refund, Setting::TrainingYears, Setting::Weeks];
}

/// First row of the settings (index).
pub(super) const SETTINGS_ROW: u32 = 5;
/// First row of the shifts on the staffing sheet (index).
pub(super) const STAFFING_ROW: u32 = 5;
/// The row of the courses' sums on the training sheet (index): proposal; today and carried follow.
pub(super) const TRAINING_SUMS: u32 = 3;
/// Where the courses' sums stand.
pub(super) const TRAINING_SUM_COLUMN: u16 = 9;

/// A distribution that a course or heads belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Proposal,
    Today,
    Carried,
}

impl Side {
    pub const ALL: [Side; 3] = [Side::Proposal, Side::Today, Side::Carried];
}

/// A course that a group takes in at least one of the distributions.
#[derive(Clone, Debug)]
pub(super) struct CourseRow {
    pub group: GroupId,
    pub course: CourseId,
    pub people: u32,
    pub sides: [bool; 3],
    pub tasks: Vec<String>,
}

impl CourseRow {
    /// Kroner once: `people × (hours × hourly + fee)`.
    pub fn once(&self, ward: &Ward) -> f64 {
        let course = &ward.courses[self.course.0];
        f64::from(self.people) * (course.hours * ward.group(self.group).hourly_kr + course.fee_kr)
    }
    /// Years over which it is spread: `min(training years, months valid ÷ 12)`.
    pub fn years(&self, ward: &Ward) -> f64 {
        let years = ward.settings.training_years;
        ward.courses[self.course.0].valid_months.map_or(years, |months| years.min(f64::from(months) / 12.0))
    }
    /// Kroner a year.
    pub fn year_cost(&self, ward: &Ward) -> f64 {
        self.once(ward) / self.years(ward)
    }
}

/// Where things stand.
pub(super) struct Layout {
    assumptions: String,
    staffing: String,
    training: String,
    /// Shifts in the order of the staffing sheet: by group, then by start.
    pub shifts: Vec<ShiftId>,
    group_rows: Vec<u32>,
    shift_rows: Vec<u32>,
    staffing_rows: Vec<u32>,
    subtotal_rows: Vec<u32>,
    /// Heads by side, shift and day.
    heads: [Vec<[u32; 7]>; 3],
    /// Courses, by group and name.
    pub courses: Vec<CourseRow>,
    compares: bool,
}

impl Layout {
    pub fn new(ward: &Ward, plan: &Plan, texts: &Texts) -> Layout {
        let mut shifts: Vec<ShiftId> = (0..ward.shifts.len()).map(ShiftId).collect();
        shifts.sort_by_key(|s| (ward.shifts[s.0].group, ward.shifts[s.0].window.start, s.0));
        // Each table has a title, a heading and a blank row after it.
        let first_group = SETTINGS_ROW + Setting::ALL.len() as u32 + EXTRA_SETTINGS + 3;
        let group_rows: Vec<u32> = (0..ward.groups.len() as u32).map(|g| first_group + g).collect();
        let first_shift = first_group + ward.groups.len() as u32 + 3;
        let mut shift_rows = vec![0; shifts.len()];
        let mut staffing_rows = vec![0; shifts.len()];
        let mut subtotal_rows = Vec::new();
        let mut row = STAFFING_ROW;
        let mut placed = 0;
        for group in ward.group_ids() {
            for shift in shifts.iter().filter(|s| ward.shifts[s.0].group == group) {
                staffing_rows[shift.0] = row;
                shift_rows[shift.0] = first_shift + placed;
                placed += 1;
                row += 1;
            }
            subtotal_rows.push(row);
            row += 1;
        }
        let today: Vec<[u32; 7]> = (0..ward.shifts.len())
            .map(|s| std::array::from_fn(|d| ward.heads_today(ShiftId(s), Day(d as u8))))
            .collect();
        let compares = ward.lines.iter().any(|line| line.today.is_some());
        let carried = if compares { &plan.carried } else { &Comparison::default() };
        Layout {
            assumptions: texts.get(SheetKind::Assumptions.key()),
            staffing: texts.get(SheetKind::Staffing.key()),
            training: texts.get(SheetKind::Training.key()),
            heads: [heads(ward, &plan.staffing), today, heads(ward, &carried.staffing)],
            courses: courses(ward, [&plan.training, &plan.today.training, &carried.training]),
            compares,
            shifts,
            group_rows,
            shift_rows,
            staffing_rows,
            subtotal_rows,
        }
    }

    /// Whether today's distribution is told at all, so that there is something to compare the plan with.
    pub fn compares(&self) -> bool {
        self.compares
    }
    /// A cell of a group's row on the sheet of assumptions.
    pub fn group_cell(&self, group: GroupId, col: u16) -> String {
        format!("'{}'!{}", self.assumptions, fixed(self.group_rows[group.0], col))
    }
    /// A cell of a shift's row on the sheet of assumptions.
    pub fn shift_cell(&self, shift: ShiftId, col: u16) -> String {
        format!("'{}'!{}", self.assumptions, fixed(self.shift_rows[shift.0], col))
    }
    /// The value of a setting.
    pub fn setting_cell(&self, setting: Setting) -> String {
        format!("'{}'!{}", self.assumptions, fixed(SETTINGS_ROW + setting as u32, assumed::VALUE))
    }
    /// The codes of all groups, for drop-down lists.
    pub fn codes(&self) -> Option<String> {
        let (first, last) = (self.group_rows.first()?, self.group_rows.last()?);
        Some(format!("'{}'!{}:{}", self.assumptions, fixed(*first, 0), fixed(*last, 0)))
    }
    /// A cell of the staffing sheet.
    pub fn staffing_cell(&self, row: u32, col: u16) -> String {
        format!("'{}'!{}", self.staffing, fixed(row, col))
    }
    /// A side's yearly cost of courses.
    pub fn training_sum(&self, side: Side) -> String {
        format!("'{}'!{}", self.training, fixed(TRAINING_SUMS + side as u32, TRAINING_SUM_COLUMN))
    }
    pub fn group_row(&self, group: GroupId) -> u32 {
        self.group_rows[group.0]
    }
    pub fn shift_row(&self, shift: ShiftId) -> u32 {
        self.shift_rows[shift.0]
    }
    /// The first row after the shifts on the sheet of assumptions.
    pub fn after_shifts(&self) -> u32 {
        self.group_rows.last().map_or(SETTINGS_ROW, |r| r + 3) + self.shift_rows.len() as u32 + 1
    }
    pub fn staffing_row(&self, shift: ShiftId) -> u32 {
        self.staffing_rows[shift.0]
    }
    /// The row of a group's sums on the staffing sheet.
    pub fn subtotal_row(&self, group: GroupId) -> u32 {
        self.subtotal_rows[group.0]
    }
    /// The rows of a group's shifts on the staffing sheet; none where it has no shift.
    pub fn shift_range(&self, ward: &Ward, group: GroupId) -> Option<(u32, u32)> {
        let count = ward.shifts.iter().filter(|s| s.group == group).count() as u32;
        let last = self.subtotal_rows[group.0];
        (count > 0).then(|| (last - count, last - 1))
    }
    /// The row of the ward's sums on the staffing sheet.
    pub fn total_row(&self) -> u32 {
        self.subtotal_rows.last().map_or(STAFFING_ROW, |r| r + 1)
    }
    /// Kroner a year for the courses of a side.
    pub fn course_cost(&self, ward: &Ward, side: Side) -> f64 {
        self.courses.iter().filter(|row| row.sides[side as usize]).map(|row| row.year_cost(ward)).sum()
    }
    /// Heads of a shift by weekday.
    pub fn heads(&self, side: Side, shift: ShiftId) -> &[u32; 7] {
        &self.heads[side as usize][shift.0]
    }
}

/// Settings that are told but that no formula uses.
pub(super) const EXTRA_SETTINGS: u32 = 5;

/// Heads of a plan by shift and day; heads that the ward has no shift for are left out.
fn heads(ward: &Ward, staffing: &[Heads]) -> Vec<[u32; 7]> {
    let mut by_shift = vec![[0; 7]; ward.shifts.len()];
    for h in staffing.iter().filter(|h| (1..=7).contains(&h.day)) {
        let day = Day(h.day - 1);
        let group = ward.group_by_code(&h.group);
        let shift =
            ward.shifts.iter().position(|s| Some(s.group) == group && s.name == h.shift && s.days.contains(day));
        if let Some(shift) = shift {
            let heads: &mut u32 = &mut by_shift[shift][usize::from(day.0)];
            *heads = heads.saturating_add(h.heads);
        }
    }
    by_shift
}

fn courses(ward: &Ward, sides: [&Vec<Training>; 3]) -> Vec<CourseRow> {
    let mut rows: BTreeMap<(GroupId, CourseId), CourseRow> = BTreeMap::new();
    for (side, training) in sides.into_iter().enumerate() {
        for taken in training {
            let group = ward.group_by_code(&taken.group);
            let course = ward.courses.iter().position(|c| c.name == taken.course).map(CourseId);
            let (Some(group), Some(course)) = (group, course) else { continue };
            let row = rows.entry((group, course)).or_insert_with(|| CourseRow {
                group,
                course,
                people: taken.people,
                sides: [false; 3],
                tasks: Vec::new(),
            });
            row.sides[side] = true;
            if row.tasks.is_empty() {
                row.tasks.clone_from(&taken.tasks);
            }
        }
    }
    rows.into_values().collect()
}
