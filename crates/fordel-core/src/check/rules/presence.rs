//! Rules about every instant: presence, and bound work.

use crate::plan::Broken;
use crate::rule::Rule;
use crate::time::{Clock, DAY, Window};
use crate::ward::{LineId, Part};

use super::super::week::{cells, minutes};
use super::{Case, broken, place};

/// Enough heads of the named groups at every minute of each window. Each run of minutes with too few is told once, on
/// the day on which the window starts, with the fewest heads in it.
pub(super) fn presence(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for (r, rule) in case.ward.presence.iter().enumerate() {
        for day in rule.days.iter() {
            let heads = |m: usize| rule.groups.iter().map(|&g| u64::from(case.week.present(g, m))).sum::<u64>();
            let at: Vec<usize> = minutes(rule.window.on(day)).collect();
            let runs = at.chunk_by(|&a, &b| (heads(a) < u64::from(rule.count)) == (heads(b) < u64::from(rule.count)));
            for run in runs {
                let fewest = run.iter().map(|&m| heads(m)).min().unwrap_or(0);
                if fewest < u64::from(rule.count) {
                    let place = place(case.ward, Part::Presence(r), &rule.label);
                    all.push(Broken {
                        day: Some(day.number()),
                        time: Some(label(run)),
                        what: Some(rule.label.clone()),
                        ..broken(Rule::Presence, place, f64::from(rule.count), fewest as f64)
                    });
                }
            }
        }
    }
    all
}

/// Bound work has its heads at every minute. Each cell with too few is told once, with its worst minute.
pub(super) fn bound_present(case: &Case) -> Vec<Broken> {
    let mut all = Vec::new();
    for group in case.ward.group_ids() {
        for cell in case.ward.intervals.cells() {
            let lack = |m: usize| case.week.held(group, m).saturating_sub(case.week.present(group, m));
            let at = minutes(case.ward.intervals.stretch(cell));
            let Some(worst) = at.max_by_key(|&m| lack(m)).filter(|&m| lack(m) > 0) else { continue };
            let holds_here = |s: &&super::super::decided::Stand| {
                let line = case.line(s.line);
                let of_day = |day| cells(case.ward, &line.timing, day).contains(&cell);
                line.bound && s.group == group && s.days.iter().any(of_day)
            };
            let line: Option<LineId> = case.decided.stands.iter().find(holds_here).map(|s| s.line);
            let code = case.ward.group(group).code.clone();
            all.push(Broken {
                day: Some(cell.day.number()),
                time: Some(case.ward.intervals.get(cell.interval).label()),
                what: line.map(|l| case.line(l).name.clone()),
                group: Some(code.clone()),
                ..broken(
                    Rule::BoundPresent,
                    line.map_or(code, |l| place(case.ward, Part::Line(l), &case.line(l).name)),
                    f64::from(case.week.held(group, worst)),
                    f64::from(case.week.present(group, worst)),
                )
            });
        }
    }
    all
}

/// The clock times of a run of minutes: `02-03`, `22:15-07`.
fn label(run: &[usize]) -> String {
    let clock = |minute: usize| Clock((minute as u32 % DAY) as u16);
    match (run.first(), run.last()) {
        (Some(&first), Some(&last)) => Window { start: clock(first), end: clock(last + 1) }.label(),
        _ => String::new(),
    }
}
