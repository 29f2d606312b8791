//! Where the clock, the environment, files, printing and `unsafe` may stand: each has its place, so that everything
//! else can be tested by calling it, and gives the same answer twice.

use house_rules::source::{code, lines_with, without_tests};
use house_rules::workspace::{files, read};

/// Words that may stand in some files only.
struct Ban {
    /// The words: paths, macros, keywords.
    words: &'static [&'static str],
    /// Where they may stand: files, or folders ending in `/`.
    place: &'static [&'static str],
    /// Why.
    why: &'static str,
}

/// The benchmark is a program of its own.
const BENCH: &str = "crates/fordel-bench/src/bin/";

const BANS: [Ban; 6] = [
    Ban {
        words: &["unsafe", "unsafe_code"],
        place: &["crates/fordel-engine/src/solver.rs"],
        why: "one file binds the solver, and can be read in one sitting",
    },
    Ban {
        words: &["Instant::now", "SystemTime::now", "Zoned::now", "Timestamp::now"],
        place: &[
            "crates/fordel-engine/src/effort.rs",
            "crates/fordel-sheets/src/table.rs",
            "crates/fordel-cli/src/",
            "crates/fordel-web/src/server/",
            BENCH,
        ],
        why: "the same input gives the same plan; only the limits on searching and reading, and those who tell people, need the clock",
    },
    Ban {
        words: &["std::env", "env::var", "env::args"],
        place: &["crates/fordel-cli/src/", BENCH, "crates/house-rules/src/"],
        why: "what a user can set is an argument, told in the help",
    },
    Ban {
        words: &["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout", "stderr"],
        place: &["crates/fordel-cli/src/", BENCH, "crates/house-rules/src/"],
        why: "a library answers with values; the programs alone speak",
    },
    Ban {
        words: &["std::fs", "std::net", "std::process", "std::thread"],
        place: &[
            "crates/fordel-app/src/",
            BENCH,
            "crates/fordel-cli/src/",
            "crates/fordel-engine/src/",
            "crates/fordel-sheets/src/",
            "crates/fordel-store/src/",
            "crates/fordel-web/src/provider/outgoing.rs",
            "crates/fordel-web/src/running.rs",
            "crates/fordel-web/src/server/",
            "crates/house-rules/src/",
        ],
        why: "core, text and reports turn values into values",
    },
    Ban {
        words: &["TcpStream::connect", "UdpSocket", "lookup_host", "UnixStream"],
        place: &["crates/fordel-web/src/provider/outgoing.rs", BENCH],
        why: "one file opens connections, to the provider that an administrator named, and can be read in one sitting; the benchmark asks the sites that it has started",
    },
];

/// Every place in the file's code where a banned word stands.
fn broken(path: &str, source: &str) -> Vec<String> {
    let code = code(source);
    let code = without_tests(&code);
    let mut broken = Vec::new();
    for ban in &BANS {
        if ban.place.iter().any(|place| path == *place || place.ends_with('/') && path.starts_with(place)) {
            continue;
        }
        for word in ban.words {
            broken.extend(lines_with(code, word).iter().map(|line| format!("{path}:{line}: `{word}` – {}", ban.why)));
        }
    }
    broken
}

fn sources() -> Vec<String> {
    files("crates", ".rs").into_iter().filter(|path| path.contains("/src/")).collect()
}

#[test]
fn clock_environment_files_printing_and_unsafe_stand_in_their_places_alone() {
    let broken: Vec<String> = sources().iter().flat_map(|path| broken(path, &read(path))).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_banned_word_is_found() {
    let core = "crates/fordel-core/src/plan.rs";
    for line in
        ["let t = Instant::now();", "use std::fs;", "println!(\"x\");", "unsafe { f() }", "std::env::var(\"X\")"]
    {
        assert!(!broken(core, line).is_empty(), "{line}");
    }
    assert!(broken(core, "// println!(\"x\")\nlet a = \"unsafe\";").is_empty());
    assert!(broken("crates/fordel-cli/src/main.rs", "println!(\"x\")").is_empty());
}

#[test]
fn no_file_is_longer_than_one_can_hold_in_the_head() {
    let long: Vec<String> = files("crates", ".rs")
        .into_iter()
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > 600)
        .map(|(lines, path)| format!("{path} has {lines} lines; 600 is the most: which two subjects does it hold?"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn examples_that_should_run_are_tests() {
    let doctests: Vec<String> = sources()
        .iter()
        .flat_map(|path| {
            let text = read(path);
            let fences = text.lines().enumerate().filter(|(_, line)| {
                let line = line.trim_start();
                let fence = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).unwrap_or("").trim();
                fence.starts_with("```rust")
            });
            fences.map(|(i, _)| format!("{path}:{}", i + 1)).collect::<Vec<_>>()
        })
        .collect();
    assert!(doctests.is_empty(), "./test runs no examples in comments; make each a test: {}", doctests.join(", "));
}
