//! Proposals changed by hand: moves, heads, pins and objections, and what is told where one can't be made.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fordel_app::service::{OpenedProposal, ProposalKind};
use fordel_core::ward::GroupId;
use fordel_text::{Lang, Texts};
use serde_json::{Value, json};

use crate::history::seq_of;
use crate::place::{Answer, Person, escaped};
use crate::put_back::seen;
use crate::ward::{Ward, heard};

impl Ward {
    /// Changes as the page's script sends them.
    fn changes(&self, number: i64, sent: &Value, by: &Person) -> (StatusCode, Value) {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/u/{}/p/{number}/changes", self.unit))
            .header("x-fordel", "1")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/json");
        let answer = self.place.ask(request, Some(by), Body::from(sent.to_string()));
        (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
    }

    /// A form as a browser sends it from the site itself.
    fn form(&self, path: &str, fields: &[(&str, &str)], by: &Person) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/u/{}/{path}", self.unit))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.place.ask(request, Some(by), Body::from(body.join("&")))
    }
}

/// A placement and a group that may, or may not, have it in place of its own.
pub fn candidate(opened: &OpenedProposal, may: bool) -> (u32, Vec<u8>, GroupId, GroupId) {
    let (ward, plan) = (&opened.ward, opened.plan.as_ref().expect("a plan"));
    let order = ward.order();
    let found = plan.placements.iter().find_map(|placed| {
        let line = &ward.lines[ward.line_by_row(placed.row)?.0];
        let here = ward.group_by_code(&placed.group)?;
        let other = ward.group_ids().find(|g| *g != here && order.forbids(line, *g).is_none() == may)?;
        Some((placed.row, placed.days.clone(), here, other))
    });
    found.expect("some line")
}

fn stands(opened: &OpenedProposal, row: u32, days: &[u8]) -> String {
    let plan = opened.plan.as_ref().expect("a plan");
    plan.placements.iter().find(|p| p.row == row && p.days == days).expect("there").group.clone()
}

#[test]
fn the_first_move_of_a_computed_proposal_is_made_in_a_copy_and_every_answer_counts_anew() {
    let ward = Ward::new("moves");
    let computed = ward.opened(ward.number);
    let (row, days, from, to) = candidate(&computed, true);
    let code = |g: GroupId| computed.ward.group(g).code.clone();
    let moved = |group: GroupId| json!({ "kind": "move", "row": row, "days": days, "group": code(group) });

    let (status, told) = ward.changes(ward.number, &json!({ "version": 0, "changes": [moved(to)] }), &ward.chief);
    assert_eq!(status, StatusCode::OK, "{told}");
    let own = told["number"].as_i64().expect("a number");
    assert_ne!(own, ward.number);
    assert_eq!(stands(&ward.opened(ward.number), row, &days), code(from), "the computed one stays");
    let opened = ward.opened(own);
    assert_eq!((stands(&opened, row, &days), opened.kept.head.kind), (code(to), ProposalKind::Own));
    assert_eq!(opened.asked().from, Some(ward.number));
    let report = opened.report().expect("a plan");
    assert_eq!(told["broken"].as_array().map(Vec::len), Some(report.broken.len()));
    let total: f64 = told["columns"].as_array().expect("columns").iter().filter_map(|c| c["minutes"].as_f64()).sum();
    let groups: f64 = report.recomputed.groups.iter().map(|g| g.minutes_week).sum();
    assert!((total - groups).abs() < 0.5, "{total} {groups}");
    let cost = computed.plan.as_ref().and_then(|plan| plan.year_cost).expect("a cost");
    let difference = told["against_base"]["year_cost"].as_f64().expect("a difference");
    assert!((told["year_cost"].as_f64().expect("a cost") - cost - difference).abs() < 0.01);

    // The page says where it stands, and offers what undoes it.
    let page = ward.get(own, &format!("board?flyttet={row}.{}.{}", digits(&days), from.0), &ward.chief).text();
    assert!(page.contains(&format!("value=\"{row}.{}.{}\" data-undo", digits(&days), from.0)), "{page}");

    assert!(page.contains("Ingenting å angre"), "the script can say so: {page}");

    // A version that somebody else has changed since is refused with what stands there now.
    let version = told["version"].as_i64().expect("a version");
    let back = json!({ "version": version, "changes": [moved(from)] });
    assert_eq!(ward.changes(own, &back, &ward.chief).0, StatusCode::OK);
    let (status, now) = ward.changes(own, &back, &ward.chief);
    assert_eq!((status, now["version"].as_i64()), (StatusCode::CONFLICT, Some(version + 1)));
    let id = format!("k{row}-{}", digits(&days));
    assert_eq!(now["stand"][&id], json!(from.0));

    // A reader may look, and nothing more.
    assert_eq!(ward.changes(own, &back, &ward.reader).0, StatusCode::FORBIDDEN);
    let page = ward.get(own, "board", &ward.reader).text();
    assert!(!page.contains("form=\"moving\"") && !page.contains("draggable") && page.contains("/why/"), "{page}");
}

