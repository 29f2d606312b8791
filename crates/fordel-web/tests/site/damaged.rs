//! What is sent with random damage: bodies, addresses, forms, parts, keys. It ends in no mistake of the program, is answered soon, and
//! lets nobody in.

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, StatusCode};
use fordel_app::service::TypedProvider;
use fordel_web::api::BASE;

use crate::damage::{ON_DISK, WORDS, rounds, taken};
use crate::place::{Answer, Place};

/// What programs send. What edits leave behind may be nothing that a proposal can be made of.
const BODIES: [(&str, &str); 2] = [
    (
        "proposals",
        r#"{"name":"Lik bemanning alle hverdager, med inntil tjue flyttinger, fra et annet program","seconds":60,
        "each_day":false,"budget_kr":41500000.0,"max_moves":20,
        "goals":[{"goal":"cost","tolerance":0.01},{"goal":"overqualified"}]}"#,
    ),
    (
        "edits",
        r#"{"batch":"gat-2026-11-22-1","edits":[{"temp":"n1","sheet":"Oppgaver",
        "cells":{"Oppgave":"Dekke bord, varme mat og rydde etter frokost, middag og kvelds","Minutter":"5"}}]}"#,
    ),
];

/// What stands behind a unit's pages.
const QUERIES: [(&str, &str); 9] = [
    ("mapping", "ark=Oppgaver&Kategori=Pleie&mangler=Minutter&feil=1&rad=3"),
    ("history", "slag=shortages&rad=3&sammen=7"),
    ("library", "q=stell&type=sykehjem&lagt=1-2-0-2"),
    ("workshop", "linje=3&intervall=07-09&status=open&forrige=2"),
    ("now", "dato=2026-11-22&vakt=D&m.SPL=1"),
    ("now/log", "ny=1"),
    ("objections", "linje=3"),
    ("priorities", "alle=1&lagret=2"),
    ("proposals", "igjen=1&liten=1"),
];

/// Whether something was taken; what is sent is never a mistake of the program.
fn went_well(answer: &Answer) -> bool {
    assert!(answer.status != StatusCode::INTERNAL_SERVER_ERROR, "{}", answer.text());
    !answer.status.is_client_error()
}

/// Bytes as they stand in an address, as many as one takes.
fn escaped(bytes: &[u8]) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~=&%+/:".contains(&byte);
    let escaped = |byte: &u8| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    bytes.iter().take(10_000).map(escaped).collect()
}

