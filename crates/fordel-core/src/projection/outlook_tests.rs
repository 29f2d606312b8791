//! Tests of the outlook: closed forms, properties, sums over units.

use super::*;
use crate::measure::sample;
use crate::projection::ages::Ages;
use crate::projection::{Assumptions, Entry, Range, Residents};

fn row(what: What, group: Option<usize>, value: Range) -> Entry {
    Entry { what, group: group.map(GroupId), ages: None, from: None, value, source: None }
}

fn sure(what: What, group: Option<usize>, value: f64) -> Entry {
    row(what, group, Range::sure(value))
}

fn with_ages(entry: Entry, from: u8, to: Option<u8>) -> Entry {
    Entry { ages: Some(Ages { from, to }), ..entry }
}

fn residents(year: i16, number: f64) -> Residents {
    Residents { year, ages: Ages { from: 0, to: None }, number: Range::sure(number), source: None }
}

/// Nobody comes or goes, and the residents stay as many.
fn still() -> Ward {
    let mut ward = sample::ward();
    ward.staffing_today = Vec::new();
    for group in &mut ward.groups {
        (group.positions, group.people, group.absence) = (Some(8.0), Some(10.0), 0.1);
    }
    let people = (0..ward.groups.len()).map(|g| with_ages(sure(What::People, Some(g), 10.0), 30, Some(34)));
    ward.projection = Assumptions {
        residents: vec![residents(2026, 1000.0), residents(2041, 1000.0)],
        entries: people
            .chain([
                sure(What::Leave, None, 0.0),
                sure(What::Retire, None, 67.0),
                with_ages(sure(What::Use, None, 500.0), 0, None),
            ])
            .collect(),
    };
    ward
}

fn of(ward: &Ward) -> Projection {
    project(&[Unit { ward, plan: None }], Question { draws: 20, ..Question::from(2026) })
}

fn sum_of(fte: f64, group: &str) -> GroupSum {
    GroupSum { group: group.into(), fte, people: 0, paid_hours_week: 0.0, minutes_week: 0.0, week_cost: 0.0 }
}

#[test]
fn as_many_residents_and_nobody_who_goes_is_flat() {
    let told = of(&still());
    assert_eq!((told.units[0].basis, told.scenarios.len(), told.has_band), (Basis::Positions, 1, false));
    for group in &told.as_today().groups {
        for (figures, band) in group.years.iter().zip(&group.gap) {
            assert!((figures.need - 8.0).abs() < 1e-9 && figures.gap().abs() < 1e-9);
            assert!(figures.gap_people().abs() < 1e-9 && (band.low, band.high) == (figures.gap(), figures.gap()));
        }
    }
    assert_eq!(told.years().len(), 16);
}

#[test]
fn part_of_a_person_who_lacks_is_one_and_what_is_not_seen_is_nobody() {
    let lacks = |need: f64, people_needed: f64| Figures { need, people_needed, ..Figures::default() }.short_people();
    let told = [lacks(0.4, 0.4), lacks(0.06, 0.07), lacks(2.0, 2.0 + 1e-12), lacks(2.1, 2.4), lacks(0.04, 0.05)];
    assert_eq!(told, [1.0, 1.0, 2.0, 3.0, 0.0]);
    let more = Figures { positions: 3.0, people: 4.0, ..Figures::default() };
    assert_eq!(more.short_people(), 0.0, "more than the need");
}

#[test]
fn thirty_percent_more_in_fifteen_years_under_the_assumptions_that_give_it() {
    let mut ward = still();
    ward.projection.residents[1].number = Range::sure(1300.0);
    let told = of(&ward);
    assert!((told.growth(told.as_today(), 15).expect("a growth") - 0.30).abs() < 1e-12);
    // What doesn't follow the use stays: half of the growth where half follows.
    ward.projection.entries.push(sure(What::Follows, Some(0), 0.5));
    let told = of(&ward);
    assert!((told.as_today().groups[0].years[15].need - 8.0 * 1.15).abs() < 1e-9);
    assert!((told.as_today().groups[1].years[15].need - 8.0 * 1.3).abs() < 1e-9);
}

