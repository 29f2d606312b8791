//! Work against the time of those who are there: what is done on time, what later, what not at all, so that what is done is
//! worth most.
//!
//! A packing problem, solved by the dual simplex method (Lemke 1954) from a basis that was best for work and people much
//! like these, or from all of it done; where a step would only take a kind whole from one of its ways to another, it goes on
//! without one (long steps, Fourer 1994). What isn't overfull takes no step at all.

use super::ways::{Basis, Column, Sets, Start, Ways, times};

/// Values below 0 by less than this are rounding.
const ROUNDING: f64 = 1e-7;
/// Ways whose turn comes so near each other come together: that which turns most is taken.
const TOGETHER: f64 = 1e-9;
/// How much later than another a turn must come to be left out: far enough that those which come together are all there.
const LATER: f64 = 64.0 * TOGETHER;
/// The same as a share, for prices so high that rounding is more than that.
const LATER_SHARE: f64 = 1e-12;
/// Gains below this are rounding: a cell earlier weighs a hundred times more.
const GAIN: f64 = 1e-8;
/// Steps after which the first comes first, instead of the largest (Bland 1977), so that it never goes in circles.
const BLAND: usize = 500;
/// Steps after which it ends; never reached, for Bland's rule ends before.
const MOST: usize = 50_000;
/// Steps of a fitting from which on its basis is worth starting from another time.
const FAR: usize = 25;
const NONE: usize = usize::MAX;

/// Room for fitting, with its answer.
#[derive(Clone, Debug, Default)]
pub struct Fitting {
    /// Minutes of each of the cluster's kinds that aren't done.
    pub undone: Vec<f64>,
    /// Minutes that are done late.
    pub late: Vec<f64>,
    basis: Basis,
    /// The value of each row's column.
    value: Vec<f64>,
    /// The value of each kind's key.
    whole: Vec<f64>,
    /// The kind of each row's column.
    of: Vec<usize>,
    /// How many columns of each kind have a row.
    rows: Vec<u32>,
    /// Kinds there is something of, or a row, as bits.
    there: Vec<u64>,
    /// The kinds whose key is at each node.
    keyed: Sets,
    /// Kinds that may turn along a row, as bits.
    touched: Vec<u64>,
    /// Nodes at which the row is below 0.
    below: Vec<usize>,
    row: Vec<f64>,
    /// The row and the price at each node, beside each other.
    line: Vec<[f64; 2]>,
    column: Vec<f64>,
    /// Room before any row is reckoned with.
    left: Vec<f64>,
    /// Room that kinds turning whole take or leave: (node, minutes).
    change: Vec<(usize, f64)>,
    turns: Vec<Turn>,
    steps: usize,
}

/// Where a kind would turn from its key to another of its columns, as the prices go along a row.
#[derive(Clone, Copy, Debug)]
struct Turn {
    at: f64,
    to: usize,
    /// By how much a minute of it brings the row up.
    up: f64,
}

impl Turn {
    /// Later than any.
    const NEVER: Turn = Turn { at: f64::INFINITY, to: NONE, up: 0.0 };

    #[inline(always)]
    fn comes_before<const BY_ORDER: bool>(&self, other: &Turn) -> bool {
        if BY_ORDER {
            return self.at < other.at || self.at <= other.at && self.to < other.to;
        }
        self.at < other.at + TOGETHER && (self.at < other.at - TOGETHER || self.up > other.up)
    }
}

/// From where on what turns is surely later than at this.
fn later(at: f64) -> f64 {
    (at + LATER) * (1.0 + LATER_SHARE)
}

/// The least of some values, and of another; four beside each other.
fn least(values: &[f64], other: f64) -> f64 {
    let lower = |least: f64, value: &f64| if *value < least { *value } else { least };
    let mut four = [other; 4];
    let chunks = values.chunks_exact(4);
    let rest = chunks.remainder().iter().fold(other, lower);
    for chunk in chunks {
        four.iter_mut().zip(chunk).for_each(|(least, value)| *least = lower(*least, value));
    }
    four.iter().fold(rest, lower)
}

