//! Rules of presence that name a course, on tiny wards whose every plan is tried: who must take the course is paid for, and a group
//! without the people for it has no plan.

use fordel_core::check;
use fordel_core::plan::{Plan, Status};
use fordel_core::rule::Rule;
use fordel_core::ward::{CourseId, Goal, Presence, Ward};

use crate::support::plain::{Standing, Tried};
use crate::support::random::Chance;
use crate::support::wards::{TINY, ward};
use crate::support::{agree, planned, request};

/// Wards that are tried.
const WARDS: u64 = 300;

/// The ward with a rule that some of a group's heads on a shift must hold a course; none where it has no course or shift.
fn with_rule(seed: u64) -> Option<Ward> {
    let mut ward = ward(seed, &TINY);
    let mut chance = Chance::new(seed + 7);
    if ward.courses.is_empty() || ward.shifts.is_empty() {
        return None;
    }
    let shift = &ward.shifts[chance.below(ward.shifts.len())];
    let course = Some(CourseId(chance.below(ward.courses.len())));
    let (groups, window, days) = (vec![shift.group], shift.window, shift.days);
    let count = if chance.percent(80) { 1 } else { 2 };
    ward.presence = vec![Presence { groups, label: "med kurs".into(), window, days, count, course }];
    Some(ward)
}

#[test]
fn the_cheapest_plan_trains_as_many_as_the_rule_asks_and_there_is_none_where_they_are_too_few() {
    let (mut trained, mut dearer, mut impossible) = (0, 0, 0);
    for ward in (0..WARDS).filter_map(with_rule) {
        let Some(tried) = Tried::new(&ward, ward.settings.alike, Standing::Free, false) else { continue };
        let plan = planned(&ward, &request(&ward, &[(Goal::Cost, 0.0)]));
        let Some(best) = tried.least(Goal::Cost, |_| true) else {
            assert_eq!(plan.status, Status::Infeasible, "{}", ward.unit);
            let empty =
                check::check_rules(&ward, &Plan { status: Status::Feasible, ..Plan::default() }, &[Rule::Competence]);
            impossible += usize::from(!empty.is_empty());
            continue;
        };
        assert_eq!(plan.status, Status::Optimal, "{}", ward.unit);
        assert!(agree(plan.goals[0].best, best), "{}: {} in place of {best}", ward.unit, plan.goals[0].best);
        let report = check::check(&ward, &plan);
        assert!(report.broken.is_empty(), "{}: {:?}", ward.unit, report.broken);
        trained += usize::from(plan.training.iter().any(|taken| taken.tasks.is_empty() && taken.people > 0));
        // The same without the course costs no more.
        let mut without = ward.clone();
        without.presence[0].course = None;
        let least = Tried::new(&without, without.settings.alike, Standing::Free, false)
            .and_then(|tried| tried.least(Goal::Cost, |_| true))
            .expect("what holds with the rule holds without it");
        assert!(least <= best + 1e-6 * best.abs().max(1.0), "{}", ward.unit);
        dearer += usize::from(!agree(least, best));
    }
    assert!(
        trained > 20 && dearer > 20 && impossible > 5,
        "{trained} trained, {dearer} dearer, {impossible} impossible"
    );
}
