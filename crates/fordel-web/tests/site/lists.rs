//! Every table is taken out as CSV and as a workbook, with what the page shows: of a proposal, of a unit, of the organisation.

use std::collections::BTreeSet;
use std::fmt::Write;

use axum::http::StatusCode;
use fordel_app::service::{BranchId, Due, Edit};
use fordel_core::measure::certificates::coverage;
use fordel_core::measure::needs::needs;

use crate::place::{Answer, Person, Place};
use crate::reading::number;
use crate::ward::{Ward, heard};

const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The rows of a table as CSV, its head first; it is a workbook too, and is saved under a name of its own.
fn taken_out(place: &Place, by: &Person, table: &str, query: &str) -> Vec<Vec<String>> {
    let file = |ending: &str| -> Answer {
        let answer = place.get(&format!("{table}.{ending}{query}"), Some(by));
        assert_eq!(answer.status, StatusCode::OK, "{table}.{ending}{query}: {}", answer.text());
        let saved = answer.header("content-disposition");
        assert!(saved.starts_with("attachment; ") && saved.ends_with(&format!(".{ending}")), "{saved}");
        assert!(saved.contains("%20%E2%80%93%20"), "whose it is – what it is: {saved}");
        answer
    };
    let (csv, book) = (file("csv"), file("xlsx"));
    assert!(csv.body.starts_with("\u{feff}".as_bytes()) && csv.header("content-type").starts_with("text/csv"));
    assert!(book.body.starts_with(b"PK") && book.header("content-type") == BOOK);
    rows(&csv.text())
}

/// The rows of a CSV file, also where cells are quoted.
pub fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ';' | '\r' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => rows.push(std::mem::take(&mut row)),
            letter => cell.push(letter),
        }
    }
    rows
}

/// The row whose first cell this is.
fn row<'r>(rows: &'r [Vec<String>], first: &str) -> &'r [String] {
    rows.iter().find(|row| row[0] == first).unwrap_or_else(|| panic!("{first} in {rows:?}"))
}

/// Whether the page leads to the table's files.
fn leads_to(page: &Answer, table: &str) {
    let text = page.text();
    for ending in ["csv", "xlsx"] {
        assert!(text.contains(&format!("/{table}.{ending}")), "{table}.{ending}: {text}");
    }
}

/// What the links that take tables out of a page are called by those who don't see them.
fn names_of_links(page: &Answer) -> Vec<String> {
    let text = page.text();
    let links = text.split("<p class=\"take-out\">").skip(1).filter_map(|rest| rest.split("</p>").next());
    let names = links.flat_map(|links| links.split("aria-label=\"").skip(1).filter_map(|rest| rest.split('"').next()));
    names.map(str::to_owned).collect()
}

