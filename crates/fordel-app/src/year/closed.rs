//! The year with as little closed in the weeks that lack hours as takes hiring in away.

use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_core::year::closed::{Closed, least};
use fordel_core::year::outlook::{Asked, Outlook, OutlookWeek};
use fordel_core::year::scenario::Scenario;

use super::Solved;
use crate::failure::Failure;

/// The year as planned with the least closed, as much in each week that lacks hours, for none to lack any; with all of it closed
/// where that isn't enough. None where no week lacks hours, or no work follows activity.
///
/// The week that lacks most is halved first: what it takes is enough for most of the others, which are solved but once then.
///
/// # Errors
/// A week that no heads can carry.
pub(super) fn with_closed(
    ward: &Ward,
    plan: &Plan,
    planned: &Outlook,
    solved: &mut Solved,
) -> Result<Option<(Scenario, Outlook)>, Failure> {
    let mut lacking: Vec<&OutlookWeek> = planned.weeks.iter().filter(|week| week.lacks()).collect();
    lacking.sort_by(|a, b| b.short().total_cmp(&a.short()));
    let Some(all) = Closed::all(ward, &lacking) else { return Ok(None) };
    let mut asked = |week: &OutlookWeek, amount: u32| -> Result<Asked, Failure> {
        let closed = all.to(amount);
        solved.asked(ward, plan, Scenario::Closed(closed), closed.dates(&week.asked.dates))
    };
    let mut amount = 0;
    for week in lacking {
        let is_enough = |amount: u32| Ok::<bool, Failure>(!week.with_heads(asked(week, amount)?).lacks());
        let Some(enough) = least(amount, all.amount(), is_enough)? else {
            amount = all.amount();
            break;
        };
        amount = enough;
    }
    let mut other = Vec::new();
    for week in &planned.weeks {
        other.push(if week.lacks() { Some(asked(week, amount)?) } else { None });
    }
    Ok(Some((Scenario::Closed(all.to(amount)), planned.with_other_heads(ward, other))))
}

#[cfg(test)]
mod tests {
    use fordel_core::calendar::Date;
    use fordel_core::ward::{Count, Driver, DriverId};
    use fordel_core::year::dates::of_week;
    use fordel_core::year::{Entry, What};

    use super::super::tests::{asked, case, present};
    use super::*;
    use crate::YearTold;

    const PATIENTS: DriverId = DriverId(0);

    /// Two nurses, and care every morning that ten units of a driver take two heads for: 170 minutes, where one has 96.
    fn ten_patients(units: f64) -> (Ward, Plan) {
        let (mut ward, plan) = case(2.0, 0.0);
        ward.drivers = vec![Driver { name: "pasienter".into(), by_day: [units; 7] }];
        (ward.lines[0].count, ward.lines[0].minutes) = (Count::PerDriver(10.0 / units, PATIENTS), 17.0);
        (ward, plan)
    }

    /// What is closed, and the year then.
    fn closed(told: &YearTold) -> Option<(Closed, &Outlook)> {
        told.scenarios.iter().find_map(|(scenario, of)| match scenario {
            Scenario::Closed(closed) => Some((*closed, of)),
            _ => None,
        })
    }

    /// Whether any week that is shown lacks hours when the calendar says this of the year.
    fn lacks(ward: &Ward, plan: &Plan, planned: &Outlook, what: What) -> bool {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let entry = Entry { from: date("2027-01-01"), to: date("2027-12-31"), what, note: None };
        let ward = Ward { calendar: vec![entry], ..ward.clone() };
        let mut solved = Solved::default();
        planned.weeks.iter().any(|week| {
            let dates = of_week(&ward, week.week);
            let asked = solved.asked(&ward, plan, Scenario::AsPlanned, dates).expect("heads");
            let short = asked.hours.iter().zip(&week.groups).map(|(hours, of)| (hours - of.own).max(0.0));
            short.sum::<f64>() >= 0.5
        })
    }

    #[test]
    fn of_all_numbers_of_beds_the_least_that_takes_hiring_in_away_is_closed() {
        let (ward, plan) = ten_patients(10.0);
        let told = asked(&ward, &plan, Some(0), Some(0.0));
        let fewer = |units: u32| What::Fewer { driver: PATIENTS, units: f64::from(units) };
        let enough = |units: &u32| !lacks(&ward, &plan, told.planned(), fewer(*units));
        let least = (0..=10).find(enough).expect("with none there is no work");
        assert!(least > 0, "something has to be hired in");
        let (found, then) = closed(&told).expect("beds are closed");
        assert_eq!(found, Closed::Units { driver: PATIENTS, units: least, of: 10 });
        assert!(!then.sums.hires() && told.planned().sums.hires(), "{:?}", then.sums);
        assert!(then.sums.heads < told.planned().sums.heads);
        assert_eq!(then.holidays, told.planned().holidays);
    }

    #[test]
    fn what_is_more_than_beds_is_closed_by_per_cent() {
        let (ward, plan) = ten_patients(500.0);
        let told = asked(&ward, &plan, Some(0), Some(0.0));
        let (found, then) = closed(&told).expect("something is closed");
        let less = |percent: u32| What::Activity { driver: None, share: 1.0 - f64::from(percent) / 100.0 };
        let percent = found.amount();
        assert_eq!(found, Closed::Percent(percent));
        assert!(!then.sums.hires() && !lacks(&ward, &plan, told.planned(), less(percent)), "{percent}");
        assert!(lacks(&ward, &plan, told.planned(), less(percent - 1)), "{percent}");
    }

    #[test]
    fn where_all_is_not_enough_all_is_closed_and_where_none_lack_hours_nothing() {
        let (mut ward, plan) = ten_patients(10.0);
        ward.presence = vec![present((0, 1440))];
        let told = asked(&ward, &plan, Some(0), Some(0.0));
        let (found, then) = closed(&told).expect("all is closed");
        assert_eq!(found, Closed::Units { driver: PATIENTS, units: 10, of: 10 });
        assert!(then.sums.hires() && then.sums.hire_hours < told.planned().sums.hire_hours, "{:?}", then.sums);
        let (mut covered, plan) = ten_patients(10.0);
        (covered.groups[0].positions, covered.groups[0].people) = (Some(9.0), Some(9.0));
        assert!(closed(&asked(&covered, &plan, Some(0), Some(0.0))).is_none(), "nothing has to be hired in");
        let (plain, plan) = case(0.2, 0.0);
        assert!(closed(&asked(&plain, &plan, Some(0), Some(0.0))).is_none(), "no work follows activity");
    }
}
