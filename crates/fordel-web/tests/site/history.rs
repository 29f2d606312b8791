//! Historikk through the router: what happened, what can be brought back, and that the chain's check is shown.

use fordel_app::service::{BranchId, Edit, Role, RowId};

use crate::place::{Person, Place};

fn changed(place: &Place, chief: &Person, unit: BranchId) -> (RowId, RowId) {
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let rows = &desk.sheet("Oppgaver").expect("there").rows;
    let (cell, gone) = (rows[0].0, rows[1].0);
    let edit = Edit::Cell { row: cell, column: "Minutter".into(), was: None, now: "<i>88</i>".into() };
    contributes.edit("one", &[edit, Edit::Remove { row: gone }]).expect("changed");
    (cell, gone)
}

/// The number of the newest change whose row of the table holds this.
fn seq_of(page: &str, what: &str) -> i64 {
    let row = page.split("<tr>").find(|row| row.contains(what) && row.contains("name=\"seq\"")).expect("a row");
    let rest = row.split("name=\"seq\" value=\"").nth(1).expect("its number");
    rest.split('"').next().expect("quoted").parse().expect("a number")
}

#[test]
fn what_was_taken_away_is_brought_back_unless_somebody_was_first() {
    let place = Place::new("history", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let address = format!("/u/{unit}/history");
    let (cell, gone) = changed(&place, &chief, unit);
    let desk = || place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let minutes = || {
        desk().sheet("Oppgaver").expect("there").rows.iter().find(|(row, _)| *row == cell).expect("there").1["Minutter"]
            .clone()
    };

    let page = place.get(&address, Some(&chief)).text();
    assert!(page.contains("&lt;i&gt;88&lt;/i&gt;") && page.contains("Kari Nordmann"), "{page}");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    assert!(!place.get(&address, Some(&reader)).text().contains("name=\"seq\""), "no buttons that do nothing");

    let row = seq_of(&page, "fjernet: ");
    assert_eq!(place.post(&address, Some(&chief), &format!("seq={row}")).status.as_u16(), 303);
    assert!(desk().sheet("Oppgaver").expect("there").rows.iter().any(|(id, _)| *id == gone), "the row is back");

    let change = seq_of(&page, "&lt;i&gt;88");
    let stale = place.post(&address, Some(&chief), &format!("seq={change}&now=noe+annet"));
    assert_eq!(stale.status.as_u16(), 409, "the cell doesn't hold what was seen");
    assert_eq!(minutes(), "<i>88</i>");
    assert_eq!(place.post(&address, Some(&chief), &format!("seq={change}&now=%3Ci%3E88%3C/i%3E")).status.as_u16(), 303);
    assert_ne!(minutes(), "<i>88</i>");
    let of_row = place.get(&format!("{address}?rad={cell}"), Some(&chief)).text();
    assert!(of_row.contains("Endringer i ") && !of_row.contains("fjernet: "), "{of_row}");
}

#[test]
fn pages_person_and_kind_narrow_what_is_shown_and_the_chain_is_checked() {
    let place = Place::new("narrow", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let address = format!("/u/{unit}/history");
    let first = place.get(&address, Some(&chief)).text();
    let older = first.split("before=").nth(1).and_then(|rest| rest.split('"').next()).expect("more than a page");
    let second = place.get(&format!("{address}?before={older}"), Some(&chief)).text();
    assert!(second.contains("ny rad: ") && second.contains("Nyeste"), "{second}");
    changed(&place, &chief, unit);
    let of = |query: &str| place.get(&format!("{address}?{query}"), Some(&chief)).text();
    assert!(of("slag=decisions").contains("ingen endringer i dette utvalget"));
    assert!(of("slag=mapping").contains("fjernet: "));
    assert!(of(&format!("person={}", chief.who.person)).contains("fjernet: "));
    assert!(!of("person=999999").contains("fjernet: "));
    let checked = of("kontroll=1");
    assert!(checked.contains("henger sammen") && checked.contains("Kvittering"), "{checked}");
}
