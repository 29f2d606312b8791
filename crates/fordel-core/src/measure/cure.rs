//! What it takes where work finds no room, or too few are there: whose tasks lie there, who could take them, and how many
//! heads would mend it. Nothing is solved: each cure is tried and checked.

use crate::plan::Broken;
use crate::rule::Rule;
use crate::time::{Cell, Day, DaySet, Stretch, WEEK, Window};
use crate::ward::{GroupId, LineId, ShiftId};

use super::distribution::of_placements;
use super::heads::present;
use super::trial::Trial;
use super::work;

/// Moves that are tried for a cell, at most: the heaviest tasks first.
const TRIED: usize = 40;
/// Ways that cost more than so many times the best one aren't told.
const FAR: f64 = 2.0;
/// Heads more on one shift that are tried, at most.
const MOST: u32 = 20;

/// A group's work in a cell.
#[derive(Clone, Debug)]
pub struct RedCell {
    /// Whose.
    pub group: GroupId,
    /// When.
    pub cell: Cell,
    /// Minutes of work.
    pub minutes: f64,
    /// Minutes that those who are there can give.
    pub capacity: f64,
    /// Heads that bound work asks for at its worst minute, and those who are there then; none where it has its heads.
    pub bound: Option<(u32, u32)>,
    /// The tasks that lie there, the heaviest first.
    pub tasks: Vec<Task>,
    /// More heads that mend it, the cheapest first.
    pub heads: Vec<MoreHeads>,
}

impl RedCell {
    /// Minutes too many; 0 where the work fits.
    pub fn over(&self) -> f64 {
        (self.minutes - self.capacity).max(0.0)
    }

    /// Whether all is well.
    pub fn holds(&self) -> bool {
        self.over() < 1e-6 && self.bound.is_none()
    }
}

/// A task's work in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The line.
    pub line: LineId,
    /// The days of its placement.
    pub days: DaySet,
    /// Its minutes in the cell.
    pub minutes: f64,
    /// Whether the minutes may lie elsewhere in its timing too.
    pub flexible: bool,
    /// The other groups that may have it, left to right.
    pub others: Vec<Taker>,
}

/// A group that may have a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Taker {
    /// The group.
    pub group: GroupId,
    /// Minutes that it has left in the cell.
    pub free: f64,
    /// Whether the whole placement finds room there with the heads as they are.
    pub fits: bool,
}

/// More heads on a shift.
#[derive(Clone, Debug)]
pub struct MoreHeads {
    /// The shift.
    pub shift: ShiftId,
    /// On these days.
    pub days: DaySet,
    /// How many more.
    pub heads: u32,
    /// Kroner a year more.
    pub year_kr: f64,
    /// Årsverk more.
    pub fte: f64,
    /// What they break that wasn't broken.
    pub breaks: Vec<Broken>,
}

/// A demand for presence on a day.
#[derive(Clone, Debug)]
pub struct RedPresence {
    /// Its place in the ward's list.
    pub rule: usize,
    /// The day on which its window starts.
    pub day: Day,
    /// When too few are there, and how many are, by clock time.
    pub runs: Vec<(Window, u32)>,
    /// More heads that mend all of it, the cheapest first.
    pub heads: Vec<MoreHeads>,
}

/// What lies in a cell of a group, and what would mend it where it is red.
pub fn cell(now: &Trial, group: GroupId, cell: Cell) -> RedCell {
    let (minutes, capacity) = now.load(group, cell);
    let mut red = RedCell {
        group,
        cell,
        minutes,
        capacity,
        bound: bound(now, group, cell),
        tasks: Vec::new(),
        heads: Vec::new(),
    };
    let holds = red.holds();
    red.tasks = tasks(now, group, cell, !holds);
    if !holds {
        let there = now.ward.intervals.stretch(cell);
        let mended = |then: &Trial| {
            let (minutes, capacity) = then.load(group, cell);
            minutes - capacity < 1e-6 && bound(then, group, cell).is_none()
        };
        red.heads = more_heads(now, &[group], there, mended);
    }
    red
}

/// When a demand for presence isn't kept on a day, and what would mend it; none where there is no such demand that day.
pub fn presence(now: &Trial, rule: usize, day: Day) -> Option<RedPresence> {
    let of = now.ward.presence.get(rule).filter(|of| of.days.contains(day))?;
    let window = of.window.on(day);
    let lacking = |trial: &Trial| -> Vec<(u32, u32)> {
        let minutes = (0..window.minutes).map(|m| (window.start + m) % WEEK);
        minutes.map(|m| (m, present(trial, &of.groups, m))).filter(|(_, heads)| *heads < of.count).collect()
    };
    let short = lacking(now);
    let runs: Vec<(Window, u32)> = short
        .chunk_by(|a, b| (a.0 + 1) % WEEK == b.0)
        .filter_map(|run| {
            let (first, last) = (run.first()?.0, run.last()?.0);
            let clock = |minute: u32| crate::time::Clock((minute % crate::time::DAY) as u16);
            let fewest = run.iter().map(|(_, heads)| *heads).min()?;
            Some((Window { start: clock(first), end: clock(last + 1) }, fewest))
        })
        .collect();
    let heads = match short.first() {
        None => Vec::new(),
        Some(_) => more_heads(now, &of.groups, window, |then| lacking(then).is_empty()),
    };
    Some(RedPresence { rule, day, runs, heads })
}

