//! The problem as a linear model with whole columns, one method for each group of rows.
//!
//! `docs/model.md` has the equations; each names the method here that adds it.

use std::collections::BTreeMap;

use fordel_core::ward::Goal;

use crate::cover;
use crate::flexible;
use crate::problem::{Demand, Problem, TrainingPair};
use crate::solver::{Col, INF, Model};

/// Heads for each head variable, and the chosen option for each placement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Heads, in the order of [`Problem::heads`].
    pub heads: Vec<u32>,
    /// Index of the chosen option, in the order of [`Problem::placements`].
    pub chosen: Vec<usize>,
}

/// Which demands may be broken, at a price: for conflicts and least changes.
#[derive(Clone, Debug, Default)]
pub struct Elastic {
    /// Demands left out altogether.
    pub without: Vec<Demand>,
    /// The demand whose change is minimised in place of the goal.
    pub stretched: Option<Demand>,
}

impl Elastic {
    /// Whether the change moves this demand: people and their weekends rest on the same number of people.
    fn stretches(&self, demand: Demand) -> bool {
        match (self.stretched, demand) {
            (Some(Demand::People(a) | Demand::Weekends(a)), Demand::People(b) | Demand::Weekends(b)) => a == b,
            (stretched, demand) => stretched == Some(demand),
        }
    }
}

/// The model of a problem, and what its columns mean.
pub struct Mip {
    /// The model.
    pub model: Model,
    /// One column a head variable.
    pub heads: Vec<Col>,
    /// One column for each option of each placement.
    pub options: Vec<Vec<Col>>,
    /// The part of each option's work that is done: the option itself, but for a line whose work is stretched.
    done: Vec<Vec<Col>>,
    /// One column for each course of a group.
    pub trainings: Vec<Col>,
    pairs: Vec<Col>,
    /// Flexible minutes of (group, pool) in each cell of the pool.
    spread: BTreeMap<(usize, usize), Vec<Col>>,
    stretch: Option<Col>,
    /// Upper limits on goals that came before.
    kept: Vec<(Goal, f64)>,
}

impl Mip {
    /// The model with a goal, and upper limits on other goals.
    pub fn new(problem: &Problem, goal: Goal, kept: &[(Goal, f64)]) -> Mip {
        Mip::elastic(problem, Some(goal), kept, &Elastic::default())
    }

    /// The model as `docs/model.md` has it, without the rows that tighten it: for other solvers. At least the flexible
    /// minutes are put down, where ours puts down just as many: more never helps, and a solver that works in whole
    /// numbers can't always meet an equality of minutes.
    pub fn plain(problem: &Problem, goal: Goal) -> Mip {
        let mut mip = Mip::untightened(problem, Some(goal), &[], &Elastic::default());
        for row in 0..mip.model.rows() {
            if mip.model.row_bounds(row) == (0.0, 0.0) {
                mip.model.set_row_bounds(row, -INF, 0.0);
            }
        }
        mip
    }

    /// The model with some demands left out or stretched. Without a goal it asks for any plan.
    pub fn elastic(problem: &Problem, goal: Option<Goal>, kept: &[(Goal, f64)], elastic: &Elastic) -> Mip {
        let mut mip = Mip::untightened(problem, goal, kept, elastic);
        if elastic.without.is_empty() && elastic.stretched.is_none() {
            mip.tighten(&cover::rows(problem));
        }
        mip
    }

    fn untightened(problem: &Problem, goal: Option<Goal>, kept: &[(Goal, f64)], elastic: &Elastic) -> Mip {
        let mut mip = Mip {
            model: Model::new(),
            heads: Vec::new(),
            options: Vec::new(),
            done: Vec::new(),
            trainings: Vec::new(),
            pairs: Vec::new(),
            spread: BTreeMap::new(),
            stretch: None,
            kept: kept.to_vec(),
        };
        let spreads = goal == Some(Goal::Spread) || kept.iter().any(|k| k.0 == Goal::Spread);
        mip.stretch = elastic.stretched.map(|d| mip.model.column(1.0, 0.0, INF, whole_change(d)));
        mip.add_heads(problem, elastic);
        mip.add_one_group(problem, elastic);
        mip.add_trainings(problem);
        if spreads {
            mip.add_pairs(problem);
        }
        mip.add_work_fits(problem);
        mip.add_bound_present(problem);
        mip.add_limits(problem, elastic);
        mip.add_max_moves(problem, elastic);
        let budget = problem.budget_kr.filter(|_| !elastic.without.contains(&Demand::Budget));
        for (goal, most) in kept.iter().copied().chain(budget.map(|b| (Goal::Cost, b))) {
            let mut terms = mip.terms(problem, goal);
            if elastic.stretched == Some(Demand::Budget) && goal == Goal::Cost {
                terms.extend(mip.stretch.map(|s| (s, -1.0)));
            }
            mip.model.row(-INF, most, terms);
        }
        if let Some(goal) = goal {
            for (column, cost) in mip.terms(problem, goal) {
                let cost = mip.model.cost(column) + cost;
                mip.model.set_cost(column, cost);
            }
        }
        mip
    }

