//! [`Rule::Figure`]: every number that a plan tells, against what its placements and heads give.

use std::collections::BTreeSet;

use crate::plan::{Broken, GroupSum, Load, Plan, Status, Today, Training};
use crate::rule::Rule;
use crate::ward::{Goal, Ward};

use super::decided::Decided;
use super::week::Week;
use super::work::Work;
use super::{Recomputed, agrees, broken, exceeds, measure, spread, today};

/// The figures that are wrong.
pub(super) fn of_plan(ward: &Ward, plan: &Plan, decides: bool) -> Vec<Broken> {
    let mut figures = Figures::default();
    if decides {
        let counted = measure(ward, &plan.placements, &plan.staffing);
        figures.told("year_cost", plan.year_cost, counted.year_cost);
        figures.told("week_cost", plan.week_cost, counted.week_cost);
        figures.goals(plan, &counted);
        figures.groups("groups", &plan.groups, &counted.groups);
        // No courses may mean that none is taken, or that they aren't told: a plan that tells its workload tells all.
        if !plan.workload.is_empty() || !plan.training.is_empty() {
            figures.training("training", &plan.training, &counted.training);
        }
        if !plan.workload.is_empty() {
            figures.workload(ward, plan);
        }
    }
    figures.proof(plan);
    if plan.today != Today::default() {
        figures.today(&plan.today, &today(ward));
    }
    figures.wrong
}

/// Collects the figures that are wrong, each by its key in `plan.json`.
#[derive(Default)]
pub(super) struct Figures {
    pub wrong: Vec<Broken>,
}

impl Figures {
    /// A figure that should be the same as counted.
    pub fn same(&mut self, name: &str, told: f64, counted: f64) {
        if !agrees(told, counted) {
            self.wrong(name, told, counted);
        }
    }

    /// The same, if the figure is told.
    pub fn told(&mut self, name: &str, told: Option<f64>, counted: f64) {
        if let Some(told) = told {
            self.same(name, told, counted);
        }
    }

    /// A figure that should be at most so much.
    pub fn at_most(&mut self, name: &str, told: f64, most: f64) {
        if exceeds(told, most) {
            self.wrong(name, told, most);
        }
    }

    fn wrong(&mut self, name: &str, told: f64, counted: f64) {
        self.wrong.push(Broken { what: Some(name.into()), ..broken(Rule::Figure, name.into(), counted, told) });
    }

    /// Goal values, the tolerances kept, and each bound below what was found.
    fn goals(&mut self, plan: &Plan, counted: &Recomputed) {
        for told in &plan.goals {
            let key = |figure: &str| format!("goals.{}.{figure}", told.goal.name());
            self.same(&key("value"), told.value, counted.goal(told.goal));
            self.at_most(&key("value"), told.value, told.best * (1.0 + told.tolerance));
            self.at_most(&key("bound"), told.bound, told.best);
            self.at_most(&key("bound"), told.bound, told.value);
            if plan.status == Status::Optimal && plan.limits.gap > 0.0 {
                self.at_most(&key("best"), told.best, told.bound + plan.limits.gap * told.best.abs());
            }
        }
    }

    /// The bound and gap of the goal `cost`, and that no proven bound passes a plan found.
    fn proof(&mut self, plan: &Plan) {
        let cost = plan.goals.iter().find(|g| g.goal == Goal::Cost);
        if let (Some(bound), Some(year_cost)) = (plan.bound, plan.year_cost) {
            self.at_most("bound", bound, year_cost);
            let gap = if year_cost == 0.0 { 0.0 } else { (year_cost - bound) / year_cost };
            self.told("gap", plan.gap, gap);
        }
        match (cost, plan.goals.is_empty()) {
            (Some(goal), _) => self.told("bound", plan.bound, goal.bound),
            (None, true) => {}
            (None, false) => {
                plan.bound.into_iter().for_each(|bound| self.wrong("bound", bound, 0.0));
                plan.gap.into_iter().for_each(|gap| self.wrong("gap", gap, 0.0));
            }
        }
        for point in &plan.curve {
            if let (Some(bound), Some(found)) = (point.bound, point.year_cost) {
                self.at_most("curve.bound", bound, found);
            }
            if let Some(most) = point.max_moves {
                self.at_most("curve.moves", f64::from(point.moves), f64::from(most));
            }
        }
        for worth in &plan.worths {
            self.at_most("worths.low", worth.low, worth.high);
        }
    }

    /// Sums by group: each group that the plan tells, and none left out that has any.
    pub fn groups(&mut self, key: &str, told: &[GroupSum], counted: &[GroupSum]) {
        if told.is_empty() {
            return;
        }
        for sum in counted {
            let nothing = GroupSum {
                group: sum.group.clone(),
                fte: 0.0,
                people: sum.people,
                paid_hours_week: 0.0,
                minutes_week: 0.0,
                week_cost: 0.0,
            };
            let plan = told.iter().find(|t| t.group == sum.group).unwrap_or(&nothing);
            let key = |figure: &str| format!("{key}.{}.{figure}", sum.group);
            self.same(&key("fte"), plan.fte, sum.fte);
            self.same(&key("people"), f64::from(plan.people), f64::from(sum.people));
            self.same(&key("paid_hours_week"), plan.paid_hours_week, sum.paid_hours_week);
            self.same(&key("minutes_week"), plan.minutes_week, sum.minutes_week);
            self.same(&key("week_cost"), plan.week_cost, sum.week_cost);
        }
        self.strangers(key, told.iter().map(|t| t.group.clone()), counted.iter().map(|c| c.group.clone()));
    }

