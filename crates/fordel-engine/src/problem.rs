//! The ward in numbers: whole heads, placements with their options, and what limits them.
//!
//! Everything that the search needs is computed once here; ids are indices into these lists. Minutes are minutes
//! of one week, money is kroner a year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fordel_core::order::GroupOrder;
use fordel_core::rule::Rule;
use fordel_core::time::{Cell, Day, DaySet, Stretch, WEEK};
use fordel_core::ward::{Alike, Count, Goal, GroupId, LineId, Part, Presence, ShiftId, TaskLine, Timing, Ward};

use crate::money;

/// A demand that can be named in a conflict, be lifted, or have a worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// At most the positions there are.
    Positions(GroupId),
    /// At least the positions that must be used.
    PositionsLeast(GroupId),
    /// At most the people there are, in årsverk.
    People(GroupId),
    /// Weekend heads within what the people can carry.
    Weekends(GroupId),
    /// A presence rule.
    Presence(usize),
    /// Least heads of a shift.
    ShiftMin(ShiftId),
    /// Most heads of a shift.
    ShiftMax(ShiftId),
    /// The work of a line.
    Line(LineId),
    /// The line's pin.
    Pinned(LineId),
    /// Most kroner a year.
    Budget,
    /// Most moves.
    MaxMoves,
}

impl Demand {
    /// The rule's name in messages and JSON; `work` for a line that must be done.
    pub fn name(self) -> &'static str {
        match self {
            Demand::Positions(_) => Rule::Positions.name(),
            Demand::PositionsLeast(_) => Rule::PositionsLeast.name(),
            Demand::People(_) => Rule::People.name(),
            Demand::Weekends(_) => Rule::Weekends.name(),
            Demand::Presence(_) => Rule::Presence.name(),
            Demand::ShiftMin(_) => Rule::ShiftMin.name(),
            Demand::ShiftMax(_) => Rule::ShiftMax.name(),
            Demand::Line(_) => "work",
            Demand::Pinned(_) => Rule::Pinned.name(),
            Demand::Budget => Rule::Budget.name(),
            Demand::MaxMoves => Rule::MaxMoves.name(),
        }
    }
    /// The part of the ward where it stands.
    pub fn part(self) -> Option<Part> {
        Some(match self {
            Demand::Positions(g) => Part::Positions(g),
            Demand::PositionsLeast(g) => Part::PositionsLeast(g),
            Demand::People(g) => Part::People(g),
            Demand::Weekends(g) => Part::WeekendEvery(g),
            Demand::Presence(i) => Part::Presence(i),
            Demand::ShiftMin(s) => Part::ShiftMin(s),
            Demand::ShiftMax(s) => Part::ShiftMax(s),
            Demand::Line(l) => Part::Line(l),
            Demand::Pinned(l) => Part::Pinned(l),
            Demand::Budget => Part::Budget,
            Demand::MaxMoves => return None,
        })
    }
}

/// Where the lines may stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// On any group that qualifies.
    Free,
    /// On today's group; freely where it isn't told or doesn't qualify.
    Carried,
    /// On the lowest group that qualifies.
    Rightmost,
}

/// How a problem differs from the ward as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Where the lines may stand.
    pub standing: Standing,
    /// Whether days share their heads.
    pub alike: Alike,
    /// Lines held on a group.
    pub pins: Vec<(LineId, GroupId)>,
    /// One placement held on a group, or kept from it: (line, its days, group, held).
    pub held: Vec<(LineId, DaySet, GroupId, bool)>,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// Most moves.
    pub max_moves: Option<u32>,
    /// Positions, most heads and people with their weekends are lifted.
    pub lifted: bool,
}

impl Scenario {
    /// The request as it stands.
    pub fn of(request: &crate::Request) -> Scenario {
        Scenario {
            standing: Standing::Free,
            alike: request.alike,
            pins: request.pins.clone(),
            held: Vec::new(),
            budget_kr: request.budget_kr,
            max_moves: request.max_moves,
            lifted: false,
        }
    }
    /// Only the rules of the ward, lines standing as told: how comparisons are measured.
    pub fn comparison(alike: Alike, standing: Standing, lifted: bool) -> Scenario {
        Scenario { standing, alike, pins: Vec::new(), held: Vec::new(), budget_kr: None, max_moves: None, lifted }
    }
}

