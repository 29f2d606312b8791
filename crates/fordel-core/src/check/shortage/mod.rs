//! The answer of the traffic light, held against ward and plan: who is there minute by minute, what is to come, what may
//! become of it, and whether red work is left that somebody who does less could do.
//!
//! It shares no code with the engine.

pub(crate) mod coming;
mod rescue;

use std::collections::BTreeMap;

use crate::order::GroupOrder;
use crate::plan::Plan;
use crate::shortage::rules::{Within, Yields};
use crate::shortage::{Answer, Fate, Light, Piece, SLACK, Sums};
use crate::time::{Cell, DAY, Day, WEEK};
use crate::ward::{GroupId, LineId, Priority, Ward};

use super::decided::Decided;
use super::training::holders;
use super::week::{Week, minutes};
use super::work::day_minutes;
use coming::{Coming, coming};

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// More are missing than there are.
    Heads,
    /// The intervals aren't those to come.
    Intervals,
    /// A line's minutes to come aren't told, or not all, or too many.
    Minutes,
    /// A group does what it doesn't qualify for.
    Qualified,
    /// Work is handed to a group in which nobody holds the course, and the certificates are known.
    Certificate,
    /// Work is done when it may not be.
    Time,
    /// Something becomes of work that may not become of it.
    Fate,
    /// A group has more to do than it has time for.
    Capacity,
    /// Bound work doesn't have its heads, or they aren't there.
    Watch,
    /// Presence is kept or not kept otherwise than told.
    Presence,
    /// A sum isn't what the pieces give.
    Sums,
    /// A colour isn't what the pieces give.
    Light,
    /// Red work is left though somebody present who does less could do it, directly or by handing over.
    CouldBeDone,
    /// Where hiring in is justified doesn't cover what is red, or nothing is red.
    Hire,
}

/// A flaw with where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub kind: Kind,
    /// The line that it is about.
    pub line: Option<LineId>,
    /// The group that it is about.
    pub group: Option<GroupId>,
    /// The cell that it is about.
    pub cell: Option<Cell>,
}

impl Flaw {
    fn of(kind: Kind) -> Flaw {
        Flaw { kind, line: None, group: None, cell: None }
    }
    fn line(kind: Kind, line: LineId) -> Flaw {
        Flaw { line: Some(line), ..Flaw::of(kind) }
    }
}

/// All that the parts of the check need.
struct Case<'a> {
    ward: &'a Ward,
    answer: &'a Answer,
    order: GroupOrder,
    week: Week,
    coming: Coming,
    /// `held[group][minute of the week]` by bound work.
    held: Vec<Vec<u32>>,
}

/// Everything that is wrong with an answer; nothing for one that holds.
pub fn flaws(ward: &Ward, plan: &Plan, answer: &Answer) -> Vec<Flaw> {
    let mut decided = Decided::from_plan(ward, &plan.placements, &plan.staffing);
    // What is over went by the plan, whoever was missing.
    let coming = coming(ward, plan, &decided, answer);
    let day = usize::from(answer.asked.moment.day.0);
    for absent in &answer.asked.absent {
        let known = decided.heads.get_mut(absent.shift.0).map(|days| &mut days[day]);
        match known.filter(|heads| **heads == absent.planned && absent.heads <= absent.planned) {
            Some(heads) => *heads -= absent.heads,
            None => return vec![Flaw::of(Kind::Heads)],
        }
    }
    let Some(coming) = coming else { return vec![Flaw::of(Kind::Intervals)] };
    let mut held = vec![vec![0_u32; WEEK as usize]; ward.groups.len()];
    for watch in &answer.watches {
        if let Some(held) = watch.by.and_then(|by| held.get_mut(by.0)) {
            minutes(watch.stretch).for_each(|m| held[m] = held[m].saturating_add(watch.heads));
        }
    }
    let week = Week::simulate(ward, &decided);
    let case = Case { ward, answer, order: ward.order(), week, coming, held };
    let mut flaws = case.pieces();
    flaws.extend(case.capacity());
    flaws.extend(case.watches());
    flaws.extend(case.presence());
    flaws.extend(case.figures());
    if flaws.is_empty() {
        flaws.extend(rescue::could_be_done(&case));
        flaws.extend(rescue::hire(&case));
    }
    flaws
}

