//! `fordel demo`: the example ward through the whole of planning.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};
use fordel_app::{Order, Wishes};
use fordel_text::Texts;

use super::{Session, Trouble, out_folder, plan};
use crate::exit::Exit;
use crate::progress::Display;
use crate::{summary, today};

/// Where the example goes when nothing is said.
const FOLDER: &str = "fordel-demo";

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        out_folder(texts.with("arg-demo-out", &[("folder", FOLDER.into())])),
        plan::time_limit(texts, "arg-time-limit", Wishes::EXAMPLE_TIME_LIMIT),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let out = matches.get_one::<PathBuf>("out").map_or(Path::new(FOLDER), PathBuf::as_path);
    let wishes = plan::wishes(matches)?;
    let display = Display::start(session);
    let date = today::written(session.texts);
    let order = Order { wishes: &wishes, out: Some(out), lang: session.texts.lang(), date: &date };
    let demonstrated = fordel_app::demo(&order, &display);
    display.end();
    let demonstrated = demonstrated?;
    summary::kept(&demonstrated.workbook, session);
    let told = demonstrated.workbook.at.display().to_string();
    session.terminal.say(&session.texts.with("demo-workbook", &[("path", told.into())]));
    Ok(plan::tell(&demonstrated.planned, session))
}