/// Heads of a shift on days that share them: one whole number.
#[derive(Clone, Debug)]
pub struct HeadVar {
    /// The shift.
    pub shift: ShiftId,
    /// Its group.
    pub group: GroupId,
    /// The days that share the number.
    pub days: DaySet,
    /// Least heads.
    pub min: u32,
    /// Most heads.
    pub max: u32,
    /// Kroner a year for one more head.
    pub year_kr: f64,
    /// Paid hours a week for one more head.
    pub paid_hours: f64,
}

/// A line's weekdays or weekend.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The line.
    pub line: LineId,
    /// Its days.
    pub days: DaySet,
    /// The groups it may stand on.
    pub options: Vec<Choice>,
}

/// A placement on one group.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The group.
    pub group: GroupId,
    /// Minutes that fall in cells by themselves: (cell, minutes). Bound work holds capacity here.
    pub fixed: Vec<(usize, f64)>,
    /// Minutes that may be spread: (index in [`Problem::pools`], minutes).
    pub flexible: Vec<(usize, f64)>,
    /// Courses it needs: indices in [`Problem::trainings`].
    pub trainings: Vec<usize>,
    /// People it holds: (index in [`Problem::instants`], people).
    pub holds: Vec<(usize, f64)>,
    /// Minutes a week, for goals and sums.
    pub minutes: f64,
    /// Contribution to `overqualified`.
    pub overqualified: f64,
    /// Contribution to `changes`.
    pub changes: f64,
    /// Whether it is a move from a told and qualifying `today`.
    pub moved: bool,
    /// Index of the (task, group) pair.
    pub pair: usize,
}

/// A set of cells over which a day's flexible minutes may be spread.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pool {
    /// Cells, in the order of time.
    pub cells: Vec<usize>,
}

/// A course that a group's people would take.
#[derive(Clone, Debug)]
pub struct TrainingPair {
    /// The group.
    pub group: GroupId,
    /// Index in the ward's courses.
    pub course: usize,
    /// Kroner a year if used.
    pub year_kr: f64,
}

/// A stretch between two starts or ends of shifts in which a group's heads don't change.
#[derive(Clone, Debug)]
pub struct Instant {
    /// The group.
    pub group: GroupId,
    /// Head variables present, by how many of their days' shifts cover it.
    pub heads: Vec<(usize, f64)>,
}

/// A linear limit on heads.
#[derive(Clone, Debug)]
pub struct Limit {
    /// Whose limit it is.
    pub demand: Demand,
    /// Σ coefficient × heads …
    pub terms: Vec<(usize, f64)>,
    /// … at least this,
    pub least: f64,
    /// at most this.
    pub most: f64,
}

/// The ward in numbers.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Number of groups.
    pub groups: usize,
    /// Number of cells: 7 × intervals, day by day.
    pub cells: usize,
    /// Heads.
    pub heads: Vec<HeadVar>,
    /// Placements.
    pub placements: Vec<Placement>,
    /// Capacity of group g in cell c is Σ minutes × heads over `supply[g][c]`.
    pub supply: Vec<Vec<Vec<(usize, f64)>>>,
    /// Pools of flexible minutes.
    pub pools: Vec<Pool>,
    /// Courses that may be needed.
    pub trainings: Vec<TrainingPair>,
    /// Instants at which bound work must be there.
    pub instants: Vec<Instant>,
    /// Limits on heads: positions, people, weekends, presence.
    pub limits: Vec<Limit>,
    /// Scarce groups.
    pub scarce: Vec<bool>,
    /// Number of (task, group) pairs.
    pub pairs: usize,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// Most moves.
    pub max_moves: Option<u32>,
}

impl Problem {
    /// Computes the numbers of a ward in a scenario.
    pub fn new(ward: &Ward, scenario: &Scenario) -> Problem {
        Builder::new(ward, scenario).build()
    }

    /// Kroner a year of heads and the courses that the choices need.
    pub fn cost(&self, heads: &[u32], chosen: &[usize]) -> f64 {
        let wages: f64 = self.heads.iter().zip(heads).map(|(h, n)| h.year_kr * f64::from(*n)).sum();
        wages + self.trainings_of(chosen).into_iter().map(|t| self.trainings[t].year_kr).sum::<f64>()
    }

