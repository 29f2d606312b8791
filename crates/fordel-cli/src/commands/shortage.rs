//! `fordel shortage`: the traffic light, what now with people missing on a shift.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use fordel_app::{Question, Short};
use fordel_core::shortage::told::{self, Entry};
use fordel_core::shortage::{Gap, Light, Watch, relief};
use fordel_core::time::{Cell, Clock, DAY, Day, Stretch};
use fordel_text::Texts;

use super::{Session, Trouble, beside, json, option, path, place, text};
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
        Arg::new("cards")
            .long("cards")
            .value_name("OUT.pdf")
            .help(beside(&texts.get("arg-cards")))
            .conflicts_with_all(["day", "shift", "missing", "json"])
            .value_parser(value_parser!(PathBuf)),
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
    let short = fordel_app::shortage(path(matches, "ward"), path(matches, "plan"), &question)?;
    if matches.get_flag("json") {
        session.terminal.say(&short.to_json());
    } else {
        lines(&short, session).iter().for_each(|line| session.terminal.say(line));
    }
    Ok(if short.answer.light == Light::Red { Exit::No } else { Exit::Good })
}

/// Makes the cards, and says where they lie.
fn cards(matches: &ArgMatches, out: &Path, session: &Session) -> Result<Exit, Trouble> {
    let form = values::cards(out)?;
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
    let (words, ward, answer) = (Words { short, texts: session.texts }, &short.ward, &short.answer);
    let texts = session.texts;
    let mut lines = vec![words.head(), texts.with(&format!("shortage-light-{}", answer.light.name()), &words.sums())];
    let shown = answer.intervals.iter().filter(|i| i.of_shift || i.light > Light::Green);
    let rows: Vec<Vec<String>> = shown
        .map(|i| vec![words.cell(i.cell, answer.asked.moment.day), texts.get(&format!("light-{}", i.light.name()))])
        .collect();
    lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    let lists = told::lists(ward, answer);
    let mut list = |key: &str, told: Vec<String>| {
        if !told.is_empty() {
            lines.push(texts.get(key));
            lines.extend(told.into_iter().map(|line| format!("  {line}")));
        }
    };
    let entries = |key: &str, list: &[Entry]| list.iter().map(|e| words.entry(key, e)).collect::<Vec<_>>();
    let mut uncovered: Vec<String> = lists.gaps.iter().map(|g| words.gap(g)).collect();
    uncovered.extend(lists.watches_uncovered.iter().map(|w| words.watch("shortage-watch-uncovered", w)));
    uncovered.extend(entries("shortage-uncovered", &lists.uncovered));
    list("shortage-list-uncovered", uncovered);
    let mut handed = entries("shortage-handed", &lists.handed_over);
    handed.extend(lists.watches_handed_over.iter().map(|w| words.watch("shortage-watch-handed", w)));
    list("shortage-list-handed", handed);
    list("shortage-list-put-off", entries("shortage-put-off", &lists.put_off));
    list("shortage-list-left-out", entries("shortage-left-out", &lists.left_out));
    lines.extend(words.hire());
    if !session.quiet {
        lines.extend(words.notes());
    }
    lines
}

/// The answer's parts as sentences.
struct Words<'a> {
    short: &'a Short,
    texts: &'a Texts,
}

