//! The database file: opening it with everything that its promises rest on, reading, writing.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, ffi};

use crate::access::{Author, Moment, Reader, Writer};
use crate::backup;
use crate::failure::Failure;
use crate::schema;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// The most connections that read at once; more readers wait for one.
const READERS: usize = 8;

/// Who tells of what opening a database puts back: no person.
pub const AT_START: &str = "start";

/// Statements kept ready on each connection: more than there are.
const STATEMENTS: usize = 256;

/// One database, open. Shared between threads: many read at once, one writes.
pub struct Store {
    path: PathBuf,
    /// Before the writer, since the last connection to close folds the log into the file, and one that reads can't.
    readers: Mutex<Readers>,
    writer: Mutex<Connection>,
    given_back: Condvar,
    /// Set when it can't be known any more what is on disk.
    halted: AtomicBool,
    /// Held as long as the store is open by the server, so that no second one serves the same file.
    _lock: Option<File>,
}

struct Readers {
    free: Vec<Connection>,
    lent: usize,
}

impl Store {
    /// Opens the database for serving; makes it if there is none. A damaged one, another program's or a newer
    /// Fordel's is refused, and so is one that is served already. Searches that were cut off wait again.
    pub fn open(path: &Path, at: Moment) -> Result<Store, Failure> {
        let lock = lock(path)?;
        make_private(path)?;
        let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        check(&writer)?;
        let version = schema::version(&writer)?;
        schema::refuse_newer(version, schema::STEPS)?;
        if usize::try_from(version) != Ok(schema::STEPS.len()) {
            if version > 0 {
                backup::before_steps(&writer, path, version)?;
            }
            schema::take_steps(&mut writer, schema::STEPS)?;
        }
        let store = Store::with(path, writer, Some(lock));
        let by = Author { person: None, name: AT_START.to_owned() };
        match store.write(at, by, |writer| writer.put_back_running()) {
            // What is kept can be read on a full disk too; the searches wait for the next start.
            Ok(()) | Err(Failure::Full) => Ok(store),
            Err(failure) => Err(failure),
        }
    }

    /// Opens a database that is there, beside a server that may be running: for another command. Nothing is made,
    /// brought up to date or put back.
    pub fn beside(path: &Path) -> Result<Store, Failure> {
        if !path.exists() {
            return Err(Failure::NotFound);
        }
        let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        check(&writer)?;
        let version = schema::version(&writer)?;
        schema::refuse_newer(version, schema::STEPS)?;
        if usize::try_from(version) != Ok(schema::STEPS.len()) {
            return Err(Failure::Stale);
        }
        Ok(Store::with(path, writer, None))
    }

    fn with(path: &Path, writer: Connection, lock: Option<File>) -> Store {
        Store {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::new(Readers { free: Vec::new(), lent: 0 }),
            given_back: Condvar::new(),
            halted: AtomicBool::new(false),
            _lock: lock,
        }
    }

    /// Where the database lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the disk failed while a change was brought to it: nothing more is written until the store is opened anew.
    pub fn halted(&self) -> bool {
        self.halted.load(Ordering::Acquire)
    }

    /// What is damaged in the database, looked through as at opening; nothing where it is whole, or can't be looked through.
    pub fn damage(&self) -> Option<String> {
        let looked = connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|connection| check(&connection));
        match looked {
            Err(Failure::Corrupt(why)) => Some(why),
            _ => None,
        }
    }

    /// Reads, all from one moment: what is written meanwhile isn't seen.
    pub fn read<T, E: From<Failure>>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        let lent = self.lend()?;
        let Some(connection) = &lent.connection else { return Err(Failure::Busy.into()) };
        let transaction = connection.unchecked_transaction().map_err(Failure::from)?;
        f(&Reader { connection: &transaction })
    }

    /// Writes. `Ok` means that all of it is on disk; after an error, also the closure's own, nothing of it is kept.
    pub fn write<T, E: From<Failure>>(
        &self,
        at: Moment,
        by: Author,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = held(&self.writer);
        if self.halted() {
            return Err(Failure::Disk("an earlier write".to_owned()).into());
        }
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Failure::from)?;
        let done = f(&mut Writer::new(&transaction, at, by))?;
        transaction.commit().map_err(|error| {
            // What a disk has said it couldn't sync, it may say it has at the next try.
            let code = error.sqlite_error().map(|e| e.extended_code);
            if matches!(code, Some(ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC)) {
                self.halted.store(true, Ordering::Release);
            }
            Failure::from(error)
        })?;
        Ok(done)
    }

    fn lend(&self) -> Result<Lent<'_>, Failure> {
        let mut readers = held(&self.readers);
        while readers.lent >= READERS {
            readers = self.given_back.wait(readers).unwrap_or_else(PoisonError::into_inner);
        }
        let connection = match readers.free.pop() {
            Some(connection) => connection,
            None => connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
        };
        readers.lent += 1;
        Ok(Lent { store: self, connection: Some(connection) })
    }
}

/// A connection for reading, given back when dropped.
struct Lent<'s> {
    store: &'s Store,
    connection: Option<Connection>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut readers = held(&self.store.readers);
        readers.lent -= 1;
        readers.free.extend(self.connection.take());
        self.store.given_back.notify_one();
    }
}

