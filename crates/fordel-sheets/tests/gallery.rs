//! The gallery of errors: for every kind of complaint a small workbook that gives it, with the exact sentence in both
//! languages. `docs/errors.md` is made from it.
//!
//! The entries stand in `tests/gallery/*.txt`:
//!
//! ```text
//! [unknown-group]
//! Oppgaver!L2 = XXX
//! nb: Oppgaver!L2: Yrkesgruppa «XXX» finnes ikke. …
//! en: Oppgaver!L2: There is no group "XXX". …
//! ```
//!
//! An entry changes the small ward of `tests/books/ward.txt` (with `form`, that of `form.txt`; with `plan`, the plan of
//! `plan.txt`; with `file NAME` it is a file from [`broken`]). A fault must be the only one: nothing else may be told because of it. With `FORDEL_BLESS=1`
//! the sentences and `docs/errors.md` are written anew, to be read before they are committed.

mod books;
#[path = "gallery/broken.rs"]
mod broken;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use books::{Book, FORM, PLAN, WARD};
use fordel_core::complaint::{Complaint, Severity};
use fordel_sheets::plan_book::read_plan_book;
use fordel_sheets::read::kinds;
use fordel_text::{Lang, Texts};

/// The parts of the gallery, in the order of the page.
const PARTS: [&str; 14] = [
    "file",
    "sheets",
    "columns",
    "cells",
    "names",
    "groups",
    "shifts",
    "tasks",
    "calendar",
    "counts",
    "projection",
    "settings",
    "form",
    "plan",
];

/// One entry: what is wrong, how it is made, and what is said.
#[derive(Clone, Debug, Default)]
struct Entry {
    code: String,
    changes: Vec<String>,
    nb: String,
    en: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery")
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md")
}

fn bless() -> bool {
    std::env::var_os("FORDEL_BLESS").is_some()
}

/// A part's title in both languages and its entries.
fn part(name: &str) -> (String, Vec<Entry>) {
    let text = std::fs::read_to_string(folder().join(format!("{name}.txt"))).expect("a part of the gallery");
    let mut title = String::new();
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("= ") {
            title = heading.to_owned();
        } else if let Some(code) = line.strip_prefix('[') {
            entries.push(Entry { code: code.trim_end_matches(']').to_owned(), ..Entry::default() });
        } else if let Some(entry) = entries.last_mut().filter(|_| !line.trim().is_empty()) {
            match line.split_once(": ") {
                Some(("nb", nb)) => entry.nb = nb.to_owned(),
                Some(("en", en)) => entry.en = en.to_owned(),
                _ => entry.changes.push(line.to_owned()),
            }
        }
    }
    (title, entries)
}

/// Reads the workbook of an entry: what is told of it, and whether it can be used.
fn reading(entry: &Entry) -> (Vec<Complaint>, bool) {
    let of_ward = |reading: fordel_sheets::Reading| (reading.complaints, reading.ward.is_some());
    if let Some(name) = entry.changes.iter().find_map(|c| c.strip_prefix("file ")) {
        return of_ward(broken::reading(name));
    }
    if let Some((first, rows)) = entry.changes.split_first()
        && first == "counts"
    {
        let read = fordel_sheets::read_counts(rows.join("\n").as_bytes(), "historikk");
        return (read.complaints, read.can_be_used);
    }
    if let Some((first, rows)) = entry.changes.split_first()
        && let Some(regions) = first.strip_prefix("population")
    {
        let regions = regions.trim_start_matches(':').split(',').map(str::trim).filter(|region| !region.is_empty());
        let regions: Vec<String> = regions.map(str::to_owned).collect();
        let read = fordel_sheets::read_population(rows.join("\n").as_bytes(), "folkemengde", &regions, &[]);
        return (read.complaints, read.can_be_used);
    }
    let (base, changes) = match entry.changes.split_first() {
        Some((first, rest)) if first == "form" => (FORM, rest),
        Some((first, rest)) if first == "plan" => (PLAN, rest),
        _ => (WARD, entry.changes.as_slice()),
    };
    let mut book = Book::parse(base);
    changes.iter().for_each(|change| book.change(change));
    if base == PLAN {
        let read = read_plan_book(&book.bytes());
        let can_be_used = read.is_ok();
        return (read.err().unwrap_or_default(), can_be_used);
    }
    of_ward(fordel_sheets::read_ward_bytes(&book.bytes()))
}

/// What is said of the entry in Norwegian and in English.
fn sentences(entry: &Entry, nb: &Texts, en: &Texts) -> (String, String) {
    let complaint = complaint(entry);
    (nb.complaint(&complaint), en.complaint(&complaint))
}

/// The complaint of the entry's kind; a fault must be alone, anything else must leave the workbook of use.
fn complaint(entry: &Entry) -> Complaint {
    let (complaints, can_be_used) = reading(entry);
    let code = entry.code.as_str();
    let told: Vec<String> = complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
    let own = complaints.iter().find(|c| c.code == code).unwrap_or_else(|| panic!("{code}: got {told:?}"));
    let faults: Vec<&str> = complaints.iter().filter(|c| c.severity == Severity::Fault).map(|c| c.code).collect();
    // The list of all that is too much to list is the one kind that never comes alone.
    if code != kinds::MORE_COMPLAINTS.code {
        let expected: &[&str] = if own.severity == Severity::Fault { &[code] } else { &[] };
        assert_eq!(faults, expected, "{code}: got {told:?}");
        assert_eq!(can_be_used, own.severity != Severity::Fault, "{code}");
    }
    own.clone()
}

