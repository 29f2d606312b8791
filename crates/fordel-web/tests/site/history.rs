//! Historikk through the router: what happened, what was done in one go, what can be brought back, and that the chain's
//! check is shown.

use fordel_app::service::{
    AT_START, Author, BranchId, Change, Edit, Moment, MovedLine, Role, RowId, Store, StoreFailure, Wanted,
};
use fordel_core::plan::Heads;
use fordel_core::ward::GroupId;
use fordel_text::{Lang, Texts};

use crate::by_hand::candidate;
use crate::place::{Person, Place};
use crate::ward::heard;

fn changed(place: &Place, chief: &Person, unit: BranchId) -> (RowId, RowId) {
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let rows = &desk.sheet("Oppgaver").expect("there").rows;
    let (cell, gone) = (rows[0].0, rows[1].0);
    let edit = Edit::Cell { row: cell, column: "Minutter".into(), was: None, now: "<i>88</i>".into() };
    contributes.edit("one", &[edit, Edit::Remove { row: gone }]).expect("changed");
    (cell, gone)
}

/// The cells of a line of the history that tell what was before and after.
fn goes(from: &str, to: &str) -> String {
    let cell = |head: &str, text: &str| format!("<td role=\"cell\" data-head=\"{head}\">{text}</td>");
    cell("Fra", from) + &cell("Til", to)
}

/// The number of the newest change whose row of the table holds this.
/// The change that the line of the history that holds this would bring back.
pub fn seq_of(page: &str, what: &str) -> i64 {
    let row = page.split("<tr").find(|row| row.contains(what) && row.contains("name=\"seq\"")).expect("a row");
    let rest = row.split("name=\"seq\" value=\"").nth(1).expect("its number");
    rest.split('"').next().expect("quoted").parse().expect("a number")
}

