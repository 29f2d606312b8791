//! A workbook of very many task rows taken in and given out, beside Python's libraries for workbooks and SQLite.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use clap::{Args, ValueEnum};
use fordel_app::service::BranchKind;
use fordel_core::ward::{Alike, Ward};
use serde::{Deserialize, Serialize};

use crate::site::{self, Site};

mod page;

/// Lines of the generated ward that is repeated.
const LINES: usize = 400;

/// Rows in and out.
#[derive(Args, Clone)]
pub struct Rows {
    /// Task rows.
    #[arg(long, default_value_t = 100_000)]
    pub rows: usize,
    /// How often each program runs; what is told is the median.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// Where the workbook and the databases are kept.
    #[arg(long, default_value = "target/bench/rows")]
    pub dir: PathBuf,
    /// Python with the peers; `crates/fordel-bench/peers/prepare` makes it.
    #[arg(long, default_value = "target/bench/venv/bin/python")]
    pub python: PathBuf,
    /// The page that is written.
    #[arg(long, default_value = "docs/benchmarks-rows.md")]
    pub out: PathBuf,
}

/// One run of Fordel.
#[derive(Args)]
pub struct Once {
    /// What it does.
    #[arg(value_enum)]
    pub what: What,
    /// The workbook that is read or written.
    pub book: PathBuf,
    /// The database that is written or read.
    pub database: PathBuf,
}

/// What is raced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum What {
    /// A workbook read, checked and saved.
    Import,
    /// What was saved, written to a workbook.
    Export,
}

/// What a run tells of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ran {
    /// Seconds in all.
    pub seconds: f64,
    /// Seconds until all was read and checked, of an import.
    #[serde(default)]
    pub read: f64,
    /// The rows that there were in the end.
    pub rows: usize,
    /// Memory at the most, MB.
    #[serde(default)]
    pub memory: f64,
}

/// Who runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Runner {
    Fordel,
    OpenpyxlSqlite,
    XlsxWriter,
    Openpyxl,
}

impl Runner {
    /// Those who do this, ours first.
    pub fn of(what: What) -> &'static [Runner] {
        match what {
            What::Import => &[Runner::Fordel, Runner::OpenpyxlSqlite],
            What::Export => &[Runner::Fordel, Runner::XlsxWriter, Runner::Openpyxl],
        }
    }

    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Runner::Fordel => "Fordel",
            Runner::OpenpyxlSqlite => "openpyxl + sqlite3",
            Runner::XlsxWriter => "XlsxWriter",
            Runner::Openpyxl => "openpyxl",
        }
    }

    /// Its script, and what that is told to do.
    fn script(self) -> Option<(&'static str, &'static str)> {
        match self {
            Runner::Fordel => None,
            Runner::OpenpyxlSqlite => Some(("rows_import.py", "openpyxl")),
            Runner::XlsxWriter => Some(("rows_export.py", "xlsxwriter")),
            Runner::Openpyxl => Some(("rows_export.py", "openpyxl")),
        }
    }
}

/// A round's run.
pub struct Run {
    pub what: What,
    pub runner: Runner,
    pub ran: Ran,
    /// Bytes of the database or workbook that came of it.
    pub bytes: u64,
}

/// Runs all rounds, and writes the page.
///
/// # Errors
/// A run that fails, or whose rows aren't all there.
pub fn race(asked: &Rows) -> Result<(), String> {
    let file = |name: &str| asked.dir.join(name);
    fs::create_dir_all(&asked.dir).map_err(|why| format!("{}: {why}", asked.dir.display()))?;
    let book = file("rows.xlsx");
    let bytes = fordel_sheets::write::ward_book(&ward(asked.rows), &[], &site::texts()).map_err(|e| e.to_string())?;
    fs::write(&book, &bytes).map_err(|why| format!("{}: {why}", book.display()))?;
    let mut runs = Vec::new();
    for round in 1..=asked.rounds {
        for what in [What::Import, What::Export] {
            for runner in Runner::of(what) {
                let database = file(if *runner == Runner::Fordel { "fordel.db" } else { "peer.db" });
                let written = file("out.xlsx");
                let made = if what == What::Import { &database } else { &written };
                for ending in ["", "-wal", "-shm", ".lock"] {
                    let _ = fs::remove_file(format!("{}{ending}", made.display()));
                }
                let book = if what == What::Import { &book } else { &written };
                let ran = one(asked, what, *runner, book, &database)?;
                eprintln!("{round}/{} {what:?} {}: {:.2} s", asked.rounds, runner.name(), ran.seconds);
                if ran.rows != asked.rows {
                    return Err(format!("{} has {} rows of {}", runner.name(), ran.rows, asked.rows));
                }
                let bytes = fs::metadata(made).map_or(0, |made| made.len());
                runs.push(Run { what, runner: *runner, ran, bytes });
            }
        }
    }
    let page = page::page(asked, &runs, bytes.len());
    fs::write(&asked.out, page).map_err(|why| format!("{}: {why}", asked.out.display()))?;
    eprintln!("{} is written.", asked.out.display());
    Ok(())
}

