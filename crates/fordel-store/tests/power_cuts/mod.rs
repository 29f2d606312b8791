//! Power cuts: what a program asked of the disk is written down while it runs, and a disk that lost power at some point
//! of it is made from that. It must hold everything that had been answered by then. Part of the unit tests, since
//! nothing but a test may take the writer's syncs away.

mod disk;
mod trace;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use rusqlite::OpenFlags;

use self::disk::{Chance, Disk, Kept};
use self::trace::Event;
use super::{Store, connect, held};
use crate::access::{Author, Moment, Reader};
use crate::chain::Verified;
use crate::edits::Edit;
use crate::failure::Failure;
use crate::ids::BranchId;
use crate::import::{IncomingRow, IncomingSheet};
use crate::people::NewPerson;
use crate::places::Place;
use crate::words::BranchKind;

/// Tells the writer where to write, and how its commits are brought to disk.
const FOLDER: &str = "FORDEL_CUTS_FOLDER";
const SETTING: &str = "FORDEL_CUTS_SETTING";
/// The test that starts itself anew.
const TEST: &str = "store::power_cuts::after_a_hundred_power_cuts_nothing_answered_is_lost_and_without_syncs_some_is";

const NOON: Moment = Moment(1_790_000_000_000);
/// Rows of each sheet that is imported.
const ROWS: usize = 60;

/// Small changes and imports side by side, a backup, the end; and all again from what is there. Each is told when it was
/// answered. What the test does when it is started anew, under `strace`.
fn write_for_a_while(folder: &Path) {
    let setting = std::env::var(SETTING).expect("started by the test");
    for run in 0..2 {
        let store = Store::open(&folder.join("fordel.db"), NOON).expect("the database");
        held(&store.writer).pragma_update(None, "synchronous", setting.as_str()).expect("the setting");
        if run == 0 {
            store.write(NOON, author(), ground).expect("something to begin with");
            tell("ground");
        }
        let (unit, other, person) = places(&store);
        let by = || Author { person: Some(person), name: String::new() };
        std::thread::scope(|threads| {
            threads.spawn(|| {
                for i in 0..120 {
                    let name = format!("{run}.{i}");
                    let cells = [("Oppgave".to_owned(), name.clone())].into();
                    let (sheet, place) = ("Oppgaver".to_owned(), if i % 3 == 0 { Place::First } else { Place::Last });
                    let add = Edit::Add { temp: "n".to_owned(), sheet, place, cells };
                    store.write(NOON, by(), |w| w.edit(unit, &name, &[add])).expect("an edit");
                    tell(&format!("task {name}"));
                }
            });
            for i in 0..10 {
                let name = format!("Ark {run}.{i}");
                let row = |n: usize| IncomingRow { row: None, cells: [("Nr".to_owned(), n.to_string())].into() };
                let sheet =
                    IncomingSheet { name: name.clone(), own_columns: Vec::new(), rows: (0..ROWS).map(row).collect() };
                store.write(NOON, by(), |w| w.replace_sheet(other, &name, &sheet)).expect("an import");
                tell(&format!("sheet {name}"));
                store.read(|r| r.book(unit)).expect("reading meanwhile");
            }
        });
        store.backup_to(&folder.join(format!("copy-{run}.db"))).expect("a backup");
        tell(&format!("copy copy-{run}.db"));
    }
}

fn author() -> Author {
    Author { person: None, name: "setup".to_owned() }
}

fn ground(w: &mut crate::access::Writer<'_>) -> Result<(), Failure> {
    let organisation = w.add_organisation("Helse Fjord")?;
    w.add_branch(organisation, BranchKind::Unit, "Medisin")?;
    w.add_branch(organisation, BranchKind::Unit, "Kirurgi")?;
    let (name, email) = ("Kari".to_owned(), "kari@fjord.example".to_owned());
    w.add_person(&NewPerson { organisation, name, email, language: "nb".to_owned() })?;
    Ok(())
}

