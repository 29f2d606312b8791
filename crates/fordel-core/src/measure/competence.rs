//! Competence on the shift: how likely it is that nobody who is there may do a task that takes a course, or that fewer hold one
//! than a rule of presence asks.
//!
//! A plan's training holds in the end; until everyone has taken the course, who is on the shift matters. A roster that puts
//! people on shifts without looking at their courses draws the `h` heads of a group from its `N` people, `k` of whom hold
//! the course: nobody of them does with the chance `C(N−k, h) ÷ C(N, h)` (the hypergeometric distribution). A roster that looks
//! at it needs fewer: see [`Course::for_every_shift`].
//!
//! People differ: who has half a position is there half as often as who has a whole one, and who works every second weekend more
//! often then than who works every fourth. Where that is told of somebody, each is taken to be there with a chance `p` of their own,
//! and the chance is that under the condition that `h` of them are: `e(w of those without, h) ÷ e(w of all, h)` with the weights
//! `w = p ÷ (1 − p)` and the elementary symmetric polynomials `e` (sampling as in Hájek 1964, *Annals of Mathematical Statistics* 35).
//! With `s` for percent ÷ the mean of those whose percent is told (1 where it isn't), `p` is
//!
//! * on a weekday `s × h ÷ N`, so that `h` of them are expected;
//! * at a weekend `1 ÷ k` where the person's own weekends are told, none where they work none, else `s ÷ k` with the group's `k`.
//!
//! With the same `p` for all it is the one above. If more come to hold the course, any of those without it is as likely to be the
//! next: each of so many is left with the chance that none of the `h` is among the new ones.
//!
//! A rule of presence that names a course asks that `n` of those of its group who are there hold it. The chance that fewer do is
//! the sum of those that none, one … `n − 1` of them do: `Σ C(k, i) × C(N−k, h−i) ÷ C(N, h)`, or by the weights
//! `Σ e(w of the holders, i) × e(w of the others, h−i) ÷ e(w of all, h)`.

use std::collections::{BTreeMap, BTreeSet};

pub use crate::check::required::{Required, required};

use super::certificates::{Known, holders, holders_and_others};
use super::distribution::proposed;
use super::work;
use crate::plan::Plan;
use crate::time::{Cell, Day, DaySet, Stretch, WEEK};
use crate::ward::{CourseId, GroupId, LineId, Ward, Weekends};

/// A course that a group needs in the plan, for its work or by a rule of presence, and what it is like until all have taken it.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The course.
    pub course: CourseId,
    /// The group whose work takes it, or of which a rule of presence asks it.
    pub group: GroupId,
    /// Those of the group who hold it on the plan's date.
    pub holders: u32,
    /// The group's people.
    pub people: u32,
    /// Where too few may hold it, weekends before other days, then the likeliest first; cells in which somebody surely can, and
    /// moments at which nobody of the group is there, are left out.
    pub lacking: Vec<Lacking>,
    /// The least number of holders with which no cell's chance is over [`RARE`], if drawn by chance.
    pub for_rare: u32,
    /// The least number of holders with which a roster that looks at it can have one on every shift that needs one; more
    /// than there are people where it can't.
    pub for_every_shift: u32,
    /// The same of those who aren't on holiday: as many as must be there in a week.
    pub for_a_week: u32,
}

impl Course {
    /// The cell where it is likeliest that too few hold it; the first of those that are alike.
    pub fn weakest(&self) -> Option<&Lacking> {
        self.lacking.iter().reduce(|worst, next| if next.chance > worst.chance { next } else { worst })
    }
}

/// What needs somebody who holds a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A task line.
    Line(LineId),
    /// A rule of presence, by its place in [`Ward::presence`].
    Presence(usize),
}

/// A cell in which nobody may be able to do a task, or fewer may hold a course than a rule of presence asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lacking {
    /// That whose chance is the highest.
    pub needs: Needs,
    /// When.
    pub cell: Cell,
    /// Heads of the group that are there at the worst moment.
    pub heads: u32,
    /// The chance that nobody there may do it at that moment, or that too few hold the course.
    pub chance: f64,
}

