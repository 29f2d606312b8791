//! The chain of changes: whatever is edited, exchanged, taken out or cut off past the store is found.

use fordel_store::{Batch, Change, Edit, Failure, Head, Note, Place, Sought, Subject, ToldOf, Verified, What};

use crate::ground::{Ground, add, cell};

/// A ground with some changes, and how many.
fn changed() -> (Ground, i64) {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b", "c"]);
    ground.edit(ground.kari, "k", &[cell(rows[0], "Minutter", "10", "15"), Edit::Remove { row: rows[2] }]);
    ground.edit(ground.ola, "o", &[add("n", Place::Last, &[("Oppgave", "d")])]);
    let Head { seq, .. } = ground.read(|r| r.head());
    (ground, seq)
}

/// Past the store, and past the triggers that keep the table.
fn tamper(ground: &Ground, sql: &str) {
    let raw = ground.raw();
    raw.execute_batch(&format!("DROP TRIGGER change_is_locked; DROP TRIGGER change_is_kept; {sql}")).expect(sql);
}

#[test]
fn an_untouched_chain_is_whole() {
    let (ground, seq) = changed();
    let head = ground.read(|r| r.head());
    for known in [None, Some(head), Some(head.to_string().parse().expect("as printed"))] {
        assert_eq!(ground.read(|r| r.verify(known.as_ref())), Verified::Whole { rows: seq, head });
    }
    let ground = ground.reopened();
    ground.tasks("later", &["e"]);
    assert!(matches!(ground.read(|r| r.verify(Some(&head))), Verified::Whole { .. }), "an earlier end still stands");
}

#[test]
fn every_edit_of_every_column_of_every_change_is_found() {
    let (ground, last) = changed();
    let raw = ground.raw();
    raw.execute_batch("DROP TRIGGER change_is_locked").expect("the trigger");
    let columns = [
        "at = at + 1",
        "organisation = organisation + 1",
        "unit = coalesce(unit, 0) + 1",
        "unit = NULL WHERE unit IS NOT NULL",
        "person = coalesce(person, 0) + 1",
        "person = NULL WHERE person IS NOT NULL",
        "agent = coalesce(agent, '') || 'x'",
        "batch = batch || 'x'",
        "what = what || 'x'",
        "subject = subject || '0'",
        "field = coalesce(field, '') || 'x'",
        "before = coalesce(before, '') || 'x'",
        "before = NULL WHERE before IS NOT NULL",
        "after = coalesce(after, '') || 'x'",
        "after = NULL WHERE after IS NOT NULL",
        "before = after, after = before WHERE before IS NOT after",
        "hash = zeroblob(32)",
    ];
    let mut tried = 0;
    for seq in 1..=last {
        for column in columns {
            let (set, condition) = column.split_once(" WHERE ").unwrap_or((column, "1"));
            raw.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM change").expect("a copy");
            let changed =
                raw.execute(&format!("UPDATE change SET {set} WHERE ({condition}) AND seq = ?1"), [seq]).expect(column);
            if changed > 0 {
                tried += 1;
                assert_eq!(ground.read(|r| r.verify(None)), Verified::Broken { seq }, "{column} of {seq}");
            }
            raw.execute_batch("INSERT OR REPLACE INTO change SELECT * FROM kept; DROP TABLE kept").expect("put back");
        }
    }
    assert!(matches!(ground.read(|r| r.verify(None)), Verified::Whole { .. }), "all is as it was");
    assert!(tried > 100, "{tried}");
}

#[test]
fn text_moved_from_one_column_to_the_next_is_found() {
    let (ground, _) = changed();
    let sql = "UPDATE change SET what = what || substr(subject, 1, 1), subject = substr(subject, 2) WHERE seq = 5";
    tamper(&ground, sql);
    assert_eq!(ground.read(|r| r.verify(None)), Verified::Broken { seq: 5 });
}

#[test]
fn a_change_taken_out_is_found() {
    for seq in [1, 4] {
        let (ground, _) = changed();
        tamper(&ground, &format!("DELETE FROM change WHERE seq = {seq}"));
        assert_eq!(ground.read(|r| r.verify(None)), Verified::Broken { seq });
        let (ground, _) = changed();
        let close = format!("DELETE FROM change WHERE seq = {seq}; UPDATE change SET seq = seq - 1 WHERE seq > {seq}");
        tamper(&ground, &close);
        assert_eq!(ground.read(|r| r.verify(None)), Verified::Broken { seq }, "also if the gap is closed");
    }
}

