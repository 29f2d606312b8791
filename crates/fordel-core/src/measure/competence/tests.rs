//! Chances against every set of people tried, and what counts as needing a course.

use super::*;
use crate::measure::sample;
use crate::plan::Heads;
use crate::time::{Clock, Window};
use crate::ward::{Certificate, Person, Presence};
use proptest::prelude::*;

/// The chance that none of those drawn holds it.
fn nobody(people: u32, holders: u32, drawn: u32) -> f64 {
    fewer(1, people, holders, drawn)
}

/// Every set of `drawn` people, tried.
fn counted(least: u32, people: u32, holders: u32, drawn: u32) -> f64 {
    let (mut all, mut few) = (0u32, 0u32);
    for set in 0u32..1 << people {
        if set.count_ones() == drawn {
            all += 1;
            few += u32::from((set & ((1 << holders) - 1)).count_ones() < least);
        }
    }
    f64::from(few) / f64::from(all)
}

#[test]
fn the_chance_that_too_few_hold_it_is_that_of_all_sets_tried() {
    for people in 1..=9 {
        for holders in 0..=people {
            for (drawn, least) in (0..=people).flat_map(|drawn| (0..=4).map(move |least| (drawn, least))) {
                let told = fewer(least, people, holders, drawn);
                let tried = counted(least, people, holders, drawn);
                assert!((told - tried).abs() < 1e-12, "{least} in {drawn} of {people} with {holders}: {told} {tried}");
            }
        }
    }
    assert_eq!(nobody(3, 0, 2), 1.0);
    assert_eq!(nobody(3, 1, 9), 0.0, "all of them come");
    assert_eq!(nobody(0, 0, 0), 1.0);
}

/// Every set of `drawn` people, as likely as each of them is there by a chance of their own and the others aren't; and every
/// choice of `new` of the others who hold it too.
fn tried(least: u32, holders: &[f64], others: &[f64], new: u32, drawn: u32) -> f64 {
    let all: Vec<f64> = holders.iter().chain(others).copied().collect();
    let taught = (0u32..1 << others.len()).filter(|set| set.count_ones() == new);
    let held: Vec<u32> = taught.map(|set| (set << holders.len()) | ((1u32 << holders.len()) - 1)).collect();
    let (mut sum, mut few) = (0.0, 0.0);
    for set in (0u32..1 << all.len()).filter(|set| set.count_ones() == drawn) {
        let there = |(i, p): (usize, &f64)| if set >> i & 1 == 1 { *p } else { 1.0 - p };
        let likely: f64 = all.iter().enumerate().map(there).product();
        sum += likely;
        let too_few = held.iter().filter(|held| (set & **held).count_ones() < least).count();
        few += likely * too_few as f64 / held.len() as f64;
    }
    few / sum
}

#[test]
fn people_with_weekends_of_their_own_are_there_as_all_sets_tried_say() {
    let (holders, others) = ([0.5, 0.2], [1.0 / 3.0, 0.25, 1.0 / 3.0, 0.999]);
    for (drawn, new) in (1..=6).flat_map(|drawn| (0..=4).map(move |new| (drawn, new))) {
        for least in 1..=3 {
            let told = fewer_weighed(least, &holders.map(weight), &others.map(weight), new, drawn);
            let tried = tried(least, &holders, &others, new, drawn);
            assert!((told - tried).abs() < 1e-12, "{least} in {drawn} with {new} more: {told} {tried}");
        }
    }
    let third = weight(1.0 / 3.0);
    for (drawn, new) in (0..=7).flat_map(|drawn| (0..=5).map(move |new| (drawn, new))) {
        for least in 1..=3 {
            let told = fewer_weighed(least, &[third; 2], &[third; 5], new, drawn);
            let alike = fewer(least, 7, 2 + new, drawn);
            assert!((told - alike).abs() < 1e-12, "alike for all: {least} in {drawn} with {new} more");
        }
    }
    assert_eq!(fewer_weighed(1, &[0.0], &[third; 3], 0, 2), 1.0, "the one who holds it never works weekends");
    assert_eq!(fewer_weighed(1, &[third], &[0.0, 0.0], 0, 2), 0.0, "nobody else does");
}

