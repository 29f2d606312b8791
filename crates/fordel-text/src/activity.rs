//! Activity from history in words: what is usual of a driver, what isn't, and which dates lack something.

use fordel_core::calendar::{Date, days_after};
use fordel_core::counts::{History, Profile, Spread};

use crate::Texts;

/// Longest list of dates that is told in a sentence.
const LISTED: usize = 15;

impl Texts {
    /// How many dates a driver has, and which.
    pub fn activity_head(&self, driver: &str, history: &History) -> String {
        let (Some(first), Some(last)) = (history.days.first(), history.days.last()) else {
            return self.with("activity-nothing", &[("driver", driver.into())]);
        };
        let args = [
            ("driver", driver.into()),
            ("days", history.days.len().into()),
            ("first", first.date.into()),
            ("last", last.date.into()),
        ];
        self.with("activity-head", &args)
    }

    /// What the columns of [`Texts::activity_weekdays`] are.
    pub fn activity_columns(&self) -> Vec<String> {
        let keys = ["weekday", "mean", "deviation", "least", "most", "days"];
        keys.map(|key| self.get(&format!("activity-{key}"))).to_vec()
    }

    /// What is usual on each weekday, and on public holidays; a dash where nothing is counted.
    pub fn activity_weekdays(&self, profile: &Profile) -> Vec<Vec<String>> {
        let row = |name: String, of: &Spread| {
            let number = |value: f64| if of.count == 0 { "–".to_owned() } else { self.fixed(value, 1) };
            vec![name, number(of.mean), number(of.deviation), number(of.least), number(of.most), of.count.to_string()]
        };
        let weekdays = (1..).zip(&profile.weekdays);
        let mut rows: Vec<Vec<String>> =
            weekdays.map(|(at, of): (u32, &Spread)| row(self.get(&format!("day-{at}")), of)).collect();
        rows.push(row(self.get("activity-holidays"), &profile.holidays));
        rows
    }

    /// Which weekdays have no counts, and that they are left as they were; nothing where all have.
    pub fn activity_without(&self, profile: &Profile) -> Option<String> {
        let without = (1..).zip(&profile.weekdays).filter(|(_, of): &(u32, &Spread)| of.count == 0);
        let days: Vec<String> = without.map(|(at, _)| self.get(&format!("day-{at}"))).collect();
        (!days.is_empty()).then(|| self.with("activity-without", &[("days", days.join(", ").into())]))
    }

    /// What is usual in each month and at each hour, as far as the counts tell it.
    pub fn activity_seasons(&self, profile: &Profile) -> Vec<String> {
        let months = (1..).zip(&profile.months).filter_map(|(at, share): (u32, &Option<f64>)| {
            Some(format!("{} {}", self.get(&format!("date-month-{at}")), self.percent((*share)?, 0)))
        });
        let months: Vec<String> = months.collect();
        let mut told = Vec::new();
        if !months.is_empty() {
            told.push(self.with("activity-months", &[("months", months.join(", ").into())]));
        }
        if let Some(hours) = profile.hours {
            let hours: Vec<String> = hours
                .iter()
                .enumerate()
                .map(|(hour, mean)| format!("{hour:02} {}", self.number((mean * 10.0).round() / 10.0)))
                .collect();
            told.push(self.with("activity-hours", &[("hours", hours.join(", ").into())]));
        }
        told
    }

    /// The dates that aren't usual, all of them, those farthest off first.
    pub fn activity_unusual(&self, history: &History) -> Vec<String> {
        let mut worst: Vec<_> = history.unusual.iter().collect();
        worst.sort_by(|a, b| b.score.total_cmp(&a.score));
        let said = worst.iter().map(|of| {
            let args = [
                ("date", of.date.into()),
                ("value", self.number(of.value).into()),
                ("usual", self.number(of.usual).into()),
            ];
            self.with("activity-one-unusual", &args)
        });
        said.collect()
    }

    /// Which dates lack counts, and on which the clock changes.
    pub fn activity_dates(&self, history: &History) -> Vec<String> {
        let lists = [
            ("activity-gaps", &history.gaps),
            ("activity-partial", &history.partial),
            ("activity-clock", &history.clock),
        ];
        let told = lists.into_iter().filter(|(_, dates)| !dates.is_empty());
        told.map(|(key, dates)| self.with(key, &[("count", dates.len().into()), ("dates", self.runs(dates).into())]))
            .collect()
    }

    /// Dates, those that follow each other as one.
    fn runs(&self, dates: &[Date]) -> String {
        let mut runs: Vec<(Date, Date)> = Vec::new();
        for date in dates {
            match runs.last_mut() {
                Some((_, last)) if days_after(*last, 1) == *date => *last = *date,
                _ => runs.push((*date, *date)),
            }
        }
        let shown = runs.iter().take(LISTED).map(|(first, last)| {
            if first == last { self.day(*first) } else { format!("{}–{}", self.day(*first), self.day(*last)) }
        });
        let mut shown: Vec<String> = shown.collect();
        if runs.len() > LISTED {
            shown.push("…".to_owned());
        }
        shown.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fordel_core::calendar::date;
    use fordel_core::counts::{Count, Manner, history, profile};

    use super::*;
    use crate::Lang;

    #[test]
    fn weekdays_without_counts_are_named_and_have_no_numbers() {
        let first = date(2027, 1, 7).expect("a date");
        let count = |week: i32| Count { date: days_after(first, 7 * week), hour: None, driver: 0, count: 21.0 };
        let counts: Vec<Count> = (0..5).map(count).collect();
        let history = history(&counts, 0, Manner::Present);
        let profile = profile(&counts, 0, &history, &BTreeSet::new());
        let texts = Texts::new(Lang::Nb);
        let rows = texts.activity_weekdays(&profile);
        assert_eq!(rows[0][1..], ["–", "–", "–", "–", "0"]);
        assert_eq!(rows[3][1..], ["21,0", "0,0", "21,0", "21,0", "5"]);
        let said = texts.activity_without(&profile).expect("six weekdays");
        assert!(said.contains("mandag, tirsdag, onsdag, fredag, lørdag, søndag"), "{said}");
    }

    #[test]
    fn every_unusual_date_is_told() {
        let first = date(2027, 1, 4).expect("a date");
        let count = |at: i32| if at % 10 == 3 { 90.0 } else { 20.0 };
        let counts: Vec<Count> =
            (0..365).map(|at| Count { date: days_after(first, at), hour: None, driver: 0, count: count(at) }).collect();
        let history = history(&counts, 0, Manner::Present);
        assert!(history.unusual.len() > 20);
        assert_eq!(Texts::new(Lang::Nb).activity_unusual(&history).len(), history.unusual.len());
    }
}