impl Case<'_> {
    /// The colour that the line counts as.
    fn colour(&self, line: LineId) -> Priority {
        let line = &self.ward.lines[line.0];
        if line.bound { Priority::Red } else { line.priority.unwrap_or(Priority::Red) }
    }

    /// Whether the ward lets the line's work wait, and whether it may be left out.
    fn yields(&self, line: LineId) -> Option<Yields> {
        match self.colour(line) {
            Priority::Red => None,
            Priority::Yellow => Some(self.ward.settings.shortage.yellow),
            Priority::Green => Some(self.ward.settings.shortage.green),
        }
    }

    /// Whether the group may have the line's work: its own by plan, or one that qualifies and of which somebody holds each
    /// course, where the group's certificates are known.
    fn may(&self, line: LineId, planned: GroupId, by: GroupId) -> Option<Kind> {
        let task = &self.ward.lines[line.0];
        if by == planned {
            return None;
        }
        if by.0 >= self.ward.groups.len() || self.order.forbids(task, by).is_some() {
            return Some(Kind::Qualified);
        }
        let known = self.ward.knows_people_of(by);
        let lacks = |course| holders(self.ward, by, course).is_empty();
        let barred = known && task.training.iter().any(|(group, course)| *group == by && lacks(*course));
        barred.then_some(Kind::Certificate)
    }

    /// Minutes to come of present heads that no bound work holds, those that can go to tasks.
    fn room(&self, group: GroupId, cell: Cell) -> f64 {
        let free = |m: usize| {
            let heads = i64::from(self.week.present(group, m)) - i64::from(self.held[group.0][m]);
            heads * i64::from(self.times(m))
        };
        let free: i64 = minutes(self.coming.stretch(self.ward, cell)).map(free).sum();
        free as f64 * self.ward.group(group).task_time
    }

    /// How many times a minute of the week comes.
    fn times(&self, minute: usize) -> u32 {
        self.answer.asked.moment.times(minute as u32)
    }

    /// What a piece takes of the group that does it.
    fn taken(&self, piece: &Piece, by: GroupId) -> f64 {
        let task = &self.ward.lines[piece.line.0];
        let own = day_minutes(self.ward, task, piece.group, piece.day);
        piece.minutes * day_minutes(self.ward, task, by, piece.day) / own
    }

    /// Minutes used of every group in every cell.
    fn used(&self) -> BTreeMap<(GroupId, Cell), f64> {
        let mut used: BTreeMap<(GroupId, Cell), f64> = BTreeMap::new();
        for piece in &self.answer.pieces {
            if let Fate::Done { by, cell } = piece.fate {
                *used.entry((by, cell)).or_default() += self.taken(piece, by);
            }
        }
        used
    }

    /// Every minute to come is told once, and what becomes of it may.
    fn pieces(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut told: BTreeMap<(LineId, Day, Cell), f64> = BTreeMap::new();
        for piece in &self.answer.pieces {
            let key = (piece.line, piece.day, piece.cell);
            let work = self.coming.work.get(&key).filter(|w| w.group == piece.group);
            let Some(work) = work.filter(|_| piece.minutes > 0.0 && piece.minutes.is_finite()) else {
                flaws.push(Flaw::line(Kind::Minutes, piece.line));
                continue;
            };
            *told.entry(key).or_default() += piece.minutes;
            let yields = self.yields(piece.line);
            let kind = match piece.fate {
                Fate::Done { by, cell } => self.may(piece.line, piece.group, by).or_else(|| {
                    let on_time = work.on_time.contains(&cell);
                    (!on_time && (yields != Some(Yields::Waits) || !self.may_wait_until(piece, cell)))
                        .then_some(Kind::Time)
                }),
                Fate::NextDays(_) => (yields != Some(Yields::Waits)).then_some(Kind::Fate),
                Fate::LeftOut(_) => (yields != Some(Yields::LeftOut)).then_some(Kind::Fate),
                Fate::Uncovered(_) => yields.is_some().then_some(Kind::Fate),
            };
            flaws.extend(kind.map(|kind| Flaw::line(kind, piece.line)));
        }
        for (key, work) in &self.coming.work {
            let told = told.get(key).copied().unwrap_or(0.0);
            if (told - work.minutes).abs() > SLACK {
                flaws.push(Flaw { cell: Some(key.2), ..Flaw::line(Kind::Minutes, key.0) });
            }
        }
        flaws
    }

    /// Whether work that waits may be done in a later cell.
    fn may_wait_until(&self, piece: &Piece, cell: Cell) -> bool {
        let at = |c: Cell| self.coming.cells.iter().position(|own| *own == c);
        let (Some(own), Some(done)) = (at(piece.cell), at(cell)) else { return false };
        let task = &self.ward.lines[piece.line.0];
        let in_timing = super::week::cells(self.ward, &task.timing, piece.day).contains(&cell);
        let first = self.ward.intervals.get(0).start.minutes() % DAY;
        let starts_a_day = |c: &Cell| self.ward.intervals.stretch(*c).start % DAY == first;
        done > own
            && (in_timing
                || match self.ward.settings.shortage.within {
                    Within::Timing => false,
                    Within::Shift => self.answer.intervals[done].of_shift,
                    Within::Day => !self.coming.cells[own + 1..=done].iter().any(starts_a_day),
                })
    }

    /// Nobody has more to do than time.
    fn capacity(&self) -> Vec<Flaw> {
        let over = |((group, cell), used): ((GroupId, Cell), f64)| {
            (group.0 >= self.ward.groups.len() || used > self.room(group, cell) + SLACK).then_some(Flaw {
                group: Some(group),
                cell: Some(cell),
                ..Flaw::of(Kind::Capacity)
            })
        };
        self.used().into_iter().filter_map(over).collect()
    }

    /// Bound work has its heads at every minute, and they are there.
    fn watches(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut told: BTreeMap<(LineId, Day), BTreeMap<usize, u32>> = BTreeMap::new();
        for watch in &self.answer.watches {
            let kind = watch.by.and_then(|by| self.may(watch.line, watch.group, by));
            flaws.extend(kind.map(|kind| Flaw::line(kind, watch.line)));
            let of_line = told.entry((watch.line, watch.day)).or_default();
            let there = minutes(watch.stretch).filter(|m| self.times(*m) > 0);
            there.for_each(|m| *of_line.entry(m).or_default() += watch.heads);
        }
        if told != self.coming.watches {
            flaws.push(Flaw::of(Kind::Watch));
        }
        for group in self.ward.group_ids() {
            if self.coming.minutes.iter().any(|&m| self.held[group.0][m] > self.week.present(group, m)) {
                flaws.push(Flaw { group: Some(group), ..Flaw::of(Kind::Watch) });
            }
        }
        flaws
    }

    /// Heads that a presence rule lacks at a minute of the week.
    fn lacking(&self, rule: usize, minute: usize) -> u32 {
        let rule = &self.ward.presence[rule];
        let at = minute as u32;
        if !rule.days.iter().any(|day| rule.window.on(day).contains(at)) {
            return 0;
        }
        let heads: u64 = rule.groups.iter().map(|g| u64::from(self.week.present(*g, minute))).sum();
        u32::try_from(u64::from(rule.count).saturating_sub(heads)).unwrap_or(u32::MAX)
    }

    /// Presence that lacks is told minute by minute.
    fn presence(&self) -> Vec<Flaw> {
        let told = |rule: usize, minute: usize| -> u32 {
            let here = self.answer.gaps.iter().filter(|g| g.rule == rule && g.stretch.contains(minute as u32));
            here.map(|g| g.heads).sum()
        };
        let rules = 0..self.ward.presence.len();
        let differs = rules
            .flat_map(|rule| self.coming.minutes.iter().map(move |m| (rule, *m)))
            .any(|(rule, minute)| told(rule, minute) != self.lacking(rule, minute));
        let beyond = self.answer.gaps.iter().any(|g| g.rule >= self.ward.presence.len());
        (differs || beyond).then_some(Flaw::of(Kind::Presence)).into_iter().collect()
    }

    /// Sums and colours follow from the pieces.
    fn figures(&self) -> Vec<Flaw> {
        let mut sums = Sums::default();
        let mut lights: BTreeMap<Cell, Light> = self.coming.cells.iter().map(|c| (*c, Light::Green)).collect();
        let mut shine = |cell: Cell, light: Light| {
            let own = lights.entry(cell).or_insert(Light::Green);
            *own = light.max(*own);
        };
        for rule in 0..self.ward.presence.len() {
            let lacking = |m: usize| f64::from(self.lacking(rule, m)) * f64::from(self.times(m));
            sums.red += self.coming.minutes.iter().map(|&m| lacking(m)).sum::<f64>();
        }
        self.answer.gaps.iter().for_each(|gap| shine(gap.cell, Light::Red));
        for watch in &self.answer.watches {
            let head_minutes = f64::from(watch.heads * minutes(watch.stretch).map(|m| self.times(m)).sum::<u32>());
            match watch.by {
                None => {
                    sums.red += head_minutes;
                    shine(watch.cell, Light::Red);
                }
                Some(by) if by != watch.group => sums.handed_over += head_minutes,
                Some(_) => {}
            }
        }
        for piece in &self.answer.pieces {
            let work = self.coming.work.get(&(piece.line, piece.day, piece.cell));
            match (piece.fate, self.colour(piece.line)) {
                (Fate::Done { by, cell }, _) => {
                    if work.is_some_and(|w| !w.on_time.contains(&cell)) {
                        sums.later += piece.minutes;
                        shine(piece.cell, Light::Yellow);
                    }
                    sums.handed_over += if by == piece.group { 0.0 } else { piece.minutes };
                }
                (_, Priority::Red) => {
                    sums.red += piece.minutes;
                    shine(piece.cell, Light::Red);
                }
                (_, Priority::Yellow) => {
                    sums.yellow += piece.minutes;
                    shine(piece.cell, Light::Yellow);
                }
                (_, Priority::Green) => {
                    sums.green += piece.minutes;
                    shine(piece.cell, Light::Yellow);
                }
            }
        }
        let mut flaws = Vec::new();
        let told = self.answer.sums;
        let pairs = [
            (sums.red, told.red),
            (sums.yellow, told.yellow),
            (sums.green, told.green),
            (sums.later, told.later),
            (sums.handed_over, told.handed_over),
        ];
        if !pairs.iter().all(|(own, told)| super::agrees(*own, *told)) {
            flaws.push(Flaw::of(Kind::Sums));
        }
        let worst = lights.values().max().copied().unwrap_or(Light::Green);
        let all_told = self.answer.intervals.iter().all(|i| lights.get(&i.cell) == Some(&i.light));
        if !all_told || lights.len() != self.answer.intervals.len() || worst != self.answer.light {
            flaws.push(Flaw::of(Kind::Light));
        }
        flaws
    }
}
