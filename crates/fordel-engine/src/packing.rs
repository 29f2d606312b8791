//! Placing the lines for given heads: a tabu search that drives minutes over capacity to zero.
//!
//! For fixed heads, lines of different intervals meet only through lines that span the day and through courses, so
//! moving one line touches a few cells and thousands of moves can be tried in a second.

use std::collections::BTreeMap;

use fordel_core::random::Random;

use crate::cover::Row;
use crate::mip::Decision;
use crate::problem::Problem;

/// What one krone a year of courses counts, in minutes over capacity: enough to tell equal moves apart.
const COURSE_WEIGHT: f64 = 1e-5;
/// Minutes that a head short of bound work counts.
const HOLD_WEIGHT: f64 = 60.0;
/// How much the weight of a cell grows.
const STEP: f64 = 0.2;
/// Minutes over capacity that are rounding.
const SLACK: f64 = 1e-7;

/// A line that has moved stays for at least so many moves, and up to so many more.
const TENURE: (usize, usize) = (4, 6);
/// For so many of the best moves, exchanges are tried too.
const EXCHANGED: usize = 4;

/// A move of a placement to another option, with another that comes back in exchange.
#[derive(Clone, Copy)]
struct Move {
    worth: f64,
    placement: usize,
    option: usize,
    back: Option<(usize, usize)>,
}

/// Which lines must stay for now, unless moving them is better than anything before.
struct Tabu {
    until: Vec<usize>,
    now: usize,
    best: f64,
}

/// A stretch of cells in which some pools of flexible minutes must find room together.
struct Window {
    cells: Vec<usize>,
    pools: Vec<usize>,
}

/// What doesn't change while lines move: which cells, windows and lines touch each other.
pub struct Ground<'a> {
    problem: &'a Problem,
    windows: Vec<Window>,
    /// Windows by cell, and by pool.
    windows_of_cell: Vec<Vec<usize>>,
    windows_of_pool: Vec<Vec<usize>>,
    /// Placements that can load the cell (fixed minutes), and the pool.
    users_of_cell: Vec<Vec<usize>>,
    users_of_pool: Vec<Vec<usize>>,
}

