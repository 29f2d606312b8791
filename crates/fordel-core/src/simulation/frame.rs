//! A plan's week in numbers, made once and lived many times: who starts when, which work feeds what, who may do it, and
//! which cells share work.

use std::collections::BTreeMap;

use crate::check::decided::Decided;
use crate::check::shortage::coming::done_earlier;
use crate::check::training::holders;
use crate::check::week::cells;
use crate::check::work::{count, day_minutes, shares};
use crate::order::GroupOrder;
use crate::plan::Plan;
use crate::shortage::rules::{Within, Yields};
use crate::time::{Cell, DAY, Day, Stretch, WEEK};
use crate::ward::{Count, GroupId, LineId, Priority, TaskLine, Ward};

use super::chance::Pert;
use super::day::Desk;
use super::variation::Still;
use super::ways::{Arc, Told, Ways};
use super::week::Week;

/// Minutes below which work isn't there.
pub const DUST: f64 = 1e-6;
/// Weeks from which fittings learn where to start, and their seed.
const LEARNT: u32 = 40;
const LEARNT_SEED: u64 = 0x1ea2;

/// A line's work on one of its days.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The line.
    pub line: LineId,
    /// The day.
    pub day: Day,
    /// How often, on average.
    pub times: f64,
    /// The driver by which it comes.
    pub driver: Option<usize>,
    /// The likely minutes of one time.
    pub minutes: f64,
    /// Index in [`Frame::perts`], where the minutes have a range.
    pub pert: Option<usize>,
}

impl Work {
    /// Minutes of it that the plan reckons with.
    pub fn planned(&self) -> f64 {
        self.times * self.minutes
    }
}

/// Work that may be done by the same groups in the same cells, and counts alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// The colour that it counts as.
    pub colour: Priority,
    /// The slot by which it is late, or not done.
    pub own: usize,
    /// Slots in which it isn't late, and later ones in which it may be done.
    pub slots: Vec<(usize, bool)>,
    /// Who may do it, with the minutes that one of its minutes takes them.
    pub doers: Vec<(usize, f64)>,
}

/// Minutes of a work that go into a kind when all is as planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feed {
    /// Index in [`Frame::works`].
    pub work: usize,
    /// Index in [`DayFrame::kinds`].
    pub kind: usize,
    /// How many minutes.
    pub minutes: f64,
}

/// A stretch of a slot in which the same heads are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Index of the slot.
    pub slot: usize,
    /// When.
    pub stretch: Stretch,
    /// Shifts on duty, each with the day on which it started.
    pub on: Vec<(usize, usize)>,
}

/// Bound work in a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// Index of the part.
    pub part: usize,
    /// Heads.
    pub people: u32,
    /// Groups whose heads may do it.
    pub doers: Vec<usize>,
}

/// Heads that must be there in a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Guard {
    /// Index of the part.
    pub part: usize,
    /// Groups whose heads count.
    pub groups: Vec<usize>,
    /// Heads.
    pub count: u32,
}

/// Time of a group's head in a part, as room at a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Index of the part.
    pub part: usize,
    /// The group.
    pub group: usize,
    /// Index in [`Cluster::nodes`].
    pub node: usize,
    /// Minutes of one head for tasks.
    pub minutes: f64,
}

/// Slots that share work, and so must be looked at together.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// (slot, group) of each node: those where anybody can be.
    pub nodes: Vec<(usize, usize)>,
    /// What heads in each part are worth in room.
    pub rooms: Vec<Room>,
    /// Indices in [`DayFrame::kinds`].
    pub kinds: Vec<usize>,
    /// Ways to do them.
    pub ways: Ways,
    /// Bound work in its slots.
    pub bounds: Vec<Bound>,
}

