//! Who takes a course, until when a certificate holds, and what the course costs a year.

use fordel_core::check::measure;
use fordel_core::plan::Training;
use fordel_core::ward::{Certificate, Course, CourseId, Ward};
use jiff::civil::{Date, date};

use crate::sample::{HFA, SPL, plan, small};

/// Stell on a HFA takes a course of 10 hours and 500 kroner.
fn ward(valid_months: Option<u32>, certificates: &[(&str, Date)]) -> Ward {
    let (mut ward, _) = small();
    ward.lines[0].training = vec![(HFA, CourseId(0))];
    ward.courses = vec![Course { name: "stell".into(), hours: 10.0, fee_kr: 500.0, valid_months }];
    ward.groups[HFA.0].people = Some(10.0);
    let taken = |&(employee, date): &(&str, Date)| Certificate {
        employee: employee.into(),
        group: HFA,
        percent: None,
        course: CourseId(0),
        date,
        until: None,
        weekends: None,
    };
    ward.certificates = certificates.iter().map(taken).collect();
    ward.settings.plan_date = Some(date(2026, 2, 28));
    ward
}

fn course(ward: &Ward) -> Training {
    let plan = plan(ward, &[(2, &[1, 2, 3, 4, 5], "HFA")], &[]);
    measure(ward, &plan.placements, &[]).training.pop().expect("a course")
}

fn people(valid_months: Option<u32>, certificates: &[(&str, Date)]) -> u32 {
    course(&ward(valid_months, certificates)).people
}

#[test]
fn a_course_costs_hours_and_fee_spread_over_its_years() {
    let of = |valid_months| course(&ward(valid_months, &[]));
    assert_eq!(of(None).hours, 100.0);
    assert_eq!(of(None).tasks, ["Stell"]);
    // 10 people × (10 hours × 100 + 500), over three years at most.
    assert_eq!(of(None).cost, 5_000.0);
    assert_eq!(of(Some(48)).cost, 5_000.0);
    assert_eq!(of(Some(36)).cost, 5_000.0);
    assert_eq!(of(Some(12)).cost, 15_000.0);
    assert_eq!(of(Some(6)).cost, 30_000.0);
}

#[test]
fn the_courses_of_other_groups_are_not_taken() {
    let mut ward = ward(None, &[]);
    ward.lines[0].training = vec![(SPL, CourseId(0))];
    let plan = plan(&ward, &[(2, &[1, 2, 3, 4, 5], "HFA")], &[]);
    assert_eq!(measure(&ward, &plan.placements, &[]).training, vec![]);
}

#[test]
fn a_certificate_holds_through_the_same_day_of_its_last_month() {
    // Plan date 28 February 2026.
    assert_eq!(people(Some(12), &[("a", date(2025, 2, 28))]), 9);
    assert_eq!(people(Some(12), &[("a", date(2025, 2, 27))]), 10);
    assert_eq!(people(Some(12), &[("a", date(2025, 3, 1))]), 9);
    // Taken on a day that February lacks, it holds through February's last.
    assert_eq!(people(Some(3), &[("a", date(2025, 11, 30))]), 9);
    assert_eq!(people(Some(3), &[("a", date(2025, 11, 28))]), 9);
    assert_eq!(people(Some(3), &[("a", date(2025, 11, 27))]), 10);
    assert_eq!(people(None, &[("a", date(1990, 1, 1))]), 9);
    assert_eq!(people(Some(u32::MAX), &[("a", date(1990, 1, 1))]), 9, "beyond the end of the calendar");
}

#[test]
fn a_certificate_taken_after_the_plan_date_does_not_count_yet() {
    assert_eq!(people(Some(12), &[("a", date(2026, 2, 28))]), 9);
    assert_eq!(people(Some(12), &[("a", date(2026, 3, 1))]), 10);
    assert_eq!(people(None, &[("a", date(2026, 3, 1))]), 10);
}

#[test]
fn a_person_counts_once_by_the_newest_certificate() {
    let taken = [("a", date(2020, 1, 1)), ("a", date(2025, 6, 1)), ("a ", date(2025, 7, 1)), ("b", date(2020, 1, 1))];
    assert_eq!(people(Some(12), &taken), 9);
}

#[test]
fn without_a_plan_date_the_newest_certificate_sets_it() {
    let mut ward = ward(Some(12), &[("a", date(2025, 6, 1)), ("b", date(2026, 6, 1)), ("c", date(2025, 5, 31))]);
    ward.settings.plan_date = None;
    assert_eq!(course(&ward).people, 8);
}

#[test]
fn people_who_are_not_counted_are_those_that_todays_heads_take() {
    let mut ward = ward(None, &[]);
    ward.groups[HFA.0].people = None;
    assert_eq!(course(&ward).people, 1, "at least one");
    ward.staffing_today = vec![[0; 7]; ward.shifts.len()];
    // 5 × 8 ÷ 40 = exactly one position.
    ward.staffing_today[3] = [1, 1, 1, 1, 1, 0, 0];
    assert_eq!(course(&ward).people, 1);
    // Nine days of eight hours are 1.8 positions; two heads every third weekend are six people.
    ward.staffing_today[3] = [1, 1, 1, 1, 1, 2, 2];
    assert_eq!(course(&ward).people, 6);
    ward.groups[HFA.0].weekend_every = 1.0;
    assert_eq!(course(&ward).people, 2);
}

#[test]
fn nobody_is_left_to_train_when_all_have_taken_it() {
    let mut ward = ward(None, &[("a", date(2025, 1, 1)), ("b", date(2025, 1, 1))]);
    ward.groups[HFA.0].people = Some(1.0);
    assert_eq!((course(&ward).people, course(&ward).cost), (0, 0.0));
}
