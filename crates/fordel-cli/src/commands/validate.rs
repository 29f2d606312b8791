//! `fordel validate`: every complaint at once, and what was assumed.

use clap::{Arg, ArgMatches};
use fordel_app::{Holds, Validated};
use fordel_core::complaint::Severity;
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place};
use crate::exit::Exit;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![place("ward", "WARD.xlsx", texts.get("arg-ward")), json(texts)]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let validated = fordel_app::validate(path(matches, "ward"))?;
    if matches.get_flag("json") {
        session.terminal.say(&validated.to_json(session.texts));
    } else {
        tell(&validated, session);
    }
    Ok(if validated.holds.is_some() { Exit::Good } else { Exit::Input })
}

fn tell(validated: &Validated, session: &Session) {
    let texts = session.texts;
    for (severity, heading) in [
        (Severity::Fault, "validate-faults"),
        (Severity::Notice, "validate-notices"),
        (Severity::Assumed, "validate-assumed"),
    ] {
        let sentences: Vec<String> = validated.of(severity).map(|c| texts.complaint(c)).collect();
        if sentences.is_empty() || session.quiet && severity != Severity::Fault {
            continue;
        }
        session.terminal.say(&texts.with(heading, &[("count", sentences.len().into())]));
        sentences.iter().for_each(|sentence| session.terminal.say(&format!("  {sentence}")));
    }
    match &validated.holds {
        None => session.terminal.say(&texts.get("validate-mend")),
        Some(_) if session.quiet => {}
        Some(Holds { unit, lines, groups, shifts }) => {
            let args = [
                ("unit", unit.as_str().into()),
                ("lines", (*lines).into()),
                ("groups", (*groups).into()),
                ("shifts", (*shifts).into()),
            ];
            session.terminal.say(&texts.with("validate-good", &args));
        }
    }
}
