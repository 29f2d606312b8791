//! A database with very many units in it, what is asked on the example ward when people are missing, and what goes on beside the
//! asking: a plan, workbooks taken in.

use std::fmt::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fordel_app::service::{BranchId, BranchKind, ProposalState};
use fordel_core::calendar::days_after;
use fordel_core::ward::{Alike, Ward};

use super::ask::Connection;
use crate::site::{self, Site};

/// Task lines of the units, one after the other.
const LINES: [usize; 4] = [120, 60, 100, 200];
/// Units of a clinic.
const CLINIC: usize = 20;
/// Task lines of the ward that is solved meanwhile, and of the workbooks that are taken in.
const LARGE: usize = 400;
/// Most of a group who are missing on a shift.
const MISSING: u32 = 2;
/// How many questions are asked with people missing, about.
const QUESTIONS: usize = 400;
/// Seconds for which a plan is searched.
const SECONDS: u32 = 3;
/// How long its search may take with everything around it.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is in the database.
pub struct Filled {
    /// How many units.
    pub units: usize,
    /// The unit whose pages are shown.
    pub shown: BranchId,
    /// Its task lines.
    pub lines: usize,
    /// Its proposal.
    pub proposal: i64,
    /// The example ward, which has a plan too.
    pub example: BranchId,
    /// Addresses of Vakten nå there, each with others missing.
    pub questions: Vec<String>,
    /// The unit whose plan is solved meanwhile.
    pub solved: BranchId,
    /// The unit that workbooks are imported into meanwhile.
    pub imported: BranchId,
    /// The key of the administrator's session.
    pub session: String,
    /// How large the database is, bytes.
    pub bytes: u64,
}

/// Fills a new database.
pub fn fill(database: &Path, units: usize) -> Result<Filled, String> {
    for ending in ["", "-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(format!("{}{ending}", database.display()));
    }
    let site = Site::found(database)?;
    let mut filled = Vec::new();
    let mut clinic = site.who.organisation;
    for i in 0..units {
        if i % CLINIC == 0 {
            clinic = site.add(site.who.organisation, BranchKind::Clinic, &format!("Klinikk {}", i / CLINIC + 1))?;
        }
        let unit = site.add(clinic, BranchKind::Unit, &format!("Sengepost {}", i + 1))?;
        let ward = fordel_bench::ward(LINES[i % LINES.len()], i as u64, Alike::Weekdays);
        take_in(&site, unit, &ward)?;
        if i % 10 == 0 {
            object(&site, unit)?;
        }
        filled.push(unit);
    }
    let shown = *filled.first().ok_or("no unit")?;
    let example = site.service.add_example(&site.who).map_err(site::said)?;
    let proposal = planned(&site, &[shown, example])?[0];
    let questions = questions(&site, example)?;
    let beside = |name: &str, lines: usize, alike| {
        let unit = site.add(clinic, BranchKind::Unit, name)?;
        take_in(&site, unit, &fordel_bench::ward(lines, 9_000, alike)).map(|()| unit)
    };
    let solved = beside("Regnes på", LARGE, Alike::No)?;
    let imported = beside("Importeres til", LINES[1], Alike::Weekdays)?;
    let session = site.session.clone();
    drop(site);
    let bytes = std::fs::metadata(database).map_or(0, |file| file.len());
    let lines = LINES[0];
    Ok(Filled { units: filled.len(), shown, lines, proposal, example, questions, solved, imported, session, bytes })
}

fn take_in(site: &Site, unit: BranchId, ward: &Ward) -> Result<(), String> {
    let key = site.hand_in(unit, &book(ward)?)?;
    site.confirm(unit, &key)
}

fn book(ward: &Ward) -> Result<Vec<u8>, String> {
    fordel_sheets::write::ward_book(ward, &[], &site::texts()).map_err(|why| why.to_string())
}

fn object(site: &Site, unit: BranchId) -> Result<(), String> {
    let object = || {
        let reads = site.service.unit(&site.who, unit)?;
        let desk = reads.desk()?;
        let first = desk.sheet("Oppgaver").and_then(|tasks| tasks.rows.first()).map(|(row, _)| *row);
        first.map_or(Ok(()), |row| reads.object(Some(row), "Dette gjør vi ikke om natta.").map(drop))
    };
    object().map_err(site::said)
}