fn one(asked: &Rows, what: What, runner: Runner, book: &Path, database: &Path) -> Result<Ran, String> {
    let mut command = match runner.script() {
        None => {
            let mut own = Command::new(std::env::current_exe().map_err(|why| format!("our own program: {why}"))?);
            own.args(["rows-once", if what == What::Import { "import" } else { "export" }]);
            own
        }
        Some((script, with)) => {
            let mut peer = Command::new(&asked.python);
            peer.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(script)).arg(with);
            peer
        }
    };
    let out = command.arg(book).arg(database).stderr(Stdio::inherit()).output();
    let out = out.map_err(|why| format!("{} can't be started: {why}", runner.name()))?;
    if !out.status.success() {
        return Err(format!("{} didn't end well", runner.name()));
    }
    serde_json::from_slice(&out.stdout).map_err(|why| format!("{}: {why}", runner.name()))
}

/// One run of Fordel in this process, told as JSON.
///
/// # Errors
/// What fails.
pub fn once(asked: &Once) -> Result<(), String> {
    let ran = match asked.what {
        What::Import => import(&asked.book, &asked.database)?,
        What::Export => export(&asked.book, &asked.database)?,
    };
    println!("{}", serde_json::to_string(&ran).map_err(|why| why.to_string())?);
    Ok(())
}

fn import(book: &Path, database: &Path) -> Result<Ran, String> {
    let site = Site::found(database)?;
    let unit = site.add(site.who.organisation, BranchKind::Unit, "Post")?;
    let start = Instant::now();
    let bytes = fs::read(book).map_err(|why| format!("{}: {why}", book.display()))?;
    let key = site.hand_in(unit, &bytes)?;
    let read = start.elapsed().as_secs_f64();
    site.confirm(unit, &key)?;
    let seconds = start.elapsed().as_secs_f64();
    let desk = site.service.unit(&site.who, unit).and_then(|u| u.desk()).map_err(site::said)?;
    Ok(Ran { seconds, read, rows: desk.completeness().lines, memory: memory() })
}

fn export(book: &Path, database: &Path) -> Result<Ran, String> {
    let site = Site::come_back(database)?;
    let unit = site.units()?.first().copied().ok_or("no unit")?;
    let start = Instant::now();
    let bytes = site.service.unit(&site.who, unit).and_then(|u| u.workbook(&site::texts())).map_err(site::said)?;
    fs::write(book, bytes).map_err(|why| format!("{}: {why}", book.display()))?;
    let seconds = start.elapsed().as_secs_f64();
    let desk = site.service.unit(&site.who, unit).and_then(|u| u.desk()).map_err(site::said)?;
    Ok(Ran { seconds, read: 0.0, rows: desk.completeness().lines, memory: memory() })
}

/// The most memory that this process has held, MB.
fn memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// A ward with very many lines: a generated one, its lines again and again under names of their own.
fn ward(rows: usize) -> Ward {
    let mut ward = fordel_bench::ward(LINES.min(rows), 1, Alike::Weekdays);
    let lines = std::mem::take(&mut ward.lines);
    let named = |(at, line): (usize, &fordel_core::ward::TaskLine)| {
        let mut line = line.clone();
        line.name = format!("{} {}", line.name, at + 1);
        line.number = Some((at + 1).to_string());
        line
    };
    ward.lines = lines.iter().cycle().take(rows).enumerate().map(named).collect();
    ward
}
