//! The program as people and scripts meet it: exit codes, figures, files and sentences.

mod activity;
mod answers;
mod courses;
mod documents;
mod figures;
mod input;
mod keeping;
mod projection;
mod served;
mod shortage;
mod simulate;
mod usage;
mod year;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A workbook of `tests/data`.
fn ward(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format!("{name}.xlsx"))
}

/// The program, deaf to the language of the machine.
fn fordel(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fordel"));
    command.args(args);
    for variable in ["FORDEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command
}

/// What a run gave.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8").replace(['\u{a0}', '\u{202f}'], " ");
        let ran = Ran {
            code: output.status.code().expect("an exit code, not a signal"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        ran
    }
}

fn run(args: &[&str]) -> Ran {
    fordel(args).output().expect("the program starts").into()
}

/// Runs and demands this exit code.
fn run_to(code: i32, args: &[&str]) -> Ran {
    let ran = run(args);
    assert_eq!(ran.code, code, "{args:?}\n{}\n{}", ran.out, ran.err);
    ran
}

/// A folder of a test's own, gone afterwards.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let path = std::env::temp_dir().join(format!("fordel-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a scratch folder");
        Scratch(path)
    }
    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// The JSON of a file.
fn json(path: &str) -> Value {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Plans a ward of `tests/data` and gives the plan.
fn plan(scratch: &Scratch, name: &str, flags: &[&str]) -> Value {
    let (workbook, out) = (ward(name), scratch.at("out"));
    let mut args = vec!["plan", text(&workbook), "--out", &out, "--quiet"];
    args.extend(flags);
    run_to(0, &args);
    json(&format!("{out}/plan.json"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number, not {value}"))
}

#[track_caller]
fn about(value: &Value, expected: f64) {
    assert!((number(value) - expected).abs() < 0.01, "{value} is not {expected}");
}

/// The entry of a list whose key has this value.
fn entry<'v>(list: &'v Value, key: &str, wanted: &str) -> &'v Value {
    let found = list.as_array().and_then(|l| l.iter().find(|e| e[key] == wanted));
    found.unwrap_or_else(|| panic!("no entry with {key} = {wanted} in {list}"))
}
