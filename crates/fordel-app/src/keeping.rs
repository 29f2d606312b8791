//! Keeping the database: a checked copy of it, bringing one back, and the check of its history.

use std::path::Path;

use fordel_store::{Author, Backup, Failure, Head, Moment, Store, Verified, restore};

/// A database brought back.
#[derive(Debug)]
pub struct Restored {
    /// What was checked and written.
    pub backup: Backup,
    /// Sessions that were ended: whoever was signed in when the copy was made is not any more.
    pub sessions: usize,
}

/// Copies the database, also while it is served; the copy is checked before it counts.
///
/// # Errors
/// The database, or the place of the copy.
pub fn back_up(database: &Path, out: &Path) -> Result<Backup, Failure> {
    Store::beside(database)?.backup_to(out)
}

/// Makes `database` what the backup holds, and ends the sessions in it.
///
/// # Errors
/// A backup that isn't whole; a database that is there and not to be replaced, or in use.
pub fn bring_back(backup: &Path, database: &Path, replace: bool, now: Moment) -> Result<Restored, Failure> {
    let written = restore(backup, database, replace)?;
    let by = Author { person: None, name: "restore".to_owned() };
    let sessions = Store::open(database, now)?.write(now, by, |w| w.end_every_session())?;
    Ok(Restored { backup: written, sessions })
}

/// Checks the chain of changes, also while the database is served; against an end known from before, if one is given.
///
/// # Errors
/// The database.
pub fn audit(database: &Path, known: Option<&Head>) -> Result<Verified, Failure> {
    Store::beside(database)?.read(|r| r.verify(known))
}
