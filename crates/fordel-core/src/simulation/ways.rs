//! The ways to do a cluster's work, as columns of a packing problem, and the bases from which a fitting may begin.
//!
//! Of each kind one column is its key, whose value is what the kind's other columns leave of its amount; so a basis needs no
//! more rows than there are nodes (generalised upper bounding, Dantzig and Van Slyke 1967).

/// Bases that are kept at most.
const MOST_STARTS: usize = 32;

/// A way to do work: a group in a slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Index of the node.
    pub node: usize,
    /// Minutes of the group for one minute of the work.
    pub ratio: f64,
    /// Whether it is late.
    pub late: bool,
}

/// A kind's work: its ways, and what a minute of it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Ways to do it.
    pub arcs: Vec<Arc>,
    /// What a minute done on time is worth; undone: nothing.
    pub worth: f64,
    /// What a minute done late is worth.
    pub worth_late: f64,
}

/// A column: a way of a kind, its not being done (at no node, worth nothing), or what is left of a node's time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub node: u32,
    pub kind: u32,
    pub ratio: f64,
    pub worth: f64,
}

impl Column {
    pub(super) fn at(&self) -> usize {
        self.node as usize
    }
    pub(super) fn of(&self) -> usize {
        self.kind as usize
    }
}

/// A cluster's ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    pub(super) kinds: usize,
    pub(super) nodes: usize,
    /// Columns kind by kind, each kind's own not being done last; then what is left of each node's time as one kind more;
    /// then that kind's key, which is nothing.
    pub(super) columns: Vec<Column>,
    /// Where each kind's columns begin.
    pub(super) first: Vec<usize>,
    /// Which kinds have a column at each node; what is left of time isn't among them.
    pub(super) kinds_at: Sets,
    worth: Vec<f64>,
    worth_late: Vec<f64>,
    starts: Vec<Start>,
}

/// A set of kinds for each node, as bits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sets {
    /// Words of each set.
    words: usize,
    bits: Vec<u64>,
}

impl Sets {
    pub(super) fn new(nodes: usize, kinds: usize) -> Sets {
        let words = kinds.div_ceil(64);
        Sets { words, bits: vec![0; nodes * words] }
    }

    /// The set of a node.
    pub(super) fn of(&self, node: usize) -> &[u64] {
        &self.bits[node * self.words..(node + 1) * self.words]
    }

    /// Puts a kind into a node's set, or takes it out. At no node there is nothing to do.
    pub(super) fn put(&mut self, node: usize, kind: usize, is_in: bool) {
        if let Some(word) = self.bits.get_mut(node * self.words + kind / 64) {
            let bit = 1 << (kind % 64);
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }
}

/// Where a fitting can begin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Start {
    pub basis: Basis,
    /// The kinds whose key is at each node.
    pub keyed: Sets,
    /// What a minute of each kind gains at its prices.
    gains: Vec<f64>,
}

/// A basis at whose prices no column would gain, whatever the amounts and the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Basis {
    /// The key of each kind.
    pub key: Vec<usize>,
    /// The other columns that are in, a row each.
    pub basic: Vec<usize>,
    /// The inverse of their matrix, row by row.
    pub inverse: Vec<f64>,
    /// What another minute at each node would be worth; at last 0, for columns at no node.
    pub price: Vec<f64>,
}

impl Ways {
    /// The ways of kinds to so many nodes.
    pub fn new(nodes: usize, told: &[Told]) -> Ways {
        let kinds = told.len();
        let mut ways = Ways {
            kinds,
            nodes,
            columns: Vec::new(),
            first: vec![0],
            kinds_at: Sets::new(nodes, told.len()),
            worth: told.iter().map(|k| k.worth).collect(),
            worth_late: told.iter().map(|k| k.worth_late).collect(),
            starts: Vec::new(),
        };
        for (kind, own) in told.iter().enumerate() {
            for arc in &own.arcs {
                ways.put(arc.node, kind, arc.ratio, if arc.late { own.worth_late } else { own.worth });
            }
            own.arcs.iter().for_each(|arc| ways.kinds_at.put(arc.node, kind, true));
            ways.put(nodes, kind, 0.0, 0.0);
            ways.first.push(ways.columns.len());
        }
        (0..nodes).for_each(|node| ways.put(node, kinds, 1.0, 0.0));
        ways.first.push(ways.columns.len());
        ways.put(nodes, kinds, 0.0, 0.0);
        ways.begin_at(ways.all_done());
        ways
    }

