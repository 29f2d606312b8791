//! Proposals that came to no plan, and the way from them to the next.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use fordel_app::service::ProposalState;

use crate::place::Place;

#[test]
fn a_proposal_that_is_impossible_says_which_demands_and_leads_on() {
    let place = Place::new("impossible", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let wishes = "name=Billig&seconds=20&budget=1000&max_moves=3&alike=no";
    let asked = place.post(&format!("/u/{unit}/proposals"), Some(&chief), wishes);
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    let patience = Instant::now();
    while reads.proposal(1).expect("there").kept.head.state != ProposalState::Done {
        assert!(patience.elapsed() < Duration::from_secs(120), "that there is none is proven");
        std::thread::sleep(Duration::from_millis(50));
    }
    let get = |page: &str| place.get(&format!("/u/{unit}/{page}"), Some(&chief)).text();
    let one = get("p/1");
    assert!(one.contains("Budsjettet er") && one.contains("Rett ett av kravene"), "{one}");
    assert!(one.contains(&format!("href=\"/u/{unit}/mapping\"")), "{one}");
    assert!(get("p/1/staffing").contains("Ingen plan er mulig"));

    let again = get("proposals?igjen=1");
    for filled in ["value=\"Billig\"", "value=\"100\"", "value=\"1000\"", "value=\"3\"", "value=\"no\" selected"] {
        assert!(again.contains(filled), "{filled}\n{again}");
    }
    let other = get("proposals?igjen=99");
    assert!(other.contains("value=\"60\"") && !other.contains("value=\"Billig\""), "{other}");
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
