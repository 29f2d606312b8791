//! `fordel activity`: what counts by date and hour say is usual, and a ward's workbook with it.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use fordel_app::{ActivityQuestion, ActivityTold, DriverTold};
use fordel_core::counts::{By, Manner};
use fordel_text::Texts;

use super::{Session, Trouble, beside, file, flag, option, path, place, text};
use crate::exit::Exit;
use crate::summary;
use crate::table;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    let many = |name: &'static str, key: &str| option(name, "NAME", texts.get(key)).action(ArgAction::Append);
    vec![
        place("history", "HISTORY.csv", texts.get("arg-activity-history")),
        Arg::new("ward")
            .value_name("WARD.xlsx")
            .help(beside(&texts.get("arg-activity-ward")))
            .requires("out")
            .value_parser(value_parser!(PathBuf)),
        file("out", "OUT.xlsx", texts.get("arg-activity-out")).requires("ward"),
        many("present", "arg-activity-present"),
        many("events", "arg-activity-events"),
        flag("keep-unusual", texts.get("arg-activity-keep")),
        option("season", "YEAR", texts.get("arg-activity-season")),
        option("profile", "NAME", texts.get("arg-activity-profile")),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let names = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
    let question = ActivityQuestion {
        present: names("present"),
        events: names("events"),
        keep_unusual: matches.get_flag("keep-unusual"),
        season: text(matches, "season").map(values::year).transpose()?,
        profile: text(matches, "profile").map(str::to_owned),
    };
    let out = matches.get_one::<PathBuf>("out").map(|at| values::book(at)).transpose()?;
    let told = fordel_app::activity(path(matches, "history"), &question)?;
    lines(&told, session).iter().for_each(|line| session.terminal.say(line));
    if let Some(out) = out {
        let saved = told.save_ward(path(matches, "ward"), out, session.texts)?;
        summary::kept(&saved, session);
        if !session.quiet {
            let args = [("path", out.display().to_string().into())];
            session.terminal.say(&session.texts.with("year-saved", &args));
        }
    }
    Ok(Exit::Good)
}

fn lines(told: &ActivityTold, session: &Session) -> Vec<String> {
    let texts = session.texts;
    let mut lines = Vec::new();
    for driver in &told.drivers {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(of_driver(driver, told.question.keep_unusual, texts));
    }
    if told.twice > 0 {
        lines.push(texts.with("activity-twice", &[("count", told.twice.into())]));
    }
    lines.extend(told.complaints.iter().map(|complaint| texts.complaint(complaint)));
    lines
}

fn of_driver(driver: &DriverTold, keep: bool, texts: &Texts) -> Vec<String> {
    let history = &driver.history;
    let mut lines = vec![texts.activity_head(&driver.name, history)];
    if driver.is_assumed {
        let manner = match driver.manner {
            Manner::Present => "activity-assumed-present",
            Manner::Events => "activity-assumed-events",
        };
        lines.push(texts.get(manner));
    }
    if history.is_sparse {
        lines.push(texts.get("activity-sparse"));
    }
    for by in By::ALL {
        let Some(rows) = texts.activity_rows(&driver.profile, by) else { continue };
        let rows: Vec<Vec<String>> = std::iter::once(texts.activity_columns(by)).chain(rows).collect();
        lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    }
    lines.extend(texts.activity_day_spread(&driver.profile));
    lines.extend(texts.activity_without(&driver.profile));
    lines.extend(texts.activity_lacks(&driver.profile));
    if !history.unusual.is_empty() {
        let key = if keep { "activity-unusual-kept" } else { "activity-unusual" };
        lines.push(texts.with(key, &[("count", history.unusual.len().into())]));
        if !keep {
            lines.push(texts.get("activity-keep-flag"));
        }
        lines.extend(texts.activity_unusual(history).into_iter().map(|line| format!("  {line}")));
    }
    lines.extend(texts.activity_dates(history));
    lines
}
