//! For each rule plans that keep it, keep it just so, and break it; and what happens when the rule is switched off.

use std::collections::BTreeSet;

use fordel_core::check::{check, check_rules, measure};
use fordel_core::plan::Plan;
use fordel_core::rule::Rule;
use fordel_core::time::DaySet;
use fordel_core::ward::{Alike, Course, CourseId, Presence, Ward};

use crate::sample::{ASS, HFA, SPL, WEEKDAYS, WEEKEND, line, place, placed, presence, small, staff, window};

type Tried = (Ward, Plan);

struct Case {
    rule: Rule,
    holds: Vec<Tried>,
    edge: Vec<Tried>,
    /// Each breaks this rule and no other.
    breaks: Vec<Tried>,
}

/// The small ward and its plan, changed.
fn with(change: impl FnOnce(&mut Ward, &mut Plan)) -> Tried {
    let (mut ward, mut plan) = small();
    change(&mut ward, &mut plan);
    for placed in &mut plan.placements {
        if let Some(line) = ward.line_by_row(placed.row) {
            placed.timing = ward.timing_label(&ward.lines[line.0].timing);
        }
    }
    (ward, plan)
}

fn cases() -> Vec<Case> {
    vec![
        one_group(),
        qualified(),
        pinned(),
        same_all_week(),
        work_fits(),
        bound_present(),
        presence_kept(),
        competence(),
        shift_min(),
        shift_max(),
        positions(),
        positions_least(),
        people(),
        weekends(),
        alike(),
        budget(),
        max_moves(),
        figure(),
    ]
}

fn one_group() -> Case {
    let split = |on_midweek: &str| {
        with(|ward, plan| {
            plan.placements.retain(|p| p.row != 2 || p.days != WEEKDAYS);
            plan.placements.push(placed(ward, 2, &[1, 2], "HFA"));
            plan.placements.push(placed(ward, 2, &[3, 4, 5], on_midweek));
        })
    };
    Case {
        rule: Rule::OneGroup,
        holds: vec![small()],
        edge: vec![split("HFA"), split("hfa ")],
        breaks: vec![
            split("SPL"),
            with(|_, plan| plan.placements.retain(|p| p.row != 2 || p.days != WEEKEND)),
            with(|ward, plan| plan.placements.push(placed(ward, 3, WEEKEND, "SPL"))),
            with(|ward, plan| plan.placements.push(placed(ward, 99, WEEKEND, "SPL"))),
            with(|_, plan| place(plan, 2, WEEKDAYS, "XYZ")),
            with(|ward, _| ward.lines[1].days = DaySet::WEEKDAYS),
            with(|_, plan| plan.placements[0].days.push(8)),
            with(|_, plan| plan.placements[0].task = "Noe annet".into()),
        ],
    }
}

fn qualified() -> Case {
    Case {
        rule: Rule::Qualified,
        holds: vec![small(), with(|_, plan| place(plan, 2, WEEKDAYS, "SPL"))],
        edge: vec![with(|ward, _| ward.lines[0].only = vec![HFA])],
        breaks: vec![
            with(|_, plan| {
                place(plan, 2, WEEKEND, "ASS");
                staff(plan, "ASS", "D", [0, 0, 0, 0, 0, 1, 1]);
            }),
            with(|ward, _| ward.lines[0].only = vec![SPL]),
        ],
    }
}

fn pinned() -> Case {
    let by_plan = |row: u32, group: &str| with(|_, plan| plan.limits.pins = vec![(row, group.into())]);
    Case {
        rule: Rule::Pinned,
        holds: vec![with(|ward, _| ward.lines[0].pinned = Some(HFA)), by_plan(2, "HFA")],
        edge: vec![by_plan(2, " hfa")],
        breaks: vec![
            with(|ward, _| ward.lines[0].pinned = Some(SPL)),
            by_plan(2, "SPL"),
            with(|ward, plan| {
                ward.lines[0].pinned = Some(HFA);
                plan.limits.pins = vec![(2, "SPL".into())];
            }),
            by_plan(99, "SPL"),
            by_plan(2, "XYZ"),
        ],
    }
}

fn same_all_week() -> Case {
    Case {
        rule: Rule::SameAllWeek,
        holds: vec![with(|ward, _| ward.lines[0].same_all_week = true), with(|_, plan| place(plan, 2, WEEKEND, "SPL"))],
        edge: vec![with(|ward, plan| {
            ward.lines[0].same_all_week = true;
            ward.lines[0].days = DaySet::WEEKDAYS;
            plan.placements.retain(|p| p.row != 2 || p.days == WEEKDAYS);
        })],
        breaks: vec![with(|ward, plan| {
            ward.lines[0].same_all_week = true;
            place(plan, 2, WEEKEND, "SPL");
        })],
    }
}

