//! `fordel shortage`: the traffic light, what now with people missing on a shift.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};
use fordel_app::{Question, Short};
use fordel_core::shortage::Light;
use fordel_core::shortage::told::{self, Entry};
use fordel_text::{ShortageWords, Texts};

use super::{Session, Trouble, file, json, option, path, place, text};
use crate::exit::Exit;
use crate::summary;
use crate::table;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        option("day", "DAY", texts.get("arg-day")).required_unless_present("cards"),
        option("shift", "SHIFT", texts.get("arg-shift")).required_unless_present("cards"),
        option("missing", "SPL=1,HFA=1", texts.get("arg-missing")),
        option("from", "HH:MM", texts.get("arg-shortage-from")),
        file("cards", "OUT.pdf", texts.get("arg-cards"))
            .conflicts_with_all(["day", "shift", "missing", "from", "json"]),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    if let Some(out) = matches.get_one::<PathBuf>("cards") {
        return cards(matches, out, session);
    }
    let question = Question {
        day: values::day(text(matches, "day").unwrap_or_default())?,
        shift: text(matches, "shift").unwrap_or_default().to_owned(),
        missing: text(matches, "missing").map_or_else(|| Ok(Vec::new()), values::missing)?,
    };
    let from = text(matches, "from").map(values::clock).transpose()?;
    let short = fordel_app::shortage(path(matches, "ward"), path(matches, "plan"), &question, from)?;
    if matches.get_flag("json") {
        session.terminal.say(&short.to_json());
    } else {
        lines(&short, session).iter().for_each(|line| session.terminal.say(line));
    }
    Ok(if short.answer.light == Light::Red { Exit::No } else { Exit::Good })
}

/// Makes the cards, and says where they lie.
fn cards(matches: &ArgMatches, out: &Path, session: &Session) -> Result<Exit, Trouble> {
    let form = values::form(out)?;
    let (ward, plan) = (path(matches, "ward"), path(matches, "plan"));
    let made = fordel_app::shortage_cards(ward, plan, form, out, session.texts.lang())?;
    let Some(saved) = made.saved else {
        session.terminal.say(&session.texts.get("shortage-cards-none"));
        return Ok(Exit::No);
    };
    summary::kept(&saved, session);
    if !session.quiet {
        let args = [("count", made.cards.into()), ("path", out.display().to_string().into())];
        session.terminal.say(&session.texts.with("shortage-cards-saved", &args));
    }
    Ok(Exit::Good)
}

/// The answer in plain words.
fn lines(short: &Short, session: &Session) -> Vec<String> {
    let (ward, answer, texts) = (&short.ward, &short.answer, session.texts);
    let words = ShortageWords { ward, answer, texts, date: None };
    let mut lines = vec![table::capitalised(&words.head())];
    lines.extend(words.running());
    lines.push(words.light());
    let shown = answer.intervals.iter().filter(|i| i.of_shift || i.light > Light::Green);
    let rows: Vec<Vec<String>> =
        shown.map(|i| vec![words.cell(i.cell), texts.get(&format!("light-{}", i.light.name()))]).collect();
    lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    let lists = told::lists(ward, answer);
    let mut list = |key: &str, told: Vec<String>| {
        if !told.is_empty() {
            lines.push(texts.get(key));
            lines.extend(told.into_iter().map(|line| format!("  {line}")));
        }
    };
    let entry = |key: &str, entry: &Entry| match words.holders(entry) {
        Some(holders) => format!("{} {holders}", words.entry(key, entry)),
        None => words.entry(key, entry),
    };
    let entries = |key: &str, list: &[Entry]| list.iter().map(|e| entry(key, e)).collect::<Vec<_>>();
    let mut uncovered: Vec<String> = lists.gaps.iter().map(|g| words.gap(g)).collect();
    uncovered.extend(lists.watches_uncovered.iter().map(|w| words.watch("shortage-watch-uncovered", w)));
    uncovered.extend(entries("shortage-uncovered", &lists.uncovered));
    list("shortage-list-uncovered", uncovered);
    list("shortage-list-courses", words.courses_in_doubt());
    let mut handed = entries("shortage-handed", &lists.handed_over);
    handed.extend(lists.watches_handed_over.iter().map(|w| words.watch("shortage-watch-handed", w)));
    list("shortage-list-handed", handed);
    list("shortage-list-put-off", entries("shortage-put-off", &lists.put_off));
    list("shortage-list-left-out", entries("shortage-left-out", &lists.left_out));
    lines.push(words.hire());
    let relief = words.relief();
    if !relief.is_empty() {
        lines.push(texts.get("shortage-relief"));
        lines.extend(relief.into_iter().map(|step| format!("  {step}")));
    }
    if !session.quiet {
        lines.extend(notes(short, texts));
    }
    lines
}

/// What the answer rests on.
fn notes(short: &Short, texts: &Texts) -> Vec<String> {
    let (ward, answer) = (&short.ward, &short.answer);
    let mut notes = Vec::new();
    let without = told::without_priority_here(ward, answer);
    if without > 0 {
        let all = told::without_priority(ward);
        notes.push(texts.with("shortage-without", &[("here", without.into()), ("all", all.into())]));
    }
    if answer.light == Light::Red && !ward.settings.shortage.relief_is_own {
        notes.push(texts.get("shortage-relief-assumed"));
    }
    notes
}
