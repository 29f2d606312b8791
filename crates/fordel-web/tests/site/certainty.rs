//! How sure a proposal is: simulated when somebody asks, kept while the proposal stays as it is, read without script.

use axum::http::StatusCode;
use fordel_app::service::{CertaintyAsked, Change, Edit, Place as At, ProposalKind};
use fordel_core::plan::Heads;
use fordel_core::shortage::Light;

use crate::place::Person;
use crate::ward::Ward;

#[test]
fn a_proposal_is_simulated_when_asked_and_every_cell_has_an_address() {
    let ward = Ward::new("certainty");
    let before = ward.get(ward.number, "certainty", &ward.reader);
    assert_eq!(before.status, StatusCode::OK);
    assert!(before.text().contains("Simuler") && !before.text().contains("certainty-red"), "nobody has asked yet");
    let path = format!("/u/{}/p/{}/certainty", ward.unit, ward.number);
    let send = |form: &str| ward.place.post(&path, Some(&ward.reader), form);
    let asked = send("under=");
    assert_eq!((asked.status, asked.header("location")), (StatusCode::SEE_OTHER, path.as_str()));
    let page = ward.get(ward.number, "certainty", &ward.reader).text();
    // The page tells what the weeks gave.
    let opened = ward.opened(ward.number);
    let reads = ward.place.service.unit(&ward.reader.who, ward.unit).expect("seen");
    let told = reads.certainty_told(&opened, CertaintyAsked::default()).expect("it was asked");
    assert_eq!(told.tally.weeks, u64::from(fordel_app::service::WEEKS_ON_SCREEN));
    let cells = told.tally.cells(&told.frame);
    for cell in &cells {
        let label = opened.ward.intervals.get(cell.cell.interval).label();
        let link = format!("certainty?dag={}&amp;tid={label}#cell", cell.cell.day.number());
        assert!(page.contains(&link), "{link}");
    }
    let worst = told.tally.reddest(&told.frame).expect("a cell");
    assert!(worst.shares[Light::Red as usize].share > 0.0);
    assert!(page.contains("Oftest rødt er") && page.contains("<svg") && page.contains("drivers-table"), "{page}");
    let chosen = ward.get(ward.number, "certainty?dag=6&tid=22-07", &ward.reader).text();
    assert!(chosen.contains("lørdag 22–07: grønt"), "{chosen}");
    // What isn't a cell is as if none were asked for.
    assert!(ward.get(ward.number, "certainty?dag=9&tid=x", &ward.reader).text().contains("Oftest rødt er"));
}

#[test]
fn a_share_that_can_not_be_asked_for_is_told_and_kept_in_the_field() {
    let ward = Ward::new("certainty-under");
    let path = format!("/u/{}/p/{}/certainty", ward.unit, ward.number);
    for wrong in ["0", "51", "mye", "-3"] {
        let answer = ward.place.post(&path, Some(&ward.reader), &format!("under={wrong}"));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    ward.place.post(&path, Some(&ward.reader), "under=");
    let answer = ward.place.post(&path, Some(&ward.reader), "under=mye").text();
    assert!(answer.contains("value=\"mye\"") && answer.contains("fra 1 til 50"), "{answer}");
    assert!(answer.contains("aria-describedby=\"under-fault\"") && answer.contains("id=\"under-fault\""), "{answer}");
    // Heads with their price, and the plan beside the staffing with them.
    let asked = ward.place.post(&path, Some(&ward.reader), "under=2");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = ward.get(ward.number, "certainty?under=2", &ward.reader).text();
    assert!(page.contains("certainty-steps") && page.contains("certainty-beside"), "{page}");
    assert!(page.contains("Prøvd på nye uker") && page.contains("certainty.xlsx?under=2"), "{page}");
    let list = ward.get(ward.number, "certainty.csv?under=2", &ward.reader);
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.text().contains("Rødt % med flere på vakt") && list.text().contains("+1 "), "{}", list.text());
    assert_eq!(ward.get(ward.number, "certainty.xlsx", &ward.reader).status, StatusCode::OK);
    // The page's other tables, each by itself.
    let table = |name: &str| ward.get(ward.number, &format!("certainty/{name}.csv?under=2"), &ward.reader);
    let [hours, relief, beside, drivers] = ["hours", "relief", "beside", "drivers"].map(|name| table(name).text());
    for (name, told) in [("hours", &hours), ("relief", &relief), ("beside", &beside), ("drivers", &drivers)] {
        assert!(page.contains(&format!("certainty/{name}.xlsx?under=2")) && told.lines().count() > 1, "{name}: {told}");
    }
    assert!(hours.contains("Gruppe;Timer i året;Usikkerhet (±)"), "{hours}");
    assert!(beside.contains("Prøvd på nye uker") && beside.contains("Rødt %;"), "{beside}");
    assert_eq!(ward.get(ward.number, "certainty/beside.csv", &ward.reader).status, StatusCode::NOT_FOUND);
}

