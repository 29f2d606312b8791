//! The commands, one file each: what it takes, and what it says.

mod activity;
mod audit;
mod backup;
mod check;
mod compare;
mod convert;
mod courses;
mod demo;
mod explain;
mod keeping;
mod organisation;
mod plan;
mod projection;
mod restore;
mod serve;
mod settings_file;
mod shortage;
mod simulate;
mod template;
mod validate;
mod year;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use fordel_app::Failure;
use fordel_text::Texts;

use crate::exit::Exit;
use crate::misuse;
use crate::table;
use crate::terminal::Terminal;
use crate::values::Wrong;

/// What a command needs beside its arguments.
pub struct Session<'s> {
    /// The texts in the user's language.
    pub texts: &'s Texts,
    /// Where to speak.
    pub terminal: &'s Terminal,
    /// Say no more than is needed.
    pub quiet: bool,
}

/// Why a command gave no answer.
pub enum Trouble {
    /// The use case failed.
    Failure(Failure),
    /// A flag's value can't be read.
    Wrong(Wrong),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Trouble {
        Trouble::Failure(failure)
    }
}
impl From<Wrong> for Trouble {
    fn from(wrong: Wrong) -> Trouble {
        Trouble::Wrong(wrong)
    }
}

type Run = fn(&ArgMatches, &Session) -> Result<Exit, Trouble>;

/// A command: its name, what it takes, and what it does.
struct Entry {
    name: &'static str,
    arguments: fn(&Texts) -> Vec<Arg>,
    run: Run,
}

/// All commands, in the order of the help.
const COMMANDS: [Entry; 19] = [
    Entry { name: "demo", arguments: demo::arguments, run: demo::run },
    Entry { name: "template", arguments: template::arguments, run: template::run },
    Entry { name: "validate", arguments: validate::arguments, run: validate::run },
    Entry { name: "convert", arguments: convert::arguments, run: convert::run },
    Entry { name: "plan", arguments: plan::arguments, run: plan::run },
    Entry { name: "check", arguments: check::arguments, run: check::run },
    Entry { name: "explain", arguments: explain::arguments, run: explain::run },
    Entry { name: "courses", arguments: courses::arguments, run: courses::run },
    Entry { name: "compare", arguments: compare::arguments, run: compare::run },
    Entry { name: "shortage", arguments: shortage::arguments, run: shortage::run },
    Entry { name: "simulate", arguments: simulate::arguments, run: simulate::run },
    Entry { name: "activity", arguments: activity::arguments, run: activity::run },
    Entry { name: "year", arguments: year::arguments, run: year::run },
    Entry { name: "projection", arguments: projection::arguments, run: projection::run },
    Entry { name: "serve", arguments: serve::arguments, run: serve::run },
    Entry { name: "organisation", arguments: organisation::arguments, run: organisation::run },
    Entry { name: "backup", arguments: backup::arguments, run: backup::run },
    Entry { name: "restore", arguments: restore::arguments, run: restore::run },
    Entry { name: "audit", arguments: audit::arguments, run: audit::run },
];

/// Runs the program with these arguments, the program's own name first.
pub fn run(args: Vec<OsString>, texts: &Texts, terminal: &Terminal) -> Exit {
    let page = help_page(&args);
    let matches = match command(texts).try_get_matches_from(database_in_place(help_word_last(args))) {
        Ok(matches) => matches,
        Err(error) if !error.use_stderr() => {
            terminal.say(&error.render().to_string());
            return Exit::Good;
        }
        Err(error) => {
            terminal.note(&misuse::tell(&error, &page, texts));
            return Exit::Misuse;
        }
    };
    let chosen = matches.subcommand().and_then(|(name, m)| Some((COMMANDS.iter().find(|c| c.name == name)?, m)));
    let Some((entry, matches)) = chosen else {
        terminal.say(&texts.get("cli-start"));
        return Exit::Good;
    };
    let session = Session { texts, terminal, quiet: matches.get_flag("quiet") };
    match (entry.run)(matches, &session) {
        Ok(exit) => exit,
        Err(Trouble::Failure(failure)) => {
            let mut sentences = failure.tell(texts).into_iter();
            if let Some(first) = sentences.next() {
                terminal.note(&texts.with("cli-error", &[("sentence", first.into())]));
            }
            sentences.for_each(|sentence| terminal.note(&format!("  {sentence}")));
            failure.kind().into()
        }
        Err(Trouble::Wrong(wrong)) => {
            terminal.note(&misuse::tell_value(&wrong, &page, texts));
            Exit::Misuse
        }
    }
}

/// The help of the command that these arguments name.
fn help_page(args: &[OsString]) -> String {
    match args.iter().skip(1).find_map(|word| COMMANDS.iter().find(|c| word == c.name)) {
        Some(command) => format!("fordel {} --help", command.name),
        None => "fordel --help".to_owned(),
    }
}

