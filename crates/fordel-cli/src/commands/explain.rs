//! `fordel explain`: why a line stands where it does.

use clap::{Arg, ArgMatches};
use fordel_app::{Explained, Wishes};
use fordel_core::plan::{Other, Why};
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place, plan, text};
use crate::exit::Exit;
use crate::progress::Display;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        Arg::new("row").value_name("ROW").help(texts.get("arg-row")).required(true).allow_negative_numbers(true),
        plan::time_limit(texts, "arg-time-limit-alone", Wishes::TIME_LIMIT),
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
            ("timing", texts.timing(timing).into()),
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
    let cost = texts.difference(difference).unwrap_or_else(|| texts.get("cost-unknown"));
    let with_it = texts.consequences(difference);
    let with_it = if with_it.is_empty() { String::new() } else { format!(" ({})", with_it.join(", ")) };
    format!("{}{with_it}", texts.with(key, &[group, ("cost", cost.into())]))
}
