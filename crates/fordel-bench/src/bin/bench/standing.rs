//! The results that a page is about, ward by ward, and how the solvers compare.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::contest::Kind;
use crate::record::{Record, Solver};

/// Differences in gap, or in cost over the best known, that count as none: the gap at which a run ends.
pub const SAME: f64 = 1e-4;

/// A ward on which every solver ran.
pub struct Standing<'a> {
    /// The ward's name.
    pub ward: &'a str,
    /// Why it is here.
    pub kind: Kind,
    /// Its task lines.
    pub lines: usize,
    /// `weekdays` or `no`.
    pub alike: &'a str,
    /// Each solver's run.
    pub runs: BTreeMap<Solver, &'a Record>,
    /// Cost of the best plan that any run ever gave.
    pub best_known: Option<f64>,
}

impl Standing<'_> {
    /// How far a solver's plan lay over the best known at a second, a share; none as long as it has none.
    pub fn over(&self, solver: Solver, second: f64) -> Option<f64> {
        let (best, _) = self.runs.get(&solver)?.at(second);
        best.zip(self.best_known).map(|(best, known)| (best / known - 1.0).max(0.0))
    }
    /// The gap that a solver had proven at a second.
    pub fn gap(&self, solver: Solver, second: f64) -> Option<f64> {
        self.runs.get(&solver)?.gap_at(second)
    }
}

/// The results of one kind of race.
pub struct Results<'a> {
    /// Wards on which every solver ran, in the order of the race.
    pub standings: Vec<Standing<'a>>,
    /// Wards that some solver hasn't run yet.
    pub unfinished: usize,
    /// The solvers, ours first.
    pub solvers: Vec<Solver>,
    /// All runs that count: of the newest models and versions, with this limit and number of threads.
    pub records: Vec<&'a Record>,
}

impl<'a> Results<'a> {
    /// Sorts what was recorded.
    pub fn new(all: &'a [Record], limit: f64, threads: usize) -> Results<'a> {
        let mut versions = BTreeMap::new();
        let mut models: BTreeMap<&str, &str> = BTreeMap::new();
        for record in all {
            versions.insert(record.run.solver, record.run.version.as_str());
            models.insert(&record.run.ward, &record.run.model);
        }
        let counts = |r: &&Record| {
            let run = &r.run;
            run.limit == limit
                && run.threads == threads
                && versions.get(&run.solver) == Some(&run.version.as_str())
                && models.get(run.ward.as_str()) == Some(&run.model.as_str())
        };
        let records: Vec<&Record> = all.iter().filter(counts).collect();
        let solvers: BTreeSet<Solver> = records.iter().map(|r| r.run.solver).collect();
        let mut wards: Vec<&str> = Vec::new();
        for record in &records {
            if !wards.contains(&record.run.ward.as_str()) {
                wards.push(&record.run.ward);
            }
        }
        let standings: Vec<Standing> = wards
            .iter()
            .filter_map(|ward| {
                let own = records.iter().filter(|r| r.run.ward == *ward);
                let runs: BTreeMap<Solver, &Record> = own.map(|r| (r.run.solver, *r)).collect();
                let one = *runs.values().next()?;
                let plans = all.iter().filter(|r| r.run.model == one.run.model).filter_map(|r| r.counted);
                let best_known = plans.min_by(f64::total_cmp);
                let (kind, lines, alike) = (one.kind, one.lines, one.alike.as_str());
                (runs.len() == solvers.len()).then_some(Standing { ward, kind, lines, alike, runs, best_known })
            })
            .collect();
        let unfinished = wards.len() - standings.len();
        Results { standings, unfinished, solvers: solvers.into_iter().collect(), records }
    }

    /// The other solvers.
    pub fn peers(&self) -> Vec<Solver> {
        self.solvers.iter().copied().filter(|s| *s != Solver::Fordel).collect()
    }
}

/// The middle of values, where none is beyond all others; of an even number, the upper of the two in the middle, so that nothing is made to look better than it was.
pub fn median(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let mut values: Vec<f64> = values.map(|v| v.unwrap_or(f64::INFINITY)).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().filter(|v| v.is_finite())
}

/// The largest value; none if any is none.
pub fn worst(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    values.map(|v| v.unwrap_or(f64::INFINITY)).max_by(f64::total_cmp).filter(|v| v.is_finite())
}

/// How ours compares to theirs: `Less` is better, and what is reached is better than what isn't.
pub fn compared(ours: Option<f64>, theirs: Option<f64>) -> Ordering {
    match (ours, theirs) {
        (Some(a), Some(b)) if (a - b).abs() <= SAME => Ordering::Equal,
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::record;

    #[test]
    fn nothing_reached_counts_as_the_worst() {
        assert_eq!(median([Some(1.0), None, Some(3.0)].into_iter()), Some(3.0));
        assert_eq!(median([Some(1.0), None].into_iter()), None);
        assert_eq!(median([Some(1.0), Some(2.0)].into_iter()), Some(2.0));
        assert_eq!(worst([Some(1.0), None].into_iter()), None);
        assert_eq!(compared(None, Some(1.0)), Ordering::Greater);
        assert_eq!(compared(Some(0.002), Some(0.00205)), Ordering::Equal);
        assert_eq!(compared(Some(0.002), Some(0.003)), Ordering::Less);
    }

    #[test]
    fn only_the_newest_runs_on_wards_that_all_have_run_count() {
        let ours = |ward: &str, version: &str, best: f64| {
            let mut run = record(ward, Solver::Fordel, &[(1.0, Some(best), Some(90.0))]);
            run.run.version = version.to_owned();
            run
        };
        let theirs = record("a", Solver::Highs, &[(1.0, Some(120.0), Some(80.0))]);
        let mut older_limit = record("a", Solver::Highs, &[(1.0, Some(99.0), Some(80.0))]);
        older_limit.run.limit = 10.0;
        let all = [older_limit, ours("a", "old", 130.0), theirs, ours("a", "new", 110.0), ours("b", "new", 100.0)];
        let results = Results::new(&all, 60.0, 2);
        assert_eq!(results.standings.len(), 1);
        assert_eq!(results.unfinished, 1);
        let standing = &results.standings[0];
        assert_eq!(standing.runs[&Solver::Fordel].run.version, "new");
        assert_eq!(standing.best_known, Some(99.0), "a plan is known from whichever run it came");
        assert_eq!(standing.over(Solver::Fordel, 60.0), Some(110.0 / 99.0 - 1.0));
        assert_eq!(standing.over(Solver::Fordel, 0.5), None);
        assert_eq!(results.peers(), [Solver::Highs]);
    }
}