#[test]
fn what_was_measured_of_counts_can_be_reckoned_with() {
    let ward = Ward::new("certainty-counts");
    let path = format!("/u/{}/p/{}/certainty", ward.unit, ward.number);
    let page = |query: &str| ward.get(ward.number, &format!("certainty{query}"), &ward.reader).text();
    assert!(!page("").contains("Målt i tallene dere ga"));
    // Ten weeks of 10 and 30 in turn: of each weekday the mean is 20, the variance 1000 ÷ 9.
    let first: fordel_core::calendar::Date = "2026-08-24".parse().expect("a date");
    let row = |at: i32| {
        let count = if at / 7 % 2 == 0 { 10 } else { 30 };
        format!("{};innleggelser;{count}\n", fordel_core::calendar::days_after(first, at))
    };
    let counts = format!("Dato;Driver;Antall\n{}", (0..70).map(row).collect::<String>());
    let handed_in =
        ward.place.hand_in(&format!("/u/{}/activity", ward.unit), &ward.chief, "tall.csv", counts.as_bytes());
    let there = handed_in.header("location").to_owned();
    assert!(ward.place.get(&there, Some(&ward.chief)).text().contains("svinger tallet 48\u{a0}% utover"));
    assert!(!page("").contains("Målt i tallene dere ga"), "nobody has taken them");
    assert_eq!(ward.place.post(&there, Some(&ward.chief), "").status, StatusCode::SEE_OTHER);

    // √((1000 ÷ 9 − 20) ÷ 400) is 0.477.
    let offered = page("");
    let said = "innleggelser: fra dag til dag svinger tallet 47,7\u{a0}% utover";
    for part in ["Målt i tallene dere ga", said, "70 dager fra 24.08.2026 til 01.11.2026", "value=\"47.7\""] {
        assert!(offered.contains(part), "{part} in\n{offered}");
    }
    let pressed = ward.place.post(&path, Some(&ward.reader), "svinger=47.7");
    assert_eq!(pressed.header("location"), format!("{path}?svinger=47.7"), "{}", pressed.text());
    let told = page("?svinger=47.7");
    for part in ["Det er det simuleringen regner med", "svinger 48\u{a0}% fra dag til dag", "&amp;svinger=47.7#cell"] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    let list = ward.get(ward.number, "certainty.csv?svinger=47.7", &ward.reader);
    assert_eq!(list.status, StatusCode::OK);
    for other in ["", "?svinger=x", "?svinger=-5", "?svinger=900"] {
        assert!(!page(other).contains("certainty-red"), "{other}: nobody has asked for the proposal's own");
    }
}

/// Heads in an order of their own.
fn in_order(staffing: &[Heads]) -> Vec<(&str, &str, u8, u32)> {
    let mut heads: Vec<_> =
        staffing.iter().map(|h| (h.group.as_str(), h.shift.as_str(), h.day, h.heads)).filter(|h| h.3 > 0).collect();
    heads.sort_unstable();
    heads
}

