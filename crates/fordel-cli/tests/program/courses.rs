//! The order of courses: all hours of the plan's training in it, months, what is there from the start; in words and as JSON.

use serde_json::Value;

use crate::{Scratch, number, plan, run_to, text, ward};

#[test]
fn courses_are_ordered_in_words_and_as_json_and_none_is_left_out() {
    let scratch = Scratch::new("courses");
    let workbook = ward("liten");
    let file = scratch.at("out/plan.json");
    let listed = |told: &Value, list: &str| told[list].as_array().expect("a list").clone();
    let ordered = |flags: &[&str]| {
        let made = plan(&scratch, "liten", flags);
        let asked = ["courses", text(&workbook), &file, "--hours-a-month", "1"];
        let told: Value = serde_json::from_str(&run_to(0, &[&asked[..], &["--json"]].concat()).out).expect("JSON");
        let all = [listed(&told, "first"), listed(&told, "steps")].concat();
        let hours = |courses: &[Value]| courses.iter().map(|course| number(&course["hours"])).sum::<f64>();
        assert!((hours(&all) - hours(&listed(&made, "training"))).abs() < 1e-6, "{told} of {}", made["training"]);
        // One after the other, an hour a month: the last ends in the month of the last hour.
        if let Some(last) = all.last() {
            assert_eq!(number(&last["months"][1]), hours(&all).ceil(), "{told}");
        }
        (told, run_to(0, &[&asked[..], &["--lang", "en"]].concat()).out)
    };
    ordered(&["--goals", "cost"]);
    // Serving meals must be with assistants, who lack the course: it is there from the start, and held first.
    let (told, words) = ordered(&["--goals", "cost", "--pin", "5=ASS"]);
    let first = &told["first"][0];
    assert_eq!((first["because"].as_str(), first["group"].as_str()), (Some("needed"), Some("ASS")), "{told}");
    assert_eq!(number(&first["months"][0]), 1.0, "{told}");
    assert!(words.contains("mattrygghet (a task can't be done without it)"), "{words}");
}

#[test]
fn hours_that_cannot_be_read_are_told() {
    let scratch = Scratch::new("courses-wrong");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let (workbook, file) = (ward("liten"), scratch.at("out/plan.json"));
    let ran = run_to(2, &["courses", text(&workbook), &file, "--hours-a-month", "mange"]);
    assert!(ran.err.contains("mange"), "{}", ran.err);
}
