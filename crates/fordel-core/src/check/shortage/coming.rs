//! What is to come from the start of a shift: intervals, work with the minutes that are left of it, bound work.

use std::collections::BTreeMap;

use crate::plan::Plan;
use crate::shortage::Answer;
use crate::shortage::asked::Moment;
use crate::time::{Cell, DAY, Day, Stretch, WEEK};
use crate::ward::{GroupId, LineId, Ward};

use super::super::decided::Decided;
use super::super::spread::told_minutes;
use super::super::week::{Week, cells, minutes};
use super::super::work::{Work, day_minutes, number, shares};

/// Minutes that one of a line's days still has to come, by the cell by which they must be done.
pub(super) struct Left {
    /// The group on which the line stands.
    pub group: GroupId,
    /// How many minutes.
    pub minutes: f64,
    /// The cells in which they aren't late.
    pub on_time: Vec<Cell>,
}

/// All that is to come.
pub(super) struct Coming {
    /// Cells, earliest first.
    pub cells: Vec<Cell>,
    /// Minutes of the week, earliest first; those that never come, since the clock is changed, left out.
    pub minutes: Vec<usize>,
    /// Work by line, day and last cell.
    pub work: BTreeMap<(LineId, Day, Cell), Left>,
    /// Heads of bound work by minute of the week.
    pub watches: BTreeMap<(LineId, Day), BTreeMap<usize, u32>>,
    /// Minutes of the first cell that are over.
    over: u32,
    /// The share of each group's work in the first cell that is to come.
    shares_left: Vec<f64>,
}

/// What is to come by what was decided, or nothing if the answer tells other intervals.
pub(super) fn coming(ward: &Ward, plan: &Plan, decided: &Decided, answer: &Answer) -> Option<Coming> {
    let shift = answer.asked.moment.stretch;
    let cell_at = |minute: u32| ward.intervals.cells().find(|c| ward.intervals.stretch(*c).contains(minute % WEEK));
    let first = cell_at(shift.start)?;
    let day_starts = ward.intervals.get(0).start.minutes() % DAY;
    // One minute after the other: to the end of the shift, and on to where a day starts.
    let mut coming = Coming {
        cells: vec![first],
        minutes: Vec::new(),
        work: BTreeMap::new(),
        watches: BTreeMap::new(),
        over: 0,
        shares_left: vec![1.0; ward.groups.len()],
    };
    let mut of_shift = vec![false];
    // Minutes from the first cell's start to the end of each cell.
    let mut ends = vec![0_u32];
    let mut shift_left = shift.minutes;
    let mut at = ward.intervals.stretch(first).start;
    let before = (shift.start + WEEK - at) % WEEK;
    for step in 0..WEEK {
        let cell = cell_at(at)?;
        if coming.cells.last() != Some(&cell) {
            if shift_left == 0 && at % DAY == day_starts {
                break;
            }
            coming.cells.push(cell);
            of_shift.push(false);
            ends.push(step);
        }
        if step >= before && shift_left > 0 {
            shift_left -= 1;
            if let Some(last) = of_shift.last_mut() {
                *last = true;
            }
        }
        coming.minutes.push(at as usize);
        if let Some(last) = ends.last_mut() {
            *last = step + 1;
        }
        at = (at + 1) % WEEK;
    }
    // What was over when it was asked isn't to come, whole cells and minutes of the one in progress.
    let asked = match answer.asked.moment.over {
        0 => 0,
        over => before + over,
    };
    let gone = ends.iter().take_while(|end| **end <= asked).count();
    coming.over = asked - gone.checked_sub(1).map_or(0, |last| ends[last]);
    coming.cells.drain(..gone);
    of_shift.drain(..gone);
    coming.minutes.drain(..coming.minutes.len().min(asked as usize));
    coming.minutes.retain(|minute| answer.asked.moment.times(*minute as u32) > 0);
    let told: Vec<(Cell, bool)> = answer.intervals.iter().map(|i| (i.cell, i.of_shift)).collect();
    if told != coming.cells.iter().copied().zip(of_shift).collect::<Vec<_>>() {
        return None;
    }
    if let Some(cell) = coming.cells.first().filter(|_| coming.over > 0) {
        coming.shares_left = shares_left(ward, decided, *cell, coming.over, &answer.asked.moment);
    }
    coming.fill(ward, plan, decided, &answer.asked.moment);
    Some(coming)
}

/// The share of each group's work in a cell in progress that is to come: of the minutes that those planned have for tasks
/// there, those that are left; of the clock's, where they have none.
fn shares_left(ward: &Ward, decided: &Decided, cell: Cell, over: u32, moment: &Moment) -> Vec<f64> {
    let week = Week::simulate(ward, decided);
    let all: Vec<usize> = minutes(ward.intervals.stretch(cell)).collect();
    let left = &all[over as usize..];
    let share = |group: GroupId| {
        let times = |m: &usize| f64::from(moment.times(*m as u32));
        let free = |m: &usize| {
            let heads = i64::from(week.present(group, *m)) - i64::from(week.held(group, *m));
            heads * i64::from(moment.times(*m as u32))
        };
        match all.iter().map(free).sum::<i64>() {
            whole @ 1.. => (left.iter().map(free).sum::<i64>() as f64 / whole as f64).clamp(0.0, 1.0),
            _ => left.iter().map(times).sum::<f64>() / all.iter().map(times).sum::<f64>(),
        }
    };
    ward.group_ids().map(share).collect()
}

