//! `fordel audit verify`: whether the history in the database is as it was written, and what was decided as it tells.

use clap::{Arg, ArgMatches};
use fordel_app::{Head, Verified};
use fordel_core::complaint::Value;
use fordel_text::Texts;

use super::keeping::{self, Place};
use super::{Session, Trouble, option, path, place, text};
use crate::exit::Exit;
use crate::values::{self, Wrong};

/// The one thing that can be done.
const VERIFY: &str = "verify";

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        Arg::new("action").value_name(VERIFY).help(super::beside(&texts.get("arg-audit-action"))).required(true),
        // Where the action was forgotten, its place holds the file: that is told, not that a file is missing.
        place("database", "DATABASE", texts.get("arg-backup-database"))
            .required(false)
            .required_if_eq("action", VERIFY),
        option("head", "N-HASH", texts.get("arg-audit-head")),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let action = text(matches, "action").unwrap_or_default();
    if action != VERIFY {
        return Err(wrong("wrong-audit", action));
    }
    let known = text(matches, "head").map(|written| written.parse::<Head>().map_err(|()| wrong("wrong-head", written)));
    let known = known.transpose()?;
    let database = &values::database(path(matches, "database"))?;
    let say = |key: &str, args: &[(&str, Value)]| session.terminal.say(&session.texts.with(key, args));
    match fordel_app::audit(database, known.as_ref()) {
        Ok((Verified::Whole { .. }, deviations)) if !deviations.is_empty() => {
            say("audit-deviations", &[("count", deviations.len().into())]);
            for deviation in &deviations {
                session.terminal.say(&fordel_app::deviation_said(deviation, session.texts));
            }
            Ok(Exit::No)
        }
        Ok((Verified::Whole { rows, head }, _)) => {
            say("audit-whole", &[("count", Value::Number(rows as f64))]);
            if let Some(known) = known {
                say("audit-upto", &[("head", known.to_string().into())]);
            }
            say("audit-as-told", &[]);
            say("backup-head", &[("head", head.to_string().into())]);
            Ok(Exit::Good)
        }
        Ok((Verified::Broken { seq }, _)) => {
            say("audit-broken", &[("seq", Value::Number(seq as f64))]);
            Ok(Exit::No)
        }
        Err(failure) => {
            Ok(keeping::failed(&failure, &Place { read: database, written: database }, "keeping-there", session))
        }
    }
}

fn wrong(key: &'static str, value: &str) -> Trouble {
    Trouble::Wrong(Wrong { key, value: value.to_owned() })
}