impl Fitting {
    /// Fits amounts (by the ways' kinds) into room (by their nodes).
    pub fn fit(&mut self, ways: &Ways, amounts: &[f64], room: &[f64]) {
        self.begin(ways, amounts, room);
        self.steps = 0;
        while self.steps < MOST {
            let Some(row) = self.leaving(ways) else { break };
            self.steps += 1;
            if !self.step(ways, amounts, row) {
                break;
            }
        }
        self.tell(ways, amounts);
    }

    /// What the fitting is worth less than if all were done on time.
    pub fn loss(&self, ways: &Ways) -> f64 {
        (0..ways.kinds).map(|k| ways.loss(k, self.undone[k], self.late[k])).sum()
    }

    /// Whether more time at a node could be worth anything.
    pub fn is_dear(&self, node: usize) -> bool {
        self.basis.price[node] > GAIN
    }

    /// The basis, where it lay far from its start.
    pub(super) fn learnt(&self) -> Option<Basis> {
        (self.steps >= FAR).then(|| self.basis.clone())
    }

    /// The values at the start.
    fn begin(&mut self, ways: &Ways, amounts: &[f64], room: &[f64]) {
        let Start { basis: start, keyed, .. } = ways.start(amounts, room);
        self.keyed.clone_from(keyed);
        let basis = &mut self.basis;
        basis.key.clone_from(&start.key);
        basis.basic.clone_from(&start.basic);
        basis.inverse.clone_from(&start.inverse);
        basis.price.clone_from(&start.price);
        let left = &mut self.left;
        left.clear();
        left.extend(room.iter().map(|r| r.max(0.0)).chain([0.0]));
        for (amount, key) in amounts.iter().zip(&basis.key) {
            let key = &ways.columns[*key];
            left[key.at()] -= amount * key.ratio;
        }
        self.value.clear();
        let lines = basis.inverse.chunks_exact(ways.nodes.max(1));
        self.value.extend(lines.map(|line| times(line, left)));
        self.whole.clear();
        self.whole.extend(amounts.iter().copied().chain([0.0]));
        self.rows.clear();
        self.rows.resize(ways.kinds + 1, 0);
        self.of.clear();
        self.of.extend(basis.basic.iter().map(|basic| ways.columns[*basic].of()));
        for (value, &kind) in self.value.iter().zip(&self.of) {
            self.whole[kind] -= value;
            self.rows[kind] += 1;
        }
        self.there.clear();
        let is_there = amounts.iter().zip(&self.rows).map(|(amount, rows)| *amount > 0.0 || *rows > 0);
        self.there.resize(ways.kinds.div_ceil(64), 0);
        is_there.enumerate().for_each(|(k, is)| self.there[k / 64] |= u64::from(is) << (k % 64));
        self.row.clear();
        self.row.resize(ways.nodes + 1, 0.0);
    }

    /// The row whose value is furthest below 0. A key that is changes place with a column of its kind that has a row.
    fn leaving(&mut self, ways: &Ways) -> Option<usize> {
        let keys = &self.whole[..ways.kinds];
        if self.steps >= BLAND {
            return self.leaving_by_order(ways);
        }
        let row = least(&self.value, -ROUNDING);
        let key = least(keys, row);
        if key < row {
            let kind = keys.iter().position(|value| *value == key)?;
            return self.unkey(ways, kind);
        }
        if row < -ROUNDING { self.value.iter().position(|value| *value == row) } else { None }
    }

    /// The row of the first column whose value is below 0.
    fn leaving_by_order(&mut self, ways: &Ways) -> Option<usize> {
        let is_below = |(_, (value, _)): &(usize, (&f64, &usize))| **value < -ROUNDING;
        let rows = self.value.iter().zip(&self.basis.basic).enumerate().filter(is_below);
        let row = rows.min_by_key(|(_, (_, column))| **column).map(|(row, (_, column))| (*column, row));
        let keys = self.whole[..ways.kinds].iter().zip(&self.basis.key).enumerate().filter(is_below);
        let key = keys.min_by_key(|(_, (_, column))| **column).map(|(kind, (_, column))| (*column, kind));
        match (row, key) {
            (Some((column, row)), key) if key.is_none_or(|key| column < key.0) => Some(row),
            (_, Some((_, kind))) => self.unkey(ways, kind),
            _ => None,
        }
    }

