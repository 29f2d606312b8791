//! Backups that are checked before they count, and bringing one back.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::access::Reader;
use crate::chain::{Head, Verified, hex};
use crate::failure::Failure;
use crate::schema;
use crate::store::{Store, beside, connect, lock, private};

/// A file that was written and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// How large it is.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// The end of the chain of changes in it.
    pub head: Head,
}

impl Store {
    /// Writes the database as it stands to a new file, while others read and write; and checks the file.
    pub fn backup_to(&self, path: &Path) -> Result<Backup, Failure> {
        let source = connect(self.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if path.exists() {
            return Err(Failure::Taken(path.display().to_string()));
        }
        copy_checked(&source, path)
    }
}

/// Makes `to` the database that the backup `from` holds. A backup that isn't whole is refused, and so is a database that is
/// there already, unless it is to be replaced. One that is being served is never replaced.
pub fn restore(from: &Path, to: &Path, replace: bool) -> Result<Backup, Failure> {
    if !from.exists() {
        return Err(Failure::NotFound);
    }
    let source = connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::refuse_newer(schema::version(&source)?, schema::STEPS)?;
    let _lock = lock(to)?;
    if to.exists() && !replace {
        return Err(Failure::Taken(to.display().to_string()));
    }
    let fresh = beside(to, ".restoring");
    remove(&fresh)?;
    let written = copy_checked(&source, &fresh)?;
    // What the old database still has in its log belongs to it: brought in, so that the log is empty if the machine stops
    // between the next two steps. A damaged one is replaced all the same.
    if to.exists() {
        let _ = fold_log(to);
    }
    remove(&beside(to, "-wal"))?;
    remove(&beside(to, "-shm"))?;
    fs::rename(&fresh, to)?;
    sync_folder(to)?;
    Ok(written)
}

/// Keeps the database as it is before newer steps are taken, beside it.
pub(crate) fn before_steps(connection: &Connection, path: &Path, version: i64) -> Result<(), Failure> {
    let kept = beside(path, &format!(".version-{version}"));
    remove(&kept)?;
    copy_checked(connection, &kept)?;
    Ok(())
}

/// Writes a database to a new file, under another name until it is known to be whole and on disk.
fn copy_checked(source: &Connection, path: &Path) -> Result<Backup, Failure> {
    let part = beside(path, ".part");
    remove(&part)?;
    private(OpenOptions::new().create_new(true).write(true)).open(&part)?;
    let written = write_checked(source, &part);
    let written = match written {
        Ok(written) => written,
        Err(failure) => {
            let _ = fs::remove_file(&part);
            return Err(failure);
        }
    };
    fs::rename(&part, path)?;
    sync_folder(path)?;
    Ok(written)
}

fn write_checked(source: &Connection, part: &Path) -> Result<Backup, Failure> {
    let name = part.to_str().ok_or_else(|| Failure::Other(part.display().to_string()))?;
    source.execute("VACUUM INTO ?1", [name])?;
    File::open(part)?.sync_all()?;
    let copy = connect(part, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let said: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(Failure::Corrupt(said));
    }
    let head = match (Reader { connection: &copy }).verify(None)? {
        Verified::Whole { head, .. } => head,
        Verified::Broken { seq } => return Err(Failure::Corrupt(format!("change {seq}"))),
    };
    let astray = copy.query_row("PRAGMA foreign_key_check", [], |row| row.get(0)).optional()?;
    if let Some(table) = astray {
        return Err(Failure::Corrupt(table));
    }
    schema::refuse_other_tables(&copy)?;
    drop(copy);
    let (bytes, sha256) = measure(part)?;
    Ok(Backup { bytes, sha256, head })
}

/// How large a file is, and its hash.
fn measure(path: &Path) -> Result<(u64, String), Failure> {
    let mut file = File::open(path)?;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((bytes, hex(&sha.finalize())));
        }
        sha.update(&buffer[..read]);
        bytes += read as u64;
    }
}

fn fold_log(path: &Path) -> Result<(), Failure> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Brings a name that was given to a file to disk.
fn sync_folder(path: &Path) -> Result<(), Failure> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    File::open(folder)?.sync_all()?;
    Ok(())
}