    /// Whole heads between least and most.
    fn add_heads(&mut self, problem: &Problem, elastic: &Elastic) {
        for head in &problem.heads {
            let (min, max) = (Demand::ShiftMin(head.shift), Demand::ShiftMax(head.shift));
            let free = |d: Demand| elastic.without.contains(&d) || elastic.stretched == Some(d);
            let lower = if free(min) { 0.0 } else { f64::from(head.min) };
            let upper = if free(max) { f64::from(head.max.max(999)) } else { f64::from(head.max) };
            let column = self.model.column(0.0, lower, upper, true);
            self.heads.push(column);
            if let Some(stretch) = self.stretch {
                if elastic.stretched == Some(min) {
                    self.model.row(f64::from(head.min), INF, [(column, 1.0), (stretch, 1.0)]);
                } else if elastic.stretched == Some(max) {
                    self.model.row(-INF, f64::from(head.max), [(column, 1.0), (stretch, -1.0)]);
                }
            }
        }
    }

    /// Each placement stands on exactly one group that qualifies.
    fn add_one_group(&mut self, problem: &Problem, elastic: &Elastic) {
        for placement in &problem.placements {
            let columns: Vec<Col> = placement.options.iter().map(|_| self.model.column(0.0, 0.0, 1.0, true)).collect();
            let least = if elastic.without.contains(&Demand::Line(placement.line)) { 0.0 } else { 1.0 };
            self.model.row(least, 1.0, columns.iter().map(|c| (*c, 1.0)));
            let done = match self.stretch.filter(|_| elastic.stretched == Some(Demand::Line(placement.line))) {
                Some(left_out) => self.add_done(placement.people, &columns, left_out),
                None => columns.clone(),
            };
            self.done.push(done);
            self.options.push(columns);
        }
    }

    /// The part of a placement that is done where the same share of its line is left out on all its days: where it
    /// stands, and so much that the rest is what is left out. Of people that are held, whole ones are left out.
    fn add_done(&mut self, people: Option<u32>, options: &[Col], left_out: Col) -> Vec<Col> {
        let done: Vec<Col> = options.iter().map(|_| self.model.column(0.0, 0.0, 1.0, false)).collect();
        for (option, done) in options.iter().zip(&done) {
            self.model.row(-INF, 0.0, [(*done, 1.0), (*option, -1.0)]);
        }
        let all = done.iter().map(|c| (*c, 1.0)).chain([(left_out, 1.0)]);
        self.model.row(1.0, 1.0, all);
        if let Some(people) = people.filter(|n| *n > 0) {
            let kept = self.model.column(0.0, 0.0, f64::from(people), true);
            self.model.row(f64::from(people), f64::from(people), [(kept, 1.0), (left_out, f64::from(people))]);
        }
        done
    }

    /// A course is taken if any placement that needs it stands on the group.
    fn add_trainings(&mut self, problem: &Problem) {
        let least = |training: &TrainingPair| if training.always { 1.0 } else { 0.0 };
        self.trainings = problem.trainings.iter().map(|t| self.model.column(0.0, least(t), 1.0, true)).collect();
        for (placement, columns) in problem.placements.iter().zip(&self.options) {
            for (choice, column) in placement.options.iter().zip(columns) {
                for training in &choice.trainings {
                    self.model.row(-INF, 0.0, [(*column, 1.0), (self.trainings[*training], -1.0)]);
                }
            }
        }
    }

