//! The answer as the lists that a page or a card shows: what to leave out, put off, hand over, what isn't covered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Fate, Gap, SLACK, Watch, Why};
use crate::time::{Cell, Day, Stretch, WEEK};
use crate::ward::{GroupId, LineId, Presence, Priority, Timing, Ward};

/// Minutes below which an entry is told only by number.
pub const CRUMB: f64 = 5.0;

/// Minutes of a line in a list; pieces that a reader can't tell apart are one.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The line.
    pub line: LineId,
    /// The day whose work it is.
    pub day: Day,
    /// Its own cells, earliest first.
    pub cells: Vec<Cell>,
    /// The group on which it stands in the plan.
    pub from: GroupId,
    /// Who does it, where somebody does.
    pub to: Option<GroupId>,
    /// When it is done, where that is later than its own time.
    pub later: Option<Cell>,
    /// When those who get it handed over do it, earliest first, where it may lie anywhere in its timing; else empty.
    pub done: Vec<Cell>,
    /// Why it isn't done in its time.
    pub why: Option<Why>,
    /// Minutes as those of the group on which it stands.
    pub minutes: f64,
    /// Minutes of the line's work of that day that are to come, whatever becomes of them.
    pub of: f64,
    /// Of those who get it handed over, how many hold the course that it takes; none where it takes none, or where nobody's
    /// certificates are known.
    pub holders: Option<u32>,
}

/// The lists, each in the order of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    /// Left out.
    pub left_out: Vec<Entry>,
    /// Put off to a later cell, or to the next days.
    pub put_off: Vec<Entry>,
    /// Handed over to another group, in its own time.
    pub handed_over: Vec<Entry>,
    /// Must be done and isn't.
    pub uncovered: Vec<Entry>,
    /// Bound work that another group's heads take.
    pub watches_handed_over: Vec<Watch>,
    /// Bound work for which heads are lacking.
    pub watches_uncovered: Vec<Watch>,
    /// Presence that isn't kept, neighbouring stretches as one.
    pub gaps: Vec<Gap>,
}

/// What a reader can tell apart.
type Key = (u8, LineId, Day, GroupId, Option<GroupId>, Option<Cell>, Option<Why>);

/// What pieces that a reader can't tell apart have together.
#[derive(Default)]
struct Shared {
    minutes: f64,
    cells: Vec<Cell>,
    done: Vec<Cell>,
}

/// The lists of an answer.
pub fn lists(ward: &Ward, answer: &Answer) -> Lists {
    let mut of: BTreeMap<(LineId, Day), f64> = BTreeMap::new();
    let mut sums: BTreeMap<Key, Shared> = BTreeMap::new();
    for piece in &answer.pieces {
        *of.entry((piece.line, piece.day)).or_default() += piece.minutes;
        let (list, to, later, why) = match piece.fate {
            Fate::LeftOut(why) => (0, None, None, Some(why)),
            Fate::NextDays(why) => (1, None, None, Some(why)),
            Fate::Done { by, cell } if is_late(answer, piece.cell, cell) => {
                (1, Some(by), Some(cell), Some(Why::NoTime))
            }
            Fate::Done { by, .. } if by != piece.group => (2, Some(by), None, None),
            Fate::Done { .. } => continue,
            Fate::Uncovered(why) => (3, None, None, Some(why)),
        };
        let key = (list, piece.line, piece.day, piece.group, to, later, why);
        let sum = sums.entry(key).or_default();
        sum.minutes += piece.minutes;
        if !sum.cells.contains(&piece.cell) {
            sum.cells.push(piece.cell);
        }
        if let Fate::Done { cell, .. } = piece.fate
            && list == 2
            && is_loose(ward, piece.line)
            && !sum.done.contains(&cell)
        {
            sum.done.push(cell);
        }
    }
    let mut lists = Lists::default();
    for ((list, line, day, from, to, later, why), Shared { minutes, cells, mut done }) in sums {
        done.sort_by_key(|cell| place(answer, *cell));
        let holders = to.filter(|to| *to != from).and_then(|to| fewest_holders(ward, line, to));
        let all = of.get(&(line, day)).copied().unwrap_or(minutes);
        let entry = Entry { line, day, cells, from, to, later, done, why, minutes, of: all, holders };
        match list {
            0 => lists.left_out.push(entry),
            1 => lists.put_off.push(entry),
            2 => lists.handed_over.push(entry),
            _ => lists.uncovered.push(entry),
        }
    }
    lists.watches_handed_over =
        joined(answer.watches.iter().filter(|w| w.by.is_some_and(|by| by != w.group)).copied().collect());
    lists.watches_uncovered = joined(answer.watches.iter().filter(|w| w.by.is_none()).copied().collect());
    lists.gaps = joined_gaps(answer.gaps.clone());
    lists
}

