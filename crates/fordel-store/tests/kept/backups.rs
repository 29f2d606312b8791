//! Backups taken while others write, each whole; and brought back only where nothing is lost by it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use fordel_store::{Failure, Store, Verified, restore};

use crate::ground::{Folder, Ground, NOON};

fn names(path: &Path, ground: &Ground) -> Vec<String> {
    let store = Store::open(path, NOON).expect("a database");
    let book = store.read(|r| r.book(ground.unit)).expect("the book");
    book.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells["Oppgave"].clone()).collect()
}

#[test]
fn backups_taken_during_writes_are_whole_and_restore_elsewhere() {
    let ground = Ground::new();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for i in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                ground.tasks(&format!("b{i}"), &[&format!("{i}.a"), &format!("{i}.b")]);
            }
        });
        for n in 0..10 {
            let copy = ground.folder.file(&format!("copy-{n}.db"));
            let before = ground.read(|r| r.head());
            let told = ground.store.backup_to(&copy).expect("a backup");
            assert_eq!(told.bytes, std::fs::metadata(&copy).expect("the copy").len());
            assert!(told.head.seq >= before.seq);
            let verified = ground.read(|r| r.verify(Some(&told.head)));
            assert!(matches!(verified, Verified::Whole { .. }), "its end is an end that the database had");

            let elsewhere = ground.folder.file(&format!("restored-{n}.db"));
            // What an earlier database at that place left behind.
            std::fs::write(format!("{}-wal", elsewhere.display()), "stale").expect("a stale log");
            std::fs::write(format!("{}-shm", elsewhere.display()), "stale").expect("a stale index");
            let restored = restore(&copy, &elsewhere, false).expect("restored");
            assert_eq!(restored.head, told.head);
            let tasks = names(&elsewhere, &ground);
            assert_eq!(tasks.len() % 2, 0, "a batch is there as a whole");
        }
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn the_hash_told_is_the_files() {
    let ground = Ground::new();
    let copy = ground.folder.file("copy.db");
    let told = ground.store.backup_to(&copy).expect("a backup");
    let said = std::process::Command::new("sha256sum").arg(&copy).output();
    if let Ok(said) = said {
        assert!(String::from_utf8_lossy(&said.stdout).starts_with(&told.sha256));
    }
    assert_eq!(told.sha256.len(), 64);
    assert!(matches!(ground.store.backup_to(&copy), Err(Failure::Taken(_))), "a backup is never overwritten");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&copy).expect("the copy").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "it holds what the database holds");
    }
}

#[test]
fn a_database_is_replaced_only_if_told_and_never_while_it_is_served() {
    let ground = Ground::new();
    ground.tasks("b", &["old"]);
    let copy = ground.folder.file("copy.db");
    ground.store.backup_to(&copy).expect("a backup");
    ground.tasks("c", &["new"]);
    let path = ground.path();
    assert_eq!(restore(&copy, &path, true), Err(Failure::Busy));
    let ground = ground.reopened();
    let unit_tasks = ground.column("Oppgave");
    assert_eq!(unit_tasks, ["old", "new"]);
    let Ground { store, folder, organisation, unit, other_unit, kari, ola } = ground;
    drop(store);
    assert!(matches!(restore(&copy, &path, false), Err(Failure::Taken(_))));
    restore(&copy, &path, true).expect("replaced");
    let store = Store::open(&path, NOON).expect("opened");
    let ground = Ground { store, folder, organisation, unit, other_unit, kari, ola };
    assert_eq!(ground.column("Oppgave"), ["old"]);
}

#[test]
fn a_log_that_was_left_beside_the_old_database_is_not_played_into_the_new_one() {
    let ground = Ground::new();
    ground.tasks("b", &["old"]);
    let copy = ground.folder.file("copy.db");
    ground.store.backup_to(&copy).expect("a backup");
    for i in 0..50 {
        ground.tasks(&format!("c{i}"), &[&format!("new {i}")]);
    }
    // As after a kill: the database and its log as they lie.
    let to = ground.folder.file("killed.db");
    std::fs::copy(ground.path(), &to).expect("a copy");
    let log = format!("{}-wal", ground.path().display());
    assert!(std::fs::metadata(&log).expect("the log").len() > 0);
    std::fs::copy(&log, format!("{}-wal", to.display())).expect("its log");
    restore(&copy, &to, true).expect("restored");
    assert_eq!(names(&to, &ground), ["old"]);
}