    /// Gives a kind's key a row, and makes the largest of its columns that have one the key.
    fn unkey(&mut self, ways: &Ways, kind: usize) -> Option<usize> {
        let nodes = ways.nodes;
        let own = self.of.iter().enumerate().filter(|(_, of)| **of == kind).map(|(row, _)| row);
        let row = own.max_by(|a, b| self.value[*a].total_cmp(&self.value[*b]))?;
        let basis = &mut self.basis;
        self.row[..nodes].copy_from_slice(&basis.inverse[row * nodes..(row + 1) * nodes]);
        if self.rows[kind] > 1 {
            for other in (0..nodes).filter(|other| *other != row && self.of[*other] == kind) {
                let line = &basis.inverse[other * nodes..(other + 1) * nodes];
                self.row.iter_mut().zip(line).for_each(|(sum, entry)| *sum += entry);
            }
        }
        let line = &mut basis.inverse[row * nodes..(row + 1) * nodes];
        line.iter_mut().zip(&self.row).for_each(|(entry, sum)| *entry = -sum);
        self.keyed.put(ways.columns[basis.key[kind]].at(), kind, false);
        self.keyed.put(ways.columns[basis.basic[row]].at(), kind, true);
        std::mem::swap(&mut basis.basic[row], &mut basis.key[kind]);
        std::mem::swap(&mut self.value[row], &mut self.whole[kind]);
        Some(row)
    }

    /// Brings a row's value up to 0; whether that could be done.
    fn step(&mut self, ways: &Ways, amounts: &[f64], row: usize) -> bool {
        let nodes = ways.nodes;
        let line = row * nodes..(row + 1) * nodes;
        self.row[..nodes].copy_from_slice(&self.basis.inverse[line.clone()]);
        let found = if self.steps < BLAND {
            self.turn::<false>(ways, amounts, row)
        } else {
            self.turn::<true>(ways, amounts, row)
        };
        let Some(turn) = found else { return self.value[row] >= -ROUNDING };
        let (entering, key) = self.pair(ways, turn.to);
        self.column.clear();
        // A column at no node has ratio 0: any entry will do.
        let (one, other) = (entering.at().min(nodes - 1), key.at().min(nodes - 1));
        let lines = self.basis.inverse.chunks_exact(nodes);
        self.column.extend(lines.map(|line| entering.ratio * line[one] - key.ratio * line[other]));
        let up = self.column[row];
        self.basis.price.iter_mut().zip(&self.row).for_each(|(price, entry)| *price += turn.at * entry);
        let amount = self.value[row] / up;
        let leaving = self.of[row];
        self.whole[leaving] += self.value[row];
        self.rows[leaving] -= 1;
        self.value[row] = amount;
        self.whole[entering.of()] -= amount;
        self.rows[entering.of()] += 1;
        self.row.iter_mut().for_each(|entry| *entry /= up);
        self.basis.inverse[line].copy_from_slice(&self.row[..nodes]);
        for (other, line) in self.basis.inverse.chunks_exact_mut(nodes).enumerate() {
            let factor = self.column[other];
            if other == row || factor.abs() <= f64::EPSILON {
                continue;
            }
            line.iter_mut().zip(&self.row).for_each(|(entry, own)| *entry -= factor * own);
            self.value[other] -= amount * factor;
            self.whole[self.of[other]] += amount * factor;
        }
        self.basis.basic[row] = turn.to;
        self.of[row] = entering.of();
        true
    }

    /// A column with the key of its kind.
    fn pair(&self, ways: &Ways, to: usize) -> (Column, Column) {
        let column = ways.columns[to];
        (column, ways.columns[self.basis.key[column.of()]])
    }

