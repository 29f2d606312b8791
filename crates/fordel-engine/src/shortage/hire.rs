//! Where hiring in is justified: the cheapest hours with which nothing red is left. Beginning anew counts as an hour.

use fordel_core::shortage::{Answer, Hire, Light};
use fordel_core::time::{Stretch, WEEK};
use fordel_core::ward::{GroupId, Priority};

use super::model::{Hiring, Shift};
use super::situation::Situation;
use crate::solver::{Col, INF, Model, Options};

/// More heads of a group than anybody would hire in at once.
const MOST: f64 = 200.0;

/// The stretches, group by group. The situation must be cut by hours.
pub fn justified(situation: &Situation, answer: &Answer) -> Vec<Hire> {
    let mut model = Model::new();
    let red: Vec<usize> =
        (0..situation.parts.len()).filter(|p| answer.intervals[situation.parts[*p].slot].light == Light::Red).collect();
    let mut hired: Vec<Hiring> = Vec::new();
    for group in situation.ward.group_ids() {
        let hourly = situation.ward.group(group).hourly_kr.max(1.0);
        let mut before: Option<(Col, Stretch)> = None;
        for (at, &part) in red.iter().enumerate() {
            let stretch = situation.parts[part].stretch;
            // Of two stretches that cost the same the earlier one; an hour that never comes isn't taken for nothing.
            let minutes = f64::from(situation.parts[part].minutes.max(1));
            let cost = minutes / 60.0 * hourly * (1.0 + 1e-5 * at as f64);
            let heads = model.column(cost, 0.0, MOST, true);
            let starts = model.column(hourly, 0.0, MOST, false);
            let on_the_way = before.filter(|(_, b)| (b.start + b.minutes) % WEEK == stretch.start).map(|(col, _)| col);
            let entries = [(starts, 1.0), (heads, -1.0)].into_iter().chain(on_the_way.map(|col| (col, 1.0)));
            model.row(0.0, INF, entries);
            before = Some((heads, stretch));
            hired.push(Hiring { group, part, col: heads });
        }
    }
    for gap in &situation.gaps {
        let rule = &situation.ward.presence[gap.rule];
        let there = |h: &&Hiring| situation.parts[h.part].stretch == gap.stretch && rule.groups.contains(&h.group);
        model.row(f64::from(gap.heads), INF, hired.iter().filter(there).map(|h| (h.col, 1.0)));
    }
    let mut shift = Shift::new(situation, model, &hired, |portion| portion.colour == Priority::Red);
    shift.cover_all();
    let Some(solution) = shift.model.solve(&Options { jump: false, ..Options::default() }, None).solution else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for group in situation.ward.group_ids() {
        let own = hired.iter().filter(|h| h.group == group);
        let profile: Vec<(Stretch, u32)> =
            own.map(|h| (situation.parts[h.part].stretch, solution[h.col.0].round() as u32)).collect();
        all.extend(stretches(group, &profile));
    }
    all
}

/// Heads by part as stretches: who stays longest first; equal ones together.
fn stretches(group: GroupId, profile: &[(Stretch, u32)]) -> Vec<Hire> {
    let mut hires: Vec<Hire> = Vec::new();
    for level in 1..=profile.iter().map(|(_, n)| *n).max().unwrap_or(0) {
        let mut runs: Vec<Stretch> = Vec::new();
        for (stretch, _) in profile.iter().filter(|(_, n)| *n >= level) {
            match runs.last_mut().filter(|run| (run.start + run.minutes) % WEEK == stretch.start) {
                Some(run) => run.minutes += stretch.minutes,
                None => runs.push(*stretch),
            }
        }
        for stretch in runs {
            match hires.iter_mut().find(|h| h.stretch == stretch) {
                Some(same) => same.heads += 1,
                None => hires.push(Hire { group, stretch, heads: 1 }),
            }
        }
    }
    hires
}
