//! What is to come from the start of a shift, in numbers: cells, who is there, work with the minutes left of it.

use std::collections::BTreeMap;

use fordel_core::order::GroupOrder;
use fordel_core::plan::Plan;
use fordel_core::shortage::asked::{self, Asked, Moment};
use fordel_core::shortage::rules::{Within, Yields};
use fordel_core::shortage::{Gap, Why};
use fordel_core::time::{Cell, DAY, Day, Stretch, WEEK};
use fordel_core::ward::{GroupId, LineId, Priority, TaskLine, Timing, Ward};

use crate::money;
use crate::problem::work::{count, shares};

/// Minutes below which work isn't there.
pub const DUST: f64 = 1e-6;

/// Where cells are cut into parts, beside where somebody comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nowhere.
    Changes,
    /// At every whole hour.
    Hours,
}

/// A cell to come.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Which.
    pub cell: Cell,
    /// When; of the cell in progress what is to come.
    pub stretch: Stretch,
    /// Whether the shift lies in it.
    pub of_shift: bool,
    /// Days that have started since the first cell.
    day: usize,
}

/// A stretch of a cell in which the same heads are there.
#[derive(Clone, Debug)]
pub struct Part {
    /// Index of the cell.
    pub slot: usize,
    /// When.
    pub stretch: Stretch,
    /// Minutes that go by in it: other than the clock's where that is changed.
    pub minutes: u32,
    /// Heads by group.
    pub present: Vec<u32>,
}

/// Work that shares its cells: a line's minutes of a day that must be done by the end of a cell.
#[derive(Clone, Debug)]
pub struct Portion {
    /// The line.
    pub line: LineId,
    /// The day whose work it is.
    pub day: Day,
    /// Where it stands in the plan.
    pub group: GroupId,
    /// The colour that it counts as.
    pub colour: Priority,
    /// What may become of it when it isn't done.
    pub yields: Option<Yields>,
    /// Minutes, as those of `group`.
    pub minutes: f64,
    /// The cells in which it isn't late; the last one is its own.
    pub on_time: Vec<usize>,
    /// Later cells in which it may be done.
    pub later: Vec<usize>,
    /// Who may do it, with the minutes that one of its own minutes takes them.
    pub doers: Vec<(GroupId, f64)>,
}

/// Bound work in a part of a cell.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The line.
    pub line: LineId,
    /// The day whose work it is.
    pub day: Day,
    /// Where it stands in the plan.
    pub group: GroupId,
    /// Index of the part.
    pub part: usize,
    /// Heads.
    pub people: u32,
    /// Whose heads may do it.
    pub doers: Vec<GroupId>,
}

/// All that is to come.
pub struct Situation<'a> {
    pub ward: &'a Ward,
    pub asked: &'a Asked,
    pub slots: Vec<Slot>,
    pub parts: Vec<Part>,
    pub portions: Vec<Portion>,
    pub bounds: Vec<Bound>,
    pub gaps: Vec<Gap>,
    order: GroupOrder,
    /// The share of each group's work in the first cell that is to come.
    left_of_first: Vec<f64>,
}

