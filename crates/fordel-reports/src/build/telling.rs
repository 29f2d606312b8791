//! How the report writes: names, days, and figures with no more digits than the data can bear.

use fordel_core::complaint::Value;
use fordel_core::measure::nurses;
use fordel_core::order::GroupOrder;
use fordel_core::plan::Plan;
use fordel_core::time::DaySet;
use fordel_core::ward::{GroupId, LineId, Ward};
use fordel_text::Texts;

/// What a report is written from.
pub struct Telling<'a> {
    /// The ward.
    pub ward: &'a Ward,
    /// The plan.
    pub plan: &'a Plan,
    /// The texts.
    pub texts: &'a Texts,
    /// Who covers whom.
    pub order: GroupOrder,
}

/// Values below this are told as no change: an hour's tenth, a position's twentieth.
pub const SMALL_HOURS: f64 = 0.05;
/// See [`SMALL_HOURS`].
pub const SMALL_FTE: f64 = 0.05;
/// Kroner a year that can't be told from nothing.
pub const SMALL_KR: f64 = 500.0;

impl<'a> Telling<'a> {
    /// Ready to write.
    pub fn new(ward: &'a Ward, plan: &'a Plan, texts: &'a Texts) -> Telling<'a> {
        Telling { ward, plan, texts, order: ward.order() }
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// A message with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.texts.with(key, args)
    }

    /// A group as it stands in tables and headings: `Sykepleier (SPL)`.
    pub fn group(&self, id: GroupId) -> String {
        self.texts.group(self.ward.group(id))
    }

    /// A group's code.
    pub fn code(&self, id: GroupId) -> String {
        self.ward.group(id).code.clone()
    }

    /// A group within a sentence: `sykepleier`; an abbreviation keeps its capitals.
    pub fn group_in_sentence(&self, id: GroupId) -> String {
        self.texts.group_in_sentence(self.ward.group(id))
    }

    /// Groups within a sentence: `a, b og c`.
    pub fn groups_in_sentence(&self, ids: &[GroupId]) -> String {
        self.texts.list(&ids.iter().map(|g| self.group_in_sentence(*g)).collect::<Vec<_>>())
    }

    /// Which groups count as nurses, where the word alone doesn't say it.
    pub fn nurses_are(&self) -> Option<String> {
        let names = self.groups_in_sentence(&nurses(self.ward));
        (names != self.say("report-nurse")).then(|| self.with("report-nurses-are", &[("nurses", names.into())]))
    }

    /// Days as people write them.
    pub fn days(&self, days: DaySet) -> String {
        self.texts.days(&days.iter().map(|d| d.number()).collect::<Vec<_>>())
    }

    /// When a line's work falls.
    pub fn timing(&self, line: LineId) -> String {
        self.texts.timing(&self.ward.timing_label(&self.ward.lines[line.0].timing))
    }

    /// A line's task name.
    pub fn task(&self, line: LineId) -> String {
        self.ward.lines[line.0].name.clone()
    }

    /// Hours, whole from ten up and with one decimal below; no unit.
    pub fn hours(&self, hours: f64) -> String {
        self.texts.fixed(hours, if hours.abs() >= 9.95 { 0 } else { 1 })
    }

    /// Minutes as hours.
    pub fn minutes_as_hours(&self, minutes: f64) -> String {
        self.hours(minutes / 60.0)
    }

    /// Whole hours for sums by part of the week, where 0 must read as 0.
    pub fn whole(&self, value: f64) -> String {
        self.texts.fixed(value, 0)
    }

    /// Årsverk with one decimal; no unit.
    pub fn fte(&self, fte: f64) -> String {
        self.texts.fixed(fte, 1)
    }

    /// A change with its sign; nothing but `0` where it rounds to it.
    pub fn signed(&self, value: f64, decimals: i16) -> String {
        let written = self.texts.fixed(value, decimals);
        if value > 0.0 && written.chars().any(|c| ('1'..='9').contains(&c)) { format!("+{written}") } else { written }
    }

    /// Kroner in running text, by the rule of [`Texts::about_kroner`].
    pub fn about(&self, kroner: f64) -> String {
        self.texts.about_kroner(kroner)
    }

    /// Every krone, for tables; no unit.
    pub fn kroner(&self, kroner: f64) -> String {
        self.texts.fixed(kroner, 0)
    }

    /// A share in whole percent, with one decimal below ten.
    pub fn percent(&self, share: f64) -> String {
        self.texts.percent(share, if share.abs() >= 0.0995 || share == 0.0 { 0 } else { 1 })
    }

    /// A share as it was given, with a decimal only where it has one.
    pub fn given_percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        self.texts.percent(share, if (percent - percent.round()).abs() < 1e-6 { 0 } else { 1 })
    }

    /// A kroner interval from proof: `mellom a og b`, `inntil b`, `under 1 000 kr`.
    pub fn interval(&self, low: f64, high: f64) -> String {
        let (low, high) = (low.min(high), low.max(high));
        if high < SMALL_KR {
            return self.say("report-interval-nothing");
        }
        if self.about(low) == self.about(high) {
            return self.about(high);
        }
        if low < SMALL_KR {
            return self.with("report-interval-up-to", &[("high", self.about(high).into())]);
        }
        self.with("report-interval", &[("low", self.about(low).into()), ("high", self.about(high).into())])
    }
}