/// A chance that counts as rare: one shift in twenty.
pub const RARE: f64 = 0.05;

/// Chances below this are none.
const NONE: f64 = 1e-9;

/// The chance that fewer than so many of `drawn` people are holders, of `people` with `holders` among them, each set of people as
/// likely as any other; more drawn than there are people are all of them.
pub fn fewer(least: u32, people: u32, holders: u32, drawn: u32) -> f64 {
    let drawn = drawn.min(people);
    if least > drawn {
        return 1.0;
    }
    // One after the other, by how many holders there are among them so far: those with whom there are enough are left out.
    let mut found = vec![0.0; least as usize];
    if let Some(none) = found.first_mut() {
        *none = 1.0;
    }
    for left in (0..drawn).map(|i| people - i) {
        for at in (0..found.len()).rev() {
            let others = left.saturating_sub(holders.saturating_sub(at as u32));
            let is_other = f64::from(others) / f64::from(left);
            if at + 1 < found.len() {
                found[at + 1] += found[at] * (1.0 - is_other);
            }
            found[at] *= is_other;
        }
    }
    found.iter().sum()
}

/// The chance that fewer than so many of those who are there are holders, when `drawn` of all are, each by a weight of their own
/// (`p ÷ (1 − p)` of the chance to be there), and `new` of the others, any of them alike, have come to hold it too. Who has no
/// weight never is there; more drawn than can be there are all of them.
fn fewer_weighed(least: u32, holders: &[f64], others: &[f64], new: u32, drawn: u32) -> f64 {
    let all: Vec<f64> = holders.iter().chain(others).copied().collect();
    let most = all.iter().copied().fold(0.0, f64::max);
    let able = all.iter().filter(|weight| **weight > 0.0).count();
    let (least, drawn) = (least as usize, (drawn as usize).min(able));
    if least > drawn {
        return 1.0;
    }
    // All products have the same number of factors, so that the greatest weight may be one.
    let sums = |weights: &[f64]| {
        let mut sums = vec![0.0; drawn + 1];
        sums[0] = 1.0;
        for weight in weights {
            for factors in (1..=drawn).rev() {
                sums[factors] += sums[factors - 1] * weight / most;
            }
        }
        sums
    };
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    let (of_holders, of_others, of_all) = (sums(holders), sums(others), sums(&all));
    // So many of those who hold it today; the rest are others, too few of whom have come to hold it.
    let with = |known: usize| {
        let rest = drawn - known;
        let few = fewer(count(least - known), count(others.len()), new, count(rest));
        of_holders[known] * of_others[rest] * few
    };
    (0..least).map(with).sum::<f64>() / of_all[drawn]
}

/// The weight of somebody who is there with this chance. Who always is, is but for one in a thousand.
fn weight(chance: f64) -> f64 {
    let chance = chance.min(0.999);
    chance / (1.0 - chance)
}

/// Those of a group who are known to hold a course, and those who are known not to, each with their percent of a position as a
/// part of the mean of those whose percent is told.
struct Crew {
    holders: Vec<(f64, Option<Weekends>)>,
    others: Vec<(f64, Option<Weekends>)>,
}

impl Crew {
    fn of(ward: &Ward, group: GroupId, course: CourseId) -> Crew {
        let (holders, others) = holders_and_others(ward, group, course);
        let told: Vec<f64> = holders.iter().chain(&others).filter_map(|one| one.percent).collect();
        let mean = told.iter().sum::<f64>() / told.len() as f64;
        // Where none is told, or all are nought, they are alike.
        let part = |one: &Known| match one.percent {
            Some(percent) if mean > 0.0 => percent / mean,
            _ => 1.0,
        };
        let all = |those: &[Known]| those.iter().map(|one| (part(one), one.weekends)).collect();
        Crew { holders: all(&holders), others: all(&others) }
    }

