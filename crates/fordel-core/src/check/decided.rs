//! What a plan decides, tied to the ward: which line stands where on which days, and how many start each shift.

use crate::plan::{Broken, Heads, Placed};
use crate::rule::Rule;
use crate::time::{Day, DaySet};
use crate::ward::{GroupId, LineId, Part, ShiftId, Ward};

use super::{broken, place};

/// A line's days on a group, as the plan writes them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stand {
    pub line: LineId,
    pub days: DaySet,
    pub group: GroupId,
}

/// What is decided, and what the ward doesn't know of.
pub(crate) struct Decided {
    /// By line, in the order of the sheet.
    pub stands: Vec<Stand>,
    /// `heads[shift][day]`.
    pub heads: Vec<[u32; 7]>,
    /// Placements of rows, tasks, groups or days that the ward doesn't have ([`Rule::OneGroup`]).
    pub stray_placements: Vec<Broken>,
    /// Heads on shifts, or days of shifts, that the ward doesn't have ([`Rule::ShiftMax`]).
    pub stray_heads: Vec<Broken>,
}

impl Decided {
    pub fn from_plan(ward: &Ward, placements: &[Placed], staffing: &[Heads]) -> Decided {
        let mut decided = Decided {
            stands: Vec::new(),
            heads: vec![[0; 7]; ward.shifts.len()],
            stray_placements: Vec::new(),
            stray_heads: Vec::new(),
        };
        placements.iter().for_each(|placed| decided.stand(ward, placed));
        decided.stands.sort_by_key(|stand| stand.line);
        staffing.iter().for_each(|heads| decided.start(ward, heads));
        decided
    }

    /// Today's groups, also where one doesn't qualify, and today's heads. A line whose group isn't told carries
    /// nothing.
    pub fn today(ward: &Ward) -> Decided {
        let told = ward.lines.iter().enumerate().filter_map(|(l, line)| Some((LineId(l), line.days, line.today?)));
        let heads = (0..ward.shifts.len()).map(|s| {
            std::array::from_fn(|d| {
                let day = Day(d as u8);
                if ward.shifts[s].days.contains(day) { ward.heads_today(ShiftId(s), day) } else { 0 }
            })
        });
        Decided {
            stands: told.map(|(line, days, group)| Stand { line, days, group }).collect(),
            heads: heads.collect(),
            stray_placements: Vec::new(),
            stray_heads: Vec::new(),
        }
    }

    fn stand(&mut self, ward: &Ward, placed: &Placed) {
        let line = ward.line_by_row(placed.row).filter(|l| {
            let told = placed.task.trim();
            told.is_empty() || told == ward.lines[l.0].name.trim()
        });
        let days: DaySet = placed.days.iter().filter_map(|&number| day_of(number)).collect();
        let known_days = line.map_or(DaySet::NONE, |l| ward.lines[l.0].days.and(days));
        let group = ward.group_by_code(&placed.group);
        if let (Some(line), Some(group)) = (line, group) {
            self.stands.push(Stand { line, days: known_days, group });
        }
        let no_such_day = placed.days.iter().find(|&&n| day_of(n).is_none_or(|day| !known_days.contains(day)));
        let repeated = placed.days.len() != days.len() as usize;
        if group.is_none() || no_such_day.is_some() || repeated || placed.days.is_empty() {
            let at = line.map_or(format!("{}", placed.row), |l| place(ward, Part::Line(l), &ward.lines[l.0].name));
            self.stray_placements.push(Broken {
                group: Some(placed.group.clone()),
                day: no_such_day.copied().filter(|_| line.is_some()),
                time: Some(placed.timing.clone()),
                what: Some(placed.task.clone()),
                ..broken(Rule::OneGroup, at, 0.0, 1.0)
            });
        }
    }

    fn start(&mut self, ward: &Ward, told: &Heads) {
        let of_name = |shift: &crate::ward::Shift| {
            Some(shift.group) == ward.group_by_code(&told.group)
                && shift.name.trim().to_lowercase() == told.shift.trim().to_lowercase()
        };
        let day = day_of(told.day);
        match ward.shifts.iter().position(|s| of_name(s) && day.is_some_and(|d| s.days.contains(d))) {
            Some(shift) => {
                let heads = &mut self.heads[shift][usize::from(told.day - 1)];
                *heads = heads.saturating_add(told.heads);
            }
            None if told.heads > 0 => {
                let named = ward.shifts.iter().position(of_name);
                let otherwise = format!("{} {}", told.group, told.shift);
                let at = named.map_or(otherwise.clone(), |s| place(ward, Part::ShiftMax(ShiftId(s)), &otherwise));
                self.stray_heads.push(Broken {
                    group: Some(told.group.clone()),
                    day: Some(told.day),
                    what: Some(told.shift.clone()),
                    ..broken(Rule::ShiftMax, at, 0.0, f64::from(told.heads))
                });
            }
            None => {}
        }
    }

    /// Where a line stands.
    pub fn of_line(&self, line: LineId) -> &[Stand] {
        let from = self.stands.partition_point(|s| s.line < line);
        let to = self.stands.partition_point(|s| s.line <= line);
        &self.stands[from..to]
    }

    /// Heads of a group that start on the day.
    pub fn starting(&self, ward: &Ward, group: GroupId, day: Day) -> u32 {
        starting(ward, &self.heads, group, day)
    }
}

/// Heads of a group that start on the day.
pub(crate) fn starting(ward: &Ward, heads: &[[u32; 7]], group: GroupId, day: Day) -> u32 {
    let of_group = ward.shifts.iter().zip(heads).filter(|(shift, _)| shift.group == group);
    of_group.fold(0, |sum, (_, days)| sum.saturating_add(days[usize::from(day.0)]))
}

fn day_of(number: u8) -> Option<Day> {
    (1..=7).contains(&number).then(|| Day(number - 1))
}
