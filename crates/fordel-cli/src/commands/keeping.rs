//! What the commands that keep the database say alike: the copy they made, and why they made none.

use std::path::Path;

use fordel_app::{Backup, StoreFailure};
use fordel_core::complaint::Value;

use super::Session;
use crate::exit::Exit;

/// Bytes of a megabyte.
const MEGABYTE: f64 = 1_000_000.0;

/// The files that a command reads and writes.
pub struct Place<'p> {
    /// Read.
    pub read: &'p Path,
    /// Written.
    pub written: &'p Path,
}

/// A copy that was written and checked. The hash and the end of the history are told also to those who want it short: they
/// are what one keeps.
pub fn tell(backup: &Backup, key: &str, path: &Path, session: &Session) {
    let say = |key: &str, args: &[(&str, Value)]| session.terminal.say(&session.texts.with(key, args));
    let megabytes = (backup.bytes as f64 / MEGABYTE * 10.0).ceil() / 10.0;
    say(key, &[("path", path.display().to_string().into()), ("megabytes", Value::Number(megabytes))]);
    say("backup-sha256", &[("sha256", backup.sha256.as_str().into())]);
    say("backup-head", &[("head", backup.head.to_string().into())]);
}

/// Why nothing was done; `there` is the sentence for a file that is there already.
pub fn failed(failure: &StoreFailure, place: &Place, there: &str, session: &Session) -> Exit {
    let (read, written) = (place.read.display().to_string(), place.written.display().to_string());
    let (key, path, why, exit) = match failure {
        StoreFailure::NotFound => ("keeping-missing", read, String::new(), Exit::Input),
        StoreFailure::Taken(_) => (there, written, String::new(), Exit::Misuse),
        StoreFailure::Busy => ("keeping-busy", written, String::new(), Exit::Misuse),
        StoreFailure::Corrupt(why) => ("keeping-corrupt", read, why.clone(), Exit::Input),
        StoreFailure::Foreign => ("keeping-foreign", read, String::new(), Exit::Input),
        StoreFailure::Newer { version } => ("keeping-newer", read, version.to_string(), Exit::Input),
        StoreFailure::Stale => ("keeping-older", read, String::new(), Exit::Input),
        StoreFailure::Full => ("keeping-full", written, String::new(), Exit::Input),
        other => ("keeping-other", read, other.to_string(), Exit::Internal),
    };
    let sentence = session.texts.with(key, &[("path", path.into()), ("why", why.into())]);
    session.terminal.note(&session.texts.with("cli-error", &[("sentence", sentence.into())]));
    exit
}
