//! Who of other units could spare somebody where hiring in is justified: relief from the pool, as the units' own plans tell.
//!
//! Those in the pool are units of the same organisation that have relief from the pool in their own order of relief, and whose
//! plan is decided. Only units in which the person has a role are looked at; nothing is told of others. A unit can spare one of
//! a group if its own traffic light, asked with one more missing than are missing already, leaves nothing red. Those are missing
//! whom the unit itself has logged for the shift, or whom its calendar's planned absence takes from it; whoever else is, isn't
//! known: that is for a telephone.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use fordel_core::calendar::{Date, days_after};
use fordel_core::norwegian_time::InNorway;
use fordel_core::shortage::asked::Moment;
use fordel_core::shortage::rules::Relief;
use fordel_core::shortage::{Answer, Hire, Light};
use fordel_core::time::{DAY, Stretch, WEEK};
use fordel_core::ward::{GroupId, Ward};
use fordel_store::{Branch, BranchKind, Shortage};

use super::on_duty::{Answered, OnDuty};
use super::shortage_log::{Missing, called, missing_of};
use super::{Failed, READY, Reads};
use crate::shortage::Question;

/// Units whose plans are asked, at most.
const MOST_UNITS: usize = 20;
/// Units whose sheets are read to see whether they are in the pool, at most: all of them stay among what is kept ready.
const MOST_READ: usize = READY / 2;

/// What other units' plans say of who could come.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// Those that could be spared: where all is done all the same first, then those who cover most.
    pub spares: Vec<Spare>,
    /// Units whose plan was asked.
    pub looked_at: usize,
    /// How many are missing still, in the worst of the hours in which somebody is wanted, if all who are named come: of each unit
    /// one for a stretch.
    pub still: u32,
    /// Units that weren't looked into, since there are more than that.
    pub left: usize,
}

/// Somebody whom a unit could spare.
#[derive(Clone, Debug)]
pub struct Spare {
    /// The unit.
    pub unit: Branch,
    /// The date on which their shift starts.
    pub date: Date,
    /// Their shift, by the name that it can be asked for.
    pub shift: String,
    /// When it runs, in the unit's week.
    pub time: Stretch,
    /// Their group's code.
    pub group: String,
    /// Their group's name.
    pub group_name: String,
    /// Who is missing on that shift already.
    pub missing: Vec<Missing>,
    /// What of the hours in which hiring in is justified lies within their shift: the group that is wanted, and minutes since the
    /// date of the question began.
    pub covers: Vec<(GroupId, Range<i64>)>,
    /// The unit's colour without them.
    pub light: Light,
    /// Minutes that are then put off or left out there.
    pub put: f64,
}

impl Spare {
    /// What they cover, by the clock.
    pub fn hours(&self) -> impl Iterator<Item = Stretch> {
        self.covers.iter().map(|(_, minutes)| by_clock(minutes))
    }
}

/// A unit's shift that covers some of the hours in which somebody is wanted.
struct Shift {
    date: Date,
    name: String,
    moment: Moment,
    /// What it covers, in minutes since the date of the question began.
    covers: Range<i64>,
}

