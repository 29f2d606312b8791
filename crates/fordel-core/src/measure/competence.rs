//! Competence on the shift: how likely it is that nobody who is there may do a task that takes a course.
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

use std::collections::{BTreeMap, BTreeSet};

pub use crate::check::required::{Required, required};

use super::certificates::{Known, holders, holders_and_others};
use super::distribution::{Entry, proposed};
use super::work;
use crate::plan::Plan;
use crate::time::{Cell, Day, DaySet, Stretch, WEEK};
use crate::ward::{CourseId, GroupId, LineId, Ward, Weekends};

/// A course that a group needs in the plan, and what it is like until all have taken it.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The course.
    pub course: CourseId,
    /// The group whose work takes it.
    pub group: GroupId,
    /// Those of the group who hold it on the plan's date.
    pub holders: u32,
    /// The group's people.
    pub people: u32,
    /// Where nobody may be able to, weekends before other days, then the likeliest first; cells in which somebody surely can, and
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
    /// The cell where it is likeliest that nobody may be able to; the first of those that are alike.
    pub fn weakest(&self) -> Option<&Lacking> {
        self.lacking.iter().reduce(|worst, next| if next.chance > worst.chance { next } else { worst })
    }
}

/// A cell in which nobody may be able to do a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lacking {
    /// The task line whose chance is the highest.
    pub line: LineId,
    /// When.
    pub cell: Cell,
    /// Heads of the group that are there at the worst moment.
    pub heads: u32,
    /// The chance that nobody there may do it at that moment.
    pub chance: f64,
}

/// A chance that counts as rare: one shift in twenty.
pub const RARE: f64 = 0.05;

/// Chances below this are none.
const NONE: f64 = 1e-9;

/// The chance that none of `drawn` people is a holder, of `people` with `holders` among them, each set of people as likely as
/// any other; more drawn than there are people are all of them.
pub fn nobody(people: u32, holders: u32, drawn: u32) -> f64 {
    let drawn = drawn.min(people);
    // One after the other: the next is no holder either.
    let next = |i: u32| f64::from((people - i).saturating_sub(holders)) / f64::from(people - i);
    (0..drawn).map(next).product()
}