fn work_fits() -> Case {
    let stell_takes = |minutes: f64| with(|ward, _| ward.lines[0].minutes = minutes);
    // 07–12 on a HFA: 0.8 × 300 minutes.
    let morning_takes = |minutes: f64| with(|ward, _| ward.lines[0] = line(2, "Stell", 0..2, minutes, HFA));
    // The plan says itself where the flexible minutes lie: 100 of 200 at 07–09, where 96 fit.
    let told = |early: f64| {
        with(|ward, plan| {
            ward.lines[0] = line(2, "Stell", 0..2, 200.0, HFA);
            plan.workload = measure(ward, &plan.placements, &plan.staffing).workload;
            for load in plan.workload.iter_mut().filter(|l| l.group == "HFA") {
                match load.interval.as_str() {
                    "07-09" => load.minutes = early,
                    "09-12" => load.minutes = 200.0 - early,
                    _ => {}
                }
            }
        })
    };
    Case {
        rule: Rule::WorkFits,
        holds: vec![small(), morning_takes(200.0), told(80.0)],
        edge: vec![stell_takes(96.0), morning_takes(240.0), told(96.0)],
        breaks: vec![stell_takes(96.01), morning_takes(240.01), told(100.0)],
    }
}

fn bound_present() -> Case {
    // A HFA is held at 07–09 on Sunday, so Stell moves to the nurse.
    let held = |hours: &str, heads: u32| {
        with(|ward, plan| {
            let mut watch = line(4, "Fastvakt", 0..1, 0.0, HFA);
            watch.bound = true;
            watch.days = DaySet::WEEKEND;
            ward.lines.push(watch);
            ward.shifts[3].window = window(hours);
            place(plan, 2, WEEKDAYS, "SPL");
            place(plan, 2, WEEKEND, "SPL");
            plan.placements.push(placed(ward, 4, WEEKEND, "HFA"));
            staff(plan, "HFA", "D", [heads; 7]);
        })
    };
    Case {
        rule: Rule::BoundPresent,
        holds: vec![held("06:00-14:00", 2)],
        edge: vec![held("07:00-09:00", 1)],
        // Two heads for 119 minutes are minutes enough, but nobody is there at 07:00, or at 08:59.
        breaks: vec![held("07:01-15:00", 2), held("01:00-08:59", 2)],
    }
}

fn presence_kept() -> Case {
    let nurse_always = |night: &str| {
        with(|ward, _| {
            ward.presence = vec![presence(&[SPL], "SPL+", "00:00-24:00", DaySet::ALL, 1)];
            ward.shifts[2].window = window(night);
        })
    };
    let sunday_night = |heads_on_sunday: u32, count: u32| {
        with(|ward, plan| {
            ward.presence = vec![presence(&[SPL, HFA], "SPL+;HFA", "23:00-07:00", DaySet::WEEKEND, count)];
            plan.alike = Alike::No;
            staff(plan, "SPL", "N", [1, 1, 1, 1, 1, 2, heads_on_sunday]);
        })
    };
    Case {
        rule: Rule::Presence,
        holds: vec![nurse_always("22:00-07:30"), sunday_night(2, 1)],
        edge: vec![nurse_always("23:00-07:00"), sunday_night(2, 2)],
        breaks: vec![nurse_always("23:00-06:59"), nurse_always("23:01-07:00"), sunday_night(1, 2)],
    }
}

fn competence() -> Case {
    // Eight hours on each day of the week, of which four are paid, by people who work every weekend and 40 hours a week.
    let of = |people: Option<f64>| {
        with(|ward, _| {
            ward.courses = vec![Course { name: "sårstell".into(), hours: 4.0, fee_kr: 0.0, valid_months: None }];
            let rule = presence(&[HFA], "HFA", "07:00-15:00", DaySet::ALL, 1);
            ward.presence = vec![Presence { course: Some(CourseId(0)), ..rule }];
            ward.shifts[3].paid_hours = 4.0;
            (ward.groups[1].people, ward.groups[1].weekend_every) = (people, 1.0);
        })
    };
    Case {
        rule: Rule::Competence,
        holds: vec![of(Some(3.0)), of(None)],
        edge: vec![of(Some(2.0))],
        breaks: vec![of(Some(1.0)), of(Some(1.9))],
    }
}

fn shift_min() -> Case {
    let least = |least: u32, heads: u32| {
        with(|ward, plan| {
            ward.shifts[4].min = least;
            staff(plan, "ASS", "D", [heads; 7]);
        })
    };
    let weekdays_only = with(|ward, plan| {
        ward.shifts[4].min = 1;
        ward.shifts[4].days = DaySet::WEEKDAYS;
        staff(plan, "ASS", "D", [1, 1, 1, 1, 1, 0, 0]);
    });
    Case {
        rule: Rule::ShiftMin,
        holds: vec![least(1, 2)],
        edge: vec![least(1, 1), least(0, 0), weekdays_only],
        breaks: vec![least(1, 0), least(3, 2)],
    }
}