    /// A (task, group) pair is used if any placement of the task stands on the group.
    fn add_pairs(&mut self, problem: &Problem) {
        self.pairs = (0..problem.pairs).map(|_| self.model.column(0.0, 0.0, 1.0, true)).collect();
        for (placement, columns) in problem.placements.iter().zip(&self.options) {
            for (choice, column) in placement.options.iter().zip(columns) {
                self.model.row(-INF, 0.0, [(*column, 1.0), (self.pairs[choice.pair], -1.0)]);
            }
        }
    }

    /// Minutes placed on a group in a cell, with the flexible ones where they are put, are at most the capacity.
    fn add_work_fits(&mut self, problem: &Problem) {
        let mut fixed = vec![vec![Vec::new(); problem.cells]; problem.groups];
        let mut pooled: BTreeMap<(usize, usize), Vec<(Col, f64)>> = BTreeMap::new();
        for (placement, columns) in problem.placements.iter().zip(&self.done) {
            for (choice, column) in placement.options.iter().zip(columns) {
                for (cell, minutes) in &choice.fixed {
                    fixed[choice.group.0][*cell].push((*column, *minutes));
                }
                for (pool, minutes) in &choice.flexible {
                    pooled.entry((choice.group.0, *pool)).or_default().push((*column, *minutes));
                }
            }
        }
        for ((group, pool), mut terms) in pooled {
            let cells = &problem.pools[pool].cells;
            let spread: Vec<Col> = cells.iter().map(|_| self.model.column(0.0, 0.0, INF, false)).collect();
            terms.extend(spread.iter().map(|c| (*c, -1.0)));
            self.model.row(0.0, 0.0, terms);
            for (cell, column) in cells.iter().zip(&spread) {
                fixed[group][*cell].push((*column, 1.0));
            }
            self.spread.insert((group, pool), spread);
        }
        for (group, cells) in fixed.into_iter().enumerate() {
            for (cell, mut terms) in cells.into_iter().enumerate().filter(|(_, t)| !t.is_empty()) {
                terms.extend(problem.supply[group][cell].iter().map(|(h, minutes)| (self.heads[*h], -minutes)));
                self.model.row(-INF, 0.0, terms);
            }
        }
    }

    /// At every instant, heads present of a group are at least the people of the bound lines placed on it.
    fn add_bound_present(&mut self, problem: &Problem) {
        let mut held = vec![Vec::new(); problem.instants.len()];
        for (placement, columns) in problem.placements.iter().zip(&self.done) {
            for (choice, column) in placement.options.iter().zip(columns) {
                choice.holds.iter().for_each(|(instant, people)| held[*instant].push((*column, -people)));
            }
        }
        for (instant, mut terms) in problem.instants.iter().zip(held) {
            terms.extend(instant.heads.iter().map(|(h, n)| (self.heads[*h], *n)));
            self.model.row(0.0, INF, terms);
        }
    }

    /// Positions, people, weekends and presence.
    fn add_limits(&mut self, problem: &Problem, elastic: &Elastic) {
        for limit in problem.limits.iter().filter(|l| !elastic.without.contains(&l.demand)) {
            let mut terms: Vec<(Col, f64)> = limit.terms.iter().map(|(h, a)| (self.heads[*h], *a)).collect();
            let mut most = limit.most;
            if let Some(stretch) = self.stretch.filter(|_| elastic.stretches(limit.demand)) {
                terms.push((stretch, if limit.least.is_finite() { limit.step } else { -limit.step }));
            } else if limit.terms.iter().all(|(_, a)| *a == 1.0) {
                // Whole heads: what is left of a head can't be used.
                most = (most + 1e-9).floor();
            }
            self.model.row(limit.least, most, terms);
        }
    }

    /// At most so many moves.
    fn add_max_moves(&mut self, problem: &Problem, elastic: &Elastic) {
        let Some(most) = problem.max_moves.filter(|_| !elastic.without.contains(&Demand::MaxMoves)) else { return };
        let mut terms = Vec::new();
        for (placement, columns) in problem.placements.iter().zip(&self.options) {
            terms.extend(placement.options.iter().zip(columns).filter(|(o, _)| o.moved).map(|(_, c)| (*c, 1.0)));
        }
        if elastic.stretched == Some(Demand::MaxMoves) {
            terms.extend(self.stretch.map(|s| (s, -1.0)));
        }
        self.model.row(-INF, f64::from(most), terms);
    }

