//! Why no plan exists: an irreducible set of demands, and the least change to each that makes a plan possible.
//!
//! The set is found by dividing (QuickXplain, Junker 2004, AAAI): halves of the demands are left out as long as what
//! remains can't hold together. Lines are tried first, so that the set speaks of staffing where it can.

use std::time::Duration;

use fordel_core::plan::Conflict;
use fordel_core::ward::{Alike, GroupId, LineId, Part, Ward};

use crate::effort::{Clock, Effort};
use crate::mip::{Elastic, Mip};
use crate::problem::{Demand, Problem, Scenario};
use crate::solver::{End, Options};
use crate::watch::Phase;

/// The conflict of a scenario that has no plan; empty if the time ended before one was proven.
pub fn explain(ward: &Ward, scenario: &Scenario, clock: &Clock, until: Duration) -> Vec<Conflict> {
    let problem = Problem::new(ward, scenario);
    let mut effort = clock.effort(Phase::Conflict, 0.0, until, None);
    let mut oracle = Oracle { problem: &problem, demands: demands(&problem), effort: &mut effort };
    if let Some(line) = problem.placements.iter().find(|p| p.options.is_empty()).map(|p| p.line) {
        return vec![told(ward, &problem, Demand::Pinned(line), None)];
    }
    let Some(set) = oracle.irreducible() else { return Vec::new() };
    let mut conflicts: Vec<Conflict> = set.iter().map(|d| told(ward, &problem, *d, oracle.least_change(*d))).collect();
    conflicts.extend(choices(ward, scenario, &set, &mut effort));
    conflicts
}

/// The ward's own choices without which the demands of the set could hold together: each is loosened in turn, and
/// stays loose where they still can't. The least change is 0 where loosening it alone makes a plan possible.
fn choices(ward: &Ward, scenario: &Scenario, set: &[Demand], effort: &mut Effort) -> Vec<Conflict> {
    let lines = set.iter().filter_map(|d| if let Demand::Line(line) = d { Some(*line) } else { None });
    let of_line = |line| [Demand::Pinned(line), Demand::Only(line), Demand::SameAllWeek(line)];
    let mut possible = |ward: &Ward, scenario: &Scenario, kept: Option<&[Demand]>| {
        let problem = Problem::new(ward, scenario);
        let all = demands(&problem);
        let kept = kept.unwrap_or(&all).to_vec();
        Oracle { problem: &problem, demands: all, effort }.possible(&kept)
    };
    let mut told_choices = Vec::new();
    let (mut loose, mut under) = (ward.clone(), scenario.clone());
    for choice in lines.flat_map(of_line).chain([Demand::Alike]) {
        let Some((without, beneath)) = loosened(&loose, &under, choice) else { continue };
        match possible(&without, &beneath, Some(set)) {
            Some(true) => {
                let alone = loosened(ward, scenario, choice);
                let helps = alone.is_some_and(|(ward, scenario)| possible(&ward, &scenario, None) == Some(true));
                told_choices.push(told(ward, &Problem::new(ward, scenario), choice, helps.then_some(0.0)));
            }
            Some(false) => (loose, under) = (without, beneath),
            None => break,
        }
    }
    told_choices
}

/// The ward and scenario without a choice; nothing where it isn't made.
fn loosened(ward: &Ward, scenario: &Scenario, choice: Demand) -> Option<(Ward, Scenario)> {
    let (mut ward, mut scenario) = (ward.clone(), scenario.clone());
    let made = match choice {
        Demand::Pinned(line) => {
            let pins = scenario.pins.len();
            scenario.pins.retain(|p| p.0 != line);
            ward.lines[line.0].pinned.take().is_some() || scenario.pins.len() < pins
        }
        Demand::Only(line) => !std::mem::take(&mut ward.lines[line.0].only).is_empty(),
        Demand::SameAllWeek(line) => std::mem::take(&mut ward.lines[line.0].same_all_week),
        Demand::Alike => std::mem::replace(&mut scenario.alike, Alike::No) == Alike::Weekdays,
        _ => false,
    };
    made.then_some((ward, scenario))
}

/// All demands, the ones that should rather be named last.
fn demands(problem: &Problem) -> Vec<Demand> {
    let mut all: Vec<Demand> = Vec::new();
    let mut add = |d: Demand| {
        if !all.contains(&d) {
            all.push(d);
        }
    };
    problem.placements.iter().for_each(|p| add(Demand::Line(p.line)));
    for head in &problem.heads {
        if head.min > 0 {
            add(Demand::ShiftMin(head.shift));
        }
    }
    problem.heads.iter().for_each(|h| add(Demand::ShiftMax(h.shift)));
    problem.limits.iter().for_each(|l| add(l.demand));
    if problem.max_moves.is_some() {
        add(Demand::MaxMoves);
    }
    if problem.budget_kr.is_some() {
        add(Demand::Budget);
    }
    all
}

struct Oracle<'a, 'c> {
    problem: &'a Problem,
    demands: Vec<Demand>,
    effort: &'a mut Effort<'c>,
}

impl Oracle<'_, '_> {
    /// An irreducible conflict: found from the demands in order, those that come early left out where possible.
    fn irreducible(&mut self) -> Option<Vec<Demand>> {
        // Demands that should rather be named come first among those kept.
        let order: Vec<Demand> = self.demands.iter().rev().copied().collect();
        if self.possible(&order)? {
            return None;
        }
        self.divide(&[], false, &order)
    }

