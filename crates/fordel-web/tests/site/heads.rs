//! Why so many start a shift, and what it takes where a proposal or today's week is red, asked through the router.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fordel_app::service::{Change, Edit, OpenedProposal, Week};
use fordel_core::time::{Cell, Day, DaySet};
use fordel_core::ward::{GroupId, ShiftId};

use crate::place::Place;
use crate::ward::Ward;

impl Ward {
    /// A copy in which so many start this shift on these days.
    fn with(&self, shift: ShiftId, days: DaySet, heads: u32) -> Arc<OpenedProposal> {
        let opened = self.opened(self.number);
        let of = &opened.ward.shifts[shift.0];
        let code = opened.ward.group(of.group).code.clone();
        let one = |day: Day| Change::Heads { group: code.clone(), shift: of.name.clone(), day: day.number(), heads };
        let changes: Vec<Change> = of.days.and(days).iter().map(one).collect();
        let unit = self.place.service.unit(&self.chief.who, self.unit).expect("seen").contribute().expect("may");
        unit.change_here(self.number, 0, &changes, "Endret").expect("changed")
    }
}

/// A shift on which somebody starts on Mondays.
fn staffed(opened: &OpenedProposal) -> (usize, u32) {
    let plan = opened.plan.as_ref().expect("a plan");
    let found = opened.ward.shifts.iter().enumerate().find_map(|(at, shift)| {
        let code = &opened.ward.group(shift.group).code;
        let heads = plan.staffing.iter().find(|h| h.group == *code && h.shift == shift.name && h.day == 1)?;
        shift.days.contains(Day(0)).then_some((at, heads.heads))
    });
    found.expect("some shift")
}

#[test]
fn every_number_of_heads_leads_to_its_reasons_without_script() {
    let ward = Ward::new("why-heads");
    let opened = ward.opened(ward.number);
    let (shift, heads) = staffed(&opened);
    let staffing = ward.get(ward.number, "staffing", &ward.reader).text();
    let links = staffing.matches("class=\"why\"").count();
    let cells: u32 = opened.ward.shifts.iter().map(|shift| shift.days.len()).sum();
    assert_eq!(links, cells as usize, "a link at every number, also for a reader");
    assert!(staffing.contains(&format!("/heads/{shift}/1\"")), "{staffing}");

    // A proposal that is done doesn't wait for its turn.
    let progress = ward.get(ward.number, "progress", &ward.reader);
    assert_eq!((progress.text().as_str(), progress.header("x-fordel-state")), ("Forslaget er ferdig.", "over"));

    let page = ward.get(ward.number, &format!("heads/{shift}/1"), &ward.reader);
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    let named = &opened.ward.shifts[shift];
    let code = &opened.ward.group(named.group).code;
    assert!(text.contains(&format!("Hvorfor {heads} på {code} {}?", named.name)), "{text}");
    // The page says what the plan's own count says.
    let count = opened.head_count(ShiftId(shift), Day(0)).expect("it runs");
    let fewer = count.fewer.as_ref().expect("somebody starts");
    assert!(!fewer.breaks.is_empty(), "the example's plan has no spare head");
    assert!(text.contains("men da går dette ikke opp:"), "{text}");
    assert!(text.contains("id=\"rooms\"") && text.contains("kr i året"), "{text}");
    // The interval that decides, with its work and what each gives.
    let lacks = count.rooms.iter().any(|room| room.missing > 1e-6);
    assert_eq!(text.contains("Det som avgjør, er ") && text.contains("Hver på "), lacks, "{text}");
    // What stands in the table and in the sentence adds up: work less room is what lacks.
    let table = text.split("id=\"rooms\"").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    let digits = |cell: &str| -> String { cell.chars().filter(char::is_ascii_digit).collect() };
    for row in table.split("<tr").skip(2) {
        let cells: Vec<&str> = row.split("<td").skip(1).map(|cell| cell.split("</td>").next().unwrap_or("")).collect();
        let inner = |at: usize| cells[at].split_once('>').map_or("", |(_, inner)| inner);
        let figures: Vec<f64> = (2..5).map(|at| digits(inner(at)).parse().expect("a figure")).collect();
        assert_eq!((figures[0] - figures[1]).max(0.0), figures[2], "{row}");
    }
    for absent in ["heads/999/1", "heads/0/0", "heads/0/8", "heads/x/1", "cell/99/1/0", "cell/0/1/99", "presence/99/1"]
    {
        assert!(ward.get(ward.number, absent, &ward.reader).status.is_client_error(), "{absent}");
    }
}