    /// Courses: each that is needed and no other; one that nobody lacks may be left out.
    pub fn training(&mut self, key: &str, told: &[Training], counted: &[Training]) {
        let name = |t: &Training| format!("{}.{}", t.group, t.course);
        for course in counted {
            let nothing = Training { people: 0, hours: 0.0, cost: 0.0, ..course.clone() };
            let plan = told.iter().find(|t| name(t) == name(course)).unwrap_or(&nothing);
            let key = |figure: &str| format!("{key}.{}.{figure}", name(course));
            self.same(&key("people"), f64::from(plan.people), f64::from(course.people));
            self.same(&key("hours"), plan.hours, course.hours);
            self.same(&key("cost"), plan.cost, course.cost);
            let tasks = |t: &Training| t.tasks.iter().cloned().collect::<BTreeSet<String>>();
            if tasks(plan) != tasks(course) {
                self.wrong(&key("tasks"), plan.tasks.len() as f64, course.tasks.len() as f64);
            }
        }
        self.strangers(key, told.iter().map(name), counted.iter().map(name));
    }

    /// Told minutes that are no possible spread, and capacities that the heads don't give.
    fn workload(&mut self, ward: &Ward, plan: &Plan) {
        let decided = Decided::from_plan(ward, &plan.placements, &plan.staffing);
        let (week, work) = (Week::simulate(ward, &decided), Work::of(ward, &decided));
        for group in ward.group_ids() {
            let code = &ward.group(group).code;
            let told = spread::told_minutes(ward, &plan.workload, group);
            if !told.as_ref().is_some_and(|minutes| spread::possible(&work, group, minutes)) {
                let sum: f64 = told.iter().flatten().sum();
                let loose: f64 = work.loose[group.0].values().sum();
                self.wrong(&format!("workload.{code}.minutes"), sum, work.fixed[group.0].iter().sum::<f64>() + loose);
            }
        }
        let counted = spread::loads(ward, &week, &work);
        self.loads("workload", &plan.workload, &counted, |load| load.capacity, "capacity");
    }

    fn today(&mut self, told: &Today, counted: &Today) {
        match (told.year_cost, counted.year_cost) {
            (Some(told), Some(counted)) => self.same("today.year_cost", told, counted),
            (Some(told), None) => self.wrong("today.year_cost", told, 0.0),
            (None, _) => {}
        }
        self.groups("today.groups", &told.groups, &counted.groups);
        self.training("today.training", &told.training, &counted.training);
        for (key, told, counted) in [
            ("today.overloaded", &told.overloaded, &counted.overloaded),
            ("today.workload", &told.workload, &counted.workload),
        ] {
            if key == "today.overloaded" || !told.is_empty() {
                self.loads(key, told, counted, |load| load.minutes, "minutes");
                self.loads(key, told, counted, |load| load.capacity, "capacity");
            }
        }
        self.strangers("today.untold", told.untold.iter(), counted.untold.iter());
        self.strangers("today.untold", counted.untold.iter(), told.untold.iter());
        self.strangers("today.unqualified", told.unqualified.iter(), counted.unqualified.iter());
        self.strangers("today.unqualified", counted.unqualified.iter(), told.unqualified.iter());
        self.strange_breaches(&told.broken, &counted.broken, 1.0);
        self.strange_breaches(&counted.broken, &told.broken, 0.0);
    }

    /// Rules that today breaks by one of the two alone; `told` is 1 where it is the plan, else 0.
    fn strange_breaches(&mut self, these: &[Broken], those: &[Broken], told: f64) {
        let same = |a: &Broken, b: &Broken| (&a.rule, &a.place, a.day, &a.time) == (&b.rule, &b.place, b.day, &b.time);
        for stranger in these.iter().filter(|b| !those.iter().any(|other| same(b, other))) {
            self.wrong.push(Broken {
                rule: Rule::Figure.name().to_owned(),
                limit: 1.0 - told,
                actual: told,
                what: Some(format!("today.broken.{}", stranger.rule)),
                ..stranger.clone()
            });
        }
    }

    /// A figure of every cell; a cell that is left out holds nothing.
    fn loads(&mut self, key: &str, told: &[Load], counted: &[Load], figure: impl Fn(&Load) -> f64, name: &str) {
        type Key<'a> = (&'a str, u8, &'a str);
        fn cell(load: &Load) -> Key<'_> {
            (&load.group, load.day, &load.interval)
        }
        let cells: BTreeSet<Key> = told.iter().chain(counted).map(cell).collect();
        for at in cells {
            let value = |loads: &[Load]| loads.iter().filter(|l| cell(l) == at).map(&figure).sum::<f64>();
            let (told, counted) = (value(told), value(counted));
            if !agrees(told, counted) {
                let name = format!("{key}.{name}");
                self.wrong.push(Broken {
                    group: Some(at.0.into()),
                    day: Some(at.1),
                    time: Some(at.2.into()),
                    what: Some(name.clone()),
                    ..broken(Rule::Figure, name, counted, told)
                });
            }
        }
    }

    /// Entries of `these` that aren't among `those`.
    fn strangers<T: PartialEq + ToString>(
        &mut self,
        key: &str,
        these: impl Iterator<Item = T>,
        those: impl Iterator<Item = T>,
    ) {
        let those: Vec<T> = those.collect();
        for stranger in these.filter(|t| !those.contains(t)) {
            self.wrong(&format!("{key}.{}", stranger.to_string()), 1.0, 0.0);
        }
    }
}
