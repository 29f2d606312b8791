//! What the commands that look at plans answer: check, explain, compare.

use std::io::{Cursor, Read, Write};

use serde_json::Value;

use crate::{Scratch, json, number, plan, run_to, text, ward};

/// The workbook with its first cell that `pick` takes changed, by editing the sheet's own XML.
pub(super) fn edited(book: &[u8], sheet: &str, pick: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = false;
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a whole part");
        if name == sheet {
            let xml = String::from_utf8(bytes).expect("XML");
            let new = pick(&xml).expect("a cell to change");
            changed = new != xml;
            bytes = new.into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        to.write_all(&bytes).expect("a whole part");
    }
    assert!(changed, "nothing was changed in {sheet}");
    to.finish().expect("a workbook").into_inner()
}

/// The number of a sheet's part, by the sheet's place in the workbook.
fn staffing_sheet() -> &'static str {
    "xl/worksheets/sheet4.xml"
}

#[test]
fn a_plan_is_accepted_as_written_and_refused_after_one_head_is_changed() {
    let scratch = Scratch::new("check");
    let workbook = ward("liten");
    plan(&scratch, "liten", &[]);
    let (plan_json, plan_book) = (scratch.at("out/plan.json"), scratch.at("out/plan.xlsx"));
    for file in [&plan_json, &plan_book] {
        let ran = run_to(0, &["check", text(&workbook), file, "--lang", "en"]);
        assert!(ran.out.contains("The plan holds") && ran.out.contains("SPL"), "{}", ran.out);
    }
    // The first whole number of the staffing sheet that isn't nought is a head count.
    let changed = edited(&std::fs::read(&plan_book).expect("plan.xlsx"), staffing_sheet(), |xml| {
        let cell = ["1", "2", "3"].iter().filter_map(|n| Some((xml.find(&format!("><v>{n}</v>"))?, n))).min()?;
        let (at, heads) = cell;
        Some(format!("{}><v>{}</v>{}", &xml[..at], heads.parse::<u32>().ok()? + 3, &xml[at + 9..]))
    });
    let hand_made = scratch.at("hand.xlsx");
    std::fs::write(&hand_made, changed).expect("written");
    let ran = run_to(1, &["check", text(&workbook), &hand_made, "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(told["good"], false);
    assert!(!told["broken"].as_array().expect("broken rules").is_empty());
}

#[test]
fn a_plan_changed_by_hand_tells_rule_and_place() {
    let scratch = Scratch::new("hand");
    let workbook = ward("liten");
    let mut plan = plan(&scratch, "liten", &["--goals", "cost"]);
    let placed = plan["placements"].as_array_mut().expect("placements");
    let medicines = placed.iter_mut().find(|p| p["row"] == 3).expect("row 3");
    medicines["group"] = "ASS".into();
    let file = scratch.at("hand.json");
    std::fs::write(&file, plan.to_string()).expect("written");
    let ran = run_to(1, &["check", text(&workbook), &file, "--lang", "nb"]);
    assert!(ran.out.contains("Oppgaver!K3") && ran.out.contains("ikke kvalifisert"), "{}", ran.out);
    run_to(1, &["explain", text(&workbook), &file, "2"]);
}

#[test]
fn a_plan_of_another_ward_is_told_as_one_and_shortly() {
    let scratch = Scratch::new("another");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let (other, file) = (ward("bare-oppgaver"), scratch.at("out/plan.json"));
    let ran = run_to(1, &["check", text(&other), &file, "--lang", "nb"]);
    for told in [
        "Planen er laget for «Liten post», og arbeidsboka er for «bare-oppgaver».",
        "arbeidsboka har ikke denne oppgaven",
        "brudd til; alle står i svaret med --json.",
    ] {
        assert!(ran.out.contains(told), "{told} in\n{}", ran.out);
    }
    let sentences = ran.out.lines().filter(|line| line.contains("linja skal stå på nøyaktig én")).count();
    assert!(sentences < 21, "{}", ran.out);
    let (mut elsewhere, renamed) = (json(&file), scratch.at("renamed.json"));
    elsewhere["unit"] = "Annen post".into();
    std::fs::write(&renamed, elsewhere.to_string()).expect("written");
    let ran = run_to(0, &["compare", &file, &renamed, "--lang", "nb"]);
    assert!(ran.out.contains("Planene er for hver sin post"), "{}", ran.out);
}

#[test]
fn a_plan_that_says_that_none_exists_is_not_one_that_holds() {
    let scratch = Scratch::new("none");
    let (workbook, out) = (ward("umulig"), scratch.at("none"));
    run_to(1, &["plan", text(&workbook), "--out", &out, "--quiet"]);
    plan(&scratch, "liten", &["--goals", "cost"]);
    let good = scratch.at("out/plan.json");
    for none in ["plan.json", "plan.xlsx"].map(|name| format!("{out}/{name}")) {
        for args in
            [vec!["check", text(&workbook), &none], vec!["compare", &none, &good], vec!["compare", &good, &none]]
        {
            let ran = run_to(1, &args);
            assert!(ran.err.contains("ikke finnes noen plan"), "{args:?}: {}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn a_plan_that_tells_only_what_was_decided_is_checked() {
    let scratch = Scratch::new("bare-plan");
    let workbook = ward("liten");
    let plan = plan(&scratch, "liten", &["--goals", "cost"]);
    let bare = serde_json::json!({
        "status": "feasible", "placements": plan["placements"], "staffing": plan["staffing"],
    });
    let file = scratch.at("bare.json");
    std::fs::write(&file, bare.to_string()).expect("written");
    let ran = run_to(0, &["check", text(&workbook), &file, "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!((number(&told["figures"]["year_cost"]) - 5_758_017.78).abs() < 600.0);
    // What there was nothing to check of is told.
    let untold = told["untold"].as_array().expect("what isn't told");
    assert!(untold.contains(&"year_cost".into()) && !untold.contains(&"placements".into()), "{untold:?}");
    let ran = run_to(0, &["check", text(&workbook), &file, "--lang", "nb"]);
    assert!(ran.out.contains("ikke kontrollert: ") && !ran.out.contains("alle tall stemmer"), "{}", ran.out);
}

#[test]
fn an_altered_plan_is_refused_and_so_is_one_that_lacks_what_is_always_told() {
    let scratch = Scratch::new("altered");
    let workbook = ward("liten");
    let plan = plan(&scratch, "liten", &[]);
    let file = scratch.at("altered.json");
    let refused = |keys: &str, change: &dyn Fn(&mut Value)| {
        let mut altered = plan.clone();
        change(&mut altered);
        std::fs::write(&file, altered.to_string()).expect("written");
        let ran = run_to(1, &["check", text(&workbook), &file, "--lang", "nb"]);
        assert!(ran.out.contains(&format!("({keys})")), "{keys} in\n{}", ran.out);
        assert!(!ran.out.contains("carried!") && !ran.out.contains("rightmost!"), "{}", ran.out);
    };
    refused("status", &|p| p["status"] = "infeasible".into());
    refused("carried.status", &|p| p["carried"]["status"] = "infeasible".into());
    refused("cheapest.year_cost", &|p| p["cheapest"]["year_cost"] = 1e6_f64.into());
    refused("cheapest.values.changes", &|p| p["cheapest"]["values"][3][1] = 1.5_f64.into());
    refused("placements.2.timing", &|p| p["placements"][0]["timing"] = "12-15".into());
    refused("year_cost", &|p| p["year_cost"] = (number(&p["year_cost"]) + 5.0).into());
    for key in ["year_cost", "week_cost", "bound", "gap", "today", "carried", "limits", "unit", "cheapest"] {
        refused(key, &|p| p[key] = Value::Null);
    }
    for key in ["groups", "workload", "goals"] {
        refused(key, &|p| p[key] = Value::Array(Vec::new()));
    }
    refused("limits.gap", &|p| p["limits"] = serde_json::json!({}));
    // As an earlier version told the cheapest plan: not a rule is broken, and what to do is said.
    refused("cheapest.placements", &|p| {
        let cheapest = p["cheapest"].as_object_mut().expect("the cheapest plan");
        cheapest.retain(|key, _| !["placements", "staffing"].contains(&key.as_str()));
    });
    let ran = run_to(1, &["check", text(&workbook), &file, "--lang", "nb"]);
    assert!(ran.out.contains("lag den på nytt") && !ran.out.contains("brutt"), "{}", ran.out);
}

#[test]
fn nought_has_no_sign_and_reasons_are_sentences() {
    let scratch = Scratch::new("plain");
    let plan = plan(&scratch, "liten", &["--lang", "nb"]);
    let written = std::fs::read_to_string(scratch.at("out/plan.json")).expect("plan.json");
    assert!(!written.contains(": -0.0"));
    let reasons = plan["rightmost"]["reasons"].as_array().expect("reasons");
    assert!(!reasons.is_empty());
    for reason in reasons.iter().map(|reason| reason.as_str().expect("a sentence")) {
        assert!(reason.ends_with('.') && !reason.contains(" = "), "{reason}");
    }
}

#[test]
fn why_here_is_told_as_an_interval() {
    let scratch = Scratch::new("explain");
    let workbook = ward("liten");
    plan(&scratch, "liten", &[]);
    let file = scratch.at("out/plan.json");
    for (row, group, expected) in
        [(2, "SPL", 108_333.33), (5, "ASS", 628_913.33), (6, "HFA", 0.0), (6, "SPL", 0.0), (8, "HFA", 1_167_631.11)]
    {
        let ran = run_to(0, &["explain", text(&workbook), &file, &row.to_string(), "--json"]);
        let told: Value = serde_json::from_str(&ran.out).expect("JSON");
        let weekdays = told.as_array().expect("a list").iter().find(|w| w["days"][0] == 1).expect("Monday to Friday");
        if weekdays["group"] == group {
            assert_eq!(row, 6, "two groups do this line equally well: either may have it");
            continue;
        }
        let other = crate::entry(&weekdays["others"], "group", group);
        let (low, high) = (number(&other["cost"]["low"]), number(&other["cost"]["high"]));
        assert!(low - 0.01 <= expected && expected <= high + 0.01 && high - low < 2_000.0, "row {row}: {other}");
    }
    let ran = run_to(0, &["explain", text(&workbook), &file, "3", "--lang", "nb"]);
    assert!(ran.out.contains("Medisiner (07–09, man–fre, rad 3) står på SPL."), "{}", ran.out);
    assert!(ran.out.contains("HFA: ikke kvalifisert, minstekravet er SPL"), "{}", ran.out);
    let ran = run_to(2, &["explain", text(&workbook), &file, "99", "--lang", "nb"]);
    assert!(ran.err.contains("radene 2 til 8"), "{}", ran.err);
}

#[test]
fn two_plans_side_by_side() {
    let scratch = Scratch::new("compare");
    plan(&scratch, "liten", &["--goals", "cost", "--pin", "2=SPL"]);
    let first = scratch.at("first.json");
    std::fs::rename(scratch.at("out/plan.json"), &first).expect("moved");
    plan(&scratch, "liten", &["--goals", "cost", "--pin", "2=HFA"]);
    let second = scratch.at("out/plan.xlsx");
    let ran = run_to(0, &["compare", &first, &second, "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    let moved = told["moved"].as_array().expect("moved").iter().find(|m| m["row"] == 2).expect("row 2 moved");
    assert_eq!((&moved["from"], &moved["to"]), (&"SPL".into(), &"HFA".into()));
    assert!((number(&told["year_cost"]["a"]) - number(&json(&first)["year_cost"])).abs() < 0.01);
    let ran = run_to(0, &["compare", &first, &second, "--lang", "en"]);
    assert!(ran.out.contains("SPL → HFA") && ran.out.contains("NOK a year"), "{}", ran.out);
    let same = run_to(0, &["compare", &first, &first, "--lang", "nb"]);
    assert!(same.out.contains("Planene plasserer det samme"), "{}", same.out);
}