/// The chance on Monday, with so many heads.
fn on_monday(ward: &Ward, plan: &mut Plan, heads: u32) -> f64 {
    plan.staffing.iter_mut().for_each(|day| day.heads = heads);
    let course = competence(ward, plan).remove(0);
    course.lacking.iter().find(|l| l.cell.day == Day(0)).map_or(0.0, |l| l.chance)
}

fn without_course(at: usize, percent: Option<f64>) -> Person {
    Person { employee: format!("B{at}"), group: GroupId(2), percent, weekends: None }
}

proptest! {
    /// Who is there oftener counts more: as all sets of so many people say, each there by a chance that follows their percent.
    #[test]
    fn percent_weighs_as_all_sets_tried_say(
        holders in prop::collection::vec(prop::option::of(5..=100_u32), 0..4),
        others in prop::collection::vec(prop::option::of(5..=100_u32), 0..4),
        unknown in 0..3_u32,
        heads in 1..5_u32,
    ) {
        let people = (holders.len() + others.len()) as u32 + unknown;
        prop_assume!(heads <= people);
        let (mut ward, mut plan) = ward(people, holders.len());
        for (certificate, percent) in ward.certificates.iter_mut().zip(&holders) {
            certificate.percent = percent.map(f64::from);
        }
        let known = others.iter().enumerate();
        ward.people = known.map(|(at, percent)| without_course(at, percent.map(f64::from))).collect();
        let told: Vec<f64> = holders.iter().chain(&others).flatten().map(|percent| f64::from(*percent)).collect();
        let mean = told.iter().sum::<f64>() / told.len() as f64;
        let there = |percent: &Option<u32>| {
            let part = percent.map_or(1.0, |percent| f64::from(percent) / mean);
            (part * f64::from(heads) / f64::from(people)).min(0.999)
        };
        let holding: Vec<f64> = holders.iter().map(there).collect();
        let unknown = std::iter::repeat_n(&None, unknown as usize);
        let lacking: Vec<f64> = others.iter().chain(unknown).map(there).collect();
        let (told, tried) = (on_monday(&ward, &mut plan, heads), tried(1, &holding, &lacking, 0, heads));
        prop_assert!((told - tried).abs() < 1e-8, "{told} {tried}");
    }
}

#[test]
fn percents_that_are_alike_are_as_none_and_who_is_there_less_is_found_there_less() {
    let (mut ward, mut plan) = ward(5, 2);
    let mut told = |percents: [Option<f64>; 4]| {
        ward.certificates[0].percent = percents[0];
        ward.certificates[1].percent = percents[1];
        ward.people = vec![without_course(0, percents[2]), without_course(1, percents[3])];
        on_monday(&ward, &mut plan, 2)
    };
    for percents in [[None; 4], [Some(70.1); 4], [Some(0.0); 4], [Some(70.1), None, Some(70.1), None]] {
        assert_eq!(told(percents), nobody(5, 2, 2), "{percents:?}");
    }
    assert!(told([Some(50.0), Some(50.0), Some(100.0), Some(100.0)]) > nobody(5, 2, 2));
    assert!(told([Some(100.0), Some(100.0), Some(50.0), Some(50.0)]) < nobody(5, 2, 2));
    // Nobody who is away altogether is there.
    assert_eq!(told([Some(0.0), Some(0.0), Some(100.0), None]), 1.0);
}

#[test]
fn where_more_are_known_than_there_are_nobody_is_told_apart() {
    let (mut ward, mut plan) = ward(3, 2);
    ward.people = (0..2).map(|at| without_course(at, Some(30.0 + 60.0 * at as f64))).collect();
    assert_eq!(on_monday(&ward, &mut plan, 1), nobody(3, 2, 1));
}

