//! All proposals on the page about them, and which of them are shown first where there are more than fit.

use axum::http::StatusCode;
use fordel_app::service::{Author, BranchId, Moment, NewProposal, Store, StoreFailure};
use fordel_core::plan::Comparison;

use crate::place::{Person, Place};
use crate::proposals::impossible;
use crate::ward::heard;

/// The table of proposals side by side, and the list of all.
fn parts(place: &Place, by: &Person, unit: BranchId) -> (String, String) {
    let page = place.get(&format!("/u/{unit}/proposals"), Some(by)).text();
    let part = |from: &str, to: &str| {
        let rest = page.split_once(from).unwrap_or_else(|| panic!("{from}: {page}")).1;
        rest.split_once(to).unwrap_or_else(|| panic!("{to}: {page}")).0.to_owned()
    };
    (part("id=\"beside\"", "</table>"), part("<ul id=\"all\">", "</ul>"))
}

#[test]
fn proposals_with_plans_stand_side_by_side_before_impossible_ones_and_all_are_listed() {
    let place = Place::new("proposals-listed", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    for number in 2..=5 {
        assert_eq!(contributes().copy(1, "Kopi").expect("copied"), number);
    }
    for number in [6, 7] {
        impossible(&place, &chief, unit, number);
    }
    contributes().lead().expect("may").decide(2, &heard(), "enige").expect("decided");

    let (beside, all) = parts(&place, &chief, unit);
    for number in 1..=7 {
        let link = format!("<a href=\"/u/{unit}/p/{number}\">");
        assert_eq!(beside.contains(&link), number < 6, "{number}: {beside}");
        assert!(all.contains(&link), "{number}: {all}");
    }
    let lines: Vec<&str> = all.split("<li>").skip(1).collect();
    let said = [(0, "Ingen plan"), (2, "5. Kopi"), (2, "Eget"), (5, "Vedtatt som versjon 1"), (6, "Har plan")];
    for (at, said) in said {
        assert!(lines[at].contains(said), "{said}: {}", lines[at]);
    }
    assert_eq!(all.matches("Vedtatt som").count(), 1, "{all}");
}

#[test]
fn proposals_that_are_chosen_stand_side_by_side_and_no_others() {
    let place = Place::new("proposals-chosen", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let soon = "en første planen kommer i løpet av sekunder, en god innen et minutt eller den tiden du gir.";
    for page in ["", "/proposals"] {
        let page = place.get(&format!("/u/{unit}{page}"), Some(&chief)).text();
        assert!(page.contains(soon), "one truth before there is any: {page}");
    }
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    for number in 2..=9 {
        assert_eq!(contributes.copy(1, "Kopi").expect("copied"), number);
    }
    let get = |query: &str| place.get(&format!("/u/{unit}/proposals{query}"), Some(&chief));
    let link = |number: i64| format!("<a href=\"/u/{unit}/p/{number}\">Åpne</a>");

    let page = get("?ved=1&ved=3&ved=2").text();
    let at: Vec<Option<usize>> = [3, 2, 1].map(|number| page.find(&link(number))).to_vec();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "in the order of the list: {page}");
    assert!((4..=9).all(|number| !page.contains(&link(number))), "{page}");
    assert_eq!(page.matches("name=\"ved\"").count(), 9, "each can be chosen: {page}");
    let tick = |number: i64| format!("name=\"ved\" value=\"{number}\" checked");
    let ticked = |page: &str| (1..=9).filter(|number| page.contains(&tick(*number))).count();
    assert_eq!(ticked(&page), 3, "those that are stay so: {page}");
    assert!(page.contains("Sammenlign valgte"), "{page}");
    assert!(page.contains(&format!("/u/{unit}/proposals.csv?ved=1&amp;ved=3&amp;ved=2\"")), "{page}");
    let file = get(".csv?ved=1&ved=3").text();
    assert!(file.contains("3. Kopi") && !file.contains("9. Kopi"), "{file}");

    // Nobody chose: as it was.
    let page = get("").text();
    assert!((5..=9).all(|number| page.contains(&link(number))) && ticked(&page) == 0, "{page}");
    // The one that was decided last is what the others are held against: it has the place of the oldest.
    for (number, beside) in [(1, [1, 6, 7, 8, 9]), (2, [2, 6, 7, 8, 9]), (8, [5, 6, 7, 8, 9])] {
        let leads = place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
        leads.decide(number, &heard(), "enige").expect("decided");
        let page = get("").text();
        assert!((1..=9).all(|number| page.contains(&link(number)) == beside.contains(&number)), "{number}: {page}");
        let file = get(".csv").text();
        assert!((2..=9).all(|number| file.contains(&format!("{number}. Kopi")) == beside.contains(&number)), "{file}");
    }

    let all: Vec<String> = (1..=9).map(|number| format!("ved={number}")).collect();
    let many = format!("?{}", all.join("&"));
    for (query, said) in [
        (many.as_str(), "Høyst 8 forslag kan stå side om side"),
        ("?ved=1&ved=99", "«99» er ikke nummeret"),
        ("?ved=abc", "«abc» er ikke nummeret"),
    ] {
        let answer = get(query);
        let page = answer.text();
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(page.contains(said) && !page.contains("id=\"beside\""), "{query}: {page}");
        assert!(page.contains("<ul id=\"all\">"), "one can choose anew: {page}");
        assert_eq!(get(&format!(".csv{query}")).status, StatusCode::NOT_FOUND, "{query}");
    }

    // A number tells of a unit's own alone, and the unit of another organisation isn't told of.
    let other = place.elsewhere();
    let theirs = place.small_ward(&other);
    let page = place.get(&format!("/u/{theirs}/proposals?ved=1"), Some(&other));
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert_eq!(place.get(&format!("/u/{unit}/proposals?ved=1"), Some(&other)).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_plan_with_nothing_to_hold_it_against_takes_no_whole_ones_place_on_the_front_page() {
    let place = Place::new("proposals-whole", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    let opened = place.service.unit(&chief.who, unit).expect("seen").proposal(1).expect("there");
    let mut plan = opened.plan.clone().expect("a plan");
    plan.carried = Comparison::default();
    let plan = serde_json::to_string(&plan).expect("written");
    let store = Store::beside(&place.folder().join("fordel.db")).expect("beside");
    let by = Author { person: None, name: "prøve".to_owned() };
    let kept = &opened.kept;
    let added: Result<_, StoreFailure> = store.write(Moment(0), by, |w| {
        w.add_proposal(NewProposal {
            unit,
            name: "Stanset",
            wishes: "{}",
            revision: kept.head.revision,
            ward: &kept.ward,
            rows: &kept.rows,
            plan: Some(&plan),
        })
    });
    assert_eq!(added.expect("added").1, 2);
    let front = place.get(&format!("/u/{unit}"), Some(&chief)).text();
    assert!(front.contains(&format!("/u/{unit}/p/1/findings")), "{front}");
    assert!(!front.contains(&format!("/u/{unit}/p/2/")), "{front}");
    let (beside, _) = parts(&place, &chief, unit);
    assert!(beside.contains("2. Stanset") && beside.contains("ikke regnet ut"), "{beside}");
}