    /// QuickXplain: the part of `open` that conflicts with `kept`. `grown`: whether `kept` just grew.
    fn divide(&mut self, kept: &[Demand], grown: bool, open: &[Demand]) -> Option<Vec<Demand>> {
        if grown && !self.possible(kept)? {
            return Some(Vec::new());
        }
        if open.len() == 1 {
            return Some(open.to_vec());
        }
        let (first, second) = open.split_at(open.len() / 2);
        let with_first = [kept, first].concat();
        let from_second = self.divide(&with_first, true, second)?;
        let with_second = [kept, &from_second[..]].concat();
        let from_first = self.divide(&with_second, !from_second.is_empty(), first)?;
        Some([from_first, from_second].concat())
    }

    /// Whether a plan exists that keeps these demands, the others left out; nothing if the time ended first.
    fn possible(&mut self, kept: &[Demand]) -> Option<bool> {
        let without = self.demands.iter().filter(|d| !kept.contains(d)).copied().collect();
        let mip = Mip::elastic(self.problem, None, &[], &Elastic { without, stretched: None });
        let outcome = mip.model.solve(&Options::default(), Some(self.effort));
        match outcome.end {
            End::Infeasible => Some(false),
            _ => outcome.solution.map(|_| true),
        }
    }

    /// The least change to what one demand's place holds, the others held, that makes a plan possible. Of a line it is
    /// minutes a week, the same share on all its days.
    fn least_change(&mut self, demand: Demand) -> Option<f64> {
        let elastic = Elastic { without: Vec::new(), stretched: Some(demand) };
        let mip = Mip::elastic(self.problem, None, &[], &elastic);
        let outcome = mip.model.solve(&Options { gap: 1e-6, ..Options::default() }, Some(self.effort));
        let change = outcome.solution.map(|_| outcome.value).filter(|_| outcome.end == End::Optimal)?;
        Some(if let Demand::Line(line) = demand { change * minutes(self.problem, line) } else { change })
    }
}

/// A demand with its place and what that holds.
fn told(ward: &Ward, problem: &Problem, demand: Demand, least_change: Option<f64>) -> Conflict {
    let (mut group, what) = names(ward, demand);
    if let Demand::Line(line) = demand {
        group = only_group(problem, line).map(|g| ward.group(g).code.clone());
    }
    let part = match demand {
        // More weekends are worked where there are more people.
        Demand::Weekends(g) => Some(Part::People(g)),
        _ => demand.part(),
    };
    let place = part.and_then(|p| ward.place(p)).map(str::to_owned);
    let place = place.or_else(|| what.clone()).or_else(|| group.clone()).unwrap_or_default();
    Conflict { rule: demand.name().to_owned(), place, value: value(ward, problem, demand), least_change, group, what }
}

/// The group a demand is about, and what else names it.
pub fn names(ward: &Ward, demand: Demand) -> (Option<String>, Option<String>) {
    let code = |g: fordel_core::ward::GroupId| Some(ward.group(g).code.clone());
    match demand {
        Demand::Positions(g) | Demand::PositionsLeast(g) | Demand::People(g) | Demand::Weekends(g) => (code(g), None),
        Demand::Competence(i) => {
            let rule = &ward.presence[i];
            let course = rule.course.map(|course| ward.courses[course.0].name.clone());
            (rule.groups.first().copied().and_then(code), course)
        }
        Demand::Presence(i) => {
            let rule = &ward.presence[i];
            let mut end = rule.window.end;
            if end == fordel_core::ward::MIDNIGHT {
                end = fordel_core::time::Clock(1440);
            }
            (None, Some(format!("{} {}–{}", rule.label, rule.window.start, end)))
        }
        Demand::ShiftMin(s) | Demand::ShiftMax(s) => {
            let shift = &ward.shifts[s.0];
            (code(shift.group), Some(shift.name.clone()))
        }
        Demand::Pinned(LineId(l)) => (ward.lines[l].pinned.and_then(code), Some(ward.lines[l].name.clone())),
        Demand::Line(LineId(l)) | Demand::Only(LineId(l)) | Demand::SameAllWeek(LineId(l)) => {
            (None, Some(ward.lines[l].name.clone()))
        }
        Demand::Budget | Demand::MaxMoves | Demand::Alike => (None, None),
    }
}

/// The group that a line must stand on, if it has no choice.
fn only_group(problem: &Problem, line: LineId) -> Option<GroupId> {
    let own = problem.placements.iter().filter(|p| p.line == line);
    let mut groups = own.flat_map(|p| p.options.iter().map(|o| o.group));
    let first = groups.next()?;
    groups.all(|group| group == first).then_some(first)
}

/// Minutes a week of a line at the least.
fn minutes(problem: &Problem, line: LineId) -> f64 {
    let own = problem.placements.iter().filter(|p| p.line == line);
    own.filter_map(|p| p.options.iter().map(|o| o.minutes).reduce(f64::min)).sum()
}

/// What the demand's place holds.
pub fn value(ward: &Ward, problem: &Problem, demand: Demand) -> f64 {
    match demand {
        Demand::Positions(g) => ward.group(g).positions.unwrap_or(0.0),
        Demand::PositionsLeast(g) => ward.group(g).positions_least.unwrap_or(0.0),
        Demand::People(g) | Demand::Weekends(g) => ward.group(g).people.unwrap_or(0.0),
        Demand::Presence(i) | Demand::Competence(i) => f64::from(ward.presence[i].count),
        Demand::ShiftMin(s) => f64::from(ward.shifts[s.0].min),
        Demand::ShiftMax(s) => f64::from(ward.shifts[s.0].max),
        Demand::Line(l) | Demand::Pinned(l) | Demand::Only(l) | Demand::SameAllWeek(l) => minutes(problem, l),
        Demand::Alike => 0.0,
        Demand::Budget => problem.budget_kr.unwrap_or(0.0),
        Demand::MaxMoves => f64::from(problem.max_moves.unwrap_or(0)),
    }
}
