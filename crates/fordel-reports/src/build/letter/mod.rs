//! The first page: a letter in plain words to someone who hasn't seen the program.

mod key_figures;

use fordel_core::complaint::{Complaint, Severity, Value};
use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::{Against, Gain, gain};
use fordel_core::measure::moves::{Kind, Move, moves};
use fordel_core::measure::profile::shares;
use fordel_core::measure::work::minutes_a_week;
use fordel_core::plan::{Ended, Status};
use fordel_core::time::DaySet;
use fordel_core::ward::{Goal, GroupId};

use super::telling::{SMALL_FTE, SMALL_HOURS, SMALL_KR, Telling};
use super::{pictures, safety};
use crate::report::{Block, Item, Section};

/// The letter.
pub fn letter(told: &Telling, complaints: Option<&[Complaint]>) -> Section {
    let gain = gain(told.ward, told.plan);
    let moves = moves(told.ward, told.plan);
    let mut section = super::chapter("letter", told.say("report-letter"));
    section.blocks.push(paragraph(told, "report-looked", looked(told)));
    section.blocks.push(paragraph(told, "report-propose", proposed(told, &moves)));
    section.blocks.push(Block::KeyFigures { figures: key_figures::key_figures(told, &gain) });
    section.blocks.push(paragraph(told, "report-gives", gives(told, &gain, &moves)));
    section.blocks.push(paragraph(told, "report-takes", takes(told, &gain)));
    section.blocks.extend(safety::note(told));
    section.blocks.push(paragraph(told, "report-rests", rests(told, complaints)));
    section.blocks.push(paragraph(told, "report-unknown", unknown(told, &gain)));
    if shares(told.ward, told.plan).iter().any(|s| s.proposed_all > 0.0) {
        section.blocks.push(Block::Figure(pictures::shares_figure(told)));
    }
    section
}

/// A paragraph whose lead stands under the key with `-lead`.
fn paragraph(told: &Telling, key: &str, sentences: Vec<String>) -> Block {
    Block::Paragraph(Item::led(told.say(&format!("{key}-lead")), sentences.join(" ")))
}

fn looked(told: &Telling) -> Vec<String> {
    let tasks: std::collections::BTreeSet<&str> = told.ward.lines.iter().map(|l| l.task_key.as_str()).collect();
    let minutes: f64 = told.plan.groups.iter().map(|g| g.minutes_week).sum();
    let args = [
        ("unit", told.plan.unit.as_str().into()),
        ("tasks", tasks.len().into()),
        ("lines", told.ward.lines.len().into()),
        ("hours", told.minutes_as_hours(minutes).into()),
        ("groups", told.ward.groups.len().into()),
    ];
    std::iter::once(told.with("report-looked", &args)).chain(told.nurses_are()).collect()
}

fn proposed(told: &Telling, moves: &[Move]) -> Vec<String> {
    if moves.is_empty() {
        let known = told.ward.lines.iter().any(|l| l.today.is_some());
        return vec![told.say(if known { "report-propose-none" } else { "report-propose-untold" })];
    }
    let mut flows: Vec<((GroupId, GroupId), f64)> = Vec::new();
    for m in moves {
        match flows.iter_mut().find(|(pair, _)| *pair == (m.from, m.to)) {
            Some((_, minutes)) => *minutes += m.minutes_from,
            None => flows.push(((m.from, m.to), m.minutes_from)),
        }
    }
    flows.sort_by(|a, b| b.1.total_cmp(&a.1));
    let flow = |((from, to), minutes): &((GroupId, GroupId), f64)| {
        let args = [
            ("hours", told.minutes_as_hours(*minutes).into()),
            ("from", told.group_in_sentence(*from).into()),
            ("to", told.group_in_sentence(*to).into()),
        ];
        told.with("report-flow", &args)
    };
    let largest: Vec<String> = flows.iter().take(3).map(flow).collect();
    let args = [
        ("moves", moves.len().into()),
        ("placements", told.plan.placements.len().into()),
        ("hours", told.minutes_as_hours(moves.iter().map(|m| m.minutes_from).sum()).into()),
        ("flows", told.texts.list(&largest).into()),
    ];
    let key = if flows.len() == 1 { "report-propose-one" } else { "report-propose" };
    let mut sentences = vec![told.with(key, &args)];
    let corrected = moves.iter().filter(|m| m.kind == Kind::Corrected).count();
    if corrected > 0 {
        sentences.push(told.with("report-propose-corrected", &[("corrected", corrected.into())]));
    }
    sentences
}

