//! Whether red work is left that could be done, and whether hiring in would cover it.

use std::collections::{BTreeSet, VecDeque};

use crate::shortage::{Fate, Piece, SLACK};
use crate::time::Cell;
use crate::ward::{GroupId, Priority};

use super::super::week::minutes;
use super::{Case, Flaw, Kind};

/// Red work that is left though somebody present who may do it has time, or does work that isn't red, or does red work
/// that in turn somebody else could take.
pub(super) fn could_be_done(case: &Case) -> Vec<Flaw> {
    let used = case.used();
    let has_room = |at: &(GroupId, Cell)| case.room(at.0, at.1) > used.get(at).copied().unwrap_or(0.0) + 100.0 * SLACK;
    let present = |at: &(GroupId, Cell)| case.room(at.0, at.1) > 0.0;
    let red = |piece: &Piece| case.colour(piece.line) == Priority::Red;
    // Where a piece of red work can be done.
    let places = |piece: &Piece| -> Vec<(GroupId, Cell)> {
        let work = case.coming.work.get(&(piece.line, piece.day, piece.cell));
        let cells = work.map(|w| w.on_time.clone()).unwrap_or_default();
        let may = |g: &GroupId| case.may(piece.line, piece.group, *g).is_none();
        let groups: Vec<GroupId> = case.ward.group_ids().filter(may).collect();
        cells.into_iter().flat_map(|cell| groups.iter().map(move |g| (*g, cell))).collect()
    };
    let pieces = &case.answer.pieces;
    let is_saved = |left: &Piece| {
        let mut seen: BTreeSet<(GroupId, Cell)> = BTreeSet::new();
        let mut queue: VecDeque<(GroupId, Cell)> = places(left).into();
        while let Some(at) = queue.pop_front() {
            if !present(&at) || !seen.insert(at) {
                continue;
            }
            if has_room(&at) {
                return true;
            }
            for piece in pieces.iter().filter(|p| p.fate == (Fate::Done { by: at.0, cell: at.1 })) {
                if piece.minutes <= 100.0 * SLACK || case.taken(piece, at.0) <= 100.0 * SLACK {
                    continue;
                }
                if !red(piece) {
                    return true;
                }
                queue.extend(places(piece));
            }
        }
        false
    };
    let left = pieces.iter().filter(|p| matches!(p.fate, Fate::Uncovered(_)) && p.minutes > 100.0 * SLACK);
    let mut flaws: Vec<Flaw> = left
        .filter(|p| is_saved(p))
        .map(|p| Flaw { cell: Some(p.cell), ..Flaw::line(Kind::CouldBeDone, p.line) })
        .collect();
    for watch in case.answer.watches.iter().filter(|w| w.by.is_none()) {
        let free = |g: &GroupId| {
            let whole = minutes(watch.stretch).all(|m| case.week.present(*g, m) > case.held[g.0][m]);
            let does_red = pieces.iter().any(|p| p.fate == (Fate::Done { by: *g, cell: watch.cell }) && red(p));
            whole && !does_red && case.may(watch.line, watch.group, *g).is_none()
        };
        if case.ward.group_ids().any(|g| free(&g)) {
            flaws.push(Flaw { cell: Some(watch.cell), ..Flaw::line(Kind::CouldBeDone, watch.line) });
        }
    }
    flaws
}

/// Hiring in is told exactly where something is red: enough heads for presence at every minute, and somebody in the time of
/// each red piece and of bound work that lacks heads.
pub(super) fn hire(case: &Case) -> Vec<Flaw> {
    let answer = case.answer;
    let sound = answer.hire.iter().all(|h| h.heads > 0 && h.stretch.minutes > 0 && h.group.0 < case.ward.groups.len());
    if !sound || (answer.sums.red > SLACK) == answer.hire.is_empty() {
        return vec![Flaw::of(Kind::Hire)];
    }
    let hired = |minute: usize, may: &dyn Fn(GroupId) -> bool| -> u32 {
        let here = answer.hire.iter().filter(|h| h.stretch.contains(minute as u32) && may(h.group));
        here.map(|h| h.heads).sum()
    };
    let mut flaws = Vec::new();
    for (r, rule) in case.ward.presence.iter().enumerate() {
        if case.coming.minutes.iter().any(|&m| hired(m, &|g| rule.groups.contains(&g)) < case.lacking(r, m)) {
            flaws.push(Flaw::of(Kind::Hire));
        }
    }
    // Those hired in may let others of the shift go to what lacks somebody, so whom to hire isn't looked into.
    let within = |cell: Cell| answer.hire.iter().any(|h| case.coming.stretch(case.ward, cell).overlap(h.stretch) > 0);
    for watch in answer.watches.iter().filter(|w| w.by.is_none() && !within(w.cell)) {
        flaws.push(Flaw { cell: Some(watch.cell), ..Flaw::line(Kind::Hire, watch.line) });
    }
    for piece in answer.pieces.iter().filter(|p| matches!(p.fate, Fate::Uncovered(_)) && p.minutes > 100.0 * SLACK) {
        let work = case.coming.work.get(&(piece.line, piece.day, piece.cell));
        let cells = work.map(|w| w.on_time.clone()).unwrap_or_default();
        if !cells.into_iter().any(within) {
            flaws.push(Flaw { cell: Some(piece.cell), ..Flaw::line(Kind::Hire, piece.line) });
        }
    }
    flaws
}
