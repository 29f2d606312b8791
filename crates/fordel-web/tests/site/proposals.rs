//! Proposals on their way, decided, stopped, and those that came to no plan, with the way from them to the next.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use fordel_app::service::{
    Asked, Author, BranchId, Change, Edit, Failed, Heard, Moment, NewDecision, PHASES, ProposalState, Store,
    StoreFailure,
};
use fordel_app::{Head, Verified, audit};
use fordel_text::{Lang, Texts};

use crate::place::{Person, Place};
use crate::ward::heard;

/// Asks for a proposal that no plan is possible for, which gets this number, and waits until that is proven.
pub fn impossible(place: &Place, by: &Person, unit: BranchId, number: i64) {
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
fn a_small_start_is_one_press_away_from_the_form() {
    let place = Place::new("start-small", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let list = place.get(&format!("/u/{unit}/proposals"), Some(&chief)).text();
    let way = format!("/u/{unit}/proposals?liten=1");
    assert!(list.contains(&format!("href=\"{way}#new\"")) && !list.contains("value=\"10\""), "{list}");
    let small = place.get(&way, Some(&chief)).text();
    for filled in ["value=\"Begynn i det små\"", "name=\"max_moves\" value=\"10\""] {
        assert!(small.contains(filled), "{filled}\n{small}");
    }
}

#[test]
fn a_decision_on_paper_tells_later_whether_the_history_was_cut_off() {
    let place = Place::new("decision-receipt", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let number = place.proposal(&chief, unit, 3);
    let leads = place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let version = leads.decide(number, &heard(), "enige").expect("decided");
    let page = place.get(&format!("/u/{unit}/decisions/{version}"), Some(&chief)).text();
    let printed = page.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next());
    let head: Head = printed.and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{page}"));
    let found = |known: &Head| audit(&place.folder().join("fordel.db"), Some(known)).expect("read").0;
    assert!(matches!(found(&head), Verified::Whole { .. }), "all that was there stands as it was");
    let longer = Head { seq: head.seq + 1, ..head };
    assert!(matches!(found(&longer), Verified::Broken { .. }), "a history that lacks its end");
}

#[test]
fn a_decision_tells_what_was_broken_what_was_objected_as_it_stood_and_that_nobody_is_named() {
    let place = Place::new("decision-broken", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let computed = place.proposal(&chief, unit, 3);
    let leads = || place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let opened = leads().proposal(computed).expect("there");
    let seat = &opened.plan.as_ref().expect("a plan").staffing[0];
    let none = Change::Heads { group: seat.group.clone(), shift: seat.shift.clone(), day: seat.day, heads: 0 };
    let own = leads().change_here(computed, 0, &[none], "Færre").expect("changed");
    let number = own.kept.head.number;
    let broken = &own.report().expect("a plan").broken;
    let broken: Vec<String> = broken.iter().map(|broken| Texts::new(Lang::Nb).broken_here(broken)).collect();
    assert!(!broken.is_empty());
    let rows: Vec<_> = own.rows.values().copied().collect();
    let object = |row, text| leads().object(Some(row), text);
    let (answered, open) = (object(rows[0], "Feil gruppe"), object(rows[1], "Altfor mye"));
    leads().answer(answered.expect("objected"), "Vi ser etter").expect("answered");

    let form = place.get(&format!("/u/{unit}/p/{number}/decide"), Some(&chief)).text();
    for said in ["Én innvending er ikke besvart.", "Feil gruppe", "Vi ser etter", "Altfor mye"] {
        assert!(form.contains(said), "{said}: {form}");
    }
    let version = leads().decide(number, &heard(), "").expect("decided");
    leads().answer(open.expect("objected"), "Svart siden").expect("answered");
    let get = |version: i64| place.get(&format!("/u/{unit}/decisions/{version}"), Some(&chief)).text();
    let heading = |page: &str| {
        let heading = page.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next());
        heading.expect("a heading").to_owned()
    };
    let page = get(version);
    let objected = ["Feil gruppe", "Vi ser etter", "Altfor mye", "Ikke besvart.", "Ingen er ført opp som hørt."];
    for said in objected.into_iter().chain(broken.iter().map(String::as_str)) {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Svart siden"), "as it stood: {page}");
    assert!(heading(&page).contains(", møte ") && !heading(&page).contains("drøftet"), "{page}");
    let told = page.find("gikk ikke opp da planen ble vedtatt").expect("told");
    assert!(told < page.find("class=\"sentences\"").expect("what it gives"), "before what it gives: {page}");

    // What holds isn't decided once more; when another has been decided after it, it can be.
    let again = place.get(&format!("/u/{unit}/p/{number}/decide"), Some(&chief)).text();
    assert!(again.contains("allerede vedtatt som versjon 1") && !again.contains("name=\"held_on\""), "{again}");
    let offered = format!("/p/{number}/decide\"");
    assert!(!place.get(&format!("/u/{unit}/p/{number}"), Some(&chief)).text().contains(&offered));
    assert!(
        matches!(leads().decide(number, &heard(), ""), Err(Failed::Invalid(why)) if why[0].1 == "page-decide-holds")
    );

    let named = Heard { union: "NSF".into(), ..heard() };
    let page = get(leads().decide(computed, &named, "").expect("decided"));
    assert!(heading(&page).contains("drøftet") && !page.contains("Ingen er ført opp"), "{page}");
    assert!(!page.contains("da planen ble vedtatt") && page.contains("Svart siden"), "{page}");
    let again = place.get(&format!("/u/{unit}/p/{number}/decide"), Some(&chief)).text();
    let says = again.contains("er vedtatt før, som versjon 1. Vedtar du den nå, blir den en ny versjon.");
    assert!(says && again.contains("name=\"held_on\"") && !again.contains("allerede vedtatt"), "{again}");
    assert_eq!(leads().decide(number, &heard(), "").expect("back to it"), version + 2);
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
fn a_proposal_of_older_sheets_says_so_and_whose_baseline_stands_beside() {
    let place = Place::new("older-sheets", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let page = || place.get(&format!("/u/{unit}/proposals"), Some(&chief)).text();
    assert_eq!(place.proposal(&chief, unit, 3), 1);
    assert!(!page().contains("eldre ark") && !page().contains("Fra forslag"), "one is alone");
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let (row, cells) = contributes().desk().expect("read").sheet("Oppgaver").expect("there").rows[0].clone();
    let edit = |now: &str| [Edit::Cell { row, column: "Minutter".to_owned(), was: None, now: now.to_owned() }];
    contributes().edit("nyere", &edit("21")).expect("edited");
    assert_eq!(place.proposal(&chief, unit, 3), 2);
    let told = page();
    assert_eq!(told.matches("Regnet på eldre ark enn forslag 2").count(), 1, "{told}");
    assert!(told.contains("Fra forslag 2") && !told.contains("nyere ark"), "{told}");

    // Put back: the first is of what the sheets say again, and the second of something else.
    contributes().edit("tilbake", &edit(cells.get("Minutter").map_or("", String::as_str))).expect("edited");
    assert_eq!(place.proposal(&chief, unit, 3), 3);
    let told = page();
    assert_eq!(told.matches("Regnet på eldre ark enn forslag 3").count(), 1, "{told}");
    assert!(told.contains("Fra forslag 3") && !told.contains("nyere ark"), "{told}");
}

#[test]
fn a_number_that_can_not_be_used_is_told_with_what_it_can_be() {
    let place = Place::new("proposal-bounds", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let form = "name=Nytt&seconds=0&max_moves=mange&budget=";
    let answer = place.post(&format!("/u/{unit}/proposals"), Some(&chief), form);
    let page = answer.text().replace('\u{a0}', " ");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    for said in ["Skriv et helt tall fra 1 til 3 600,", "Skriv et helt tall fra 0 til 100 000,"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[test]
fn scarce_hours_first_need_a_limit_in_kroner_which_is_told_at_its_field() {
    let place = Place::new("proposal-scarce", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let asked = |form: &str| place.post(&format!("/u/{unit}/proposals"), Some(&chief), form);
    let answer = asked("name=Frigjort&seconds=2&goals=scarce&budget=");
    let page = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert!(page.contains("href=\"#budget\"") && page.contains("Uten et tak på kroner"), "{page}");
    for kept in ["value=\"Frigjort\"", "name=\"seconds\" value=\"2\"", "value=\"scarce\" selected"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert!(page.contains("så lavest kostnad (krever tak på kroner)"), "{page}");
    let asked = asked("name=Frigjort&seconds=2&goals=scarce&budget=90000000");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
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
    assert!(page.contains(&format!("<a href=\"/u/{unit}/p/1\">Åpne</a>")), "{page}");
}

#[test]
fn a_search_tells_how_far_it_is_every_second_and_stopped_it_keeps_the_best_it_had() {
    let place = Place::new("stopped-best", 1);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let mut events = place.events(unit, &chief);
    // Of this search, while it waits, is made and ends.
    let mut next = || loop {
        let (name, told) = events.next_within(Duration::from_secs(60)).expect("it goes on telling");
        if name == "proposal" {
            return told;
        }
    };
    let asked = place.post(&format!("/u/{unit}/proposals"), Some(&chief), "name=Lang&seconds=300&alike=no");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    // Until it has told of a plan for three seconds.
    let (mut seconds, mut best) = (BTreeSet::<u64>::new(), None::<f64>);
    let span = |seconds: &BTreeSet<u64>| Some(*seconds.first()?..*seconds.last()?);
    while span(&seconds).is_none_or(|span| span.end - span.start < 4) {
        let told = next();
        assert_eq!(told["state"], "running", "it has minutes to go on: {told}");
        assert!(told["phase"].as_str().is_none_or(|phase| PHASES.contains(&phase)), "{told}");
        best = told["best"].as_f64().filter(|_| told["phase"] == "cost").or(best);
        if best.is_some() {
            seconds.insert(told["seconds"].as_f64().expect("a number") as u64);
        }
    }
    let silent: Vec<u64> = span(&seconds).into_iter().flatten().filter(|second| !seconds.contains(second)).collect();
    assert!(silent.is_empty(), "nothing was told in these seconds: {silent:?} of {seconds:?}");

    let since = Instant::now();
    let stopped = place.post(&format!("/u/{unit}/p/1/cancel"), Some(&chief), "");
    assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.text());
    let ended = loop {
        let told = next();
        if told["state"] != "running" {
            break told;
        }
    };
    assert_eq!(ended["state"], "cancelled", "{ended}");
    assert!(since.elapsed() < Duration::from_secs(30), "it ends soon: {:?}", since.elapsed());
    let opened = place.service.unit(&chief.who, unit).expect("seen").proposal(1).expect("there");
    assert_eq!(opened.kept.head.state, ProposalState::Cancelled);
    let (plan, report) = (opened.placed().expect("the best it had"), opened.report().expect("checked"));
    assert!(report.broken.is_empty(), "{:?}", report.broken);
    let (kept, best) = (plan.year_cost.expect("told"), best.expect("told"));
    assert!(kept <= best * 1.01, "{kept} is dearer than {best}, which was told");
    let get = |page: &str| place.get(&format!("/u/{unit}/{page}"), Some(&chief));
    let list = get("proposals").text();
    assert!(list.contains(&format!("<a href=\"/u/{unit}/p/1\">Åpne</a>")), "{list}");
    // It is called the same wherever it is named, and what happened is told with the way to ask again.
    let called = "Avbrutt – beste plan så langt";
    assert_eq!(list.matches(called).count(), 2, "side by side and in the list: {list}");
    for (page, times) in [("p/1", 2), ("p/1/board", 1), ("p/1/findings", 1)] {
        let told = get(page).text();
        assert_eq!(told.matches(called).count(), times, "{page}: {told}");
        assert!(told.contains("Søket ble stanset etter "), "{page}: {told}");
        assert!(told.contains(&format!("href=\"/u/{unit}/proposals?igjen=1#new\"")), "{page}: {told}");
    }
    for page in ["p/1/board", "p/1/staffing", "p/1/plan.json"] {
        assert_eq!(get(page).status, StatusCode::OK, "{page}");
    }
    // What binds was never reckoned: that is told with the way on, also of what is changed by hand from it.
    let own = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may").copy(1, "Kopi");
    for number in [1, own.expect("copied")] {
        let told = get(&format!("p/{number}/staffing")).text();
        let binding = told.split("id=\"binding-head\"").nth(1).expect("what binds");
        assert!(binding.contains("søket i forslag 1 ble avbrutt"), "{number}: {told}");
        assert!(binding.contains(&format!("href=\"/u/{unit}/proposals?igjen=1#new\"")), "{number}: {told}");
    }
}

#[test]
fn the_front_pages_lead_to_the_decision_that_holds_also_where_its_proposal_was_changed_since() {
    let place = Place::new("decision-in-force", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let computed = place.proposal(&chief, unit, 3);
    let leads = || place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let get = |address: &str| place.get(address, Some(&chief)).text();
    let overview = format!("/u/{unit}");
    let leads_to = |version: i64| format!("href=\"/u/{unit}/decisions/{version}\"");
    assert!(!get("/").contains("/decisions/"));
    let first = leads().decide(computed, &heard(), "enige").expect("decided");
    let front = get("/");
    assert!(front.contains(&leads_to(first)) && !front.contains("nyere forslag"), "{front}");
    let today = Texts::new(Lang::Nb).day(place.service.today());
    assert!(front.contains(&format!("v{first}, {today}")), "the day it was decided: {front}");
    let page = get(&overview);
    assert!(page.contains(&leads_to(first)) && page.contains("Se fordelingen"), "{page}");
    assert!(page.contains(&format!("versjon {first} av {today}.")) && page.contains("(drøftet 12.09.2026)"), "{page}");

    let own = leads().copy(computed, "Kopi").expect("copied");
    let front = get("/");
    assert!(front.contains(&leads_to(first)) && front.contains(&format!("{overview}/proposals\">1 nyere forslag")));
    let before = leads().proposal(own).expect("there").kept.clone();
    let opened = leads().proposal(own).expect("there");
    let seat = opened.plan.as_ref().and_then(|plan| plan.staffing.first()).expect("somebody is on duty").clone();
    let (group, shift, day) = (seat.group, seat.shift, seat.day);
    let more = Change::Heads { group, shift, day, heads: seat.heads + 1 };
    leads().change(own, before.head.version, &[more]).expect("changed");
    // As an own proposal could be changed after it was decided, before those were locked.
    let store = Store::beside(&place.folder().join("fordel.db")).expect("beside");
    let by = Author { person: None, name: "prøve".to_owned() };
    let decided: Result<_, StoreFailure> = store.write(Moment(0), by, |w| {
        w.decide(NewDecision {
            unit,
            proposal: before.head.id,
            held_on: "2026-09-13",
            heard: "{}",
            minutes: "",
            ward: &before.ward,
            plan: before.plan.as_deref().unwrap_or_default(),
            moved: "[]",
        })
    });
    let second = decided.expect("decided").1;
    let front = get("/");
    assert!(front.contains(&leads_to(second)) && !front.contains(&leads_to(first)), "{front}");
    let page = get(&overview);
    assert!(page.contains(&leads_to(second)) && page.contains("Fra vedtatt plan, versjon 2"), "{page}");
    for elsewhere in ["Se fordelingen", &format!("/p/{own}/report.pdf"), &format!("/p/{own}/findings#")] {
        assert!(!page.contains(elsewhere), "{elsewhere}: {page}");
    }
    let (page, book) = (get(&format!("{overview}/decisions/{second}")), format!("/p/{own}/plan.xlsx"));
    assert!(page.contains("class=\"sentences\"") && !page.contains(&book), "{page}");
}
