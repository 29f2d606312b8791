//! The rule that every table of a unit's pages can be taken out, held against the pages as they are drawn: they are found by
//! following their links.

use std::collections::{BTreeMap, BTreeSet};

use crate::ward::{Ward, heard};

const TABLE: &str = "<table class=\"ds-table data";
const WAY_OUT: &str = "<p class=\"take-out\">";
/// Pages of one kind that are looked at: those that differ in numbers and in what is asked alone are alike.
const ALIKE: usize = 2;

/// The columns of the table that a part of a page begins with.
fn columns(part: &str) -> &str {
    part.split_once("<thead").and_then(|(_, rest)| rest.split_once("</thead>")).map_or("", |(head, _)| head)
}

/// The captions of tables that can't be taken out. Tables one after the other with the same columns are one, told in parts:
/// the way out stands after the last. A page's only way out takes out all that is there.
fn lacking(page: &str) -> Vec<String> {
    if page.matches(WAY_OUT).count() == 1 {
        return Vec::new();
    }
    let parts: Vec<&str> = page.split(TABLE).skip(1).collect();
    let goes_on = |at: usize| parts.get(at + 1).is_some_and(|next| columns(next) == columns(parts[at]));
    let lacks = (0..parts.len()).filter(|at| !parts[*at].contains(WAY_OUT) && !goes_on(*at));
    let caption = |at: usize| parts[at].split("</caption>").next().unwrap_or_default();
    lacks.map(|at| caption(at).rsplit('>').next().unwrap_or_default().to_owned()).collect()
}

/// The addresses within the unit that a page leads to.
fn links(page: &str, unit: &str) -> BTreeSet<String> {
    let addresses = page.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
    let addresses = addresses.map(|address| address.replace("&amp;", "&"));
    let within = |address: &String| address == unit || address.starts_with(&format!("{unit}/"));
    // A file is no page.
    let page = |address: &String| {
        let path = address.split('?').next().unwrap_or_default();
        path.rsplit('/').next().is_some_and(|last| !last.contains('.'))
    };
    addresses.filter(within).filter(page).collect()
}

/// The kind of page that an address leads to: its path without numbers, and what is asked without the answers.
fn kind(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let part = |part: &str| if part.parse::<u64>().is_ok() { "N".to_owned() } else { part.to_owned() };
    let path: Vec<String> = path.split('/').map(part).collect();
    let asked: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", path.join("/"), asked.join("&"))
}

#[test]
fn every_table_of_a_units_pages_can_be_taken_out() {
    let ward = Ward::new("taken-out");
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let copy = leads.copy(ward.number, "Kopi").expect("copied");
    for number in [ward.number, copy] {
        leads.decide(number, &heard(), "enige").expect("decided");
    }
    let unit = format!("/u/{}", ward.unit);
    let certainty = format!("{unit}/p/{}/certainty", ward.number);
    ward.place.post(&certainty, Some(&ward.chief), "under=2");

    let mut waiting = vec![format!("{certainty}?under=2"), unit.clone()];
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut tables, mut lacks) = (0, Vec::new());
    while let Some(address) = waiting.pop() {
        let alike = seen.entry(kind(&address)).or_default();
        if alike.len() >= ALIKE || !alike.insert(address.clone()) {
            continue;
        }
        let answer = ward.place.get(&address, Some(&ward.chief));
        if !answer.status.is_success() || !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let page = answer.text();
        tables += page.matches(TABLE).count();
        lacks.extend(lacking(&page).into_iter().map(|table| format!("{address}: {table}")));
        waiting.extend(links(&page, &unit));
    }
    assert!(seen.len() > 20 && tables > 20, "{tables} tables on pages of {} kinds", seen.len());
    assert!(seen.keys().any(|kind| kind.contains("/decisions/")), "{:?}", seen.keys());
    assert!(lacks.is_empty(), "these can't be taken out:\n{}", lacks.join("\n"));
}

#[test]
fn a_table_without_a_way_out_is_found() {
    let table = |name: &str, column: &str| {
        format!("{TABLE}\" id=\"x\"><caption>{name}</caption><thead><tr><th>{column}</th></tr></thead></table>")
    };
    let out = format!("{WAY_OUT}CSV</p>");
    let (one, same, other) = (table("Én", "Gruppe"), table("Én til", "Gruppe"), table("En annen", "Vakt"));
    assert_eq!(lacking(&one), ["Én"]);
    assert_eq!(lacking(&format!("{one}{out}{other}{one}{out}")), ["En annen"]);
    assert_eq!(lacking(&format!("{one}{same}{out}{other}{out}")), [""; 0]);
    assert_eq!(lacking(&format!("{one}{other}{out}")), [""; 0], "the page's only one takes out both");
}
