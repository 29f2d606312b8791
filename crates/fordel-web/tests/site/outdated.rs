//! That a plan is of older sheets is said on its own pages, where it is decided, in the decision's record, and where the unit
//! stands.

use axum::http::StatusCode;
use fordel_app::service::{Edit, ReviewState, Role};
use fordel_core::plan::Placed;

use crate::place::Place;
use crate::ward::heard;

const SAID: &str = "Kartleggingen er endret etter at planen ble laget.";
const RECORDED: &str =
    "Planen ble vedtatt etter at kartleggingen var endret, og bygger på arkene slik de var da den ble laget.";

#[test]
fn a_plan_of_older_sheets_says_so_wherever_it_is_read_or_decided() {
    let place = Place::new("outdated", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let number = place.proposal(&chief, unit, 3);
    let leads = || place.service.unit(&chief.who, unit).expect("seen").lead().expect("may");
    let get = |page: &str| {
        let answer = place.get(&format!("/u/{unit}{page}"), Some(&chief));
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        answer.text()
    };
    let pages = ["", "/board", "/staffing", "/findings", "/training", "/decide"];
    let pages = pages.map(|page| format!("/p/{number}{page}"));
    let says = |is_outdated: bool| {
        for page in &pages {
            let shown = get(page);
            assert_eq!(shown.matches(SAID).count(), usize::from(is_outdated), "{page}: {shown}");
            assert_eq!(shown.contains("/history?slag=mapping\""), is_outdated, "{page}: {shown}");
        }
    };
    let waits = || get("").contains("Kartleggingen er endret etter at den vedtatte planen ble laget.");
    let front = || place.get("/", Some(&chief)).text();
    let first = leads().decide(number, &heard(), "enige").expect("decided");
    says(false);

    // A line that is pinned where the plan has it is no change: the board does that.
    let opened = leads().proposal(number).expect("there");
    let placed = &opened.placed().expect("a plan").placements;
    let is_whole = |line: &Placed| placed.iter().all(|one| one.row != line.row || one.group == line.group);
    let line = placed.iter().find(|line| is_whole(line)).expect("a line in one group all days");
    leads().pin(opened.rows[&line.row], Some(line.group.as_str()), "pin").expect("pinned");
    says(false);
    assert!(!waits() && front().contains("Ingenting venter på deg."), "{}", front());

    let row = leads().desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    let edit = Edit::Cell { row, column: "Minutter".to_owned(), was: None, now: "21".to_owned() };
    leads().edit("minutes", &[edit]).expect("edited");
    says(true);
    assert!(waits(), "the decided plan too");
    let listed = "<div>Kartleggingen er endret etter at den vedtatte planen ble laget</div>";
    assert!(!front().contains("Ingenting venter på deg.") && front().contains(listed), "{}", front());
    // The organisation's front page goes by the points of the unit's own, and a proposal that nobody decided is outdated alike.
    let reads = || place.service.unit(&chief.who, unit).expect("seen");
    let known = || place.service.front(&chief.who).expect("read").units[0].waits;
    assert!(known().outdated && known() == reads().waits().expect("read"));
    let rows = reads().desk().expect("read").sheet("Oppgaver").expect("there").rows.clone();
    let edits = [(1, "I dag"), (2, "Prioritet")].map(|(at, column)| Edit::Cell {
        row: rows[at].0,
        column: column.to_owned(),
        was: rows[at].1.get(column).cloned(),
        now: String::new(),
    });
    leads().edit("lacking", &edits).expect("edited");
    leads().review(rows[3].0, ReviewState::Disputed, "").expect("said");
    leads().object(Some(rows[4].0), "Nei").expect("objected");
    let waits_now = reads().waits().expect("read");
    assert_eq!((waits_now.completeness.no_today, waits_now.completeness.no_priority), (1, 1));
    assert_eq!((waits_now.disputed, waits_now.objections, waits_now.points().count()), (1, 1, 5));
    assert_eq!(known(), waits_now);
    for said in ["5 ting venter på deg", "Én linje uten «I dag»", "Én linje uten farge", "Én linje det er uenighet om"]
    {
        assert!(front().contains(said), "{said}: {}", front());
    }
    // A reader sees the same points, of which none waits for a reader.
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let seen = place.get("/", Some(&reader)).text();
    assert!(seen.contains("Ingenting venter på deg.") && seen.contains("Én innvending"), "{seen}");
    // A copy is of the sheets that its source was made from.
    let copy = leads().copy(number, "Kopi").expect("copied");
    assert!(get(&format!("/p/{copy}")).contains(SAID));
    let second = leads().decide(copy, &heard(), "enige").expect("decided");
    let record = |version: i64| get(&format!("/decisions/{version}"));
    assert!(!record(first).contains(RECORDED) && record(second).contains(RECORDED));
}
