//! A maximum flow in whole numbers, by shortest augmenting paths (Edmonds and Karp, 1972).
//!
//! The networks here are tiny (at most a few hundred nodes), so plain and exact is better than fast.

use std::collections::VecDeque;

/// A network of nodes 0 … and directed arcs that already carry some flow.
#[derive(Clone, Debug)]
pub struct Network {
    /// Arc `a` and its reverse `a ^ 1` stand side by side.
    arcs: Vec<Arc>,
    out: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, Debug)]
struct Arc {
    to: usize,
    left: i64,
}

/// An arc of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcId(usize);

/// More than any sum of minutes, and small enough to be added without overflow.
pub const UNLIMITED: i64 = i64::MAX / 8;

impl Network {
    /// So many nodes and no arcs.
    pub fn new(nodes: usize) -> Network {
        Network { arcs: Vec::new(), out: vec![Vec::new(); nodes] }
    }

    /// Adds an arc that can carry from 0 to `capacity` (less than 0 counts as 0, at most [`UNLIMITED`]).
    pub fn arc(&mut self, from: usize, to: usize, capacity: i64) -> ArcId {
        let id = self.arcs.len();
        self.arcs.push(Arc { to, left: capacity.clamp(0, UNLIMITED) });
        self.arcs.push(Arc { to: from, left: 0 });
        self.out[from].push(id);
        self.out[to].push(id + 1);
        ArcId(id)
    }

    /// What the arc carries now.
    pub fn flow(&self, arc: ArcId) -> i64 {
        self.arcs[arc.0 ^ 1].left
    }

    /// Fixes what the arc carries: later pushes neither add to it nor take from it. Returns it, for [`Network::flow`]
    /// no longer knows.
    pub fn freeze(&mut self, arc: ArcId) -> i64 {
        let flow = self.flow(arc);
        self.arcs[arc.0].left = 0;
        self.arcs[arc.0 ^ 1].left = 0;
        flow
    }

    /// Sends as much more as possible from `source` to `sink`, rearranging what flows already; returns how much.
    pub fn push(&mut self, source: usize, sink: usize) -> i64 {
        let mut pushed = 0;
        while let Some(path) = self.shortest_path(source, sink) {
            let most = path.iter().map(|&a| self.arcs[a].left).min().unwrap_or(0);
            for a in path {
                self.arcs[a].left -= most;
                self.arcs[a ^ 1].left += most;
            }
            pushed += most;
        }
        pushed
    }

    fn shortest_path(&self, source: usize, sink: usize) -> Option<Vec<usize>> {
        let mut came_by: Vec<Option<usize>> = vec![None; self.out.len()];
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &a in &self.out[node] {
                let Arc { to, left } = self.arcs[a];
                if left > 0 && to != source && came_by[to].is_none() {
                    came_by[to] = Some(a);
                    queue.push_back(to);
                }
            }
            if came_by[sink].is_some() {
                break;
            }
        }
        let mut path = vec![came_by[sink]?];
        loop {
            let from = self.arcs[path[path.len() - 1] ^ 1].to;
            match came_by[from] {
                Some(a) if from != source => path.push(a),
                _ => return Some(path),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NODES: usize = 5;

    fn arcs() -> impl Strategy<Value = Vec<(usize, usize, i64)>> {
        proptest::collection::vec((0..NODES, 0..NODES, 0..7i64), 0..14)
    }

    /// The smallest cut, by trying every set of nodes that holds the source (0) and not the sink (the last).
    fn smallest_cut(arcs: &[(usize, usize, i64)]) -> i64 {
        let sets = (0..1usize << NODES).filter(|set| set & 1 != 0 && set >> (NODES - 1) & 1 == 0);
        let cut = |set: usize| {
            let crossing = arcs.iter().filter(|(from, to, _)| set >> from & 1 != 0 && set >> to & 1 == 0);
            crossing.map(|(_, _, capacity)| capacity).sum()
        };
        sets.map(cut).min().expect("some set")
    }

    proptest! {
        #[test]
        fn the_largest_flow_is_the_smallest_cut(arcs in arcs()) {
            let mut network = Network::new(NODES);
            let ids: Vec<ArcId> = arcs.iter().map(|&(from, to, capacity)| network.arc(from, to, capacity)).collect();
            let pushed = network.push(0, NODES - 1);
            prop_assert_eq!(pushed, smallest_cut(&arcs));
            prop_assert_eq!(network.push(0, NODES - 1), 0);
            let mut balance = [0; NODES];
            for (&(from, to, capacity), &id) in arcs.iter().zip(&ids) {
                let flow = network.flow(id);
                prop_assert!((0..=capacity).contains(&flow));
                balance[from] -= flow;
                balance[to] += flow;
            }
            prop_assert_eq!((balance[0], balance[NODES - 1]), (-pushed, pushed));
            prop_assert!(balance[1..NODES - 1].iter().all(|&b| b == 0));
        }

        #[test]
        fn a_frozen_arc_keeps_its_flow(first in arcs(), later in arcs(), frozen in 0..14usize) {
            let mut network = Network::new(NODES);
            let ids: Vec<ArcId> = first.iter().map(|&(from, to, capacity)| network.arc(from, to, capacity)).collect();
            network.push(0, NODES - 1);
            let Some(&id) = ids.get(frozen) else { return Ok(()) };
            let kept = network.freeze(id);
            prop_assert!((0..=first[frozen].2).contains(&kept));
            for &(from, to, capacity) in &later {
                network.arc(from, to, capacity);
            }
            network.push(0, NODES - 1);
            prop_assert_eq!(network.flow(id), 0);
            prop_assert_eq!(network.freeze(id), 0);
        }
    }
}
