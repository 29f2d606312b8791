//! The API through the router: tokens, the same permissions as pages, answers of the shape that its description tells.

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{BranchId, Due, Edit, Role, decided_on};
use fordel_web::api::{BASE, ENTRIES, JSON};
use serde_json::{Value, json};

use crate::place::{Answer, Person, Place};
use crate::ward::{Ward, heard};

fn asked(place: &Place, token: &str, method: Method, path: &str, sent: Option<Value>) -> Answer {
    let request = Request::builder().method(method).uri(format!("{BASE}{path}"));
    let request = request.header("authorization", format!("Bearer {token}")).header("content-type", "application/json");
    place.ask(request, None, Body::from(sent.map(|sent| sent.to_string()).unwrap_or_default()))
}

fn read(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|why| panic!("{why}: {}", answer.text()))
}

fn token(place: &Place, of: &Person) -> String {
    place.service.add_token(&of.who, "test").expect("made").reveal().to_owned()
}

/// Whether a value has at least the fields of an example, of the same kinds; nothing in either may be anything.
fn fits(value: &Value, example: &Value, at: &str) {
    match (value, example) {
        (_, Value::Null) | (Value::Null, _) => {}
        (Value::Object(fields), Value::Object(examples)) => {
            for (name, example) in examples.iter().filter(|(name, _)| name.parse::<u32>().is_err()) {
                let field = fields.get(name);
                if at != ".asked" && !at.ends_with("cells") && !at.ends_with(".rows") {
                    fits(
                        field.unwrap_or_else(|| panic!("{at}.{name} is missing in {value}")),
                        example,
                        &format!("{at}.{name}"),
                    );
                }
            }
        }
        (Value::Array(items), Value::Array(examples)) => {
            for item in items.iter().take(3) {
                fits(item, &examples[0], &format!("{at}[]"));
            }
        }
        (Value::Number(_), Value::Number(_))
        | (Value::String(_), Value::String(_))
        | (Value::Bool(_), Value::Bool(_)) => {}
        (other, example) => panic!("{at}: {other} where {example} was told"),
    }
}

