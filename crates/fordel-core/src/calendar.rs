//! Dates as people in Norway count them: ISO weeks, Easter, public holidays. The clock stands in [`crate::norwegian_time`].
//!
//! Days are those of the proleptic Gregorian calendar. No clock is read: whoever asks brings the date.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::Span;
pub use jiff::civil::Date;
use jiff::civil::{ISOWeekDate, Weekday};

use crate::time::Day;

/// The date, if there is one.
pub fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// The years that pages and their addresses ask of.
pub const YEARS: RangeInclusive<i16> = 1990..=2150;

/// A date as addresses and forms write it, `2026-11-22`, or as people do.
pub fn date_in(text: &str) -> Option<Date> {
    text.trim().parse().ok().or_else(|| day_first(text))
}

/// A date as people write it, day first: `22.11.2026`, `22/11/2026`.
pub fn day_first(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['.', '/']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = if year.len() == 4 { year.parse().ok()? } else { return None };
    date(year, month.parse().ok()?, day.parse().ok()?)
}

/// So many days later, or earlier; the last date that can be written where it would lie beyond.
pub fn days_after(date: Date, days: impl Into<i64>) -> Date {
    let days = days.into();
    let beyond = if days < 0 { Date::MIN } else { Date::MAX };
    Span::new().try_days(days).ok().and_then(|span| date.checked_add(span).ok()).unwrap_or(beyond)
}

/// Days from one date to another, 0 on the same date.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The weekday of a date.
pub fn weekday(date: Date) -> Day {
    Day(date.weekday().to_monday_zero_offset().unsigned_abs())
}

/// The first day of the date's month.
pub fn month_start(date: Date) -> Date {
    date.first_of_month()
}

/// A week as ISO 8601 counts them: it starts on a Monday, and belongs to the year that holds its Thursday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// The year that it belongs to.
    pub year: i16,
    /// 1 … 53.
    pub number: i8,
}

impl Week {
    /// The week that holds a date.
    pub fn of(date: Date) -> Week {
        let week = date.iso_week_date();
        Week { year: week.year(), number: week.week() }
    }
    /// The week of this number, if the year has it.
    pub fn new(year: i16, number: i8) -> Option<Week> {
        ISOWeekDate::new(year, number, Weekday::Monday).ok().map(|_| Week { year, number })
    }
    /// How many weeks the year has: 52, or 53.
    pub fn count(year: i16) -> i8 {
        if Week::new(year, 53).is_some() { 53 } else { 52 }
    }
    /// Its Monday.
    pub fn monday(self) -> Date {
        ISOWeekDate::new(self.year, self.number, Weekday::Monday).map_or(Date::MAX, ISOWeekDate::date)
    }
    /// Its dates, Monday first.
    pub fn dates(self) -> [Date; 7] {
        let monday = self.monday();
        std::array::from_fn(|at| days_after(monday, at as i32))
    }
    /// So many weeks later.
    pub fn after(self, weeks: u32) -> Week {
        Week::of(days_after(self.monday(), i32::try_from(weeks).unwrap_or(i32::MAX / 7).saturating_mul(7)))
    }
}

impl fmt::Display for Week {
    /// `2027-W05`, as ISO 8601 writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.number)
    }
}

/// A public holiday (helligdag or høytidsdag).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Thursday before Easter.
    MaundyThursday,
    /// The Friday before Easter.
    GoodFriday,
    /// Easter.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 17 May.
    ConstitutionDay,
    /// The 40th day of Easter, a Thursday.
    Ascension,
    /// The 50th day of Easter.
    WhitSunday,
    /// The day after.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
}