/// A day: from the start of its first interval, for 24 hours.
#[derive(Clone, Debug, PartialEq)]
pub struct DayFrame {
    /// Cells, earliest first: the slots.
    pub cells: Vec<Cell>,
    /// Stretches of slots.
    pub parts: Vec<Part>,
    /// Presence.
    pub guards: Vec<Guard>,
    /// Kinds of work.
    pub kinds: Vec<Kind>,
    /// What feeds them.
    pub feeds: Vec<Feed>,
    /// Indices in [`Frame::works`] of those that feed a red kind.
    pub red: Vec<usize>,
    /// Slots that share work.
    pub clusters: Vec<Cluster>,
}

/// A plan's week in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The ward: rates, groups and shifts.
    pub ward: Ward,
    /// `heads[shift][day]` of the plan.
    pub heads: Vec<[u32; 7]>,
    /// All work of the week.
    pub works: Vec<Work>,
    /// Distributions of minutes.
    pub perts: Vec<Pert>,
    /// The days, Monday first.
    pub days: Vec<DayFrame>,
}

impl Frame {
    /// The week of a plan that holds for the ward and tells its workload.
    pub fn new(ward: &Ward, plan: &Plan) -> Frame {
        let decided = Decided::from_plan(ward, &plan.placements, &plan.staffing);
        let mut frame = Frame {
            ward: ward.clone(),
            heads: decided.heads.clone(),
            works: Vec::new(),
            perts: Vec::new(),
            days: Vec::new(),
        };
        let order = ward.order();
        let at = frame.add_works(ward, &decided);
        for day in Day::all() {
            let cells = cells_from(ward, day);
            let parts = parts(ward, &cells);
            let mut own = DayFrame {
                guards: guards(ward, &parts),
                cells,
                parts,
                kinds: Vec::new(),
                feeds: Vec::new(),
                red: Vec::new(),
                clusters: Vec::new(),
            };
            let bounds = own.add_work(ward, plan, &decided, &order, &at);
            own.red = own.red_works(&frame.works);
            own.cluster(ward, bounds);
            frame.days.push(own);
        }
        frame.learn();
        frame
    }

    /// Lives some weeks, and keeps what their days' fittings found to start from.
    fn learn(&mut self) {
        let (mut week, mut desk) = (Week::new(self), Desk::default());
        desk.learns = true;
        for number in 0..LEARNT {
            week.draw(self, LEARNT_SEED, number, &Still::default());
            for day in 0..self.days.len() {
                desk.live(self, &week, day);
                for (cluster, basis) in desk.learnt.drain(..) {
                    self.days[day].clusters[cluster].ways.keep(basis);
                }
            }
        }
    }

    /// Lists the work of each line on each of its days.
    fn add_works(&mut self, ward: &Ward, decided: &Decided) -> BTreeMap<(LineId, Day), usize> {
        let mut at = BTreeMap::new();
        let mut ranges: BTreeMap<[u64; 3], Option<usize>> = BTreeMap::new();
        for stand in &decided.stands {
            let line = &ward.lines[stand.line.0];
            for day in stand.days.iter().filter(|_| !line.bound) {
                let pert = range(ward, line).and_then(|(low, high)| {
                    let key = [low, line.minutes, high].map(f64::to_bits);
                    *ranges.entry(key).or_insert_with(|| {
                        let pert = Pert::new(low, line.minutes, high)?;
                        self.perts.push(pert);
                        Some(self.perts.len() - 1)
                    })
                });
                let driver = if let Count::PerDriver(_, driver) = line.count { Some(driver.0) } else { None };
                at.insert((stand.line, day), self.works.len());
                self.works.push(Work {
                    line: stand.line,
                    day,
                    times: count(ward, line, day),
                    driver,
                    minutes: line.minutes,
                    pert,
                });
            }
        }
        at
    }

    /// The same week with other heads.
    pub fn with_heads(&self, heads: Vec<[u32; 7]>) -> Frame {
        Frame { heads, ..self.clone() }
    }