impl<'a> Situation<'a> {
    /// The situation with the heads that are there.
    pub fn new(ward: &'a Ward, plan: &Plan, asked: &'a Asked, cut: Cut) -> Situation<'a> {
        let slots = slots(ward, &asked.moment);
        let mut heads = asked::heads(ward, &plan.staffing);
        let stands = stands(ward, plan);
        // What is over went by the plan, whoever was missing.
        let left_of_first = left_of_first(ward, &asked.moment, &slots, &heads, &stands);
        for absent in &asked.absent {
            let there = &mut heads[absent.shift.0][usize::from(asked.moment.day.0)];
            *there = there.saturating_sub(absent.heads);
        }
        let parts = parts(ward, &asked.moment, &slots, &heads, cut);
        let mut situation = Situation {
            ward,
            asked,
            slots,
            parts,
            portions: Vec::new(),
            bounds: Vec::new(),
            gaps: Vec::new(),
            order: ward.order(),
            left_of_first,
        };
        situation.add_work(plan, &stands);
        situation.gaps = situation.lacking();
        situation
    }

    /// Minutes of a group in a cell that can go to tasks, bound work not taken out.
    pub fn capacity(&self, group: GroupId, slot: usize) -> f64 {
        let own = self.parts.iter().filter(|p| p.slot == slot);
        let minutes: u32 = own.map(|p| p.present[group.0] * p.minutes).sum();
        f64::from(minutes) * self.ward.group(group).task_time
    }

    /// Whether a line has minutes in a cell's interval on any of its days.
    pub fn is_usual(&self, line: LineId, slot: usize) -> bool {
        let (task, interval) = (&self.ward.lines[line.0], self.slots[slot].cell.interval);
        task.days.iter().any(|day| cells_of(self.ward, task, day).iter().any(|cell| cell.interval == interval))
    }

    /// Why minutes of a line aren't done in these cells.
    pub fn why(&self, line: LineId, planned: GroupId, slots: &[usize]) -> Why {
        let task = &self.ward.lines[line.0];
        let is_there = |g: &GroupId| slots.iter().any(|s| self.capacity(*g, *s) > 0.0);
        let groups = || self.ward.group_ids().filter(is_there);
        if groups().any(|g| self.may(task, planned, g)) {
            Why::NoTime
        } else if groups().any(|g| self.order.forbids(task, g).is_none()) {
            Why::NoCertificate
        } else {
            Why::NobodyPresent
        }
    }

    /// Whether a group may do a line's work: it stands there, or it qualifies and somebody of it holds each course, where
    /// its certificates are known.
    fn may(&self, task: &TaskLine, planned: GroupId, group: GroupId) -> bool {
        let certified = || {
            let known = self.ward.knows_people_of(group);
            let mut courses = task.training.iter().filter(|(g, _)| *g == group);
            !known || courses.all(|(_, course)| money::certified(self.ward, group, *course) > 0)
        };
        group == planned || self.order.forbids(task, group).is_none() && certified()
    }

    /// The share of a group's work in a cell that is to come: nothing of one that never comes, since the clock is changed.
    fn share_left(&self, group: GroupId, slot: usize) -> f64 {
        match slot {
            _ if self.asked.moment.minutes(self.slots[slot].stretch) == 0 => 0.0,
            0 => self.left_of_first[group.0],
            _ => 1.0,
        }
    }

    fn add_work(&mut self, plan: &Plan, stands: &[(LineId, Day, GroupId)]) {
        let ward = self.ward;
        let earlier = self.done_earlier(plan, stands);
        let at: BTreeMap<Cell, usize> = self.slots.iter().enumerate().map(|(i, s)| (s.cell, i)).collect();
        for &(line, day, group) in stands {
            let task = &ward.lines[line.0];
            let own = cells_of(ward, task, day);
            let mut to_come: Vec<usize> = own.iter().filter_map(|c| at.get(c).copied()).collect();
            to_come.sort_unstable();
            if to_come.is_empty() {
                continue;
            }
            let doers: Vec<GroupId> = ward.group_ids().filter(|g| self.may(task, group, *g)).collect();
            if task.bound {
                let lies_in = |p: &usize| to_come.contains(&self.parts[*p].slot) && self.parts[*p].minutes > 0;
                let parts: Vec<usize> = (0..self.parts.len()).filter(lies_in).collect();
                let bound = |part| Bound { line, day, group, part, people: task.people, doers: doers.clone() };
                self.bounds.extend(parts.into_iter().map(bound));
                continue;
            }
            let all = minutes(ward, task, day, group);
            let colour = task.priority.unwrap_or(Priority::Red);
            let rules = &ward.settings.shortage;
            let yields = match colour {
                Priority::Red => None,
                Priority::Yellow => Some(rules.yellow),
                Priority::Green => Some(rules.green),
            };
            let doers: Vec<(GroupId, f64)> =
                doers.into_iter().map(|g| (g, minutes(ward, task, day, g) / all)).collect();
            let portion = |on_time: Vec<usize>, minutes: f64, later: Vec<usize>| Portion {
                line,
                day,
                group,
                colour,
                yields,
                minutes,
                on_time,
                later: if yields == Some(Yields::Waits) { later } else { Vec::new() },
                doers: doers.clone(),
            };
            let mut portions = Vec::new();
            if task.flexible && own.len() > 1 {
                let left = all - earlier.get(&(line, day)).copied().unwrap_or(0.0);
                let later = self.later(&to_come, to_come[to_come.len() - 1]);
                portions.push(portion(to_come, left, later));
            } else {
                for (cell, share) in own.iter().zip(shares(ward, &own)) {
                    if let Some(&slot) = at.get(cell) {
                        let minutes = all * share * self.share_left(group, slot);
                        portions.push(portion(vec![slot], minutes, self.later(&to_come, slot)));
                    }
                }
            }
            self.portions.extend(portions.into_iter().filter(|p| p.minutes > DUST));
        }
    }

    /// The cells after `own` in which work that waits may be done.
    fn later(&self, timing: &[usize], own: usize) -> Vec<usize> {
        let reaches = |slot: &usize| {
            timing.contains(slot)
                || match self.ward.settings.shortage.within {
                    Within::Timing => false,
                    Within::Shift => self.slots[*slot].of_shift,
                    Within::Day => self.slots[*slot].day == self.slots[own].day,
                }
        };
        (own + 1..self.slots.len()).filter(reaches).collect()
    }

    /// Minutes of flexible work that the plan has in cells that aren't to come, and in what is over of the one in progress.
    /// What the plan tells of a cell, less what lies there by itself, goes to the work whose time ends first.
    fn done_earlier(&self, plan: &Plan, stands: &[(LineId, Day, GroupId)]) -> BTreeMap<(LineId, Day), f64> {
        let ward = self.ward;
        let first = ward.intervals.get(0).start.minutes();
        let time = |cell: Cell| (ward.intervals.stretch(cell).start + WEEK - first) % WEEK;
        let mut told: BTreeMap<(GroupId, u32), f64> = BTreeMap::new();
        for load in &plan.workload {
            let group = ward.group_by_code(&load.group);
            let cell = ward
                .intervals
                .cells()
                .find(|c| c.day.number() == load.day && ward.intervals.get(c.interval).label() == load.interval);
            if let (Some(group), Some(cell)) = (group, cell) {
                *told.entry((group, time(cell))).or_default() += load.minutes;
            }
        }
        // (group, deadline) first: each group's work stands together, what ends first before the rest.
        let mut flexible = Vec::new();
        for &(line, day, group) in stands {
            let task = &ward.lines[line.0];
            let cells = cells_of(ward, task, day);
            if task.bound {
                continue;
            }
            let all = minutes(ward, task, day, group);
            if task.flexible && cells.len() > 1 {
                let times: Vec<u32> = cells.iter().map(|c| time(*c)).collect();
                let deadline = times.iter().max().copied().unwrap_or(0);
                flexible.push(((group, deadline, line, day), all, times));
            } else {
                for (cell, share) in cells.iter().zip(shares(ward, &cells)) {
                    *told.entry((group, time(*cell))).or_default() -= all * share;
                }
            }
        }
        flexible.sort_by_key(|(key, ..)| *key);
        let to_come: Vec<u32> = self.slots.iter().map(|s| time(s.cell)).collect();
        let mut done: BTreeMap<(LineId, Day), f64> = BTreeMap::new();
        for ((group, at), mut room) in told {
            for ((owner, _, line, day), left, times) in &mut flexible {
                if *owner != group || room <= 0.0 || !times.contains(&at) {
                    continue;
                }
                let part = left.min(room);
                *left -= part;
                room -= part;
                let slot = to_come.iter().position(|time| *time == at);
                let over = slot.map_or(1.0, |slot| 1.0 - self.share_left(group, slot));
                *done.entry((*line, *day)).or_default() += part * over;
            }
        }
        done
    }

    /// Presence that the heads don't keep.
    fn lacking(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for (r, rule) in self.ward.presence.iter().enumerate() {
            let asks = |part: &&Part| {
                part.minutes > 0 && rule.days.iter().any(|d| rule.window.on(d).contains(part.stretch.start))
            };
            for part in self.parts.iter().filter(asks) {
                let there: u32 = rule.groups.iter().map(|g| part.present[g.0]).sum();
                if there < rule.count {
                    let cell = self.slots[part.slot].cell;
                    gaps.push(Gap { rule: r, cell, stretch: part.stretch, heads: rule.count - there });
                }
            }
        }
        gaps
    }
}

