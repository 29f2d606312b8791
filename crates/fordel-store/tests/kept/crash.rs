//! The program killed in the middle of writing: what was answered is there, and nothing is there by half.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use fordel_store::{IncomingRow, IncomingSheet, Moment, Store, Verified};

use crate::ground::{Ground, NOON, add, by, cells, setup};

/// Tells the child where the database lies.
const DATABASE: &str = "FORDEL_CRASH_DATABASE";
/// Rows of each import.
const ROWS: usize = 400;

/// Imports and small changes without an end, each told when it is on disk. Started by the test below, and killed.
#[test]
#[ignore = "runs until it is killed: a part of the test below"]
fn writes_until_it_is_killed() {
    let path = std::env::var_os(DATABASE).expect("started by the other test");
    let store = Store::open(path.as_ref(), NOON).expect("the database");
    let (unit, person, from) = store
        .read(|r| {
            let organisation = r.organisations()?[0].id;
            let unit = r.children(organisation)?[0].id;
            let from = r.book(unit)?.sheets.len();
            Ok::<_, fordel_store::Failure>((unit, r.people_of(organisation)?[0].id, from))
        })
        .expect("what is there");
    for i in from.. {
        let sheet = |i: usize| format!("Ark {i}");
        let row = |n: usize| IncomingRow { row: None, cells: cells(&[("Oppgave", &format!("{i}.{n}"))]) };
        let rows = (0..ROWS).map(row).collect();
        let incoming = IncomingSheet { name: sheet(i), own_columns: Vec::new(), rows };
        let batch = format!("import {i}");
        store.write(NOON, by(person), |w| w.replace_sheet(unit, &batch, &incoming)).expect("an import");
        tell(&format!("acked import {i}"));
        for n in 0..5 {
            let name = format!("{i}.{n}");
            let edit = add(&name, fordel_store::Place::Last, &[("Oppgave", &name)]);
            store.write(NOON, by(person), |w| w.edit(unit, &format!("small {name}"), &[edit])).expect("an edit");
            tell(&format!("acked small {name}"));
        }
    }
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").and_then(|()| out.flush()).expect("the parent listens");
}

#[test]
fn killed_in_the_middle_of_imports_nothing_answered_is_lost_and_nothing_is_there_by_half() {
    let cycles = if std::env::var_os("FORDEL_LONG").is_some() { 200 } else { 20 };
    let Ground { store, folder, unit, .. } = Ground::new();
    let path = store.path().to_owned();
    drop(store);
    let mut acked = BTreeSet::new();
    let (mut wrote, mut cut_off) = (0, 0);
    for cycle in 0..cycles {
        let told = killed_after(&path, Duration::from_millis(20 + (cycle * 37) % 180));
        wrote += told.len();
        acked.extend(told);
        let store = Store::open(&path, Moment(cycle as i64)).expect("the database is whole");
        let (book, verified) = store
            .read(|r| Ok::<_, fordel_store::Failure>((r.book(unit)?, r.verify(None)?)))
            .expect("reading after the kill");
        assert!(matches!(verified, Verified::Whole { .. }), "{verified:?}");
        let mut there = BTreeSet::new();
        for sheet in &book.sheets {
            match sheet.name.strip_prefix("Ark ") {
                Some(i) => {
                    assert_eq!(sheet.rows.len(), ROWS, "{} is there by half", sheet.name);
                    there.insert(format!("import {i}"));
                }
                None => there.extend(sheet.rows.iter().map(|row| format!("small {}", row.cells["Oppgave"]))),
            }
        }
        let lost: Vec<_> = acked.difference(&there).collect();
        assert!(lost.is_empty(), "answered and lost: {lost:?}");
        cut_off += there.difference(&acked).count();
        // Written, but killed before it was told.
        acked.extend(there);
        integrity(&path);
        // Between the kills somebody may undo, or take a backup.
        let copy = folder.file(&format!("copy-{cycle}.db"));
        if cycle % 10 == 0 {
            store.backup_to(&copy).expect("a backup");
        }
        store.write(NOON, setup(), |w| w.rename_branch(unit, &format!("cycle {cycle}"))).expect("writing goes on");
    }
    println!("{cycles} kills, {wrote} writes answered, {cut_off} written but not told, 0 lost");
    assert!(wrote > cycles as usize, "the child wrote: {wrote}");
}

/// Lets the child write for a while after its first answer, kills it, and gives what it had told.
fn killed_after(path: &std::path::Path, time: Duration) -> Vec<String> {
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(["--exact", "crash::writes_until_it_is_killed", "--ignored", "--nocapture", "--test-threads=1"])
        .env(DATABASE, path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child");
    let out = BufReader::new(child.stdout.take().expect("its answers"));
    let (first, started) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut told = Vec::new();
        for line in out.lines().map_while(Result::ok) {
            if let Some(what) = line.strip_prefix("acked ") {
                told.push(what.to_owned());
                let _ = first.send(());
            }
        }
        told
    });
    started.recv_timeout(Duration::from_secs(60)).expect("the child answers");
    std::thread::sleep(time);
    child.kill().expect("killed");
    child.wait().expect("ended");
    listener.join().expect("what it told")
}

fn integrity(path: &std::path::Path) {
    let raw = rusqlite::Connection::open(path).expect("the file");
    let said: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("the check");
    assert_eq!(said, "ok");
    let orphans: i64 =
        raw.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).expect("the check");
    assert_eq!(orphans, 0);
}
