//! What holds on a date: whose weekday's work it has, which holidays fall on it, and how much activity.

use crate::calendar::{Date, Holiday, Week, weekday};
use crate::time::Day;
use crate::ward::Ward;

use super::{Entry, What};

/// A date of the year, as the ward works it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The date.
    pub date: Date,
    /// Whose weekday's work, shifts and presence it has: its own, or that of a Saturday or Sunday.
    pub as_day: Day,
    /// Public holidays that fall on it.
    pub holidays: Vec<Holiday>,
    /// Units of each driver, in the order of [`Ward::drivers`].
    pub units: Vec<f64>,
}

/// The date. A public holiday is worked as a Sunday; the calendar's later rows win over earlier ones, and over that.
///
/// Units are those of the weekday that it is worked as, times every share that holds, less what is closed; never below 0.
pub fn dated(ward: &Ward, date: Date) -> Dated {
    let holidays = Holiday::on(date);
    let own = weekday(date);
    let by_law = if holidays.is_empty() { own } else { Day(6) };
    let rows: Vec<&Entry> = ward.calendar.iter().filter(|entry| entry.holds_on(date)).collect();
    let told = rows.iter().rev().find_map(|entry| match entry.what {
        What::AsDay(day) => Some(day.unwrap_or(own)),
        _ => None,
    });
    let as_day = told.unwrap_or(by_law);
    let mut units: Vec<f64> = ward.drivers.iter().map(|driver| driver.by_day[usize::from(as_day.0)]).collect();
    for entry in &rows {
        if let What::Activity { driver, share } = entry.what {
            let meant = units.iter_mut().enumerate().filter(|(at, _)| driver.is_none_or(|d| d.0 == *at));
            meant.for_each(|(_, units)| *units *= share);
        }
    }
    for entry in &rows {
        if let What::Fewer { driver, units: fewer } = entry.what
            && let Some(units) = units.get_mut(driver.0)
        {
            *units = (*units - fewer).max(0.0);
        }
    }
    Dated { date, as_day, holidays, units }
}

/// The dates of a week.
pub fn of_week(ward: &Ward, week: Week) -> [Dated; 7] {
    week.dates().map(|date| dated(ward, date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::{Driver, DriverId};

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn ward(rows: &[(&str, &str, What)]) -> Ward {
        let mut ward = sample::ward();
        ward.drivers = ["pasienter", "innleggelser"]
            .map(|name| Driver { name: name.into(), by_day: [20.0, 20.0, 20.0, 20.0, 20.0, 16.0, 10.0] })
            .to_vec();
        let entry = |(from, to, what): &(&str, &str, What)| Entry {
            from: day(from),
            to: day(to),
            what: what.clone(),
            note: None,
        };
        ward.calendar = rows.iter().map(entry).collect();
        ward
    }

    #[test]
    fn a_holiday_is_worked_as_a_sunday_unless_the_ward_says_otherwise() {
        let plain = ward(&[]);
        let ascension = dated(&plain, day("2027-05-06"));
        assert_eq!((ascension.as_day, ascension.units[0]), (Day(6), 10.0));
        assert_eq!(ascension.holidays, [Holiday::Ascension]);
        assert_eq!(dated(&plain, day("2027-05-07")).as_day, Day(4));
        assert_eq!(dated(&plain, day("2026-12-24")).as_day, Day(3), "an eve is a weekday until somebody says more");
        let own = ward(&[
            ("2026-12-24", "2026-12-24", What::AsDay(Some(Day(5)))),
            ("2027-05-06", "2027-05-06", What::AsDay(None)),
        ]);
        assert_eq!(dated(&own, day("2026-12-24")).as_day, Day(5));
        assert_eq!(dated(&own, day("2026-12-25")).as_day, Day(6));
        assert_eq!(dated(&own, day("2027-05-06")).as_day, Day(3));
    }

    #[test]
    fn shares_multiply_closed_beds_are_taken_off_and_nothing_falls_below_zero() {
        let all = What::Activity { driver: None, share: 0.5 };
        let one = What::Activity { driver: Some(DriverId(1)), share: 1.5 };
        let closed = What::Fewer { driver: DriverId(0), units: 8.0 };
        let ward = ward(&[
            ("2027-07-01", "2027-07-31", closed),
            ("2027-07-05", "2027-07-09", all),
            ("2027-07-05", "2027-07-05", one),
        ]);
        assert_eq!(dated(&ward, day("2027-07-02")).units, [12.0, 20.0]);
        assert_eq!(dated(&ward, day("2027-07-04")).units, [2.0, 10.0]);
        assert_eq!(dated(&ward, day("2027-07-05")).units, [2.0, 15.0]);
        assert_eq!(dated(&ward, day("2027-07-31")).units, [8.0, 16.0]);
        assert_eq!(dated(&ward, day("2027-08-01")).units, [10.0, 10.0]);
        let closed_more = Ward {
            calendar: vec![Entry {
                from: day("2027-08-01"),
                to: day("2027-08-01"),
                what: What::Fewer { driver: DriverId(0), units: 99.0 },
                note: None,
            }],
            ..ward
        };
        assert_eq!(dated(&closed_more, day("2027-08-01")).units, [0.0, 10.0]);
    }
}