    fn put(&mut self, node: usize, kind: usize, ratio: f64, worth: f64) {
        self.columns.push(Column { node: node as u32, kind: kind as u32, ratio, worth });
    }

    /// All done in the way that is worth most, and nothing worth anything more.
    fn all_done(&self) -> Basis {
        let best = |kind: usize| {
            let worth = |j: &usize| self.columns[*j].worth;
            let own = self.first[kind]..self.first[kind + 1];
            own.reduce(|best, j| if worth(&j) > worth(&best) { j } else { best }).unwrap_or_default()
        };
        let mut inverse = vec![0.0; self.nodes * self.nodes];
        (0..self.nodes).for_each(|n| inverse[n * self.nodes + n] = 1.0);
        Basis {
            key: (0..self.kinds).map(best).chain([self.columns.len() - 1]).collect(),
            basic: (self.first[self.kinds]..self.first[self.kinds + 1]).collect(),
            inverse,
            price: vec![0.0; self.nodes + 1],
        }
    }

    fn gain(&self, key: usize, price: &[f64]) -> f64 {
        let column = &self.columns[key];
        column.worth - price[column.at()] * column.ratio
    }

    fn begin_at(&mut self, basis: Basis) {
        let gains = basis.key[..self.kinds].iter().map(|key| self.gain(*key, &basis.price)).collect();
        let mut keyed = Sets::new(self.nodes, self.kinds);
        basis.key[..self.kinds].iter().enumerate().for_each(|(k, key)| keyed.put(self.columns[*key].at(), k, true));
        self.starts.push(Start { basis, keyed, gains });
    }

    /// The start from which it is nearest to the best: by its prices least could be gained.
    pub(super) fn start(&self, amounts: &[f64], room: &[f64]) -> &Start {
        let mut best = (f64::INFINITY, 0);
        for (at, start) in self.starts.iter().enumerate() {
            let most = times(room, &start.basis.price) + times(amounts, &start.gains);
            if most < best.0 {
                best = (most, at);
            }
        }
        &self.starts[best.1]
    }

    /// Keeps a basis to start from, unless there are enough.
    pub(super) fn keep(&mut self, mut basis: Basis) {
        if self.starts.len() >= MOST_STARTS {
            return;
        }
        // Kinds of which there was nothing were left out: their key becomes the way that gains most.
        for kind in 0..self.kinds {
            if basis.basic.iter().all(|j| self.columns[*j].of() != kind) {
                let gain = |j: &usize| self.gain(*j, &basis.price);
                let own = self.first[kind]..self.first[kind + 1];
                let best = own.reduce(|best, j| if gain(&j) > gain(&best) { j } else { best });
                basis.key[kind] = best.unwrap_or(basis.key[kind]);
            }
        }
        self.begin_at(basis);
    }

    /// Whether a kind's column is late.
    pub(super) fn is_late(&self, column: &Column) -> bool {
        column.worth > 0.0 && column.worth < self.worth[column.of()]
    }

    /// What is lost by so much of a kind that isn't done, or late.
    pub(super) fn loss(&self, kind: usize, undone: f64, late: f64) -> f64 {
        undone * self.worth[kind] + late * (self.worth[kind] - self.worth_late[kind])
    }
}

/// The sum of products, in four sums beside each other.
pub(super) fn times(a: &[f64], b: &[f64]) -> f64 {
    let len = a.len().min(b.len());
    let (a, b) = (&a[..len], &b[..len]);
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest = a.chunks_exact(4).remainder().iter().zip(b.chunks_exact(4).remainder());
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest.map(|(a, b)| a * b).sum::<f64>()
}
