//! `fordel backup`: a checked copy of the database, also while it is served.

use clap::{Arg, ArgMatches};
use fordel_text::Texts;

use super::keeping::{self, Place};
use super::{Session, Trouble, path, place};
use crate::exit::Exit;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("database", "DATABASE", texts.get("arg-backup-database")),
        place("out", "OUT", texts.get("arg-backup-out")),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let (database, out) = (&values::database(path(matches, "database"))?, &values::database(path(matches, "out"))?);
    match fordel_app::back_up(database, out) {
        Ok(backup) => {
            keeping::tell(&backup, "backup-saved", out, session);
            Ok(Exit::Good)
        }
        Err(failure) => {
            Ok(keeping::failed(&failure, &Place { read: database, written: out }, "keeping-there", session))
        }
    }
}
