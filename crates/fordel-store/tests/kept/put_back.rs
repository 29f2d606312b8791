//! Putting back what was done in one go: what stands as it was left goes back, what was changed since is left and told.

use std::collections::BTreeMap;

use fordel_store::{
    Change, Edit, Edited, Failure, IncomingRow, IncomingSheet, Meanwhile, Place, RowId, Turned, Verified, What, outcome,
};
use proptest::prelude::*;

use crate::ground::{Ground, TASKS, add, cell, cells};

impl Ground {
    /// The number of the last change of the unit.
    fn last(&self) -> i64 {
        self.read(|r| r.history(self.unit, None, 1, None))[0].seq
    }

    /// What becomes of all that was done in one go with a change.
    fn turned(&self, seq: i64) -> Vec<(Change, Turned)> {
        self.read(|r| r.turned(self.unit, &r.made_with(self.unit, seq)?))
    }

    /// How many changes are left.
    fn left(&self, seq: i64) -> usize {
        self.turned(seq).iter().filter(|(_, turned)| matches!(turned, Turned::Left(_))).count()
    }

    /// What somebody is shown who looks now.
    fn seen(&self, seq: i64) -> String {
        outcome(&self.turned(seq))
    }

    /// Ola puts it back, having seen this.
    fn put_back(&self, seq: i64, seen: &str) -> Result<Edited, Failure> {
        self.write(self.ola, |w| w.put_back(self.unit, seq, &format!("back {}", w.head()?.seq), seen))
    }
}

fn column(header: &str) -> Edit {
    Edit::AddColumn { sheet: TASKS.into(), header: header.into() }
}

/// Four rows and a column of the ward's own.
fn start(ground: &Ground) -> Vec<RowId> {
    let rows = ground.tasks("b", &["a", "b", "c", "d"]);
    ground.edit(ground.kari, "own", &[column("Før")]);
    rows
}

/// A batch of Kari's that does everything that can be done; its last change, the rows that were there, and the new one.
fn all_kinds(ground: &Ground) -> (i64, Vec<RowId>, RowId) {
    let rows = start(ground);
    let edits = [
        column("Ny"),
        Edit::RemoveColumn { sheet: TASKS.into(), header: "Før".into() },
        cell(rows[0], "Minutter", "10", "20"),
        cell(rows[0], "Minutter", "20", "30"),
        cell(rows[0], "Ny", "", "x"),
        Edit::Remove { row: rows[1] },
        Edit::Move { row: rows[3], place: Place::First },
        add("n", Place::Last, &[("Oppgave", "ny")]),
    ];
    let new = ground.edit(ground.kari, "all", &edits).rows["n"];
    (ground.last(), rows, new)
}

#[test]
fn another_puts_all_of_it_back_in_one_step_that_can_be_undone_and_is_told() {
    let ground = Ground::new();
    let untouched = Ground::new();
    start(&untouched);
    let before = texts(&untouched);
    let (seq, ..) = all_kinds(&ground);
    let after = ground.plain();
    assert!(ground.turned(seq).iter().all(|(_, turned)| *turned == Turned::Back), "{:?}", ground.turned(seq));
    assert_eq!(ground.put_back(seq, ""), Err(Failure::Stale), "something else was seen");
    assert_eq!(ground.plain(), after);

    let edited = ground.put_back(seq, &ground.seen(seq)).expect("put back");
    assert!(edited.conflicts.is_empty());
    assert_eq!(texts(&ground), before);
    let told = ground.read(|r| r.made_with(ground.unit, ground.last()));
    let first = told.last().expect("told");
    assert_eq!((first.what.as_str(), first.field.clone()), (What::PutBack.word(), Some(seq.to_string())));
    assert!(told.iter().all(|change| change.person == Some(ground.ola) && change.is_made_with(first)));
    assert!(matches!(ground.read(|r| r.verify(None)), Verified::Whole { .. }));
    assert_eq!(ground.put_back(seq, &ground.seen(seq)), Err(Failure::Stale), "there is nothing more to put back");

    // One step of hers who did it; what was put back can be put back in turn.
    let undone = ground.write(ground.ola, |w| w.undo(ground.unit, "u")).expect("undone");
    assert!(undone.undone && undone.edited.conflicts.is_empty(), "{undone:?}");
    assert_eq!(ground.plain(), after);
    let undoing = ground.last();
    assert_eq!(ground.left(undoing), 0);
    ground.put_back(undoing, &ground.seen(undoing)).expect("put back again");
    assert_eq!(texts(&ground), before);
}

/// The columns of the ward's own, and the cells of each row.
fn texts(ground: &Ground) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let book = ground.book();
    let sheet = book.sheet(TASKS).expect("there");
    (sheet.own_columns.clone(), sheet.rows.iter().map(|row| row.cells.clone()).collect())
}

