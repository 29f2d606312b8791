//! The ward changed in a way whose effect on the least cost is known beforehand.

use fordel_core::order::GroupOrder;
use fordel_core::plan::Status;
use fordel_core::ward::{Alike, Covers, Goal, GroupId, Ward};
use fordel_engine::Request;

use crate::support::random::Chance;
use crate::support::wards::{SMALL, Size, TINY, ward};
use crate::support::{agree, known, least_cost, planned, request};

/// Random wards of both sizes, and known ones.
fn each(mut test: impl FnMut(&Ward, &mut Chance)) {
    let random = |seeds: std::ops::Range<u64>, size: &'static Size| seeds.map(move |seed| ward(seed, size));
    let wards = random(0..80, &TINY).chain(random(500..525, &SMALL)).chain([known("liten"), known("umulig")]);
    for (seed, ward) in wards.enumerate() {
        test(&ward, &mut Chance::new(seed as u64 + 5000));
    }
}

/// Costs before and after a change; none where no plan exists.
struct Change {
    before: Option<f64>,
    after: Option<f64>,
}

/// The least costs of a ward and of what the change makes of it; nothing if it can't be changed so.
fn change(ward: &Ward, request: &Request, edit: impl FnOnce(&mut Ward, &mut Request) -> bool) -> Option<Change> {
    let (mut changed, mut asked) = (ward.clone(), request.clone());
    edit(&mut changed, &mut asked)
        .then(|| Change { before: least_cost(ward, request), after: least_cost(&changed, &asked) })
}

/// Counts changes that save, cost the same, and make a plan possible, and refuses any that costs more.
#[derive(Default)]
struct Tally {
    saved: usize,
    same: usize,
    opened: usize,
}

impl Tally {
    fn never_more(&mut self, ward: &Ward, change: Option<Change>) {
        match change {
            None | Some(Change { before: None, after: None }) => {}
            Some(Change { before: None, after: Some(_) }) => self.opened += 1,
            Some(Change { before: Some(before), after: None }) => {
                panic!("{}: a plan for {before} is possible no more", ward.unit)
            }
            Some(Change { before: Some(before), after: Some(after) }) => {
                assert!(after <= before + 1e-6 * before.max(1.0), "{}: {before} becomes {after}", ward.unit);
                if agree(before, after) { self.same += 1 } else { self.saved += 1 }
            }
        }
    }

    fn has_seen_all(&self) {
        let Tally { saved, same, opened } = self;
        assert!(*saved > 3 && *same > 3 && *opened > 0, "{saved} saved, {same} the same, {opened} made possible");
    }
}

fn cost_of(ward: &Ward) -> Request {
    request(ward, &[(Goal::Cost, 0.0)])
}

#[test]
fn one_more_position_never_costs_more() {
    let mut tally = Tally::default();
    each(|ward, chance| {
        let used: Vec<(usize, f64)> = planned(ward, &cost_of(ward))
            .groups
            .iter()
            .map(|g| g.fte)
            .enumerate()
            .filter(|(_, fte)| *fte > 0.0)
            .collect();
        // What the cheapest plan uses, and less, so that one more is worth something.
        for share in [0.6, 0.85, 1.0] {
            let (group, fte) = if used.is_empty() { (0, 1.0) } else { chance.pick(&used) };
            let mut tight = ward.clone();
            tight.groups[group].positions = Some(fte * share);
            tally.never_more(
                ward,
                change(&tight, &cost_of(ward), |ward, _| {
                    ward.groups[group].positions = Some(fte * share + 1.0);
                    true
                }),
            );
        }
    });
    tally.has_seen_all();
}

#[test]
fn removing_a_line_never_costs_more() {
    let mut tally = Tally::default();
    each(|ward, chance| {
        for _ in 0..2 {
            let line = chance.below(ward.lines.len());
            tally.never_more(
                ward,
                change(ward, &cost_of(ward), |ward, _| {
                    ward.lines.remove(line);
                    !ward.lines.is_empty()
                }),
            );
        }
    });
    tally.has_seen_all();
}

#[test]
fn wages_and_fees_scale_the_cost() {
    let mut scaled = 0;
    each(|ward, chance| {
        let times = chance.pick(&[0.25, 0.9, 1.1, 3.0]);
        let change = change(ward, &cost_of(ward), |ward, _| {
            ward.groups.iter_mut().for_each(|g| g.hourly_kr *= times);
            ward.courses.iter_mut().for_each(|c| c.fee_kr *= times);
            true
        });
        match change {
            Some(Change { before: Some(before), after: Some(after) }) => {
                assert!(agree(before * times, after), "{}: {before} × {times} becomes {after}", ward.unit);
                scaled += 1;
            }
            Some(Change { before, after }) => assert_eq!(before, after, "{}", ward.unit),
            None => {}
        }
    });
    assert!(scaled > 40, "{scaled} wards have a cost");
}

#[test]
fn more_qualification_never_costs_more() {
    let mut tally = Tally::default();
    each(|ward, chance| {
        let (g, h) = (GroupId(chance.below(ward.groups.len())), GroupId(chance.below(ward.groups.len())));
        tally.never_more(
            ward,
            change(ward, &cost_of(ward), |ward, _| {
                let order = ward.order();
                let mut named: Vec<GroupId> = ward.group_ids().filter(|other| order.covers(g, *other)).collect();
                named.push(h);
                ward.groups[g.0].covers = Covers::Named(named);
                g != h && GroupOrder::new(&ward.groups).is_ok()
            }),
        );
        let limited: Vec<usize> = (0..ward.lines.len()).filter(|l| !ward.lines[*l].only.is_empty()).collect();
        if !limited.is_empty() {
            let line = chance.pick(&limited);
            tally.never_more(
                ward,
                change(ward, &cost_of(ward), |ward, _| {
                    ward.lines[line].only.clear();
                    true
                }),
            );
        }
    });
    tally.has_seen_all();
}

#[test]
fn days_on_their_own_never_cost_more() {
    let mut tally = Tally::default();
    each(|ward, _| {
        let alike = Request { alike: Alike::Weekdays, ..cost_of(ward) };
        tally.never_more(
            ward,
            change(ward, &alike, |_, request| {
                request.alike = Alike::No;
                true
            }),
        );
    });
    let Tally { saved, same, .. } = tally;
    assert!(saved > 3 && same > 3, "{saved} saved, {same} the same");
}

#[test]
fn without_shifts_lines_that_weigh_nothing_have_a_plan() {
    for seed in 0..30 {
        let mut bare = ward(seed, &TINY);
        bare.shifts.clear();
        bare.staffing_today.clear();
        bare.presence.clear();
        bare.groups.iter_mut().for_each(|group| group.positions_least = None);
        for line in &mut bare.lines {
            (line.minutes, line.bound) = (0.0, false);
            line.minutes_by_group.clear();
            line.training.clear();
        }
        for goal in [Goal::Cost, Goal::Spread] {
            let plan = planned(&bare, &request(&bare, &[(goal, 0.0)]));
            assert_eq!((plan.status, plan.staffing.len()), (Status::Optimal, 0), "{}: {goal:?}", bare.unit);
        }
    }
}
