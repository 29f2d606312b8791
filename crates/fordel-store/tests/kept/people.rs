//! People: who may do what where, and how their sessions, invitations and keys begin and end.

use fordel_store::{
    BranchKind, Failure, InvitationId, Moment, NewInvitation, NewPerson, NewSession, PersonId, Representative, Role,
};

use crate::ground::{Ground, NOON, by};

fn session(ground: &Ground, person: PersonId, byte: u8) -> fordel_store::SessionId {
    let new = NewSession { person, token_hash: &[byte; 32], agent: "Firefox", second_step_done: false, issuer: None };
    ground.write(person, |w| w.start_session(new)).expect("a session")
}

fn alive(ground: &Ground, byte: u8) -> bool {
    ground.read(|r| r.session_by(&[byte; 32])).is_some()
}

#[test]
fn a_role_holds_on_its_branch_and_all_below_and_the_strongest_counts() {
    let ground = Ground::new();
    let clinic = ground
        .write(ground.kari, |w| {
            let clinic = w.add_branch(ground.organisation, BranchKind::Clinic, "Klinikk")?;
            w.move_branch(ground.unit, clinic, None)?;
            w.give_role(ground.ola, clinic, Role::Contributor)?;
            Ok(clinic)
        })
        .expect("a role");
    let role = |branch| ground.read(|r| r.role_at(ground.ola, branch));
    assert_eq!(role(clinic), Some(Role::Contributor));
    assert_eq!(role(ground.unit), Some(Role::Contributor));
    assert_eq!(role(ground.other_unit), None);
    assert_eq!(role(ground.organisation), None, "not above");

    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.unit, Role::Reader)).expect("a weaker one below");
    assert_eq!(role(ground.unit), Some(Role::Contributor));
    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.unit, Role::Leader)).expect("a stronger one");
    assert_eq!(role(ground.unit), Some(Role::Leader));
    let seen = || -> Vec<_> {
        ground.read(|r| r.seen_by(ground.ola)).branches().map(|(branch, role)| (branch.id, role)).collect()
    };
    assert_eq!(seen(), [(clinic, Role::Contributor), (ground.unit, Role::Leader)]);

    ground.write(ground.kari, |w| w.take_role(ground.ola, clinic)).expect("taken");
    assert_eq!((role(clinic), role(ground.unit)), (None, Some(Role::Leader)));
    ground.write(ground.kari, |w| w.end_person(ground.ola)).expect("ended");
    assert_eq!((role(ground.unit), seen().len()), (None, 0), "one who has ended may nothing");
    ground.write(ground.kari, |w| w.readmit_person(ground.ola)).expect("back");
    assert_eq!(role(ground.unit), Some(Role::Leader));
}

#[test]
fn whom_a_person_speaks_for_stands_by_their_role_and_holds_for_all_below() {
    let ground = Ground::new();
    let represents = |branch, whom| ground.write(ground.kari, |w| w.set_represents(ground.ola, branch, whom));
    let safety = Some(Representative::Safety);
    assert_eq!(represents(ground.unit, safety), Err(Failure::NotFound), "nobody without a role");
    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.unit, Role::Reader)).expect("a role");
    represents(ground.unit, safety).expect("said");
    let at = |branch| -> Vec<_> {
        let all = ground.read(|r| r.representatives_at(branch));
        all.into_iter().map(|one| (one.person, one.name, one.represents)).collect()
    };
    let ola = |whom| (ground.ola, "Ola".to_owned(), whom);
    assert_eq!(at(ground.unit), [ola(Representative::Safety)]);
    assert_eq!((at(ground.other_unit), at(ground.organisation)), (vec![], vec![]));

    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.unit, Role::Leader)).expect("another role");
    let held = ground.read(|r| r.roles_on(ground.unit));
    assert_eq!((held[0].role, held[0].represents), (Role::Leader, safety), "it stays with another role");
    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.organisation, Role::Reader)).expect("above");
    represents(ground.organisation, Some(Representative::Union)).expect("said");
    assert_eq!(at(ground.other_unit), [ola(Representative::Union)], "from above");
    assert_eq!(at(ground.unit), [ola(Representative::Safety), ola(Representative::Union)]);
    represents(ground.unit, None).expect("taken back");
    assert_eq!(at(ground.unit), [ola(Representative::Union)]);
    ground.write(ground.kari, |w| w.end_person(ground.ola)).expect("ended");
    assert_eq!(at(ground.unit), []);
    let told = ground.read(|r| r.history(ground.unit, None, 100, None));
    let told: Vec<_> = told.into_iter().filter(|change| change.what == "representative-changed").collect();
    let told: Vec<_> = told.iter().rev().map(|one| (one.before.as_deref(), one.after.as_deref())).collect();
    assert_eq!(told, [(None, Some("safety")), (Some("safety"), None)]);
}