#[test]
fn a_damaged_foreign_or_missing_backup_is_refused_and_the_database_stays() {
    let ground = Ground::new();
    let tasks: Vec<String> = (0..500).map(|i| format!("t{i}")).collect();
    ground.tasks("b", &tasks.iter().map(String::as_str).collect::<Vec<_>>());
    let copy = ground.folder.file("copy.db");
    ground.store.backup_to(&copy).expect("a backup");
    let whole = std::fs::read(&copy).expect("the copy");
    let to = ground.folder.file("to.db");
    restore(&copy, &to, false).expect("once");
    let before = std::fs::read(&to).expect("what is there");

    let broken = ground.folder.file("broken.db");
    // Where tables begin: a copy makes indexes anew, and what lies between a page's cells means nothing.
    let root = |table: &str| {
        let raw = rusqlite::Connection::open(&copy).expect("the copy");
        let sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        let page: i64 = raw.query_row(sql, [table], |row| row.get(0)).expect("a table");
        usize::try_from(page - 1).expect("a page") * 4096
    };
    for (at, length) in [(root("row"), 200), (root("change"), 3000), (0, 10)] {
        let mut bytes = whole.clone();
        bytes[at..at + length].fill(0xA5);
        std::fs::write(&broken, bytes).expect("damage");
        let said = restore(&broken, &to, true);
        assert!(matches!(said, Err(Failure::Corrupt(_))), "at {at}: {said:?}");
    }
    std::fs::copy(&copy, &broken).expect("a copy");
    let raw = rusqlite::Connection::open(&broken).expect("the copy");
    raw.execute_batch("DROP TRIGGER change_is_locked; UPDATE change SET after = 'x' WHERE seq = 3").expect("tamper");
    drop(raw);
    assert_eq!(restore(&broken, &to, true), Err(Failure::Corrupt("change 3".to_owned())));

    for other in ["ALTER TABLE list_mapping RENAME TO mapping", "PRAGMA foreign_keys = OFF; DELETE FROM person"] {
        std::fs::copy(&copy, &broken).expect("a copy");
        let raw = rusqlite::Connection::open(&broken).expect("the copy");
        raw.execute_batch(other).expect(other);
        drop(raw);
        let said = restore(&broken, &to, true);
        assert!(matches!(said, Err(Failure::Corrupt(_))), "{other}: {said:?}");
    }

    let foreign = ground.folder.file("foreign.db");
    rusqlite::Connection::open(&foreign).and_then(|c| c.execute_batch("CREATE TABLE theirs (x)")).expect("theirs");
    assert_eq!(restore(&foreign, &to, true), Err(Failure::Foreign));
    assert_eq!(restore(&ground.folder.file("none.db"), &to, true), Err(Failure::NotFound));
    assert_eq!(std::fs::read(&to).expect("what is there"), before);
    let left: Vec<String> = std::fs::read_dir(to.parent().expect("the folder"))
        .expect("the folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.contains("restoring") || name.contains(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn after_a_restore_every_session_can_be_ended() {
    let ground = Ground::new();
    let hash = [7; 32];
    let new = fordel_store::NewSession {
        person: ground.kari,
        token_hash: &hash,
        agent: "a",
        second_step_done: true,
        issuer: None,
    };
    ground.write(ground.kari, |w| w.start_session(new)).expect("a session");
    let copy = ground.folder.file("copy.db");
    ground.store.backup_to(&copy).expect("a backup");
    ground.write(ground.kari, |w| w.end_sessions(ground.kari)).expect("ended");
    let to = Folder::new();
    restore(&copy, &to.file("x.db"), false).expect("restored");
    let store = Store::open(&to.file("x.db"), NOON).expect("opened");
    assert!(store.read(|r| r.session_by(&hash)).expect("reading").is_some(), "it lives again");
    assert_eq!(store.write(NOON, crate::ground::setup(), |w| w.end_every_session()), Ok(1));
    assert!(store.read(|r| r.session_by(&hash)).expect("reading").is_none());
}
