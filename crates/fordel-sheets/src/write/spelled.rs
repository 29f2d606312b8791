//! How what is chosen on a page is spelled in a cell, and what a cell says in another language.

use fordel_core::shortage::rules::Rules;
use fordel_core::ward::{Priority, Timing};
use fordel_text::{Lang, Texts};

use super::words::Words;
use crate::columns::{Name, setting};
use crate::read::{named_days, named_timing, window_in};

/// `rød`, `gul` or `grønn`.
pub fn priority(priority: Priority, lang: Lang) -> &'static str {
    Words(lang).priority(priority)
}

/// Each setting that holds a rule of the traffic light, with the value that says it.
pub fn shortage_rules(rules: &Rules, lang: Lang) -> [(Name, String); 5] {
    let w = Words(lang);
    [
        (setting::YELLOW, w.yields(rules.yellow).to_owned()),
        (setting::GREEN, w.yields(rules.green).to_owned()),
        (setting::WITHIN, w.within(rules.within).to_owned()),
        (setting::RELIEF, w.relief(&rules.relief)),
        (setting::DROPPED, w.dropped(rules.dropped)),
    ]
}

/// When a line's work falls as its cell says it, for people to read: the program's own words in their language (`døgn`,
/// `around the clock`), a stretch of the day as [`Texts::timing`] writes it.
pub fn timing(typed: &str, texts: &Texts) -> String {
    match named_timing(typed) {
        Some(Timing::AroundTheClock) => Words(texts.lang()).around_the_clock().to_owned(),
        Some(Timing::Daytime) => Words(texts.lang()).daytime().to_owned(),
        _ if window_in(typed).is_some() => texts.timing(typed),
        _ => typed.to_owned(),
    }
}

/// Days as a cell says them, those that have a name in this language: `hverdager`, `weekdays`.
pub fn days(typed: &str, lang: Lang) -> String {
    named_days(typed).map_or_else(|| typed.to_owned(), |days| Words(lang).days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_words_are_said_in_the_readers_language_and_others_as_typed() {
        let told = |text| [Lang::Nb, Lang::En].map(|lang| timing(text, &Texts::new(lang)));
        assert_eq!(told("Døgn"), ["døgn", "around the clock"]);
        assert_eq!(told("daytime"), ["dagtid", "daytime"]);
        assert_eq!(told("07-09"), ["07–09", "07–09"]);
        assert_eq!(told("før-lunsj"), ["før-lunsj", "før-lunsj"], "what is no stretch of the day stands as it is");
        let told = |text| (days(text, Lang::Nb), days(text, Lang::En));
        assert_eq!(told("weekend"), ("helg".to_owned(), "weekend".to_owned()));
        assert_eq!(told("man-tor"), ("man-tor".to_owned(), "man-tor".to_owned()));
    }
}
