//! Holidays of those who hold a course: how many may be away at once, and whether a summer in pools leaves enough of them.
//!
//! With `k` holders, of whom `r` must be there for a roster to have one on every shift that needs one, `k − r` may be away at
//! once. Shared out as evenly as can be over `p` pools, the fullest has `⌈k ÷ p⌉` of them, and no sharing has fewer in its
//! fullest.

use crate::measure::competence::competence;
use crate::plan::Plan;
use crate::ward::{CourseId, GroupId, Ward};

use super::holiday::Rules;

/// A course that a group's work takes, and its holders' summer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The group.
    pub group: GroupId,
    /// The course.
    pub course: CourseId,
    /// The group's people.
    pub people: u32,
    /// Those of them who hold the course.
    pub holders: u32,
    /// Holders who must be there for a roster to have one on every shift that needs one.
    pub needed: u32,
    /// Summer pools.
    pub pools: u32,
}

impl Certified {
    /// How many holders may be away at once.
    pub fn most_away(&self) -> u32 {
        self.holders.saturating_sub(self.needed)
    }

    /// Holders in the fullest pool when they are shared out as evenly as can be.
    pub fn in_a_pool(&self) -> u32 {
        self.holders.div_ceil(self.pools.max(1))
    }

    /// The least number of further holders with which every pool leaves enough of them; none where the group hasn't that many
    /// people.
    pub fn further(&self) -> Option<u32> {
        (0..=self.people.saturating_sub(self.holders)).find(|further| {
            let more = Certified { holders: self.holders + further, ..*self };
            more.holders >= more.needed && more.in_a_pool() <= more.most_away()
        })
    }
}

/// Every course of the plan that somebody known holds, and that a shift can't do without.
pub fn certified(ward: &Ward, plan: &Plan, rules: Rules) -> Vec<Certified> {
    let courses = competence(ward, plan).into_iter().filter(|course| course.holders > 0 && course.for_a_week > 0);
    let mut certified: Vec<Certified> = courses
        .map(|of| Certified {
            group: of.group,
            course: of.course,
            people: of.people,
            holders: of.holders,
            needed: of.for_a_week,
            pools: rules.pools,
        })
        .collect();
    certified.sort_by_key(|of| (of.group, of.course));
    certified
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(people: u32, holders: u32, needed: u32, pools: u32) -> Certified {
        Certified { group: GroupId(0), course: CourseId(0), people, holders, needed, pools }
    }

    #[test]
    fn a_summer_needs_half_as_many_holders_more_with_three_pools() {
        let of_six = of(20, 6, 4, 3);
        assert_eq!((of_six.most_away(), of_six.in_a_pool(), of_six.further()), (2, 2, Some(0)));
        let of_five = of(20, 5, 4, 3);
        assert_eq!((of_five.most_away(), of_five.in_a_pool(), of_five.further()), (1, 2, Some(1)));
        assert_eq!(of(20, 2, 4, 3).most_away(), 0);
        assert_eq!(of(5, 3, 4, 3).further(), None, "five people can't");
        assert_eq!(of(20, 6, 4, 1).further(), None, "all at once leave none");
    }

    proptest! {
        /// Of all ways to share holders out over three pools, none has a fullest pool below the even one's.
        #[test]
        fn no_way_to_share_them_out_has_fewer_in_its_fullest_pool(holders in 0..12_u32) {
            let fullest = (0..=holders).flat_map(|a| (0..=holders - a).map(move |b| a.max(b).max(holders - a - b)));
            prop_assert_eq!(fullest.min(), Some(of(20, holders, 1, 3).in_a_pool()));
        }

        #[test]
        fn with_the_further_holders_it_holds_and_with_one_fewer_not(
            (people, holders, needed, pools) in (0..30_u32, 0..30_u32, 1..10_u32, 1..5_u32)
        ) {
            let asked = of(people.max(holders), holders, needed, pools);
            if let Some(further) = asked.further() {
                let holds = |holders: u32| {
                    holders >= needed && holders.div_ceil(pools) <= holders - needed
                };
                prop_assert!(holds(holders + further));
                prop_assert!(further == 0 || !holds(holders + further - 1));
            }
        }
    }
}
