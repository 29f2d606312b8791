//! The tree: one organisation's branches stay its own, in order, without circles.

use fordel_store::{BranchId, BranchKind, Counted, Edit, Failure, Place, Role, Verified};

use crate::ground::{Ground, TASKS, add, cells};

fn names(ground: &Ground, branch: BranchId) -> Vec<String> {
    ground.read(|r| r.tree(branch)).into_iter().map(|branch| branch.name).collect()
}

#[test]
fn branches_stand_in_order_below_what_they_belong_to() {
    let ground = Ground::new();
    let (clinic, department, other) = ground
        .write(ground.kari, |w| {
            let clinic = w.add_branch(ground.organisation, BranchKind::Clinic, "Klinikk")?;
            let department = w.add_branch(clinic, BranchKind::Department, "Avdeling")?;
            let other = w.add_organisation("Annet foretak")?;
            w.move_branch(ground.unit, department, None)?;
            Ok((clinic, department, other))
        })
        .expect("a tree");
    assert_eq!(names(&ground, ground.organisation), ["Helse Fjord", "Kirurgi", "Klinikk", "Avdeling", "Medisin"]);
    let path = ground.read(|r| r.path(ground.unit));
    assert_eq!(path.iter().map(|b| b.id).collect::<Vec<_>>(), [ground.organisation, clinic, department, ground.unit]);
    assert!(path.iter().all(|branch| branch.organisation == ground.organisation));

    ground.write(ground.kari, |w| w.move_branch(clinic, ground.organisation, None)).expect("first");
    assert_eq!(names(&ground, ground.organisation), ["Helse Fjord", "Klinikk", "Avdeling", "Medisin", "Kirurgi"]);
    let after = Some(ground.other_unit);
    ground.write(ground.kari, |w| w.move_branch(clinic, ground.organisation, after)).expect("behind");
    assert_eq!(names(&ground, ground.organisation), ["Helse Fjord", "Kirurgi", "Klinikk", "Avdeling", "Medisin"]);

    let moved = |branch, parent| ground.write(ground.kari, |w| w.move_branch(branch, parent, None));
    assert_eq!(moved(clinic, department), Err(Failure::Misplaced), "into itself");
    assert_eq!(moved(clinic, clinic), Err(Failure::Misplaced));
    assert_eq!(moved(ground.unit, other), Err(Failure::Misplaced), "into another organisation");
    assert_eq!(moved(ground.organisation, other), Err(Failure::Misplaced));
    assert_eq!(moved(ground.unit, ground.other_unit), Err(Failure::Misplaced), "below a unit");
    assert_eq!(moved(BranchId(999), clinic), Err(Failure::NotFound));
    let wrong = |parent, kind| ground.write(ground.kari, |w| w.add_branch(parent, kind, "x"));
    assert_eq!(wrong(ground.unit, BranchKind::Unit), Err(Failure::Misplaced));
    assert_eq!(wrong(department, BranchKind::Clinic), Err(Failure::Misplaced));
    assert_eq!(wrong(clinic, BranchKind::Organisation), Err(Failure::Misplaced));
    assert_eq!(ground.read(|r| r.organisations()).len(), 2);
}

#[test]
fn only_what_nothing_hangs_on_is_removed() {
    let ground = Ground::new();
    let (clinic, unit) = ground
        .write(ground.kari, |w| {
            let clinic = w.add_branch(ground.organisation, BranchKind::Clinic, "Klinikk")?;
            let unit = w.add_branch(clinic, BranchKind::Unit, "Tom")?;
            w.give_role(ground.ola, unit, Role::Leader)?;
            Ok((clinic, unit))
        })
        .expect("a tree");
    let remove = |branch| ground.write(ground.kari, |w| w.remove_branch(branch, TASKS));
    assert_eq!(remove(clinic), Err(Failure::InUse));
    assert_eq!(remove(ground.organisation), Err(Failure::InUse));
    let edit = add("n", Place::First, &[]);
    ground.write(ground.kari, |w| w.edit(ground.other_unit, "b", &[edit])).expect("a row");
    assert_eq!(remove(ground.other_unit), Err(Failure::InUse));
    assert_eq!(remove(unit), Ok(()));
    assert_eq!(remove(clinic), Ok(()));
    assert_eq!(ground.read(|r| r.roles_of(ground.ola)).len(), 0, "the role went with it");
    let new = ground.write(ground.kari, |w| w.add_branch(ground.organisation, BranchKind::Unit, "Ny")).expect("new");
    assert!(new.0 > unit.0, "an id is never given twice");
}

