//! People and oneself through the router: roles, invitations shown once, names, passwords, codes, sessions, keys.

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{Author, BranchKind, Role, Store};

use crate::place::Place;
use crate::ward::Ward;

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
    // Whoever comes back by it is led on, and learns no more than by a key that never was.
    let (used, unknown) = (place.get(&format!("/invited/{link}"), None), place.get("/start/x", None));
    assert_eq!((used.status.as_u16(), unknown.status.as_u16()), (404, 404));
    assert!(used.text().contains("Lenka er brukt, for gammel eller ikke hel"), "{}", used.text());
    let led = "<a href=\"/enter\">Logg inn</a>";
    assert!(used.text().contains(led) && unknown.text().contains(led), "{}", unknown.text());
    assert!(!place.get("/ukjent", None).text().contains("Lenka er brukt"));

    place.post(&format!("{branch}/invite"), Some(&chief), "invited-role=reader&email=");
    let page = place.get(&branch, Some(&chief)).text();
    let id = page.split("name=\"invitation\" value=\"").nth(1).expect("waits").split('"').next().expect("quoted");
    let withdrawn = place.post(&format!("{branch}/withdraw"), Some(&chief), &format!("invitation={id}"));
    assert_eq!(withdrawn.status.as_u16(), 303);
    let page = place.get(withdrawn.header("location"), Some(&chief)).text();
    assert!(page.contains("Invitasjonen er trukket tilbake.") && !page.contains("name=\"invitation\""), "{page}");
}

