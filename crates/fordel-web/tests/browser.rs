//! Scenarios in a real browser: each `tests/browser/*.mjs` but the harness is played by Chromium against a real server.
//!
//! A scenario that no test plays fails; so does a page that no scenario shows to axe-core.

mod gallery;
mod running;
mod work;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use fordel_web::server::Site;
use running::Running;
use work::Work;

/// A scenario's file, and the test that plays it.
const SCENARIOS: [&str; 12] = [
    "by-hand.mjs",
    "first-use.mjs",
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

/// Every page by its route, and the scenario that shows it to axe-core: in light and dark, wide and at 320 px.
const PAGES: [(&str, &str); 59] = [
    ("/enter", "reach.mjs"),
    ("/enter/oidc/{entrance}/answer", "sign-in.mjs"),
    ("/enter/oidc/{entrance}/left", "sign-in.mjs"),
    ("/start/{key}", "work.mjs"),
    ("/invited/{key}", "reach.mjs"),
    ("/", "work.mjs"),
    ("/projection", "reach.mjs"),
    ("/people", "meeting.mjs"),
    ("/people/way-back/{person}", "reach.mjs"),
    ("/way-back/{key}", "reach.mjs"),
    ("/people/sign-in", "reach.mjs"),
    ("/people/{branch}", "meeting.mjs"),
    ("/people/{branch}/erase", "reach.mjs"),
    ("/me", "meeting.mjs"),
    ("/u/{unit}", "reading.mjs"),
    ("/u/{unit}/mapping", "work.mjs"),
    ("/u/{unit}/mapping/row/{row}", "reach.mjs"),
    ("/u/{unit}/workshop", "meeting.mjs"),
    ("/u/{unit}/library", "reach.mjs"),
    ("/u/{unit}/import", "meeting.mjs"),
    ("/u/{unit}/import/people", "reach.mjs"),
    ("/u/{unit}/import/people/{key}", "reach.mjs"),
    ("/u/{unit}/import/{key}", "meeting.mjs"),
    ("/u/{unit}/activity", "reach.mjs"),
    ("/u/{unit}/activity/{key}", "reach.mjs"),
    ("/u/{unit}/population", "reach.mjs"),
    ("/u/{unit}/population/{key}", "reach.mjs"),
    ("/u/{unit}/history", "meeting.mjs"),
    ("/u/{unit}/history/back/{seq}", "reach.mjs"),
    ("/u/{unit}/proposals", "work.mjs"),
    ("/u/{unit}/p/{number}", "work.mjs"),
    ("/u/{unit}/p/{number}/differences", "reach.mjs"),
    ("/u/{unit}/p/{number}/decide", "work.mjs"),
    ("/u/{unit}/p/{number}/rhythm", "reading.mjs"),
    ("/u/{unit}/p/{number}/rhythm/names", "reading.mjs"),
    ("/u/{unit}/p/{number}/training", "reading.mjs"),
    ("/u/{unit}/p/{number}/training/order", "reach.mjs"),
    ("/u/{unit}/p/{number}/findings", "reading.mjs"),
    ("/u/{unit}/p/{number}/certainty", "reach.mjs"),
    ("/u/{unit}/year", "reach.mjs"),
    ("/u/{unit}/p/{number}/year", "reach.mjs"),
    ("/u/{unit}/projection", "reach.mjs"),
    ("/u/{unit}/p/{number}/projection", "reach.mjs"),
    ("/u/{unit}/p/{number}/board", "by-hand.mjs"),
    ("/u/{unit}/p/{number}/why/{row}", "by-hand.mjs"),
    ("/u/{unit}/p/{number}/staffing", "by-hand.mjs"),
    ("/u/{unit}/p/{number}/heads/{shift}/{day}", "why.mjs"),
    ("/u/{unit}/p/{number}/cell/{group}/{day}/{interval}", "reach.mjs"),
    ("/u/{unit}/p/{number}/presence/{rule}/{day}", "reach.mjs"),
    ("/u/{unit}/p/{number}/today", "why.mjs"),
    ("/u/{unit}/objections", "reach.mjs"),
    ("/u/{unit}/decisions/{version}", "work.mjs"),
    ("/u/{unit}/now", "now.mjs"),
    ("/u/{unit}/now/pool", "reach.mjs"),
    ("/u/{unit}/now/rules", "now.mjs"),
    ("/u/{unit}/now/log", "now.mjs"),
    ("/u/{unit}/now/log/{shortage}", "reach.mjs"),
    ("/u/{unit}/now/statistics", "now.mjs"),
    ("/u/{unit}/priorities", "now.mjs"),
];

/// What is answered with no page when it is asked for: it leads on, or programs and scripts read it.
const NO_PAGES: [&str; 10] = [
    "/healthz",
    "/enter/oidc/{entrance}",
    "/enter/oidc/{entrance}/keys",
    "/enter/oidc/{entrance}/out",
    "/example/{key}",
    "/u/{unit}/complaints",
    "/u/{unit}/events",
    "/u/{unit}/p/{number}/progress",
    "/u/{unit}/p/{number}/training/order/progress",
    "/u/{unit}/p/{number}/changes",
];

/// Whether a route leads to where a path does.
fn leads(route: &str, path: &str) -> bool {
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(&path).all(|(part, of)| part.starts_with('{') || part == of)
}

/// The route of a page's path: of those that lead there, the one with the fewest parts left open.
fn route_of(path: &str) -> Option<&'static str> {
    let leading = PAGES.iter().map(|(route, _)| *route).filter(|route| leads(route, path));
    leading.min_by_key(|route| route.matches('{').count())
}

