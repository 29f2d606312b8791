//! The distribution as a board: a column for each group, a card for each placement.

use crate::measure::day_part::{Split, of_cell};
use crate::measure::distribution::{Entry, proposed};
use crate::measure::work::{minutes_a_week, spread};
use crate::order::Forbidden;
use crate::plan::{GroupSum, Plan};
use crate::ward::{CourseId, GroupId, LineId, Ward};

/// A group with its sums.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The group.
    pub group: GroupId,
    /// Minutes of placed work a week, by part of the week.
    pub minutes: Split,
    /// The plan's own sums.
    pub sums: Option<GroupSum>,
    /// Årsverk before: today's if told, else what carries today's distribution.
    pub fte_before: Option<f64>,
}

/// A placement.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The line, its days and where it stands.
    pub entry: Entry,
    /// Who does it today.
    pub today: Option<GroupId>,
    /// Minutes a week where it stands.
    pub minutes: f64,
    /// Courses that it takes there.
    pub courses: Vec<CourseId>,
    /// For each group, left to right, the rule that keeps it from the line.
    pub forbidden: Vec<Option<Forbidden>>,
}

impl Card {
    /// Whether it stands elsewhere than today.
    pub fn is_moved(&self) -> bool {
        self.today.is_some_and(|today| today != self.entry.group)
    }
}

/// The columns, left to right, and the cards in the order of the sheet.
pub fn board(ward: &Ward, plan: &Plan) -> (Vec<Column>, Vec<Card>) {
    let order = ward.order();
    let mut entries = proposed(ward, plan);
    entries.sort();
    let columns = ward.group_ids().map(|group| column(ward, plan, &entries, group)).collect();
    let card = |entry: &Entry| {
        let line = &ward.lines[entry.line.0];
        let courses = line.training.iter().filter(|(group, _)| *group == entry.group).map(|(_, course)| *course);
        Card {
            entry: *entry,
            today: line.today,
            minutes: minutes_a_week(ward, line, entry.group, entry.days),
            courses: courses.collect(),
            forbidden: ward.group_ids().map(|group| order.forbids(line, group)).collect(),
        }
    };
    (columns, entries.iter().map(card).collect())
}

fn column(ward: &Ward, plan: &Plan, entries: &[Entry], group: GroupId) -> Column {
    let code = &ward.group(group).code;
    let mut minutes = Split::default();
    for entry in entries.iter().filter(|entry| entry.group == group) {
        for day in entry.days.iter() {
            for (cell, amount) in spread(ward, line(ward, entry.line), group, day) {
                minutes += of_cell(ward, cell, amount);
            }
        }
    }
    let of = |sums: &[GroupSum]| sums.iter().find(|sum| sum.group == *code).cloned();
    let before = if plan.today.groups.is_empty() { &plan.carried.groups } else { &plan.today.groups };
    Column { group, minutes, sums: of(&plan.groups), fte_before: of(before).map(|sum| sum.fte) }
}

fn line(ward: &Ward, id: LineId) -> &crate::ward::TaskLine {
    &ward.lines[id.0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    #[test]
    fn every_placement_is_a_card_and_columns_sum_their_cards() {
        let ward = sample::ward();
        let plan = sample::plan(&ward);
        let (columns, cards) = board(&ward, &plan);
        assert_eq!(cards.len(), plan.placements.len());
        for column in &columns {
            let own: f64 = cards.iter().filter(|c| c.entry.group == column.group).map(|c| c.minutes).sum();
            assert!((column.minutes.total() - own).abs() < 1e-6, "{own} {:?}", column.minutes);
        }
        let order = ward.order();
        for card in &cards {
            assert_eq!(card.forbidden[card.entry.group.0], None);
            for group in ward.group_ids() {
                assert_eq!(card.forbidden[group.0], order.forbids(line(&ward, card.entry.line), group));
            }
        }
        assert_eq!(cards.iter().filter(|c| c.is_moved()).count(), 4);
    }
}
