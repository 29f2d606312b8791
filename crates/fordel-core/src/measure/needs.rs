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
    /// Whether the group qualifies for some of the task, wherever it is pinned.
    pub allowed: bool,
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
    let order = ward.order();
    let qualifies =
        |line: &TaskLine, group: GroupId| order.forbids(&TaskLine { pinned: None, ..line.clone() }, group).is_none();
    let of_group = |lines: &[&'w TaskLine], group: GroupId| {
        let taken = lines.iter().flat_map(|line| &line.training).filter(|(needs, _)| *needs == group);
        let courses: BTreeSet<&'w str> = taken.map(|(_, course)| ward.courses[course.0].name.as_str()).collect();
        let here = placed.get(lines[0].task_key.as_str()).is_some_and(|groups| groups.contains(&group));
        let mut all = ward.lines.iter().filter(|line| line.task_key == lines[0].task_key);
        let allowed = all.any(|line| qualifies(line, group));
        GroupNeeds { group, courses: courses.into_iter().collect(), allowed, placed: here }
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

    #[test]
    fn a_group_that_takes_no_course_either_needs_none_or_may_not_do_the_task() {
        let mut ward = sample::ward();
        ward.lines[2].training.clear();
        ward.lines[4].training = vec![(GroupId(1), crate::ward::CourseId(0))];
        let plan = sample::plan(&ward);
        let allowed = |ward: &Ward| {
            let told = needs(ward, &plan);
            assert_eq!(told.iter().map(|task| task.task).collect::<Vec<_>>(), ["Tilsyn"]);
            told[0].groups.iter().map(|of| of.allowed).collect::<Vec<_>>()
        };
        assert_eq!(allowed(&ward), [true, true, false], "the assistants stand below the lowest");
        // To pin a task says where it shall stand, not who may do it.
        ward.lines[4].pinned = Some(GroupId(1));
        assert_eq!(allowed(&ward), [true, true, false]);
        ward.lines[4].only = vec![GroupId(1)];
        assert_eq!(allowed(&ward), [false, true, false]);
    }
}
