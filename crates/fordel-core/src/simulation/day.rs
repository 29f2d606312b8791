//! A day lived: who is there, what becomes of its work, the colour of each cell, and the least help with which nothing red
//! is left.

use super::fitting::Fitting;
use super::frame::{Cluster, DayFrame, Frame};
use super::ways::Basis;
use super::week::Week;
use crate::shortage::{Light, SLACK};
use crate::time::{DAY, Stretch};
use crate::ward::Priority;

/// Ways to share out bound work that are tried before the best of them is kept.
const MOST_WAYS: usize = 512;
/// What a head-minute of bound work that isn't there weighs: as much as a red minute.
const RED: f64 = 1e6;

/// Minutes of a day that aren't done when they should be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Head-minutes of presence and bound work that aren't covered, and red minutes.
    pub red: f64,
    /// Yellow minutes not done within the day.
    pub yellow: f64,
    /// Green minutes not done within the day.
    pub green: f64,
    /// Minutes done later than their time.
    pub later: f64,
}

/// Hours of help of a group, in a stretch of the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Help {
    /// Of which group.
    pub group: usize,
    /// How many.
    pub hours: f64,
    /// Supplements of an hour, as a share of the hourly cost.
    pub supplement: f64,
}

/// Room for living a day, with what came of it.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The colour of each slot.
    pub lights: Vec<Light>,
    /// Minutes that aren't done when they should be.
    pub sums: Sums,
    /// The least help, by the minute, with which nothing red is left.
    pub help: Vec<Help>,
    present: Vec<u32>,
    free: Vec<u32>,
    amounts: Vec<f64>,
    own: Vec<f64>,
    room: Vec<f64>,
    held: Vec<u32>,
    short: Vec<u32>,
    /// Whether help could be wanted for each cluster's work.
    wants: Vec<bool>,
    fitting: Fitting,
    /// Whether bases of fittings are kept, and those kept: by cluster.
    pub(super) learns: bool,
    pub(super) learnt: Vec<(usize, Basis)>,
}

impl Desk {
    /// Lives a day of the week.
    pub fn live(&mut self, frame: &Frame, week: &Week, day: usize) {
        let own = &frame.days[day];
        self.gather(frame, own, &week.heads, &week.scale);
        self.look(frame, own);
        if self.lights.contains(&Light::Red) {
            self.helped(frame, own);
        }
    }

    /// The slots of a day that are red, as bits, with these heads and this work; its other work and its help aren't looked
    /// at. Slots from the last bit on share it.
    pub fn red(&mut self, frame: &Frame, heads: &[[u32; 7]], scale: &[f64], day: usize) -> u128 {
        self.look_red(frame, heads, scale, day);
        let red = self.lights.iter().enumerate().filter(|(_, light)| **light == Light::Red);
        red.fold(0, |all, (slot, _)| all | 1 << slot.min(127))
    }

    /// Lives a day of the week as if there were no work but what is red: all that isn't red is green then, and the help is that
    /// of the whole day.
    pub fn live_red(&mut self, frame: &Frame, week: &Week, day: usize) {
        self.look_red(frame, &week.heads, &week.scale, day);
        if self.lights.contains(&Light::Red) {
            self.helped(frame, &frame.days[day]);
        }
    }

    fn look_red(&mut self, frame: &Frame, heads: &[[u32; 7]], scale: &[f64], day: usize) {
        let own = &frame.days[day];
        self.gather(frame, own, heads, scale);
        for (amount, kind) in self.amounts.iter_mut().zip(&own.kinds) {
            if kind.colour != Priority::Red {
                *amount = 0.0;
            }
        }
        self.look(frame, own);
    }

    /// The colours of what was gathered.
    fn look(&mut self, frame: &Frame, own: &DayFrame) {
        let groups = frame.ward.groups.len();
        self.lights.clear();
        self.lights.resize(own.cells.len(), Light::Green);
        self.sums = Sums::default();
        self.help.clear();
        for guard in &own.guards {
            let there: u32 = guard.groups.iter().map(|g| self.present[guard.part * groups + g]).sum();
            if there < guard.count {
                let part = &own.parts[guard.part];
                self.lights[part.slot] = Light::Red;
                self.sums.red += f64::from((guard.count - there) * part.stretch.minutes);
            }
        }
        self.wants.clear();
        for (at, cluster) in own.clusters.iter().enumerate() {
            let wants = self.work(frame, own, cluster);
            self.wants.push(wants);
            if self.learns {
                self.learnt.extend(self.fitting.learnt().map(|basis| (at, basis)));
            }
        }
    }