    /// Whether somebody is there oftener than another on such a day; what rounding makes of a percent is no difference.
    fn differs(&self, weekend: bool) -> bool {
        let own = |weekends: &Option<Weekends>| weekend && weekends.is_some();
        let mut all = self.holders.iter().chain(&self.others);
        all.any(|(part, weekends)| own(weekends) || (part - 1.0).abs() > 1e-9)
    }
}

/// Every course of the plan, the likeliest to be lacking first: those that its work takes, and those that rules of presence ask
/// for. Such a rule is about one group; of one that weren't, nothing is told.
pub fn competence(ward: &Ward, plan: &Plan) -> Vec<Course> {
    let present = Present::of(ward, plan);
    let mut needed: BTreeMap<(GroupId, CourseId), Vec<(Needs, DaySet)>> = BTreeMap::new();
    for entry in proposed(ward, plan) {
        for of in ward.lines[entry.line.0].training.iter().filter(|(group, _)| *group == entry.group) {
            needed.entry(*of).or_default().push((Needs::Line(entry.line), entry.days));
        }
    }
    for (at, rule) in ward.presence.iter().enumerate().filter(|(_, rule)| rule.count > 0) {
        if let (Some(course), [group]) = (rule.course, rule.groups.as_slice()) {
            needed.entry((*group, course)).or_default().push((Needs::Presence(at), rule.days));
        }
    }
    let mut courses: Vec<Course> =
        needed.into_iter().map(|((group, course), asked)| present.course(group, course, &asked)).collect();
    let worst = |course: &Course| course.weakest().map_or(0.0, |lacking| lacking.chance);
    courses.sort_by(|a, b| worst(b).total_cmp(&worst(a)).then((a.group, a.course).cmp(&(b.group, b.course))));
    courses
}

/// Who is there, by group and minute, and how many people each group has.
struct Present<'w> {
    ward: &'w Ward,
    /// Heads of a shift for its stretch.
    shifts: Vec<(GroupId, Day, Stretch, u32)>,
    people: Vec<u32>,
    /// For each course that a line or a rule of presence takes of a group.
    crews: BTreeMap<(GroupId, CourseId), Crew>,
}