fn places(store: &Store) -> (BranchId, BranchId, crate::ids::PersonId) {
    let read = |r: &Reader<'_>| {
        let organisation = r.organisations()?[0].id;
        let units = r.children(organisation)?;
        Ok::<_, Failure>((units[0].id, units[1].id, r.people_of(organisation)?[0].id))
    };
    store.read(read).expect("what was there to begin with")
}

/// In one write, so that it stands as one in the trace.
fn tell(what: &str) {
    std::io::stdout().lock().write_all(format!("acked {what};\n").as_bytes()).expect("the parent listens");
}

/// What was found on the disks after the cuts.
#[derive(Default)]
struct Tally {
    whole: usize,
    lost: usize,
    damaged: usize,
    answered: usize,
    told: String,
}

#[test]
fn after_a_hundred_power_cuts_nothing_answered_is_lost_and_without_syncs_some_is() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return write_for_a_while(folder.as_ref());
    }
    let tried = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    if !tried.is_ok_and(|out| out.status.success()) {
        return println!("Left out: this machine lets no process be traced.");
    }
    let rounds = if std::env::var_os("FORDEL_LONG").is_some() { 20 } else { 1 };
    let [mut full, mut normal, mut off] = [(); 3].map(|()| Tally::default());
    for round in 0..rounds {
        cuts("FULL", round, &mut full);
        cuts("NORMAL", round, &mut normal);
        cuts("OFF", round, &mut off);
    }
    for (setting, found) in [("FULL", &full), ("NORMAL", &normal), ("OFF", &off)] {
        println!(
            "synchronous={setting}: {} power cuts, {} changes answered before them: {} times all was there, {} times some was lost, \
             {} times the database was damaged",
            found.whole + found.lost + found.damaged,
            found.answered,
            found.whole,
            found.lost,
            found.damaged
        );
    }
    assert!((full.whole, full.lost, full.damaged) == (100 * rounds, 0, 0), "{}", full.told);
    // What shows that the cuts cut: without a sync for each commit some are lost, without any the database is too.
    assert!(normal.lost > 10 && normal.damaged == 0, "{}", normal.told);
    assert!(off.lost + off.damaged > 10 && off.damaged > 0, "{}", off.told);
}

/// A hundred cuts of one run of the writer.
fn cuts(setting: &str, round: usize, tally: &mut Tally) {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp");
    std::fs::create_dir_all(&top).expect("the folder");
    let top = top.canonicalize().expect("the folder").join(format!("cuts-{}-{setting}-{round}", std::process::id()));
    let _ = std::fs::remove_dir_all(&top);
    let (folder, found) = (top.join("written"), top.join("found"));
    std::fs::create_dir_all(&folder).expect("a folder to write in");
    let events = traced(&folder, &top.join("trace"), setting);

    let mut chance = Chance(round as u64);
    let answers: Vec<usize> = (0..events.len()).filter(|i| answered(&events[*i])).collect();
    assert!(answers.len() > 200, "the writer tells: {}", answers.len());
    // Half of them right after an answer, half anywhere.
    let right_after = (0..50).map(|_| (answers[chance.below(answers.len())] + 1, 0)).collect::<Vec<_>>();
    let anywhere = (0..50).map(|_| (chance.below(events.len() + 1), 1));
    let mut at: Vec<(usize, usize)> = right_after.into_iter().chain(anywhere).collect();
    at.sort_unstable();

    let mut disk = Disk::new(&folder);
    let mut told = Vec::new();
    let mut done = 0;
    for (n, (at, _)) in at.into_iter().enumerate() {
        while done < at {
            told.extend(disk.carry_out(&events[done]).iter().flat_map(|said| answers_in(said)));
            done += 1;
        }
        let kept = Kept::by(&mut chance);
        put(&found, &disk.after_a_cut(kept, &mut chance));
        tally.answered += told.len();
        match look(&found, &told) {
            Ok(lost) if lost.is_empty() => tally.whole += 1,
            Ok(lost) => {
                tally.lost += 1;
                let _ = writeln!(tally.told, "cut {n} at {at}: answered and lost: {lost:?}");
            }
            Err(damage) => {
                tally.damaged += 1;
                let _ = writeln!(tally.told, "cut {n} at {at}: {damage}");
            }
        }
    }
    // The model has missed nothing that the program did.
    events[done..].iter().for_each(|event| drop(disk.carry_out(event)));
    for (name, bytes) in disk.as_seen() {
        assert!(
            std::fs::read(folder.join(&name)).is_ok_and(|is| is == bytes),
            "{name} is otherwise than it was traced"
        );
    }
    let _ = std::fs::remove_dir_all(&top);
}

