//! Undo and redo: one's own batches, to the start and back, never another's work.

use std::collections::BTreeMap;

use fordel_store::{Edit, Moment, PersonId, Place, RowId};
use proptest::prelude::*;

use crate::ground::{Ground, TASKS, add, by, cell};

fn undo(ground: &Ground, person: PersonId) -> fordel_store::Undone {
    ground.write(person, |w| w.undo(ground.unit, &format!("undo {}", w.head()?.seq))).expect("undo")
}

fn redo(ground: &Ground, person: PersonId) -> fordel_store::Undone {
    ground.write(person, |w| w.redo(ground.unit, &format!("redo {}", w.head()?.seq))).expect("redo")
}

#[test]
fn a_hundred_steps_are_undone_also_after_a_restart() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    for i in 0..150 {
        let (was, now) = (if i == 0 { "10".to_owned() } else { format!("v{}", i - 1) }, format!("v{i}"));
        ground.edit(ground.kari, &format!("batch {i}"), &[cell(rows[0], "Minutter", &was, &now)]);
    }
    let ground = ground.reopened();
    for _ in 0..150 {
        assert!(undo(&ground, ground.kari).undone);
    }
    assert_eq!(ground.column("Minutter"), ["10"]);
    for i in 0..150 {
        assert!(redo(&ground, ground.kari).undone);
        assert_eq!(ground.column("Minutter"), [format!("v{i}")]);
    }
    assert!(!redo(&ground, ground.kari).undone, "there is no more");
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    ground.edit(ground.kari, "1", &[cell(rows[0], "Minutter", "10", "20")]);
    undo(&ground, ground.kari);
    ground.edit(ground.kari, "2", &[cell(rows[0], "Minutter", "10", "30")]);
    assert!(!redo(&ground, ground.kari).undone);
    assert_eq!(ground.column("Minutter"), ["30"]);
}

#[test]
fn undo_sent_again_undoes_one_step() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    ground.edit(ground.kari, "1", &[cell(rows[0], "Minutter", "10", "20")]);
    ground.edit(ground.kari, "2", &[cell(rows[0], "Minutter", "20", "30")]);
    for _ in 0..3 {
        let undone = ground.write(ground.kari, |w| w.undo(ground.unit, "the same")).expect("undo");
        assert!(undone.undone);
    }
    assert_eq!(ground.column("Minutter"), ["20"]);
}

#[test]
fn what_somebody_changed_since_is_left_and_told() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b"]);
    let both = [cell(rows[0], "Minutter", "10", "20"), cell(rows[1], "Minutter", "10", "20")];
    ground.edit(ground.kari, "k", &both);
    let new = ground.edit(ground.kari, "n", &[add("n", Place::Last, &[("Oppgave", "ny")])]).rows["n"];
    ground.edit(ground.ola, "o", &[cell(rows[0], "Minutter", "20", "99"), cell(new, "Minutter", "", "5")]);

    let row = undo(&ground, ground.kari);
    assert_eq!(row.edited.conflicts[0].row, new, "a row that another has worked on isn't removed");
    assert_eq!(row.edited.conflicts[0].by.as_deref(), Some("Ola"));
    let cells = undo(&ground, ground.kari);
    assert_eq!(ground.column("Minutter"), ["99", "10", "5"]);
    let [conflict] = cells.edited.conflicts.as_slice() else { panic!("one conflict: {cells:?}") };
    assert_eq!((conflict.mine.as_str(), conflict.theirs.as_str()), ("10", "99"));

    redo(&ground, ground.kari);
    assert_eq!(ground.column("Minutter"), ["99", "20", "5"], "only what was undone is done again");
}

#[test]
fn each_undoes_their_own() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    ground.edit(ground.ola, "o", &[cell(rows[0], "Minutter", "10", "20")]);
    let last = undo(&ground, ground.kari);
    assert!(last.undone && last.edited.conflicts.len() == 1, "Kari's last batch is the row, and Ola has worked on it");
    assert_eq!(ground.column("Minutter"), ["20"]);
    undo(&ground, ground.ola);
    assert_eq!(ground.column("Minutter"), ["10"]);
    assert!(!undo(&ground, ground.ola).undone);
}

/// One edit, its rows by number among those there.
#[derive(Debug, Clone)]
enum Act {
    Cell(usize, u8, u8),
    Add(usize, u8),
    Remove(usize),
    Restore(usize),
    Move(usize, usize),
    Column(u8, bool),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..20_usize, 0..3_u8, 0..3_u8).prop_map(|(row, column, text)| Act::Cell(row, column, text)),
        2 => (0..20_usize, 1..4_u8).prop_map(|(row, n)| Act::Add(row, n)),
        1 => (0..20_usize).prop_map(Act::Remove),
        1 => (0..20_usize).prop_map(Act::Restore),
        1 => (0..20_usize, 0..20_usize).prop_map(|(row, above)| Act::Move(row, above)),
        1 => (0..3_u8, any::<bool>()).prop_map(|(column, there)| Act::Column(column, there)),
    ]
}

