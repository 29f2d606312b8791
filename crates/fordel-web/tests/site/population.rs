//! Projected population through the router: a file of several regions is told for one or several, then what it would change, then saved.

use std::fmt::Write;

use fordel_app::service::{BranchId, Edit, Role};

use crate::place::{Answer, Person, Place};

const AGES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];

/// Three regions in seven years; the third has a name that isn't one of HTML.
fn table() -> String {
    let mut rows = String::from("Region;Alder;År;Antall\n");
    for (region, factor) in [("Nord", 1), ("Sør", 2), ("<b>", 3)] {
        for year in 2026..=2032 {
            for (at, ages) in AGES.iter().enumerate() {
                writeln!(rows, "{region};{ages};{year};{}", factor * (1000 * (at as i32 + 1) + year - 2026))
                    .expect("a row");
            }
        }
    }
    rows
}

#[test]
fn numbers_that_lack_and_files_without_anything_are_told() {
    let place = Place::new("population-gaps", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let gaps =
        table().replace("Nord;67-79;2030;4004", "Nord;67-79;2030;..").replace("Nord;80+;2030;5004", "Nord;80+;2030;:");
    let there = handed_in(&place, &chief, unit, &gaps).header("location").to_owned();
    let north = place.get(&format!("{there}?region=Nord"), Some(&chief));
    assert_eq!(north.status.as_u16(), 422);
    let north = north.text();
    for part in ["står «..» for 67–79 år i 2030", "står «:» for 80+ år i 2030", "skriv tallet"] {
        assert!(north.contains(part), "{part} in\n{north}");
    }
    assert!(!north.contains("residents.csv"), "{north}");
    assert_eq!(place.get(&format!("{there}?region=S%C3%B8r"), Some(&chief)).status.as_u16(), 200, "it lacks nothing");

    let band =
        table().lines().filter(|row| !row.contains(";50-66;")).fold(String::new(), |rows, row| rows + row + "\n");
    let there = handed_in(&place, &chief, unit, &band).header("location").to_owned();
    let north = place.get(&format!("{there}?region=Nord"), Some(&chief));
    assert_eq!(north.status.as_u16(), 422);
    assert!(north.text().contains("ingen innbyggere 50–66 år i 2026–2032"), "{}", north.text());
    let refused = place.post(&there, Some(&chief), "region=Nord");
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());

    for empty in ["", "\n"] {
        let answer = handed_in(&place, &chief, unit, empty);
        assert_eq!(answer.status.as_u16(), 422);
        let told = if empty.is_empty() { "Fila er tom." } else { "ingen innbyggere" };
        assert!(answer.text().contains(told) && !answer.text().contains("Velg ei fil først"), "{}", answer.text());
    }
    let none = place.hand_in(&format!("/u/{unit}/population"), &chief, "", b"");
    assert!(none.text().contains("Velg ei fil først"), "{}", none.text());
}

