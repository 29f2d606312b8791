//! What a form held that couldn't be saved: it stands on the page that says so, and can be sent once more.

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{LONGEST_NAME, Role};

use crate::place::{Person, Place, escaped};
use crate::ward::Ward;

#[test]
fn what_was_written_when_the_session_had_ended_is_sent_once_more_after_signing_in() {
    let place = Place::new("typed", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    let row = reads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let address = format!("/u/{unit}/objections");
    let form = format!("row={row}&text=Natta+blir+%3Ctynn%3E&back=%2Fu%2F{unit}");

    let answer = place.post(&address, None, &form);
    assert_eq!(answer.status.as_u16(), 401);
    let page = answer.text();
    // Nobody knows who wrote it: it is in sight once somebody says so.
    let question = "<summary>Det var jeg som skrev dette: vis det</summary>";
    let (before, asked) = page.split_once(question).expect("a question");
    assert!(asked.contains("Natta blir &lt;tynn&gt;</blockquote>") && !before.contains("tynn"), "{page}");
    let fields = [("row", row.to_string()), ("text", "Natta blir &lt;tynn&gt;".into()), ("back", format!("/u/{unit}"))];
    let hidden = |(name, value): &(&str, String)| format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
    let fields: String = fields.iter().map(hidden).collect();
    assert!(page.contains(&format!("<form method=\"post\" action=\"{address}\">{fields}")), "{page}");
    assert!(page.contains("href=\"/enter\" target=\"_blank\"") && page.contains("Kom så tilbake hit"), "{page}");

    assert!(reads.objections().expect("read").is_empty());
    assert_eq!(place.post(&address, Some(&chief), &form).status.as_u16(), 303);
    assert_eq!(reads.objections().expect("read")[0].text, "Natta blir <tynn>");
}

#[test]
fn what_was_written_when_a_session_had_ended_is_taken_from_nobody_else_without_asking() {
    let place = Place::new("typed-anothers", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    place.invited(&chief, unit, Role::Contributor, "ola@test.no");
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    let row = reads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let (address, form) = (format!("/u/{unit}/objections"), format!("row={row}&text=Tungt&back=%2Fu%2F{unit}"));

    place.later(11);
    let answer = place.post(&address, Some(&chief), &form);
    assert_eq!(answer.status.as_u16(), 401);
    let (page, bound) = (answer.text(), format!("{address}?skrevet_av={}", chief.who.person));
    assert!(page.contains("Tungt</blockquote>") && !page.contains("Det var jeg"), "{page}");
    assert!(page.contains(&format!("<form method=\"post\" action=\"{bound}\">")), "{page}");
    let again = place.post(&bound, Some(&chief), &form);
    let once = again.text().matches("skrevet_av").count() == 1;
    assert!(again.status.as_u16() == 401 && once, "still not signed in: {}", again.text());

    let edits = |by| {
        let request = Request::builder().method(Method::POST).header("sec-fetch-site", "same-origin");
        let request = request.uri(format!("/u/{unit}/edits?skrevet_av={}", chief.who.person)).header("x-fordel", "1");
        let sent = Body::from(r#"{"batch":"ventet","edits":[]}"#);
        place.ask(request.header("content-type", "application/json"), Some(by), sent).status.as_u16()
    };
    let ola = place.again("ola@test.no");
    let refused = place.post(&bound, Some(&ola), &form);
    assert_eq!((refused.status.as_u16(), edits(&ola)), (403, 401));
    let page = refused.text();
    let (before, asked) = page.split_once("<summary>Det var jeg").expect("a question");
    assert!(before.contains("åpnet av en annen") && !before.contains("Tungt"), "{page}");
    let as_ola = format!("<form method=\"post\" action=\"{address}?skrevet_av={}\">", ola.who.person);
    assert!(asked.contains("Tungt</blockquote>") && asked.contains(&as_ola), "{page}");
    assert!(asked.contains("Send det i mitt navn") && !page.contains("Send det på nytt"), "{page}");
    assert!(reads.objections().expect("read").is_empty());

    let chief = place.again("leder@test.no");
    assert_eq!((place.post(&bound, Some(&chief), &form).status.as_u16(), edits(&chief)), (303, 200));
    assert_eq!(reads.objections().expect("read")[0].text, "Tungt");
}

/// On a computer that several use: one leaves a page open, and another signs in.
#[test]
fn a_form_that_one_left_open_is_sent_as_nobody_else_who_has_not_said_so() {
    let ward = Ward::new("typed-left");
    let (place, unit, number) = (&ward.place, ward.unit, ward.number);
    let reads = place.service.unit(&ward.chief.who, unit).expect("seen");
    let row = reads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let ola = place.invited(&ward.chief, unit, Role::Contributor, "ola@test.no");
    let mine = |by: &Person| format!("skrevet_av={}", by.who.person);
    let pages = ["/workshop", "/priorities", "/now", "/now/rules", "/import", "/activity", "/proposals", "/library"];
    let of_proposal = ["", "/board", "/staffing", "/decide", "/year"].map(|page| format!("/p/{number}{page}"));
    let line = format!("/objections?linje={row}");
    let mut bound = 0;
    for page in pages.into_iter().chain(of_proposal.iter().map(String::as_str)).chain([line.as_str()]) {
        let text = place.get(&format!("/u/{unit}{page}"), Some(&ward.chief)).text();
        // Forms, and buttons that send one their own way, but for those of every page.
        let tags = text.split('<').map(|tag| tag.split('>').next().unwrap_or_default());
        let every = ["action=\"/leave\"", "action=\"/language\""];
        let sends = |tag: &&str| tag.contains("method=\"post\"") && !every.iter().any(|own| tag.contains(own));
        for form in tags.filter(sends) {
            assert!(form.contains(&mine(&ward.chief)), "{page}: {form}");
            bound += 1;
        }
    }
    assert!(bound > 8, "{bound}");

    let (address, form) = (format!("/u/{unit}/objections"), format!("row={row}&text=Tungt&back=%2Fu%2F{unit}"));
    let refused = place.post(&format!("{address}?{}", mine(&ward.chief)), Some(&ola), &form);
    assert_eq!(refused.status.as_u16(), 403);
    assert!(reads.objections().expect("read").is_empty(), "nobody said that it was Ola's");
    // Somebody who opens an address isn't asked: nothing is sent.
    let link = format!("{line}&{}", mine(&ward.chief));
    assert_eq!(place.get(&format!("/u/{unit}{link}"), Some(&ola)).status.as_u16(), 200);
    assert_eq!(place.post(&format!("{address}?{}", mine(&ola)), Some(&ola), &form).status.as_u16(), 303);
    assert_eq!(reads.objections().expect("read")[0].person, Some(ola.who.person));
}

#[test]
fn an_answer_that_another_gave_meanwhile_is_not_replaced_and_what_was_written_stands() {
    let place = Place::new("typed-answers", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let leader = place.invited(&chief, unit, Role::Leader, "leder2@test.no");
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    let row = reads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let id = reads.object(Some(row), "Natta blir tynn").expect("objected");
    let answer = |by: &Person, text: &str| {
        place.post(&format!("/u/{unit}/objections/{id}/answer"), Some(by), &format!("answer={text}&back="))
    };
    assert_eq!(answer(&chief, "Enig").status.as_u16(), 303);
    let refused = answer(&leader, "Uenig");
    assert_eq!(refused.status.as_u16(), 409);
    assert!(refused.text().contains("Uenig</blockquote>"), "{}", refused.text());
    assert_eq!(answer(&leader, "Enig").status.as_u16(), 303, "the same once more");
    assert_eq!(reads.objections().expect("read")[0].answer.as_deref(), Some("Enig"));
}

#[test]
fn every_text_that_is_written_on_a_page_is_shown_also_one_of_a_single_word() {
    let ward = Ward::new("typed-fields");
    let unit = format!("/u/{}", ward.unit);
    let decide = format!("{unit}/p/{}/decide", ward.number);
    let mut all = vec![
        (format!("{unit}/now/log"), "grunn".to_owned()),
        (format!("{unit}/proposals"), "name".to_owned()),
        (format!("{unit}/objections/1/answer"), "answer".to_owned()),
    ];
    for address in [format!("{unit}/workshop"), format!("{unit}/objections"), decide] {
        let page = ward.place.get(&address, Some(&ward.chief)).text();
        let is_text = |tag: &str| tag.starts_with("input ") && tag.contains(" type=\"text\"");
        let texts = page.split('<').filter(|tag| tag.starts_with("textarea ") || is_text(tag));
        // What says how a number is typed holds one.
        for tag in texts.filter(|tag| !tag.contains(" inputmode=")) {
            let name = tag.split(" name=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
            all.push((address.clone(), name.to_owned()));
        }
    }
    assert!(all.len() > 9, "{all:?}");
    for (address, name) in all {
        let answer = ward.place.post(&address, None, &format!("{}=Tungt&back=Skjult", escaped(&name)));
        assert_eq!(answer.status.as_u16(), 401, "{address}");
        let page = answer.text();
        let is_shown = |text: &str| page.contains(&format!("{text}</blockquote>"));
        assert!(is_shown("Tungt") && !is_shown("Skjult"), "{address} {name}: {page}");
    }
}

#[test]
fn what_can_not_help_isn_t_offered_and_what_was_written_stands_all_the_same() {
    let place = Place::new("typed-unusable", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let form = "linje=1&note=for+lite+tid&was_training=etter+kurs&do=dispute";
    let answer = place.post(&format!("/u/{unit}/workshop"), Some(&reader), form);
    assert_eq!(answer.status.as_u16(), 403);
    let page = answer.text();
    assert!(page.contains("for lite tid</blockquote>") && !page.contains("Send det på nytt"), "{page}");
    assert!(!page.contains("etter kurs"), "what stood there before is nothing that one wrote: {page}");
    let chosen = place.post(&format!("/u/{unit}/workshop"), Some(&reader), "linje=1&do=agree").text();
    assert!(!chosen.contains("id=\"typed\""), "nobody wrote a word: {chosen}");
}

#[test]
fn a_form_larger_than_anybody_writes_is_not_sent_back() {
    let place = Place::new("typed-large", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let form = format!("row=1&back=&text={}", "ord+".repeat(80_000));
    let answer = place.post(&format!("/u/{unit}/objections"), None, &form);
    assert_eq!(answer.status.as_u16(), 401);
    assert!(!answer.text().contains("id=\"typed\""), "as large a page as anybody asks for");
}

#[test]
fn no_password_and_nothing_from_another_site_is_shown_again() {
    let place = Place::new("typed-secret", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let secret = place.post("/me/password", None, "old=fire+gule+hester&new=fem+gule+hester");
    assert_eq!(secret.status.as_u16(), 401);
    assert!(!secret.text().contains("gule hester"));
    let foreign = Request::builder()
        .method(Method::POST)
        .uri(format!("/u/{unit}/objections"))
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = place.ask(foreign, Some(&chief), Body::from("row=1&text=lokket+hit&back="));
    assert_eq!(answer.status.as_u16(), 403);
    assert!(!answer.text().contains("lokket hit"));
}

#[test]
fn an_empty_objection_is_told_at_its_field_with_the_way_back_kept() {
    let place = Place::new("typed-empty", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reads = place.service.unit(&chief.who, unit).expect("seen");
    let row = reads.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let back = format!("/u/{unit}/p/1/why/2");
    let form = format!("row={row}&text=++&back={back}");
    let answer = place.post(&format!("/u/{unit}/objections"), Some(&chief), &form);
    let page = answer.text();
    assert_eq!(answer.status.as_u16(), 422, "{page}");
    assert!(page.contains("id=\"text-fault\"") && page.contains("Skriv hva innvendingen er."), "{page}");
    assert!(page.contains("ds-error-summary") && page.contains("href=\"#text\""), "{page}");
    assert!(page.contains(&format!("name=\"back\" value=\"{back}\"")), "{page}");
    assert!(reads.objections().expect("read").is_empty());
}

#[test]
fn a_branch_without_a_name_is_told_at_its_field_with_the_rest_as_it_was_chosen() {
    let place = Place::new("typed-branch", 0);
    let chief = place.founded();
    let form = format!("name=+&kind=clinic&parent={}", chief.who.organisation);
    let answer = place.post("/branches", Some(&chief), &form);
    let page = answer.text();
    assert_eq!(answer.status.as_u16(), 422, "{page}");
    assert!(page.contains("id=\"name-fault\"") && page.contains("Skriv et navn."), "{page}");
    assert!(page.contains("<details class=\"add\" open>"), "{page}");
    assert!(page.contains("<option value=\"clinic\" selected>"), "{page}");
}

#[test]
fn a_name_that_is_too_long_or_stands_there_already_is_told_at_its_field_with_the_form_kept() {
    let place = Place::new("typed-names", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let named = |name: &str| {
        let form = format!("name={name}&kind=department&parent={}", chief.who.organisation);
        place.post("/branches", Some(&chief), &form)
    };
    let (longest, longer) = ("a".repeat(LONGEST_NAME), "a".repeat(LONGEST_NAME + 1));
    let too_long = format!("Skriv høyst {LONGEST_NAME} tegn.");
    for (name, told) in [(longer.as_str(), too_long.as_str()), ("POST", "allerede noe med dette navnet")] {
        let answer = named(name);
        let page = answer.text();
        assert_eq!(answer.status.as_u16(), 422, "{page}");
        assert!(page.contains("id=\"name-fault\"") && page.contains(told), "{page}");
        assert!(page.contains(&format!("value=\"{name}\"")), "{page}");
        assert!(page.contains("<option value=\"department\" selected>"), "{page}");
    }
    let added = named(&longest);
    assert_eq!(added.status.as_u16(), 303);
    let page = place.get(added.header("location"), Some(&chief)).text();
    assert!(page.contains("role=\"status\"") && page.contains(&format!("Lagt til: {longest}")), "{page}");
    assert!(!place.get("/?added=999", Some(&chief)).text().contains("Lagt til"));
    let asked = place.post(&format!("/u/{unit}/proposals"), Some(&chief), &format!("name={longer}&seconds=7"));
    assert_eq!(asked.status.as_u16(), 422);
    assert!(asked.text().contains(&too_long) && asked.text().contains("value=\"7\""), "{}", asked.text());
}

#[test]
fn an_empty_front_page_says_what_to_do_and_the_example_can_be_added_twice() {
    let place = Place::new("typed-empty", 0);
    let chief = place.founded();
    let page = place.get("/", Some(&chief)).text();
    assert!(page.contains("href=\"#name\"") && !page.contains("Be en administrator"), "{page}");
    assert!(page.contains("<details class=\"add\" open>"), "{page}");
    for _ in 0..2 {
        assert_eq!(place.post("/example", Some(&chief), "").status.as_u16(), 303);
    }
    let page = place.get("/people", Some(&chief)).text();
    assert!(page.contains(">Medisinsk klinikk</a>") && page.contains(">Medisinsk klinikk 2</a>"), "{page}");
}

#[test]
fn an_example_that_was_not_chosen_stays_so_when_something_else_is_wrong() {
    let place = Place::new("typed-start", 0);
    let link = place.service.first_link().expect("read").expect("nobody is here");
    let address = format!("/start/{}", link.reveal());
    let ticked = |page: &str| page.contains("id=\"example\" name=\"example\" checked");
    assert!(ticked(&place.get(&address, None).text()), "it is offered");
    let form = "organisation=Helse&name=&email=leder%40test.no&password=kort";
    for (chosen, is_ticked) in [("", false), ("&example=on", true)] {
        let answer = place.post(&address, None, &format!("{form}{chosen}"));
        assert_eq!(answer.status.as_u16(), 422, "{}", answer.text());
        assert_eq!(ticked(&answer.text()), is_ticked, "{}", answer.text());
    }
}
