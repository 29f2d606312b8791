//! Work against the time of those who are there: what is done on time, what later, what not at all, so that what is done is
//! worth most.
//!
//! Most of it needs no search: where a group has time for all that may come to it in a slot, what is on time there is done
//! there. What is left falls apart into islands, mostly of one node; the others are small packing problems, solved by the
//! simplex method from the empty packing (Dantzig 1947; Bland's rule against circles).

use super::frame::{Arc, Cluster, DUST};

/// Differences below this are rounding.
const ROUNDING: f64 = 1e-9;
/// What is worth this much or more is red, and yellow: far above what comes after.
const RED: f64 = 1e5;
const YELLOW: f64 = 1e2;
/// Gains below this are rounding: a cell earlier weighs a hundred times more.
const GAIN: f64 = 1e-8;
/// Pivots after which the largest gain no longer leads.
const BLAND: usize = 400;
/// Pivots after which it ends; never reached, for Bland's rule ends before.
const MOST: usize = 20_000;

/// Room for fitting, with its answer.
#[derive(Clone, Debug, Default)]
pub struct Fitting {
    /// Minutes of each of the cluster's kinds that aren't done.
    pub undone: Vec<f64>,
    /// Minutes that are done late.
    pub late: Vec<f64>,
    /// What another minute at a node would be worth; below 0 where nobody is there.
    pub price: Vec<f64>,
    /// Whether a way is looked at: those on time always, those that are late when they would gain.
    used: Vec<Vec<bool>>,
    live: Vec<bool>,
    load: Vec<f64>,
    room: Vec<f64>,
    island: Vec<usize>,
    shores: Vec<usize>,
    simplex: Simplex,
}

/// What a minute of each kind is worth, on time and late.
#[derive(Clone, Copy, Debug)]
pub struct Worth<'a> {
    /// On time.
    pub on_time: &'a [f64],
    /// Late.
    pub late: &'a [f64],
}

impl Worth<'_> {
    fn of(&self, kind: usize, arc: &Arc) -> f64 {
        if arc.late { self.late[kind] } else { self.on_time[kind] }
    }
}

impl Fitting {
    /// Fits amounts (by the cluster's kinds) into room (by its nodes).
    ///
    /// Ways that are late are left out at first, so that the slots fall apart; one that would gain at the prices found is
    /// brought in, and all is fitted anew, until none would gain. That is then best of all (column generation).
    pub fn fit(&mut self, cluster: &Cluster, amounts: &[f64], room: &[f64], worth: Worth) {
        self.used.resize(cluster.arcs.len(), Vec::new());
        for (used, arcs) in self.used.iter_mut().zip(&cluster.arcs) {
            used.clear();
            used.extend(arcs.iter().map(|arc| !arc.late));
        }
        loop {
            self.fit_used(cluster, amounts, room, worth);
            if !self.brings_in(cluster, amounts, worth) {
                return;
            }
        }
    }

    /// Brings in late ways that would gain; whether there are any.
    fn brings_in(&mut self, cluster: &Cluster, amounts: &[f64], worth: Worth) -> bool {
        let mut brought = false;
        for (k, arcs) in cluster.arcs.iter().enumerate().filter(|(k, _)| amounts[*k] > DUST) {
            if arcs.last().is_none_or(|arc| !arc.late) {
                continue;
            }
            let gain = |arc: &Arc| worth.of(k, arc) - self.price[arc.node] * arc.ratio;
            let is_there = |arc: &&Arc| self.price[arc.node] >= 0.0;
            let own = arcs.iter().zip(&self.used[k]).filter(|(_, used)| **used).map(|(arc, _)| arc);
            let most = own.filter(is_there).map(gain).fold(0.0, f64::max);
            for (at, arc) in arcs.iter().enumerate() {
                if !self.used[k][at] && is_there(&arc) && gain(arc) > most + GAIN {
                    self.used[k][at] = true;
                    brought = true;
                }
            }
        }
        brought
    }

    fn fit_used(&mut self, cluster: &Cluster, amounts: &[f64], room: &[f64], worth: Worth) {
        let kinds = cluster.kinds.len();
        self.undone.clear();
        self.undone.resize(kinds, 0.0);
        self.late.clear();
        self.late.resize(kinds, 0.0);
        self.live.clear();
        self.live.extend(amounts.iter().map(|a| *a > DUST));
        self.room.clear();
        self.room.extend(room);
        self.price.clear();
        self.price.extend(room.iter().map(|r| if *r > ROUNDING { 0.0 } else { -1.0 }));
        self.serve_where_there_is_time(cluster, amounts);
        self.serve_what_comes_first(cluster, amounts, worth);
        for k in 0..kinds {
            if !self.live[k] {
                continue;
            }
            self.gather(cluster, k);
            match self.shores.len() {
                0 => self.undone[k] = amounts[k],
                1 => self.fill_one(cluster, amounts, worth),
                _ => self.search(cluster, amounts, worth),
            }
            self.price_what_is_full(cluster, worth);
        }
    }

