//! What those who run the site are told of: sign-ins, what was refused; and what holds a flood back.

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{Asked, Failed, Role, StoreFailure};
use fordel_web::server::Seen;

use crate::place::Place;

#[test]
fn sign_ins_and_refusals_are_told_without_what_was_typed() {
    let place = Place::new("watch", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let other = place.elsewhere();
    place.seen();
    let events = |place: &Place| -> Vec<(&'static str, Option<i64>)> {
        place.seen().iter().map(|seen: &Seen| (seen.event, seen.person)).collect()
    };
    let (chief_id, reader_id) = (Some(chief.who.person.0), Some(reader.who.person.0));
    place.post("/enter", None, "email=leder%40test.no&password=hemmelig-gjetning");
    assert_eq!(events(&place), [("sign-in-failed", chief_id)]);
    place.post("/enter", None, "email=ingen%40test.no&password=x");
    assert_eq!(events(&place), [("sign-in-failed", None)], "nobody's account");
    place.post("/enter", None, "email=leder%40test.no&password=fire+gr%C3%B8nne+hester");
    assert_eq!(events(&place), [("signed-in", chief_id)]);
    place.get("/people", Some(&reader));
    place.get(&format!("/u/{unit}"), Some(&other));
    place.post(&format!("/u/{unit}/edits"), None, "x");
    assert_eq!(
        events(&place),
        [("refused", reader_id), ("absent-or-anothers", Some(other.who.person.0)), ("not-signed-in", None)]
    );
    place.post("/me/password", Some(&chief), "old=feil&new=noe+annet+enn+foer");
    assert_eq!(events(&place), [("credentials-refused", chief_id)]);
    place.get(&format!("/u/{unit}"), Some(&chief));
    assert_eq!(events(&place), [], "what is as usual isn't told");
    let foreign = Request::builder().method(Method::POST).uri("/leave").header("sec-fetch-site", "cross-site");
    place.ask(foreign, Some(&chief), Body::empty());
    let told = place.seen();
    assert_eq!(told.iter().map(|seen| seen.event).collect::<Vec<_>>(), ["refused"]);
    assert!(told.iter().all(|seen| seen.asked == "POST /leave" && seen.status == 403 && seen.at > 0), "{told:?}");
}

#[test]
fn a_password_that_is_asked_for_again_cannot_be_guessed_by_who_found_a_session_open() {
    let place = Place::new("guess", 0);
    let chief = place.founded();
    let wrong = || place.post("/me/password", Some(&chief), "old=feil&new=tre+r%C3%B8de+traktorer").text();
    assert!((0..5).all(|_| wrong().contains("Passordet er ikke riktig")));
    assert!(wrong().contains("for mange ganger"));
    let right = "old=fire+gr%C3%B8nne+hester&new=tre+r%C3%B8de+traktorer";
    assert_eq!(
        place.post("/me/password", Some(&chief), right).status.as_u16(),
        422,
        "not even the right one, for a moment"
    );
    let signs_in = place.post("/enter", None, "email=leder%40test.no&password=fire+gr%C3%B8nne+hester");
    assert_eq!(signs_in.status.as_u16(), 303, "whoever signs in isn't held back by it");
}

#[test]
fn a_unit_has_so_many_proposals_in_the_queue_and_no_more() {
    let place = Place::new("queue", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let long = Asked { seconds: Some(600), ..Asked::default() };
    let asked: Vec<_> = (0..40).map(|_| contributes.propose("En til", &long)).collect();
    assert!(asked[..20].iter().all(Result::is_ok));
    assert!(matches!(asked[39], Err(Failed::Store(StoreFailure::Busy))), "{:?}", asked[39]);
    let program = place.post(&format!("/u/{unit}/proposals"), Some(&chief), "name=Best&seconds=1");
    assert_eq!(program.status.as_u16(), 503);
}

#[test]
fn methods_that_no_route_has_are_refused_also_trace() {
    let place = Place::new("trace", 0);
    for method in ["TRACE", "TRACK", "PUT", "DELETE", "CONNECT"] {
        let request = Request::builder().method(method).uri("/enter").header("sec-fetch-site", "same-origin");
        let answer = place.ask(request, None, Body::empty());
        assert_eq!(answer.status.as_u16(), 405, "{method}");
    }
    for path in ["/static/", "/.git/config", "/assets/fordel.css", "/u", "/api/v1"] {
        assert_eq!(place.get(path, None).status.as_u16(), 404, "{path}");
    }
}

#[test]
fn a_name_that_is_sent_twice_or_is_nobodys_to_send_changes_nothing() {
    let place = Place::new("pollution", 0);
    let chief = place.founded();
    let twice = place.post("/me/about", Some(&chief), "name=Kari&name=Ola&language=nb");
    assert_eq!(twice.status.as_u16(), 422, "a field that is sent twice is refused");
    let more = "name=Kari+Ny&language=nb&email=ny%40test.no&role=administrator&organisation=2&id=99&ended=1&password=x";
    assert_eq!(place.post("/me/about", Some(&chief), more).status.as_u16(), 303);
    let after = place.service.myself(&chief.who).expect("read");
    assert_eq!((after.name.as_str(), after.email.as_str()), ("Kari Ny", "leder@test.no"));
    assert_eq!(after.organisation, chief.who.organisation);
    assert!(after.ended.is_none());
}

#[test]
fn a_new_sign_in_ends_the_session_that_the_browser_held_and_leaving_clears_what_it_keeps() {
    let place = Place::new("again", 0);
    let chief = place.founded();
    let form = "email=leder%40test.no&password=fire+gr%C3%B8nne+hester";
    let answer = place.post("/enter", Some(&chief), form);
    assert_eq!(answer.status.as_u16(), 303);
    assert!(place.service.signed_in(&chief.key).expect("read").is_none(), "the key it held is worth nothing now");
    let elsewhere = place.post("/enter", None, form);
    assert_eq!(elsewhere.status.as_u16(), 303);
    assert_eq!(place.service.sessions(&chief.who).expect("read").len(), 2, "sessions of other browsers stay");
    assert_eq!(place.post("/leave", None, "").header("clear-site-data"), "\"storage\"");
}