    /// Courses that the choices need.
    pub fn trainings_of(&self, chosen: &[usize]) -> BTreeSet<usize> {
        self.placements.iter().zip(chosen).flat_map(|(p, o)| p.options[*o].trainings.iter().copied()).collect()
    }

    /// Value of a goal.
    pub fn goal(&self, goal: Goal, heads: &[u32], chosen: &[usize]) -> f64 {
        let over = |f: &dyn Fn(&Choice) -> f64| -> f64 {
            self.placements.iter().zip(chosen).map(|(p, o)| f(&p.options[*o])).sum()
        };
        match goal {
            Goal::Cost => self.cost(heads, chosen),
            Goal::Overqualified => over(&|c| c.overqualified),
            Goal::Changes => over(&|c| c.changes),
            Goal::ScarceHours => {
                let scarce = self.heads.iter().zip(heads).filter(|(h, _)| self.scarce[h.group.0]);
                scarce.map(|(h, n)| h.paid_hours * f64::from(*n)).sum()
            }
            Goal::Spread => {
                let pairs: BTreeSet<usize> =
                    self.placements.iter().zip(chosen).map(|(p, o)| p.options[*o].pair).collect();
                pairs.len() as f64
            }
        }
    }

    /// Capacity of each group in each cell, minutes.
    pub fn capacity(&self, heads: &[u32]) -> Vec<Vec<f64>> {
        let of = |terms: &Vec<(usize, f64)>| terms.iter().map(|(h, m)| m * f64::from(heads[*h])).sum();
        self.supply.iter().map(|cells| cells.iter().map(of).collect()).collect()
    }

    /// Number of moves.
    pub fn moves(&self, chosen: &[usize]) -> u32 {
        self.placements.iter().zip(chosen).map(|(p, o)| u32::from(p.options[*o].moved)).sum()
    }
}

struct Builder<'a> {
    ward: &'a Ward,
    scenario: &'a Scenario,
    order: GroupOrder,
    heads: Vec<HeadVar>,
    pools: BTreeMap<Pool, usize>,
    trainings: BTreeMap<(GroupId, usize), usize>,
    pairs: BTreeMap<(String, GroupId), usize>,
    /// Starts of the stretches between which no shift starts or ends, by group.
    breaks: Vec<Vec<u32>>,
    instants: BTreeMap<(usize, u32), usize>,
}

impl<'a> Builder<'a> {
    fn new(ward: &'a Ward, scenario: &'a Scenario) -> Self {
        let heads = head_vars(ward, scenario);
        let breaks = ward.group_ids().map(|g| breaks(ward, &[g], &[])).collect();
        Builder {
            ward,
            scenario,
            order: ward.order(),
            heads,
            pools: BTreeMap::new(),
            trainings: BTreeMap::new(),
            pairs: BTreeMap::new(),
            breaks,
            instants: BTreeMap::new(),
        }
    }

    fn build(mut self) -> Problem {
        let ward = self.ward;
        let placements: Vec<Placement> = (0..ward.lines.len())
            .flat_map(|l| ward.lines[l].placements().into_iter().map(move |days| (LineId(l), days)))
            .map(|(line, days)| self.placement(line, days))
            .collect();
        let limits = self.limits();
        let supply = self.supply();
        let mut trainings = vec![None; self.trainings.len()];
        for ((group, course), index) in &self.trainings {
            let people = money::people_to_train(ward, *group, fordel_core::ward::CourseId(*course));
            let year_kr = people * money::course_kr_per_person(ward, *group, &ward.courses[*course]);
            trainings[*index] = Some(TrainingPair { group: *group, course: *course, year_kr });
        }
        let mut pools = vec![Pool { cells: Vec::new() }; self.pools.len()];
        for (pool, index) in &self.pools {
            pools[*index] = pool.clone();
        }
        let mut instants = vec![None; self.instants.len()];
        for ((g, start), index) in &self.instants {
            let heads = self.present(&[GroupId(*g)], *start);
            instants[*index] = Some(Instant { group: GroupId(*g), heads });
        }
        Problem {
            groups: ward.groups.len(),
            cells: 7 * ward.intervals.len(),
            placements,
            supply,
            pools,
            trainings: trainings.into_iter().flatten().collect(),
            instants: instants.into_iter().flatten().collect(),
            limits,
            scarce: ward.groups.iter().map(|g| g.scarce).collect(),
            pairs: self.pairs.len(),
            budget_kr: self.scenario.budget_kr,
            max_moves: self.scenario.max_moves,
            heads: self.heads,
        }
    }

