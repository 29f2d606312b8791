//! Headings of the wide form: a time of day, or a category.

use fordel_core::time::{DaySet, Intervals};
use fordel_core::ward::Timing;

use crate::read::values::{is_dash, window_in};
use crate::read::words::Names;

/// What a row with text in the first column alone says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// When the tasks below are done.
    When(Timing, DaySet),
    /// The category of the tasks below.
    Category(usize),
    /// A stretch of the day that isn't one of the ward's.
    UnknownStretch,
    /// Something else.
    Unknown,
}

/// Reads a heading.
pub fn read(text: &str, intervals: &Intervals, categories: &Names) -> Heading {
    // A heading may say more than the category: `Pasientbehandling sengepost:`.
    if let Some(category) = categories.find(text).or_else(|| categories.that_begins(text)) {
        return Heading::Category(category);
    }
    let lower = text.to_lowercase();
    let days = days(&lower);
    if let Some(window) = stretch(text).and_then(|part| window_in(&part)) {
        return match intervals.span(window) {
            Some(span) => Heading::When(Timing::Span { from: span.start, to: span.end }, days),
            None => Heading::UnknownStretch,
        };
    }
    if lower.contains("døgn")
        || lower.contains("uten tidspunkt")
        || lower.contains("around the clock")
        || lower.contains("untimed")
    {
        return Heading::When(Timing::AroundTheClock, days);
    }
    if lower.contains("dagtid") || lower.contains("daytime") {
        return Heading::When(Timing::Daytime, DaySet::WEEKDAYS);
    }
    Heading::Unknown
}

/// The days that a heading of time names; all, if none.
fn days(lower: &str) -> DaySet {
    if lower.contains("hele uke") {
        DaySet::ALL
    } else if lower.contains("hverdag") || lower.contains("ukedag") || lower.contains("weekday") {
        DaySet::WEEKDAYS
    } else if lower.contains("helg") || lower.contains("weekend") {
        DaySet::WEEKEND
    } else {
        DaySet::ALL
    }
}

/// The part of a heading from its first digit to its last that reads as a stretch of the day.
fn stretch(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ':' | '.') || is_dash(c);
    let words = text[start..].replace(" til ", "-").replace(" to ", "-").replace("kl.", "").replace("kl", "");
    let end = words.find(|c: char| !is_part(c)).unwrap_or(words.len());
    let part = words[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    Some(part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::words::name_key;

    #[test]
    fn headings_of_the_form() {
        let intervals = Intervals::standard();
        let mut categories = Names::new(name_key);
        for name in ["Pasientbehandling", "Prosedyrer", "Renhold/orden/rydding", "Opplæring"] {
            assert!(categories.add(name).is_ok());
        }
        let span = |from, to, days| Heading::When(Timing::Span { from, to }, days);
        for (text, expected) in [
            (
                "Oppgaver uten tidspunkt, utføres hele døgnet hele uken",
                Heading::When(Timing::AroundTheClock, DaySet::ALL),
            ),
            (
                "Oppgaver som utføres/kan utføres dagtid vanlige ukedager",
                Heading::When(Timing::Daytime, DaySet::WEEKDAYS),
            ),
            ("kl. 07:00 – 09:00", span(0, 1, DaySet::ALL)),
            ("Kl 07.00-09.00 hverdager", span(0, 1, DaySet::WEEKDAYS)),
            ("kl. 22:00 til kl. 07:00, helg", span(5, 6, DaySet::WEEKEND)),
            ("07-15", span(0, 3, DaySet::ALL)),
            ("kl. 08:00 – 09:00", Heading::UnknownStretch),
            ("Pasientbehandling:", Heading::Category(0)),
            ("Pasientbehandling sengepost:", Heading::Category(0)),
            ("Renhold/orden/rydding:", Heading::Category(2)),
            ("Medisinsk sengepost 2026", Heading::Unknown),
            ("Diverse:", Heading::Unknown),
        ] {
            assert_eq!(read(text, &intervals, &categories), expected, "{text}");
        }
    }
}
