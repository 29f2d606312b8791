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
