//! The page Framskriving, asked through the router: a unit's, and the sum of a branch; what can be taken out; wrong fields.

use axum::http::StatusCode;
use fordel_app::service::{Change, Edit, Place as At};
use fordel_text::{Lang, Texts};

use crate::ward::{Ward, heard};

#[test]
fn the_years_ahead_follow_the_plan_and_the_sheets() {
    let ward = Ward::new("projection");
    let page = |address: &str| ward.place.get(address, Some(&ward.reader));
    let here = format!("/u/{}/p/{}/projection", ward.unit, ward.number);
    let newest = page(&format!("/u/{}/projection", ward.unit));
    assert_eq!((newest.status, newest.header("location")), (StatusCode::SEE_OTHER, here.as_str()));
    let told = page(&format!("{here}?fra=2027&ar=10")).text();
    for part in [
        "fra 2027 til 2037",
        "<svg",
        "Med planens oppgavedeling",
        "Hva kan gjøres?",
        "Høyere stillingsprosent",
        "projection.xlsx?fra=2027&amp;ar=10",
        "mapping?ark=Framskriving",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    // The answer with its picture, links to each part and the scenarios; then what it is made of, closed, at its address.
    let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("{part} in\n{told}"));
    let order = [
        "<details class=\"behind on-screen\"><summary>Velg andre år",
        "<section id=\"answer\"",
        "<figure id=\"projection\"",
        "href=\"#rests\"",
        "<section id=\"scenarios\"",
        "<details id=\"groups\" class=\"folded\"",
        "<details id=\"gaps\" class=\"folded\"",
        "<details id=\"years\" class=\"folded\"",
        "<details id=\"assumptions\" class=\"folded\"",
        "<details id=\"rests\" class=\"folded\"",
    ];
    assert!(order.map(at).is_sorted(), "{told}");
    let alone = page(&format!("{here}.html?fra=2027&ar=10")).text();
    assert!(alone.contains("<section id=\"rests\"") && !alone.contains("<details id="), "open where it stands alone");
    for ending in ["xlsx", "csv", "html"] {
        let file = page(&format!("{here}.{ending}?fra=2027&ar=10"));
        assert_eq!(file.status, StatusCode::OK);
        assert!(file.header("content-disposition").contains(&format!(".{ending}")));
    }
    let csv = page(&format!("{here}.csv?fra=2027&ar=10")).text();
    assert!(csv.contains("Som i dag") && csv.lines().count() > 20, "{csv}");

    // An assumption on the sheet is taken at once.
    let cells = [("Type", "slutter"), ("Gruppe", "SEK"), ("Verdi", "25 %"), ("Kilde", "Prøve")];
    let cells = cells.map(|(column, typed)| (column.to_owned(), typed.to_owned())).into();
    let row = Edit::Add { temp: "n".to_owned(), sheet: "Framskriving".to_owned(), place: At::Last, cells };
    let unit = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    unit.contribute().expect("may").edit("assumption", &[row]).expect("written");
    assert!(page(&format!("{here}?fra=2027&ar=10")).text().contains("Prøve"));
    assert_ne!(page(&format!("{here}.csv?fra=2027&ar=10")).text(), csv, "more secretaries leave");

    let together = page("/projection?fra=2027&ar=10");
    assert_eq!(together.status, StatusCode::OK);
    let together = together.text();
    assert!(together.contains("fra 2027 til 2037") && together.contains("name=\"gren\""), "{together}");
    assert_eq!(page("/projection?gren=999999").status, StatusCode::NOT_FOUND);
}