    /// How many lines have a range of minutes of their own, of how many.
    pub fn ranges_told(&self) -> (usize, usize) {
        let lines = self.ward.lines.iter().filter(|l| !l.bound);
        let told = lines.clone().filter(|l| l.minutes_low.is_some() || l.minutes_high.is_some());
        (told.count(), lines.count())
    }
}

/// The range of a line's minutes: its own, else as far as the ward says for lines without one.
fn range(ward: &Ward, line: &TaskLine) -> Option<(f64, f64)> {
    let width = ward.settings.variation.minutes_range;
    match (line.minutes_low, line.minutes_high) {
        (None, None) if width > 0.0 => Some((line.minutes * (1.0 - width), line.minutes * (1.0 + width))),
        (None, None) => None,
        (low, high) => Some((low.unwrap_or(line.minutes), high.unwrap_or(line.minutes))),
    }
}

/// The cells of 24 hours from where a day's first interval starts.
fn cells_from(ward: &Ward, day: Day) -> Vec<Cell> {
    let origin = ward.intervals.get(0).on(day).start;
    let since = |cell: &Cell| (ward.intervals.stretch(*cell).start + WEEK - origin) % WEEK;
    let mut cells: Vec<Cell> = ward.intervals.cells().filter(|c| since(c) < DAY).collect();
    cells.sort_by_key(since);
    cells
}

/// The cells cut where heads come and go, and where presence begins and ends.
fn parts(ward: &Ward, cells: &[Cell]) -> Vec<Part> {
    let shifts = ward.shifts.iter().flat_map(|s| s.days.iter().map(|d| s.window.on(d)));
    let rules = ward.presence.iter().flat_map(|r| r.days.iter().map(|d| r.window.on(d)));
    let cuts: Vec<u32> = shifts.chain(rules).flat_map(|s| [s.start, (s.start + s.minutes) % WEEK]).collect();
    let mut parts = Vec::new();
    for (slot, cell) in cells.iter().enumerate() {
        let own = ward.intervals.stretch(*cell);
        let mut edges: Vec<u32> = cuts.iter().map(|cut| (cut + WEEK - own.start) % WEEK).collect();
        edges.retain(|at| *at < own.minutes);
        edges.extend([0, own.minutes]);
        edges.sort_unstable();
        edges.dedup();
        for edge in edges.windows(2) {
            let stretch = Stretch { start: (own.start + edge[0]) % WEEK, minutes: edge[1] - edge[0] };
            let mut on = Vec::new();
            for (s, shift) in ward.shifts.iter().enumerate() {
                let days = shift.days.iter().filter(|d| shift.window.on(*d).contains(stretch.start));
                on.extend(days.map(|d| (s, usize::from(d.0))));
            }
            parts.push(Part { slot, stretch, on });
        }
    }
    parts
}

fn guards(ward: &Ward, parts: &[Part]) -> Vec<Guard> {
    let mut guards = Vec::new();
    for (p, part) in parts.iter().enumerate() {
        let asks = |r: &&crate::ward::Presence| r.days.iter().any(|d| r.window.on(d).contains(part.stretch.start));
        guards.extend(ward.presence.iter().filter(asks).map(|rule| Guard {
            part: p,
            groups: rule.groups.iter().map(|g| g.0).collect(),
            count: rule.count,
        }));
    }
    // Those that fewer groups can keep first: who is hired for them counts for the others too.
    guards.sort_by_key(|g| (g.part, g.groups.len()));
    guards
}

/// Whether a group may do a line's work: it stands there, or it qualifies and somebody of it holds each course, where its
/// certificates are known.
fn may(ward: &Ward, order: &GroupOrder, task: &TaskLine, planned: GroupId, group: GroupId) -> bool {
    let certified = || {
        let known = ward.knows_people_of(group);
        let mut courses = task.training.iter().filter(|(g, _)| *g == group);
        !known || courses.all(|(_, course)| !holders(ward, group, *course).is_empty())
    };
    group == planned || order.forbids(task, group).is_none() && certified()
}

