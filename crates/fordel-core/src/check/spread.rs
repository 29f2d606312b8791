//! Where flexible minutes can lie: a transport of minutes from lines to the cells of their own timing.
//!
//! Minutes are counted in whole billionths here, so that the flow is exact and always the same.

use std::collections::BTreeMap;

use crate::plan::Load;
use crate::time::Cell;
use crate::ward::{GroupId, Ward};

use super::flow::{ArcId, Network, UNLIMITED};
use super::week::Week;
use super::work::{Work, number};
use super::{TOLERANCE, agrees};

const BILLION: f64 = 1e9;

fn billionths(minutes: f64) -> i64 {
    (minutes * BILLION).round() as i64
}

/// Minutes against capacity in every cell of every group, cells with neither left out. The flexible minutes lie as
/// told in [`super::today`].
pub(super) fn loads(ward: &Ward, week: &Week, work: &Work) -> Vec<Load> {
    let mut loads = Vec::new();
    for group in ward.group_ids() {
        for (cell, (minutes, capacity)) in ward.intervals.cells().zip(against_capacity(ward, week, work, group)) {
            if minutes.abs() > TOLERANCE || capacity.abs() > TOLERANCE {
                loads.push(Load {
                    group: ward.group(group).code.clone(),
                    day: cell.day.number(),
                    interval: ward.intervals.get(cell.interval).label(),
                    minutes,
                    capacity,
                });
            }
        }
    }
    loads
}

/// (minutes, capacity) of a group in every cell of the week, in the order of [`number`].
pub(super) fn against_capacity(ward: &Ward, week: &Week, work: &Work, group: GroupId) -> Vec<(f64, f64)> {
    let cells: Vec<Cell> = ward.intervals.cells().collect();
    let mut earliest_first: Vec<usize> = (0..cells.len()).collect();
    earliest_first.sort_by_key(|&c| ward.intervals.stretch(cells[c]).start);
    let capacity: Vec<f64> = cells.iter().map(|&cell| week.capacity(ward, group, cell)).collect();
    let fixed = &work.fixed[group.0];
    let room: Vec<i64> = capacity.iter().zip(fixed).map(|(c, f)| billionths((c - f).max(0.0))).collect();
    let flexible = least_over(&work.loose[group.0], &room, &earliest_first);
    (0..cells.len()).map(|c| (fixed[c] + flexible[c] as f64 / BILLION, capacity[c])).collect()
}

/// Spreads the loose minutes so that the sum over `room` is least and, among such spreads, the first cell of `order`
/// holds the most, then the second, and so on.
///
/// A first flow finds how much fits at most; the rest is over in every best spread. Then a flow carries everything,
/// within and over, and for each cell in order as much as possible is led through it by rearranging the later ones.
fn least_over(loose: &BTreeMap<Vec<usize>, f64>, room: &[i64], order: &[usize]) -> Vec<i64> {
    let total = loose.values().fold(0i64, |sum, &m| sum.saturating_add(billionths(m)));
    let mut within_only = Transport::new(loose, room);
    within_only.bounds(UNLIMITED, 0);
    let fits = within_only.network.push(within_only.source, within_only.sink);
    let mut all = Transport::new(loose, room);
    all.bounds(fits, total - fits);
    all.network.push(all.source, all.sink);
    let mut flexible = vec![0; room.len()];
    for &c in order {
        let (enter, leave, through) = all.through[c];
        // What flows through a cell grows by closing circles: out of its end, by any way, back to its start.
        let before = all.network.freeze(through);
        let more = all.network.push(leave, enter);
        flexible[c] = before + more;
    }
    flexible
}

/// Source → lines → cells (start → end) → within or over → sink.
struct Transport {
    network: Network,
    source: usize,
    sink: usize,
    within: usize,
    over: usize,
    /// Start node, end node and the arc between them, for each cell.
    through: Vec<(usize, usize, ArcId)>,
}

impl Transport {
    fn new(loose: &BTreeMap<Vec<usize>, f64>, room: &[i64]) -> Transport {
        let [source, sink, within, over] = [0, 1, 2, 3];
        let start = |cell: usize| 4 + 2 * cell;
        let first_line = 4 + 2 * room.len();
        let mut network = Network::new(first_line + loose.len());
        let through = (0..room.len()).map(|c| (start(c), start(c) + 1, network.arc(start(c), start(c) + 1, UNLIMITED)));
        let through: Vec<_> = through.collect();
        for (c, &left) in room.iter().enumerate() {
            network.arc(start(c) + 1, within, left);
            network.arc(start(c) + 1, over, UNLIMITED);
        }
        for (l, (cells, &minutes)) in loose.iter().enumerate() {
            network.arc(source, first_line + l, billionths(minutes));
            for &c in cells {
                network.arc(first_line + l, start(c), UNLIMITED);
            }
        }
        Transport { network, source, sink, within, over, through }
    }

    fn bounds(&mut self, within: i64, over: i64) {
        self.network.arc(self.within, self.sink, within);
        self.network.arc(self.over, self.sink, over);
    }
}

