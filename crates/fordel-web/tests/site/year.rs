//! The page Året, asked through the router: what is asked stands in the address, is solved once, and can be taken out.

use axum::http::StatusCode;
use fordel_app::service::{Edit, Place as At};

use crate::ward::Ward;

#[test]
fn the_year_is_solved_when_asked_for_and_then_stands() {
    let ward = Ward::new("year");
    let page = |address: &str| ward.place.get(address, Some(&ward.reader));
    let here = format!("/u/{}/p/{}/year", ward.unit, ward.number);
    let newest = page(&format!("/u/{}/year", ward.unit));
    assert_eq!((newest.status, newest.header("location")), (StatusCode::SEE_OTHER, here.as_str()));
    let empty = page(&here).text();
    assert!(empty.contains("Regn ut året") && empty.contains("name=\"fra\""), "{empty}");
    assert!(!empty.contains("year-weeks"), "nothing is solved before somebody asks");
    let closed = "<details class=\"behind on-screen\"><summary>Velg andre uker";
    assert!(!empty.contains(closed), "what is asked lies open: {empty}");

    let asked = "fra=2027-01-04&uker=4&sommer=26&puljer=3&lengde=3&borte=40&aktivitet=100";
    let early = page(&format!("{here}.pdf?{asked}"));
    assert_eq!(early.status, StatusCode::NOT_FOUND);
    let early = early.text();
    assert!(early.contains("er ikke regnet ut") && early.contains("value=\"2027-01-04\""), "{early}");
    let answer = ward.place.post(&here, Some(&ward.reader), asked);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let there = answer.header("location").to_owned();
    assert_eq!(there, format!("{here}?{asked}"));
    let told = page(&there).text();
    for part in [
        "4 uker, fra uke 1 (2027)",
        "<svg",
        "Uke for uke",
        "Hva kan gjøre det lettere?",
        "pulje 1",
        "kan ha ferie samtidig",
        "year.xlsx?fra=2027-01-04",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    assert!(told.contains(closed), "the answer comes before the form: {told}");
    let book = page(&there.replace("/year?", "/year.xlsx?"));
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.header("content-disposition").contains(".xlsx"));
    // Each of its tables by itself.
    let first = there.replace("/year?", "/year/table.csv?nr=1&");
    assert!(told.contains(&first.replace('&', "&amp;")), "{first} in\n{told}");
    let weeks = page(&first);
    assert_eq!(weeks.status, StatusCode::OK, "{}", weeks.text());
    assert!(weeks.text().lines().count() > 1, "{}", weeks.text());
    let saved = weeks.header("content-disposition");
    assert!(saved.contains("Medisinsk%20sengepost%20%E2%80%93%20"), "whose it is, and what: {saved}");
    assert_eq!(page(&first.replace("nr=1&", "nr=99&")).status, StatusCode::NOT_FOUND);
    let paper = page(&there.replace("/year?", "/year.html?")).text();
    assert!(paper.contains("A3 landscape"));
    let sheet = page(&there.replace("/year?", "/year.pdf?"));
    assert_eq!((sheet.status, sheet.header("content-type")), (StatusCode::OK, "application/pdf"));

    // Another proposal is set beside it.
    let contributes = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").contribute().expect("may");
    let copy = contributes().copy(ward.number, "Vår egen").expect("copied");
    assert!(page(&here).text().contains(&format!("Forslag {copy}: Vår egen")));
    let newest = page(&format!("/u/{}/year", ward.unit));
    assert_eq!(newest.header("location"), format!("/u/{}/p/{copy}/year", ward.unit), "the newest plan's");
    let answer = ward.place.post(&here, Some(&ward.reader), &format!("{asked}&mot={copy}"));
    assert_eq!(answer.header("location"), format!("{here}?{asked}&mot={copy}"), "{}", answer.text());
    assert!(page(answer.header("location")).text().contains("Den andre planen"));
    assert_eq!(ward.place.post(&here, Some(&ward.reader), &format!("{asked}&mot=99")).status.as_u16(), 422);

    // So are overlap and another mix, unasked only where something has to be hired in.
    assert_ne!(told.contains("Egne folk dekker alt"), told.contains("15 minutter kortere overlapp"), "{told}");
    let more = format!("{asked}&overlapp=-15&tilovers=100");
    let answer = ward.place.post(&here, Some(&ward.reader), &more);
    assert_eq!(answer.header("location"), format!("{here}?{more}"), "{}", answer.text());
    let beside = page(answer.header("location")).text();
    for part in ["15 minutter kortere overlapp", "% av timene de har til overs", "value=\"-15\""] {
        assert!(beside.contains(part), "{part} in\n{beside}");
    }

    // What the unit's sheets say is changed: the answer is another question's.
    let desk = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").desk().expect("read");
    let before = desk().revision;
    let cells = [("Fra dato", "2027-01-11"), ("Til dato", "2027-01-17"), ("Type", "som dag"), ("Verdi", "søndag")];
    let cells = cells.map(|(column, typed)| (column.to_owned(), typed.to_owned())).into();
    let row = Edit::Add { temp: "n".to_owned(), sheet: "Kalender".to_owned(), place: At::Last, cells };
    let unit = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    unit.contribute().expect("may").edit("calendar", &[row]).expect("written");
    assert!(desk().revision > before && desk().ward.as_ref().is_some_and(|ward| ward.calendar.len() == 1));
    let outdated = "Planen eller kartleggingen er endret siden dette ble regnet ut";
    assert!(!told.contains(outdated) && !empty.contains(outdated) && !empty.contains("er ikke regnet ut"));
    let old = page(&there).text();
    assert!(!old.contains("year-weeks") && old.contains(outdated), "what was solved is old now: {old}");
    let other = page(&there.replace("uker=4", "uker=5")).text();
    assert!(!other.contains(outdated) && other.contains("Dette tidsrommet er ikke regnet ut"), "{other}");
    let again = ward.place.post(&here, Some(&ward.reader), asked);
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert!(!page(&there).text().contains(outdated));
    assert_ne!(page(&there).text(), told, "a week of Sundays takes other heads");

    // A calendar that can't be read isn't passed over in silence.
    let projection = here.replace("/year", "/projection");
    for address in [&here, &projection] {
        assert!(!page(address).text().contains("Arkene har feil"), "{address}");
    }
    let cells = [("Fra dato", "2027-02-01"), ("Til dato", "2027-02-07"), ("Type", "stengte senger"), ("Verdi", "4")];
    let cells = cells.map(|(column, typed)| (column.to_owned(), typed.to_owned())).into();
    let row = Edit::Add { temp: "m".to_owned(), sheet: "Kalender".to_owned(), place: At::Last, cells };
    contributes().edit("beds", &[row]).expect("written");
    for address in [&here, &projection] {
        assert!(page(address).text().contains("Arkene har feil"), "{address}");
    }
}

