//! The situation as a linear model, solved for one sum after the other, and the solution in the words of an answer.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::shortage::rules::Yields;
use fordel_core::shortage::{Answer, Fate, IntervalLight, Light, Piece, Sums, Watch};
use fordel_core::ward::{GroupId, Priority};

use super::situation::{DUST, Portion, Situation};
use crate::solver::{Col, INF, Model, Options};

/// Minutes of a portion that a group does in a cell.
struct Doing {
    portion: usize,
    by: GroupId,
    slot: usize,
    col: Col,
}

/// Heads of a group that bound work takes in a part.
struct Holding {
    bound: usize,
    by: GroupId,
    col: Col,
}

/// Heads of a group hired in for a part.
pub struct Hiring {
    /// Of which group.
    pub group: GroupId,
    /// Index of the part.
    pub part: usize,
    /// How many.
    pub col: Col,
}

/// The model with the meaning of its columns.
pub struct Shift<'s> {
    pub model: Model,
    situation: &'s Situation<'s>,
    doings: Vec<Doing>,
    holdings: Vec<Holding>,
    /// Minutes of each portion that aren't done.
    undone: Vec<Col>,
    /// Heads of each bound work that aren't there.
    short: Vec<Col>,
}

impl<'s> Shift<'s> {
    /// The model of the portions that `takes` lets in, with heads hired in where there are some.
    pub fn new(
        situation: &'s Situation,
        mut model: Model,
        hired: &[Hiring],
        takes: impl Fn(&Portion) -> bool,
    ) -> Shift<'s> {
        let mut time: BTreeMap<(GroupId, usize), Vec<(Col, f64)>> = BTreeMap::new();
        let mut heads: BTreeMap<(GroupId, usize), Vec<(Col, f64)>> = BTreeMap::new();
        for hiring in hired {
            let part = &situation.parts[hiring.part];
            let minutes = f64::from(part.minutes) * situation.ward.group(hiring.group).task_time;
            time.entry((hiring.group, part.slot)).or_default().push((hiring.col, -minutes));
            heads.entry((hiring.group, hiring.part)).or_default().push((hiring.col, -1.0));
        }
        let reinforced: BTreeSet<(GroupId, usize)> = time.keys().copied().collect();
        let is_there = |g: GroupId, slot: usize| situation.capacity(g, slot) > 0.0 || reinforced.contains(&(g, slot));
        let (mut doings, mut undone) = (Vec::new(), Vec::new());
        for (p, portion) in situation.portions.iter().enumerate() {
            let left = model.column(0.0, 0.0, if takes(portion) { portion.minutes } else { 0.0 }, false);
            undone.push(left);
            if !takes(portion) {
                continue;
            }
            let mut all = vec![(left, 1.0)];
            for &slot in portion.on_time.iter().chain(&portion.later) {
                for &(by, ratio) in portion.doers.iter().filter(|(g, _)| is_there(*g, slot)) {
                    let col = model.column(0.0, 0.0, portion.minutes, false);
                    all.push((col, 1.0));
                    time.entry((by, slot)).or_default().push((col, ratio));
                    doings.push(Doing { portion: p, by, slot, col });
                }
            }
            model.row(portion.minutes, portion.minutes, all);
        }
        let (mut holdings, mut short) = (Vec::new(), Vec::new());
        for (b, bound) in situation.bounds.iter().enumerate() {
            let people = f64::from(bound.people);
            let part = &situation.parts[bound.part];
            let lacking = model.column(0.0, 0.0, people, true);
            let mut all = vec![(lacking, 1.0)];
            for &by in &bound.doers {
                if part.present[by.0] == 0 && !heads.contains_key(&(by, bound.part)) {
                    continue;
                }
                let col = model.column(0.0, 0.0, people, true);
                all.push((col, 1.0));
                heads.entry((by, bound.part)).or_default().push((col, 1.0));
                let minutes = f64::from(part.minutes) * situation.ward.group(by).task_time;
                time.entry((by, part.slot)).or_default().push((col, minutes));
                holdings.push(Holding { bound: b, by, col });
            }
            model.row(people, people, all);
            short.push(lacking);
        }
        for ((group, slot), entries) in time {
            model.row(-INF, situation.capacity(group, slot), entries);
        }
        for ((group, part), entries) in heads {
            model.row(-INF, f64::from(situation.parts[part].present[group.0]), entries);
        }
        Shift { model, situation, doings, holdings, undone, short }
    }

    /// Demands that nothing red is left.
    pub fn cover_all(&mut self) {
        for &col in self.undone.iter().chain(&self.short) {
            self.model.set_bounds(col, 0.0, 0.0);
        }
    }

    /// The sums in the order in which they are made small, each by its columns.
    fn sums(&self) -> [Vec<(Col, f64)>; 8] {
        let s = self.situation;
        let of_colour = |colour: Priority| {
            let own = s.portions.iter().zip(&self.undone).filter(move |(p, _)| p.colour == colour);
            own.map(|(_, col)| (*col, 1.0))
        };
        let minutes = |bound: usize| f64::from(s.parts[s.bounds[bound].part].minutes);
        let short = self.short.iter().enumerate().map(|(b, col)| (*col, minutes(b)));
        let late = || self.doings.iter().filter(|d| !self.on_time(d));
        let given = self.doings.iter().filter(|d| d.by != s.portions[d.portion].group).map(|d| (d.col, 1.0));
        let held = self.holdings.iter().filter(|h| h.by != s.bounds[h.bound].group);
        let own = |p: &Portion| p.on_time.last().copied().unwrap_or_default();
        let steps = |d: &Doing| (d.slot - own(&s.portions[d.portion])) as f64;
        // Of two that are as late, the one that is done at such hours on some day.
        let unusual = |d: &&Doing| !s.is_usual(s.portions[d.portion].line, d.slot);
        let early = |p: usize| (s.slots.len() - own(&s.portions[p])) as f64;
        let undone = self.undone.iter().enumerate().map(|(p, col)| (*col, early(p)));
        [
            of_colour(Priority::Red).chain(short).collect(),
            of_colour(Priority::Yellow).collect(),
            of_colour(Priority::Green).collect(),
            late().map(|d| (d.col, 1.0)).collect(),
            undone.chain(late().map(|d| (d.col, early(d.portion)))).collect(),
            given.chain(held.map(|h| (h.col, minutes(h.bound)))).collect(),
            late().map(|d| (d.col, steps(d))).collect(),
            late().filter(unusual).map(|d| (d.col, steps(d))).collect(),
        ]
    }

    fn on_time(&self, doing: &Doing) -> bool {
        self.situation.portions[doing.portion].on_time.contains(&doing.slot)
    }
}