fn gives(told: &Telling, gain: &Gain, moves: &[Move]) -> Vec<String> {
    let mut sentences = Vec::new();
    match &gain.money {
        Some(money) if money.saved().abs() < SMALL_KR => sentences.push(told.say("report-saved-nothing")),
        Some(money) => {
            let key = if money.saved() > 0.0 { "report-saved" } else { "report-dearer" };
            let args = [
                ("amount", told.about(money.saved().abs()).into()),
                ("percent", told.percent(money.saved().abs() / money.before).into()),
            ];
            sentences.push(told.with(&against_key(key, money.against), &args));
            let proven = money.saved_at_least.filter(|least| told.about(*least) != told.about(money.saved()));
            if let Some(least) = proven.filter(|_| money.saved() > 0.0) {
                let key = if least < SMALL_KR { "report-saved-unproven" } else { "report-saved-at-least" };
                sentences.push(told.with(key, &[("least", told.about(least.max(0.0)).into())]));
            }
        }
        None => sentences.push(told.say("report-saved-unknown")),
    }
    if gain.work.compared > 0 {
        sentences.extend(freed(told, gain, moves));
    }
    if gain.work.corrected.total().abs() >= SMALL_HOURS * 60.0 {
        let net = gain.work.net_hours().total();
        let key = if net >= 0.0 { "report-net-freed" } else { "report-net-added" };
        let args = [
            ("corrected", told.hours(gain.work.corrected.hours().total().abs()).into()),
            ("net", told.with(key, &[("net", told.hours(net.abs()).into())]).into()),
        ];
        let key = if gain.work.corrected.total() > 0.0 { "report-corrected-to" } else { "report-corrected-from" };
        sentences.push(told.with(key, &args));
    }
    let fall = fte_list(told, gain, |g| g.falls_away());
    if !fall.is_empty() {
        sentences.push(told.with("report-falls-away", &[("groups", told.texts.list(&fall).into())]));
    }
    if let Some(bought) = &gain.tolerance {
        if bought.price < SMALL_KR {
            sentences.push(told.say("report-tolerance-nothing"));
        } else if let Some((_, before, after)) =
            bought.goals.iter().find(|(goal, before, after)| *goal == Goal::Overqualified && before > after)
        {
            let args = [
                ("price", told.about(bought.price).into()),
                ("before", told.minutes_as_hours(*before).into()),
                ("after", told.minutes_as_hours(*after).into()),
            ];
            sentences.push(told.with("report-tolerance", &args));
        } else {
            sentences.push(told.with("report-tolerance-other", &[("price", told.about(bought.price).into())]));
        }
    }
    sentences
}

/// Nurse time set free: what nurses give away, what they take over, and the parts of the week that go the other way.
fn freed(told: &Telling, gain: &Gain, moves: &[Move]) -> Vec<String> {
    let freed = gain.work.freed_hours();
    let total = freed.total();
    if total.abs() < SMALL_HOURS {
        return vec![told.say("report-freed-nothing")];
    }
    let share = if gain.work.today.total() > 0.0 { total.abs() * 60.0 / gain.work.today.total() } else { 0.0 };
    let mut args: Vec<(&str, Value)> =
        vec![("hours", told.hours(total.abs()).into()), ("percent", told.percent(share).into())];
    if total < 0.0 {
        return vec![told.with("report-freed-less", &args)];
    }
    let taken = taken_hours(gain, moves);
    let key = if taken < SMALL_HOURS { "report-freed" } else { "report-freed-and-taken" };
    args.extend([("given", Value::from(told.hours(total + taken))), ("taken", Value::from(told.hours(taken)))]);
    let mut sentences = vec![told.with(key, &args)];
    if freed.night.abs() < SMALL_HOURS {
        sentences.push(told.say("report-freed-not-night"));
    }
    sentences.extend(the_other_way(told, freed));
    sentences
}

/// Hours a week that nurses take over from other groups.
fn taken_hours(gain: &Gain, moves: &[Move]) -> f64 {
    let is_nurse = |group: GroupId| gain.nurses.contains(&group);
    let taken = moves.iter().filter(|m| m.kind == Kind::Moved && is_nurse(m.to) && !is_nurse(m.from));
    taken.map(|m| m.minutes_to).sum::<f64>() / 60.0
}

/// The parts of the week in which nurses get more to do than today.
fn the_other_way(told: &Telling, freed: Split) -> Option<String> {
    let keys = ["report-but-day", "report-but-evening", "report-but-night", "report-but-weekend"];
    let parts: Vec<String> = keys
        .into_iter()
        .zip(freed.parts())
        .filter(|(_, hours)| *hours <= -SMALL_HOURS)
        .map(|(key, hours)| told.with(key, &[("hours", told.hours(-hours).into())]))
        .collect();
    (!parts.is_empty()).then(|| told.with("report-freed-but", &[("parts", told.texts.list(&parts).into())]))
}

