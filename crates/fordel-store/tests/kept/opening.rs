//! Opening: a damaged, foreign, newer or served database is refused; a new one is its owner's alone.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use fordel_store::{Author, Failure, Moment, Store};

use crate::ground::{Folder, Ground, NOON, setup};

fn refused(path: &Path) -> Failure {
    match Store::open(path, NOON) {
        Ok(_) => panic!("opened"),
        Err(failure) => failure,
    }
}

#[test]
fn from_an_empty_file_all_tables_are_made_and_opening_again_makes_none() {
    let folder = Folder::new();
    let path = folder.file("x.db");
    std::fs::write(&path, "").expect("an empty file");
    let tables = || {
        let raw = rusqlite::Connection::open(&path).expect("the file");
        let mut names = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").expect("tables");
        let names = names.query_map([], |row| row.get::<_, String>(0)).expect("tables");
        names.collect::<Result<Vec<_>, _>>().expect("names")
    };
    drop(Store::open(&path, NOON).expect("made"));
    let made = tables();
    assert!(made.contains(&"change".to_owned()) && made.len() > 12, "{made:?}");
    let store = Store::open(&path, NOON).expect("opened");
    assert_eq!(tables(), made);
    assert!(!store.read(|r| r.has_people()).expect("reading"));
}

#[cfg(unix)]
#[test]
fn a_new_database_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    for ending in ["", "-wal", "-shm", ".lock"] {
        let path = format!("{}{ending}", ground.path().display());
        let mode = std::fs::metadata(&path).expect(&path).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
    }
}

#[test]
fn a_clean_stop_leaves_everything_in_one_file() {
    let ground = Ground::new();
    ground.tasks("b", &["a"]);
    let path = ground.path();
    let unit = ground.unit;
    assert_eq!(ground.column("Oppgave"), ["a"]);
    let Ground { store, folder, .. } = ground;
    drop(store);
    for ending in ["-wal", "-shm"] {
        assert!(!Path::new(&format!("{}{ending}", path.display())).exists(), "{ending}");
    }
    let copy = folder.file("copy.db");
    std::fs::copy(&path, &copy).expect("a plain copy");
    let book = Store::open(&copy, NOON).expect("opened").read(|r| r.book(unit)).expect("the book");
    assert_eq!(book.sheets[0].rows.len(), 1);
}

#[test]
fn every_promise_has_its_setting() {
    let ground = Ground::new();
    let said = |sql: &str| {
        // A row that would break a rule of the tables is refused by the store's own connection.
        ground.raw().query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql)
    };
    assert_eq!(said("PRAGMA journal_mode"), "wal");
    let orphan = ground.write(ground.kari, |w| {
        w.start_session(fordel_store::NewSession {
            person: fordel_store::PersonId(999),
            token_hash: &[1; 32],
            agent: "",
            second_step_done: true,
            issuer: None,
        })
    });
    assert_eq!(orphan, Err(Failure::NotFound));
}

#[test]
fn one_server_at_a_time_and_others_beside_it() {
    let ground = Ground::new();
    assert_eq!(refused(&ground.path()), Failure::Busy);
    let beside = Store::beside(&ground.path()).expect("another command");
    beside.write(NOON, setup(), |w| w.rename_branch(ground.unit, "Beside")).expect("writing beside");
    assert_eq!(ground.read(|r| r.branch(ground.unit)).name, "Beside");
    ground.tasks("b", &["a"]);
    let _again = ground.reopened();
    assert!(matches!(Store::beside(Path::new("/nowhere/x.db")).map(|_| ()), Err(Failure::NotFound)));
}

#[test]
fn another_programs_and_a_newer_database_are_refused_and_left_alone() {
    let folder = Folder::new();
    let foreign = folder.file("foreign.db");
    rusqlite::Connection::open(&foreign).and_then(|c| c.execute_batch("CREATE TABLE theirs (x)")).expect("theirs");
    assert_eq!(refused(&foreign), Failure::Foreign);

    let newer = folder.file("newer.db");
    drop(Store::open(&newer, NOON).expect("made"));
    rusqlite::Connection::open(&newer).and_then(|c| c.execute_batch("PRAGMA user_version = 999")).expect("newer");
    let before = std::fs::read(&newer).expect("the file");
    assert_eq!(refused(&newer), Failure::Newer { version: 999 });
    assert_eq!(std::fs::read(&newer).expect("the file"), before);

    let text = folder.file("text.db");
    std::fs::write(&text, "this is a letter, not a database. ".repeat(100)).expect("a letter");
    assert!(matches!(refused(&text), Failure::Corrupt(_)));
    assert!(Store::open(&folder.file("no/such/folder/x.db"), NOON).is_err());
}

