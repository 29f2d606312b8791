//! Simulated weeks: what they say, their JSON, that a seed repeats them, and the staffing that keeps red under a share.

use serde_json::Value;

use crate::{Scratch, number, plan, run_to, text, ward};

#[test]
fn weeks_in_words_and_as_json_repeat_by_their_seed() {
    let scratch = Scratch::new("simulate");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let ask = |more: &[&str]| {
        let asked = [&["simulate", text(&workbook), &file, "--weeks", "600"], more].concat();
        run_to(0, &asked).out
    };
    let told = ask(&["--json"]);
    assert_eq!(told, ask(&["--json", "--seed", "1"]));
    assert_ne!(told, ask(&["--json", "--seed", "2"]));
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((&told["weeks"], &told["seed"]), (&Value::from(600), &Value::from(1)));
    let cells = told["cells"].as_array().expect("cells");
    assert_eq!(cells.len() % 7, 0);
    for cell in cells {
        let shares = ["green", "yellow", "red"].map(|c| number(&cell[c]["share"]));
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{cell}");
        let red = &cell["red"];
        assert!(
            number(&red["low"]) <= number(&red["share"]) && number(&red["share"]) <= number(&red["high"]),
            "{cell}"
        );
    }
    assert!(number(&told["hire_in"]["hours"]["mean"]) > 0.0);
    // Without absence there is less to help with, and more of it makes it worse.
    let driver = |what: &dyn Fn(&Value) -> bool| {
        let found = told["drivers"].as_array().expect("drivers").iter().find(|d| what(d)).expect("a driver");
        number(&found["hours"]["mean"])
    };
    let base = number(&told["base"]["hours"]["mean"]);
    assert!(driver(&|d| d["held"] == "absence") < base);
    assert!(driver(&|d| d["factor"] == 1.5) > base);
    let words = ask(&["--lang", "en"]);
    for part in ["600 weeks", "Share of weeks that are RED", "no absence", "Rests on these assumptions"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    let one = run_to(0, &["simulate", text(&workbook), &file, "--weeks", "1"]).out;
    assert!(one.contains(": 1 uke med fravær"), "{one}");
}

#[test]
fn more_heads_keep_red_under_a_share_or_it_is_told_that_they_do_not() {
    let scratch = Scratch::new("simulate-under");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let ask = |code: i32, under: &str| {
        let asked = ["simulate", text(&workbook), &file, "--weeks", "400", "--red-under", under, "--json"];
        let told: Value = serde_json::from_str(&run_to(code, &asked).out).expect("JSON");
        told["red_under"].clone()
    };
    let easy = ask(0, "99%");
    assert_eq!((&easy["reached"], easy["steps"].as_array().map(Vec::len)), (&Value::Bool(true), Some(0)));
    let hard = ask(1, "0.01%");
    assert_eq!(hard["reached"], false);
    // Each step costs, and with all of them there are fewer hours to hire for than with the plan itself.
    let steps = hard["steps"].as_array().expect("steps");
    assert!(steps.iter().all(|s| number(&s["year_cost"]) > 0.0));
    let sum: f64 = steps.iter().map(|s| number(&s["year_cost"])).sum();
    assert!((sum - number(&hard["year_cost"])).abs() < 1e-6);
    for with in ["after", "fresh_weeks"] {
        let hours = number(&hard[with]["hours"]["mean"]);
        assert!(steps.is_empty() || hours < number(&hard["before"]["hours"]["mean"]), "{with}");
    }
    assert_eq!(hard["fresh_weeks"]["seed"], 2);
}

#[test]
fn questions_that_do_not_fit_say_what_to_do() {
    let (workbook, file) = (ward("liten"), "plan.json");
    for (flag, value) in
        [("--weeks", "0"), ("--weeks", "mange"), ("--seed", "x"), ("--red-under", "0"), ("--red-under", "200%")]
    {
        let told = run_to(2, &["simulate", text(&workbook), file, flag, value]).err;
        assert!(told.contains(value) && told.contains("Skriv"), "{told}");
    }
}