#[test]
fn what_was_changed_since_a_leader_looked_is_not_decided_and_what_was_written_stands() {
    let ward = Ward::new("decided-stale");
    let computed = ward.opened(ward.number);
    let (row, days, from, to) = candidate(&computed, true);
    let moved = |number: i64, version: i64, to: GroupId| {
        let group = computed.ward.group(to).code.clone();
        let moved = json!({ "kind": "move", "row": row, "days": days, "group": group });
        let (status, told) = ward.changes(number, &json!({ "version": version, "changes": [moved] }), &ward.chief);
        assert_eq!(status, StatusCode::OK, "{told}");
        (told["number"].as_i64().expect("a number"), told["version"].as_i64().expect("a version"))
    };
    let (own, seen) = moved(ward.number, 0, to);
    let hidden = |version: i64| format!("<input type=\"hidden\" name=\"version\" value=\"{version}\">");
    let shown = ward.get(own, "decide", &ward.chief).text();
    assert!(shown.contains(&hidden(seen)), "{shown}");

    let (_, now) = moved(own, seen, from);
    let decide = |version: i64| {
        let version = version.to_string();
        let mut said = vec![("version", version.as_str()), ("held_on", "2026-09-12"), ("minutes", "Enige om alt")];
        said.extend(["in_spite", "nature", "qualification", "follow_up", "medicines"].map(|part| (part, "vurdert")));
        ward.form(&format!("p/{own}/decide"), &said, &ward.chief)
    };
    let stale = decide(seen);
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let page = stale.text();
    assert!(page.contains("Forslaget er endret") && page.contains("Enige om alt"), "{page}");
    assert!(page.contains(&hidden(now)), "{page}");
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    assert!(reads.decisions().expect("read").is_empty());
    assert_eq!(decide(now).status, StatusCode::SEE_OTHER);
}

fn digits(days: &[u8]) -> String {
    days.iter().map(u8::to_string).collect()
}

#[test]
fn a_move_that_breaks_the_rule_is_refused_with_its_reason_and_makes_no_copy() {
    let ward = Ward::new("refused");
    let computed = ward.opened(ward.number);
    let (row, days, _, to) = candidate(&computed, false);
    let code = &computed.ward.group(to).code;
    let sent = json!({ "version": 0, "changes": [{ "kind": "move", "row": row, "days": days, "group": code }] });
    let (status, told) = ward.changes(ward.number, &sent, &ward.chief);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = told["refused"].as_str().expect("a sentence");
    assert!(why.contains("krever") || why.contains("Bare") || why.contains("låst"), "{why}");
    let pressed = format!("{row}.{}.{}", digits(&days), to.0);
    let page = ward.form(&format!("p/{}/move", ward.number), &[("do", &pressed), ("version", "0")], &ward.chief);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("kan ikke flyttes"), "{}", page.text());
    let pin = ward.form(
        &format!("p/{}/pin", ward.number),
        &[("do", &format!("{row}.{}", to.0)), ("version", "0")],
        &ward.chief,
    );
    assert_eq!(pin.status, StatusCode::UNPROCESSABLE_ENTITY, "nor can it be pinned there");
    let unit = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    assert_eq!(unit.proposals().expect("read").len(), 1);
    for wrong in [json!({ "version": 0, "changes": [] }), json!({ "changes": "x" }), json!([])] {
        assert!(ward.changes(ward.number, &wrong, &ward.chief).0.is_client_error(), "{wrong}");
    }
    for pressed in ["", "x", "12.x.3", "999.1.0", "12.12345.99"] {
        let answer = ward.form(&format!("p/{}/move", ward.number), &[("do", pressed), ("version", "0")], &ward.chief);
        assert!(answer.status.is_client_error(), "{pressed}: {}", answer.status);
    }
}