/// From the cell in which the shift starts to the end of the day in which it ends, without what was over when it was asked.
fn slots(ward: &Ward, moment: &Moment) -> Vec<Slot> {
    let shift = moment.stretch;
    let day_starts = ward.intervals.get(0).start.minutes() % DAY;
    let first = ward.intervals.cells().find(|c| ward.intervals.stretch(*c).contains(shift.start));
    let origin = first.map_or(shift.start, |c| ward.intervals.stretch(c).start);
    let since = |minute: u32| (minute + WEEK - origin) % WEEK;
    let shift_ends = since(shift.start) + shift.minutes;
    let mut end = shift_ends;
    while (origin + end) % DAY != day_starts {
        end += 1;
    }
    let mut slots: Vec<Slot> = ward
        .intervals
        .cells()
        .map(|cell| Slot { cell, stretch: ward.intervals.stretch(cell), of_shift: false, day: 0 })
        .filter(|slot| since(slot.stretch.start) + slot.stretch.minutes <= end)
        .collect();
    slots.sort_by_key(|slot| since(slot.stretch.start));
    let mut days = 0;
    for (i, slot) in slots.iter_mut().enumerate() {
        let from = since(slot.stretch.start);
        slot.of_shift = from < shift_ends && from + slot.stretch.minutes > since(shift.start);
        days += usize::from(i > 0 && slot.stretch.start % DAY == day_starts);
        slot.day = days;
    }
    if moment.over > 0 {
        let asked = since(shift.start) + moment.over;
        slots.retain(|slot| since(slot.stretch.start) + slot.stretch.minutes > asked);
        if let Some(Slot { stretch, .. }) = slots.first_mut() {
            let over = asked - since(stretch.start);
            *stretch = Stretch { start: (stretch.start + over) % WEEK, minutes: stretch.minutes - over };
        }
    }
    slots
}