#[test]
fn no_role_reaches_into_another_organisation() {
    let ground = Ground::new();
    let other = ground.write(ground.kari, |w| w.add_organisation("Annet foretak")).expect("another");
    let failure = ground.write(ground.kari, |w| w.give_role(ground.ola, other, Role::Reader));
    assert_eq!(failure, Err(Failure::Misplaced));
    let person = NewPerson {
        organisation: ground.unit,
        name: "x".to_owned(),
        email: "x@x".to_owned(),
        language: "nb".to_owned(),
    };
    assert_eq!(ground.write(ground.kari, |w| w.add_person(&person)), Err(Failure::Misplaced), "nor into a unit");
}

#[test]
fn an_address_is_one_persons_in_any_letters() {
    let ground = Ground::new();
    let new = |email: &str| NewPerson {
        organisation: ground.organisation,
        name: "Åse".to_owned(),
        email: email.to_owned(),
        language: "nb".to_owned(),
    };
    let ase = ground.write(ground.kari, |w| w.add_person(&new(" Åse@Fjord.example "))).expect("new");
    for same in ["åse@fjord.example", "ÅSE@FJORD.EXAMPLE"] {
        assert_eq!(
            ground.write(ground.kari, |w| w.add_person(&new(same))),
            Err(Failure::Taken("person.email".to_owned()))
        );
        assert_eq!(ground.read(|r| r.person_by_email(same)).map(|person| person.id), Some(ase));
    }
    let taken = ground.write(ground.kari, |w| w.set_email(ground.ola, "ÅSE@fjord.example"));
    assert!(matches!(taken, Err(Failure::Taken(_))));
    assert!(ground.read(|r| r.person_by_email("nobody@fjord.example")).is_none());
}

#[test]
fn sessions_end_when_password_or_role_change_or_the_person_ends() {
    let ground = Ground::new();
    ground.write(ground.kari, |w| w.give_role(ground.ola, ground.unit, Role::Reader)).expect("a role");
    type Change<'a> = (&'a str, &'a dyn Fn(&mut fordel_store::Writer<'_>) -> Result<(), Failure>);
    let changes: [Change<'_>; 5] = [
        ("password", &|w| w.set_password(ground.ola, Some("hash"))),
        ("role given", &|w| w.give_role(ground.ola, ground.unit, Role::Leader)),
        ("role taken", &|w| w.take_role(ground.ola, ground.unit)),
        ("all ended", &|w| w.end_sessions(ground.ola)),
        ("person ended", &|w| w.end_person(ground.ola)),
    ];
    session(&ground, ground.kari, 100);
    for (i, (what, change)) in changes.into_iter().enumerate() {
        let byte = i as u8;
        session(&ground, ground.ola, byte);
        assert!(alive(&ground, byte));
        ground.write(ground.kari, change).expect(what);
        assert!(!alive(&ground, byte), "{what}");
        assert!(alive(&ground, 100), "another's goes on: {what}");
    }
    let new = NewSession { person: ground.ola, token_hash: &[9; 32], agent: "", second_step_done: true, issuer: None };
    assert_eq!(
        ground.write(ground.kari, |w| w.start_session(new)),
        Err(Failure::NotFound),
        "none begins after the end"
    );
}

#[test]
fn one_ends_ones_own_sessions_only_and_old_ones_end_by_themselves() {
    let ground = Ground::new();
    let mine = session(&ground, ground.kari, 1);
    session(&ground, ground.kari, 2);
    assert_eq!(ground.write(ground.ola, |w| w.end_session(ground.ola, mine)), Err(Failure::NotFound));
    assert!(alive(&ground, 1));
    ground.write(ground.kari, |w| w.end_session(ground.kari, mine)).expect("my own");
    assert!(!alive(&ground, 1) && alive(&ground, 2));

    let later = Moment(NOON.0 + 1000);
    let id = ground.read(|r| r.sessions_of(ground.kari))[0].id;
    ground.store.write(later, by(ground.kari), |w| w.session_seen(id)).expect("seen");
    ground.store.write(NOON, by(ground.kari), |w| w.session_seen(id)).expect("a clock put back");
    assert_eq!(ground.read(|r| r.sessions_of(ground.kari))[0].seen, later, "is no reason to have been seen earlier");
    session(&ground, ground.ola, 3);
    let ended = ground.write(ground.kari, |w| w.end_old_sessions(later, Moment(0)));
    assert_eq!((ended, alive(&ground, 2), alive(&ground, 3)), (Ok(1), true, false));
}

#[test]
fn the_second_step_gives_the_session_another_key_and_no_code_counts_twice() {
    let ground = Ground::new();
    let id = session(&ground, ground.kari, 1);
    ground.write(ground.kari, |w| w.pass_second_step(id, &[2; 32])).expect("passed");
    assert!(!alive(&ground, 1), "what the browser held before is worth nothing");
    assert!(ground.read(|r| r.session_by(&[2; 32])).is_some_and(|(session, _)| session.second_step_done));

    let use_code = |step| ground.write(ground.kari, |w| w.use_totp(ground.kari, step)).expect("a code");
    assert!(!use_code(5), "without a second step there is no code");
    ground.write(ground.kari, |w| w.set_totp(ground.kari, Some("SECRET"))).expect("on");
    assert_eq!([5, 5, 4, 6, 6].map(use_code), [true, false, false, true, false]);
}