impl Reads<'_> {
    /// Who could come from other units in the hours in which an answer of this unit justifies hiring in. The answer is that of
    /// a shift which starts on the date, asked at this moment.
    ///
    /// # Errors
    /// The database; a plan that can't be read any more.
    pub fn pool(&self, date: Date, answered: &Answered, now: InNorway) -> Result<Pool, Failed> {
        let mut pool = Pool::default();
        if answered.answer.hire.is_empty() || !is_in_the_pool(&answered.ward) {
            return Ok(pool);
        }
        let mut read = 0;
        for unit in self.others()? {
            if pool.looked_at == MOST_UNITS || read == MOST_READ {
                pool.left += 1;
                continue;
            }
            let Some(plan) = self.decided_plan(&unit)? else { continue };
            read += 1;
            if is_in_the_pool(&plan.ward) {
                pool.looked_at += 1;
                let logged = self.logged_around(&unit, date)?;
                pool.spares.extend(spares(&unit, &plan, &logged, date, answered, now)?);
            }
        }
        let minutes = |spare: &Spare| spare.hours().map(|stretch| stretch.minutes).sum::<u32>();
        pool.spares.sort_by_key(|spare| (spare.light, Reverse(minutes(spare))));
        let come: Vec<&[(GroupId, Range<i64>)]> = pool.spares.iter().map(|spare| spare.covers.as_slice()).collect();
        pool.still = still_missing(&answered.answer, &come);
        Ok(pool)
    }

    /// Other units in which the person has a role, those beside this one in the tree first.
    fn others(&self) -> Result<Vec<Branch>, Failed> {
        let is_other = |branch: &Branch| branch.kind == BranchKind::Unit && branch.id != self.unit.id;
        let branches = self.service.branches(self.who)?.into_iter().map(|(branch, _)| branch);
        let mut units: Vec<Branch> = branches.filter(is_other).collect();
        units.sort_by_key(|unit| unit.parent != self.unit.parent);
        Ok(units)
    }

    /// What a unit has logged of shifts that start the day before a date, on it, or the day after.
    fn logged_around(&self, unit: &Branch, date: Date) -> Result<Vec<Shortage>, Failed> {
        let [from, to] = [-1, 1].map(|days| days_after(date, days).to_string());
        self.service.read(|r| r.shortages_between(unit.id, &from, &to))
    }

    /// The plan that is decided for a unit, beside its sheets of today.
    fn decided_plan(&self, unit: &Branch) -> Result<Option<Arc<OnDuty>>, Failed> {
        if self.service.read(|r| r.last_decided(unit.id))?.is_none() {
            return Ok(None);
        }
        self.service.unit(self.who, unit.id)?.on_duty()
    }
}

/// Whether relief from the pool stands in the ward's order of relief.
fn is_in_the_pool(ward: &Ward) -> bool {
    ward.settings.shortage.uses(Relief::Pool)
}

/// Whom a unit could spare: for each of the stretches in which somebody is wanted, one of those who may do that work.
fn spares(
    unit: &Branch,
    plan: &OnDuty,
    logged: &[Shortage],
    date: Date,
    answered: &Answered,
    now: InNorway,
) -> Result<Vec<Spare>, Failed> {
    let mut spares: Vec<Spare> = Vec::new();
    for hire in &answered.answer.hire {
        let shifts = shifts(plan, date, &wanted(&answered.answer, hire));
        for code in qualified(&answered.ward, hire.group) {
            let Some(group) = plan.ward.group_by_code(&code) else { continue };
            let has_some = |shift: &&Shift| {
                let mut there = plan.on_shift(&shift.moment).into_iter();
                there.any(|(of, heads)| of == group && heads > missing_there(plan, logged, shift, of, heads))
            };
            let Some(shift) = shifts.iter().find(has_some) else { continue };
            let covers = (hire.group, shift.covers.clone());
            let same = |one: &&mut Spare| (&one.group, &one.shift, one.date) == (&code, &shift.name, shift.date);
            if let Some(known) = spares.iter_mut().find(same) {
                known.covers.push(covers);
                break;
            }
            let missing = all_missing(plan, logged, shift);
            let mut asked: Vec<(String, u32)> = missing.iter().map(|one| (one.group.clone(), one.heads)).collect();
            // A group may be told more than once.
            asked.push((code.clone(), 1));
            let question = Question { day: shift.moment.day, shift: shift.name.clone(), missing: asked };
            let Answer { light, sums, .. } = plan.answer_at(shift.date, &question, Some(now))?.answer;
            if light < Light::Red {
                spares.push(Spare {
                    unit: unit.clone(),
                    date: shift.date,
                    shift: shift.name.clone(),
                    time: shift.moment.stretch,
                    group_name: plan.ward.group(group).name.clone(),
                    group: code,
                    missing,
                    covers: vec![covers],
                    light,
                    put: sums.yellow + sums.green + sums.later,
                });
                break;
            }
        }
    }
    Ok(spares)
}

