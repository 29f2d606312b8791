//! Proposals: the queue is fair, searches end as they were told to, plans made by hand are not overwritten.

use std::collections::{BTreeMap, BTreeSet};

use fordel_store::{
    BranchId, BranchKind, DecisionHead, Ending, Failure, Moment, NewDecision, NewProposal, PlanChange, ProposalId,
    ProposalState, Subject, Verified, What,
};

use crate::ground::{Ground, NOON, setup};

fn new(unit: BranchId, plan: Option<&'static str>) -> NewProposal<'static> {
    NewProposal { unit, name: "Forslag", wishes: "{}", revision: 3, ward: "{\"w\":1}", rows: "{}", plan }
}

fn ask(ground: &Ground, unit: BranchId) -> ProposalId {
    ground.write(ground.kari, |w| w.add_proposal(new(unit, None))).expect("a proposal").0
}

fn claim(ground: &Ground, at: i64) -> Option<ProposalId> {
    let claimed = ground.store.write(Moment(NOON.0 + at), setup(), |w| w.claim_proposal()).expect("a claim");
    claimed.map(|proposal| proposal.head.id)
}

fn state(ground: &Ground, proposal: ProposalId) -> ProposalState {
    ground.read(|r| r.proposal_head(proposal)).state
}

#[test]
fn the_organisation_served_longest_ago_comes_first() {
    let ground = Ground::new();
    let other = ground
        .write(ground.kari, |w| {
            let organisation = w.add_organisation("Annet foretak")?;
            w.add_branch(organisation, BranchKind::Unit, "Post 1")
        })
        .expect("another");
    let busy: Vec<ProposalId> = (0..4).map(|i| ask(&ground, [ground.unit, ground.other_unit][i % 2])).collect();
    assert_eq!(claim(&ground, 1), Some(busy[0]));
    let late: Vec<ProposalId> = (0..2).map(|_| ask(&ground, other)).collect();
    let order: Vec<_> = (2..8).map(|at| claim(&ground, at)).collect();
    let expected = [late[0], busy[1], late[1], busy[2], busy[3]].map(Some);
    assert_eq!(order[..5], expected);
    assert_eq!(order[5], None, "none waits");
    assert_eq!(state(&ground, busy[3]), ProposalState::Running);
}

#[test]
fn a_search_goes_from_waiting_to_its_plan() {
    let ground = Ground::new();
    let proposal = ask(&ground, ground.unit);
    let progress = |text: &str| ground.write(ground.kari, |w| w.proposal_progress(proposal, text));
    assert_eq!(progress("early"), Ok(false), "it doesn't run yet");
    assert_eq!(ground.write(ground.kari, |w| w.finish_proposal(proposal, Ending::Done("{}"))), Err(Failure::Stale));
    claim(&ground, 1);
    let before = ground.read(|r| r.head());
    assert_eq!(progress("{\"best\":1}"), Ok(true));
    assert_eq!(ground.read(|r| r.head()), before, "how far it is isn't told in the chain");
    ground.write(ground.kari, |w| w.finish_proposal(proposal, Ending::Done("{\"p\":1}"))).expect("done");
    let done = ground.read(|r| r.proposal_numbered(ground.unit, 1));
    assert_eq!(
        (done.head.id, done.head.state, done.plan.as_deref()),
        (proposal, ProposalState::Done, Some("{\"p\":1}"))
    );
    assert_eq!((done.head.revision, done.ward.as_str()), (3, "{\"w\":1}"));
    assert_eq!(progress("late"), Ok(false));
    assert_eq!(ground.write(ground.kari, |w| w.finish_proposal(proposal, Ending::Failed("x"))), Err(Failure::Stale));
}

#[test]
fn one_that_is_cancelled_keeps_the_best_plan_found() {
    let ground = Ground::new();
    let (waiting, running, failing) = (ask(&ground, ground.unit), ask(&ground, ground.unit), ask(&ground, ground.unit));
    let cancel = |proposal| ground.write(ground.kari, |w| w.cancel_proposal(proposal)).expect("cancelled");
    assert_eq!(cancel(waiting), ProposalState::Cancelled);
    assert_eq!(claim(&ground, 1), Some(running));
    assert_eq!(cancel(running), ProposalState::Cancelled);
    let finish = |proposal, ending| ground.write(ground.kari, |w| w.finish_proposal(proposal, ending));
    assert_eq!(finish(running, Ending::Done("{\"best\":1}")), Ok(ProposalState::Cancelled));
    assert_eq!(ground.read(|r| r.proposal(running)).plan.as_deref(), Some("{\"best\":1}"));
    assert_eq!(finish(running, Ending::Done("{\"best\":2}")), Err(Failure::Stale), "once");
    claim(&ground, 2);
    assert_eq!(finish(failing, Ending::Failed("no plan")), Ok(ProposalState::Failed));
    assert_eq!(cancel(failing), ProposalState::Failed, "what has ended isn't cancelled");
    assert_eq!(ground.read(|r| r.proposal_head(failing)).failure.as_deref(), Some("no plan"));
}

#[test]
fn a_search_cut_off_by_a_stop_waits_again() {
    let ground = Ground::new();
    let (running, done) = (ask(&ground, ground.unit), ask(&ground, ground.unit));
    claim(&ground, 1);
    claim(&ground, 2);
    ground.write(ground.kari, |w| w.finish_proposal(done, Ending::Done("{}"))).expect("done");
    let ground = ground.reopened();
    assert_eq!((state(&ground, running), state(&ground, done)), (ProposalState::Waiting, ProposalState::Done));
    assert_eq!(claim(&ground, 3), Some(running));
    let beside = fordel_store::Store::beside(&ground.path()).expect("another command");
    assert_eq!(state(&ground, running), ProposalState::Running, "a command beside the server cuts nothing off");
    drop(beside);
}

#[test]
fn a_plan_made_by_hand_is_changed_only_by_who_saw_it() {
    let ground = Ground::new();
    let add = |plan| ground.write(ground.kari, |w| w.add_proposal(new(ground.unit, plan))).expect("a proposal");
    let (own, number) = add(Some("{\"v\":0}"));
    assert_eq!((number, state(&ground, own)), (1, ProposalState::Done));
    let set = |version, plan: &str| ground.write(ground.kari, |w| w.set_own_plan(own, version, plan, &[]));
    assert_eq!(set(0, "{\"v\":1}"), Ok(1));
    assert_eq!(set(0, "{\"v\":\"other\"}"), Err(Failure::Stale));
    assert_eq!(ground.read(|r| r.proposal(own)).plan.as_deref(), Some("{\"v\":1}"));
    // One that was decided with another plan than it has now isn't what was decided.
    let decide = |plan| ground.write(ground.kari, |w| w.decide(NewDecision { plan, ..decision(ground.unit, own) }));
    decide("{\"v\":0}").expect("decided");
    assert_eq!(ground.read(|r| r.decided_as(own)), None);
    decide("{\"v\":1}").expect("decided");
    assert_eq!(ground.read(|r| r.decided_as(own)), Some(2));
    assert_eq!(ground.read(|r| r.all_decided_as(ground.unit)), BTreeMap::from([(1, 2)]));
    assert_eq!(set(1, "{\"v\":2}"), Err(Failure::Stale), "what was decided stays");
    let (computed, _) = add(None);
    let failure = ground.write(ground.kari, |w| w.set_own_plan(computed, 0, "{}", &[]));
    assert_eq!(failure, Err(Failure::Stale), "a computed one isn't changed by hand");
}

#[test]
fn each_part_of_a_plan_that_is_changed_by_hand_is_told_with_what_stood_there() {
    let ground = Ground::new();
    let (own, _) = ground.write(ground.kari, |w| w.add_proposal(new(ground.unit, Some("{}")))).expect("a proposal");
    let change = |what, part: &str, before: &str, after: &str| {
        let (part, before, after) = (part.to_owned(), before.to_owned(), after.to_owned());
        PlanChange { what, part, before, after }
    };
    let changes =
        [change(What::LineMoved, "{\"row\":3}", "SPL", "HFA"), change(What::HeadsChanged, "{\"day\":1}", "2", "3")];
    let set = |version| ground.write(ground.ola, |w| w.set_own_plan(own, version, "{\"v\":1}", &changes));
    set(0).expect("changed");
    let told = ground.read(|r| r.history(ground.unit, None, 3, None));
    let words: Vec<_> = told
        .iter()
        .map(|c| (c.what.as_str(), c.field.as_deref(), c.before.as_deref(), c.after.as_deref()))
        .skip(1)
        .collect();
    assert_eq!(told[0].what, What::ProposalPlan.word(), "the plan's fingerprint stands last");
    assert_eq!(
        words,
        [
            ("heads-changed", Some("{\"day\":1}"), Some("2"), Some("3")),
            ("line-moved", Some("{\"row\":3}"), Some("SPL"), Some("HFA")),
        ]
    );
    assert!(told.iter().all(|c| c.subject == Subject::Proposal(own) && c.person == Some(ground.ola)));
    assert!(told.iter().all(|c| c.is_made_with(&told[0])), "in one batch");
    let put_back = ground.write(ground.kari, |w| {
        w.set_own_plan(own, 1, "{}", &changes[..1])?;
        w.tell_plan_put_back(own, told[0].seq)
    });
    put_back.expect("told");
    let back = ground.read(|r| r.history(ground.unit, None, 2, None));
    assert_eq!((back[0].what.as_str(), &back[0].field), ("plan-put-back", &Some(told[0].seq.to_string())));
    assert!(back[0].is_made_with(&back[1]) && back[0].subject == Subject::Proposal(own));
    let rows = ground.read(|r| r.proposal_rows(ground.unit));
    assert_eq!((rows.len(), rows[0].number, rows[0].plan.as_deref()), (1, 1, None), "of one's own, the rows alone");
    assert!(matches!(ground.read(|r| r.verify(None)), Verified::Whole { .. }));
    let before = ground.read(|r| r.head());
    assert_eq!(set(0), Err(Failure::Stale));
    assert_eq!(ground.read(|r| r.head()), before, "what isn't changed isn't told");
}

fn decision(unit: BranchId, proposal: ProposalId) -> NewDecision<'static> {
    NewDecision {
        unit,
        proposal,
        held_on: "2026-09-12",
        heard: "[\"NSF\"]",
        minutes: "Enighet.",
        ward: "{\"w\":1}",
        plan: "{\"p\":1}",
        moved: "[]",
    }
}

