//! A ward's book: batches of edits, conflicts, imports.

use std::time::Instant;

use fordel_store::{Conflict, Edit, Failure, IncomingRow, IncomingSheet, Place, RowId};
use proptest::prelude::*;

use crate::ground::{Ground, TASKS, add, cell, cells};

#[test]
fn what_was_typed_is_kept_as_typed() {
    let ground = Ground::new();
    let odd = "  0010,50 \n=1+1 «æøå» \u{1F9EA}\t'; DROP TABLE row; -- \u{0}";
    let row = ground.edit(ground.kari, "b", &[add("n", Place::First, &[("Minutter", odd), ("", "")])]).rows["n"];
    let book = ground.book();
    assert_eq!(book.sheet(TASKS).expect("the sheet").rows[0].cells, cells(&[("Minutter", odd)]));
    ground.edit(ground.kari, "c", &[cell(row, "Minutter", odd, "")]);
    assert_eq!(ground.book().sheet(TASKS).expect("the sheet").rows[0].cells, cells(&[]), "an emptied cell is gone");
}

#[test]
fn a_cell_that_somebody_changed_is_told_and_the_rest_of_the_batch_is_done() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b"]);
    ground.edit(ground.ola, "o", &[cell(rows[0], "Minutter", "10", "20")]);
    let before = ground.book().revision;
    let edits = [cell(rows[0], "Minutter", "10", "15"), cell(rows[1], "Minutter", "10", "30")];
    let edited = ground.edit(ground.kari, "k", &edits);
    let conflict = Conflict {
        row: rows[0],
        column: Some("Minutter".to_owned()),
        mine: "15".to_owned(),
        theirs: "20".to_owned(),
        removed: false,
        by: Some("Ola".to_owned()),
    };
    assert_eq!(edited.conflicts, [conflict]);
    assert_eq!(ground.column("Minutter"), ["20", "30"]);
    assert_eq!((edited.revision, edited.applied.cells.len()), (before + 1, 1));
}

#[test]
fn two_who_want_the_same_are_no_conflict() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    ground.edit(ground.ola, "o", &[cell(rows[0], "Minutter", "10", "20")]);
    let before = ground.book();
    let edited = ground.edit(ground.kari, "k", &[cell(rows[0], "Minutter", "10", "20")]);
    assert!(edited.conflicts.is_empty() && edited.applied.is_empty());
    assert_eq!(ground.book(), before, "and no revision more");
}

#[test]
fn a_cell_of_a_row_that_was_removed_is_told_with_who_removed_it() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    ground.edit(ground.ola, "o", &[Edit::Remove { row: rows[0] }]);
    let edited = ground.edit(ground.kari, "k", &[cell(rows[0], "Minutter", "10", "20")]);
    let [conflict] = edited.conflicts.as_slice() else { panic!("one conflict: {edited:?}") };
    assert!(conflict.removed && conflict.mine == "20" && conflict.by.as_deref() == Some("Ola"));
    let back = ground.edit(ground.kari, "r", &[Edit::Restore { row: rows[0] }]);
    assert_eq!(back.applied.added[0].row, rows[0]);
    assert_eq!(ground.column("Minutter"), ["10"]);
}

#[test]
fn a_batch_sent_again_changes_nothing_twice() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    let batch = [
        cell(rows[0], "Minutter", "10", "20"),
        add("n1", Place::After(rows[0]), &[("Oppgave", "x")]),
        add("n2", Place::AfterNew("n1".to_owned()), &[("Oppgave", "y")]),
    ];
    let first = ground.edit(ground.kari, "again", &batch);
    let book = ground.book();
    let second = ground.edit(ground.kari, "again", &batch);
    assert_eq!(ground.book(), book);
    assert_eq!((second.rows, second.conflicts.len()), (first.rows, 0));
    let more = [batch.to_vec(), vec![add("n3", Place::After(rows[0]), &[("Oppgave", "z")])]].concat();
    ground.edit(ground.kari, "again", &more);
    assert_eq!(ground.column("Oppgave"), ["a", "x", "z", "y"], "what is new in it is added behind its own");
    ground.write(ground.kari, |w| w.undo(ground.unit, "u")).expect("undo");
    assert_eq!(ground.column("Oppgave"), ["a"], "all of it is one step");
    assert_eq!(ground.column("Minutter"), ["10"]);
}

