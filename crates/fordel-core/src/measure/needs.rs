//! What each task that takes a course takes of each group, and where a plan puts it.

use std::collections::{BTreeMap, BTreeSet};

use super::distribution::proposed;
use crate::plan::Plan;
use crate::ward::{GroupId, TaskLine, Ward};

/// A task that takes a course of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskNeeds<'w> {
    /// Its name, as its first line has it.
    pub task: &'w str,
    /// What it takes of each group, left to right.
    pub groups: Vec<GroupNeeds<'w>>,
}

/// What a task takes of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupNeeds<'w> {
    /// The group.
    pub group: GroupId,
    /// The courses, by name in alphabetical order.
    pub courses: Vec<&'w str>,
    /// Whether the plan puts some of the task there.
    pub placed: bool,
}

/// Every task that takes a course of a group, in the order of the sheet.
pub fn needs<'w>(ward: &'w Ward, plan: &Plan) -> Vec<TaskNeeds<'w>> {
    let mut placed: BTreeMap<&str, Vec<GroupId>> = BTreeMap::new();
    for entry in proposed(ward, plan) {
        placed.entry(&ward.lines[entry.line.0].task_key).or_default().push(entry.group);
    }
    let mut tasks: Vec<Vec<&'w TaskLine>> = Vec::new();
    for line in ward.lines.iter().filter(|line| !line.training.is_empty()) {
        match tasks.iter_mut().find(|lines| lines[0].task_key == line.task_key) {
            Some(lines) => lines.push(line),
            None => tasks.push(vec![line]),
        }
    }
    let of_group = |lines: &[&'w TaskLine], group: GroupId| {
        let taken = lines.iter().flat_map(|line| &line.training).filter(|(needs, _)| *needs == group);
        let courses: BTreeSet<&'w str> = taken.map(|(_, course)| ward.courses[course.0].name.as_str()).collect();
        let here = placed.get(lines[0].task_key.as_str()).is_some_and(|groups| groups.contains(&group));
        GroupNeeds { group, courses: courses.into_iter().collect(), placed: here }
    };
    let of_task = |lines: &Vec<&'w TaskLine>| TaskNeeds {
        task: &lines[0].name,
        groups: ward.group_ids().map(|group| of_group(lines, group)).collect(),
    };
    tasks.iter().map(of_task).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_task_is_told_once_with_what_each_group_needs_and_where_it_stands() {
        let mut ward = sample::ward();
        let mut again = ward.lines[2].clone();
        again.row = 7;
        again.training.push((GroupId(1), ward.lines[2].training[0].1));
        ward.lines.push(again);
        let told = needs(&ward, &sample::plan(&ward));
        assert_eq!(told.iter().map(|task| task.task).collect::<Vec<_>>(), ["Servere"]);
        let groups: Vec<(Vec<&str>, bool)> = told[0].groups.iter().map(|g| (g.courses.clone(), g.placed)).collect();
        assert_eq!(groups, [(vec![], true), (vec!["mattrygghet"], false), (vec!["mattrygghet"], true)]);
    }
}