impl<'a> Ground<'a> {
    /// Looks at the problem once.
    pub fn new(problem: &'a Problem) -> Ground<'a> {
        let mut windows: Vec<Window> = Vec::new();
        for a in &problem.pools {
            for b in &problem.pools {
                // By Hall's theorem for runs: each run from one pool's start to another's end.
                let (Some(from), Some(to)) = (a.cells.first(), b.cells.last()) else { continue };
                let overlap = a.cells.iter().any(|c| b.cells.contains(c));
                let cells: Vec<usize> = if a == b { a.cells.clone() } else { (*from..=*to).collect() };
                if overlap && !cells.is_empty() && !windows.iter().any(|w| w.cells == cells) {
                    let inside = |p: &usize| problem.pools[*p].cells.iter().all(|c| cells.contains(c));
                    let pools = (0..problem.pools.len()).filter(inside).collect();
                    windows.push(Window { cells, pools });
                }
            }
        }
        let mut windows_of_cell = vec![Vec::new(); problem.cells];
        let mut windows_of_pool = vec![Vec::new(); problem.pools.len()];
        for (index, window) in windows.iter().enumerate() {
            window.cells.iter().for_each(|c| windows_of_cell[*c].push(index));
            window.pools.iter().for_each(|p| windows_of_pool[*p].push(index));
        }
        let mut users_of_cell = vec![Vec::new(); problem.cells];
        let mut users_of_pool = vec![Vec::new(); problem.pools.len()];
        for (index, placement) in problem.placements.iter().enumerate() {
            for choice in &placement.options {
                for (cell, _) in &choice.fixed {
                    if users_of_cell[*cell].last() != Some(&index) {
                        users_of_cell[*cell].push(index);
                    }
                }
                for (pool, _) in &choice.flexible {
                    if users_of_pool[*pool].last() != Some(&index) {
                        users_of_pool[*pool].push(index);
                    }
                }
            }
        }
        Ground { problem, windows, windows_of_cell, windows_of_pool, users_of_cell, users_of_pool }
    }
}

/// The lines as they stand, with what is over capacity.
#[derive(Clone)]
pub struct Packing {
    /// Chosen option of each placement.
    pub chosen: Vec<usize>,
    capacity: Vec<f64>,
    load: Vec<f64>,
    pooled: Vec<f64>,
    window_over: Vec<f64>,
    /// How much a minute over capacity in a cell counts; grows where the search gets stuck.
    weight: Vec<f64>,
    present: Vec<f64>,
    held: Vec<f64>,
    uses: Vec<u32>,
    /// Weighted minutes over capacity, and heads short of bound work in minutes.
    pub over: f64,
    /// Kroner a year of courses used.
    pub courses_kr: f64,
    /// Cells, pools and windows that it took so far: about five nanoseconds each.
    pub work: u64,
}

impl Packing {
    /// The lines of a decision.
    pub fn new(ground: &Ground, decision: &Decision) -> Packing {
        let problem = ground.problem;
        let mut packing = Packing {
            chosen: decision.chosen.clone(),
            capacity: vec![0.0; problem.groups * problem.cells],
            load: vec![0.0; problem.groups * problem.cells],
            pooled: vec![0.0; problem.groups * problem.pools.len()],
            window_over: vec![0.0; problem.groups * ground.windows.len()],
            weight: vec![1.0; problem.groups * problem.cells],
            present: Vec::new(),
            held: vec![0.0; problem.instants.len()],
            uses: vec![0; problem.trainings.len()],
            over: 0.0,
            courses_kr: 0.0,
            work: 0,
        };
        for (placement, option) in problem.placements.iter().zip(&decision.chosen) {
            let choice = &placement.options[*option];
            let g = choice.group.0;
            choice.fixed.iter().for_each(|(c, m)| packing.load[g * problem.cells + c] += m);
            choice.flexible.iter().for_each(|(p, m)| packing.pooled[g * problem.pools.len() + p] += m);
            choice.holds.iter().for_each(|(i, n)| packing.held[*i] += n);
            for t in &choice.trainings {
                packing.uses[*t] += 1;
                if packing.uses[*t] == 1 {
                    packing.courses_kr += problem.trainings[*t].year_kr;
                }
            }
        }
        packing.staff(ground, &decision.heads);
        packing
    }

    /// Sets the heads.
    pub fn staff(&mut self, ground: &Ground, heads: &[u32]) {
        let problem = ground.problem;
        for (g, cells) in problem.supply.iter().enumerate() {
            for (c, terms) in cells.iter().enumerate() {
                self.capacity[g * problem.cells + c] = terms.iter().map(|(h, m)| m * f64::from(heads[*h])).sum();
            }
        }
        self.present =
            problem.instants.iter().map(|i| i.heads.iter().map(|(h, n)| n * f64::from(heads[*h])).sum()).collect();
        self.work += 3 * self.load.len() as u64;
        self.weight.fill(1.0);
        let mut over: f64 = self.load.iter().zip(&self.capacity).map(|(l, c)| (l - c).max(0.0)).sum();
        for g in 0..problem.groups {
            for w in 0..ground.windows.len() {
                let value = self.window(ground, g, w);
                self.window_over[g * ground.windows.len() + w] = value;
                over += value;
            }
        }
        over += self.present.iter().zip(&self.held).map(|(p, h)| HOLD_WEIGHT * (h - p).max(0.0)).sum::<f64>();
        self.over = over;
    }

    fn window(&mut self, ground: &Ground, group: usize, window: usize) -> f64 {
        let w = &ground.windows[window];
        let pools = ground.problem.pools.len();
        let asked: f64 = w.pools.iter().map(|p| self.pooled[group * pools + p]).sum();
        self.work += w.pools.len() as u64;
        if asked <= 0.0 {
            return 0.0;
        }
        self.work += w.cells.len() as u64;
        let at = group * ground.problem.cells;
        let room: f64 = w.cells.iter().map(|c| (self.capacity[at + c] - self.load[at + c]).max(0.0)).sum();
        (asked - room).max(0.0)
    }

