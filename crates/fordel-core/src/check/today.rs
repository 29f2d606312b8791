//! Today's distribution and staffing, measured with the plan's rules.

use crate::plan::{Heads, Load, Today};
use crate::rule::Rule;
use crate::time::Day;
use crate::ward::{Alike, Ward};

use super::decided::Decided;
use super::rules::Case;
use super::{TOLERANCE, money, spread, training};

/// The rules that today's heads are held against. What today's placements break is told in other parts of [`Today`]:
/// who doesn't qualify, and where the work doesn't fit.
const HELD: [Rule; 8] = [
    Rule::BoundPresent,
    Rule::Presence,
    Rule::ShiftMin,
    Rule::ShiftMax,
    Rule::Positions,
    Rule::PositionsLeast,
    Rule::People,
    Rule::Weekends,
];

/// Measures today: today's groups (also where one doesn't qualify; a line whose group isn't told carries nothing) and
/// today's heads.
///
/// Flexible minutes are spread, for each group on its own, so that the week's sum of minutes over capacity is least.
/// Where several spreads do that, the earliest cell of the week, counted from Monday 00:00 by when the cell starts,
/// holds as many minutes as it can in any of them; given that, the second earliest; and so on. So minutes that fit in
/// no cell lie in the earliest cell that they can reach. A cell is overloaded where its minutes exceed its capacity by
/// more than a millionth of a minute.
///
/// Where no heads are told for today there is nothing to measure against: the groups' minutes and the courses are told,
/// cost, workload and broken rules are not.
pub fn today(ward: &Ward) -> Today {
    let case = Case::new(ward, Decided::today(ward), Alike::No);
    let groups = money::sums(ward, &case.decided.heads, &case.work);
    let training = training::courses(ward, &case.decided);
    let rows = |wanted: &dyn Fn(&crate::ward::TaskLine) -> bool| -> Vec<u32> {
        ward.lines.iter().filter(|line| wanted(line)).map(|line| line.row).collect()
    };
    let untold = rows(&|line| line.today.is_none());
    let unqualified = rows(&|line| line.today.is_some_and(|group| case.order.forbids(line, group).is_some()));
    if !ward.knows_staffing_today() {
        return Today { groups, training, untold, unqualified, ..Today::default() };
    }
    let week_cost: f64 = groups.iter().map(|g| g.week_cost).sum();
    let workload = spread::loads(ward, &case.week, &case.work);
    let over = |load: &&Load| load.minutes > load.capacity + TOLERANCE;
    Today {
        year_cost: Some(52.0 * week_cost + training.iter().map(|t| t.cost).sum::<f64>()),
        overloaded: workload.iter().filter(over).cloned().collect(),
        workload,
        staffing: heads(ward, &case.decided.heads),
        broken: HELD.into_iter().flat_map(|rule| case.broken(rule)).collect(),
        groups,
        training,
        untold,
        unqualified,
    }
}

fn heads(ward: &Ward, heads: &[[u32; 7]]) -> Vec<Heads> {
    let each = ward.shifts.iter().zip(heads).flat_map(|(shift, days)| {
        Day::all().map(move |day| Heads {
            group: ward.group(shift.group).code.clone(),
            shift: shift.name.clone(),
            day: day.number(),
            heads: days[usize::from(day.0)],
        })
    });
    each.filter(|h| h.heads > 0).collect()
}
