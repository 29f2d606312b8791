//! The traffic light on tiny wards in which minutes come in whole units: every way to do, move, hand over and leave out
//! each unit is tried, and none is better.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::check::measure;
use fordel_core::check::shortage::flaws;
use fordel_core::plan::{Plan, Status};
use fordel_core::shortage::asked::{Asked, Moment};
use fordel_core::shortage::rules::{Rules, Within, Yields};
use fordel_core::shortage::{Answer, Sums};
use fordel_core::time::{Cell, Clock, Day, Intervals, WEEK, Window};
use fordel_core::ward::{Count, GroupId, Presence, Priority, TaskLine, Timing, Ward};
use fordel_engine::shortage;

use crate::shortage::{case, question};
use crate::support::random::Chance;
use crate::support::wards::TINY;

/// Minutes of a unit: every line, every share of one and every head's time in a cell are whole numbers of it. Half of it
/// where half of a cell is over.
const UNIT: u32 = 120;
/// Length of a cell.
const CELL: u32 = 480;

/// Sums in the order in which they count: red, yellow, green, later, handed over; in units.
type Worth = [u32; 5];

/// A ward of three cells a day in which all comes in units.
fn grid(seed: u64) -> (Ward, Plan) {
    let mut chance = Chance::new(seed + 9_000_000);
    let (mut ward, mut plan) = case(seed, &TINY);
    let window = |from: u16, to: u16| Window { start: Clock(from * 60), end: Clock(to * 60) };
    let cells = [window(7, 15), window(15, 23), window(23, 7)];
    ward.intervals = Intervals::new(cells.to_vec()).expect("a cut of the day");
    ward.settings.day_profile = None;
    if chance.percent(50) {
        // Much that can wait until the night.
        ward.settings.shortage = Rules { within: Within::Day, ..Rules::default() };
        ward.lines.iter_mut().filter(|_| chance.percent(60)).for_each(|line| line.priority = Some(Priority::Yellow));
    }
    for shift in &mut ward.shifts {
        shift.window = chance.pick(&cells);
    }
    for group in &mut ward.groups {
        group.task_time = chance.pick(&[0.25, 0.5]);
    }
    for line in &mut ward.lines {
        line.minutes_by_group = BTreeMap::new();
        line.people = 1;
        let from = chance.below(3);
        line.timing = match chance.below(4) {
            0 => Timing::AroundTheClock,
            1 => Timing::Span { from: from.min(1), to: from.min(1) + 2 },
            _ => Timing::Span { from, to: from + 1 },
        };
        line.bound = chance.percent(15);
        let length = match line.timing {
            Timing::Span { from, to } => to - from,
            _ => 3,
        };
        let units = length * chance.between(1, 4 - length.min(3));
        line.count = Count::PerDay(1.0);
        line.minutes = f64::from(UNIT) * units as f64;
    }
    ward.presence = if chance.percent(40) {
        let groups = vec![GroupId(chance.below(ward.groups.len()))];
        let days = ward.lines[0].days;
        vec![Presence { groups, label: "noen".into(), window: chance.pick(&cells), days, count: 1, course: None }]
    } else {
        Vec::new()
    };
    for placed in &mut plan.placements {
        let line: &TaskLine = &ward.lines[ward.line_by_row(placed.row).expect("a row").0];
        placed.timing = ward.timing_label(&line.timing);
    }
    plan.workload = measure(&ward, &plan.placements, &plan.staffing).workload;
    plan.status = Status::Feasible;
    (ward, plan)
}

/// Units of work that share where they may be done.
struct Work {
    units: u32,
    colour: Priority,
    /// Where each unit may be done, with what it costs there: later, handed over.
    places: Vec<(usize, u32, u32)>,
}

/// The best of all that can be done, by trying: first who keeps each watch, then where each unit of work goes.
struct Tried<'a> {
    ward: &'a Ward,
    cells: Vec<Cell>,
    /// Heads by group and cell.
    heads: Vec<Vec<u32>>,
    works: Vec<Work>,
    /// Watches: planned group, cell, groups that may.
    watches: Vec<(GroupId, usize, Vec<GroupId>)>,
    gaps: u32,
    /// Minutes to come of each cell.
    left: Vec<u32>,
    /// Minutes of a unit.
    unit: u32,
}