    /// Upper limits on goals that came before.
    pub fn kept(&self) -> &[(Goal, f64)] {
        &self.kept
    }

    /// Adds rows on heads that every decision keeps.
    pub fn tighten(&mut self, rows: &[cover::Row]) {
        for row in rows {
            self.model.row(row.least, INF, row.terms.iter().map(|(h, a)| (self.heads[*h], *a)));
        }
    }

    /// Whether a decision keeps the limits on goals that came before.
    pub fn keeps(&self, problem: &Problem, decision: &Decision) -> bool {
        let value = |goal: Goal| problem.goal(goal, &decision.heads, &decision.chosen);
        self.kept.iter().all(|(goal, most)| value(*goal) <= most + 1e-9 * most.abs())
    }

    /// A goal as Σ coefficient × column.
    pub fn terms(&self, problem: &Problem, goal: Goal) -> Vec<(Col, f64)> {
        let mut terms: Vec<(Col, f64)> = Vec::new();
        match goal {
            Goal::Cost => {
                terms.extend(problem.heads.iter().zip(&self.heads).map(|(h, c)| (*c, h.year_kr)));
                terms.extend(problem.trainings.iter().zip(&self.trainings).map(|(t, c)| (*c, t.year_kr)));
            }
            Goal::ScarceHours => {
                let scarce = problem.heads.iter().zip(&self.heads).filter(|(h, _)| problem.scarce[h.group.0]);
                terms.extend(scarce.map(|(h, c)| (*c, h.paid_hours)));
            }
            Goal::Spread => terms.extend(self.pairs.iter().map(|c| (*c, 1.0))),
            Goal::Overqualified | Goal::Changes => {
                for (placement, columns) in problem.placements.iter().zip(&self.options) {
                    terms.extend(
                        placement
                            .options
                            .iter()
                            .zip(columns)
                            .map(|(o, c)| (*c, if goal == Goal::Overqualified { o.overqualified } else { o.changes })),
                    );
                }
            }
        }
        terms.retain(|t| t.1 != 0.0);
        terms
    }

    /// Lets placements (and what hangs on them) be divided: the relaxation with whole heads.
    pub fn divide_placements(&mut self) {
        for column in self.options.iter().flatten().chain(&self.trainings).chain(&self.pairs) {
            self.model.set_whole(*column, false);
        }
    }

    /// The decision that a solution stands for: whole heads, and for each placement its largest option.
    pub fn read(&self, solution: &[f64]) -> Decision {
        let largest = |columns: &Vec<Col>| {
            (0..columns.len()).max_by(|a, b| solution[columns[*a].0].total_cmp(&solution[columns[*b].0])).unwrap_or(0)
        };
        Decision {
            heads: self.heads.iter().map(|c| solution[c.0].round().max(0.0) as u32).collect(),
            chosen: self.options.iter().map(largest).collect(),
        }
    }

    /// The solution that a decision stands for, or nothing if its work doesn't fit.
    pub fn write(&self, problem: &Problem, decision: &Decision) -> Option<Vec<f64>> {
        let spread = flexible::spread(problem, decision)?;
        let mut solution = vec![0.0; self.model.columns()];
        for (column, heads) in self.heads.iter().zip(&decision.heads) {
            solution[column.0] = f64::from(*heads);
        }
        for ((placement, columns), chosen) in problem.placements.iter().zip(&self.options).zip(&decision.chosen) {
            let choice = &placement.options[*chosen];
            solution[columns[*chosen].0] = 1.0;
            choice.trainings.iter().for_each(|t| solution[self.trainings[*t].0] = 1.0);
            if !self.pairs.is_empty() {
                solution[self.pairs[choice.pair].0] = 1.0;
            }
        }
        for (_, column) in problem.trainings.iter().zip(&self.trainings).filter(|(t, _)| t.always) {
            solution[column.0] = 1.0;
        }
        for (key, minutes) in &spread.minutes {
            for (column, minutes) in self.spread[key].iter().zip(minutes) {
                solution[column.0] = *minutes;
            }
        }
        Some(solution)
    }
}

/// Whether the least change to a demand is told in whole steps.
fn whole_change(demand: Demand) -> bool {
    matches!(
        demand,
        Demand::Presence(_) | Demand::Competence(_) | Demand::ShiftMin(_) | Demand::ShiftMax(_) | Demand::MaxMoves
    )
}