    /// Who is there in each part, and how much there is of each kind.
    fn gather(&mut self, frame: &Frame, day: &DayFrame, heads: &[[u32; 7]], scale: &[f64]) {
        let groups = frame.ward.groups.len();
        self.present.clear();
        self.present.resize(day.parts.len() * groups, 0);
        for (p, part) in day.parts.iter().enumerate() {
            for &(shift, start) in &part.on {
                self.present[p * groups + frame.ward.shifts[shift].group.0] += heads[shift][start];
            }
        }
        self.amounts.clear();
        self.amounts.resize(day.kinds.len(), 0.0);
        for feed in &day.feeds {
            self.amounts[feed.kind] += feed.minutes * scale[feed.work];
        }
    }

    /// What becomes of a cluster's work. Whether help could be wanted for it: not where all red work is done beside bound work
    /// that is held plainly, for then it is with more heads and without other work too.
    fn work(&mut self, frame: &Frame, day: &DayFrame, cluster: &Cluster) -> bool {
        self.own.clear();
        self.own.extend(cluster.kinds.iter().map(|k| self.amounts[*k]));
        self.hold_plainly(frame, cluster);
        let mut loss = self.fitted(frame, day, cluster);
        let mut wants = loss > SLACK * 1e-4 && self.has_choice(frame, day, cluster);
        if wants {
            loss = self.hold_best(frame, day, cluster, loss);
        }
        if loss <= 0.0 {
            return wants;
        }
        for (bound, short) in cluster.bounds.iter().zip(&self.short) {
            if *short > 0 {
                wants = true;
                let part = &day.parts[bound.part];
                self.lights[part.slot] = Light::Red;
                self.sums.red += f64::from(short * part.stretch.minutes);
            }
        }
        for (at, &kind) in cluster.kinds.iter().enumerate() {
            let kind = &day.kinds[kind];
            let (undone, late) = (self.fitting.undone[at], self.fitting.late[at]);
            wants |= kind.colour == Priority::Red && undone > 0.0;
            if undone <= SLACK && late <= SLACK {
                continue;
            }
            let light = if kind.colour == Priority::Red { Light::Red } else { Light::Yellow };
            self.lights[kind.own] = self.lights[kind.own].max(light);
            self.sums.later += late;
            *match kind.colour {
                Priority::Red => &mut self.sums.red,
                Priority::Yellow => &mut self.sums.yellow,
                Priority::Green => &mut self.sums.green,
            } += undone;
        }
        wants
    }

    /// Gives bound work to the last group that may do it and has heads, then to the one before.
    fn hold_plainly(&mut self, frame: &Frame, cluster: &Cluster) {
        let groups = frame.ward.groups.len();
        self.free.clear();
        self.free.extend(&self.present);
        self.held.clear();
        self.held.resize(cluster.bounds.len() * groups, 0);
        self.short.clear();
        for (b, bound) in cluster.bounds.iter().enumerate() {
            let mut left = bound.people;
            for &g in bound.doers.iter().rev() {
                let free = &mut self.free[bound.part * groups + g];
                let heads = left.min(*free);
                *free -= heads;
                left -= heads;
                self.held[b * groups + g] = heads;
            }
            self.short.push(left);
        }
    }

    /// Who is left when bound work is held as it is.
    fn leave_free(&mut self, frame: &Frame, cluster: &Cluster) {
        let groups = frame.ward.groups.len();
        self.free.clone_from(&self.present);
        for (bound, held) in cluster.bounds.iter().zip(self.held.chunks_exact(groups)) {
            let free = &mut self.free[bound.part * groups..(bound.part + 1) * groups];
            free.iter_mut().zip(held).for_each(|(free, held)| *free -= held);
        }
    }

