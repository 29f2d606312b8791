//! A workbook taken in through the router: what it would change is shown first, and nothing is saved before it is confirmed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fordel_app::service::{BranchId, Edit, List, ListCell, Role, xlsx};

use crate::place::{Answer, Person, Place};

const LITEN: &[u8] = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
const FEIL: &[u8] = include_bytes!("../../../fordel-sheets/tests/data/feil.xlsx");

fn handed_in(place: &Place, by: &Person, unit: BranchId, name: &str, book: &[u8]) -> Answer {
    place.hand_in(&format!("/u/{unit}/import"), by, name, book)
}

fn revision(place: &Place, by: &Person, unit: BranchId) -> i64 {
    place.service.unit(&by.who, unit).expect("seen").desk().expect("read").revision
}

#[test]
fn a_workbook_is_shown_confirmed_once_and_undone_in_one_step() {
    let place = Place::new("import", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let before = revision(&place, &chief, unit);
    let example = place.get(&format!("/u/{unit}/ward.xlsx"), Some(&chief));
    assert_eq!(example.status.as_u16(), 200);
    assert!(example.header("content-disposition").starts_with("attachment"));
    let same = handed_in(&place, &chief, unit, "same.xlsx", &example.body);
    let page = place.get(same.header("location"), Some(&chief)).text();
    assert!(page.contains("det samme som er lagret") && !page.contains("Bekreft importen"), "{page}");

    let answer = handed_in(&place, &chief, unit, "<b>liten</b>.xlsx", LITEN);
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    let preview = answer.header("location").to_owned();
    let page = place.get(&preview, Some(&chief)).text();
    assert!(page.contains("Bekreft importen") && page.contains("&lt;b&gt;liten") && page.contains("ny rad"), "{page}");
    assert_eq!(revision(&place, &chief, unit), before, "nothing is saved");

    let other = place.invited(&chief, unit, Role::Contributor, "bidrag@test.no");
    assert_eq!(place.get(&preview, Some(&other)).status.as_u16(), 410, "it is the one's who handed it in");

    assert_eq!(place.post(&preview, Some(&chief), "").header("location"), format!("/u/{unit}/mapping"));
    assert_eq!(revision(&place, &chief, unit), before + 1);
    assert_eq!(place.post(&preview, Some(&chief), "").status.as_u16(), 410, "once");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    assert!(contributes.undo("back").expect("undone").any);
    let again = handed_in(&place, &chief, unit, "same.xlsx", &example.body);
    assert!(place.get(again.header("location"), Some(&chief)).text().contains("det samme som er lagret"));
}

#[test]
fn what_changed_meanwhile_stops_the_import_and_is_shown() {
    let place = Place::new("meanwhile", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let preview = handed_in(&place, &chief, unit, "liten.xlsx", LITEN).header("location").to_owned();
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let (row, cells) = &desk.sheet("Oppgaver").expect("there").rows[0];
    let was = cells.get("Minutter").cloned();
    let edit = Edit::Cell { row: *row, column: "Minutter".into(), was, now: "77".into() };
    contributes.edit("meanwhile", &[edit]).expect("saved");
    let before = revision(&place, &chief, unit);
    let answer = place.post(&preview, Some(&chief), "");
    assert_eq!(answer.status.as_u16(), 409);
    assert!(answer.text().contains("Ingenting er importert"), "{}", answer.text());
    assert_eq!(revision(&place, &chief, unit), before, "all or nothing");
}

#[test]
fn a_faulty_workbook_tells_its_faults_by_sheet_and_cell_and_a_faulty_unit_too() {
    let place = Place::new("faulty", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let preview = handed_in(&place, &chief, unit, "feil.xlsx", FEIL).header("location").to_owned();
    let page = place.get(&preview, Some(&chief)).text();
    assert!(page.contains("Oppgaver!") && !page.contains("Bekreft importen"), "{page}");
    assert_eq!(place.post(&preview, Some(&chief), "").status.as_u16(), 422);
    let nonsense = handed_in(&place, &chief, unit, "tekst.xlsx", b"dette er ikke et regneark");
    assert!(place.get(nonsense.header("location"), Some(&chief)).text().contains("kan ikke importeres"));

    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let edit = Edit::Cell { row, column: "Minutter".into(), was: None, now: "ti minutter".into() };
    contributes.edit("wrong", &[edit]).expect("saved as it was typed");
    let answer = place.get(&format!("/u/{unit}/ward.xlsx"), Some(&chief));
    assert_eq!(answer.status.as_u16(), 422);
    assert!(answer.text().contains("ti minutter") && answer.text().contains("Til kartleggingen"), "{}", answer.text());
}

#[test]
fn the_template_is_a_workbook_empty_or_with_the_example() {
    let place = Place::new("template", 0);
    let chief = place.founded();
    let [empty, filled] = ["/template.xlsx", "/template.xlsx?eksempel=1"].map(|path| place.get(path, Some(&chief)));
    for book in [&empty, &filled] {
        assert!(book.body.starts_with(b"PK") && book.header("content-type").contains("spreadsheetml"));
    }
    assert_ne!(empty.body.len(), filled.body.len());
}

/// A workbook with so many tasks.
fn large(rows: usize) -> Vec<u8> {
    let columns = ["Oppgave", "Kategori", "Tidsintervall", "Antall", "Minutter", "Minstekrav"].map(str::to_owned);
    let row = |i: usize| -> Vec<ListCell> {
        let name = format!("Oppgave {i}");
        vec![name.into(), "Pasientbehandling".into(), "07-09".into(), 1_u32.into(), 5_u32.into(), "SPL".into()]
    };
    let list = List { name: "Oppgaver".to_owned(), columns: columns.to_vec(), rows: (0..rows).map(row).collect() };
    xlsx(&list).expect("a workbook")
}

#[test]
fn while_large_workbooks_are_read_others_are_answered_within_half_a_second() {
    let place = Place::new("large", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let other = place.invited(&chief, unit, Role::Contributor, "bidrag@test.no");
    let book = large(100_000);
    let over = AtomicBool::new(false);
    let ask = || {
        let start = Instant::now();
        let page = place.get(&format!("/u/{unit}/mapping"), Some(&other));
        (page.status.as_u16(), start.elapsed())
    };
    let (read, answered) = std::thread::scope(|scope| {
        let others = scope.spawn(|| {
            let mut answered = Vec::new();
            while !over.load(Ordering::Relaxed) {
                answered.push(ask());
                std::thread::sleep(Duration::from_millis(5));
            }
            answered
        });
        let read = [(); 3].map(|()| handed_in(&place, &chief, unit, "stor.xlsx", &book));
        over.store(true, Ordering::Relaxed);
        (read, others.join().expect("pages are answered"))
    });
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    for answer in &read {
        let key = answer.header("location").rsplit('/').next().expect("a key");
        let incoming = contributes.handed_in(key).unwrap_or_else(|why| panic!("{why:?}: {}", answer.text()));
        let faults: Vec<_> = incoming.faults().map(|fault| fault.code).collect();
        assert!(faults.is_empty() && !incoming.is_same(), "all of it was read: {faults:?}");
    }
    assert!(answered.iter().all(|(status, _)| *status == 200), "{answered:?}");
    let mut times: Vec<Duration> = answered.into_iter().map(|(_, time)| time).collect();
    times.sort();
    let p99 = times[times.len() * 99 / 100];
    println!("{} pages while 3 × 100 000 rows were read, p99 {p99:?}", times.len());
    assert!(times.len() >= 30, "{}", times.len());
    assert!(p99 <= Duration::from_millis(500), "{p99:?}");
}
