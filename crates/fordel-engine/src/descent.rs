//! Cheaper heads by annealing: exchange heads between shifts, and place the lines anew where that holds.
//!
//! A change of one to four head numbers is first held against what is cheap to see: the limits on heads and the nested
//! cover rows. What passes is tried by [`crate::packing`]. A dearer plan is sometimes taken, less and less often until
//! the search is warmed again (Kirkpatrick, Gelatt and Vecchi 1983).

use std::collections::BTreeSet;

use fordel_core::random::Random;

use crate::cover;
use crate::mip::Decision;
use crate::packing::{Ground, Packing};
use crate::problem::{HeadVar, Problem};
use crate::search::holds;

/// Moves of lines that are tried for one change of heads.
const MOVES: usize = 40;
/// Work ([`Packing::work`]) of the first round from warm to cold, so that it takes about as long on all wards; each round after it is
/// half as long again.
const ROUND: u64 = 200_000_000;
/// The longest round.
const LONGEST: u64 = 1_600_000_000;
/// Work of drawing a try,
const DRAW: u64 = 2_000;
/// and what a try counts beside its work in the length of a round: where tries are short, fewer of them do.
const TRY: u64 = 40_000;
/// How much dearer a plan may be to be taken, in the average cost of a head: about this when warm,
const WARM: f64 = 0.35;
/// and this when cold.
const COLD: f64 = 0.006;
/// Share of the best cost within which a plan's courses are looked at.
const PROMISING: f64 = 0.006;
/// What a minute over capacity counts, in the average cost of a minute's work.
const PENALTY: f64 = 3.0;
/// Share of the week's work that may be over capacity in a near miss,
const NEAR: f64 = 0.001;
/// and how many near misses of a round are handed out.
const NEAR_MISSES: usize = 4;
/// Draws for a change of heads that passes the cheap tests.
const DRAWS: usize = 400;

/// A search for cheaper heads.
pub struct Descent<'a> {
    problem: &'a Problem,
    ground: Ground<'a>,
    /// Rows `Σ a × heads ≥ least`, by head.
    rows: Vec<cover::Row>,
    rows_of_head: Vec<Vec<usize>>,
    limits_of_head: Vec<Vec<usize>>,
    /// For each head: itself, and all heads of its shift on weekdays, or in the weekend.
    own: Vec<usize>,
    days: Vec<Vec<usize>>,
    random: Random,
    best: (Decision, Packing, f64),
    /// The plan from which changes are tried.
    now: (Decision, Packing, f64),
    /// Work done in this round, its tries, and its length.
    spent: u64,
    tries: u64,
    round: u64,
    /// Average kroner a year of a head.
    head_kr: f64,
    /// Kroner that a minute over capacity counts.
    penalty: f64,
    /// Minutes over capacity that are near enough.
    near: f64,
    /// Heads of this round that would be the cheapest yet and leave little work over, with their cost.
    near_misses: Vec<(f64, Vec<u32>)>,
    /// Near misses that have been handed out.
    told: BTreeSet<Vec<u32>>,
}

