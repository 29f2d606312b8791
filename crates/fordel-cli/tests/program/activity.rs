//! Activity from history: what it says, what it writes into a ward, and what it says of files that can't be used.

use crate::{Scratch, run_to, text, ward};

/// All that the sheets of a workbook hold, as its parts write it.
fn sheet_texts(path: &str) -> String {
    let file = std::fs::File::open(path).expect("a workbook");
    let mut parts = zip::ZipArchive::new(file).expect("a container");
    let mut all = String::new();
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).expect("a part");
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut text).expect("read");
        all += &String::from_utf8_lossy(&text);
    }
    all
}

/// Half a year of counts by day: a known level for each weekday, one date far off, one missing.
fn history(scratch: &Scratch) -> String {
    let mut rows = String::from("Dato;Driver;Antall\n");
    let mut date: fordel_core::calendar::Date = "2026-01-05".parse().expect("a date");
    let usual = [24.0, 22.0, 22.0, 21.0, 20.5, 16.0, 15.0];
    for at in 0..182 {
        let value = if at == 80 { 60.0 } else { usual[at % 7] };
        if at != 100 {
            rows += &format!(
                "{:02}.{:02}.{};Pasienter;{}\n",
                date.day(),
                date.month(),
                date.year(),
                value.to_string().replace('.', ",")
            );
        }
        date = fordel_core::calendar::days_after(date, 1);
    }
    let file = scratch.at("historikk.csv");
    std::fs::write(&file, rows).expect("written");
    file
}

#[test]
fn a_history_is_told_and_put_into_a_ward() {
    let scratch = Scratch::new("activity");
    let file = history(&scratch);
    let told = run_to(0, &["activity", &file]).out;
    for part in ["Pasienter: 181 dager", "mandag", "24,0", "16,0", "26.03.2026: 60", "Én dag mangler: 15.04.2026"] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    for part in ["Åtte av ti dager", "Mot samme ukedager", "februar", "24,0–24,0", "Time for time vises ikke"] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    let workbook = ward("liten");
    let out = scratch.at("ny.xlsx");
    run_to(0, &["activity", &file, text(&workbook), "--out", &out, "--season", "2027"]);
    run_to(0, &["validate", &out]);
    // What was written is told of the ward's own workbook too: months of it stand in the calendar.
    let cells = sheet_texts(&out);
    assert!(cells.contains("Pasienter") && cells.contains("20.5") && cells.contains("aktivitet"), "{cells}");
    let kept = run_to(0, &["activity", &file, "--keep-unusual", "--lang", "en"]).out;
    assert!(kept.contains("60.0") && kept.contains("It is in the figures"), "{kept}");
}

#[test]
fn hours_are_told_one_by_one_also_where_each_has_a_column() {
    let scratch = Scratch::new("activity-wide");
    let file = scratch.at("timer.csv");
    let hours: String = (0..24).map(|hour| format!(",{hour:02}:00")).collect();
    let row = |day: u32| format!("2027-02-{day:02}{},{}\n", ",2.5".repeat(24), 60);
    let rows: String = (1..=28).map(row).collect();
    std::fs::write(&file, format!("Date{hours},Total\n{rows}")).expect("written");
    let told = run_to(0, &["activity", &file, "--present", "pasienter", "--lang", "en"]).out;
    for part in ["pasienter: 28 days", "Hour", "23", "2.5–2.5", "timer!Z1", "Month by month isn't shown"] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
}

#[test]
fn files_that_can_not_be_used_say_why_all_at_once() {
    let scratch = Scratch::new("activity-wrong");
    let file = scratch.at("feil.csv");
    std::fs::write(&file, "Dato;Time;Antall\n31.02.2026;7;3\n01.02.2026;24;3\n01.02.2026;8;tre\n").expect("written");
    let told = run_to(3, &["activity", &file]).err;
    for part in ["feil!A2", "feil!B3", "feil!C4"] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    let good = history(&scratch);
    assert!(run_to(2, &["activity", &good, "--present", "senger"]).err.contains("Pasienter"));
    assert!(run_to(2, &["activity", &good, "--season", "27"]).err.contains("2027"));
    let workbook = ward("liten");
    let asked = ["activity", &good, text(&workbook), "--out", &scratch.at("x.xlsx"), "--profile", "pasienter"];
    assert!(run_to(2, &asked).err.contains("time for time"));
    assert!(!std::path::Path::new(&scratch.at("x.xlsx")).exists(), "nothing is half-saved");
    let over = run_to(2, &["activity", &good, text(&workbook), "--out", &good]).err;
    assert!(over.contains(".xlsx"), "{over}");
    assert!(std::fs::read_to_string(&good).is_ok(), "no workbook lies where the history was");
    run_to(3, &["activity", &scratch.at("finnes-ikke.csv")]);
}