#[test]
fn the_year_names_the_unit_as_the_tree_does() {
    let ward = Ward::new("year-named");
    let page = |address: &str| ward.place.get(address, Some(&ward.reader)).text();
    let sheet = ward.opened(ward.number).ward.unit.clone();
    let here = format!("/u/{}/p/{}/year", ward.unit, ward.number);
    let asked = "fra=2027-01-04&uker=4&sommer=26&puljer=3&lengde=3&borte=40&aktivitet=100";
    let solved = || ward.place.post(&here, Some(&ward.reader), asked).header("location").to_owned();
    assert!(page(&solved()).contains(&format!("{sheet}: 4 uker")));
    ward.place.service.administer(&ward.chief.who, ward.unit).expect("administers").rename("Post B").expect("may");
    let there = solved();
    for told in [page(&there), page(&there.replace("/year?", "/year.html?"))] {
        assert!(told.contains("Post B: 4 uker") && !told.contains(&format!("{sheet}: 4")), "{told}");
    }
}

#[test]
fn fields_that_can_not_be_used_are_told_at_once_and_kept() {
    let ward = Ward::new("year-wrong");
    let here = format!("/u/{}/p/{}/year", ward.unit, ward.number);
    let answer = ward.place.post(&here, Some(&ward.reader), "fra=snart&uker=0&borte=200&aktivitet=x");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for part in ["Skriv en dato.", "1 til 104", "høyst 100", "value=\"snart\"", "value=\"200\""] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
}

