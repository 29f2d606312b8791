//! Kartlegging through the router: what lacks is counted, and leads to its lines; the filters are folded, and tell what they show.

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{BranchKind, Edit, ReviewState, RowId};

use crate::place::Place;

#[test]
fn counts_of_what_lacks_lead_to_the_lines_and_folded_filters_say_so() {
    let place = Place::new("mapping", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let first = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let empty = |column: &str| Edit::Cell { row: first, column: column.to_owned(), was: None, now: String::new() };
    contributes.edit("empty", &[empty("I dag")]).expect("saved");
    let far = contributes.desk().expect("read").completeness();
    assert_eq!((far.no_minutes, far.no_today), (0, 1));

    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    let there = format!("/u/{unit}/mapping?mangler=I%20dag");
    let link = format!("<a href=\"{there}\"><span data-count=\"missing_today\">1</span> mangler «I dag»</a>");
    assert!(page.contains(&link), "{link} in\n{page}");
    let none = "<span class=\"count\"><span data-count=\"missing_minutes\">0</span>";
    assert!(page.contains(none), "where nothing lacks there is no way: {page}");
    assert!(page.contains("<details><summary>Filtre <strong id=\"grid-narrowed\"></strong></summary>"), "{page}");

    let lines = place.get(&there, Some(&chief)).text();
    assert!(lines.contains("<strong id=\"grid-narrowed\">Uten i dag</strong>"), "{lines}");
    assert!(lines.contains(&format!("Viser 1 av {}", far.lines)), "{lines}");
}

#[test]
fn a_row_leads_to_its_history_its_note_and_its_objections() {
    let place = Place::new("mapping-row", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let (task, cells) = &desk.sheet("Oppgaver").expect("there").rows[1];
    let page = place.get(&format!("/u/{unit}/mapping?rad={task}"), Some(&chief)).text();
    assert!(page.contains(&format!("<span>2 {}</span>", cells["Oppgave"])), "{page}");
    for (way, called) in
        [("history?rad", "Historikk"), ("workshop?linje", "Notat og drøfting"), ("objections?linje", "Innvendinger")]
    {
        let there = format!("/u/{unit}/{way}={task}");
        assert!(
            page.contains(&format!("<a href=\"{there}\" data-address=\"/u/{unit}/{way}=\">{called}</a>")),
            "{page}"
        );
        let told = place.get(&there, Some(&chief));
        assert!(told.status.is_success() && told.text().contains(&cells["Oppgave"]), "{there}: {}", told.text());
    }
    let meeting = place.get(&format!("/u/{unit}/workshop?linje={task}"), Some(&chief)).text();
    assert!(meeting.contains(&format!("/u/{unit}/mapping?rad={task}#r{task}\"")), "and back: {meeting}");

    let shift = desk.sheet("Vakter").expect("there").rows[0].0;
    let shifts = place.get(&format!("/u/{unit}/mapping?ark=Vakter&rad={shift}"), Some(&chief)).text();
    assert!(shifts.contains(&format!("<a href=\"/u/{unit}/history?rad={shift}\"")), "{shifts}");
    assert!(!shifts.contains("objections?linje="), "nobody objects to a shift's row: {shifts}");
}

#[test]
fn all_that_is_known_of_a_row_is_told_on_its_page_and_in_the_panel_beside_the_table() {
    let place = Place::new("mapping-about", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let tasks = &desk.sheet("Oppgaver").expect("there").rows;
    let (row, cells) = tasks.iter().find(|(_, cells)| cells.contains_key("Minutter")).expect("one with minutes");
    let address = format!("/u/{unit}/mapping/row/{row}");
    let get = || place.get(&address, Some(&chief)).text();

    let page = get();
    assert!(page.contains("<h1>Om raden</h1>") && page.contains(&cells["Oppgave"]), "{page}");
    assert!(page.contains("Ikke drøftet ennå.") && page.contains("Ingen innvendinger."), "{page}");
    assert!(page.contains(&format!("<li>{} min per gang</li><li>Kom med raden: Kari Nordmann, ", cells["Minutter"])));
    assert!(page.contains("<li>Vanlig i oppgavebiblioteket: ") && page.contains("eksempelposten"), "{page}");
    assert!(!page.contains("/why/"), "without a plan nothing asks why: {page}");

    let write = |column: &str, now: &str| {
        let edit = Edit::Cell { row: *row, column: column.to_owned(), was: None, now: now.to_owned() };
        contributes.edit(now, &[edit]).expect("saved");
    };
    write("Minutter", "88");
    for note in ["første", "andre", "tredje", "fjerde", "<i>femte</i>"] {
        write("Merknad", note);
    }
    contributes.review(*row, ReviewState::Disputed, "Vi måler det i uke 40.").expect("said");
    contributes.object(Some(*row), "Det går ikke om natta.").expect("objected");
    let page = get();
    assert!(page.contains("<strong>uenighet</strong> · Kari Nordmann, "), "{page}");
    assert!(page.contains("Vi måler det i uke 40."), "{page}");
    assert!(page.contains("<li>88 min per gang</li><li>Skrevet av Kari Nordmann, "), "{page}");
    assert!(page.contains("<li>Merknad: &lt;i&gt;femte&lt;/i&gt;</li>"), "what the sheet says of them: {page}");
    assert!(page.contains("<blockquote>Det går ikke om natta.</blockquote>") && page.contains("venter på svar"));
    assert!(page.contains("fra fjerde til &lt;i&gt;femte&lt;/i&gt;"), "the last changes: {page}");
    assert!(!page.contains("fra første til andre"), "and no more than five: {page}");
    let ways = [format!("history?rad={row}"), format!("objections?linje={row}"), format!("workshop?linje={row}")];
    for way in ways.iter().chain([&format!("mapping?rad={row}&amp;om=1#r{row}")]) {
        assert!(page.contains(&format!("href=\"/u/{unit}/{way}\"")), "{way}: {page}");
    }

    let request = Request::builder().method(Method::GET).uri(address.as_str()).header("x-fordel", "1");
    let panel = place.ask(request, Some(&chief), Body::empty()).text();
    assert!(panel.starts_with("<h2>") && page.contains(&panel), "the script gets the page's main part: {panel}");
    let table = place.get(&format!("/u/{unit}/mapping?rad={row}"), Some(&chief)).text();
    assert!(table.contains(&format!("<a href=\"{address}\" data-address=\"/u/{unit}/mapping/row/\">Alt om raden</a>")));
}

#[test]
fn the_page_of_a_row_leads_to_its_place_in_the_plan_says_that_it_is_gone_and_is_its_own_units_alone() {
    let place = Place::new("mapping-row-gone", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let number = place.proposal(&chief, unit, 3);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let opened = contributes.proposal(number).expect("read");
    let (line, row) = opened.rows.iter().next().expect("a line");
    let page = |row: &RowId| place.get(&format!("/u/{unit}/mapping/row/{row}"), Some(&chief)).text();
    let why = format!("/u/{unit}/p/{number}/why/{line}");
    assert!(page(row).contains(&format!("href=\"{why}\"")), "{}", page(row));
    assert!(place.get(&why, Some(&chief)).status.is_success());

    let shift = contributes.desk().expect("read").sheet("Vakter").expect("there").rows[0].0;
    let told = page(&shift);
    assert!(told.contains("De siste endringene") && !told.contains("objections?linje="), "{told}");
    assert!(told.contains(&format!("/u/{unit}/mapping?ark=Vakter&amp;rad={shift}&amp;om=1#r{shift}")), "{told}");

    contributes.edit("gone", &[Edit::Remove { row: *row }]).expect("removed");
    let gone = page(row);
    assert!(gone.contains("Raden er fjernet fra arket.") && gone.contains("fjernet: "), "{gone}");
    assert!(gone.contains(&format!("/u/{unit}/history?rad={row}")) && !gone.contains("/mapping?rad="), "{gone}");

    let other = place.elsewhere();
    let theirs = place.service.add_example(&other.who).expect("the example");
    for (unit, row) in [(theirs, *row), (unit, *row), (unit, shift), (theirs, shift)] {
        let answer = place.get(&format!("/u/{unit}/mapping/row/{row}"), Some(&other));
        assert_eq!(answer.status.as_u16(), 404, "/u/{unit}/mapping/row/{row}");
    }
}

#[test]
fn faults_are_told_at_their_sheet_and_the_way_to_them_leads_there() {
    let place = Place::new("mapping-faults", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Vakter").expect("there").rows[0].0;
    let wrong = Edit::Cell { row, column: "Start".to_owned(), was: None, now: "når det passer".to_owned() };
    contributes.edit("wrong", &[wrong]).expect("saved");
    let desk = contributes.desk().expect("read");
    let (all, here) = (desk.completeness().faults, desk.faults_in("Vakter"));
    assert!(here > 0 && desk.faults_in("Oppgaver") == 0, "{:?}", desk.complaints);

    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    let tab = |sheet: &str, hidden: &str, count: usize| {
        let told = format!("<span data-faults-of=\"{sheet}\">{count}</span> feil</span></a>");
        format!("{sheet}<span class=\"of-sheet\"{hidden}> ▲ {told}")
    };
    for told in [tab("Vakter", "", here), tab("Kurs", " hidden", 0)] {
        assert!(page.contains(&told), "{told} in\n{page}");
    }
    let way = format!("/u/{unit}/mapping?feil=1");
    assert!(page.contains(&format!("<a href=\"{way}\"><span data-count=\"faults\">{all}</span> feil</a>")), "{page}");
    let answer = place.get(&way, Some(&chief));
    let there = format!("/u/{unit}/mapping?ark=Vakter&feil=1");
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, there.as_str()));
    let shifts = place.get(&there, Some(&chief)).text();
    assert!(shifts.contains("Viser 1 av "), "{shifts}");
    assert!(!shifts.contains("Vakter!"), "at the cell itself nobody needs its address: {shifts}");
}

#[test]
fn a_unit_that_nobody_has_begun_on_says_what_to_do_and_nothing_of_workbooks() {
    let place = Place::new("mapping-new", 0);
    let chief = place.founded();
    let top = place.service.administer(&chief.who, chief.who.organisation).expect("administers");
    let unit = top.add(BranchKind::Unit, "Ny post").expect("added");
    let page = place.get(&format!("/u/{unit}/mapping"), Some(&chief)).text();
    assert!(page.contains("Ingen oppgaver er kartlagt ennå.") && page.contains("data-color=\"info\""), "{page}");
    assert!(!page.contains("Fant ikke noe ark") && !page.contains("data-color=\"danger\""), "{page}");
    assert!(page.contains("<span data-count=\"faults\">0</span>"), "{page}");
    // Nothing is wrong by any page: what is missing is the tasks.
    let proposals = place.get(&format!("/u/{unit}/proposals"), Some(&chief)).text();
    assert!(!proposals.contains("feil i arkene") && proposals.contains("Kartlegg oppgavene"), "{proposals}");
    assert!(!proposals.contains(&format!("action=\"/u/{unit}/proposals\"")), "nothing to ask for: {proposals}");
}