/// The chance that none of those who are there is a holder, when `drawn` of all are, each by a weight of their own (`p ÷ (1 − p)`
/// of the chance to be there), and so many of the others, any of them alike, have come to hold it too. Who has no weight never is
/// there; more drawn than can be there are all of them.
fn nobody_weighed(holders: &[f64], others: &[f64], new: u32, drawn: u32) -> f64 {
    let all: Vec<f64> = holders.iter().chain(others).copied().collect();
    let most = all.iter().copied().fold(0.0, f64::max);
    let able = all.iter().filter(|weight| **weight > 0.0).count();
    let drawn = (drawn as usize).min(able);
    if drawn == 0 {
        return 1.0;
    }
    // All sums have the same number of factors, so that the greatest weight may be one.
    let sum = |weights: &[f64]| {
        let mut sums = vec![0.0; drawn + 1];
        sums[0] = 1.0;
        for weight in weights {
            for factors in (1..=drawn).rev() {
                sums[factors] += sums[factors - 1] * weight / most;
            }
        }
        sums[drawn]
    };
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    sum(others) / sum(&all) * nobody(count(others.len()), new, count(drawn))
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

/// Every course of the plan, the likeliest to be lacking first.
pub fn competence(ward: &Ward, plan: &Plan) -> Vec<Course> {
    let present = Present::of(ward, plan);
    let entries = proposed(ward, plan);
    let mut needed: BTreeMap<(GroupId, CourseId), Vec<&Entry>> = BTreeMap::new();
    for entry in &entries {
        for (_, course) in ward.lines[entry.line.0].training.iter().filter(|(group, _)| *group == entry.group) {
            needed.entry((entry.group, *course)).or_default().push(entry);
        }
    }
    let mut courses: Vec<Course> =
        needed.into_iter().map(|((group, course), entries)| present.course(group, course, &entries)).collect();
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
    /// For each course that a line takes of a group.
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
        let taken: BTreeSet<_> = ward.lines.iter().flat_map(|line| line.training.iter().copied()).collect();
        let crews = taken.into_iter().map(|(group, course)| ((group, course), Crew::of(ward, group, course)));
        Present { ward, shifts, people: ward.group_ids().map(counted).collect(), crews: crews.collect() }
    }

    fn heads(&self, group: GroupId, minute: u32) -> u32 {
        let there = |(g, _, stretch, _): &&(GroupId, Day, Stretch, u32)| *g == group && stretch.contains(minute);
        self.shifts.iter().filter(there).map(|(.., heads)| heads).sum()
    }

    /// Moments of the cell at which somebody comes or goes, and its first.
    fn moments(&self, cell: Cell) -> Vec<u32> {
        let stretch = self.ward.intervals.stretch(cell);
        let ends = self.shifts.iter().flat_map(|(_, _, shift, _)| [shift.start, (shift.start + shift.minutes) % WEEK]);
        let ends = ends.filter(|minute| stretch.contains(*minute));
        let mut moments: Vec<u32> = std::iter::once(stretch.start).chain(ends).collect();
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    /// The chance that none of so many heads of the group holds the course, when so many of the people do. Those who are known
    /// are themselves; the group's other people, who don't hold it, are as the mean, with the group's weekends. Where more are
    /// known than there are, or fewer are to hold it than do, nobody is told apart.
    fn none_of(&self, group: GroupId, course: CourseId, holding: u32, heads: u32, day: Day) -> f64 {
        let people = self.people[group.0].max(heads);
        let holding = holding.min(people);
        let plain = || nobody(people, holding, heads);
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
        nobody_weighed(&holders, &others, holding - crew.holders.len() as u32, heads)
    }

    /// The chance that nobody who is there at the minute may do the line, with so many holders of the course in the group; the
    /// shifts there began on this day.
    fn chance(&self, line: LineId, (day, minute): (Day, u32), group: GroupId, holding: u32) -> f64 {
        let line = &self.ward.lines[line.0];
        let of_group = |g: GroupId| {
            let heads = self.heads(g, minute);
            let course = line.training.iter().find(|(needs, _)| *needs == g).map(|(_, course)| *course);
            match course {
                _ if heads == 0 => 1.0,
                None => 0.0,
                Some(course) if g == group => self.none_of(g, course, holding, heads, day),
                Some(course) => self.none_of(g, course, holders(self.ward, g, course), heads, day),
            }
        };
        self.ward.order().qualified(line).into_iter().map(of_group).product()
    }

    /// The worst moment of each cell in which the group's work takes the course: which line, how many heads, which chance. A moment
    /// at which none of the group is there says nothing of who of them holds it.
    fn cells(&self, group: GroupId, entries: &[&Entry], holding: u32) -> Vec<Lacking> {
        let mut worst: BTreeMap<Cell, Lacking> = BTreeMap::new();
        for entry in entries {
            for day in entry.days.iter() {
                for cell in work::cells(self.ward, &self.ward.lines[entry.line.0].timing, day) {
                    for minute in self.moments(cell) {
                        let heads = self.heads(group, minute);
                        if heads == 0 {
                            continue;
                        }
                        let chance = self.chance(entry.line, (cell.day, minute), group, holding);
                        let here = Lacking { line: entry.line, cell, heads, chance };
                        let known = worst.entry(cell).or_insert(here);
                        if chance > known.chance {
                            *known = here;
                        }
                    }
                }
            }
        }
        worst.into_values().filter(|lacking| lacking.chance > NONE).collect()
    }

    fn course(&self, group: GroupId, course: CourseId, entries: &[&Entry]) -> Course {
        let people = self.people[group.0];
        let holding = holders(self.ward, group, course).min(people);
        let mut lacking = self.cells(group, entries, holding);
        lacking.sort_by(|a, b| {
            let weekday = |l: &Lacking| !l.cell.day.is_weekend();
            weekday(a).cmp(&weekday(b)).then(b.chance.total_cmp(&a.chance)).then(a.cell.cmp(&b.cell))
        });
        let rare = |holding: &u32| self.cells(group, entries, *holding).iter().all(|l| l.chance <= RARE);
        // Fewer than there are would be others than those known: only where those who are there are enough.
        let least = if rare(&holding) { 0 } else { holding };
        Course {
            course,
            group,
            holders: holding,
            people,
            lacking,
            for_rare: (least..=people).find(rare).unwrap_or(people),
            for_every_shift: self.roster(group, entries, (52.0 - self.ward.group(group).holiday_weeks) / 52.0),
            for_a_week: self.roster(group, entries, 1.0),
        }
    }

    /// Holders that a roster needs to have one on every shift on which, without them, nobody might be able to.
    ///
    /// In a week: shifts that need one ÷ shifts that a full-time person works, absence taken out, for this share of the weeks. At
    /// weekends: the most such shifts of a day × how many weekends lie from one that a person works to the next.
    fn roster(&self, group: GroupId, entries: &[&Entry], weeks: f64) -> u32 {
        let needing: Vec<Stretch> =
            self.cells(group, entries, 0).iter().map(|lacking| self.ward.intervals.stretch(lacking.cell)).collect();
        let needed: Vec<(Day, u32)> = self
            .shifts
            .iter()
            .filter(|(g, _, shift, _)| *g == group && needing.iter().any(|cell| cell.overlap(*shift) > 0))
            .map(|(_, day, shift, _)| (*day, shift.minutes))
            .collect();
        if needed.is_empty() {
            return 0;
        }
        let own = self.ward.group(group);
        let hours: f64 = needed.iter().map(|(_, minutes)| f64::from(*minutes) / 60.0).sum();
        let by_week = hours / (own.weekly_hours * weeks * (1.0 - own.absence)).max(1.0);
        let on = |day: Day| needed.iter().filter(|(of, _)| *of == day).count() as f64;
        let weekend: DaySet = Day::all().filter(|day| day.is_weekend()).collect();
        let by_weekend = weekend.iter().map(on).fold(0.0, f64::max) * own.weekend_every;
        // What rounding adds is no person.
        (by_week.max(by_weekend) - 1e-9).ceil() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::plan::Heads;
    use crate::ward::{Certificate, Person};
    use proptest::prelude::*;

    /// Every set of `drawn` people, tried.
    fn counted(people: u32, holders: u32, drawn: u32) -> f64 {
        let (mut all, mut none) = (0u32, 0u32);
        for set in 0u32..1 << people {
            if set.count_ones() == drawn {
                all += 1;
                none += u32::from(set & ((1 << holders) - 1) == 0);
            }
        }
        f64::from(none) / f64::from(all)
    }

    #[test]
    fn the_chance_that_nobody_holds_it_is_that_of_all_sets_tried() {
        for people in 1..=9 {
            for holders in 0..=people {
                for drawn in 0..=people {
                    let (told, tried) = (nobody(people, holders, drawn), counted(people, holders, drawn));
                    assert!((told - tried).abs() < 1e-12, "{drawn} of {people} with {holders}: {told} {tried}");
                }
            }
        }
        assert_eq!(nobody(3, 0, 2), 1.0);
        assert_eq!(nobody(3, 1, 9), 0.0, "all of them come");
        assert_eq!(nobody(0, 0, 0), 1.0);
    }

    /// Every set of `drawn` people, as likely as each of them is there by a chance of their own and the others aren't; and every
    /// choice of `new` of the others who hold it too.
    fn tried(holders: &[f64], others: &[f64], new: u32, drawn: u32) -> f64 {
        let all: Vec<f64> = holders.iter().chain(others).copied().collect();
        let taught = (0u32..1 << others.len()).filter(|set| set.count_ones() == new);
        let held: Vec<u32> = taught.map(|set| (set << holders.len()) | ((1u32 << holders.len()) - 1)).collect();
        let (mut sum, mut none) = (0.0, 0.0);
        for set in (0u32..1 << all.len()).filter(|set| set.count_ones() == drawn) {
            let there = |(i, p): (usize, &f64)| if set >> i & 1 == 1 { *p } else { 1.0 - p };
            let likely: f64 = all.iter().enumerate().map(there).product();
            sum += likely;
            none += likely * held.iter().filter(|held| set & **held == 0).count() as f64 / held.len() as f64;
        }
        none / sum
    }

    #[test]
    fn people_with_weekends_of_their_own_are_there_as_all_sets_tried_say() {
        let (holders, others) = ([0.5, 0.2], [1.0 / 3.0, 0.25, 1.0 / 3.0, 0.999]);
        for (drawn, new) in (1..=6).flat_map(|drawn| (0..=4).map(move |new| (drawn, new))) {
            let told = nobody_weighed(&holders.map(weight), &others.map(weight), new, drawn);
            let tried = tried(&holders, &others, new, drawn);
            assert!((told - tried).abs() < 1e-12, "{drawn} with {new} more: {told} {tried}");
        }
        let third = weight(1.0 / 3.0);
        for (drawn, new) in (0..=7).flat_map(|drawn| (0..=5).map(move |new| (drawn, new))) {
            let told = nobody_weighed(&[third; 2], &[third; 5], new, drawn);
            assert!((told - nobody(7, 2 + new, drawn)).abs() < 1e-12, "alike for all: {drawn} with {new} more");
        }
        assert_eq!(nobody_weighed(&[0.0], &[third; 3], 0, 2), 1.0, "the one who holds it never works weekends");
        assert_eq!(nobody_weighed(&[third], &[0.0, 0.0], 0, 2), 0.0, "nobody else does");
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
            let (told, tried) = (on_monday(&ward, &mut plan, heads), tried(&holding, &lacking, 0, heads));
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
}
