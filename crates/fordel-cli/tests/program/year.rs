//! The year: what it says, its exit code, its JSON, its documents, and what it says of wrong use.

use serde_json::Value;

use crate::{Scratch, entry, number, plan, run, run_to, text, ward};

#[test]
fn the_year_in_words_as_json_and_as_documents() {
    let scratch = Scratch::new("year");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let (book, page, paper) = (scratch.at("year.xlsx"), scratch.at("year.html"), scratch.at("year.pdf"));
    let asked = ["year", text(&workbook), &file, "--from", "4.1.2027", "--weeks", "52"];
    let ran = run(&[&asked[..], &["--json"]].concat());
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    let weeks = told["weeks"].as_array().expect("weeks");
    assert_eq!((weeks.len(), weeks[0]["week"].as_str()), (52, Some("2027-W01")));
    // Own people give what their positions give, less five weeks of holiday each.
    let plan: Value = serde_json::from_str(&std::fs::read_to_string(&file).expect("a plan")).expect("JSON");
    for (at, of) in plan["groups"].as_array().expect("groups").iter().enumerate() {
        let sum = |key: &str| weeks.iter().map(|week| number(&week["groups"][at][key])).sum::<f64>();
        let people = number(&of["people"]);
        assert!((sum("on_holiday") - 5.0 * people).abs() < 1e-6, "{of}");
        if number(&of["fte"]) > 0.0 {
            let a_week = sum("own_hours") / (47.0 * people);
            let each = weeks.iter().map(|week| number(&week["groups"][at]["own_hours"]));
            assert!(each.fold(0.0, f64::max) <= people * a_week + 1e-6, "{of}");
        }
    }
    // Easter's week has four holidays in two weeks; the night before 28 March is an hour shorter.
    let holidays = |at: usize| -> usize {
        let dates = weeks[at]["dates"].as_array().expect("dates");
        dates.iter().map(|date| date["holidays"].as_array().map_or(0, Vec::len)).sum()
    };
    assert_eq!((holidays(11), holidays(12), holidays(13)), (3, 1, 0));
    assert_eq!(weeks[11]["nights"][0]["change"], "forward");
    assert_eq!(weeks[42]["nights"][0]["change"], "back");
    let short: f64 = weeks
        .iter()
        .flat_map(|week| week["groups"].as_array().expect("groups"))
        .map(|of| number(&of["short_hours"]))
        .sum();
    let planned = &told["scenarios"][0];
    assert!((number(&planned["hire_hours"]) - short).abs() < 1e-6);
    assert_eq!(ran.code, i32::from(short >= 0.5), "{short} hours are short");
    let words = run_to(ran.code, &[&asked[..], &["--lang", "en", "--out", &book, "--print", &page]].concat()).out;
    for told in ["52 weeks, from week 1 (2027)", "Maundy Thursday", "What could make it easier?", "proven", "pool 1"] {
        assert!(words.contains(told), "{told} in\n{words}");
    }
    let page = std::fs::read_to_string(&page).expect("a page");
    assert!(page.contains("A3 landscape") && page.contains("<svg") && page.contains("Maundy Thursday"));
    run_to(ran.code, &[&asked[..], &["--print", &paper]].concat());
    // Paper of size A3, lying down: 420 × 297 mm in points.
    let sheet = String::from_utf8_lossy(&std::fs::read(&paper).expect("a PDF")).into_owned();
    assert!(sheet.starts_with("%PDF-") && sheet.contains("/MediaBox[0 0 1190.5"), "A3");
    assert!(std::fs::read(&book).expect("a workbook").starts_with(b"PK"));
    assert_eq!(run(&[&asked[..], &["--json"]].concat()).out, ran.out, "the same twice");
}