/// Runs the writer, and reads what it asked of the disk.
fn traced(folder: &Path, trace: &Path, setting: &str) -> Vec<Event> {
    let out = Command::new("strace")
        .args(["-f", "-qq", "-xx", "-s", "100000000", "--signal=none", "-e", trace::CALLS, "-o"])
        .arg(trace)
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", TEST, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(SETTING, setting)
        .output()
        .expect("strace");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    trace::read(&std::fs::read_to_string(trace).expect("the trace"))
}

fn answered(event: &Event) -> bool {
    match &event.call {
        trace::Call::Write { fd: 1, data, .. } => !answers_in(&String::from_utf8_lossy(data)).is_empty(),
        _ => false,
    }
}

fn answers_in(said: &str) -> Vec<String> {
    let after = said.split("acked ").skip(1);
    after.filter_map(|rest| rest.split_once(';')).map(|(what, _)| what.to_owned()).collect()
}

/// Writes the files that a disk had kept.
fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).expect("a file");
    }
}

/// What was answered and isn't there after a start from what the disk had kept; or how that is damaged.
fn look(folder: &Path, told: &[String]) -> Result<Vec<String>, String> {
    let said = |failure: Failure| format!("{failure:?}");
    let store = Store::open(&folder.join("fordel.db"), NOON).map_err(said)?;
    whole(&held(&store.writer))?;
    let mut there = Vec::new();
    let organisations = store.read(|r| r.organisations()).map_err(said)?;
    if !organisations.is_empty() {
        there.push("ground".to_owned());
        let (unit, other, _) = places(&store);
        let [tasks, sheets] = [unit, other].map(|unit| store.read(|r| r.book(unit)));
        let tasks = tasks.map_err(said)?.sheets.into_iter().flat_map(|sheet| sheet.rows);
        there.extend(tasks.map(|row| format!("task {}", row.cells["Oppgave"])));
        for sheet in sheets.map_err(said)?.sheets {
            if sheet.rows.len() != ROWS {
                return Err(format!("{} is there by half", sheet.name));
            }
            there.push(format!("sheet {}", sheet.name));
        }
        store.write(NOON, author(), |w| w.rename_branch(unit, "after")).map_err(said)?;
    }
    // A backup that was told is whole by itself; one that wasn't need not be.
    for name in told.iter().filter_map(|what| what.strip_prefix("copy ")) {
        if folder.join(name).exists() {
            whole(&connect(&folder.join(name), OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(said)?)?;
            there.push(format!("copy {name}"));
        }
    }
    Ok(told.iter().filter(|what| !there.contains(what)).cloned().collect())
}

/// Whether a database is whole, its references and its chain with it.
fn whole(connection: &rusqlite::Connection) -> Result<(), String> {
    let one = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).map_err(|e| e.to_string());
    match (one("PRAGMA integrity_check")?, one("SELECT count(*) || '' FROM pragma_foreign_key_check")?) {
        (whole, none) if whole == "ok" && none == "0" => {}
        (said, orphans) => return Err(format!("{said}, {orphans} orphans")),
    }
    match (Reader { connection }).verify(None) {
        Ok(Verified::Whole { .. }) => Ok(()),
        other => Err(format!("{other:?}")),
    }
}