/// Who is missing on a unit's shift already.
fn all_missing(plan: &OnDuty, logged: &[Shortage], shift: &Shift) -> Vec<Missing> {
    let there = plan.on_shift(&shift.moment).into_iter();
    let missing = there.map(|(group, heads)| Missing {
        group: plan.ward.group(group).code.clone(),
        heads: missing_there(plan, logged, shift, group, heads),
    });
    missing.filter(|missing| missing.heads > 0).collect()
}

/// How many of a group's heads on a shift are missing already: the most that are logged of it, or those whom planned absence
/// takes, whichever are more. They may be the same people.
fn missing_there(plan: &OnDuty, logged: &[Shortage], shift: &Shift, group: GroupId, heads: u32) -> u32 {
    let (day, code) = (shift.date.to_string(), &plan.ward.group(group).code);
    let name = called(&plan.ward, &shift.moment);
    let of_shift = logged.iter().filter(|one| one.answered.day == day && one.answered.shift == name);
    let told = of_shift.flat_map(|one| missing_of(&one.answered.missing)).filter(|missing| missing.group == *code);
    let told = told.map(|missing| missing.heads).max().unwrap_or(0);
    told.max(plan.planned_away(shift.date, group, &shift.moment)).min(heads)
}

/// When somebody is wanted, in minutes since the date on which the shift starts began.
fn wanted(answer: &Answer, hire: &Hire) -> Range<i64> {
    let shift = answer.asked.moment.stretch;
    // The interval in which the shift starts may have begun before it, by less than a day.
    let since = i64::from((hire.stretch.start + WEEK + DAY - shift.start) % WEEK) - i64::from(DAY);
    let start = i64::from(shift.start % DAY) + since;
    start..start + i64::from(hire.stretch.minutes)
}

/// How many are missing still when these come, each covering hours of groups: of one group or of all together, for nobody is in
/// two places at once.
fn still_missing(answer: &Answer, come: &[&[(GroupId, Range<i64>)]]) -> u32 {
    let hires: Vec<(&Hire, Range<i64>)> = answer.hire.iter().map(|hire| (hire, wanted(answer, hire))).collect();
    // More may be missing only where somebody begins to be wanted, or somebody who came goes.
    let ends = come.iter().flat_map(|covers| covers.iter().map(|(_, at)| at.end));
    let moments: Vec<i64> = hires.iter().map(|(_, at)| at.start).chain(ends).collect();
    let of: Vec<Option<GroupId>> = answer.hire.iter().map(|hire| Some(hire.group)).chain([None]).collect();
    let missing = |moment: i64, of: Option<GroupId>| {
        let is_of = |group: GroupId| of.is_none_or(|of| of == group);
        let wanted = hires.iter().filter(|(hire, at)| is_of(hire.group) && at.contains(&moment));
        let there = come.iter().filter(|covers| covers.iter().any(|(group, at)| is_of(*group) && at.contains(&moment)));
        wanted.map(|(hire, _)| hire.heads).sum::<u32>().saturating_sub(there.count() as u32)
    };
    let mut most = 0;
    for moment in moments {
        for of in &of {
            most = most.max(missing(moment, *of));
        }
    }
    most
}

/// The unit's shifts that cover some of it, those that cover most first.
fn shifts(plan: &OnDuty, date: Date, wanted: &Range<i64>) -> Vec<Shift> {
    let mut shifts = Vec::new();
    for ahead in -1..=1 {
        let on = days_after(date, ahead);
        for (name, moment) in plan.offered(on) {
            let start = i64::from(moment.stretch.start % DAY) + ahead * i64::from(DAY);
            let end = start + i64::from(moment.stretch.minutes);
            let covers = start.max(wanted.start)..end.min(wanted.end);
            if !covers.is_empty() {
                shifts.push(Shift { date: on, name, moment, covers });
            }
        }
    }
    shifts.sort_by_key(|shift| Reverse(shift.covers.end - shift.covers.start));
    shifts
}

