//! Every plan of a tiny ward, tried one after the other: the planning model written down plainly, by minutes and by
//! looping, with nothing of the engine's in it.

mod holders;
mod money;
mod needs;
mod week;

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::plan::{Heads, Placed};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{Alike, CourseId, Goal, GroupId, LineId, Ward};

use money::{course_cost, paid_hours, unit_cost};
use needs::{Needs, Staffing, crowded, exceeds, shares, times};
use week::{Clock, Moment, cells_of, number};

/// Where the lines may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    Free,
    Carried,
    Rightmost,
}

/// Heads of a shift that are one number on some days.
struct Unit {
    shift: usize,
    days: DaySet,
    least: u32,
    most: u32,
}

/// A line's weekdays or weekend, and the groups that it may stand on.
struct Spot {
    line: usize,
    days: DaySet,
    groups: Vec<GroupId>,
}

/// A plan that keeps every rule of the ward, with its values in the order of [`Goal::ALL`].
pub struct Possible {
    heads: usize,
    standing: usize,
    pub values: [f64; 5],
    pub moves: u32,
}

impl Possible {
    /// The numbers of its staffing and its distribution.
    pub fn numbers(&self) -> (usize, usize) {
        (self.heads, self.standing)
    }

    pub fn value(&self, goal: Goal) -> f64 {
        self.values[Goal::ALL.iter().position(|g| *g == goal).expect("a goal")]
    }
}

/// All plans of a ward that keep its rules.
pub struct Tried<'a> {
    ward: &'a Ward,
    units: Vec<Unit>,
    spots: Vec<Spot>,
    heads: Vec<Vec<u32>>,
    standings: Vec<Vec<GroupId>>,
    pub possible: Vec<Possible>,
}

/// More plans than this are not tried.
const MOST: usize = 120_000;

