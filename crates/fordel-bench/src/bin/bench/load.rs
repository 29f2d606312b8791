//! Pages under load: requests a second and how long the slowest take, with 200 units of data, beside a FastAPI and a
//! Django site that show the same from the same database; and how long Vakten nå takes when people are missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use self::ask::{Asking, Measured};
use self::fill::Filled;
use self::serve::{Server, Site};

mod ask;
mod fill;
mod page;
mod serve;

/// What stands where Vakten nå has an answer.
const ANSWER: &str = "id=\"svar\"";

/// Pages under load.
#[derive(Args, Clone)]
pub struct Load {
    /// Units of the organisation.
    #[arg(long, default_value_t = 200)]
    pub units: usize,
    /// How often each page of each site is asked for; what is told is the median.
    #[arg(long, default_value_t = 3)]
    pub rounds: usize,
    /// Seconds for which each page is asked for.
    #[arg(long, default_value_t = 6.0)]
    pub seconds: f64,
    /// Connections that each ask again as soon as they are answered.
    #[arg(long, default_value_t = 8)]
    pub connections: usize,
    /// Requests a second while a plan is solved and a workbook imported: what people who work ask for.
    #[arg(long, default_value_t = 50.0)]
    pub pace: f64,
    /// Where the database is kept.
    #[arg(long, default_value = "target/bench/load")]
    pub dir: PathBuf,
    /// The program that is measured, as it is handed out: `cargo build --profile dist --bin fordel` makes it.
    #[arg(long, default_value = "target/dist/fordel")]
    pub program: PathBuf,
    /// Python with the peers; `crates/fordel-bench/peers/prepare` makes it.
    #[arg(long, default_value = "target/bench/venv/bin/python")]
    pub python: PathBuf,
    /// The page that is written.
    #[arg(long, default_value = "docs/benchmarks-web.md")]
    pub out: PathBuf,
}

/// A page that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The organisation's front page: where each unit stands.
    Front,
    /// A unit's mapping: its task rows.
    Mapping,
    /// The board of a unit's plan.
    Board,
    /// The list of units for other programs.
    Units,
}

impl Page {
    /// All of them.
    pub const ALL: [Page; 4] = [Page::Front, Page::Mapping, Page::Board, Page::Units];

    /// Its address.
    fn path(self, filled: &Filled) -> String {
        match self {
            Page::Front => "/".to_owned(),
            Page::Mapping => format!("/u/{}/mapping", filled.shown),
            Page::Board => format!("/u/{}/p/{}/board", filled.shown, filled.proposal),
            Page::Units => "/api/v1/units".to_owned(),
        }
    }

    /// What stands on it once for each unit or row, which shows that all of them are there.
    fn mark(self) -> &'static str {
        match self {
            Page::Front => "\"><a href=\"/u/",
            Page::Mapping => "<tr id=\"r",
            Page::Board => "<li class=\"card",
            Page::Units => "\"missing_minutes\":",
        }
    }
}

/// What was found, all of it.
#[derive(Default)]
pub struct Found {
    /// By site and page: a measure for each round.
    pub raced: BTreeMap<(Server, Page), Vec<Measured>>,
    /// How large each answer is, and how many units or rows it shows.
    pub answers: BTreeMap<(Server, Page), (usize, usize)>,
    /// Seconds from the start of the program to the whole front page.
    pub cold: BTreeMap<Server, Vec<f64>>,
    /// Vakten nå on the example ward, each time with others missing.
    pub missing: Option<Measured>,
    /// At a steady pace: nothing beside it; with a plan being solved and workbooks imported.
    pub paced: Option<(Measured, Measured)>,
    /// Workbooks that were imported meanwhile.
    pub imported: usize,
    /// Whether the plan was still being solved in the end.
    pub solving: bool,
    /// Bytes of the program.
    pub size: u64,
}

/// Fills a database, asks every site for every page, and writes the page that tells of it.
///
/// # Errors
/// A site that doesn't start or answers otherwise than it should.
pub fn race(asked: &Load) -> Result<(), String> {
    fs::create_dir_all(&asked.dir).map_err(|why| format!("{}: {why}", asked.dir.display()))?;
    let database = asked.dir.join("fordel.db");
    let began = Instant::now();
    let filled = fill::fill(&database, asked.units)?;
    eprintln!("{} units are filled in after {:.0} s.", asked.units, began.elapsed().as_secs_f64());
    let size = fs::metadata(&asked.program).map_err(|why| format!("{}: {why}", asked.program.display()))?.len();
    let mut found = Found { size, ..Found::default() };
    for round in 1..=asked.rounds {
        for server in Server::ALL {
            one(asked, server, &database, &filled, &mut found)?;
            eprintln!("{round}/{} {}", asked.rounds, server.name());
        }
    }
    found.missing = Some(missing(asked, &database, &filled)?);
    paced(asked, &database, &filled, &mut found)?;
    let page = page::page(asked, &filled, &found);
    fs::write(&asked.out, page).map_err(|why| format!("{}: {why}", asked.out.display()))?;
    eprintln!("{} is written.", asked.out.display());
    Ok(())
}