    /// Whether more time at a node would be worth anything.
    pub fn is_dear(&self, cluster: &Cluster, amounts: &[f64], worth: Worth, node: usize) -> bool {
        if self.price[node] >= 0.0 {
            return self.price[node] > GAIN;
        }
        // Nobody is there: what those who would come gain where they are now.
        cluster.comers[node].iter().filter(|(k, _)| amounts[*k] > DUST).any(|&(k, at)| {
            let gain = |arc: &Arc| worth.of(k, arc) - self.price[arc.node] * arc.ratio;
            let open = cluster.arcs[k].iter().filter(|arc| self.price[arc.node] >= 0.0);
            worth.of(k, &cluster.arcs[k][at]) > open.map(gain).fold(0.0, f64::max) + GAIN
        })
    }

    /// What the fitting is worth less than if all were done on time.
    pub fn loss(&self, worth: Worth) -> f64 {
        let of = |k: usize| self.undone[k] * worth.on_time[k] + self.late[k] * (worth.on_time[k] - worth.late[k]);
        (0..self.undone.len()).map(of).sum()
    }

    /// Serves all that is on time at a node with time for all that may come there; and so on, until there is no such node.
    fn serve_where_there_is_time(&mut self, cluster: &Cluster, amounts: &[f64]) {
        let nodes = self.room.len();
        self.load.clear();
        self.load.resize(nodes, 0.0);
        for (k, arcs) in cluster.arcs.iter().enumerate().filter(|(k, _)| self.live[*k]) {
            for (arc, _) in arcs.iter().zip(&self.used[k]).filter(|(_, used)| **used) {
                self.load[arc.node] += amounts[k] * arc.ratio;
            }
        }
        loop {
            let mut served = false;
            for n in 0..nodes {
                if self.price[n] < 0.0 || self.load[n] > self.room[n] + ROUNDING {
                    continue;
                }
                for &(k, at) in &cluster.comers[n] {
                    if !self.live[k] || cluster.arcs[k][at].late {
                        continue;
                    }
                    self.live[k] = false;
                    served = true;
                    self.room[n] -= amounts[k] * cluster.arcs[k][at].ratio;
                    for (arc, _) in cluster.arcs[k].iter().zip(&self.used[k]).filter(|(_, used)| **used) {
                        self.load[arc.node] -= amounts[k] * arc.ratio;
                    }
                }
            }
            if !served {
                return;
            }
        }
    }

    /// Serves what has one way alone, where there is time for all that counts as much or more and may come there: what
    /// counts less never keeps it out.
    fn serve_what_comes_first(&mut self, cluster: &Cluster, amounts: &[f64], worth: Worth) {
        for n in 0..self.room.len() {
            if self.price[n] < 0.0 {
                continue;
            }
            for least in [RED, YELLOW] {
                let live =
                    |(k, at): &&(usize, usize)| self.live[*k] && self.used[*k][*at] && worth.on_time[*k] >= least;
                let comers = cluster.comers[n].iter().filter(live);
                let load: f64 = comers.map(|(k, at)| amounts[*k] * cluster.arcs[*k][*at].ratio).sum();
                if load > self.room[n] + ROUNDING {
                    break;
                }
                for &(k, at) in &cluster.comers[n] {
                    let alone = || cluster.arcs[k].iter().zip(&self.used[k]).filter(|(_, used)| **used).count() == 1;
                    if self.live[k]
                        && self.used[k][at]
                        && !cluster.arcs[k][at].late
                        && worth.on_time[k] >= least
                        && alone()
                    {
                        self.live[k] = false;
                        self.room[n] -= amounts[k] * cluster.arcs[k][at].ratio;
                    }
                }
            }
        }
    }

    /// The island of a kind: all kinds and open nodes that hang together with it. Its kinds are no longer live.
    fn gather(&mut self, cluster: &Cluster, first: usize) {
        self.island.clear();
        self.shores.clear();
        self.island.push(first);
        self.live[first] = false;
        let mut at = 0;
        while at < self.island.len() {
            let kind = self.island[at];
            for (arc, used) in cluster.arcs[kind].iter().zip(&self.used[kind]) {
                let n = arc.node;
                if !used || self.room[n] <= ROUNDING || self.shores.contains(&n) {
                    continue;
                }
                self.shores.push(n);
                for &(k, at) in &cluster.comers[n] {
                    if self.live[k] && self.used[k][at] {
                        self.live[k] = false;
                        self.island.push(k);
                    }
                }
            }
            at += 1;
        }
    }

