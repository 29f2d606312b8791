//! In which order courses are best taken, through the router: asked for, followed, told, spread over months, taken out; what a rule of
//! a course on the shift asks of a plan; which certificates end first.

use std::time::{Duration, Instant};

use fordel_app::service::{Edit, Place as At};
use fordel_core::measure::course_order::CourseStep;

use crate::place::Place;

#[test]
fn the_order_is_solved_beside_the_page_and_told_with_months() {
    let place = Place::new("courses", 1);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let number = place.proposal(&chief, unit, 3);
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
    // So little is proven in twenty seconds that those beside each other can't be told apart: they share a place.
    assert!(told.contains("kan ikke skilles med denne tida") && told.contains("(delt plass)"), "{told}");
    assert!(told.contains("Uten nye kurs koster den beste planen") && told.contains("Timene er det minste"), "{told}");
    assert_eq!(place.get(&format!("{here}/progress"), Some(&chief)).header("x-fordel-state"), "over");
    // With more time it is solved anew; the first answer stays until then.
    assert!(told.contains("Regn på nytt"), "{told}");
    assert_eq!(place.post(&here, Some(&chief), "sekunder=60").status.as_u16(), 303);
    let meanwhile = place.get(&here, Some(&chief)).text();
    assert!(meanwhile.contains("id=\"order\""), "{meanwhile}");
    if meanwhile.contains("data-following") {
        assert!(meanwhile.contains("av høyst 60 sekunder"), "{meanwhile}");
        assert_eq!(place.post(&here, Some(&chief), "do=stop").status.as_u16(), 303);
    }
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
    // Taken and ending so many days from today.
    let today = place.service.today();
    let taken = |temp: &str, who: &str, date: i32, until: i32| {
        let [date, until] = [date, until].map(|days| fordel_core::calendar::days_after(today, days).to_string());
        let told = [
            ("Ansatt", who),
            ("Gruppe", "SPL"),
            ("Kurs", "mattrygghet"),
            ("Dato", date.as_str()),
            ("Gyldig til", until.as_str()),
        ];
        add(temp, "Sertifikater", &told)
    };
    let edits = [
        add("r", "Tilstedeværelse", &rule),
        taken("a", "SPL-01", -40, -9),
        taken("b", "SPL-02", 0, 19),
        taken("c", "SPL-03", 0, 700),
    ];
    contributes.edit("rules", &edits).expect("saved");
    let desk = contributes.desk().expect("read");
    assert!(desk.ward.is_some(), "{:?}", desk.complaints);
    let number = place.proposal(&chief, unit, 3);
    let page = place.get(&format!("/u/{unit}/p/{number}/training"), Some(&chief)).text();
    assert!(page.contains("Krav om kurs på vakt") && page.contains("kravet om kurs på vakt"), "{page}");
    // What it changes of a plan is told there, and beside the heads.
    let heads = place.get(&format!("/u/{unit}/p/{number}/staffing"), Some(&chief)).text();
    let unmoved = "Krav om kurs på vakt endrer opplæringen, ikke fordelingen eller antallet på vakt, utover at";
    assert!(page.contains(unmoved) && heads.contains(unmoved), "{heads}");
    // It counts in who is on the shift as a task does, and is named where a task is.
    let rule = "Tilstedeværelse: minst 1 med kurset 07–15";
    assert!(page.contains(rule), "{page}");
    let csv = place.get(&format!("/u/{unit}/p/{number}/competence.csv"), Some(&chief)).text();
    assert!(csv.contains(rule), "{csv}");
    // From today one is over, one ends within 90 days, one later.
    assert!(page.contains("Ett er utløpt, og ett går ut innen 90 dager"), "{page}");
    assert!(page.contains("Går ut om 19 dager") && page.contains("Ett som går ut senere"), "{page}");
    // So does the unit's front page, and leads there.
    let front = place.get(&format!("/u/{unit}"), Some(&chief)).text();
    let line = format!("<a href=\"/u/{unit}/p/{number}/training\">Ett kurs går ut innen 90 dager.</a>");
    assert!(front.contains(&line), "{front}");
    // With a nurse missing the rule of the course may not be kept, and those who hold it today are named.
    let now = |missing: &str| {
        let asked = format!("/u/{unit}/now?dato={today}&vakt=D{missing}");
        place.get(&asked, Some(&chief)).text()
    };
    let told = now("&m.SPL=1");
    let sentence = "Kravet om minst 1 SPL med kurset mattrygghet 07:00–15:00 holdes kanskje ikke";
    assert!(told.contains(sentence) && told.contains("Det er kjent hos SPL-02 og SPL-03."), "{told}");
    assert!(!now("").contains("holdes kanskje ikke"), "nobody is missing");
    let few = place.get(&format!("/u/{unit}/p/{number}/training?dager=5"), Some(&chief)).text();
    assert!(few.contains("ingen går ut innen 5 dager"), "{few}");
    let csv = place.get(&format!("/u/{unit}/p/{number}/certificates.csv"), Some(&chief)).text();
    assert!(csv.lines().nth(1).is_some_and(|line| line.starts_with("SPL-01;SPL;mattrygghet;")), "{csv}");
    assert!(csv.lines().nth(1).is_some_and(|line| line.trim_end().ends_with(";-9")), "{csv}");

    // What the sheet says of certificates counts at once; where the sheets have faults, what the proposal had is told as that.
    let read = |part: &str| place.get(&format!("/u/{unit}/p/{number}/{part}"), Some(&chief)).text();
    contributes.edit("later", &[taken("d", "SPL-04", 0, 30)]).expect("saved");
    let page = read("training");
    assert!(page.contains("Går ut om 30 dager") && !page.contains("Arkene har feil"), "{page}");
    for list in ["certificates.csv", "held.csv"] {
        assert!(read(list).contains("SPL-04"), "{}", read(list));
    }
    // Who has no course is known too, and stands among those who lack this one.
    let without = add("w", "Sertifikater", &[("Ansatt", "SPL-09"), ("Gruppe", "SPL"), ("Stillingsprosent", "50")]);
    contributes.edit("without", &[without]).expect("saved");
    let page = read("training");
    assert!(page.contains("SPL-09 har ingen av kursene") && page.matches("SPL-09").count() >= 2, "{page}");
    assert!(read("held.csv").contains("SPL-09"), "{}", read("held.csv"));
    let faulty = add("e", "Sertifikater", &[("Ansatt", "SPL-05"), ("Gruppe", "SPL"), ("Kurs", "mattrygghet")]);
    contributes.edit("faulty", &[faulty]).expect("saved");
    let page = read("training");
    assert!(page.contains("Arkene har feil") && !page.contains("SPL-04"), "{page}");
}

