//! `fordel plan`: from a ward's workbook to a plan and its documents.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches};
use fordel_app::{Order, Planned, Wishes};
use fordel_core::plan::Status;
use fordel_text::Texts;

use super::{Session, Trouble, json, option, out_folder, path, place};
use crate::exit::Exit;
use crate::progress::Display;
use crate::summary;
use crate::today;
use crate::values::{self, Wrong};

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        out_folder(texts.get("arg-plan-out")),
        time_limit(texts, "arg-time-limit", Wishes::TIME_LIMIT),
        option("work", "N", texts.get("arg-work")),
        option("gap", "G", texts.get("arg-gap")),
        option("goals", "GOALS", texts.get("arg-goals")),
        option("budget", "KR", texts.get("arg-budget")),
        option("max-moves", "N", texts.get("arg-max-moves")),
        option("pin", "ROW=GROUP", texts.get("arg-pin")).action(ArgAction::Append),
        option("alike", "weekdays|no", texts.get("arg-alike")),
        json(texts),
    ]
}

/// `--time-limit S`, what it limits in words, and what holds where it isn't given.
pub fn time_limit(texts: &Texts, help: &str, default: Duration) -> Arg {
    let seconds = [("seconds", (default.as_secs() as f64).into())];
    option("time-limit", "S", texts.with(help, &seconds))
}

/// What the flags ask for; a command that lacks a flag doesn't ask for it.
pub fn wishes(matches: &ArgMatches) -> Result<Wishes, Wrong> {
    let given = |name: &str| matches.try_get_one::<String>(name).ok().flatten().map(String::as_str);
    let pins = matches.try_get_many::<String>("pin").ok().flatten().unwrap_or_default();
    Ok(Wishes {
        goals: given("goals").map(values::goals).transpose()?,
        gap: given("gap").map(values::gap).transpose()?,
        time_limit: given("time-limit").map(values::time_limit).transpose()?,
        work: given("work").map(values::work).transpose()?,
        alike: given("alike").map(values::alike).transpose()?,
        budget_kr: given("budget").map(values::kroner).transpose()?,
        max_moves: given("max-moves").map(|n| values::small(n, "wrong-max-moves")).transpose()?,
        pins: pins.map(|pin| values::pin(pin)).collect::<Result<_, _>>()?,
    })
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let wishes = wishes(matches)?;
    let out = matches.get_one::<PathBuf>("out").map(PathBuf::as_path);
    let display = Display::start(session);
    let date = today::written(session.texts);
    let order = Order { wishes: &wishes, out, lang: session.texts.lang(), date: &date };
    let planned = fordel_app::plan(path(matches, "ward"), &order, &display);
    display.end();
    let planned = planned?;
    if matches.get_flag("json") {
        session.terminal.say(&planned.to_json());
        return Ok(exit(planned.plan.status));
    }
    Ok(tell(&planned, session))
}

/// Tells the plan and gives its exit.
pub fn tell(planned: &Planned, session: &Session) -> Exit {
    summary::tell(planned, session);
    exit(planned.plan.status)
}

fn exit(status: Status) -> Exit {
    match status {
        Status::Optimal | Status::Feasible => Exit::Good,
        Status::Infeasible => Exit::No,
        Status::Unknown => Exit::TimeEnded,
    }
}