#[test]
fn a_recovery_code_counts_once_and_dies_with_others_and_with_the_second_step() {
    let ground = Ground::new();
    let set = |bytes: [u8; 2]| {
        ground.write(ground.kari, |w| w.set_recovery_codes(ground.kari, &bytes.map(|byte| [byte; 32])))
    };
    let used = |person, byte: u8| ground.write(person, |w| w.use_recovery_code(person, &[byte; 32])).expect("a code");
    let left = || ground.read(|r| r.recovery_codes(ground.kari));
    let second_step = |secret| ground.write(ground.kari, |w| w.set_totp(ground.kari, secret)).expect("set");
    assert_eq!(set([1, 2]), Err(Failure::NotFound), "without a second step there are none");
    second_step(Some("SECRET"));
    set([1, 2]).expect("two");
    assert_eq!((left(), used(ground.ola, 1), used(ground.kari, 9)), (2, false, false), "another's, an unknown one");
    assert_eq!((used(ground.kari, 1), used(ground.kari, 1), left()), (true, false, 1), "once");
    set([3, 4]).expect("others");
    assert_eq!((used(ground.kari, 2), left()), (false, 2), "the old ones are dead");
    second_step(None);
    assert_eq!((used(ground.kari, 3), left()), (false, 0), "with the second step they go");
    second_step(Some("ANOTHER"));
    assert!(!used(ground.kari, 3), "and don't come back with it");
    let told = ground.read(|r| r.organisation_history(ground.organisation, 100, None));
    let of_codes = |change: &&fordel_store::Change| change.field.as_deref() == Some("recovery");
    let told: Vec<&str> = told.iter().rev().filter(of_codes).map(|change| change.what.as_str()).collect();
    assert_eq!(told, ["second-step-changed", "second-step-passed", "second-step-changed"]);
}

#[test]
fn an_invitation_lets_in_once_and_in_time() {
    let ground = Ground::new();
    let invite = |byte: u8, expires: i64| -> InvitationId {
        let new = NewInvitation {
            token_hash: &[byte; 32],
            branch: ground.unit,
            role: Role::Contributor,
            represents: Some(Representative::Safety),
            email: Some("ny@fjord.example"),
            expires: Moment(NOON.0 + expires),
        };
        ground.write(ground.kari, |w| w.invite(new)).expect("an invitation")
    };
    let accept =
        |byte: u8, at: i64| ground.store.write(Moment(NOON.0 + at), by(ground.ola), |w| w.use_invitation(&[byte; 32]));
    invite(1, 1000);
    let used = accept(1, 999).expect("in time");
    assert_eq!((used.branch, used.role, used.by), (ground.unit, Role::Contributor, Some(ground.kari)));
    assert_eq!(used.represents, Some(Representative::Safety));
    assert_eq!(accept(1, 999), Err(Failure::NotFound), "twice");
    invite(2, 1000);
    assert_eq!(accept(2, 1000), Err(Failure::NotFound), "too late");
    let withdrawn = invite(3, 1000);
    ground.write(ground.kari, |w| w.withdraw_invitation(withdrawn)).expect("withdrawn");
    assert_eq!(accept(3, 1), Err(Failure::NotFound));
    assert_eq!(accept(4, 1), Err(Failure::NotFound), "unknown");
    assert_eq!(ground.read(|r| r.invitations_to(ground.unit)).len(), 2);
}

#[test]
fn a_key_is_its_persons_and_ends_with_them() {
    let ground = Ground::new();
    let key = |byte: u8| ground.write(ground.ola, |w| w.add_token(ground.ola, "GAT", &[byte; 32])).expect("a key");
    let known = |byte: u8| ground.read(|r| r.token_by(&[byte; 32])).map(|(token, person)| (token.name, person.id));
    let first = key(1);
    key(2);
    assert_eq!(known(1), Some(("GAT".to_owned(), ground.ola)));
    ground.write(ground.ola, |w| w.token_seen(first)).expect("seen");
    assert_eq!(ground.read(|r| r.tokens_of(ground.ola))[1].seen, Some(NOON));
    assert_eq!(ground.write(ground.kari, |w| w.end_token(ground.kari, first)), Err(Failure::NotFound), "another's");
    ground.write(ground.ola, |w| w.end_token(ground.ola, first)).expect("ended");
    assert_eq!(known(1), None);
    ground.write(ground.kari, |w| w.end_person(ground.ola)).expect("ended");
    ground.write(ground.kari, |w| w.readmit_person(ground.ola)).expect("back");
    assert_eq!(known(2), None, "keys don't come back with the person");
}

#[test]
fn what_signs_a_person_in_is_not_printed() {
    let ground = Ground::new();
    ground
        .write(ground.kari, |w| {
            w.set_password(ground.kari, Some("argon-secret"))?;
            w.set_totp(ground.kari, Some("totp-secret"))
        })
        .expect("secrets");
    let person = ground.read(|r| r.person(ground.kari));
    assert_eq!(person.password.as_deref(), Some("argon-secret"));
    assert!(!format!("{person:?}").contains("secret"));
}