#[test]
fn the_order_counts_the_certificates_that_the_sheets_have_now() {
    let place = Place::new("courses-now", 1);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let number = place.proposal(&chief, unit, 3);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let proposal = contributes.proposal(number).expect("read");
    let order = || contributes.course_order_told(&proposal).expect("told").order.clone();
    let page = || place.get(&format!("/u/{unit}/p/{number}/training/order"), Some(&chief)).text();
    contributes.order_courses(&proposal, 5).expect("solved");
    let before = order();
    let first = before.steps[0].clone();
    assert!(!page().contains("Sertifikatene er endret"), "{}", page());

    // Everybody who lacks it takes it: until it is solved anew, the page tells the old answer as that.
    let taken = |at: u32| {
        let cells = [
            ("Ansatt", format!("ny {at}")),
            ("Gruppe", first.group.clone()),
            ("Kurs", first.course.clone()),
            ("Dato", "2020-01-01".to_owned()),
            ("Gyldig til", "2099-12-31".to_owned()),
        ];
        let cells = cells.map(|(column, text)| (column.to_owned(), text)).into();
        Edit::Add { temp: format!("n{at}"), sheet: "Sertifikater".to_owned(), place: At::Last, cells }
    };
    contributes.edit("taken", &(0..first.people).map(taken).collect::<Vec<_>>()).expect("saved");
    let desk = contributes.desk().expect("read");
    assert!(desk.ward.is_some(), "{:?}", desk.complaints);
    assert!(page().contains("Sertifikatene er endret") && order() == before, "{}", page());

    contributes.order_courses(&proposal, 5).expect("solved");
    let now = order();
    let is_first = |step: &CourseStep| step.group == first.group && step.course == first.course;
    assert!(!now.steps.iter().any(is_first), "nobody lacks it: {now:?}");
    assert!(!page().contains("Sertifikatene er endret"), "{}", page());
}
