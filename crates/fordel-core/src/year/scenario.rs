//! Scenarios of a year: what would make it better, each as another ward or other rules for holidays, to be reckoned as the
//! first; another mix, and what is closed, are reckoned from it.

use crate::calendar::Week;
use crate::ward::Ward;

use super::closed::Closed;
use super::holiday::Rules;
use super::outlook::Outlook;
use super::overlap::with_overlap;
use super::{Entry, What};

/// A scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scenario {
    /// As the ward's calendar and the plan have it.
    AsPlanned,
    /// The least closed in the weeks that lack hours for nothing to be hired in, or all of it where that isn't enough
    /// ([`super::closed`]); holidays are those of the year as planned.
    Closed(Closed),
    /// Activity at this share of the usual while the summer pools last: fewer beds.
    Fewer {
        /// Of what is usual.
        share: f64,
    },
    /// The same, and what isn't done then is done in the year's other weeks, as much in each.
    Moved {
        /// Of what is usual.
        share: f64,
    },
    /// A pool more, so that fewer are away at once and the summer is longer.
    OnePoolMore,
    /// The overlap between shifts longer, or shorter ([`super::overlap`]).
    Overlap {
        /// Minutes longer; below 0 shorter.
        minutes: i32,
    },
    /// Groups with hours to spare do what they may of the work of those that lack some ([`super::mix`]); holidays are those
    /// of the year as planned.
    OtherMix {
        /// Of the hours to spare.
        share: f64,
    },
    /// Another plan: another distribution of tasks.
    OtherPlan,
}

impl Scenario {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Scenario::AsPlanned => "as-planned",
            Scenario::Closed(_) => "closed",
            Scenario::Fewer { .. } => "fewer",
            Scenario::Moved { .. } => "moved",
            Scenario::OnePoolMore => "one-pool-more",
            Scenario::Overlap { .. } => "overlap",
            Scenario::OtherMix { .. } => "other-mix",
            Scenario::OtherPlan => "other-plan",
        }
    }

    /// Whether it can be chosen, where it gives this year: to close all, and hire in all the same, is no way out.
    pub fn is_way_out(self, of: &Outlook) -> bool {
        !matches!(self, Scenario::Closed(_)) || !of.weeks.iter().any(|week| week.lacks())
    }

    /// The ward and the rules of the scenario for these years; none where they can't be: another pool that doesn't fit in
    /// the year, or activity that no work follows.
    pub fn of(self, ward: &Ward, rules: Rules, years: &[i16]) -> Option<(Ward, Rules)> {
        match self {
            Scenario::AsPlanned
            | Scenario::Closed(_)
            | Scenario::Overlap { .. }
            | Scenario::OtherMix { .. }
            | Scenario::OtherPlan => Some((ward.clone(), rules)),
            Scenario::OnePoolMore => {
                let earlier = i8::try_from(rules.pool_weeks / 2).ok()?;
                let rules = Rules { pools: rules.pools + 1, first_week: rules.first_week - earlier, ..rules };
                rules.are_possible().then(|| (ward.clone(), rules))
            }
            Scenario::Fewer { share } => {
                let summers: Vec<Entry> = years.iter().filter_map(|year| summer(*year, rules, share)).collect();
                follows_activity(ward).then(|| (with(ward, summers), rules))
            }
            Scenario::Moved { share } => {
                let mut entries = Vec::new();
                for year in years {
                    entries.extend(summer(*year, rules, share));
                    entries.extend(the_rest(*year, rules, share));
                }
                follows_activity(ward).then(|| (with(ward, entries), rules))
            }
        }
    }

    /// The ward of a week ([`super::week::ward_of`]) under the scenario.
    pub fn of_week(self, ward: Ward) -> Ward {
        match self {
            Scenario::Overlap { minutes } => with_overlap(&ward, minutes),
            _ => ward,
        }
    }
}

/// Whether any work follows activity.
pub fn follows_activity(ward: &Ward) -> bool {
    ward.lines.iter().any(|line| !line.bound && matches!(line.count, crate::ward::Count::PerDriver(..)))
}

fn with(ward: &Ward, entries: Vec<Entry>) -> Ward {
    let mut ward = ward.clone();
    ward.calendar.extend(entries);
    ward
}

