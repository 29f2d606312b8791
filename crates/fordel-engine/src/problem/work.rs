//! Task lines as placements with their options: minutes in cells, people held, courses, and what the goals count.

use std::collections::BTreeMap;

use fordel_core::order::GroupOrder;
use fordel_core::time::{Cell, Day, DaySet, Stretch};
use fordel_core::ward::{Count, CourseId, GroupId, LineId, TaskLine, Timing, Ward};

use super::staffing::{breaks, present, starts_within};
use super::{Choice, HeadVar, Instant, Placement, Pool, Scenario, Standing, TrainingPair, cell_index, required};
use crate::money;

/// What the lines of a ward need, collected while their placements are built.
pub(super) struct Lines<'a> {
    ward: &'a Ward,
    scenario: &'a Scenario,
    order: GroupOrder,
    /// Sets of cells over which minutes are spread, by index.
    pools: BTreeMap<Pool, usize>,
    /// Courses of groups, by index.
    trainings: BTreeMap<(GroupId, usize), usize>,
    /// (task, group) pairs, by index.
    pairs: BTreeMap<(String, GroupId), usize>,
    /// Starts of the stretches in which no shift and no cell starts or ends, by group.
    breaks: Vec<Vec<u32>>,
    /// (group, start of the stretch) at which bound work must be there, by index.
    instants: BTreeMap<(GroupId, u32), usize>,
}

impl<'a> Lines<'a> {
    pub fn new(ward: &'a Ward, scenario: &'a Scenario) -> Self {
        let cells: Vec<Stretch> = ward.intervals.cells().map(|cell| ward.intervals.stretch(cell)).collect();
        Lines {
            ward,
            scenario,
            order: ward.order(),
            pools: BTreeMap::new(),
            trainings: BTreeMap::new(),
            pairs: BTreeMap::new(),
            breaks: ward.group_ids().map(|g| breaks(ward, &[g], &cells)).collect(),
            instants: BTreeMap::new(),
        }
    }

    /// All placements, in the order of the lines.
    pub fn placements(&mut self) -> Vec<Placement> {
        let ward = self.ward;
        (0..ward.lines.len())
            .flat_map(|l| ward.lines[l].placements().into_iter().map(move |days| (LineId(l), days)))
            .map(|(line, days)| self.placement(line, days))
            .collect()
    }

    /// The pools by index.
    pub fn pools(&self) -> Vec<Pool> {
        by_index(&self.pools).into_iter().cloned().collect()
    }

    /// Courses with what they cost, by index.
    pub fn trainings(&self) -> Vec<TrainingPair> {
        let ward = self.ward;
        let priced = |group: GroupId, course: usize, people: f64, always: bool| {
            let year_kr = people * money::course_kr_per_person(ward, group, &ward.courses[course]);
            TrainingPair { group, course, year_kr, people, always }
        };
        let mut pairs: Vec<TrainingPair> = Vec::new();
        for (group, course) in by_index(&self.trainings) {
            let people = money::people_to_train(ward, *group, CourseId(*course));
            pairs.push(priced(*group, *course, people, false));
        }
        for (group, course, _) in required::pairs(ward) {
            let people = required::must_train(ward, group, course);
            // Those whom the rules make take it are taken out of those whom the work does.
            for pair in pairs.iter_mut().filter(|pair| (pair.group, pair.course) == (group, course.0)) {
                *pair = priced(group, course.0, (pair.people - people).max(0.0), false);
            }
            if people > 0.0 {
                pairs.push(priced(group, course.0, people, true));
            }
        }
        pairs
    }

    /// Number of (task, group) pairs.
    pub fn pairs(&self) -> usize {
        self.pairs.len()
    }

