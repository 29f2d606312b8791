//! Which language to speak: `--lang`, else the environment, else bokmål.

use std::ffi::OsString;

use fordel_text::Lang;

/// The environment's variables, the first that names a language of the program wins.
const VARIABLES: [&str; 4] = ["FORDEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language for these arguments. It is needed before the arguments are parsed, since help is in it too; a
/// `--lang` that can't be read is complained of by the parser.
pub fn choose(args: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let mut words = args.iter().map(|a| a.to_string_lossy()).take_while(|a| a != "--");
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next().and_then(|value| Lang::parse(&value));
        } else if let Some(value) = word.strip_prefix("--lang=") {
            asked = Lang::parse(value);
        }
    }
    asked.or_else(|| VARIABLES.iter().find_map(|name| Lang::parse(&variable(name)?))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], variables: &[(&str, &str)]) -> Lang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        choose(&args, |name| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn the_flag_wins_then_the_environment_then_bokmal() {
        assert_eq!(chosen(&["fordel"], &[]), Lang::Nb);
        assert_eq!(chosen(&["fordel"], &[("LANG", "en_GB.UTF-8")]), Lang::En);
        assert_eq!(chosen(&["fordel"], &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "nb_NO.UTF-8")]), Lang::Nb);
        assert_eq!(chosen(&["fordel"], &[("LC_ALL", "C.UTF-8")]), Lang::Nb);
        assert_eq!(chosen(&["fordel"], &[("LC_ALL", "nb_NO"), ("FORDEL_LANG", "en")]), Lang::En);
        assert_eq!(chosen(&["fordel", "plan", "--lang", "en"], &[("LANG", "nb_NO")]), Lang::En);
        assert_eq!(chosen(&["fordel", "--lang=en", "--help"], &[]), Lang::En);
        assert_eq!(chosen(&["fordel", "--lang"], &[]), Lang::Nb);
        assert_eq!(chosen(&["fordel", "--", "--lang=en"], &[]), Lang::Nb);
    }
}