#[test]
fn the_small_workbooks_themselves_have_nothing_to_complain_of() {
    let texts = Texts::new(Lang::Nb);
    let long = fordel_sheets::read_ward_bytes(&Book::parse(WARD).bytes());
    let sentences: Vec<String> = long.complaints.iter().map(|c| texts.complaint(c)).collect();
    assert_eq!(sentences, Vec::<String>::new());
    assert!(read_plan_book(&Book::parse(PLAN).bytes()).is_ok());
    let wide = fordel_sheets::read_ward_bytes(&Book::parse(FORM).bytes());
    assert!(wide.ward.is_some());
    assert!(wide.complaints.iter().all(|c| c.severity == Severity::Assumed), "{:?}", wide.complaints);
}

#[test]
fn every_entry_gives_its_sentence_in_both_languages() {
    let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
    let mut wrong = Vec::new();
    for name in PARTS {
        let (title, mut entries) = part(name);
        for entry in &mut entries {
            let told = sentences(entry, &nb, &en);
            if bless() {
                (entry.nb, entry.en) = told;
            } else if told != (entry.nb.clone(), entry.en.clone()) {
                wrong.push(format!("[{}]\nnb: {}\nen: {}", entry.code, told.0, told.1));
            }
        }
        if bless() {
            let mut text = format!("= {title}\n");
            for entry in &entries {
                let _ = write!(
                    text,
                    "\n[{}]\n{}\nnb: {}\nen: {}\n",
                    entry.code,
                    entry.changes.join("\n"),
                    entry.nb,
                    entry.en
                );
            }
            std::fs::write(folder().join(format!("{name}.txt")), text).expect("the gallery can be written");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_kind_of_complaint_has_an_entry_and_a_message_and_no_other_has() {
    let mut shown: Vec<String> = PARTS.iter().flat_map(|name| part(name).1).map(|entry| entry.code).collect();
    shown.sort();
    let mut kinds: Vec<&str> = kinds::ALL.iter().map(|kind| kind.code).collect();
    kinds.sort_unstable();
    assert_eq!(shown, kinds, "the gallery and the kinds of complaints");
    for lang in ["nb", "en"] {
        let path = format!("../fordel-text/messages/{lang}/complaints.ftl");
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the messages");
        let mut messages: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect();
        messages.sort_unstable();
        assert_eq!(messages, kinds, "the messages in {lang} and the kinds of complaints");
        for kind in &kinds {
            assert!(text.contains(&format!("\n{kind} =")), "{kind}");
        }
        assert_eq!(text.matches("\n    .cure =").count(), kinds.len(), "every message in {lang} says what to do");
    }
}

#[test]
fn the_page_of_errors_is_up_to_date() {
    let mut text = String::from(PREFACE);
    let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
    let severities: BTreeMap<&str, Severity> = kinds::ALL.iter().map(|kind| (kind.code, kind.severity)).collect();
    for name in PARTS {
        let (title, entries) = part(name);
        let _ = write!(text, "\n## {title}\n");
        for entry in entries {
            let said = if bless() { sentences(&entry, &nb, &en) } else { (entry.nb, entry.en) };
            let severity = match severities[entry.code.as_str()] {
                Severity::Fault => "Feil · Fault",
                Severity::Notice => "Merk · Notice",
                Severity::Assumed => "Antatt · Assumed",
            };
            let changes: Vec<String> = entry.changes.iter().map(|c| format!("`{}`", c.replace('`', "'"))).collect();
            let _ = write!(
                text,
                "\n### {}\n\n*{severity}.* {}\n\n- {}\n- {}\n",
                entry.code,
                changes.join(" · "),
                said.0,
                said.1
            );
        }
    }
    if bless() {
        std::fs::write(page(), &text).expect("the page can be written");
    }
    let committed = std::fs::read_to_string(page()).unwrap_or_default();
    assert!(
        committed == text,
        "docs/errors.md is old: run FORDEL_BLESS=1 cargo test --release -p fordel-sheets --test gallery"
    );
}

const PREFACE: &str = "\
# What Fordel says about a workbook

Made from the gallery of errors (`crates/fordel-sheets/tests/gallery`): each sentence below is what the program says of a small
workbook with that one thing wrong, in Norwegian and in English, with the place first and what to do last. *Feil* keeps the ward from
being planned until it is mended; *Merk* tells how something was read; *Antatt* tells which value was taken because none was given.
Beside each stands what was changed in a workbook without fault: a cell, a sheet that was taken away (`- Vakter`), a sheet that was
added (`# Kurs` and its rows), the same in the wide form (`form`) or in a plan's workbook (`plan`), in a file of counts (`counts` and its rows) or of residents (`population`, and the regions that are chosen), or a file that is something else (`file`).
";
