//! The clock in Norway: what a moment is called there and on which nights the hours change, by the rule for summer time that holds in Europe since 1996.
//!
//! The rule is written here and isn't taken from the machine: a server often runs in UTC and lacks the table of zones, and
//! a shift must not begin an hour early for that.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::calendar::{Date, days_after, weekday};
use crate::time::{DAY, Day, Stretch};

/// An hour ahead of UTC, two hours from the last Sunday of March at 02:00 to the last Sunday of October at 03:00, as
/// POSIX writes zones.
const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn zone() -> TimeZone {
    TimeZone::posix(RULE).unwrap_or(TimeZone::UTC)
}

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
        let there = Timestamp::from_millisecond(millis).unwrap_or_default().to_zoned(zone());
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

/// What happens to the clock in the night before a date's morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockChange {
    /// 02:00 becomes 03:00: the night is an hour shorter.
    Forward,
    /// 03:00 becomes 02:00: the night is an hour longer.
    Back,
}

impl ClockChange {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            ClockChange::Forward => "forward",
            ClockChange::Back => "back",
        }
    }
    /// Minutes by which the night is longer.
    pub fn minutes(self) -> i32 {
        match self {
            ClockChange::Forward => -60,
            ClockChange::Back => 60,
        }
    }
    /// The change by which a stretch that begins on a date is an hour longer or shorter than by the clock: the hour from 02 to 03 of
    /// that date or of the next, which comes twice in autumn and never in spring, lies within it. Where only some of that hour
    /// does, the clock alone doesn't tell how long the stretch is: none.
    pub fn within(date: Date, stretch: Stretch) -> Option<ClockChange> {
        let start = stretch.start % DAY;
        let hour = |days: u32| days * DAY + 2 * 60..days * DAY + 3 * 60;
        let holds = |days: &u32| start <= hour(*days).start && hour(*days).end <= start + stretch.minutes;
        (0..2).filter(holds).find_map(|days| ClockChange::on(days_after(date, days)))
    }
    /// The change in the early hours of a date: on the last Sunday of March and of October, since 1996 (directive 2000/84/EC
    /// and those before it, which hold in Norway by the EEA agreement).
    pub fn on(date: Date) -> Option<ClockChange> {
        let ahead = |date: Date| date.at(12, 0, 0, 0).to_zoned(zone()).map_or(0, |noon| noon.offset().seconds());
        match ahead(date) - ahead(days_after(date, -1)) {
            _ if date.year() < 1996 => None,
            0 => None,
            more if more > 0 => Some(ClockChange::Forward),
            _ => Some(ClockChange::Back),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{date, date_in};

    fn day(text: &str) -> Date {
        date_in(text).expect("a date")
    }

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
    }

    #[test]
    fn the_hours_change_on_the_published_nights() {
        let nights = [
            ("1996-03-31", ClockChange::Forward),
            ("1996-10-27", ClockChange::Back),
            ("2024-03-31", ClockChange::Forward),
            ("2024-10-27", ClockChange::Back),
            ("2026-10-25", ClockChange::Back),
            ("2027-03-28", ClockChange::Forward),
            ("2027-10-31", ClockChange::Back),
        ];
        nights.iter().for_each(|(at, change)| assert_eq!(ClockChange::on(day(at)), Some(*change), "{at}"));
        for year in 1996..=2050_i16 {
            let all: Vec<ClockChange> =
                (0..366).filter_map(|at| ClockChange::on(days_after(date(year, 1, 1)?, at))).take(2).collect();
            assert_eq!(all, [ClockChange::Forward, ClockChange::Back], "{year}");
        }
        assert_eq!(ClockChange::on(day("2027-03-21")), None);
        assert_eq!(ClockChange::on(day("1990-03-25")), None);
    }

    /// Saturday's night is an hour longer in autumn and shorter in spring, by as much as time itself goes by; no other shift is.
    #[test]
    fn a_shift_is_an_hour_longer_or_shorter_where_all_of_the_changed_hour_lies_within_it() {
        for (saturday, change) in [("2026-10-24", ClockChange::Back), ("2027-03-27", ClockChange::Forward)] {
            let (saturday, sunday) = (day(saturday), days_after(day(saturday), 1));
            let within = |date: Date, from: u32, to: u32| {
                let start = u32::from(weekday(date).0) * DAY + from;
                ClockChange::within(date, Stretch { start, minutes: to - from })
            };
            let clock = |hour: u32, minute: u32| hour * 60 + minute;
            // The night by its own clock, and by the time that goes by.
            assert_eq!(within(saturday, clock(22, 0), clock(31, 0)), Some(change));
            let at = |date: Date, hour: i8| date.at(hour, 0, 0, 0).to_zoned(zone()).expect("a moment").timestamp();
            let minutes = (at(sunday, 7).as_second() - at(saturday, 22).as_second()) / 60;
            assert_eq!(minutes, 540 + i64::from(change.minutes()), "{saturday}");
            // A shift that begins after midnight has Sunday's date; whoever begins or ends at the change itself is there.
            assert_eq!(within(sunday, clock(0, 0), clock(8, 0)), Some(change));
            assert_eq!(within(sunday, clock(2, 0), clock(10, 0)), Some(change));
            assert_eq!(within(saturday, clock(19, 0), clock(27, 0)), Some(change));
            // Over before it, begun after it, or somewhere within it; the nights before and after; a week later.
            assert_eq!(within(saturday, clock(18, 0), clock(26, 0)), None);
            assert_eq!(within(saturday, clock(18, 0), clock(26, 30)), None);
            assert_eq!(within(sunday, clock(2, 30), clock(10, 0)), None);
            assert_eq!(within(sunday, clock(3, 0), clock(11, 0)), None);
            assert_eq!(within(sunday, clock(22, 0), clock(31, 0)), None);
            assert_eq!(within(days_after(saturday, -1), clock(22, 0), clock(31, 0)), None);
            assert_eq!(within(days_after(saturday, 7), clock(22, 0), clock(31, 0)), None);
        }
    }
}