/// The edits that an act means among these rows.
fn edits(act: &Act, rows: &[RowId], temp: &mut usize) -> Vec<Edit> {
    let at = |i: usize| rows[i % rows.len()];
    let (sheet, header) = (TASKS.to_owned(), |column: u8| format!("Egen {column}"));
    match *act {
        Act::Cell(row, column, text) => {
            let now = if text == 0 { String::new() } else { format!("tekst {text}") };
            vec![Edit::Cell { row: at(row), column: format!("Kolonne {column}"), was: None, now }]
        }
        Act::Add(row, n) => (0..n)
            .map(|_| {
                *temp += 1;
                add(&format!("n{temp}"), Place::After(at(row)), &[("Oppgave", "ny")])
            })
            .collect(),
        Act::Remove(row) => vec![Edit::Remove { row: at(row) }],
        Act::Restore(row) => vec![Edit::Restore { row: at(row) }],
        Act::Move(row, above) => vec![Edit::Move { row: at(row), place: Place::After(at(above)) }],
        Act::Column(column, true) => vec![Edit::AddColumn { sheet, header: header(column) }],
        Act::Column(column, false) => vec![Edit::RemoveColumn { sheet, header: header(column) }],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_undone_is_the_start_and_all_redone_is_the_end(
        batches in prop::collection::vec(prop::collection::vec(act(), 1..6), 1..12),
    ) {
        let ground = Ground::new();
        let mut rows = ground.write(ground.ola, |w| {
            let edits: Vec<Edit> = (0..5).map(|i| add(&i.to_string(), Place::Last, &[("Kolonne 0", "tekst 1")])).collect();
            Ok(w.edit(ground.unit, "start", &edits)?.rows.into_values().collect::<Vec<_>>())
        }).expect("rows");
        let mut temp = 0;
        let mut books = vec![ground.plain()];
        for (b, batch) in batches.iter().enumerate() {
            let edits: Vec<Edit> = batch.iter().flat_map(|act| edits(act, &rows, &mut temp)).collect();
            let edited = ground.edit(ground.kari, &format!("batch {b}"), &edits);
            rows.extend(edited.rows.into_values());
            if !edited.applied.is_empty() {
                books.push(ground.plain());
            }
        }
        for _ in 0..2 {
            for book in books.iter().rev().skip(1) {
                let undone = undo(&ground, ground.kari);
                prop_assert!(undone.undone && undone.edited.conflicts.is_empty(), "{:?}", undone);
                prop_assert_eq!(&ground.plain(), book);
            }
            prop_assert!(!undo(&ground, ground.kari).undone);
            for book in &books[1..] {
                let redone = redo(&ground, ground.kari);
                prop_assert!(redone.undone && redone.edited.conflicts.is_empty(), "{:?}", redone);
                prop_assert_eq!(&ground.plain(), book);
            }
            prop_assert!(!redo(&ground, ground.kari).undone);
        }
    }

    /// Two people on the same rows: whoever undoes, a cell that the other wrote last keeps what they wrote.
    #[test]
    fn nobody_undoes_anothers_work(
        acts in prop::collection::vec((any::<bool>(), prop_oneof![
            3 => act().prop_map(Some),
            1 => Just(None),
        ]), 1..40),
    ) {
        let ground = Ground::new();
        let mut rows = ground.tasks("start", &["a", "b", "c"]);
        let mut temp = 0;
        // Who wrote each cell last, other than by undo or redo, and what.
        let mut written: BTreeMap<(RowId, String), (PersonId, String)> = BTreeMap::new();
        for (i, (kari, act)) in acts.iter().enumerate() {
            let person = if *kari { ground.kari } else { ground.ola };
            match act {
                Some(act) => {
                    let mut edits = edits(act, &rows, &mut temp);
                    for edit in &mut edits {
                        // No text is written twice, so that it tells who wrote it.
                        if let Edit::Cell { now, .. } = edit {
                            *now = format!("tekst {i}");
                        }
                    }
                    let edited = ground.store.write(Moment(0), by(person), |w| w.edit(ground.unit, &format!("b{i}"), &edits));
                    let edited = edited.map_err(|failure: fordel_store::Failure| TestCaseError::fail(failure.to_string()))?;
                    rows.extend(edited.rows.values());
                    // Whoever removes a row sees what is in it; if it comes back, all that was in it is as it was.
                    written.retain(|(row, _), _| !edited.applied.removed.contains(row));
                    for cell in edited.applied.cells {
                        written.insert((cell.row, cell.column), (person, cell.value));
                    }
                }
                None => {
                    let undone = undo(&ground, person);
                    for cell in undone.edited.applied.cells {
                        let key = (cell.row, cell.column);
                        if let Some((who, text)) = written.remove(&key) {
                            prop_assert_eq!(who, person, "{:?} held {}", key, text);
                        }
                    }
                    for row in undone.edited.applied.removed {
                        let others = written.iter().any(|((r, _), (who, _))| *r == row && *who != person);
                        prop_assert!(!others, "a row that the other wrote in was removed");
                    }
                }
            }
        }
    }
}