/// One site from a cold start: each of its pages.
fn one(asked: &Load, server: Server, database: &Path, filled: &Filled, found: &mut Found) -> Result<(), String> {
    let start = Instant::now();
    let site = Site::start(asked, server, database)?;
    let front = site.first_answer(&Asking::new(&Page::Front.path(filled), &filled.session))?;
    found.cold.entry(server).or_default().push(start.elapsed().as_secs_f64());
    counted(server, Page::Front, &front, filled.units)?;
    for page in server.pages() {
        let asking = Asking::new(&page.path(filled), &filled.session);
        // Every process of the site has answered before it is measured.
        ask::flood(site.address, &asking, asked.connections, Duration::from_secs_f64(asked.seconds / 4.0))?;
        let (_, answer) = ask::once(site.address, &asking)?;
        let expected = if page == Page::Mapping { filled.lines } else { filled.units };
        let shown = counted(server, page, &answer, if page == Page::Board { 0 } else { expected })?;
        found.answers.insert((server, page), (answer.len(), shown));
        let measured = ask::flood(site.address, &asking, asked.connections, Duration::from_secs_f64(asked.seconds))?;
        found.raced.entry((server, page)).or_default().push(measured);
    }
    Ok(())
}

/// How many units or rows an answer shows; at least so many.
fn counted(server: Server, page: Page, answer: &[u8], least: usize) -> Result<usize, String> {
    let shown = String::from_utf8_lossy(answer).replace("\": ", "\":").matches(page.mark()).count();
    if shown < least.max(1) {
        return Err(format!("{} shows {shown} of {least} on {page:?}", server.name()));
    }
    Ok(shown)
}

/// Vakten nå on the example ward, one question after the other; the plan has been read before the first.
fn missing(asked: &Load, database: &Path, filled: &Filled) -> Result<Measured, String> {
    let site = Site::start(asked, Server::Fordel, database)?;
    site.first_answer(&Asking::new(&format!("/u/{}/now", filled.example), &filled.session))?;
    let all: Vec<Asking> = filled.questions.iter().map(|path| Asking::new(path, &filled.session)).collect();
    ask::each(site.address, &all, ANSWER)
}

/// Fordel's pages in turn at a steady pace: alone, and while a plan is solved and workbooks are imported.
fn paced(asked: &Load, database: &Path, filled: &Filled, found: &mut Found) -> Result<(), String> {
    let all: Vec<Asking> = Page::ALL.iter().map(|page| Asking::new(&page.path(filled), &filled.session)).collect();
    let time = Duration::from_secs_f64(asked.seconds * 3.0);
    let warm = Duration::from_secs_f64(asked.seconds / 4.0);
    let site = Site::start(asked, Server::Fordel, database)?;
    site.first_answer(&all[0])?;
    ask::paced(site.address, &all, asked.pace, warm)?;
    let alone = ask::paced(site.address, &all, asked.pace, time)?;
    drop(site);
    // It waits for the server, whose worker takes it up at once.
    let number = fill::propose(database, filled, (time + warm).as_secs_f64() as u32 + 60)?;
    let site = Site::start(asked, Server::Fordel, database)?;
    site.first_answer(&all[0])?;
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (busy, imported) = std::thread::scope(|threads| {
        let importing = threads.spawn(|| fill::import(site.address, filled, &stop));
        let busy = ask::paced(site.address, &all, asked.pace, warm)
            .and_then(|_| ask::paced(site.address, &all, asked.pace, time));
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        let imported = importing.join().unwrap_or_else(|_| Err("the import failed".to_owned()));
        Ok::<_, String>((busy?, imported?))
    })?;
    let progress = Asking::new(&format!("/u/{}/p/{number}/progress", filled.solved), &filled.session);
    let (head, _) = ask::once(site.address, &progress)?;
    // The site says in the head of its answer when a search is over.
    found.solving = !head.to_ascii_lowercase().contains("x-fordel-state: over");
    found.paced = Some((alone, busy));
    found.imported = imported;
    Ok(())
}
