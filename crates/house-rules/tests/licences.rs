//! Every library's licence is on the list in `deny.toml`: the part of `cargo deny check` that needs nothing installed.

use std::collections::BTreeSet;

use house_rules::workspace::{licences, read};

/// The allow list of `deny.toml`.
fn allowed() -> BTreeSet<String> {
    let deny = read("deny.toml");
    let list = deny.split_once("\nallow = [").expect("deny.toml has the line `allow = [`").1;
    let list = list.split_once(']').expect("the list ends").0;
    list.lines()
        .filter_map(|line| line.split('#').next())
        .flat_map(|line| line.split(','))
        .map(|item| item.trim().trim_matches('"').to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

/// Whether an SPDX expression can be met with the allowed licences. `/` is the old way to write OR; AND binds
/// tighter than OR; an exception (`WITH`) is part of its licence's name.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").replace(" WITH ", "_WITH_");
    let mut tokens = spaced.split_whitespace().map(|t| t.replace("_WITH_", " WITH ")).collect::<Vec<_>>();
    tokens.reverse();
    any(&mut tokens, allowed) && tokens.is_empty()
}

fn any(tokens: &mut Vec<String>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(tokens, allowed);
    while tokens.last().is_some_and(|t| t == "OR") {
        tokens.pop();
        met |= all(tokens, allowed);
    }
    met
}

fn all(tokens: &mut Vec<String>, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(tokens, allowed);
    while tokens.last().is_some_and(|t| t == "AND") {
        tokens.pop();
        met &= one(tokens, allowed);
    }
    met
}

fn one(tokens: &mut Vec<String>, allowed: &BTreeSet<String>) -> bool {
    match tokens.pop() {
        Some(open) if open == "(" => {
            let met = any(tokens, allowed);
            tokens.pop().is_some_and(|close| close == ")") && met
        }
        Some(licence) => allowed.contains(&licence),
        None => false,
    }
}

#[test]
fn every_library_has_a_licence_on_the_list() {
    let allowed = allowed();
    let libraries = licences();
    assert!(libraries.len() > 50, "the tree has {} libraries?", libraries.len());
    let wrong: Vec<String> = libraries
        .into_iter()
        .filter(|(_, licence)| !licence.as_deref().is_some_and(|l| is_met(l, &allowed)))
        .map(|(library, licence)| format!("{library}: {}", licence.as_deref().unwrap_or("no licence told")))
        .collect();
    assert!(wrong.is_empty(), "not on the list in deny.toml:\n{}", wrong.join("\n"));
}

#[test]
fn no_licence_stands_on_the_list_for_nothing() {
    let everything: Vec<String> = licences().into_iter().filter_map(|(_, licence)| licence).collect();
    let allowed = allowed();
    for licence in &allowed {
        let without: BTreeSet<String> = allowed.iter().filter(|l| *l != licence).cloned().collect();
        assert!(everything.iter().any(|l| !is_met(l, &without)), "no library needs {licence}: take it off the list");
    }
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0 WITH LLVM-exception", "ISC"].map(String::from).into();
    for met in [
        "MIT",
        "GPL-3.0 OR MIT",
        "MIT/Apache-2.0",
        "GPL-3.0 / MIT",
        "MIT AND ISC",
        "(GPL-3.0 OR ISC) AND MIT",
        "Apache-2.0 WITH LLVM-exception",
        "GPL-3.0 AND Zlib OR MIT",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for unmet in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR ISC) AND GPL-3.0",
        "Apache-2.0",
        "(MIT",
        "MIT ISC",
        "GPL-3.0 OR MIT AND Zlib",
    ] {
        assert!(!is_met(unmet, &allowed), "{unmet}");
    }
}
