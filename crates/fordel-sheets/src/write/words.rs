//! The ward's values as they are written in cells, in either language.

use fordel_core::shortage::rules::{Dropped, Relief, Step, Within, Yields};
use fordel_core::time::{Day, DaySet, Window};
use fordel_core::ward::{Alike, Covers, DriverId, GroupId, Priority, TaskLine, Timing, Ward};
use fordel_core::year::What;
use fordel_text::{Lang, standard};

use crate::columns::Name;
use crate::read::PROJECTION_WORDS;

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words(pub Lang);

impl Words {
    /// The Norwegian or the English word.
    pub fn pick<'t>(self, nb: &'t str, en: &'t str) -> &'t str {
        match self.0 {
            Lang::Nb => nb,
            Lang::En => en,
        }
    }
    /// A sheet's or column's name.
    pub fn name(self, name: Name) -> &'static str {
        self.pick(name.nb, name.en)
    }
    /// `ja` or `nei`.
    pub fn yes_no(self, truth: bool) -> &'static str {
        if truth { self.pick("ja", "yes") } else { self.pick("nei", "no") }
    }
    /// A number within a text, exact, with the language's decimal sign.
    pub fn number(self, number: f64) -> String {
        number.to_string().replace('.', self.pick(",", "."))
    }
    /// `ingen`.
    pub fn none(self) -> &'static str {
        self.pick("ingen", "none")
    }
    /// `uke`.
    pub fn week(self) -> &'static str {
        self.pick("uke", "week")
    }
    /// `måned`.
    pub fn month(self) -> &'static str {
        self.pick("måned", "month")
    }
    /// `døgn`.
    pub fn around_the_clock(self) -> &'static str {
        self.pick("døgn", "around the clock")
    }
    /// `dagtid`.
    pub fn daytime(self) -> &'static str {
        self.pick("dagtid", "daytime")
    }
    /// A standard category in the language, a ward's own as it is.
    pub fn category(self, name: &str) -> &str {
        standard::category(name, self.0)
    }
    /// `alle`, `hverdager`, `helg` or a list `ma,on,fr`.
    pub fn days(self, days: DaySet) -> String {
        match days {
            DaySet::ALL => self.pick("alle", "all").to_owned(),
            DaySet::WEEKDAYS => self.pick("hverdager", "weekdays").to_owned(),
            DaySet::WEEKEND => self.pick("helg", "weekend").to_owned(),
            some => some.iter().map(|day| self.day(day)).collect::<Vec<_>>().join(","),
        }
    }
    fn day(self, day: Day) -> &'static str {
        const NB: [&str; 7] = ["ma", "ti", "on", "to", "fr", "lø", "sø"];
        const EN: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        self.pick(NB[usize::from(day.0)], EN[usize::from(day.0)])
    }
    /// `rød`, `gul` or `grønn`.
    pub fn priority(self, priority: Priority) -> &'static str {
        match priority {
            Priority::Red => self.pick("rød", "red"),
            Priority::Yellow => self.pick("gul", "yellow"),
            Priority::Green => self.pick("grønn", "green"),
        }
    }
    /// `hverdager` or `nei`.
    pub fn alike(self, alike: Alike) -> &'static str {
        match alike {
            Alike::Weekdays => self.pick("hverdager", "weekdays"),
            Alike::No => self.yes_no(false),
        }
    }
    /// `utsettes` or `utelates`.
    pub fn yields(self, yields: Yields) -> &'static str {
        match yields {
            Yields::Waits => self.pick("utsettes", "put off"),
            Yields::LeftOut => self.pick("utelates", "left out"),
        }
    }
    /// `tidsintervallet`, `vakta` or `døgnet`.
    pub fn within(self, within: Within) -> &'static str {
        match within {
            Within::Timing => self.pick("tidsintervallet", "interval"),
            Within::Shift => self.pick("vakta", "shift"),
            Within::Day => self.pick("døgnet", "day"),
        }
    }
    /// `ekstravakt=1; pool=1; overtid=1,5; innleie=2,5`.
    pub fn relief(self, steps: &[Step]) -> String {
        let name = |relief: Relief| match relief {
            Relief::ExtraShift => self.pick("ekstravakt", "extra shift"),
            Relief::Pool => "pool",
            Relief::Overtime => self.pick("overtid", "overtime"),
            Relief::Agency => self.pick("innleie", "agency"),
        };
        let steps: Vec<String> =
            steps.iter().map(|s| format!("{}={}", name(s.relief), self.number(s.factor))).collect();
        if steps.is_empty() { self.none().to_owned() } else { steps.join("; ") }
    }
    /// `4 av 5`.
    pub fn dropped(self, rule: Dropped) -> String {
        format!("{} {} {}", rule.least, self.pick("av", "of"), rule.of)
    }
    /// The kinds of row of the calendar.
    pub fn calendar_kinds(self) -> [&'static str; 6] {
        match self.0 {
            Lang::Nb => ["som dag", "aktivitet", "stengte senger", "ferie", "fravær", "lærlinger"],
            Lang::En => ["as day", "activity", "closed beds", "holiday", "absence", "apprentices"],
        }
    }
    /// What a row of the calendar says: its kind, whom or what it is about, and how much.
    pub fn calendar_row(self, ward: &Ward, what: &What) -> [String; 3] {
        let driver = |driver: DriverId| ward.drivers.get(driver.0).map_or(String::new(), |d| d.name.clone());
        let (kind, of, value) = match what {
            What::AsDay(day) => {
                let day = match day {
                    Some(Day(5)) => self.pick("lørdag", "Saturday"),
                    Some(_) => self.pick("søndag", "Sunday"),
                    None => self.pick("vanlig", "ordinary"),
                };
                (0, String::new(), day.to_owned())
            }
            What::Activity { driver: of, share } => (1, of.map(driver).unwrap_or_default(), self.number(*share)),
            What::Fewer { driver: of, units } => (2, driver(*of), self.number(*units)),
            What::Holiday { group, people } => (3, ward.group(*group).code.clone(), self.number(*people)),
            What::Absence { group, people } => (4, ward.group(*group).code.clone(), self.number(*people)),
            What::Apprentices { group, positions } => (5, ward.group(*group).code.clone(), self.number(*positions)),
        };
        [self.calendar_kinds()[kind].to_owned(), of, value]
    }
    /// A kind of row of the projection.
    pub fn projection_kind(self, what: fordel_core::projection::What) -> &'static str {
        let words = PROJECTION_WORDS.iter().find(|(of, _)| *of == what).map_or(&[][..], |(_, words)| words);
        words.get(usize::from(self.0 == Lang::En)).copied().unwrap_or_default()
    }
    /// A figure of the projection: a share as a percent.
    pub fn projection_figure(self, what: fordel_core::projection::What, figure: f64) -> String {
        // A hundredth of what is written gives the share again, without the digits that the product alone has too many.
        let percent = (figure * 1e10).round() / 1e8;
        if what.is_share() && percent / 100.0 == figure {
            format!("{} %", self.number(percent))
        } else {
            self.number(figure)
        }
    }
    /// `07-09`, `døgn`, `dagtid`.
    pub fn timing(self, ward: &Ward, timing: &Timing) -> String {
        match timing {
            Timing::AroundTheClock => self.around_the_clock().to_owned(),
            Timing::Daytime => self.daytime().to_owned(),
            Timing::Span { .. } => ward.timing_label(timing),
        }
    }
    /// Every timing that a line of the ward can have: intervals, around the clock, daytime, then spans.
    pub fn timings(self, ward: &Ward) -> Vec<String> {
        let cut = &ward.intervals;
        let mut all: Vec<String> = cut.iter().map(Window::label).collect();
        all.push(self.around_the_clock().to_owned());
        if !cut.daytime().is_empty() {
            all.push(self.daytime().to_owned());
        }
        for from in 0..cut.len() {
            let most = if from == 0 { cut.len() - 1 } else { cut.len() };
            all.extend((from + 2..=most).map(|to| ward.timing_label(&Timing::Span { from, to })));
        }
        all
    }
    /// Whom a group covers: empty for all rows below, `ingen`, or codes.
    pub fn covers(self, ward: &Ward, covers: &Covers) -> String {
        match covers {
            Covers::Below => String::new(),
            Covers::Named(named) if named.is_empty() => self.none().to_owned(),
            Covers::Named(named) => codes(ward, named),
        }
    }
}