#[test]
fn each_answer_has_the_shape_that_the_description_tells() {
    let place = Place::new("api", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let number = place.proposal(&chief, unit, 3);
    let leads = place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let row = *leads.proposal(number).expect("read").rows.values().next().expect("a line");
    let objection = leads.object(Some(row), "Det blir for få på kvelden.").expect("objected");
    leads.answer(objection, "Vi måler i fire uker.").expect("answered");
    leads.object_to_proposal(number, "Natta blir tynn.").expect("to the whole plan");
    assert_eq!(leads.decide(number, &heard(), "enige").expect("decided"), number, "both are the first");
    let token = token(&place, &chief);
    let described = read(&place.get(&format!("{BASE}/openapi.json"), None));
    assert_eq!(described["openapi"], "3.1.0");
    let mut tried = 0;
    for entry in ENTRIES.iter().filter(|entry| entry.method == "get") {
        let operation = &described["paths"][entry.path][entry.method];
        assert!(operation.is_object(), "{} is described", entry.path);
        let path = entry.path.replace("{unit}", &unit.to_string()).replace("{number}", &number.to_string());
        let answer = asked(&place, &token, Method::GET, &path.replace("{sheet}", "Oppgaver"), None);
        assert_eq!(answer.status.as_u16(), entry.status, "{path}: {}", answer.text());
        assert!(answer.header("content-type").starts_with(entry.kind), "{path}: {}", answer.header("content-type"));
        tried += 1;
        if entry.kind != JSON {
            assert!(operation["responses"]["200"]["content"][entry.kind].is_object(), "{path}");
            assert!(answer.body.len() > 100, "{path}");
            continue;
        }
        let example: Value = serde_json::from_str(entry.answer.expect("an example")).expect("JSON");
        fits(&read(&answer), &example, "");
    }
    assert!(tried > 8, "{tried}");
    let day = decided_on(leads.decisions().expect("read")[0].at).to_string();
    let units = read(&asked(&place, &token, Method::GET, "/units", None));
    assert_eq!(units["units"][0]["decided"], json!({ "number": 1, "held_on": "2026-09-12", "decided_on": day }));
    let decided = read(&asked(&place, &token, Method::GET, &format!("/units/{unit}/decisions/{number}"), None));
    let objected = &decided["heard"]["objections"];
    assert_eq!(objected[0]["answer"], "Vi måler i fire uker.", "with what was objected to it");
    let whole = json!({ "task": null, "proposal": number, "text": "Natta blir tynn.", "answer": null });
    assert_eq!((&objected[0]["proposal"], &objected[1]), (&Value::Null, &whole), "and the whole plan");
    let decisions = read(&asked(&place, &token, Method::GET, &format!("/units/{unit}/decisions"), None));
    assert_eq!(decisions["decisions"].as_array().map(Vec::len), Some(1), "what was held against its shape is there");
}

#[test]
fn decisions_are_a_list_of_what_each_moved_and_of_what_was_assessed() {
    let ward = Ward::new("api-decisions");
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let copy = leads.copy(ward.number, "Kopi").expect("copied");
    let versions = [ward.number, copy].map(|number| leads.decide(number, &heard(), "enige").expect("decided"));
    let moved = leads.decision(versions[0]).expect("read").moved;
    assert!(moved.iter().any(|line| line.due() != Due::Nothing), "{moved:?}");
    let theirs = token(&ward.place, &ward.reader);
    let file = |ending: &str| {
        let path = format!("/units/{}/decisions.{ending}", ward.unit);
        let answer = asked(&ward.place, &theirs, Method::GET, &path, None);
        assert!(answer.status.is_success(), "{path}: {}", answer.text());
        assert!(answer.header("content-disposition").ends_with(&format!(".{ending}")), "{path}");
        answer
    };
    assert!(file("xlsx").body.starts_with(b"PK"));
    let rows = crate::lists::rows(&file("csv").text());
    assert_eq!(rows.len(), 2 * moved.len() + 1, "{rows:?}");
    assert_eq!(rows[0][..5], ["Versjon", "Dato for møtet", "Vedtatt", "Vedtatt av", "Oppgave"]);
    // The newest first, and of each the lines in the order of the sheet.
    let told = versions.iter().rev().flat_map(|version| moved.iter().map(move |line| (version.to_string(), line)));
    for (row, (version, line)) in rows[1..].iter().zip(told) {
        assert_eq!((&row[0], row[1].as_str()), (&version, "12.09.2026"), "{row:?}");
        assert_eq!((row[3].as_str(), &row[4]), ("Kari Nordmann", &line.task), "{row:?}");
        assert_eq!((&row[7], &row[8]), (&line.from, &line.to), "{row:?}");
        assert_eq!(row[12] == "n", line.due() == Due::Competence, "{row:?}");
        assert_eq!(row[15] == "m", line.due() == Due::Medicines, "{row:?}");
    }
}

#[test]
fn a_program_maps_and_proposes_within_its_persons_role() {
    let place = Place::new("program", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let key = token(&place, &chief);
    let sheet = read(&asked(&place, &key, Method::GET, &format!("/units/{unit}/sheets/Oppgaver"), None));
    let (row, was) = (&sheet["rows"][0]["row"], &sheet["rows"][0]["cells"]["Minutter"]);
    let edits = json!({ "batch": "p1", "edits": [{ "row": row, "column": "Minutter", "was": was, "now": "41" }] });
    let path = format!("/units/{unit}/edits");
    let saved = read(&asked(&place, &key, Method::POST, &path, Some(edits)));
    assert_eq!(saved["conflicts"], json!([]));
    let stale = json!({ "batch": "p2", "edits": [{ "row": row, "column": "Minutter", "was": was, "now": "42" }] });
    let refused = read(&asked(&place, &key, Method::POST, &path, Some(stale)));
    assert_eq!(refused["conflicts"][0]["theirs"], "41", "{refused}");

    let proposals = format!("/units/{unit}/proposals");
    let wish = json!({ "name": "Fra program", "seconds": 1, "goals": [{ "goal": "scarce_hours" }] });
    let wrong = asked(&place, &key, Method::POST, &proposals, Some(wish));
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(
        read(&wrong)["wrong"][0]["sentence"].as_str().is_some_and(|s| s.contains("scarce_hours")),
        "{}",
        wrong.text()
    );
    let made = asked(&place, &key, Method::POST, &proposals, Some(json!({ "name": "Fra program", "seconds": 600 })));
    assert_eq!(made.status.as_u16(), 201, "{}", made.text());
    let number = &read(&made)["number"];
    assert_eq!(asked(&place, &key, Method::POST, &format!("{proposals}/{number}/cancel"), None).status.as_u16(), 204);
    // What is being made ends soon with the best it has; a small ward may be done before one can say so.
    let patience = std::time::Instant::now();
    let ended = loop {
        let proposal = read(&asked(&place, &key, Method::GET, &format!("{proposals}/{number}"), None));
        match proposal["state"].as_str() {
            Some("waiting" | "running") => assert!(patience.elapsed().as_secs() < 30, "{proposal}"),
            _ => break proposal,
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    assert!(["cancelled", "done"].contains(&ended["state"].as_str().expect("a state")), "{ended}");

    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let weak = token(&place, &reader);
    let nothing = json!({ "batch": "p3", "edits": [] });
    let denied = asked(&place, &weak, Method::POST, &path, Some(nothing));
    assert_eq!(denied.status.as_u16(), 403);
    assert_eq!(read(&denied)["status"], 403, "errors are JSON too");
}

#[test]
fn a_column_or_sheet_that_is_not_there_is_told_with_those_that_are_and_nothing_is_written() {
    let place = Place::new("api-unknown", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let key = token(&place, &chief);
    let tasks = || read(&asked(&place, &key, Method::GET, &format!("/units/{unit}/sheets/Oppgaver"), None));
    let before = tasks();
    let row = &before["rows"][0]["row"];
    let sent = |edits: Value| {
        let sent = json!({ "batch": "ukjent", "edits": edits });
        asked(&place, &key, Method::POST, &format!("/units/{unit}/edits"), Some(sent))
    };
    let good = json!({ "row": row, "column": "Minutter", "was": before["rows"][0]["cells"]["Minutter"], "now": "41" });
    for (edit, field, words) in [
        (json!({ "row": row, "column": "Tull", "was": "", "now": "7" }), "edits[1].column", "«Tull»"),
        (json!({ "row": row, "column": "Tull", "was": "noe", "now": "7" }), "edits[1].column", "Minutter"),
        (json!({ "temp": "n", "sheet": "Oppgaver", "cells": { "Tull": "7" } }), "edits[1].cells", "Oppgave, "),
        (json!({ "temp": "n", "sheet": "Tulleark", "cells": {} }), "edits[1].sheet", "Yrkesgrupper"),
    ] {
        let answer = sent(json!([good, edit]));
        assert_eq!(answer.status.as_u16(), 422, "{}", answer.text());
        let wrong = &read(&answer)["wrong"];
        assert_eq!(wrong[0]["field"], field, "{wrong}");
        assert!(wrong[0]["sentence"].as_str().is_some_and(|sentence| sentence.contains(words)), "{words}: {wrong}");
    }
    // What the grid sends goes the same way.
    let request = Request::builder().method(Method::POST).uri(format!("/u/{unit}/edits")).header("x-fordel", "1");
    let request = request.header("sec-fetch-site", "same-origin").header("content-type", "application/json");
    let unknown = json!({ "row": row, "column": "Tull", "was": "", "now": "7" });
    let sent_by_grid = json!({ "batch": "rutenett", "edits": [good, unknown] });
    let answer = place.ask(request, Some(&chief), Body::from(sent_by_grid.to_string()));
    assert_eq!(answer.status.as_u16(), 422, "{}", answer.text());
    assert_eq!(read(&answer)["wrong"][0]["field"], "edits[1].column");
    assert_eq!(tasks(), before, "nothing is written, not even what was good");

    // A column of the ward's own that the sheet has is as good as any.
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let own = Edit::AddColumn { sheet: "Oppgaver".to_owned(), header: "Tull".to_owned() };
    contributes.edit("egen", &[own]).expect("added");
    let answer = sent(json!([{ "row": row, "column": "Tull", "was": "", "now": "7" }]));
    assert_eq!((answer.status.as_u16(), &read(&answer)["conflicts"]), (200, &json!([])), "{}", answer.text());
    assert_eq!(tasks()["rows"][0]["cells"]["Tull"], "7");
}

#[test]
fn what_can_not_be_read_is_told_in_the_language_asked_for() {
    let place = Place::new("unreadable", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let key = token(&place, &chief);
    let sent = |lang: &str, path: &str, body: &str| {
        let request = Request::builder().method(Method::POST).uri(format!("{BASE}/units/{unit}/{path}"));
        let request = request.header("authorization", format!("Bearer {key}")).header("accept-language", lang);
        read(&place.ask(request.header("content-type", "application/json"), None, Body::from(body.to_owned())))
    };
    for (body, field, nb, en) in [
        (r#"{"batch":"#, None, "linje 1, tegn 9", "line 1, character 9"),
        (r#"{"edits":[]}"#, Some("batch"), "Mangler: feltet «batch»", "Missing: the field “batch”"),
        (r#"{"batch":7}"#, Some("batch"), "Feil slags verdi: feltet «batch»", "Wrong kind of value: the field “batch”"),
        (r#"{"batch":"p","edits":[{"row":1}]}"#, Some("edits[0]"), "feltet «edits[0]»", "the field “edits[0]”"),
        (r#"{"batch":"p","ukjent":1,"edits":[]}"#, Some("ukjent"), "Ukjent: feltet «ukjent»", "Unknown: the field"),
        (
            r#"{"batch":"p","edits":[{"row":1,"column":"Minutter","was":"25","now":30}]}"#,
            Some("edits[0].now"),
            "feltet «edits[0].now» skal være tekst",
            "the field “edits[0].now” should be text",
        ),
        (
            r#"{"batch":"p","edits":[{"row":1,"column":"Minutter","now":"30"}]}"#,
            Some("edits[0].was"),
            "Mangler: feltet «edits[0].was»",
            "Missing: the field “edits[0].was”",
        ),
        (
            r#"{"batch":"p","edits":[{"row":1,"remove":true},{"row":2,"remove":true,"now":"30"}]}"#,
            Some("edits[1].now"),
            "Ukjent: feltet «edits[1].now»",
            "Unknown: the field “edits[1].now”",
        ),
    ] {
        for (lang, words) in [("nb", nb), ("", nb), ("en-GB,nb;q=0.5", en)] {
            let told = sent(lang, "edits", body);
            let wrong = &told["wrong"][0];
            assert_eq!(wrong["field"].as_str(), field, "{told}");
            assert!(wrong["sentence"].as_str().is_some_and(|sentence| sentence.contains(words)), "{words}: {told}");
            assert_eq!(told["detail"], wrong["sentence"], "no library's words: {told}");
        }
    }
    for (path, lang, words) in [
        ("/units/abc", "nb", "«abc» skal være et helt tall"),
        ("/units/1/proposals/x", "en", "“x” should be a whole number"),
    ] {
        let request = Request::builder().uri(format!("{BASE}{path}")).header("authorization", format!("Bearer {key}"));
        let told = read(&place.ask(request.header("accept-language", lang), None, Body::empty()));
        assert_eq!(told["status"], 400, "{told}");
        assert!(told["detail"].as_str().is_some_and(|detail| detail.contains(words)), "{told}");
        assert!(!told.to_string().contains("i64") && !told.to_string().contains("Cannot parse"), "{told}");
    }
    let wish = r#"{"name":"x","goals":[{"goal":"scarce_hours"}]}"#;
    let [nb, en] = ["nb", "en"].map(|lang| sent(lang, "proposals", wish)["wrong"][0]["sentence"].to_string());
    assert!(nb != en && nb.contains("scarce_hours") && en.contains("scarce_hours"), "{nb} {en}");
}

#[test]
fn a_proposal_without_a_name_or_with_what_is_not_known_is_not_made() {
    let place = Place::new("api-asked", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let key = token(&place, &chief);
    let proposals = format!("/units/{unit}/proposals");
    for (wish, field, words) in [
        (json!({ "edits": [] }), "edits", "Ukjent: feltet «edits»"),
        (json!({ "seconds": 5 }), "name", "Mangler: feltet «name»"),
        (json!({ "name": " " }), "name", "Skriv et navn."),
        (json!({ "name": "x", "seconds": 5, "maks_flyttinger": 3 }), "maks_flyttinger", "Ukjent: feltet"),
        (json!({ "name": "x", "seconds": 2.5 }), "seconds", "«seconds» skal være et helt tall"),
        (json!({ "name": "x", "seconds": 0 }), "seconds", "Skriv et helt tall fra 1 til 3\u{a0}600"),
        (json!({ "name": "x", "seconds": -1 }), "seconds", "Skriv et helt tall fra 1 til 3\u{a0}600"),
        (json!({ "name": "x", "seconds": 3601 }), "seconds", "Skriv et helt tall fra 1 til 3\u{a0}600"),
        (
            json!({ "name": "x", "goals": [{ "goal": "billigst" }] }),
            "goals[0].goal",
            "kan være: cost, overqualified, scarce_hours, changes, spread.",
        ),
        (json!({ "name": "x", "goals": ["cost"] }), "goals[0]", "for eksempel { \"goal\": \"cost\" }"),
        (json!({ "name": "x", "goals": [5] }), "goals[0]", "skal være et objekt"),
        (json!({ "name": "x", "goals": [{ "goal": "cost", "slakk": 0.1 }] }), "goals[0].slakk", "Ukjent: feltet"),
        (json!({ "name": "x", "goals": [{ "goal": "cost" }, { "goal": "cost" }] }), "goals", "to ganger"),
        (json!({ "name": "x", "goals": [{ "goal": "scarce_hours" }] }), "budget_kr", "«budget_kr»"),
    ] {
        let answer = asked(&place, &key, Method::POST, &proposals, Some(wish));
        assert_eq!(answer.status.as_u16(), 422, "{}", answer.text());
        let wrong = &read(&answer)["wrong"][0];
        assert_eq!(wrong["field"], field, "{wrong}");
        assert!(wrong["sentence"].as_str().is_some_and(|sentence| sentence.contains(words)), "{words}: {wrong}");
        assert!(!wrong.to_string().contains("--"), "no option of the command line: {wrong}");
    }
    let listed = read(&asked(&place, &key, Method::GET, &proposals, None));
    assert_eq!(listed["proposals"], json!([]), "nothing was made");
}

#[test]
fn the_description_tells_what_must_be_sent_and_every_goal() {
    let place = Place::new("api-demanded", 0);
    let described = read(&place.get(&format!("{BASE}/openapi.json"), None));
    let sent =
        |path: &str| described["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"].clone();
    let (edits, wish) = (sent("/units/{unit}/edits"), sent("/units/{unit}/proposals"));
    let (edit, goal) = (&edits["properties"]["edits"]["items"], &wish["properties"]["goals"]["items"]);
    for (schema, required) in [(&edits, "batch"), (&wish, "name"), (goal, "goal")] {
        assert_eq!(schema["required"], json!([required]), "{schema}");
    }
    assert_eq!(edit["oneOf"][1]["required"], json!(["row", "remove"]), "{edit}");
    for schema in [&edits, edit, &wish, goal] {
        assert_eq!(schema["additionalProperties"], false, "{schema}");
    }
    assert_eq!(goal["properties"]["goal"]["$ref"], "#/components/schemas/Goal");
    let goals = &described["components"]["schemas"]["Goal"]["enum"];
    assert_eq!(*goals, json!(["cost", "overqualified", "scarce_hours", "changes", "spread"]));
    let seconds = &wish["properties"]["seconds"];
    assert_eq!(*seconds, json!({ "type": "integer", "minimum": 1, "maximum": 3600, "default": 60 }));
}

#[test]
fn a_proposal_without_a_plan_says_why_with_a_code_and_in_the_language_asked_for() {
    let place = Place::new("api-no-plan", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let key = token(&place, &chief);
    let proposals = format!("/units/{unit}/proposals");
    let get = |lang: &str, path: &str| {
        let request = Request::builder().uri(format!("{BASE}{path}")).header("authorization", format!("Bearer {key}"));
        read(&place.ask(request.header("accept-language", lang), None, Body::empty()))
    };
    // One is made at a time: the last is stopped while it waits.
    let wishes = json!({ "name": "Billig", "seconds": 20, "budget_kr": 1000, "max_moves": 3, "each_day": true });
    for _ in 0..4 {
        assert_eq!(asked(&place, &key, Method::POST, &proposals, Some(wishes.clone())).status.as_u16(), 201);
    }
    assert_eq!(asked(&place, &key, Method::POST, &format!("{proposals}/4/cancel"), None).status.as_u16(), 204);
    let patience = std::time::Instant::now();
    while get("nb", &format!("{proposals}/1"))["state"] != "done" {
        assert!(patience.elapsed().as_secs() < 120, "that there is none is proven");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    for (number, code, nb, en) in [
        (1, "impossible", "Ingen plan er mulig", "No plan is possible"),
        (4, "stopped", "Søket ble stanset", "The search was stopped"),
    ] {
        for (lang, words) in [("nb", nb), ("", nb), ("en-GB", en)] {
            let told = get(lang, &format!("{proposals}/{number}"));
            let why = &told["no_plan"];
            assert_eq!((why["code"].as_str(), why["detail"].as_str()), (Some(code), None), "{told}");
            assert!(why["what"].as_str().is_some_and(|what| what.contains(words)), "{words}: {told}");
            assert!(why["do"].as_str().is_some_and(|cure| cure.len() > 20), "{told}");
        }
    }
    let listed = get("en", &proposals);
    assert_eq!(listed["proposals"][3]["no_plan"]["code"], "stopped", "{listed}");
    assert_eq!(listed["proposals"][0]["no_plan"], Value::Null, "what was kept as its plan isn't read for a list");
}

#[test]
fn without_a_good_token_nothing_is_told_and_tokens_open_no_pages() {
    let place = Place::new("token", 0);
    let chief = place.founded();
    let unit: BranchId = place.small_ward(&chief);
    let key = token(&place, &chief);
    for wrong in ["", "x", &key[1..]] {
        let answer = asked(&place, wrong, Method::GET, "/units", None);
        assert_eq!((answer.status.as_u16(), &read(&answer)["status"]), (401, &json!(401)));
        assert!(answer.text().contains("ukjent eller avsluttet") && answer.text().contains("/me"), "{}", answer.text());
    }
    let bare = place.ask(Request::builder().uri(format!("{BASE}/units")), None, Body::empty());
    assert!(bare.text().contains("ikke sendt noen nøkkel") && bare.text().contains("/me"), "{}", bare.text());
    // To write without one is told in the same words; another site's page with somebody's session is refused.
    let edits = format!("{BASE}/units/{unit}/edits");
    let send = |header: Option<(&str, &str)>, by: Option<&Person>| {
        let request = Request::builder().method(Method::POST).uri(&edits).header("content-type", "application/json");
        let request = header.into_iter().fold(request, |request, (name, value)| request.header(name, value));
        place.ask(request, by, Body::from("{}"))
    };
    let elsewhere = ("origin", "https://elsewhere.example");
    for header in [None, Some(("authorization", "Bearer")), Some(elsewhere)] {
        let answer = send(header, None);
        assert_eq!((answer.status.as_u16(), read(&answer)), (401, read(&bare)), "{header:?}");
    }
    for header in [("sec-fetch-site", "cross-site"), elsewhere] {
        let answer = send(Some(header), Some(&chief));
        assert_eq!(answer.status.as_u16(), 403, "{header:?}");
        assert!(answer.text().contains("en annen side"), "{}", answer.text());
    }
    let beyond = asked(&place, &key, Method::GET, "/units/999999", None);
    assert_eq!(beyond.status.as_u16(), 404);
    assert!(beyond.text().contains("nøkkelen gir ikke tilgang"), "{}", beyond.text());
    let request = Request::builder().uri(format!("/u/{unit}")).header("authorization", format!("Bearer {key}"));
    assert_eq!(place.ask(request, None, Body::empty()).status.as_u16(), 303, "a page isn't for programs");
    place.service.administer(&chief.who, chief.who.organisation).expect("administers");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let theirs = token(&place, &reader);
    assert_eq!(asked(&place, &theirs, Method::GET, "/units", None).status.as_u16(), 200);
    place.post("/people/end", Some(&chief), &format!("person={}", reader.who.person));
    assert_eq!(asked(&place, &theirs, Method::GET, "/units", None).status.as_u16(), 401, "ended with its person");
}