/// Whether the plan's minutes of a group, by cell, are a possible spread: nothing is missing or added, and every
/// flexible minute lies in a cell of its own line and day.
pub(super) fn possible(work: &Work, group: GroupId, told: &[f64]) -> bool {
    let fixed = &work.fixed[group.0];
    let loose = &work.loose[group.0];
    let supply: f64 = loose.values().sum();
    let slack = |minutes: f64| TOLERANCE * minutes.abs().max(1.0);
    let holds_fixed = told.iter().zip(fixed).all(|(t, f)| *t >= f - slack(*f));
    if !holds_fixed || !agrees(told.iter().sum(), fixed.iter().sum::<f64>() + supply) {
        return false;
    }
    let room: Vec<i64> = told.iter().zip(fixed).map(|(t, f)| billionths((t - f).max(0.0) + slack(*t))).collect();
    let mut transport = Transport::new(loose, &room);
    transport.bounds(UNLIMITED, 0);
    let carried = transport.network.push(transport.source, transport.sink);
    carried as f64 / BILLION >= supply - slack(supply)
}

/// The plan's workload of a group by cell number; cells that it doesn't tell hold nothing. Nothing if a cell is told
/// twice or isn't a cell of the ward.
pub(super) fn told_minutes(ward: &Ward, workload: &[Load], group: GroupId) -> Option<Vec<f64>> {
    let mut minutes: Vec<Option<f64>> = vec![None; 7 * ward.intervals.len()];
    for load in workload.iter().filter(|l| ward.group_by_code(&l.group) == Some(group)) {
        let cell = cell_of(ward, load)?;
        if minutes[number(ward, cell)].replace(load.minutes).is_some() {
            return None;
        }
    }
    Some(minutes.into_iter().map(|m| m.unwrap_or(0.0)).collect())
}

/// The cell that a told load is about.
fn cell_of(ward: &Ward, load: &Load) -> Option<Cell> {
    let day = ward.intervals.cells().map(|c| c.day).find(|d| d.number() == load.day)?;
    let interval = ward.intervals.iter().position(|w| w.label() == load.interval)?;
    Some(Cell { day, interval })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const CELLS: usize = 4;

    type Loose = BTreeMap<Vec<usize>, f64>;

    /// Up to three sets of cells with up to four minutes each.
    fn loose() -> impl Strategy<Value = Loose> {
        let cells = proptest::collection::btree_set(0..CELLS, 1..=CELLS);
        let entry = (cells, 0..5u8).prop_map(|(cells, minutes)| (cells.into_iter().collect(), f64::from(minutes)));
        proptest::collection::vec(entry, 0..4).prop_map(|entries| entries.into_iter().collect())
    }

    fn whole_minutes() -> impl Strategy<Value = Vec<i64>> {
        proptest::collection::vec(0..5i64, CELLS)
    }

    /// Every spread in whole minutes, one minute of one line after the other.
    fn every_spread(loose: &Loose) -> BTreeSet<Vec<i64>> {
        let mut spreads = BTreeSet::from([vec![0; CELLS]]);
        for (cells, &minutes) in loose {
            for _ in 0..minutes as usize {
                let with_one_more = |spread: &Vec<i64>, c: usize| {
                    let mut more = spread.clone();
                    more[c] += 1;
                    more
                };
                spreads =
                    spreads.iter().flat_map(|spread| cells.iter().map(move |&c| with_one_more(spread, c))).collect();
            }
        }
        spreads
    }

    fn over(spread: &[i64], room: &[i64]) -> i64 {
        spread.iter().zip(room).map(|(minutes, room)| (minutes - room).max(0)).sum()
    }

    fn work(loose: Loose, fixed: &[i64]) -> Work {
        let fixed = fixed.iter().map(|&m| m as f64).collect();
        Work { fixed: vec![fixed], loose: vec![loose], week: vec![0.0] }
    }

    proptest! {
        #[test]
        fn the_sum_over_capacity_is_least_and_the_earliest_cells_are_fullest(
            loose in loose(),
            room in whole_minutes(),
            order in Just((0..CELLS).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let spreads = every_spread(&loose);
            let least = spreads.iter().map(|s| over(s, &room)).min().expect("a spread");
            let best = spreads.into_iter().filter(|s| over(s, &room) == least);
            let best = best.max_by_key(|s| order.iter().map(|&c| s[c]).collect::<Vec<_>>()).expect("a best spread");
            let exact = |minutes: &i64| minutes * BILLION as i64;
            let room: Vec<i64> = room.iter().map(exact).collect();
            prop_assert_eq!(least_over(&loose, &room, &order), best.iter().map(exact).collect::<Vec<_>>());
        }

        #[test]
        fn a_told_spread_is_possible_just_if_it_is_one_of_all(
            loose in loose(),
            fixed in whole_minutes(),
            picked in any::<prop::sample::Index>(),
            moved in (0..CELLS, 0..CELLS, 0..3i64),
        ) {
            let spreads: Vec<Vec<i64>> = every_spread(&loose).into_iter().collect();
            let mut told = picked.get(&spreads).clone();
            told[moved.0] -= moved.2;
            told[moved.1] += moved.2;
            let minutes: Vec<f64> = told.iter().zip(&fixed).map(|(loose, fixed)| (loose + fixed) as f64).collect();
            prop_assert_eq!(possible(&work(loose, &fixed), GroupId(0), &minutes), spreads.contains(&told));
        }
    }

    #[test]
    fn not_a_number_is_no_spread() {
        assert!(!possible(&work(Loose::new(), &[0; CELLS]), GroupId(0), &[f64::NAN, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn numbers_beyond_all_sense_end_in_no_panic() {
        let loose = Loose::from([(vec![0, 1], f64::MAX), (vec![1, 2], 1e300), (vec![2, 3], f64::INFINITY)]);
        let spread = least_over(&loose, &[0, i64::MAX, 5, 0], &[0, 1, 2, 3]);
        assert!(spread.iter().all(|&m| m >= 0));
    }
}