/// Plans of these units, when they are there.
fn planned(site: &Site, units: &[BranchId]) -> Result<Vec<i64>, String> {
    let workers = site.service.start_workers(1);
    let numbers = units.iter().map(|unit| plan_of(site, *unit)).collect();
    site.service.stop_workers(workers);
    numbers
}

fn plan_of(site: &Site, unit: BranchId) -> Result<i64, String> {
    let number = site.propose(unit, "Best", SECONDS)?;
    let start = Instant::now();
    let done = loop {
        let proposals = site.service.unit(&site.who, unit).and_then(|u| u.proposals()).map_err(site::said)?;
        let state = proposals.iter().find(|p| p.number == number).map(|p| p.state);
        if state == Some(ProposalState::Done) || start.elapsed() > PATIENCE {
            break state;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    if done == Some(ProposalState::Done) { Ok(number) } else { Err(format!("the plan is {done:?}")) }
}

/// Addresses of Vakten nå for the week to come, no two with the same shift and the same people missing: as many of each group as
/// are on the shift, up to two, spread evenly over all that can be asked.
fn questions(site: &Site, unit: BranchId) -> Result<Vec<String>, String> {
    let on_duty = site.service.unit(&site.who, unit).and_then(|reads| reads.on_duty()).map_err(site::said)?;
    let plan = on_duty.ok_or("the example has no plan")?;
    let mut all = Vec::new();
    for date in (1..=7).map(|days| days_after(site.service.today(), days)) {
        for (shift, moment) in plan.offered(date) {
            let there = plan.on_shift(&moment);
            let ways = |heads: u32| heads.min(MISSING) + 1;
            // Each way is a number with a digit for each group; nobody is missing in the first.
            for way in 1..there.iter().map(|(_, heads)| ways(*heads)).product::<u32>() {
                let mut path = format!("/u/{unit}/now?dato={date}&vakt={}", shift.replace(':', "%3A"));
                let mut left = way;
                for (group, heads) in &there {
                    let _ = write!(path, "&m.{}={}", plan.ward.group(*group).code, left % ways(*heads));
                    left /= ways(*heads);
                }
                all.push(path);
            }
        }
    }
    let every = all.len().div_ceil(QUESTIONS).max(1);
    Ok(all.into_iter().step_by(every).collect())
}

/// Asks for a plan that nobody searches yet; its number.
pub fn propose(database: &Path, filled: &Filled, seconds: u32) -> Result<i64, String> {
    let site = Site::come_back(database)?;
    site.propose(filled.solved, "Meanwhile", seconds)
}

/// Takes workbooks into a unit over the site's pages, one after the other, until it is told to stop; how many.
pub fn import(address: SocketAddr, filled: &Filled, stop: &AtomicBool) -> Result<usize, String> {
    let books = [
        book(&fordel_bench::ward(LARGE, 9_001, Alike::Weekdays))?,
        book(&fordel_bench::ward(LARGE, 9_002, Alike::Weekdays))?,
    ];
    let mut count = 0;
    let post = |path: &str, kind: &str, body: &[u8]| {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: fordel={}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            filled.session,
            body.len()
        );
        let (status, head, _) = Connection::open(address)?.send(&[head.as_bytes(), body].concat())?;
        let location =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("location: ").map(str::to_owned));
        if status == 303 {
            location.ok_or("no address to go on to".to_owned())
        } else {
            Err(format!("{path}: answered {status}"))
        }
    };
    while !stop.load(Ordering::Relaxed) {
        let part = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ward.xlsx\"\r\n\r\n".as_bytes();
        let body = [part, &books[count % books.len()], b"\r\n--part--\r\n"].concat();
        let shown = post(&format!("/u/{}/import", filled.imported), "multipart/form-data; boundary=part", &body)?;
        post(&shown, "application/x-www-form-urlencoded", b"")?;
        count += 1;
    }
    Ok(count)
}
