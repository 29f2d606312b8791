//! The traffic light: what it says, its exit codes, its JSON, what it says of questions that don't fit, and cards.

use serde_json::Value;

use crate::{Scratch, about, number, plan, run_to, text, ward};

#[test]
fn the_answer_in_words_and_as_json_with_its_exit_code() {
    let scratch = Scratch::new("shortage");
    let workbook = ward("liten");
    let made = plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let heads = made["staffing"].as_array().expect("staffing");
    let (mut red, mut good) = (0, 0);
    for day in ["1", "lør"] {
        let number_of_day = if day == "1" { 1 } else { 6 };
        for told in heads.iter().filter(|h| h["day"] == number_of_day) {
            let group = told["group"].as_str().expect("a code");
            let shift = format!("{group}:{}", told["shift"].as_str().expect("a name"));
            for missing in [0, told["heads"].as_u64().expect("heads")] {
                let missing = format!("{group}={missing}");
                let asked =
                    ["shortage", text(&workbook), &file, "--day", day, "--shift", &shift, "--missing", &missing];
                let ran = crate::run(&[&asked[..], &["--json"]].concat());
                let answer: Value = serde_json::from_str(&ran.out).expect("JSON");
                let light = answer["light"].as_str().expect("a light");
                let code = i32::from(light == "red");
                assert_eq!(ran.code, code, "{}", ran.out);
                let uncovered = ["uncovered", "bound_uncovered", "presence_uncovered"]
                    .iter()
                    .map(|list| answer[list].as_array().expect("a list").len())
                    .sum::<usize>();
                assert_eq!(uncovered > 0, code == 1, "{}", ran.out);
                assert_eq!(answer["hire"].as_array().is_some_and(Vec::is_empty), code == 0);
                assert_eq!(number(&answer["minutes"]["red"]) > 0.0, code == 1);
                if missing.ends_with("=0") {
                    assert_eq!(light, "green", "{}", ran.out);
                }
                let words = run_to(code, &[&asked[..], &["--lang", "en"]].concat()).out;
                let head = if code == 1 {
                    "RED"
                } else if light == "yellow" {
                    "YELLOW"
                } else {
                    "GREEN"
                };
                assert!(words.contains(head), "{words}");
                assert_eq!(words.contains("Hiring in is justified: "), code == 1, "{words}");
                if code == 1 { red += 1 } else { good += 1 }
            }
        }
    }
    assert!(red > 0 && good > 0, "{red} red, {good} not");
}

#[test]
fn questions_that_do_not_fit_say_what_to_do() {
    let scratch = Scratch::new("shortage-unfit");
    let workbook = ward("liten");
    let made = plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let first = &made["staffing"][0];
    let (group, shift) = (first["group"].as_str().expect("a code"), first["shift"].as_str().expect("a name"));
    let shift = format!("{group}:{shift}");
    let ask = |day: &str, shift: &str, missing: &str| {
        run_to(2, &["shortage", text(&workbook), &file, "--day", day, "--shift", shift, "--missing", missing]).err
    };
    let one = format!("{group}=1");
    assert!(ask("8", &shift, &one).contains("mandag"), "a day that isn't");
    let unknown = ask("1", "tull", &one);
    assert!(unknown.contains("tull") && unknown.contains("Bruk en av"), "{unknown}");
    let many = ask("1", &shift, &format!("{group}=99"));
    assert!(many.contains("99") && many.contains("mindre tall"), "{many}");
    assert!(ask("1", &shift, "XYZ=1").contains("XYZ"));
    assert!(ask("1", &shift, "SPL").contains("--missing SPL=1,HFA=1"));
    let twice = ask("1", &shift, &format!("{one},{one}"));
    assert!(twice.contains(&format!("«{group}» står to ganger i --missing")), "{twice}");
    run_to(2, &["shortage", text(&workbook), &file]);
    run_to(2, &["shortage", text(&workbook), &file, "--cards", &scratch.at("cards.docx")]);
    // A plan of another ward is unreadable input for this one, and is told so: 1 would mean that something isn't covered.
    let other = ward("regler");
    let refused = run_to(3, &["shortage", text(&other), &file, "--day", "1", "--shift", &shift]).err;
    assert!(refused.contains("trolig laget for en annen post enn") && refused.contains("«fordel check»"), "{refused}");
    assert!(!refused.contains("carried!") && refused.lines().count() <= 7, "{refused}");
    let both = run_to(2, &["shortage", text(&workbook), &file, "--cards", &scratch.at("c.html"), "--day", "6"]).err;
    assert!(both.contains("--cards") && both.contains("--day") && both.contains("kan ikke stå sammen"), "{both}");
}

