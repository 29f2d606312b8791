//! The traffic light on random wards: every answer passes the independent checker, more hands never make it worse, the
//! same question has the same answer, and an answer that somebody has changed is refused.

use std::collections::BTreeSet;

use fordel_core::check::shortage::{Kind, flaws};
use fordel_core::check::{measure, today};
use fordel_core::plan::{Heads, Placed, Plan, Status};
use fordel_core::shortage::asked::{Asked, Moment, heads, names_on};
use fordel_core::shortage::rules::{Within, Yields};
use fordel_core::shortage::{Answer, Fate, Light, SLACK, Why};
use fordel_core::time::Day;
use fordel_core::ward::{GroupId, LineId, Priority, ShiftId, Ward};
use fordel_engine::shortage;

use crate::support::random::Chance;
use crate::support::wards::{SMALL, Size, TINY, ward};
use crate::support::{known, planned, request};

/// A ward with colours and rules, and a plan in which lines stand anywhere that they may, with any heads.
pub fn case(seed: u64, size: &Size) -> (Ward, Plan) {
    let mut chance = Chance::new(seed + 7_000_000);
    let mut ward = ward(seed, size);
    for line in &mut ward.lines {
        line.priority = chance.pick(&[
            None,
            Some(Priority::Red),
            Some(Priority::Yellow),
            Some(Priority::Yellow),
            Some(Priority::Green),
        ]);
    }
    let rules = &mut ward.settings.shortage;
    rules.yellow = if chance.percent(80) { Yields::Waits } else { Yields::LeftOut };
    rules.green = if chance.percent(80) { Yields::LeftOut } else { Yields::Waits };
    rules.within = chance.pick(&[Within::Timing, Within::Timing, Within::Shift, Within::Day]);
    let order = ward.order();
    let mut placements = Vec::new();
    for line in &ward.lines {
        for days in line.placements() {
            placements.push(Placed::of(&ward, line, days, chance.pick(&order.qualified(line))));
        }
    }
    let mut staffing = Vec::new();
    for shift in &ward.shifts {
        let count = chance.between(0, 3) as u32;
        staffing.extend(shift.days.iter().map(|day| Heads {
            group: ward.group(shift.group).code.clone(),
            shift: shift.name.clone(),
            day: day.number(),
            heads: count,
        }));
    }
    let workload = measure(&ward, &placements, &staffing).workload;
    (ward, Plan { status: Status::Feasible, placements, staffing, workload, ..Plan::default() })
}

/// A question about one of the ward's shifts.
pub fn question(ward: &Ward, plan: &Plan, chance: &mut Chance) -> Option<Asked> {
    let days: Vec<Day> = Day::all().filter(|d| !names_on(ward, *d).is_empty()).collect();
    let day = chance.pick(&days);
    let moment = Moment::named(ward, day, &chance.pick(&names_on(ward, day))).ok()?;
    let mut missing = Vec::new();
    for group in ward.group_ids() {
        let there = moment.heads(ward, &plan.staffing, group) as usize;
        missing.push((group, chance.below(there + 1) as u32));
    }
    Some(moment.missing(ward, &plan.staffing, &missing).expect("no more than there are"))
}

fn each(seeds: std::ops::Range<u64>, size: &Size, mut test: impl FnMut(u64, &Ward, &Plan, &Asked, &Answer)) {
    for seed in seeds {
        let (ward, plan) = case(seed, size);
        let Some(asked) = question(&ward, &plan, &mut Chance::new(seed)) else { continue };
        let answer = shortage(&ward, &plan, &asked);
        test(seed, &ward, &plan, &asked, &answer);
    }
}

