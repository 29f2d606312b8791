//! The best distribution of a group's holiday weeks: the fewest hours short, then the most even year.
//!
//! Everybody has one summer pool, a run of weeks, and the rest of the year's holiday as single weeks outside the pools.
//! With a people away in week w, the minutes short are max(0, short_w + a × person) with short_w the minutes short when
//! nobody is on holiday: a convex function of a, and so is its square's sum. A pool's cost is the sum over its weeks, still
//! convex in the number that have it; no week is in two slots. So the whole is a sum of convex functions, one of each slot,
//! under a fixed total and a bound on each: there, giving one after the other to the slot where one more costs least is
//! best (O. Gross, *A class of discrete-type minimization problems*, RAND RM-1644, 1956; B. Fox, *Operations Research* 14,
//! 1966). Minutes are whole, so that no rounding decides. [`crate::check::holiday`] looks at the result from another side.

use std::ops::Range;

use crate::calendar::Week;

/// How holidays are shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// The week in which the first summer pool starts.
    pub first_week: i8,
    /// How many pools.
    pub pools: u32,
    /// How many weeks a pool has.
    pub pool_weeks: u32,
    /// The largest share of a group's people who have holiday at once, of each group that has none of its own.
    pub most_away: f64,
}

impl Default for Rules {
    /// Three pools of three weeks from week 26 on, so weeks 26 to 34, and at most 40 % away at once.
    fn default() -> Self {
        Rules { first_week: 26, pools: 3, pool_weeks: 3, most_away: 0.4 }
    }
}

impl Rules {
    /// Whether the pools lie within a year of 52 weeks, and are at least one of at least a week.
    pub fn are_possible(&self) -> bool {
        let last = i64::from(self.first_week) + i64::from(self.pools) * i64::from(self.pool_weeks) - 1;
        self.first_week >= 1
            && (1..=12).contains(&self.pools)
            && (1..=12).contains(&self.pool_weeks)
            && last <= 52
            && self.most_away > 0.0
            && self.most_away <= 1.0
    }
    /// The weeks of a pool, the first is 0.
    pub fn pool(&self, pool: u32) -> Range<i8> {
        let start = self.first_week.saturating_add(i8::try_from(pool * self.pool_weeks).unwrap_or(i8::MAX));
        start..start.saturating_add(i8::try_from(self.pool_weeks).unwrap_or(i8::MAX))
    }
    /// Whether a week lies in one of the pools.
    pub fn is_summer(&self, week: Week) -> bool {
        (0..self.pools).any(|pool| self.pool(pool).contains(&week.number))
    }
}

/// What a group faces in a year, before its holiday is shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The year's weeks, the first to the last.
    pub weeks: Vec<Week>,
    /// Minutes short in each week with nobody on holiday but those of the calendar; below 0: to spare.
    pub short: Vec<i64>,
    /// Minutes that one on holiday takes out of a week.
    pub person: i64,
    /// People who have a pool to get.
    pub in_pools: u32,
    /// Single weeks to get, of all people together.
    pub single_weeks: u32,
    /// Most away at once.
    pub most: u32,
    /// How they are shared out.
    pub rules: Rules,
}

/// How holiday is shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// People in each pool.
    pub pools: Vec<u32>,
    /// People away in each week.
    pub away: Vec<u32>,
    /// Most away at once: what was asked, or more where that many weeks aren't there.
    pub most: u32,
}

/// What is made as small as possible: minutes short in all, then the sum of squares of what each week is short or has to
/// spare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost {
    /// Minutes short.
    pub short: i64,
    /// Sum of squares.
    pub uneven: i128,
}

impl Question {
    /// The slots that one gets as a whole, as places in [`Question::weeks`]: pools, then single weeks.
    fn slots(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let place = |number: i8| self.weeks.iter().position(|week| week.number == number);
        let pools = (0..self.rules.pools).map(|pool| self.rules.pool(pool).filter_map(place).collect()).collect();
        let single = |at: &usize| !self.rules.is_summer(self.weeks[*at]);
        (pools, (0..self.weeks.len()).filter(single).map(|at| vec![at]).collect())
    }

    /// Most away at once: as asked, or so many as there must be for all to get theirs.
    fn most(&self) -> u32 {
        let (pools, singles) = self.slots();
        let least = |total: u32, slots: usize| total.div_ceil(u32::try_from(slots).unwrap_or(u32::MAX).max(1));
        self.most.max(least(self.in_pools, pools.len())).max(least(self.single_weeks, singles.len()))
    }

    /// The best distribution.
    pub fn best(&self) -> Shared {
        let (pools, singles) = self.slots();
        let most = self.most();
        let in_pools = self.fill(&pools, self.in_pools, most);
        let in_singles = self.fill(&singles, self.single_weeks, most);
        let mut away = vec![0; self.weeks.len()];
        for (slot, people) in pools.iter().chain(&singles).zip(in_pools.iter().chain(&in_singles)) {
            slot.iter().for_each(|week| away[*week] += people);
        }
        Shared { pools: in_pools, away, most }
    }

    /// Gives to the slot where one more costs least, the earliest of equals, until all are given.
    fn fill(&self, slots: &[Vec<usize>], total: u32, most: u32) -> Vec<u32> {
        let mut given = vec![0_u32; slots.len()];
        for _ in 0..total {
            let one_more = |at: usize| slots[at].iter().map(|week| self.one_more(*week, given[at])).sum::<Step>();
            let open = (0..slots.len()).filter(|at| given[*at] < most);
            let Some(best) = open.min_by_key(|at| (one_more(*at), *at)) else { break };
            given[best] += 1;
        }
        given
    }