#[test]
fn a_pin_stands_in_the_sheet_and_objections_are_answered_by_who_leads() {
    let ward = Ward::new("pins");
    let computed = ward.opened(ward.number);
    let (row, _, here, _) = candidate(&computed, true);
    let id = computed.rows[&row];
    let pins = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").pins().expect("read");
    let path = format!("p/{}/pin", ward.number);
    for (pressed, stands) in
        [(format!("{row}.{}", here.0), computed.ward.group(here).code.as_str()), (format!("{row}."), "")]
    {
        let answer = ward.form(&path, &[("do", &pressed), ("version", "0")], &ward.chief);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(pins()[&id], stands);
    }
    assert_eq!(
        ward.form(&path, &[("do", &format!("{row}.0")), ("version", "0")], &ward.reader).status,
        StatusCode::FORBIDDEN
    );

    let why = format!("/u/{}/p/{}/why/{row}", ward.unit, ward.number);
    let said = [("row", id.to_string()), ("text", "<b>Nei</b>".to_owned()), ("back", why.clone())];
    let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = ward.form("objections", &said, &ward.reader);
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, format!("{why}#innvending").as_str())
    );
    let page = ward.get(ward.number, "board", &ward.reader).text();
    assert!(page.contains("&lt;b&gt;Nei&lt;/b&gt;") && !page.contains("name=\"answer\""), "a reader can't answer");
    let page = ward.get(ward.number, "board", &ward.chief).text();
    assert!(page.contains(" UTC · "), "an objection tells when: {page}");
    assert!(
        page.contains("/moved.csv\"") && page.contains("/moved.xlsx\""),
        "the moved tasks can be taken out: {page}"
    );
    let at = page.split("/objections/").nth(1).and_then(|rest| rest.split('/').next()).expect("a form that answers");
    let path = format!("objections/{at}/answer");
    let fields = [("answer", "Vi ser på det."), ("back", "https://annet.example")];
    assert_eq!(ward.form(&path, &fields, &ward.reader).status, StatusCode::FORBIDDEN);
    let answer = ward.form(&path, &fields, &ward.chief);
    assert_eq!(answer.header("location"), format!("/u/{}#innvending", ward.unit), "the way back never leaves the unit");
    assert!(ward.get(ward.number, &format!("why/{row}"), &ward.reader).text().contains("Vi ser på det."));
}

#[test]
fn heads_by_form_are_spread_over_days_that_are_alike_and_red_cells_say_when_and_how_much() {
    let ward = Ward::new("heads");
    let page = ward.get(ward.number, "staffing", &ward.chief).text();
    let field = page.split("name=\"").find(|rest| rest.starts_with("h.")).and_then(|rest| rest.split('"').next());
    let field = field.expect("a field");
    let path = format!("p/{}/heads", ward.number);
    let wrong = ward.form(&path, &[("version", "0"), (field, "mange")], &ward.chief);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("value=\"mange\""), "what was typed is kept");
    let done = ward.form(&path, &[("version", "0"), ("alike", "ja"), (field, "0")], &ward.chief);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let own: i64 = done.header("location").split('/').nth(4).and_then(|n| n.parse().ok()).expect("a number");
    let opened = ward.opened(own);
    let shift = &opened.ward.shifts[field.split('.').nth(1).and_then(|at| at.parse::<usize>().ok()).expect("a shift")];
    let code = &opened.ward.group(shift.group).code;
    let heads = &opened.plan.as_ref().expect("a plan").staffing;
    assert!(!heads.iter().any(|h| h.group == *code && h.shift == shift.name && h.day <= 5), "all weekdays: {heads:?}");
    let page = ward.get(own, "staffing", &ward.reader).text();
    assert!(page.contains("data-red") && page.contains("minutter arbeid, men det er bare plass til"), "{page}");
    assert!(!page.contains("<input type=\"text\""), "a reader has no fields");
}

