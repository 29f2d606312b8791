//! A disk that is really full: one can still log in and read, what can't be saved is told in words, and room heals it.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fordel_app::service::{BranchId, Edit, Failed, Place as At, StoreFailure};
use serde_json::json;

use crate::anew::{on_a_small_disk, small_disk};
use crate::place::{Answer, Person, Place};

#[test]
fn on_a_full_disk_one_logs_in_and_reads_and_what_is_not_saved_is_told_until_there_is_room() {
    if let Some(folder) = small_disk() {
        return fill_come_in_and_make_room(folder);
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site-full-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let test = "full_disk::on_a_full_disk_one_logs_in_and_reads_and_what_is_not_saved_is_told_until_there_is_room";
    let said = on_a_small_disk(test, &folder);
    let _ = std::fs::remove_dir_all(&folder);
    if let Some(said) = said {
        assert!(said.contains("full, come in, healed"), "{said}");
    }
}

fn fill_come_in_and_make_room(folder: PathBuf) {
    let ballast = folder.join("ballast");
    let place = Place::in_folder(folder, 0);
    let chief = place.founded();
    let unit = place.small_ward(&chief);
    let mapping = format!("/u/{unit}/mapping");
    fill(&place, &chief, unit, &ballast);

    // Small changes take the last room that large ones left.
    let mut small = (0..100).map(|i| added(&place, &chief, unit, &format!("Liten {i}")));
    is_told(&small.find(|answer| answer.status != StatusCode::OK).expect("the disk is full"));
    let kept = lines(&place, &chief, unit);

    let comes_in = || {
        let answer = place.post("/enter", None, "email=leder%40test.no&password=fire+gr%C3%B8nne+hester");
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let cookie = answer.header("set-cookie");
        place.person(cookie.strip_prefix("fordel=").and_then(|rest| rest.split(';').next()).expect("the session"))
    };
    // One that isn't kept in the database.
    let person = (0..50).map(|_| comes_in()).find(|person| person.who.session.is_none()).expect("in on a full disk");
    let page = place.get(&mapping, Some(&person));
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.text().contains("Oppgaver"), "{}", page.text());
    is_told(&added(&place, &person, unit, "Ny oppgave"));
    assert_eq!(lines(&place, &person, unit), kept, "nothing of it is kept");

    OpenOptions::new().write(true).truncate(true).open(&ballast).expect("room");
    let healed = added(&place, &person, unit, "Ny oppgave");
    assert_eq!(healed.status, StatusCode::OK, "{}", healed.text());
    assert_eq!(lines(&place, &person, unit), kept + 1);
    println!("full, come in, healed");
}

/// Adds a task as the grid does.
fn added(place: &Place, by: &Person, unit: BranchId, name: &str) -> Answer {
    let sent = json!({
        "batch": name, "edits": [{ "temp": "n", "sheet": "Oppgaver", "after": null, "cells": { "Oppgave": name } }],
    });
    let request = Request::builder().method(Method::POST).uri(format!("/u/{unit}/edits"));
    let request = request.header("sec-fetch-site", "same-origin").header("content-type", "application/json");
    place.ask(request, Some(by), Body::from(sent.to_string()))
}

/// That there is no room is told, and that what was saved still is.
fn is_told(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE, "{}", answer.text());
    let page = answer.text();
    assert!(page.contains("Det er ikke plass til å lagre mer") && page.contains("kan leses"), "{page}");
}

/// How many tasks are mapped.
fn lines(place: &Place, by: &Person, unit: BranchId) -> usize {
    let desk = place.service.unit(&by.who, unit).expect("seen").desk().expect("read");
    desk.sheet("Oppgaver").expect("there").rows.len()
}

/// Takes all room that there is, and then all that the database has left in its own files.
fn fill(place: &Place, by: &Person, unit: BranchId, ballast: &Path) {
    let mut file = OpenOptions::new().create_new(true).write(true).open(ballast).expect("a new file");
    while file.write_all(&[0xA5; 4096]).is_ok() {}
    let contributes = place.service.unit(&by.who, unit).expect("seen").contribute().expect("may");
    for batch in 0..5_000 {
        let cells = [("Oppgave".to_owned(), "x".repeat(9_000))].into();
        let edit = Edit::Add { temp: "n".to_owned(), sheet: "Oppgaver".to_owned(), place: At::Last, cells };
        match contributes.edit(&format!("fill {batch}"), &[edit]) {
            Ok(_) => {}
            Err(Failed::Store(StoreFailure::Full)) => return,
            Err(other) => panic!("batch {batch}: {other:?}"),
        }
    }
    panic!("a disk of 8 MB is never full");
}
