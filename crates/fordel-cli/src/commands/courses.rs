//! `fordel courses`: in which order the courses of a plan are best taken.

use clap::{Arg, ArgMatches};
use fordel_app::{CoursesOrdered, Wishes};
use fordel_core::measure::course_order::{CourseOrder, CourseStep, FirstCourse, Reached};
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place, plan, text};
use crate::exit::Exit;
use crate::progress::Display;
use crate::{table, values};

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        Arg::new("hours-a-month").long("hours-a-month").value_name("H").help(texts.get("arg-hours-a-month")),
        plan::time_limit(texts, "arg-time-limit-alone", Wishes::TIME_LIMIT),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let hours = text(matches, "hours-a-month").map(values::hours).transpose()?;
    let wishes = plan::wishes(matches)?;
    let display = Display::start(session);
    let ordered = fordel_app::course_order(path(matches, "ward"), path(matches, "plan"), hours, &wishes, &display);
    display.end();
    let ordered = ordered?;
    if matches.get_flag("json") {
        session.terminal.say(&ordered.to_json());
    } else {
        tell(&ordered, session);
    }
    Ok(Exit::Good)
}

fn tell(ordered: &CoursesOrdered, session: &Session) {
    let texts = session.texts;
    let order = &ordered.order;
    if order.first.is_empty() && order.steps.is_empty() {
        session.terminal.say(&texts.with("courses-none", &[("unit", ordered.ward.unit.as_str().into())]));
        return;
    }
    session.terminal.say(&texts.with("courses-head", &[("unit", ordered.ward.unit.as_str().into())]));
    session.terminal.say(&texts.before_courses(&order.before));
    let mut head = vec!["course", "group", "people", "hours", "outlay", "frees", "saves"];
    if ordered.months.is_some() {
        head.push("months");
    }
    let head = std::iter::once(String::new()).chain(head.iter().map(|key| texts.get(&format!("courses-{key}"))));
    let mut rows: Vec<Vec<String>> = vec![head.collect()];
    let first = order.first.iter().map(|course| first_row(course, texts));
    let steps = order.steps_from().map(|(before, step)| row(order, before, step, texts));
    for (at, mut cells) in first.chain(steps).enumerate() {
        if let Some((first, last)) = ordered.months.as_ref().and_then(|(_, months)| months.get(at)) {
            cells.push(if first == last { first.to_string() } else { format!("{first}–{last}") });
        }
        rows.push(cells);
    }
    for line in table::lines(&rows) {
        session.terminal.say(&format!("  {line}"));
    }
    if order.has_alike() {
        session.terminal.say(&texts.get("courses-alike"));
    }
    if !order.is_proven() {
        session.terminal.say(&texts.get("courses-least"));
    }
    if !session.quiet {
        session.terminal.say(&texts.get("courses-how"));
    }
}

/// A course that is there from the start: why, in place of what it sets free.
fn first_row(course: &FirstCourse, texts: &Texts) -> Vec<String> {
    vec![
        String::new(),
        format!("{} ({})", course.course, texts.get(&format!("courses-because-{}", course.because.name()))),
        course.group.clone(),
        course.people.to_string(),
        texts.fixed(course.hours, 0),
        texts.kroner(course.outlay_kr),
        String::new(),
        String::new(),
    ]
}

fn row(order: &CourseOrder, before: &Reached, step: &CourseStep, texts: &Texts) -> Vec<String> {
    vec![
        texts.course_place(order, step),
        step.course.clone(),
        step.group.clone(),
        step.people.to_string(),
        texts.fixed(step.hours, 0),
        texts.kroner(step.outlay_kr),
        texts.course_frees(before, &step.reached),
        texts.course_saves(before, &step.reached),
    ]
}
