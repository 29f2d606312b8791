//! A branch is taken away with all that is in it: what is told first, the name typed, and a history that stays whole.

use axum::http::StatusCode;
use fordel_app::service::{BranchKind, Checked, Failed, Role};
use fordel_text::{Lang, Texts};

use crate::place::{Place, escaped};
use crate::ward::heard;

#[test]
fn a_unit_with_a_decision_is_erased_by_its_typed_name_and_the_history_stays_whole() {
    let place = Place::new("erase", 1);
    let chief = place.founded();
    let service = &place.service;
    let unit = place.small_ward(&chief);
    let kept = service.administer(&chief.who, chief.who.organisation).expect("may").add(BranchKind::Unit, "En annen");
    let kept = kept.expect("added");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    service.administer(&chief.who, unit).expect("may").invite(Role::Leader, None, Some("ny@test.no")).expect("invited");
    let number = place.proposal(&chief, unit, 3);
    let leads = service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let row = leads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    leads.object(Some(row), "Det går ikke.").expect("objected");
    leads.decide(number, &heard(), "enige").expect("decided");

    let path = format!("/people/{unit}/erase");
    assert_eq!(place.get(&path, Some(&reader)).status, StatusCode::FORBIDDEN);
    let page = place.get(&path, Some(&chief)).text();
    let version = format!("versjon 1, {}", Texts::new(Lang::Nb).day(service.today()));
    for told in ["én enhet", "ett forslag", "én vedtatt plan", "én innvending", &version, "kan ikke angres"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(place.get(&format!("/people/{unit}"), Some(&chief)).text().contains(&path));
    let wrong = place.post(&path, Some(&chief), "typed=post");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "the name as it stands, capitals too");
    assert!(wrong.text().contains("Ingenting er slettet"));
    assert_eq!(place.post(&path, Some(&reader), "typed=Post").status, StatusCode::FORBIDDEN);
    assert!(service.unit(&chief.who, unit).is_ok(), "still there");

    let done = place.post(&path, Some(&chief), "typed=Post");
    let to = format!("/people?removed={unit}");
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, to.as_str()));
    assert!(place.get(&to, Some(&chief)).text().contains("Fjernet: Post"));
    assert!(matches!(service.unit(&chief.who, unit), Err(Failed::NotFound)));
    for gone in [format!("/u/{unit}"), format!("/u/{unit}/p/{number}"), path] {
        assert_eq!(place.get(&gone, Some(&chief)).status, StatusCode::NOT_FOUND, "{gone}");
    }
    let out = place.get("/", Some(&reader));
    assert_eq!(
        (out.status, out.header("location")),
        (StatusCode::SEE_OTHER, "/enter?back=/"),
        "whose role is gone signs in anew"
    );
    // Nothing else went, and the chain holds to its end.
    let other = service.unit(&chief.who, kept).expect("still there");
    assert!(matches!(other.check_history().expect("checked"), Checked::Whole { changes, .. } if changes > 20));
    // Another decision is as locked as before: the guard stands again.
    let second = place.small_ward(&chief);
    let number = place.proposal(&chief, second, 3);
    let leads = service.unit(&chief.who, second).expect("seen").lead().expect("may");
    leads.decide(number, &heard(), "enige").expect("decided");
    let remove = place.post(&format!("/people/{second}/remove"), Some(&chief), "");
    assert_eq!(remove.status, StatusCode::CONFLICT, "taking away what is empty never takes what isn't");
}

#[test]
fn the_example_is_erased_with_its_clinic_while_a_plan_is_being_made() {
    let place = Place::new("erase-example", 1);
    let chief = place.founded();
    let service = &place.service;
    let unit = service.add_example(&chief.who).expect("the example");
    let clinic = service.path(unit).expect("read")[1].id;
    let contributes = service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    contributes
        .propose("Beste", &fordel_app::service::Asked { seconds: Some(8), ..Default::default() })
        .expect("asked");
    let name = service.administer(&chief.who, clinic).expect("may").branch().name.clone();
    let done = place.post(&format!("/people/{clinic}/erase"), Some(&chief), &format!("typed={}", escaped(&name)));
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(matches!(service.unit(&chief.who, unit), Err(Failed::NotFound)));
    // The worker lives on: another unit gets its plan.
    let other = place.small_ward(&chief);
    place.proposal(&chief, other, 3);
    // An organisation isn't taken away by anybody.
    let top = chief.who.organisation;
    assert_eq!(place.get(&format!("/people/{top}/erase"), Some(&chief)).status, StatusCode::NOT_FOUND);
    assert!(place.post(&format!("/people/{top}/erase"), Some(&chief), "typed=Helse+Test+HF").status.is_client_error());
}
