//! `fordel projection`: need for and supply of personnel years ahead, scenarios.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};
use fordel_app::{ProjectionQuestion, ProjectionTold};
use fordel_core::projection::outlook::{Figures, SHORT};

use super::{Session, Trouble, file, json, option, path, place, text};
use crate::exit::Exit;
use crate::summary;
use crate::table;
use crate::today;
use crate::values;

pub fn arguments(texts: &fordel_text::Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-projection-plan")).required(false),
        option("from", "YEAR", texts.get("arg-projection-from")),
        option("years", "N", texts.get("arg-projection-years")),
        file("population", "FILE", texts.get("arg-projection-population")),
        option("region", "NAME", texts.get("arg-projection-region")).action(ArgAction::Append),
        file("also", "WARD.xlsx [PLAN]", texts.get("arg-projection-also")).num_args(1..=2).action(ArgAction::Append),
        option("draws", "N", texts.get("arg-projection-draws")),
        option("seed", "N", texts.get("arg-projection-seed")),
        file("out", "OUT.xlsx", texts.get("arg-projection-out")),
        file("print", "OUT.html", texts.get("arg-projection-print")),
        file("chart", "OUT.svg", texts.get("arg-projection-chart")),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let first = text(matches, "from").map(values::year).transpose()?.unwrap_or_else(|| today::date().year());
    let mut question = ProjectionQuestion::from(first);
    if let Some(years) = text(matches, "years") {
        question.years.years = values::years_ahead(years)?;
    }
    if let Some(draws) = text(matches, "draws") {
        question.years.draws = values::draws(draws)?;
    }
    if let Some(seed) = text(matches, "seed") {
        question.years.seed = values::whole(seed, "wrong-projection-seed")?;
    }
    let regions = matches.get_many::<String>("region").into_iter().flatten().cloned().collect();
    question.population = matches.get_one::<PathBuf>("population").map(|file| (file.clone(), regions));
    let mut units = vec![(path(matches, "ward").to_owned(), matches.get_one::<PathBuf>("plan").cloned())];
    for mut more in matches.get_occurrences::<PathBuf>("also").into_iter().flatten() {
        units.extend(more.next().map(|ward| (ward.clone(), more.next().cloned())));
    }
    let file = |name: &str| matches.get_one::<PathBuf>(name);
    let book = file("out").map(|at| values::book(at)).transpose()?;
    let page = file("print").map(|at| values::page(at)).transpose()?;
    let chart = file("chart").map(|at| values::picture(at)).transpose()?;
    let told = fordel_app::projection(&units, &question)?;
    if matches.get_flag("json") {
        session.terminal.say(&told.to_json());
    } else {
        lines(&told, session).iter().for_each(|line| session.terminal.say(line));
    }
    let date = today::written(session.texts);
    for (name, saved) in [
        ("out", book.map(|at| told.save_book(at, session.texts))),
        ("print", page.map(|at| told.save_page(at, session.texts, &date))),
        ("chart", chart.map(|at| told.save_chart(at, session.texts))),
    ] {
        let Some(saved) = saved.transpose()? else { continue };
        summary::kept(&saved, session);
        if !session.quiet && !matches.get_flag("json") {
            let at = path(matches, name).display().to_string();
            session.terminal.say(&session.texts.with("projection-saved", &[("path", at.into())]));
        }
    }
    let last = told.projection.question.years as usize;
    let is_short = told.projection.as_today().sum(last, Figures::short) >= SHORT;
    Ok(if is_short { Exit::No } else { Exit::Good })
}

/// The years in plain words.
fn lines(told: &ProjectionTold, session: &Session) -> Vec<String> {
    let (texts, projection) = (session.texts, &told.projection);
    let (now, last) = (projection.as_today(), projection.question.years as usize);
    let heads = |keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| texts.get(&format!("projection-column-{key}"))).collect()
    };
    let mut lines = texts.projection_said(projection);
    lines.extend(texts.projection_lacking(projection).into_iter().map(|line| format!("  {line}")));
    let mut add = |title: String, rows: Vec<Vec<String>>| {
        lines.push(String::new());
        lines.push(title);
        lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
    };
    let keys = ["year", "need", "growth", "people", "retired", "left", "joined", "positions", "short", "band"];
    let years = (0..projection.years().len()).map(|t| texts.projection_year_row(projection, now, t));
    add(texts.get("projection-years"), std::iter::once(heads(&keys)).chain(years).collect());
    let keys = ["group", "need", "people", "positions", "gap", "band", "gap-people"];
    let groups = now.groups.iter().map(|group| texts.projection_group_row(group, last));
    add(texts.get("projection-groups-caption"), std::iter::once(heads(&keys)).chain(groups).collect());
    let keys = ["scenario", "need", "growth", "positions", "short", "band", "short-people"];
    let scenarios = projection.scenarios.iter().map(|of| texts.projection_scenario_row(projection, of));
    add(texts.get("projection-scenarios-caption"), std::iter::once(heads(&keys)).chain(scenarios).collect());
    if !session.quiet {
        lines.push(String::new());
        lines.push(texts.get("projection-rests"));
        let rests = texts.projection_rests(projection, &told.wards());
        lines.extend(rests.into_iter().map(|line| format!("  {line}")));
    }
    lines
}
