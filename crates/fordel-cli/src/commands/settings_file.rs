//! The settings of `fordel serve` in a file: `name = value`, a line each, under the names of its flags. Flags and the
//! environment win over it.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Arg, ArgMatches};
use fordel_text::Texts;

use super::{Trouble, option, text};
use crate::values::Wrong;

/// The settings that a file may hold.
const NAMES: [&str; 6] = ["listen", "database", "origin", "plans", "inside-providers", "keep-look-ups"];

/// The flag that names the file.
pub fn argument(texts: &Texts) -> Arg {
    option("settings", "FILE", texts.with("arg-settings", &[("names", NAMES.join(", ").into())])).env("FORDEL_SETTINGS")
}

/// What a settings file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SettingsFile(BTreeMap<String, String>);

impl SettingsFile {
    /// The file that is named; nothing where none is.
    ///
    /// # Errors
    /// A file that can't be read; every line that can't be used.
    pub fn of(matches: &ArgMatches) -> Result<SettingsFile, Trouble> {
        let Some(path) = text(matches, "settings") else { return Ok(SettingsFile::default()) };
        let read = std::fs::read_to_string(Path::new(path));
        let read = read.map_err(|why| Wrong { key: "wrong-settings-file", value: format!("{path}: {why}") })?;
        let settings = parsed(&read);
        Ok(settings.map_err(|lines| Wrong { key: "wrong-settings", value: format!("{path}: {}", lines.join(", ")) })?)
    }

    /// What the file itself says of a setting.
    pub fn told(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The value of a flag: from the command line, the environment, else the file.
    pub fn or_text<'a>(&'a self, matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
        text(matches, name).or_else(|| self.told(name))
    }

    /// The same of a flag that is set or not; `0`, `no`, `false`, `off` and nothing are not.
    pub fn or_flag(&self, matches: &ArgMatches, name: &str) -> bool {
        let not = ["", "0", "no", "nei", "n", "f", "false", "off"];
        matches.get_flag(name) || self.0.get(name).is_some_and(|value| !not.contains(&value.to_lowercase().as_str()))
    }
}

/// The settings, or each line that can't be used with its number. Empty lines and those that begin with `#` say nothing.
fn parsed(file: &str) -> Result<SettingsFile, Vec<String>> {
    let (mut settings, mut wrong) = (BTreeMap::new(), Vec::new());
    let lines = file.trim_start_matches('\u{feff}').lines().map(str::trim);
    for (number, line) in (1..).zip(lines).filter(|(_, line): &(u32, &str)| !line.is_empty() && !line.starts_with('#'))
    {
        let said = line.split_once('=').map(|(name, value)| (name.trim(), value.trim().trim_matches('"')));
        match said.filter(|(name, _)| NAMES.contains(name) && !settings.contains_key(*name)) {
            Some((name, value)) => drop(settings.insert(name.to_owned(), value.to_owned())),
            None => wrong.push(format!("{number} ({line})")),
        }
    }
    if wrong.is_empty() { Ok(SettingsFile(settings)) } else { Err(wrong) }
}

#[cfg(test)]
#[path = "../../../fordel-core/tests/damage/mod.rs"]
mod damage;

#[cfg(test)]
mod tests {
    use super::damage::{SOON, WORDS, rounds, taken};
    use super::*;

    #[test]
    fn lines_are_names_and_values() {
        let read =
            parsed("\u{feff}# Fordel\r\n\r\nlisten = 0.0.0.0:80\ndatabase=\"sqlite:/var/lib/a=b.db\"\n").expect("read");
        assert_eq!(read.0.get("listen").map(String::as_str), Some("0.0.0.0:80"));
        assert_eq!(read.0.get("database").map(String::as_str), Some("sqlite:/var/lib/a=b.db"));
    }

    #[test]
    fn of_a_damaged_file_every_setting_is_one_that_there_is_or_its_lines_are_told() {
        let whole: &[u8] = b"# Fordel\r\nlisten = 0.0.0.0:80\ndatabase = \"sqlite:/var/lib/a.db\"\nplans = 2\n";
        let all = rounds(600, 10_000);
        let taken = taken(&[whole], &WORDS, all, SOON, |bytes| {
            // What isn't text is refused where the file is read.
            let Ok(text) = std::str::from_utf8(bytes) else { return false };
            match parsed(text) {
                Ok(settings) => settings.0.keys().all(|name| NAMES.contains(&name.as_str())),
                Err(lines) => lines.is_empty(),
            }
        });
        assert!(taken > 0 && taken < all, "{taken} of {all}");
    }

    #[test]
    fn every_line_that_can_not_be_used_is_told_with_its_number() {
        let wrong = parsed("listen = 80\nport = 90\n# ok\nplans\nlisten = 81\n").expect_err("wrong");
        assert_eq!(wrong, ["2 (port = 90)", "4 (plans)", "5 (listen = 81)"]);
    }
}
