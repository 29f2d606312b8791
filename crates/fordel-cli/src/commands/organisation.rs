//! `fordel organisation add`: another organisation on the same database, and the link for its first administrator.

use clap::{Arg, ArgMatches};
use fordel_app::service::{Failed, LINK_DAYS, add_organisation};
use fordel_core::complaint::Value;
use fordel_text::Texts;

use super::keeping::{self, Place};
use super::settings_file::{self, SettingsFile};
use super::{Session, Trouble, option, serve, text};
use crate::exit::Exit;
use crate::today;
use crate::values::Wrong;

/// The one thing that can be done.
const ADD: &str = "add";

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        Arg::new("action").value_name(ADD).help(super::beside(&texts.get("arg-organisation-action"))).required(true),
        // Where the action was forgotten, its place holds the name: that is told, not that a name is missing.
        Arg::new("name")
            .value_name("NAME")
            .help(super::beside(&texts.get("arg-organisation-name")))
            .required_if_eq("action", ADD),
        option("database", "DATABASE", texts.with("arg-database", &[("default", serve::DATABASE.into())]))
            .env("FORDEL_DATABASE"),
        option("origin", "URL", texts.get("arg-organisation-origin")).env("FORDEL_ORIGIN"),
        settings_file::argument(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let wrong = |key: &'static str, value: &str| Trouble::Wrong(Wrong { key, value: value.to_owned() });
    let action = text(matches, "action").unwrap_or_default();
    if action != ADD {
        return Err(wrong("wrong-organisation", action));
    }
    let name = text(matches, "name").unwrap_or_default();
    let file = SettingsFile::of(matches)?;
    let database = serve::database(file.or_text(matches, "database"))?;
    let origin = serve::origin(file.or_text(matches, "origin"))?;
    let texts = session.texts;
    match add_organisation(&database, name, today::now()) {
        Ok(key) => {
            let listens = || format!("http://{}", file.told("listen").unwrap_or(serve::LISTEN));
            let link = format!("{}/invited/{}", origin.unwrap_or_else(listens), key.reveal());
            let days = Value::Number(LINK_DAYS as f64);
            session.terminal.say(&texts.with("organisation-added", &[("name", name.into())]));
            session.terminal.say(&texts.with("organisation-link", &[("days", days), ("link", link.into())]));
            Ok(Exit::Good)
        }
        Err(Failed::Invalid(why)) if why.iter().any(|(_, key)| *key == "organisation-there") => {
            let sentence = texts.with("organisation-there", &[("name", name.into())]);
            session.terminal.note(&texts.with("cli-error", &[("sentence", sentence.into())]));
            Ok(Exit::Misuse)
        }
        Err(Failed::Store(failure)) => {
            Ok(keeping::failed(&failure, &Place { read: &database, written: &database }, "keeping-there", session))
        }
        Err(_) => Err(wrong("wrong-organisation-name", name)),
    }
}
