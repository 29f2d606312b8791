//! `fordel serve`: the site in the browser.

use std::net::{Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Arg, ArgMatches};
use fordel_app::Moment;
use fordel_app::service::LOOK_UPS_KEPT;
use fordel_text::{Lang, Texts};
use fordel_web::server::{Incident, Seen};
use fordel_web::{Ready, Settings, Stopped};

use super::settings_file::{self, SettingsFile};
use super::{Session, Trouble, flag, option};
use crate::exit::Exit;
use crate::values::{self, Wrong};
use crate::{interrupt, terminal, today};

/// Where the site is when nothing is said: for this machine alone.
pub const LISTEN: &str = "127.0.0.1:8080";
/// Where the database is when nothing is said.
pub const DATABASE: &str = "fordel.db";

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        option("listen", "HOST:PORT", texts.with("arg-listen", &[("default", LISTEN.into())])).env("FORDEL_LISTEN"),
        option("database", "DATABASE", texts.with("arg-database", &[("default", DATABASE.into())]))
            .env("FORDEL_DATABASE"),
        option("origin", "URL", texts.get("arg-origin")).env("FORDEL_ORIGIN"),
        option("plans", "N", texts.get("arg-plans")).env("FORDEL_PLANS"),
        flag("inside-providers", texts.get("arg-inside-providers"))
            .env("FORDEL_INSIDE_PROVIDERS")
            .value_parser(clap::builder::FalseyValueParser::new()),
        option("keep-look-ups", "DAYS", texts.with("arg-keep-look-ups", &[("default", LOOK_UPS_KEPT.into())]))
            .env("FORDEL_KEEP_LOOK_UPS"),
        flag("demo", texts.get("arg-serve-demo")),
        settings_file::argument(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let texts = session.texts;
    let demo = matches.get_flag("demo");
    let file = SettingsFile::of(matches)?;
    let given = |name: &str| file.or_text(matches, name);
    let throw_away = demo && given("database").is_none();
    let database = if throw_away { throw_away_database() } else { database(given("database"))? };
    let settings = Settings {
        listen: listen(given("listen"))?,
        database,
        demo,
        lang: texts.lang(),
        origin: origin(given("origin"))?,
        plans: plans(given("plans"), std::thread::available_parallelism().map_or(1, usize::from))?,
        inside: file.or_flag(matches, "inside-providers"),
        look_ups: look_ups(given("keep-look-ups"))?,
    };
    let date = Arc::new(|lang: Lang| today::written(&Texts::new(lang)));
    // Texts take milliseconds to load, and a page may hold a hundred moments.
    let both = [Lang::Nb, Lang::En].map(Texts::new);
    let times = Arc::new(move |lang: Lang, at: Moment| today::moment(at.0, &both[usize::from(lang == Lang::En)]));
    let report = Arc::new(|incident: &Incident| {
        let Incident { number, asked, what, at } = incident;
        let what = what.escape_debug();
        terminal::note(&format!("{} fordel incident={number} asked=\"{asked}\" what=\"{what}\"", today::in_utc(*at)));
    });
    let watch = Arc::new(|seen: &Seen| terminal::note(&seen_line(seen)));
    interrupt::listen(texts.get("serve-stopping"));
    let ready = |ready: &Ready| tell(ready, throw_away, &settings, session);
    let ended = fordel_web::run(&settings, date, times, (report, watch), ready, interrupt::asked);
    if throw_away {
        forget(&settings.database);
    }
    match ended {
        Ok(()) => Ok(Exit::Good),
        Err(stopped) => {
            session.terminal.note(&why(&stopped, &settings, texts));
            Ok(match stopped {
                Stopped::Listen(_) => Exit::Misuse,
                Stopped::Store(_) | Stopped::Damaged(_) => Exit::Input,
                Stopped::System(_) => Exit::Internal,
            })
        }
    }
}

/// An event as a line: the time in UTC, then names and values.
fn seen_line(seen: &Seen) -> String {
    let or_dash = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let (from, person) = (or_dash(seen.from.map(|ip| ip.to_string())), or_dash(seen.person.map(|id| id.to_string())));
    let Seen { at, event, asked, status, .. } = seen;
    format!("{} fordel event={event} asked=\"{asked}\" status={status} from={from} person={person}", today::in_utc(*at))
}

fn tell(ready: &Ready, throw_away: bool, settings: &Settings, session: &Session) {
    let texts = session.texts;
    let say = |key: &str, args: &[(&str, fordel_core::complaint::Value)]| session.terminal.say(&texts.with(key, args));
    say("serve-address", &[("address", ready.address.as_str().into())]);
    match &ready.example {
        Some(link) => say("serve-example", &[("link", link.as_str().into())]),
        None if settings.demo => say("serve-not-empty", &[]),
        None => {}
    }
    if let Some(link) = &ready.first {
        say("serve-first", &[("link", link.as_str().into())]);
    }
    if throw_away {
        say("serve-throw-away", &[]);
    } else if !session.quiet {
        say("serve-database", &[("path", settings.database.display().to_string().into())]);
    }
    if !session.quiet {
        say("serve-stop", &[]);
    }
}