#[test]
fn a_group_has_a_share_of_its_own_and_what_must_be_closed_is_told() {
    let ward = Ward::new("year-groups");
    let here = format!("/u/{}/p/{}/year", ward.unit, ward.number);
    let usual = "fra=2027-07-05&uker=2&sommer=26&puljer=3&lengde=3&borte=100&aktivitet=100&overlapp=0&tilovers=0";
    let told = |asked: &str| {
        let answer = ward.place.post(&here, Some(&ward.reader), asked);
        assert_eq!(answer.header("location"), format!("{here}?{asked}"), "{}", answer.text());
        ward.place.get(answer.header("location"), Some(&ward.reader)).text()
    };
    // All nurses may be away at once, and then so few that not everybody gets a summer.
    let raised = "bedt om: 15 i SPL. Ellers får ikke alle ferien sin.";
    let of_all = told(usual);
    assert!(!of_all.contains("Ellers får ikke alle ferien sin."), "{of_all}");
    let own = told(&format!("{usual}&borte-SPL=1"));
    assert!(own.contains(raised) && own.matches("Ellers får ikke alle ferien sin.").count() == 1, "{own}");
    let field = "type=\"text\" id=\"borte-SPL\" name=\"borte-SPL\" value=\"1\"";
    assert!(own.contains(field) && own.contains("SPL: høyst på ferie samtidig, prosent"), "{own}");
    // Fewer beds stand beside what else makes it easier, with the weeks; so do single weeks beside the summer.
    let ways = ["Egne folk dekker alt", "mindre aktivitet i ukene som mangler timer", "Selv uten aktivitet i"];
    assert_eq!(ways.iter().filter(|way| own.contains(**way)).count(), 1, "{own}");
    assert!(own.contains("Enkeltukene") && own.contains("Sommeren"), "{own}");
    let wrong = ward.place.post(&here, Some(&ward.reader), &format!("{usual}&borte-SPL=mange"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = wrong.text();
    for part in ["href=\"#borte-SPL\"", "høyst 100", "value=\"mange\"", "<details class=\"behind\" open>"] {
        assert!(wrong.contains(part), "{part} in\n{wrong}");
    }
}

#[test]
fn apprentices_of_the_years_ahead_count_and_can_be_left_out() {
    let ward = Ward::new("year-apprentices");
    let here = format!("/u/{}/p/{}/year", ward.unit, ward.number);
    let page = |address: &str| ward.place.get(address, Some(&ward.reader)).text();
    assert!(page(&here).contains("name=\"uten-laerlinger\""), "{}", page(&here));
    let asked = "fra=2027-01-04&uker=4&sommer=26&puljer=3&lengde=3&borte=40&aktivitet=100&overlapp=0&tilovers=0";
    let told = |form: &str| {
        let answer = ward.place.post(&here, Some(&ward.reader), form);
        assert_eq!(answer.header("location"), format!("{here}?{form}"), "{}", answer.text());
        page(answer.header("location"))
    };
    // The example takes in two a year for two years, who do 30 % of a position each.
    let said = "Lærlinger i HFA er de i arket Framskriving i 2027, for da har kalenderen ingen: inntil 1,2 årsverk";
    let with = told(asked);
    assert!(with.contains(said), "{with}");
    let without = told(&format!("{asked}&uten-laerlinger=on"));
    assert!(!without.contains("Lærlinger i HFA"), "{without}");
    let ticked = "id=\"uten-laerlinger\" name=\"uten-laerlinger\" checked";
    assert!(without.contains(ticked) && !with.contains(ticked), "{without}");
}
