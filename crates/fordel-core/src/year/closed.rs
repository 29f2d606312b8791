//! Less activity in the weeks that lack hours: how little has to be closed for nothing to be hired in. Holidays are those of
//! the year as planned.
//!
//! Where one driver is all that work follows, and no day has more of it than [`MOST_UNITS`], so many whole units of it are fewer
//! each day: closed beds. Else all activity is so many whole per cent less. Less work takes no more hours of those who lack some,
//! so that what is least is found by halving.

use std::collections::BTreeSet;

use crate::ward::{Count, DriverId, TaskLine, Ward};

use super::dates::Dated;
use super::outlook::OutlookWeek;

/// Most units of a driver that are closed one by one; what is more takes per cent. Seven halvings tell the least of so many.
const MOST_UNITS: f64 = 127.0;

/// What is closed in all weeks that lack hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// So many units of a driver fewer each day.
    Units {
        /// Which.
        driver: DriverId,
        /// How many fewer.
        units: u32,
        /// The most that a day of these weeks has as planned.
        of: u32,
    },
    /// So many per cent less of all activity.
    Percent(u32),
}

impl Closed {
    /// All activity of these weeks; none where there are no weeks, or no work follows activity.
    pub fn all(ward: &Ward, weeks: &[&OutlookWeek]) -> Option<Closed> {
        let followed = |line: &TaskLine| match line.count {
            Count::PerDriver(_, driver) if !line.bound => Some(driver),
            _ => None,
        };
        let drivers: BTreeSet<DriverId> = ward.lines.iter().filter_map(followed).collect();
        let driver = *drivers.first().filter(|_| !weeks.is_empty())?;
        let days = weeks.iter().flat_map(|week| &week.asked.dates);
        let most = days.filter_map(|dated| dated.units.get(driver.0)).copied().fold(0.0, f64::max);
        if drivers.len() == 1 && most > 0.0 && most <= MOST_UNITS {
            let of = most.ceil() as u32;
            return Some(Closed::Units { driver, units: of, of });
        }
        Some(Closed::Percent(100))
    }

    /// How much: units, or per cent.
    pub fn amount(self) -> u32 {
        match self {
            Closed::Units { units, .. } => units,
            Closed::Percent(percent) => percent,
        }
    }

    /// So much of the same.
    pub fn to(self, amount: u32) -> Closed {
        match self {
            Closed::Units { driver, of, .. } => Closed::Units { driver, units: amount, of },
            Closed::Percent(_) => Closed::Percent(amount),
        }
    }

    /// The dates of a week with that much less than planned, never below 0.
    pub fn dates(self, planned: &[Dated; 7]) -> [Dated; 7] {
        let mut dates = planned.clone();
        for dated in &mut dates {
            match self {
                Closed::Units { driver, units, .. } => {
                    if let Some(of_driver) = dated.units.get_mut(driver.0) {
                        *of_driver = (*of_driver - f64::from(units)).max(0.0);
                    }
                }
                Closed::Percent(percent) => {
                    dated.units.iter_mut().for_each(|units| *units *= 1.0 - f64::from(percent) / 100.0);
                }
            }
        }
        dates
    }
}

/// The least amount from `from` to `most` that is enough, where more than enough is enough too; none where `most` isn't. It asks
/// of `from`, and then of as many others as it takes to halve what is left to nothing: seven of 127.
///
/// # Errors
/// What asking fails with.
pub fn least<E>(from: u32, most: u32, mut is_enough: impl FnMut(u32) -> Result<bool, E>) -> Result<Option<u32>, E> {
    if is_enough(from)? {
        return Ok(Some(from));
    }
    // The lower one isn't enough; the upper one is, or is more than there is.
    let (mut lower, mut upper) = (from, most.saturating_add(1));
    while upper > lower + 1 {
        let middle = lower + (upper - lower) / 2;
        if is_enough(middle)? {
            upper = middle;
        } else {
            lower = middle;
        }
    }
    Ok(Some(upper).filter(|upper| *upper <= most))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::plan::Plan;
    use crate::ward::Driver;
    use crate::year::dates::of_week;
    use crate::year::outlook::Asked;

    #[test]
    fn of_all_amounts_the_least_that_is_enough_is_found_in_seven_steps() {
        for most in [0, 1, 2, 24, 100, 127] {
            for from in 0..=most {
                for enough in from..=most + 1 {
                    let mut asked = 0;
                    let found = least(from, most, |amount| {
                        asked += 1;
                        Ok::<bool, Infallible>(amount >= enough)
                    });
                    let by_hand = (from..=most).find(|amount| *amount >= enough);
                    assert_eq!(found, Ok(by_hand), "{from} to {most}, {enough} is enough");
                    assert!(asked <= 1 + 7, "{from} to {most} took {asked}");
                }
            }
        }
        assert_eq!(least(0, 9, |amount| if amount == 5 { Err("no heads") } else { Ok(false) }), Err("no heads"));
    }

    /// A ward with these drivers, followed by as many of its lines.
    fn ward(drivers: &[f64]) -> Ward {
        let mut ward = sample::ward();
        let driver = |units: &f64| Driver { name: "pasienter".into(), by_day: [*units; 7] };
        ward.drivers = drivers.iter().map(driver).collect();
        for (at, line) in ward.lines.iter_mut().take(drivers.len()).enumerate() {
            line.count = Count::PerDriver(1.0, DriverId(at));
        }
        ward
    }

    fn week(ward: &Ward) -> OutlookWeek {
        let week = Week { year: 2027, number: 5 };
        let dates = of_week(ward, week);
        let of_week = crate::year::week::ward_of(ward, &Plan::default(), &dates);
        OutlookWeek { week, asked: Asked::of(&of_week, &Plan::default(), dates), groups: Vec::new() }
    }

    /// All that can be closed in a week.
    fn all(drivers: &[f64]) -> Option<Closed> {
        let ward = ward(drivers);
        Closed::all(&ward, &[&week(&ward)])
    }

    #[test]
    fn beds_are_closed_one_by_one_and_other_activity_by_per_cent() {
        let driver = DriverId(0);
        assert_eq!(all(&[23.4]), Some(Closed::Units { driver, units: 24, of: 24 }));
        assert_eq!(all(&[127.0]), Some(Closed::Units { driver, units: 127, of: 127 }));
        assert_eq!(all(&[128.0]), Some(Closed::Percent(100)));
        assert_eq!(all(&[20.0, 7.0]), Some(Closed::Percent(100)));
        assert_eq!(all(&[]), None, "no work follows activity");
        assert_eq!(Closed::all(&ward(&[20.0]), &[]), None, "no week lacks hours");
    }

    #[test]
    fn what_is_closed_is_taken_off_what_is_planned() {
        let ward = ward(&[20.0, 7.0]);
        let planned = week(&ward).asked.dates;
        let units = |closed: Closed| closed.dates(&planned)[2].units.clone();
        let beds = Closed::Units { driver: DriverId(1), units: 7, of: 7 };
        assert_eq!(units(beds.to(3)), [20.0, 4.0]);
        assert_eq!(units(beds.to(9)), [20.0, 0.0]);
        assert_eq!(units(Closed::Percent(100).to(25)), [15.0, 5.25]);
        for none in [beds.to(0), Closed::Percent(0)] {
            assert_eq!((none.amount(), none.dates(&planned)), (0, planned.clone()));
        }
    }
}