impl Holiday {
    /// All, in the order in which most years have them.
    pub const ALL: [Holiday; 12] = [
        Holiday::NewYear,
        Holiday::MaundyThursday,
        Holiday::GoodFriday,
        Holiday::EasterSunday,
        Holiday::EasterMonday,
        Holiday::LabourDay,
        Holiday::ConstitutionDay,
        Holiday::Ascension,
        Holiday::WhitSunday,
        Holiday::WhitMonday,
        Holiday::ChristmasDay,
        Holiday::BoxingDay,
    ];

    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Holiday::NewYear => "new-year",
            Holiday::MaundyThursday => "maundy-thursday",
            Holiday::GoodFriday => "good-friday",
            Holiday::EasterSunday => "easter-sunday",
            Holiday::EasterMonday => "easter-monday",
            Holiday::LabourDay => "labour-day",
            Holiday::ConstitutionDay => "constitution-day",
            Holiday::Ascension => "ascension",
            Holiday::WhitSunday => "whit-sunday",
            Holiday::WhitMonday => "whit-monday",
            Holiday::ChristmasDay => "christmas-day",
            Holiday::BoxingDay => "boxing-day",
        }
    }

    /// When it is in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        let from_easter = |days: i32| easter(year).map(|easter| days_after(easter, days));
        match self {
            Holiday::NewYear => date(year, 1, 1),
            Holiday::MaundyThursday => from_easter(-3),
            Holiday::GoodFriday => from_easter(-2),
            Holiday::EasterSunday => from_easter(0),
            Holiday::EasterMonday => from_easter(1),
            Holiday::LabourDay => date(year, 5, 1),
            Holiday::ConstitutionDay => date(year, 5, 17),
            Holiday::Ascension => from_easter(39),
            Holiday::WhitSunday => from_easter(49),
            Holiday::WhitMonday => from_easter(50),
            Holiday::ChristmasDay => date(year, 12, 25),
            Holiday::BoxingDay => date(year, 12, 26),
        }
    }

    /// The holidays that fall on a date: none, one, or in some years two.
    pub fn on(date: Date) -> Vec<Holiday> {
        Holiday::ALL.into_iter().filter(|holiday| holiday.in_year(date.year()) == Some(date)).collect()
    }
}