#[test]
fn a_holder_who_works_no_weekend_is_no_holder_there() {
    let (mut ward, mut plan) = ward(4, 2);
    let placed = plan.placements.iter_mut().find(|p| p.group == "ASS" && p.task == "Servere").expect("served");
    placed.days = vec![1, 2, 3, 4, 5, 6, 7];
    let day = plan.staffing[0].clone();
    plan.staffing.extend((6..=7).map(|d| Heads { day: d, ..day.clone() }));
    let on_saturday = |ward: &Ward| {
        let course = competence(ward, &plan).remove(0);
        course.lacking.iter().find(|l| l.cell.day == Day(5)).map_or(0.0, |l| l.chance)
    };
    assert_eq!(on_saturday(&ward), 0.5);
    ward.certificates[0].weekends = Some(Weekends::Never);
    assert!((on_saturday(&ward) - 2.0 / 3.0).abs() < 1e-12, "one of the three who work weekends");
    ward.certificates[1].weekends = Some(Weekends::Never);
    assert_eq!(on_saturday(&ward), 1.0);
    // One without the course who works no weekend is none of those who may be there, one with half a position half of one.
    ward.certificates.iter_mut().for_each(|certificate| certificate.weekends = None);
    ward.people = vec![Person { weekends: Some(Weekends::Never), ..without_course(0, None) }];
    assert!((on_saturday(&ward) - 1.0 / 3.0).abs() < 1e-12);
    ward.certificates[0].percent = Some(100.0);
    ward.certificates[1].percent = Some(50.0);
    let [whole, half, usual] = [4.0 / 9.0, 2.0 / 9.0, 1.0 / 3.0].map(weight);
    assert!((on_saturday(&ward) - usual / (whole + half + usual)).abs() < 1e-12);
}

/// The assistants serve on weekdays, one a day, and that takes a course; nobody else of those who may is there.
fn ward(people: u32, certified: usize) -> (Ward, Plan) {
    let mut ward = sample::ward();
    let mut plan = sample::plan(&ward);
    ward.groups[2].people = Some(f64::from(people));
    ward.settings.plan_date = Some("2026-06-01".parse().expect("a date"));
    let certificate = |i: usize| Certificate {
        employee: format!("A{i}"),
        group: GroupId(2),
        percent: None,
        course: CourseId(0),
        date: "2026-01-01".parse().expect("a date"),
        until: None,
        weekends: None,
    };
    ward.certificates = (0..certified).map(certificate).collect();
    plan.staffing = (1..=5).map(|day| Heads { group: "ASS".into(), shift: "D".into(), day, heads: 1 }).collect();
    (ward, plan)
}

#[test]
fn somebody_else_who_is_there_and_needs_no_course_leaves_nothing_lacking() {
    let ward = sample::ward();
    let plan = sample::plan(&ward);
    // Nurses are there around the clock, and may serve.
    assert!(competence(&ward, &plan).iter().all(|course| course.lacking.is_empty() && course.for_rare == 0));
}

#[test]
fn the_chance_falls_with_each_holder_until_all_hold_it() {
    let worst = |certified: usize| {
        let (ward, plan) = ward(4, certified);
        let course = competence(&ward, &plan).remove(0);
        assert_eq!((course.holders as usize, course.people), (certified, 4));
        course.lacking.first().map_or(0.0, |l| l.chance)
    };
    let told: Vec<f64> = (0..=4).map(worst).collect();
    assert_eq!(told, [1.0, 0.75, 0.5, 0.25, 0.0]);
}

#[test]
fn moments_without_anybody_of_the_group_say_nothing_and_weekends_stand_first() {
    let (mut ward, mut plan) = ward(4, 1);
    let served = ward.intervals.get(2);
    let day = ward.shifts.iter_mut().find(|shift| shift.group == GroupId(2) && shift.name == "D");
    // They come half an hour into the interval in which they serve.
    day.expect("a day shift").window.start.0 = served.start.0 + 30;
    let placed = plan.placements.iter_mut().find(|p| p.group == "ASS" && p.task == "Servere").expect("served");
    placed.days = vec![1, 2, 3, 4, 5, 6, 7];
    let one = plan.staffing[0].clone();
    plan.staffing.extend((6..=7).map(|day| Heads { day, heads: 2, ..one.clone() }));
    let course = competence(&ward, &plan).remove(0);
    let days: Vec<Day> = course.lacking.iter().map(|l| l.cell.day).collect();
    assert_eq!(days, [5, 6, 0, 1, 2, 3, 4].map(Day));
    assert!(course.lacking[..2].iter().all(|l| l.heads == 2 && (l.chance - 0.5).abs() < 1e-12));
    assert!(course.lacking[2..].iter().all(|l| l.heads == 1 && (l.chance - 0.75).abs() < 1e-12));
    assert_eq!(course.weakest().map(|l| l.cell.day), Some(Day(0)));
}