impl<'a> Tried<'a> {
    /// Nothing if flexible work has begun before what is to come: how much of it is left isn't a matter of trying. Nothing
    /// either if work may wait while the shift lasts and the shift is over.
    fn new(ward: &'a Ward, plan: &Plan, asked: &Asked) -> Option<Tried<'a>> {
        let slot = |minute: u32| ((minute + WEEK - 420) % WEEK / CELL) as usize;
        let all: Vec<Cell> = Day::all().flat_map(|day| (0..3).map(move |interval| Cell { day, interval })).collect();
        let over = asked.moment.over;
        if over >= asked.moment.stretch.minutes && ward.settings.shortage.within == Within::Shift {
            return None;
        }
        let unit = if over.is_multiple_of(CELL) { UNIT } else { UNIT / 2 };
        let first = slot(asked.moment.stretch.start + over);
        let mut last = slot(asked.moment.stretch.start + asked.moment.stretch.minutes - 1);
        while last % 3 != 2 {
            last += 1;
        }
        let count = (last + all.len() - first) % all.len() + 1;
        let cells: Vec<Cell> = (0..count).map(|i| all[(first + i) % all.len()]).collect();
        // Heads are the same all through a cell, and so is the work: half of the cell is half of its work.
        let left: Vec<u32> = (0..count).map(|i| if i == 0 { CELL - over % CELL } else { CELL }).collect();
        let of_shift = slot(asked.moment.stretch.start + asked.moment.stretch.minutes - 1);
        let touched = (of_shift + all.len() - first) % all.len();
        let mut heads = vec![vec![0; count]; ward.groups.len()];
        for told in &plan.staffing {
            let index =
                ward.shifts.iter().position(|s| ward.group(s.group).code == told.group && s.name == told.shift)?;
            let shift = &ward.shifts[index];
            let missing = asked.absent.iter().find(|a| a.shift.0 == index && asked.moment.day.number() == told.day);
            let there = told.heads - missing.map_or(0, |a| a.heads);
            let at = slot(shift.window.on(Day(told.day - 1)).start);
            if let Some(own) = cells.iter().position(|c| *c == all[at]) {
                heads[shift.group.0][own] += there;
            }
        }
        let order = ward.order();
        let known: BTreeSet<GroupId> = ward.certificates.iter().map(|c| c.group).collect();
        let mut tried = Tried { ward, cells, heads, works: Vec::new(), watches: Vec::new(), gaps: 0, left, unit };
        for placed in &plan.placements {
            let line = &ward.lines[ward.line_by_row(placed.row)?.0];
            let group = ward.group_by_code(&placed.group)?;
            // Courses are tried elsewhere: here nobody's certificates stand in the way.
            if line.training.iter().any(|(g, _)| known.contains(g)) {
                return None;
            }
            let may: Vec<GroupId> = ward.group_ids().filter(|g| order.forbids(line, *g).is_none()).collect();
            for day in placed.days.iter().map(|d| Day(d - 1)) {
                let own: Vec<usize> = match line.timing {
                    Timing::Span { from, to } => (from..to).collect(),
                    _ => (0..3).collect(),
                };
                let at = |interval: &usize| tried.cells.iter().position(|c| *c == Cell { day, interval: *interval });
                let to_come: Vec<usize> = own.iter().filter_map(at).collect();
                if to_come.is_empty() {
                    continue;
                }
                if line.bound {
                    tried.watches.extend(to_come.iter().map(|c| (group, *c, may.clone())));
                    continue;
                }
                let colour = line.priority.unwrap_or(Priority::Red);
                let rules = &ward.settings.shortage;
                let waits = match colour {
                    Priority::Red => false,
                    Priority::Yellow => rules.yellow == Yields::Waits,
                    Priority::Green => rules.green == Yields::Waits,
                };
                let units = line.minutes as u32 / unit;
                let flexible = line.flexible && own.len() > 1;
                if flexible && (to_come.len() < own.len() || to_come.iter().any(|c| tried.left[*c] < CELL)) {
                    return None;
                }
                let parts: Vec<(u32, Vec<usize>)> = if flexible {
                    vec![(units, to_come.clone())]
                } else {
                    let of_cell = |c: usize| units / own.len() as u32 * tried.left[c] / CELL;
                    to_come.iter().map(|c| (of_cell(*c), vec![*c])).collect()
                };
                for (units, on_time) in parts {
                    let latest = on_time[on_time.len() - 1];
                    let is_later = |c: &usize| {
                        let reached = match rules.within {
                            Within::Timing => false,
                            Within::Shift => *c <= touched,
                            Within::Day => (latest + 1..=*c).all(|n| tried.cells[n].interval != 0),
                        };
                        *c > latest && (to_come.contains(c) || reached)
                    };
                    let mut places = Vec::new();
                    for cell in 0..tried.cells.len() {
                        let late = u32::from(!on_time.contains(&cell));
                        if late == 0 || waits && is_later(&cell) {
                            places.extend(may.iter().map(|g| (g.0 * count + cell, late, u32::from(*g != group))));
                        }
                    }
                    tried.works.push(Work { units, colour, places });
                }
            }
        }
        for rule in &ward.presence {
            for day in rule.days.iter() {
                let cell = all[slot(rule.window.on(day).start)];
                if let Some(own) = tried.cells.iter().position(|c| *c == cell) {
                    let there: u32 = rule.groups.iter().map(|g| tried.heads[g.0][own]).sum();
                    tried.gaps += rule.count.saturating_sub(there) * tried.left[own] / unit;
                }
            }
        }
        Some(tried)
    }

    fn best(&self) -> Worth {
        self.keep(0, &self.heads, [self.gaps, 0, 0, 0, 0])
    }

    /// Tries who keeps the watches from this one on.
    fn keep(&self, from: usize, heads: &[Vec<u32>], worth: Worth) -> Worth {
        let Some((planned, cell, may)) = self.watches.get(from) else {
            let units = |g: usize, left: u32| (f64::from(left / self.unit) * self.ward.groups[g].task_time) as u32;
            let row = |(g, row): (usize, &Vec<u32>)| -> Vec<u32> {
                row.iter().zip(&self.left).map(|(heads, left)| heads * units(g, *left)).collect()
            };
            return self.place(heads.iter().enumerate().flat_map(row).collect(), worth);
        };
        let mut short = worth;
        short[0] += self.left[*cell] / self.unit;
        let mut best = self.keep(from + 1, heads, short);
        for group in may.iter().filter(|g| heads[g.0][*cell] > 0) {
            let mut fewer = heads.to_vec();
            fewer[group.0][*cell] -= 1;
            let mut held = worth;
            held[4] += if group == planned { 0 } else { self.left[*cell] / self.unit };
            best = best.min(self.keep(from + 1, &fewer, held));
        }
        best
    }

    /// Tries every place for every unit of work; of ways that leave the same room only the best goes on.
    fn place(&self, room: Vec<u32>, worth: Worth) -> Worth {
        let mut ways: BTreeMap<Vec<u32>, Worth> = BTreeMap::from([(room, worth)]);
        for work in &self.works {
            for _ in 0..work.units {
                let mut next: BTreeMap<Vec<u32>, Worth> = BTreeMap::new();
                let mut offer = |room: Vec<u32>, worth: Worth| {
                    let own = next.entry(room).or_insert(worth);
                    *own = worth.min(*own);
                };
                for (room, worth) in &ways {
                    let mut left = *worth;
                    left[work.colour as usize] += 1;
                    offer(room.clone(), left);
                    for (place, later, handed) in work.places.iter().filter(|(place, ..)| room[*place] > 0) {
                        let (mut room, mut worth) = (room.clone(), *worth);
                        room[*place] -= 1;
                        worth[3] += later;
                        worth[4] += handed;
                        offer(room, worth);
                    }
                }
                ways = next;
            }
        }
        ways.into_values().min().expect("to do nothing is a way")
    }
}

fn in_units(sums: &Sums, unit: u32) -> [f64; 5] {
    [sums.red, sums.yellow, sums.green, sums.later, sums.handed_over].map(|minutes| minutes / f64::from(unit))
}

#[test]
fn of_all_that_can_be_done_nothing_is_better() {
    let mut counts = [0; 5];
    let mut tried_in_all = 0;
    let (mut late, mut running) = (0, 0);
    // Each question at the start of its shift, and when its first cell has ended: a night is the last of its day. Some when
    // half of the first cell is over.
    let whole = (0..1500).flat_map(|seed| [(seed, 0), (seed, CELL)]);
    for (seed, over) in whole.chain((0..600).map(|seed| (seed, CELL / 2))) {
        let (ward, plan) = grid(seed);
        let Some(asked) = question(&ward, &plan, &mut Chance::new(seed)) else { continue };
        if over == CELL && (asked.moment.stretch.start + WEEK - 420) % WEEK / CELL % 3 == 2 {
            continue;
        }
        let asked = Asked { moment: Moment { over, ..asked.moment }, ..asked };
        let Some(tried) = Tried::new(&ward, &plan, &asked) else { continue };
        let best = tried.best();
        let answer: Answer = shortage(&ward, &plan, &asked);
        assert!(flaws(&ward, &plan, &answer).is_empty(), "seed {seed}: {:?}", flaws(&ward, &plan, &answer));
        let sums = in_units(&answer.sums, tried.unit);
        for ((own, best), count) in sums.iter().zip(best).zip(&mut counts) {
            assert!((own - f64::from(best)).abs() < 1e-3, "seed {seed}, {over} over: {sums:?}, best is {best:?}");
            *count += usize::from(best > 0);
        }
        tried_in_all += 1;
        late += usize::from(over == CELL);
        running += usize::from(over == CELL / 2);
    }
    let early = tried_in_all - late - running;
    assert!(early > 400 && late > 30 && running > 40, "{early} early, {late} late, {running} in the middle of a cell");
    assert!(counts.iter().all(|n| *n > 15), "red, yellow, green, later, handed over: {counts:?}");
}
