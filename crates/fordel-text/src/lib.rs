//! Texts in Norwegian (bokmål) and English, from message files, and numbers as people write them.
//!
//! The messages stand in `messages/<language>/<subject>.ftl` (Fluent) and are built into the program. Every key
//! exists in both languages; a test holds that.

mod activity;
mod course_order;
mod differences;
mod findings;
mod numbers;
mod projection;
mod shortage;
pub mod standard;
mod year;
mod year_courses;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fordel_core::complaint::{Complaint, Value};
use jiff::civil::Date;
use unic_langid::langid;

pub use shortage::{ShortageWords, asked_present, clocks, day_name, present_in_words};

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// English.
    En,
}

impl Lang {
    /// Reads `nb`, `no`, `nn`, `en`, also with a region (`en_GB.UTF-8`).
    pub fn parse(text: &str) -> Option<Lang> {
        match text.to_lowercase().get(..2)? {
            "nb" | "no" | "nn" => Some(Lang::Nb),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
    /// The language tag for documents: `nb` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::En => "en",
        }
    }
}

const NB: &[&str] = &[
    include_str!("../messages/nb/model.ftl"),
    include_str!("../messages/nb/complaints.ftl"),
    include_str!("../messages/nb/workbook.ftl"),
    include_str!("../messages/nb/plan-book.ftl"),
    include_str!("../messages/nb/report.ftl"),
    include_str!("../messages/nb/cli.ftl"),
    include_str!("../messages/nb/courses.ftl"),
    include_str!("../messages/nb/pages.ftl"),
    include_str!("../messages/nb/proposals.ftl"),
    include_str!("../messages/nb/web.ftl"),
    include_str!("../messages/nb/grid.ftl"),
    include_str!("../messages/nb/overview.ftl"),
    include_str!("../messages/nb/rhythm.ftl"),
    include_str!("../messages/nb/training.ftl"),
    include_str!("../messages/nb/documents.ftl"),
    include_str!("../messages/nb/workshop.ftl"),
    include_str!("../messages/nb/way-back.ftl"),
    include_str!("../messages/nb/import.ftl"),
    include_str!("../messages/nb/portal.ftl"),
    include_str!("../messages/nb/library.ftl"),
    include_str!("../messages/nb/history.ftl"),
    include_str!("../messages/nb/people.ftl"),
    include_str!("../messages/nb/signin.ftl"),
    include_str!("../messages/nb/api.ftl"),
    include_str!("../messages/nb/keeping.ftl"),
    include_str!("../messages/nb/board.ftl"),
    include_str!("../messages/nb/why.ftl"),
    include_str!("../messages/nb/staffing.ftl"),
    include_str!("../messages/nb/shortage.ftl"),
    include_str!("../messages/nb/heads.ftl"),
    include_str!("../messages/nb/erase.ftl"),
    include_str!("../messages/nb/simulation.ftl"),
    include_str!("../messages/nb/now.ftl"),
    include_str!("../messages/nb/log.ftl"),
    include_str!("../messages/nb/priorities.ftl"),
    include_str!("../messages/nb/year.ftl"),
    include_str!("../messages/nb/projection.ftl"),
    include_str!("../messages/nb/activity.ftl"),
    include_str!("../messages/nb/population.ftl"),
];
const EN: &[&str] = &[
    include_str!("../messages/en/model.ftl"),
    include_str!("../messages/en/complaints.ftl"),
    include_str!("../messages/en/workbook.ftl"),
    include_str!("../messages/en/plan-book.ftl"),
    include_str!("../messages/en/report.ftl"),
    include_str!("../messages/en/cli.ftl"),
    include_str!("../messages/en/courses.ftl"),
    include_str!("../messages/en/pages.ftl"),
    include_str!("../messages/en/proposals.ftl"),
    include_str!("../messages/en/web.ftl"),
    include_str!("../messages/en/grid.ftl"),
    include_str!("../messages/en/overview.ftl"),
    include_str!("../messages/en/rhythm.ftl"),
    include_str!("../messages/en/training.ftl"),
    include_str!("../messages/en/documents.ftl"),
    include_str!("../messages/en/workshop.ftl"),
    include_str!("../messages/en/way-back.ftl"),
    include_str!("../messages/en/import.ftl"),
    include_str!("../messages/en/portal.ftl"),
    include_str!("../messages/en/library.ftl"),
    include_str!("../messages/en/history.ftl"),
    include_str!("../messages/en/people.ftl"),
    include_str!("../messages/en/signin.ftl"),
    include_str!("../messages/en/api.ftl"),
    include_str!("../messages/en/keeping.ftl"),
    include_str!("../messages/en/board.ftl"),
    include_str!("../messages/en/why.ftl"),
    include_str!("../messages/en/staffing.ftl"),
    include_str!("../messages/en/shortage.ftl"),
    include_str!("../messages/en/heads.ftl"),
    include_str!("../messages/en/erase.ftl"),
    include_str!("../messages/en/simulation.ftl"),
    include_str!("../messages/en/now.ftl"),
    include_str!("../messages/en/log.ftl"),
    include_str!("../messages/en/priorities.ftl"),
    include_str!("../messages/en/year.ftl"),
    include_str!("../messages/en/projection.ftl"),
    include_str!("../messages/en/activity.ftl"),
    include_str!("../messages/en/population.ftl"),
];

