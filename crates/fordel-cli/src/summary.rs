//! A plan in a few plain words: what it gives against what today's distribution takes, what it takes, how sure it
//! is, what it rests on, and where to look first.

use fordel_app::{Planned, Saved, Work};
use fordel_core::complaint::Severity;
use fordel_core::measure::gain::{Against, Gain, gain};
use fordel_core::plan::{Ended, Plan, Status};
use fordel_core::ward::Goal;
use fordel_text::Texts;

use crate::commands::Session;

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
    let cost = texts.kroner(plan.year_cost.unwrap_or_default());
    lines.push(texts.with("plan-cost", &[("unit", plan.unit.as_str().into()), ("cost", cost.into())]));
    if let Some(money) = gain.money {
        let saved = money.saved();
        let key = match (money.against, saved.abs() < 0.5, saved > 0.0) {
            (_, true, _) => "plan-saves-nothing",
            (Against::Carried, _, true) => "plan-saves",
            (Against::Carried, _, false) => "plan-adds",
            (Against::Relaxed, _, true) => "plan-saves-relaxed",
            (Against::Relaxed, _, false) => "plan-adds-relaxed",
        };
        lines.push(texts.with(key, &[("kroner", texts.kroner(saved.abs()).into())]));
    }
    let freed = gain.work.freed_hours();
    if gain.work.compared > 0 {
        let hours = |h: f64| texts.fixed(h, 0);
        let args = [
            ("total", hours(freed.total()).into()),
            ("day", hours(freed.day).into()),
            ("evening", hours(freed.evening).into()),
            ("night", hours(freed.night).into()),
            ("weekend", hours(freed.weekend).into()),
        ];
        lines.push(texts.with("plan-frees", &args));
    }
    let courses = gain.courses;
    lines.push(if courses.seats == 0 {
        texts.get("plan-no-courses")
    } else {
        let args = [
            ("courses", courses.courses.into()),
            ("seats", courses.seats.into()),
            ("hours", texts.fixed(courses.hours, 0).into()),
            ("cost", texts.kroner(courses.year_cost).into()),
        ];
        texts.with("plan-courses", &args)
    });
    lines
}

/// Status, gap, and what ended the search.
fn sure(plan: &Plan, texts: &Texts) -> Vec<String> {
    let mut lines = Vec::new();
    let cost = plan.goals.iter().find(|g| g.goal == Goal::Cost && g.best > 0.0);
    let gap = cost.map(|goal| ((goal.best - goal.bound) / goal.best).max(0.0));
    let key = if plan.status == Status::Optimal { "plan-proven" } else { "plan-unproven" };
    lines.push(match gap {
        Some(gap) => texts.with(key, &[("gap", texts.percent(gap, 2).into())]),
        None => texts.get(&format!("{key}-no-cost")),
    });
    let args = [("seconds", texts.fixed(plan.seconds, 1).into()), ("work", work(plan).into())];
    match plan.ended {
        Ended::Time => lines.push(texts.with("plan-ended-time", &args)),
        Ended::Cancelled => lines.push(texts.with("plan-ended-cancelled", &args)),
        Ended::Work => lines.push(texts.with("plan-ended-work", &args)),
        Ended::Gap => {}
    }
    lines
}

/// What `--work` must be given to repeat the search.
fn work(plan: &Plan) -> String {
    let parts = if plan.work_by_goal.is_empty() { vec![plan.work] } else { plan.work_by_goal.clone() };
    Work(parts).to_string()
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