/// Easter Sunday, for years from 1583 on.
///
/// The rule without exceptions that an anonymous correspondent gave in *Nature* 13 (20 April 1876), p. 487; also in
/// J. Meeus, *Astronomical Algorithms* (1991), chapter 8.
pub fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, of_century) = (year_number / 100, year_number % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_correction = (century + 8) / 25;
    let moon_orbit = (century - moon_correction + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_orbit + 15) % 30;
    let (leaps, rest) = (of_century / 4, of_century % 4);
    let to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    date(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    /// Easter Sundays of 1990–2050 as published (the same in the lists of the United States Census Bureau and in the
    /// tests of python-dateutil): days after 21 March.
    const PUBLISHED: [i32; 61] = [
        25, 10, 29, 21, 13, 26, 17, 9, 22, 14, 33, 25, 10, 30, 21, 6, 26, 18, 2, 22, 14, 34, 18, 10, 30, 15, 6, 26, 11,
        31, 22, 14, 27, 19, 10, 30, 15, 7, 26, 11, 31, 23, 7, 27, 19, 4, 23, 15, 35, 20, 11, 31, 16, 8, 27, 19, 4, 24,
        15, 28, 20,
    ];

    /// Another way to Easter: the church's own tables. The golden number gives the epact, corrected by centuries; the
    /// fourteenth day of that moon is never before 21 March; Easter is the Sunday after it. (Inter gravissimas, 1582, as
    /// D. Knuth writes it in *The Art of Computer Programming* 1, exercise 1.3.2–14.)
    fn by_the_tables(year: i16) -> Date {
        let y = i32::from(year);
        let golden = y % 19 + 1;
        let century = y / 100 + 1;
        let (leaps_left_out, moon) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
        let sunday = 5 * y / 4 - leaps_left_out - 10;
        let mut epact = (11 * golden + 20 + moon - leaps_left_out).rem_euclid(30);
        if (epact == 25 && golden > 11) || epact == 24 {
            epact += 1;
        }
        let mut full = 44 - epact;
        if full < 21 {
            full += 30;
        }
        let full = full + 7 - (sunday + full) % 7;
        days_after(date(year, 3, 1).expect("a date"), full - 1)
    }

    #[test]
    fn easter_is_where_two_other_sources_have_it() {
        for (at, days) in PUBLISHED.into_iter().enumerate() {
            let year = 1990 + at as i16;
            let told = days_after(date(year, 3, 21).expect("a date"), days);
            assert_eq!(easter(year), Some(told), "{year}");
        }
        for year in 1583..=4000 {
            let found = easter(year).expect("an Easter");
            assert_eq!(found, by_the_tables(year), "{year}");
            assert_eq!(weekday(found), Day(6), "{year}");
        }
        assert_eq!(easter(1582), None);
    }

    #[test]
    fn the_holidays_of_1990_to_2050_are_the_published_ones() {
        for (at, days) in PUBLISHED.into_iter().enumerate() {
            let year = 1990 + at as i16;
            // Each is told by its distance from Easter, or by its date, in a list of its own.
            let easter = days_after(date(year, 3, 21).expect("a date"), days);
            let movable = [-3, -2, 0, 1, 39, 49, 50].map(|days| days_after(easter, days));
            let fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)].map(|(m, d)| date(year, m, d).expect("a date"));
            let mut told: Vec<Date> = movable.into_iter().chain(fixed).collect();
            told.sort_unstable();
            let mut found: Vec<Date> = Vec::new();
            let mut at = date(year, 1, 1).expect("a date");
            while at.year() == year {
                found.extend(Holiday::on(at).iter().map(|_| at));
                at = days_after(at, 1);
            }
            assert_eq!(found, told, "{year}");
        }
        // A year as every almanac has it, and two in which holidays fall together.
        let dates = |year| Holiday::ALL.map(|h| h.in_year(year).expect("a date").to_string()[5..].to_owned());
        assert_eq!(
            dates(2024),
            [
                "01-01", "03-28", "03-29", "03-31", "04-01", "05-01", "05-17", "05-09", "05-19", "05-20", "12-25",
                "12-26"
            ]
        );
        assert_eq!(Holiday::on(day("2027-05-17")), [Holiday::ConstitutionDay, Holiday::WhitMonday]);
        assert_eq!(Holiday::on(day("2008-05-01")), [Holiday::LabourDay, Holiday::Ascension]);
        assert!(Holiday::on(day("2027-12-24")).is_empty());
    }

    /// The red days of nine years as Norwegian almanacs print them, each with its weekday: written out, and not computed.
    const ALMANACS: [(i16, &str); 9] = [
        (
            2019,
            "tir 01-01, tor 04-18, fre 04-19, søn 04-21, man 04-22, ons 05-01, \
             fre 05-17, tor 05-30, søn 06-09, man 06-10, ons 12-25, tor 12-26",
        ),
        (
            2020,
            "ons 01-01, tor 04-09, fre 04-10, søn 04-12, man 04-13, fre 05-01, \
             søn 05-17, tor 05-21, søn 05-31, man 06-01, fre 12-25, lør 12-26",
        ),
        (
            2021,
            "fre 01-01, tor 04-01, fre 04-02, søn 04-04, man 04-05, lør 05-01, \
             tor 05-13, man 05-17, søn 05-23, man 05-24, lør 12-25, søn 12-26",
        ),
        (
            2022,
            "lør 01-01, tor 04-14, fre 04-15, søn 04-17, man 04-18, søn 05-01, \
             tir 05-17, tor 05-26, søn 06-05, man 06-06, søn 12-25, man 12-26",
        ),
        (
            2023,
            "søn 01-01, tor 04-06, fre 04-07, søn 04-09, man 04-10, man 05-01, \
             ons 05-17, tor 05-18, søn 05-28, man 05-29, man 12-25, tir 12-26",
        ),
        (
            2024,
            "man 01-01, tor 03-28, fre 03-29, søn 03-31, man 04-01, ons 05-01, \
             tor 05-09, fre 05-17, søn 05-19, man 05-20, ons 12-25, tor 12-26",
        ),
        (
            2025,
            "ons 01-01, tor 04-17, fre 04-18, søn 04-20, man 04-21, tor 05-01, \
             lør 05-17, tor 05-29, søn 06-08, man 06-09, tor 12-25, fre 12-26",
        ),
        (
            2026,
            "tor 01-01, tor 04-02, fre 04-03, søn 04-05, man 04-06, fre 05-01, \
             tor 05-14, søn 05-17, søn 05-24, man 05-25, fre 12-25, lør 12-26",
        ),
        (
            2027,
            "fre 01-01, tor 03-25, fre 03-26, søn 03-28, man 03-29, lør 05-01, \
             tor 05-06, søn 05-16, man 05-17, lør 12-25, søn 12-26",
        ),
    ];

    #[test]
    fn the_holidays_of_whole_years_are_those_of_the_almanacs() {
        let weekdays = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];
        for (year, printed) in ALMANACS {
            let days = (0..366).map(|days| days_after(date(year, 1, 1).expect("a date"), days));
            let holidays = days.filter(|day| day.year() == year && !Holiday::on(*day).is_empty());
            let told =
                holidays.map(|day| format!("{} {}", weekdays[usize::from(weekday(day).0)], &day.to_string()[5..]));
            assert_eq!(told.collect::<Vec<_>>().join(", "), printed, "{year}");
        }
        let is_shared = |year: &i16| {
            let days = Holiday::ALL.map(|holiday| holiday.in_year(*year));
            days.iter().any(|day| days.iter().filter(|other| *other == day).count() > 1)
        };
        assert_eq!((2019..=2027).filter(is_shared).collect::<Vec<i16>>(), [2027], "two on one day");
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        // The week with the year's first Thursday is its first.
        for year in 1990..=2050 {
            let mut thursday = date(year, 1, 1).expect("a date");
            while weekday(thursday) != Day(3) {
                thursday = days_after(thursday, 1);
            }
            let mut thursdays = 0;
            while thursday.year() == year {
                thursdays += 1;
                for at in -3..=3 {
                    assert_eq!(Week::of(days_after(thursday, at)), Week { year, number: thursdays }, "{thursday} {at}");
                }
                thursday = days_after(thursday, 7);
            }
            assert_eq!(Week::count(year), thursdays, "{year}");
        }
        let long: Vec<i16> = (1990..=2050).filter(|year| Week::count(*year) == 53).collect();
        assert_eq!(long, [1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]);
        assert_eq!(Week::of(day("2027-01-01")), Week { year: 2026, number: 53 });
        assert_eq!(Week { year: 2026, number: 53 }.after(1), Week { year: 2027, number: 1 });
        assert_eq!(Week { year: 2027, number: 1 }.monday(), day("2027-01-04"));
        assert_eq!(Week { year: 2027, number: 1 }.dates()[6], day("2027-01-10"));
        assert_eq!(Week::new(2027, 53), None);
        assert_eq!(Week { year: 2027, number: 5 }.to_string(), "2027-W05");
    }

    #[test]
    fn leap_years_have_their_day() {
        for year in [1992, 2000, 2024, 2028] {
            assert_eq!(days_after(date(year, 2, 28).expect("a date"), 1), date(year, 2, 29).expect("a leap day"));
        }
        assert_eq!(date(1900, 2, 29), None);
        assert_eq!(date(2100, 2, 29), None);
        assert_eq!(days_between(day("2024-01-01"), day("2025-01-01")), 366);
        assert_eq!(weekday(day("2028-02-29")), Day(1));
        assert_eq!([weekday(day("2026-11-22")), weekday(day("2026-11-23"))], [Day(6), Day(0)]);
        assert_eq!(month_start(day("2026-11-22")), day("2026-11-01"));
        assert_eq!(
            [days_after(day("2026-10-24"), 8), days_after(day("2026-10-24"), -24)],
            [day("2026-11-01"), day("2026-09-30")]
        );
        assert_eq!(
            [days_after(day("2026-10-24"), i64::MAX), days_after(day("2026-10-24"), i64::MIN)],
            [Date::MAX, Date::MIN]
        );
        assert_eq!(
            [date_in("2026-02-29"), date_in("i dag"), date_in(" 2026-10-24 ")],
            [None, None, date(2026, 10, 24)]
        );
        assert_eq!(
            [date_in("24.10.2026"), date_in("4/1/2026"), date_in("29.02.2026"), date_in("24.10.26")],
            [date(2026, 10, 24), date(2026, 1, 4), None, None]
        );
    }
}