impl<'w> Present<'w> {
    fn of(ward: &'w Ward, plan: &Plan) -> Present<'w> {
        let mut shifts = Vec::new();
        for shift in &ward.shifts {
            let code = &ward.group(shift.group).code;
            for heads in plan.staffing.iter().filter(|h| h.group == *code && h.shift == shift.name && h.heads > 0) {
                let day = Day(heads.day.saturating_sub(1));
                if shift.days.contains(day) {
                    shifts.push((shift.group, day, shift.window.on(day), heads.heads));
                }
            }
        }
        let counted = |group: GroupId| {
            let told = plan.groups.iter().find(|sum| sum.group == ward.group(group).code).map(|sum| sum.people);
            ward.group(group).people.map(|people| people.floor() as u32).or(told).unwrap_or(0)
        };
        let of_lines = ward.lines.iter().flat_map(|line| line.training.iter().copied());
        let of_rules = ward.presence.iter().filter_map(|rule| Some((*rule.groups.first()?, rule.course?)));
        let taken: BTreeSet<_> = of_lines.chain(of_rules).collect();
        let crews = taken.into_iter().map(|(group, course)| ((group, course), Crew::of(ward, group, course)));
        Present { ward, shifts, people: ward.group_ids().map(counted).collect(), crews: crews.collect() }
    }

    fn heads(&self, group: GroupId, minute: u32) -> u32 {
        let there = |(g, _, stretch, _): &&(GroupId, Day, Stretch, u32)| *g == group && stretch.contains(minute);
        self.shifts.iter().filter(there).map(|(.., heads)| heads).sum()
    }

    /// The cells of a day in which the course is needed, each with its moments.
    fn cells_of(&self, needs: Needs, day: Day) -> Vec<(Cell, Vec<u32>)> {
        let intervals = &self.ward.intervals;
        match needs {
            Needs::Line(line) => {
                let cells = work::cells(self.ward, &self.ward.lines[line.0].timing, day).into_iter();
                cells.map(|cell| (cell, self.moments(cell, intervals.stretch(cell)))).collect()
            }
            Needs::Presence(rule) => {
                let window = self.ward.presence[rule].window.on(day);
                let cells = intervals.cells().filter(|cell| intervals.stretch(*cell).overlap(window) > 0);
                cells.map(|cell| (cell, self.moments(cell, window))).collect()
            }
        }
    }

    /// Moments of the cell within a stretch at which somebody comes or goes, and the first.
    fn moments(&self, cell: Cell, within: Stretch) -> Vec<u32> {
        let stretch = self.ward.intervals.stretch(cell);
        let first = if within.contains(stretch.start) { stretch.start } else { within.start };
        let ends = self.shifts.iter().flat_map(|(_, _, shift, _)| [shift.start, (shift.start + shift.minutes) % WEEK]);
        let ends = ends.filter(|minute| stretch.contains(*minute) && within.contains(*minute));
        let mut moments: Vec<u32> = std::iter::once(first).chain(ends).collect();
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    /// The chance that fewer than `least` of so many heads of the group hold the course, when so many of the people do. Those who
    /// are known are themselves; the group's other people, who don't hold it, are as the mean, with the group's weekends. Where
    /// more are known than there are, or fewer are to hold it than do, nobody is told apart.
    fn fewer_of(&self, least: u32, (group, course): (GroupId, CourseId), holding: u32, heads: u32, day: Day) -> f64 {
        let people = self.people[group.0].max(heads);
        let holding = holding.min(people);
        let plain = || fewer(least, people, holding, heads);
        let Some(crew) = self.crews.get(&(group, course)).filter(|crew| crew.differs(day.is_weekend())) else {
            return plain();
        };
        let known = crew.holders.len() + crew.others.len();
        if known > people as usize || (holding as usize) < crew.holders.len() {
            return plain();
        }
        let every = self.ward.group(group).weekend_every.max(1.0);
        let own = |(part, weekends): &(f64, Option<Weekends>)| match weekends {
            _ if !day.is_weekend() => weight(part * f64::from(heads) / f64::from(people)),
            Some(Weekends::Every(told)) => weight(1.0 / told.max(1.0)),
            Some(Weekends::Never) => 0.0,
            None => weight(part / every),
        };
        let holders: Vec<f64> = crew.holders.iter().map(own).collect();
        let mean = (1.0, None);
        let unknown = std::iter::repeat_n(&mean, people as usize - known);
        let others: Vec<f64> = crew.others.iter().chain(unknown).map(own).collect();
        fewer_weighed(least, &holders, &others, holding - crew.holders.len() as u32, heads)
    }

    /// The chance that nobody who is there at the minute may do the line, or that fewer hold the course than the rule asks, with so
    /// many holders of the course in the group; the shifts there began on this day.
    fn chance(&self, needs: Needs, (day, minute): (Day, u32), group: GroupId, holding: u32) -> f64 {
        let line = match needs {
            Needs::Line(line) => &self.ward.lines[line.0],
            Needs::Presence(rule) => {
                let rule = &self.ward.presence[rule];
                let few = |course| self.fewer_of(rule.count, (group, course), holding, self.heads(group, minute), day);
                return rule.course.map_or(0.0, few);
            }
        };
        let of_group = |g: GroupId| {
            let heads = self.heads(g, minute);
            let course = line.training.iter().find(|(needs, _)| *needs == g).map(|(_, course)| *course);
            match course {
                _ if heads == 0 => 1.0,
                None => 0.0,
                Some(course) if g == group => self.fewer_of(1, (g, course), holding, heads, day),
                Some(course) => self.fewer_of(1, (g, course), holders(self.ward, g, course), heads, day),
            }
        };
        self.ward.order().qualified(line).into_iter().map(of_group).product()
    }

    /// The worst moment of each cell in which the group needs the course: for what, how many heads, which chance. A moment at which
    /// none of the group is there says nothing of who of them holds it.
    fn cells(&self, group: GroupId, asked: &[(Needs, DaySet)], holding: u32) -> Vec<Lacking> {
        let mut worst: BTreeMap<Cell, Lacking> = BTreeMap::new();
        for (needs, days) in asked {
            for (cell, minutes) in days.iter().flat_map(|day| self.cells_of(*needs, day)) {
                for minute in minutes {
                    let heads = self.heads(group, minute);
                    if heads == 0 {
                        continue;
                    }
                    let chance = self.chance(*needs, (cell.day, minute), group, holding);
                    let here = Lacking { needs: *needs, cell, heads, chance };
                    let known = worst.entry(cell).or_insert(here);
                    if chance > known.chance {
                        *known = here;
                    }
                }
            }
        }
        worst.into_values().filter(|lacking| lacking.chance > NONE).collect()
    }

    fn course(&self, group: GroupId, course: CourseId, asked: &[(Needs, DaySet)]) -> Course {
        let people = self.people[group.0];
        let holding = holders(self.ward, group, course).min(people);
        let mut lacking = self.cells(group, asked, holding);
        lacking.sort_by(|a, b| {
            let weekday = |l: &Lacking| !l.cell.day.is_weekend();
            weekday(a).cmp(&weekday(b)).then(b.chance.total_cmp(&a.chance)).then(a.cell.cmp(&b.cell))
        });
        let rare = |holding: &u32| self.cells(group, asked, *holding).iter().all(|l| l.chance <= RARE);
        // Fewer than there are would be others than those known: only where those who are there are enough.
        let least = if rare(&holding) { 0 } else { holding };
        Course {
            course,
            group,
            holders: holding,
            people,
            lacking,
            for_rare: (least..=people).find(rare).unwrap_or(people),
            for_every_shift: self.roster(group, asked, (52.0 - self.ward.group(group).holiday_weeks) / 52.0),
            for_a_week: self.roster(group, asked, 1.0),
        }
    }

    /// Holders that are needed at once.
    fn least(&self, needs: Needs) -> u32 {
        match needs {
            Needs::Line(_) => 1,
            Needs::Presence(rule) => self.ward.presence[rule].count,
        }
    }

    /// Holders that a roster needs to have one on every shift on which, without them, nobody might be able to; or as many as a rule
    /// of presence asks, where the shift has so many heads.
    ///
    /// In a week: shifts that need one ÷ shifts that a full-time person works, absence taken out, for this share of the weeks. At
    /// weekends: the most such shifts of a day × how many weekends lie from one that a person works to the next. A shift that needs
    /// two is two shifts.
    fn roster(&self, group: GroupId, asked: &[(Needs, DaySet)], weeks: f64) -> u32 {
        // Each by itself, since one may ask for more holders than another in the same cell.
        let lacking = asked.iter().flat_map(|one| self.cells(group, std::slice::from_ref(one), 0));
        let needing: Vec<(Stretch, u32)> =
            lacking.map(|l| (self.ward.intervals.stretch(l.cell), self.least(l.needs))).collect();
        let on_shift = |(g, day, shift, heads): &(GroupId, Day, Stretch, u32)| {
            let here = needing.iter().filter(|(cell, _)| *g == group && cell.overlap(*shift) > 0);
            let least = here.map(|(_, least)| *least).max()?;
            Some((*day, f64::from(shift.minutes), f64::from(least.min(*heads))))
        };
        let needed: Vec<(Day, f64, f64)> = self.shifts.iter().filter_map(on_shift).collect();
        if needed.is_empty() {
            return 0;
        }
        let own = self.ward.group(group);
        let hours: f64 = needed.iter().map(|(_, minutes, least)| least * minutes / 60.0).sum();
        let by_week = hours / (own.weekly_hours * weeks * (1.0 - own.absence)).max(1.0);
        let on = |day: Day| needed.iter().filter(|(of, ..)| *of == day).map(|(.., least)| least).sum::<f64>();
        let weekend: DaySet = Day::all().filter(|day| day.is_weekend()).collect();
        let by_weekend = weekend.iter().map(on).fold(0.0, f64::max) * own.weekend_every;
        // What rounding adds is no person.
        (by_week.max(by_weekend) - 1e-9).ceil() as u32
    }
}

#[cfg(test)]
mod tests;
