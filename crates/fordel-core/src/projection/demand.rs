//! How much the work grows: residents by age times their use, against the first year.

use std::collections::{BTreeMap, BTreeSet};

use super::ages::{Ages, OLDEST};
use super::drawn::Drawn;
use super::{Residents, What};

/// The demand of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// The year.
    pub year: i16,
    /// Residents of each stretch of ages that has a use, youngest first.
    pub residents: Vec<f64>,
    /// Units of use.
    pub units: f64,
    /// Units over those of the first year; 1 where nothing is told of residents and use.
    pub index: f64,
}

/// The use of some ages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Use {
    /// The ages.
    pub ages: Ages,
    /// Units a year and 1000 residents in the first year.
    pub per_1000: f64,
    /// Change a year, as a share.
    pub change: f64,
}

/// The uses of each stretch of ages, youngest first.
pub fn uses(drawn: &Drawn, first: i16) -> Vec<Use> {
    let holds = |ages: Ages, row: &super::Entry| row.ages.is_none_or(|of| of.holds(ages));
    let change = |ages: Ages| {
        // A row for some ages goes before the row for all.
        let rows = drawn.rows(What::UseChange).filter(|(row, _)| holds(ages, row));
        rows.max_by_key(|(row, _)| row.ages.is_some()).map_or(0.0, |(_, change)| change)
    };
    let mut uses: BTreeMap<Ages, (Option<i16>, f64)> = BTreeMap::new();
    for (row, per_1000) in drawn.rows(What::Use).filter(|(row, _)| row.from.is_none_or(|from| from <= first)) {
        let Some(ages) = row.ages else { continue };
        let newest = uses.entry(ages).or_insert((row.from, per_1000));
        if row.from >= newest.0 {
            *newest = (row.from, per_1000);
        }
    }
    uses.into_iter().map(|(ages, (_, per_1000))| Use { ages, per_1000, change: change(ages) }).collect()
}

/// The demand of each year from the first, `years` of them after it: `Σ residents × use × (1 + change)^t`. Residents between
/// the years that are told lie on the straight line; before and after they are as in the nearest year.
pub fn demand(drawn: &Drawn, first: i16, years: u32) -> Vec<Demand> {
    let uses = uses(drawn, first);
    let mut told: BTreeMap<Ages, BTreeMap<i16, f64>> = BTreeMap::new();
    for row in drawn.resident_rows() {
        *told.entry(row.ages).or_default().entry(row.year).or_default() += drawn.residents(row);
    }
    let of_year = |t: u32| {
        let year = first.saturating_add(i16::try_from(t).unwrap_or(i16::MAX));
        let residents: Vec<f64> = uses
            .iter()
            .map(|of| told.iter().filter(|(ages, _)| of.ages.holds(**ages)).map(|(_, by)| between(by, year)).sum())
            .collect();
        let grown = |of: &Use| of.per_1000 / 1000.0 * (1.0 + of.change).powi(t as i32);
        let units = residents.iter().zip(&uses).map(|(people, of)| people * grown(of)).sum();
        Demand { year, residents, units, index: 1.0 }
    };
    let mut list: Vec<Demand> = (0..=years).map(of_year).collect();
    let base = list[0].units;
    if base > 0.0 {
        list.iter_mut().for_each(|of| of.index = of.units / base);
    }
    list
}

/// Ages that have a use and no residents, youngest first, with the years of which others tell and in which these would count
/// as nobody, or as many as before. Between years in which they are told they lie on the straight line, and nothing lacks;
/// nor does anything where no residents are told at all.
pub fn without_residents(uses: &[Ages], residents: &[Residents]) -> Vec<(Ages, Vec<i16>)> {
    let years: BTreeSet<i16> = residents.iter().map(|of| of.year).collect();
    let mut told: BTreeMap<u8, (i16, i16)> = BTreeMap::new();
    for of in residents {
        for age in of.ages.from..=of.ages.last() {
            let (first, last) = told.entry(age).or_insert((of.year, of.year));
            *first = (*first).min(of.year);
            *last = (*last).max(of.year);
        }
    }
    let mut lacking: Vec<(Ages, Vec<i16>)> = Vec::new();
    for (of, age) in uses.iter().flat_map(|of| (of.from..=of.last()).map(move |age| (of, age))) {
        let is_told = |year: i16| told.get(&age).is_some_and(|(first, last)| (*first..=*last).contains(&year));
        let lacks: Vec<i16> = years.iter().copied().filter(|year| !is_told(*year)).collect();
        let to = if age == of.last() { of.to } else { Some(age) };
        match lacking.last_mut() {
            _ if lacks.is_empty() => {}
            Some((ages, years)) if *years == lacks && ages.last().checked_add(1) == Some(age) => ages.to = to,
            _ => lacking.push((Ages { from: age, to }, lacks)),
        }
    }
    lacking
}

/// Ages that stand among the residents and have no use, youngest first: they count for nothing. Where no use is told at all,
/// there are none.
pub fn without_use(uses: &[Ages], residents: &[Residents]) -> Vec<Ages> {
    let stand: BTreeSet<Ages> = residents.iter().filter(|of| of.number.at(1.0) > 0.0).map(|of| of.ages).collect();
    let mut lacking: Vec<Ages> = Vec::new();
    for age in (0..=OLDEST).filter(|_| !uses.is_empty()) {
        let one = Ages { from: age, to: Some(age) };
        if uses.iter().any(|of| of.holds(one)) || !stand.iter().any(|of| of.holds(one)) {
            continue;
        }
        let to = (age < OLDEST).then_some(age);
        match lacking.last_mut() {
            Some(ages) if ages.last().checked_add(1) == Some(age) => ages.to = to,
            _ => lacking.push(Ages { from: age, to }),
        }
    }
    lacking
}