    /// Puts the placement's minutes on (sign 1) or takes them off (sign −1) the option's group.
    fn put(&mut self, ground: &Ground, placement: usize, option: usize, sign: f64) {
        let problem = ground.problem;
        let choice = &problem.placements[placement].options[option];
        let g = choice.group.0;
        let windows = ground.windows.len();
        self.work += 4 + (choice.fixed.len() + choice.flexible.len() + choice.holds.len()) as u64;
        for (c, m) in &choice.fixed {
            let at = g * problem.cells + c;
            let before = (self.load[at] - self.capacity[at]).max(0.0);
            self.load[at] += sign * m;
            self.over += self.weight[at] * ((self.load[at] - self.capacity[at]).max(0.0) - before);
        }
        for (p, m) in &choice.flexible {
            self.pooled[g * problem.pools.len() + p] += sign * m;
        }
        if windows > 0 {
            let of_cells = choice.fixed.iter().flat_map(|(c, _)| &ground.windows_of_cell[*c]);
            let of_pools = choice.flexible.iter().flat_map(|(p, _)| &ground.windows_of_pool[*p]);
            for w in of_cells.chain(of_pools) {
                let value = self.window(ground, g, *w);
                let before = std::mem::replace(&mut self.window_over[g * windows + w], value);
                self.over += value - before;
            }
        }
        for (i, n) in &choice.holds {
            let before = (self.held[*i] - self.present[*i]).max(0.0);
            self.held[*i] += sign * n;
            self.over += HOLD_WEIGHT * ((self.held[*i] - self.present[*i]).max(0.0) - before);
        }
        for t in &choice.trainings {
            let was = self.uses[*t] > 0;
            self.uses[*t] = if sign > 0.0 { self.uses[*t] + 1 } else { self.uses[*t] - 1 };
            match (was, self.uses[*t] > 0) {
                (false, true) => self.courses_kr += problem.trainings[*t].year_kr,
                (true, false) => self.courses_kr -= problem.trainings[*t].year_kr,
                _ => {}
            }
        }
    }

    fn relocate(&mut self, ground: &Ground, placement: usize, option: usize) {
        self.put(ground, placement, self.chosen[placement], -1.0);
        self.chosen[placement] = option;
        self.put(ground, placement, option, 1.0);
    }

    fn worth(&self) -> f64 {
        self.over + COURSE_WEIGHT * self.courses_kr
    }

    /// Stuck: minutes over capacity count more from now on where there are some (Morris 1993, breakout).
    fn weigh(&mut self) {
        for at in 0..self.load.len() {
            let over = self.load[at] - self.capacity[at];
            if over > SLACK {
                self.weight[at] += STEP;
                self.over += STEP * over;
            }
        }
    }

    /// Minutes over capacity, each counted once, and heads short of bound work in minutes.
    pub fn minutes_over(&self) -> f64 {
        let short: f64 = self.present.iter().zip(&self.held).map(|(p, h)| (h - p).max(0.0)).sum();
        let cells: f64 = self.load.iter().zip(&self.capacity).map(|(l, c)| (l - c).max(0.0)).sum();
        cells + self.window_over.iter().sum::<f64>() + HOLD_WEIGHT * short
    }