/// Whether `done` comes after the work's own cell, in the order in which the intervals come.
fn is_late(answer: &Answer, own: Cell, done: Cell) -> bool {
    place(answer, done) > place(answer, own)
}

/// Where a cell stands among the intervals to come.
fn place(answer: &Answer, cell: Cell) -> Option<usize> {
    answer.intervals.iter().position(|i| i.cell == cell)
}

/// Whether a line's work may lie anywhere in a timing of several intervals.
fn is_loose(ward: &Ward, line: LineId) -> bool {
    let line = &ward.lines[line.0];
    let is_one = matches!(line.timing, Timing::Span { from, to } if to == from + 1);
    line.flexible && !is_one
}

/// Neighbouring stretches with the same heads as one.
fn joined(mut watches: Vec<Watch>) -> Vec<Watch> {
    watches.dedup_by(|next, first| {
        let same = (next.line, next.day, next.by, next.heads) == (first.line, first.day, first.by, first.heads);
        let one = same && follows(first.stretch, next.stretch);
        if one {
            first.stretch.minutes += next.stretch.minutes;
        }
        one
    });
    watches
}

fn joined_gaps(mut gaps: Vec<Gap>) -> Vec<Gap> {
    gaps.dedup_by(|next, first| {
        let one = (next.rule, next.heads) == (first.rule, first.heads) && follows(first.stretch, next.stretch);
        if one {
            first.stretch.minutes += next.stretch.minutes;
        }
        one
    });
    gaps
}

fn follows(first: Stretch, next: Stretch) -> bool {
    (first.start + first.minutes) % crate::time::WEEK == next.start
}

/// How many of the group hold the rarest of the courses that the line takes of it; none where it takes none or where
/// nobody's certificates are known.
pub fn fewest_holders(ward: &Ward, line: LineId, group: GroupId) -> Option<u32> {
    let known = ward.knows_people_of(group);
    let courses = ward.lines[line.0].training.iter().filter(|(g, _)| *g == group);
    courses.filter(|_| known).map(|(_, course)| crate::measure::certificates::holders(ward, group, *course)).min()
}

/// Those of the group who hold every course that the line takes of it, by pseudonym; none where it takes none or where
/// nobody's certificates are known.
pub fn holders_named(ward: &Ward, line: LineId, group: GroupId) -> Option<Vec<String>> {
    fewest_holders(ward, line, group)?;
    let courses = ward.lines[line.0].training.iter().filter(|(g, _)| *g == group);
    let courses: Vec<crate::ward::CourseId> = courses.map(|(_, course)| *course).collect();
    Some(crate::measure::certificates::holding(ward, group, &courses))
}

/// What must be covered and isn't, of the two kinds that one person may cover in the same time: they don't add up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Red {
    /// Minutes of work; of bound work its head-minutes.
    pub work: f64,
    /// Minutes in which too few are present, whatever the number of rules and heads.
    pub presence: f64,
}

impl Red {
    /// So many minutes at least are lacking: the larger of the two.
    pub fn least(self) -> f64 {
        self.work.max(self.presence)
    }
}