/// The figure of a year among those of some years.
fn between(by_year: &BTreeMap<i16, f64>, year: i16) -> f64 {
    let before = by_year.range(..=year).next_back();
    let after = by_year.range(year..).next();
    match (before, after) {
        (Some((y0, n0)), Some((y1, n1))) if y1 > y0 => n0 + (n1 - n0) * f64::from(year - y0) / f64::from(y1 - y0),
        (Some((_, n)), _) | (None, Some((_, n))) => *n,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::{Assumptions, Entry, Range};

    fn residents(year: i16, from: u8, to: Option<u8>, number: f64) -> Residents {
        Residents { year, ages: Ages { from, to }, number: Range::sure(number), source: None }
    }

    fn row(what: What, ages: Option<(u8, Option<u8>)>, value: f64) -> Entry {
        let ages = ages.map(|(from, to)| Ages { from, to });
        Entry { what, group: None, ages, from: None, value: Range::sure(value), source: None }
    }

    #[test]
    fn residents_times_use_with_what_lies_between_on_the_line() {
        let of = Assumptions {
            residents: vec![
                residents(2026, 0, Some(79), 9000.0),
                residents(2036, 0, Some(79), 9000.0),
                residents(2026, 80, Some(89), 700.0),
                residents(2026, 90, None, 300.0),
                residents(2036, 80, Some(89), 1500.0),
                residents(2036, 90, None, 500.0),
            ],
            entries: vec![row(What::Use, Some((0, Some(79))), 500.0), row(What::Use, Some((80, None)), 3000.0)],
        };
        let told = demand(&Drawn::written(&of), 2026, 12);
        assert_eq!(told[0].residents, [9000.0, 1000.0]);
        // 4500 + 3000 units, then 4500 + 6000.
        assert!((told[0].units - 7500.0).abs() < 1e-9 && (told[10].index - 1.4).abs() < 1e-9);
        assert!((told[5].index - 1.2).abs() < 1e-9, "half way");
        assert_eq!(told[12].units, told[10].units, "after the last year as in it");
    }

    #[test]
    fn ages_with_a_use_and_no_residents_are_told_with_their_years() {
        let ages = |from, to| Ages { from, to };
        let uses = [ages(18, Some(66)), ages(67, Some(79)), ages(80, None)];
        let mut told = vec![
            residents(2026, 18, Some(49), 1.0),
            residents(2041, 18, Some(49), 1.0),
            residents(2026, 80, None, 1.0),
            residents(2041, 80, None, 1.0),
            residents(2036, 0, Some(17), 1.0),
        ];
        // What lacks of one stretch and all of the next is one; 2036 lies on the line of those that are told.
        assert_eq!(without_residents(&uses, &told), [(ages(50, Some(79)), vec![2026, 2036, 2041])]);
        told.extend([residents(2026, 50, Some(66), 0.0), residents(2041, 50, Some(66), 0.0)]);
        told.push(residents(2026, 67, Some(79), 1.0));
        told.retain(|of| of.ages.from < 80);
        let expected = [(ages(67, Some(79)), vec![2036, 2041]), (ages(80, None), vec![2026, 2036, 2041])];
        assert_eq!(without_residents(&uses, &told), expected);
        assert_eq!(without_residents(&[], &told), []);
        assert_eq!(without_residents(&uses, &[]), [], "nothing is told of residents");
    }

    #[test]
    fn ages_with_residents_and_no_use_are_told_as_stretches() {
        let ages = |from, to| Ages { from, to };
        let told = [
            residents(2026, 0, Some(17), 1.0),
            residents(2041, 18, Some(66), 1.0),
            residents(2026, 67, Some(79), 1.0),
            residents(2026, 80, Some(89), 1.0),
            residents(2026, 90, None, 1.0),
        ];
        assert_eq!(without_use(&[ages(67, Some(79))], &told), [ages(0, Some(66)), ages(80, None)]);
        assert_eq!(without_use(&[ages(0, Some(69)), ages(71, None)], &told), [ages(70, Some(70))]);
        assert_eq!(without_use(&[ages(0, None)], &told), []);
        assert_eq!(without_use(&[], &told), [], "no use is told at all");
        assert_eq!(without_use(&[ages(18, None)], &[residents(2026, 0, Some(17), 0.0)]), [], "nobody lives there");
    }

    #[test]
    fn a_third_more_residents_of_one_use_is_a_third_more_work() {
        let of = Assumptions {
            residents: vec![residents(2026, 0, None, 1000.0), residents(2041, 0, None, 1300.0)],
            entries: vec![row(What::Use, Some((0, None)), 250.0)],
        };
        assert!((demand(&Drawn::written(&of), 2026, 15)[15].index - 1.3).abs() < 1e-12);
    }

    #[test]
    fn change_of_some_ages_goes_before_that_of_all_and_nothing_told_is_no_growth() {
        let mut of = Assumptions {
            residents: vec![residents(2026, 0, Some(79), 1000.0), residents(2026, 80, None, 1000.0)],
            entries: vec![
                row(What::Use, Some((0, Some(79))), 1000.0),
                row(What::Use, Some((80, None)), 1000.0),
                row(What::UseChange, Some((80, None)), 0.10),
                row(What::UseChange, None, -0.10),
            ],
        };
        let told = demand(&Drawn::written(&of), 2026, 2);
        assert!((told[2].units - (810.0 + 1210.0)).abs() < 1e-6);
        of.residents.clear();
        assert!(demand(&Drawn::written(&of), 2026, 3).iter().all(|of| of.index == 1.0));
    }
}
