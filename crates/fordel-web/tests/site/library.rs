//! The library of tasks: what it offers to whom, and what becomes of what is ticked.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fordel_app::service::{BranchId, BranchKind, Edit, Place as At, Role};
use fordel_text::Lang;

use crate::place::{Answer, Person, Place};

const SHEET: &str = "Oppgaver";

/// A new unit, one that its mapper may see too, and one that they may not.
struct Offered {
    place: Place,
    chief: Person,
    mapper: Person,
    new: BranchId,
}

impl Offered {
    fn of(name: &str) -> Offered {
        let place = Place::new(name, 0);
        let chief = place.founded();
        let [new, seen, unseen] = ["Ny post", "Kirurgen", "Skjult post"].map(|name| {
            let may = place.service.administer(&chief.who, chief.who.organisation).expect("may");
            let unit = may.add(BranchKind::Unit, name).expect("added");
            place.service.administer(&chief.who, unit).expect("may").fill_with_standard(Lang::Nb).expect("filled");
            unit
        });
        let mapper = place.invited(&chief, new, Role::Contributor, "kartlegger@test.no");
        place.service.administer(&chief.who, seen).expect("may").give(mapper.who.person, Role::Reader).expect("given");
        let offered = Offered { place, chief, mapper, new };
        offered.write(
            seen,
            &[("Oppgave", "morgenstell"), ("Tidsintervall", "07-09"), ("Minutter", "25"), ("Minstekrav", "HFA")],
        );
        let wash = [
            ("Oppgave", "Vask før operasjon"),
            ("Kategori", "Pasientbehandling"),
            ("Tidsintervall", "07-09"),
            ("Antall", "1,5"),
            ("Per", "inngrep"),
            ("Minutter", "20"),
            ("Minstekrav", "KIR"),
        ];
        offered.write(seen, &wash);
        offered.write(unseen, &[("Oppgave", "Skjult oppgave"), ("Minutter", "99")]);
        offered.write(unseen, &[("Oppgave", "Morgenstell"), ("Tidsintervall", "07-09"), ("Minutter", "990")]);
        offered
    }

    fn write(&self, unit: BranchId, cells: &[(&str, &str)]) {
        let contributes = self.place.service.unit(&self.chief.who, unit).expect("seen").contribute().expect("may");
        let cells = cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect();
        let add = Edit::Add { temp: "n".to_owned(), sheet: SHEET.to_owned(), place: At::Last, cells };
        let batch = format!("test-{}", contributes.desk().expect("read").revision);
        contributes.edit(&batch, &[add]).expect("written");
    }

    fn get(&self, query: &str, by: &Person) -> Answer {
        self.place.get(&format!("/u/{}/library{query}", self.new), Some(by))
    }

    fn post(&self, ids: &[&str], by: &Person) -> Answer {
        let body = ids.iter().map(|id| format!("velg={id}")).collect::<Vec<_>>().join("&");
        let request = Request::builder().method(Method::POST).uri(format!("/u/{}/library", self.new));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.header("sec-fetch-site", "same-origin").header("origin", "https://fordel.example");
        self.place.ask(request, Some(by), Body::from(format!("q=&{body}")))
    }

    fn tasks(&self) -> Vec<BTreeMap<String, String>> {
        let desk = self.place.service.unit(&self.chief.who, self.new).expect("seen").desk().expect("read");
        desk.sheet(SHEET).expect("tasks").rows.iter().map(|(_, cells)| cells.clone()).collect()
    }
}

/// The id by which a page offers a task.
fn id_of(page: &str, name: &str) -> String {
    let label = page.find(&format!(">{name}</label>")).unwrap_or_else(|| panic!("{name} isn't offered"));
    let before = &page[..label];
    let at = before.rfind("for=\"task-").expect("a label") + "for=\"task-".len();
    before[at..].split('"').next().expect("an id").to_owned()
}

