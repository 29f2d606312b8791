//! The same problem with one number of heads for a shift's weekdays, and one for its weekend.

use std::collections::BTreeMap;

use super::{HeadVar, Problem};

/// A problem whose heads are tied over days; its decisions hold in the problem it was made from.
pub struct Tied {
    /// The smaller problem. Its placements are the same.
    pub problem: Problem,
    /// For each of the problem's heads, the number that stands for it.
    number: Vec<usize>,
}

impl Tied {
    /// Heads of the problem it was made from.
    pub fn untie(&self, heads: &[u32]) -> Vec<u32> {
        self.number.iter().map(|n| heads[*n]).collect()
    }

    /// Tied heads that are at least those of each day.
    pub fn tie(&self, heads: &[u32]) -> Vec<u32> {
        let mut tied = vec![0; self.problem.heads.len()];
        self.number.iter().zip(heads).for_each(|(n, heads)| tied[*n] = tied[*n].max(*heads));
        tied
    }
}

impl Problem {
    /// The tied problem, or nothing if this one is tied already.
    pub fn tied(&self) -> Option<Tied> {
        let mut numbers = BTreeMap::new();
        let mut heads: Vec<HeadVar> = Vec::new();
        let mut number = Vec::new();
        for head in &self.heads {
            let n = *numbers.entry(head.tie()).or_insert(heads.len());
            number.push(n);
            match heads.get_mut(n) {
                None => heads.push(head.clone()),
                Some(tied) => {
                    tied.days = tied.days.or(head.days);
                    tied.min = tied.min.max(head.min);
                    tied.max = tied.max.min(head.max);
                    tied.year_kr += head.year_kr;
                    tied.paid_hours += head.paid_hours;
                }
            }
        }
        if heads.len() == self.heads.len() {
            return None;
        }
        let merged = |terms: &[(usize, f64)]| -> Vec<(usize, f64)> {
            let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
            terms.iter().for_each(|(h, a)| *sums.entry(number[*h]).or_default() += a);
            sums.into_iter().collect()
        };
        let mut problem = self.clone();
        problem.heads = heads;
        problem.supply.iter_mut().flatten().for_each(|terms| *terms = merged(terms));
        problem.instants.iter_mut().for_each(|instant| instant.heads = merged(&instant.heads));
        problem.limits.iter_mut().for_each(|limit| limit.terms = merged(&limit.terms));
        Some(Tied { problem, number })
    }
}
