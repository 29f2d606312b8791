//! Sett tilbake alt through the router: what was done in one go goes back by one press, but for what was changed since.

use std::collections::BTreeMap;

use fordel_app::service::{Change, Edit, Place as Stands, Role, RowId};
use fordel_core::plan::Heads;

use crate::place::Place;

/// The change by which the line of the history that holds this leads to putting all of it back.
fn leads_back(page: &str, what: &str) -> i64 {
    let row = page.split("<tr").find(|row| row.contains(what)).unwrap_or_else(|| panic!("{what}: {page}"));
    let rest = row.split("/history/back/").nth(1).unwrap_or_else(|| panic!("a way back: {row}"));
    rest.split('"').next().and_then(|seq| seq.parse().ok()).expect("a number")
}

/// What a page says that it shows, as its form sends it.
pub fn seen(page: &str) -> String {
    let word = page.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    format!("seen={}", word.unwrap_or_else(|| panic!("a form: {page}")))
}

#[test]
fn all_that_was_pasted_goes_back_by_one_press_but_for_what_somebody_changed_since() {
    let place = Place::new("put-back", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let ola = place.invited(&chief, unit, Role::Contributor, "ola@test.no");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let as_chief = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let as_ola = place.service.unit(&ola.who, unit).expect("seen").contribute().expect("may");
    let tasks = || as_chief.desk().expect("read").sheet("Oppgaver").expect("there").rows.clone();
    let before: BTreeMap<RowId, BTreeMap<String, String>> = tasks().into_iter().collect();
    let rows: Vec<RowId> = tasks().into_iter().map(|(row, _)| row).collect();
    let cell = |row: RowId, now: &str| Edit::Cell { row, column: "Minutter".into(), was: None, now: now.into() };
    let (sheet, cells) = ("Oppgaver".to_owned(), [("Oppgave".to_owned(), "Ny oppgave".to_owned())].into());
    let mut pasted: Vec<Edit> = rows[..5].iter().map(|row| cell(*row, "77")).collect();
    pasted.push(Edit::Remove { row: rows[5] });
    pasted.push(Edit::Add { temp: "n".into(), sheet, place: Stands::Last, cells });
    as_chief.edit("paste", &pasted).expect("pasted");
    let after = tasks();

    let address = format!("/u/{unit}/history");
    let history = place.get(&address, Some(&ola)).text();
    let seq = leads_back(&history, "5 celler endret i Oppgaver");
    assert!(!place.get(&address, Some(&reader)).text().contains("/history/back/"), "a reader puts nothing back");
    let singly = place.get(&format!("{address}?sammen={seq}"), Some(&ola)).text();
    assert!(singly.contains(&format!("/history/back/{seq}\"")), "{singly}");

    let confirm = format!("{address}/back/{seq}");
    let before_that = seen(&place.get(&confirm, Some(&ola)).text());
    as_ola.edit("since", &[cell(rows[0], "<i>99</i>")]).expect("changed");
    let page = place.get(&confirm, Some(&ola)).text();
    for part in ["Sett tilbake 6 endringer", "(raden fjernes igjen)", "Ny oppgave"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let was = before[&rows[0]].get("Minutter").cloned().unwrap_or_default();
    let stays = page.split("id=\"stays\"").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    let both = format!("<td>{was}</td><td>77</td><td>&lt;i&gt;99&lt;/i&gt;</td><td>Kari Nordmann</td>");
    assert!(stays.contains(&both) && stays.matches("<th scope=\"row\">").count() == 1, "{both}: {stays}");

    let list = place.get(&format!("{confirm}/changes.csv"), Some(&ola)).text();
    assert_eq!((list.matches("Settes tilbake;").count(), list.matches("Blir stående;").count()), (6, 1), "{list}");
    assert!(page.contains(&format!("/history/back/{seq}/changes.xlsx")), "{page}");

    // What somebody wasn't shown isn't passed over.
    let stale = place.post(&confirm, Some(&ola), &before_that);
    assert!(stale.status.as_u16() == 409 && stale.text().contains("Noe er endret siden"), "{}", stale.text());
    assert_eq!(tasks().len(), after.len());
    // As many stay, but others: that is shown too.
    as_ola.edit("others", &[cell(rows[0], "77"), cell(rows[1], "88")]).expect("changed");
    let other = place.post(&confirm, Some(&ola), &seen(&page));
    assert!(other.status.as_u16() == 409 && other.text().contains("<td>88</td>"), "{}", other.text());
    as_ola.edit("as-before", &[cell(rows[0], "<i>99</i>"), cell(rows[1], "77")]).expect("changed");
    assert_eq!(place.post(&confirm, Some(&reader), &seen(&page)).status.as_u16(), 403);
    assert_eq!(place.post(&confirm, Some(&ola), &seen(&page)).status.as_u16(), 303);
    let mut expected = before.clone();
    expected.entry(rows[0]).or_default().insert("Minutter".into(), "<i>99</i>".into());
    assert_eq!(tasks().into_iter().collect::<BTreeMap<_, _>>(), expected);

    // It is told as such, and is one step to undo; there is no more to put back.
    let history = place.get(&address, Some(&ola)).text();
    let again = leads_back(&history, "<summary>satte tilbake det som var gjort i én omgang, 4 celler endret i ");
    assert!(again > seq);
    let told = place.get(&format!("{address}?sammen={again}"), Some(&ola)).text();
    assert!(told.contains(&format!("?sammen={seq}\">satte tilbake")), "it leads to what was put back: {told}");
    let done = seen(&page);
    let page = place.get(&confirm, Some(&ola)).text();
    for said in ["ingenting å sette tilbake", "6 endringer er allerede satt tilbake"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(place.post(&confirm, Some(&ola), &done).status.as_u16(), 409);
    assert!(as_ola.undo("undo").expect("undone").conflicts.is_empty());
    let mut expected: BTreeMap<_, _> = after.into_iter().collect();
    expected.entry(rows[0]).or_default().insert("Minutter".into(), "<i>99</i>".into());
    assert_eq!(tasks().into_iter().collect::<BTreeMap<_, _>>(), expected);
    assert!(matches!(as_chief.check_history(), Ok(fordel_app::service::Checked::Whole { .. })));
}

#[test]
fn all_that_was_changed_in_a_plan_in_one_go_goes_back_in_one_version() {
    let place = Place::new("put-back-plan", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let computed = place.proposal(&chief, unit, 5);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let plan = |number: i64| contributes().proposal(number).expect("there").plan.clone().expect("a plan");
    let staffing = plan(computed).staffing;
    let more = |at: &Heads, more: u32| Change::Heads {
        group: at.group.clone(),
        shift: at.shift.clone(),
        day: at.day,
        heads: at.heads + more,
    };
    let all: Vec<Change> = staffing.iter().map(|at| more(at, 1)).collect();
    let own = contributes().change_here(computed, 0, &all, "Kopi").expect("changed").kept.head.clone();
    let address = format!("/u/{unit}/history");
    let many = format!("<summary>antall på vakt endret {} steder i forslag {}</summary>", all.len(), own.number);
    let seq = leads_back(&place.get(&address, Some(&chief)).text(), &many);
    let confirm = format!("{address}/back/{seq}");
    let before_that = seen(&place.get(&confirm, Some(&chief)).text());
    contributes().change(own.number, own.version, &[more(&staffing[0], 5)]).expect("changed since");
    let page = place.get(&confirm, Some(&chief)).text();
    assert!(page.contains(&format!("Sett tilbake {} endringer", all.len() - 1)), "{page}");
    let heads = staffing[0].heads;
    let both = format!("<td>{heads}</td><td>{}</td><td>{}</td>", heads + 1, heads + 5);
    assert!(page.contains(&both), "{both}: {page}");

    let version = || contributes().proposal(own.number).expect("there").kept.head.version;
    let was = version();
    assert_eq!(place.post(&confirm, Some(&chief), &before_that).status.as_u16(), 409);
    assert_eq!(version(), was, "nothing was changed");
    assert_eq!(place.post(&confirm, Some(&chief), &seen(&page)).status.as_u16(), 303);
    assert_eq!(version(), was + 1);
    let mut expected = staffing.clone();
    expected[0].heads += 5;
    assert_eq!(plan(own.number).staffing, expected);
    let history = place.get(&address, Some(&chief)).text();
    assert!(history.contains("<summary>satte tilbake det som var endret i en plan i én omgang, "), "{history}");
    assert_eq!(place.post(&confirm, Some(&chief), &seen(&page)).status.as_u16(), 409, "there is no more to put back");
}
