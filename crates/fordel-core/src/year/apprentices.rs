//! Apprentices whom the assumptions of the years ahead tell, as rows of the calendar in the years in which it tells of none.

use std::ops::RangeInclusive;

use crate::calendar::date;
use crate::projection::drawn::Drawn;
use crate::projection::supply::apprentices;
use crate::ward::{GroupId, Ward};

use super::{Entry, What};

/// The ward with a row for each of these years and each group whose apprentices do part of a position in it by the assumptions
/// of the years ahead. Where the calendar has a row of the group's apprentices in the year, 0 among them, it alone counts.
pub fn with_those_ahead(ward: &Ward, years: RangeInclusive<i16>) -> Ward {
    let drawn = Drawn::written(&ward.projection);
    let row = |group: GroupId, year: i16| {
        let positions = apprentices(&drawn, Some(group), year);
        let (from, to) = (date(year, 1, 1)?, date(year, 12, 31)?);
        let is_told = positions > 0.0 && !is_in_calendar(ward, group, year);
        is_told.then_some(Entry { from, to, what: What::Apprentices { group, positions }, note: None })
    };
    let mut with = ward.clone();
    for year in years {
        with.calendar.extend(ward.group_ids().filter_map(|group| row(group, year)));
    }
    with
}

/// Whether the calendar tells of the group's apprentices in a year.
pub fn is_in_calendar(ward: &Ward, group: GroupId, year: i16) -> bool {
    let is_theirs = |entry: &Entry| matches!(entry.what, What::Apprentices { group: of, .. } if of == group);
    let mut rows = ward.calendar.iter().filter(|entry| is_theirs(entry));
    rows.any(|entry| (entry.from.year()..=entry.to.year()).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::projection::{self, Range};
    use crate::year::own::apprentices_by_calendar;

    /// Four apprentices a year from 2027 in the second group, for two years, each doing a fourth of a position.
    fn ward() -> Ward {
        let row = |what, from, value| {
            let group = Some(GroupId(1));
            projection::Entry { what, group, ages: None, from, value: Range::sure(value), source: None }
        };
        let mut ward = sample::ward();
        ward.projection.entries = vec![
            row(projection::What::Apprentices, Some(2027), 4.0),
            row(projection::What::ApprenticeYears, None, 2.0),
            row(projection::What::ApprenticeShare, None, 0.25),
        ];
        ward
    }

    fn positions(ward: &Ward, year: i16) -> [f64; 2] {
        let week = Week { year, number: 20 };
        [0, 1].map(|group| apprentices_by_calendar(ward, GroupId(group), week))
    }

    #[test]
    fn those_of_the_years_ahead_count_in_their_years() {
        let with = with_those_ahead(&ward(), 2026..=2028);
        assert_eq!([2026, 2027, 2028, 2029].map(|year| positions(&with, year)[1]), [0.0, 1.0, 2.0, 0.0]);
        assert_eq!(positions(&with, 2028)[0], 0.0, "the other group takes none in");
        // 1 January 2028 is a Saturday: five days at one position, two at two.
        let turn = apprentices_by_calendar(&with, GroupId(1), Week { year: 2027, number: 52 });
        assert!((turn - 9.0 / 7.0).abs() < 1e-9, "{turn}");
    }

    #[test]
    fn a_year_in_which_the_calendar_tells_goes_by_the_calendar_alone() {
        for told in [0.0, 0.5] {
            let mut ward = ward();
            let (from, to) = (date(2027, 8, 16).expect("a date"), date(2027, 12, 31).expect("a date"));
            let what = What::Apprentices { group: GroupId(1), positions: told };
            ward.calendar = vec![Entry { from, to, what, note: None }];
            let with = with_those_ahead(&ward, 2027..=2028);
            assert_eq!((positions(&with, 2027)[1], positions(&with, 2028)[1]), (0.0, 2.0));
            let autumn = apprentices_by_calendar(&with, GroupId(1), Week { year: 2027, number: 40 });
            assert!((autumn - told).abs() < 1e-9, "never both");
        }
    }

    #[test]
    fn without_assumptions_nothing_is_added() {
        let ward = sample::ward();
        assert_eq!(with_those_ahead(&ward, 2026..=2030), ward);
    }
}
