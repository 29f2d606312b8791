//! Keeping the database: a checked copy of it, bringing one back, and the check of its history.

use std::path::Path;

use fordel_core::complaint::Value;
use fordel_store::{Author, Backup, Compared, Departure, Deviation, Failure, Head, Moment, Store, Verified, restore};
use fordel_text::Texts;

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
/// Where it is whole, each decision and objection is held against it too: those that aren't as it tells.
///
/// # Errors
/// The database.
pub fn audit(database: &Path, known: Option<&Head>) -> Result<(Verified, Vec<Deviation>), Failure> {
    Store::beside(database)?.read(|r| r.audit(known))
}

/// A decision or an objection that isn't as the chain tells, in a sentence.
pub fn deviation_said(deviation: &Deviation, texts: &Texts) -> String {
    let key = match (deviation.of, &deviation.how) {
        (Compared::Decision, Departure::Differs(_)) => "audit-decision-differs",
        (Compared::Decision, Departure::Missing) => "audit-decision-missing",
        (Compared::Decision, Departure::Untold) => "audit-decision-untold",
        (Compared::Objection, Departure::Differs(_)) => "audit-objection-differs",
        (Compared::Objection, Departure::Missing) => "audit-objection-missing",
        (Compared::Objection, Departure::Untold) => "audit-objection-untold",
    };
    let columns: Vec<String> = match &deviation.how {
        Departure::Differs(columns) => {
            columns.iter().map(|column| texts.with("audit-column", &[("column", column.as_str().into())])).collect()
        }
        _ => Vec::new(),
    };
    let unit = deviation.unit_name.clone().unwrap_or_else(|| deviation.unit.to_string());
    let number = Value::Number(deviation.number as f64);
    texts.with(key, &[("number", number), ("unit", unit.into()), ("columns", texts.list(&columns).into())])
}