    fn cell(&self, cell: Cell) -> usize {
        usize::from(cell.day.0) * self.ward.intervals.len() + cell.interval
    }

    fn placement(&mut self, line: LineId, days: DaySet) -> Placement {
        let task = &self.ward.lines[line.0];
        let options = self.groups_for(line, days).into_iter().map(|g| self.choice(task, days, g)).collect();
        Placement { line, days, options }
    }

    /// The groups on which the scenario lets the placement stand, left to right.
    fn groups_for(&self, line: LineId, days: DaySet) -> Vec<GroupId> {
        let task = &self.ward.lines[line.0];
        let mut groups = self.order.qualified(task);
        let keep = |groups: &mut Vec<GroupId>, group: GroupId| {
            if groups.contains(&group) {
                *groups = vec![group];
            }
        };
        match self.scenario.standing {
            Standing::Free => {}
            Standing::Carried => {
                if let Some(today) = task.today {
                    keep(&mut groups, today);
                }
            }
            Standing::Rightmost => {
                if let Some(lowest) = self.order.lowest_qualified(task) {
                    keep(&mut groups, lowest);
                }
            }
        }
        for (pinned, group) in &self.scenario.pins {
            if *pinned == line {
                groups.retain(|g| g == group);
            }
        }
        for (held, on, group, stays) in &self.scenario.held {
            if *held == line && *on == days {
                groups.retain(|g| (g == group) == *stays);
            }
        }
        groups
    }

    fn choice(&mut self, task: &TaskLine, days: DaySet, group: GroupId) -> Choice {
        let ward = self.ward;
        let mut choice = Choice {
            group,
            fixed: Vec::new(),
            flexible: Vec::new(),
            trainings: Vec::new(),
            holds: Vec::new(),
            minutes: 0.0,
            overqualified: 0.0,
            changes: 0.0,
            moved: false,
            pair: 0,
        };
        let mut fixed: BTreeMap<usize, f64> = BTreeMap::new();
        for day in days.iter() {
            let cells = self.cells_of(task, day);
            if task.bound {
                self.hold(task, group, &cells, &mut choice, &mut fixed);
                continue;
            }
            let minutes = count(ward, task, day) * task.minutes_on(group) * f64::from(task.people);
            choice.minutes += minutes;
            if cells.len() > 1 && task.flexible {
                let mut indices: Vec<usize> = cells.iter().map(|c| self.cell(*c)).collect();
                indices.dedup();
                let next = self.pools.len();
                let pool = *self.pools.entry(Pool { cells: indices }).or_insert(next);
                choice.flexible.push((pool, minutes));
            } else {
                let weights: Vec<f64> = cells.iter().map(|c| self.weight(c.interval)).collect();
                let total: f64 = weights.iter().sum();
                for (cell, weight) in cells.iter().zip(weights) {
                    *fixed.entry(self.cell(*cell)).or_default() += minutes * weight / total;
                }
            }
        }
        choice.fixed = fixed.into_iter().collect();
        choice.flexible.retain(|(_, m)| *m > 0.0);
        for (_, course) in task.training.iter().filter(|(g, _)| *g == group) {
            let next = self.trainings.len();
            choice.trainings.push(*self.trainings.entry((group, course.0)).or_insert(next));
        }
        if self.order.lowest_qualified(task) != Some(group) {
            choice.overqualified = choice.minutes * if ward.group(group).scarce { 2.0 } else { 1.0 };
        }
        if let Some(today) = task.today.filter(|t| *t != group) {
            choice.changes = choice.minutes;
            choice.moved = self.order.forbids(task, today).is_none();
        }
        let next = self.pairs.len();
        choice.pair = *self.pairs.entry((task.task_key.clone(), group)).or_insert(next);
        choice
    }

