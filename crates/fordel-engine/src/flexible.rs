//! Where flexible minutes lie, for given heads and placements.
//!
//! Pools are runs of neighbouring cells, so putting each cell's room to the pool that closes first is best
//! (earliest deadline first); where pools wrap or cross otherwise, what is left is moved by augmenting paths.

use std::collections::BTreeMap;

use crate::mip::Decision;
use crate::problem::Problem;

/// Minutes by group and cell, and by (group, pool) in each cell of the pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// All minutes that fall in a cell, bound work's hold on capacity included.
    pub load: Vec<Vec<f64>>,
    /// Flexible minutes of (group, pool), in the order of the pool's cells.
    pub minutes: BTreeMap<(usize, usize), Vec<f64>>,
}

/// Minutes that may be over a capacity by rounding.
pub const SLACK: f64 = 1e-7;

/// Flexible minutes by (group, pool).
type Pooled = BTreeMap<(usize, usize), f64>;

/// Fixed minutes by group and cell, and flexible minutes by (group, pool).
fn loads(problem: &Problem, chosen: &[usize]) -> (Vec<Vec<f64>>, Pooled) {
    let mut fixed = vec![vec![0.0; problem.cells]; problem.groups];
    let mut pooled = Pooled::new();
    for (placement, option) in problem.placements.iter().zip(chosen) {
        let choice = &placement.options[*option];
        for (cell, minutes) in &choice.fixed {
            fixed[choice.group.0][*cell] += minutes;
        }
        for (pool, minutes) in &choice.flexible {
            *pooled.entry((choice.group.0, *pool)).or_default() += minutes;
        }
    }
    (fixed, pooled)
}

/// Spreads the flexible minutes so that all work fits, or nothing if it can't.
pub fn spread(problem: &Problem, decision: &Decision) -> Option<Spread> {
    let capacity = problem.capacity(&decision.heads);
    let (mut load, pooled) = loads(problem, &decision.chosen);
    let fits = |load: &[f64], capacity: &[f64]| load.iter().zip(capacity).all(|(l, c)| *l <= c + SLACK);
    if !(0..problem.groups).all(|g| fits(&load[g], &capacity[g])) {
        return None;
    }
    let mut minutes = BTreeMap::new();
    for group in 0..problem.groups {
        let own: Vec<(usize, f64)> =
            pooled.iter().filter(|((g, _), m)| *g == group && **m > 0.0).map(|((_, p), m)| (*p, *m)).collect();
        let room: Vec<f64> = load[group].iter().zip(&capacity[group]).map(|(l, c)| (c - l).max(0.0)).collect();
        for (pool, put) in assign(problem, &own, room)? {
            for (cell, m) in problem.pools[pool].cells.iter().zip(&put) {
                load[group][*cell] += m;
            }
            minutes.insert((group, pool), put);
        }
    }
    Some(Spread { load, minutes })
}

/// Puts each pool's minutes into the room of its cells.
fn assign(problem: &Problem, pools: &[(usize, f64)], mut room: Vec<f64>) -> Option<Vec<(usize, Vec<f64>)>> {
    let mut put: Vec<(usize, Vec<f64>)> =
        pools.iter().map(|(p, _)| (*p, vec![0.0; problem.pools[*p].cells.len()])).collect();
    let mut left: Vec<f64> = pools.iter().map(|(_, m)| *m).collect();
    let mut order: Vec<usize> = (0..pools.len()).collect();
    order.sort_by_key(|i| problem.pools[pools[*i].0].cells.last().copied());
    for (cell, room) in room.iter_mut().enumerate() {
        for &i in &order {
            let Some(k) = problem.pools[pools[i].0].cells.iter().position(|c| *c == cell) else { continue };
            let m = left[i].min(*room);
            put[i].1[k] += m;
            left[i] -= m;
            *room -= m;
        }
    }
    for i in 0..pools.len() {
        while left[i] > SLACK {
            let moved = augment(problem, &mut put, &mut room, i, left[i])?;
            left[i] -= moved;
        }
        if left[i] > 0.0 {
            // What rounding left over goes to the pool's first cell.
            put[i].1[0] += left[i];
        }
    }
    Some(put)
}

/// Moves minutes of other pools away to make room for pool `from`: one shortest augmenting path.
fn augment(problem: &Problem, put: &mut [(usize, Vec<f64>)], room: &mut [f64], from: usize, want: f64) -> Option<f64> {
    // Breadth first over pools; `via[j]` = (pool before, index of the cell in that pool's list, in j's list).
    let mut via: Vec<Option<(usize, usize, usize)>> = vec![None; put.len()];
    let mut seen = vec![false; put.len()];
    let mut queue = std::collections::VecDeque::from([from]);
    seen[from] = true;
    while let Some(i) = queue.pop_front() {
        let cells = &problem.pools[put[i].0].cells;
        if let Some(k) = (0..cells.len()).find(|k| room[cells[*k]] > SLACK / 10.0) {
            let mut amount = want.min(room[cells[k]]);
            let mut at = i;
            while let Some((before, _, there)) = via[at] {
                amount = amount.min(put[at].1[there]);
                at = before;
            }
            room[cells[k]] -= amount;
            let (mut at, mut slot) = (i, k);
            loop {
                put[at].1[slot] += amount;
                let Some((before, here, there)) = via[at] else { break };
                put[at].1[there] -= amount;
                (at, slot) = (before, here);
            }
            return Some(amount);
        }
        for j in 0..put.len() {
            if seen[j] {
                continue;
            }
            let other = &problem.pools[put[j].0].cells;
            let shared = (0..cells.len()).find_map(|a| {
                other.iter().position(|c| *c == cells[a]).filter(|b| put[j].1[*b] > SLACK / 10.0).map(|b| (a, b))
            });
            if let Some((a, b)) = shared {
                seen[j] = true;
                via[j] = Some((i, a, b));
                queue.push_back(j);
            }
        }
    }
    None
}
