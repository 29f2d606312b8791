//! `fordel year`: demand against own people week by week, holidays, scenarios.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};
use fordel_app::{YearQuestion, YearTold};
use fordel_core::year::outlook::OutlookWeek;
use fordel_text::Texts;

use super::{Session, Trouble, file, flag, json, option, path, place, text};
use crate::exit::Exit;
use crate::summary;
use crate::table;
use crate::today;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        option("from", "DATE", texts.get("arg-year-from")),
        option("weeks", "N", texts.get("arg-year-weeks")),
        option("summer", "WEEK", texts.get("arg-year-summer")),
        option("pools", "N", texts.get("arg-year-pools")),
        option("pool-weeks", "N", texts.get("arg-year-pool-weeks")),
        option("away", "SHARE", texts.get("arg-year-away")).action(ArgAction::Append),
        option("activity", "SHARE", texts.get("arg-year-activity")),
        option("overlap", "MINUTES", texts.get("arg-year-overlap")),
        option("mix", "SHARE", texts.get("arg-year-mix")),
        flag("without-apprentices", texts.get("arg-year-without-apprentices")),
        file("other", "PLAN", texts.get("arg-year-other")),
        file("out", "OUT.xlsx", texts.get("arg-year-out")),
        file("print", "OUT.pdf", texts.get("arg-year-print")),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let from = text(matches, "from").map(values::date).transpose()?;
    let mut question = YearQuestion::from(from.unwrap_or_else(today::date));
    if let Some(weeks) = text(matches, "weeks") {
        question.weeks = values::year_weeks(weeks)?;
    }
    if let Some(share) = text(matches, "activity") {
        question.summer = values::part(share, "wrong-activity")?;
    }
    question.overlap = text(matches, "overlap").map(values::overlap).transpose()?;
    question.mix = text(matches, "mix").map(values::mix).transpose()?;
    question.apprentices = !matches.get_flag("without-apprentices");
    let told = matches.get_many::<String>("away").into_iter().flatten();
    let (away, own_away) = values::away(told.map(String::as_str))?;
    question.own_away = own_away;
    question.rules =
        values::holidays(text(matches, "summer"), text(matches, "pools"), text(matches, "pool-weeks"), away)?;
    let book = matches.get_one::<PathBuf>("out").map(|at| values::book(at)).transpose()?;
    let print = matches.get_one::<PathBuf>("print").map(|at| Ok::<_, Trouble>((at, values::form(at)?))).transpose()?;
    let other = matches.get_one::<PathBuf>("other").map(PathBuf::as_path);
    let told = fordel_app::year(path(matches, "ward"), path(matches, "plan"), other, &question)?;
    if matches.get_flag("json") {
        session.terminal.say(&told.to_json());
    } else {
        lines(&told, session).iter().for_each(|line| session.terminal.say(line));
    }
    let date = today::written(session.texts);
    for (name, saved) in [
        ("out", book.map(|at| told.save_book(at, session.texts))),
        ("print", print.map(|(at, form)| told.save_paper(at, form, session.texts, &date))),
    ] {
        let Some(saved) = saved.transpose()? else { continue };
        summary::kept(&saved, session);
        if !session.quiet && !matches.get_flag("json") {
            let at = path(matches, name).display().to_string();
            session.terminal.say(&session.texts.with("year-saved", &[("path", at.into())]));
        }
    }
    Ok(if told.planned().sums.hires() { Exit::No } else { Exit::Good })
}

/// The year in plain words.
fn lines(told: &YearTold, session: &Session) -> Vec<String> {
    let (texts, ward, outlook) = (session.texts, &told.ward, told.planned());
    let mut lines = texts.outlook(ward, outlook);
    lines.push(String::new());
    let head = ["week", "from", "asked", "own", "on-holiday", "short", "short-of", "days"];
    let mut rows = vec![head.map(|key| texts.get(&format!("year-column-{key}"))).to_vec()];
    rows.extend(outlook.weeks.iter().map(|week| row(told, week, texts)));
    lines.extend(table::lines(&rows));
    if !session.quiet {
        lines.push(String::new());
        lines.extend(outlook.holidays.iter().filter_map(|of| texts.shared(ward, outlook, of)));
        if !outlook.certified.is_empty() {
            lines.push(texts.get("year-certified-lead"));
            let mut rows = vec![texts.certified_columns()];
            rows.extend(outlook.certified.iter().map(|of| texts.certified_row(ward, of)));
            lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
        }
        let nights: Vec<String> =
            outlook.weeks.iter().flat_map(|week| &week.asked.nights).map(|night| texts.night(ward, night)).collect();
        lines.extend(nights);
    }
    lines.push(String::new());
    lines.push(texts.get("year-scenarios"));
    let head = [
        "year-scenario",
        "year-column-shifts",
        "year-column-fte",
        "year-column-kr",
        "year-column-hire-hours",
        "year-column-hire-kr",
    ];
    let mut rows = vec![head.map(|key| texts.get(key)).to_vec()];
    for (scenario, outlook) in told.scenarios.iter().filter(|(scenario, of)| scenario.is_way_out(of)) {
        rows.push(texts.scenario_row(*scenario, &outlook.sums));
    }
    lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    lines.extend(texts.scenario_notes(ward, &told.scenarios));
    if !session.quiet {
        lines.push(String::new());
        lines.push(texts.get("year-rests"));
        lines.extend(texts.outlook_rests(ward, outlook).into_iter().map(|line| format!("  {line}")));
    }
    lines
}

fn row(told: &YearTold, week: &OutlookWeek, texts: &Texts) -> Vec<String> {
    let sum = |of: fn(&fordel_core::year::outlook::GroupWeek) -> f64| week.groups.iter().map(of).sum::<f64>();
    vec![
        week.week.number.to_string(),
        texts.day(week.week.monday()),
        texts.hours(sum(|of| of.asked)),
        texts.hours(sum(|of| of.own)),
        texts.hours(sum(|of| of.on_holiday)),
        texts.hours(sum(|of| of.short())),
        texts.short_of(&told.ward, week),
        texts.holidays_of(week),
    ]
}