    /// Where there are people, but what comes first has taken all their time, another minute would be worth what the island's
    /// kinds gain by it. Else a late way that makes room there would seem to gain nothing.
    fn price_what_is_full(&mut self, cluster: &Cluster, worth: Worth) {
        for &k in &self.island {
            let used = || cluster.arcs[k].iter().zip(&self.used[k]).filter(|(_, used)| **used).map(|(arc, _)| arc);
            let gain = |arc: &Arc| worth.of(k, arc) - self.price[arc.node] * arc.ratio;
            let on_shore = used().filter(|arc| self.shores.contains(&arc.node));
            let own = if self.undone[k] > ROUNDING { 0.0 } else { on_shore.map(gain).fold(0.0, f64::max) };
            for arc in used() {
                if self.price[arc.node] >= 0.0 && !self.shores.contains(&arc.node) {
                    let price = (worth.of(k, arc) - own) / arc.ratio.max(ROUNDING);
                    self.price[arc.node] = self.price[arc.node].max(price);
                }
            }
        }
    }

    /// One node alone: what is worth most for a minute of it comes first.
    fn fill_one(&mut self, cluster: &Cluster, amounts: &[f64], worth: Worth) {
        let node = self.shores[0];
        let used = &self.used;
        let way = |k: usize| {
            let ways = cluster.arcs[k].iter().zip(&used[k]);
            ways.filter(|(_, used)| **used).map(|(arc, _)| arc).find(|arc| arc.node == node)
        };
        let value = |k: usize| way(k).map_or(0.0, |arc| worth.of(k, arc) / arc.ratio.max(ROUNDING));
        self.island.sort_by(|a, b| value(*b).total_cmp(&value(*a)).then(a.cmp(b)));
        let mut left = self.room[node];
        let mut price = None;
        for &k in &self.island {
            let Some(arc) = way(k) else { continue };
            let done = if arc.ratio > ROUNDING { amounts[k].min(left / arc.ratio) } else { amounts[k] };
            left = (left - done * arc.ratio).max(0.0);
            self.undone[k] = amounts[k] - done;
            self.late[k] = if arc.late { done } else { 0.0 };
            if self.undone[k] > 0.0 && price.is_none() {
                price = Some(value(k));
            }
        }
        self.room[node] = left;
        self.price[node] = price.unwrap_or(0.0);
    }

    fn search(&mut self, cluster: &Cluster, amounts: &[f64], worth: Worth) {
        // What is worth most first, for the first guess.
        self.island.sort_by(|a, b| worth.on_time[*b].total_cmp(&worth.on_time[*a]).then(a.cmp(b)));
        let (kinds, nodes) = (self.island.len(), self.shores.len());
        let simplex = &mut self.simplex;
        simplex.columns.clear();
        for (row, &k) in self.island.iter().enumerate() {
            for (arc, _) in cluster.arcs[k].iter().zip(&self.used[k]).filter(|(_, used)| **used) {
                if let Some(shore) = self.shores.iter().position(|n| *n == arc.node) {
                    simplex.columns.push((row, kinds + shore, *arc));
                }
            }
        }
        let value = |row: usize, arc: &Arc| worth.of(self.island[row], arc);
        let limits = self.island.iter().map(|k| amounts[*k]).chain(self.shores.iter().map(|n| self.room[*n]));
        simplex.start(limits, kinds + nodes, value);
        simplex.run();
        for (row, &k) in self.island.iter().enumerate() {
            // Never more than there was, whatever pivots round.
            self.undone[k] = simplex.slack(row).0.min(amounts[k]);
        }
        for (row, &n) in self.shores.iter().enumerate() {
            (self.room[n], self.price[n]) = simplex.slack(kinds + row);
        }
        for (row, basic) in simplex.basic.iter().enumerate() {
            if let Some((kind, _, arc)) = simplex.columns.get(*basic)
                && arc.late
            {
                self.late[self.island[*kind]] += simplex.limits[row];
            }
        }
    }
}

