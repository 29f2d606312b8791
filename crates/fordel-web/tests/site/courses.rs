//! In which order courses are best taken, through the router: asked for, followed, told, spread over months, taken out; what a rule of
//! a course on the shift asks of a plan; which certificates end first.

use std::time::{Duration, Instant};

use fordel_app::service::{Edit, Place as At};

use crate::place::Place;

#[test]
fn the_order_is_solved_beside_the_page_and_told_with_months() {
    let place = Place::new("courses", 1);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let number = place.proposal(&chief, unit, 10);
    let here = format!("/u/{unit}/p/{number}/training/order");
    let first = place.get(&here, Some(&chief)).text();
    assert!(first.contains("Finn rekkefølgen"), "{first}");
    assert_eq!(place.get(&format!("{here}.csv"), Some(&chief)).status.as_u16(), 404, "nothing to take out yet");
    assert_eq!(place.post(&here, Some(&chief), "sekunder=20").status.as_u16(), 303);
    let begun = Instant::now();
    let told = loop {
        let page = place.get(&here, Some(&chief)).text();
        if !page.contains("data-following") {
            break page;
        }
        assert!(page.contains("av høyst 20 sekunder"), "{page}");
        assert!(begun.elapsed() < Duration::from_secs(60), "{page}");
        std::thread::sleep(Duration::from_millis(100));
    };
    assert!(told.contains("id=\"order\"") && told.contains("1. "), "{told}");
    assert_eq!(place.get(&format!("{here}/progress"), Some(&chief)).header("x-fordel-state"), "over");
    let months = place.get(&format!("{here}?timer=20,5"), Some(&chief)).text();
    assert!(months.contains("Måned") && months.contains("Med 20,5 timer i måneden"), "{months}");
    let csv = place.get(&format!("{here}.csv?timer=20,5"), Some(&chief)).text();
    assert!(csv.contains("Siste måned") && csv.lines().count() > 1, "{csv}");
    assert!(place.get(&format!("{here}.xlsx"), Some(&chief)).body.starts_with(b"PK"));
    assert!(place.get(&format!("{here}?timer=mange"), Some(&chief)).text().contains("Skriv et tall"));
}

#[test]
fn a_rule_of_a_course_on_the_shift_is_trained_for_and_told_and_what_ends_stands_first() {
    let place = Place::new("course-rule", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let cells = |pairs: &[(&str, &str)]| pairs.iter().map(|(c, t)| ((*c).to_owned(), (*t).to_owned())).collect();
    let add = |temp: &str, sheet: &str, pairs: &[(&str, &str)]| Edit::Add {
        temp: temp.to_owned(),
        sheet: sheet.to_owned(),
        place: At::Last,
        cells: cells(pairs),
    };
    let rule = [("Grupper", "SPL"), ("Fra", "07"), ("Til", "15"), ("Antall", "1"), ("Kurs", "mattrygghet")];
    let taken = |who: &'static str, date: &'static str, until: &'static str| {
        [("Ansatt", who), ("Gruppe", "SPL"), ("Kurs", "mattrygghet"), ("Dato", date), ("Gyldig til", until)]
    };
    let edits = [
        add("r", "Tilstedeværelse", &rule),
        add("a", "Sertifikater", &taken("SPL-01", "2026-01-01", "2026-02-01")),
        add("b", "Sertifikater", &taken("SPL-02", "2026-02-10", "2026-03-01")),
        add("c", "Sertifikater", &taken("SPL-03", "2026-02-10", "2028-03-01")),
    ];
    contributes.edit("rules", &edits).expect("saved");
    let desk = contributes.desk().expect("read");
    assert!(desk.ward.is_some(), "{:?}", desk.complaints);
    let number = place.proposal(&chief, unit, 5);
    let page = place.get(&format!("/u/{unit}/p/{number}/training"), Some(&chief)).text();
    assert!(page.contains("Krav om kurs på vakt") && page.contains("kravet om kurs på vakt"), "{page}");
    // By the newest date in the sheet, one is over, one ends within 90 days, one later.
    assert!(page.contains("Ett er utløpt, og ett går ut innen 90 dager"), "{page}");
    assert!(page.contains("Går ut om 19 dager") && page.contains("Ett som går ut senere"), "{page}");
    let few = place.get(&format!("/u/{unit}/p/{number}/training?dager=5"), Some(&chief)).text();
    assert!(few.contains("ingen går ut innen 5 dager"), "{few}");
    let csv = place.get(&format!("/u/{unit}/p/{number}/certificates.csv"), Some(&chief)).text();
    assert!(csv.lines().nth(1).is_some_and(|line| line.starts_with("SPL-01;SPL;mattrygghet;2026-02-01;-9")), "{csv}");
}
