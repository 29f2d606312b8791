//! Whether a distribution of holiday weeks gives everybody theirs, keeps the limits, and can't be bettered.
//!
//! The sum is convex in each slot, so a distribution is best just if no holiday moved from one slot to another makes it
//! better: every such move is tried, and the whole year's cost reckoned anew each time.

use crate::year::holiday::{Cost, Question, Shared};

/// What a distribution costs in all: minutes short, and the sum of squares of what each week is short or has to spare.
pub fn cost(question: &Question, away: &[u32]) -> Cost {
    let mut cost = Cost::default();
    for (short, people) in question.short.iter().zip(away) {
        let left = short + i64::from(*people) * question.person;
        if left > 0 {
            cost.short += left;
        }
        cost.uneven += i128::from(left).pow(2);
    }
    cost
}

/// What is wrong with a distribution; nothing if it is a best one.
pub fn flaws(question: &Question, shared: &Shared) -> Vec<String> {
    let mut flaws = Vec::new();
    if shared.away.len() != question.weeks.len() || shared.pools.len() != question.rules.pools as usize {
        return vec!["its weeks or pools aren't those of the question".to_owned()];
    }
    if shared.pools.iter().sum::<u32>() != question.in_pools {
        flaws.push(format!("{} have a pool, not {}", shared.pools.iter().sum::<u32>(), question.in_pools));
    }
    let pool_of = |week: i8| (0..question.rules.pools).find(|pool| question.rules.pool(*pool).contains(&week));
    let mut singles = 0;
    for (week, away) in question.weeks.iter().zip(&shared.away) {
        match pool_of(week.number) {
            Some(pool) if shared.pools[pool as usize] != *away => {
                flaws.push(format!("in {week} {away} are away, not the {} of its pool", shared.pools[pool as usize]));
            }
            Some(_) => {}
            None => singles += away,
        }
        if *away > shared.most {
            flaws.push(format!("in {week} {away} are away, more than {}", shared.most));
        }
    }
    if singles != question.single_weeks {
        flaws.push(format!("{singles} single weeks are given, not {}", question.single_weeks));
    }
    if flaws.is_empty() {
        flaws.extend(better(question, shared));
    }
    flaws
}

/// A move that makes it better, if there is one.
fn better(question: &Question, shared: &Shared) -> Option<String> {
    let now = cost(question, &shared.away);
    let weeks_of = |pool: u32| -> Vec<usize> {
        let weeks = question.rules.pool(pool);
        (0..question.weeks.len()).filter(|at| weeks.contains(&question.weeks[*at].number)).collect()
    };
    let pools: Vec<Vec<usize>> = (0..question.rules.pools).map(weeks_of).collect();
    let outside = |at: &usize| !pools.iter().flatten().any(|week| week == at);
    let singles: Vec<Vec<usize>> = (0..question.weeks.len()).filter(outside).map(|at| vec![at]).collect();
    for slots in [pools, singles.clone()] {
        for from in &slots {
            for to in &slots {
                let (Some(first), Some(second)) = (from.first(), to.first()) else { continue };
                if from == to || shared.away[*first] == 0 || shared.away[*second] >= shared.most {
                    continue;
                }
                let mut away = shared.away.clone();
                from.iter().for_each(|week| away[*week] -= 1);
                to.iter().for_each(|week| away[*week] += 1);
                if cost(question, &away) < now {
                    let (from, to) = (question.weeks[*first], question.weeks[*second]);
                    return Some(format!("one moved from {from} to {to} makes it better"));
                }
            }
        }
    }
    None
}
