//! Kartlegging through the router: what lacks is counted, and leads to its lines; the filters are folded, and tell what they show.

use fordel_app::service::{BranchKind, Edit};

use crate::place::Place;

#[test]
fn counts_of_what_lacks_lead_to_the_lines_and_folded_filters_say_so() {
    let place = Place::new("mapping", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let first = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let empty = |column: &str| Edit::Cell { row: first, column: column.to_owned(), was: None, now: String::new() };
    contributes.edit("empty", &[empty("I dag")]).expect("saved");
    let far = contributes.desk().expect("read").completeness();
    assert_eq!((far.no_minutes, far.no_today), (0, 1));

    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    let there = format!("/u/{unit}/mapping?mangler=I%20dag");
    let link = format!("<a href=\"{there}\"><span data-count=\"missing_today\">1</span> mangler «I dag»</a>");
    assert!(page.contains(&link), "{link} in\n{page}");
    let none = "<span class=\"count\"><span data-count=\"missing_minutes\">0</span>";
    assert!(page.contains(none), "where nothing lacks there is no way: {page}");
    assert!(page.contains("<details><summary>Filtre <strong id=\"grid-narrowed\"></strong></summary>"), "{page}");

    let lines = place.get(&there, Some(&chief)).text();
    assert!(lines.contains("<strong id=\"grid-narrowed\">Uten i dag</strong>"), "{lines}");
    assert!(lines.contains(&format!("Viser 1 av {}", far.lines)), "{lines}");
}

#[test]
fn a_row_leads_to_its_history_its_note_and_its_objections() {
    let place = Place::new("mapping-row", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let (task, cells) = &desk.sheet("Oppgaver").expect("there").rows[1];
    let page = place.get(&format!("/u/{unit}/mapping?rad={task}"), Some(&chief)).text();
    assert!(page.contains(&format!("<span>2 {}</span>", cells["Oppgave"])), "{page}");
    for (way, called) in
        [("history?rad", "Historikk"), ("workshop?linje", "Notat og drøfting"), ("objections?linje", "Innvendinger")]
    {
        let there = format!("/u/{unit}/{way}={task}");
        assert!(
            page.contains(&format!("<a href=\"{there}\" data-address=\"/u/{unit}/{way}=\">{called}</a>")),
            "{page}"
        );
        let told = place.get(&there, Some(&chief));
        assert!(told.status.is_success() && told.text().contains(&cells["Oppgave"]), "{there}: {}", told.text());
    }
    let meeting = place.get(&format!("/u/{unit}/workshop?linje={task}"), Some(&chief)).text();
    assert!(meeting.contains(&format!("/u/{unit}/mapping?rad={task}#r{task}\"")), "and back: {meeting}");

    let shift = desk.sheet("Vakter").expect("there").rows[0].0;
    let shifts = place.get(&format!("/u/{unit}/mapping?ark=Vakter&rad={shift}"), Some(&chief)).text();
    assert!(shifts.contains(&format!("<a href=\"/u/{unit}/history?rad={shift}\"")), "{shifts}");
    assert!(!shifts.contains("objections?linje="), "nobody objects to a shift's row: {shifts}");
}

#[test]
fn faults_are_told_at_their_sheet_and_the_way_to_them_leads_there() {
    let place = Place::new("mapping-faults", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Vakter").expect("there").rows[0].0;
    let wrong = Edit::Cell { row, column: "Start".to_owned(), was: None, now: "når det passer".to_owned() };
    contributes.edit("wrong", &[wrong]).expect("saved");
    let desk = contributes.desk().expect("read");
    let (all, here) = (desk.completeness().faults, desk.faults_in("Vakter"));
    assert!(here > 0 && desk.faults_in("Oppgaver") == 0, "{:?}", desk.complaints);

    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    let tab = |sheet: &str, hidden: &str, count: usize| {
        let told = format!("<span data-faults-of=\"{sheet}\">{count}</span> feil</span></a>");
        format!("{sheet}<span class=\"of-sheet\"{hidden}> ▲ {told}")
    };
    for told in [tab("Vakter", "", here), tab("Kurs", " hidden", 0)] {
        assert!(page.contains(&told), "{told} in\n{page}");
    }
    let way = format!("/u/{unit}/mapping?feil=1");
    assert!(page.contains(&format!("<a href=\"{way}\"><span data-count=\"faults\">{all}</span> feil</a>")), "{page}");
    let answer = place.get(&way, Some(&chief));
    let there = format!("/u/{unit}/mapping?ark=Vakter&feil=1");
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, there.as_str()));
    let shifts = place.get(&there, Some(&chief)).text();
    assert!(shifts.contains("Viser 1 av "), "{shifts}");
    assert!(!shifts.contains("Vakter!"), "at the cell itself nobody needs its address: {shifts}");
}

#[test]
fn a_unit_that_nobody_has_begun_on_says_what_to_do_and_nothing_of_workbooks() {
    let place = Place::new("mapping-new", 0);
    let chief = place.founded();
    let top = place.service.administer(&chief.who, chief.who.organisation).expect("administers");
    let unit = top.add(BranchKind::Unit, "Ny post").expect("added");
    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    assert!(page.contains("Ingen oppgaver er kartlagt ennå.") && page.contains("data-color=\"info\""), "{page}");
    assert!(!page.contains("Fant ikke noe ark") && !page.contains("data-color=\"danger\""), "{page}");
}
