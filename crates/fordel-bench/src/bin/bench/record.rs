//! One run's result, and what it had reached at any second.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::contest::Kind;

/// A solver in the race.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Solver {
    /// Ours.
    Fordel,
    /// HiGHS.
    Highs,
    /// OR-Tools CP-SAT.
    CpSat,
}

impl Solver {
    /// Its name as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Solver::Fordel => "Fordel",
            Solver::Highs => "HiGHS",
            Solver::CpSat => "CP-SAT",
        }
    }
}

/// What was known at a moment of a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Seconds since the solver was handed the model.
    pub t: f64,
    /// Cost of the best plan, kroner a year.
    pub best: Option<f64>,
    /// Proven lower bound.
    pub bound: Option<f64>,
}

/// What makes a run the same run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The ward's name.
    pub ward: String,
    /// Fingerprint of the model as the peers read it.
    pub model: String,
    /// Who ran.
    pub solver: Solver,
    /// Its version.
    pub version: String,
    /// Threads.
    pub threads: usize,
    /// Wall-clock limit.
    pub limit: f64,
    /// Asked gap.
    pub gap: f64,
}

/// A run and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The run.
    #[serde(flatten)]
    pub run: Run,
    /// Why the ward is here.
    pub kind: Kind,
    /// Task lines of the ward.
    pub lines: usize,
    /// `weekdays` or `no`.
    pub alike: String,
    /// Columns and rows of the model.
    pub size: (usize, usize),
    /// When it ran.
    pub date: String,
    /// The machine's load when it began.
    pub load: f64,
    /// How the solver says it ended.
    pub end: String,
    /// What was known when.
    pub trace: Vec<Point>,
    /// Seconds that it took.
    pub took: f64,
    /// Cost of the plan it gave, counted by the independent checker; none if it gave none or a rule is broken.
    pub counted: Option<f64>,
    /// Broken rules of its plan, by name.
    pub broken: Vec<String>,
}

impl Record {
    /// Best plan and bound known at a second.
    pub fn at(&self, second: f64) -> (Option<f64>, Option<f64>) {
        let known = self.trace.iter().filter(|p| p.t <= second + LATE);
        let best = known.clone().filter_map(|p| p.best).min_by(f64::total_cmp);
        (best, known.filter_map(|p| p.bound).max_by(f64::total_cmp))
    }

    /// All that came of the run, also after its limit.
    pub fn last(&self) -> (Option<f64>, Option<f64>) {
        self.at(f64::INFINITY)
    }

    /// (best − bound) ÷ best at a second; none as long as there is no plan or no bound.
    pub fn gap_at(&self, second: f64) -> Option<f64> {
        let (best, bound) = self.at(second);
        best.zip(bound).map(|(best, bound)| gap(best, bound))
    }

    /// Seconds until the first plan.
    pub fn first_plan(&self) -> Option<f64> {
        self.trace.iter().find(|p| p.best.is_some()).map(|p| p.t)
    }

    /// Seconds until a gap was proven.
    pub fn until_gap(&self, share: f64) -> Option<f64> {
        let (mut best, mut bound) = (f64::INFINITY, f64::NEG_INFINITY);
        self.trace.iter().find_map(|p| {
            best = best.min(p.best.unwrap_or(best));
            bound = bound.max(p.bound.unwrap_or(bound));
            (best.is_finite() && bound.is_finite() && gap(best, bound) <= share).then_some(p.t)
        })
    }
}

/// Seconds by which a run may tell late what it knew: its last words come when it has stopped.
const LATE: f64 = 0.1;

/// (best − bound) ÷ best, never under 0.
fn gap(best: f64, bound: f64) -> f64 {
    ((best - bound) / best.abs().max(1e-9)).max(0.0)
}

/// Reads all results, in the order in which they were written.
///
/// # Errors
/// A file that can't be read, or a line that isn't a result.
pub fn read(path: &Path) -> Result<Vec<Record>, String> {
    let Ok(file) = File::open(path) else { return Ok(Vec::new()) };
    BufReader::new(file)
        .lines()
        .map(|line| {
            let line = line.map_err(|e| format!("{}: {e}", path.display()))?;
            serde_json::from_str(&line).map_err(|e| format!("{}: {e}", path.display()))
        })
        .collect()
}

/// Adds one result.
///
/// # Errors
/// If the file can't be written.
pub fn append(path: &Path, record: &Record) -> Result<(), String> {
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().create(true).append(true).open(path)?;
        writeln!(file, "{}", serde_json::to_string(record)?)
    };
    write().map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A run with these points.
    pub fn record(ward: &str, solver: Solver, points: &[(f64, Option<f64>, Option<f64>)]) -> Record {
        Record {
            run: Run {
                ward: ward.to_owned(),
                model: "m".to_owned(),
                solver,
                version: "1".to_owned(),
                threads: 2,
                limit: 60.0,
                gap: 1e-4,
            },
            kind: Kind::Generated,
            lines: 50,
            alike: "weekdays".to_owned(),
            size: (10, 10),
            date: "2025-01-01 12:00".to_owned(),
            load: 0.1,
            end: "time".to_owned(),
            trace: points.iter().map(|(t, best, bound)| Point { t: *t, best: *best, bound: *bound }).collect(),
            took: points.last().map_or(0.0, |p| p.0),
            counted: points.iter().filter_map(|p| p.1).min_by(f64::total_cmp),
            broken: Vec::new(),
        }
    }

    #[test]
    fn a_trace_tells_what_was_known_when() {
        let points = [
            (0.2, None, Some(80.0)),
            (0.5, Some(110.0), Some(90.0)),
            (9.0, Some(100.0), None),
            (60.05, Some(100.0), Some(99.5)),
            (62.0, Some(99.9), Some(99.6)),
        ];
        let run = record("w", Solver::Fordel, &points);
        assert_eq!(run.at(0.0), (None, None));
        assert_eq!(run.at(1.0), (Some(110.0), Some(90.0)));
        assert_eq!(run.at(10.0), (Some(100.0), Some(90.0)));
        assert_eq!(run.at(60.0), (Some(100.0), Some(99.5)), "what comes later than its limit doesn't count");
        assert_eq!(run.last(), (Some(99.9), Some(99.6)));
        assert_eq!(run.gap_at(10.0), Some(0.1));
        assert_eq!(run.gap_at(0.3), None);
        assert_eq!(run.first_plan(), Some(0.5));
        assert_eq!(run.until_gap(0.1), Some(9.0));
        assert_eq!(run.until_gap(0.001), None);
    }

    #[test]
    fn results_survive_the_file() {
        let folder = std::env::temp_dir().join(format!("fordel-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("results.jsonl");
        let runs = [record("a", Solver::Highs, &[(1.0, Some(2.0), None)]), record("b", Solver::CpSat, &[])];
        runs.iter().for_each(|r| append(&path, r).expect("written"));
        assert_eq!(read(&path).expect("read"), runs);
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
