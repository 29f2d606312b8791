//! Many who change the same cells at once: no change is silently overwritten.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use fordel_store::RowId;

use crate::ground::{Ground, cell};

const THREADS: usize = 8;
const EDITS: usize = 2_000;

/// Each thread adds its own mark to a cell, from what it last read there; and keeps which marks it was told are on disk.
#[test]
fn of_two_thousand_edits_on_ten_rows_none_is_silently_overwritten() {
    let ground = Ground::new();
    let names: Vec<String> = (0..10).map(|i| format!("t{i}")).collect();
    let rows = ground.tasks("b", &names.iter().map(String::as_str).collect::<Vec<_>>());
    let conflicts = AtomicUsize::new(0);
    let marks: Vec<Vec<(RowId, String)>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                let (ground, rows, conflicts) = (&ground, &rows, &conflicts);
                scope.spawn(move || {
                    let person = if thread % 2 == 0 { ground.kari } else { ground.ola };
                    let mut seen: BTreeMap<RowId, String> = BTreeMap::new();
                    let mut marks = Vec::new();
                    for i in 0..EDITS / THREADS {
                        let row = rows[(i * 7 + thread) % rows.len()];
                        let mark = format!("{thread}.{i}");
                        for attempt in 0.. {
                            let was = seen.get(&row).cloned().unwrap_or_default();
                            let now = format!("{was} {mark}");
                            let batch = format!("{mark}.{attempt}");
                            let edited = ground.edit(person, &batch, &[cell(row, "Merknad", &was, &now)]);
                            match edited.conflicts.first() {
                                None => {
                                    seen.insert(row, now);
                                    marks.push((row, mark));
                                    break;
                                }
                                Some(conflict) => {
                                    conflicts.fetch_add(1, Ordering::Relaxed);
                                    seen.insert(row, conflict.theirs.clone());
                                }
                            }
                        }
                    }
                    marks
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread")).collect()
    });
    let book = ground.book();
    let texts: BTreeMap<RowId, Vec<&str>> = book.sheets[0]
        .rows
        .iter()
        .map(|row| (row.id, row.cells.get("Merknad").map_or(Vec::new(), |text| text.split_whitespace().collect())))
        .collect();
    let told: usize = marks.iter().map(Vec::len).sum();
    assert_eq!(told, EDITS);
    for (row, mark) in marks.iter().flatten() {
        assert_eq!(texts[row].iter().filter(|there| *there == mark).count(), 1, "{mark} was told to be kept");
    }
    assert_eq!(texts.values().map(Vec::len).sum::<usize>(), EDITS, "and nothing else is there");
    let conflicts = conflicts.into_inner();
    println!("{EDITS} edits by {THREADS} threads on 10 rows, {conflicts} conflicts told, none lost");
    assert!(conflicts > 0, "without a conflict nothing was tried");
    assert!(matches!(ground.read(|r| r.verify(None)), fordel_store::Verified::Whole { .. }));
}
