//! Blocks: the work of one interval on days that share their heads, and what heads it takes.
//!
//! For given heads the intervals nearly fall apart: only lines that span the day, flexible minutes and courses join
//! them. A block leaves those ties out and keeps the rest whole, heads and lines, so it is small enough to be solved
//! in milliseconds. The heads with which its lines fit form a set whose convex hull [`crate::hull`] cuts the
//! relaxation with.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Placement, Problem};
use crate::solver::{Col, INF, Model};

/// One interval's work, wherever it is the same.
pub struct Block {
    /// Heads come first, one column each in the order of [`Block::places`], then where the lines stand. No costs.
    pub model: Model,
    /// Where this block is found: the problem's heads that stand for its own. Days with the same work share one block.
    pub places: Vec<Vec<usize>>,
}

/// The blocks of a problem.
pub fn blocks(problem: &Problem) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for cells in cells_by_heads(problem) {
        let (model, heads) = model(problem, &cells);
        match blocks.iter_mut().find(|b| b.model == model) {
            Some(same) => same.places.push(heads),
            None => blocks.push(Block { model, places: vec![heads] }),
        }
    }
    blocks
}

/// Cells by interval and by the heads that are there.
fn cells_by_heads(problem: &Problem) -> Vec<Vec<usize>> {
    let per_day = problem.cells / 7;
    let mut sets: BTreeMap<(usize, BTreeSet<usize>), Vec<usize>> = BTreeMap::new();
    for cell in 0..problem.cells {
        let day = cell / per_day;
        // Shifts that began the day before may differ; those of the day itself say which days are alike.
        let own = |h: &usize| problem.heads[*h].days.iter().any(|d| usize::from(d.0) == day);
        let heads = problem.supply.iter().flat_map(|cells| cells[cell].iter().map(|(h, _)| *h)).filter(own).collect();
        sets.entry((cell % per_day, heads)).or_default().push(cell);
    }
    sets.into_values().collect()
}

/// A row, least and most, with numbers as their bits: something to sort by.
type Bits = (Vec<(Col, u64)>, u64, u64);

fn model(problem: &Problem, cells: &[usize]) -> (Model, Vec<usize>) {
    let mut model = Model::new();
    let present: BTreeSet<usize> =
        problem.supply.iter().flat_map(|s| cells.iter().flat_map(|c| s[*c].iter().map(|(h, _)| *h))).collect();
    // The day's own shifts, then those that began the day before: the same order on every day.
    let per_day = problem.cells / 7;
    let own = |h: &usize| cells.iter().any(|c| problem.heads[*h].days.iter().any(|d| usize::from(d.0) == c / per_day));
    let mut heads: Vec<usize> = present.into_iter().collect();
    heads.sort_by_key(|h| (!own(h), problem.heads[*h].shift.0, *h));
    let mut column = BTreeMap::new();
    for h in &heads {
        let head = &problem.heads[*h];
        column.insert(*h, model.column(0.0, f64::from(head.min), f64::from(head.max), true));
    }
    let mut load: BTreeMap<(usize, usize), Vec<(Col, f64)>> = BTreeMap::new();
    let mut held: BTreeMap<usize, Vec<(Col, f64)>> = BTreeMap::new();
    for placement in problem.placements.iter().filter(|p| touches(p, cells)) {
        let options: Vec<Col> = placement.options.iter().map(|_| model.column(0.0, 0.0, 1.0, true)).collect();
        model.row(1.0, 1.0, options.iter().map(|c| (*c, 1.0)));
        for (choice, option) in placement.options.iter().zip(options) {
            for (cell, minutes) in choice.fixed.iter().filter(|(c, _)| cells.contains(c)) {
                load.entry((choice.group.0, *cell)).or_default().push((option, *minutes));
            }
            choice.holds.iter().for_each(|(i, people)| held.entry(*i).or_default().push((option, *people)));
        }
    }
    // The same row on several days is one row, and their order says nothing.
    let mut rows: BTreeSet<Bits> = BTreeSet::new();
    let mut add = |mut terms: Vec<(Col, f64)>, least: f64, most: f64| {
        terms.sort_by_key(|t| t.0);
        let terms = terms.into_iter().map(|(c, a)| (c, a.to_bits())).collect();
        rows.insert((terms, least.to_bits(), most.to_bits()));
    };
    for ((group, cell), mut terms) in load {
        terms.extend(problem.supply[group][cell].iter().map(|(h, minutes)| (column[h], -minutes)));
        add(terms, -INF, 0.0);
    }
    let within = |terms: &[(usize, f64)]| terms.iter().all(|(h, _)| column.contains_key(h));
    let written = |terms: &[(usize, f64)]| terms.iter().map(|(h, a)| (column[h], *a)).collect::<Vec<_>>();
    for (instant, people) in held {
        let present = &problem.instants[instant].heads;
        if within(present) {
            let terms = written(present).into_iter().chain(people.into_iter().map(|(c, n)| (c, -n)));
            add(terms.collect(), 0.0, INF);
        }
    }
    for limit in problem.limits.iter().filter(|l| within(&l.terms)) {
        add(written(&limit.terms), limit.least, limit.most);
    }
    for (terms, least, most) in rows {
        let terms = terms.into_iter().map(|(c, a)| (c, f64::from_bits(a)));
        model.row(f64::from_bits(least), f64::from_bits(most), terms);
    }
    (model, heads)
}

/// Whether a placement brings minutes of its own to any of the cells.
fn touches(placement: &Placement, cells: &[usize]) -> bool {
    placement.options.iter().any(|o| o.fixed.iter().any(|(c, m)| *m > 0.0 && cells.contains(c)))
}
