//! Rows on heads that tighten the search: the whole problem, solved for a row's own sum, never goes below its least.

use fordel_core::ward::{Goal, Ward};
use fordel_engine::block::blocks;
use fordel_engine::cover::{self, Row};
use fordel_engine::hull::Hull;
use fordel_engine::mip::Mip;
use fordel_engine::problem::{Problem, Scenario};
use fordel_engine::solver::{Col, Observer, Options, State};

use crate::support::random::Chance;
use crate::support::wards::{SMALL, ward};
use crate::support::{known, request};

struct Patient;
impl Observer for Patient {
    fn step(&mut self, _: &State) -> bool {
        false
    }
}

/// The problem, and what its relaxation with divided heads staffs.
fn relaxed(ward: &Ward) -> Option<(Problem, Vec<f64>)> {
    let problem = Problem::new(ward, &Scenario::of(&request(ward, &[(Goal::Cost, 0.0)])));
    let mip = Mip::new(&problem, Goal::Cost, &[]);
    let mut model = mip.model.clone();
    (0..model.columns()).for_each(|c| model.set_whole(Col(c), false));
    let solution = model.solve(&Options::default(), None).solution?;
    let heads = mip.heads.iter().map(|c| solution[c.0]).collect();
    Some((problem, heads))
}

/// The least that a row's sum can be in the problem; nothing where there is no plan at all.
fn least(problem: &Problem, row: &Row) -> Option<f64> {
    let mip = Mip::plain(problem, Goal::Cost);
    let mut model = mip.model.clone();
    (0..model.columns()).for_each(|c| model.set_cost(Col(c), 0.0));
    row.terms.iter().for_each(|(h, a)| model.set_cost(mip.heads[*h], *a));
    let outcome = model.solve(&Options::default(), None);
    outcome.solution.map(|_| outcome.value)
}

fn keep(problem: &Problem, rows: &[Row]) {
    for row in rows {
        let least = least(problem, row).unwrap_or(f64::INFINITY);
        assert!(least >= row.least - 1e-6, "{row:?}: a plan has {least}");
    }
}

#[test]
fn every_plan_keeps_the_rows_of_the_hulls() {
    let mut found = 0;
    let wards = (0..60).map(|seed| ward(seed, &SMALL)).chain([known("liten"), known("regler")]);
    for (seed, ward) in wards.enumerate() {
        let Some((problem, heads)) = relaxed(&ward) else { continue };
        let mut chance = Chance::new(seed as u64);
        for mut hull in blocks(&problem).into_iter().map(Hull::new) {
            // The relaxation's heads, and others around them.
            let near: Vec<f64> = heads.iter().map(|n| n * chance.between(70, 105) as f64 / 100.0).collect();
            for point in [&heads, &near] {
                let rows = hull.separate(point, 5_000, &mut Patient);
                for row in &rows {
                    assert!(row.terms.iter().all(|(h, a)| *h < problem.heads.len() && *a > 0.0));
                }
                found += rows.len();
                keep(&problem, &rows);
            }
        }
    }
    assert!(found > 50, "only {found} rows");
}

#[test]
fn every_plan_keeps_the_cover_rows() {
    for ward in (0..30).map(|seed| ward(seed, &SMALL)) {
        let Some((problem, _)) = relaxed(&ward) else { continue };
        keep(&problem, &cover::rows(&problem));
    }
}