    /// Whether bound work shared out in another way could be better. It can't where all of it has heads, and another minute
    /// of those who hold it would be worth nothing.
    fn has_choice(&self, frame: &Frame, day: &DayFrame, cluster: &Cluster) -> bool {
        let groups = frame.ward.groups.len();
        cluster.bounds.iter().enumerate().any(|(b, bound)| {
            let there = |g: &&usize| self.present[bound.part * groups + **g] > 0;
            let others = bound.doers.iter().filter(there).count();
            let slot = day.parts[bound.part].slot;
            let is_dear = |g: &usize| {
                let held = self.held[b * groups + g] > 0;
                let node = cluster.nodes.iter().position(|n| *n == (slot, *g));
                held && node.is_some_and(|n| self.fitting.is_dear(n))
            };
            others > 1 && bound.doers.iter().any(is_dear) || self.short[b] > 0 && others > 0
        })
    }

    /// Fits the cluster's work beside the bound work as it is held; gives what is lost.
    fn fitted(&mut self, frame: &Frame, day: &DayFrame, cluster: &Cluster) -> f64 {
        let groups = frame.ward.groups.len();
        self.room.clear();
        self.room.resize(cluster.nodes.len(), 0.0);
        for room in &cluster.rooms {
            self.room[room.node] += f64::from(self.free[room.part * groups + room.group]) * room.minutes;
        }
        self.fitting.fit(&cluster.ways, &self.own, &self.room);
        let short: f64 = cluster
            .bounds
            .iter()
            .zip(&self.short)
            .map(|(b, short)| f64::from(short * day.parts[b.part].stretch.minutes))
            .sum();
        self.fitting.loss(&cluster.ways) + RED * short
    }

    /// Tries every way to share out the bound work, and keeps the best.
    fn hold_best(&mut self, frame: &Frame, day: &DayFrame, cluster: &Cluster, plain: f64) -> f64 {
        let groups = frame.ward.groups.len();
        let mut ways: Vec<(Vec<u32>, Vec<u32>)> = vec![(vec![0; cluster.bounds.len() * groups], Vec::new())];
        for (b, bound) in cluster.bounds.iter().enumerate() {
            let mut next = Vec::new();
            for (held, short) in ways {
                let free: Vec<u32> = (0..groups)
                    .map(|g| {
                        let by = |o: usize| (cluster.bounds[o].part == bound.part).then(|| held[o * groups + g]);
                        let taken: u32 = (0..b).filter_map(by).sum();
                        self.present[bound.part * groups + g] - taken
                    })
                    .collect();
                for shared in shares_of(bound.people, &bound.doers, &free) {
                    let mut held = held.clone();
                    let mut short = short.clone();
                    let mut left = bound.people;
                    for (&g, &heads) in bound.doers.iter().zip(&shared) {
                        held[b * groups + g] = heads;
                        left -= heads;
                    }
                    short.push(left);
                    next.push((held, short));
                }
            }
            next.truncate(MOST_WAYS);
            ways = next;
        }
        let mut best = (plain, self.held.clone(), self.short.clone());
        for (held, short) in ways {
            (self.held, self.short) = (held, short);
            self.leave_free(frame, cluster);
            let loss = self.fitted(frame, day, cluster);
            if loss < best.0 - SLACK * 1e-4 {
                best = (loss, self.held.clone(), self.short.clone());
            }
        }
        (self.held, self.short) = (best.1, best.2);
        self.leave_free(frame, cluster);
        self.fitted(frame, day, cluster)
    }

