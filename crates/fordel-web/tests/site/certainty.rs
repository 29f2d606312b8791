//! How sure a proposal is: simulated when somebody asks, kept while the proposal stays as it is, read without script.

use axum::http::StatusCode;
use fordel_core::shortage::Light;

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
    let told = reads.certainty_told(&opened, None).expect("it was asked");
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
