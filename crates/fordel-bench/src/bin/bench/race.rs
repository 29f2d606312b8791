//! One run after the other, each in its own process, never two at a time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fordel_core::ward::Goal;
use fordel_engine::Request;
use fordel_engine::mip::Mip;
use fordel_engine::problem::{Problem, Scenario};

use crate::answer::Answer;
use crate::arguments::{Peer, Race};
use crate::contest::{Entry, word};
use crate::machine;
use crate::record::{self, Record, Run, Solver};

/// Seconds after its limit in which a run may read its model, end and print before it is ended.
const GRACE: f64 = 60.0;
/// Relative rounding between a value and a bound, or a value and its own count.
const ROUNDING: f64 = 1e-6;

/// Runs what has no result yet, and keeps each result as it comes.
///
/// # Errors
/// Wards, results or models that can't be read or written. A run that fails is told and left for the next race.
pub fn run(race: &Race, entries: &[Entry]) -> Result<(), String> {
    let folder = |name: &str| {
        let path = race.dir.join(name);
        fs::create_dir_all(&path).map(|()| path).map_err(|e| format!("{}: {e}", race.dir.display()))
    };
    let (wards, models) = (folder("wards")?, folder("models")?);
    let results = race.dir.join("results.jsonl");
    // Once: what others commit meanwhile isn't what runs here.
    let solvers: Vec<(Solver, String)> = solvers(&race.peers).into_iter().map(|s| (s, machine::version(s))).collect();
    for (index, entry) in entries.iter().enumerate() {
        let model = Written::new(entry, &wards, &models)?;
        for (solver, version) in &solvers {
            let run = Run {
                ward: entry.name.clone(),
                model: model.fingerprint.clone(),
                solver: *solver,
                version: version.clone(),
                threads: race.threads,
                limit: race.seconds,
                gap: entry.gap,
            };
            if record::read(&results)?.iter().any(|r| r.run == run) {
                continue;
            }
            eprint!("{}/{} {} {} … ", index + 1, entries.len(), entry.name, solver.name());
            match one(race, entry, &model, run) {
                Ok(record) => {
                    eprintln!("{}", in_short(&record));
                    record::append(&results, &record)?;
                }
                Err(why) => eprintln!("failed: {why}"),
            }
        }
        let all = record::read(&results)?;
        contradictions(all.iter().filter(|r| r.run.model == model.fingerprint))
            .iter()
            .for_each(|c| eprintln!("!! {c}"));
    }
    Ok(())
}

fn solvers(peers: &[Peer]) -> Vec<Solver> {
    let peers = peers.iter().filter_map(|p| match p {
        Peer::Highs => Some(Solver::Highs),
        Peer::CpSat => Some(Solver::CpSat),
        Peer::None => None,
    });
    std::iter::once(Solver::Fordel).chain(peers).collect()
}

/// A ward written for its runs, and its model.
struct Written {
    ward: PathBuf,
    mps: PathBuf,
    fingerprint: String,
    problem: Problem,
    mip: Mip,
}

impl Written {
    fn new(entry: &Entry, wards: &Path, models: &Path) -> Result<Written, String> {
        let problem = Problem::new(&entry.ward, &Scenario::of(&Request::for_ward(&entry.ward)));
        let mip = Mip::plain(&problem, Goal::Cost);
        let ward = wards.join(format!("{}.json", entry.name));
        let mps = models.join(format!("{}.mps", entry.name));
        let write = || -> std::io::Result<String> {
            fs::write(&ward, serde_json::to_string(&entry.ward)?)?;
            mip.model.write_mps(&mps)?;
            Ok(machine::fingerprint(&fs::read(&mps)?))
        };
        let fingerprint = write().map_err(|e| format!("{}: {e}", mps.display()))?;
        Ok(Written { ward, mps, fingerprint, problem, mip })
    }
}

/// One run in its own process.
fn one(race: &Race, entry: &Entry, model: &Written, run: Run) -> Result<Record, String> {
    let (date, load) = (machine::now(), machine::load());
    let printed = race.dir.join("printed.jsonl");
    let said = race.dir.join("said.txt");
    let file = |path: &Path| File::create(path).map_err(|e| format!("{}: {e}", path.display()));
    let mut child = command(race, model, &run)?
        .stdin(Stdio::null())
        .stdout(file(&printed)?)
        .stderr(file(&said)?)
        .spawn()
        .map_err(|e| format!("can't be started: {e}"))?;
    let text = |path: &Path| fs::read_to_string(path).unwrap_or_default();
    if !ended_well(&mut child, Duration::from_secs_f64(race.seconds + GRACE)) {
        return Err(format!("it didn't end well: {}", text(&said).trim()));
    }
    let answer = Answer::read(&text(&printed))?;
    let counted = answer.counted(&entry.ward, &model.problem, &model.mip);
    let broken = counted.as_ref().and_then(|c| c.as_ref().err()).cloned().unwrap_or_default();
    Ok(Record {
        run,
        kind: entry.kind,
        lines: entry.ward.lines.len(),
        alike: word(entry.ward.settings.alike).to_owned(),
        size: (model.mip.model.columns(), model.mip.model.rows()),
        date,
        load,
        end: answer.end,
        trace: answer.trace,
        took: answer.took,
        counted: counted.and_then(Result::ok),
        broken,
    })
}