/// What bound work asks for and has in a cell of a group, where it has too few.
fn bound(trial: &Trial, group: GroupId, cell: Cell) -> Option<(u32, u32)> {
    let (code, label) = (&trial.ward.group(group).code, trial.ward.intervals.get(cell.interval).label());
    let here = |b: &&Broken| {
        b.rule == Rule::BoundPresent.name()
            && b.group.as_ref() == Some(code)
            && b.day == Some(cell.day.number())
            && b.time.as_ref() == Some(&label)
    };
    trial.broken.iter().find(here).map(|b| (b.limit as u32, b.actual as u32))
}

fn tasks(now: &Trial, group: GroupId, cell: Cell, red: bool) -> Vec<Task> {
    let ward = now.ward;
    let order = ward.order();
    let mut tasks = Vec::new();
    for entry in of_placements(ward, &now.plan.placements).into_iter().filter(|entry| entry.group == group) {
        let line = &ward.lines[entry.line.0];
        let spread = |day| work::spread(ward, line, group, day);
        let minutes: f64 = entry.days.iter().flat_map(spread).filter(|(c, _)| *c == cell).map(|(_, m)| m).sum();
        if minutes > 0.0 {
            let flexible = line.flexible && !line.bound;
            tasks.push(Task { line: entry.line, days: entry.days, minutes, flexible, others: Vec::new() });
        }
    }
    tasks.sort_by(|a, b| b.minutes.total_cmp(&a.minutes).then(a.line.cmp(&b.line)));
    let mut tried = 0;
    for task in &mut tasks {
        let line = &ward.lines[task.line.0];
        for other in order.qualified(line).into_iter().filter(|other| *other != group) {
            let (minutes, capacity) = now.load(other, cell);
            let free = (capacity - minutes).max(0.0);
            let worth_trying = red && tried < TRIED && (task.flexible || line.bound || free + 1e-6 >= task.minutes);
            tried += usize::from(worth_trying);
            let fits = worth_trying && now.with_line_on(line.row, task.days, other).worse_than(now).is_empty();
            task.others.push(Taker { group: other, free, fits });
        }
    }
    tasks
}

