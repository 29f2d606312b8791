//! Decisions and objections held against the chain: whatever of them is changed past the store is found.

use fordel_store::{Compared, Departure, Deviation, NewDecision, NewProposal, Verified};

use crate::ground::Ground;

/// A ground with two decisions of the first of two proposals, and three objections, the first and the last one
/// answered: to a row, to the whole plan, and to the whole plan of the second proposal.
fn decided() -> Ground {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    let filled = ground.write(ground.kari, |w| {
        let new = NewProposal {
            unit: ground.unit,
            name: "Forslag",
            wishes: "{}",
            revision: 3,
            ward: "{}",
            rows: "{}",
            plan: Some("{}"),
        };
        let (proposal, _) = w.add_proposal(new)?;
        w.add_proposal(new)?;
        for minutes in ["Enighet.", "Uenighet om natta."] {
            w.decide(NewDecision {
                unit: ground.unit,
                proposal,
                held_on: "2026-09-12",
                heard: "[\"NSF\"]",
                minutes,
                ward: "{\"w\":1}",
                plan: "{\"p\":1}",
                moved: "[1]",
            })?;
        }
        let first = w.object(ground.unit, Some(rows[0]), "tar lengre tid")?;
        w.object(ground.unit, None, "for få på natta")?;
        let third = w.object_to_proposal(ground.unit, 2, "gjelder helga")?;
        w.answer_objection(ground.unit, third, "én til")?;
        w.answer_objection(ground.unit, first, "målt på nytt")?;
        w.answer_objection(ground.unit, first, "lagt til fem minutter")
    });
    filled.expect("decided and objected to");
    ground
}

/// Those that the check finds; the chain itself is whole.
fn found(ground: &Ground) -> Vec<Deviation> {
    let (verified, deviations) = ground.read(|r| r.audit(None));
    assert!(matches!(verified, Verified::Whole { .. }), "{verified:?}");
    deviations
}

fn differs(columns: &[&str]) -> Departure {
    Departure::Differs(columns.iter().map(|column| (*column).to_owned()).collect())
}

#[test]
fn what_is_decided_and_objected_is_as_the_chain_tells_also_after_a_unit_was_erased() {
    let ground = decided().reopened();
    assert_eq!(found(&ground), []);
    ground.write(ground.kari, |w| w.object(ground.other_unit, None, "blir stående")).expect("an objection");
    ground.write(ground.kari, |w| w.erase_branch(ground.unit)).expect("erased");
    assert_eq!(found(&ground), [], "what went with the unit isn't missing");
    assert_eq!(ground.read(|r| r.objections(ground.other_unit)).len(), 1);
}

#[test]
fn whatever_is_changed_of_a_decision_or_an_objection_past_the_store_is_found() {
    let (ground, decision, objection) = (decided(), Compared::Decision, Compared::Objection);
    let ola = ground.ola;
    let set = |what: &str| format!("UPDATE decision SET {what} WHERE number = 1");
    let said = |what: &str| format!("UPDATE objection SET {what} WHERE id = 1");
    let copied = "INSERT INTO decision \
                      (unit, number, proposal, held_on, heard, minutes, ward, plan, moved, person, at) \
                  SELECT unit, 3, proposal, held_on, heard, minutes, ward, plan, moved, person, at FROM decision \
                  WHERE number = 1";
    let slipped_in = "INSERT INTO objection (unit, text, person, at) SELECT unit, 'ny', person, at FROM objection \
                      WHERE id = 2";
    let answered = format!("UPDATE objection SET answer = 'ja', answered_by = {ola}, answered_at = 5 WHERE id = 2");
    let cases = [
        (set("minutes = 'Alle var enige'"), decision, 1, differs(&["minutes"])),
        (set("heard = '{}'"), decision, 1, differs(&["heard"])),
        (set(&format!("held_on = '2026-01-01', person = {ola}")), decision, 1, differs(&["held_on", "person"])),
        (set("moved = '[]'"), decision, 1, differs(&["moved"])),
        (set("ward = '{}'"), decision, 1, differs(&["ward"])),
        (set("plan = '{}'"), decision, 1, differs(&["plan"])),
        (set("proposal = proposal + 1"), decision, 1, differs(&["proposal"])),
        (set("person = NULL"), decision, 1, differs(&["person"])),
        (set("at = at + 1"), decision, 1, differs(&["at"])),
        (set("number = 7"), decision, 1, differs(&["number"])),
        (set(&format!("unit = {}", ground.other_unit)), decision, 1, differs(&["unit"])),
        ("DELETE FROM decision WHERE number = 1".to_owned(), decision, 1, Departure::Missing),
        ("DELETE FROM decision WHERE number = 2".to_owned(), decision, 2, Departure::Missing),
        (copied.to_owned(), decision, 3, Departure::Untold),
        (said("text = 'Alt er fint'"), objection, 1, differs(&["text"])),
        (said("row = NULL"), objection, 1, differs(&["row"])),
        (said(&format!("unit = {}", ground.other_unit)), objection, 1, differs(&["unit"])),
        (said(&format!("person = {ola}, at = 5")), objection, 1, differs(&["at", "person"])),
        (said("answer = 'nei'"), objection, 1, differs(&["answer"])),
        (said("answer = 'målt på nytt'"), objection, 1, differs(&["answer"])),
        (said("answer = NULL"), objection, 1, differs(&["answer"])),
        (answered, objection, 2, differs(&["answer", "answered_at", "answered_by"])),
        ("UPDATE objection SET proposal = 1 WHERE id = 3".to_owned(), objection, 3, differs(&["proposal"])),
        ("UPDATE objection SET proposal = NULL WHERE id = 3".to_owned(), objection, 3, differs(&["proposal"])),
        ("UPDATE objection SET proposal = 1 WHERE id = 2".to_owned(), objection, 2, differs(&["proposal"])),
        ("DELETE FROM objection WHERE id = 1".to_owned(), objection, 1, Departure::Missing),
        (slipped_in.to_owned(), objection, 4, Departure::Untold),
    ];
    for (sql, of, number, how) in cases {
        let ground = decided();
        let past = format!("DROP TRIGGER decision_is_locked; DROP TRIGGER decision_is_kept; {sql}");
        ground.raw().execute_batch(&past).expect(&sql);
        let unit_name = Some("Medisin".to_owned());
        assert_eq!(found(&ground), [Deviation { of, unit: ground.unit, unit_name, number, how }], "{sql}");
    }
}

#[test]
fn a_chain_that_is_broken_is_told_alone() {
    let ground = decided();
    let past = "DROP TRIGGER change_is_locked; UPDATE change SET after = 'x' WHERE what = 'objected'; \
                UPDATE objection SET text = 'x'";
    ground.raw().execute_batch(past).expect(past);
    let (verified, deviations) = ground.read(|r| r.audit(None));
    assert!(matches!(verified, Verified::Broken { .. }) && deviations.is_empty(), "{verified:?} {deviations:?}");
}