type KindKey = (Priority, Vec<(usize, bool)>, Vec<(usize, u64)>);

impl DayFrame {
    /// Adds the work that falls in the day; gives the bound work.
    fn add_work(
        &mut self,
        ward: &Ward,
        plan: &Plan,
        decided: &Decided,
        order: &GroupOrder,
        works: &BTreeMap<(LineId, Day), usize>,
    ) -> Vec<Bound> {
        let slot: BTreeMap<Cell, usize> = self.cells.iter().enumerate().map(|(i, c)| (*c, i)).collect();
        let mut kinds: BTreeMap<KindKey, usize> = BTreeMap::new();
        let mut bounds = Vec::new();
        let mut earlier = None;
        for stand in &decided.stands {
            let task = &ward.lines[stand.line.0];
            for day in stand.days.iter() {
                let own = cells(ward, &task.timing, day);
                let mut here: Vec<usize> = own.iter().filter_map(|c| slot.get(c).copied()).collect();
                here.sort_unstable();
                if here.is_empty() {
                    continue;
                }
                let doers: Vec<GroupId> =
                    ward.group_ids().filter(|g| may(ward, order, task, stand.group, *g)).collect();
                if task.bound {
                    let doers: Vec<usize> = doers.iter().map(|g| g.0).collect();
                    let parts = (0..self.parts.len()).filter(|p| here.contains(&self.parts[*p].slot));
                    bounds.extend(parts.map(|part| Bound { part, people: task.people, doers: doers.clone() }));
                    continue;
                }
                let Some(&work) = works.get(&(stand.line, day)) else { continue };
                let all = day_minutes(ward, task, stand.group, day);
                let base = task.minutes_on(stand.group);
                let doers: Vec<(usize, f64)> = doers.iter().map(|g| (g.0, task.minutes_on(*g) / base)).collect();
                let mut feed = |minutes: f64, on_time: &[usize], this: &mut DayFrame| {
                    if minutes <= DUST {
                        return;
                    }
                    let slots = this.slots(ward, task, &here, on_time);
                    let colour = task.priority.unwrap_or(Priority::Red);
                    let key = (colour, slots, doers.iter().map(|(g, r)| (*g, r.to_bits())).collect());
                    let kind = *kinds.entry(key).or_insert_with_key(|(colour, slots, _)| {
                        let own = on_time[on_time.len() - 1];
                        this.kinds.push(Kind { colour: *colour, own, slots: slots.clone(), doers: doers.clone() });
                        this.kinds.len() - 1
                    });
                    this.feeds.push(Feed { work, kind, minutes });
                };
                if task.flexible && own.len() > 1 {
                    let mut left = all;
                    if here.len() < own.len() {
                        let over = |_: GroupId, cell: Cell| f64::from(!slot.contains_key(&cell));
                        let done = earlier.get_or_insert_with(|| done_earlier(ward, plan, decided, over));
                        left -= done.get(&(stand.line, day)).copied().unwrap_or(0.0);
                    }
                    feed(left, &here, self);
                } else {
                    for (cell, share) in own.iter().zip(shares(ward, &own)) {
                        if let Some(&at) = slot.get(cell) {
                            feed(all * share, &[at], self);
                        }
                    }
                }
            }
        }
        bounds
    }

    /// Works of which there is something, and some of it counts as red.
    fn red_works(&self, works: &[Work]) -> Vec<usize> {
        let is_red = |feed: &&Feed| self.kinds[feed.kind].colour == Priority::Red && works[feed.work].planned() > 0.0;
        let mut red: Vec<usize> = self.feeds.iter().filter(is_red).map(|feed| feed.work).collect();
        red.sort_unstable();
        red.dedup();
        red
    }