fn takes(told: &Telling, gain: &Gain) -> Vec<String> {
    let mut sentences = Vec::new();
    if gain.courses.seats == 0 {
        sentences.push(told.say("report-takes-no-courses"));
    } else {
        let args = [
            ("courses", gain.courses.courses.into()),
            ("seats", gain.courses.seats.into()),
            ("hours", told.hours(gain.courses.hours).into()),
            ("cost", told.about(gain.courses.year_cost).into()),
        ];
        sentences.push(told.with("report-takes-courses", &args));
    }
    if !gain.groups.iter().any(|g| g.today.is_some()) {
        sentences.push(told.say("report-takes-today-untold"));
        return sentences;
    }
    let fill = fte_list(told, gain, |g| g.to_fill());
    if fill.is_empty() {
        sentences.push(told.say("report-takes-no-fte"));
    } else {
        sentences.push(told.with("report-takes-fte", &[("groups", told.texts.list(&fill).into())]));
    }
    if let (Some(today), Some(proposed)) = (told.plan.today.year_cost, told.plan.year_cost) {
        let args = [("today", told.about(today).into()), ("more", told.about(proposed - today).into())];
        if proposed - today >= SMALL_KR {
            sentences.push(told.with("report-takes-dearer", &args));
        }
    }
    if !told.plan.today.overloaded.is_empty() {
        sentences.push(told.with("report-takes-overloaded", &[("cells", told.plan.today.overloaded.len().into())]));
    }
    sentences
}

/// `1,8 sykepleier`, for every group with more than a trifle.
fn fte_list(
    told: &Telling,
    gain: &Gain,
    fte: impl Fn(&fordel_core::measure::gain::GroupGain) -> Option<f64>,
) -> Vec<String> {
    gain.groups
        .iter()
        .filter_map(|g| fte(g).filter(|f| *f >= SMALL_FTE).map(|f| (g.group, f)))
        .map(|(group, f)| {
            told.with("report-fte-of", &[("fte", told.fte(f).into()), ("group", told.group_in_sentence(group).into())])
        })
        .collect()
}

fn rests(told: &Telling, complaints: Option<&[Complaint]>) -> Vec<String> {
    let assumed = complaints.map(|all| all.iter().filter(|c| c.severity == Severity::Assumed).count());
    let mut sentences = vec![told.say("report-rests")];
    sentences.push(match assumed {
        None => told.say("report-rests-unknown"),
        Some(0) => told.say("report-rests-nothing-assumed"),
        Some(assumed) => told.with("report-rests-assumed", &[("assumed", assumed.into())]),
    });
    sentences.push(told.say("report-rests-checked"));
    sentences
}

fn unknown(told: &Telling, gain: &Gain) -> Vec<String> {
    let mut sentences = vec![told.say("report-unknown-minutes")];
    sentences.push(proof(told));
    sentences.extend(first_goal(told));
    let stopped = match told.plan.ended {
        Ended::Gap => None,
        Ended::Time => Some("report-unknown-time"),
        Ended::Work => Some("report-unknown-work"),
        Ended::Cancelled => Some("report-unknown-cancelled"),
    };
    if let Some(key) = stopped.filter(|_| told.plan.status != Status::Optimal) {
        sentences.push(told.with(key, &[("seconds", told.texts.fixed(told.plan.seconds, 0).into())]));
    }
    if gain.work.untold > 0 {
        let untold = told.ward.lines.iter().filter(|l| l.today.is_none()).count();
        sentences.push(told.with("report-unknown-untold", &[("lines", untold.into())]));
    }
    let weightless = told
        .ward
        .lines
        .iter()
        .filter(|l| !l.bound && minutes_a_week(told.ward, l, l.lowest, DaySet::ALL) <= 0.0)
        .count();
    if weightless > 0 {
        sentences.push(told.with("report-unknown-no-minutes", &[("lines", weightless.into())]));
    }
    sentences
}

/// How far the cost can be from the least possible, from proof.
fn proof(told: &Telling) -> String {
    match told.plan.least_cost() {
        Some((best, bound)) if best > 0.0 => {
            let open = (best - bound).max(0.0);
            let args = [("gap", told.texts.gap(open / best).into()), ("open", told.about(open).into())];
            told.with(if open < SMALL_KR { "report-unknown-proven" } else { "report-unknown-gap" }, &args)
        }
        _ => told.say("report-unknown-no-cost-goal"),
    }
}

/// What is proven of the first goal, where that isn't the cost.
fn first_goal(told: &Telling) -> Option<String> {
    let first = told.plan.goals.first().filter(|first| first.goal != Goal::Cost)?;
    let key = if first.gap() > 0.0 { "report-unknown-first-gap" } else { "report-unknown-first-proven" };
    let goal = told.say(&format!("goal-{}", first.goal.name()));
    Some(told.with(key, &[("goal", goal.into()), ("gap", told.texts.gap(first.gap()).into())]))
}

/// A message, or its sibling where the comparison is one without limits.
fn against_key(key: &str, against: Against) -> String {
    match against {
        Against::Carried => key.to_owned(),
        Against::Relaxed => format!("{key}-relaxed"),
    }
}
