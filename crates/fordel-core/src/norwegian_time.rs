//! The clock in Norway: what a moment is called there, by the rule for summer time that holds in Europe since 1996.
//!
//! The rule is written here and isn't taken from the machine: a server often runs in UTC and lacks the table of zones, and
//! a shift must not begin an hour early for that.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

pub use jiff::civil::Date;

use crate::time::{DAY, Day};

/// An hour ahead of UTC, two hours from the last Sunday of March at 02:00 to the last Sunday of October at 03:00, as
/// POSIX writes zones.
const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// A moment as it is called in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InNorway {
    /// The date.
    pub date: Date,
    /// Minutes from midnight by the clock, 0 … 1439.
    pub minute: u32,
}

impl InNorway {
    /// What this moment is called, in milliseconds since 1970 UTC. Moments beyond what dates can hold are the first one.
    pub fn at(millis: i64) -> InNorway {
        let zone = TimeZone::posix(RULE).unwrap_or(TimeZone::UTC);
        let there = Timestamp::from_millisecond(millis).unwrap_or_default().to_zoned(zone);
        let part = |part: i8| u32::from(part.unsigned_abs());
        InNorway { date: there.date(), minute: part(there.hour()) * 60 + part(there.minute()) }
    }

    /// The weekday.
    pub fn day(self) -> Day {
        weekday(self.date)
    }

    /// Minutes by the clock since this date began; less than nought before it.
    pub fn minutes_since(self, date: Date) -> i64 {
        let days = date.until(self.date).map_or(0, |span| i64::from(span.get_days()));
        days * i64::from(DAY) + i64::from(self.minute)
    }
}

/// A date as addresses and forms write it: `2026-11-22`.
pub fn date_in(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

/// The date so many days later, or earlier where they are less than nought.
pub fn days_after(date: Date, days: i64) -> Date {
    Span::new().try_days(days).map_or(date, |span| date.saturating_add(span))
}

/// The weekday of a date.
pub fn weekday(date: Date) -> Day {
    Day(date.weekday().to_monday_zero_offset().unsigned_abs())
}

/// The first day of the date's month.
pub fn month_start(date: Date) -> Date {
    date.first_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(utc: &str) -> String {
        let at: Timestamp = utc.parse().expect("a moment");
        let there = InNorway::at(at.as_millisecond());
        format!("{} {:02}:{:02} {}", there.date, there.minute / 60, there.minute % 60, there.day().number())
    }

    #[test]
    fn summer_time_begins_and_ends_at_one_in_utc_on_the_last_sundays_of_march_and_october() {
        assert_eq!(told("2026-03-29T00:59:59Z"), "2026-03-29 01:59 7");
        assert_eq!(told("2026-03-29T01:00:00Z"), "2026-03-29 03:00 7");
        assert_eq!(told("2026-10-25T00:59:59Z"), "2026-10-25 02:59 7");
        assert_eq!(told("2026-10-25T01:00:00Z"), "2026-10-25 02:00 7");
        // The last Sunday is the 31st, and the 25th.
        assert_eq!(told("2030-03-31T01:00:00Z"), "2030-03-31 03:00 7");
        assert_eq!(told("2035-03-25T01:00:00Z"), "2035-03-25 03:00 7");
    }

    #[test]
    fn the_date_is_the_one_in_norway_around_new_year_and_leap_days() {
        assert_eq!(told("2026-12-31T22:59:59Z"), "2026-12-31 23:59 4");
        assert_eq!(told("2026-12-31T23:00:00Z"), "2027-01-01 00:00 5");
        assert_eq!(told("2028-02-28T23:30:00Z"), "2028-02-29 00:30 2");
        assert_eq!(told("2026-07-01T22:00:00Z"), "2026-07-02 00:00 4");
        assert_eq!(InNorway::at(i64::MAX).date.to_string(), "1970-01-01");
    }

    #[test]
    fn minutes_are_counted_by_the_clock_over_midnight_and_the_night_that_is_an_hour_longer() {
        let at = |utc: &str| InNorway::at(utc.parse::<Timestamp>().expect("a moment").as_millisecond());
        let saturday = date_in("2026-10-24").expect("a date");
        assert_eq!(at("2026-10-24T13:00:00Z").minutes_since(saturday), 15 * 60);
        assert_eq!(at("2026-10-25T06:00:00Z").minutes_since(saturday), 31 * 60);
        assert_eq!(at("2026-10-23T21:59:00Z").minutes_since(saturday), -1);
        assert_eq!(days_after(saturday, 8).to_string(), "2026-11-01");
        assert_eq!(days_after(saturday, -24).to_string(), "2026-09-30");
        assert_eq!([date_in("2026-02-29"), date_in("i dag")], [None, None]);
    }

    #[test]
    fn weekdays_and_months() {
        let day = |text: &str| text.parse::<Date>().expect("a date");
        assert_eq!([weekday(day("2026-11-22")), weekday(day("2026-11-23"))], [Day(6), Day(0)]);
        assert_eq!(month_start(day("2026-11-22")), day("2026-11-01"));
    }
}
