//! Scenarios in a real browser: each `tests/browser/*.mjs` but the harness is played by Chromium against a real server.
//!
//! A scenario needs a site; which one it gets is told in the table below, and a scenario without a row fails.

mod gallery;
mod running;

use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use fordel_web::server::Site;
use running::Running;

/// The routes of a site.
type Routes = fn() -> Router;

/// A scenario's file, and the site it plays on.
const SCENARIOS: [(&str, Routes); 1] = [("shell.mjs", gallery::routes)];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// The node that plays them: the machine's own, or the newer one that `scripts/prepare` laid beside them.
fn node() -> PathBuf {
    let beside = ["x64", "arm64"].map(|machine| folder().join(format!("node_modules/node-linux-{machine}/bin/node")));
    beside.into_iter().find(|node| node.exists()).unwrap_or_else(|| "node".into())
}

/// Plays a scenario: everything that it tells is shown, and it must end well.
fn play(scenario: &str) {
    let (_, routes) = SCENARIOS.iter().find(|(name, _)| *name == scenario).expect("the scenario has its row");
    let running = Running::start(routes(), Site::default());
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    std::fs::create_dir_all(&pictures).expect("a folder for pictures");
    let output = Command::new(node()).arg(folder().join(scenario)).arg(running.url()).arg(&pictures).output();
    let output = output.expect("node is here: scripts/prepare tests installs it");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{told}");
    assert!(output.status.success(), "{told}");
}

#[test]
fn the_parts_of_pages_hold_in_light_dark_small_and_print() {
    play("shell.mjs");
}

#[test]
fn every_scenario_is_played() {
    let files = std::fs::read_dir(folder()).expect("the folder of scenarios");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut scenarios: Vec<String> = names.filter(|name| name.ends_with(".mjs") && name != "harness.mjs").collect();
    scenarios.sort();
    let mut told: Vec<&str> = SCENARIOS.iter().map(|(name, _)| *name).collect();
    told.sort_unstable();
    assert_eq!(scenarios, told);
    let this = include_str!("browser.rs");
    for scenario in told {
        assert!(this.contains(&format!("play(\"{scenario}\")")), "no test plays {scenario}");
    }
}