#[test]
fn what_was_changed_since_is_left_with_both_values_and_the_rest_goes_back() {
    let ground = Ground::new();
    let (seq, rows, new) = all_kinds(&ground);
    let untold = ground.seen(seq);
    let since = [
        cell(rows[0], "Minutter", "30", "99"),
        cell(new, "Minutter", "", "5"),
        cell(rows[2], "Ny", "", "fylt ut"),
        Edit::Move { row: rows[3], place: Place::Last },
    ];
    ground.edit(ground.ola, "o", &since);
    let turned = ground.turned(seq);
    let left: Vec<(&str, Option<&str>, Option<&str>)> = turned
        .iter()
        .filter_map(|(change, turned)| match turned {
            Turned::Left(Meanwhile { now, by, .. }) => Some((change.what.as_str(), now.as_deref(), by.as_deref())),
            _ => None,
        })
        .collect();
    let cells_now = serde_json::to_string(&cells(&[("Oppgave", "ny"), ("Minutter", "5")])).expect("written");
    assert_eq!(
        left,
        [
            ("row-added", Some(cells_now.as_str()), Some("Ola")),
            ("row-moved", None, Some("Ola")),
            ("cell-changed", Some("99"), Some("Ola")),
            ("cell-changed", Some("99"), Some("Ola")),
            ("column-added", Some("fylt ut"), Some("Ola")),
        ]
    );
    assert_eq!(ground.put_back(seq, &untold), Err(Failure::Stale), "nobody was told of them");
    ground.put_back(seq, &ground.seen(seq)).expect("put back");
    let book = ground.book();
    let sheet = book.sheet(TASKS).expect("there");
    assert_eq!(sheet.own_columns, ["Før", "Ny"]);
    let of = |row: RowId| sheet.rows.iter().find(|kept| kept.id == row).map(|kept| kept.cells.clone());
    assert_eq!(of(rows[0]), Some(cells(&[("Oppgave", "a"), ("Minutter", "99")])), "what Kari alone wrote is gone");
    assert_eq!(of(new), Some(cells(&[("Oppgave", "ny"), ("Minutter", "5")])));
    assert!(of(rows[1]).is_some(), "what she took away is back");
}

#[test]
fn a_row_that_is_removed_since_is_left_and_another_units_batch_is_not_found() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b"]);
    ground.edit(ground.kari, "k", &[cell(rows[0], "Minutter", "10", "20"), cell(rows[1], "Minutter", "10", "20")]);
    let seq = ground.last();
    ground.edit(ground.ola, "o", &[Edit::Remove { row: rows[0] }]);
    let left = ground.turned(seq).into_iter().find_map(|(_, turned)| match turned {
        Turned::Left(since) => Some(since),
        _ => None,
    });
    assert_eq!(left, Some(Meanwhile { now: Some("20".into()), removed: true, by: Some("Ola".into()) }));
    let seen = ground.seen(seq);
    let elsewhere = ground.write(ground.ola, |w| w.put_back(ground.other_unit, seq, "x", &seen));
    assert_eq!(elsewhere, Err(Failure::NotFound));
    ground.put_back(seq, &seen).expect("put back");
    assert_eq!(ground.column("Minutter"), ["10"]);
}

#[test]
fn a_sheet_that_was_replaced_comes_back_with_its_columns_in_their_order() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b"]);
    ground.edit(ground.kari, "own", &[column("En"), column("To"), cell(rows[0], "En", "", "1")]);
    let before = ground.plain();
    let incoming = IncomingSheet {
        name: TASKS.into(),
        own_columns: vec!["To".into(), "En".into()],
        rows: vec![
            IncomingRow { row: Some(rows[1]), cells: cells(&[("Oppgave", "b"), ("Minutter", "11")]) },
            IncomingRow { row: None, cells: cells(&[("Oppgave", "ny"), ("To", "2")]) },
        ],
    };
    ground.write(ground.kari, |w| w.replace_sheet(ground.unit, "import", &incoming)).expect("replaced");
    let seq = ground.last();
    assert_eq!(ground.left(seq), 0, "{:?}", ground.turned(seq));
    ground.put_back(seq, &ground.seen(seq)).expect("put back");
    assert_eq!(ground.plain(), before);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is told to be put back is, whatever was done since; what is told to be left isn't touched.
    #[test]
    fn what_is_told_is_what_is_done(
        first in prop::collection::vec((0..6_usize, 0..5_usize, 0..3_usize), 1..10),
        since in prop::collection::vec((0..6_usize, 0..5_usize, 0..3_usize), 0..8),
    ) {
        let ground = Ground::new();
        let rows = ground.tasks("start", &["a", "b", "c", "d", "e"]);
        let edit = |serial: usize, (kind, row, n): (usize, usize, usize)| -> Edit {
            let (sheet, header) = (TASKS.to_owned(), format!("Egen {n}"));
            match kind {
                0 => Edit::Remove { row: rows[row] },
                1 => Edit::Restore { row: rows[row] },
                2 => Edit::Move { row: rows[row], place: Place::After(rows[(row + n + 1) % 5]) },
                3 => add(&format!("n{serial}"), Place::Last, &[("Oppgave", "ny")]),
                4 if n == 0 => Edit::RemoveColumn { sheet, header },
                4 => Edit::AddColumn { sheet, header },
                _ => Edit::Cell { row: rows[row], column: format!("Egen {n}"), was: None, now: format!("{serial}") },
            }
        };
        let edits = |acts: &[(usize, usize, usize)], from: usize| -> Vec<Edit> {
            acts.iter().enumerate().map(|(at, act)| edit(from + at, *act)).collect()
        };
        ground.edit(ground.kari, "k", &edits(&first, 0));
        let seq = ground.last();
        ground.edit(ground.ola, "o", &edits(&since, 100));
        let before = ground.plain();
        let turned = ground.turned(seq);
        let put = turned.iter().filter(|(_, turned)| *turned == Turned::Back).count();
        match ground.put_back(seq, &ground.seen(seq)) {
            Ok(edited) => prop_assert!(put > 0 && edited.conflicts.is_empty(), "{:?}", edited),
            Err(failure) => {
                prop_assert_eq!(failure, Failure::Stale);
                prop_assert_eq!(put, 0, "{:?}", turned);
                prop_assert_eq!(ground.plain(), before);
            }
        }
    }
}