#[test]
fn two_changes_exchanged_are_found() {
    let (ground, _) = changed();
    let sql = "UPDATE change SET seq = -1 WHERE seq = 3; UPDATE change SET seq = 3 WHERE seq = 4; \
               UPDATE change SET seq = 4 WHERE seq = -1";
    tamper(&ground, sql);
    assert_eq!(ground.read(|r| r.verify(None)), Verified::Broken { seq: 3 });
}

#[test]
fn a_chain_cut_off_is_found_with_an_end_kept_elsewhere() {
    let (ground, last) = changed();
    let head = ground.read(|r| r.head());
    tamper(&ground, &format!("DELETE FROM change WHERE seq > {}", last - 2));
    assert!(matches!(ground.read(|r| r.verify(None)), Verified::Whole { .. }), "by itself it looks whole");
    assert_eq!(ground.read(|r| r.verify(Some(&head))), Verified::Broken { seq: last - 1 });
    // Written on as if nothing were: the end that was kept doesn't fit.
    ground.tasks("after", &["x", "y", "z"]);
    assert_eq!(ground.read(|r| r.verify(Some(&head))), Verified::Broken { seq: last });
}

#[test]
fn the_table_itself_refuses_edits() {
    let (ground, _) = changed();
    let raw = ground.raw();
    assert!(raw.execute("UPDATE change SET after = 'x'", []).is_err());
    assert!(raw.execute("DELETE FROM change", []).is_err());
}

#[test]
fn history_tells_who_changed_what_from_what_to_what() {
    let (ground, _) = changed();
    let rows: Vec<_> = ground.book().sheets[0].rows.iter().map(|row| row.id).collect();
    let history = ground.read(|r| r.history(ground.unit, Some(rows[0]), 10, None));
    let [change, added] = history.as_slice() else { panic!("two changes: {history:?}") };
    assert_eq!((change.what.as_str(), added.what.as_str()), (What::CellChanged.word(), What::RowAdded.word()));
    assert_eq!(change.subject, Subject::Row(rows[0]));
    assert_eq!(change.name.as_deref(), Some("Kari"));
    assert_eq!(
        (change.field.as_deref(), change.before.as_deref(), change.after.as_deref()),
        (Some("Minutter"), Some("10"), Some("15"))
    );
    let all = ground.read(|r| r.history(ground.unit, None, 100, None));
    assert!(all.is_sorted_by(|a, b| a.seq > b.seq), "the newest first");
    let page = ground.read(|r| r.history(ground.unit, None, 2, Some(all[1].seq)));
    assert_eq!(page, all[2..4]);
    assert!(ground.read(|r| r.history(ground.other_unit, Some(rows[0]), 10, None)).is_empty(), "nor by another unit");
    let organisation = ground.read(|r| r.organisation_history(ground.organisation, 1000, None));
    assert_eq!(organisation.last().map(|c| (c.seq, c.name.as_deref())), Some((1, Some("setup"))));
}

