//! Backups with random damage: refused with the database left as it was, or brought back whole.

#[path = "../../fordel-core/tests/damage/mod.rs"]
mod damage;

use damage::{ON_DISK, WORDS, rounds, taken};
use fordel_app::service::{Moment, NewAccount, Service, Store};
use fordel_app::{Verified, audit, back_up, bring_back};
use fordel_text::Lang;

const NOON: Moment = Moment(1_790_000_000_000);

#[test]
fn a_damaged_backup_is_refused_and_nothing_changed_or_it_is_brought_back_whole() {
    let folder = std::env::temp_dir().join(format!("fordel-damaged-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let [database, copy, broken, to] = ["fordel.db", "copy.db", "broken.db", "to.db"].map(|name| folder.join(name));
    let store = Store::open(&database, NOON).expect("a new database");
    let service = Service::new(store, Box::new(|| NOON), Box::new(|_, _| ()), 1).expect("a service");
    let account = NewAccount { name: "Kari", email: "kari@test.no", password: "fire grønne hester", lang: Lang::Nb };
    service.found_beside("Helse Test HF", &account, "test").expect("founded");
    drop(service);
    back_up(&database, &copy).expect("a backup");
    let whole = std::fs::read(&copy).expect("the backup");
    bring_back(&copy, &to, false, NOON).expect("brought back");
    let mut there = std::fs::read(&to).expect("what is there");

    let all = rounds(400, 10_000);
    let taken = taken(&[&whole], &WORDS, all, ON_DISK, |bytes| {
        std::fs::write(&broken, bytes).expect("a damaged backup");
        let brought = bring_back(&broken, &to, true, NOON);
        if let Err(why) = brought {
            assert!(std::fs::read(&to).expect("what is there") == there, "{why}");
            return false;
        }
        let (verified, deviations) = audit(&to, None).expect("read");
        assert!(matches!(verified, Verified::Whole { .. }) && deviations.is_empty());
        there = std::fs::read(&to).expect("what is there");
        true
    });
    assert!(taken > 0 && taken < all, "{taken} of {all}");
    let _ = std::fs::remove_dir_all(&folder);
}
