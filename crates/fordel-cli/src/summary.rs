//! A plan in a few plain words: what it gives against what today's distribution takes, what it takes, how sure it
//! is, what it rests on, and where to look first.

use fordel_app::{Planned, Saved};
use fordel_core::complaint::Severity;
use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::{Against, Bought, Gain, GroupGain, gain};
use fordel_core::plan::{Ended, GoalResult, Plan, Status};
use fordel_core::ward::Goal;
use fordel_text::Texts;

use crate::commands::Session;
use crate::table;
use crate::values::unit;

/// Kroner a year under which sentences would say 0.
const NOTHING: f64 = 50.0;

/// Tells a plan, or why there is none.
pub fn tell(planned: &Planned, session: &Session) {
    let (texts, plan) = (session.texts, &planned.plan);
    let mut lines = Vec::new();
    match plan.status {
        Status::Infeasible => lines.extend(impossible(plan, texts)),
        Status::Unknown => lines.push(texts.get("plan-time-ended")),
        Status::Optimal | Status::Feasible => {
            lines.extend(gives(&gain(&planned.opened.ward, plan), planned, texts));
            lines.extend(sure(plan, texts));
        }
    }
    if !session.quiet {
        lines.extend(rests_on(planned, texts));
    }
    lines.iter().for_each(|line| session.terminal.say(line));
    if let Some(saved) = &planned.saved {
        kept(saved, session);
        let folder = saved.at.display().to_string();
        let args = [("folder", folder.into()), ("files", texts.list(&saved.files).into())];
        session.terminal.say(&texts.with("plan-saved", &args));
        let has = |name: &str| saved.files.iter().any(|f| f == name);
        if !session.quiet && has("report.html") && plan.status != Status::Infeasible {
            session.terminal.say(&texts.get("plan-look"));
        }
    }
}

/// Tells which files of before were kept under another name.
pub fn kept(saved: &Saved, session: &Session) {
    for path in &saved.kept {
        let args = [("path", path.display().to_string().into())];
        session.terminal.note(&session.texts.with("saved-kept", &args));
    }
}

fn gives(gain: &Gain, planned: &Planned, texts: &Texts) -> Vec<String> {
    let plan = &planned.plan;
    let mut lines = Vec::new();
    let cost = texts.about_kroner(plan.year_cost.unwrap_or_default());
    lines.push(texts.with("plan-cost", &[("unit", plan.unit.as_str().into()), ("cost", cost.into())]));
    if let Some(money) = gain.money {
        let saved = money.saved();
        let key = match (money.against, saved.abs() < NOTHING, saved > 0.0) {
            (_, true, _) => "plan-saves-nothing",
            (Against::Carried, _, true) => "plan-saves",
            (Against::Carried, _, false) => "plan-adds",
            (Against::Relaxed, _, true) => "plan-saves-relaxed",
            (Against::Relaxed, _, false) => "plan-adds-relaxed",
        };
        lines.push(texts.with(key, &[("kroner", texts.about_kroner(saved.abs()).into())]));
    }
    let ward = &planned.opened.ward;
    let change = |g: &GroupGain| g.fte_change().filter(|fte| fte.abs() >= 0.05).map(|fte| (g.group, fte));
    let changes: Vec<String> = gain
        .groups
        .iter()
        .filter_map(change)
        .map(|(group, fte)| {
            format!("{} {}{}", ward.group(group).code, if fte > 0.0 { "+" } else { "" }, texts.fixed(fte, 1))
        })
        .collect();
    if !changes.is_empty() {
        lines.push(texts.with("plan-fte", &[("groups", texts.list(&changes).into())]));
    }
    if gain.work.compared > 0 {
        lines.push(freed(gain.work.freed_hours(), texts));
    }
    lines.extend(gain.tolerance.as_ref().and_then(|bought| tolerance(bought, is_cost_first(plan), texts)));
    let courses = gain.courses;
    lines.push(if courses.seats == 0 {
        texts.get("plan-no-courses")
    } else {
        let args = [
            ("courses", courses.courses.into()),
            ("seats", courses.seats.into()),
            ("hours", texts.fixed(courses.hours, 0).into()),
            ("cost", texts.about_kroner(courses.year_cost).into()),
        ];
        texts.with("plan-courses", &args)
    });
    if !plan.today.overloaded.is_empty() {
        lines.push(texts.with("plan-today-overloaded", &[("count", plan.today.overloaded.len().into())]));
    }
    lines
}

/// Nurse hours a week set free, or taken on.
fn freed(hours: Split, texts: &Texts) -> String {
    let (key, hours) = match hours.total().round() {
        0.0 => return texts.get("plan-frees-nothing"),
        total if total > 0.0 => ("plan-frees", hours),
        _ => ("plan-takes", hours.times(-1.0)),
    };
    let whole = |h: f64| texts.fixed(h, 0).into();
    let args = [
        ("total", whole(hours.total())),
        ("day", whole(hours.day)),
        ("evening", whole(hours.evening)),
        ("night", whole(hours.night)),
        ("weekend", whole(hours.weekend)),
    ];
    texts.with(key, &args)
}