#[test]
fn what_was_taken_away_is_brought_back_unless_somebody_was_first() {
    let place = Place::new("history", 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let address = format!("/u/{unit}/history");
    let (cell, gone) = changed(&place, &chief, unit);
    let desk = || place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let minutes = || {
        desk().sheet("Oppgaver").expect("there").rows.iter().find(|(row, _)| *row == cell).expect("there").1["Minutter"]
            .clone()
    };

    let page = place.get(&address, Some(&chief)).text();
    assert!(page.contains("&lt;i&gt;88&lt;/i&gt;") && page.contains("Kari Nordmann"), "{page}");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    assert!(!place.get(&address, Some(&reader)).text().contains("name=\"seq\""), "no buttons that do nothing");

    let row = seq_of(&page, "fjernet: ");
    assert_eq!(place.post(&address, Some(&chief), &format!("seq={row}")).status.as_u16(), 303);
    assert!(desk().sheet("Oppgaver").expect("there").rows.iter().any(|(id, _)| *id == gone), "the row is back");

    let change = seq_of(&page, "&lt;i&gt;88");
    let stale = place.post(&address, Some(&chief), &format!("seq={change}&now=noe+annet"));
    assert_eq!(stale.status.as_u16(), 409, "the cell doesn't hold what was seen");
    assert_eq!(minutes(), "<i>88</i>");
    assert_eq!(place.post(&address, Some(&chief), &format!("seq={change}&now=%3Ci%3E88%3C/i%3E")).status.as_u16(), 303);
    assert_ne!(minutes(), "<i>88</i>");
    let of_row = place.get(&format!("{address}?rad={cell}"), Some(&chief)).text();
    assert!(of_row.contains("Endringer i ") && !of_row.contains("fjernet: "), "{of_row}");
}

/// Before which change the next page goes on, if there is one.
fn older(page: &str) -> Option<&str> {
    let (link, _) = page.split_once(">Eldre</a>")?;
    link.rsplit("before=").next()?.split('"').next()
}

#[test]
fn what_was_done_in_one_go_is_one_line_that_opens_to_the_single_changes() {
    let place = Place::new("batches", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let address = format!("/u/{unit}/history");
    let get = |query: &str| place.get(&format!("{address}{query}"), Some(&chief)).text();
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let tasks: Vec<RowId> = desk.sheet("Oppgaver").expect("there").rows.iter().map(|(row, _)| *row).collect();
    let all: usize = desk.sheets.iter().map(|sheet| sheet.rows.len()).sum();

    // The first fill is one line, which says how much came in which sheet, and one page.
    let page = get("");
    for sheet in ["Oppgaver", "Innstillinger"] {
        let count = desk.sheet(sheet).expect("there").rows.len();
        assert!(page.contains(&format!("{count} rader lagt til i {sheet}")), "{sheet}: {page}");
    }
    assert_eq!((page.matches("<details class=\"behind\" id=\"sammen-").count(), older(&page)), (1, None));
    assert!(page.contains("<li>ny rad: "), "it opens without script: {page}");

    // It has an address of its own, where each change is there once, page by page.
    let seq = page.split("?sammen=").nth(1).and_then(|rest| rest.split('"').next()).expect("its address");
    assert!(page.contains(&format!("Vis alle {all} enkeltvis")), "{all}: {page}");
    let (mut singly, mut query) = (0, format!("?sammen={seq}"));
    loop {
        let part = get(&query);
        assert!(part.contains("gjort i én omgang") && !part.contains("id=\"sammen-"), "{part}");
        let filter = part.split("id=\"person\"").next().unwrap_or_default();
        assert!(filter.contains(&format!("name=\"sammen\" value=\"{seq}\"")), "a filter stays within them: {part}");
        singly += part.matches(">ny rad: ").count();
        let Some(older) = older(&part) else { break };
        query = format!("?sammen={seq}&before={older}");
    }
    assert_eq!(singly, all);
    let elsewhere = place.small_ward(&chief);
    assert_eq!(place.get(&format!("/u/{elsewhere}/history?sammen={seq}"), Some(&chief)).status.as_u16(), 404);

    // A row's own changes are told one by one, however many were made together.
    let cell = |column: &str| Edit::Cell { row: tasks[3], column: column.into(), was: None, now: "77".into() };
    let columns = ["Minutter", "Antall", "Nr", "Merknad", "Per", "Dager"];
    contributes.edit("six", &columns.map(cell)).expect("changed");
    contributes.undo("six-undone").expect("undone");
    let page = get("");
    assert!(page.contains("<summary>6 celler endret i Oppgaver</summary>"), "{page}");
    assert!(page.contains("<summary>angret siste steg, 6 celler endret i Oppgaver</summary>"), "{page}");
    let of_row = get(&format!("?rad={}", tasks[3]));
    assert!(!of_row.contains("id=\"sammen-"), "{of_row}");
    assert_eq!(of_row.matches(">77</td>").count(), 12, "as it came, and as it went: {of_row}");
}

#[test]
fn what_was_changed_by_hand_in_a_plan_is_told_part_by_part_and_put_back_while_it_stands() {
    let place = Place::new("told-by-hand", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let computed = place.proposal(&chief, unit, 3);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let opened = contributes().proposal(computed).expect("there");
    let (row, days, from, to) = candidate(&opened, true);
    let code = |group: GroupId| opened.ward.group(group).code.clone();
    let task = &opened.ward.lines[opened.ward.line_by_row(row).expect("there").0].name;
    let staffing = &opened.plan.as_ref().expect("a plan").staffing;
    let one_more = |at: &Heads| Change::Heads {
        group: at.group.clone(),
        shift: at.shift.clone(),
        day: at.day,
        heads: at.heads + 1,
    };
    let (seat, moved) = (&staffing[0], Change::Move { row, days: days.clone(), group: code(to) });
    let own = contributes().change_here(computed, 0, &[moved, one_more(seat)], "Kopi").expect("changed");
    let own = own.kept.head.number;

    let address = format!("/u/{unit}/history");
    let line = format!("forslag {own}, flyttet: {task} (rad {row}), ");
    let day = Texts::new(Lang::Nb).get(&format!("day-{}", seat.day));
    let shift = format!("forslag {own}, antall på vakt: {} {}, {day}", seat.group, seat.shift);
    let page = place.get(&address, Some(&reader)).text();
    for (what, from, to) in
        [(&line, code(from), code(to)), (&shift, seat.heads.to_string(), (seat.heads + 1).to_string())]
    {
        let row = page.split("<tr").find(|row| row.contains(what.as_str())).expect("a line of its own");
        assert!(row.contains(&goes(&from, &to)), "{row}");
    }
    assert_eq!(page.matches("plan endret").count(), 1, "the search's plan alone is told without its parts: {page}");
    assert!(!page.contains("name=\"seq\""), "a reader changes nothing");

    // It is put back by another change by hand, if it is still as it was seen.
    let group = || {
        let own = contributes().proposal(own).expect("there");
        let placed = own.plan.as_ref().expect("a plan").placements.iter().find(|p| p.row == row && p.days == days);
        placed.expect("there").group.clone()
    };
    let page = place.get(&address, Some(&chief)).text();
    let (seq, seat_seq) = (seq_of(&page, &line), seq_of(&page, &shift));
    let back = |n: i64, now: &str| place.post(&address, Some(&chief), &format!("seq={n}&now={now}")).status.as_u16();
    assert_eq!(back(seq, &code(from)), 409, "something else stands there");
    assert_eq!(group(), code(to));
    assert_eq!(back(seq, &code(to)), 303);
    assert_eq!(group(), code(from));
    assert_eq!(back(seat_seq, &(seat.heads + 1).to_string()), 303);
    let page = place.get(&address, Some(&chief)).text();
    assert_eq!(page.matches(&line).count(), 2, "putting back is told too: {page}");
    assert!(seq_of(&page, &line) > seq, "what is back already isn't offered again");

    // Many changes in one go are one line.
    let all: Vec<Change> = staffing.iter().map(one_more).collect();
    let version = contributes().proposal(own).expect("there").kept.head.version;
    contributes().change(own, version, &all).expect("changed");
    let page = place.get(&address, Some(&chief)).text();
    let many = format!("<summary>antall på vakt endret {} steder i forslag {own}</summary>", all.len());
    assert!(all.len() > 5 && page.contains(&many), "{many}: {page}");
}

#[test]
fn a_rows_own_history_tells_from_whom_to_whom_plans_boards_and_decisions_move_it() {
    let place = Place::new("row-moves", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let computed = place.proposal(&chief, unit, 5);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let opened = contributes().proposal(computed).expect("there");
    let (row, days, from, to) = candidate(&opened, true);
    let code = |group: GroupId| opened.ward.group(group).code.clone();
    let moved = Change::Move { row, days, group: code(to) };
    let seat = &opened.plan.as_ref().expect("a plan").staffing[0];
    let (group, shift, day) = (seat.group.clone(), seat.shift.clone(), seat.day);
    let seat = Change::Heads { group, shift, day, heads: seat.heads + 1 };
    let own = contributes().change_here(computed, 0, &[moved.clone(), seat], "Kopi").expect("changed");
    let (own, decided) = (own.kept.head.number, own.moved());
    contributes().lead().expect("may").decide(own, &heard(), "enige").expect("decided");

    let (address, id) = (format!("/u/{unit}/history"), opened.rows[&row]);
    let get = |query: &str, by: &Person| place.get(&format!("{address}?{query}"), Some(by)).text();
    let page = get(&format!("rad={id}"), &reader);
    // From whom to whom, of the lines that begin so.
    let told = |page: &str, what: &str| -> Vec<String> {
        let rows = page.split("<tr").filter(|row| row.contains(what));
        rows.filter_map(|row| Some(row.split("</th>").nth(1)?.split("</tr>").next()?.to_owned())).collect()
    };
    let by_hand = format!("forslag {own}, flyttet: ");
    let hand = told(&page, &by_hand);
    assert!(hand.len() == 1 && hand[0].contains(&goes(&code(from), &code(to))), "{hand:?}: {page}");
    let of_row = |moved: Vec<MovedLine>| moved.into_iter().filter(|moved| moved.row == row).collect::<Vec<_>>();
    let (in_plan, decided) = (of_row(opened.moved()), of_row(decided));
    assert!(!in_plan.is_empty(), "the plan moves the row: {page}");
    let in_plan = (format!("forslag {computed}, flyttet: "), in_plan);
    for (what, moved) in [in_plan, ("vedtak 1, flyttet: ".to_owned(), decided)] {
        let told = told(&page, &what);
        assert_eq!(told.len(), moved.len(), "{what}: {page}");
        for moved in &moved {
            assert!(told.iter().any(|row| row.contains(&goes(&moved.from, &moved.to))), "{moved:?}: {told:?}");
        }
    }
    assert!(!page.contains("antall på vakt"), "what else was changed with it isn't the row's: {page}");
    let other = opened.rows.values().find(|other| **other != id).expect("another row");
    assert!(!get(&format!("rad={other}"), &reader).contains(&by_hand));
    assert!(!get(&format!("rad={id}&slag=mapping"), &reader).contains("flyttet: "), "the kinds narrow it");
    assert_eq!(told(&get(&format!("rad={id}&slag=proposals"), &reader), &by_hand).len(), 1);

    let all = get("", &reader);
    let decision = format!("href=\"/u/{unit}/decisions/1\">vedtak 1: forslag {own}, Kopi</a>");
    assert!(all.contains(&decision), "{decision}: {all}");

    // The whole history leads there; what isn't decided is put back from there, and taken out with its number.
    assert!(get("", &reader).contains(&format!("?rad={id}\">{by_hand}")), "{}", get("", &reader));
    let page = get(&format!("rad={id}"), &chief);
    let line = page.split("<tr").find(|row| row.contains(&by_hand)).expect("told");
    assert!(line.contains("Vedtatt som versjon 1") && !line.contains("name=\"seq\""), "{line}");
    let draft = contributes().change_here(computed, 0, &[moved], "Utkast").expect("changed").kept.head.number;
    let by_hand = format!("forslag {draft}, flyttet: ");
    let seq = seq_of(&get(&format!("rad={id}"), &chief), &by_hand);
    assert_eq!(place.post(&address, Some(&chief), &format!("seq={seq}&now={}", code(to))).status.as_u16(), 303);
    assert_eq!(told(&get(&format!("rad={id}"), &reader), &by_hand).len(), 2, "putting back is told there too");
    let taken = place.get(&format!("{address}.csv?rad={id}"), Some(&reader)).text();
    assert!(taken.contains(&by_hand) && !taken.contains("antall på vakt"), "{taken}");
    assert!(taken.lines().any(|line| line.contains(&by_hand) && line.ends_with(&format!(";{seq}"))), "{taken}");
}

#[test]
fn a_proposal_that_can_not_be_read_stops_nothing_but_what_rests_on_it_and_is_told() {
    let place = Place::new("damaged-proposal", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let computed = place.proposal(&chief, unit, 5);
    let contributes = || place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let opened = contributes().proposal(computed).expect("there");
    let (row, days, _, to) = candidate(&opened, true);
    let group = opened.ward.group(to).code.clone();
    let moved = [Change::Move { row, days, group }];
    let copy = |name: &str| contributes().change_here(computed, 0, &moved, name).expect("changed").kept.head.clone();
    let (damaged, whole) = (copy("Skadet"), copy("Hel"));
    // Past the program, as a disk may do it.
    let store = Store::beside(&place.folder().join("fordel.db")).expect("beside");
    let by = Author { person: None, name: "prøve".to_owned() };
    let written: Result<i64, StoreFailure> =
        store.write(Moment(0), by, |w| w.set_own_plan(damaged.id, damaged.version, "{\"placements\":[", &[]));
    written.expect("damaged");

    let said = format!("Forslag {} kan ikke leses", damaged.number);
    let of_row = format!("/u/{unit}/history?rad={}", opened.rows[&row]);
    for address in [format!("/u/{unit}/history"), of_row] {
        let answer = place.get(&address, Some(&chief));
        assert_eq!(answer.status.as_u16(), 200, "{address}");
        let page = answer.text();
        assert!(page.contains(&said), "{address}: {page}");
        for (number, back) in [(damaged.number, false), (whole.number, true)] {
            let line = format!("forslag {number}, flyttet: ");
            let row = page.split("<tr").find(|row| row.contains(&line)).expect("it is told");
            assert_eq!(row.contains("name=\"seq\""), back, "{row}");
        }
    }
    let taken = place.get(&format!("/u/{unit}/history.csv"), Some(&chief));
    assert!(taken.status.as_u16() == 200 && taken.text().contains(&said), "{}", taken.text());
    let history = contributes().history(&Wanted::default()).expect("read");
    let mut changes = history.batches.iter().flat_map(|batch| &batch.changes);
    let change = changes.find(|c| c.part.as_ref().is_some_and(|part| part.proposal == damaged.number)).expect("told");
    let back = place.get(&format!("/u/{unit}/history/back/{}", change.seq), Some(&chief)).text();
    assert!(back.contains("ingenting å sette tilbake") && back.contains("kan ikke leses"), "{back}");
}

#[test]
fn pages_person_and_kind_narrow_what_is_shown_and_the_chain_is_checked() {
    let place = Place::new("narrow", 0);
    let chief = place.founded();
    let unit = place.service.add_example(&chief.who).expect("the example");
    let address = format!("/u/{unit}/history");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[2].0;
    for n in 0..110 {
        let edit = Edit::Cell { row, column: "Minutter".into(), was: None, now: format!("x{n}") };
        contributes.edit(&format!("step {n}"), &[edit]).expect("changed");
    }
    let first = place.get(&address, Some(&chief)).text();
    let older = older(&first).expect("more than a page");
    let second = place.get(&format!("{address}?before={older}"), Some(&chief)).text();
    assert!(second.contains("ny rad: ") && second.contains("Nyeste"), "{second}");
    let both = format!("{first}{second}");
    for n in 0..109 {
        assert_eq!(both.matches(&format!(">x{n}</td>")).count(), 2, "x{n}: once as it came, once as it went");
    }
    changed(&place, &chief, unit);
    let of = |query: &str| place.get(&format!("{address}?{query}"), Some(&chief)).text();
    assert!(of("slag=decisions").contains("ingen endringer i dette utvalget"));
    assert!(of("slag=mapping").contains("fjernet: "));
    assert!(of(&format!("person={}", chief.who.person)).contains("fjernet: "));
    assert!(!of("person=999999").contains("fjernet: "));
    let checked = of("kontroll=1");
    assert!(checked.contains("henger sammen") && checked.contains("Kvittering"), "{checked}");
}

#[test]
fn what_happens_to_proposals_says_to_which_and_who_acted_where_no_person_did() {
    let place = Place::new("which-proposal", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let computed = place.proposal(&chief, unit, 3);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let own = contributes.copy(computed, "Kopi").expect("copied");
    let id = contributes.proposal(own).expect("there").kept.head.id;
    // As the program does when it is started.
    let store = Store::beside(&place.folder().join("fordel.db")).expect("beside");
    let by = Author { person: None, name: AT_START.to_owned() };
    let renamed: Result<(), StoreFailure> = store.write(Moment(0), by, |w| w.rename_proposal(id, "Nytt navn"));
    renamed.expect("renamed");

    let address = format!("/u/{unit}/history");
    let page = place.get(&address, Some(&chief)).text();
    let list = place.get(&format!("{address}.csv"), Some(&chief)).text();
    let name = "Beste &lt;b&gt;fordeling&lt;/b&gt;";
    let lines = [
        (format!("ba om forslag {computed}"), goes("", name)),
        (format!("forslag {computed}: {name}"), goes("venter på tur", "lages")),
        (format!("forslag {computed}: {name}"), goes("lages", "ferdig")),
        (format!("laget eget forslag {own} fra forslag {computed}"), goes("", "Kopi")),
        (format!("forslag {own} fikk nytt navn"), goes("Kopi", "Nytt navn")),
    ];
    for (what, goes) in lines {
        let told = page.split("<tr").any(|row| row.contains(&format!(">{what}<")) && row.contains(&goes));
        assert!(told, "{what}: {page}");
        assert!(list.contains(&what.replace("&lt;", "<").replace("&gt;", ">")), "{what}: {list}");
    }
    assert!(page.contains(&format!("plan endret i forslag {computed}: {name}")), "{page}");
    assert!(!page.contains(">start<") && page.contains("Fordel, ved oppstart"), "{page}");
    assert!(list.contains("Fordel, ved oppstart"), "{list}");
}