/// A night from 22 to 07, whose nurses are missing: three of its nine hours are over at 01:00.
#[test]
fn while_the_shift_is_running_the_answer_is_from_a_time_on() {
    let scratch = Scratch::new("shortage-from");
    let workbook = ward("liten");
    let made = plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let nights = made["staffing"].as_array().expect("staffing").iter();
    let of_nurses = nights.filter(|h| h["group"] == "SPL" && h["shift"] == "N" && h["day"] == 6);
    let missing = format!("SPL={}", of_nurses.map(|h| h["heads"].as_u64().expect("heads")).sum::<u64>());
    let asked = ["shortage", text(&workbook), &file, "--day", "6", "--shift", "N", "--missing", &missing];
    let ask = |code: i32, more: &[&str]| run_to(code, &[&asked[..], more].concat());
    let answer = |more: &[&str]| -> Value {
        serde_json::from_str(&ask(1, &[&["--json"][..], more].concat()).out).expect("JSON")
    };
    let (whole, late) = (answer(&[]), answer(&["--from", "01.00"]));
    assert_eq!((&whole["from"], &late["from"]), (&Value::Null, &Value::from("01:00")));
    about(&whole["minutes"]["red_presence"], 540.0);
    about(&late["minutes"]["red_presence"], 360.0);
    about(&late["minutes"]["red_work"], number(&whole["minutes"]["red_work"]) * 2.0 / 3.0);
    assert!(late["hire"].as_array().expect("a list").iter().all(|h| h["day"] == 7 && h["to"] == "07:00"), "{late}");
    let words = ask(1, &["--from", "1:00", "--lang", "en"]).out;
    assert!(words.contains("The shift is running: the answer holds from 01:00."), "{words}");
    assert!(!ask(1, &["--lang", "en"]).out.contains("is running"));
    for outside in ["07:00", "21:59", "14:30"] {
        let refused = ask(2, &["--from", outside]).err;
        assert!(refused.contains(outside) && refused.contains("22:00–07:00 lørdag"), "{refused}");
    }
    assert!(ask(2, &["--from", "nå"]).err.contains("«nå» er ikke et klokkeslett"));
    let both = run_to(2, &["shortage", text(&workbook), &file, "--cards", &scratch.at("c.html"), "--from", "1:00"]).err;
    assert!(both.contains("--cards") && both.contains("--from") && both.contains("kan ikke stå sammen"), "{both}");
}

#[test]
fn cards_are_made_of_all_usual_cases() {
    let scratch = Scratch::new("cards");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let (file, page, paper) = (scratch.at("out/plan.json"), scratch.at("kort.html"), scratch.at("kort.pdf"));
    let ran = run_to(0, &["shortage", text(&workbook), &file, "--cards", &page]);
    assert!(ran.out.contains("kort ligger i"), "{}", ran.out);
    let html = std::fs::read_to_string(&page).expect("a page");
    for part in ["<h1>Når noen mangler</h1>", "man–fre", "lør–søn", "1 Sykepleier mangler"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(["GRØNT", "GULT", "RØDT"].iter().any(|word| html.contains(word)));
    run_to(0, &["shortage", text(&workbook), &file, "--cards", &paper, "--lang", "en", "-q"]);
    assert!(std::fs::read(&paper).expect("a document").starts_with(b"%PDF"));
}