#[test]
fn every_answer_passes_the_independent_check() {
    let mut seen = BTreeSet::new();
    let mut whys = BTreeSet::new();
    let mut check = |seed: u64, ward: &Ward, plan: &Plan, _: &Asked, answer: &Answer| {
        let flaws = flaws(ward, plan, answer);
        assert!(flaws.is_empty(), "seed {seed}: {flaws:?} in {answer:#?}");
        seen.insert(answer.light);
        for piece in &answer.pieces {
            match piece.fate {
                Fate::NextDays(why) | Fate::LeftOut(why) | Fate::Uncovered(why) => whys.insert(why),
                Fate::Done { .. } => false,
            };
        }
    };
    each(0..800, &TINY, &mut check);
    each(0..150, &SMALL, &mut check);
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert_eq!(whys, BTreeSet::from([Why::NobodyPresent, Why::NoCertificate, Why::NoTime]));
}

#[test]
fn asked_within_the_shift_every_answer_passes_and_tells_nothing_that_is_over() {
    let mut fewer = 0;
    let mut check = |seed: u64, ward: &Ward, plan: &Plan, asked: &Asked, answer: &Answer| {
        let minutes = asked.moment.stretch.minutes;
        let late = Asked { moment: asked.moment.clone().after(minutes * (1 + seed as u32 % 3) / 4), ..asked.clone() };
        let told = shortage(ward, plan, &late);
        let flaws = flaws(ward, plan, &told);
        assert!(flaws.is_empty(), "seed {seed}: {flaws:?} in {told:#?}");
        let gone = answer.intervals.len() - told.intervals.len();
        let cells = |answer: &Answer| answer.intervals.iter().map(|i| i.cell).collect::<Vec<_>>();
        assert_eq!(cells(answer)[gone..], cells(&told), "seed {seed}");
        let kept = cells(&told);
        assert!(!kept.is_empty() && told.pieces.iter().all(|p| kept.contains(&p.cell)), "seed {seed}");
        assert!(told.gaps.iter().all(|g| kept.contains(&g.cell)), "seed {seed}");
        fewer += usize::from(gone > 0);
    };
    each(0..300, &TINY, &mut check);
    each(0..60, &SMALL, &mut check);
    assert!(fewer > 20, "{fewer} questions with something over");
}

#[test]
fn where_the_clock_is_changed_every_answer_passes_too() {
    let mut other = 0;
    let mut check = |seed: u64, ward: &Ward, plan: &Plan, asked: &Asked, answer: &Answer| {
        // The night after the shift's day has an hour more, or one less.
        for date in ["2026-10-24", "2027-03-27"] {
            let over = asked.moment.stretch.minutes * (seed as u32 % 4) / 4;
            let moment = asked.moment.clone().on_date(date.parse().expect("a date")).after(over);
            let told = shortage(ward, plan, &Asked { moment, ..asked.clone() });
            let flaws = flaws(ward, plan, &told);
            assert!(flaws.is_empty(), "seed {seed}, {date}: {flaws:?} in {told:#?}");
            other += usize::from(over == 0 && told.sums != answer.sums);
        }
    };
    each(0..300, &TINY, &mut check);
    each(0..60, &SMALL, &mut check);
    assert!(other > 0, "no sum is another in such a night");
}

#[test]
fn one_more_present_never_gives_a_worse_colour() {
    let mut better = 0;
    each(0..600, &TINY, |seed, ward, plan, asked, answer| {
        for at in 0..asked.absent.len() {
            let mut fewer = asked.clone();
            fewer.absent[at].heads -= 1;
            fewer.absent.retain(|a| a.heads > 0);
            let helped = shortage(ward, plan, &fewer);
            assert!(helped.light <= answer.light, "seed {seed}: {:?} becomes {:?}", answer.light, helped.light);
            assert!(helped.sums.red <= answer.sums.red + SLACK, "seed {seed}");
            better += usize::from(helped.light < answer.light);
        }
    });
    assert!(better > 30, "another head makes {better} answers better");
}

#[test]
fn the_same_question_has_the_same_answer() {
    each(0..100, &TINY, |seed, ward, plan, asked, answer| {
        assert_eq!(&shortage(ward, plan, asked), answer, "seed {seed}");
    });
}

