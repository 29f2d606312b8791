//! On what it ran: the machine, the date, the versions.

use std::path::Path;
use std::process::Command;

use crate::record::Solver;

/// The peers' exact versions, from which their environment is installed.
const PEERS: &str = include_str!("../../../peers/requirements.txt");

/// Processor, cores, memory and system in one line.
pub fn described() -> String {
    let info = read("/proc/cpuinfo");
    let model = field(&info, "model name").unwrap_or("unknown processor");
    let cores = info.lines().filter(|line| line.starts_with("processor")).count();
    let kilobytes: f64 =
        field(&read("/proc/meminfo"), "MemTotal").and_then(|m| m.split(' ').next()?.parse().ok()).unwrap_or(0.0);
    format!("{model}, {cores} cores, {:.0} GB, {}", kilobytes / 1e6, said("uname", &["-sr"]))
}

/// The machine's load over the last minute.
pub fn load() -> f64 {
    read("/proc/loadavg").split(' ').next().and_then(|l| l.parse().ok()).unwrap_or(0.0)
}

/// The date and the time of day.
pub fn now() -> String {
    said("date", &["+%Y-%m-%d %H:%M"])
}

/// A solver's version: for ours, the commit that last changed what searches, and a mark of changes since.
pub fn version(solver: Solver) -> String {
    match solver {
        Solver::Highs => pinned("highspy"),
        Solver::CpSat => pinned("ortools"),
        Solver::Fordel => committed("../fordel-engine/src"),
    }
}

/// A peer's version.
pub fn pinned(name: &str) -> String {
    let line = PEERS.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix("=="));
    line.unwrap_or("unknown").trim().to_owned()
}

/// The version of the Python that runs the peers.
pub fn python(path: &Path) -> String {
    said(&path.display().to_string(), &["--version"]).trim_start_matches("Python ").to_owned()
}

/// The version of the whole program, likewise.
pub fn ours() -> String {
    committed("../..")
}

/// The version, the commit that last changed what is in this folder, and a mark of changes since.
fn committed(folder: &str) -> String {
    let commit = git(&["log", "-1", "--format=%h"], &["--", folder]);
    let changes = git(&["diff", "HEAD"], &["--", folder]);
    let mark = if changes.is_empty() { String::new() } else { format!("+{}", &fingerprint(changes.as_bytes())[..6]) };
    format!("{} ({commit}{mark})", env!("CARGO_PKG_VERSION"))
}

/// A short fingerprint of bytes: FNV-1a with 64 bits (Fowler, Noll, Vo).
pub fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

fn git(command: &[&str], paths: &[&str]) -> String {
    let here = ["-C", env!("CARGO_MANIFEST_DIR")];
    said("git", &[&here, command, paths].concat())
}

/// What a program says, without the space around it; empty if it can't be run.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(path)).unwrap_or_default()
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':')).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        // The published test values.
        assert_eq!(fingerprint(b""), "cbf29ce484222325");
        assert_eq!(fingerprint(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn the_peers_versions_are_exact() {
        assert!([Solver::Highs, Solver::CpSat].iter().all(|s| version(*s).starts_with(|c: char| c.is_ascii_digit())));
    }
}
