//! A workbook taken in through the router: what it would change is shown first, and nothing is saved before it is confirmed.

use fordel_app::service::{BranchId, Edit};

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

    let other = place.invited(&chief, unit, fordel_app::service::Role::Contributor, "bidrag@test.no");
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