/// A plan from the search, with nobody missing: all is done by those who have it, when they have it.
#[test]
fn a_plan_that_holds_is_green_when_nobody_is_missing() {
    let mut asked_in_all = 0;
    for name in ["liten", "regler"] {
        let ward = known(name);
        let plan = planned(&ward, &request(&ward, &[(fordel_core::ward::Goal::Cost, 0.0)]));
        for day in Day::all() {
            for shift in names_on(&ward, day) {
                let Ok(moment) = Moment::named(&ward, day, &shift) else { continue };
                // Also while it is running, in whatever interval: what is over went as planned.
                for sixth in 0..6 {
                    let moment = moment.clone().after(moment.stretch.minutes * sixth / 6);
                    let answer = shortage(&ward, &plan, &Asked { moment, absent: Vec::new() });
                    let at = format!("{name} {day:?} {shift} {sixth}");
                    assert_eq!(answer.light, Light::Green, "{at}: {:#?}", answer.sums);
                    assert!(answer.sums.handed_over < SLACK && answer.hire.is_empty(), "{at}");
                    assert_eq!(flaws(&ward, &plan, &answer), [], "{at}");
                }
                asked_in_all += 1;
            }
        }
    }
    assert!(asked_in_all > 20, "{asked_in_all} questions");
}

/// Each way to tamper with an answer, with what the checker must find.
#[test]
fn an_answer_that_was_changed_is_refused() {
    let mut found: BTreeSet<Kind> = BTreeSet::new();
    let mut expect = |seed: u64, ward: &Ward, plan: &Plan, changed: &Answer, kind: Kind| {
        let kinds: Vec<Kind> = flaws(ward, plan, changed).into_iter().map(|f| f.kind).collect();
        assert!(kinds.contains(&kind), "seed {seed}: {kind:?} isn't found, only {kinds:?}");
        found.insert(kind);
    };
    each(0..400, &TINY, |seed, ward, plan, _, answer| {
        let mut change = |kind: Kind, how: &dyn Fn(&mut Answer) -> bool| {
            let mut changed = answer.clone();
            if how(&mut changed) {
                expect(seed, ward, plan, &changed, kind);
            }
        };
        change(Kind::Heads, &|a| {
            a.asked.absent.first_mut().is_some_and(|absent| {
                absent.heads = absent.planned + 1;
                true
            })
        });
        change(Kind::Intervals, &|a| a.intervals.pop().is_some());
        change(Kind::Minutes, &|a| {
            a.pieces.first_mut().is_some_and(|p| {
                p.minutes += 1.0;
                true
            })
        });
        change(Kind::Minutes, &|a| a.pieces.pop().is_some_and(|p| p.minutes > 1.0));
        change(Kind::Sums, &|a| {
            a.sums.yellow += 1.0;
            true
        });
        change(Kind::Light, &|a| {
            a.intervals.first_mut().is_some_and(|i| {
                i.light = if i.light == Light::Red { Light::Green } else { Light::Red };
                true
            })
        });
        change(Kind::Watch, &|a| a.watches.pop().is_some());
        change(Kind::Presence, &|a| a.gaps.pop().is_some());
        change(Kind::Hire, &|a| !std::mem::take(&mut a.hire).is_empty());
        let order = ward.order();
        change(Kind::Qualified, &|a| {
            let piece = a.pieces.iter_mut().find_map(|p| match &mut p.fate {
                Fate::Done { by, .. } => {
                    let line = &ward.lines[p.line.0];
                    let barred = ward.group_ids().find(|g| *g != p.group && order.forbids(line, *g).is_some())?;
                    *by = barred;
                    Some(())
                }
                _ => None,
            });
            piece.is_some()
        });
        // Nobody has time for work that isn't there.
        let none = |group: GroupId| ward.shifts.iter().all(|s| s.group != group);
        change(Kind::Capacity, &|a| {
            let moved = a.pieces.iter_mut().filter(|p| p.minutes > 1.0).find_map(|p| match &mut p.fate {
                Fate::Done { by, .. } => {
                    let line = &ward.lines[p.line.0];
                    let absent = ward.group_ids().find(|g| none(*g) && order.forbids(line, *g).is_none())?;
                    *by = absent;
                    Some(())
                }
                _ => None,
            });
            moved.is_some()
        });
        change(Kind::Fate, &|a| {
            let red = |line: LineId| ward.lines[line.0].priority.is_none_or(|p| p == Priority::Red);
            let piece = a.pieces.iter_mut().find(|p| red(p.line));
            piece.is_some_and(|p| {
                p.fate = Fate::LeftOut(Why::NoTime);
                true
            })
        });
        change(Kind::Time, &|a| {
            let first = a.intervals[0].cell;
            let piece = a.pieces.iter_mut().find_map(|p| match &mut p.fate {
                Fate::Done { cell, by } if *cell != first && p.group == *by && !ward.lines[p.line.0].flexible => {
                    *cell = first;
                    Some(())
                }
                _ => None,
            });
            piece.is_some()
        });
    });
    let expected: Vec<Kind> = [
        Kind::Heads,
        Kind::Intervals,
        Kind::Minutes,
        Kind::Qualified,
        Kind::Time,
        Kind::Fate,
        Kind::Capacity,
        Kind::Watch,
        Kind::Presence,
        Kind::Sums,
        Kind::Light,
        Kind::Hire,
    ]
    .to_vec();
    assert!(expected.iter().all(|k| found.contains(k)), "only {found:?}");
}