fn command(race: &Race, model: &Written, run: &Run) -> Result<Command, String> {
    let script = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name);
    let mut command = match run.solver {
        Solver::Fordel => {
            let mut own = Command::new(std::env::current_exe().map_err(|e| format!("our own program: {e}"))?);
            own.arg("solve").arg(&model.ward);
            own
        }
        Solver::Highs | Solver::CpSat => {
            let name = if run.solver == Solver::Highs { "highs.py" } else { "cp_sat.py" };
            let mut peer = Command::new(&race.python);
            peer.arg(script(name)).arg(&model.mps);
            peer
        }
    };
    if run.solver != Solver::Fordel {
        command.arg(run.threads.to_string());
    }
    command.args([run.limit.to_string(), run.gap.to_string()]);
    Ok(command)
}

/// Whether the process ended by itself in time, without a fault; else it is ended.
fn ended_well(child: &mut Child, within: Duration) -> bool {
    let started = Instant::now();
    while started.elapsed() < within {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(20)),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn in_short(record: &Record) -> String {
    let (best, bound) = record.last();
    let number = |x: Option<f64>| x.map_or("none".to_owned(), |x| format!("{x:.0}"));
    let gap = record.gap_at(f64::INFINITY).map_or(String::new(), |g| format!(", gap {:.3} %", g * 100.0));
    let first = record.first_plan().map_or(String::new(), |t| format!(", first plan after {t:.2} s"));
    format!("{:.1} s, best {}, bound {}{gap}{first}", record.took, number(best), number(bound))
}

/// What can't all be true of runs on one model: a plan below a proven bound, a plan that breaks a rule, a plan that
/// costs more than was told. (It may cost less: a solver may have bought a course that nothing needs.)
pub fn contradictions<'a>(records: impl Iterator<Item = &'a Record> + Clone) -> Vec<String> {
    let mut found = Vec::new();
    for record in records.clone() {
        let name = format!("{} on {}", record.run.solver.name(), record.run.ward);
        if !record.broken.is_empty() {
            found.push(format!("{name}: its plan breaks {}", record.broken.join(", ")));
        }
        let Some(cost) = record.counted else { continue };
        let (told, _) = record.last();
        if let Some(told) = told.filter(|told| cost - told > ROUNDING * cost) {
            found.push(format!("{name}: tells {told:.2}, its plan costs {cost:.2}"));
        }
        for other in records.clone() {
            let (_, bound) = other.last();
            if let Some(bound) = bound.filter(|bound| *bound > cost * (1.0 + ROUNDING)) {
                let whose = other.run.solver.name();
                found.push(format!("{name}: its plan costs {cost:.2}, below the bound {bound:.2} of {whose}"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::record;

    #[test]
    fn a_plan_below_a_bound_is_told() {
        let sound = record("w", Solver::Fordel, &[(1.0, Some(100.0), Some(99.0))]);
        let wrong = record("w", Solver::Highs, &[(1.0, Some(105.0), Some(100.5))]);
        assert!(contradictions([&sound].into_iter()).is_empty());
        let told = contradictions([&sound, &wrong].into_iter());
        assert_eq!(told, ["Fordel on w: its plan costs 100.00, below the bound 100.50 of HiGHS"]);
    }

    #[test]
    fn a_plan_that_costs_more_than_told_is_told() {
        let mut wrong = record("w", Solver::CpSat, &[(1.0, Some(100.0), Some(99.0))]);
        wrong.counted = Some(101.0);
        assert_eq!(contradictions([&wrong].into_iter()), ["CP-SAT on w: tells 100.00, its plan costs 101.00"]);
        wrong.counted = Some(99.5);
        assert!(contradictions([&wrong].into_iter()).is_empty());
        wrong.counted = None;
        wrong.broken = vec!["positions".to_owned()];
        assert_eq!(contradictions([&wrong].into_iter()), ["CP-SAT on w: its plan breaks positions"]);
    }
}
