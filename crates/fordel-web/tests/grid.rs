//! The grid in a browser: pages drawn by the crate, a server in memory that keeps the protocol, and scenarios in
//! `tests/grid/` that Chromium plays with keys and mouse.

use std::path::{Path, PathBuf};
use std::process::Command;

use fordel_text::{Lang, Texts};
use fordel_web::grid::{Column, Grid, Kind, Row, Width, grid, script};
use serde_json::json;

/// The example ward's tasks, with all their columns.
const TASKS: &str = include_str!("../../../examples/medisinsk-sengepost/oppgaver.tsv");

fn column(name: &str, values: &[&str]) -> Column {
    let chosen = ["Kategori", "Tidsintervall", "Minstekrav", "I dag", "Prioritet"].contains(&name);
    let mut choices: Vec<String> =
        if chosen { values.iter().map(|value| (*value).to_owned()).collect() } else { vec![] };
    choices.sort();
    choices.dedup();
    choices.retain(|choice| !choice.is_empty());
    Column {
        name: name.into(),
        label: name.into(),
        width: match name {
            "Nr" => Width::Tiny,
            "Oppgave" | "Merknad" => Width::Broad,
            "Kategori" | "Opplæring" => Width::Wide,
            "Tidsintervall" | "Minutter per gruppe" | "Samme gruppe hele uka" | "Bare" | "Per" => Width::Medium,
            _ => Width::Narrow,
        },
        kind: match name {
            "Oppgave" => Kind::Name,
            "Antall" | "Minutter" | "Minutter lav" | "Minutter høy" | "Personer" => Kind::Number,
            "Status" => Kind::State,
            _ => Kind::Text,
        },
        choices,
        filter: ["Kategori", "Tidsintervall", "I dag", "Status"].contains(&name),
        needed: name == "Minutter",
        unless: None,
        sum: name == "Antall",
    }
}

/// The example's sheet with so many rows: its own again and again.
fn tasks(rows: usize, may_edit: bool, talk: bool) -> Grid {
    let mut lines = TASKS.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<String>>());
    let mut names = lines.next().expect("a header");
    let mut cells: Vec<Vec<String>> = lines.collect();
    let width = names.len();
    cells.iter_mut().for_each(|cells| cells.resize(width, String::new()));
    if talk {
        names.push("Status".into());
        cells.iter_mut().for_each(|cells| cells.push("open".into()));
    }
    let columns = names
        .iter()
        .enumerate()
        .map(|(at, name)| column(name, &cells.iter().map(|cells| cells[at].as_str()).collect::<Vec<_>>()));
    Grid {
        unit: "/u/7".into(),
        sheet: "Oppgaver".into(),
        caption: "Oppgaver ved Medisinsk sengepost".into(),
        revision: 1,
        keep: "7-3".into(),
        login: "/login".into(),
        me: "Per N.".into(),
        person: 3,
        may_edit,
        columns: columns.collect(),
        rows: (0..rows).map(|at| Row { id: 100 + at as i64, cells: cells[at % cells.len()].clone() }).collect(),
        faults: vec![],
        query: vec![],
        beside: vec![("Historikk".into(), "/u/7/history?rad=".into())],
    }
}

/// Writes a page as the crate draws it, and its rows for the server in memory. The count above the table stands there from
/// the start, as in the ward's own page: a line that filled later would move the table under the mouse.
fn write(folder: &Path, name: &str, sheet: &Grid, lang: Lang) {
    let columns: Vec<&str> = sheet.columns.iter().map(|column| column.name.as_str()).collect();
    let rows: Vec<_> = sheet.rows.iter().map(|row| json!({ "id": row.id, "cells": row.cells })).collect();
    let data = json!({ "sheet": sheet.sheet, "columns": columns, "rows": rows });
    let page = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>Kartlegging</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"/static/page.css\"><link rel=\"stylesheet\" href=\"/static/grid.css\">\
         <script type=\"module\" src=\"/static/grid.js\"></script></head>\
         <body><main><h1>Kartlegging</h1><p><span data-count=\"missing_minutes\">0</span></p>{}<p><a href=\"/next\">Videre</a></p></main></body></html>",
        texts(lang).lang().tag(),
        grid(sheet, &texts(lang)).into_string()
    );
    std::fs::write(folder.join(format!("{name}.html")), page).expect("the page is written");
    std::fs::write(folder.join(format!("{name}.json")), data.to_string()).expect("its rows are written");
}

fn texts(lang: Lang) -> Texts {
    Texts::new(lang)
}

fn pages() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("grid");
    std::fs::create_dir_all(&folder).expect("a folder for the pages");
    write(&folder, "tasks", &tasks(109, true, true), Lang::Nb);
    write(&folder, "english", &tasks(20, true, false), Lang::En);
    write(&folder, "large", &tasks(400, true, false), Lang::Nb);
    write(&folder, "empty", &tasks(0, true, false), Lang::Nb);
    write(&folder, "reading", &tasks(20, false, false), Lang::Nb);
    std::fs::write(folder.join("grid.js"), script()).expect("the script is written");
    folder
}

#[test]
fn the_grid_behaves_in_a_browser() {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grid/run.mjs");
    let output = Command::new("node").arg(scenarios).arg(pages()).output().expect("node can be started");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{told}");
    assert!(output.status.success(), "{told}");
}