#[test]
fn ages_without_a_use_are_told_and_stop_nothing() {
    let place = Place::new("population-unused", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let is_oldest = |cells: &std::collections::BTreeMap<String, String>| {
        let holds = |column: &str, part: &str| cells.get(column).is_some_and(|text| text.contains(part));
        holds("Type", "bruk per 1000") && holds("Alder", "80")
    };
    let rows = &desk.sheet("Framskriving").expect("there").rows;
    let (row, _) = rows.iter().find(|(_, cells)| is_oldest(cells)).expect("the use of the oldest");
    contributes.edit("unused", &[Edit::Remove { row: *row }]).expect("saved");
    let there = handed_in(&place, &chief, unit, &table()).header("location").to_owned();
    let told = place.get(&format!("{there}?region=Nord"), Some(&chief));
    assert_eq!(told.status.as_u16(), 200);
    let told = told.text();
    assert!(told.contains("Aldrene 80+ står i befolkningen, men har ingen bruk."), "{told}");
}

fn handed_in(place: &Place, by: &Person, unit: BranchId, text: &str) -> Answer {
    place.hand_in(&format!("/u/{unit}/population"), by, "folkemengde.csv", text.as_bytes())
}

#[test]
fn a_region_is_chosen_told_and_confirmed() {
    let place = Place::new("population", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let faulty = handed_in(&place, &chief, unit, "Navn;Farge\nx;y\n");
    assert_eq!(faulty.status.as_u16(), 422);
    assert!(faulty.text().contains("ingen innbyggere etter alder og år"), "{}", faulty.text());

    let answer = handed_in(&place, &chief, unit, &table());
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    let there = answer.header("location").to_owned();
    let asks = place.get(&there, Some(&chief));
    assert_eq!(asks.status.as_u16(), 200, "which region isn't a fault");
    let asks = asks.text();
    assert!(asks.contains("value=\"Sør\"") && asks.contains("&lt;b&gt;") && !asks.contains("<table"), "{asks}");
    assert_eq!(place.post(&there, Some(&chief), "").status.as_u16(), 200, "it is asked again");
    let none = place.get(&format!("{there}?region=Vest"), Some(&chief));
    assert_eq!(none.status.as_u16(), 422);
    assert!(none.text().contains("Vest"), "{}", none.text());

    let told = place.get(&format!("{there}?region=S%C3%B8r"), Some(&chief)).text().replace(['\u{a0}', '\u{202f}'], " ");
    // Twice 1 000, … 5 000 in 2026, and twelve more of each in 2032; 2027 is left out of the table.
    for part in ["Innbyggere fra 2026 til 2032", "50–66 år", ">2 000<", ">10 000<", ">30 000<", ">2 012<", ">30 060<"]
    {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    assert!(!told.contains(">2027<"), "{told}");
    let several = place.get(&format!("{there}?region=Nord&region=S%C3%B8r"), Some(&chief)).text();
    let several = several.replace(['\u{a0}', '\u{202f}'], " ");
    // Three times as many.
    for part in
        ["Innbyggere i Nord, Sør til sammen", ">15 000<", ">45 000<", "residents.csv?region=Nord&amp;region=S%C3%B8r"]
    {
        assert!(several.contains(part), "{part} in\n{several}");
    }
    for (name, is_chosen) in [("Nord", true), ("Sør", true), ("&lt;b&gt;", false)] {
        assert_eq!(several.contains(&format!("value=\"{name}\" checked")), is_chosen, "{name} in\n{several}");
    }
    assert_eq!(place.get(&format!("{there}?region=Nord&region=Vest"), Some(&chief)).status.as_u16(), 422);
    let part = place.get(&format!("{there}?region=nor"), Some(&chief));
    assert_eq!(part.status.as_u16(), 200, "one region alone has these letters");
    let part = part.text();
    assert!(part.contains("value=\"Nord\" checked") && part.contains("residents.csv?region=Nord\""), "{part}");
    let other = place.invited(&chief, unit, Role::Contributor, "bidrag@test.no");
    assert_eq!(place.get(&there, Some(&other)).status.as_u16(), 410, "they are the one's who handed them in");

    let taken = place.post(&there, Some(&chief), "region=S%C3%B8r");
    assert_eq!(taken.status.as_u16(), 303, "{}", taken.text());
    let preview = taken.header("location").to_owned();
    let page = place.get(&preview, Some(&chief)).text();
    assert!(page.contains("Bekreft importen") && !page.contains("sheet-oppgaver"), "only the population: {page}");
    assert_eq!(place.post(&preview, Some(&chief), "").status.as_u16(), 303);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let residents = &desk.ward.as_ref().expect("a ward").projection.residents;
    assert_eq!(residents.len(), 35);
    let of_2032 = residents.iter().filter(|of| of.year == 2032).map(|of| of.number.value).sum::<f64>();
    assert_eq!(of_2032, 30_060.0);

    let sum = place.post(&there, Some(&chief), "region=Nord&region=S%C3%B8r").header("location").to_owned();
    assert_eq!(place.post(&sum, Some(&chief), "").status.as_u16(), 303);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let residents = &desk.ward.as_ref().expect("a ward").projection.residents;
    let of_2032 = residents.iter().filter(|of| of.year == 2032).map(|of| of.number.value).sum::<f64>();
    assert_eq!((residents.len(), of_2032), (35, 45_090.0));
    assert_eq!(residents[0].source.as_deref(), Some("folkemengde: Nord, Sør"), "the sheet tells which");
}