/// First and last week of the summer pools.
fn pools(rules: Rules) -> (i8, i8) {
    let last = rules.pool(rules.pools.saturating_sub(1)).end - 1;
    (rules.first_week, last)
}

fn activity(from: Week, to: Week, share: f64) -> Entry {
    Entry { from: from.monday(), to: to.dates()[6], what: What::Activity { driver: None, share }, note: None }
}

fn summer(year: i16, rules: Rules, share: f64) -> Option<Entry> {
    let (first, last) = pools(rules);
    Some(activity(Week::new(year, first)?, Week::new(year, last)?, share))
}

/// The weeks before and after the summer with what the summer lacks, as much in each.
fn the_rest(year: i16, rules: Rules, share: f64) -> Vec<Entry> {
    let (first, last) = pools(rules);
    let of_summer = f64::from(last - first + 1);
    let others = f64::from(Week::count(year)) - of_summer;
    if others <= 0.0 {
        return Vec::new();
    }
    let more = 1.0 + (1.0 - share) * of_summer / others;
    let stretch = |from: i8, to: i8| Some(activity(Week::new(year, from)?, Week::new(year, to)?, more));
    let before = (first > 1).then(|| stretch(1, first - 1)).flatten();
    let after = (last < Week::count(year)).then(|| stretch(last + 1, Week::count(year))).flatten();
    before.into_iter().chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::ward::{Count, Driver, DriverId};
    use crate::year::dates::of_week;

    fn ward() -> Ward {
        let mut ward = sample::ward();
        ward.drivers = vec![Driver { name: "pasienter".into(), by_day: [20.0; 7] }];
        ward.lines[0].count = Count::PerDriver(1.0, DriverId(0));
        ward
    }

    fn units(ward: &Ward, year: i16) -> f64 {
        let weeks = (1..=Week::count(year)).map(|number| Week { year, number });
        weeks.flat_map(|week| of_week(ward, week)).map(|dated| dated.units[0]).sum()
    }

    #[test]
    fn moved_activity_is_as_much_in_the_whole_year() {
        let (ward, rules) = (ward(), Rules::default());
        for year in [2026, 2027] {
            let (fewer, _) = Scenario::Fewer { share: 0.8 }.of(&ward, rules, &[year]).expect("a scenario");
            let (moved, _) = Scenario::Moved { share: 0.8 }.of(&ward, rules, &[year]).expect("a scenario");
            let nine_weeks = 9.0 * 7.0 * 20.0;
            assert!((units(&ward, year) - units(&fewer, year) - 0.2 * nine_weeks).abs() < 1e-6);
            assert!((units(&ward, year) - units(&moved, year)).abs() < 1e-6);
            assert_eq!(of_week(&moved, Week { year, number: 26 })[0].units[0], 16.0);
            assert_eq!(
                of_week(&moved, Week { year, number: 35 })[0].units,
                of_week(&moved, Week { year, number: 25 })[0].units
            );
        }
    }

    #[test]
    fn a_pool_more_makes_the_summer_longer() {
        let (_, rules) = Scenario::OnePoolMore.of(&ward(), Rules::default(), &[2027]).expect("a scenario");
        assert_eq!((rules.pools, pools(rules)), (4, (25, 36)));
        let late = Rules { first_week: 43, ..Rules::default() };
        assert!(Scenario::OnePoolMore.of(&ward(), late, &[2027]).is_none());
    }

    #[test]
    fn only_overlap_changes_a_week_and_none_of_it_nothing() {
        let ward = ward();
        let longer = Scenario::Overlap { minutes: 15 };
        assert_eq!(longer.of_week(ward.clone()), with_overlap(&ward, 15));
        assert_ne!(longer.of_week(ward.clone()), ward);
        for scenario in [Scenario::Overlap { minutes: 0 }, Scenario::OtherMix { share: 1.0 }, Scenario::OnePoolMore] {
            assert_eq!(scenario.of_week(ward.clone()), ward);
        }
    }

    #[test]
    fn activity_that_no_work_follows_makes_no_scenario() {
        let plain = sample::ward();
        assert!(Scenario::Fewer { share: 0.8 }.of(&plain, Rules::default(), &[2027]).is_none());
        assert!(Scenario::AsPlanned.of(&plain, Rules::default(), &[2027]).is_some());
    }
}