/// The share of each group's work in the first cell that is to come: all of it, unless the cell is in progress. Then of the
/// minutes that those planned have for tasks there, those that are left; of the clock's, where they have none.
fn left_of_first(
    ward: &Ward,
    moment: &Moment,
    slots: &[Slot],
    planned: &[[u32; 7]],
    stands: &[(LineId, Day, GroupId)],
) -> Vec<f64> {
    let Some(first) = slots.first() else { return Vec::new() };
    let whole = Slot { stretch: ward.intervals.stretch(first.cell), ..first.clone() };
    if first.stretch == whole.stretch {
        return vec![1.0; ward.groups.len()];
    }
    let parts = parts(ward, moment, std::slice::from_ref(&whole), planned, Cut::Changes);
    let share = |group: GroupId| {
        let holds = |(line, day, of): &&(LineId, Day, GroupId)| {
            let task = &ward.lines[line.0];
            task.bound && *of == group && cells_of(ward, task, *day).contains(&first.cell)
        };
        let held: u32 = stands.iter().filter(holds).map(|(line, ..)| ward.lines[line.0].people).sum();
        let free = |within: Stretch| {
            let went = |part: &Part| -> u32 {
                let minutes = (0..part.stretch.minutes).map(|at| (part.stretch.start + at) % WEEK);
                minutes.filter(|minute| within.contains(*minute)).map(|minute| moment.times(minute)).sum()
            };
            let there: u32 = parts.iter().map(|part| part.present[group.0] * went(part)).sum();
            f64::from(there) - f64::from(held) * f64::from(moment.minutes(within))
        };
        match free(whole.stretch) {
            all if all > 0.0 => (free(first.stretch) / all).clamp(0.0, 1.0),
            _ => f64::from(moment.minutes(first.stretch)) / f64::from(moment.minutes(whole.stretch)),
        }
    };
    ward.group_ids().map(share).collect()
}

