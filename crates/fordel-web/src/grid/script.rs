//! The grid's script as browsers get it: its modules, one after the other, as one. Between them there is nothing to fetch.
//!
//! The modules are written so that this is all it takes: each import is one line, no two modules give the same name to
//! something at their top, and no text goes over several lines. Comments and indents stay here.

use std::sync::OnceLock;

/// The modules, each after those that it imports.
const MODULES: [&str; 18] = [
    include_str!("../../assets/grid/words.js"),
    include_str!("../../assets/grid/beside.js"),
    include_str!("../../assets/grid/sheet.js"),
    include_str!("../../assets/grid/widths.js"),
    include_str!("../../assets/grid/editor.js"),
    include_str!("../../assets/grid/cursor.js"),
    include_str!("../../assets/grid/clipboard.js"),
    include_str!("../../assets/grid/saving.js"),
    include_str!("../../assets/grid/notices.js"),
    include_str!("../../assets/grid/conflicts.js"),
    include_str!("../../assets/grid/changes.js"),
    include_str!("../../assets/grid/complaints.js"),
    include_str!("../../assets/grid/views.js"),
    include_str!("../../assets/grid/stream.js"),
    include_str!("../../assets/grid/live.js"),
    include_str!("../../assets/grid/keys.js"),
    include_str!("../../assets/grid/panel.js"),
    include_str!("../../assets/grid/main.js"),
];

/// The whole script, a module: `<script type="module">`.
pub fn script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let code = MODULES.iter().flat_map(|module| doing(module)).filter(|line| !line.starts_with("import "));
        code.flat_map(|line| [line.strip_prefix("export ").unwrap_or(line), "\n"]).collect()
    })
}

/// A script as browsers get it: without comments, indents and empty lines, which are for those who change it. No text in it
/// goes over several lines, and comments have lines of their own.
pub fn code(script: &str) -> String {
    doing(script).flat_map(|line| [line, "\n"]).collect()
}

/// The lines that do something.
fn doing(script: &str) -> impl Iterator<Item = &str> {
    script.lines().map(str::trim_start).filter(|line| !is_comment(line))
}

fn is_comment(line: &str) -> bool {
    line.is_empty() || line == "*/" || ["//", "/**", "* "].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_modules_can_be_put_one_after_the_other() {
        let mut names = BTreeSet::new();
        let mut given = BTreeSet::new();
        for module in MODULES {
            assert!(module.starts_with("// "), "the first line says what it is for: {:?}", module.lines().next());
            for line in module.lines() {
                assert!(line.matches('`').count() % 2 == 0, "a text over several lines: {line}");
                if let Some(import) = line.strip_prefix("import ") {
                    let (what, _) = import.split_once(" } from './").expect("an import on one line");
                    for name in what.trim_start_matches("{ ").split(", ") {
                        assert!(given.contains(name), "{name} is imported before it is there");
                    }
                }
                let declared = line.strip_prefix("export ").unwrap_or(line);
                let mut words = declared.split(|c: char| !c.is_alphanumeric() && c != '_');
                if let (Some("const" | "let" | "function" | "class" | "async"), Some(name)) =
                    (words.next(), words.next())
                {
                    assert!(names.insert(name.to_owned()), "two modules have a {name} at their top");
                    if line.starts_with("export ") {
                        given.insert(name);
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_but_code_is_left() {
        let script = script();
        assert!(!script.contains("\nimport ") && !script.contains("\nexport ") && !script.contains("\n//"));
        assert!(script.contains("\n*cells() {"), "a method that begins with a star is no comment");
    }
}