/// Codes in a list: `SPL, HFA`.
pub(super) fn codes(ward: &Ward, groups: &[GroupId]) -> String {
    groups.iter().map(|g| ward.group(*g).code.as_str()).collect::<Vec<_>>().join(", ")
}

/// `HFA: 20; ASS: 25`.
pub(super) fn minutes_by_group(ward: &Ward, line: &TaskLine, w: Words) -> String {
    let parts = line.minutes_by_group.iter().map(|(g, m)| format!("{}: {}", ward.group(*g).code, w.number(*m)));
    parts.collect::<Vec<_>>().join("; ")
}

/// `HFA: sårstell; ASS: smittevern`.
pub(super) fn training(ward: &Ward, line: &TaskLine) -> String {
    let parts = line.training.iter().map(|(g, c)| format!("{}: {}", ward.group(*g).code, ward.courses[c.0].name));
    parts.collect::<Vec<_>>().join("; ")
}

/// The cut of the day: `07-09, 09-12, …`.
pub(super) fn intervals(ward: &Ward) -> String {
    ward.intervals.iter().map(Window::label).collect::<Vec<_>>().join(", ")
}

/// The weights of the intervals: `07-09=2; 09-12=2; …`.
pub(super) fn profile(ward: &Ward, weights: &[f64], w: Words) -> String {
    let parts = ward.intervals.iter().zip(weights).map(|(i, weight)| format!("{}={}", i.label(), w.number(*weight)));
    parts.collect::<Vec<_>>().join("; ")
}
