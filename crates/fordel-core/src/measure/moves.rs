//! What is moved: placements on another group than today's.

use serde::{Deserialize, Serialize};

use super::distribution::{Entry, proposed};
use super::work::minutes_a_week;
use crate::order::GroupOrder;
use crate::plan::Plan;
use crate::time::DaySet;
use crate::ward::{CourseId, GroupId, LineId, Ward};

/// How a placement stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Stays where it is today.
    Kept,
    /// On another group than a told and qualifying one: a move.
    Moved,
    /// Away from a group that may not do it.
    Corrected,
    /// Today's group isn't told.
    Untold,
}

/// How an entry of a distribution stands to today.
pub fn kind(ward: &Ward, order: &GroupOrder, entry: Entry) -> Kind {
    let line = &ward.lines[entry.line.0];
    match line.today {
        None => Kind::Untold,
        Some(today) if today == entry.group => Kind::Kept,
        Some(today) if order.forbids(line, today).is_none() => Kind::Moved,
        Some(_) => Kind::Corrected,
    }
}

/// A placement that changes hands.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The line.
    pub line: LineId,
    /// The days that move.
    pub days: DaySet,
    /// Today's group.
    pub from: GroupId,
    /// The group proposed.
    pub to: GroupId,
    /// A move, or a correction of what today's group may not do.
    pub kind: Kind,
    /// Minutes a week that it takes today's group.
    pub minutes_from: f64,
    /// Minutes a week that it takes the proposed group.
    pub minutes_to: f64,
    /// Courses that the proposed group needs for it.
    pub courses: Vec<CourseNeed>,
}

/// A course that a move needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseNeed {
    /// The course.
    pub course: CourseId,
    /// People of the proposed group who lack it; 0 where all have it.
    pub people: u32,
}

/// The placements that change hands, in the order of the sheet: moves and corrections.
pub fn moves(ward: &Ward, plan: &Plan) -> Vec<Move> {
    let order = ward.order();
    let mut moves: Vec<Move> = proposed(ward, plan)
        .into_iter()
        .filter_map(|entry| {
            let kind = kind(ward, &order, entry);
            let line = &ward.lines[entry.line.0];
            let from = line.today.filter(|_| matches!(kind, Kind::Moved | Kind::Corrected))?;
            Some(Move {
                line: entry.line,
                days: entry.days,
                from,
                to: entry.group,
                kind,
                minutes_from: minutes_a_week(ward, line, from, entry.days),
                minutes_to: minutes_a_week(ward, line, entry.group, entry.days),
                courses: courses(ward, plan, entry),
            })
        })
        .collect();
    moves.sort_by_key(|m| (m.line, m.days));
    moves
}

fn courses(ward: &Ward, plan: &Plan, entry: Entry) -> Vec<CourseNeed> {
    let code = &ward.group(entry.group).code;
    ward.lines[entry.line.0]
        .training
        .iter()
        .filter(|(group, _)| *group == entry.group)
        .map(|&(_, course)| CourseNeed {
            course,
            people: plan
                .training
                .iter()
                .find(|t| t.group == *code && t.course == ward.courses[course.0].name)
                .map_or(0, |t| t.people),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    #[test]
    fn moves_name_from_to_minutes_and_courses() {
        let ward = sample::ward();
        let moves = moves(&ward, &sample::plan(&ward));
        let short: Vec<_> = moves.iter().map(|m| (m.line.0, m.days.len(), m.from.0, m.to.0, m.minutes_to)).collect();
        assert_eq!(short, vec![(0, 5, 0, 1, 300.0), (0, 2, 0, 1, 120.0), (2, 5, 0, 2, 300.0), (3, 5, 0, 2, 300.0)]);
        assert!(moves.iter().all(|m| m.kind == Kind::Moved));
        assert_eq!(moves[2].courses, vec![CourseNeed { course: CourseId(0), people: 1 }]);
        assert!(moves[3].courses.is_empty());
    }

    #[test]
    fn taking_work_from_who_may_not_do_it_is_a_correction_and_untold_is_no_move() {
        let mut ward = sample::ward();
        ward.lines[1].today = Some(GroupId(2));
        ward.lines[2].today = None;
        ward.lines[0].minutes_by_group = [(GroupId(1), 20.0)].into();
        let moves = moves(&ward, &sample::plan(&ward));
        let of = |line: usize| moves.iter().filter(|m| m.line.0 == line).collect::<Vec<_>>();
        assert!(of(1).iter().all(|m| m.kind == Kind::Corrected) && of(1).len() == 2);
        assert!(of(2).is_empty());
        assert_eq!((of(0)[0].minutes_from, of(0)[0].minutes_to), (300.0, 600.0));
    }
}
