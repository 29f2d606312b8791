//! Keeping the database: a backup while it is served, bringing it back, and the check of its history.

use std::path::Path;

use fordel_app::service::{Author, BranchKind, Moment, ObjectionId, Store, StoreFailure};

use crate::served::Served;
use crate::{Scratch, run_to};

/// The receipt at the end of a line.
fn receipt(out: &str) -> String {
    let line = out.lines().find(|line| line.starts_with("Kvittering")).expect("a receipt");
    line.rsplit(' ').next().expect("it stands last").to_owned()
}

#[test]
fn a_backup_is_taken_while_served_and_brought_back_whole() {
    let folder = Scratch::new("keeping");
    let [database, backup] = ["fordel.db", "kopi.db"].map(|name| folder.at(name));
    let served = Served::example(&database);
    let saved = run_to(0, &["backup", &database, &backup]);
    assert!(saved.out.contains("SHA-256: ") && saved.out.contains("kontrollert og hel"), "{}", saved.out);
    let head = receipt(&saved.out);
    let again = run_to(2, &["backup", &database, &backup]);
    assert!(again.err.contains("ligger allerede ei fil"), "{}", again.err);
    // With the kind before it, as the server is told it, and without.
    let whole = run_to(0, &["audit", "verify", &format!("sqlite:{database}"), "--head", &head]);
    assert!(whole.out.contains("Historikken er hel") && whole.out.contains(&head), "{}", whole.out);
    let busy = run_to(2, &["restore", &backup, &database, "--replace"]);
    assert!(busy.err.contains("er i bruk"), "{}", busy.err);
    drop(served);

    let there = run_to(2, &["restore", &backup, &database]);
    assert!(there.err.contains("--replace"), "{}", there.err);
    let restored = run_to(0, &["restore", &backup, &database, "--replace"]);
    assert_eq!(receipt(&restored.out), head, "what was copied is what is there");
    run_to(0, &["audit", "verify", &database, "--head", &head]);
    drop(Served::example(&database));
}

#[test]
fn every_command_takes_a_database_with_and_without_its_kind() {
    let folder = Scratch::new("kinds");
    let [plain, kopi, new] = ["fordel.db", "kopi.db", "ny.db"].map(|name| folder.at(name));
    let kind = |path: &str| format!("sqlite:{path}");
    run_to(0, &["organisation", "add", "Nord HF", "--database", &plain]);
    run_to(0, &["organisation", "add", "Sør HF", "--database", &kind(&plain)]);
    run_to(0, &["backup", &kind(&plain), &kind(&kopi)]);
    assert!(std::path::Path::new(&kopi).exists(), "the file has no kind in its name");
    run_to(0, &["restore", &kopi, &kind(&new)]);
    run_to(0, &["audit", "verify", &new]);
    for args in [
        vec!["backup", "postgres://db/fordel", &kopi],
        vec!["audit", "verify", "sqlite:"],
        vec!["organisation", "add", "Vest HF", "--database", "postgres://db/fordel"],
        vec!["serve", "--database", "sqlite:"],
    ] {
        let refused = run_to(2, &args);
        assert!(refused.err.contains("er ingen databasefil"), "{args:?}: {}", refused.err);
    }
}

#[test]
fn every_command_takes_a_database_named_as_serve_takes_it() {
    let folder = Scratch::new("named");
    let [database, copy, new] = ["fordel.db", "kopi.db", "ny.db"].map(|name| folder.at(name));
    run_to(0, &["organisation", "add", "Nord HF", "--database", &database]);
    run_to(0, &["backup", &copy, "--database", &database]);
    run_to(0, &["restore", &format!("--database=sqlite:{new}"), &copy]);
    for args in [["audit", "verify", "--database", &new], ["audit", "--database", &new, "verify"]] {
        let whole = run_to(0, &args);
        assert!(whole.out.contains("Historikken er hel"), "{}", whole.out);
        assert!(whole.out.contains("Vedtak og innvendinger er slik historikken sier."), "{}", whole.out);
        assert!(whole.out.contains("Andre tabeller, som personer og roller, er ikke sammenlignet"), "{}", whole.out);
    }
    run_to(2, &["backup", &copy, "--database"]);
    run_to(2, &["audit", "verify", &new, "--database", &database]);
}

#[test]
fn an_objection_that_was_changed_past_the_program_is_told() {
    let folder = Scratch::new("deviating");
    let [database, backup, new] = ["fordel.db", "kopi.db", "ny.db"].map(|name| folder.at(name));
    let now = Moment(1_790_000_000_000);
    let store = Store::open(Path::new(&database), now).expect("an empty database");
    let said = "Dette tar lengre tid";
    let raised: Result<ObjectionId, StoreFailure> =
        store.write(now, Author { person: None, name: "test".to_owned() }, |w| {
            let top = w.add_organisation("Nord HF")?;
            let unit = w.add_branch(top, BranchKind::Unit, "Medisin")?;
            w.object(unit, None, said)
        });
    let field = format!("objection/{}", raised.expect("raised"));
    drop(store);
    run_to(0, &["backup", &database, &backup]);
    // It stands in the chain, behind the name of its field, and in its table.
    let mut bytes = std::fs::read(&backup).expect("the backup");
    let starts = 0..bytes.len() - said.len();
    let kept: Vec<usize> = starts
        .filter(|at| bytes[*at..].starts_with(said.as_bytes()) && !bytes[..*at].ends_with(field.as_bytes()))
        .collect();
    let [kept] = kept[..] else { panic!("once in its table: {kept:?}") };
    bytes[kept..kept + 5].copy_from_slice(b"Denne");
    std::fs::write(&backup, bytes).expect("written");
    run_to(0, &["restore", &backup, &new]);
    let told = run_to(1, &["audit", "verify", &new]);
    assert!(told.out.contains("Innvending nummer 1 i Medisin er endret: teksten."), "{}", told.out);
    assert!(!told.out.contains("Historikken er hel"), "{}", told.out);
}

#[test]
fn what_is_damaged_missing_or_from_another_time_is_told() {
    let folder = Scratch::new("damaged");
    let [database, backup, new] = ["fordel.db", "kopi.db", "ny.db"].map(|name| folder.at(name));
    drop(Served::example(&database));
    let head = receipt(&run_to(0, &["backup", &database, &backup]).out);
    let mut bytes = std::fs::read(&backup).expect("the backup");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    std::fs::write(&backup, bytes).expect("written");
    let broken = run_to(3, &["restore", &backup, &new]);
    assert!(broken.err.contains("skadet") && !std::path::Path::new(&new).exists(), "{}", broken.err);
    run_to(3, &["audit", "verify", &new]);
    run_to(3, &["backup", &new, &backup]);
    // A receipt of a longer history: this one was cut off since.
    let (seq, hash) = head.split_once('-').expect("a number and a hash");
    let later = format!("{}-{hash}", seq.parse::<i64>().expect("a number") + 1);
    assert!(run_to(1, &["audit", "verify", &database, "--head", &later]).out.contains("ikke hel"));
    run_to(2, &["audit", "verify", &database, "--head", "17"]);
    run_to(2, &["audit", "mend", &database]);
}