/// `fordel help plan` is what many try first: it becomes `fordel plan --help`.
fn help_word_last(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// `--database FILE`, as `serve` takes it, of those that take the file by its place: it is put there.
fn database_in_place(mut args: Vec<OsString>) -> Vec<OsString> {
    let name = |word: &OsString| COMMANDS.iter().find(|c| word == c.name).map(|c| c.name);
    let chosen = args.iter().enumerate().skip(1).find_map(|(at, word)| Some((at, name(word)?)));
    // The first place of `backup`, the last one of the others.
    let (at, first) = match chosen {
        Some((at, "backup")) => (at, true),
        Some((at, "restore" | "audit")) => (at, false),
        _ => return args,
    };
    let after = |word: &OsString| word.to_str().and_then(|word| word.strip_prefix("--database=")).map(OsString::from);
    let flag = args.iter().skip(at).position(|word| word == "--database" || after(word).is_some());
    let Some(flag) = flag.map(|flag| at + flag) else { return args };
    let joined = after(&args[flag]);
    if joined.is_none() && flag + 1 == args.len() {
        return args;
    }
    args.remove(flag);
    let database = joined.unwrap_or_else(|| args.remove(flag));
    let place = if first { at + 1 } else { args.len() };
    args.insert(place, database);
    args
}

/// Width of paragraphs in help.
const PAGE: usize = 96;
/// Width of what stands beside an option in help.
const BESIDE: usize = 66;

/// The parser, with all its words in the user's language.
fn command(texts: &Texts) -> Command {
    let mut root = framed(Command::new("fordel"), texts, "fordel", texts.get("cli-about"))
        .version(fordel_app::VERSION)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("version", texts.get("arg-version")).short('V').action(ArgAction::Version).display_order(101))
        .arg(flag("quiet", texts.get("arg-quiet")).short('q').global(true).display_order(102))
        .arg(
            option("lang", "nb|en", texts.get("arg-lang"))
                .global(true)
                .value_parser(["nb", "en"])
                .hide_possible_values(true)
                .display_order(103),
        )
        .after_help(table::wrapped(&texts.get("cli-after"), PAGE));
    for entry in &COMMANDS {
        let (name, key) = (entry.name, format!("cmd-{}", entry.name));
        let long = texts.attribute(&key, "long", &[]).unwrap_or_default();
        let command = framed(Command::new(name), texts, &format!("fordel-{name}"), long)
            .about(texts.get(&key))
            .args((entry.arguments)(texts).into_iter().enumerate().map(|(at, arg)| arg.display_order(at)));
        root = root.subcommand(command);
    }
    root
}

/// Help's frame in the user's language: the parser's own headings are English. `story` stands on top.
fn framed(command: Command, texts: &Texts, usage: &str, story: String) -> Command {
    let styled = |key: &str| format!("\x1b[1m{}\x1b[0m", texts.get(key));
    let mut template = format!("{{before-help}}{} {{usage}}\n", styled("cli-heading-usage"));
    if usage == "fordel" {
        template += &format!("\n{}\n{{subcommands}}\n", styled("cli-heading-commands"));
    } else if !["fordel-demo", "fordel-serve"].contains(&usage) {
        template += &format!("\n{}\n{{positionals}}\n", styled("cli-heading-arguments"));
    }
    template += &format!("\n{}\n{{options}}{{after-help}}", styled("cli-heading-options"));
    command
        .before_help(table::wrapped(&story, PAGE))
        .help_template(template)
        .override_usage(texts.get(&format!("usage-{usage}")))
        .disable_help_flag(true)
        .arg(flag("help", texts.get("arg-help")).short('h').action(ArgAction::HelpShort).display_order(100))
}

/// A flag without a value.
fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(beside(&help)).action(ArgAction::SetTrue)
}

/// A flag with a value, read as text: what it means is told in the user's language ([`crate::values`]).
fn option(name: &'static str, value: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name(value).help(beside(&help)).allow_hyphen_values(true)
}

/// A file or folder that must be named.
fn place(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name).value_name(shown).help(beside(&help)).required(true).value_parser(value_parser!(PathBuf))
}

/// A flag that names a file or folder.
fn file(name: &'static str, shown: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name(shown).help(beside(&help)).value_parser(value_parser!(PathBuf))
}

/// `--out DIR`.
fn out_folder(help: String) -> Arg {
    file("out", "DIR", help)
}

/// `--json`.
fn json(texts: &Texts) -> Arg {
    flag("json", texts.get("arg-json"))
}

/// What stands beside an argument in help.
fn beside(help: &str) -> String {
    table::wrapped(help, BESIDE)
}

/// The path under this name; the parser holds that required ones are there.
fn path<'m>(matches: &'m ArgMatches, name: &str) -> &'m std::path::Path {
    matches.get_one::<PathBuf>(name).map_or(std::path::Path::new(""), PathBuf::as_path)
}

/// The text of an option.
fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::Lang;

    #[test]
    fn the_parser_is_sound_and_all_its_words_exist_in_both_languages() {
        for lang in [Lang::Nb, Lang::En] {
            command(&Texts::new(lang)).debug_assert();
        }
    }

    #[test]
    fn help_speaks_one_language() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        for (texts, foreign) in [(&nb, ["Usage", "Options", "Arguments"]), (&en, ["Bruk:", "Valg:", "Argumenter"])] {
            let mut root = command(texts);
            root.build();
            let mut pages = vec![root.render_long_help().to_string()];
            pages.extend(root.get_subcommands_mut().map(|c| c.render_long_help().to_string()));
            for page in pages {
                for word in foreign {
                    assert!(!page.contains(word), "`{word}` in:\n{page}");
                }
            }
        }
    }
}
