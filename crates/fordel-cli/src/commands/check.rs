//! `fordel check`: an independent check of a plan, also of one changed by hand.

use std::collections::BTreeMap;

use clap::{Arg, ArgMatches};
use fordel_app::Checked;
use fordel_core::check::UNTOLD;
use fordel_core::plan::Broken;
use fordel_core::ward::Goal;
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place};
use crate::exit::Exit;
use crate::table;
use crate::values::unit;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let checked = fordel_app::check(path(matches, "ward"), path(matches, "plan"))?;
    if matches.get_flag("json") {
        session.terminal.say(&checked.to_json(session.texts));
    } else {
        tell(&checked, session);
    }
    Ok(if checked.report.broken.is_empty() { Exit::Good } else { Exit::No })
}

/// Breaches of one rule that are told one by one: a plan of another ward has hundreds.
const SHOWN: usize = 20;

/// Breaches as sentences, and how many more there are.
fn told_one_by_one(broken: &[Broken], texts: &Texts) -> Vec<String> {
    let mut of_rule: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = Vec::new();
    for one in broken {
        let told = of_rule.entry(&one.rule).or_default();
        *told += 1;
        if *told <= SHOWN {
            lines.push(texts.broken(one));
        }
    }
    let more = broken.len() - lines.len();
    if more > 0 {
        lines.push(texts.with("check-more", &[("count", more.into())]));
    }
    lines
}

fn tell(checked: &Checked, session: &Session) {
    let (texts, terminal) = (session.texts, session.terminal);
    let broken = &checked.report.broken;
    if !broken.is_empty() && broken.iter().all(|one| one.rule == UNTOLD) {
        terminal.say(&texts.get("check-lacking"));
    } else if !broken.is_empty() {
        terminal.say(&texts.with("check-broken", &[("count", broken.len().into())]));
    } else if checked.untold.is_empty() {
        terminal.say(&texts.get("check-good"));
    } else {
        let untold = checked.untold.iter().map(|key| texts.told_under(key)).collect::<Vec<_>>();
        terminal.say(&texts.with("check-good-as-told", &[("untold", texts.list(&untold).into())]));
    }
    let (plan, ward) = (&checked.plan.unit, &checked.ward.unit);
    if !plan.is_empty() && plan != ward {
        let args = [("plan", plan.as_str().into()), ("ward", ward.as_str().into())];
        terminal.say(&texts.with("check-of-another", &args));
    }
    told_one_by_one(broken, texts).iter().for_each(|line| terminal.say(&format!("  {line}")));
    if session.quiet || checked.plan.placements.is_empty() && checked.plan.staffing.is_empty() {
        return;
    }
    let figures = &checked.report.recomputed;
    terminal.say(&format!("\n{}", texts.get("check-figures")));
    let mut rows = vec![vec![texts.get("figure-year-cost"), texts.kroner(figures.year_cost)]];
    for (goal, value) in figures.goals.iter().filter(|(goal, _)| *goal != Goal::Cost) {
        let unit = texts.get(unit(*goal));
        let name = table::capitalised(&texts.get(&format!("goal-{}", goal.name())));
        rows.push(vec![name, format!("{} {unit}", texts.number(*value))]);
    }
    rows.push(vec![texts.get("figure-moves"), texts.number(f64::from(figures.moves))]);
    table::lines(&rows).iter().for_each(|line| terminal.say(&format!("  {line}")));
    let mut rows = vec![
        ["column-group", "column-fte", "column-people", "column-paid-hours", "column-task-minutes"]
            .map(|key| texts.get(key))
            .to_vec(),
    ];
    for sum in &figures.groups {
        rows.push(vec![
            sum.group.clone(),
            texts.fixed(sum.fte, 2),
            texts.number(f64::from(sum.people)),
            texts.fixed(sum.paid_hours_week, 1),
            texts.fixed(sum.minutes_week, 0),
        ]);
    }
    terminal.say("");
    table::lines(&rows).iter().for_each(|line| terminal.say(&format!("  {line}")));
    for course in &figures.training {
        let args = [
            ("group", course.group.as_str().into()),
            ("course", course.course.as_str().into()),
            ("people", course.people.into()),
            ("cost", texts.kroner(course.cost).into()),
        ];
        terminal.say(&format!("  {}", texts.with("course-line", &args)));
    }
}