#[test]
fn a_decision_is_numbered_locked_and_holds_its_proposal() {
    let ground = Ground::new();
    let add = || ground.write(ground.kari, |w| w.add_proposal(new(ground.unit, Some("{}")))).expect("a proposal");
    let ((first, _), (second, _)) = (add(), add());
    let decide = |unit, proposal| ground.write(ground.kari, |w| w.decide(decision(unit, proposal)));
    assert_eq!(decide(ground.other_unit, first), Err(Failure::NotFound), "another unit's proposal");
    assert_eq!(decide(ground.unit, first).map(|(_, number)| number), Ok(1));
    assert_eq!(decide(ground.unit, first).map(|(_, number)| number), Ok(2));
    let last = ground.read(|r| r.last_decision(ground.unit)).expect("one holds");
    assert_eq!((last.number, last.minutes.as_str(), last.person), (2, "Enighet.", Some(ground.kari)));
    assert_eq!(ground.read(|r| r.decisions(ground.unit)).len(), 2);
    let heads = ground.read(|r| r.decision_heads(ground.unit));
    let told = |head: &DecisionHead| (head.number, head.held_on.clone(), head.minutes.clone(), head.by.clone());
    let said = |number: i64| (number, "2026-09-12".to_owned(), "Enighet.".to_owned(), "Kari".to_owned());
    assert_eq!(heads.iter().map(told).collect::<Vec<_>>(), [said(2), said(1)]);
    assert_eq!((heads[0].heard.as_str(), heads[0].moved.as_str(), heads[0].at), ("[\"NSF\"]", "[]", last.at));
    assert_eq!(ground.read(|r| r.decision(ground.unit, 1)).held_on, "2026-09-12");
    let raw = ground.raw();
    assert!(raw.execute("UPDATE decision SET minutes = 'x'", []).is_err());
    assert!(raw.execute("DELETE FROM decision", []).is_err());

    let remove = |proposal| ground.write(ground.kari, |w| w.remove_proposal(proposal));
    assert_eq!(remove(first), Err(Failure::InUse));
    assert_eq!(remove(second), Ok(()));
    assert_eq!(add().1, 3, "a number is never given twice");
    ground.write(ground.kari, |w| w.rename_proposal(first, "Start i det små")).expect("renamed");
    let names: Vec<_> = ground.read(|r| r.proposals(ground.unit)).into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Start i det små", "Forslag"]);
}

