//! The years ahead: what they say, the exit code, JSON, documents, population from a file, sums of units, wrong use.

use serde_json::Value;

use crate::{Scratch, number, plan, run, run_to, text, ward};

fn example() -> String {
    format!("{}/../../examples/medisinsk-sengepost.xlsx", env!("CARGO_MANIFEST_DIR"))
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&run(&[args, &["--json"]].concat()).out).expect("JSON")
}

fn years(told: &Value, scenario: usize, group: usize) -> &Vec<Value> {
    told["scenarios"][scenario]["groups"][group]["years"].as_array().expect("years")
}

#[test]
fn the_examples_assumptions_give_thirty_percent_more_in_fifteen_years() {
    let file = example();
    let told = json(&["projection", &file, "--from", "2026", "--years", "15"]);
    let index = number(&told["units"][0]["demand"][15]["index"]);
    assert!((index - 1.30).abs() < 0.005, "{index}");
    // Counted by hand from the sheets: residents × use.
    let uses = [35.0, 70.0, 170.0, 450.0, 900.0];
    let units = |residents: [f64; 5]| residents.iter().zip(uses).map(|(people, of)| people * of / 1000.0).sum::<f64>();
    let due = units([9300.0, 20600.0, 11000.0, 7200.0, 4400.0]) / units([10000.0, 21000.0, 11000.0, 5700.0, 2300.0]);
    assert!((index - due).abs() < 1e-9, "{index} {due}");
    for group in 0..5 {
        let years = years(&told, 0, group);
        assert!((number(&years[15]["need"]) - index * number(&years[0]["need"])).abs() < 1e-9);
        for pair in years.windows(2) {
            let of = |key: &str| number(&pair[1][key]);
            let due = number(&pair[0]["people"]) - of("left") - of("retired") + of("joined");
            assert!((of("people") - due).abs() < 1e-9);
            assert!((of("gap") - (of("need") - of("positions"))).abs() < 1e-9);
        }
    }
    let band = &told["scenarios"][0]["need_band"][15];
    let need: f64 = (0..5).map(|group| number(&years(&told, 0, group)[15]["need"])).sum();
    assert!(number(&band[0]) < need && need < number(&band[1]), "{band} holds {need}");
    assert_eq!(told, json(&["projection", &file, "--from", "2026"]), "fifteen years by default, the same twice");
    let other = json(&["projection", &file, "--from", "2026", "--seed", "2"]);
    assert_ne!(told["scenarios"][0]["need_band"], other["scenarios"][0]["need_band"]);
    assert_eq!(told["scenarios"][0]["groups"][0]["years"], other["scenarios"][0]["groups"][0]["years"]);
}

#[test]
fn the_years_in_words_and_as_documents_with_a_plan() {
    let scratch = Scratch::new("projection");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let (book, page, chart) = (scratch.at("p.xlsx"), scratch.at("p.html"), scratch.at("p.svg"));
    let asked = ["projection", text(&workbook), &file, "--from", "2027", "--years", "5"];
    let told = json(&asked);
    let names: Vec<&str> =
        told["scenarios"].as_array().expect("scenarios").iter().filter_map(|of| of["scenario"].as_str()).collect();
    assert_eq!((names, told["units"][0]["basis"].as_str()), (vec!["as-today", "sharing"], Some("carried")));
    let plan: Value = serde_json::from_str(&std::fs::read_to_string(&file).expect("a plan")).expect("JSON");
    for (group, of) in plan["groups"].as_array().expect("groups").iter().enumerate() {
        assert!((number(&years(&told, 1, group)[5]["need"]) - number(&of["fte"])).abs() < 1e-9);
        let carried = number(&plan["carried"]["groups"][group]["fte"]);
        assert!((number(&years(&told, 0, group)[5]["need"]) - carried).abs() < 1e-9);
    }
    let short: f64 =
        (0..years(&told, 0, 0).len().min(3)).map(|group| number(&years(&told, 0, group)[5]["gap"]).max(0.0)).sum();
    let code = i32::from(short >= 0.05);
    let words =
        run_to(code, &[&asked[..], &["--lang", "en", "--out", &book, "--print", &page, "--chart", &chart]].concat())
            .out;
    for part in
        ["from 2027 to 2032", "With the plan's task sharing", "What this rests on", "population or use is missing"]
    {
        assert!(words.contains(part), "{part} in\n{words}");
    }
    assert_eq!(words.contains("positions short in 2032"), code == 1, "{words}");
    let page = std::fs::read_to_string(&page).expect("a page");
    assert!(page.contains("size: A4") && page.contains("<svg") && page.contains("2032"));
    let chart = std::fs::read_to_string(&chart).expect("a picture");
    assert!(chart.starts_with("<svg") && chart.contains("<title") && chart.contains("<desc"));
    assert!(std::fs::read(&book).expect("a workbook").starts_with(b"PK"));
}