#[test]
fn an_invitation_can_give_a_function_which_the_one_who_takes_it_has_and_the_history_tells() {
    let place = Place::new("invite-function", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let branch = format!("/people/{unit}");
    let invite = |whom: &str| {
        let form = format!("invited-role=reader&invited-represents={whom}&email=");
        place.post(&format!("{branch}/invite"), Some(&chief), &form)
    };
    assert_eq!(invite("king").status.as_u16(), 422);
    let page = invite("safety").text();
    assert!(page.contains("Leser (verneombud)"), "it waits: {page}");
    let link = page.split("http://fordel.example/invited/").nth(1).expect("the link").split('<').next().expect("a key");
    let open = place.get(&format!("/invited/{link}"), None).text();
    assert!(open.contains("Leser: ") && open.contains("Du kommer inn som verneombud."), "{open}");
    let form = "name=Ola&email=ola%40test.no&password=tre+r%C3%B8de+traktorer";
    assert_eq!(place.post(&format!("/invited/{link}"), None, form).status.as_u16(), 303);
    let page = place.get(&branch, Some(&chief)).text();
    assert!(page.contains("value=\"safety\" selected"), "{page}");
    let changes = ["Endre rollen til Ola", "Endre funksjonen til Ola"];
    assert!(changes.iter().all(|name| page.matches(&format!("aria-label=\"{name}\"")).count() == 1), "{page}");
    let history = place.get(&format!("/u/{unit}/history"), Some(&chief)).text();
    let raw = history.contains(">reader") || history.contains(">safety");
    assert!(history.matches("Leser (verneombud)").count() == 2 && !raw, "invited, and taken: {history}");
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
    // What a form did is told on the page that it leads to.
    let told = |path: &str| {
        let done = place.post(path, Some(&chief), &take);
        assert_eq!(done.status.as_u16(), 303);
        place.get(done.header("location"), Some(&chief)).text()
    };
    let page = told(&format!("{branch}/take"));
    assert!(page.contains("<p>Rollen til Kari Nordmann her er tatt bort.</p>"), "{page}");
    assert_eq!(role(), None);
    let page = told("/people/end");
    assert!(page.contains("<p>Tilgangen til Kari Nordmann er avsluttet.</p>"), "{page}");
    assert_eq!(place.get("/me", Some(&reader)).status.as_u16(), 303, "their session ended");
    assert!(place.get("/people", Some(&chief)).text().contains("avsluttet"));

    let top = chief.who.organisation;
    let empty = place.service.administer(&chief.who, top).expect("administers").add(BranchKind::Department, "Tom");
    let empty = empty.expect("added");
    assert_eq!(place.post(&format!("/people/{empty}/rename"), Some(&chief), "name=+").status.as_u16(), 422);
    assert_eq!(place.post(&format!("/people/{empty}/rename"), Some(&chief), "name=Full").status.as_u16(), 303);
    assert!(place.get("/people", Some(&chief)).text().contains("Full"));
    let taken = place.post(&format!("/people/{empty}/rename"), Some(&chief), "name=post");
    assert_eq!(taken.status.as_u16(), 422, "the unit beside it is called so");
    assert!(taken.text().contains("id=\"name-fault\"") && taken.text().contains("allerede noe med dette navnet"));
    let kept = place.get(&format!("/people?removed={unit}"), Some(&chief)).text();
    assert!(!kept.contains("Fjernet:"), "it stands: {kept}");
    let to = place.post(&format!("/people/{empty}/remove"), Some(&chief), "").header("location").to_owned();
    let told = place.get(&to, Some(&chief)).text();
    assert!(told.contains("<div role=\"status\">") && told.contains("<p>Fjernet: Full</p>"), "{told}");
    assert_eq!(place.post(&format!("/people/{unit}/remove"), Some(&chief), "").status.as_u16(), 409, "it isn't empty");
}

#[test]
fn a_unit_just_added_is_removed_with_what_it_started_with_until_there_is_a_task_in_it() {
    let place = Place::new("remove-new", 0);
    let chief = place.founded();
    let added = |name: &str| {
        let form = format!("name={name}&kind=unit&parent={}", chief.who.organisation);
        let to = place.post("/branches", Some(&chief), &form).header("location").to_owned();
        to.trim_start_matches("/u/").trim_end_matches("/mapping").to_owned()
    };
    let remove = |unit: &str| place.post(&format!("/people/{unit}/remove"), Some(&chief), "");
    let unit = added("Ny");
    assert_eq!(remove(&unit).header("location"), format!("/people?removed={unit}"));
    assert_eq!(place.get(&format!("/u/{unit}"), Some(&chief)).status.as_u16(), 404);
    let mapped = place.small_ward(&chief);
    let refused = remove(&mapped.to_string());
    assert_eq!(refused.status.as_u16(), 409);
    assert!(refused.text().contains("Ingenting er endret"), "{}", refused.text());
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
    let ended = place.post("/me/tokens/end", Some(&chief), &format!("token={id}"));
    assert_eq!((ended.status.as_u16(), ended.header("location")), (303, "/me?ok=token"));
    assert!(place.get("/me?ok=token", Some(&chief)).text().contains("The key is ended."));
    assert!(place.service.by_token(token).expect("read").is_none());

    let form = "old=fire+gr%C3%B8nne+hester&new=tre+r%C3%B8de+traktorer";
    let changed = place.post("/me/password", Some(&chief), form);
    assert_eq!((changed.status.as_u16(), changed.header("location")), (303, "/me?ok=password"));
    assert!(changed.header("set-cookie").starts_with("fordel="), "one stays signed in here");
    assert_eq!(place.get("/me", Some(&chief)).status.as_u16(), 303, "and nowhere else");
}

#[test]
fn one_is_told_where_one_is_signed_in_by_names_that_people_know() {
    let place = Place::new("browsers", 0);
    let chief = place.founded();
    let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0";
    let request = Request::builder().method(Method::POST).uri("/enter").header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "application/x-www-form-urlencoded").header("user-agent", agent);
    let entered = place.ask(request, None, Body::from("email=leder%40test.no&password=fire+gr%C3%B8nne+hester"));
    assert_eq!(entered.status.as_u16(), 303);
    let page = place.get("/me", Some(&chief)).text();
    assert!(page.contains(&format!("<span title=\"{agent}\">Edge på Windows</span>")), "{page}");
    assert!(page.contains("Logg ut Edge på Windows") && page.contains(">Et program (test)</span>"), "{page}");
    let list = place.get("/me/sessions.csv", Some(&chief)).text();
    assert!(list.contains("Edge på Windows;") && list.contains(agent), "{list}");
}

