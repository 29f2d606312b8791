//! The holiday list: the distribution of a group's holiday laid on its people, by pseudonym: which summer pool each has, and
//! which single weeks. A list to begin from, for those who know everybody's wishes.
//!
//! Each pool gets as many as the distribution says. Who comes where is chosen so that of each course that a shift can't do
//! without, no more of its holders than may be away at once share a pool, and then so that they are spread evenly: each
//! person in turn, those with most such courses first, and then exchanges of two until none makes it better. The single weeks
//! go round: nobody has one more than anybody else but by one, and nobody the same week twice.

use crate::calendar::Week;
use crate::measure::certificates::holding;
use crate::ward::{CourseId, GroupId, Ward};

use super::certified::Certified;
use super::outlook::GroupHoliday;

/// Exchanges after which it ends; never reached by a ward.
const MOST_EXCHANGES: usize = 100_000;

/// Somebody's holiday in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnHoliday {
    /// The pseudonym.
    pub employee: String,
    /// The summer pool, the first is 0; none where the calendar has given their summer already.
    pub pool: Option<u32>,
    /// Single weeks outside the pools.
    pub weeks: Vec<Week>,
}

/// More holders of a course in a pool than may be away at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thin {
    /// The course.
    pub course: CourseId,
    /// The pool, the first is 0.
    pub pool: u32,
    /// Holders in it.
    pub away: u32,
    /// How many may be away at once.
    pub most: u32,
}

/// The list of a group's known people in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayList {
    /// The year.
    pub year: i16,
    /// The group.
    pub group: GroupId,
    /// Those who are known, in the order of their pseudonyms.
    pub people: Vec<OnHoliday>,
    /// People of the group who aren't known; the pools have room for them too.
    pub unnamed: u32,
    /// Where a pool has too many holders of a course, whatever is exchanged.
    pub thin: Vec<Thin>,
}

/// The list of a group's year; none where nobody of the group is known.
pub fn holiday_list(ward: &Ward, of: &GroupHoliday, people: u32, certified: &[Certified]) -> Option<HolidayList> {
    let known = holding(ward, of.group, &[]);
    if known.is_empty() {
        return None;
    }
    let courses: Vec<Course> = certified
        .iter()
        .filter(|one| one.group == of.group)
        .map(|one| {
            let holders = holding(ward, of.group, &[one.course]);
            Course {
                course: one.course,
                most: one.most_away(),
                holds: known.iter().map(|k| holders.contains(k)).collect(),
            }
        })
        .collect();
    let pools = pools(&courses, &of.shared.pools, known.len());
    let unnamed = people.saturating_sub(u32::try_from(known.len()).unwrap_or(u32::MAX));
    let mut weeks = single_weeks(of, known.len() + unnamed as usize).into_iter();
    let named = known.into_iter().zip(&pools).map(|(employee, pool)| OnHoliday {
        employee,
        pool: *pool,
        weeks: weeks.next().unwrap_or_default(),
    });
    let thin = (courses.iter()).flat_map(|course| {
        let of_pool = (0..).zip(course.away(&pools, of.shared.pools.len()));
        let over = of_pool.filter(|(_, away)| *away > course.most);
        over.map(|(pool, away)| Thin { course: course.course, pool, away, most: course.most })
    });
    Some(HolidayList { year: of.year, group: of.group, people: named.collect(), unnamed, thin: thin.collect() })
}

/// A course, how many of its holders may be away at once, and who of the known hold it.
struct Course {
    course: CourseId,
    most: u32,
    holds: Vec<bool>,
}

impl Course {
    /// Holders in each pool.
    fn away(&self, pools: &[Option<u32>], count: usize) -> Vec<u32> {
        let mut away = vec![0; count];
        for (pool, holds) in pools.iter().zip(&self.holds) {
            if let (Some(pool), true) = (pool, holds) {
                away[*pool as usize] += 1;
            }
        }
        away
    }
}