/// Makes the sums small, one after the other, and tells what comes of it.
pub fn solve(situation: &Situation) -> Answer {
    let mut shift = Shift::new(situation, Model::new(), &[], |_| true);
    let mut solution = None;
    let sums = shift.sums();
    // Mostly all can be done in its time, and one look is enough for that.
    let undone_or_late: Vec<(Col, f64)> = sums[..4].concat();
    let together = std::iter::once(undone_or_late);
    for (at, sum) in together.chain(sums).enumerate() {
        if sum.iter().all(|(col, _)| shift.model.bounds(*col).1 <= 0.0) && solution.is_some() {
            continue;
        }
        sum.iter().for_each(|(col, cost)| shift.model.set_cost(*col, *cost));
        // What the sum before it chose still holds.
        let options = Options { start: solution.as_deref(), jump: false, ..Options::default() };
        let outcome = shift.model.solve(&options, None);
        let Some(found) = outcome.solution else { break };
        let least: f64 = sum.iter().map(|(col, cost)| cost * found[col.0]).sum();
        solution = Some(found);
        sum.iter().for_each(|(col, _)| shift.model.set_cost(*col, 0.0));
        if least <= DUST {
            sum.iter().for_each(|(col, _)| shift.model.set_bounds(*col, 0.0, 0.0));
        } else if at > 0 {
            shift.model.row(-INF, least + DUST, sum);
        }
    }
    tell(&shift, &solution.unwrap_or_default())
}

