//! People and oneself through the router: roles, invitations shown once, names, passwords, codes, sessions, keys.

use fordel_app::service::{BranchKind, Role};

use crate::place::Place;

#[test]
fn an_invitation_is_shown_once_taken_once_and_can_be_withdrawn() {
    let place = Place::new("invite", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let branch = format!("/people/{unit}");
    let answer = place.post(&format!("{branch}/invite"), Some(&chief), "invited-role=contributor&email=ola%40test.no");
    assert_eq!(answer.status.as_u16(), 200);
    let page = answer.text();
    let link =
        page.split("http://fordel.example/invited/").nth(1).expect("the link").split('<').next().expect("its key");
    let open = place.get(&format!("/invited/{link}"), None).text();
    assert!(open.contains("<strong>Helse Test HF › Post</strong>") && open.contains("Bidragsyter"), "{open}");
    let again = place.get(&branch, Some(&chief)).text();
    assert!(again.contains("ola@test.no") && !again.contains(link), "the link isn't shown again");
    let form = "name=Ola&email=ola%40test.no&password=tre+r%C3%B8de+traktorer";
    assert_eq!(place.post(&format!("/invited/{link}"), None, form).status.as_u16(), 303);
    assert_eq!(place.post(&format!("/invited/{link}"), None, form).status.as_u16(), 404, "once");

    place.post(&format!("{branch}/invite"), Some(&chief), "invited-role=reader&email=");
    let page = place.get(&branch, Some(&chief)).text();
    let id = page.split("name=\"invitation\" value=\"").nth(1).expect("waits").split('"').next().expect("quoted");
    assert_eq!(
        place.post(&format!("{branch}/withdraw"), Some(&chief), &format!("invitation={id}")).status.as_u16(),
        303
    );
    assert!(!place.get(&branch, Some(&chief)).text().contains("name=\"invitation\""));
}

#[test]
fn roles_are_given_changed_and_taken_and_nobody_locks_themselves_out() {
    let place = Place::new("roles", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let branch = format!("/people/{unit}");
    let give = |form: &str| place.post(&format!("{branch}/give"), Some(&chief), form).status.as_u16();
    assert_eq!(give(&format!("person={}&role=leader", reader.who.person)), 303);
    let role = || place.service.unit(&reader.who, unit).map(|reads| reads.role()).ok();
    assert_eq!(role(), Some(Role::Leader));
    assert_eq!(give(&format!("person={}&role=king", reader.who.person)), 422);
    assert_eq!(give(&format!("person={}&role=reader", chief.who.person)), 422, "not one's own");
    let take = format!("person={}", reader.who.person);
    assert_eq!(place.post(&format!("{branch}/take"), Some(&chief), &take).status.as_u16(), 303);
    assert_eq!(role(), None);
    assert_eq!(place.post("/people/end", Some(&chief), &take).status.as_u16(), 303);
    assert_eq!(place.get("/me", Some(&reader)).status.as_u16(), 303, "their session ended");
    assert!(place.get("/people", Some(&chief)).text().contains("avsluttet"));

    let top = chief.who.organisation;
    let empty = place.service.administer(&chief.who, top).expect("administers").add(BranchKind::Department, "Tom");
    let empty = empty.expect("added");
    assert_eq!(place.post(&format!("/people/{empty}/rename"), Some(&chief), "name=+").status.as_u16(), 422);
    assert_eq!(place.post(&format!("/people/{empty}/rename"), Some(&chief), "name=Full").status.as_u16(), 303);
    assert!(place.get("/people", Some(&chief)).text().contains("Full"));
    assert_eq!(place.post(&format!("/people/{empty}/remove"), Some(&chief), "").header("location"), "/people");
    assert_eq!(place.post(&format!("/people/{unit}/remove"), Some(&chief), "").status.as_u16(), 409, "it isn't empty");
}

#[test]
fn ones_own_page_changes_name_language_password_codes_and_keys() {
    let place = Place::new("me", 0);
    let chief = place.founded();
    let answer = place.post("/me/about", Some(&chief), "name=Kari+Ny&language=en");
    assert_eq!(answer.status.as_u16(), 303);
    assert!(answer.header("set-cookie").starts_with("language=en"));
    let page = place.get("/me", Some(&chief)).text();
    assert!(page.contains("Kari Ny") && page.contains("lang=\"en\""), "{page}");
    let nameless = place.post("/me/about", Some(&chief), "name=+&language=nb");
    assert_eq!(nameless.status.as_u16(), 422);

    let page = place.post("/me/codes/start", Some(&chief), "").text();
    assert!(page.contains("<svg class=\"qr\"") && page.contains("otpauth://"), "{page}");
    let secret = page.split("name=\"secret\" value=\"").nth(1).expect("the secret").split('"').next().expect("quoted");
    let form = format!("secret={secret}&code=000000&password=feil");
    let wrong = place.post("/me/codes", Some(&chief), &form);
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.text().contains(secret), "the same secret waits for its code");

    let page = place.post("/me/tokens", Some(&chief), "token-name=GAT").text();
    let token =
        page.split("id=\"secret\" class=\"secret\">").nth(1).expect("shown").split('<').next().expect("its text");
    assert_eq!(token.len(), 64);
    let page = place.get("/me", Some(&chief)).text();
    assert!(page.contains("GAT") && !page.contains(token), "shown once");
    assert!(place.service.by_token(token).expect("read").is_some());
    let id = page.split("name=\"token\" value=\"").nth(1).expect("listed").split('"').next().expect("quoted");
    assert_eq!(place.post("/me/tokens/end", Some(&chief), &format!("token={id}")).status.as_u16(), 303);
    assert!(place.service.by_token(token).expect("read").is_none());

    let form = "old=fire+gr%C3%B8nne+hester&new=tre+r%C3%B8de+traktorer";
    let changed = place.post("/me/password", Some(&chief), form);
    assert_eq!((changed.status.as_u16(), changed.header("location")), (303, "/me?ok=password"));
    assert!(changed.header("set-cookie").starts_with("fordel="), "one stays signed in here");
    assert_eq!(place.get("/me", Some(&chief)).status.as_u16(), 303, "and nowhere else");
}

#[test]
fn a_forgotten_password_is_replaced_by_a_link_that_works_once_and_signs_nobody_in() {
    let place = Place::new("back", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let other = place.elsewhere();
    let address = format!("/people/way-back/{}", reader.who.person);
    assert!(place.get("/people", Some(&chief)).text().contains(&address));
    let made = |form: &str| {
        let page = place.post(&address, Some(&chief), form).text();
        let link = page.split("http://fordel.example").nth(1).expect("the link").split('<').next().expect("its end");
        link.to_owned()
    };
    assert_eq!(place.post(&address, Some(&reader), "").status.as_u16(), 404, "not for oneself");
    assert_eq!(place.post(&address, Some(&other), "").status.as_u16(), 404, "not for another organisation's");
    let own = format!("/people/way-back/{}", chief.who.person);
    assert_eq!(place.get(&own, Some(&chief)).status.as_u16(), 404, "one has a page of one's own");

    let link = made("");
    assert!(place.get(&link, None).text().contains("leser@test.no"));
    let weak = place.post(&link, None, "password=passord12345");
    assert_eq!(weak.status.as_u16(), 422);
    let chosen = place.post(&link, None, "password=tre+r%C3%B8de+traktorer");
    assert_eq!((chosen.status.as_u16(), chosen.header("location")), (303, "/enter"), "nobody is signed in by it");
    assert!(chosen.header("set-cookie").is_empty());
    assert_eq!(place.post(&link, None, "password=fire+gule+traktorer").status.as_u16(), 404, "once");
    assert!(place.service.signed_in(&reader.key).expect("read").is_none(), "sessions end");
    let enters = |password: &str| {
        place.post("/enter", None, &format!("email=leser%40test.no&password={password}")).status.as_u16()
    };
    assert_eq!((enters("fire+gr%C3%B8nne+hester"), enters("tre+r%C3%B8de+traktorer")), (422, 303));
}