#[test]
fn heads_that_keep_red_under_a_share_become_a_proposal_once_for_those_who_may_propose() {
    let ward = Ward::new("certainty-proposal");
    let at = |number: i64| format!("/u/{}/p/{number}", ward.unit);
    let press = |number: i64, by: &Person, version: i64| {
        let form = format!("under=5&version={version}");
        ward.place.post(&format!("{}/certainty/proposal", at(number)), Some(by), &form)
    };
    let asked = ward.place.post(&format!("{}/certainty", at(ward.number)), Some(&ward.reader), "under=5");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = |by: &Person| ward.get(ward.number, "certainty?under=5", by).text();
    let button = "certainty/proposal?";
    let (for_chief, for_reader) = (page(&ward.chief), page(&ward.reader));
    assert!(for_chief.contains(button) && for_chief.contains("certainty-steps"), "{for_chief}");
    assert!(!for_reader.contains(button) && for_reader.contains("certainty-steps"), "{for_reader}");
    assert!(!for_chief.contains("Kartleggingen er endret"), "{for_chief}");
    let base = ward.opened(ward.number);
    let version = base.kept.head.version;
    assert_eq!(press(ward.number, &ward.reader, version).status, StatusCode::FORBIDDEN);

    // It has the placements of the plan and the heads that were found, and costs as much more as these.
    let made = press(ward.number, &ward.chief, version);
    let number = ward.number + 1;
    assert_eq!((made.status, made.header("location")), (StatusCode::SEE_OTHER, at(number).as_str()), "{}", made.text());
    let own = ward.opened(number);
    let head = &own.kept.head;
    assert_eq!((head.name.as_str(), head.kind), ("Rødt under 5\u{a0}%", ProposalKind::Own));
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let asked = CertaintyAsked { under: Some(50), spread: None };
    let told = reads.certainty_told(&base, asked).expect("it was asked");
    let found = told.found().expect("heads are added");
    let (plan, planned) = (own.placed().expect("a plan"), base.placed().expect("a plan"));
    assert_eq!(plan.placements, planned.placements);
    assert_eq!(in_order(&plan.staffing), in_order(&found.staffing));
    assert_ne!(in_order(&plan.staffing), in_order(&planned.staffing));
    let more = 52.0 * (plan.week_cost.expect("counted") - planned.week_cost.expect("told"));
    assert!((more - found.year_kr).abs() < 1.0, "{more} and {}", found.year_kr);
    assert_eq!(own.asked().from, Some(ward.number));

    // Pressed again it leads to the same, and the page does so itself.
    assert_eq!(press(ward.number, &ward.chief, version).header("location"), at(number));
    assert_eq!(reads.proposals().expect("read").len(), 2);
    let there = page(&ward.chief);
    assert!(!there.contains(button) && there.contains(&format!("href=\"{}\"", at(number))), "{there}");

    // Changed by hand it is another one; and what was found for it as it was isn't made of it as it is.
    let contributes = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").contribute().expect("may");
    let Heads { group, shift, day, heads } = plan.staffing[0].clone();
    let one_more = Change::Heads { group, shift, day, heads: heads + 1 };
    contributes.change(number, head.version, &[one_more]).expect("changed");
    assert!(page(&ward.chief).contains(button));
    let stale = press(number, &ward.chief, head.version);
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Forslaget er endret siden bemanningen ble funnet"), "{}", stale.text());
    assert_eq!(reads.proposals().expect("read").len(), 2);

    // Where the sheets say something else by now, the page says what the new proposal rests on.
    let cells = [("Fra dato", "2027-01-11"), ("Til dato", "2027-01-17"), ("Type", "som dag"), ("Verdi", "søndag")];
    let cells = cells.map(|(column, typed)| (column.to_owned(), typed.to_owned())).into();
    let row = Edit::Add { temp: "n".to_owned(), sheet: "Kalender".to_owned(), place: At::Last, cells };
    contributes.edit("calendar", &[row]).expect("written");
    assert!(page(&ward.chief).contains("Kartleggingen er endret etter at planen ble laget. Et nytt forslag"));
    assert_eq!(press(ward.number, &ward.chief, version).header("location"), at(number + 1));
}