#[test]
fn a_row_of_another_unit_ends_the_whole_batch() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    let foreign = ground
        .write(ground.kari, |w| w.edit(ground.other_unit, "f", &[add("n", Place::First, &[("Oppgave", "theirs")])]))
        .expect("the other's row")
        .rows["n"];
    let before = ground.book();
    for edit in [
        cell(foreign, "Oppgave", "theirs", "mine"),
        Edit::Remove { row: foreign },
        Edit::Restore { row: foreign },
        Edit::Move { row: foreign, place: Place::First },
        add("x", Place::After(foreign), &[]),
        add("x", Place::AfterNew("never".to_owned()), &[]),
    ] {
        let mine = cell(rows[0], "Minutter", "10", "99");
        let failure = ground.write(ground.kari, |w| w.edit(ground.unit, "x", &[mine, edit.clone()]));
        assert_eq!(failure, Err(Failure::NotFound), "{edit:?}");
    }
    assert_eq!(ground.book(), before);
    let organisation = ground.write(ground.kari, |w| w.edit(ground.organisation, "x", &[]));
    assert_eq!(organisation, Err(Failure::NotFound), "only units have a book");
}

#[test]
fn own_columns_come_and_go_and_keep_their_cells() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    let column = |header: &str| (TASKS.to_owned(), header.to_owned());
    let (sheet, header) = column("Merknad");
    ground.edit(ground.kari, "1", &[Edit::AddColumn { sheet, header }, cell(rows[0], "Merknad", "", "husk")]);
    let (sheet, header) = column("Rom");
    ground.edit(ground.kari, "2", &[Edit::AddColumn { sheet, header }]);
    let own = || ground.book().sheet(TASKS).expect("the sheet").own_columns.clone();
    assert_eq!(own(), ["Merknad", "Rom"]);
    let (sheet, header) = column("Merknad");
    ground.edit(ground.kari, "3", &[Edit::RemoveColumn { sheet, header }]);
    assert_eq!(own(), ["Rom"]);
    ground.write(ground.kari, |w| w.undo(ground.unit, "4")).expect("undo");
    assert_eq!(own(), ["Merknad", "Rom"], "where it stood");
    assert_eq!(ground.column("Merknad"), ["husk"]);
}

#[test]
fn three_hundred_rows_in_the_middle_are_quick() {
    let ground = Ground::new();
    let names: Vec<String> = (0..400).map(|i| format!("t{i}")).collect();
    let rows = ground.tasks("b", &names.iter().map(String::as_str).collect::<Vec<_>>());
    let columns: Vec<String> = (0..12).map(|c| format!("Kolonne {c}")).collect();
    let pairs: Vec<(&str, &str)> = columns.iter().map(|column| (column.as_str(), "hver dag 07:30")).collect();
    let paste: Vec<Edit> = (0..300).map(|i| add(&format!("n{i}"), Place::After(rows[200]), &pairs)).collect();
    let start = Instant::now();
    ground.edit(ground.kari, "paste", &paste);
    let rows_took = start.elapsed();

    let cells: Vec<Edit> = ground.book().sheets[0].rows[..300]
        .iter()
        .flat_map(|row| {
            let was = |column: &String| row.cells.get(column).cloned().unwrap_or_default();
            columns.iter().map(|column| cell(row.id, column, &was(column), "kveld")).collect::<Vec<_>>()
        })
        .collect();
    let start = Instant::now();
    let edited = ground.edit(ground.kari, "cells", &cells);
    println!("300 rows × 12 pasted in {rows_took:?}, 3600 cells changed in {:?}", start.elapsed());
    assert_eq!((edited.applied.cells.len(), ground.column("Oppgave").len()), (3600, 700));
    assert!(rows_took.as_millis() < 500, "{rows_took:?}");
}