#[test]
fn bodies_of_programs() {
    let place = Place::new("damaged-bodies", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let token = place.service.add_token(&chief.who, "test").expect("made").reveal().to_owned();
    let all = rounds(1_500, 5_000);
    for (path, whole) in BODIES {
        let sent = |bytes: &[u8]| {
            let request = Request::builder().method(Method::POST).uri(format!("{BASE}/units/{unit}/{path}"));
            let request = request.header("authorization", format!("Bearer {token}"));
            let request = request.header("content-type", "application/json");
            went_well(&place.ask(request, None, Body::from(bytes.to_vec())))
        };
        assert!(sent(whole.as_bytes()), "{path}: what is whole is taken");
        let taken = taken(&[whole.as_bytes()], &WORDS, all, ON_DISK, sent);
        assert!(taken > 0 && taken < all, "{path}: {taken} of {all}");
    }
    assert!(went_well(&place.get(&format!("/u/{unit}/mapping"), Some(&chief))), "what was taken can be shown");
}

#[test]
fn queries_of_pages() {
    let place = Place::new("damaged-queries", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let pages = QUERIES.map(|(page, query)| (format!("/u/{unit}/{page}"), query));
    let others = [("/enter", "back=/u/1/mapping"), ("/projection", "fra=2027&ar=10&gren=1"), ("/me", "ok=saved")];
    let others = others.map(|(page, query)| (page.to_owned(), query));
    let mut answered = 0;
    for (page, query) in pages.into_iter().chain(others) {
        answered += taken(&[query.as_bytes()], &WORDS, rounds(40, 1_000), ON_DISK, |bytes| {
            went_well(&place.get(&format!("{page}?{}", escaped(bytes)), Some(&chief)))
        });
    }
    assert!(answered > 0);
}

#[test]
fn forms_and_their_parts() {
    let place = Place::new("damaged-forms", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let form = "application/x-www-form-urlencoded";
    let parts = "multipart/form-data; boundary=part";
    let file = |name: &str, text: &str| {
        let head = format!("--part\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.csv\"\r\n\r\n");
        format!("{head}{text}\r\n--part--\r\n")
    };
    for (path, kind, whole) in [
        ("/me/about".to_owned(), form, "name=Kari+Nordmann&language=nb".to_owned()),
        (format!("/u/{unit}/proposals"), form, "name=Best&seconds=1&alike=no".to_owned()),
        (format!("/u/{unit}/activity"), parts, file("file", "Dato;Time;Driver;Antall\n01.02.2027;7;Pasienter;20\n")),
        (format!("/u/{unit}/import/people"), parts, file("file", "Ansattnr;Stilling;Kurs;Dato\n1;HFA;Kurs;1.2.2026\n")),
    ] {
        let all = rounds(150, 2_500);
        let taken = taken(&[whole.as_bytes()], &WORDS, all, ON_DISK, |bytes| {
            let request = Request::builder().method(Method::POST).uri(&path).header("sec-fetch-site", "same-origin");
            went_well(&place.ask(request.header("content-type", kind), Some(&chief), Body::from(bytes.to_vec())))
        });
        assert!(taken < all, "{path}: {taken} of {all}");
    }
}

#[test]
fn nobody_comes_in_by_a_damaged_key() {
    let place = Place::new("damaged-keys", 0);
    let chief = place.founded();
    let token = place.service.add_token(&chief.who, "test").expect("made").reveal().to_owned();
    let asked = |path: &str, header: &str, value: &[u8]| {
        // What is no value of a header is refused before anybody looks at it.
        let value = HeaderValue::from_bytes(value).ok()?;
        Some(place.ask(Request::builder().uri(path).header(header, value), None, Body::empty()))
    };
    let units = format!("{BASE}/units");
    for (path, header, before, key) in
        [("/me", "cookie", "fordel=", &chief.key), (units.as_str(), "authorization", "Bearer ", &token)]
    {
        let whole = format!("{before}{key}");
        assert!(asked(path, header, whole.as_bytes()).is_some_and(|answer| answer.status == StatusCode::OK), "{path}");
        taken(&[whole.as_bytes()], &WORDS, rounds(500, 5_000), ON_DISK, |bytes| {
            let Some(answer) = asked(path, header, bytes) else { return false };
            let is_in = went_well(&answer) && answer.status == StatusCode::OK;
            let has_key = bytes.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!is_in || has_key, "{}", String::from_utf8_lossy(bytes));
            is_in
        });
    }
}

#[test]
fn nobody_comes_in_by_a_damaged_answer_of_a_provider() {
    let place = Place::new("damaged-provider", 0);
    let chief = place.founded();
    let administers = place.service.administer(&chief.who, chief.who.organisation).expect("administers");
    let typed = TypedProvider {
        issuer: "https://login.test.no",
        client: "fordel",
        proof: "secret",
        secret: "et hemmelig ord",
        button: "Helse Test",
        claim: "email",
        passwords: true,
        ..TypedProvider::default()
    };
    administers.set_provider(&typed).expect("set");
    let entrance = administers.entrance().expect("an entrance");
    let (_, held) = place.service.attempt(&entrance, None, "/").expect("an attempt");
    let refused = |query: &[u8], cookie: &[u8]| {
        let cookie = [b"fordel-attempt=".as_slice(), cookie].concat();
        let Ok(cookie) = HeaderValue::from_bytes(&cookie) else { return false };
        let address = format!("/enter/oidc/{entrance}/answer?{}", escaped(query));
        let answer = place.ask(Request::builder().uri(address).header("cookie", cookie), None, Body::empty());
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text());
        false
    };
    // The state is another attempt's.
    let query = format!("code=abc&state={}&iss=https://login.test.no", "0".repeat(64));
    let all = rounds(300, 5_000);
    taken(&[query.as_bytes()], &WORDS, all, ON_DISK, |bytes| refused(bytes, held.as_bytes()));
    taken(&[held.as_bytes()], &WORDS, all, ON_DISK, |bytes| refused(query.as_bytes(), bytes));
}