/// What the tolerance of the cost was spent on, or what the goals before it cost.
fn tolerance(bought: &Bought, is_cost_first: bool, texts: &Texts) -> Option<String> {
    let changes: Vec<String> = bought
        .goals
        .iter()
        .filter(|(_, from, to)| (from - to).abs() > 0.5)
        .map(|(goal, from, to)| {
            let args = [
                ("goal", texts.get(&format!("goal-{}", goal.name())).into()),
                ("from", texts.fixed(*from, 0).into()),
                ("to", texts.fixed(*to, 0).into()),
                ("unit", texts.get(unit(*goal)).into()),
            ];
            texts.with("plan-goal-change", &args)
        })
        .collect();
    let args = [("kroner", texts.about_kroner(bought.price).into()), ("goals", texts.list(&changes).into())];
    let key = if is_cost_first { "plan-tolerance" } else { "plan-goals-before-cost" };
    (bought.price >= NOTHING && !changes.is_empty()).then(|| texts.with(key, &args))
}

fn is_cost_first(plan: &Plan) -> bool {
    plan.goals.first().is_some_and(|first| first.goal == Goal::Cost)
}

/// What is proven of the goals in their order, and of the least cost where it isn't the first; what ended the search.
fn sure(plan: &Plan, texts: &Texts) -> Vec<String> {
    let mut lines = Vec::new();
    match plan.goals.first().filter(|_| plan.status == Status::Optimal) {
        Some(first) => {
            lines.push(proven(first, texts));
            if plan.goals.len() > 1 {
                lines.push(texts.with("plan-proven-later", &[("gap", texts.gap(plan.limits.gap).into())]));
            }
        }
        None => {
            lines.push(texts.get("plan-unproven"));
            let open = plan.goals.iter().filter(|goal| goal.gap() > plan.limits.gap);
            lines.extend(open.map(|goal| format!("  {}", unproven(goal, texts))));
            if let Some(open) = plan.open_goal().filter(|open| plan.goals.last() != Some(*open)) {
                lines.push(texts.with("plan-unproven-later", &[("goal", name(open, texts).into())]));
            }
        }
    }
    if !plan.goals.is_empty() && !is_cost_first(plan) {
        lines.push(least(plan, texts));
    }
    let args = [("seconds", texts.fixed(plan.seconds, 1).into()), ("work", plan.repeat.as_str().into())];
    match plan.ended {
        Ended::Time => lines.push(texts.with("plan-ended-time", &args)),
        Ended::Cancelled => lines.push(texts.with("plan-ended-cancelled", &args)),
        Ended::Work => lines.push(texts.with("plan-ended-work", &args)),
        Ended::Gap => {}
    }
    lines
}

fn name(goal: &GoalResult, texts: &Texts) -> String {
    texts.get(&format!("goal-{}", goal.goal.name()))
}

/// What is proven of the first goal of a proven plan.
fn proven(first: &GoalResult, texts: &Texts) -> String {
    let open = first.best - first.bound;
    if first.goal != Goal::Cost {
        let key = if first.gap() > 0.0 { "plan-proven-first" } else { "plan-proven-first-exact" };
        return texts.with(key, &[("goal", name(first, texts).into()), ("gap", texts.gap(first.gap()).into())]);
    }
    if open < 1.0 {
        return texts.get("plan-proven-exact");
    }
    let args = [("kroner", texts.kroner(open.ceil()).into()), ("gap", texts.gap(first.gap()).into())];
    texts.with("plan-proven", &args)
}

/// What is known of the least cost where other goals go before it.
fn least(plan: &Plan, texts: &Texts) -> String {
    match plan.least_cost().filter(|(_, bound)| *bound > 0.0) {
        Some((best, bound)) if best - bound < 1.0 => {
            texts.with("plan-least-proven", &[("least", texts.kroner(best).into())])
        }
        Some((best, bound)) => {
            let args = [("least", texts.kroner(best).into()), ("bound", texts.kroner(bound.floor()).into())];
            texts.with("plan-least", &args)
        }
        None => texts.get("plan-least-unknown"),
    }
}

fn unproven(goal: &GoalResult, texts: &Texts) -> String {
    let args = [
        ("goal", table::capitalised(&name(goal, texts)).into()),
        ("best", texts.fixed(goal.best, 0).into()),
        ("bound", texts.fixed(goal.bound, 0).into()),
        ("unit", texts.get(unit(goal.goal)).into()),
        ("gap", texts.gap(goal.gap()).into()),
    ];
    texts.with("plan-unproven-goal", &args)
}

/// Why no plan exists, and the least that must give.
fn impossible(plan: &Plan, texts: &Texts) -> Vec<String> {
    let mut lines = vec![texts.get(if plan.conflict.is_empty() { "plan-impossible-bare" } else { "plan-impossible" })];
    lines.extend(plan.conflict.iter().map(|demand| format!("  {}", texts.conflict(demand))));
    lines
}

/// Notices one by one, assumptions as a count: the workbook and the report list them.
fn rests_on(planned: &Planned, texts: &Texts) -> Vec<String> {
    let complaints = &planned.opened.complaints;
    let mut lines: Vec<String> =
        complaints.iter().filter(|c| c.severity == Severity::Notice).map(|c| texts.complaint(c)).collect();
    let assumed = complaints.iter().filter(|c| c.severity == Severity::Assumed).count();
    if assumed > 0 {
        lines.push(texts.with("plan-assumed", &[("count", assumed.into())]));
    }
    lines
}