/// The least heads more on each shift of these groups, that alone mend what is red in a stretch.
fn more_heads(now: &Trial, groups: &[GroupId], there: Stretch, mended: impl Fn(&Trial) -> bool) -> Vec<MoreHeads> {
    let ward = now.ward;
    let mut all: Vec<MoreHeads> = Vec::new();
    for (at, of) in ward.shifts.iter().enumerate().filter(|(_, of)| groups.contains(&of.group)) {
        let shift = ShiftId(at);
        for day in of.days.iter().filter(|day| of.window.on(*day).overlap(there) > 0) {
            let days = now.together(shift, day);
            // More heads give more, so where the most tried mend nothing, none fewer do.
            if !mended(&now.with_heads(shift, days, i64::from(MOST))) {
                continue;
            }
            let (mut too_few, mut enough) = (0, MOST);
            while enough - too_few > 1 {
                let middle = (too_few + enough) / 2;
                if mended(&now.with_heads(shift, days, i64::from(middle))) {
                    enough = middle;
                } else {
                    too_few = middle;
                }
            }
            let then = now.with_heads(shift, days, i64::from(enough));
            let fte = |trial: &Trial| trial.figures.groups[of.group.0].fte;
            all.push(MoreHeads {
                shift,
                days,
                heads: enough,
                year_kr: then.figures.year_cost - now.figures.year_cost,
                fte: fte(&then) - fte(now),
                breaks: then.worse_than(now),
            });
        }
    }
    all.sort_by(|a, b| a.breaks.len().cmp(&b.breaks.len()).then(a.year_kr.total_cmp(&b.year_kr)));
    // A shift that is there for a moment of the stretch takes a crowd: nobody would mend it so.
    let most = all.first().map_or(0.0, |best| FAR * best.year_kr);
    all.retain(|more| more.year_kr <= most + 0.5);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::measure::trial::Trial;
    use crate::plan::{Heads, Plan};
    use crate::time::Clock;
    use crate::ward::{Presence, Ward};

    const MORNING: Cell = Cell { day: Day(0), interval: 0 };
    const NOON: Cell = Cell { day: Day(0), interval: 2 };

    fn heads(plan: &mut Plan, group: &str, shift: &str, days: &[u8], heads: u32) {
        let more = days.iter().map(|&day| Heads { group: group.into(), shift: shift.into(), day, heads });
        plan.staffing.extend(more);
    }

    /// The sample with enough heads that only the assistants' noon is red: 60 minutes of serving on Mondays to Fridays
    /// and nobody there; tidying has its room elsewhere.
    fn ward_and_plan() -> (Ward, Plan) {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        heads(&mut plan, "SPL", "D", &[1, 2, 3, 4, 5], 1);
        plan.placements.iter_mut().filter(|p| p.row == 5).for_each(|p| p.group = "HFA".into());
        (ward, plan)
    }

    #[test]
    fn a_red_cell_tells_its_tasks_who_could_take_them_and_what_heads_would_mend_it() {
        let (ward, plan) = ward_and_plan();
        let now = Trial::of(&ward, &plan);
        assert_eq!(now.broken.len(), 5, "noon of five days: {:?}", now.broken);
        let red = cell(&now, GroupId(2), NOON);
        assert_eq!((red.minutes, red.capacity, red.over(), red.holds()), (60.0, 0.0, 60.0, false));
        let [task] = &red.tasks[..] else { panic!("serving alone: {:?}", red.tasks) };
        assert_eq!((task.line, task.days, task.minutes), (LineId(2), DaySet::WEEKDAYS, 60.0));
        // HFA: 3 hours × 0.8 = 144 minutes, but tidying may lie there: 60 of 384 minutes a day, early first. SPL: 144 less
        // the 7.5 of rounds around the clock.
        let takers: Vec<_> = task.others.iter().map(|o| (o.group.0, o.free, o.fits)).collect();
        assert_eq!(takers, [(0, 136.5, true), (1, 144.0, true)]);
        let [day] = &red.heads[..] else { panic!("one shift is there at noon: {:?}", red.heads) };
        assert_eq!((day.shift, day.days, day.heads), (ShiftId(6), DaySet::WEEKDAYS, 1));
        assert!((day.year_kr - 290.0 * 7.5 / 0.9 * 5.0 * 52.0).abs() < 0.01, "{}", day.year_kr);
        assert_eq!(day.breaks, []);
        // A cell that holds asks for nothing.
        let good = cell(&now, GroupId(1), MORNING);
        assert!(good.holds() && good.heads.is_empty() && !good.tasks.is_empty());
    }

    #[test]
    fn who_has_no_room_for_the_whole_placement_isnt_told_as_a_way_out() {
        let (ward, mut plan) = ward_and_plan();
        // Friday's noon of HFA is gone: serving would find no room there on Fridays.
        plan.staffing.retain(|h| !(h.group == "HFA" && h.day == 5));
        plan.placements.iter_mut().filter(|p| p.row == 2 || p.row == 5).for_each(|p| p.group = "SPL".into());
        let red = cell(&Trial::of(&ward, &plan), GroupId(2), NOON);
        let hfa = red.tasks[0].others.iter().find(|o| o.group == GroupId(1)).expect("it may");
        assert!(hfa.free >= 60.0 && !hfa.fits, "{hfa:?}");
    }

    #[test]
    fn bound_work_without_its_heads_is_red_and_mended_by_so_many() {
        let (mut ward, mut plan) = ward_and_plan();
        ward.lines[2].bound = true;
        ward.lines[2].people = 2;
        plan.staffing.retain(|h| h.group != "ASS");
        let red = cell(&Trial::of(&ward, &plan), GroupId(2), NOON);
        assert_eq!(red.bound, Some((2, 0)));
        assert_eq!(red.heads.iter().map(|h| (h.shift.0, h.heads)).collect::<Vec<_>>(), [(6, 2)]);
    }

    #[test]
    fn a_demand_for_presence_tells_when_too_few_are_there() {
        let (mut ward, plan) = ward_and_plan();
        let window = Window { start: Clock(14 * 60), end: Clock(23 * 60) };
        let groups = vec![GroupId(0), GroupId(1)];
        ward.presence =
            vec![Presence { groups, label: "SPL;HFA".into(), window, days: DaySet::WEEKDAYS, count: 2, course: None }];
        let now = Trial::of(&ward, &plan);
        let red = presence(&now, 0, Day(0)).expect("it holds on Mondays");
        // Until 15 two are there; then one nurse in the evening, and one at night.
        assert_eq!(red.runs, [(Window { start: Clock(15 * 60), end: Clock(23 * 60) }, 1)]);
        assert_eq!(red.heads.len(), 0, "no one shift is there from 15 to 23");
        ward.presence[0].window.end = Clock(22 * 60);
        let red = presence(&Trial::of(&ward, &plan), 0, Day(0)).expect("it holds on Mondays");
        // The cheapest first: HFA's evening, then SPL's.
        assert_eq!(red.heads.iter().map(|h| (h.shift.0, h.heads)).collect::<Vec<_>>(), [(4, 1), (1, 1)]);
        let now = Trial::of(&ward, &plan);
        assert!(presence(&now, 0, Day(5)).is_none() && presence(&now, 9, Day(0)).is_none());
    }

    #[test]
    fn today_is_tried_as_it_is() {
        let ward = sample::ward();
        let now = Trial::today(&ward);
        // One nurse on each shift: 07–09 holds 60 of care, 5 of rounds, and tidying where there is room.
        let red = cell(&now, GroupId(0), MORNING);
        assert!((red.capacity - 96.0).abs() < 1e-9 && red.holds(), "{red:?}");
        assert_eq!(now.figures.moves, 0);
    }
}
