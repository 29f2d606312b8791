//! The command line itself: help, languages, wrong use.

use crate::{Ran, fordel, run, run_to, text, ward};

const COMMANDS: [&str; 8] = ["demo", "template", "validate", "convert", "plan", "check", "explain", "compare"];

#[test]
fn without_arguments_there_is_a_start() {
    let nb = run_to(0, &[]);
    for told in ["fordel demo", "fordel template", "fordel plan", "--help", "Prøv"] {
        assert!(nb.out.contains(told), "{told} in\n{}", nb.out);
    }
    assert!(run_to(0, &["--lang", "en"]).out.contains("Try this first"));
}

#[test]
fn help_is_in_the_users_language() {
    for command in COMMANDS {
        let nb = run_to(0, &[command, "--help"]).out;
        let en = run_to(0, &["help", command, "--lang=en"]).out;
        assert!(nb.contains("Bruk: fordel") && nb.contains("Valg:") && !nb.contains("Usage"), "{nb}");
        assert!(en.contains("Usage: fordel") && en.contains("Options:") && !en.contains("Bruk"), "{en}");
        assert!(run_to(0, &["--help"]).out.contains(&format!("  {command} ")));
    }
    let plan = run_to(0, &["plan", "--help"]).out;
    assert!(run_to(0, &["serve", "--help"]).out.contains("samtidig, høyst så mange"), "--plans has its bound");
    for flag in
        ["--out", "--time-limit", "--work", "--gap", "--goals", "--budget", "--max-moves", "--pin", "--alike", "--json"]
    {
        assert!(plan.contains(flag), "{flag} in\n{plan}");
    }
}

#[test]
fn the_environment_chooses_the_language() {
    let told = |variable: &str, value: &str| {
        Ran::from(fordel(&["--help"]).env(variable, value).output().expect("the program starts")).out
    };
    assert!(told("LANG", "en_GB.UTF-8").contains("Usage:"));
    assert!(told("LC_ALL", "nb_NO.UTF-8").contains("Bruk:"));
    assert!(told("FORDEL_LANG", "en").contains("Usage:"));
    assert!(told("LANG", "C.UTF-8").contains("Bruk:"));
}

#[test]
fn the_version() {
    assert_eq!(run_to(0, &["--version"]).out, format!("fordel {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_use_is_told_in_words() {
    let workbook = ward("liten");
    let w = text(&workbook);
    for (args, told) in [
        (vec!["plann"], "Mente du plan"),
        (vec!["plan"], "WARD.xlsx"),
        (vec!["plan", w, "--out"], "--out"),
        (vec!["plan", w, "--goal", "cost"], "--goals"),
        (vec!["plan", w, "another"], "anførselstegn"),
        (vec!["plan", "--gap"], "fordel plan --help"),
        (vec!["plan", w, "--gap", "much"], "«much»"),
        (vec!["plan", w, "--gap", "1"], "0,1%"),
        (vec!["plan", w, "--goals", "price"], "«price»"),
        (vec!["plan", w, "--goals", "cost:1"], "cost:1%"),
        (vec!["plan", w, "--goals", "cost,cost"], "to ganger"),
        (vec!["plan", w, "--goals", "scarce_hours"], "--budget"),
        (vec!["plan", w, "--budget", "40.000"], "40 000 000"),
        (vec!["plan", w, "--max-moves", "-1"], "«-1»"),
        (vec!["plan", w, "--work", "1.5"], "«1.5»"),
        (vec!["plan", w, "--time-limit", "0"], "«0»"),
        (vec!["plan", w, "--alike", "always"], "weekdays"),
        (vec!["plan", w, "--pin", "2"], "12=HFA"),
        (vec!["plan", w, "--pin", "99=SPL"], "radene 2 til 8"),
        (vec!["plan", w, "--pin", "2=XYZ"], "SPL, HFA og ASS"),
        (vec!["plan", w, "--pin", "3=ASS"], "minstekravet er SPL"),
        (vec!["plan", w, "--pin", "2=SPL", "--pin", "2=HFA"], "mer enn én gang"),
        (vec!["plan", w, "--lang", "fr"], "--lang nb"),
        (vec!["plan", w, "--quiet", "--quiet"], "bare stå én gang"),
        (vec!["explain", w, w, "first"], "«first»"),
        (vec!["--nonsense"], "--nonsense"),
        (vec!["organisation", "Nord HF"], "Skriv: fordel organisation add NAVN"),
        (vec!["organisation", "add"], "NAME"),
        (vec!["audit", "fordel.db"], "Skriv: fordel audit verify DATABASE"),
        (vec!["audit", "verify"], "DATABASE"),
    ] {
        let ran = run_to(2, &args);
        assert!(ran.err.starts_with("Feil: ") && ran.err.contains(told), "{args:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{args:?}: {}", ran.out);
    }
    assert!(run(&["plan", "--lang", "en"]).err.starts_with("Error: "));
    assert!(run(&["organisation", "Nord HF", "--lang", "en"]).err.contains("Write: fordel organisation add NAME"));
}

#[test]
fn a_settings_file_is_read_and_its_faults_are_told_all_at_once() {
    let scratch = crate::Scratch::new("settings");
    let (good, bad) = (scratch.at("fordel.conf"), scratch.at("bad.conf"));
    let database = scratch.at("site.db");
    std::fs::write(&good, format!("# Our site\nlisten = 127.0.0.1:0\ndatabase = sqlite:{database}\n"))
        .expect("written");
    // The command line wins: what it says of plans is refused, so that nothing is started.
    let refused = run(&["serve", "--settings", &good, "--plans", "many"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--plans"), "{}", refused.err);
    for days in ["0", "3651", "to år"] {
        let refused = run_to(2, &["serve", "--settings", &good, "--keep-look-ups", days]);
        assert!(refused.err.contains("--keep-look-ups") && refused.err.contains(days), "{}", refused.err);
    }
    let elsewhere = scratch.at("origin.conf");
    std::fs::write(&elsewhere, "listen = 127.0.0.1:0\norigin = hei\n").expect("written");
    let from_environment = fordel(&["serve", "--settings", &good]).env("FORDEL_ORIGIN", "hei").output();
    let from_environment = from_environment.expect("the program runs");
    assert_eq!(from_environment.status.code(), Some(2));
    let said = String::from_utf8_lossy(&from_environment.stderr);
    assert!(said.contains("«hei»") && said.contains("https://"), "{said}");
    for args in [
        vec!["serve", "--settings", &good, "--origin", "hei"],
        vec!["serve", "--settings", &elsewhere],
        vec!["organisation", "add", "Ny HF", "--settings", &good, "--origin", "hei"],
    ] {
        let refused = run_to(2, &args);
        assert!(refused.err.contains("«hei»") && refused.err.contains("https://"), "{}", refused.err);
    }
    run_to(0, &["organisation", "add", "Ny HF", "--settings", &good]);
    assert!(std::path::Path::new(&database).exists(), "the file names the database");
    std::fs::write(&bad, "port = 80\nlisten\nlisten = 1\nlisten = 2\n").expect("written");
    let told = run(&["serve", "--settings", &bad]);
    assert_eq!(told.code, 2);
    for part in ["1 (port = 80)", "2 (listen)", "4 (listen = 2)", "navn = verdi", "keep-look-ups"] {
        assert!(told.err.contains(part), "{part} in\n{}", told.err);
    }
    assert_eq!(run(&["serve", "--settings", &scratch.at("none.conf")]).code, 2);
}