/// A packing problem as a condensed tableau: rows of kinds and nodes, columns of ways. Variables are numbered ways first,
/// then the slack of each row.
#[derive(Clone, Debug, Default)]
struct Simplex {
    /// (row of the kind, row of the node, way) of each column.
    columns: Vec<(usize, usize, Arc)>,
    table: Vec<f64>,
    limits: Vec<f64>,
    gains: Vec<f64>,
    basic: Vec<usize>,
    free: Vec<usize>,
    pivot_row: Vec<(usize, f64)>,
}

impl Simplex {
    /// The tableau of a first guess: each kind whole where there is still room for it on time, with the last group that has
    /// it, else not at all. That is a basis, so that only what doesn't fit that simply takes pivots.
    fn start(&mut self, limits: impl Iterator<Item = f64>, rows: usize, value: impl Fn(usize, &Arc) -> f64) {
        let width = self.columns.len();
        self.limits.clear();
        self.limits.extend(limits);
        self.table.clear();
        self.table.resize(rows * width, 0.0);
        self.gains.clear();
        self.basic.clear();
        self.basic.extend(width..width + rows);
        self.free.clear();
        self.free.extend(0..width);
        let mut from = 0;
        while from < width {
            let kind = self.columns[from].0;
            let to = from + self.columns[from..].iter().take_while(|column| column.0 == kind).count();
            let amount = self.limits[kind];
            let fits = |c: &usize| {
                let (_, node, arc) = self.columns[*c];
                !arc.late && amount * arc.ratio <= self.limits[node]
            };
            let guess = (from..to).rev().find(fits);
            let worth = guess.map_or(0.0, |c| value(kind, &self.columns[c].2));
            for c in from..to {
                let (_, node, arc) = self.columns[c];
                self.table[kind * width + c] = 1.0;
                self.gains.push(value(kind, &arc) - worth);
                self.table[node * width + c] = arc.ratio;
            }
            if let Some(c) = guess {
                let (_, node, arc) = self.columns[c];
                self.limits[node] -= amount * arc.ratio;
                (from..to).for_each(|other| self.table[node * width + other] -= arc.ratio);
                // In its place stands what isn't done of the kind.
                self.table[node * width + c] = -arc.ratio;
                self.gains[c] = -worth;
                self.basic[kind] = c;
                self.free[c] = width + kind;
            }
            from = to;
        }
    }

    /// The value of a row's slack, and what another minute of its limit would be worth.
    fn slack(&self, row: usize) -> (f64, f64) {
        let name = self.columns.len() + row;
        match self.basic.iter().position(|b| *b == name) {
            Some(at) => (self.limits[at].max(0.0), 0.0),
            None => (0.0, self.free.iter().position(|f| *f == name).map_or(0.0, |at| (-self.gains[at]).max(0.0))),
        }
    }

    fn run(&mut self) {
        for step in 0..MOST {
            let Some(column) = self.entering(step >= BLAND) else { return };
            let Some(row) = self.leaving(column) else { return };
            self.pivot(row, column);
        }
    }

