//! Rows stand where they were put, however often others were put between.

use fordel_store::{Edit, Place, RowId};
use proptest::prelude::*;

use crate::ground::{Ground, add};

fn order(ground: &Ground) -> Vec<RowId> {
    ground.book().sheets.into_iter().flat_map(|sheet| sheet.rows).map(|row| row.id).collect()
}

#[test]
fn a_gap_that_is_used_up_is_made_wider() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["first", "last"]);
    let mut expected = vec![rows[0], rows[1]];
    for i in 0..60 {
        let row = ground.edit(ground.kari, &format!("{i}"), &[add("n", Place::After(rows[0]), &[])]).rows["n"];
        expected.insert(1, row);
    }
    assert_eq!(order(&ground), expected);
    let positions: Vec<i64> = ground.book().sheets[0].rows.iter().map(|row| row.position).collect();
    assert!(positions.is_sorted_by(|a, b| a < b), "{positions:?}");
}

#[test]
fn a_removed_row_keeps_its_place() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b", "c"]);
    ground.edit(ground.ola, "o", &[Edit::Remove { row: rows[1] }]);
    let edited = ground.edit(ground.kari, "k", &[add("n", Place::After(rows[1]), &[])]);
    assert_eq!(edited.applied.added[0].after, Some(rows[0]), "who looks at the book knows only rows that are there");
    ground.edit(ground.ola, "r", &[Edit::Restore { row: rows[1] }]);
    assert_eq!(order(&ground), [rows[0], rows[1], edited.rows["n"], rows[2]]);
}

#[derive(Debug, Clone)]
enum Put {
    First(u8),
    Last(u8),
    After(usize, u8),
    Chain(usize, u8),
    Move(usize, usize),
    MoveFirst(usize),
    MoveLast(usize),
}

fn put() -> impl Strategy<Value = Put> {
    prop_oneof![
        (1..4_u8).prop_map(Put::First),
        (1..4_u8).prop_map(Put::Last),
        (0..40_usize, 1..30_u8).prop_map(|(i, n)| Put::After(i, n)),
        (0..40_usize, 1..30_u8).prop_map(|(i, n)| Put::Chain(i, n)),
        (0..40_usize, 0..40_usize).prop_map(|(i, j)| Put::Move(i, j)),
        (0..40_usize).prop_map(Put::MoveFirst),
        (0..40_usize).prop_map(Put::MoveLast),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_stand_as_in_a_list(batches in prop::collection::vec(prop::collection::vec(put(), 1..4), 1..20)) {
        let ground = Ground::new();
        let mut list = ground.tasks("b", &["a", "b"]);
        for (b, batch) in batches.iter().enumerate() {
            // One edit call for each, so that the list knows the ids; several rows in each.
            for (p, put) in batch.iter().enumerate() {
                let name = format!("{b}.{p}");
                let many = |place: &dyn Fn(u8) -> Place, n: u8| -> Vec<RowId> {
                    let edits: Vec<Edit> = (0..n).map(|i| add(&i.to_string(), place(i), &[])).collect();
                    let edited = ground.edit(ground.kari, &name, &edits);
                    (0..n).map(|i| edited.rows[&i.to_string()]).collect()
                };
                let at = |i: usize| i % list.len();
                match *put {
                    Put::First(n) => {
                        let new = many(&|_| Place::First, n);
                        list.splice(0..0, new);
                    }
                    Put::Last(n) => {
                        let new = many(&|_| Place::Last, n);
                        list.extend(new);
                    }
                    Put::After(i, n) => {
                        let i = at(i);
                        let new = many(&|_| Place::After(list[i]), n);
                        list.splice(i + 1..i + 1, new);
                    }
                    Put::Chain(i, n) => {
                        let i = at(i);
                        let first = Place::After(list[i]);
                        let new = many(&|k| if k == 0 { first.clone() } else { Place::AfterNew((k - 1).to_string()) }, n);
                        list.splice(i + 1..i + 1, new);
                    }
                    Put::Move(i, j) => {
                        let (i, j) = (at(i), at(j));
                        let (row, above) = (list[i], list[j]);
                        ground.edit(ground.kari, &name, &[Edit::Move { row, place: Place::After(above) }]);
                        if i != j {
                            list.remove(i);
                            let j = list.iter().position(|r| *r == above).expect("still there");
                            list.insert(j + 1, row);
                        }
                    }
                    Put::MoveFirst(i) => {
                        let row = list.remove(at(i));
                        ground.edit(ground.kari, &name, &[Edit::Move { row, place: Place::First }]);
                        list.insert(0, row);
                    }
                    Put::MoveLast(i) => {
                        let row = list.remove(at(i));
                        ground.edit(ground.kari, &name, &[Edit::Move { row, place: Place::Last }]);
                        list.push(row);
                    }
                }
                prop_assert_eq!(order(&ground), list.clone(), "after {:?}", put);
            }
        }
    }
}