#[test]
fn overlap_and_another_mix_are_set_beside_the_year_as_planned() {
    let scratch = Scratch::new("year-mix");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let told_of = |minutes: &str| {
        let asked = ["year", text(&workbook), &file, "--from", "11.1.2027", "--weeks", "8", "--mix", "100%"];
        let ran = run(&[&asked[..], &["--overlap", minutes, "--json"]].concat());
        let page = scratch.at(&format!("{minutes}.html"));
        let words = run_to(ran.code, &[&asked[..], &["--lang", "en", "--overlap", minutes, "--print", &page]].concat());
        let told: Value = serde_json::from_str(&ran.out).expect("JSON");
        (told["scenarios"].clone(), words.out)
    };
    // The shifts of this ward meet without overlap: there is none to lose, and with some all are longer.
    let (scenarios, words) = told_of("-15");
    let planned = &scenarios[0];
    let shorter = entry(&scenarios, "scenario", "overlap");
    assert_eq!(shorter["minutes"], -15);
    assert!((number(&shorter["hours"]) - number(&planned["hours"])).abs() < 1e-6);
    for told in ["15 minutes shorter: all shifts are as planned", "help with 100% of the hours"] {
        assert!(words.contains(told), "{told} in\n{words}");
    }
    let mix = entry(&scenarios, "scenario", "other-mix");
    assert!(number(&mix["hire_hours"]) <= number(&planned["hire_hours"]) + 1e-6, "{mix} beside {planned}");
    let (scenarios, words) = told_of("15");
    let longer = entry(&scenarios, "scenario", "overlap");
    assert!((number(&longer["hours"]) - number(&scenarios[0]["hours"])).abs() > 0.1, "{longer}");
    assert!(words.contains("15 minutes longer"), "{words}");
    let page = std::fs::read_to_string(scratch.at("15.html")).expect("a page");
    assert!(page.contains("15 minutes longer") && page.contains("of the hours that they have to spare"));
    // Something has to be hired in: unasked both are tried, and nought asks for neither.
    assert!(number(&planned["hire_hours"]) >= 0.5, "{planned}");
    let named = |more: &[&str]| {
        let asked = ["year", text(&workbook), &file, "--from", "11.1.2027", "--weeks", "8", "--json"];
        let told: Value = serde_json::from_str(&run(&[&asked[..], more].concat()).out).expect("JSON");
        told["scenarios"].to_string()
    };
    let unasked = named(&[]);
    assert!(unasked.contains("\"overlap\"") && unasked.contains("\"other-mix\""), "{unasked}");
    let none = named(&["--overlap", "0", "--mix", "0%"]);
    assert!(!none.contains("\"overlap\"") && !none.contains("\"other-mix\""), "{none}");
}

#[test]
fn a_group_may_have_a_share_of_its_own_away_at_once() {
    let scratch = Scratch::new("year-away");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let asked = ["year", text(&workbook), &file, "--from", "4.1.2027", "--weeks", "2", "--overlap", "0", "--mix", "0%"];
    let ran = run(&[&asked[..], &["--away", "100%", "--away", "spl=5%", "--json"]].concat());
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    for of in told["holidays"].as_array().expect("holidays") {
        let share = if of["group"] == "SPL" { 0.05 } else { 1.0 };
        assert!((number(&of["away_share"]) - share).abs() < 1e-9, "{of}");
    }
    // Twelve nurses in three pools are four at once, more than one in twenty.
    assert_eq!(entry(&told["holidays"], "group", "SPL")["most_away"], 4, "{}", told["holidays"]);
    let words = run(&[&asked[..], &["--away", "SPL=5%", "--lang", "en"]].concat()).out;
    assert!(words.contains("More must be away at once than was asked: 4 in SPL."), "{words}");
    let unknown = run_to(2, &[&asked[..], &["--away", "XYZ=30%"]].concat());
    assert!(unknown.err.contains("XYZ") && unknown.err.contains("SPL"), "{}", unknown.err);
}

#[test]
fn one_week_and_one_hour_are_told_as_one() {
    let scratch = Scratch::new("year-one");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    // Its last night is an hour shorter.
    let asked =
        ["year", text(&workbook), &file, "--from", "22.3.2027", "--weeks", "1", "--overlap", "0", "--mix", "0%"];
    let told: Value = serde_json::from_str(&run(&[&asked[..], &["--json"]].concat()).out).expect("JSON");
    let nights = told["weeks"][0]["nights"].as_array().expect("nights");
    let of_one = nights.iter().filter(|night| number(&night["hours"]) == -1.0).count();
    let words = run(&asked).out;
    assert!(words.contains(": 1 uke, uke 12 (2027)."), "{words}");
    assert_eq!((words.matches("−1 time lønn").count(), words.matches("−1 timer").count()), (of_one, 0), "{words}");
}