/// What a mutex guards. A thread that panicked has left nothing half-done: its transaction was rolled back.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file beside the database.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Takes the database for this process. The system gives it free when the process ends, however it ends.
pub(crate) fn lock(path: &Path) -> Result<File, Failure> {
    let file = private(OpenOptions::new().create(true).truncate(false).write(true)).open(beside(path, ".lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Failure::Busy),
        Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// A file that is made anew is for its owner alone.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes the file if there is none; SQLite gives the files beside it the same mode.
fn make_private(path: &Path) -> Result<(), Failure> {
    if !path.exists() {
        private(OpenOptions::new().create_new(true).write(true)).open(path)?;
    }
    Ok(())
}

/// A connection with every setting that a promise rests on.
pub(crate) fn connect(path: &Path, access: OpenFlags) -> Result<Connection, Failure> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A statement is planned once, not anew for each value put into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    if access.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        // WAL: readers never wait for a writer. FULL: a commit is on disk before it is answered.
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
    }
    Ok(connection)
}

/// Whether the database is whole, as far as its structure tells.
fn check(connection: &Connection) -> Result<(), Failure> {
    let said: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(Failure::Corrupt(said)) }
}

// Kept with the other tests of files; a part of this module, since only a test may change how its writer writes.
#[cfg(test)]
#[path = "../tests/power_cuts/mod.rs"]
mod power_cuts;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::Edit;
    use crate::ids::BranchId;
    use crate::places::Place;
    use crate::words::BranchKind;

    const NOON: Moment = Moment(1_790_000_000_000);

    fn by() -> Author {
        Author { person: None, name: "test".to_owned() }
    }

    fn fill(store: &Store, unit: BranchId, batch: usize) -> Result<(), Failure> {
        let cells = [("Oppgave".to_owned(), "x".repeat(1000))].into();
        let add = Edit::Add { temp: "n".to_owned(), sheet: "Oppgaver".to_owned(), place: Place::Last, cells };
        store.write(NOON, by(), |w| w.edit(unit, &batch.to_string(), &[add]).map(drop))
    }

    /// The disk is full when the file can't grow: SQLite says the same whichever it is.
    #[test]
    fn on_a_full_disk_nothing_answered_is_lost_reading_goes_on_and_room_heals_it() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp");
        std::fs::create_dir_all(&folder).expect("the folder");
        let path = folder.join(format!("full-{}.db", std::process::id()));
        let store = Store::open(&path, NOON).expect("opened");
        let unit = store
            .write(NOON, by(), |w| {
                let organisation = w.add_organisation("O")?;
                w.add_branch(organisation, BranchKind::Unit, "U")
            })
            .expect("a unit");
        let limit = |pages: i64| {
            let said =
                held(&store.writer).pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0));
            said.expect("the limit")
        };
        let rows = || store.read(|r| r.book(unit)).expect("reading").sheets.iter().map(|s| s.rows.len()).sum::<usize>();
        let mut kept = 0;
        let mut refused = 0;
        for room in 0..50 {
            limit(60 + 2 * room);
            loop {
                match fill(&store, unit, kept) {
                    Ok(()) => kept += 1,
                    Err(failure) => {
                        assert_eq!(failure, Failure::Full);
                        refused += 1;
                        break;
                    }
                }
            }
            assert_eq!(rows(), kept, "what was answered is there and nothing else");
        }
        assert_eq!(refused, 50);
        limit(1 << 30);
        fill(&store, unit, kept).expect("room again");
        assert_eq!(rows(), kept + 1);
        let verified = store.read(|r| r.verify(None)).expect("reading");
        assert!(matches!(verified, crate::chain::Verified::Whole { .. }));
        drop(store);
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = std::fs::remove_file(beside(&path, ending));
        }
    }

    #[test]
    fn a_disk_that_failed_to_keep_a_write_gets_no_other() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp");
        std::fs::create_dir_all(&folder).expect("the folder");
        let path = folder.join(format!("halted-{}.db", std::process::id()));
        let store = Store::open(&path, NOON).expect("opened");
        store.halted.store(true, Ordering::Release);
        let written = store.write(NOON, by(), |w| w.add_organisation("O"));
        assert!(matches!(written, Err(Failure::Disk(_))), "{written:?}");
        assert_eq!(store.read(|r| r.organisations()), Ok(Vec::new()), "reading goes on");
        drop(store);
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = std::fs::remove_file(beside(&path, ending));
        }
    }

    #[test]
    fn the_writer_brings_each_commit_to_disk() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp");
        std::fs::create_dir_all(&folder).expect("the folder");
        let path = folder.join(format!("settings-{}.db", std::process::id()));
        let store = Store::open(&path, NOON).expect("opened");
        let said = |name: &str| {
            held(&store.writer).pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect("a setting")
        };
        assert_eq!(["synchronous", "foreign_keys", "busy_timeout", "cell_size_check"].map(said), [2, 1, 5000, 1]);
        let lent = store.lend().expect("a reader");
        let write = lent.connection.as_ref().expect("a connection").execute("DELETE FROM branch", []);
        assert_eq!(write.map_err(Failure::from), Err(Failure::Full), "a reader can't write");
        drop(lent);
        drop(store);
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = std::fs::remove_file(beside(&path, ending));
        }
    }
}