    /// What the lines ask of heads where they stand: in each cell, each window and at each instant.
    pub fn asked(&self, ground: &Ground) -> Vec<Row> {
        let problem = ground.problem;
        let mut most: BTreeMap<Vec<(usize, u64)>, f64> = BTreeMap::new();
        let mut ask = |terms: Vec<(usize, f64)>, least: f64| {
            let key = terms.into_iter().map(|(h, a)| (h, a.to_bits())).collect();
            let known = most.entry(key).or_insert(0.0);
            *known = known.max(least);
        };
        for (group, cells) in problem.supply.iter().enumerate() {
            for (cell, heads) in cells.iter().enumerate() {
                ask(heads.clone(), self.load[group * problem.cells + cell]);
            }
            for window in &ground.windows {
                let pools = group * problem.pools.len();
                let asked: f64 = window.pools.iter().map(|p| self.pooled[pools + p]).sum();
                if asked > 0.0 {
                    let mut heads: BTreeMap<usize, f64> = BTreeMap::new();
                    window.cells.iter().flat_map(|c| &cells[*c]).for_each(|(h, a)| *heads.entry(*h).or_default() += a);
                    let fixed: f64 = window.cells.iter().map(|c| self.load[group * problem.cells + c]).sum();
                    ask(heads.into_iter().collect(), asked + fixed);
                }
            }
        }
        for (instant, held) in problem.instants.iter().zip(&self.held) {
            // In minutes, as all the rest.
            ask(instant.heads.iter().map(|(h, n)| (*h, HOLD_WEIGHT * n)).collect(), HOLD_WEIGHT * held);
        }
        let row = |(key, least): (Vec<(usize, u64)>, f64)| Row {
            terms: key.into_iter().map(|(h, a)| (h, f64::from_bits(a))).collect(),
            least,
        };
        most.into_iter().filter(|(_, least)| *least > 0.0).map(row).collect()
    }

    /// Whether all work fits.
    pub fn fits(&self) -> bool {
        self.over <= SLACK
    }

    /// A group and the lines that stand on it where something is over capacity, drawn at random.
    fn trouble(&mut self, ground: &Ground, random: &mut Random) -> Option<Vec<usize>> {
        let problem = ground.problem;
        self.work += (self.load.len() + self.window_over.len() + self.held.len()) as u64 / 4;
        let over = |at: &usize| self.load[*at] > self.capacity[*at] + SLACK;
        let cells: Vec<usize> = (0..self.load.len()).filter(over).collect();
        let windows: Vec<usize> = (0..self.window_over.len()).filter(|w| self.window_over[*w] > SLACK).collect();
        let holds: Vec<usize> = (0..self.held.len()).filter(|i| self.held[*i] > self.present[*i] + SLACK).collect();
        let all = cells.len() + windows.len() + holds.len();
        if all == 0 {
            return None;
        }
        let stands = |p: &usize, g: usize| problem.placements[*p].options[self.chosen[*p]].group.0 == g;
        let pick = random.below(all);
        let mut lines: Vec<usize> = Vec::new();
        if let Some(at) = cells.get(pick) {
            let (g, c) = (at / problem.cells, at % problem.cells);
            lines.extend(ground.users_of_cell[c].iter().filter(|p| stands(p, g)));
        } else if let Some(at) = windows.get(pick - cells.len()) {
            let (g, w) = (at / ground.windows.len(), at % ground.windows.len());
            let window = &ground.windows[w];
            let by_pool = window.pools.iter().flat_map(|p| &ground.users_of_pool[*p]);
            let by_cell = window.cells.iter().flat_map(|c| &ground.users_of_cell[*c]);
            lines.extend(by_pool.chain(by_cell).filter(|p| stands(p, g)));
            lines.sort_unstable();
            lines.dedup();
        } else {
            let i = holds[pick - cells.len() - windows.len()];
            let holding = |p: &usize| {
                let choice = &problem.placements[*p].options[self.chosen[*p]];
                choice.holds.iter().any(|(h, _)| *h == i)
            };
            lines.extend((0..problem.placements.len()).filter(holding));
        }
        Some(lines)
    }

    /// Moves lines until all work fits or so many moves are made. True if it fits.
    pub fn settle(&mut self, ground: &Ground, moves: usize, random: &mut Random) -> bool {
        let mut tabu = Tabu { until: vec![0; ground.problem.placements.len()], now: 0, best: self.worth() };
        for now in 1..=moves {
            let Some(lines) = self.trouble(ground, random) else { return true };
            tabu.now = now;
            let Some(chosen) = self.best_move(ground, &lines, &tabu) else { continue };
            if chosen.worth >= self.worth() - 1e-9 {
                self.weigh();
            }
            for (placement, option) in [Some((chosen.placement, chosen.option)), chosen.back].into_iter().flatten() {
                self.relocate(ground, placement, option);
                tabu.until[placement] = now + TENURE.0 + random.below(TENURE.1);
            }
            tabu.best = tabu.best.min(chosen.worth);
        }
        self.fits()
    }