/// Codes of the groups that may do a group's work: its own first.
fn qualified(ward: &Ward, group: GroupId) -> Vec<String> {
    let order = ward.order();
    let above = ward.group_ids().filter(|other| *other != group && order.covers(*other, group));
    std::iter::once(group).chain(above).map(|group| ward.group(group).code.clone()).collect()
}

/// Minutes since a date began as a stretch that tells the clock.
fn by_clock(minutes: &Range<i64>) -> Stretch {
    let start = minutes.start.rem_euclid(i64::from(DAY));
    Stretch { start: start as u32, minutes: (minutes.end - minutes.start) as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::shortage::Sums;
    use fordel_core::shortage::asked::Asked;
    use fordel_core::time::{Day, DaySet};

    fn answer(start: u32, minutes: u32) -> Answer {
        let moment = Moment {
            day: Day((start / DAY) as u8),
            name: "A".into(),
            stretch: Stretch { start, minutes },
            shifts: Vec::new(),
            over: 0,
            holidays: DaySet::NONE,
            weekend: DaySet::WEEKEND,
            changed: None,
        };
        Answer {
            asked: Asked { moment, absent: Vec::new() },
            light: Light::Red,
            intervals: Vec::new(),
            pieces: Vec::new(),
            watches: Vec::new(),
            gaps: Vec::new(),
            sums: Sums::default(),
            hire: Vec::new(),
        }
    }

    #[test]
    fn wanted_hours_are_counted_from_the_date_of_the_shift() {
        let hire = |start: u32| Hire { group: GroupId(0), stretch: Stretch { start, minutes: 120 }, heads: 1 };
        let sunday = 6 * DAY;
        // A Sunday night that goes on into Monday, where the week begins anew.
        let night = answer(sunday + 22 * 60, 570);
        assert_eq!(wanted(&night, &hire(sunday + 22 * 60)), 1320..1440);
        assert_eq!(wanted(&night, &hire(3 * 60)), 1620..1740);
        // An interval that began before the shift.
        let evening = answer(14 * 60 + 30, 480);
        assert_eq!(wanted(&evening, &hire(12 * 60)), 720..840);
        assert_eq!(by_clock(&(1620..1740)), Stretch { start: 180, minutes: 120 });
        assert_eq!(by_clock(&(-60..30)), Stretch { start: 23 * 60, minutes: 90 });
    }

    #[test]
    fn who_is_missing_still_is_counted_by_group_in_the_worst_of_the_hours() {
        let hire = |group: usize, start: u32, heads: u32| Hire {
            group: GroupId(group),
            stretch: Stretch { start, minutes: 120 },
            heads,
        };
        let asked = |hire: Vec<Hire>| Answer { hire, ..answer(14 * 60, 480) };
        let two = asked(vec![hire(0, 14 * 60, 2)]);
        let covers = |group: usize, minutes: Range<i64>| [(GroupId(group), minutes)];
        let (whole, half) = (covers(0, 840..960), covers(0, 840..900));
        assert_eq!(still_missing(&two, &[]), 2);
        assert_eq!(still_missing(&two, &[&whole]), 1);
        assert_eq!(still_missing(&two, &[&whole, &half]), 1, "the second goes before it is over");
        assert_eq!(still_missing(&two, &[&whole, &whole]), 0);
        // One of each of two groups at the same time: one who could do both is one, and two of one group are no other.
        let each = asked(vec![hire(0, 14 * 60, 1), hire(1, 14 * 60, 1)]);
        let both = [(GroupId(0), 840..960), (GroupId(1), 840..960)];
        assert_eq!(still_missing(&each, &[&both]), 1);
        assert_eq!(still_missing(&each, &[&whole, &whole]), 1);
        assert_eq!(still_missing(&each, &[&whole, &both]), 0);
        let after = asked(vec![hire(0, 14 * 60, 1), hire(1, 16 * 60, 1)]);
        assert_eq!(still_missing(&after, &[&[(GroupId(0), 840..960), (GroupId(1), 960..1080)]]), 0);
    }
}
