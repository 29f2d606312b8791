//! What is raced, where, and how long.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use fordel_core::ward::Alike;

use crate::load::Load;
use crate::rows::{Once, Rows};
use crate::weeks::Weeks;

/// Fordel's search against other solvers on the same models.
#[derive(Parser)]
pub struct Arguments {
    /// Something else than the race.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The race.
    #[command(flatten)]
    pub race: Race,
}

/// Parts of the race, and the other ones.
#[derive(Subcommand)]
pub enum Command {
    /// Writes the page from the results there are, and runs nothing.
    Report(Race),
    /// One run of Fordel's own search in this process: progress and plan as JSON lines. The race calls it.
    Solve(Solve),
    /// Takes very many rows in and gives them out, beside Python's libraries, and writes a page of its own.
    Rows(Rows),
    /// Asks for pages with very many units of data, beside other sites that show the same, and writes a page of its own.
    Load(Load),
    /// Simulates very many weeks of a plan, beside the same in numpy, and writes a page of its own.
    Weeks(Weeks),
    /// One run of rows in this process. The race calls it.
    RowsOnce(Once),
}

/// A race.
#[derive(Args, Clone)]
pub struct Race {
    /// Wall-clock limit of one run, seconds.
    #[arg(long, default_value_t = 60.0)]
    pub seconds: f64,
    /// Task lines of the generated wards.
    #[arg(long, value_delimiter = ',', default_value = "50,100,200,400")]
    pub sizes: Vec<usize>,
    /// Generated wards of each size.
    #[arg(long, default_value_t = 10)]
    pub seeds: u64,
    /// Whether days share their heads.
    #[arg(long, value_enum, default_value_t = Days::Both)]
    pub alike: Days,
    /// More wards: workbooks, or wards as JSON.
    #[arg(long, num_args = 1..)]
    pub wards: Vec<PathBuf>,
    /// Wards of a hospital, planned one after the other to a gap of 2 %.
    #[arg(long, default_value_t = 20)]
    pub many: u64,
    /// Against whom.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "highs,cp-sat")]
    pub peers: Vec<Peer>,
    /// Threads of each peer; Fordel always searches with two.
    #[arg(long, default_value_t = 2)]
    pub threads: usize,
    /// Gap at which a run ends before its limit, a share.
    #[arg(long, default_value_t = 1e-4)]
    pub gap: f64,
    /// Where models and results are kept. Runs whose results are there aren't run again.
    #[arg(long, default_value = "target/bench")]
    pub dir: PathBuf,
    /// Python with the peers; `crates/fordel-bench/peers/prepare` makes it.
    #[arg(long, default_value = "target/bench/venv/bin/python")]
    pub python: PathBuf,
    /// The page that is written.
    #[arg(long, default_value = PAGE)]
    pub out: PathBuf,
}

/// The page that is written unless another is asked for.
const PAGE: &str = "docs/benchmarks.md";

impl Race {
    /// The command that runs this race again.
    pub fn command(&self) -> String {
        let names = |values: &mut dyn Iterator<Item = String>| values.collect::<Vec<_>>().join(",");
        let word =
            |value: Option<clap::builder::PossibleValue>| value.map_or(String::new(), |v| v.get_name().to_owned());
        // Where a ward lies outside the repository is of no use to anyone else.
        let shown =
            |w: &PathBuf| if w.is_absolute() { w.file_name().map_or(PathBuf::new(), PathBuf::from) } else { w.clone() };
        let wards: Vec<String> = self.wards.iter().map(|w| shown(w).display().to_string()).collect();
        let wards = if wards.is_empty() { String::new() } else { format!(" --wards {}", wards.join(" ")) };
        let out =
            if self.out == Path::new(PAGE) { String::new() } else { format!(" --out {}", shown(&self.out).display()) };
        format!(
            "cargo run --release -p fordel-bench --bin bench -- --seconds {} --sizes {} --seeds {} --alike {} --many {} --peers {} --threads {}{out}{wards}",
            self.seconds,
            names(&mut self.sizes.iter().map(usize::to_string)),
            self.seeds,
            word(self.alike.to_possible_value()),
            self.many,
            names(&mut self.peers.iter().map(|p| word(p.to_possible_value()))),
            self.threads,
        )
    }
}

/// One run of Fordel.
#[derive(Args)]
pub struct Solve {
    /// A ward as JSON.
    pub ward: PathBuf,
    /// Wall-clock limit, seconds.
    pub seconds: f64,
    /// Gap at which it ends before.
    pub gap: f64,
}

/// Whether days share their heads.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Days {
    /// Weekdays alike, Saturday and Sunday alike.
    Weekdays,
    /// Each day on its own.
    No,
    /// The one, then the other.
    Both,
}

impl Days {
    /// What the model is told.
    pub fn alike(self) -> Vec<Alike> {
        match self {
            Days::Weekdays => vec![Alike::Weekdays],
            Days::No => vec![Alike::No],
            Days::Both => vec![Alike::Weekdays, Alike::No],
        }
    }
}

/// Another solver, or nobody.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Peer {
    /// HiGHS.
    Highs,
    /// OR-Tools CP-SAT.
    CpSat,
    /// Fordel alone.
    None,
}