#[test]
fn the_library_offers_what_one_may_see_and_adds_what_is_ticked_in_one_step() {
    let offered = Offered::of("library");
    let page = offered.get("", &offered.mapper).text();
    assert!(page.contains("Vask før operasjon") && page.contains("én enhet: Kirurgen"), "{page}");
    assert!(page.contains("20 (10–25)"), "the example's 15 and the unit's 25 minutes, median and range\n{page}");
    assert!(page.contains("eksempelposten og én enhet: Kirurgen"), "{page}");
    assert!(!page.contains("Skjult") && !page.contains("–990"), "a unit that they may not see is not told");
    let (care, wash) = (id_of(&page, "morgenstell"), id_of(&page, "Vask før operasjon"));

    let found = offered.get(&format!("?q=VASK%20operasjon&velg={care}"), &offered.mapper).text();
    assert!(found.contains("Vask før operasjon") && !found.contains(">morgenstell</label>"), "{found}");
    assert!(
        found.contains(&format!("type=\"hidden\" name=\"velg\" value=\"{care}\"")),
        "a tick isn't lost by a search"
    );
    let category = offered.get("?kategori=Legemiddelh%C3%A5ndtering", &offered.mapper).text();
    assert!(!category.contains("Vask før operasjon"));

    assert_eq!(offered.post(&[], &offered.mapper).status, StatusCode::UNPROCESSABLE_ENTITY);
    let before = offered.tasks();
    let answer = offered.post(&[&care, &wash], &offered.mapper);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(answer.header("location").contains("/library?lagt=2-2-3-0"), "{}", answer.header("location"));
    let tasks = offered.tasks();
    let new = &tasks[before.len()..];
    assert_eq!(new.len(), 2);
    let row = |name: &str| new.iter().find(|cells| cells["Oppgave"] == name).expect("added");
    let (care_row, wash_row) = (row("morgenstell"), row("Vask før operasjon"));
    assert_eq!((&*care_row["Minstekrav"], &*care_row["Tidsintervall"]), ("HFA", "07-09"));
    assert!(care_row["Merknad"].contains("eksempelposten og én annen enhet"), "{care_row:?}");
    assert!(!wash_row.contains_key("Minstekrav") && !wash_row.contains_key("Per") && !wash_row.contains_key("Antall"));
    for told in ["må kontrolleres", "Minstekrav: KIR", "Antall: 1,5", "Per: inngrep"] {
        assert!(wash_row["Merknad"].contains(told), "{told}: {wash_row:?}");
    }
    assert!(tasks.iter().all(|cells| !cells.get("Merknad").is_some_and(|note| note.contains("Kirurgen"))));

    let after = offered.get("?lagt=2-2-3-0", &offered.mapper).text();
    assert!(after.contains("2 oppgaver er lagt til") && after.contains("finnes her"), "{after}");
    assert!(!after.contains(&format!("id=\"task-{care}\"")), "what is here isn't offered again");
    assert_eq!(offered.post(&[&care], &offered.mapper).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(offered.tasks().len(), tasks.len());

    let contributes = offered.place.service.unit(&offered.mapper.who, offered.new).expect("seen").contribute();
    assert!(contributes.expect("may").undo("undo-1").expect("undone").any);
    assert_eq!(offered.tasks(), before, "all of it was one step");
}

#[test]
fn the_library_is_for_those_who_map() {
    let offered = Offered::of("library-roles");
    let reader = offered.place.invited(&offered.chief, offered.new, Role::Reader, "leser@test.no");
    assert_eq!(offered.get("", &reader).status, StatusCode::FORBIDDEN);
    assert_eq!(offered.post(&["x"], &reader).status, StatusCode::FORBIDDEN);
    let mapping = |by: &Person| offered.place.get(&format!("/u/{}/mapping", offered.new), Some(by)).text();
    let link = format!("/u/{}/library", offered.new);
    assert!(mapping(&offered.mapper).contains(&link) && !mapping(&reader).contains(&link));
    assert!(offered.get("", &offered.chief).text().contains("Skjult oppgave"), "whoever may see it is told");
}

#[test]
fn what_a_task_is_counted_by_and_the_courses_it_takes_come_along() {
    let offered = Offered::of("library-brings");
    let place = &offered.place;
    let seen = place.service.branches(&offered.mapper.who).expect("read");
    let seen = seen.iter().find(|(unit, _)| unit.name == "Kirurgen").expect("seen").0.id;
    let contributes = place.service.unit(&offered.chief.who, seen).expect("seen").contribute().expect("may");
    let row = |sheet: &str, cells: &[(&str, &str)]| Edit::Add {
        temp: format!("n-{sheet}"),
        sheet: sheet.to_owned(),
        place: At::Last,
        cells: cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect(),
    };
    let beside = [
        row("Aktivitet", &[("Driver", "inngrep"), ("Man", "6"), ("Tir", "6"), ("Ons", "5")]),
        row("Kurs", &[("Kurs", "sårstell på kirurgen"), ("Timer", "4")]),
    ];
    contributes.edit("beside", &beside).expect("written");
    let dressing = [
        ("Oppgave", "Bandasje etter operasjon"),
        ("Tidsintervall", "09-12"),
        ("Antall", "2"),
        ("Per", "inngrep"),
        ("Minutter", "10"),
        ("Minstekrav", "HFA"),
        ("Opplæring", "HFA: sårstell på kirurgen"),
    ];
    offered.write(seen, &dressing);

    let page = offered.get("", &offered.mapper).text();
    let told = "Tar med: inngrep (Aktivitet) og sårstell på kirurgen (Kurs)";
    assert!(page.contains(told), "told before it is added: {page}");
    let (wash, dressing) = (id_of(&page, "Vask før operasjon"), id_of(&page, "Bandasje etter operasjon"));
    let answer = offered.post(&[&wash, &dressing], &offered.mapper);
    assert!(
        answer.header("location").contains("lagt=2-2-1-2"),
        "the same driver comes once: {}",
        answer.header("location")
    );
    let desk = place.service.unit(&offered.chief.who, offered.new).expect("seen").desk().expect("read");
    let cells = |sheet: &str| desk.sheet(sheet).expect("there").rows.last().expect("a row").1.clone();
    assert_eq!(cells("Aktivitet")["Man"], "6");
    assert_eq!(cells("Kurs")["Timer"], "4");
    let tasks = offered.tasks();
    let row = |name: &str| tasks.iter().find(|cells| cells["Oppgave"] == name).expect("added");
    assert_eq!((&*row("Vask før operasjon")["Antall"], &*row("Vask før operasjon")["Per"]), ("1,5", "inngrep"));
    assert_eq!(row("Bandasje etter operasjon")["Opplæring"], "HFA: sårstell på kirurgen");
    let after = offered.get("?lagt=2-2-1-2", &offered.mapper).text();
    assert!(after.contains("2 rader med aktivitet og kurs kom med"), "{after}");
}

#[test]
fn a_kind_of_unit_has_its_own_usual_tasks() {
    let offered = Offered::of("library-kinds");
    let page = offered.get("?type=sykehjem", &offered.mapper).text();
    assert!(page.contains("Morgenstell av beboer") && page.contains("anslag for sykehjem"), "{page}");
    assert!(!page.contains("Vask før operasjon") && !page.contains("eksempelposten</td>"), "only this kind: {page}");
    assert!(page.contains("Tar med: beboere (Aktivitet)"), "{page}");
    let units = offered.get("?type=enheter", &offered.mapper).text();
    assert!(units.contains("Vask før operasjon") && !units.contains("Morgenstell av beboer"), "{units}");

    let body = format!("type=sykehjem&velg={}", id_of(&page, "Morgenstell av beboer"));
    let request = Request::builder().method(Method::POST).uri(format!("/u/{}/library", offered.new));
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let request = request.header("sec-fetch-site", "same-origin").header("origin", "https://fordel.example");
    let answer = offered.place.ask(request, Some(&offered.mapper), Body::from(body));
    assert_eq!(answer.header("location"), format!("/u/{}/library?lagt=1-2-0-2&type=sykehjem", offered.new));
    let tasks = offered.tasks();
    let note = &tasks.last().expect("added")["Merknad"];
    assert!(note.contains("anslag for sykehjem"), "{note}");
}
