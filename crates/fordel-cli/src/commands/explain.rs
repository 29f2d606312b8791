//! `fordel explain`: why a line stands where it does.

use clap::{Arg, ArgMatches};
use fordel_app::{Explained, Wishes};
use fordel_core::plan::{Difference, Other, Why};
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place, plan, text};
use crate::exit::Exit;
use crate::progress::Display;
use crate::values;

/// Differences under this many kroner a year can't be told apart where they may be nought.
const INDISTINCT_KR: f64 = 20_000.0;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        Arg::new("row").value_name("ROW").help(texts.get("arg-row")).required(true).allow_negative_numbers(true),
        plan::time_limit(texts, Wishes::TIME_LIMIT),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let row = values::small(text(matches, "row").unwrap_or_default(), "wrong-row")?;
    let wishes = plan::wishes(matches)?;
    let display = Display::start(session);
    let explained = fordel_app::explain(path(matches, "ward"), path(matches, "plan"), row, &wishes, &display);
    display.end();
    let explained = explained?;
    if matches.get_flag("json") {
        session.terminal.say(&explained.to_json());
    } else {
        tell(&explained, session);
    }
    Ok(Exit::Good)
}

fn tell(explained: &Explained, session: &Session) {
    let texts = session.texts;
    let mut any_fixed = false;
    for Why { row, task, timing, days, group, others } in &explained.why {
        let args = [
            ("task", task.as_str().into()),
            ("timing", timing.as_str().into()),
            ("days", texts.days(days).into()),
            ("row", row.to_string().into()),
            ("group", group.as_str().into()),
        ];
        session.terminal.say(&texts.with("explain-stands", &args));
        for other in others {
            any_fixed |= other.cost.as_ref().is_some_and(|c| c.heads_fixed);
            session.terminal.say(&format!("  {}", sentence(other, texts)));
        }
    }
    if any_fixed && !session.quiet {
        session.terminal.say(&texts.get("explain-heads-fixed"));
    }
}

fn sentence(other: &Other, texts: &Texts) -> String {
    let group = ("group", other.group.as_str().into());
    if let Some(rule) = &other.forbidden {
        let key = format!("explain-forbidden-{rule}");
        let key = if texts.has(&key) { key.as_str() } else { "explain-forbidden" };
        return texts.with(key, &[group, ("by", other.by.clone().unwrap_or_default().into())]);
    }
    let Some(difference) = &other.cost else { return texts.with("explain-unknown", &[group]) };
    if difference.impossible {
        return texts.with("explain-impossible", &[group]);
    }
    let key = if difference.heads_fixed { "explain-costs-fixed" } else { "explain-costs" };
    let cost = [group, ("cost", cost(difference, texts).into())];
    format!("{}{}", texts.with(key, &cost), consequences(difference, texts))
}

/// The difference as an interval, or that it can't be told from nought.
fn cost(difference: &Difference, texts: &Texts) -> String {
    let signed = |kr: f64| signed_kroner(kr, texts);
    match (difference.low, difference.high) {
        (Some(low), Some(high)) if low <= 0.0 && (0.0..INDISTINCT_KR).contains(&high) => {
            // An interval that is nought itself is known, not indistinct.
            if high - low < 0.5 {
                texts.with("cost-same", &[])
            } else {
                texts.with("cost-indistinct", &[("low", signed(low).into()), ("high", signed(high).into())])
            }
        }
        (Some(low), Some(high)) if high - low < 0.5 => texts.with("cost-exact", &[("cost", signed(high).into())]),
        (Some(low), Some(high)) => {
            texts.with("cost-between", &[("low", signed(low).into()), ("high", signed(high).into())])
        }
        (None, Some(high)) => texts.with("cost-at-most", &[("high", signed(high).into())]),
        (Some(low), None) => texts.with("cost-at-least", &[("low", signed(low).into())]),
        (None, None) => texts.get("cost-unknown"),
    }
}

/// Årsverk and courses that come with it.
fn consequences(difference: &Difference, texts: &Texts) -> String {
    let mut parts = Vec::new();
    if let Some(fte) = difference.fte.filter(|fte| fte.abs() >= 0.005) {
        parts.push(format!("{} {}", signed(texts.fixed(fte, 2), fte), texts.get("unit-fte")));
    }
    for (group, course) in &difference.courses {
        parts.push(
            texts.with("explain-course", &[("group", group.as_str().into()), ("course", course.as_str().into())]),
        );
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// Kroner with a plus where they are more.
fn signed_kroner(kr: f64, texts: &Texts) -> String {
    signed(texts.kroner(kr), if kr.abs() < 0.5 { 0.0 } else { kr })
}

fn signed(text: String, number: f64) -> String {
    if number > 0.0 { format!("+{text}") } else { text }
}