/// Red work in a ward where yellow work is done in its place is found, directly and by handing over.
#[test]
fn red_work_that_could_be_done_is_found() {
    let mut direct = 0;
    each(0..600, &TINY, |seed, ward, plan, _, answer| {
        if !answer.watches.is_empty() {
            return;
        }
        // A ward where red and yellow are called by the other's name has an answer that does the wrong work first.
        let mut swapped = ward.clone();
        for line in &mut swapped.lines {
            line.priority = match line.priority {
                None | Some(Priority::Red) => Some(Priority::Yellow),
                Some(_) => Some(Priority::Red),
            };
        }
        swapped.settings.shortage.yellow = Yields::Waits;
        swapped.settings.shortage.within = Within::Timing;
        let wrong = shortage(&swapped, plan, &answer.asked);
        let mut told = wrong.clone();
        told.hire.clear();
        for piece in &mut told.pieces {
            let red = ward.lines[piece.line.0].priority.is_none_or(|p| p == Priority::Red);
            piece.fate = match (piece.fate, red) {
                (Fate::NextDays(why) | Fate::Uncovered(why), true) => Fate::Uncovered(why),
                (Fate::Uncovered(why), false) => {
                    let yellow = ward.lines[piece.line.0].priority == Some(Priority::Yellow);
                    let rules = &ward.settings.shortage;
                    match if yellow { rules.yellow } else { rules.green } {
                        Yields::Waits => Fate::NextDays(why),
                        Yields::LeftOut => Fate::LeftOut(why),
                    }
                }
                (fate, _) => fate,
            };
        }
        let red = |a: &Answer| -> f64 {
            a.pieces.iter().filter(|p| matches!(p.fate, Fate::Uncovered(_))).map(|p| p.minutes).sum()
        };
        if red(&told) > red(answer) + 1.0
            && told.pieces.iter().all(|p| !matches!(p.fate, Fate::Done { cell, .. } if cell != p.cell))
        {
            let (sums, lights) = figures(ward, &told);
            told.sums = sums;
            told.intervals.iter_mut().zip(&lights).for_each(|(i, light)| i.light = *light);
            told.light = lights.into_iter().max().unwrap_or(Light::Green);
            let kinds: Vec<Kind> = flaws(ward, plan, &told).into_iter().map(|f| f.kind).collect();
            assert!(kinds.contains(&Kind::CouldBeDone), "seed {seed}: {kinds:?}");
            direct += 1;
        }
    });
    assert!(direct > 5, "{direct} answers do less important work first");
}