#[test]
fn units_and_branches_are_named_as_in_the_tree_whatever_the_sheets_say() {
    let ward = Ward::new("projection-named");
    let page = |address: &str| ward.place.get(address, Some(&ward.chief)).text();
    let sheet = ward.opened(ward.number).ward.unit.clone();
    let own = format!("/u/{}/p/{}/projection", ward.unit, ward.number);
    assert!(page(&format!("{own}?fra=2027&ar=10")).contains(&format!("{sheet}: fra 2027")));
    ward.place.service.administer(&ward.chief.who, ward.unit).expect("administers").rename("Post B").expect("may");
    let told = [page(&format!("{own}?fra=2027&ar=10")), page(&format!("{own}.html?fra=2027&ar=10"))];
    for told in &told {
        assert!(told.contains("Post B: fra 2027 til 2037") && !told.contains(&format!("{sheet}: fra")), "{told}");
    }
    assert!(told[1].contains(" – Post B</title>"), "{}", told[1]);
    for branch in ward.place.service.path(ward.unit).expect("a path").iter().take(2) {
        let (id, name) = (branch.id, branch.name.as_str());
        let told = [".html", ""].map(|ending| page(&format!("/projection{ending}?gren={id}&fra=2027&ar=10")));
        for told in &told {
            assert!(told.contains(&format!("{name}: fra 2027 til 2037, med")), "{name} in\n{told}");
            let is_as_in_sheet = [":", "<"].iter().any(|after| told.contains(&format!("{sheet}{after}")));
            assert!(told.contains("Post B") && !is_as_in_sheet, "the unit by its own name: {told}");
        }
        assert!(told[0].contains(&format!(" – {name}</title>")), "{}", told[0]);
    }
}

#[test]
fn the_plan_that_was_decided_goes_before_a_draft_made_after_it() {
    let ward = Ward::new("projection-decided");
    let page = |address: &str| ward.place.get(address, Some(&ward.reader));
    let unit = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let one = |number: i64, ending: &str| format!("/u/{}/p/{number}/projection{ending}?fra=2027&ar=10", ward.unit);
    let sum = "/projection.csv?fra=2027&ar=10";
    assert!(page(&one(ward.number, "")).text().contains("Ingen plan er vedtatt"));
    assert!(page("/projection").text().contains("ingen plan er vedtatt, så dette bygger på forslag"));

    unit().lead().expect("may").decide(ward.number, &heard(), "").expect("decided");
    let decided = page(sum).text();
    let contributes = unit().contribute().expect("may");
    let draft = contributes.copy(ward.number, "Utkast").expect("copied");
    let opened = contributes.proposal(draft).expect("there");
    let seat = opened.plan.as_ref().and_then(|plan| plan.staffing.first()).expect("somebody is on duty").clone();
    let (group, shift, day) = (seat.group, seat.shift, seat.day);
    let more = Change::Heads { group, shift, day, heads: seat.heads + 1 };
    contributes.change(draft, opened.kept.head.version, &[more]).expect("changed");

    let own = page(&one(draft, ".csv")).text();
    assert_ne!(own, page(&one(ward.number, ".csv")).text(), "the draft needs more people");
    assert_eq!(page(sum).text(), decided, "what was decided holds");
    let newest = page(&format!("/u/{}/projection", ward.unit));
    assert_eq!(newest.header("location"), format!("/u/{}/p/{}/projection", ward.unit, ward.number));
    assert!(page(&one(ward.number, "")).text().contains("Dette er den vedtatte planen, versjon 1"));
    assert!(page(&one(draft, "")).text().contains("ikke det som er vedtatt. Vedtatt er versjon 1"));
    let today = Texts::new(Lang::Nb).day(ward.place.service.today());
    assert!(
        page("/projection").text().contains(&format!(": vedtatt plan, versjon 1 av {today}")),
        "not the meeting's day"
    );
}

#[test]
fn fields_that_can_not_be_used_are_told_at_once_and_kept() {
    let ward = Ward::new("projection-wrong");
    let here = format!("/u/{}/p/{}/projection?fra=snart&ar=0", ward.unit, ward.number);
    for address in [here.as_str(), "/projection?fra=snart&ar=0"] {
        let answer = ward.place.get(address, Some(&ward.reader));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        for part in ["Skriv et årstall.", "1 til 40", "value=\"snart\"", "<details class=\"behind on-screen\" open>"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }
}
