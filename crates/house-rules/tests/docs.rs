//! What the docs name exists: functions, files and links; and what must stand in them does: rules, crates, modules.

use house_rules::source::lines_with;
use house_rules::workspace::{files, members, read, root};

fn docs() -> Vec<String> {
    files("", ".md")
}

/// Texts between backticks, with their line numbers, outside fenced blocks.
fn names(text: &str) -> Vec<(usize, String)> {
    let mut fenced = false;
    let mut names = Vec::new();
    for (i, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            names.extend(line.split('`').skip(1).step_by(2).map(|name| (i + 1, name.to_owned())));
        }
    }
    names
}

/// Whether `engine::money::shift_kr()` exists: a function of that name in the crate's file (of its sources or its tests)
/// that the modules lead to. Types on the way are passed over.
fn exists(function: &str) -> bool {
    let mut path: Vec<&str> = function.trim_end_matches("()").split("::").collect();
    let name = path.pop().unwrap_or_default();
    let folder = match path.first() {
        Some(&"house_rules") => "crates/house-rules".to_owned(),
        first => format!("crates/fordel-{}", first.unwrap_or(&"")),
    };
    let modules: Vec<&str> =
        path.iter().skip(1).filter(|m| m.starts_with(|c: char| c.is_lowercase())).copied().collect();
    let file = modules.join("/");
    let candidates = match modules.is_empty() {
        true => vec!["src/lib.rs".to_owned(), "src/main.rs".to_owned()],
        false => {
            ["src/", "tests/"].iter().flat_map(|t| [format!("{t}{file}.rs"), format!("{t}{file}/mod.rs")]).collect()
        }
    };
    candidates.iter().any(|candidate| {
        let path = root().join(&folder).join(candidate);
        std::fs::read_to_string(path).is_ok_and(|source| !lines_with(&source, &format!("fn {name}")).is_empty())
    })
}

#[test]
fn every_function_that_the_docs_name_exists() {
    let mut wrong = Vec::new();
    for doc in docs() {
        for (line, name) in names(&read(&doc)) {
            if name.ends_with("()") && name.contains("::") && !exists(&name) {
                wrong.push(format!("{doc}:{line}: there is no {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!exists("core::order::no_such_function()") && !exists("core::no_such_file::covers()"));
}

#[test]
fn every_file_that_the_docs_name_exists() {
    let folders = ["crates/", "docs/", "examples/", "scripts/", ".ci/"];
    let mut wrong = Vec::new();
    for doc in docs() {
        let text = read(&doc);
        let here = std::path::Path::new(&doc).parent().unwrap_or(std::path::Path::new("")).to_owned();
        for (line, name) in names(&text) {
            let path = name.split([' ', ':']).next().unwrap_or_default();
            let a_path = folders.iter().any(|f| path.starts_with(f)) && !path.contains(['*', '<', '…', '{']);
            if a_path && !root().join(path).exists() {
                wrong.push(format!("{doc}:{line}: there is no {path}"));
            }
        }
        for (i, line) in text.lines().enumerate() {
            let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            let pictures = line.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
            for link in links.chain(pictures) {
                let target = link.split('#').next().unwrap_or_default();
                if !target.is_empty() && !target.contains("://") && !root().join(&here).join(target).exists() {
                    wrong.push(format!("{doc}:{}: the link {link} leads nowhere", i + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_stands_in_the_model_with_its_functions() {
    let rules = read("crates/fordel-core/src/rule.rs");
    let rules: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Rule::")?.split_once("=> \"")?.1.strip_suffix("\","))
        .collect();
    assert!(rules.len() > 10, "the names of the rules are read from rule.rs: {rules:?}");
    let model = read("docs/model.md");
    for rule in rules {
        let row = model
            .lines()
            .find(|line| line.starts_with(&format!("| `{rule}` |")))
            .unwrap_or_else(|| panic!("docs/model.md has no row for the rule {rule}"));
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert!(cells.len() == 4 && cells.iter().all(|cell| !cell.is_empty()), "a cell of this row is empty: {row}");
    }
}

#[test]
fn the_map_has_every_crate_and_every_module() {
    let map = read("ARCHITECTURE.md");
    let mut missing = Vec::new();
    for member in members() {
        let folder = format!("crates/{}", member.name);
        let Some((_, section)) = map.split_once(&format!("### `{folder}`")) else {
            missing.push(folder);
            continue;
        };
        let section = section.split("\n##").next().unwrap_or_default();
        for path in files(&format!("{folder}/src"), ".rs") {
            let module =
                path.trim_start_matches(&format!("{folder}/src/")).trim_end_matches(".rs").trim_end_matches("/mod");
            let top_level = !module.contains('/') && !["lib", "main"].contains(&module);
            if top_level && !section.contains(&format!("`{module}`")) {
                missing.push(path);
            }
        }
    }
    assert!(missing.is_empty(), "not on the map in ARCHITECTURE.md:\n{}", missing.join("\n"));
}

#[test]
fn every_name_that_the_glossary_ties_to_the_code_stands_there() {
    let sources: Vec<String> =
        files("crates", ".rs").iter().filter(|path| path.contains("/src/")).map(|path| read(path)).collect();
    let glossary = read("docs/glossary.md");
    let rows: Vec<&str> = glossary.lines().filter(|line| line.starts_with("| ") && line.contains('`')).collect();
    assert!(rows.len() > 20, "the glossary is a table");
    for row in rows {
        let cell = row.trim_matches('|').split('|').next_back().unwrap_or_default();
        for name in cell.split('`').skip(1).step_by(2) {
            assert!(
                sources.iter().any(|s| !lines_with(s, name).is_empty()),
                "`{name}` stands nowhere in the code: {row}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = files("crates", ".rs")
        .into_iter()
        .filter(|path| path.contains("/src/") && !read(path).trim_start().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "without a first line `//! …`:\n{}", silent.join("\n"));
}