#[test]
fn population_from_a_file_takes_the_sheets_place_and_units_are_summed() {
    let scratch = Scratch::new("projection-population");
    let file = example();
    let population = scratch.at("folkemengde.csv");
    let csv = "14288: Framskrevet folkemengde, etter region, alder og år\n\nregion;alder;2026;2041\n\
               Bygda;0-17 år;100;100\nBygda;18-49 år;100;100\nBygda;50-66 år;100;100\nBygda;67-79 år;100;100\n\
               Bygda;80 år eller eldre;100;200\nByen;80 år eller eldre;5;5\n";
    std::fs::write(&population, csv).expect("written");
    let asked = ["projection", file.as_str(), "--from", "2026", "--population", population.as_str()];
    let told = json(&[&asked[..], &["--region", "bygda"]].concat());
    let base = 35.0 + 70.0 + 170.0 + 450.0 + 900.0;
    let index = number(&told["units"][0]["demand"][15]["index"]);
    assert!((index - (base + 900.0) / base).abs() < 1e-9, "{index}");
    assert_eq!(json(&[&asked[..], &["--region", "byg"]].concat()), told, "one region alone has these letters");
    let none = run_to(3, &[&asked[..], &["--region", "Vika"]].concat());
    assert!(
        none.err.contains("ingen region som heter «Vika»") || none.err.contains("no region called"),
        "{}",
        none.err
    );
    let from_file = serde_json::json!({"file": "folkemengde.csv", "regions": ["Bygda"]});
    assert_eq!(told["population"], from_file);
    let page = scratch.at("framskriving.html");
    let words = run(&[&asked[..], &["--region", "byg", "--lang", "nb", "--print", &page]].concat()).out;
    let page = std::fs::read_to_string(&page).expect("a page");
    for text in [words, page] {
        assert!(text.contains("folkemengde.csv (Bygda)") && !text.contains("kilde i arkene Befolkning"), "{text}");
    }
    let band = run_to(3, &[&asked[..], &["--region", "Byen"]].concat());
    assert!(band.err.contains("0–79") && band.err.contains("2026, 2041"), "ages with a use and nobody: {}", band.err);
    let even = csv.replace("Byen;80 år eller eldre;5;5\n", "")
        + &csv.lines().filter(|line| line.starts_with("Bygda")).fold(String::new(), |rows, line| {
            rows + &line.replace("Bygda", "Byen").replace("100;200", "100;400") + "\n"
        });
    std::fs::write(&population, even).expect("written");
    let told = json(&[&asked[..], &["--region", "bygda", "--region", "byen"]].concat());
    let index = number(&told["units"][0]["demand"][15]["index"]);
    assert!((index - (2.0 * base + 4.0 * 900.0) / (2.0 * base)).abs() < 1e-9, "{index}");
    let refused = run_to(3, &asked);
    assert!(refused.err.contains("Bygda, Byen") && refused.err.contains("--region"), "{}", refused.err);

    let both = json(&["projection", &file, "--from", "2026", "--also", &file, "--also", &file]);
    let one = json(&["projection", &file, "--from", "2026"]);
    assert_eq!(both["units"].as_array().map(Vec::len), Some(3));
    for t in 0..=15 {
        let (sum, alone) = (number(&years(&both, 0, 0)[t]["need"]), number(&years(&one, 0, 0)[t]["need"]));
        assert!((sum - 3.0 * alone).abs() < 1e-9);
    }
}

#[test]
fn wrong_use_is_told_in_words() {
    let file = example();
    for (more, told) in [
        (["--from", "27"], "2027"),
        (["--years", "0"], "40"),
        (["--years", "41"], "40"),
        (["--draws", "mange"], "10 000"),
        (["--seed", "-1"], "-1"),
        (["--out", "p.txt"], ".xlsx"),
        (["--print", "p.pdf"], ".html"),
        (["--chart", "p.png"], ".svg"),
    ] {
        let ran = run_to(2, &[&["projection", file.as_str()][..], &more].concat());
        assert!(ran.err.contains(told), "{more:?}: {}", ran.err);
    }
    run_to(3, &["projection", "finnes-ikke.xlsx"]);
    run_to(3, &["projection", &file, "--population", "finnes-ikke.csv"]);
}
