//! What binds, and what one step of it is worth, solved again.

use fordel_core::plan::Worth;
use fordel_core::ward::Ward;

use crate::conflict;
use crate::mip::Decision;
use crate::planning::Beside;
use crate::problem::{Demand, Problem, Scenario};
use crate::search::Found;
use crate::watch::Phase;

/// Kroner a year that are no saving.
const NOTHING: f64 = 0.5;

/// Demands that the cheapest plan leaves no room in, each with the saving a year of one step: the difference of two
/// solves, as an interval from both bounds. The most valuable first. `least` is a search in which cost is the first goal.
pub fn worths(beside: &Beside, problem: &Problem, least: &Found) -> Vec<Worth> {
    let Some(cheapest) = &least.first else { return Vec::new() };
    let (Some(value), Some(bound)) = least.interval() else { return Vec::new() };
    let binding = binding(problem, cheapest);
    let mut worths = Vec::new();
    for (index, demand) in binding.iter().enumerate() {
        let Some((ward, from, to)) = one_step(beside.ward, *demand) else { continue };
        let eased = Problem::new(&ward, &Scenario::of(beside.request));
        let until = beside.until(0.7 + 0.3 * (index + 1) as f64 / binding.len() as f64);
        let again = beside.cheapest(&eased, Phase::Worths, until, Some(cheapest));
        let (Some(new_value), Some(new_bound)) = again.interval() else { continue };
        let (group, what) = conflict::names(beside.ward, *demand);
        let place = demand.part().and_then(|p| beside.ward.place(p)).map(str::to_owned);
        let (low, high) = (bound - new_value, value - new_bound);
        // One person more may cost a course more; any other step only loosens.
        let low = if matches!(demand, Demand::People(_)) { low } else { low.max(0.0) };
        // A search cut off before it had a bound has nothing to tell.
        if high <= NOTHING || new_bound <= 0.0 {
            continue;
        }
        worths.push(Worth {
            rule: demand.name().to_owned(),
            place: place.or_else(|| what.clone()).or_else(|| group.clone()).unwrap_or_default(),
            group,
            what,
            from,
            to,
            low,
            high,
        });
    }
    worths.sort_by(|a, b| b.low.total_cmp(&a.low).then(b.high.total_cmp(&a.high)));
    worths
}

/// Demands without room for one head less (or more) in a decision.
fn binding(problem: &Problem, decision: &Decision) -> Vec<Demand> {
    let mut binding = Vec::new();
    let mut add = |d: Demand| {
        if !binding.contains(&d) {
            binding.push(d);
        }
    };
    for limit in &problem.limits {
        let sum: f64 = limit.terms.iter().map(|(h, a)| a * f64::from(decision.heads[*h])).sum();
        let step = limit.terms.iter().map(|t| t.1).fold(f64::INFINITY, f64::min);
        if (limit.most.is_finite() && sum + step > limit.most + 1e-9)
            || (limit.least.is_finite() && sum - step < limit.least - 1e-9)
        {
            add(limit.demand);
        }
    }
    for (head, n) in problem.heads.iter().zip(&decision.heads) {
        if *n == head.max {
            add(Demand::ShiftMax(head.shift));
        }
        if *n == head.min && head.min > 0 {
            add(Demand::ShiftMin(head.shift));
        }
    }
    binding
}

/// The ward with one step more room: one more position or person, one more weekend between, one head less of presence
/// or least heads, one more of most heads. With what the place held, and what it holds then.
fn one_step(ward: &Ward, demand: Demand) -> Option<(Ward, f64, f64)> {
    let mut eased = ward.clone();
    let change = |value: &mut f64, step: f64| {
        let from = *value;
        *value = (from + step).max(0.0);
        (from, *value)
    };
    let (from, to) = match demand {
        Demand::Positions(g) => change(eased.groups[g.0].positions.as_mut()?, 1.0),
        Demand::PositionsLeast(g) => change(eased.groups[g.0].positions_least.as_mut()?, -1.0),
        Demand::People(g) => change(eased.groups[g.0].people.as_mut()?, 1.0),
        // Every third weekend in place of every fourth: people work one weekend more often.
        Demand::Weekends(g) if eased.groups[g.0].weekend_every > 1.0 => {
            change(&mut eased.groups[g.0].weekend_every, -1.0)
        }
        Demand::Presence(i) => step_down(&mut eased.presence[i].count)?,
        Demand::ShiftMin(s) => step_down(&mut eased.shifts[s.0].min)?,
        Demand::ShiftMax(s) => {
            let most = &mut eased.shifts[s.0].max;
            *most += 1;
            (f64::from(*most - 1), f64::from(*most))
        }
        _ => return None,
    };
    Some((eased, from, to))
}

fn step_down(count: &mut u32) -> Option<(f64, f64)> {
    let from = *count;
    *count = from.checked_sub(1)?;
    Some((f64::from(from), f64::from(*count)))
}