#[test]
fn a_hundred_thousand_rows_are_imported_undone_and_redone_within_seconds() {
    let ground = Ground::new();
    let row = |i: usize| IncomingRow {
        row: None,
        cells: cells(&[
            ("Oppgave", &format!("Oppgave nummer {i}")),
            ("Kategori", "Legemiddelhåndtering"),
            ("Tidsrom", "09–12"),
            ("Minutter", "12,5"),
            ("Antall", "1"),
            ("Laveste", "Helsefagarbeider"),
            ("I dag", "Sykepleier"),
            ("Dager", "hverdager"),
        ]),
    };
    let sheet =
        IncomingSheet { name: TASKS.to_owned(), own_columns: Vec::new(), rows: (0..100_000).map(row).collect() };
    let mut took = Vec::new();
    let mut timed = |what: &str, f: &dyn Fn()| {
        let start = Instant::now();
        f();
        took.push(format!("{what} {:.1} s", start.elapsed().as_secs_f64()));
    };
    let count = || ground.book().sheet(TASKS).map_or(0, |sheet| sheet.rows.len());
    timed("import", &|| {
        ground.write(ground.kari, |w| w.replace_sheet(ground.unit, "import", &sheet)).expect("import");
    });
    timed("read", &|| assert_eq!(count(), 100_000));
    timed("undo", &|| {
        ground.write(ground.kari, |w| w.undo(ground.unit, "u")).expect("undo");
    });
    assert_eq!(count(), 0);
    timed("redo", &|| {
        ground.write(ground.kari, |w| w.redo(ground.unit, "r")).expect("redo");
    });
    assert_eq!(count(), 100_000);
    timed("chain verified", &|| {
        ground.read(|r| r.verify(None));
    });
    println!("100 000 rows: {}", took.join(", "));
}

/// A row of an incoming sheet: which of the rows there (or a new one), and its text.
fn incoming() -> impl Strategy<Value = Vec<(Option<usize>, u8)>> {
    prop::collection::vec((prop::option::of(0..12_usize), 0..4_u8), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_replaced_sheet_is_what_was_asked_and_undo_brings_back_what_was(
        sheets in prop::collection::vec((incoming(), prop::sample::subsequence(vec!["x", "y", "z"], 0..=3)), 1..5),
    ) {
        let ground = Ground::new();
        ground.tasks("b", &["a", "b", "c", "d", "e", "f", "g", "h"]);
        let mut books = vec![ground.plain()];
        for (i, (wanted, columns)) in sheets.iter().enumerate() {
            let there: Vec<RowId> = ground.book().sheets.iter().flat_map(|s| s.rows.iter().map(|row| row.id)).collect();
            let mut taken = std::collections::BTreeSet::new();
            let rows: Vec<IncomingRow> = wanted.iter().map(|(which, text)| IncomingRow {
                row: which.and_then(|n| there.get(n).copied()).filter(|row| taken.insert(*row)),
                cells: cells(&[("Oppgave", &format!("text {text}"))]),
            }).collect();
            let own_columns = columns.iter().map(|c| (*c).to_owned()).collect();
            let sheet = IncomingSheet { name: TASKS.to_owned(), own_columns, rows };
            ground.write(ground.kari, |w| w.replace_sheet(ground.unit, &format!("import {i}"), &sheet)).expect("import");
            let book = ground.book();
            let kept = book.sheet(TASKS).cloned().unwrap_or_default();
            prop_assert_eq!(&kept.own_columns, &sheet.own_columns);
            prop_assert_eq!(kept.rows.len(), sheet.rows.len());
            for (kept, asked) in kept.rows.iter().zip(&sheet.rows) {
                prop_assert_eq!(&kept.cells, &asked.cells);
                prop_assert!(asked.row.is_none_or(|id| id == kept.id));
            }
            books.push(ground.plain());
        }
        // A sheet that was there already is no step.
        books.dedup();
        for before in books.iter().rev().skip(1) {
            ground.write(ground.kari, |w| w.undo(ground.unit, &format!("u{}", w.head()?.seq))).expect("undo");
            prop_assert_eq!(&ground.plain(), before);
        }
    }
}
