//! `fordel convert`: the form as wards fill it in, to the long form.

use clap::{Arg, ArgMatches};
use fordel_core::complaint::Severity;
use fordel_text::Texts;

use super::{Session, Trouble, path, place};
use crate::exit::Exit;
use crate::summary;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![place("wide", "WIDE.xlsx", texts.get("arg-wide")), place("long", "OUT.xlsx", texts.get("arg-convert-out"))]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let out = values::book(path(matches, "long"))?;
    let converted = fordel_app::convert(path(matches, "wide"), out, session.texts.lang())?;
    summary::kept(&converted.saved, session);
    if !session.quiet {
        let complaints = &converted.opened.complaints;
        let to_fill_in: Vec<_> = complaints.iter().filter(|c| c.severity == Severity::Assumed).collect();
        let args = [
            ("path", out.display().to_string().into()),
            ("lines", converted.opened.ward.lines.len().into()),
            ("count", to_fill_in.len().into()),
        ];
        session.terminal.say(&session.texts.with("convert-saved", &args));
        for complaint in complaints {
            session.terminal.say(&format!("  {}", session.texts.complaint(complaint)));
        }
        let left = &converted.left;
        if !left.is_empty() {
            let args = [("count", left.len().into()), ("sheets", session.texts.list(left).into())];
            session.terminal.say(&session.texts.with("convert-left", &args));
        }
        let key = if converted.opened.gaps.is_empty() { "convert-ready" } else { "convert-next" };
        let next = [("path", out.display().to_string().into())];
        session.terminal.say(&session.texts.with(key, &next));
    }
    Ok(Exit::Good)
}
