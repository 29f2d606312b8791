//! Objections to the whole plan and to no line of it: raised by whoever sees the unit, listed, answered, counted, and kept by the
//! decision.

use fordel_app::service::{Checked, Role};

use crate::lists::rows;
use crate::place::{Person, Place};
use crate::ward::heard;

#[test]
fn a_representative_objects_to_the_whole_plan_and_it_is_listed_answered_counted_and_decided_on() {
    let place = Place::new("whole-plan", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "verneombud@test.no");
    let represents = format!("person={}&represents=safety", reader.who.person);
    assert_eq!(place.post(&format!("/people/{unit}/represents"), Some(&chief), &represents).status.as_u16(), 303);
    let number = place.proposal(&chief, unit, 3);
    let leads = place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let opened = leads.proposal(number).expect("there");
    let (line, row) = opened.rows.iter().next().expect("a line");
    let (all, proposal) = (format!("/u/{unit}/objections"), format!("/u/{unit}/p/{number}"));
    let (board, of_line) = (format!("{proposal}/board"), format!("{all}?linje={row}"));
    let page = |address: &str, by: &Person| place.get(address, Some(by)).text();

    let (from, way) = (format!("{all}?forslag={number}"), format!("href=\"{all}?forslag={number}#hele-planen\""));
    for (address, by) in
        [(&proposal, &reader), (&format!("{proposal}/why/{line}"), &reader), (&format!("{proposal}/decide"), &chief)]
    {
        assert!(page(address, by).contains(&way), "{address}");
    }
    let plain = format!("Hele planen (forslag {number}: {})", opened.kept.head.name);
    let named = plain.replace('<', "&lt;").replace('>', "&gt;");
    for address in [&all, &board, &from] {
        let seen = page(address, &reader);
        let form = seen.split("id=\"hele-planen\"").nth(1).and_then(|rest| rest.split("</form>").next());
        let form = form.expect("a form");
        assert!(form.contains(&format!("name=\"back\" value=\"{address}\"")), "{form}");
        assert!(form.contains("name=\"text\"") && !form.contains("name=\"row\""), "{form}");
        let carries = form.contains(&format!("name=\"proposal\" value=\"{number}\"")) && form.contains(&named);
        assert_eq!(carries, address != &all, "{address}: {form}");
    }
    assert_eq!(place.get(&format!("{all}?forslag=99"), Some(&reader)).status.as_u16(), 404, "no such proposal");
    let objects_from = |number: i64, text: &str, by: &Person| {
        place.post(&all, Some(by), &format!("proposal={number}&text={text}&back={board}"))
    };
    let objects = |text: &str, by: &Person| objects_from(number, text, by);
    assert_eq!(objects_from(99, "Tungt", &reader).status.as_u16(), 404, "no such proposal");
    let empty = objects("++", &reader);
    assert_eq!(empty.status.as_u16(), 422);
    let told = empty.text();
    assert!(told.contains("id=\"text-fault\"") && told.contains("Skriv hva innvendingen er."), "{told}");
    assert!(told.contains(&format!("name=\"back\" value=\"{board}\"")) && !told.contains("name=\"row\""), "{told}");
    assert_eq!(objects("Tungt", &place.elsewhere()).status.as_u16(), 404, "no role there");
    assert!(leads.objections().expect("read").is_empty());
    let raised = objects("Natta+blir+tynn", &reader);
    assert_eq!((raised.status.as_u16(), raised.header("location")), (303, format!("{board}#innvending").as_str()));

    for address in [&all, &board] {
        let seen = page(address, &chief);
        let whole = format!("{named}: ");
        for said in [whole.as_str(), "Natta blir tynn</blockquote>", "Kari Nordmann, verneombud", "name=\"answer\""] {
            assert!(seen.contains(said), "{address} {said}: {seen}");
        }
        assert!(!page(address, &reader).contains("name=\"answer\""), "a reader can't answer");
    }
    assert_eq!(rows(&page(&format!("{all}.csv"), &reader))[1][..2], [plain.as_str(), "Natta blir tynn"]);
    assert!(!page(&of_line, &reader).contains("Natta blir tynn"), "it is to no line");
    assert!(page("/", &chief).contains("Én innvending uten svar"));
    assert!(page(&format!("/u/{unit}"), &chief).contains("Én innvending uten svar."));
    let form = page(&format!("{proposal}/decide"), &chief);
    let whole = format!("{named}:");
    for said in ["Én innvending er ikke besvart.", whole.as_str(), "Natta blir tynn"] {
        assert!(form.contains(said), "{said}: {form}");
    }

    let id = leads.objections().expect("read")[0].id;
    let nothing = place.post(&format!("{all}/{id}/answer"), Some(&chief), "answer=+&back=");
    assert_eq!(nothing.status.as_u16(), 422);
    let told = nothing.text();
    assert!(told.contains(&format!("id=\"answer-{id}-fault\"")) && !told.contains("id=\"text-fault\""), "{told}");
    let answered = place.post(&format!("{all}/{id}/answer"), Some(&chief), "answer=En+til+om+natta&back=");
    assert_eq!(answered.status.as_u16(), 303);
    assert!(page(&all, &reader).contains("En til om natta</blockquote>"));
    assert!(!page("/", &chief).contains("innvending uten svar"));

    // Another plan's decision doesn't take it for its own.
    let copy = leads.copy(number, "Kopi").expect("copied");
    let version = leads.decide(copy, &heard(), "").expect("decided");
    let decision = page(&format!("/u/{unit}/decisions/{version}"), &reader);
    for said in [whole.as_str(), "Natta blir tynn", "En til om natta"] {
        assert!(decision.contains(said), "{said}: {decision}");
    }
    let history = page(&format!("/u/{unit}/history?slag=talk"), &reader);
    let of_proposal = named.replace("Hele", "hele");
    for said in [format!("innvending til {of_proposal}"), format!("svar på innvending til {of_proposal}")] {
        assert!(history.contains(&said), "{said}: {history}");
    }
    assert!(matches!(leads.check_history(), Ok(Checked::Whole { .. })), "it is as the history tells");
}