    /// Bound work: people × length in sums, capacity held in each cell, heads held at each instant.
    fn hold(&mut self, task: &TaskLine, group: GroupId, cells: &[Cell], choice: &mut Choice, fixed: &mut BTreeMap<usize, f64>) {
        let ward = self.ward;
        let people = f64::from(task.people);
        for cell in cells {
            let stretch = ward.intervals.stretch(*cell);
            let length = f64::from(stretch.minutes);
            choice.minutes += people * length;
            *fixed.entry(self.cell(*cell)).or_default() += people * length * ward.group(group).task_time;
            for start in starts_within(&self.breaks[group.0], stretch) {
                let next = self.instants.len();
                let instant = *self.instants.entry((group.0, start)).or_insert(next);
                match choice.holds.iter_mut().find(|(i, _)| *i == instant) {
                    // Two cells of one line never overlap, so an instant cut by a cell's edge is held once.
                    Some(_) => {}
                    None => choice.holds.push((instant, people)),
                }
            }
        }
    }

    fn cells_of(&self, task: &TaskLine, day: Day) -> Vec<Cell> {
        let intervals = &self.ward.intervals;
        match task.timing {
            Timing::Span { from, to } => intervals.span_cells(from..to, day),
            Timing::AroundTheClock => (0..intervals.len()).map(|interval| Cell { day, interval }).collect(),
            Timing::Daytime => intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
        }
    }

    fn weight(&self, interval: usize) -> f64 {
        match &self.ward.settings.day_profile {
            Some(profile) => profile[interval],
            None => f64::from(self.ward.intervals.get(interval).minutes()),
        }
    }

    /// Heads of some groups that are present in the stretch that starts at this minute, by head variable.
    fn present(&self, groups: &[GroupId], minute: u32) -> Vec<(usize, f64)> {
        let covers = |h: &HeadVar| {
            let window = self.ward.shifts[h.shift.0].window;
            h.days.iter().filter(|d| window.on(*d).contains(minute)).count()
        };
        let of = |(i, h): (usize, &HeadVar)| (groups.contains(&h.group)).then(|| (i, covers(h) as f64));
        self.heads.iter().enumerate().filter_map(of).filter(|(_, n)| *n > 0.0).collect()
    }

    fn supply(&self) -> Vec<Vec<Vec<(usize, f64)>>> {
        let intervals = &self.ward.intervals;
        let mut supply = vec![vec![Vec::new(); 7 * intervals.len()]; self.ward.groups.len()];
        for (index, head) in self.heads.iter().enumerate() {
            let window = self.ward.shifts[head.shift.0].window;
            let task_time = self.ward.group(head.group).task_time;
            for cell in intervals.cells() {
                let stretch = intervals.stretch(cell);
                let overlap: u32 = head.days.iter().map(|d| window.on(d).overlap(stretch)).sum();
                if overlap > 0 {
                    supply[head.group.0][self.cell(cell)].push((index, f64::from(overlap) * task_time));
                }
            }
        }
        supply
    }

    fn limits(&self) -> Vec<Limit> {
        let ward = self.ward;
        let mut limits = Vec::new();
        for (i, group) in ward.groups.iter().enumerate() {
            let g = GroupId(i);
            let own = || self.heads.iter().enumerate().filter(move |(_, h)| h.group == g);
            let fte: Vec<(usize, f64)> =
                own().map(|(h, v)| (h, v.paid_hours * money::fte_per_paid_hour(group))).collect();
            let mut add = |demand, terms: &Vec<(usize, f64)>, least, most| {
                limits.push(Limit { demand, terms: terms.clone(), least, most });
            };
            if let Some(most) = group.positions.filter(|_| !self.scenario.lifted) {
                add(Demand::Positions(g), &fte, f64::NEG_INFINITY, most);
            }
            if let Some(least) = group.positions_least {
                add(Demand::PositionsLeast(g), &fte, least, f64::INFINITY);
            }
            if let Some(people) = group.people.filter(|_| !self.scenario.lifted) {
                add(Demand::People(g), &fte, f64::NEG_INFINITY, people);
                for day in DaySet::WEEKEND.iter() {
                    let terms: Vec<(usize, f64)> =
                        own().filter(|(_, v)| v.days.contains(day)).map(|(h, _)| (h, 1.0)).collect();
                    if !terms.is_empty() {
                        // Whole heads: what is left of a head can't be used.
                        let most = (people / group.weekend_every + 1e-9).floor();
                        add(Demand::Weekends(g), &terms, f64::NEG_INFINITY, most);
                    }
                }
            }
        }
        for (index, rule) in ward.presence.iter().enumerate() {
            limits.extend(self.presence(index, rule));
        }
        limits
    }

