//! Kartlegging through the router: what lacks is counted, and leads to its lines; the filters are folded, and tell what they show.

use fordel_app::service::Edit;

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
