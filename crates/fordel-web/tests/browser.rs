//! Scenarios in a real browser: each `tests/browser/*.mjs` but the harness is played by Chromium against a real server.
//!
//! A scenario that no test plays fails.

mod gallery;
mod running;
mod work;

use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use fordel_web::server::Site;
use running::Running;
use work::Work;

/// A scenario's file, and the test that plays it.
const SCENARIOS: [&str; 11] = [
    "by-hand.mjs",
    "keyboard.mjs",
    "meeting.mjs",
    "now.mjs",
    "reach.mjs",
    "reading.mjs",
    "shell.mjs",
    "sign-in.mjs",
    "tabs.mjs",
    "why.mjs",
    "work.mjs",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// The node that plays them: the machine's own, or the newer one that `scripts/prepare` laid beside them.
fn node() -> PathBuf {
    let beside = ["x64", "arm64"].map(|machine| folder().join(format!("node_modules/node-linux-{machine}/bin/node")));
    beside.into_iter().find(|node| node.exists()).unwrap_or_else(|| "node".into())
}

/// Plays a scenario on a site, with what it must know beside the address: everything that it tells is shown, and it
/// must end well.
fn play(scenario: &str, routes: Router, told: &[&str]) {
    let running = Running::start(routes, Site::default());
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    std::fs::create_dir_all(&pictures).expect("a folder for pictures");
    let output =
        Command::new(node()).arg(folder().join(scenario)).arg(running.url()).arg(&pictures).args(told).output();
    let output = output.expect("node is here: scripts/prepare tests installs it");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{told}");
    assert!(output.status.success(), "{told}");
}

#[test]
fn the_parts_of_pages_hold_in_light_dark_small_and_print() {
    play("shell.mjs", gallery::routes(), &[]);
}

/// Plays the scenarios of a file from the first administrator's link.
fn on_a_site_of_its_own(scenarios: &str) {
    let work = Work::start(scenarios);
    play(&format!("{scenarios}.mjs"), work.routes.clone(), &[&work.first]);
}

#[test]
fn a_ward_does_its_whole_work_in_the_browser() {
    on_a_site_of_its_own("work");
}

#[test]
fn a_proposal_is_changed_by_hand_in_every_way() {
    on_a_site_of_its_own("by-hand");
}

#[test]
fn a_unit_is_read_in_every_window_and_on_paper() {
    on_a_site_of_its_own("reading");
}

#[test]
fn a_meeting_goes_through_the_tasks_and_a_workbook_is_taken_in() {
    on_a_site_of_its_own("meeting");
}

#[test]
fn every_page_is_within_everybodys_reach() {
    on_a_site_of_its_own("reach");
}

#[test]
fn people_come_in_by_a_provider_of_their_organisation() {
    on_a_site_of_its_own("sign-in");
}

#[test]
fn every_head_count_and_red_cell_says_why() {
    on_a_site_of_its_own("why");
}

#[test]
fn people_are_missing_on_a_shift() {
    on_a_site_of_its_own("now");
}

#[test]
fn a_ward_does_its_whole_work_by_keys_alone() {
    on_a_site_of_its_own("keyboard");
}

#[test]
fn eight_tabs_share_a_stream_and_see_what_others_change() {
    on_a_site_of_its_own("tabs");
}

#[test]
fn every_scenario_is_played() {
    let files = std::fs::read_dir(folder()).expect("the folder of scenarios");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut scenarios: Vec<String> = names.filter(|name| name.ends_with(".mjs") && name != "harness.mjs").collect();
    scenarios.sort();
    assert_eq!(scenarios, SCENARIOS);
    let this = include_str!("browser.rs");
    for scenario in SCENARIOS {
        let played = [
            format!("play(\"{scenario}\""),
            format!("on_a_site_of_its_own(\"{}\")", scenario.trim_end_matches(".mjs")),
        ];
        assert!(played.iter().any(|call| this.contains(call)), "no test plays {scenario}");
    }
}