impl<'a> Descent<'a> {
    /// Looks at the problem once, and starts from a decision that holds.
    pub fn new(problem: &'a Problem, decision: &Decision, seed: u64) -> Descent<'a> {
        let rows = cover::rows(problem);
        let mut rows_of_head = vec![Vec::new(); problem.heads.len()];
        for (index, row) in rows.iter().enumerate() {
            row.terms.iter().for_each(|(h, _)| rows_of_head[*h].push(index));
        }
        let mut limits_of_head = vec![Vec::new(); problem.heads.len()];
        for (index, limit) in problem.limits.iter().enumerate() {
            limit.terms.iter().for_each(|(h, _)| limits_of_head[*h].push(index));
        }
        let ground = Ground::new(problem);
        let packing = Packing::new(&ground, decision);
        let best = (decision.clone(), packing, problem.cost(&decision.heads, &decision.chosen));
        let random = Random::new(seed);
        let minutes: f64 = problem.placements.iter().zip(&decision.chosen).map(|(p, o)| p.options[*o].minutes).sum();
        let penalty = PENALTY * best.2 / minutes.max(1.0);
        Descent {
            problem,
            ground,
            rows,
            rows_of_head,
            limits_of_head,
            own: (0..problem.heads.len()).collect(),
            days: days(problem),
            random,
            now: best.clone(),
            best,
            spent: 0,
            tries: 0,
            round: ROUND,
            head_kr: problem.heads.iter().map(|h| h.year_kr).sum::<f64>() / problem.heads.len().max(1) as f64,
            penalty,
            near: NEAR * minutes,
            near_misses: Vec::new(),
            told: BTreeSet::new(),
        }
    }

    /// Cost of the best decision so far.
    pub fn best_cost(&self) -> f64 {
        self.best.2
    }

    /// The best decision so far.
    pub fn best(&self) -> &Decision {
        &self.best.0
    }

    /// Work done in this round; none when it is over.
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// Takes a decision from elsewhere as the best; the next round starts from it.
    pub fn adopt(&mut self, decision: &Decision) {
        let packing = Packing::new(&self.ground, decision);
        self.best = (decision.clone(), packing, self.problem.cost(&decision.heads, &decision.chosen));
    }

    /// Adopts a decision if it is cheaper.
    pub fn offer(&mut self, decision: &Decision) {
        if self.problem.cost(&decision.heads, &decision.chosen) < self.best.2 - 1e-6 {
            self.adopt(decision);
        }
    }

    /// Tries one change of heads; gives the decision if it is the best so far.
    pub fn step(&mut self) -> Option<Decision> {
        if self.tries == 0 {
            self.now = self.best.clone();
        }
        let found = self.attempt(self.done() as f64 / self.round as f64);
        self.spent += DRAW;
        self.tries += 1;
        if self.done() >= self.round {
            (self.spent, self.tries) = (0, 0);
            self.round = (self.round + self.round / 2).min(LONGEST);
        }
        found
    }

    /// How much of the round is done.
    fn done(&self) -> u64 {
        self.spent + TRY * self.tries
    }

    /// A change of heads, as cold as that.
    fn attempt(&mut self, cold: f64) -> Option<Decision> {
        let temperature = self.head_kr * WARM * (COLD / WARM).powf(cold);
        let leeway = -temperature * self.random.share().max(1e-12).ln();
        let heads = self.draw(leeway)?;
        let mut tried = self.now.1.clone();
        tried.staff(&self.ground, &heads);
        let fits = tried.settle(&self.ground, MOVES, &mut self.random);
        let mut new = Decision { heads, chosen: tried.chosen.clone() };
        let mut cost = self.problem.cost(&new.heads, &new.chosen);
        if fits && cost < self.best.2 * (1.0 + PROMISING) {
            tried.save_courses(&self.ground, MOVES / 2, &mut self.random);
            new.chosen.clone_from(&tried.chosen);
            cost = self.problem.cost(&new.heads, &new.chosen);
        }
        self.spent += tried.work - self.now.1.work;
        let energy = cost + self.penalty * tried.minutes_over();
        if energy > self.now.2 + leeway {
            return None;
        }
        if !fits && cost < self.best.2 && tried.minutes_over() <= self.near {
            self.miss(cost, &new.heads);
        }
        self.now = (new.clone(), tried, energy);
        (fits && cost < self.best.2 - 1e-6 && holds(self.problem, &new)).then(|| {
            self.best = self.now.clone();
            new
        })
    }

    fn miss(&mut self, cost: f64, heads: &[u32]) {
        if self.told.contains(heads) || self.near_misses.iter().any(|m| m.1 == heads) {
            return;
        }
        let at = self.near_misses.partition_point(|m| m.0 <= cost);
        self.near_misses.insert(at, (cost, heads.to_vec()));
        self.near_misses.truncate(NEAR_MISSES);
    }

    /// Hands out the near misses that are still cheaper than the best, the cheapest first, each once.
    pub fn near_misses(&mut self) -> Vec<Vec<u32>> {
        let best = self.best.2;
        let misses: Vec<Vec<u32>> = self.near_misses.drain(..).filter(|m| m.0 < best).map(|m| m.1).collect();
        self.told.extend(misses.iter().cloned());
        misses
    }

    /// Heads after a change that costs at most so much and passes the cheap tests.
    fn draw(&mut self, leeway: f64) -> Option<Vec<u32>> {
        let now = &self.now.0.heads;
        let heads = &self.problem.heads;
        'draw: for _ in 0..DRAWS {
            let mut change: Vec<(usize, i32)> = Vec::new();
            // Where each day stands on its own: one day, or all weekdays or the weekend together.
            let together = self.random.below(2) == 0;
            let size = 1 + self.random.below(4);
            for k in 0..size {
                let drawn = self.random.below(now.len());
                let by = if k == 0 || self.random.below(2) == 0 { -1 } else { 1 };
                let days = if together { &self.days[drawn][..] } else { std::slice::from_ref(&self.own[drawn]) };
                for &h in days {
                    let after = i64::from(now[h]) + i64::from(by);
                    let within = i64::from(heads[h].min)..=i64::from(heads[h].max);
                    if change.iter().any(|c| c.0 == h) || !within.contains(&after) {
                        continue 'draw;
                    }
                    change.push((h, by));
                }
            }
            let dearer: f64 = change.iter().map(|(h, by)| heads[*h].year_kr * f64::from(*by)).sum();
            if dearer < leeway && self.passes(now, &change) {
                let mut after = now.clone();
                for (h, by) in change {
                    after[h] = after[h].saturating_add_signed(by);
                }
                return Some(after);
            }
        }
        None
    }

    fn passes(&self, heads: &[u32], change: &[(usize, i32)]) -> bool {
        let after = |h: usize| {
            let by: i32 = change.iter().filter(|c| c.0 == h).map(|c| c.1).sum();
            f64::from(heads[h]) + f64::from(by)
        };
        let sum = |terms: &[(usize, f64)]| -> f64 { terms.iter().map(|(h, a)| a * after(*h)).sum() };
        change.iter().all(|(h, _)| {
            self.limits_of_head[*h].iter().all(|l| {
                let limit = &self.problem.limits[*l];
                (limit.least - 1e-7..=limit.most + 1e-7).contains(&sum(&limit.terms))
            })
        }) && change
            .iter()
            .filter(|c| c.1 < 0)
            .all(|(h, _)| self.rows_of_head[*h].iter().all(|r| sum(&self.rows[*r].terms) >= self.rows[*r].least - 1e-7))
    }
}

/// For each head, the heads of its shift on weekdays, or in the weekend.
fn days(problem: &Problem) -> Vec<Vec<usize>> {
    let alike = |h: &HeadVar| (0..problem.heads.len()).filter(|o| problem.heads[*o].tie() == h.tie()).collect();
    problem.heads.iter().map(alike).collect()
}