/// The pages that a scenario shows to axe-core.
fn shown_by(scenario: &str) -> impl Iterator<Item = &'static str> {
    PAGES.iter().filter(move |(_, by)| *by == scenario).map(|(route, _)| *route)
}

/// Fails unless axe-core was shown every page that the scenario is to show it, as it tells: `axe  dark 320 /u/1/now`.
fn all_shown(scenario: &str, told: &str) {
    let shown = |line: &str| {
        let mut parts = line.strip_prefix("axe  ")?.splitn(3, ' ').map(str::to_owned);
        let (scheme, width, path) = (parts.next()?, parts.next()?, parts.next()?);
        Some((scheme, width, route_of(&path)?))
    };
    let shown: BTreeSet<(String, String, &str)> = told.lines().filter_map(shown).collect();
    for route in shown_by(scenario) {
        for (scheme, width) in [("light", "1280"), ("dark", "1280"), ("light", "320"), ("dark", "320")] {
            let wanted = (scheme.to_owned(), width.to_owned(), route);
            assert!(shown.contains(&wanted), "{scenario}: axe hasn't seen {route} in {scheme}, {width} px wide");
        }
    }
}

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
    all_shown(scenario, &told);
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
fn the_first_useful_result_takes_ten_clicks_and_five_minutes_at_most() {
    on_a_site_of_its_own("first-use");
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
    let work = Work::start("reach");
    let own: Vec<&str> = shown_by("reach.mjs").collect();
    let all = PAGES.map(|(route, _)| route);
    play("reach.mjs", work.routes.clone(), &[&work.first, &own.join(" "), &all.join(" ")]);
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
fn every_page_is_shown_to_axe() {
    let map: String = include_str!("../src/routes.rs").split_whitespace().collect();
    let answered = map.split(".route(\"").skip(1).filter_map(|rest| rest.split_once("\","));
    let read = answered.filter(|(_, by)| by.starts_with("get(") || by.contains(").get("));
    let is_file = |path: &str| path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let pages: BTreeSet<&str> = read.map(|(path, _)| path).filter(|path| !is_file(path)).collect();
    let known: BTreeSet<&str> = PAGES.iter().map(|(route, _)| *route).chain(NO_PAGES).collect();
    assert_eq!(pages, known, "a page has its scenario, and each that is named is there");
    assert_eq!(known.len(), PAGES.len() + NO_PAGES.len(), "none stands twice");
    for (route, scenario) in PAGES {
        assert!(SCENARIOS.contains(&scenario), "{route}: {scenario} is no scenario");
    }
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
