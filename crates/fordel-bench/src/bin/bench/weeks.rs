//! Simulated weeks of a plan: how long they take, beside the same model in numpy with HiGHS, on the same week in numbers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;
use fordel_app::{Weeks as Asked, simulated};
use fordel_core::plan::Plan;
use fordel_core::simulation::frame::Frame;
use fordel_core::simulation::tally::Tally;
use fordel_core::simulation::variation::Still;
use fordel_core::simulation::{batches, weeks};
use fordel_core::ward::{Goal, Ward};
use fordel_engine::Request;
use serde::Deserialize;

mod frame;
mod page;

/// Weeks simulated.
#[derive(Args, Clone)]
pub struct Weeks {
    /// The ward: a workbook.
    #[arg(long, default_value = "examples/medisinsk-sengepost.xlsx")]
    pub ward: PathBuf,
    /// How many weeks.
    #[arg(long, default_value_t = 10_000)]
    pub weeks: u32,
    /// How often each program runs; what is told is the median.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// How often the peer runs, which takes its time.
    #[arg(long, default_value_t = 1)]
    pub peer_rounds: usize,
    /// Where the week in numbers is written.
    #[arg(long, default_value = "target/bench/weeks")]
    pub dir: PathBuf,
    /// Python with the peers; `crates/fordel-bench/peers/prepare` makes it.
    #[arg(long, default_value = "target/bench/venv/bin/python")]
    pub python: PathBuf,
    /// The page that is written.
    #[arg(long, default_value = "docs/benchmarks-weeks.md")]
    pub out: PathBuf,
}

/// Seconds by the clock, and of processors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    pub seconds: f64,
    pub processor: f64,
}

/// What our own rounds took.
#[derive(Clone, Debug, Default)]
pub struct Ours {
    /// The weeks on one thread, and on two.
    pub alone: Vec<Took>,
    pub two: Vec<Took>,
    /// The weeks with what drives them, as on a unit's page.
    pub driven: Vec<Took>,
    /// The same with a staffing that keeps red under a share.
    pub reinforced: Vec<Took>,
    /// Heads that were added, and whether they were enough.
    pub steps: usize,
    pub reached: bool,
    /// Red and yellow cells a week.
    pub cells: [f64; 2],
}

/// What the peer tells of a run.
#[derive(Clone, Debug, Deserialize)]
pub struct Theirs {
    pub seconds: f64,
    pub processor: f64,
    /// Of those seconds, drawing the weeks.
    pub draws: f64,
    /// Days that took a linear program, of all.
    pub solved: u64,
    pub days: u64,
    /// Cells of the weeks that came along with another colour, of all.
    pub differ: u64,
    pub compared: u64,
    pub red: f64,
    pub yellow: f64,
}

/// The seed, and the share under which red is kept.
const SEED: u64 = 1;
const UNDER: f64 = 0.05;

/// Simulates in all rounds, and writes the page.
///
/// # Errors
/// A ward that can't be read or planned, a peer that fails.
pub fn race(asked: &Weeks) -> Result<(), String> {
    let (ward, plan) = planned(&asked.ward)?;
    let numbers = asked.dir.join("frame.json");
    fs::create_dir_all(&asked.dir).map_err(|why| format!("{}: {why}", asked.dir.display()))?;
    let week = Frame::new(&ward, &plan);
    fs::write(&numbers, frame::written(&week, SEED).to_string())
        .map_err(|why| format!("{}: {why}", numbers.display()))?;
    let mut ours = Ours::default();
    for round in 1..=asked.rounds {
        own_round(&ward, &plan, asked.weeks, &mut ours);
        eprintln!("{round}/{} Fordel: {:.2?}", asked.rounds, ours.two.last());
    }
    let mut theirs = Vec::new();
    for round in 1..=asked.peer_rounds {
        let ran = peer(asked, &numbers)?;
        eprintln!("{round}/{} numpy + HiGHS: {:.2} s", asked.peer_rounds, ran.seconds);
        theirs.push(ran);
    }
    let page = page::page(asked, &ward, &ours, &theirs);
    fs::write(&asked.out, page).map_err(|why| format!("{}: {why}", asked.out.display()))?;
    eprintln!("{} is written.", asked.out.display());
    Ok(())
}

/// The ward, with a plan for it.
fn planned(workbook: &Path) -> Result<(Ward, Plan), String> {
    let bytes = fs::read(workbook).map_err(|why| format!("{}: {why}", workbook.display()))?;
    let ward: Ward = fordel_sheets::read_ward_bytes(&bytes).ward.ok_or("the workbook has faults")?;
    let request = Request {
        goals: vec![(Goal::Cost, 0.01)],
        gap: 0.05,
        time_limit: Duration::from_secs(120),
        beside: false,
        ..Request::for_ward(&ward)
    };
    let plan = fordel_engine::plan(&ward, &request, &fordel_engine::Quiet);
    if plan.placements.is_empty() {
        return Err("the ward has no plan".into());
    }
    let told = fordel_core::check::measure(&ward, &plan.placements, &plan.staffing);
    Ok((ward, Plan { workload: told.workload, ..plan }))
}

fn own_round(ward: &Ward, plan: &Plan, count: u32, ours: &mut Ours) {
    let mut alone = Tally::new(&Frame::new(ward, plan));
    ours.alone.push(timed(|| {
        let frame = Frame::new(ward, plan);
        batches(0..count).for_each(|batch| alone.add(&weeks(&frame, SEED, &Still::default(), batch)));
    }));
    ours.cells = [alone.red_cells().mean, alone.yellow_cells().mean];
    ours.two.push(timed(|| {
        let frame = Frame::new(ward, plan);
        let all: Vec<_> = batches(0..count).collect();
        let run = |first: usize| {
            all.iter().skip(first).step_by(2).for_each(|b| drop(weeks(&frame, SEED, &Still::default(), b.clone())));
        };
        std::thread::scope(|scope| {
            scope.spawn(|| run(0));
            run(1);
        });
    }));
    let asked = Asked { weeks: count, seed: SEED, red_under: None };
    ours.driven.push(timed(|| drop(simulated(ward, plan, asked))));
    let mut reinforced = None;
    ours.reinforced
        .push(timed(|| reinforced = simulated(ward, plan, Asked { red_under: Some(UNDER), ..asked }).reinforced));
    if let Some(reinforced) = reinforced {
        (ours.steps, ours.reached) = (reinforced.steps.len(), reinforced.reached);
    }
}

fn timed(work: impl FnOnce()) -> Took {
    let (start, before) = (Instant::now(), processor());
    work();
    Took { seconds: start.elapsed().as_secs_f64(), processor: processor() - before }
}

/// Seconds of processors that this process has used, in hundredths.
fn processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn peer(asked: &Weeks, numbers: &Path) -> Result<Theirs, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/weeks.py");
    let mut command = Command::new(&asked.python);
    let out = command.arg(script).arg(numbers).arg(asked.weeks.to_string()).stderr(Stdio::inherit()).output();
    let out = out.map_err(|why| format!("{} can't be started: {why}", asked.python.display()))?;
    if !out.status.success() {
        return Err("numpy + HiGHS didn't end well".into());
    }
    serde_json::from_slice(&out.stdout).map_err(|why| format!("numpy + HiGHS: {why}"))
}