#[test]
fn the_newest_proposal_with_a_plan_is_found_among_those_that_wait_or_came_to_nothing() {
    let ground = Ground::new();
    let newest = || ground.read(|r| r.newest_planned(ground.unit));
    let own = |unit| ground.write(ground.kari, |w| w.add_proposal(new(unit, Some("{}")))).expect("a proposal");
    ask(&ground, ground.unit);
    assert_eq!(newest(), None, "it waits");
    let numbers = [own(ground.unit).1, own(ground.unit).1];
    own(ground.other_unit);
    let stopped = ask(&ground, ground.unit);
    assert_eq!((numbers, newest()), ([2, 3], Some(3)));
    ground.write(ground.kari, |w| w.cancel_proposal(stopped)).expect("stopped");
    assert_eq!(newest(), Some(3), "what was stopped before it was begun has no plan");
    let placed = new(ground.unit, Some(r#"{"placements":[1]}"#));
    let placed = ground.write(ground.kari, |w| w.add_proposal(placed)).expect("a proposal").1;
    own(ground.unit);
    assert_eq!((placed, newest()), (5, Some(5)), "the answer that there is no plan is none");
    assert_eq!(ground.read(|r| r.placed(ground.unit)), BTreeSet::from([5]));

    // Each of a unit's pages asks: no plan is read for it.
    let placing = "CASE WHEN json_valid(plan) THEN json_array_length(plan, '$.placements') > 0 END";
    let sql = format!(
        "EXPLAIN QUERY PLAN SELECT number FROM proposal WHERE unit = 1 AND state IN ('done', 'cancelled') \
         AND {placing} ORDER BY number DESC LIMIT 1"
    );
    let step: String = ground.raw().query_row(&sql, [], |row| row.get("detail")).expect("planned");
    assert!(step.contains("USING INDEX proposal_placed"), "{step}");
}

#[test]
fn the_chain_tells_if_a_decision_was_exchanged() {
    let ground = Ground::new();
    let (own, _) = ground.write(ground.kari, |w| w.add_proposal(new(ground.unit, Some("{}")))).expect("a proposal");
    ground.write(ground.kari, |w| w.decide(decision(ground.unit, own))).expect("decided");
    let told: Vec<_> = ground
        .read(|r| r.history(ground.unit, None, 100, None))
        .into_iter()
        .filter(|change| change.what == "decided")
        .map(|change| (change.field.unwrap_or_default(), change.after.unwrap_or_default()))
        .collect();
    // SHA-256 of `{"p":1}`, by another program.
    let plan = "sha256:4835f96cb95414c1b3dd5816bcabc7ae1405283accdbdf990de0f35f07075abb";
    assert_eq!(told.len(), 7);
    assert!(told.contains(&("plan".to_owned(), plan.to_owned())), "{told:?}");
}

#[test]
fn where_all_units_stand_is_what_each_of_them_tells() {
    let ground = Ground::new();
    let other = ground.write(ground.kari, |w| w.add_organisation("Annet foretak")).expect("another");
    let unit = ground.write(ground.kari, |w| w.add_branch(other, BranchKind::Unit, "Post 1")).expect("a unit");
    let own = |unit| ground.write(ground.kari, |w| w.add_proposal(new(unit, Some("{}")))).expect("a proposal").0;
    let (first, second) = (own(ground.unit), own(ground.unit));
    own(unit);
    for (held_on, proposal) in [("2026-09-12", first), ("2026-03-01", second)] {
        let decision = NewDecision { held_on, ..decision(ground.unit, proposal) };
        ground.write(ground.kari, |w| w.decide(decision)).expect("decided");
    }
    let object = |text| ground.write(ground.ola, |w| w.object(ground.other_unit, None, text)).expect("an objection");
    let answered = object("nei");
    object("nei, fortsatt");
    ground.write(ground.kari, |w| w.answer_objection(ground.other_unit, answered, "jo")).expect("answered");

    let standings = ground.read(|r| r.standings(ground.organisation));
    assert_eq!(standings.keys().copied().collect::<Vec<_>>(), [ground.unit, ground.other_unit], "nobody else's");
    for (unit, standing) in &standings {
        assert_eq!(standing.proposals, ground.read(|r| r.proposals(*unit)).len());
        assert_eq!(standing.objections, ground.read(|r| r.open_objections(*unit)));
        assert_eq!(standing.decided, ground.read(|r| r.last_decided(*unit)));
        let told = standing.decided.clone().map(|last| (last.number, last.held_on, last.at));
        assert_eq!(told, ground.read(|r| r.last_decision(*unit)).map(|last| (last.number, last.held_on, last.at)));
    }
    let decided = standings[&ground.unit].decided.clone().map(|last| (last.number, last.held_on));
    assert_eq!(decided, Some((2, "2026-03-01".to_owned())), "the last one, not the latest day");
    assert_eq!((standings[&ground.unit].proposals, standings[&ground.other_unit].objections), (2, 1));

    // What was made or changed after the last decision is newer; what came to nothing isn't.
    let newer = || ground.read(|r| r.standings(ground.organisation))[&ground.unit].newer;
    assert_eq!((newer(), standings[&ground.other_unit].newer), (0, 0));
    own(ground.unit);
    assert_eq!(newer(), 1);
    ground.write(ground.kari, |w| w.set_own_plan(first, 0, "{\"v\":1}", &[])).expect("changed");
    assert_eq!(newer(), 2);
    let plans = || {
        let standing = ground.read(|r| r.standings(ground.organisation)).remove(&ground.unit).expect("stands");
        (standing.proposals, standing.under_way, standing.newest, standing.versions)
    };
    let before = plans();
    assert_eq!(before.1, 0);
    let stopped = ask(&ground, ground.unit);
    assert_eq!((plans().1, plans().2), (1, before.2 + 1));
    assert_eq!(newer(), 3, "it waits");
    ground.write(ground.kari, |w| w.cancel_proposal(stopped)).expect("stopped");
    assert_eq!(newer(), 2);
    ground.write(ground.kari, |w| w.decide(decision(ground.unit, second))).expect("decided");
    assert_eq!(newer(), 0);
}
