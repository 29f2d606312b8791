//! The talk about tasks: reviews and objections.

use fordel_store::{Edit, Failure, NewProposal, Place, ReviewState, RowId, Subject};

use crate::ground::{Ground, add};

#[test]
fn a_review_says_where_the_talk_stands_and_keeps_what_was_said_before() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a", "b"]);
    let set = |row, state, note| ground.write(ground.ola, |w| w.set_review(ground.unit, row, state, note));
    set(rows[0], ReviewState::Disputed, "tar lengre tid").expect("a review");
    set(rows[0], ReviewState::Agreed, "tar lengre tid").expect("again");
    let reviews = ground.read(|r| r.reviews(ground.unit));
    assert_eq!(reviews.len(), 1);
    assert_eq!((reviews[&rows[0]].state, reviews[&rows[0]].person), (ReviewState::Agreed, Some(ground.ola)));
    let history = ground.read(|r| r.history(ground.unit, Some(rows[0]), 2, None));
    let told: Vec<_> = history.iter().map(|c| (c.field.as_deref(), c.before.as_deref(), c.after.as_deref())).collect();
    assert_eq!(told[0], (Some("state"), Some("disputed"), Some("agreed")));
    let before = ground.read(|r| r.head());
    set(rows[0], ReviewState::Agreed, "tar lengre tid").expect("the same");
    assert_eq!(ground.read(|r| r.head()), before, "what is the case already is no change");
    ground.edit(ground.kari, "r", &[Edit::Remove { row: rows[0] }]);
    assert!(ground.read(|r| r.reviews(ground.unit)).is_empty(), "a removed row isn't talked about");
    ground.edit(ground.kari, "s", &[Edit::Restore { row: rows[0] }]);
    assert_eq!(ground.read(|r| r.review(rows[0])).map(|review| review.state), Some(ReviewState::Agreed));
}

#[test]
fn an_objection_stands_until_it_is_answered() {
    let ground = Ground::new();
    let rows = ground.tasks("b", &["a"]);
    let object = |row| ground.write(ground.ola, |w| w.object(ground.unit, row, "krever sykepleier"));
    let first = object(Some(rows[0])).expect("to a row");
    let whole = object(None).expect("to the whole");
    assert_eq!(ground.read(|r| r.open_objections(ground.unit)), 2);
    let answer = |unit, text| ground.write(ground.kari, |w| w.answer_objection(unit, first, text));
    assert_eq!(answer(ground.other_unit, "x"), Err(Failure::NotFound), "another unit's");
    answer(ground.unit, "låst til sykepleier").expect("answered");
    answer(ground.unit, "låst til spesialsykepleier").expect("answered better");
    assert_eq!(ground.read(|r| r.open_objections(ground.unit)), 1);
    let objections = ground.read(|r| r.objections(ground.unit));
    assert_eq!(objections[0].answer.as_deref(), Some("låst til spesialsykepleier"));
    assert_eq!((objections[0].row, objections[0].answered_by), (Some(rows[0]), Some(ground.kari)));
    let history = ground.read(|r| r.history(ground.unit, Some(rows[0]), 1, None));
    assert_eq!(history[0].before.as_deref(), Some("låst til sykepleier"), "the first answer stays in the chain");
    ground.write(ground.kari, |w| w.answer_objection(ground.unit, whole, "én til om natta")).expect("answered");
    let objections = ground.read(|r| r.objections(ground.unit));
    assert_eq!((objections[1].row, objections[1].answer.as_deref()), (None, Some("én til om natta")));
    assert_eq!(ground.read(|r| r.history(ground.unit, None, 1, None))[0].subject, Subject::Branch(ground.unit));
}

#[test]
fn an_objection_to_the_whole_plan_keeps_the_proposal_that_it_was_raised_from() {
    let ground = Ground::new();
    let new =
        NewProposal { unit: ground.unit, name: "A", wishes: "", revision: 0, ward: "", rows: "", plan: Some("{}") };
    let (proposal, number) = ground.write(ground.kari, |w| w.add_proposal(new)).expect("a proposal");
    let object = |unit, number| ground.write(ground.ola, |w| w.object_to_proposal(unit, number, "for få på natta"));
    assert_eq!(object(ground.unit, number + 1), Err(Failure::NotFound), "no such proposal");
    assert_eq!(object(ground.other_unit, number), Err(Failure::NotFound), "another unit's");
    let raised = object(ground.unit, number).expect("raised");
    let newest = || ground.read(|r| r.history(ground.unit, None, 1, None)).remove(0);
    assert_eq!(newest().subject, Subject::Proposal(proposal));
    let answer = |text| ground.write(ground.kari, |w| w.answer_objection(ground.unit, raised, text)).expect("answered");
    answer("én til om natta");
    assert_eq!(newest().subject, Subject::Proposal(proposal));
    ground.write(ground.kari, |w| w.remove_proposal(proposal)).expect("removed");
    answer("to til om natta");
    assert_eq!(newest().subject, Subject::Branch(ground.unit));
    let objections = ground.read(|r| r.objections(ground.unit));
    assert_eq!((objections[0].row, objections[0].proposal), (None, Some(number)), "it says so still");
    assert_eq!(ground.read(|r| r.audit(None)).1, [], "and is as the chain tells");
}

#[test]
fn no_talk_reaches_another_units_row() {
    let ground = Ground::new();
    let edit = add("n", Place::First, &[]);
    let foreign: RowId =
        ground.write(ground.kari, |w| w.edit(ground.other_unit, "b", &[edit])).expect("theirs").rows["n"];
    let review = ground.write(ground.kari, |w| w.set_review(ground.unit, foreign, ReviewState::Agreed, ""));
    assert_eq!(review, Err(Failure::NotFound));
    let objection = ground.write(ground.kari, |w| w.object(ground.unit, Some(foreign), "x"));
    assert_eq!(objection, Err(Failure::NotFound));
}