/// What is made small: holders beyond those who may be away, then the sum of squares of holders by pool.
fn cost(courses: &[Course], pools: &[Option<u32>], count: usize) -> (u32, u32) {
    let of = |course: &Course| {
        let away = course.away(pools, count);
        (away.iter().map(|n| n.saturating_sub(course.most)).sum::<u32>(), away.iter().map(|n| n * n).sum::<u32>())
    };
    courses.iter().map(of).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

/// The pool of each of so many people. Where the pools have fewer places, the last ones get none.
fn pools(courses: &[Course], places: &[u32], people: usize) -> Vec<Option<u32>> {
    let mut left = places.to_vec();
    let mut pools: Vec<Option<u32>> = vec![None; people];
    let mut order: Vec<usize> = (0..people).collect();
    order.sort_by_key(|person| std::cmp::Reverse(courses.iter().filter(|course| course.holds[*person]).count()));
    for person in order {
        let open = (0..places.len()).filter(|pool| left[*pool] > 0);
        let worth = |pool: &usize| {
            pools[person] = Some(u32::try_from(*pool).unwrap_or(u32::MAX));
            let taken = places[*pool] - left[*pool];
            // Of pools alike, the one that is filled least.
            (cost(courses, &pools, places.len()), u64::from(taken) * 1_000_000 / u64::from(places[*pool]), *pool)
        };
        let best = open.min_by_key(worth);
        pools[person] = best.and_then(|pool| u32::try_from(pool).ok());
        if let Some(pool) = best {
            left[pool] -= 1;
        }
    }
    exchanged(courses, pools, places.len())
}

/// Exchanges the pools of two until no exchange makes it better.
fn exchanged(courses: &[Course], mut pools: Vec<Option<u32>>, count: usize) -> Vec<Option<u32>> {
    let mut now = cost(courses, &pools, count);
    for _ in 0..MOST_EXCHANGES {
        let pairs = (0..pools.len()).flat_map(|a| (a + 1..pools.len()).map(move |b| (a, b)));
        let mut tried = pools.clone();
        let better = pairs.filter(|(a, b)| pools[*a] != pools[*b]).find_map(|(a, b)| {
            tried.swap(a, b);
            let after = cost(courses, &tried, count);
            tried.swap(a, b);
            (after < now).then_some((a, b, after))
        });
        let Some((a, b, after)) = better else { break };
        pools.swap(a, b);
        now = after;
    }
    pools
}

/// The single weeks of each of so many people, round by round.
fn single_weeks(of: &GroupHoliday, people: usize) -> Vec<Vec<Week>> {
    let mut weeks = vec![Vec::new(); people];
    let rules = of.question.rules;
    let outside = of.question.weeks.iter().zip(&of.shared.away).filter(|(week, _)| !rules.is_summer(**week));
    let mut next = 0;
    for (week, away) in outside {
        for _ in 0..(*away as usize).min(people) {
            weeks[next].push(*week);
            next = (next + 1) % people;
        }
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::Certificate;
    use crate::year::holiday::{Question, Rules};
    use proptest::prelude::*;

    const COURSE: CourseId = CourseId(0);

    /// A ward whose first group has these people, who hold the first course where it says so.
    fn ward_of(holders: &[bool]) -> Ward {
        let mut ward = sample::ward();
        let date = "2026-01-10".parse().expect("a date");
        ward.settings.plan_date = Some("2026-06-01".parse().expect("a date"));
        ward.courses.truncate(1);
        ward.courses[0].valid_months = None;
        let certificate = |(at, holds): (usize, &bool)| Certificate {
            employee: format!("S{at:02}"),
            group: GroupId(0),
            percent: None,
            course: COURSE,
            // A course that is taken after the plan's date isn't held on it.
            date: if *holds { date } else { "2026-12-01".parse().expect("a date") },
            until: None,
            weekends: None,
        };
        ward.certificates = holders.iter().enumerate().map(certificate).collect();
        ward
    }

    fn holiday_of(pools: &[u32], singles: u32) -> GroupHoliday {
        let weeks: Vec<Week> = (1..=52).map(|number| Week { year: 2027, number }).collect();
        let rules = Rules::default();
        let people: u32 = pools.iter().sum();
        let question = Question {
            short: vec![0; weeks.len()],
            weeks,
            person: 60,
            in_pools: people,
            single_weeks: singles,
            most: people.max(1),
            rules,
        };
        let mut shared = question.best();
        shared.pools = pools.to_vec();
        for (week, away) in question.weeks.iter().zip(&mut shared.away) {
            if let Some(pool) = (0..rules.pools).find(|pool| rules.pool(*pool).contains(&week.number)) {
                *away = pools[pool as usize];
            }
        }
        GroupHoliday { year: 2027, group: GroupId(0), question, shared }
    }

    fn certified(holders: u32, needed: u32, people: u32) -> Certified {
        Certified { group: GroupId(0), course: COURSE, people, holders, needed, pools: 3, singles: Vec::new() }
    }

    #[test]
    fn holders_of_a_course_are_spread_over_the_pools() {
        // Six of nine hold it and four must be there: two may be away at once, and each pool has two.
        let holds = [true, true, true, true, true, true, false, false, false];
        let (ward, of) = (ward_of(&holds), holiday_of(&[3, 3, 3], 18));
        let list = holiday_list(&ward, &of, 9, &[certified(6, 4, 9)]).expect("people are known");
        for pool in 0..3 {
            let away = list.people.iter().zip(holds).filter(|(one, holds)| one.pool == Some(pool) && *holds).count();
            assert_eq!(away, 2, "{list:?}");
        }
        assert_eq!((list.thin.len(), list.unnamed), (0, 0));
        assert!(list.people.iter().all(|one| one.weeks.len() == 2), "two single weeks each");
        // Five must be there: one may be away, and every pool has one too many.
        let list = holiday_list(&ward, &of, 9, &[certified(6, 5, 9)]).expect("people are known");
        let thin = |pool| Thin { course: COURSE, pool, away: 2, most: 1 };
        assert_eq!(list.thin, [thin(0), thin(1), thin(2)]);
    }

    #[test]
    fn who_is_not_known_has_room_left() {
        let (ward, of) = (ward_of(&[true, false]), holiday_of(&[2, 2, 1], 10));
        let list = holiday_list(&ward, &of, 5, &[]).expect("people are known");
        assert_eq!((list.people.len(), list.unnamed), (2, 3));
        assert!(list.people.iter().all(|one| one.pool.is_some() && one.weeks.len() == 2), "{list:?}");
        assert_eq!(holiday_list(&ward_of(&[]), &of, 5, &[]), None, "nobody is known");
    }

    proptest! {
        /// Pools have the people that the distribution says, weeks too; nobody has a week twice; all have as much but for one.
        #[test]
        fn the_list_is_the_distribution(
            holds in prop::collection::vec(any::<bool>(), 1..14),
            needed in 0..6_u32,
            each in 1..4_u32,
            cut in (0..100_u32, 0..100_u32),
        ) {
            let people = u32::try_from(holds.len()).expect("few");
            let first = cut.0 * people / 100;
            let second = cut.1 * (people - first) / 100;
            let places = [first, second, people - first - second];
            let (ward, of) = (ward_of(&holds), holiday_of(&places, people * each));
            let held = u32::try_from(holds.iter().filter(|h| **h).count()).expect("few");
            let list = holiday_list(&ward, &of, people, &[certified(held, needed, people)]).expect("people are known");
            for (pool, places) in (0..).zip(places) {
                let there = list.people.iter().filter(|one| one.pool == Some(pool)).count();
                prop_assert_eq!(u32::try_from(there), Ok(places));
            }
            for (week, away) in of.question.weeks.iter().zip(&of.shared.away).filter(|(week, _)| !of.question.rules.is_summer(**week)) {
                let there = list.people.iter().filter(|one| one.weeks.contains(week)).count();
                prop_assert_eq!(u32::try_from(there), Ok(*away));
            }
            let counts: Vec<usize> = list.people.iter().map(|one| one.weeks.len()).collect();
            prop_assert!(counts.iter().max().unwrap_or(&0) - counts.iter().min().unwrap_or(&0) <= 1);
            for one in &list.people {
                let mut weeks = one.weeks.clone();
                weeks.dedup();
                prop_assert_eq!(weeks.len(), one.weeks.len());
            }
        }

        /// With one course, no way to put people into pools leaves fewer holders too many away (every way is tried).
        #[test]
        fn one_course_is_spread_as_well_as_can_be(holds in prop::collection::vec(any::<bool>(), 1..8), most in 0..4_u32) {
            let people = holds.len();
            let places = [people.div_ceil(3), (people + 1) / 3, people / 3].map(|n| u32::try_from(n).expect("few"));
            let course = [Course { course: COURSE, most, holds }];
            let found = cost(&course, &pools(&course, &places, people), 3);
            let mut least = None;
            for code in 0..3_u32.pow(u32::try_from(people).expect("few")) {
                let of: Vec<Option<u32>> = (0..people).map(|at| Some(code / 3_u32.pow(at as u32) % 3)).collect();
                let fits = (0..3).all(|pool| of.iter().filter(|p| **p == Some(pool)).count() == places[pool as usize] as usize);
                if fits {
                    let this = cost(&course, &of, 3);
                    least = Some(least.map_or(this, |before: (u32, u32)| before.min(this)));
                }
            }
            prop_assert_eq!(Some(found), least);
        }
    }
}
