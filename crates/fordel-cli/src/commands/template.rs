//! `fordel template`: a workbook to fill in.

use clap::{Arg, ArgMatches};
use fordel_text::Texts;

use super::{Session, Trouble, flag, path, place};
use crate::exit::Exit;
use crate::summary;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![place("workbook", "OUT.xlsx", texts.get("arg-template-out")), flag("example", texts.get("arg-example"))]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let out = values::book(path(matches, "workbook"))?;
    let saved = fordel_app::template(out, matches.get_flag("example"), session.texts.lang())?;
    summary::kept(&saved, session);
    if !session.quiet {
        let args = [("path", out.display().to_string().into())];
        session.terminal.say(&session.texts.with("template-saved", &args));
    }
    Ok(Exit::Good)
}