#[test]
fn how_little_has_to_be_closed_stands_beside_what_else_takes_hiring_in_away() {
    let scratch = Scratch::new("year-closed");
    let workbook = ward("regler");
    plan(&scratch, "regler", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    let (page, book) = (scratch.at("year.html"), scratch.at("year.xlsx"));
    // The first pool of the summer: a third of those who are planned for are away.
    let asked = ["year", text(&workbook), &file, "--from", "5.7.2027", "--weeks", "2", "--overlap", "0", "--mix", "0%"];
    let ran = run_to(1, &[&asked[..], &["--json"]].concat());
    let scenarios = serde_json::from_str::<Value>(&ran.out).expect("JSON")["scenarios"].clone();
    let closed = entry(&scenarios, "scenario", "closed");
    assert_eq!(closed["driver"], "pas", "{closed}");
    assert!((1.0..=24.0).contains(&number(&closed["units"])) && number(&closed["of"]) == 24.0, "{closed}");
    assert!(closed["weeks"].as_array().is_some_and(|weeks| !weeks.is_empty()), "{closed}");
    let (left, before) = (number(&closed["hire_hours"]), number(&scenarios[0]["hire_hours"]));
    let is_enough = left < 0.5;
    assert!(left <= before + 1e-6, "{closed} beside {before}");
    let more = ["--lang", "en", "--out", &book, "--print", &page];
    let words = run_to(1, &[&asked[..], &more[..]].concat()).out;
    let name = format!("{} of 24 closed in the weeks short of hours", number(&closed["units"]));
    let said = if is_enough { "It is the least that is enough." } else { "Even without activity in week" };
    let page = std::fs::read_to_string(&page).expect("a page");
    for of in [&words, &page] {
        assert!(of.contains(said), "{said} in\n{of}");
        assert_eq!(of.contains(&name), is_enough, "{name}: a way out where it is enough alone\n{of}");
    }
    assert!(std::fs::read(&book).expect("a workbook").starts_with(b"PK"));
}

#[test]
fn another_plan_is_set_beside_the_year_as_it_is_by_itself() {
    let (scratch, beside) = (Scratch::new("year-own"), Scratch::new("year-other"));
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    plan(&beside, "liten", &["--goals", "cost", "--max-moves", "0"]);
    let (file, other) = (scratch.at("out/plan.json"), beside.at("out/plan.json"));
    let asked = |plan: &str, more: &[&str]| {
        let flags = ["--from", "11.1.2027", "--weeks", "6", "--overlap", "0", "--mix", "0%"];
        run(&[&["year", text(&workbook), plan][..], &flags[..], more].concat())
    };
    let scenarios = |ran: &str| serde_json::from_str::<Value>(ran).expect("JSON")["scenarios"].clone();
    let told = scenarios(&asked(&file, &["--other", &other, "--json"]).out);
    let alone = scenarios(&asked(&other, &["--json"]).out);
    let beside = entry(&told, "scenario", "other-plan");
    for figure in ["hours", "hire_hours"] {
        assert!((number(&beside[figure]) - number(&alone[0][figure])).abs() < 0.01, "{figure}: {beside} and {alone}");
    }
    let own = scenarios(&asked(&file, &["--json"]).out);
    assert!(!own.to_string().contains("other-plan"), "{own}");
    let words = asked(&file, &["--other", &other, "--lang", "en"]).out;
    assert!(words.contains("The other plan"), "{words}");
    let gone = asked(&file, &["--other", "finnes-ikke.json"]);
    assert!(gone.code > 1 && gone.err.contains("finnes-ikke.json"), "{}: {}", gone.code, gone.err);
}

#[test]
fn wrong_use_is_told_in_words() {
    let scratch = Scratch::new("year-wrong");
    let workbook = ward("liten");
    plan(&scratch, "liten", &["--goals", "cost"]);
    let file = scratch.at("out/plan.json");
    for (more, told) in [
        (["--from", "31.2.2027"], "31.2.2027"),
        (["--from", "1.1.27"], "2027-01-04"),
        (["--weeks", "0"], "104"),
        (["--weeks", "105"], "104"),
        (["--summer", "50"], "--pools 3"),
        (["--pools", "40"], "--pools 3"),
        (["--pool-weeks", "0"], "--pools 3"),
        (["--away", "0"], "40%"),
        (["--away", "140%"], "40%"),
        (["--away", "SPL=140%"], "SPL=30%"),
        (["--activity", "mye"], "80%"),
        (["--overlap", "121"], "-120"),
        (["--overlap", "7,5"], "-120"),
        (["--mix", "140%"], "40%"),
        (["--out", "aaret.pdf"], ".xlsx"),
    ] {
        let ran = run_to(2, &[&["year", text(&workbook), &file][..], &more].concat());
        assert!(ran.err.contains(told), "{more:?}: {}", ran.err);
    }
    run_to(3, &["year", text(&workbook), &scratch.at("finnes-ikke.json")]);
}
