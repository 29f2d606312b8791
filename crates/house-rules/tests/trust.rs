//! The sheets in docs/trust: every requirement of the checklist is answered once, and what is said to hold an answer exists.

use std::collections::{BTreeMap, BTreeSet};

use house_rules::workspace::{files, read};

/// Requirements of OWASP ASVS 5.0.0 by chapter: of level 1, of level 2.
const REQUIREMENTS: [(usize, usize); 17] = [
    (8, 19),
    (4, 7),
    (8, 11),
    (2, 8),
    (4, 5),
    (13, 22),
    (6, 12),
    (4, 3),
    (4, 3),
    (5, 24),
    (3, 11),
    (3, 6),
    (1, 12),
    (2, 7),
    (3, 10),
    (0, 16),
    (0, 7),
];
/// What an answer can be, in the order of the table of counts.
const ANSWERS: [&str; 4] = ["yes", "no", "n.a.", "operator"];
/// Success criteria of WCAG 2.1 A and AA, and those that 2.2 adds.
const CRITERIA: (usize, usize) = (50, 6);

/// The cells of a table's row.
fn cells(line: &str) -> Vec<&str> {
    line.trim().trim_matches('|').split(" | ").map(str::trim).collect()
}

/// The rows whose first cell begins so, and goes on with a figure.
fn rows<'t>(text: &'t str, begins: &str) -> Vec<Vec<&'t str>> {
    let row = |line: &&str| {
        let rest = line.strip_prefix("| ").and_then(|rest| rest.strip_prefix(begins));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains('.'))
    };
    text.lines().filter(row).map(cells).collect()
}

/// Every text in quotes of the scenarios that are played in a browser.
fn scenarios() -> String {
    let scenarios = files("crates/fordel-web/tests", ".mjs");
    scenarios.iter().map(|path| read(path)).collect()
}

/// Scenarios that a cell names between marks, and that no file tells.
fn untold<'c>(cell: &'c str, scenarios: &str) -> Vec<&'c str> {
    let named = cell.split('«').skip(1).filter_map(|rest| rest.split('»').next());
    let told = |name: &&str| ["'", "`"].iter().any(|quote| scenarios.contains(&format!("{quote}{name}{quote}")));
    named.filter(|name| !told(name)).collect()
}

#[test]
fn the_checklist_answers_every_requirement_once() {
    let sheet = read("docs/trust/asvs.md");
    let rows = rows(&sheet, "V");
    let mut counts: BTreeMap<usize, (usize, usize, [usize; 4])> = BTreeMap::new();
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for row in &rows {
        let [number, level, asks, answer, how, held] = row[..] else {
            wrong.push(format!("not six cells: {row:?}"));
            continue;
        };
        let chapter = number.trim_start_matches('V').split('.').next().and_then(|chapter| chapter.parse().ok());
        let count = counts.entry(chapter.unwrap_or(0)).or_default();
        match level {
            "1" => count.0 += 1,
            "2" => count.1 += 1,
            _ => wrong.push(format!("{number}: level {level}")),
        }
        match ANSWERS.iter().position(|known| *known == answer) {
            Some(at) => count.2[at] += 1,
            None => wrong.push(format!("{number}: «{answer}» is no answer")),
        }
        if !seen.insert(number) || asks.is_empty() || how.is_empty() || held.is_empty() {
            wrong.push(format!("{number} stands twice, or lacks something"));
        }
        if answer != "yes" && how.len() < 6 {
            wrong.push(format!("{number}: «{answer}» says why"));
        }
    }
    let levels: Vec<(usize, usize)> = counts.values().map(|count| (count.0, count.1)).collect();
    assert_eq!(levels, REQUIREMENTS);
    let sum = |all: (usize, usize, [usize; 4]), one: &(usize, usize, [usize; 4])| {
        (all.0 + one.0, all.1 + one.1, std::array::from_fn(|at| all.2[at] + one.2[at]))
    };
    let all = ("all".to_owned(), counts.values().fold((0, 0, [0; 4]), sum));
    let named = counts.iter().map(|(chapter, count)| (format!("V{chapter}"), *count)).chain([all]);
    for (chapter, (first, second, answers)) in named {
        let counted: Vec<String> = [first, second].iter().chain(&answers).map(ToString::to_string).collect();
        let counted = format!("| {} |", counted.join(" | "));
        let told = sheet.lines().find(|line| line.starts_with(&format!("| {chapter} | ")));
        if !told.is_some_and(|told| told.ends_with(&counted)) {
            wrong.push(format!("{chapter} is counted as {counted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_criterion_of_accessibility_is_answered_once() {
    let sheet = read("docs/trust/tilgjengelighet.md");
    let rows = rows(&sheet, "");
    let numbers: BTreeSet<&str> = rows.iter().filter_map(|row| row[0].split(' ').next()).collect();
    assert_eq!(numbers.len(), rows.len(), "none stands twice");
    let added = rows.iter().filter(|row| row[1].contains("2.2")).count();
    assert_eq!((rows.len() - added, added), CRITERIA);
    let answers = ["ja", "delvis", "nei", "ikke aktuelt"];
    let unanswered: Vec<_> = rows.iter().filter(|row| row.len() != 5 || !answers.contains(&row[2])).collect();
    assert!(unanswered.is_empty(), "{unanswered:?}");
}

#[test]
fn every_scenario_that_a_sheet_names_is_told() {
    let scenarios = scenarios();
    let mut wrong = Vec::new();
    for sheet in files("docs/trust", ".md") {
        for line in read(&sheet).lines().filter(|line| line.starts_with("| ")) {
            let held = cells(line).pop().unwrap_or_default();
            wrong
                .extend(untold(held, &scenarios).iter().map(|name| format!("{sheet}: no scenario is called «{name}»")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(untold("«nothing is called so»", &scenarios), ["nothing is called so"]);
}
