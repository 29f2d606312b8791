//! Whatever is handed in: a sentence and an exit code, never a panic.

use serde_json::Value;

use crate::answers::edited;
use crate::{Scratch, plan, run, run_to, text, ward};

#[test]
fn feil_gives_all_its_faults_at_once() {
    let workbook = ward("feil");
    let ran = run_to(3, &["validate", text(&workbook), "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    let complaints = told["complaints"].as_array().expect("complaints");
    let places: Vec<&str> =
        complaints.iter().filter(|c| c["severity"] == "fault").filter_map(|c| c["place"].as_str()).collect();
    for cell in ["K2", "H3", "D4", "F5", "B9", "G10"] {
        assert!(places.contains(&format!("Oppgaver!{cell}").as_str()), "Oppgaver!{cell} in {places:?}");
    }
    assert!(places.contains(&"Bemanning i dag!B2"), "{places:?}");
    let ran = run_to(3, &["plan", text(&workbook), "--lang", "nb"]);
    assert!(ran.err.contains("Oppgaver!K2") && ran.out.is_empty(), "{}", ran.err);
    assert!(!workbook.with_extension("plan").exists(), "nothing is saved for a faulty ward");
}

#[test]
fn good_workbooks_are_good_and_say_what_was_assumed() {
    for (name, assumes) in [("liten", false), ("regler", false), ("bare-oppgaver", true)] {
        let ran = run_to(0, &["validate", text(&ward(name)), "--json"]);
        let told: Value = serde_json::from_str(&ran.out).expect("JSON");
        let complaints = told["complaints"].as_array().expect("complaints");
        assert!(!complaints.iter().any(|c| c["severity"] == "fault"), "{name}: {complaints:?}");
        assert!(!assumes || complaints.iter().any(|c| c["severity"] == "assumed"), "{name}");
        // Only the last has no name in its workbook: it is called by the file's.
        let named: Vec<_> = complaints.iter().filter(|c| c["code"] == "assumed-unit").collect();
        assert_eq!((named.len(), told["unit"] == name), (usize::from(assumes), assumes), "{name}: {named:?}");
    }
}

#[test]
fn the_wide_form_becomes_the_long_form() {
    let scratch = Scratch::new("convert");
    let out = scratch.at("long.xlsx");
    let ran = run_to(0, &["convert", text(&ward("skjema-hnt")), &out, "--lang", "nb"]);
    assert!(ran.out.contains("antatt"), "{}", ran.out);
    let ran = run_to(0, &["validate", &out, "--json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(told["lines"].as_u64().is_some_and(|lines| lines > 100), "{}", told["lines"]);
    run_to(0, &["plan", &out, "--time-limit", "5", "--quiet"]);
    assert!(std::path::Path::new(&scratch.at("long.plan/report.pdf")).exists());
}

#[test]
fn convert_tells_what_it_took_along_and_what_it_left() {
    let scratch = Scratch::new("convert-own");
    let out = scratch.at("long.xlsx");
    run_to(0, &["convert", text(&ward("liten")), &out]);
    // What was assumed stands in the workbook that it wrote.
    let ran = run_to(0, &["convert", &out, &scratch.at("again.xlsx"), "--lang", "nb"]);
    assert!(ran.out.contains("Ingenting er antatt.") && !ran.out.contains("merkede"), "{}", ran.out);
    assert!(!ran.out.contains("følger ikke med"), "{}", ran.out);
    // A sheet under another name isn't read.
    let book = std::fs::read(ward("liten")).expect("a workbook");
    let other = scratch.at("other.xlsx");
    let renamed = edited(&book, "xl/workbook.xml", |xml| {
        Some(xml.replacen("name=\"Bemanning i dag\"", "name=\"Ringeliste\"", 1))
    });
    std::fs::write(&other, renamed).expect("written");
    let ran = run_to(0, &["convert", &other, &out, "--lang", "nb"]);
    assert!(ran.out.contains("Dette arket leses ikke og følger ikke med: Ringeliste."), "{}", ran.out);
}

#[test]
fn nonsense_gets_a_sentence() {
    let scratch = Scratch::new("nonsense");
    let nonsense: [(&str, &[u8]); 6] = [
        ("empty.xlsx", b""),
        ("text.xlsx", b"Oppgave;Kategori\nStell;Pasientbehandling\n"),
        ("broken.xlsx", b"PK\x03\x04 and then nothing that unpacks"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook or an encrypted one"),
        ("list.json", b"[1, 2, 3]"),
        ("half.json", b"{\"status\": \"optimal\", \"placements\": ["),
    ];
    let good = ward("liten");
    let mut files: Vec<String> = vec![scratch.at("missing.xlsx"), scratch.at("")];
    for (name, bytes) in nonsense {
        std::fs::write(scratch.at(name), bytes).expect("written");
        files.push(scratch.at(name));
    }
    for file in &files {
        for args in [
            vec!["validate", file],
            vec!["plan", file, "--time-limit", "1"],
            vec!["convert", file, "/nowhere/at/all.xlsx"],
            vec!["check", file, file],
            vec!["check", text(&good), file],
            vec!["explain", text(&good), file, "2"],
            vec!["compare", file, file],
        ] {
            let ran = run_to(3, &args);
            assert!(ran.err.starts_with("Feil: ") || ran.out.contains(':'), "{args:?}: {}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn a_place_that_cannot_be_written_is_told_before_the_search() {
    let scratch = Scratch::new("unwritable");
    let (good, file) = (ward("liten"), scratch.at("a-file"));
    std::fs::write(&file, "in the way").expect("written");
    let (below, book_below) = (format!("{file}/below"), format!("{file}/below.xlsx"));
    let folder = scratch.at("folder.xlsx");
    std::fs::create_dir(&folder).expect("a folder");
    let started = std::time::Instant::now();
    for args in [
        vec!["plan", text(&good), "--out", &below],
        vec!["plan", text(&good), "--out", &file],
        vec!["demo", "--out", &below],
        vec!["template", &book_below],
        vec!["template", &folder],
        vec!["convert", text(&good), &book_below],
    ] {
        let ran = run_to(2, &args);
        assert!(ran.err.contains("Kan ikke skrive"), "{args:?}: {}", ran.err);
    }
    assert!(started.elapsed().as_secs() < 20);
    assert_eq!(std::fs::read_to_string(&file).expect("still there"), "in the way");
}

#[test]
fn a_workbook_is_written_under_the_name_of_one() {
    let scratch = Scratch::new("names");
    let (good, bare, other) = (ward("liten"), scratch.at("post"), scratch.at("post.txt"));
    for args in [vec!["template", &bare], vec!["template", &other], vec!["convert", text(&good), &other]] {
        let ran = run_to(2, &args);
        assert!(ran.err.contains("La navnet slutte på .xlsx."), "{args:?}: {}", ran.err);
    }
    assert!(!std::path::Path::new(&bare).exists() && !std::path::Path::new(&other).exists());
}

#[test]
fn a_plan_handed_in_as_a_ward_is_told_as_one() {
    let scratch = Scratch::new("plan-as-ward");
    for lang in ["nb", "en"] {
        plan(&scratch, "liten", &["--goals", "cost", "--lang", lang]);
        let ran = run_to(3, &["validate", &scratch.at("out/plan.xlsx"), "--lang", "nb"]);
        assert!(ran.out.contains("Velg arbeidsboka som planen ble laget av."), "{}", ran.out);
        assert_eq!(ran.out.lines().count(), 3, "{}", ran.out);
    }
}

#[test]
fn a_template_can_be_read_back() {
    let scratch = Scratch::new("template");
    for lang in ["nb", "en"] {
        let (empty, filled) = (scratch.at(&format!("empty-{lang}.xlsx")), scratch.at(&format!("filled-{lang}.xlsx")));
        run_to(0, &["template", &empty, "--lang", lang]);
        run_to(0, &["template", &filled, "--example", "--lang", lang]);
        run_to(0, &["validate", &filled, "--lang", lang]);
        let ran = run(&["validate", &empty, "--lang", lang]);
        assert!(ran.code == 0 || ran.code == 3, "an empty form is at most unfinished: {}", ran.code);
        let ran = run_to(3, &["plan", &empty, "--lang", "nb"]);
        assert!(ran.err.contains("har ingen oppgaver ennå"), "{}", ran.err);
        assert!(!std::path::Path::new(&empty).with_extension("plan").exists(), "nothing is planned without tasks");
    }
}
