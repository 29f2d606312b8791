//! `fordel compare`: two plans side by side.

use clap::{Arg, ArgMatches};
use fordel_app::Differences;
use fordel_text::Texts;

use super::{Session, Trouble, json, path, place};
use crate::exit::Exit;
use crate::table;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![place("a", "A", texts.get("arg-a")), place("b", "B", texts.get("arg-b")), json(texts)]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let (a, b) = (path(matches, "a"), path(matches, "b"));
    let differences = fordel_app::compare(a, b)?;
    if matches.get_flag("json") {
        session.terminal.say(&differences.to_json());
    } else {
        for (letter, path, unit) in [("A", a, &differences.units.0), ("B", b, &differences.units.1)] {
            session.terminal.say(&format!("{letter}: {} – {unit}", path.display()));
        }
        tell(&differences, session);
    }
    Ok(Exit::Good)
}

fn tell(differences: &Differences, session: &Session) {
    let (texts, terminal) = (session.texts, session.terminal);
    let say_table = |rows: &[Vec<String>]| {
        table::lines(rows).iter().for_each(|line| terminal.say(&format!("  {line}")));
    };
    if differences.units.0 != differences.units.1 {
        terminal.say(&texts.get("compare-units"));
    }
    if differences.is_none() {
        terminal.say(&texts.get("compare-same"));
    }
    if !differences.moved.is_empty() {
        terminal.say(&texts.with("compare-moved", &[("count", differences.moved.len().into())]));
        let group = |group: &Option<String>| group.clone().unwrap_or_else(|| texts.get("compare-nowhere"));
        let mut rows =
            vec![words(texts, &["column-row", "column-task", "column-timing", "column-days", "column-from-to"])];
        rows.extend(differences.moved.iter().map(|m| {
            let from_to = format!("{} → {}", group(&m.from), group(&m.to));
            vec![m.row.to_string(), m.task.clone(), texts.timing(&m.timing), texts.days(&m.days), from_to]
        }));
        say_table(&rows);
    }
    if !differences.heads.is_empty() {
        terminal.say(&texts.get("compare-heads"));
        let mut head = words(texts, &["column-group", "column-shift"]);
        head.extend((1..=7).map(|day| texts.get(&format!("day-short-{day}"))));
        let mut rows = vec![head];
        for shift in &differences.heads {
            let mut row = vec![shift.group.clone(), shift.shift.clone()];
            row.extend(shift.a.iter().zip(shift.b).map(
                |(a, b)| {
                    if *a == b { a.to_string() } else { format!("{a}→{b}") }
                },
            ));
            rows.push(row);
        }
        say_table(&rows);
    }
    let mut rows = vec![words(texts, &["column-figure", "column-a", "column-b", "column-difference"])];
    for group in &differences.groups {
        let label = format!("{} {}", group.group, texts.get("unit-fte"));
        rows.push(figure(label, group.fte, |n| texts.fixed(n, 2)));
    }
    if let (Some(a), Some(b)) = differences.year_cost {
        rows.push(figure(texts.get("figure-year-cost"), (a, b), |n| texts.fixed(n, 0)));
    }
    if let (Some(a), Some(b)) = differences.training_cost {
        rows.push(figure(texts.get("figure-training-cost"), (a, b), |n| texts.fixed(n, 0)));
    }
    say_table(&rows);
    if differences.year_cost.0.is_none() || differences.year_cost.1.is_none() {
        terminal.say(&texts.get("compare-no-cost"));
    }
    for (changed, plan) in [(differences.changed_by_hand.0, "A"), (differences.changed_by_hand.1, "B")] {
        if changed {
            terminal.say(&texts.with("compare-changed", &[("plan", plan.into())]));
        }
    }
}

fn words(texts: &Texts, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| texts.get(key)).collect()
}

fn figure(label: String, (a, b): (f64, f64), write: impl Fn(f64) -> String) -> Vec<String> {
    let difference = write(b - a);
    let plus = if b > a && difference.chars().any(|c| ('1'..='9').contains(&c)) { "+" } else { "" };
    vec![label, write(a), write(b), format!("{plus}{difference}")]
}