    /// The least help by the minute, in kroner: heads for presence and bound work, and then time for red work.
    fn helped(&mut self, frame: &Frame, day: &DayFrame) {
        let groups = frame.ward.groups.len();
        let cheapest = |of: &[usize]| {
            let price = |g: &usize| frame.ward.groups[*g].hourly_kr;
            of.iter().copied().min_by(|a, b| price(a).total_cmp(&price(b)).then(b.cmp(a)))
        };
        let mut come = vec![0_u32; day.parts.len() * groups];
        for guard in &day.guards {
            let at = |g: &usize| self.present[guard.part * groups + g] + come[guard.part * groups + g];
            let there: u32 = guard.groups.iter().map(at).sum();
            if let Some(group) = cheapest(&guard.groups).filter(|_| there < guard.count) {
                come[guard.part * groups + group] += guard.count - there;
            }
        }
        self.present.iter_mut().zip(&come).for_each(|(there, more)| *there += more);
        for (at, cluster) in day.clusters.iter().enumerate() {
            if !self.wants[at] {
                continue;
            }
            self.own.clear();
            let red = |k: &usize| day.kinds[*k].colour == Priority::Red;
            self.own.extend(cluster.kinds.iter().map(|k| if red(k) { self.amounts[*k] } else { 0.0 }));
            self.hold_plainly(frame, cluster);
            for (b, bound) in cluster.bounds.iter().enumerate().filter(|(b, _)| self.short[*b] > 0) {
                if let Some(group) = cheapest(&bound.doers) {
                    come[bound.part * groups + group] += self.short[b];
                }
            }
            let short = std::mem::take(&mut self.short);
            self.short.resize(short.len(), 0);
            if self.fitted(frame, day, cluster) <= SLACK {
                continue;
            }
            for (at, &k) in cluster.kinds.iter().enumerate() {
                let kind = &day.kinds[k];
                let undone = self.fitting.undone[at];
                let minutes = |(g, ratio): &(usize, f64)| ratio / frame.ward.groups[*g].task_time;
                let price = |d: &(usize, f64)| minutes(d) * frame.ward.groups[d.0].hourly_kr;
                let by = kind.doers.iter().min_by(|a, b| price(a).total_cmp(&price(b)));
                if let Some(by) = by.filter(|_| undone > SLACK) {
                    let supplement = supplement(frame, frame.ward.intervals.stretch(day.cells[kind.own]));
                    self.help.push(Help { group: by.0, hours: undone * minutes(by) / 60.0, supplement });
                }
            }
        }
        for (p, part) in day.parts.iter().enumerate() {
            for g in (0..groups).filter(|g| come[p * groups + g] > 0) {
                let hours = f64::from(come[p * groups + g] * part.stretch.minutes) / 60.0;
                self.help.push(Help { group: g, hours, supplement: supplement(frame, part.stretch) });
            }
        }
    }
}

/// Evening, night and weekend in a stretch, as a share of its hourly cost.
fn supplement(frame: &Frame, stretch: Stretch) -> f64 {
    let settings = &frame.ward.settings;
    let evening: u32 = crate::time::Day::all()
        .map(|d| stretch.overlap(Stretch { start: d.start() + 17 * 60, minutes: 13 * 60 }))
        .sum();
    let weekend: u32 = crate::time::Day::all()
        .filter(|d| d.is_weekend())
        .map(|d| stretch.overlap(Stretch { start: d.start(), minutes: DAY }))
        .sum();
    let share = |minutes: u32| f64::from(minutes) / f64::from(stretch.minutes.max(1));
    settings.evening_night_rate * share(evening) + settings.weekend_rate * share(weekend)
}

/// All ways in which groups can give heads, each no more than are free, to at most so many people.
fn shares_of(people: u32, doers: &[usize], free: &[u32]) -> Vec<Vec<u32>> {
    let mut all: Vec<Vec<u32>> = vec![Vec::new()];
    for g in doers {
        let more = |given: Vec<u32>| {
            let left = people - given.iter().sum::<u32>();
            (0..=left.min(free[*g])).map(move |heads| [given.clone(), vec![heads]].concat()).collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(more).collect();
    }
    // Heads that are there aren't kept back but for a gain elsewhere: those ways come last.
    all.sort_by_key(|given| std::cmp::Reverse(given.iter().sum::<u32>()));
    all
}

#[cfg(test)]
mod tests {
    use super::super::tests::strained;
    use super::super::variation::Still;
    use super::*;

    /// Asked all the same, a cluster whose work wants no help takes none.
    #[test]
    fn work_that_is_not_asked_for_help_would_take_none() {
        let frame = strained();
        let (mut week, mut desk, mut all) = (Week::new(&frame), Desk::default(), Desk::default());
        let mut spared = 0;
        for number in 0..300 {
            week.draw(&frame, 4, number, &Still::default());
            for day in 0..7 {
                desk.live(&frame, &week, day);
                let own = &frame.days[day];
                all.gather(&frame, own, &week.heads, &week.scale);
                all.look(&frame, own);
                if all.lights.contains(&Light::Red) {
                    let told = own.clusters.iter().zip(&all.wants);
                    spared += told.filter(|(cluster, wants)| !cluster.kinds.is_empty() && !**wants).count();
                    all.wants.fill(true);
                    all.helped(&frame, own);
                }
                assert_eq!(desk.help, all.help, "week {number} day {day}");
            }
        }
        assert!(spared > 30, "{spared}");
    }
}
