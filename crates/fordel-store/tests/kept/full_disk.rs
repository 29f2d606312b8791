//! A file system that is really full: a small one in memory, that the test mounts for itself alone where the machine lets it.

use std::fs::{self, OpenOptions};
use std::path::Path;

use fordel_store::{BranchKind, Failure, Place, Store, Verified};

use crate::anew::{on_a_small_disk, small_disk};
use crate::ground::{Folder, NOON, TASKS, add, setup};

#[test]
fn on_a_full_file_system_nothing_answered_is_lost_reading_goes_on_and_room_heals_it() {
    if let Some(folder) = small_disk() {
        return fill_and_make_room(&folder);
    }
    let folder = Folder::new();
    let test = "full_disk::on_a_full_file_system_nothing_answered_is_lost_reading_goes_on_and_room_heals_it";
    if let Some(said) = on_a_small_disk(test, &folder.file("")) {
        assert!(said.contains("50 times full"), "{said}");
    }
}

fn fill_and_make_room(folder: &Path) {
    let (path, ballast) = (folder.join("full.db"), folder.join("ballast"));
    fs::write(&ballast, vec![0xA5; 6 << 20]).expect("most of the room");
    let mut store = Store::open(&path, NOON).expect("opened");
    let unit = store
        .write(NOON, setup(), |w| {
            let organisation = w.add_organisation("O")?;
            w.add_branch(organisation, BranchKind::Unit, "U")
        })
        .expect("a unit");
    let (mut kept, mut healed) = (0, 0);
    for point in 0..50 {
        let mut here = 0;
        loop {
            // Of all sizes, so that the disk is full at all kinds of places.
            let text = "x".repeat(50 + (kept * 397) % 9_000);
            let edit = add("n", Place::Last, &[("Oppgave", &text)]);
            match store.write(NOON, setup(), |w| w.edit(unit, &kept.to_string(), &[edit])) {
                Ok(_) => (kept, here) = (kept + 1, here + 1),
                Err(failure) => {
                    assert_eq!(failure, Failure::Full, "point {point}");
                    break;
                }
            }
        }
        let look = |store: &Store| {
            let (book, verified) =
                store.read(|r| Ok::<_, Failure>((r.book(unit)?, r.verify(None)?))).expect("reading goes on");
            assert_eq!(book.sheet(TASKS).map_or(0, |sheet| sheet.rows.len()), kept, "point {point}");
            assert!(matches!(verified, Verified::Whole { .. }));
        };
        look(&store);
        // Some room comes free, without a restart; at every fifth point with one.
        let left = fs::metadata(&ballast).expect("the ballast").len().saturating_sub(100 << 10);
        OpenOptions::new().write(true).open(&ballast).and_then(|file| file.set_len(left)).expect("room");
        if point % 5 == 4 {
            drop(store);
            store = Store::open(&path, NOON).expect("opened again");
            look(&store);
        }
        healed += usize::from(here > 0);
    }
    println!("50 times full, {healed} times written again with room, {kept} writes answered, 0 lost");
    assert!(healed > 10, "{healed}");
}
