//! What lies on disk afterwards, and how a run ends early.

use std::process::{Command, Stdio};

use crate::{Ran, Scratch, fordel, json, plan, run_to, text, ward};

const DOCUMENTS: [&str; 4] = ["plan.json", "plan.xlsx", "report.html", "report.pdf"];

fn names(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_documents_lie_beside_the_workbook() {
    let scratch = Scratch::new("beside");
    let workbook = scratch.at("min post.xlsx");
    std::fs::copy(ward("liten"), &workbook).expect("copied");
    let ran = run_to(0, &["plan", &workbook, "--lang", "nb"]);
    assert_eq!(names(&scratch.at("")), ["min post.plan", "min post.xlsx"]);
    assert_eq!(names(&scratch.at("min post.plan")), DOCUMENTS);
    for told in
        ["Liten post: planen koster", "kr mindre enn dagens fordeling", "Bevist", "report.html", "min post.plan"]
    {
        assert!(ran.out.contains(told), "{told} in\n{}", ran.out);
    }
    let html = std::fs::read_to_string(scratch.at("min post.plan/report.html")).expect("a report");
    assert!(html.contains("Liten post"));
    assert!(std::fs::read(scratch.at("min post.plan/report.pdf")).expect("a report").starts_with(b"%PDF"));
}

#[test]
fn what_people_put_there_stays() {
    let scratch = Scratch::new("stays");
    plan(&scratch, "liten", &["--goals", "cost"]);
    std::fs::write(scratch.at("out/notes.txt"), "ours").expect("written");
    std::fs::write(scratch.at("out/plan.xlsx"), "changed by hand").expect("written");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let mut expected: Vec<&str> = DOCUMENTS.to_vec();
    expected.extend(["notes.txt", "plan-1.xlsx"]);
    expected.sort_unstable();
    assert_eq!(names(&scratch.at("out")), expected);
    assert_eq!(std::fs::read_to_string(scratch.at("out/plan-1.xlsx")).expect("kept"), "changed by hand");
}

#[test]
fn the_example_is_planned() {
    let scratch = Scratch::new("demo");
    let ran = run_to(0, &["demo", "--out", &scratch.at("demo"), "--lang", "nb", "--time-limit", "20"]);
    assert!(ran.out.contains("report.html") && ran.out.contains("eksempel.xlsx"), "{}", ran.out);
    let mut expected: Vec<&str> = DOCUMENTS.to_vec();
    expected.insert(0, "eksempel.xlsx");
    assert_eq!(names(&scratch.at("demo")), expected);
    run_to(0, &["check", &scratch.at("demo/eksempel.xlsx"), &scratch.at("demo/plan.xlsx")]);
}

#[test]
fn the_plan_as_json_on_standard_output() {
    let scratch = Scratch::new("json");
    let out = scratch.at("out");
    let ran = run_to(0, &["plan", text(&ward("liten")), "--out", &out, "--goals", "cost", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("nothing but JSON");
    assert_eq!(told, json(&format!("{out}/plan.json")));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let workbook = ward("bare-oppgaver");
    let mut child = fordel(&["validate", text(&workbook)])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let ran = Ran::from(child.wait_with_output().expect("it ends"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = fordel(&["validate", text(&ward("liten"))]).stdout(full).output().expect("the program starts");
    let ran = Ran::from(output);
    assert!(ran.code == 2 && ran.err.contains("plass på disken"), "{}: {}", ran.code, ran.err);
}

#[test]
fn a_clock_that_is_too_short_gives_a_plan_that_holds_or_says_that_there_is_none_yet() {
    for (name, seconds) in [("regler", "0.001"), ("regler", "0.2"), ("bare-oppgaver", "0.1"), ("bare-oppgaver", "1")] {
        let scratch = Scratch::new("clock");
        let (workbook, out) = (ward(name), scratch.at("out"));
        let args = ["plan", text(&workbook), "--out", &out, "--gap", "0", "--time-limit", seconds];
        let ran = Ran::from(fordel(&args).output().expect("the program starts"));
        match ran.code {
            0 => {
                run_to(0, &["check", text(&workbook), &format!("{out}/plan.json")]);
                run_to(0, &["check", text(&workbook), &format!("{out}/plan.xlsx")]);
            }
            4 => assert!(ran.out.contains("--time-limit") && !std::path::Path::new(&out).exists(), "{}", ran.out),
            other => panic!("exit {other}: {}{}", ran.out, ran.err),
        }
    }
}

#[test]
fn the_work_done_repeats_a_plan_that_the_clock_ended() {
    let scratch = Scratch::new("work");
    let first = plan(&scratch, "regler", &["--time-limit", "2", "--gap", "0"]);
    let repeat = first["repeat"].as_str().expect("the work to repeat");
    let again = plan(&scratch, "regler", &["--work", repeat, "--gap", "0"]);
    if first["ended"] == "time" {
        assert_eq!(first["placements"], again["placements"]);
        assert_eq!(first["staffing"], again["staffing"]);
    }
}

#[test]
#[cfg(unix)]
fn ctrl_c_keeps_the_best_found() {
    let scratch = Scratch::new("ctrl-c");
    let (workbook, out) = (ward("bare-oppgaver"), scratch.at("out"));
    let child = fordel(&["plan", text(&workbook), "--out", &out, "--gap", "0", "--time-limit", "300"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(std::time::Duration::from_secs(8));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(sent.success(), "the search ended by itself before it was interrupted");
    let started = std::time::Instant::now();
    let ran = Ran::from(child.wait_with_output().expect("it ends"));
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(started.elapsed().as_secs() < 60, "it ends soon");
    assert_eq!(names(&out), DOCUMENTS);
    assert_ne!(json(&format!("{out}/plan.json"))["ended"], "time");
}