#[test]
fn history_is_sought_by_row_by_person_and_by_kind_within_the_unit() {
    let (ground, last) = changed();
    let edit = add("n", Place::First, &[("Oppgave", "theirs")]);
    let foreign = ground.write(ground.ola, |w| w.edit(ground.other_unit, "f", &[edit])).expect("theirs").rows["n"];
    let sought = |sought: Sought| -> Vec<Change> {
        let batches = ground.read(|r| r.sought_history(ground.unit, &sought, 100, 100, None));
        batches.into_iter().flat_map(|batch| batch.changes).collect()
    };
    let all = sought(Sought::default());
    assert_eq!(all, ground.read(|r| r.history(ground.unit, None, 100, None)));
    let row = ground.book().sheets[0].rows[0].id;
    assert_eq!(sought(Sought { row: Some(row), ..Sought::default() }).len(), 2);
    assert!(sought(Sought { row: Some(foreign), ..Sought::default() }).is_empty());
    let told = |field: &str| ToldOf {
        subject: Subject::Sheet("Oppgaver".into()),
        what: What::ColumnAdded,
        field: field.into(),
    };
    let beside = |told: ToldOf| sought(Sought { row: Some(row), beside: vec![told], ..Sought::default() }).len();
    ground.edit(ground.kari, "column", &[Edit::AddColumn { sheet: "Oppgaver".into(), header: "Egen".into() }]);
    assert_eq!([beside(told("Eg")), beside(told("gen"))], [3, 2], "what else is told of the row");
    let other = ToldOf { what: What::ColumnRemoved, ..told("Eg") };
    assert_eq!(beside(other), 2);
    let by_ola = sought(Sought { person: Some(ground.ola), ..Sought::default() });
    assert_eq!(by_ola.iter().map(|change| change.seq).collect::<Vec<_>>(), [last]);
    let removed = sought(Sought { what: vec![What::RowRemoved, What::CellChanged], ..Sought::default() });
    assert_eq!(removed.len(), 2);
    let none = Sought { person: Some(ground.ola), what: vec![What::RowRemoved], ..Sought::default() };
    assert!(sought(none).is_empty(), "all that is sought must hold");

    assert_eq!(ground.read(|r| r.change_of(ground.unit, last)).seq, last);
    let other = ground.store.read(|r| r.change_of(ground.other_unit, last));
    assert_eq!(other, Err(Failure::NotFound), "another unit's change");
    let names: Vec<String> = ground.read(|r| r.authors_in(ground.unit)).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Kari", "Ola"]);
    let gone = removed.iter().find_map(|change| match (change.what.as_str(), &change.subject) {
        ("row-removed", Subject::Row(row)) => Some(*row),
        _ => None,
    });
    let gone = gone.expect("the removed row");
    let named = ground.read(|r| r.named_rows(ground.unit, &[row, gone, foreign]));
    assert_eq!(named.keys().copied().collect::<Vec<_>>(), [row, gone], "not another unit's");
    assert!(named[&gone].removed && !named[&row].removed && named[&gone].cells["Oppgave"] == "c");
}

#[test]
fn what_was_made_in_one_go_is_read_as_one_batch_and_counted_to_its_start() {
    let ground = Ground::new();
    let names: Vec<String> = (0..30).map(|n| format!("task {n}")).collect();
    let rows = ground.tasks("many", &names.iter().map(String::as_str).collect::<Vec<_>>());
    let column = Edit::AddColumn { sheet: "Oppgaver".into(), header: "Merknad 2".into() };
    ground.edit(ground.kari, "k", &[cell(rows[0], "Minutter", "10", "15"), Edit::Remove { row: rows[2] }, column]);
    ground.edit(ground.ola, "k", &[cell(rows[1], "Minutter", "10", "20")]);
    let sought =
        |most, each, before| ground.read(|r| r.sought_history(ground.unit, &Sought::default(), most, each, before));

    let batches = sought(3, 4, None);
    let [by_ola, by_kari, many] = batches.as_slice() else { panic!("three batches: {batches:?}") };
    assert_eq!((by_ola.changes.len(), by_kari.changes.len()), (1, 3), "the same name by another is another batch");
    let counts = |batch: &Batch| -> Vec<_> {
        batch.counts.iter().map(|((what, sheet), n)| (what.clone(), sheet.clone(), *n)).collect()
    };
    let tasks = || Some("Oppgaver".to_owned());
    assert_eq!(
        counts(by_kari),
        [
            ("cell-changed".to_owned(), tasks(), 1),
            ("column-added".to_owned(), tasks(), 1),
            ("row-removed".to_owned(), tasks(), 1),
        ]
    );
    assert_eq!(counts(many), [("row-added".to_owned(), tasks(), 30)]);
    assert_eq!(many.changes.len(), 4, "the last of them");
    assert_eq!(many.changes[0].seq - many.first, 29);

    // Page by page nothing is left out and nothing comes twice.
    let all = ground.read(|r| r.history(ground.unit, None, 1000, None));
    let (mut paged, mut before) = (Vec::new(), None);
    loop {
        let page = sought(1, usize::MAX, before);
        let Some(batch) = page.into_iter().next() else { break };
        before = Some(batch.first);
        paged.extend(batch.changes);
    }
    assert_eq!(paged, all);
}

#[test]
fn what_changes_no_table_can_be_noted() {
    let ground = Ground::new();
    let note =
        Note { branch: ground.unit, what: "exported", person: None, field: Some("xlsx"), after: Some("Oppgaver") };
    ground.write(ground.kari, |w| w.note(note)).expect("a note");
    let change = &ground.read(|r| r.history(ground.unit, None, 1, None))[0];
    assert_eq!((change.what.as_str(), change.after.as_deref()), ("exported", Some("Oppgaver")));
    assert_eq!(change.subject, Subject::Branch(ground.unit));
}