    /// One limit for each set of head variables that covers some instant of the rule's windows.
    fn presence(&self, index: usize, rule: &Presence) -> Vec<Limit> {
        let windows: Vec<Stretch> = rule.days.iter().map(|d| rule.window.on(d)).collect();
        let cut = breaks(self.ward, &rule.groups, &windows);
        let mut seen = BTreeSet::new();
        let mut limits = Vec::new();
        for window in windows {
            for start in starts_within(&cut, window) {
                let terms = self.present(&rule.groups, start);
                if seen.insert(terms.iter().map(|(h, n)| (*h, *n as u32)).collect::<Vec<_>>()) {
                    limits.push(Limit {
                        demand: Demand::Presence(index),
                        terms,
                        least: f64::from(rule.count),
                        most: f64::INFINITY,
                    });
                }
            }
        }
        limits
    }
}

/// Occurrences of a line on a day.
fn count(ward: &Ward, task: &TaskLine, day: Day) -> f64 {
    let days = f64::from(task.days.len());
    match task.count {
        Count::PerDay(n) => n,
        Count::PerDriver(rate, driver) => rate * ward.drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(n) => n / days,
        Count::PerMonth(n) => n * 7.0 / 30.4 / days,
    }
}

fn head_vars(ward: &Ward, scenario: &Scenario) -> Vec<HeadVar> {
    let mut heads = Vec::new();
    for (s, shift) in ward.shifts.iter().enumerate() {
        let parts: Vec<DaySet> = match scenario.alike {
            Alike::Weekdays => vec![shift.days.and(DaySet::WEEKDAYS), shift.days.and(DaySet::WEEKEND)],
            Alike::No => shift.days.iter().map(|d| DaySet::from_iter([d])).collect(),
        };
        for days in parts.into_iter().filter(|d| !d.is_empty()) {
            heads.push(HeadVar {
                shift: ShiftId(s),
                group: shift.group,
                days,
                min: shift.min,
                max: if scenario.lifted { shift.max.max(LIFTED) } else { shift.max },
                year_kr: money::WEEKS * days.iter().map(|d| money::shift_kr(ward, shift, d)).sum::<f64>(),
                paid_hours: shift.paid_hours * f64::from(days.len()),
            });
        }
    }
    heads
}

/// Most heads of a shift where the ward's own limit is lifted: far beyond any ward.
const LIFTED: u32 = 999;

/// Minutes of the week at which a shift of these groups, or one of these stretches, starts or ends.
fn breaks(ward: &Ward, groups: &[GroupId], stretches: &[Stretch]) -> Vec<u32> {
    let mut minutes = BTreeSet::new();
    let mut add = |s: Stretch| {
        minutes.insert(s.start);
        minutes.insert((s.start + s.minutes) % WEEK);
    };
    for shift in ward.shifts.iter().filter(|s| groups.contains(&s.group)) {
        shift.days.iter().for_each(|d| add(shift.window.on(d)));
    }
    stretches.iter().for_each(|s| add(*s));
    minutes.into_iter().collect()
}

/// The starts of the stretches between breaks that hold some minute of `within`.
fn starts_within(breaks: &[u32], within: Stretch) -> Vec<u32> {
    let mut starts: Vec<u32> = breaks.iter().copied().filter(|b| within.contains(*b)).collect();
    if !breaks.contains(&within.start) {
        // The stretch that is under way when the window opens.
        starts.push(breaks.iter().rev().find(|b| **b < within.start).or(breaks.last()).copied().unwrap_or(within.start));
    }
    starts
}

/// Ranges of cells by day.
pub fn cells_of_day(cells: usize, day: Day) -> Range<usize> {
    let n = cells / 7;
    usize::from(day.0) * n..(usize::from(day.0) + 1) * n
}