    /// Slots in which work is on time, and those in which it may be done later.
    fn slots(&self, ward: &Ward, task: &TaskLine, timing: &[usize], on_time: &[usize]) -> Vec<(usize, bool)> {
        let rules = &ward.settings.shortage;
        let yields = match task.priority.unwrap_or(Priority::Red) {
            Priority::Red => None,
            Priority::Yellow => Some(rules.yellow),
            Priority::Green => Some(rules.green),
        };
        let own = on_time[on_time.len() - 1];
        // The day's question has the whole day for its shift.
        let reaches = |slot: &usize| timing.contains(slot) || rules.within != Within::Timing;
        let later = (own + 1..self.cells.len()).filter(|s| yields == Some(Yields::Waits) && reaches(s));
        on_time.iter().map(|s| (*s, false)).chain(later.map(|s| (s, true))).collect()
    }

    /// Puts slots that share work together.
    fn cluster(&mut self, ward: &Ward, bounds: Vec<Bound>) {
        let mut of: Vec<usize> = (0..self.cells.len()).collect();
        for kind in &self.kinds {
            let first = of[kind.slots[0].0];
            for (slot, _) in &kind.slots {
                let other = of[*slot];
                of.iter_mut().filter(|c| **c == other).for_each(|c| *c = first);
            }
        }
        let mut names = of.clone();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let slots: Vec<usize> = (0..of.len()).filter(|s| of[*s] == name).collect();
            let own = bounds.iter().filter(|b| slots.contains(&self.parts[b.part].slot)).cloned().collect();
            self.clusters.push(self.cluster_of(ward, &slots, own));
        }
    }

    fn cluster_of(&self, ward: &Ward, slots: &[usize], bounds: Vec<Bound>) -> Cluster {
        // Heads are there by shifts, and help comes for presence and for bound work.
        let is_there = |slot: usize, group: usize| {
            let is_here = |part: usize| self.parts[part].slot == slot;
            self.parts
                .iter()
                .filter(|p| p.slot == slot)
                .any(|p| p.on.iter().any(|on| ward.shifts[on.0].group.0 == group))
                || self.guards.iter().any(|g| is_here(g.part) && g.groups.contains(&group))
                || bounds.iter().any(|b| is_here(b.part) && b.doers.contains(&group))
        };
        let all = slots.iter().flat_map(|slot| (0..ward.groups.len()).map(move |group| (*slot, group)));
        let nodes: Vec<(usize, usize)> = all.filter(|(slot, group)| is_there(*slot, *group)).collect();
        let node = |slot: usize, group: usize| nodes.iter().position(|n| *n == (slot, group));
        let kinds: Vec<usize> = (0..self.kinds.len()).filter(|k| slots.contains(&self.kinds[*k].own)).collect();
        let told: Vec<Told> = kinds.iter().map(|k| self.told(&self.kinds[*k], node)).collect();
        let mut rooms = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            rooms.extend((0..ward.groups.len()).filter_map(|group| {
                let minutes = f64::from(part.stretch.minutes) * ward.groups[group].task_time;
                Some(Room { part: at, group, node: node(part.slot, group)?, minutes })
            }));
        }
        Cluster { ways: Ways::new(nodes.len(), &told), nodes, rooms, kinds, bounds }
    }

    /// A kind's ways to the nodes, and its worth.
    fn told(&self, kind: &Kind, node: impl Fn(usize, usize) -> Option<usize>) -> Told {
        let mut arcs = Vec::new();
        for &(slot, late) in &kind.slots {
            let way = |&(group, ratio): &(usize, f64)| Some(Arc { node: node(slot, group)?, ratio, late });
            arcs.extend(kind.doers.iter().filter_map(way));
        }
        let worth = match kind.colour {
            Priority::Red => 1e6,
            Priority::Yellow => 1e3,
            Priority::Green => 1.0,
        };
        // Lateness weighs less than any colour, and that earlier cells come first less than that.
        let earlier = 1e-6 * (self.cells.len() - kind.own) as f64;
        Told { arcs, worth: worth + earlier, worth_late: worth - 1e-4 }
    }
}