#[test]
fn a_unit_with_only_what_it_started_with_is_removed_with_it_and_the_chain_holds() {
    let ground = Ground::new();
    let unit = ground.write(ground.kari, |w| w.add_branch(ground.organisation, BranchKind::Unit, "Ny")).expect("new");
    let row = |sheet: &str| Edit::Add {
        temp: sheet.to_owned(),
        sheet: sheet.to_owned(),
        place: Place::Last,
        cells: cells(&[("Kode", "SPL")]),
    };
    let added = ground.write(ground.kari, |w| w.edit(unit, "b", &[row("Grupper"), row(TASKS)])).expect("two rows");
    let column = Edit::AddColumn { sheet: "Grupper".to_owned(), header: "Eget".to_owned() };
    ground.write(ground.kari, |w| w.edit(unit, "c", &[column])).expect("a column");
    let remove = || ground.write(ground.kari, |w| w.remove_branch(unit, TASKS));
    assert_eq!(remove(), Err(Failure::InUse), "a task stands");
    let away = Edit::Remove { row: added.rows[TASKS] };
    ground.write(ground.kari, |w| w.edit(unit, "d", &[away])).expect("the task goes");
    assert_eq!(remove(), Ok(()));
    let (verified, deviations) = ground.read(|r| r.audit(None));
    assert!(matches!(verified, Verified::Whole { .. }) && deviations.is_empty(), "{verified:?} {deviations:?}");
    let left: i64 = ground
        .raw()
        .query_row("SELECT count(*) FROM row WHERE unit = ?1", [unit.0], |row| row.get(0))
        .expect("counted");
    assert_eq!(left, 0);
}

#[test]
fn no_two_branches_in_the_same_place_have_the_same_name() {
    let ground = Ground::new();
    let add = |parent, name: &str| ground.write(ground.kari, |w| w.add_branch(parent, BranchKind::Unit, name));
    let taken = |name: &str| Failure::Taken(name.to_owned());
    assert_eq!(add(ground.organisation, " medisin "), Err(taken(" medisin ")), "whatever the case");
    let clinic = ground.write(ground.kari, |w| w.add_branch(ground.organisation, BranchKind::Clinic, "Klinikk"));
    let clinic = clinic.expect("a clinic");
    let below = add(clinic, "Medisin").expect("elsewhere it is free");
    let rename = |name: &str| ground.write(ground.kari, |w| w.rename_branch(ground.unit, name));
    assert_eq!(rename("Kirurgi"), Err(taken("Kirurgi")));
    assert_eq!(rename("MEDISIN"), Ok(()), "its own, written otherwise");
    let moved = ground.write(ground.kari, |w| w.move_branch(below, ground.organisation, None));
    assert_eq!(moved, Err(taken("Medisin")));
}

#[test]
fn the_last_change_is_the_organisations_own() {
    let ground = Ground::new();
    let last = || ground.read(|r| r.last_change(ground.organisation));
    let before = last();
    assert!(before > 0);
    let other = ground.write(ground.kari, |w| w.add_organisation("Annet foretak")).expect("another");
    assert_eq!(last(), before, "another's is none of its");
    assert!(ground.read(|r| r.last_change(other)) > before);
    ground.write(ground.kari, |w| w.object(ground.unit, None, "nei")).expect("an objection");
    assert!(last() > before);
}

#[test]
fn what_was_counted_is_kept_for_the_version_that_counted_it_and_goes_with_the_unit() {
    let ground = Ground::new();
    let counted = |program: &str| ground.read(|r| r.counted(ground.organisation, program));
    let keep = |revision, program: &str| {
        let one = Counted { unit: ground.unit, revision, counts: format!("{{\"lines\":{revision}}}") };
        ground.write(ground.kari, |w| w.keep_counted(program, std::slice::from_ref(&one))).expect("kept");
        one
    };
    let old = keep(3, "1.0");
    assert_eq!(counted("1.0"), [old]);
    let newer = keep(4, "1.1");
    assert_eq!((counted("1.1"), counted("1.0")), (vec![newer], vec![]), "another version counts anew");
    ground.write(ground.kari, |w| w.erase_branch(ground.unit)).expect("erased");
    assert_eq!(counted("1.1"), []);
    keep(5, "1.1");
    assert_eq!(counted("1.1"), [], "what was counted before it went stops nothing");
}
