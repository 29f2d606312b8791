//! What can go wrong with what is kept, each by its name.

use std::fmt;

use rusqlite::ErrorCode;
use rusqlite::ffi;

/// Why an operation on the store gave no answer. Nothing of it is kept, but for [`Failure::Disk`] while committing,
/// where it can't be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The database is damaged; what was found.
    Corrupt(String),
    /// The file is a database of another program.
    Foreign,
    /// The database was written by a newer Fordel.
    Newer {
        /// Its version.
        version: i64,
    },
    /// The disk is full, or the database can't be written. Reading goes on.
    Full,
    /// The disk failed while reading or writing. If it failed while a change was brought to disk, the store writes
    /// nothing more until it is opened anew.
    Disk(String),
    /// Another has the database for itself.
    Busy,
    /// What was named isn't there.
    NotFound,
    /// Another has this already: the table and column.
    Taken(String),
    /// A branch can't stand there, or a person have a role there: another organisation, a circle, a kind that doesn't fit.
    Misplaced,
    /// Something hangs on what should be removed.
    InUse,
    /// It has changed since it was read.
    Stale,
    /// Anything else, as the machine says it.
    Other(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Corrupt(why) => write!(f, "corrupt: {why}"),
            Failure::Foreign => f.write_str("foreign"),
            Failure::Newer { version } => write!(f, "newer: version {version}"),
            Failure::Full => f.write_str("full"),
            Failure::Disk(why) => write!(f, "disk: {why}"),
            Failure::Busy => f.write_str("busy"),
            Failure::NotFound => f.write_str("not found"),
            Failure::Taken(what) => write!(f, "taken: {what}"),
            Failure::Misplaced => f.write_str("misplaced"),
            Failure::InUse => f.write_str("in use"),
            Failure::Stale => f.write_str("stale"),
            Failure::Other(why) => write!(f, "other: {why}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Failure::NotFound,
            rusqlite::Error::SqliteFailure(code, message) => {
                let message = message.unwrap_or_else(|| code.to_string());
                by_code(code, message)
            }
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Failure::Corrupt(error.to_string()),
            other => Failure::Other(other.to_string()),
        }
    }
}

fn by_code(code: ffi::Error, message: String) -> Failure {
    match (code.code, code.extended_code) {
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => Failure::Corrupt(message),
        (ErrorCode::DiskFull | ErrorCode::ReadOnly, _) => Failure::Full,
        // The index of the log couldn't grow: that is how a full disk meets readers and writers of a log.
        (ErrorCode::SystemIoFailure, ffi::SQLITE_IOERR_SHMSIZE) => Failure::Full,
        (ErrorCode::SystemIoFailure, _) => Failure::Disk(message),
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Failure::Busy,
        (ErrorCode::ConstraintViolation, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Failure::Taken(message.rsplit(": ").next().unwrap_or_default().to_owned())
        }
        (ErrorCode::ConstraintViolation, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Failure::NotFound,
        _ => Failure::Other(message),
    }
}

impl From<serde_json::Error> for Failure {
    /// Only what is kept is read as JSON here.
    fn from(error: serde_json::Error) -> Self {
        Failure::Corrupt(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Failure::NotFound,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem => Failure::Full,
            ErrorKind::AlreadyExists => Failure::Taken(error.to_string()),
            _ => Failure::Other(error.to_string()),
        }
    }
}