/// The messages of one language, with its way of writing numbers.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    formatter: numbers::Numbers,
}

impl Texts {
    /// Loads the messages of a language.
    ///
    /// # Panics
    /// If a message file built into the program can't be parsed, which a test rules out.
    pub fn new(lang: Lang) -> Texts {
        let (id, sources) = match lang {
            Lang::Nb => (langid!("nb"), NB),
            Lang::En => (langid!("en"), EN),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("message file of {lang:?}: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("message file of {lang:?}: {errors:?}"));
        }
        Texts { lang, bundle, formatter: numbers::Numbers::new(lang) }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without arguments.
    ///
    /// # Panics
    /// If the key is in no message file: a mistake in the program.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with arguments. Numbers are written as people write them (see [`Texts::number`]) with up to two
    /// decimals, and can be used in plural choices.
    ///
    /// # Panics
    /// If the key is in no message file: a mistake in the program.
    pub fn with(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.find(key, None, args).unwrap_or_else(|| panic!("no message `{key}` in {:?}", self.lang))
    }

    /// The message's attribute, e.g. `cure`, if it has one.
    pub fn attribute(&self, key: &str, attribute: &str, args: &[(&str, Value)]) -> Option<String> {
        self.find(key, Some(attribute), args)
    }

    /// Whether the key is known.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some()
    }

    fn find(&self, key: &str, attribute: Option<&str>, args: &[(&str, Value)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            match value {
                Value::Text(text) => fluent.set(*name, FluentValue::from(text.clone())),
                // A number enters twice: as text for the eye, and as `<name>-n` for plural choices.
                Value::Number(number) => {
                    fluent.set(format!("{name}-n"), FluentValue::from(*number));
                    fluent.set(*name, FluentValue::from(self.number(*number)));
                }
                Value::Written(number) => fluent.set(*name, FluentValue::from(self.written(*number))),
                Value::Day(day) => fluent.set(*name, FluentValue::from(self.day(*day))),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors);
        assert!(errors.is_empty(), "message `{key}` in {:?}: {errors:?}", self.lang);
        Some(text.into_owned())
    }

    /// A complaint as a sentence with its place first: `Oppgaver!B7: …`.
    pub fn complaint(&self, complaint: &Complaint) -> String {
        let (place, told) = (complaint.place.to_string(), self.complaint_here(complaint));
        if place.is_empty() { told } else { format!("{place}: {told}") }
    }

    /// A complaint as a sentence where its place is seen already: at the cell itself.
    pub fn complaint_here(&self, complaint: &Complaint) -> String {
        let args: Vec<(&str, Value)> = complaint.args.iter().map(|(n, v)| (*n, v.clone())).collect();
        let sentence = self.with(complaint.code, &args);
        let cure = self.attribute(complaint.code, "cure", &args).map(|c| format!(" {c}")).unwrap_or_default();
        format!("{sentence}{cure}")
    }

    /// A number with up to two decimals, trailing zeros dropped: `1 234,5`.
    pub fn number(&self, number: f64) -> String {
        self.formatter.trimmed(number, 2)
    }

    /// A number with exactly so many decimals: `1 234,50`.
    pub fn fixed(&self, number: f64, decimals: i16) -> String {
        self.formatter.fixed(number, decimals)
    }

    /// A number as somebody typed it: all its digits, in no groups.
    pub fn written(&self, number: f64) -> String {
        match self.lang {
            Lang::Nb => number.to_string().replace('.', ","),
            Lang::En => number.to_string(),
        }
    }

    /// A day as it is kept (`2026-06-01`), as people write it; what is none as it stands.
    pub fn kept_day(&self, kept: &str) -> String {
        kept.parse::<Date>().map_or_else(|_| kept.to_owned(), |day| self.day(day))
    }

    /// A day: `01.06.2026`.
    pub fn day(&self, day: Date) -> String {
        match self.lang {
            Lang::Nb => day.strftime("%d.%m.%Y").to_string(),
            Lang::En => day.to_string(),
        }
    }

    /// A year's money in sentences and key figures, in whole thousands (`1 235 000 kr`), below ten thousand in whole
    /// hundreds. Tables, which people add up, bills and what somebody typed keep every krone: [`Texts::kroner`].
    pub fn about_kroner(&self, kroner: f64) -> String {
        self.kroner(numbers::about(kroner))
    }

    /// Whole kroner: `1 234 567 kr`. A year's money in sentences is [`Texts::about_kroner`].
    pub fn kroner(&self, kroner: f64) -> String {
        match self.lang {
            Lang::Nb => format!("{}\u{a0}kr", self.fixed(kroner, 0)),
            Lang::En => format!("NOK\u{a0}{}", self.fixed(kroner, 0)),
        }
    }

    /// A share 0 … 1 as percent: `12,3 %`.
    pub fn percent(&self, share: f64, decimals: i16) -> String {
        match self.lang {
            Lang::Nb => format!("{}\u{a0}%", self.fixed(share * 100.0, decimals)),
            Lang::En => format!("{}%", self.fixed(share * 100.0, decimals)),
        }
    }

    /// What a proof leaves open, a small share, with the decimals that tell it from nought.
    pub fn gap(&self, share: f64) -> String {
        self.percent(share, if share < 1e-4 { 4 } else { 2 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(sources: &[&str]) -> std::collections::BTreeSet<String> {
        let mut keys = std::collections::BTreeSet::new();
        for source in sources {
            let mut current = String::new();
            for line in source.lines() {
                if let Some((key, _)) = line.split_once('=') {
                    if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                        current = key.trim().to_owned();
                        keys.insert(current.clone());
                    } else if let Some(attribute) = key.trim().strip_prefix('.') {
                        keys.insert(format!("{current}.{attribute}"));
                    }
                }
            }
        }
        keys
    }

    #[test]
    fn both_languages_hold_the_same_messages() {
        assert_eq!(keys(NB), keys(EN));
        for lang in [Lang::Nb, Lang::En] {
            Texts::new(lang);
        }
    }

    #[test]
    fn a_time_of_the_day_is_told_in_the_readers_language() {
        let told = |lang: Lang| ["døgn", "dagtid", "07-09"].map(|kept| Texts::new(lang).timing(kept));
        assert_eq!(told(Lang::En), ["around the clock", "daytime, weekdays", "07–09"]);
        assert_eq!(told(Lang::Nb), ["uten tidspunkt", "dagtid hverdager", "07–09"]);
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        assert_eq!(nb.number(1234567.5), "1\u{a0}234\u{a0}567,5");
        assert_eq!(nb.fixed(-12.0, 1), "−12,0");
        assert_eq!(en.fixed(1234.567, 2), "1,234.57");
        assert_eq!(nb.percent(0.123, 1), "12,3\u{a0}%");
        assert_eq!(nb.fixed(-0.04, 1), "0,0");
        assert_eq!([nb.number(-0.0), nb.number(7.0), en.fixed(999.0, 0)], ["0", "7", "999"]);
        assert_eq!([nb.number(1000.0), nb.number(-7.0), nb.fixed(7.0, 1)], ["1\u{a0}000", "−7", "7,0"]);
        assert_eq!([nb.fixed(12.5, 0), nb.fixed(-12.5, 0), nb.fixed(0.125, 2)], ["13", "−13", "0,13"]);
        assert_eq!([nb.written(1234.5678), en.written(1234.5678)], ["1234,5678", "1234.5678"]);
        assert_eq!([nb.kroner(30_555_499.6), en.kroner(99.5)], ["30\u{a0}555\u{a0}500\u{a0}kr", "NOK\u{a0}100"]);
        let about = |kroner: f64| nb.about_kroner(kroner).replace('\u{a0}', " ");
        assert_eq!(
            [about(30_555_499.6), about(100_500.0), about(-12_345.0)],
            ["30 555 000 kr", "101 000 kr", "−12 000 kr"]
        );
        assert_eq!([about(9_949.0), about(49.0), about(-49.0)], ["9 900 kr", "0 kr", "0 kr"]);
        let change = |before: f64, after: f64| nb.about_change(before, after).replace('\u{a0}', " ");
        assert_eq!([change(100_499.0, 101_501.0), change(20_400.0, 20_000.0)], ["+2 000 kr", "0 kr"]);
        let day = Date::constant(2026, 6, 1);
        assert_eq!([nb.day(day), en.day(day)], ["01.06.2026", "2026-06-01"]);
    }
}
