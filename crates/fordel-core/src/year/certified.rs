//! Holidays of those who hold a course: how many may be away at once, and whether a summer in pools and the single weeks outside
//! it leave enough of them.
//!
//! With `k` holders, of whom `r` must be there for a roster to have one on every shift that needs one, `k − r` may be away at
//! once. Shared out as evenly as can be over `p` pools, the fullest has `⌈k ÷ p⌉` of them, and no sharing has fewer in its
//! fullest.
//!
//! In a single week in which `a` of the group's `n` people are away, at least `a − (n − k)` of those are holders, and as many as
//! there are of the smaller of `a` and `k − r` may be. Everybody has as many single weeks, but for one more that some have: where
//! each week's least is within `k − r`, and the holders' weeks are no more than all weeks have room for, they can be given to
//! people so, and else they can't.

use crate::calendar::Week;
use crate::measure::competence::competence;
use crate::plan::Plan;
use crate::ward::{CourseId, GroupId, Ward};

use super::holiday::Rules;
use super::outlook::GroupHoliday;

/// The weeks of a year outside the summer pools in which people of a group are away, each with how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleWeeks {
    /// The year.
    pub year: i16,
    /// The weeks.
    pub away: Vec<(Week, u32)>,
}

impl SingleWeeks {
    fn of(holiday: &GroupHoliday) -> SingleWeeks {
        let rules = holiday.question.rules;
        let weeks = holiday.question.weeks.iter().copied().zip(holiday.shared.away.iter().copied());
        SingleWeeks {
            year: holiday.year,
            away: weeks.filter(|(week, away)| *away > 0 && !rules.is_summer(*week)).collect(),
        }
    }
}

/// A course that a group's work takes, or a rule of presence asks of it, and its holders' summer and single weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// How the distribution has the group's single weeks, year by year.
    pub singles: Vec<SingleWeeks>,
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
        self.least_further(|more| more.holders >= more.needed && more.in_a_pool() <= more.most_away())
    }

    /// Single weeks in which so many are away that too few holders can stay, whoever they are.
    pub fn thin_weeks(&self) -> Vec<Week> {
        let is_thin = |away: u32| away.saturating_sub(self.others()) + self.needed > self.holders;
        let weeks = self.singles.iter().flat_map(|year| &year.away);
        weeks.filter(|(_, away)| is_thin(*away)).map(|(week, _)| *week).collect()
    }

    /// Years in which the holders' single weeks are more than its weeks have room for.
    pub fn crowded_years(&self) -> Vec<i16> {
        let is_crowded = |of: &&SingleWeeks| {
            let given: u32 = of.away.iter().map(|(_, away)| away).sum();
            let people = self.people.max(1);
            // Who isn't a holder has first of the weeks that don't go round.
            let of_holders = self.holders * (given / people) + (given % people).saturating_sub(self.others());
            let room: u32 = of.away.iter().map(|(_, away)| self.most_away().min(*away)).sum();
            of_holders > room
        };
        self.singles.iter().filter(is_crowded).map(|of| of.year).collect()
    }

    /// The least number of further holders with which the single weeks leave enough of them; none where none do, since more are
    /// away than may be of the whole group: [`Certified::most_of_group`].
    pub fn further_for_weeks(&self) -> Option<u32> {
        self.least_further(|more| more.thin_weeks().is_empty() && more.crowded_years().is_empty())
    }

    /// How many of the group may be away in a single week if all of it hold the course.
    pub fn most_of_group(&self) -> u32 {
        self.people.saturating_sub(self.needed)
    }

    /// The group's people who don't hold the course.
    fn others(&self) -> u32 {
        self.people.saturating_sub(self.holders)
    }

    fn least_further(&self, holds: impl Fn(&Certified) -> bool) -> Option<u32> {
        let with = |further: u32| Certified { holders: self.holders + further, ..self.clone() };
        (0..=self.others()).find(|further| holds(&with(*further)))
    }
}