/// Sums and colours of an answer in which nothing is done late.
fn figures(ward: &Ward, answer: &Answer) -> (fordel_core::shortage::Sums, Vec<Light>) {
    let mut sums = fordel_core::shortage::Sums::default();
    let mut lights = vec![Light::Green; answer.intervals.len()];
    let at = |cell| answer.intervals.iter().position(|i| i.cell == cell).expect("an interval to come");
    for gap in &answer.gaps {
        sums.red += f64::from(gap.heads * gap.stretch.minutes);
        lights[at(gap.cell)] = Light::Red;
    }
    for watch in &answer.watches {
        let minutes = f64::from(watch.heads * watch.stretch.minutes);
        if watch.by.is_none() {
            sums.red += minutes;
            lights[at(watch.cell)] = Light::Red;
        } else if watch.by != Some(watch.group) {
            sums.handed_over += minutes;
        }
    }
    for piece in &answer.pieces {
        let light = match (piece.fate, ward.lines[piece.line.0].priority) {
            (Fate::Done { by, .. }, _) => {
                sums.handed_over += if by == piece.group { 0.0 } else { piece.minutes };
                continue;
            }
            (_, Some(Priority::Yellow)) => {
                sums.yellow += piece.minutes;
                Light::Yellow
            }
            (_, Some(Priority::Green)) => {
                sums.green += piece.minutes;
                Light::Yellow
            }
            _ => {
                sums.red += piece.minutes;
                Light::Red
            }
        };
        let own = &mut lights[at(piece.cell)];
        *own = light.max(*own);
    }
    (sums, lights)
}

#[test]
fn questions_that_do_not_fit_are_refused_with_what_would_fit() {
    use fordel_core::shortage::asked::Unfit;
    let mut ward = known("liten");
    let staffing: Vec<Heads> = today(&ward).staffing;
    let name = ward.shifts[0].name.clone();
    let day = ward.shifts[0].days.iter().next().expect("a day");
    assert!(
        matches!(Moment::named(&ward, day, "tull"), Err(Unfit::NoSuchShift { names, .. }) if names.contains(&name))
    );
    let moment = Moment::named(&ward, day, &format!(" {} ", name.to_lowercase())).expect("letters' case doesn't count");
    let group = ward.shifts[0].group;
    let there = moment.heads(&ward, &staffing, group);
    assert!(there > 0);
    let too_many = moment.clone().missing(&ward, &staffing, &[(group, there), (group, 1)]);
    assert_eq!(too_many, Err(Unfit::TooMany { group, missing: there + 1, planned: there }));
    let all = moment.clone().missing(&ward, &staffing, &[(group, there)]).expect("all of them");
    assert_eq!(all.absent.iter().map(|a| a.heads).sum::<u32>(), there);
    // The same name for another time of the day is ambiguous, until the group is told.
    let mut other = ward.shifts[0].clone();
    other.group = GroupId(ward.groups.len() - 1);
    other.window.start = fordel_core::time::Clock((other.window.start.0 + 720) % 1440);
    other.window.end = fordel_core::time::Clock((other.window.end.0 + 720) % 1440);
    let code = ward.group(other.group).code.clone();
    ward.shifts.retain(|s| s.group != other.group || s.name != name);
    ward.shifts.push(other);
    let ambiguous = Moment::named(&ward, day, &name);
    assert!(
        matches!(&ambiguous, Err(Unfit::Ambiguous { choices, .. }) if choices.contains(&format!("{code}:{name}"))),
        "{ambiguous:?}"
    );
    let told = Moment::named(&ward, day, &format!("{code}:{name}")).expect("the group is told");
    assert_eq!(told.shifts, [ShiftId(ward.shifts.len() - 1)]);
    let days = ward.shifts[0].days;
    ward.shifts[0].days = [day].into_iter().collect();
    ward.shifts.truncate(1);
    let elsewhere = days.iter().find(|d| *d != day).expect("another day");
    assert!(matches!(Moment::named(&ward, elsewhere, &name), Err(Unfit::NotThatDay { .. })));
    assert_eq!(heads(&ward, &staffing)[0][usize::from(elsewhere.0)], 0);
}