#[test]
fn the_holders_that_make_it_rare_are_the_least() {
    let (ward, plan) = ward(4, 1);
    let course = competence(&ward, &plan).remove(0);
    assert_eq!(course.for_rare, 4, "one of four on each shift: a quarter is too often");
    assert!(course.lacking.iter().all(|l| !l.cell.day.is_weekend()), "they serve on weekdays alone");
}

#[test]
fn a_roster_that_looks_at_it_needs_as_many_as_the_week_and_the_weekends_take() {
    let (mut ward, mut plan) = ward(9, 0);
    let course = |ward: &Ward, plan: &Plan| competence(ward, plan).remove(0).for_every_shift;
    // Five day shifts of eight hours; a person works 35.5 × 47 ÷ 52 × 0.9 hours a week.
    assert_eq!(course(&ward, &plan), (40.0_f64 / (35.5 * 47.0 / 52.0 * 0.9)).ceil() as u32);
    // Every day: one on each weekend day, and a person works every third weekend.
    let placed = plan.placements.iter_mut().find(|p| p.group == "ASS" && p.task == "Servere").expect("served");
    placed.days = vec![1, 2, 3, 4, 5, 6, 7];
    let day = plan.staffing[0].clone();
    plan.staffing.extend((6..=7).map(|d| Heads { day: d, ..day.clone() }));
    assert_eq!(course(&ward, &plan), 3);
    ward.groups[2].weekend_every = 4.0;
    assert_eq!(course(&ward, &plan), 4);
}

/// A rule that so many of the assistants who are there from 8 to 14 on weekdays hold the course.
fn rule(count: u32) -> Presence {
    Presence {
        groups: vec![GroupId(2)],
        label: "ASS".into(),
        window: Window { start: Clock(8 * 60), end: Clock(14 * 60) },
        days: DaySet::WEEKDAYS,
        count,
        course: Some(CourseId(0)),
    }
}

#[test]
fn a_rule_of_presence_needs_holders_as_a_task_does() {
    let (mut ward, plan) = ward(4, 1);
    ward.lines[2].training.clear();
    assert!(competence(&ward, &plan).is_empty(), "no task takes a course");
    ward.presence = vec![rule(1)];
    let told = competence(&ward, &plan);
    let [course] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((course.group, course.course, course.holders, course.people), (GroupId(2), CourseId(0), 1, 4));
    // Three intervals of each weekday lie in its window, and one of four is there.
    assert_eq!(course.lacking.len(), 15);
    let as_told = |l: &Lacking| (l.needs, l.heads, l.chance) == (Needs::Presence(0), 1, 0.75);
    assert!(course.lacking.iter().all(as_told), "{:?}", course.lacking);
    // Five day shifts of eight hours, as where a task is what takes it.
    let a_week = 35.5 * 0.9;
    assert_eq!(course.for_every_shift, (40.0_f64 / (a_week * 47.0 / 52.0)).ceil() as u32);
    assert_eq!(course.for_a_week, (40.0_f64 / a_week).ceil() as u32);
    ward.presence[0].course = None;
    assert!(competence(&ward, &plan).is_empty());
}

#[test]
fn where_a_rule_asks_for_two_one_is_too_few() {
    let (mut ward, mut plan) = ward(4, 2);
    ward.lines[2].training.clear();
    ward.presence = vec![rule(2)];
    plan.staffing.iter_mut().for_each(|day| day.heads = 2);
    let course = competence(&ward, &plan).remove(0);
    assert!(course.lacking.iter().all(|l| (l.chance - 5.0 / 6.0).abs() < 1e-12), "{:?}", course.lacking);
    assert_eq!(course.for_every_shift, (80.0_f64 / (35.5 * 0.9 * 47.0 / 52.0)).ceil() as u32);
    ward.certificates.truncate(1);
    let course = competence(&ward, &plan).remove(0);
    assert!(course.lacking.iter().all(|l| l.chance == 1.0), "one of them can't be two");
    // A task that takes the course asks for one of them; the rule's chance is the higher where both are.
    ward.lines[2].training = vec![(GroupId(2), CourseId(0))];
    let course = competence(&ward, &plan).remove(0);
    assert_eq!(course.weakest().map(|l| l.needs), Some(Needs::Presence(0)));
}