impl<'a> Tried<'a> {
    /// Tries every plan, or nothing if they are too many. `lifted`: positions, most heads and people with their
    /// weekends don't count.
    pub fn new(ward: &'a Ward, alike: Alike, standing: Standing, lifted: bool) -> Option<Tried<'a>> {
        let spots = spots(ward, standing);
        let units = units(ward, alike, &spots, lifted);
        let ranges: Vec<Vec<u32>> = units.iter().map(|u| (u.least..=u.most).collect()).collect();
        let choices: Vec<Vec<GroupId>> = spots.iter().map(|s| s.groups.clone()).collect();
        let mut counts = ranges.iter().map(Vec::len).chain(choices.iter().map(Vec::len));
        counts.try_fold(1usize, |all, n| all.checked_mul(n).filter(|all| *all <= MOST))?;
        let (heads, standings) = (combinations(&ranges), combinations(&choices));
        let mut tried = Tried { ward, units, spots, heads, standings, possible: Vec::new() };
        tried.try_all(lifted);
        Some(tried)
    }

    fn try_all(&mut self, lifted: bool) {
        let ward = self.ward;
        let clock = Clock::new(ward, &self.units);
        let costs: Vec<f64> = self.units.iter().map(|u| unit_cost(ward, u)).collect();
        let staffings: Vec<(usize, Staffing)> = (0..self.heads.len())
            .filter(|h| self.staffing_holds(&clock, &self.heads[*h], lifted))
            .map(|h| (h, self.staffing(&clock, &costs, &self.heads[h])))
            .collect();
        let mut possible = Vec::new();
        for (index, groups) in self.standings.iter().enumerate() {
            let work = self.work(&clock, groups);
            for (heads, staffing) in &staffings {
                if work.fits(staffing) {
                    let [over, changes, spread] = work.values;
                    let values = [staffing.cost + work.courses, over, staffing.scarce_hours, changes, spread];
                    possible.push(Possible { heads: *heads, standing: index, values, moves: work.moves });
                }
            }
        }
        self.possible = possible;
    }

    /// Whether heads alone keep their rules: presence, positions, people, weekends.
    fn staffing_holds(&self, clock: &Clock, heads: &[u32], lifted: bool) -> bool {
        let ward = self.ward;
        let present = |moment: &Moment, g: usize| -> u32 { moment.present[g].iter().map(|u| heads[*u]).sum() };
        let there = clock.moments.iter().all(|moment| {
            moment.rules.iter().all(|r| {
                let rule = &ward.presence[*r];
                rule.groups.iter().map(|g| present(moment, g.0)).sum::<u32>() >= rule.count
            })
        });
        there
            && (lifted || holders::enough_people(ward))
            && ward.groups.iter().enumerate().all(|(g, group)| {
                let own = || self.units.iter().zip(heads).filter(|(u, _)| ward.shifts[u.shift].group.0 == g);
                let paid: f64 = own().map(|(u, n)| paid_hours(ward, u) * f64::from(*n)).sum();
                let fte = paid / group.weekly_hours / (1.0 - group.absence) * 52.0 / (52.0 - group.holiday_weeks);
                let on = |day: u8| -> f64 {
                    own().filter(|(u, _)| u.days.contains(Day(day))).map(|(_, n)| f64::from(*n)).sum()
                };
                let weekend = on(5).max(on(6));
                group.positions_least.is_none_or(|least| !exceeds(least, fte))
                    && (lifted || group.positions.is_none_or(|most| !exceeds(fte, most)))
                    && (lifted
                        || group.people.is_none_or(|n| !exceeds(fte, n) && !exceeds(weekend, n / group.weekend_every)))
            })
    }

    fn staffing(&self, clock: &Clock, costs: &[f64], heads: &[u32]) -> Staffing {
        let ward = self.ward;
        let cells = 7 * ward.intervals.len();
        let mut capacity = vec![vec![0.0; cells]; ward.groups.len()];
        for (u, unit) in self.units.iter().enumerate() {
            let group = ward.shifts[unit.shift].group;
            for (cell, minutes) in clock.within[u].iter().enumerate() {
                capacity[group.0][cell] += f64::from(*minutes * heads[u]) * ward.group(group).task_time;
            }
        }
        let scarce = |u: &Unit| ward.group(ward.shifts[u.shift].group).scarce;
        let each = || self.units.iter().zip(heads);
        Staffing {
            cost: costs.iter().zip(heads).map(|(kr, n)| kr * f64::from(*n)).sum(),
            scarce_hours: each().filter(|(u, _)| scarce(u)).map(|(u, n)| paid_hours(ward, u) * f64::from(*n)).sum(),
            present: clock
                .moments
                .iter()
                .map(|m| m.present.iter().map(|us| us.iter().map(|u| heads[*u]).sum()).collect())
                .collect(),
            capacity,
        }
    }

    /// What the lines need where they stand.
    fn work(&self, clock: &Clock, groups: &[GroupId]) -> Needs {
        let ward = self.ward;
        let order = ward.order();
        let cells = 7 * ward.intervals.len();
        let mut fixed = vec![vec![0.0; cells]; ward.groups.len()];
        let mut loose: Vec<BTreeMap<u64, f64>> = vec![BTreeMap::new(); ward.groups.len()];
        let mut held: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        let mut values = [0.0; 3];
        let mut moves = 0;
        let mut courses = BTreeSet::new();
        let mut pairs = BTreeSet::new();
        for (spot, group) in self.spots.iter().zip(groups) {
            let line = &ward.lines[spot.line];
            let mut minutes = 0.0;
            for day in spot.days.iter() {
                let on = cells_of(ward, line, day);
                if line.bound {
                    for cell in &on {
                        let length = f64::from(ward.intervals.get(cell.interval).minutes());
                        minutes += length * f64::from(line.people);
                        fixed[group.0][number(ward, *cell)] +=
                            length * f64::from(line.people) * ward.group(*group).task_time;
                    }
                } else {
                    let daily = times(ward, line, day) * line.minutes_on(*group) * f64::from(line.people);
                    minutes += daily;
                    if line.flexible && on.len() > 1 {
                        let mask = on.iter().fold(0, |mask, cell| mask | 1 << number(ward, *cell));
                        *loose[group.0].entry(mask).or_default() += daily;
                    } else {
                        for (cell, share) in on.iter().zip(shares(ward, &on)) {
                            fixed[group.0][number(ward, *cell)] += daily * share;
                        }
                    }
                }
            }
            if line.bound {
                for (m, moment) in clock.moments.iter().enumerate() {
                    if spot.days.iter().any(|day| moment.bound.contains(&(spot.line, day))) {
                        *held.entry((m, group.0)).or_default() += line.people;
                    }
                }
            }
            if order.lowest_qualified(line) != Some(*group) {
                values[0] += minutes * if ward.group(*group).scarce { 2.0 } else { 1.0 };
            }
            if let Some(today) = line.today.filter(|t| t != group) {
                values[1] += minutes;
                moves += u32::from(order.qualified(line).contains(&today));
            }
            pairs.insert((line.task_key.as_str(), *group));
            courses.extend(line.training.iter().filter(|(g, _)| g == group).copied());
        }
        values[2] = pairs.len() as f64;
        // Where both the rule and a line ask, the more take it; a krone each is alike for both.
        let all: BTreeSet<(GroupId, CourseId)> = courses.iter().copied().chain(holders::asked(ward)).collect();
        let cost = |(g, c): (GroupId, CourseId)| {
            let by_line = if courses.contains(&(g, c)) { course_cost(ward, g, c) } else { 0.0 };
            let by_rule = if holders::asked(ward).contains(&(g, c)) { holders::asked_cost(ward, g, c) } else { 0.0 };
            by_line.max(by_rule)
        };
        let courses = all.into_iter().map(cost).sum();
        let sets = loose
            .iter()
            .enumerate()
            .flat_map(|(g, loose)| crowded(loose).into_iter().map(move |(mask, minutes)| (g, mask, minutes)));
        Needs { sets: sets.collect(), fixed, held: held.into_iter().collect(), courses, values, moves }
    }

    /// The least value of a goal among plans that keep the earlier ones within their most.
    pub fn least(&self, goal: Goal, keep: impl Fn(&Possible) -> bool) -> Option<f64> {
        self.possible.iter().filter(|p| keep(p)).map(|p| p.value(goal)).min_by(f64::total_cmp)
    }

    /// The group on which a possible plan has the line on these days.
    pub fn group_of(&self, plan: &Possible, line: LineId, days: DaySet) -> Option<GroupId> {
        let spot = self.spots.iter().position(|s| s.line == line.0 && s.days == days)?;
        Some(self.standings[plan.standing][spot])
    }

    /// Number of staffings and of distributions tried.
    pub fn count(&self) -> (usize, usize) {
        (self.heads.len(), self.standings.len())
    }

    /// A staffing and a distribution in the words of a plan.
    pub fn told(&self, heads: usize, standing: usize) -> (Vec<Placed>, Vec<Heads>) {
        let ward = self.ward;
        let code = |g: GroupId| ward.group(g).code.clone();
        let spots = self.spots.iter().zip(&self.standings[standing]);
        let placed = spots.map(|(spot, group)| Placed::of(ward, &ward.lines[spot.line], spot.days, *group));
        let started = self.units.iter().zip(&self.heads[heads]).flat_map(|(unit, n)| {
            let shift = &ward.shifts[unit.shift];
            unit.days.iter().map(|day| Heads {
                group: code(shift.group),
                shift: shift.name.clone(),
                day: day.number(),
                heads: *n,
            })
        });
        (placed.collect(), started.collect())
    }
}

fn combinations<T: Copy>(choices: &[Vec<T>]) -> Vec<Vec<T>> {
    choices.iter().fold(vec![Vec::new()], |all, next| {
        all.iter().flat_map(|begun| next.iter().map(|one| [&begun[..], &[*one]].concat())).collect()
    })
}

fn spots(ward: &Ward, standing: Standing) -> Vec<Spot> {
    let order = ward.order();
    let mut spots = Vec::new();
    for (l, line) in ward.lines.iter().enumerate() {
        let all = order.qualified(line);
        let groups = match standing {
            Standing::Free => all,
            Standing::Carried => match line.today.filter(|t| all.contains(t)) {
                Some(today) => vec![today],
                None => all,
            },
            Standing::Rightmost => order.lowest_qualified(line).into_iter().collect(),
        };
        let (weekdays, weekend) = (line.days.and(DaySet::WEEKDAYS), line.days.and(DaySet::WEEKEND));
        let parts = if line.same_all_week { vec![line.days] } else { vec![weekdays, weekend] };
        for days in parts.into_iter().filter(|d| !d.is_empty()) {
            spots.push(Spot { line: l, days, groups: groups.clone() });
        }
    }
    spots
}

fn units(ward: &Ward, alike: Alike, spots: &[Spot], lifted: bool) -> Vec<Unit> {
    let mut units = Vec::new();
    for (s, shift) in ward.shifts.iter().enumerate() {
        let parts: Vec<DaySet> = match alike {
            Alike::Weekdays => vec![shift.days.and(DaySet::WEEKDAYS), shift.days.and(DaySet::WEEKEND)],
            Alike::No => shift.days.iter().map(|d| [d].into_iter().collect()).collect(),
        };
        for days in parts.into_iter().filter(|d| !d.is_empty()) {
            units.push(Unit { shift: s, days, least: shift.min, most: shift.max });
        }
    }
    if lifted {
        let clock = Clock::new(ward, &units);
        for u in 0..units.len() {
            units[u].most = units[u].least.max(enough(ward, &units, &clock, spots, u));
        }
    }
    units
}

/// Heads of one unit that would do for all that it can help with, whatever the others do: more never help.
fn enough(ward: &Ward, units: &[Unit], clock: &Clock, spots: &[Spot], u: usize) -> u32 {
    let unit = &units[u];
    let group = ward.shifts[unit.shift].group;
    let task_time = ward.group(group).task_time;
    let mine: Vec<&Spot> = spots.iter().filter(|s| s.groups.contains(&group)).collect();
    let held: u32 = mine.iter().map(|s| &ward.lines[s.line]).filter(|l| l.bound).map(|l| l.people).sum();
    let mut most = 0.0f64;
    for (cell, minutes) in clock.within[u].iter().enumerate().filter(|(_, m)| **m > 0) {
        let mut load = 0.0;
        for spot in &mine {
            let line = &ward.lines[spot.line];
            for day in spot.days.iter().filter(|_| !line.bound) {
                if cells_of(ward, line, day).iter().any(|c| number(ward, *c) == cell) {
                    load += times(ward, line, day) * line.minutes_on(group) * f64::from(line.people);
                }
            }
        }
        let length = f64::from(ward.intervals.get(cell % ward.intervals.len()).minutes());
        let bound = f64::from(held) * length * task_time;
        most = most.max(((load + bound) / (f64::from(*minutes) * task_time)).ceil());
    }
    let presence = ward.presence.iter().filter(|r| r.groups.contains(&group)).map(|r| r.count).max().unwrap_or(0);
    let g = ward.group(group);
    let fte = paid_hours(ward, unit) / g.weekly_hours / (1.0 - g.absence) * 52.0 / (52.0 - g.holiday_weeks);
    let least = g.positions_least.map_or(0.0, |least| (least / fte).ceil());
    (most.max(least) as u32).max(held).max(presence)
}
