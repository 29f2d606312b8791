//! Who does what: a distribution of placements, today's, the proposal's or a comparison's.

use crate::plan::{Placed, Plan};
use crate::time::{Day, DaySet};
use crate::ward::{GroupId, LineId, Ward};

/// A line's work on some of its days, on one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The line.
    pub line: LineId,
    /// Its days.
    pub days: DaySet,
    /// Who does it.
    pub group: GroupId,
}

/// What the plan proposes. A placement whose row or group the ward doesn't hold is left out: the checker tells of it.
pub fn proposed(ward: &Ward, plan: &Plan) -> Vec<Entry> {
    of_placements(ward, &plan.placements)
}

/// What the comparison *carried* holds: today's groups, with untold and unqualified lines placed freely.
pub fn carried(ward: &Ward, plan: &Plan) -> Vec<Entry> {
    of_placements(ward, &plan.carried.placements)
}

/// Today's groups, also where one doesn't qualify; lines whose group isn't told are absent.
pub fn today(ward: &Ward) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (i, line) in ward.lines.iter().enumerate() {
        if let Some(group) = line.today {
            entries.extend(line.placements().into_iter().map(|days| Entry { line: LineId(i), days, group }));
        }
    }
    entries
}

/// Placements of a plan or comparison as entries.
pub fn of_placements(ward: &Ward, placements: &[Placed]) -> Vec<Entry> {
    // A week's plan has hundreds of placements: finding each line by its row through a table keeps this linear.
    let by_row: std::collections::HashMap<u32, usize> =
        ward.lines.iter().enumerate().map(|(i, line)| (line.row, i)).collect();
    placements
        .iter()
        .filter_map(|p| {
            let line = LineId(*by_row.get(&p.row)?);
            Some(Entry { line, days: days(&p.days), group: ward.group_by_code(&p.group)? })
        })
        .collect()
}

/// Days as `plan.json` writes them, 1 = Monday; numbers outside 1 … 7 are no days.
pub fn days(numbers: &[u8]) -> DaySet {
    numbers.iter().filter(|n| (1..=7).contains(*n)).map(|n| Day(n - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    #[test]
    fn today_is_cut_into_placements_and_leaves_out_the_untold() {
        let mut ward = sample::ward();
        assert_eq!(today(&ward).len(), 9);
        ward.lines[0].today = None;
        ward.lines[1].same_all_week = true;
        assert_eq!(today(&ward).len(), 6);
    }

    #[test]
    fn a_placement_that_the_ward_doesnt_know_is_left_out() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        let all = proposed(&ward, &plan).len();
        plan.placements[0].group = "XYZ".into();
        plan.placements[1].row = 999;
        assert_eq!(proposed(&ward, &plan).len(), all - 2);
        assert_eq!(days(&[1, 7, 9, 0]).len(), 2);
    }
}
