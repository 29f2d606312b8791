//! The ward in numbers: whole heads, placements with their options, and what limits them.
//!
//! Everything that the search needs is computed once ([`work`] for the lines, [`staffing`] for heads and their limits);
//! ids are indices into these lists. Minutes are minutes of one week, money is kroner a year.

mod demand;
mod required;
mod staffing;
mod tied;
pub(crate) mod work;

use std::collections::BTreeSet;

use fordel_core::time::{Cell, DaySet};
use fordel_core::ward::{Goal, GroupId, LineId, ShiftId, Ward};

pub use demand::{Demand, Scenario, Standing};
pub use tied::Tied;

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

impl HeadVar {
    /// Its shift, on weekdays or in the weekend: heads of the same are one number where days are alike.
    pub fn tie(&self) -> (ShiftId, bool) {
        (self.shift, self.days.iter().all(|d| d.is_weekend()))
    }
}

/// A line's weekdays or weekend.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The line.
    pub line: LineId,
    /// Its days.
    pub days: DaySet,
    /// People that it holds, if it is bound.
    pub people: Option<u32>,
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
    /// People who take it then.
    pub people: f64,
    /// Whether they take it in any case, since a rule of presence asks for holders.
    pub always: bool,
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
    /// By how much the limit moves when what its place holds moves by one.
    pub step: f64,
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
        let heads = staffing::head_vars(ward, scenario);
        let mut lines = work::Lines::new(ward, scenario);
        let mut placements = lines.placements();
        Problem {
            groups: ward.groups.len(),
            cells: 7 * ward.intervals.len(),
            instants: lines.instants(&mut placements, &heads),
            placements,
            supply: staffing::supply(ward, &heads),
            pools: lines.pools(),
            trainings: lines.trainings(),
            limits: staffing::limits(ward, scenario, &heads),
            scarce: ward.groups.iter().map(|g| g.scarce).collect(),
            pairs: lines.pairs(),
            budget_kr: scenario.budget_kr,
            max_moves: scenario.max_moves,
            heads,
        }
    }

    /// Kroner a year of heads and the courses that the choices need.
    pub fn cost(&self, heads: &[u32], chosen: &[usize]) -> f64 {
        let wages: f64 = self.heads.iter().zip(heads).map(|(h, n)| h.year_kr * f64::from(*n)).sum();
        wages + self.trainings_of(chosen).into_iter().map(|t| self.trainings[t].year_kr).sum::<f64>()
    }

    /// Courses that the choices need, and those that are taken in any case.
    pub fn trainings_of(&self, chosen: &[usize]) -> BTreeSet<usize> {
        let always = (0..self.trainings.len()).filter(|t| self.trainings[*t].always);
        let needed = self.placements.iter().zip(chosen).flat_map(|(p, o)| p.options[*o].trainings.iter().copied());
        needed.chain(always).collect()
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

/// A cell's number: day by day, in the ward's order of intervals.
fn cell_index(ward: &Ward, cell: Cell) -> usize {
    usize::from(cell.day.0) * ward.intervals.len() + cell.interval
}