#[test]
fn scenarios_do_what_they_say_and_no_more() {
    let mut ward = still();
    ward.projection.entries.extend([
        sure(What::MorePercent, Some(0), 0.9),
        sure(What::LessAbsence, None, 0.05),
        sure(What::OtherGrowth, None, 0.01),
        sure(What::PhaseIn, None, 2.0),
    ]);
    let carried: Vec<GroupSum> = ward.groups.iter().map(|group| sum_of(10.0, &group.code)).collect();
    let planned: Vec<GroupSum> =
        ward.groups.iter().zip([7.0, 11.0, 10.0]).map(|(group, fte)| sum_of(fte, &group.code)).collect();
    let mut plan = Plan { groups: planned, ..Plan::default() };
    plan.carried.groups = carried;
    let told = project(&[Unit { ward: &ward, plan: Some(&plan) }], Question::from(2026));
    assert_eq!(told.units[0].basis, Basis::Carried);
    let names: Vec<&str> = told.scenarios.iter().map(|one| one.scenario.name()).collect();
    assert_eq!(names, ["as-today", "sharing", "more-percent", "less-absence", "together", "other-growth"]);
    let figures = |scenario: usize, group: usize, t: usize| told.scenarios[scenario].groups[group].years[t];
    for scenario in 0..6 {
        assert_eq!(figures(scenario, 0, 0), figures(0, 0, 0), "the first year is today");
    }
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    near(figures(1, 0, 1).need, 8.5);
    near(figures(1, 0, 2).need, 7.0);
    near(figures(1, 1, 9).need, 11.0);
    near(figures(2, 0, 1).positions, 8.5);
    near(figures(2, 0, 15).positions, 9.0);
    near(figures(2, 1, 15).positions, 8.0);
    near(figures(3, 0, 15).need, 10.0 * 0.9 / 0.95);
    near(figures(4, 0, 15).need, 7.0 * 0.9 / 0.95);
    near(figures(4, 0, 15).gap(), 7.0 * 0.9 / 0.95 - 9.0);
    near(figures(5, 2, 15).need, 10.0 * 1.01_f64.powi(15));
}

/// A ward whose assumptions have ranges, drawn by a seed.
fn any(seed: u64) -> Ward {
    let mut random = Random::new(seed);
    let mut ward = still();
    let mut about = |low: f64, high: f64| {
        let mut three = [0.0; 3].map(|_: f64| low + (high - low) * random.share());
        three.sort_by(f64::total_cmp);
        Range { value: three[1], low: Some(three[0]), high: Some(three[2]) }
    };
    ward.projection.residents[1].number = about(800.0, 1500.0);
    let entries = [
        row(What::Leave, None, about(0.0, 0.2)),
        row(What::Retire, Some(1), about(61.0, 68.0)),
        row(What::Recruits, Some(0), about(0.0, 2.0)),
        row(What::UseChange, None, about(-0.02, 0.02)),
        row(What::Follows, Some(2), about(0.2, 1.2)),
        row(What::Absence, Some(0), about(0.05, 0.15)),
    ];
    ward.projection.entries.retain(|entry| entry.what != What::Leave);
    ward.projection.entries.extend(entries);
    ward
}

#[test]
fn bands_hold_the_figures_and_come_again() {
    for seed in 0..20 {
        let ward = any(seed);
        let told = of(&ward);
        assert!(told.has_band);
        assert_eq!(told, of(&ward), "the same seed, the same bands");
        let other = Question { seed: 2, draws: 20, ..Question::from(2026) };
        assert_ne!(told.scenarios[0].need, project(&[Unit { ward: &ward, plan: None }], other).scenarios[0].need);
        for scenario in &told.scenarios {
            assert!(scenario.need.iter().chain(&scenario.positions).chain(&scenario.short).all(|b| b.low <= b.high));
        }
    }
}