/// What isn't covered in the cells that `within` lets in.
pub fn red(answer: &Answer, within: impl Fn(Cell) -> bool) -> Red {
    let pieces = answer.pieces.iter().filter(|p| within(p.cell) && matches!(p.fate, Fate::Uncovered(_)));
    let watches = answer.watches.iter().filter(|w| within(w.cell) && w.by.is_none());
    let moment = &answer.asked.moment;
    let held = watches.map(|w| f64::from(w.heads * moment.minutes(w.stretch))).sum::<f64>();
    let gaps = answer.gaps.iter().filter(|g| within(g.cell));
    let lacking: BTreeSet<u32> =
        gaps.flat_map(|g| (0..g.stretch.minutes).map(move |at| (g.stretch.start + at) % WEEK)).collect();
    let presence: u32 = lacking.into_iter().map(|minute| moment.times(minute)).sum();
    Red { work: pieces.map(|p| p.minutes).sum::<f64>() + held, presence: f64::from(presence) }
}

/// A rule of presence that asks for a course, which may not be kept: those who are missing may be those who hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseInDoubt {
    /// Index of the rule in [`Ward::presence`].
    pub rule: usize,
    /// Those of its group who hold the course, by pseudonym.
    pub holders: Vec<String>,
}

/// The rules on the shift that ask for a course which those who are left may not hold. Who is missing isn't known, nor who is on
/// duty: a rule is sure where those who are left are more than all who lack the course, by as many as it asks. Nothing is said of
/// a group of which nobody's certificates are known.
pub fn courses_in_doubt(ward: &Ward, answer: &Answer) -> Vec<CourseInDoubt> {
    let asked = &answer.asked;
    let in_doubt = |(rule, presence): (usize, &Presence)| {
        let (Some(course), [group]) = (presence.course, presence.groups.as_slice()) else { return None };
        let absent = asked.absent.iter().filter(|absent| ward.shifts[absent.shift.0].group == *group);
        let counts = absent.map(|absent| (absent.heads, absent.planned.saturating_sub(absent.heads)));
        let (missing, left) = counts.fold((0_u32, 0_u32), |sum, (missing, left)| (sum.0 + missing, sum.1 + left));
        let on_shift = presence.days.iter().any(|day| presence.window.on(day).overlap(asked.moment.stretch) > 0);
        let known = ward.knows_people_of(*group);
        let holders = crate::measure::certificates::holding(ward, *group, &[course]);
        let lacking = ward.group(*group).people.map(|people| (people - holders.len() as f64).max(0.0));
        let sure = lacking.is_some_and(|lacking| f64::from(left) >= lacking + f64::from(presence.count));
        (missing > 0 && on_shift && known && !sure).then_some(CourseInDoubt { rule, holders })
    };
    ward.presence.iter().enumerate().filter_map(in_doubt).collect()
}

/// Lines without a priority in the ward; they count as red.
pub fn without_priority(ward: &Ward) -> usize {
    ward.lines.iter().filter(|l| l.priority.is_none()).count()
}

/// Lines without a priority among those to come.
pub fn without_priority_here(ward: &Ward, answer: &Answer) -> usize {
    let mut lines: Vec<LineId> =
        answer.pieces.iter().map(|p| p.line).chain(answer.watches.iter().map(|w| w.line)).collect();
    lines.retain(|l| ward.lines[l.0].priority.is_none());
    lines.sort_unstable();
    lines.dedup();
    lines.len()
}

/// The colour that a line counts as: bound work and work without a colour are red.
pub fn counts_as(ward: &Ward, line: LineId) -> Priority {
    let line = &ward.lines[line.0];
    if line.bound { Priority::Red } else { line.priority.unwrap_or(Priority::Red) }
}

impl Entry {
    /// Whether it is all of the line's work of that day to come.
    pub fn is_whole(&self) -> bool {
        self.minutes >= self.of - SLACK
    }

    /// Whether its work may lie anywhere in its timing. It is then called by that, since its own cell is only the last in which
    /// it isn't late.
    pub fn is_loose(&self, ward: &Ward) -> bool {
        is_loose(ward, self.line)
    }

    /// Whether it is too short to be told by itself.
    pub fn is_crumb(&self) -> bool {
        self.minutes < CRUMB
    }
}