#[test]
fn what_was_decided_takes_no_more_changes_and_its_pages_say_as_which_version() {
    let ward = Ward::new("decided-locked");
    let computed = ward.opened(ward.number);
    let (row, days, from, to) = candidate(&computed, true);
    let code = |group: GroupId| computed.ward.group(group).code.clone();
    let moved = |version: i64, group: GroupId| {
        let moved = json!({ "kind": "move", "row": row, "days": days, "group": code(group) });
        json!({ "version": version, "changes": [moved] })
    };
    let (status, told) = ward.changes(ward.number, &moved(0, to), &ward.chief);
    assert_eq!(status, StatusCode::OK, "{told}");
    let number = |told: &Value, name: &str| told[name].as_i64().expect("a number");
    let (own, version) = (number(&told, "number"), number(&told, "version"));
    let pages = ["", "/board", "/staffing", "/beside.csv"].map(|page| format!("/u/{}/p/{own}{page}", ward.unit));
    let pages: Vec<String> = pages.into_iter().chain([format!("/u/{}/proposals", ward.unit)]).collect();
    let get = |address: &str| ward.place.get(address, Some(&ward.chief)).text();
    for page in &pages {
        assert!(!get(page).contains("Vedtatt som versjon"), "{page}");
    }
    let (history, line) = (format!("/u/{}/history", ward.unit), format!("forslag {own}, flyttet: "));
    let seq = seq_of(&get(&history), &line);
    let back = format!("{history}/back/{seq}");
    let offered = seen(&get(&back));
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let decided = leads.decide(own, &heard(), "enige").expect("decided");
    let plan = ward.opened(own).plan.clone();
    for page in &pages {
        assert!(get(page).contains(&format!("Vedtatt som versjon {decided}")), "{page}");
    }
    for page in ["board", "staffing"] {
        assert!(get(&format!("/u/{}/p/{own}/{page}", ward.unit)).contains("Det vedtatte forslaget blir stående"));
    }

    // Changes are made in a copy, as of a computed one; not by who looked at it as it was before.
    assert_eq!(ward.changes(own, &moved(version - 1, from), &ward.chief).0, StatusCode::CONFLICT);
    let (status, told) = ward.changes(own, &moved(version, from), &ward.chief);
    assert_eq!(status, StatusCode::OK, "{told}");
    let copy = number(&told, "number");
    assert_ne!(copy, own);
    assert_eq!((stands(&ward.opened(copy), row, &days), ward.opened(copy).asked().from), (code(from), Some(own)));
    let page = ward.get(own, "staffing", &ward.chief).text();
    let field = page.split("name=\"").find(|rest| rest.starts_with("h.")).and_then(|rest| rest.split('"').next());
    let version = version.to_string();
    let sent = [("version", version.as_str()), (field.expect("a field"), "17")];
    let heads = ward.form(&format!("p/{own}/heads"), &sent, &ward.chief);
    assert_eq!(heads.status, StatusCode::SEE_OTHER, "{}", heads.text());
    assert!(!heads.header("location").contains(&format!("/p/{own}/")), "{}", heads.header("location"));

    // Nothing is put back in it, by itself or with what was done in one go: it is said, and not offered.
    let said = format!("Forslaget er vedtatt som versjon {decided} og endres ikke mer.");
    let page = get(&history);
    let row = page.split("<tr").find(|row| row.contains(&line)).expect("told");
    assert!(row.contains(&format!("Vedtatt som versjon {decided}")) && !row.contains("name=\"seq\""), "{row}");
    let page = get(&format!("{history}?sammen={seq}"));
    assert!(page.contains(&said) && !page.contains("/history/back/"), "{page}");
    let page = get(&back);
    assert!(page.contains(&said) && !page.contains("name=\"seen\"") && page.contains("id=\"stays\""), "{page}");
    let asked = [(history.clone(), format!("seq={seq}&now={}", code(to))), (back.clone(), offered)];
    for (address, form) in asked {
        let refused = ward.place.post(&address, Some(&ward.chief), &form);
        assert_eq!(refused.status, StatusCode::CONFLICT, "{address}");
        assert!(refused.text().contains(&said), "{}", refused.text());
    }
    assert_eq!(ward.opened(own).plan, plan);
}

#[test]
fn a_pin_tells_that_it_pins_the_days_that_stand_in_another_group_too() {
    let ward = Ward::new("pin-whole");
    let computed = ward.opened(ward.number);
    let (rows, order) = (&computed.plan.as_ref().expect("a plan").placements, computed.ward.order());
    let found = rows.iter().find_map(|placed| {
        let line = &computed.ward.lines[computed.ward.line_by_row(placed.row)?.0];
        let other = rows.iter().find(|p| p.row == placed.row && p.days != placed.days && p.group == placed.group)?;
        let here = computed.ward.group_by_code(&placed.group)?;
        let to = computed.ward.group_ids().find(|g| *g != here && order.forbids(line, *g).is_none())?;
        Some((placed, other, to))
    });
    let (placed, other, to) = found.expect("a line in two parts");
    let (row, code) = (placed.row, computed.ward.group(to).code.as_str());
    let moved = json!({ "kind": "move", "row": row, "days": placed.days, "group": code });
    let (status, told) = ward.changes(ward.number, &json!({ "version": 0, "changes": [moved] }), &ward.chief);
    assert_eq!(status, StatusCode::OK, "{told}");
    let own = told["number"].as_i64().expect("a number");
    let card = |days: &[u8]| {
        let page = ward.get(own, "board", &ward.chief).text();
        let card = page.split(&format!("id=\"k{row}-{}\"", digits(days))).nth(1).expect("a card");
        card.split("</li>").next().unwrap_or_default().to_owned()
    };
    let days = Texts::new(Lang::Nb).days(&other.days);
    let whole = format!("Lås hele oppgaven, også {days}, til {code}");
    assert!(card(&placed.days).contains(&whole), "{}", card(&placed.days));

    let pressed = format!("{row}.{}", to.0);
    let pinned = ward.form(&format!("p/{own}/pin"), &[("do", &pressed), ("version", "1")], &ward.chief);
    assert_eq!(pinned.status, StatusCode::SEE_OTHER, "{}", pinned.text());
    assert!(card(&placed.days).contains("⚲ låst</span>"), "{}", card(&placed.days));
    assert!(card(&other.days).contains(&format!("⚲ låst til {code}</span>")), "{}", card(&other.days));
}