fn shift_max() -> Case {
    let most = |heads: u32| {
        with(|ward, plan| {
            ward.shifts[4].max = 2;
            staff(plan, "ASS", "D", [heads; 7]);
        })
    };
    let on_weekdays_only = |days: [u32; 7]| {
        with(|ward, plan| {
            ward.shifts[4].days = DaySet::WEEKDAYS;
            staff(plan, "ASS", "D", days);
        })
    };
    Case {
        rule: Rule::ShiftMax,
        holds: vec![most(1)],
        edge: vec![most(2), on_weekdays_only([1, 1, 1, 1, 1, 0, 0])],
        breaks: vec![
            most(3),
            on_weekdays_only([1, 1, 1, 1, 1, 1, 0]),
            with(|_, plan| staff(plan, "ASS", "X", [1; 7])),
            with(|_, plan| staff(plan, "XYZ", "D", [1; 7])),
            with(|_, plan| {
                let mut eighth_day = plan.staffing[0].clone();
                eighth_day.day = 8;
                plan.staffing.push(eighth_day);
            }),
        ],
    }
}

/// One HFA a day: 7 × 8 ÷ 40 = 1.4 årsverk.
fn positions() -> Case {
    let there_are = |positions: f64| with(|ward, _| ward.groups[HFA.0].positions = Some(positions));
    Case {
        rule: Rule::Positions,
        holds: vec![there_are(2.0)],
        edge: vec![there_are(1.4)],
        breaks: vec![there_are(1.399), there_are(0.0)],
    }
}

fn positions_least() -> Case {
    let must_use = |positions: f64| with(|ward, _| ward.groups[HFA.0].positions_least = Some(positions));
    Case {
        rule: Rule::PositionsLeast,
        holds: vec![must_use(1.0)],
        edge: vec![must_use(1.4)],
        breaks: vec![must_use(1.401)],
    }
}

fn people() -> Case {
    let there_are = |people: f64| {
        with(|ward, _| {
            ward.groups[HFA.0].people = Some(people);
            ward.groups[HFA.0].weekend_every = 1.0;
        })
    };
    Case { rule: Rule::People, holds: vec![there_are(2.0)], edge: vec![there_are(1.4)], breaks: vec![there_are(1.399)] }
}

fn weekends() -> Case {
    let people = |people: f64, every: f64| {
        with(|ward, _| {
            ward.groups[HFA.0].people = Some(people);
            ward.groups[HFA.0].weekend_every = every;
        })
    };
    Case {
        rule: Rule::Weekends,
        holds: vec![people(4.0, 3.0), with(|ward, _| ward.groups[HFA.0].weekend_every = 9.0)],
        edge: vec![people(3.0, 3.0), people(2.0, 2.0)],
        breaks: vec![people(2.0, 3.0), people(3.0, 4.0)],
    }
}

fn alike() -> Case {
    let heads = |days: [u32; 7], alike: Alike| {
        with(|_, plan| {
            plan.alike = alike;
            staff(plan, "ASS", "D", days);
        })
    };
    let not_on_wednesdays = with(|ward, plan| {
        ward.shifts[4].days = [0, 1, 3, 4].map(fordel_core::time::Day).into_iter().collect();
        staff(plan, "ASS", "D", [2, 2, 0, 2, 2, 0, 0]);
    });
    Case {
        rule: Rule::Alike,
        holds: vec![heads([1, 2, 3, 1, 1, 0, 4], Alike::No), heads([2; 7], Alike::Weekdays)],
        edge: vec![heads([2, 2, 2, 2, 2, 1, 1], Alike::Weekdays), not_on_wednesdays],
        breaks: vec![heads([2, 2, 1, 2, 2, 1, 1], Alike::Weekdays), heads([2, 2, 2, 2, 2, 1, 0], Alike::Weekdays)],
    }
}

fn budget() -> Case {
    let (ward, plan) = small();
    let cost = measure(&ward, &plan.placements, &plan.staffing).year_cost;
    let of_ward = |most: f64| with(|ward, _| ward.settings.budget_kr = Some(most));
    let of_plan = |most: f64| {
        with(|ward, plan| {
            ward.settings.budget_kr = Some(cost);
            plan.limits.budget = Some(most);
        })
    };
    Case {
        rule: Rule::Budget,
        holds: vec![of_ward(2.0 * cost), of_plan(2.0 * cost)],
        edge: vec![of_ward(cost), of_plan(cost)],
        breaks: vec![of_ward(cost - 10.0), of_plan(cost - 10.0)],
    }
}

