//! Lines of one task told as one row: the same task at four times of the day is one thing to its reader.

use fordel_core::time::Window;
use fordel_core::ward::{LineId, Timing};

use super::telling::Telling;

/// Lines of a task that are alike in all that is told of them.
pub struct TaskRow<K> {
    /// What is told of all of them.
    pub told: K,
    /// The lines, in the order in which they came.
    pub lines: Vec<LineId>,
    /// Minutes a week of all of them.
    pub minutes: f64,
}

/// Gathers lines by task and by what is told of them, keeping the order of each task's first line.
pub fn by_task<K: PartialEq>(told: &Telling, works: impl Iterator<Item = (LineId, f64, K)>) -> Vec<TaskRow<K>> {
    let mut rows: Vec<TaskRow<K>> = Vec::new();
    for (line, minutes, key) in works {
        let task = &told.ward.lines[line.0];
        let same = |row: &&mut TaskRow<K>| {
            let first = &told.ward.lines[row.lines[0].0];
            first.task_key == task.task_key && first.name == task.name && row.told == key
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.lines.push(line);
                row.minutes += minutes;
            }
            None => rows.push(TaskRow { told: key, lines: vec![line], minutes }),
        }
    }
    rows
}

/// When the lines' work falls: neighbouring intervals run together, untimed and daytime work last.
pub fn timings(told: &Telling, lines: &[LineId]) -> String {
    let intervals = &told.ward.intervals;
    let mut taken = vec![false; intervals.len()];
    let mut untimed: Vec<String> = Vec::new();
    for line in lines {
        match told.ward.lines[line.0].timing {
            Timing::Span { from, to } => taken[from..to].fill(true),
            _ if untimed.contains(&told.timing(*line)) => {}
            _ => untimed.push(told.timing(*line)),
        }
    }
    if taken.iter().all(|t| *t) {
        untimed.insert(0, told.say("report-whole-day"));
        return untimed.join(", ");
    }
    let mut runs: Vec<String> = Vec::new();
    let mut at = 0;
    while at < taken.len() {
        let length = taken[at..].iter().take_while(|t| **t).count();
        if length > 0 {
            let run = Window { start: intervals.get(at).start, end: intervals.get(at + length - 1).end };
            runs.push(told.texts.timing(&run.label()));
        }
        at += length.max(1);
    }
    runs.extend(untimed);
    runs.join(", ")
}
