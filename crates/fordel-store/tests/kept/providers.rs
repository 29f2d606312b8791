//! An organisation's provider: kept with its secret, told without it; who is who there, each once.

use fordel_store::{Failure, IdentifyingClaim, NewSession, Proof, Provider, Role};

use crate::ground::Ground;

fn provider(ground: &Ground) -> Provider {
    Provider {
        organisation: ground.organisation,
        issuer: "https://id.example".to_owned(),
        client: "fordel".to_owned(),
        proof: Proof::Secret("hemmelig ord".to_owned()),
        scopes: "openid email".to_owned(),
        button: "Helse Fjord".to_owned(),
        claim: IdentifyingClaim::Email,
        trusted: false,
        passwords: true,
        domains: "fjord.example".to_owned(),
        levels: String::new(),
    }
}

#[test]
fn a_provider_is_kept_whole_and_its_secret_stands_nowhere_else() {
    let ground = Ground::new();
    let kept = provider(&ground);
    ground.write(ground.kari, |w| w.set_provider(&kept)).expect("set");
    assert_eq!(ground.read(|r| r.provider(ground.organisation)), Some(kept.clone()));
    assert!(!format!("{kept:?}").contains("hemmelig"));
    let other = Provider { proof: Proof::Secret("et annet ord".to_owned()), passwords: false, ..kept };
    ground.write(ground.kari, |w| w.set_provider(&other)).expect("changed");
    let told = ground.read(|r| r.organisation_history(ground.organisation, 100, None));
    let of_it: Vec<_> = told.iter().filter(|change| change.what == "provider-changed").collect();
    let fields: Vec<_> = of_it.iter().take(2).map(|change| change.field.as_deref().unwrap_or_default()).collect();
    assert_eq!(fields, ["passwords", "secret"], "what changed, and that the secret did");
    assert!(!format!("{told:?}").contains("hemmelig") && !format!("{told:?}").contains("et annet"), "{told:?}");
    let key = |used: &str, next: Option<&str>| Proof::Key { used: used.to_owned(), next: next.map(str::to_owned) };
    let keyed = Provider { proof: key("min nøkkel", Some("min neste")), ..other.clone() };
    ground.write(ground.kari, |w| w.set_provider(&keyed)).expect("a key in place of the secret");
    assert_eq!(ground.read(|r| r.provider(ground.organisation)), Some(keyed.clone()));
    let taken = Provider { proof: key("min neste", None), ..keyed };
    ground.write(ground.kari, |w| w.set_provider(&taken)).expect("the next one");
    let told = ground.read(|r| r.organisation_history(ground.organisation, 100, None));
    let fields: Vec<_> = told.iter().take(3).map(|change| change.field.as_deref().unwrap_or_default()).collect();
    assert_eq!(fields, ["key", "key", "secret"], "that keys changed, and that the secret went");
    assert!(!format!("{told:?}{taken:?}").contains("min n"), "{told:?}");
    let unit = Provider { organisation: ground.unit, ..other };
    assert_eq!(ground.write(ground.kari, |w| w.set_provider(&unit)), Err(Failure::Misplaced));
}

#[test]
fn a_person_is_one_at_a_provider_and_the_provider_means_one_person() {
    let ground = Ground::new();
    let (here, issuer) = (ground.organisation, "https://id.example");
    let whom = |subject: &str| ground.read(|r| r.person_by_identity(here, issuer, subject)).map(|person| person.id);
    ground.write(ground.kari, |w| w.link(ground.kari, issuer, "Abc")).expect("linked");
    assert_eq!((whom("Abc"), whom("abc"), whom("")), (Some(ground.kari), None, None), "letters are told apart");
    let again = ground.write(ground.kari, |w| w.link(ground.ola, issuer, "Abc"));
    assert!(matches!(again, Err(Failure::Taken(_))), "{again:?}");
    let second = ground.write(ground.kari, |w| w.link(ground.kari, issuer, "Def"));
    assert!(matches!(second, Err(Failure::Taken(_))), "{second:?}");
    ground.write(ground.kari, |w| w.link(ground.kari, "https://other.example", "Abc")).expect("another provider");
    let session = |hash: u8, issuer: Option<&'static str>| NewSession {
        person: ground.kari,
        token_hash: Box::leak(Box::new([hash; 32])),
        agent: "",
        second_step_done: true,
        issuer,
    };
    ground.write(ground.kari, |w| w.start_session(session(1, None))).expect("by password");
    ground.write(ground.kari, |w| w.start_session(session(2, Some(issuer)))).expect("by provider");
    ground.write(ground.kari, |w| w.unlink(here, ground.kari)).expect("unlinked");
    let left = ground.read(|r| r.sessions_of(ground.kari));
    assert_eq!(left.iter().map(|session| session.issuer.clone()).collect::<Vec<_>>(), [None]);
    assert_eq!(whom("Abc"), None);
    assert_eq!(ground.write(ground.kari, |w| w.unlink(here, ground.kari)), Err(Failure::NotFound));
}

#[test]
fn without_its_provider_an_organisation_knows_nobody_by_it() {
    let ground = Ground::new();
    ground.write(ground.kari, |w| w.set_provider(&provider(&ground))).expect("set");
    ground.write(ground.kari, |w| w.link(ground.ola, "https://id.example", "x")).expect("linked");
    ground.write(ground.kari, |w| w.remove_provider(ground.organisation)).expect("removed");
    assert_eq!(ground.read(|r| r.provider(ground.organisation)), None);
    assert!(ground.read(|r| r.identities_of(ground.organisation)).is_empty());
    assert_eq!(ground.write(ground.kari, |w| w.remove_provider(ground.organisation)), Err(Failure::NotFound));
}

#[test]
fn local_administrators_are_those_of_the_whole_who_have_a_password() {
    let ground = Ground::new();
    let local = || ground.read(|r| r.local_administrators(ground.organisation));
    let give = |branch, role| ground.write(ground.kari, |w| w.give_role(ground.ola, branch, role)).expect("given");
    ground.write(ground.kari, |w| w.set_password(ground.ola, Some("hash"))).expect("set");
    give(ground.unit, Role::Administrator);
    assert!(!local().contains(&ground.ola), "of a part");
    give(ground.organisation, Role::Leader);
    assert!(!local().contains(&ground.ola), "another role");
    give(ground.organisation, Role::Administrator);
    assert!(local().contains(&ground.ola));
    ground.write(ground.kari, |w| w.end_person(ground.ola)).expect("ended");
    assert!(!local().contains(&ground.ola));
}

#[test]
fn each_organisation_has_an_entrance_of_its_own() {
    let ground = Ground::new();
    let other = ground.write(ground.kari, |w| w.add_organisation("Annet")).expect("added");
    let (ours, theirs) = (ground.read(|r| r.entrance(ground.organisation)), ground.read(|r| r.entrance(other)));
    assert_ne!(ours, theirs);
    assert_eq!(ground.read(|r| r.organisation_at(&theirs)).id, other);
    assert_eq!(ground.store.read(|r| r.entrance(ground.unit)), Err(Failure::NotFound));
    assert_eq!(ground.store.read(|r| r.organisation_at("")).map(|b| b.id), Err(Failure::NotFound));
}