/// A database with enough rows for some hundred pages, closed.
fn filled() -> (Folder, std::path::PathBuf, u64) {
    let ground = Ground::new();
    let names: Vec<String> = (0..2_000).map(|i| format!("oppgave nummer {i}")).collect();
    ground.tasks("b", &names.iter().map(String::as_str).collect::<Vec<_>>());
    let path = ground.path();
    let Ground { store, folder, .. } = ground;
    drop(store);
    let length = std::fs::metadata(&path).expect("the file").len();
    (folder, path, length)
}

#[test]
fn overwritten_pages_are_found_at_open() {
    let (folder, path, length) = filled();
    let whole = std::fs::read(&path).expect("the file");
    let pages = length / 4096;
    assert!(pages > 100, "{pages}");
    let broken = folder.file("broken.db");
    let mut found = 0;
    for page in 0..pages {
        std::fs::write(&broken, &whole).expect("a copy");
        let mut file = std::fs::OpenOptions::new().write(true).open(&broken).expect("the copy");
        file.seek(SeekFrom::Start(page * 4096)).and_then(|_| file.write_all(&[0xA5; 512])).expect("damage");
        drop(file);
        match Store::open(&broken, NOON) {
            Err(Failure::Corrupt(_)) => found += 1,
            Err(other) => panic!("page {page}: {other:?}"),
            Ok(_) => panic!("page {page} was opened"),
        }
    }
    println!("{found} of {pages} overwritten pages found at open");
    let cut = folder.file("cut.db");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("half of it");
    assert!(matches!(refused(&cut), Failure::Corrupt(_)), "a file cut off");
}

#[test]
fn a_database_damaged_while_open_is_told_when_it_is_read() {
    let (_folder, path, length) = filled();
    let store = Store::open(&path, NOON).expect("whole");
    let unit = store.read(|r| Ok::<_, Failure>(r.children(r.organisations()?[0].id)?[0].id)).expect("the unit");
    assert_eq!(store.damage(), None);
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).expect("the file");
    for page in 2..length / 4096 {
        file.seek(SeekFrom::Start(page * 4096)).and_then(|_| file.write_all(&[0xA5; 4096])).expect("damage");
    }
    let read = store.read(|r| r.book(unit).map(|book| book.sheets.len()));
    assert!(matches!(read, Err(Failure::Corrupt(_))), "{read:?}");
    assert!(store.damage().is_some(), "looked through, it says the same");
}

#[test]
fn a_failed_or_panicking_write_leaves_nothing_and_stops_nobody() {
    let ground = Ground::new();
    let name = || ground.read(|r| r.branch(ground.unit)).name;
    let failed: Result<(), Failure> = ground.write(ground.kari, |w| {
        w.rename_branch(ground.unit, "half")?;
        Err(Failure::Stale)
    });
    assert_eq!((failed, name().as_str()), (Err(Failure::Stale), "Medisin"));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<(), Failure> = ground.store.write(Moment(1), setup(), |w| {
            w.rename_branch(ground.unit, "half")?;
            panic!("a mistake in the program");
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(name(), "Medisin");
    let reading = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<(), Failure> = ground.store.read(|_| panic!("a mistake in the program"));
    }));
    assert!(reading.is_err());
    ground.write(ground.kari, |w| w.rename_branch(ground.unit, "whole")).expect("writing goes on");
    assert_eq!(name(), "whole");
    let author = Author { person: None, name: "x".to_owned() };
    let seen = ground.store.write(Moment(7), author.clone(), |w| Ok::<_, Failure>((w.at(), w.by().clone())));
    assert_eq!(seen, Ok((Moment(7), author)));
}

#[test]
fn a_reader_sees_one_moment_while_others_write() {
    let ground = Ground::new();
    ground.tasks("b", &["a"]);
    ground.read(|r| {
        let before = r.book(ground.unit)?;
        ground.tasks("c", &["b"]);
        assert_eq!(r.book(ground.unit)?, before);
        Ok(())
    });
    assert_eq!(ground.column("Oppgave"), ["a", "b"]);
}

#[test]
fn more_readers_than_connections_wait_for_one() {
    let ground = Ground::new();
    std::thread::scope(|scope| {
        for _ in 0..40 {
            scope.spawn(|| {
                for _ in 0..20 {
                    ground.read(|r| r.book(ground.unit));
                }
            });
        }
    });
}