/// A solution in the words of an answer. Without a solution nothing is done.
fn tell(shift: &Shift, solution: &[f64]) -> Answer {
    let s = shift.situation;
    let value = |col: Col| solution.get(col.0).copied().unwrap_or(0.0);
    let mut pieces = Vec::new();
    let mut done = vec![0.0; s.portions.len()];
    let piece = |p: &Portion, minutes: f64, fate: Fate| Piece {
        line: p.line,
        day: p.day,
        group: p.group,
        cell: s.slots[p.on_time.last().copied().unwrap_or_default()].cell,
        minutes,
        fate,
    };
    let mut later = 0.0;
    for doing in shift.doings.iter().filter(|d| value(d.col) > 10.0 * DUST) {
        let (portion, minutes) = (&s.portions[doing.portion], value(doing.col));
        done[doing.portion] += minutes;
        later += if shift.on_time(doing) { 0.0 } else { minutes };
        pieces.push(piece(portion, minutes, Fate::Done { by: doing.by, cell: s.slots[doing.slot].cell }));
    }
    for (portion, done) in s.portions.iter().zip(done) {
        let left = portion.minutes - done;
        if left > 100.0 * DUST {
            let why = s.why(portion.line, portion.group, &portion.on_time);
            let fate = match portion.yields {
                None => Fate::Uncovered(why),
                Some(Yields::Waits) => Fate::NextDays(why),
                Some(Yields::LeftOut) => Fate::LeftOut(why),
            };
            pieces.push(piece(portion, left, fate));
        }
    }
    pieces.sort_by(|a, b| {
        let key = |p: &Piece| (p.line, p.day, s.slots.iter().position(|slot| slot.cell == p.cell), p.fate);
        key(a).cmp(&key(b))
    });
    let watches = watches(shift, &value);
    let sums = sums(s, &pieces, &watches, later);
    let intervals = lights(s, &pieces, &watches);
    let light = intervals.iter().map(|i| i.light).max().unwrap_or(Light::Green);
    Answer { asked: s.asked.clone(), light, intervals, pieces, watches, gaps: s.gaps.clone(), sums, hire: Vec::new() }
}

fn watches(shift: &Shift, value: &dyn Fn(Col) -> f64) -> Vec<Watch> {
    let s = shift.situation;
    let mut watches = Vec::new();
    for (b, bound) in s.bounds.iter().enumerate() {
        let part = &s.parts[bound.part];
        let mut watch = |by: Option<GroupId>, heads: u32| {
            if heads > 0 {
                let cell = s.slots[part.slot].cell;
                watches.push(Watch {
                    line: bound.line,
                    day: bound.day,
                    group: bound.group,
                    cell,
                    stretch: part.stretch,
                    heads,
                    by,
                });
            }
        };
        let mut left = bound.people;
        for holding in shift.holdings.iter().filter(|h| h.bound == b) {
            let heads = (value(holding.col).round() as u32).min(left);
            left -= heads;
            watch(Some(holding.by), heads);
        }
        watch(None, left);
    }
    watches
}

fn sums(s: &Situation, pieces: &[Piece], watches: &[Watch], later: f64) -> Sums {
    let mut sums = Sums { later, ..Sums::default() };
    let moment = &s.asked.moment;
    sums.red += s.gaps.iter().map(|g| f64::from(g.heads * moment.minutes(g.stretch))).sum::<f64>();
    for watch in watches {
        let minutes = f64::from(watch.heads * moment.minutes(watch.stretch));
        match watch.by {
            None => sums.red += minutes,
            Some(by) if by != watch.group => sums.handed_over += minutes,
            Some(_) => {}
        }
    }
    for piece in pieces {
        match (piece.fate, s.ward.lines[piece.line.0].priority.unwrap_or(Priority::Red)) {
            (Fate::Done { by, .. }, _) if by != piece.group => sums.handed_over += piece.minutes,
            (Fate::Done { .. }, _) => {}
            (_, Priority::Red) => sums.red += piece.minutes,
            (_, Priority::Yellow) => sums.yellow += piece.minutes,
            (_, Priority::Green) => sums.green += piece.minutes,
        }
    }
    sums
}

fn lights(s: &Situation, pieces: &[Piece], watches: &[Watch]) -> Vec<IntervalLight> {
    let slot_of = |cell| s.slots.iter().position(|slot| slot.cell == cell);
    let of_slot = |(at, slot): (usize, &super::situation::Slot)| {
        let red = s.gaps.iter().any(|g| g.cell == slot.cell)
            || watches.iter().any(|w| w.cell == slot.cell && w.by.is_none())
            || pieces.iter().any(|p| p.cell == slot.cell && matches!(p.fate, Fate::Uncovered(_)));
        let yellow = pieces.iter().filter(|p| p.cell == slot.cell).any(|p| match p.fate {
            Fate::Done { cell, .. } => slot_of(cell).is_some_and(|done| done > at),
            Fate::NextDays(_) | Fate::LeftOut(_) | Fate::Uncovered(_) => true,
        });
        let light = if red {
            Light::Red
        } else if yellow {
            Light::Yellow
        } else {
            Light::Green
        };
        IntervalLight { cell: slot.cell, of_shift: slot.of_shift, light }
    };
    s.slots.iter().enumerate().map(of_slot).collect()
}
