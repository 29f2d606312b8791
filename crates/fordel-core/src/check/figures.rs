//! [`Rule::Figure`]: every number that a plan tells, against what its placements and heads give.

use std::collections::BTreeSet;

use crate::plan::{Broken, GroupSum, Heads, Load, Placed, Plan, Status, Today, Training};
use crate::rule::Rule;
use crate::ward::Ward;

use super::decided::Decided;
use super::week::Week;
use super::work::Work;
use super::{Recomputed, agrees, broken, exceeds, measure, proof, spread, today};

/// The figures that are wrong.
pub(super) fn of_plan(ward: &Ward, plan: &Plan, decides: bool) -> Vec<Broken> {
    let mut figures = Figures::default();
    if decides {
        let counted = measure(ward, &plan.placements, &plan.staffing);
        figures.told("year_cost", plan.year_cost, counted.year_cost);
        figures.told("week_cost", plan.week_cost, counted.week_cost);
        figures.goals(plan, &counted);
        figures.placements("placements", ward, &plan.placements);
        figures.groups("groups", &plan.groups, &counted.groups);
        // No courses may mean that none is taken, or that they aren't told: a plan that tells its workload tells all.
        if !plan.workload.is_empty() || !plan.training.is_empty() {
            figures.training("training", &plan.training, &counted.training);
        }
        if !plan.workload.is_empty() {
            figures.workload(ward, plan);
        }
    }
    proof::told(&mut figures, ward, plan, decides);
    if plan.today != Today::default() {
        figures.today(&plan.today, &today(ward));
    }
    figures.wrong
}

/// Collects the figures that are wrong, each by its key in `plan.json`.
#[derive(Default)]
pub(super) struct Figures {
    pub wrong: Vec<Broken>,
    /// Those that have been told.
    named: BTreeSet<String>,
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

    /// A figure that should be at least so much.
    pub fn at_least(&mut self, name: &str, told: f64, least: f64) {
        if exceeds(least, told) {
            self.wrong(name, told, least);
        }
    }

    /// What is told in words or as a list, and isn't what it should be.
    pub fn differs(&mut self, name: &str) {
        self.wrong(name, 0.0, 0.0);
    }

    /// Each figure is told once, however many others it doesn't agree with.
    pub fn wrong(&mut self, name: &str, told: f64, counted: f64) {
        if self.named.insert(name.to_owned()) {
            self.wrong.push(Broken { what: Some(name.into()), ..broken(Rule::Figure, name.into(), counted, told) });
        }
    }

    /// Goal values, the tolerances kept, and each bound below what was found. A plan that the program made is optimal only
    /// with every bound within the asked gap; other programs need not tell what was asked.
    fn goals(&mut self, plan: &Plan, counted: &Recomputed) {
        let tells_gap = plan.limits.gap > 0.0 || !plan.version.is_empty();
        for (at, told) in plan.goals.iter().enumerate() {
            let key = |figure: &str| format!("goals.{}.{figure}", told.goal.name());
            if plan.goals[..at].iter().any(|before| before.goal == told.goal) {
                self.differs(&format!("goals.{}", told.goal.name()));
            }
            self.at_least(&key("tolerance"), told.tolerance, 0.0);
            self.same(&key("value"), told.value, counted.goal(told.goal));
            self.at_most(&key("value"), told.value, told.best * (1.0 + told.tolerance));
            self.at_most(&key("bound"), told.bound, told.best);
            self.at_most(&key("bound"), told.bound, told.value);
            if plan.status == Status::Optimal && tells_gap {
                self.at_most(&key("best"), told.best, told.bound + plan.limits.gap * told.best.abs());
            }
        }
    }

    /// What a placement repeats of its line: when its work falls, and who does it today. Where it is of another line, that is
    /// told by [`Rule::OneGroup`].
    pub fn placements(&mut self, key: &str, ward: &Ward, told: &[Placed]) {
        for placed in told {
            let Some(line) = ward.line_by_row(placed.row).map(|line| &ward.lines[line.0]) else { continue };
            if !placed.task.trim().is_empty() && placed.task.trim() != line.name.trim() {
                continue;
            }
            let timing = placed.timing.trim();
            if !timing.is_empty() && timing != ward.timing_label(&line.timing) {
                self.differs(&format!("{key}.{}.timing", placed.row));
            }
            let same = |code: &String| line.today.is_some() && ward.group_by_code(code) == line.today;
            if !placed.today.as_ref().is_none_or(same) {
                self.differs(&format!("{key}.{}.today", placed.row));
            }
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
                self.differs(&key("tasks"));
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
        let heads = |staffing: &[Heads]| -> BTreeSet<(String, String, u8, u32)> {
            staffing.iter().map(|h| (h.group.clone(), h.shift.clone(), h.day, h.heads)).collect()
        };
        if !told.staffing.is_empty() && heads(&told.staffing) != heads(&counted.staffing) {
            self.differs("today.staffing");
        }
        self.strangers("today.untold", told.untold.iter(), counted.untold.iter());
        self.strangers("today.untold", counted.untold.iter(), told.untold.iter());
        self.strangers("today.unqualified", told.unqualified.iter(), counted.unqualified.iter());
        self.strangers("today.unqualified", counted.unqualified.iter(), told.unqualified.iter());
        self.strange_breaches(&told.broken, &counted.broken);
        self.strange_breaches(&counted.broken, &told.broken);
    }

    /// Rules that today breaks by one of the two alone.
    fn strange_breaches(&mut self, these: &[Broken], those: &[Broken]) {
        let same = |a: &Broken, b: &Broken| {
            (&a.rule, &a.place, &a.group, a.day, &a.time, &a.what)
                == (&b.rule, &b.place, &b.group, b.day, &b.time, &b.what)
                && agrees(a.limit, b.limit)
                && agrees(a.actual, b.actual)
        };
        for stranger in these.iter().filter(|b| !those.iter().any(|other| same(b, other))) {
            self.wrong.push(Broken {
                rule: Rule::Figure.name().to_owned(),
                limit: 0.0,
                actual: 0.0,
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
            self.differs(&format!("{key}.{}", stranger.to_string()));
        }
    }
}