impl Words<'_> {
    fn head(&self) -> String {
        let asked = &self.short.answer.asked;
        let ward = &self.short.ward;
        let missing: Vec<String> = asked
            .absent
            .iter()
            .map(|a| {
                let shift = &ward.shifts[a.shift.0];
                let args = [
                    ("group", ward.group(shift.group).code.as_str().into()),
                    ("shift", shift.name.as_str().into()),
                    ("heads", a.heads.into()),
                    ("planned", a.planned.into()),
                ];
                self.texts.with("shortage-absent", &args)
            })
            .collect();
        let key = if missing.is_empty() { "shortage-head-nobody" } else { "shortage-head" };
        let args = [
            ("shift", asked.moment.name.as_str().into()),
            ("day", self.texts.get(&format!("day-{}", asked.moment.day.number())).into()),
            ("time", clocks(asked.moment.stretch).into()),
            ("missing", self.texts.list(&missing).into()),
        ];
        table::capitalised(&self.texts.with(key, &args))
    }

    fn sums(&self) -> Vec<(&'static str, fordel_core::complaint::Value)> {
        let sums = self.short.answer.sums;
        let minutes = |minutes: f64| self.minutes(minutes).into();
        vec![
            ("red", minutes(sums.red)),
            ("put", minutes(sums.yellow + sums.green + sums.later)),
            ("handed", minutes(sums.handed_over)),
        ]
    }

    /// Whole minutes; what is less than one is told as one.
    fn minutes(&self, minutes: f64) -> String {
        self.texts.fixed(if minutes > 0.0 { minutes.max(1.0) } else { 0.0 }, 0)
    }

    /// `18-22`, with the day where it is another than the shift's.
    fn cell(&self, cell: Cell, day: Day) -> String {
        let label = self.short.ward.intervals.get(cell.interval).label().replace('-', "–");
        if cell.day == day {
            label
        } else {
            format!("{label} {}", self.texts.get(&format!("day-{}", cell.day.number())))
        }
    }

    fn entry(&self, key: &str, entry: &Entry) -> String {
        let (ward, texts) = (&self.short.ward, self.texts);
        let day = self.short.answer.asked.moment.day;
        let cells: Vec<String> = entry.cells.iter().map(|c| self.cell(*c, day)).collect();
        let group = |g| ward.group(g).code.clone();
        let minutes = if entry.is_whole() {
            texts.with("shortage-minutes", &[("minutes", self.minutes(entry.minutes).into())])
        } else {
            let args = [("minutes", self.minutes(entry.minutes).into()), ("of", self.minutes(entry.of).into())];
            texts.with("shortage-minutes-of", &args)
        };
        let until = match entry.later {
            None => texts.get("shortage-next-days"),
            Some(cell) => self.cell(cell, day),
        };
        let why = entry.why.map_or_else(String::new, |w| texts.get(&format!("shortage-why-{}", w.name())));
        let args = [
            ("task", ward.lines[entry.line.0].name.as_str().into()),
            ("cells", texts.list(&cells).into()),
            ("minutes", minutes.into()),
            ("from", group(entry.from).into()),
            ("to", entry.to.map(group).unwrap_or_default().into()),
            ("until", until.into()),
            ("why", why.into()),
        ];
        let mut told = texts.with(key, &args);
        if let Some(to) = entry.to.filter(|to| entry.later.is_some() && *to != entry.from) {
            told += &format!(" {}", texts.with("shortage-by", &[("group", group(to).into())]));
        }
        if let (Some(holders), Some(to)) = (entry.holders, entry.to) {
            let args = [("holders", holders.into()), ("group", group(to).into())];
            told += &format!(" {}", texts.with("shortage-holders", &args));
        }
        told
    }

    fn watch(&self, key: &str, watch: &Watch) -> String {
        let ward = &self.short.ward;
        let group = |g| ward.group(g).code.clone();
        let args = [
            ("task", ward.lines[watch.line.0].name.as_str().into()),
            ("time", clocks(watch.stretch).into()),
            ("heads", watch.heads.into()),
            ("from", group(watch.group).into()),
            ("to", watch.by.map(group).unwrap_or_default().into()),
        ];
        self.texts.with(key, &args)
    }

    fn gap(&self, gap: &Gap) -> String {
        let label = self.short.ward.presence[gap.rule].label.as_str();
        let args = [("groups", label.into()), ("time", clocks(gap.stretch).into()), ("heads", gap.heads.into())];
        self.texts.with("shortage-gap", &args)
    }

    /// Whether hiring in is justified, for which hours, and what each step of relief costs.
    fn hire(&self) -> Vec<String> {
        let (ward, answer, texts) = (&self.short.ward, &self.short.answer, self.texts);
        if answer.light != Light::Red {
            return vec![texts.get("shortage-no-hire")];
        }
        let stretch = |h: &fordel_core::shortage::Hire| {
            let args = [
                ("group", ward.group(h.group).name.as_str().into()),
                ("time", clocks(h.stretch).into()),
                ("heads", h.heads.into()),
            ];
            texts.with("shortage-hire-stretch", &args)
        };
        let stretches: Vec<String> = answer.hire.iter().map(stretch).collect();
        let hours = texts.number(relief::hours(&answer.hire));
        let args = [("stretches", texts.list(&stretches).into()), ("hours", hours.into())];
        let mut lines = vec![texts.with("shortage-hire", &args)];
        let steps = relief::steps(ward, answer);
        if !steps.is_empty() {
            lines.push(texts.get("shortage-relief"));
        }
        for (at, step) in steps.iter().enumerate() {
            let args = [
                ("number", (at + 1).into()),
                ("step", texts.get(&format!("relief-{}", step.relief.name())).into()),
                ("cost", texts.kroner(step.kr).into()),
            ];
            lines.push(format!("  {}", texts.with("shortage-relief-step", &args)));
        }
        lines
    }

    /// What the answer rests on.
    fn notes(&self) -> Vec<String> {
        let (ward, answer) = (&self.short.ward, &self.short.answer);
        let mut notes = Vec::new();
        let without = told::without_priority_here(ward, answer);
        if without > 0 {
            let all = told::without_priority(ward);
            notes.push(self.texts.with("shortage-without", &[("here", without.into()), ("all", all.into())]));
        }
        if answer.light == Light::Red && !ward.settings.shortage.relief_is_own {
            notes.push(self.texts.get("shortage-relief-assumed"));
        }
        notes
    }
}

/// `18:00–20:00`.
fn clocks(stretch: Stretch) -> String {
    let clock = |minute: u32| Clock((minute % DAY) as u16);
    format!("{}–{}", clock(stretch.start), clock(stretch.start + stretch.minutes))
}