    /// The turn at which the row's value comes up to 0. Kinds that turn before, and are whole in their key, turn whole.
    fn turn<const BY_ORDER: bool>(&mut self, ways: &Ways, amounts: &[f64], row: usize) -> Option<Turn> {
        let mut turns = std::mem::take(&mut self.turns);
        turns.clear();
        self.line.clear();
        self.line.extend(self.row.iter().zip(&self.basis.price).map(|(entry, price)| [*entry, *price]));
        self.touch(ways);
        // Where the row comes up to 0 at the latest: what is left of the nodes' time turns like a kind of which there is always
        // more. What turns later than that is kept in its place, but not looked into.
        let left = self.next::<BY_ORDER>(ways, ways.kinds, f64::INFINITY);
        let mut latest = left.map_or(f64::INFINITY, |turn| turn.at);
        for (word, bits) in self.touched.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let kind = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let Some(turn) = self.next::<BY_ORDER>(ways, kind, latest) else { continue };
                if turn.at < latest && self.is_enough(ways, amounts, row, &turn) {
                    latest = turn.at;
                }
                turns.push(turn);
            }
        }
        turns.extend(left);
        self.change.clear();
        let found = loop {
            let mut best = (NONE, Turn::NEVER);
            for (at, turn) in turns.iter().enumerate() {
                if turn.comes_before::<BY_ORDER>(&best.1) {
                    best = (at, *turn);
                }
            }
            let (at, turn) = best;
            if at == NONE {
                break None;
            }
            if self.is_enough(ways, amounts, row, &turn) {
                break Some(turn);
            }
            let (column, key) = self.pair(ways, turn.to);
            self.value[row] += turn.up * amounts[column.of()];
            for (at, by) in [(column, -amounts[column.of()]), (key, amounts[column.of()])] {
                if at.at() < ways.nodes && by != 0.0 {
                    self.change.push((at.at(), by * at.ratio));
                }
            }
            self.keyed.put(key.at(), column.of(), false);
            self.keyed.put(column.at(), column.of(), true);
            self.basis.key[column.of()] = turn.to;
            match self.next::<BY_ORDER>(ways, column.of(), latest) {
                Some(next) => turns[at] = next,
                None => drop(turns.swap_remove(at)),
            }
        };
        self.turns = turns;
        self.changed(ways, row);
        found
    }

    /// Finds the nodes where the row is below 0, and the kinds that may turn along it: those that can go to such a node, and
    /// those whose key is where the row is above 0.
    fn touch(&mut self, ways: &Ways) {
        self.below.clear();
        self.touched.clear();
        self.touched.resize(self.there.len(), 0);
        for (node, entry) in self.row[..ways.nodes].iter().enumerate() {
            let kinds = if *entry < 0.0 {
                self.below.push(node);
                &ways.kinds_at
            } else if *entry > 0.0 {
                &self.keyed
            } else {
                continue;
            };
            self.touched.iter_mut().zip(kinds.of(node)).for_each(|(all, own)| *all |= own);
        }
        self.touched.iter_mut().zip(&self.there).for_each(|(all, there)| *all &= there);
    }

    /// Whether a turn is that at which the row's value comes up to 0: its kind isn't whole in its key, or all of it is enough.
    fn is_enough(&self, ways: &Ways, amounts: &[f64], row: usize, turn: &Turn) -> bool {
        let kind = ways.columns[turn.to].of();
        let is_whole = kind < ways.kinds && self.rows[kind] == 0;
        !is_whole || self.value[row] + turn.up * amounts[kind] >= -ROUNDING
    }

    /// Where a kind turns next along the row; [`Turn::NEVER`] where that is later than the latest that matters.
    #[inline(always)]
    fn next<const BY_ORDER: bool>(&self, ways: &Ways, kind: usize, latest: f64) -> Option<Turn> {
        let first = ways.first[kind];
        if kind == ways.kinds {
            // Time that is left comes up only where the row is below 0.
            let columns = self.below.iter().map(|node| (first + node, &ways.columns[first + node]));
            return self.soonest::<BY_ORDER>(ways, kind, latest, columns);
        }
        let columns = ways.columns[first..ways.first[kind + 1]].iter().enumerate();
        self.soonest::<BY_ORDER>(ways, kind, latest, columns.map(|(at, column)| (first + at, column)))
    }

    /// The first of a kind's columns to which it turns.
    #[inline(always)]
    fn soonest<'a, const BY_ORDER: bool>(
        &self,
        ways: &Ways,
        kind: usize,
        latest: f64,
        columns: impl Iterator<Item = (usize, &'a Column)>,
    ) -> Option<Turn> {
        let key = &ways.columns[self.basis.key[kind]];
        let [entry, price] = self.line[key.at()];
        let (own, gain) = (entry * key.ratio, key.worth - price * key.ratio);
        let (mut best, mut turns, mut limit) = (Turn::NEVER, false, later(latest));
        for (to, column) in columns {
            let [entry, price] = self.line[column.at()];
            let up = own - entry * column.ratio;
            let behind = (gain - column.worth + price * column.ratio).max(0.0);
            turns |= up > TOGETHER;
            // One question, and no division, for the most of them.
            if (up <= TOGETHER) | (behind > limit * up) {
                continue;
            }
            let turn = Turn { at: behind / up, to, up };
            if turn.comes_before::<BY_ORDER>(&best) {
                best = turn;
                limit = limit.min(later(turn.at));
            }
        }
        turns.then_some(best)
    }

    /// The values after kinds have turned whole; the row's own is known.
    fn changed(&mut self, ways: &Ways, row: usize) {
        if self.change.is_empty() {
            return;
        }
        for (at, line) in self.basis.inverse.chunks_exact(ways.nodes).enumerate() {
            let by: f64 = self.change.iter().map(|(node, minutes)| line[*node] * minutes).sum();
            if at != row {
                self.value[at] += by;
            }
            self.whole[self.of[at]] -= by;
        }
    }

    /// What isn't done, and what is late.
    fn tell(&mut self, ways: &Ways, amounts: &[f64]) {
        for told in [&mut self.undone, &mut self.late] {
            told.clear();
            told.resize(ways.kinds, 0.0);
        }
        let keys = self.basis.key[..ways.kinds].iter().zip(&self.whole);
        for (column, value) in keys.chain(self.basis.basic.iter().zip(&self.value)) {
            let column = &ways.columns[*column];
            let kind = column.of();
            if kind < ways.kinds && *value > 0.0 {
                if column.at() == ways.nodes {
                    // Never more than there was, whatever is rounded.
                    self.undone[kind] = value.min(amounts[kind]);
                } else if ways.is_late(column) {
                    self.late[kind] += value;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ways::Arc;
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

    fn ways(kinds: &[Told]) -> Ways {
        let told = kinds.iter().map(|(_, worth, ways)| {
            let arcs = ways.iter().map(|&(node, ratio, late)| Arc { node, ratio, late }).collect();
            super::super::ways::Told { arcs, worth: *worth, worth_late: worth - 0.01 }
        });
        Ways::new(3, &told.collect::<Vec<_>>())
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
            let ways = ways(&kinds);
            let amounts: Vec<f64> = kinds.iter().map(|k| k.0).collect();
            let mut fitting = Fitting::default();
            fitting.fit(&ways, &amounts, &room);
            let all: f64 = kinds.iter().map(|k| k.0 * k.1).sum();
            let found = all - fitting.loss(&ways);
            let best = tried(&kinds, &mut room.clone(), 0, 0, kinds[0].0);
            prop_assert!(found >= best - 1e-6 * best.max(1.0), "{found} against {best}");
            prop_assert!(fitting.undone.iter().zip(&amounts).all(|(left, all)| *left >= 0.0 && left <= all));
            // With equal ratios whole minutes are enough, so that it is worth no more either.
            if kinds.iter().all(|k| k.2.iter().all(|w| w.1 == 1.0)) {
                prop_assert!(found <= best + 1e-6 * best.max(1.0), "{found} against {best}");
            }
        }

        /// From wherever a fitting starts it comes to the same worth.
        #[test]
        fn a_start_learnt_from_other_work_comes_to_the_same((kinds, room) in problem(), other in proptest::collection::vec(0..7u8, 9)) {
            let fresh = ways(&kinds);
            let mut learnt = ways(&kinds);
            let amounts: Vec<f64> = kinds.iter().map(|k| k.0).collect();
            let others: Vec<f64> = kinds.iter().zip(&other).map(|(_, a)| f64::from(*a)).collect();
            let (mut one, mut two) = (Fitting::default(), Fitting::default());
            two.fit(&learnt, &others, &[1.5, 4.0, 2.5]);
            learnt.keep(two.basis.clone());
            one.fit(&fresh, &amounts, &room);
            two.fit(&learnt, &amounts, &room);
            let (a, b) = (one.loss(&fresh), two.loss(&learnt));
            prop_assert!((a - b).abs() <= 1e-6 * a.max(1.0), "{a} against {b}");
        }
    }
}