fn why(stopped: &Stopped, settings: &Settings, texts: &Texts) -> String {
    use fordel_app::service::StoreFailure;
    let path = settings.database.display().to_string();
    let of_store = |key: &str, why: String| texts.with(key, &[("path", path.clone().into()), ("why", why.into())]);
    match stopped {
        Stopped::Listen(why) => {
            let listen = settings.listen.to_string();
            texts.with("serve-no-listen", &[("listen", listen.into()), ("why", why.to_string().into())])
        }
        Stopped::Damaged(why) => of_store("serve-damaged", why.clone()),
        Stopped::Store(StoreFailure::Corrupt(why)) => of_store("serve-corrupt", why.clone()),
        Stopped::Store(StoreFailure::Foreign) => of_store("serve-foreign", String::new()),
        Stopped::Store(StoreFailure::Newer { version }) => of_store("serve-newer", version.to_string()),
        Stopped::Store(StoreFailure::Busy) => of_store("serve-busy", String::new()),
        Stopped::Store(other) => of_store("serve-no-database", other.to_string()),
        Stopped::System(why) => texts.with("serve-no-system", &[("why", why.as_str().into())]),
    }
}

fn listen(written: Option<&str>) -> Result<SocketAddr, Trouble> {
    let written = written.unwrap_or(LISTEN);
    // A port alone means this machine.
    let whole =
        if written.chars().all(|c| c.is_ascii_digit()) { format!("127.0.0.1:{written}") } else { written.into() };
    let whole = whole.replace("localhost:", "127.0.0.1:");
    whole.parse().map_err(|_| wrong("wrong-listen", written))
}

/// The address that people use, as browsers write it: `https://fordel.example.no`, maybe with a port, and no path.
pub fn origin(written: Option<&str>) -> Result<Option<String>, Trouble> {
    let Some(written) = written else { return Ok(None) };
    let origin = written.trim_end_matches('/').to_ascii_lowercase();
    let named = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://")).unwrap_or_default();
    let port = named.rsplit_once(':').filter(|_| !named.ends_with(']'));
    let (host, is_port) = port.map_or((named, true), |(host, port)| (host, port.parse::<u16>().is_ok()));
    let is_host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(number) => number.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c)),
    };
    if is_host && is_port { Ok(Some(origin)) } else { Err(wrong("wrong-origin", written)) }
}

/// The database that is named, or the one where nothing is said.
pub fn database(written: Option<&str>) -> Result<PathBuf, Trouble> {
    Ok(values::database(Path::new(written.unwrap_or(DATABASE)))?)
}

/// Plans that are made at the same time: at most as many as there are cores, since more would only hold each other up.
fn plans(written: Option<&str>, cores: usize) -> Result<usize, Trouble> {
    // A search takes two threads.
    let Some(written) = written else { return Ok(cores.div_ceil(2)) };
    let plans: Option<usize> = written.parse().ok().filter(|plans| (1..=64).contains(plans));
    plans.map(|plans| plans.min(cores)).ok_or_else(|| wrong("wrong-plans", written))
}

/// Days that look-ups are kept: up to ten years.
fn look_ups(written: Option<&str>) -> Result<u32, Trouble> {
    let Some(written) = written else { return Ok(LOOK_UPS_KEPT) };
    let days: Option<u32> = written.parse().ok().filter(|days| (1..=3650).contains(days));
    days.ok_or_else(|| wrong("wrong-keep-look-ups", written))
}

fn wrong(key: &'static str, value: &str) -> Trouble {
    Trouble::Wrong(Wrong { key, value: value.to_owned() })
}

fn throw_away_database() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("fordel-demo-{}", std::process::id()));
    // Where it can't be made, opening the database in it says so.
    let _ = std::fs::create_dir_all(&folder);
    folder.join("fordel.db")
}

fn forget(database: &Path) {
    if let Some(folder) = database.parent() {
        let _ = std::fs::remove_dir_all(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_plans_are_made_at_once_than_there_are_cores() {
        for (written, cores, made) in
            [(None, 1, 1), (None, 2, 1), (None, 8, 4), (Some("64"), 2, 2), (Some("2"), 8, 2), (Some("1"), 2, 1)]
        {
            assert_eq!(plans(written, cores).ok(), Some(made), "{written:?} on {cores} cores");
        }
        for wrong in ["0", "65", "-1", "many", ""] {
            assert!(plans(Some(wrong), 2).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_origin_is_a_kind_and_a_name_and_nothing_more() {
        let read = |written: &str| origin(Some(written)).ok().flatten();
        for (written, kept) in [
            ("https://fordel.sykehuset.no", "https://fordel.sykehuset.no"),
            ("HTTPS://Fordel.Sykehuset.no/", "https://fordel.sykehuset.no"),
            ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://[::1]", "http://[::1]"),
        ] {
            assert_eq!(read(written).as_deref(), Some(kept));
        }
        for wrong in ["hei", "", "https://", "ftp://a.no", "https://a.no/sti", "http://a:b", "http://a?b"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert!(matches!(origin(None), Ok(None)));
    }

    #[test]
    fn an_event_is_one_line_with_its_time_in_utc() {
        let seen = Seen {
            at: 1_790_000_000_000,
            event: "sign-in-failed",
            asked: "POST /enter".into(),
            status: 422,
            from: "10.0.0.7".parse().ok(),
            person: None,
        };
        let line =
            "2026-09-21T14:13:20Z fordel event=sign-in-failed asked=\"POST /enter\" status=422 from=10.0.0.7 person=-";
        assert_eq!(seen_line(&seen), line);
    }
}
