//! Activity from history through the router: what counts say is shown first, then what they would change, then it is saved.

use std::fmt::Write;

use fordel_app::service::{BranchId, Role};

use crate::place::{Answer, Person, Place};

/// Ten weeks by hour: twenty patients on weekdays, twelve at weekends, one Wednesday far off.
fn history() -> String {
    let mut rows = String::from("Dato;Time;Driver;Antall\n");
    let mut date: fordel_core::calendar::Date = "2026-08-24".parse().expect("a date");
    for at in 0..70 {
        let level = match (at, at % 7) {
            (30, _) => 60,
            (_, 5 | 6) => 12,
            _ => 20,
        };
        for hour in 0..24 {
            writeln!(rows, "{date};{hour};Pasienter <b>;{level}").expect("a row");
        }
        date = fordel_core::calendar::days_after(date, 1);
    }
    rows
}

fn handed_in(place: &Place, by: &Person, unit: BranchId, name: &str, text: &str) -> Answer {
    place.hand_in(&format!("/u/{unit}/activity"), by, name, text.as_bytes())
}

#[test]
fn counts_are_told_held_against_the_sheets_and_confirmed() {
    let place = Place::new("activity", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let revision = || place.service.unit(&chief.who, unit).expect("seen").desk().expect("read").revision;
    let before = revision();
    let answer = handed_in(&place, &chief, unit, "historikk.csv", &history());
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    let there = answer.header("location").to_owned();
    let page = place.get(&there, Some(&chief)).text();
    for part in ["Pasienter &lt;b&gt;: 70 dager", "23.09.2026: 60", "20,0", "12,0", "historikk.csv", "name=\"teller0\""]
    {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    // Each picture says in words what it shows, and has its numbers as a table.
    for (id, part) in [("weekday", "på hver ukedag"), ("hour", "time for time"), ("month", "måned for måned")] {
        let start = page.find(&format!("<figure class=\"picture\" id=\"driver0-{id}\"")).expect(id);
        let figure = page[start..].split("</figure>").next().unwrap_or_default();
        for inside in [part, "<svg", "<desc", "Lavest snitt: ", "Vis som tabell", "Åtte av ti dager", "scope=\"row\""]
        {
            assert!(figure.contains(inside), "{inside} in the picture by {id}:\n{figure}");
        }
    }
    assert!(page.contains("september") && !page.contains("Måned for måned vises ikke"), "{page}");
    let unusual = page.find("23.09.2026").expect("told");
    assert!(unusual < page.find("<table").expect("a table"), "what is unusual comes first");
    // Read as events a date has the sum of its hours.
    let events = place.get(&format!("{there}?teller0=events&uvanlige=on"), Some(&chief)).text();
    assert!(events.contains("480,0") && events.contains("Den er med i tallene"), "{events}");
    let wrong = place.post(&there, Some(&chief), "aar=snart");
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.text().contains("Skriv et år") && wrong.text().contains("value=\"snart\""));

    let other = place.invited(&chief, unit, Role::Contributor, "bidrag@test.no");
    assert_eq!(place.get(&there, Some(&other)).status.as_u16(), 410, "they are the one's who handed them in");

    let taken = place.post(&there, Some(&chief), "teller0=present&aar=2027&profil=Pasienter+%3Cb%3E");
    assert_eq!(taken.status.as_u16(), 303, "{}", taken.text());
    let preview = taken.header("location").to_owned();
    let page = place.get(&preview, Some(&chief)).text();
    assert!(page.contains("Bekreft importen") && page.contains("Pasienter &lt;b&gt;"), "{page}");
    let week = "Man: 20; Tir: 20; Ons: 20; Tor: 20; Fre: 20; Lør: 12; Søn: 12";
    assert!(page.contains(week), "the new row's cells, in the order of the sheet:\n{page}");
    assert!(!page.contains("sheet-oppgaver"), "the tasks stay as they are:\n{page}");
    assert_eq!(revision(), before, "nothing is saved");
    assert_eq!(place.post(&preview, Some(&chief), "").status.as_u16(), 303);
    assert_eq!(revision(), before + 1);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let ward = desk.ward.as_ref().expect("a ward");
    let driver = ward.drivers.iter().find(|driver| driver.name.starts_with("Pasienter <b>")).expect("a driver");
    assert_eq!(driver.by_day, [20.0, 20.0, 20.0, 20.0, 20.0, 12.0, 12.0]);
}

#[test]
fn a_wide_extract_is_told_as_a_long_one_and_what_it_lacks_is_said() {
    let place = Place::new("activity-wide", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let told = |name: &str, text: &str| {
        let answer = handed_in(&place, &chief, unit, name, text);
        assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
        place.get(answer.header("location"), Some(&chief)).text()
    };
    let hours: String = (0..24).map(|hour| format!(";{hour:02}")).collect();
    let row = |day: u32| format!("{day:02}.02.2027{};168\n", ";7".repeat(24));
    let by_hour = told("timer.csv", &format!("Dato{hours};Sum\n{}", (1..=28).map(row).collect::<String>()));
    for part in ["pasienter: 28 dager", "id=\"driver0-hour\"", "timer!Z1", "er en sum", "Måned for måned vises ikke"]
    {
        assert!(by_hour.contains(part), "{part} in\n{by_hour}");
    }
    let by_date = told("dager.csv", "Driver;01.02.2027;02.02.2027;03.02.2027\nInn;3;;5\nUt;4;4;4\n");
    for part in ["Inn: 2 dager", "Ut: 3 dager", "Én dag mangler: 02.02.2027", "Time for time vises ikke"] {
        assert!(by_date.contains(part), "{part} in\n{by_date}");
    }
}

#[test]
fn a_file_that_can_not_be_used_tells_all_that_is_wrong_with_it() {
    let place = Place::new("activity-wrong", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let answer = handed_in(&place, &chief, unit, "tall.csv", "Dato;Antall\n31.02.2027;4\n01.02.2027;mange\n");
    assert_eq!(answer.status.as_u16(), 422);
    let page = answer.text();
    assert!(page.contains("tall!A2") && page.contains("tall!B3"), "{page}");
    let gone = place.get(&format!("/u/{unit}/activity/{}", "0".repeat(64)), Some(&chief));
    assert_eq!(gone.status.as_u16(), 410);
}