#[test]
fn a_proposals_tables_are_taken_out_from_the_pages_that_show_them() {
    let ward = Ward::new("lists");
    let here = format!("/u/{}/p/{}", ward.unit, ward.number);
    let out = |table: &str, query: &str| taken_out(&ward.place, &ward.reader, &format!("{here}/{table}"), query);
    let page = |page: &str| ward.get(ward.number, page, &ward.reader);
    let opened = ward.opened(ward.number);
    let plan = opened.plan.as_ref().expect("a plan");

    leads_to(&page("staffing"), "sums");
    let sums = out("sums", "");
    assert_eq!(sums[0][..2], ["Gruppe", "Årsverk"]);
    for group in &plan.groups {
        assert!((number(&row(&sums, &group.group)[1]) - group.fte).abs() < 0.006, "{group:?} in {sums:?}");
    }

    let training = page("training");
    for table in ["training", "held", "needs", "holders"] {
        leads_to(&training, table);
    }
    let known = coverage(&opened.ward, plan).iter().map(|one| one.people.len()).sum::<usize>();
    assert_eq!(out("held", "").len(), known + 1);
    let needed = out("needs", "");
    let tasks = needs(&opened.ward, plan);
    let of_groups = tasks.iter().flat_map(|task| &task.groups).filter(|of| of.placed || !of.courses.is_empty());
    assert_eq!(needed.len(), of_groups.count() + 1);
    assert!(tasks.iter().all(|task| needed.iter().any(|row| row[0] == task.task)), "{needed:?}");
    // Who needs no course, and who may not do the task, aren't told alike.
    let nothing = tasks.iter().flat_map(|task| &task.groups).filter(|of| !of.placed && of.courses.is_empty());
    let (free, kept_out): (Vec<_>, Vec<_>) = nothing.partition(|of| of.allowed);
    let told = |text: &str| training.text().matches(&format!("class=\"quiet\">{text}</span>")).count();
    assert_eq!((told("trenger ikke kurs"), told("kan ikke")), (free.len(), kept_out.len()));
    assert!(!kept_out.is_empty(), "{tasks:?}");
    let holders = out("holders", "");
    assert!(holders.len() > 1 && holders[1..].iter().all(|row| number(&row[2]) <= number(&row[3])), "{holders:?}");
    assert_eq!(out("required", "")[0][2], "Kravet");

    // The proposal is the last column beside what it is compared with.
    let own = ward.place.get(&here, Some(&ward.reader));
    leads_to(&own, "beside");
    leads_to(&own, "moved");
    let cost = |beside: &[Vec<String>]| number(row(beside, "Kostnad i året").last().expect("the proposal"));
    let year_cost = plan.year_cost.expect("a plan costs something");
    assert!((cost(&out("beside", "")) - year_cost).abs() < 1.0);
    leads_to(&ward.place.get(&format!("/u/{}/proposals", ward.unit), Some(&ward.reader)), "proposals");
    let all = taken_out(&ward.place, &ward.reader, &format!("/u/{}/proposals", ward.unit), "");
    assert!((cost(&all) - year_cost).abs() < 1.0 && all[0].last().is_some_and(|name| name.starts_with("1. ")));

    // Held against itself it has moved nothing.
    let query = format!("?mot={}", ward.number);
    let page_of = page(&format!("differences{query}"));
    leads_to(&page_of, "differences/groups");
    let groups = out("differences/groups", &query);
    assert_eq!(groups.len(), plan.groups.len() + 1);
    assert!(groups[1..].iter().all(|row| number(&row[3]) == 0.0), "{groups:?}");
    assert_eq!(out("differences/lines", &query).len(), 1);

    // Each table of the report, also those behind its pictures.
    let findings = page("findings");
    leads_to(&findings, "findings/table");
    let tables = findings.text().matches("findings/table.csv?nr=").count();
    assert!(tables > 3 && out("findings/table", "?nr=1") != out("findings/table", &format!("?nr={tables}")));
    assert_eq!(page(&format!("findings/table.csv?nr={}", tables + 1)).status, StatusCode::NOT_FOUND);

    // Whoever goes from link to link hears which table each of them takes out.
    for page in [own, page("training"), findings, page("staffing?gruppe=SPL&dag=6")] {
        let names = names_of_links(&page);
        let different: BTreeSet<&String> = names.iter().collect();
        assert!(names.len() > 3 && different.len() == names.len(), "{names:?}");
        assert!(names.iter().all(|name| name.starts_with("CSV: ") || name.starts_with("Excel: ")), "{names:?}");
    }

    // What pictures show, and the days of the activity plan.
    leads_to(&page("rhythm?gruppe=HFA"), "rhythm/day");
    let (all, one) = (out("rhythm/day", ""), out("rhythm/day", "?gruppe=HFA"));
    assert!(all.len() > 8 && one.len() > 8 && all != one, "{one:?}");
    assert!(all[1..].iter().flat_map(|row| &row[1..]).all(|cell| cell.is_empty() || number(cell) >= 0.0), "{all:?}");
    leads_to(&page("staffing?gruppe=SPL&dag=6"), "staffing/day");
    assert_eq!(out("staffing/day", "?gruppe=SPL&dag=6").len(), opened.ward.intervals.len() + 1);
    leads_to(&page("rhythm/names"), "rhythm");
    let rhythm = out("rhythm", "");
    assert_eq!(rhythm[0].last().map(String::as_str), Some("Minutter på søndag"));
    let days = |row: &Vec<String>| row[9..].iter().map(|cell| number(cell)).sum::<f64>();
    assert!(rhythm[1..].iter().all(|row| (days(row) - number(&row[7])).abs() < 0.5), "a week is its seven days");
}

#[test]
fn what_is_asked_of_a_head_a_cell_and_a_line_is_taken_out() {
    let ward = Ward::new("lists-why");
    let here = format!("/u/{}/p/{}", ward.unit, ward.number);
    let out = |table: &str| taken_out(&ward.place, &ward.reader, &format!("{here}/{table}"), "");
    let page = |page: &str| ward.get(ward.number, page, &ward.reader);
    let opened = ward.opened(ward.number);

    let (shift, day) = (0, opened.ward.shifts[0].days.iter().next().expect("it runs"));
    let count = opened.head_count(fordel_core::ward::ShiftId(shift), day).expect("counted");
    let rooms = format!("heads/{shift}/{}", day.number());
    leads_to(&page(&rooms), &format!("{rooms}/rooms"));
    let told = out(&format!("{rooms}/rooms"));
    assert_eq!(told.len(), count.rooms.len() + 1);
    for (row, room) in told[1..].iter().zip(&count.rooms) {
        assert!((number(&row[1]) - room.minutes).abs() < 0.06, "{row:?}");
    }

    let placed = opened.placed().expect("a plan").placements.first().expect("a placement");
    let why = format!("why/{}", placed.row);
    leads_to(&page(&why), &format!("{why}/others"));
    let others = out(&format!("{why}/others"));
    assert_eq!((others.len() - 1) % (opened.ward.groups.len() - 1), 0, "a row for each other group: {others:?}");

    let cell = "cell/0/1/0";
    let tasks = out(&format!("{cell}/tasks"));
    assert_eq!(tasks[0][..4], ["Oppgave", "Når", "Dager", "Minutter her"]);
    if tasks.len() > 1 {
        leads_to(&page(cell), &format!("{cell}/tasks"));
    }
}