#[test]
fn what_one_fewer_leaves_broken_is_told() {
    let ward = Ward::new("why-still-broken");
    let (shift, _) = staffed(&ward.opened(ward.number));
    let most = ward.opened(ward.number).ward.shifts[shift].max;
    let own = ward.with(ShiftId(shift), DaySet::WEEKDAYS, most + 2);
    let text = ward.get(own.kept.head.number, &format!("heads/{shift}/1"), &ward.reader).text();
    assert!(!text.contains("Det går opp med én færre"), "one fewer is one too many still: {text}");
    assert!(text.contains("brytes ingen flere krav") && text.contains("Men planen går fortsatt ikke opp"), "{text}");
    let still = text.split("Dette går fortsatt ikke opp:").nth(1).expect("what stays broken");
    assert!(still.contains(&format!("{} på vakt, høyst {most} er tillatt", most + 1)), "{text}");
    // Side by side such a plan is the best in nothing, and that is said.
    let beside = ward.place.get(&format!("/u/{}/proposals", ward.unit), Some(&ward.reader)).text();
    assert!(beside.contains("Det som ikke går opp, er ikke med når det beste pekes ut"), "{beside}");
    // One more is worse, and is told as broken.
    let more = text.split("id=\"more-head\"").nth(1).expect("one more");
    assert!(more.contains(&format!("{} på vakt, høyst {most} er tillatt", most + 3)), "{text}");
}

#[test]
fn a_demand_for_a_course_on_the_shift_is_told_where_it_binds() {
    let place = Place::new("why-course", 1);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Tilstedeværelse").expect("there").rows[0].0;
    let course = Edit::Cell { row, column: "Kurs".into(), was: None, now: "mattrygghet".into() };
    contributes.edit("course", &[course]).expect("edited");
    let number = place.proposal(&chief, unit, 3);
    let opened = contributes.proposal(number).expect("there");
    let breaks = |shift: &usize| -> bool {
        let fewer = opened.head_count(ShiftId(*shift), Day(5)).and_then(|count| count.fewer);
        fewer.is_some_and(|fewer| !fewer.breaks_courses(&opened.ward).is_empty())
    };
    let bound = (0..opened.ward.shifts.len()).find(breaks).expect("a nurse must always be there");
    let page = |shift: usize| place.get(&format!("/u/{unit}/p/{number}/heads/{shift}/6"), Some(&chief)).text();
    let text = page(bound);
    let told = "minst 1 SPL eller høyere med kurset mattrygghet skal være til stede alle dager";
    assert!(text.contains(&format!("Kravet om kurs på vakt: {told}")), "{text}");
    assert!(text.contains("Færrest er det "), "{text}");
    let count = opened.head_count(ShiftId(bound), Day(5)).expect("it runs");
    let alone = count.fewer.is_some_and(|fewer| fewer.breaks_courses_alone(&opened.ward));
    assert_eq!(text.contains("det er bare kravet om kurs på vakt"), alone, "{text}");
    // Assistants hold up no such demand.
    let other = opened.ward.shifts.iter().position(|shift| shift.group == GroupId(2)).expect("a shift of assistants");
    assert!(!page(other).contains("Kravet om kurs på vakt"));
}