#[test]
fn a_code_is_a_step_of_its_own_and_recovery_codes_are_shown_once() {
    let place = Place::new("recovery", 0);
    let chief = place.founded();
    let store = Store::beside(&place.folder().join("fordel.db")).expect("opened beside");
    let by = Author { person: None, name: "test".to_owned() };
    let on = store
        .write(place.service.now(), by, |w| w.set_totp(chief.who.person, Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")));
    on.expect("the second step is on");
    let me = || place.get("/me", Some(&chief)).text();
    assert!(me().contains("Du har ingen gjenopprettingskoder."), "{}", me());
    let made =
        |password: &str| place.post("/me/codes/recovery", Some(&chief), &format!("recovery-password={password}"));
    let refused = made("feil");
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text().contains("id=\"recovery-password-fault\""), "{}", refused.text());
    let shown = made("fire+gr%C3%B8nne+hester").text();
    let codes = shown.split("id=\"recovery-codes\" class=\"secret\">").nth(1).expect("they are shown");
    let codes: Vec<&str> = codes.split('<').next().expect("their text").lines().collect();
    assert_eq!(codes.len(), 10, "{shown}");
    let page = me();
    assert!(page.contains("Du har 10 gjenopprettingskoder igjen") && !page.contains(codes[0]), "once: {page}");

    let enter = |form: &str| place.post("/enter", None, &format!("email=leder%40test.no&back=%2Fpeople&{form}"));
    let step_in = |page: &str| {
        let step = page.split("name=\"step\" value=\"").nth(1).expect("a step").split('"').next().expect("quoted");
        step.to_owned()
    };
    let asked = enter("password=fire+gr%C3%B8nne+hester");
    let page = asked.text();
    assert_eq!(asked.status.as_u16(), 200);
    assert!(page.contains("<title>Kode") && page.contains("<h1>Kode</h1>"), "nothing is wrong: {page}");
    assert!(!page.contains("name=\"password\"") && !page.contains("code-fault"), "the code alone: {page}");
    let wrong = enter(&format!("step={}&code=000000", step_in(&page)));
    let page = wrong.text();
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(page.contains("<title>Feil: Kode") && page.contains("id=\"code-fault\""), "{page}");
    let form = format!("step={}&code={}", step_in(&page), codes[0]);
    let entered = enter(&form);
    assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/people"));
    let again = enter(&form);
    assert_eq!(again.status.as_u16(), 422);
    assert!(again.text().contains("Koden kom for sent"), "{}", again.text());
    assert!(me().contains("Du har 9 gjenopprettingskoder igjen"), "{}", me());
}

#[test]
fn for_whom_somebody_speaks_is_told_with_their_role_where_they_object_and_where_they_are_heard() {
    let ward = Ward::new("representatives");
    let (place, unit, reader) = (&ward.place, ward.unit, &ward.reader);
    let branch = format!("/people/{unit}");
    let person = reader.who.person;
    let says = |whom: &str| {
        let form = format!("person={person}&represents={whom}");
        place.post(&format!("{branch}/represents"), Some(&ward.chief), &form).status.as_u16()
    };
    assert_eq!((says("king"), says("safety")), (422, 303));
    let reads = place.service.unit(&reader.who, unit).expect("seen");
    assert_eq!(reads.role(), Role::Reader, "what they may do stays");
    let page = |path: &str| place.get(path, Some(&ward.chief)).text();
    assert!(page("/people").contains("Leser (verneombud)"), "{}", page("/people"));
    assert!(page(&branch).contains("value=\"safety\" selected"), "{}", page(&branch));
    assert!(page(&format!("{branch}/roles.csv")).contains(";verneombud"));

    let row = *ward.opened(ward.number).rows.values().next().expect("a line");
    reads.object(Some(row), "Natta blir tynn").expect("objected");
    let objections = page(&format!("/u/{unit}/objections"));
    assert!(objections.contains("Kari Nordmann, verneombud"), "{objections}");
    let history = page(&format!("/u/{unit}/history?slag=unit"));
    assert!(history.contains("funksjon") && history.contains("verneombud"), "{history}");

    let form = ward.get(ward.number, "decide", &ward.chief).text();
    let offered = format!("name=\"safety-{person}\" value=\"Kari Nordmann\"");
    assert!(form.contains(&offered) && !form.contains("name=\"union-"), "{form}");
    let version = ward.opened(ward.number).kept.head.version;
    let said = "in_spite=x&nature=n&qualification=q&follow_up=f&medicines=m&union=&safety=Per";
    let sent = |held_on: &str| {
        let form = format!("{said}&held_on={held_on}&version={version}&safety-{person}=Kari+Nordmann");
        place.post(&format!("/u/{unit}/p/{}/decide", ward.number), Some(&ward.chief), &form)
    };
    let faulty = sent("").text();
    assert!(faulty.contains("value=\"Kari Nordmann, Per\"") && !faulty.contains(&offered), "{faulty}");
    let decided = sent("2026-09-12");
    assert_eq!(decided.status.as_u16(), 303, "{}", decided.text());
    assert!(page(decided.header("location")).contains("<dd>Kari Nordmann, Per</dd>"));
    assert_eq!(says("none"), 303);
    assert!(!page(&format!("/u/{unit}/objections")).contains("verneombud"));
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
