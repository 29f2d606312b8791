//! A decision in the words of `plan.json`.

use std::collections::BTreeMap;

use fordel_core::plan::{GroupSum, Heads, Load, Placed, Training};
use fordel_core::time::Day;
use fordel_core::ward::{GroupId, Ward};

use crate::flexible;
use crate::mip::Decision;
use crate::money;
use crate::problem::Problem;

/// Which line stands where.
pub fn placements(ward: &Ward, problem: &Problem, decision: &Decision) -> Vec<Placed> {
    let each = problem.placements.iter().zip(&decision.chosen);
    each.map(|(placement, option)| {
        Placed::of(ward, &ward.lines[placement.line.0], placement.days, placement.options[*option].group)
    })
    .collect()
}

/// Heads by shift and day, zeros left out.
pub fn staffing(ward: &Ward, problem: &Problem, decision: &Decision) -> Vec<Heads> {
    let mut staffing = Vec::new();
    for (head, heads) in problem.heads.iter().zip(&decision.heads).filter(|(_, n)| **n > 0) {
        for day in head.days.iter() {
            let shift = &ward.shifts[head.shift.0];
            staffing.push((
                head.shift,
                day,
                Heads {
                    group: ward.group(head.group).code.clone(),
                    shift: shift.name.clone(),
                    day: day.number(),
                    heads: *heads,
                },
            ));
        }
    }
    staffing.sort_by_key(|(shift, day, _)| (*shift, *day));
    staffing.into_iter().map(|(_, _, heads)| heads).collect()
}

/// Minutes against capacity by group and cell; cells with neither are left out. Bound work lowers the capacity.
pub fn workload(ward: &Ward, problem: &Problem, decision: &Decision) -> Vec<Load> {
    let Some(spread) = flexible::spread(problem, decision) else { return Vec::new() };
    let mut held = vec![vec![0.0; problem.cells]; problem.groups];
    for (placement, option) in problem.placements.iter().zip(&decision.chosen) {
        let choice = &placement.options[*option];
        if ward.lines[placement.line.0].bound {
            choice.fixed.iter().for_each(|(cell, m)| held[choice.group.0][*cell] += m);
        }
    }
    let capacity = problem.capacity(&decision.heads);
    let intervals = ward.intervals.len();
    let mut loads = Vec::new();
    for group in 0..problem.groups {
        for cell in 0..problem.cells {
            let minutes = spread.load[group][cell] - held[group][cell];
            let capacity = capacity[group][cell] - held[group][cell];
            if minutes.abs() > 1e-9 || capacity.abs() > 1e-9 {
                loads.push(Load {
                    group: ward.groups[group].code.clone(),
                    day: (cell / intervals) as u8 + 1,
                    interval: ward.intervals.get(cell % intervals).label(),
                    minutes: minutes.max(0.0),
                    capacity,
                });
            }
        }
    }
    loads
}

/// Sums by group.
pub fn groups(ward: &Ward, problem: &Problem, decision: &Decision) -> Vec<GroupSum> {
    let mut sums = Vec::new();
    for (index, group) in ward.groups.iter().enumerate() {
        let own = || problem.heads.iter().zip(&decision.heads).filter(|(h, _)| h.group.0 == index);
        let paid_hours_week: f64 = own().map(|(h, n)| h.paid_hours * f64::from(*n)).sum();
        let week_cost = own().map(|(h, n)| h.year_kr * f64::from(*n)).sum::<f64>() / money::WEEKS;
        let fte = paid_hours_week * money::fte_per_paid_hour(group);
        let on = |day: Day| -> f64 { own().filter(|(h, _)| h.days.contains(day)).map(|(_, n)| f64::from(*n)).sum() };
        let people = group.people.unwrap_or_else(|| money::people_for(group, fte, on(Day(5)).max(on(Day(6)))));
        let chosen = problem.placements.iter().zip(&decision.chosen).map(|(p, o)| &p.options[*o]);
        let minutes_week = chosen.filter(|c| c.group == GroupId(index)).map(|c| c.minutes).sum();
        sums.push(GroupSum {
            group: group.code.clone(),
            fte,
            people: people.ceil() as u32,
            paid_hours_week,
            minutes_week,
            week_cost,
        });
    }
    sums
}

/// Courses taken, with the tasks that they open.
pub fn training(ward: &Ward, problem: &Problem, decision: &Decision) -> Vec<Training> {
    // Those who take a course in any case and those whom the work makes take it are told together.
    let mut told: BTreeMap<(GroupId, usize), (f64, f64, Vec<String>)> = BTreeMap::new();
    for index in problem.trainings_of(&decision.chosen) {
        let pair = &problem.trainings[index];
        let (people, cost, tasks) = told.entry((pair.group, pair.course)).or_default();
        *people += pair.people;
        *cost += pair.year_kr;
        for (placement, option) in problem.placements.iter().zip(&decision.chosen) {
            let name = &ward.lines[placement.line.0].name;
            if placement.options[*option].trainings.contains(&index) && !tasks.contains(name) {
                tasks.push(name.clone());
            }
        }
    }
    let training = |((group, course), (people, cost, tasks)): ((GroupId, usize), (f64, f64, Vec<String>))| {
        let course = &ward.courses[course];
        Training {
            group: ward.group(group).code.clone(),
            course: course.name.clone(),
            people: people.ceil() as u32,
            hours: people * course.hours,
            cost,
            tasks,
        }
    };
    told.into_iter().map(training).collect()
}

/// Kroner a week for heads.
pub fn week_cost(problem: &Problem, decision: &Decision) -> f64 {
    let wages: f64 = problem.heads.iter().zip(&decision.heads).map(|(h, n)| h.year_kr * f64::from(*n)).sum();
    wages / money::WEEKS
}
