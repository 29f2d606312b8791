//! What people read of a unit and of a proposal, and what they take out of it.

use axum::http::StatusCode;
use fordel_app::service::{BranchKind, Edit, Role};
use fordel_core::measure::gain::gain;
use fordel_text::{Lang, Texts};
use serde_json::Value;

use crate::place::{Answer, Place};
use crate::ward::Ward;

impl Ward {
    /// A page of the proposal as the reader sees it.
    fn page(&self, page: &str) -> Answer {
        self.get(self.number, page, &self.reader)
    }
}

/// Nothing on a page that its own policy would refuse, and nothing that somebody typed as markup.
fn holds(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let page = answer.text();
    for forbidden in [" style=\"", "<style", "onclick", "<b>fordeling</b>"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    for script in page.match_indices("<script").map(|(at, _)| &page[at..]) {
        assert!(script.starts_with("<script type=\"module\" src=\"/static/"), "{}", &script[..80.min(script.len())]);
    }
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id recurs");
    page
}

/// The rows of a CSV file that holds no quoted cells.
fn rows(answer: &Answer) -> Vec<Vec<String>> {
    let text = answer.text();
    let lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.starts_with("# "));
    lines.map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// A number as it is written in a CSV file in Norwegian.
pub fn number(cell: &str) -> f64 {
    cell.replace(',', ".").parse().expect("a number")
}

#[test]
fn the_front_page_tells_what_matters_most_and_every_page_of_a_proposal_is_read_by_a_reader() {
    let read = Ward::new("pages");
    let (place, unit) = (&read.place, read.unit);
    let front = holds(&place.get(&format!("/u/{unit}"), Some(&read.reader)));
    let opened = read.opened(read.number);
    let plan = opened.plan.as_ref().expect("a plan");
    let gain = gain(&opened.ward, plan);
    let freed = gain.work.freed_hours();
    assert!(freed.total() > 10.0, "the example frees hours: {freed:?}");
    let t = Texts::new(Lang::Nb);
    let told = format!("frigjør {} sykepleiertimer i uka", t.fixed(freed.total(), 0));
    assert!(front.contains(&told), "{told}\n{front}");
    assert!(front.contains(&format!("natt {}", t.fixed(freed.night, 0))));
    assert!(front.contains("<svg") && front.contains("Forslag") && front.contains("demand.csv"));

    let rhythm = holds(&read.page("rhythm"));
    for group in &opened.ward.groups {
        assert!(rhythm.contains(&format!("Døgnrytmeplan for {} ({})", group.name, group.code)), "{}", group.code);
    }
    let one = holds(&read.page("rhythm?gruppe=HFA&dager=helg"));
    assert!(one.contains("(HFA)</h2>") && !one.contains("(SPL)</h2>"));
    assert!(one.contains("gruppe=SPL") && one.contains("dager=uke&amp;gruppe=HFA"), "each view has its address");
    let monday = holds(&read.page("rhythm?gruppe=HFA&dager=man"));
    assert!(
        monday.contains("Minutter denne dagen") && monday.contains("dager=son&amp;gruppe=HFA"),
        "each day by itself"
    );
    let names = holds(&read.page("rhythm/names?intervall=07-09"));
    assert!(names.contains("07–09: hvem gjør hva") && !names.contains("09–12: hvem gjør hva"));
    assert!(holds(&read.page("rhythm/names")).contains("breaks"), "an interval a page in print");

    let training = holds(&read.page("training"));
    let taken = plan.training.iter().find(|taken| taken.people > 0).expect("the example takes courses");
    assert!(training.contains(&taken.course) && training.contains(&taken.tasks[0]));
    assert!(
        training.contains("Kompetanse på vakta") && training.contains("av 100 vakter"),
        "who is on the shift matters"
    );

    let findings = holds(&read.page("findings"));
    assert!(findings.contains("<div class=\"report\" lang=\"nb\">") && findings.contains("report.css"));
    assert!(findings.matches("<svg").count() > 3, "with its pictures");
}

#[test]
fn what_was_assumed_is_told_as_long_as_the_sheets_are_those_of_the_proposal() {
    let read = Ward::new("rests");
    assert!(holds(&read.page("findings")).contains("Ingen verdier måtte antas."));
    let unit = read.place.service.unit(&read.chief.who, read.unit).expect("seen").contribute().expect("may");
    let desk = unit.desk().expect("read");
    let (row, cells) = &desk.sheet("Oppgaver").expect("there").rows[0];
    let was = cells.get("Minutter").cloned();
    let edit = [Edit::Cell { row: *row, column: "Minutter".into(), was, now: "41".into() }];
    assert!(unit.edit("x", &edit).expect("saved").conflicts.is_empty());
    let findings = holds(&read.page("findings"));
    assert!(findings.contains("ikke har ført opp, er standardverdier") && !findings.contains("Ingen verdier"));
}

#[test]
fn the_report_names_the_unit_as_the_tree_does_whatever_the_sheet_says() {
    let read = Ward::new("named");
    let sheet = read.opened(read.number).ward.unit.clone();
    read.place.service.administer(&read.chief.who, read.unit).expect("administers").rename("Sengepost B").expect("may");
    let [shown, file] = ["findings", "report.html"].map(|page| read.page(page).text());
    assert!(shown.contains("Én uke i Sengepost B, hele døgnet") && !shown.contains(&format!("Én uke i {sheet}")));
    assert!(file.contains(" – Sengepost B</title>") && file.contains("<p class=\"unit\">Sengepost B</p>"), "{file}");
    let plan: Value = serde_json::from_str(&read.page("plan.json").text()).expect("JSON");
    assert_eq!(plan["unit"], sheet.as_str(), "the plan goes with the workbook");
}

#[test]
fn everything_can_be_taken_out_with_its_type_and_a_safe_name() {
    let read = Ward::new("out");
    let begins: [(&str, &str, &[u8]); 15] = [
        ("plan.json", "application/json", b"{"),
        ("plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("report.html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("report.pdf", "application/pdf", b"%PDF-"),
        ("staffing.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("training.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("competence.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("rhythm.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("moved.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("demand.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf# "),
        ("staffing.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("training.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("rhythm.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("moved.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("demand.json", "application/json", b"{"),
    ];
    for (name, kind, first) in begins {
        let answer = read.page(name);
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind), "{name}");
        assert!(answer.body.starts_with(first), "{name}");
        let saved = answer.header("content-disposition");
        let ending = name.rsplit('.').next().expect("an ending");
        assert!(saved.starts_with("attachment; filename=\"") && saved.ends_with(&format!(".{ending}")), "{saved}");
    }
    assert_eq!(read.page("plan.docx").status, StatusCode::NOT_FOUND);

    let plan = read.opened(read.number).plan.clone().expect("a plan");
    let staffing = rows(&read.page("staffing.csv"));
    let heads: f64 = staffing[1..].iter().map(|row| number(&row[5])).sum();
    assert_eq!(heads, plan.staffing.iter().map(|h| f64::from(h.heads)).sum::<f64>());
    let week: f64 = rows(&read.page("rhythm.csv"))[1..].iter().map(|row| number(&row[7])).sum();
    let placed: f64 = plan.groups.iter().map(|group| group.minutes_week).sum();
    assert!((week - placed).abs() < placed / 1000.0, "{week} of {placed} minutes");
}

#[test]
fn demand_hour_by_hour_is_the_plans_own_and_is_told_without_its_head_too() {
    let read = Ward::new("demand");
    let opened = read.opened(read.number);
    let plan = opened.plan.clone().expect("a plan");
    let told = rows(&read.page("demand.csv"));
    assert_eq!(told.len(), 1 + 7 * 24 * opened.ward.groups.len());
    let file: Value = serde_json::from_slice(&read.page("demand.json").body).expect("JSON");
    let hours = file["hours"].as_array().expect("hours");
    assert_eq!(hours.len() + 1, told.len());
    let sum = |key: &str| hours.iter().map(|hour| hour[key].as_f64().expect("a number")).sum::<f64>();
    let (minutes, capacity) =
        plan.workload.iter().fold((0.0, 0.0), |sums, load| (sums.0 + load.minutes, sums.1 + load.capacity));
    assert!((sum("minutes") - minutes).abs() < 1.0, "{} of {minutes} minutes", sum("minutes"));
    assert!((sum("room_minutes") - capacity).abs() < 1.0, "{} of {capacity} minutes", sum("room_minutes"));
    assert!((told[1..].iter().map(|row| number(&row[3])).sum::<f64>() - minutes).abs() < minutes / 100.0);
    let about = file["about"].as_array().expect("what it tells about itself");
    assert!(about.iter().any(|line| line.as_str().is_some_and(|line| line.contains("people_needed"))));
    // Both name the unit as the organisation does, whatever its sheets say.
    let leads = read.place.service.administer(&read.chief.who, read.unit).expect("may");
    leads.rename("Korttid øst").expect("renamed");
    let file: Value = serde_json::from_slice(&read.page("demand.json").body).expect("JSON");
    assert_eq!(file["unit"], "Korttid øst");
    assert!(file["about"].to_string().contains("Enhet: Korttid øst."), "{}", file["about"]);
    assert!(read.page("demand.csv").text().contains("Enhet: Korttid øst."));
    let bare = read.page("demand.csv?hode=nei").text();
    assert!(bare.starts_with("\u{feff}ukedag;time;gruppe;"), "{}", &bare[..60]);
}

#[test]
fn without_a_plan_each_page_says_what_to_do_and_nobody_else_sees_it() {
    let place = Place::new("empty", 0);
    let chief = place.founded();
    let administers = place.service.administer(&chief.who, chief.who.organisation).expect("may");
    let department = administers.add(BranchKind::Department, "Medisin").expect("added");
    let administers = place.service.administer(&chief.who, department).expect("may");
    let empty = administers.add(BranchKind::Unit, "Ny <b>post</b>").expect("added");
    let front = place.get(&format!("/u/{empty}"), Some(&chief)).text();
    assert!(front.contains("Kartlegg oppgavene") && front.contains("Ny &lt;b&gt;post"), "{front}");
    let told = [("priorities", "ingen oppgaver å sette farge på ennå"), ("proposals", "Her kommer forslagene")];
    for (page, sentence) in told {
        let page = holds(&place.get(&format!("/u/{empty}/{page}"), Some(&chief)));
        assert!(page.contains(sentence) && page.contains(">Kartlegg oppgavene</a>"), "{page}");
    }

    let unit = place.service.add_example(&chief.who).expect("the example");
    let front = holds(&place.get(&format!("/u/{unit}"), Some(&chief)));
    assert!(front.contains("Be om et forslag"), "{front}");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let number = contributes.propose("Venter", &fordel_app::service::Asked::default()).expect("asked");
    for page in ["rhythm", "rhythm/names", "training", "findings", "certainty"] {
        let answer = place.get(&format!("/u/{unit}/p/{number}/{page}"), Some(&chief));
        assert!(holds(&answer).contains("Forslaget er ikke ferdig ennå"), "{page}");
        assert_eq!(place.get(&format!("/u/{unit}/p/99/{page}"), Some(&chief)).status, StatusCode::NOT_FOUND);
        assert_eq!(place.get(&format!("/u/{unit}/p/{number}/{page}"), None).status, StatusCode::SEE_OTHER);
    }
    for file in ["plan.json", "report.pdf", "staffing.csv", "demand.json"] {
        let answer = place.get(&format!("/u/{unit}/p/{number}/{file}"), Some(&chief));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{file}");
    }
    assert!(place.get(&format!("/u/{unit}"), Some(&chief)).text().contains("Følg med"));

    let elsewhere = place.invited(&chief, empty, Role::Leader, "annen@test.no");
    for page in
        [format!("/u/{unit}"), format!("/u/{unit}/p/{number}/rhythm"), format!("/u/{unit}/p/{number}/plan.json")]
    {
        assert_eq!(place.get(&page, Some(&elsewhere)).status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[test]
fn what_can_not_be_used_is_said_also_where_a_form_has_no_page_of_its_own() {
    let ward = crate::ward::Ward::new("reading-unusable");
    let address = format!("/u/{}/objections", ward.unit);
    let answer = ward.place.post(&address, Some(&ward.reader), "row=1&text=+&back=/");
    assert_eq!(answer.status.as_u16(), 422);
    assert!(answer.text().contains("Skriv hva innvendingen er."), "{}", answer.text());
}