    /// What the next one away costs in a week in which so many are away.
    fn one_more(&self, week: usize, away: u32) -> Step {
        let before = self.short[week] + i64::from(away) * self.person;
        let after = before + self.person;
        let square = |minutes: i64| i128::from(minutes) * i128::from(minutes);
        Step { short: after.max(0) - before.max(0), uneven: square(after) - square(before) }
    }
}

/// What one more costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Step {
    short: i64,
    uneven: i128,
}

impl std::iter::Sum for Step {
    fn sum<I: Iterator<Item = Step>>(steps: I) -> Step {
        steps.fold(Step::default(), |a, b| Step { short: a.short + b.short, uneven: a.uneven + b.uneven })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::holiday::{cost, flaws};
    use proptest::prelude::*;

    /// A year cut down to a few weeks: two pools of one or two weeks, and the rest single.
    fn question() -> impl Strategy<Value = Question> {
        let short = proptest::collection::vec(-6..7_i64, 6);
        (short, 1..4_i64, 0..4_u32, 0..5_u32, 1..4_u32, 1..3_u32, 1..3_i8).prop_map(
            |(short, person, in_pools, single_weeks, most, pool_weeks, first_week)| Question {
                weeks: (1..=6).map(|number| Week { year: 2027, number }).collect(),
                short,
                person,
                in_pools,
                single_weeks,
                most,
                rules: Rules { first_week, pools: 2, pool_weeks, most_away: 0.5 },
            },
        )
    }

    /// Every way to give out so many over so many slots.
    fn every_way(slots: usize, total: u32, most: u32) -> Vec<Vec<u32>> {
        if slots == 0 {
            return if total == 0 { vec![Vec::new()] } else { Vec::new() };
        }
        let first = 0..=total.min(most);
        first
            .flat_map(|first| {
                every_way(slots - 1, total - first, most).into_iter().map(move |mut rest| {
                    rest.insert(0, first);
                    rest
                })
            })
            .collect()
    }

    proptest! {
        #[test]
        fn of_all_distributions_none_is_better(question in question()) {
            let best = question.best();
            prop_assert_eq!(flaws(&question, &best), Vec::<String>::new());
            let (pools, singles) = question.slots();
            let mut least: Option<Cost> = None;
            for in_pools in every_way(pools.len(), question.in_pools, best.most) {
                for in_singles in every_way(singles.len(), question.single_weeks, best.most) {
                    let mut away = vec![0; 6];
                    for (slot, people) in pools.iter().chain(&singles).zip(in_pools.iter().chain(&in_singles)) {
                        slot.iter().for_each(|week| away[*week] += people);
                    }
                    let this = cost(&question, &away);
                    least = Some(least.map_or(this, |least| least.min(this)));
                }
            }
            prop_assert_eq!(Some(cost(&question, &best.away)), least);
        }

        #[test]
        fn the_check_refuses_what_was_moved(question in question(), from in 0..6usize, to in 0..6usize) {
            let best = question.best();
            let mut moved = best.clone();
            if from != to && moved.away[from] > 0 {
                moved.away[from] -= 1;
                moved.away[to] += 1;
                let worse = cost(&question, &moved.away) > cost(&question, &best.away);
                let broken = !flaws(&question, &moved).is_empty();
                prop_assert!(broken || !worse, "{moved:?} is worse than {best:?}, and passes");
            }
        }
    }

    #[test]
    fn the_summer_is_spread_over_the_pools_where_work_is_the_same() {
        let question = Question {
            weeks: (1..=52).map(|number| Week { year: 2027, number }).collect(),
            short: vec![-600; 52],
            person: 2000,
            in_pools: 12,
            single_weeks: 24,
            most: 5,
            rules: Rules::default(),
        };
        let best = question.best();
        assert_eq!(best.pools, [4, 4, 4]);
        assert_eq!(&best.away[25..34], [4; 9]);
        assert_eq!(best.away.iter().sum::<u32>(), 12 * 5);
        assert!(best.away.iter().enumerate().all(|(at, n)| (25..34).contains(&at) || *n <= 1));
    }

    #[test]
    fn a_limit_that_leaves_no_room_is_raised_and_told() {
        let rules = Rules { pools: 2, most_away: 0.1, ..Rules::default() };
        let question = Question {
            weeks: (1..=52).map(|number| Week { year: 2027, number }).collect(),
            short: vec![0; 52],
            person: 1000,
            in_pools: 9,
            single_weeks: 0,
            most: 1,
            rules,
        };
        assert_eq!((question.best().most, question.best().pools), (5, vec![5, 4]));
    }

    #[test]
    fn pools_lie_within_the_year() {
        assert!(Rules::default().are_possible());
        assert!(Rules::default().is_summer(Week { year: 2027, number: 34 }));
        assert!(!Rules::default().is_summer(Week { year: 2027, number: 35 }));
        for wrong in [
            Rules { first_week: 45, ..Rules::default() },
            Rules { pools: 0, ..Rules::default() },
            Rules { pool_weeks: 40, ..Rules::default() },
            Rules { first_week: 0, ..Rules::default() },
            Rules { most_away: 0.0, ..Rules::default() },
        ] {
            assert!(!wrong.are_possible(), "{wrong:?}");
        }
    }
}