#[test]
fn a_decisions_record_is_taken_out_with_the_assessments_that_were_due() {
    let ward = Ward::new("lists-decided");
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let version = leads.decide(ward.number, &heard(), "enige").expect("decided");
    let copy = leads.copy(ward.number, "Kopi").expect("copied");
    let again = leads.decide(copy, &heard(), "enige").expect("decided again");
    let read = leads.decision(version).expect("read");
    let here = format!("/u/{}/decisions/{version}", ward.unit);
    leads_to(&ward.place.get(&here, Some(&ward.reader)), &format!("decisions/{version}/record"));
    let record = taken_out(&ward.place, &ward.reader, &format!("{here}/record"), "");
    assert_eq!(record.len(), read.moved.len() + 1);
    for (row, line) in record[1..].iter().zip(&read.moved) {
        assert_eq!((row[0].as_str(), row[4].as_str()), (line.task.as_str(), line.to.as_str()));
        assert_eq!(row[8] == "n", line.due() == Due::Competence, "{row:?}");
        assert_eq!(row[11] == "m", line.due() == Due::Medicines, "{row:?}");
    }
    let since = format!("/u/{}/decisions/{again}", ward.unit);
    leads_to(&ward.place.get(&since, Some(&ward.reader)), &format!("decisions/{again}/groups"));
    assert!(taken_out(&ward.place, &ward.reader, &format!("{since}/groups"), "").len() > 1);
    assert_eq!(taken_out(&ward.place, &ward.reader, &format!("{since}/lines"), "").len(), 1);
}