/// The cells cut where heads come and go, where presence rules begin and end.
fn parts(ward: &Ward, moment: &Moment, slots: &[Slot], heads: &[[u32; 7]], cut: Cut) -> Vec<Part> {
    let mut cuts: Vec<u32> = if cut == Cut::Hours { (0..WEEK).step_by(60).collect() } else { Vec::new() };
    for stretch in ward.shifts.iter().flat_map(|s| s.days.iter().map(|d| s.window.on(d))) {
        cuts.extend([stretch.start, stretch.start + stretch.minutes]);
    }
    for stretch in ward.presence.iter().flat_map(|r| r.days.iter().map(|d| r.window.on(d))) {
        cuts.extend([stretch.start, stretch.start + stretch.minutes]);
    }
    let mut parts = Vec::new();
    for (slot, Slot { stretch, .. }) in slots.iter().enumerate() {
        let within = |cut: &u32| (*cut % WEEK + WEEK - stretch.start) % WEEK;
        let mut edges: Vec<u32> = cuts.iter().map(within).filter(|at| *at < stretch.minutes).collect();
        edges.extend([0, stretch.minutes]);
        edges.sort_unstable();
        edges.dedup();
        for edge in edges.windows(2) {
            let stretch = Stretch { start: (stretch.start + edge[0]) % WEEK, minutes: edge[1] - edge[0] };
            let mut present = vec![0; ward.groups.len()];
            for (shift, heads) in ward.shifts.iter().zip(heads) {
                let on = shift.days.iter().filter(|d| shift.window.on(*d).contains(stretch.start));
                present[shift.group.0] += on.map(|d| heads[usize::from(d.0)]).sum::<u32>();
            }
            parts.push(Part { slot, stretch, minutes: moment.minutes(stretch), present });
        }
    }
    parts
}

/// Where each line stands on each of its days.
fn stands(ward: &Ward, plan: &Plan) -> Vec<(LineId, Day, GroupId)> {
    let mut stands = Vec::new();
    for placed in &plan.placements {
        let (Some(line), Some(group)) = (ward.line_by_row(placed.row), ward.group_by_code(&placed.group)) else {
            continue;
        };
        let days = placed.days.iter().filter(|d| (1..=7).contains(*d)).map(|d| Day(d - 1));
        stands.extend(days.filter(|d| ward.lines[line.0].days.contains(*d)).map(|day| (line, day, group)));
    }
    stands.sort_unstable();
    stands.dedup_by_key(|(line, day, _)| (*line, *day));
    stands
}

/// A line's minutes on one of its days when the group does it.
fn minutes(ward: &Ward, task: &TaskLine, day: Day, group: GroupId) -> f64 {
    count(ward, task, day) * task.minutes_on(group) * f64::from(task.people)
}

/// The cells of a line on one of its days.
fn cells_of(ward: &Ward, task: &TaskLine, day: Day) -> Vec<Cell> {
    match task.timing {
        Timing::Span { from, to } => ward.intervals.span_cells(from..to, day),
        Timing::AroundTheClock => (0..ward.intervals.len()).map(|interval| Cell { day, interval }).collect(),
        Timing::Daytime if day.is_weekend() => Vec::new(),
        Timing::Daytime => ward.intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
    }
}