impl Coming {
    /// What is to come of a cell.
    pub fn stretch(&self, ward: &Ward, cell: Cell) -> Stretch {
        let whole = ward.intervals.stretch(cell);
        let over = if self.cells.first() == Some(&cell) { self.over } else { 0 };
        Stretch { start: (whole.start + over) % WEEK, minutes: whole.minutes - over }
    }

    /// The share of a group's work in a cell that is to come: nothing of one that never comes, since the clock is changed.
    fn share_left(&self, ward: &Ward, moment: &Moment, group: GroupId, cell: Cell) -> f64 {
        match self.cells.iter().position(|own| *own == cell) {
            None => 0.0,
            Some(_) if moment.minutes(self.stretch(ward, cell)) == 0 => 0.0,
            Some(0) => self.shares_left[group.0],
            Some(_) => 1.0,
        }
    }

    fn fill(&mut self, ward: &Ward, plan: &Plan, decided: &Decided, moment: &Moment) {
        let over = |group, cell| 1.0 - self.share_left(ward, moment, group, cell);
        let earlier = done_earlier(ward, plan, decided, over);
        for stand in &decided.stands {
            let line = &ward.lines[stand.line.0];
            for day in stand.days.iter() {
                let own = cells(ward, &line.timing, day);
                let to_come: Vec<Cell> = self.cells.iter().copied().filter(|c| own.contains(c)).collect();
                let Some(last) = to_come.last().copied() else { continue };
                if line.bound {
                    let watched = to_come.iter().flat_map(|c| minutes(self.stretch(ward, *c)));
                    let watched = watched.filter(|m| moment.times(*m as u32) > 0);
                    let watched: BTreeMap<usize, u32> = watched.map(|m| (m, line.people)).collect();
                    if !watched.is_empty() {
                        self.watches.insert((stand.line, day), watched);
                    }
                    continue;
                }
                let all = day_minutes(ward, line, stand.group, day);
                let left: Vec<(Cell, f64, Vec<Cell>)> = if line.flexible && own.len() > 1 {
                    let earlier = earlier.get(&(stand.line, day)).copied().unwrap_or(0.0);
                    vec![(last, all - earlier, to_come)]
                } else {
                    let there = own.iter().zip(shares(ward, &own)).filter(|(c, _)| to_come.contains(c));
                    there
                        .map(|(cell, share)| {
                            (*cell, all * share * self.share_left(ward, moment, stand.group, *cell), vec![*cell])
                        })
                        .collect()
                };
                for (cell, minutes, on_time) in left.into_iter().filter(|(_, minutes, _)| *minutes > 0.0) {
                    self.work.insert((stand.line, day, cell), Left { group: stand.group, minutes, on_time });
                }
            }
        }
    }
}

/// Minutes of flexible work that the plan has where it is over, of a group's work in each cell the share that is told: in
/// each cell the minutes that the plan tells, less those that lie there by themselves, go to the work that must be done
/// first, then by the order of the sheet.
pub(crate) fn done_earlier(
    ward: &Ward,
    plan: &Plan,
    decided: &Decided,
    over: impl Fn(GroupId, Cell) -> f64,
) -> BTreeMap<(LineId, Day), f64> {
    let work = Work::of(ward, decided);
    let day_starts = ward.intervals.get(0).start.minutes();
    let since_monday = |cell: &Cell| (ward.intervals.stretch(*cell).start + WEEK - day_starts) % WEEK;
    let mut in_time: Vec<Cell> = ward.intervals.cells().collect();
    in_time.sort_by_key(since_monday);
    let mut done: BTreeMap<(LineId, Day), f64> = BTreeMap::new();
    for group in ward.group_ids() {
        let Some(told) = told_minutes(ward, &plan.workload, group) else { continue };
        let mut waiting: Vec<(u32, LineId, Day, f64)> = Vec::new();
        for stand in decided.stands.iter().filter(|s| s.group == group) {
            let line = &ward.lines[stand.line.0];
            for day in stand.days.iter().filter(|_| line.flexible && !line.bound) {
                let own = cells(ward, &line.timing, day);
                if let Some(deadline) = own.iter().map(since_monday).max().filter(|_| own.len() > 1) {
                    waiting.push((deadline, stand.line, day, day_minutes(ward, line, group, day)));
                }
            }
        }
        waiting.sort_by_key(|(deadline, line, day, _)| (*deadline, *line, *day));
        for cell in &in_time {
            let mut room = (told[number(ward, *cell)] - work.fixed[group.0][number(ward, *cell)]).max(0.0);
            for (_, line, day, left) in &mut waiting {
                if cells(ward, &ward.lines[line.0].timing, *day).contains(cell) {
                    let part = left.min(room);
                    *left -= part;
                    room -= part;
                    *done.entry((*line, *day)).or_default() += part * over(group, *cell);
                }
            }
        }
    }
    done
}
