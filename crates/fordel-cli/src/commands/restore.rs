//! `fordel restore`: the database brought back from a backup.

use clap::{Arg, ArgMatches};
use fordel_text::Texts;

use super::keeping::{self, Place};
use super::{Session, Trouble, flag, path, place};
use crate::exit::Exit;
use crate::{today, values};

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("backup", "BACKUP", texts.get("arg-restore-backup")),
        place("database", "DATABASE", texts.get("arg-restore-database")),
        flag("replace", texts.get("arg-restore-replace")),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let (backup, database) =
        (&values::database(path(matches, "backup"))?, &values::database(path(matches, "database"))?);
    match fordel_app::bring_back(backup, database, matches.get_flag("replace"), today::now()) {
        Ok(restored) => {
            keeping::tell(&restored.backup, "backup-restored", database, session);
            if !session.quiet {
                let sessions = [("count", restored.sessions.into())];
                session.terminal.say(&session.texts.with("backup-sessions", &sessions));
            }
            Ok(Exit::Good)
        }
        Err(failure) => {
            let place = Place { read: backup, written: database };
            Ok(keeping::failed(&failure, &place, "keeping-there-replace", session))
        }
    }
}