/// Stell stands on HFA on weekdays and in the weekend.
fn max_moves() -> Case {
    let moves = |today, most: u32| {
        with(|ward, plan| {
            ward.lines[0].today = Some(today);
            plan.limits.max_moves = Some(most);
        })
    };
    Case {
        rule: Rule::MaxMoves,
        holds: vec![moves(SPL, 3), small()],
        // An assistant doesn't qualify: taking the line from one is no move.
        edge: vec![moves(SPL, 2), moves(HFA, 0), moves(ASS, 0)],
        breaks: vec![moves(SPL, 1), moves(SPL, 0)],
    }
}

/// Half a krone is where two sums of the same kroner part.
fn figure() -> Case {
    let told = |off: f64| {
        with(|ward, plan| plan.year_cost = Some(measure(ward, &plan.placements, &plan.staffing).year_cost + off))
    };
    Case {
        rule: Rule::Figure,
        holds: vec![told(0.0)],
        edge: vec![told(0.49), told(-0.49)],
        breaks: vec![told(0.51), told(-0.51), told(f64::NAN)],
    }
}

#[test]
fn every_rule_has_a_case() {
    assert_eq!(cases().iter().map(|c| c.rule).collect::<Vec<_>>(), Rule::ALL);
    for case in cases() {
        assert!(!case.holds.is_empty() && !case.edge.is_empty() && !case.breaks.is_empty(), "{:?}", case.rule);
    }
}

#[test]
fn plans_that_keep_a_rule_are_accepted_up_to_its_edge() {
    for case in cases() {
        for (kind, (ward, plan)) in case.holds.iter().map(|t| ("holds", t)).chain(case.edge.iter().map(|t| ("edge", t)))
        {
            let broken = check(ward, plan).broken;
            assert!(broken.is_empty(), "{:?} {kind}: {broken:#?}", case.rule);
        }
    }
}

#[test]
fn plans_that_break_a_rule_are_refused_for_it_alone() {
    for case in cases() {
        for (index, (ward, plan)) in case.breaks.iter().enumerate() {
            let broken = check(ward, plan).broken;
            let rules: BTreeSet<&str> = broken.iter().map(|b| b.rule.as_str()).collect();
            assert_eq!(rules, BTreeSet::from([case.rule.name()]), "{:?} {index}: {broken:#?}", case.rule);
        }
    }
}

#[test]
fn with_a_rule_switched_off_its_breach_goes_unseen_and_alone_it_is_seen() {
    for case in cases() {
        let others: Vec<Rule> = Rule::ALL.into_iter().filter(|r| *r != case.rule).collect();
        for (ward, plan) in &case.breaks {
            assert_eq!(check_rules(ward, plan, &others), vec![], "{:?}", case.rule);
            assert_eq!(check_rules(ward, plan, &[case.rule]).len(), check(ward, plan).broken.len(), "{:?}", case.rule);
        }
    }
}

#[test]
fn a_breach_says_where_and_by_how_much() {
    let (mut ward, plan) = small();
    ward.presence = vec![presence(&[SPL], "SPL+", "22:00-07:00", DaySet::ALL, 2)];
    ward.places.insert(fordel_core::ward::Part::Presence(0), "Tilstedeværelse!E2".into());
    ward.shifts[1].window = window("15:00-24:00");
    let broken = check(&ward, &plan).broken;
    assert_eq!(broken.len(), 14, "{broken:#?}");
    let told: Vec<_> = broken[..3].iter().map(|b| (b.day, b.time.as_deref(), b.limit, b.actual)).collect();
    // From 23 to 24 there are two nurses; the rest of Monday's night belongs to Monday.
    assert_eq!(told[0], (Some(1), Some("22-23"), 2.0, 1.0));
    assert_eq!(told[1], (Some(1), Some("00-07"), 2.0, 1.0));
    assert_eq!(told[2], (Some(2), Some("22-23"), 2.0, 1.0));
    assert_eq!(broken[0].place, "Tilstedeværelse!E2");
}

#[test]
fn a_plan_that_decides_nothing_breaks_nothing_only_if_none_is_possible() {
    use fordel_core::plan::Status;
    let (ward, mut plan) = small();
    plan.placements.clear();
    plan.staffing.clear();
    for status in [Status::Infeasible, Status::Unknown] {
        plan.status = status;
        assert_eq!(check(&ward, &plan).broken, vec![]);
    }
    plan.status = Status::Optimal;
    let rules: BTreeSet<String> = check(&ward, &plan).broken.into_iter().map(|b| b.rule).collect();
    assert_eq!(rules, BTreeSet::from(["one_group".to_owned()]));
}