    fn entering(&self, bland: bool) -> Option<usize> {
        let gains = || self.gains.iter().copied().enumerate().filter(|(_, gain)| *gain > GAIN);
        if bland {
            return gains().min_by_key(|(c, _)| self.free[*c]).map(|(c, _)| c);
        }
        let mut best: Option<(usize, f64)> = None;
        for (c, gain) in gains() {
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((c, gain));
            }
        }
        best.map(|(c, _)| c)
    }

    fn leaving(&self, column: usize) -> Option<usize> {
        let width = self.columns.len();
        let mut best: Option<(usize, f64)> = None;
        for (row, limit) in self.limits.iter().enumerate() {
            let entry = self.table[row * width + column];
            if entry <= ROUNDING {
                continue;
            }
            let step = limit / entry;
            let is_better = best.is_none_or(|(other, least)| {
                step < least - 1e-12 || step <= least + 1e-12 && self.basic[row] < self.basic[other]
            });
            if is_better {
                best = Some((row, step));
            }
        }
        best.map(|(row, _)| row)
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let width = self.columns.len();
        let own = row * width..(row + 1) * width;
        let inverse = 1.0 / self.table[own.start + column];
        self.pivot_row.clear();
        for (c, entry) in self.table[own].iter_mut().enumerate() {
            if c == column {
                *entry = inverse;
            } else if *entry != 0.0 {
                *entry *= inverse;
                self.pivot_row.push((c, *entry));
            }
        }
        self.limits[row] *= inverse;
        let limit = self.limits[row];
        for other in (0..self.limits.len()).filter(|r| *r != row) {
            let line = &mut self.table[other * width..(other + 1) * width];
            let factor = line[column];
            if factor == 0.0 {
                continue;
            }
            for &(c, entry) in &self.pivot_row {
                line[c] -= factor * entry;
            }
            line[column] = -factor * inverse;
            self.limits[other] = (self.limits[other] - factor * limit).max(0.0);
        }
        let gain = self.gains[column];
        for &(c, entry) in &self.pivot_row {
            self.gains[c] -= gain * entry;
        }
        self.gains[column] = -gain * inverse;
        std::mem::swap(&mut self.basic[row], &mut self.free[column]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A kind: how much, what it is worth, its ways.
    type Told = (f64, f64, Vec<(usize, f64, bool)>);

    /// Kinds with ways to two or three nodes.
    fn problem() -> impl Strategy<Value = (Vec<Told>, Vec<f64>)> {
        let way = (0..3usize, prop::sample::select(vec![1.0, 1.0, 0.8, 1.25]), any::<bool>());
        let ways = proptest::collection::vec(way, 1..4);
        let kind = (0..6u8, prop::sample::select(vec![1e6, 1e3, 1.0]), ways);
        let kinds = proptest::collection::vec(kind, 1..5).prop_map(|kinds| {
            let told = kinds.into_iter().map(|(amount, worth, mut ways)| {
                ways.sort_by_key(|w| (w.2, w.0));
                let mut seen = [false; 3];
                ways.retain(|w| !std::mem::replace(&mut seen[w.0], true));
                (f64::from(amount), worth, ways)
            });
            told.collect()
        });
        (kinds, proptest::collection::vec((0..9u8).prop_map(f64::from), 3))
    }

    fn cluster(kinds: &[Told]) -> Cluster {
        let mut comers = vec![Vec::new(); 3];
        let mut arcs = Vec::new();
        for (k, (_, _, ways)) in kinds.iter().enumerate() {
            ways.iter().enumerate().for_each(|(at, way)| comers[way.0].push((k, at)));
            arcs.push(ways.iter().map(|&(node, ratio, late)| Arc { node, ratio, late }).collect());
        }
        Cluster {
            nodes: (0..3).map(|n| (n, 0)).collect(),
            kinds: (0..kinds.len()).collect(),
            arcs,
            comers,
            worth: kinds.iter().map(|k| k.1).collect(),
            worth_late: kinds.iter().map(|k| k.1 - 0.01).collect(),
            bounds: Vec::new(),
        }
    }

    /// Half-minutes of each kind along each of its ways, one after the other, the best of all.
    fn tried(kinds: &[Told], room: &mut [f64], at: usize, way: usize, left: f64) -> f64 {
        let Some((_, worth, ways)) = kinds.get(at) else { return 0.0 };
        let next = |room: &mut [f64], at: usize| tried(kinds, room, at, 0, kinds.get(at).map_or(0.0, |k| k.0));
        let Some(&(node, ratio, late)) = ways.get(way) else { return next(room, at + 1) };
        let mut best = 0.0_f64;
        let mut done = 0.0;
        while done <= left && done * ratio <= room[node] + 1e-9 {
            room[node] -= done * ratio;
            let own = done * (worth - if late { 0.01 } else { 0.0 });
            best = best.max(own + tried(kinds, room, at, way + 1, left - done));
            room[node] += done * ratio;
            done += 1.0;
        }
        best
    }

    proptest! {
        /// Of all that can be done in whole minutes nothing is worth more, with any ratios; and what is told of a fitting
        /// is no more than there is room for.
        #[test]
        fn nothing_that_is_tried_is_worth_more((kinds, room) in problem()) {
            let cluster = cluster(&kinds);
            let amounts: Vec<f64> = kinds.iter().map(|k| k.0).collect();
            let mut fitting = Fitting::default();
            let worth = Worth { on_time: &cluster.worth, late: &cluster.worth_late };
            fitting.fit(&cluster, &amounts, &room, worth);
            let all: f64 = kinds.iter().map(|k| k.0 * k.1).sum();
            let found = all - fitting.loss(worth);
            let best = tried(&kinds, &mut room.clone(), 0, 0, kinds[0].0);
            prop_assert!(found >= best - 1e-6 * best.max(1.0), "{found} against {best}");
            prop_assert!(fitting.undone.iter().zip(&amounts).all(|(left, all)| *left >= 0.0 && left <= all));
            // With equal ratios whole minutes are enough, so that it is worth no more either.
            if kinds.iter().all(|k| k.2.iter().all(|w| w.1 == 1.0)) {
                prop_assert!(found <= best + 1e-6 * best.max(1.0), "{found} against {best}");
            }
        }
    }
}