#[test]
fn one_fewer_is_solved_when_asked_and_the_answer_is_kept() {
    let ward = Ward::new("why-fewer");
    let (shift, _) = staffed(&ward.opened(ward.number));
    let path = format!("/u/{}/p/{}/heads/{shift}/1", ward.unit, ward.number);
    assert!(ward.place.get(&path, Some(&ward.reader)).text().contains("id=\"fewer\"></div>"), "nobody has asked yet");
    let ask = || {
        let request = Request::builder().method(Method::POST).uri(&path).header("sec-fetch-site", "same-origin");
        ward.place.ask(request.header("x-fordel", "1"), Some(&ward.reader), Body::empty())
    };
    let told = ask();
    assert_eq!(told.status, StatusCode::OK);
    let said = told.text();
    assert!(
        ["Med én færre her kan det gå", "Ingen plan er mulig med én færre", "verken funnet en plan"]
            .iter()
            .any(|sentence| said.contains(sentence)),
        "{said}"
    );
    let started = std::time::Instant::now();
    assert_eq!(ask().text(), said);
    assert!(started.elapsed().as_secs() < 5, "the second asks nothing new");
    let page = ward.place.get(&path, Some(&ward.reader)).text();
    assert!(page.contains(&said) && !page.contains("data-ask"), "{page}");
}

#[test]
fn a_red_cell_tells_its_tasks_its_takers_and_the_heads_that_mend_it() {
    let ward = Ward::new("why-red");
    let (shift, heads) = staffed(&ward.opened(ward.number));
    let own = ward.with(ShiftId(shift), DaySet::ALL, 0);
    let number = own.kept.head.number;
    let report = own.report().expect("a plan");
    let of = own.ward.shifts[shift].group;
    let code = own.ward.group(of).code.clone();
    let red =
        report.broken.iter().find(|b| b.rule == "work_fits" && b.group.as_ref() == Some(&code) && b.day == Some(1));
    let red = red.expect("work without heads");
    let interval = own.ward.intervals.iter().position(|w| Some(w.label()) == red.time).expect("an interval");
    let address = format!("cell/{}/1/{interval}", of.0);
    for page in ["staffing", "board"] {
        let text = ward.get(number, page, &ward.reader).text();
        assert!(text.contains(&format!("/{address}\"")) && text.contains("Hva må til?"), "{page}: {text}");
    }
    let text = ward.get(number, &address, &ward.reader).text();
    let over = (red.actual - red.limit.max(0.0)).ceil();
    assert!(text.contains("minutter for mye"), "{over}: {text}");
    let cell = own.red_cell(Week::Proposed, GroupId(of.0), Cell { day: Day(0), interval }).expect("a cell");
    assert!(!cell.tasks.is_empty() && text.contains("Hvem kan ta den?"));
    let mend = cell.heads.iter().find(|more| more.shift == ShiftId(shift)).expect("the shift that was emptied");
    assert!(mend.heads <= heads, "{mend:?}: so many were there before");
    assert!(text.contains(&format!("på {code} {}", own.ward.shifts[shift].name)), "{text}");

    // A demand for presence that nobody keeps any more.
    if let Some(broken) = report.broken.iter().find(|b| b.rule == "presence") {
        let (rule, day) = (broken.what.clone().expect("its label"), broken.day.expect("a day"));
        let at = own.ward.presence.iter().position(|p| p.label == rule && p.days.iter().any(|d| d.number() == day));
        let text = ward.get(number, &format!("presence/{}/{day}", at.expect("its place")), &ward.reader).text();
        assert!(text.contains("til stede, kravet er") && !text.contains("SPL+"), "in words: {text}");
    }
    assert!(!ward.get(number, "staffing", &ward.reader).text().contains("SPL+"), "groups stand in words");

    // Today's week: what it breaks stands on a page of its own, and each red cell has its answer.
    let today = fordel_core::check::today(&own.ward);
    let text = ward.get(ward.number, "today", &ward.reader).text();
    assert_eq!(text.matches("?uke=idag\"").count() > 0, !today.overloaded.is_empty(), "{text}");
    if let Some(load) = today.overloaded.first() {
        let group = own.ward.group_by_code(&load.group).expect("a group");
        let interval = own.ward.intervals.iter().position(|w| w.label() == load.interval).expect("an interval");
        let text =
            ward.get(ward.number, &format!("cell/{}/{}/{interval}?uke=idag", group.0, load.day), &ward.reader).text();
        assert!(text.contains("dagens bemanning") && text.contains("minutter for mye"), "{text}");
    }
}