#[test]
fn a_units_sheets_history_and_objections_are_taken_out_whole() {
    let place = Place::new("lists-unit", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let out = |table: &str, query: &str| taken_out(&place, &chief, &format!("/u/{unit}/{table}"), query);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let all: usize = desk.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let (line, _) = desk.sheet("Oppgaver").expect("there").rows[0];

    let came = out("history", "").iter().filter(|row| row[2].starts_with("ny rad: ")).count();
    assert_eq!(came, all, "also where much came at once");
    let edit = Edit::Cell { row: line, column: "Minutter".into(), was: None, now: "88".into() };
    contributes.edit("one", &[edit]).expect("changed");
    let changed = out("history", &format!("?rad={line}"));
    assert_eq!(changed[0], ["Når", "Hvem", "Hva", "Fra", "Til", "Endring nummer"]);
    assert!(changed[1][2].ends_with(": Minutter") && changed[1][4] == "88", "{changed:?}");
    assert_eq!(changed[1][1], "Kari Nordmann");
    assert_eq!(out("history", "?slag=decisions").len(), 1);
    leads_to(&place.get(&format!("/u/{unit}/history"), Some(&chief)), "history");

    leads_to(&place.get(&format!("/u/{unit}/mapping"), Some(&chief)), "mapping");
    let tasks = out("mapping", "?ark=Oppgaver");
    assert_eq!(tasks.len(), desk.sheet("Oppgaver").expect("there").rows.len() + 1);
    let minutes = tasks[0].iter().position(|column| column == "Minutter").expect("a column");
    assert_eq!(tasks[1][minutes], "88", "a number as one");
    assert_eq!((tasks[0].last(), tasks[1].last()), (Some(&"Status".to_owned()), Some(&"ikke drøftet".to_owned())));
    assert_eq!(place.get(&format!("/u/{unit}/mapping.csv?ark=Tull"), Some(&chief)).status, StatusCode::NOT_FOUND);

    contributes.object(Some(line), "=1+1").expect("objected");
    let objections = out("objections", "");
    assert_eq!(objections[1][1], "'=1+1", "what somebody wrote is no formula");
    assert!(!objections[1][0].is_empty() && objections[1][4].is_empty(), "{objections:?}");
    contributes.object(None, "Natta blir tynn").expect("to the whole plan");
    assert_eq!(out("objections", "")[2][..2], ["Hele planen", "Natta blir tynn"]);

    let library = out("library", "?q=stell");
    leads_to(&place.get(&format!("/u/{unit}/library?q=stell"), Some(&chief)), "library");
    assert!(library.len() > 1 && library[1..].iter().all(|row| row[1].to_lowercase().contains("stell")));
    assert!(library[1..].iter().any(|row| !row[2].is_empty() && number(&row[2]) > 0.0), "{library:?}");
}

#[test]
fn what_was_handed_in_is_taken_out_before_it_is_saved() {
    let place = Place::new("lists-handed", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let waits = |page: &str, name: &str, bytes: &[u8]| {
        place.hand_in(&format!("/u/{unit}/{page}"), &chief, name, bytes).header("location").to_owned()
    };
    let liten = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
    let import = waits("import", "liten.xlsx", liten);
    leads_to(&place.get(&import, Some(&chief)), "changes");
    let changes = taken_out(&place, &chief, &format!("{import}/changes"), "");
    assert_eq!(changes[0], ["Ark", "Rad", "Endring", "Kolonne", "Står nå", "Blir"]);
    assert!(changes.len() > 200 && changes.iter().any(|row| row[2] == "ny rad"), "all of them: {}", changes.len());

    let mut people = String::from("Region;Alder;År;Antall\n");
    for year in 2026..=2032 {
        for ages in ["0-17", "18-49", "50-66", "67-79", "80+"] {
            writeln!(people, "Nord;{ages};{year};1000").expect("a row");
        }
    }
    let population = waits("population", "folkemengde.csv", people.as_bytes());
    leads_to(&place.get(&population, Some(&chief)), "residents");
    let residents = taken_out(&place, &chief, &format!("{population}/residents"), "");
    let years: Vec<&str> = residents[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(years, ["2026", "2027", "2028", "2029", "2030", "2031", "2032"], "all years");
    assert!(residents[1..].iter().all(|row| row.last().is_some_and(|all| all == "5000")), "{residents:?}");

    let counts: String = (1..=28).map(|day| format!("2027-02-{day:02};{}\n", 20 + day % 3)).collect();
    let activity = waits("activity", "historikk.csv", format!("Dato;Antall\n{counts}").as_bytes());
    leads_to(&place.get(&activity, Some(&chief)), "usual");
    let usual = taken_out(&place, &chief, &format!("{activity}/usual"), "?bilde=driver0-weekday");
    assert!(usual.len() > 7, "a row a weekday: {usual:?}");
    assert!(number(&usual[1][1]) > 19.0, "{usual:?}");
    let none = place.get(&format!("{activity}/usual.csv?bilde=x"), Some(&chief));
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[test]
fn the_organisations_tables_and_ones_own_are_taken_out() {
    let place = Place::new("lists-front", 0);
    let chief = place.founded();
    let unit: BranchId = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, fordel_app::service::Role::Reader, "leser@test.no");
    let out = |table: &str| taken_out(&place, &chief, table, "");
    leads_to(&place.get("/", Some(&chief)), "units");
    let units = out("/units");
    let lines = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read").completeness().lines;
    assert_eq!(number(&row(&units, "Post")[3]), lines as f64, "{units:?}");

    let page = place.get("/people", Some(&chief));
    leads_to(&page, "people");
    leads_to(&page, "people/branches");
    let people = out("/people");
    assert!(people.iter().any(|row| row[1] == "leser@test.no" && row[2] == "Leser" && row[3] == "Post"), "{people:?}");
    assert_eq!(place.get("/people.csv", Some(&reader)).status, StatusCode::FORBIDDEN);
    assert_eq!(number(&row(&out("/people/branches"), "Post")[3]), 1.0);
    let roles = out(&format!("/people/{unit}/roles"));
    assert_eq!((roles.len(), roles[1][2].as_str()), (2, "Leser"));
    let link = place.post(&format!("/people/{unit}/invite"), Some(&chief), "invited-role=reader&email=ny@test.no");
    assert_eq!(link.status, StatusCode::OK);
    leads_to(&link, &format!("people/{unit}/invitations"));
    assert_eq!(out(&format!("/people/{unit}/invitations"))[1][0], "ny@test.no");
    assert_eq!(out("/people/sign-in/linked").len(), 1);

    leads_to(&place.get("/me", Some(&reader)), "me/sessions");
    assert_eq!(taken_out(&place, &reader, "/me/sessions", "").len(), 2, "one's own alone");
    assert_eq!(taken_out(&place, &reader, "/me/tokens", "").len(), 1);
}
