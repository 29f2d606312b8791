//! The workspace: its folder, its files, and its crates as `cargo metadata` tells them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The workspace's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace's folder")
}

/// The text of a file, by its path from the workspace's folder.
///
/// # Panics
/// If there is no such file.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files below a folder whose names end in `ending`, as paths from the workspace's folder, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "node_modules"].contains(&name.as_str()) && !name.starts_with('.') {
                open.push(path);
            } else if name.ends_with(ending) {
                let path = path.strip_prefix(&root).expect("a file of the workspace");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// A crate of the workspace.
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it declares.
    pub imports: Vec<Import>,
}

/// A declared dependency.
pub struct Import {
    /// The crate that is used.
    pub name: String,
    /// Whether tests and benchmarks alone use it.
    pub for_tests: bool,
}

/// The workspace's crates with what they declare.
pub fn members() -> Vec<Member> {
    metadata(&["--no-deps"])
        .iter()
        .map(|package| Member {
            name: text(package, "name"),
            imports: list(package, "dependencies")
                .iter()
                .map(|d| Import { name: text(d, "name"), for_tests: d["kind"] == "dev" })
                .collect(),
        })
        .collect()
}

/// Every library that this machine's build takes, tests included, with its licence expression.
pub fn licences() -> Vec<(String, Option<String>)> {
    metadata(&["--filter-platform", &host()])
        .iter()
        .map(|package| {
            (
                format!("{} {}", text(package, "name"), text(package, "version")),
                package["license"].as_str().map(str::to_owned),
            )
        })
        .collect()
}

/// Every outside library as it is compiled, with its features: once for each choice of features. With `tests`, as the
/// tests are built, else as the program is.
pub fn compiled(tests: bool) -> BTreeSet<String> {
    let edges = if tests { "normal,build,dev" } else { "normal,build" };
    let tree =
        cargo(&["tree", "--workspace", "--locked", "--prefix", "none", "--no-dedupe", "-e", edges, "-f", "{p} [{f}]"]);
    String::from_utf8_lossy(&tree)
        .lines()
        .filter(|line| !line.is_empty() && !line.contains("(/"))
        .map(str::to_owned)
        .collect()
}

fn metadata(arguments: &[&str]) -> Vec<Value> {
    let written = cargo(&[&["metadata", "--format-version", "1", "--locked"], arguments].concat());
    let metadata: Value = serde_json::from_slice(&written).expect("cargo metadata writes JSON");
    list(&metadata, "packages").clone()
}

/// What a cargo command writes.
fn cargo(arguments: &[&str]) -> Vec<u8> {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(program).args(arguments).current_dir(root()).output().expect("cargo can be started");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The machine's own target, e.g. `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc can be started");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc tells its host").to_owned()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("cargo metadata has `{key}`")).to_owned()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("cargo metadata has `{key}`"))
}
