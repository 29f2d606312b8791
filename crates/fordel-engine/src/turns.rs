//! A plan by turns: heads that carry the lines where they stand, then lines moved to where there are heads.
//!
//! For given lines the heads are a small whole model; for given heads the lines are many small packings
//! ([`crate::packing`]). What a turn leaves over capacity weighs more in the next one's heads, and there is a little
//! more room for everything, so that after a few turns nothing is left: far sooner than where heads and lines are
//! looked for at once.

use std::collections::BTreeMap;

use fordel_core::random::Random;

use crate::cover::{self, Row};
use crate::mip::Decision;
use crate::packing::{Ground, Packing};
use crate::problem::Problem;
use crate::search::holds;
use crate::solver::{Col, INF, Model, Observer, Options, State};

/// Turns.
const TURNS: u32 = 12;
/// Moves of lines in a turn.
const MOVES: usize = 400;
/// What a minute without room costs, in what the dearest head that would carry it costs.
const PENALTY: f64 = 2.0;
/// By how much that grows where a turn left some.
const GROWTH: f64 = 1.5;
/// Share of the work by which the room grows with each turn.
const ROOM: f64 = 0.02;
/// How close to the best the heads of a turn are,
const GAP: f64 = 0.01;
/// and how many nodes they may take.
const NODES: usize = 20;

/// A decision that holds, from lines that stand somewhere; nothing if the turns find none.
pub fn turns(problem: &Problem, chosen: Vec<usize>, observer: &mut dyn Observer) -> Option<Decision> {
    let ground = Ground::new(problem);
    let least = problem.heads.iter().map(|h| h.min).collect();
    let mut packing = Packing::new(&ground, &Decision { heads: least, chosen });
    let mut staffing = Staffing { problem, cover: cover::rows(problem), weights: BTreeMap::new() };
    let mut random = Random::new(1);
    for turn in 0..TURNS {
        let asked = packing.asked(&ground);
        let heads = staffing.heads(&asked, 1.0 + ROOM * f64::from(turn), observer)?;
        if observer.step(&State::default()) {
            return None;
        }
        packing.staff(&ground, &heads);
        if packing.settle(&ground, MOVES, &mut random) {
            return Some(Decision { heads, chosen: packing.chosen }).filter(|d| holds(problem, d));
        }
    }
    None
}

/// The heads of each turn.
struct Staffing<'a> {
    problem: &'a Problem,
    /// Rows that the heads of every plan keep.
    cover: Vec<Row>,
    /// What a minute without room counts, by the heads that would give it.
    weights: BTreeMap<Vec<usize>, f64>,
}

impl Staffing<'_> {
    /// The cheapest heads within their limits that give so many times the room that is asked; what they can't give has
    /// a price.
    fn heads(&mut self, asked: &[Row], room: f64, observer: &mut dyn Observer) -> Option<Vec<u32>> {
        let problem = self.problem;
        let mut model = Model::new();
        let heads: Vec<Col> =
            problem.heads.iter().map(|h| model.column(h.year_kr, f64::from(h.min), f64::from(h.max), true)).collect();
        let written = |terms: &[(usize, f64)]| terms.iter().map(|(h, a)| (heads[*h], *a)).collect::<Vec<_>>();
        for limit in &problem.limits {
            model.row(limit.least, limit.most, written(&limit.terms));
        }
        for row in &self.cover {
            model.row(row.least, INF, written(&row.terms));
        }
        let mut short = Vec::new();
        for row in asked {
            let dearest = row.terms.iter().map(|(h, a)| problem.heads[*h].year_kr / a).fold(0.0, f64::max);
            let who: Vec<usize> = row.terms.iter().map(|t| t.0).collect();
            let weight = self.weights.get(&who).copied().unwrap_or(PENALTY);
            let column = model.column(dearest * weight, 0.0, INF, false);
            model.row(row.least * room, INF, written(&row.terms).into_iter().chain([(column, 1.0)]));
            short.push((who, column));
        }
        let options = Options { gap: GAP, nodes: Some(NODES), heuristics: 0.2, ..Options::default() };
        let solution = model.solve(&options, Some(observer)).solution?;
        for (who, column) in short {
            if solution[column.0] > 1e-6 {
                *self.weights.entry(who).or_insert(PENALTY) *= GROWTH;
            }
        }
        Some(heads.iter().map(|c| solution[c.0].round().max(0.0) as u32).collect())
    }
}