#[test]
fn the_band_of_one_range_is_that_of_its_triangle() {
    let mut ward = still();
    let range = Range { value: 1200.0, low: Some(900.0), high: Some(1400.0) };
    ward.projection.residents[1].number = range;
    let told = project(&[Unit { ward: &ward, plan: None }], Question { draws: 4000, ..Question::from(2026) });
    let band = told.as_today().need[15];
    let need = |share: f64| 8.0 * 3.0 * range.at(share) / 1000.0;
    assert!((band.low / need(0.1) - 1.0).abs() < 0.01 && (band.high / need(0.9) - 1.0).abs() < 0.01, "{band:?}");
    assert_eq!(told.as_today().need[0], Band { low: 24.0, high: 24.0 }, "today is known");
}

#[test]
fn more_use_never_lowers_need_and_larger_positions_never_raise_the_gap() {
    for seed in 0..60 {
        let ward = any(seed);
        let usual = of(&ward);
        let mut more = ward.clone();
        more.projection.entries.iter_mut().filter(|e| e.what == What::Use).for_each(|e| e.value.value *= 1.5);
        // One use for all ages: the growth is the same whatever the use is.
        let scaled = of(&more);
        let mut grown = ward.clone();
        let rows = grown.projection.entries.iter_mut().filter(|e| e.what == What::UseChange);
        rows.for_each(|e| e.value.value += 0.005);
        let grown = of(&grown);
        let mut larger = ward.clone();
        larger.projection.entries.push(sure(What::MorePercent, None, 0.95));
        let larger = of(&larger);
        for g in 0..3 {
            for t in 0..=15 {
                let base = usual.as_today().groups[g].years[t];
                assert!((scaled.as_today().groups[g].years[t].need - base.need).abs() < 1e-9);
                assert!(grown.as_today().groups[g].years[t].need >= base.need - 1e-9);
                let with = larger.scenarios[1].groups[g].years[t];
                assert!(with.gap_people() <= base.gap_people() + 1e-9 && with.gap() <= base.gap() + 1e-9);
            }
        }
    }
}

#[test]
fn units_sum_by_the_codes_of_their_groups() {
    let (a, mut b) = (any(3), any(4));
    b.unit = "B".into();
    b.groups[0].code = "xyz".into();
    b.groups[1].code = format!(" {}", b.groups[1].code.to_lowercase());
    let both = project(&[Unit { ward: &a, plan: None }, Unit { ward: &b, plan: None }], Question::from(2026));
    assert_eq!((both.units.len(), both.as_today().groups.len()), (2, 4));
    let (one, other) = (of(&a), of(&b));
    for t in 0..=15 {
        let sum = |of: fn(&Figures) -> f64| one.as_today().sum(t, of) + other.as_today().sum(t, of);
        assert!((both.as_today().sum(t, |of| of.need) - sum(|of| of.need)).abs() < 1e-9);
        assert!((both.as_today().sum(t, |of| of.people) - sum(|of| of.people)).abs() < 1e-9);
        let code = &both.as_today().groups[1];
        let due = one.as_today().groups[1].years[t].need + other.as_today().groups[1].years[t].need;
        assert!((code.years[t].need - due).abs() < 1e-9, "known by its code");
    }
}

#[test]
fn a_lack_begins_where_it_lasts_to_the_end() {
    let group = |gaps: &[f64]| {
        let year = |gap: &f64| Figures { need: 10.0 + gap, positions: 10.0, ..Figures::default() };
        let (code, name) = ("SPL".to_owned(), "Sykepleier".to_owned());
        GroupTold { code, name, years: gaps.iter().map(year).collect(), gap: Vec::new() }
    };
    for (gaps, from) in [
        (&[0.0, 0.0, 1.0, 2.0][..], Some(2)),
        (&[1.0, 0.0, 0.04, 2.0], Some(3)),
        (&[1.0, 2.0, 3.0], Some(0)),
        (&[1.0, 2.0, -3.0], None),
        (&[0.0, 0.0], None),
    ] {
        assert_eq!(group(gaps).short_from(), from, "{gaps:?}");
    }
}
