//! `fordel activity`: what counts by date and hour say is usual, and a ward's workbook with it.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use fordel_app::{ActivityQuestion, ActivityTold, DriverTold, runs};
use fordel_core::calendar::Date;
use fordel_core::counts::{Manner, Spread};
use fordel_text::Texts;

use super::{Session, Trouble, beside, flag, option, path, place, text};
use crate::exit::Exit;
use crate::summary;
use crate::table;
use crate::values;

/// Longest list of dates that is told.
const LISTED: usize = 15;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    let many = |name: &'static str, key: &str| option(name, "NAME", texts.get(key)).action(ArgAction::Append);
    vec![
        place("history", "HISTORY.csv", texts.get("arg-activity-history")),
        Arg::new("ward")
            .value_name("WARD.xlsx")
            .help(beside(&texts.get("arg-activity-ward")))
            .requires("out")
            .value_parser(value_parser!(PathBuf)),
        Arg::new("out")
            .long("out")
            .value_name("OUT.xlsx")
            .help(beside(&texts.get("arg-activity-out")))
            .requires("ward")
            .value_parser(value_parser!(PathBuf)),
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
    let told = fordel_app::activity(path(matches, "history"), &question)?;
    lines(&told, session).iter().for_each(|line| session.terminal.say(line));
    if let Some(out) = matches.get_one::<PathBuf>("out") {
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
    let days = &history.days;
    let mut lines = Vec::new();
    let manner = match driver.manner {
        Manner::Present => "present",
        Manner::Events => "events",
    };
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let args = [
            ("driver", driver.name.as_str().into()),
            ("days", days.len().into()),
            ("first", first.date.into()),
            ("last", last.date.into()),
        ];
        lines.push(texts.with("activity-head", &args));
    } else {
        lines.push(texts.with("activity-nothing", &[("driver", driver.name.as_str().into())]));
    }
    if driver.is_assumed {
        lines.push(texts.get(&format!("activity-assumed-{manner}")));
    }
    if history.is_sparse {
        lines.push(texts.get("activity-sparse"));
    }
    let mut rows = vec![
        ["weekday", "mean", "deviation", "least", "most", "days"]
            .map(|key| texts.get(&format!("activity-{key}")))
            .to_vec(),
    ];
    let row = |name: String, of: &Spread| {
        let number = |value: f64| texts.fixed(value, 1);
        vec![name, number(of.mean), number(of.deviation), number(of.least), number(of.most), of.count.to_string()]
    };
    let weekdays = (1..).zip(&driver.profile.weekdays);
    rows.extend(weekdays.map(|(at, of): (u32, &Spread)| row(texts.get(&format!("day-{at}")), of)));
    rows.push(row(texts.get("activity-holidays"), &driver.profile.holidays));
    lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    let months = (1..).zip(&driver.profile.months).filter_map(|(at, share): (u32, &Option<f64>)| {
        Some(format!("{} {}", texts.get(&format!("date-month-{at}")), texts.percent((*share)?, 0)))
    });
    let months: Vec<String> = months.collect();
    if !months.is_empty() {
        lines.push(texts.with("activity-months", &[("months", months.join(", ").into())]));
    }
    if let Some(hours) = driver.profile.hours {
        let told: Vec<String> = hours
            .iter()
            .enumerate()
            .map(|(hour, mean)| format!("{hour:02} {}", texts.number((mean * 10.0).round() / 10.0)))
            .collect();
        lines.push(texts.with("activity-hours", &[("hours", told.join(", ").into())]));
    }
    if !history.unusual.is_empty() {
        let key = if keep { "activity-unusual-kept" } else { "activity-unusual" };
        lines.push(texts.with(key, &[("count", history.unusual.len().into())]));
        let mut worst: Vec<_> = history.unusual.iter().collect();
        worst.sort_by(|a, b| b.score.total_cmp(&a.score));
        for of in worst.iter().take(LISTED) {
            let args = [
                ("date", of.date.into()),
                ("value", texts.number(of.value).into()),
                ("usual", texts.number(of.usual).into()),
            ];
            lines.push(format!("  {}", texts.with("activity-one-unusual", &args)));
        }
        lines.extend(more(worst.len(), texts));
    }
    for (key, dates) in
        [("activity-gaps", &history.gaps), ("activity-partial", &history.partial), ("activity-clock", &history.clock)]
    {
        if !dates.is_empty() {
            lines.push(texts.with(key, &[("count", dates.len().into()), ("dates", listed(dates, texts).into())]));
        }
    }
    lines
}

fn more(count: usize, texts: &Texts) -> Option<String> {
    (count > LISTED).then(|| format!("  {}", texts.with("activity-more", &[("count", (count - LISTED).into())])))
}

fn listed(dates: &[Date], texts: &Texts) -> String {
    let runs = runs(dates);
    let shown = runs.iter().take(LISTED).map(|(first, last)| {
        if first == last { texts.day(*first) } else { format!("{}–{}", texts.day(*first), texts.day(*last)) }
    });
    let mut shown: Vec<String> = shown.collect();
    if runs.len() > LISTED {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
