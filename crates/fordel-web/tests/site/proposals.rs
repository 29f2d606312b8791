//! Proposals that came to no plan, and the way from them to the next.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use fordel_app::service::{Asked, BranchId, ProposalState};

use crate::place::{Person, Place};

/// Asks for a proposal that no plan is possible for, which gets this number, and waits until that is proven.
fn impossible(place: &Place, by: &Person, unit: BranchId, number: i64) {
    let wishes = "name=Billig&seconds=20&budget=1000&max_moves=3&alike=no";
    let asked = place.post(&format!("/u/{unit}/proposals"), Some(by), wishes);
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let reads = place.service.unit(&by.who, unit).expect("seen");
    let patience = Instant::now();
    while reads.proposal(number).expect("there").kept.head.state != ProposalState::Done {
        assert!(patience.elapsed() < Duration::from_secs(120), "that there is none is proven");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_proposal_that_is_impossible_says_which_demands_and_leads_on() {
    let place = Place::new("impossible", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    impossible(&place, &chief, unit, 1);
    let get = |page: &str| place.get(&format!("/u/{unit}/{page}"), Some(&chief)).text();
    let one = get("p/1");
    assert!(one.contains("Budsjettet er") && one.contains("Rett ett av kravene"), "{one}");
    assert!(one.contains(&format!("href=\"/u/{unit}/mapping\"")), "{one}");
    assert!(get("p/1/staffing").contains("Ingen plan er mulig"));
    assert!(get("mapping").contains(&format!("href=\"/u/{unit}/p/1/findings\"")), "the only answer that there is");
    let beside = get("proposals");
    assert!(beside.contains(&format!("<a href=\"/u/{unit}/p/1/findings#conflict\">Hvorfor?</a>")), "{beside}");
    assert!(get("p/1/findings").contains("id=\"conflict\""), "where it leads");

    let again = get("proposals?igjen=1");
    for filled in ["value=\"Billig\"", "value=\"100\"", "value=\"1000\"", "value=\"3\"", "value=\"no\" selected"] {
        assert!(again.contains(filled), "{filled}\n{again}");
    }
    let other = get("proposals?igjen=99");
    assert!(other.contains("value=\"60\"") && !other.contains("value=\"Billig\""), "{other}");
}

#[test]
fn an_answer_that_no_plan_is_possible_takes_no_plans_place() {
    let place = Place::new("impossible-newer", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let get = |page: &str| place.get(&format!("/u/{unit}/{page}"), Some(&chief));
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    let alone = get("p/1/differences");
    assert_eq!(alone.status, StatusCode::OK);
    let page = alone.text();
    let cure = format!("href=\"/u/{unit}/proposals\"");
    assert!(page.contains("ikke noe annet forslag") && page.contains(&cure), "{page}");
    assert_eq!(get("p/1/differences/lines.csv").status, StatusCode::NOT_FOUND);
    assert_eq!(get("p/9/differences").status, StatusCode::NOT_FOUND);

    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    assert_eq!(contributes.copy(1, "Kopi").expect("copied"), 2);
    impossible(&place, &chief, unit, 3);
    let mapping = get("mapping").text();
    assert!(mapping.contains("/p/2/board") && !mapping.contains("/p/3/board"), "{mapping}");

    // Without a number it is compared with the newest other plan, and another can be chosen.
    for query in ["", "?mot=", "?mot=noe"] {
        let answer = get(&format!("p/1/differences{query}"));
        let page = answer.text();
        assert!(answer.status == StatusCode::OK && page.contains("fra forslag 1 til forslag 2"), "{query}: {page}");
        assert!(page.contains("<option value=\"2\" selected>2. Kopi</option><option value=\"3\""), "{page}");
    }
    assert_eq!(get("p/1/differences/lines.csv").status, StatusCode::OK);
}

#[test]
fn a_proposal_that_was_stopped_before_it_had_a_plan_is_told_among_those_that_came_to_nothing() {
    let place = Place::new("stopped", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    for name in ["Lages", "Venter"] {
        let asked = place.post(&format!("/u/{unit}/proposals"), Some(&chief), &format!("name={name}&seconds=20"));
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    }
    // One is made at a time: the second is stopped while it waits.
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    reads.contribute().expect("allowed").cancel(2).expect("stopped");
    let list = place.get(&format!("/u/{unit}/proposals"), Some(&chief)).text();
    let told = list.split("Forslag som ikke ble noe av").nth(1).unwrap_or_else(|| panic!("{list}"));
    assert!(told.contains("2. Venter") && told.contains("proposals?igjen=2#new"), "{told}");
}

#[test]
fn proposals_that_came_to_nothing_take_no_plans_place_beside_the_others() {
    let place = Place::new("stopped-many", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let asked = Asked { seconds: Some(20), ..Asked::default() };
    // While one is made, five that wait are stopped: as many as stand side by side.
    assert_eq!(contributes().propose("Lages", &asked).expect("asked"), 2);
    for number in 3..=7 {
        assert_eq!(contributes().propose("Venter", &asked).expect("asked"), number);
        contributes().cancel(number).expect("stopped");
    }
    let page = place.get(&format!("/u/{unit}/proposals"), Some(&chief)).text();
    assert!(page.contains(&format!("<a href=\"/u/{unit}/p/1\">")), "{page}");
}