    /// The best move of one of the lines to another group, alone or in exchange for one that comes back.
    fn best_move(&mut self, ground: &Ground, lines: &[usize], tabu: &Tabu) -> Option<Move> {
        let mut singles: Vec<Move> = Vec::new();
        for &placement in lines {
            let from = self.chosen[placement];
            for option in (0..ground.problem.placements[placement].options.len()).filter(|o| *o != from) {
                self.relocate(ground, placement, option);
                let worth = self.worth();
                self.relocate(ground, placement, from);
                if tabu.until[placement] <= tabu.now || worth < tabu.best - 1e-9 {
                    singles.push(Move { worth, placement, option, back: None });
                }
            }
        }
        singles.sort_by(|a, b| a.worth.total_cmp(&b.worth));
        let mut best = singles.first().copied();
        for single in singles.into_iter().take(EXCHANGED) {
            let exchange = self.best_exchange(ground, single, tabu);
            best = best.into_iter().chain(exchange).min_by(|a, b| a.worth.total_cmp(&b.worth));
        }
        best
    }

    /// The move together with the best line of the receiving group that could come back.
    fn best_exchange(&mut self, ground: &Ground, single: Move, tabu: &Tabu) -> Option<Move> {
        let problem = ground.problem;
        let Move { placement, option, .. } = single;
        let from = self.chosen[placement];
        let options = &problem.placements[placement].options;
        let (home, away) = (options[from].group, options[option].group);
        let (cell, _) = options[option].fixed.first()?;
        let mut best: Option<Move> = None;
        self.relocate(ground, placement, option);
        for &other in &ground.users_of_cell[*cell] {
            let stands = self.chosen[other];
            let options = &problem.placements[other].options;
            if other == placement || tabu.until[other] > tabu.now || options[stands].group != away {
                continue;
            }
            let Some(back) = options.iter().position(|x| x.group == home) else { continue };
            self.relocate(ground, other, back);
            let worth = self.worth();
            self.relocate(ground, other, stands);
            if best.is_none_or(|b| worth < b.worth) {
                best = Some(Move { worth, back: Some((other, back)), ..single });
            }
        }
        self.relocate(ground, placement, from);
        best
    }

    /// Drops courses that can be done without: for each in turn, its lines are moved off and the rest settled.
    pub fn save_courses(&mut self, ground: &Ground, moves: usize, random: &mut Random) {
        let problem = ground.problem;
        let mut used: Vec<usize> = (0..self.uses.len()).filter(|t| self.uses[*t] > 0).collect();
        used.sort_by(|a, b| problem.trainings[*b].year_kr.total_cmp(&problem.trainings[*a].year_kr));
        for training in used {
            if problem.trainings[training].year_kr <= 0.0 || self.uses[training] == 0 {
                continue;
            }
            let before = self.clone();
            for p in 0..problem.placements.len() {
                let options = &problem.placements[p].options;
                if !options[self.chosen[p]].trainings.contains(&training) {
                    continue;
                }
                let free = (0..options.len()).filter(|o| !options[*o].trainings.contains(&training));
                let mut best: Option<(f64, usize)> = None;
                let from = self.chosen[p];
                for o in free {
                    self.relocate(ground, p, o);
                    let worth = self.worth();
                    if best.is_none_or(|b| worth < b.0) {
                        best = Some((worth, o));
                    }
                    self.relocate(ground, p, from);
                }
                if let Some((_, o)) = best {
                    self.relocate(ground, p, o);
                }
            }
            if !self.settle(ground, moves, random) || self.courses_kr >= before.courses_kr - 1e-9 {
                *self = before;
            }
        }
    }
}
