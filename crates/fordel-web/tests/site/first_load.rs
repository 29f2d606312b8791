//! What a browser loads the first time it comes to a page: our own script, and all of it, as it is sent.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};

use crate::place::Answer;
use crate::ward::{Ward, heard};

/// Bytes of our own script, and of everything, that a page's first load may take.
const SCRIPT: usize = 30 * 1024;
const ALL: usize = 100 * 1024;

/// What lies at an address, as browsers get it.
fn sent(ward: &Ward, address: &str, packed: bool) -> Answer {
    let request = Request::builder().method(Method::GET).uri(address);
    let request = if packed { request.header("accept-encoding", "gzip") } else { request };
    let answer = ward.place.ask(request, Some(&ward.chief), Body::empty());
    assert!(answer.status.is_success(), "{address}: {}", answer.status);
    answer
}

/// What a page or a file names under this beginning, up to the next quote.
fn named(text: &str, before: &str) -> BTreeSet<String> {
    let rest = text.split(before).skip(1);
    rest.filter_map(|rest| rest.split(['"', '\'']).next()).map(str::to_owned).collect()
}

/// The program's own files that a page loads, with those that its scripts import.
fn files(ward: &Ward, page: &str) -> BTreeSet<String> {
    let mut waiting: Vec<String> = named(page, "\"/static/").iter().map(|file| format!("/static/{file}")).collect();
    let mut files = BTreeSet::new();
    while let Some(file) = waiting.pop() {
        if files.insert(file.clone()) && file.ends_with(".js") {
            let folder = file.rsplit_once('/').expect("a folder").0.to_owned();
            let text = sent(ward, &file, false).text();
            let imports = [" from './", " from \"./"].iter().flat_map(|before| named(&text, before));
            waiting.extend(imports.map(|name| format!("{folder}/{name}")));
        }
    }
    files
}

#[test]
fn the_real_pages_load_little_the_first_time() {
    let ward = Ward::new("first-load");
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    leads.decide(ward.number, &heard(), "enige").expect("decided");
    let (unit, plan) = (format!("/u/{}", ward.unit), format!("/u/{}/p/{}", ward.unit, ward.number));
    let pages = [
        (format!("{unit}/mapping"), "grid.js"),
        (format!("{plan}/board"), "board.js"),
        (format!("{plan}/staffing"), "staffing.js"),
        (format!("{unit}/workshop"), "stream.js"),
        (format!("{unit}/now"), "now.js"),
    ];
    for (page, script) in pages {
        let files = files(&ward, &sent(&ward, &page, false).text());
        assert!(files.iter().any(|file| file.ends_with(&format!("/{script}"))), "{page}: {files:?}");
        let size = |address: &String| {
            let answer = sent(&ward, address, true);
            let small = answer.body.len() < 1024 || answer.header("content-encoding") == "gzip";
            assert!(small, "{address} is sent packed");
            answer.body.len()
        };
        let own: usize = files.iter().filter(|file| file.ends_with(".js")).map(size).sum();
        let all = own + size(&page) + files.iter().filter(|file| !file.ends_with(".js")).map(size).sum::<usize>();
        println!("{page}: {own} bytes of script, {all} in all");
        assert!(own <= SCRIPT && all <= ALL, "{page}: {own} bytes of script, {all} in all");
    }
}
