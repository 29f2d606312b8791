//! The convex hull of the heads with which a block's lines fit, as rows on heads.
//!
//! More heads always fit too, so the hull is that of known points and everything above them. For heads that lie
//! outside of it, a small linear program over the known points names the weights by which they lie farthest outside;
//! the block, solved for those weights, either proves the row `Σ weight × heads ≥ least` or gives a new point (local
//! cuts: Applegate, Bixby, Chvátal and Cook 2001; in the L1 norm: Fukasawa and Goycoolea 2011).

use crate::block::Block;
use crate::cover::Row;
use crate::solver::{Col, INF, Model, Observer, Options, State};

/// Nodes that one solve of a block may take.
const NODES: usize = 200;
/// Solves of a block for one row.
const SOLVES: usize = 24;
/// Heads by which a point must lie outside to be worth a row.
const OUTSIDE: f64 = 1e-3;

/// A block with the points of its hull that are known.
pub struct Hull {
    block: Block,
    points: Vec<Vec<f64>>,
    /// Whether the last work on it gave no row within its limits.
    pub spent: bool,
}

impl Hull {
    /// Nothing is known yet.
    pub fn new(block: Block) -> Hull {
        Hull { block, points: Vec::new(), spent: false }
    }

    /// Rows that these heads (of the whole problem, whole or divided) break and every decision keeps. For one row so many
    /// LP iterations are allowed.
    pub fn separate(&mut self, heads: &[f64], work: u64, observer: &mut dyn Observer) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for place in 0..self.block.places.len() {
            let point: Vec<f64> = self.block.places[place].iter().map(|h| heads[*h]).collect();
            let broken = |row: &Row| row.terms.iter().map(|(h, a)| a * heads[*h]).sum::<f64>() < row.least - OUTSIDE;
            let told = rows
                .iter()
                .filter(|r| broken(r))
                .any(|r| r.terms.iter().all(|(h, _)| self.block.places[place].contains(h)));
            if told {
                continue;
            }
            if let Some((weights, least)) = self.row(&point, work, observer) {
                for place in &self.block.places {
                    let terms = place.iter().copied().zip(weights.iter().copied()).filter(|t| t.1 > 0.0);
                    rows.push(Row { terms: terms.collect(), least });
                }
            }
        }
        rows
    }

    /// Weights and the least that they must sum to, where the point lies outside.
    fn row(&mut self, point: &[f64], allowed: u64, observer: &mut dyn Observer) -> Option<(Vec<f64>, f64)> {
        let mut work = self.round_up(point, observer);
        for _ in 0..SOLVES {
            let (weights, outside) = self.farthest(point)?;
            self.spent = work > allowed;
            if outside < OUTSIDE || self.spent || observer.step(&State::default()) {
                return None;
            }
            let known = self.points.iter().map(|p| sum(&weights, p)).fold(INF, f64::min);
            let (least, took) = self.least(&weights, known, observer);
            work += took;
            if least - sum(&weights, point) >= OUTSIDE {
                return Some((weights, least - 1e-6 * (1.0 + least.abs())));
            }
        }
        self.spent = true;
        None
    }

    /// Looks whether the lines fit with the point's heads rounded up: a known point close by, or none. Gives the work.
    fn round_up(&mut self, point: &[f64], observer: &mut dyn Observer) -> u64 {
        let mut model = self.block.model.clone();
        for (index, heads) in point.iter().enumerate() {
            let (lower, upper) = model.bounds(Col(index));
            model.set_bounds(Col(index), lower, (heads - 1e-6).ceil().clamp(lower, upper));
        }
        let any = Options { gap: 1.0, nodes: Some(NODES), ..Options::default() };
        let outcome = model.solve(&any, Some(observer));
        let found = outcome.solution.or_else(|| {
            self.points.is_empty().then(|| self.block.model.solve(&any, Some(observer)).solution).flatten()
        });
        self.points.extend(found.map(|s| s[..point.len()].to_vec()));
        outcome.work
    }

    /// The weights (each at most 1) by which the point lies farthest outside the hull of the known points, and how
    /// far. Nothing where no point is known.
    fn farthest(&self, point: &[f64]) -> Option<(Vec<f64>, f64)> {
        let mut model = Model::new();
        let shares: Vec<Col> = self.points.iter().map(|_| model.column(0.0, 0.0, INF, false)).collect();
        let short: Vec<Col> = point.iter().map(|_| model.column(1.0, 0.0, INF, false)).collect();
        model.row(1.0, 1.0, shares.iter().map(|c| (*c, 1.0)));
        for (index, heads) in point.iter().enumerate() {
            let mix = shares.iter().zip(&self.points).map(|(c, p)| (*c, p[index]));
            model.row(-INF, *heads, mix.chain([(short[index], -1.0)]));
        }
        let outcome = model.solve(&Options::default(), None);
        outcome.solution?;
        // What a missing head costs less than 1 is its weight.
        let weight = |c: &Col| (1.0 - outcome.reduced[c.0]).clamp(0.0, 1.0);
        let weights = short.iter().map(weight).map(|w| if w < 1e-6 { 0.0 } else { w }).collect();
        Some((weights, outcome.value))
    }

    /// The least weighted sum of the block's heads, proven, and the work. What is below `known` becomes a point.
    fn least(&mut self, weights: &[f64], known: f64, observer: &mut dyn Observer) -> (f64, u64) {
        let mut model = self.block.model.clone();
        weights.iter().enumerate().for_each(|(index, w)| model.set_cost(Col(index), *w));
        let cutoff = Some(known - 1e-6 * (1.0 + known.abs()));
        let options = Options { cutoff, nodes: Some(NODES), heuristics: 0.02, ..Options::default() };
        let outcome = model.solve(&options, Some(observer));
        self.points.extend(outcome.solution.map(|s| s[..weights.len()].to_vec()));
        (outcome.bound.min(known), outcome.work)
    }
}

fn sum(weights: &[f64], heads: &[f64]) -> f64 {
    weights.iter().zip(heads).map(|(w, n)| w * n).sum()
}