/// Every course of the plan that somebody known holds, and that a shift can't do without; with how holidays are shared out.
pub fn certified(ward: &Ward, plan: &Plan, rules: Rules, holidays: &[GroupHoliday]) -> Vec<Certified> {
    let courses = competence(ward, plan).into_iter().filter(|course| course.holders > 0 && course.for_a_week > 0);
    let mut certified: Vec<Certified> = courses
        .map(|of| Certified {
            group: of.group,
            course: of.course,
            people: of.people,
            holders: of.holders,
            needed: of.for_a_week,
            pools: rules.pools,
            singles: holidays.iter().filter(|one| one.group == of.group).map(SingleWeeks::of).collect(),
        })
        .collect();
    certified.sort_by_key(|of| (of.group, of.course));
    certified
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::time::{Clock, DaySet, Window};
    use crate::ward::{Certificate, Presence};
    use proptest::prelude::*;

    fn of(people: u32, holders: u32, needed: u32, pools: u32) -> Certified {
        Certified { group: GroupId(0), course: CourseId(0), people, holders, needed, pools, singles: Vec::new() }
    }

    /// The same with so many away in each single week of a year, the first week's first.
    fn with_singles(of: Certified, away: &[u32]) -> Certified {
        let weeks = (1..).map(|number| Week { year: 2027, number }).zip(away.iter().copied());
        Certified { singles: vec![SingleWeeks { year: 2027, away: weeks.collect() }], ..of }
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

    #[test]
    fn single_weeks_take_as_many_holders_as_others_leave() {
        // Twenty people with two weeks each; six or five of them are holders.
        let all_year = [1; 40];
        let of_six = with_singles(of(20, 6, 4, 3), &all_year);
        assert_eq!((of_six.thin_weeks(), of_six.crowded_years()), (Vec::new(), Vec::new()));
        assert_eq!(of_six.further_for_weeks(), Some(0));
        let of_five = with_singles(of(20, 5, 5, 3), &all_year);
        assert_eq!((of_five.thin_weeks(), of_five.crowded_years()), (Vec::new(), vec![2027]));
        assert_eq!(of_five.further_for_weeks(), Some(1), "with six, one may be away in each of forty weeks");
        // Three of six away are two holders at least, and four of five must be there; one more holder is away then.
        let thin = with_singles(of(6, 5, 4, 3), &[2, 3, 1]);
        assert_eq!(thin.thin_weeks(), [Week { year: 2027, number: 2 }]);
        assert_eq!((thin.further_for_weeks(), thin.most_of_group()), (None, 2));
        assert_eq!(of(6, 5, 4, 3).further_for_weeks(), Some(0), "nobody has single weeks");
    }

    #[test]
    fn a_course_that_a_rule_of_presence_asks_for_counts_as_one_that_work_takes() {
        let mut ward = sample::ward();
        let plan = sample::plan(&ward);
        ward.lines.iter_mut().for_each(|line| line.training.clear());
        ward.groups[0].people = Some(6.0);
        ward.settings.plan_date = Some("2026-06-01".parse().expect("a date"));
        let certificate = |i: usize| Certificate {
            employee: format!("S{i}"),
            group: GroupId(0),
            percent: None,
            course: CourseId(0),
            date: "2026-01-01".parse().expect("a date"),
            until: None,
            weekends: None,
        };
        ward.certificates = (0..3).map(certificate).collect();
        ward.presence = vec![Presence {
            groups: vec![GroupId(0)],
            label: "SPL".into(),
            window: Window { start: Clock(15 * 60), end: Clock(22 * 60) },
            days: DaySet::WEEKDAYS,
            count: 1,
            course: Some(CourseId(0)),
        }];
        let told = certified(&ward, &plan, Rules::default(), &[]);
        let [one] = told.as_slice() else { panic!("{told:?}") };
        // Five evenings of seven hours are more than one works in a week.
        assert_eq!((one.group, one.course, one.holders, one.needed), (GroupId(0), CourseId(0), 3, 2));
        ward.presence[0].course = None;
        assert!(certified(&ward, &plan, Rules::default(), &[]).is_empty());
    }

    /// People, holders, those needed, and how many are away in each week.
    fn year() -> impl Strategy<Value = (u32, u32, u32, Vec<u32>)> {
        let away = |people: u32| prop::collection::vec(1..=people, 1..4);
        (1..5_u32).prop_flat_map(move |people| (Just(people), 0..=people, 1..5_u32, away(people)))
    }

    proptest! {
        /// Every way to give people a year's single weeks is tried: as many to each, but for one more that some have.
        #[test]
        fn single_weeks_can_be_given_just_where_nothing_is_told((people, holders, needed, away) in year()) {
            let told = with_singles(of(people, holders, needed, 3), &away);
            let given: u32 = away.iter().sum();
            let (fewest, most) = (given / people, given.div_ceil(people));
            let sets = 1_u32 << away.len();
            let fits = |code: u32| {
                let of: Vec<u32> = (0..people).map(|one| code / sets.pow(one) % sets).collect();
                let in_week = |of: &[u32], week: usize| of.iter().map(|set| (set >> week) & 1).sum::<u32>();
                of.iter().all(|set| (fewest..=most).contains(&set.count_ones()))
                    && away.iter().enumerate().all(|(week, away)| {
                        in_week(&of, week) == *away && in_week(&of[..holders as usize], week) + needed <= holders
                    })
            };
            let can_be = (0..sets.pow(people)).any(fits);
            prop_assert_eq!(told.thin_weeks().is_empty() && told.crowded_years().is_empty(), can_be, "{:?}", told);
            if told.further_for_weeks().is_none() {
                prop_assert!(away.iter().any(|away| *away > told.most_of_group()), "fewer away is what mends it");
            }
        }

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
