//! Activity from history in words: what is usual of a driver, what isn't, and which dates lack something.

use fordel_core::calendar::{Date, days_after};
use fordel_core::counts::{By, History, Profile, Spread};

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

    /// What the columns of [`Texts::activity_rows`] are.
    pub fn activity_columns(&self, by: By) -> Vec<String> {
        let keys = [by.name(), "mean", "likely", "deviation", "least", "most", "days"];
        let share = (by == By::Month).then_some("share");
        keys.into_iter().chain(share).map(|key| self.get(&format!("activity-{key}"))).collect()
    }

    /// What the rows of [`Texts::activity_rows`] are of: weekdays with public holidays last, hours, or months.
    pub fn activity_names(&self, by: By) -> Vec<String> {
        match by {
            By::Weekday => {
                let days = (1..=7).map(|at| self.get(&format!("day-{at}")));
                days.chain([self.get("activity-holidays")]).collect()
            }
            By::Hour => (0..24).map(|hour| format!("{hour:02}")).collect(),
            By::Month => (1..=12).map(|at| self.get(&format!("date-month-{at}"))).collect(),
        }
    }

    /// What is usual of each weekday, hour or month, a dash where nothing is counted; of a month also what it has against the
    /// same weekdays of the whole history. None where the counts don't tell it.
    pub fn activity_rows(&self, profile: &Profile, by: By) -> Option<Vec<Vec<String>>> {
        let row = |(at, (name, of)): (usize, (String, Spread))| -> Vec<String> {
            let number = |value: f64| self.fixed(value, 1);
            let likely = format!("{}–{}", number(of.low), number(of.high));
            let told = [number(of.mean), likely, number(of.deviation), number(of.least), number(of.most)];
            let told = if of.count == 0 { [(); 5].map(|()| "–".to_owned()) } else { told };
            let share = || profile.months[at].map_or_else(|| "–".to_owned(), |share| self.percent(share, 0));
            let share = (by == By::Month).then(share);
            std::iter::once(name).chain(told).chain([of.count.to_string()]).chain(share).collect()
        };
        Some(self.activity_names(by).into_iter().zip(profile.by(by)?).enumerate().map(row).collect())
    }

    /// Why hours or months aren't told of a driver; nothing where both are.
    pub fn activity_lacks(&self, profile: &Profile) -> Vec<String> {
        let lacks = By::ALL.into_iter().filter(|by| profile.by(*by).is_none());
        lacks.map(|by| self.get(&format!("activity-lacks-{}", by.name()))).collect()
    }

    /// Which weekdays have no counts, and that they are left as they were; nothing where all have.
    pub fn activity_without(&self, profile: &Profile) -> Option<String> {
        let without = (1..).zip(&profile.weekdays).filter(|(_, of): &(u32, &Spread)| of.count == 0);
        let days: Vec<String> = without.map(|(at, _)| self.get(&format!("day-{at}"))).collect();
        (!days.is_empty()).then(|| self.with("activity-without", &[("days", days.join(", ").into())]))
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

    /// How much a driver's number goes up and down from day to day beyond chance; none where too few dates tell it.
    pub fn activity_day_spread(&self, profile: &Profile) -> Option<String> {
        let told = profile.day_spread()?;
        if told.spread < 0.005 {
            return Some(self.get("activity-day-spread-none"));
        }
        let args = [("spread", self.percent(told.spread, 0).into()), ("days", told.days.into())];
        Some(self.with("activity-day-spread", &args))
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
        let texts = Texts::new(Lang::Nb);
        let one = texts.activity_head("Pasienter", &history(&counts[..1], 0, Manner::Present));
        assert_eq!(one, "Pasienter: én dag med tall, 07.01.2027.");
        let history = history(&counts, 0, Manner::Present);
        let profile = profile(&counts, 0, &history, &BTreeSet::new());
        let rows = texts.activity_rows(&profile, By::Weekday).expect("weekdays");
        assert_eq!(rows[0][1..], ["–", "–", "–", "–", "–", "0"]);
        assert_eq!(rows[3][1..], ["21,0", "21,0–21,0", "0,0", "21,0", "21,0", "5"]);
        assert_eq!(texts.activity_rows(&profile, By::Hour), None);
        let lacks = texts.activity_lacks(&profile).join("\n");
        assert!(lacks.starts_with("Time for time") && lacks.contains("to måneder"), "{lacks}");
        let said = texts.activity_without(&profile).expect("six weekdays");
        assert!(said.contains("mandag, tirsdag, onsdag, fredag, lørdag, søndag"), "{said}");
        let spread = texts.activity_day_spread(&profile).expect("five Thursdays");
        assert!(spread.contains("ikke mer fra dag til dag"), "{spread}");
        assert_eq!(texts.activity_day_spread(&Profile { weekdays: [Spread::default(); 7], ..profile }), None);
    }

    #[test]
    fn hours_and_months_have_their_spread_and_months_what_they_have_against_the_others() {
        let first = date(2027, 1, 4).expect("a date");
        let hourly = |at: i32, hour: u8| {
            let date = days_after(first, at);
            let count = f64::from(hour) + if date.month() == 2 { 12.0 } else { 0.0 };
            Count { date, hour: Some(hour), driver: 0, count }
        };
        let counts: Vec<Count> = (0..56).flat_map(|at| (0..24).map(move |hour| hourly(at, hour))).collect();
        let profile = profile(&counts, 0, &history(&counts, 0, Manner::Present), &BTreeSet::new());
        let texts = Texts::new(Lang::Nb);
        let hours = texts.activity_rows(&profile, By::Hour).expect("hours");
        assert_eq!(hours[7][..3], ["07", "13,0", "7,0–19,0"]);
        assert_eq!((hours.len(), hours[7][6].as_str()), (24, "56"));
        let months = texts.activity_rows(&profile, By::Month).expect("January and February");
        assert_eq!(months[1], ["februar", "23,5", "23,5–23,5", "0,0", "23,5", "23,5", "28", "134\u{a0}%"]);
        assert_eq!(months[6][1..], ["–", "–", "–", "–", "–", "0", "–"]);
        for by in By::ALL {
            let rows = texts.activity_rows(&profile, by).expect("told");
            assert!(rows.iter().all(|row| row.len() == texts.activity_columns(by).len()));
        }
        assert!(texts.activity_lacks(&profile).is_empty());
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