    /// The instants by index. Those at which the same placements may hold the same heads are one: the choices'
    /// indices are set anew.
    pub fn instants(&self, placements: &mut [Placement], heads: &[HeadVar]) -> Vec<Instant> {
        let mut holders = vec![Vec::new(); self.instants.len()];
        for (p, placement) in placements.iter().enumerate() {
            for (o, choice) in placement.options.iter().enumerate() {
                choice.holds.iter().for_each(|(instant, _)| holders[*instant].push((p, o)));
            }
        }
        let mut instants: Vec<Instant> = Vec::new();
        let mut first = BTreeMap::new();
        let mut renumbered = Vec::new();
        for ((group, start), holders) in by_index(&self.instants).into_iter().zip(holders) {
            let present = present(self.ward, heads, &[*group], *start);
            let key = (present.iter().map(|(h, n)| (*h, *n as u32)).collect::<Vec<_>>(), holders);
            renumbered.push(*first.entry(key).or_insert_with(|| {
                instants.push(Instant { group: *group, heads: present });
                instants.len() - 1
            }));
        }
        for choice in placements.iter_mut().flat_map(|p| &mut p.options) {
            choice.holds.iter_mut().for_each(|(instant, _)| *instant = renumbered[*instant]);
            choice.holds.sort_by_key(|(instant, _)| *instant);
            choice.holds.dedup_by_key(|(instant, _)| *instant);
        }
        instants
    }

    fn placement(&mut self, line: LineId, days: DaySet) -> Placement {
        let task = &self.ward.lines[line.0];
        let options = self.groups_for(line, days).into_iter().map(|g| self.choice(task, days, g)).collect();
        Placement { line, days, people: task.bound.then_some(task.people), options }
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
                let mut indices: Vec<usize> = cells.iter().map(|c| cell_index(ward, *c)).collect();
                indices.dedup();
                let next = self.pools.len();
                let pool = *self.pools.entry(Pool { cells: indices }).or_insert(next);
                choice.flexible.push((pool, minutes));
            } else {
                for (cell, share) in cells.iter().zip(shares(ward, &cells)) {
                    *fixed.entry(cell_index(ward, *cell)).or_default() += minutes * share;
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
    fn hold(
        &mut self,
        task: &TaskLine,
        group: GroupId,
        cells: &[Cell],
        choice: &mut Choice,
        fixed: &mut BTreeMap<usize, f64>,
    ) {
        let ward = self.ward;
        let people = f64::from(task.people);
        for cell in cells {
            let stretch = ward.intervals.stretch(*cell);
            let length = f64::from(stretch.minutes);
            choice.minutes += people * length;
            *fixed.entry(cell_index(ward, *cell)).or_default() += people * length * ward.group(group).task_time;
            for start in starts_within(&self.breaks[group.0], stretch) {
                let next = self.instants.len();
                choice.holds.push((*self.instants.entry((group, start)).or_insert(next), people));
            }
        }
    }

    /// The cells of a line on one of its days.
    fn cells_of(&self, task: &TaskLine, day: Day) -> Vec<Cell> {
        let intervals = &self.ward.intervals;
        match task.timing {
            Timing::Span { from, to } => intervals.span_cells(from..to, day),
            Timing::AroundTheClock => (0..intervals.len()).map(|interval| Cell { day, interval }).collect(),
            Timing::Daytime => intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
        }
    }
}

/// Occurrences of a line on a day.
pub(crate) fn count(ward: &Ward, task: &TaskLine, day: Day) -> f64 {
    let days = f64::from(task.days.len());
    match task.count {
        Count::PerDay(n) => n,
        Count::PerDriver(rate, driver) => rate * ward.drivers[driver.0].by_day[usize::from(day.0)],
        Count::PerWeek(n) => n / days,
        Count::PerMonth(n) => n * 7.0 / 30.4 / days,
    }
}

/// The share of a day's minutes that falls in each cell by itself: by its interval's weight in the day profile, or by
/// its length where there is none or its weights are all zero.
pub(crate) fn shares(ward: &Ward, cells: &[Cell]) -> Vec<f64> {
    let lengths: Vec<f64> = cells.iter().map(|c| f64::from(ward.intervals.get(c.interval).minutes())).collect();
    let profile = ward.settings.day_profile.as_ref();
    let weights = profile.map(|profile| cells.iter().map(|c| profile[c.interval]).collect::<Vec<f64>>());
    let weights = weights.filter(|w| w.iter().sum::<f64>() > 0.0).unwrap_or(lengths);
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / total).collect()
}

/// The keys in the order of their indices.
fn by_index<K>(indices: &BTreeMap<K, usize>) -> Vec<&K> {
    let mut keys: Vec<(&K, usize)> = indices.iter().map(|(key, index)| (key, *index)).collect();
    keys.sort_by_key(|(_, index)| *index);
    keys.into_iter().map(|(key, _)| key).collect()
}
