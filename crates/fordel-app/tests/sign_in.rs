//! Who gets in by an organisation's provider, who doesn't, and that nobody can be locked out by it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use fordel_app::service::{
    Admission, BranchId, BranchKind, Device, Entered, Failed, GOOD_FOR, Moment, NewAccount, Out, Proof, Provider,
    Representative, Role, Service, SignIn, SignedIn, Store, TypedProvider, Vouched,
};
use fordel_text::Lang;

const PASSWORD: &str = "fire grønne hester";
const ISSUER: &str = "https://id.example";

/// An organisation with its administrator, on a database of its own, with a clock that the test turns.
struct Place {
    folder: PathBuf,
    service: Service,
    clock: Arc<AtomicI64>,
    chief: SignedIn,
}

impl Place {
    fn new(name: &str) -> Place {
        let folder = std::env::temp_dir().join(format!("fordel-sign-in-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let clock = Arc::new(AtomicI64::new(1_790_000_000_000));
        let store = Store::open(&folder.join("fordel.db"), Moment(1)).expect("opened");
        let tick = Arc::clone(&clock);
        let time = Box::new(move || Moment(tick.fetch_add(1, Ordering::Relaxed)));
        let service = Service::new(store, time, Box::new(|_, _| ()), 2).expect("chance");
        let founded = service.found_beside("Helse Test HF", &account("leder@test.no"), "test").expect("founded");
        let chief = service.signed_in(founded.1.reveal()).expect("read").expect("signed in");
        Place { folder, service, clock, chief }
    }

    fn set(&self, typed: &TypedProvider) -> Result<(), Failed> {
        self.service.administer(&self.chief, self.chief.organisation).expect("administers").set_provider(typed)
    }

    fn provider(&self) -> Provider {
        let administers = self.service.administer(&self.chief, self.chief.organisation).expect("administers");
        administers.provider().expect("read").expect("set")
    }

    fn invitation(&self, by: &SignedIn, branch: BranchId, role: Role, email: Option<&str>) -> String {
        let key = self.service.administer(by, branch).expect("administers").invite(role, None, email).expect("invited");
        key.reveal().to_owned()
    }

    /// Somebody with a password and this role on the branch.
    fn invited(&self, branch: BranchId, role: Role, email: &str) -> SignedIn {
        let key = self.invitation(&self.chief, branch, role, None);
        let key = self.service.accept_invitation(&key, &account(email), "test").expect("accepted");
        self.service.signed_in(key.reveal()).expect("read").expect("signed in")
    }

    fn admitted(&self, who: &Vouched, invitation: Option<&str>) -> Result<SignedIn, Out> {
        match self.service.admit(&self.provider(), who, invitation, "test", Lang::Nb).expect("read") {
            Admission::In(key) => Ok(self.service.signed_in(key.reveal()).expect("read").expect("signed in")),
            Admission::Out(out) => Err(out),
        }
    }

    fn by_password(&self, email: &str) -> Entered {
        let typed = SignIn { email, password: PASSWORD, code: None };
        self.service.sign_in(&typed, &Device { agent: "test", marks: Vec::new() }).expect("read")
    }

    /// What the chain of changes tells of the organisation: what, field, after.
    fn told(&self) -> Vec<(String, String, String)> {
        let store = Store::beside(&self.folder.join("fordel.db")).expect("beside");
        let changes = store.read(|r| r.organisation_history(self.chief.organisation, 1000, None)).expect("read");
        let text = |text: Option<String>| text.unwrap_or_default();
        changes.into_iter().map(|change| (change.what, text(change.field), text(change.after))).collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn account(email: &str) -> NewAccount<'_> {
    NewAccount { name: "Kari Nordmann", email, password: PASSWORD, lang: Lang::Nb }
}

fn typed() -> TypedProvider<'static> {
    TypedProvider {
        issuer: ISSUER,
        client: "fordel",
        proof: "secret",
        secret: "et hemmelig ord",
        new_key: "ny nøkkel",
        button: "Helse Test",
        claim: "email",
        passwords: true,
        ..TypedProvider::default()
    }
}

fn vouched(subject: &str, address: &str, checked: bool) -> Vouched {
    let address = Some(address.to_owned()).filter(|address| !address.is_empty());
    Vouched { subject: subject.to_owned(), name: Some("Fra Kontoen".to_owned()), address, checked }
}

fn wrong(failed: Result<(), Failed>) -> Vec<(&'static str, &'static str)> {
    match failed {
        Err(Failed::Invalid(fields)) => fields,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_person_is_linked_once_by_a_checked_address_and_known_by_the_subject_ever_after() {
    let place = Place::new("linked");
    place.set(&typed()).expect("set");
    let ola = place.invited(place.chief.organisation, Role::Reader, "ola@test.no");
    assert_eq!(place.admitted(&vouched("s1", "ola@test.no", false), None).map(|who| who.person), Err(Out::Unchecked));
    assert_eq!(place.admitted(&vouched("s1", "OLA@test.no", true), None).map(|who| who.person), Ok(ola.person));
    for later in [vouched("s1", "", false), vouched("s1", "leder@test.no", true)] {
        assert_eq!(place.admitted(&later, None).map(|who| who.person), Ok(ola.person), "the address no longer matters");
    }
    assert_eq!(place.admitted(&vouched("s2", "ola@test.no", true), None).map(|who| who.person), Err(Out::Another));
    let administers = place.service.administer(&place.chief, place.chief.organisation).expect("administers");
    administers.unlink(ola.person).expect("forgotten");
    assert_eq!(place.admitted(&vouched("s2", "ola@test.no", true), None).map(|who| who.person), Ok(ola.person));
    administers.end(ola.person).expect("ended");
    assert_eq!(place.admitted(&vouched("s2", "ola@test.no", true), None).map(|who| who.person), Err(Out::Ended));
    assert_eq!(place.admitted(&vouched("s3", "ola@test.no", true), None).map(|who| who.person), Err(Out::Ended));

    let told = place.told();
    let has = |what: &str, field: &str, after: &str| {
        told.iter().any(|(w, f, a)| w == what && f == field && a.starts_with(after))
    };
    assert!(has("identity-linked", ISSUER, "s1") && has("identity-used", ISSUER, "session/"), "{told:?}");
    assert!(has("identity-unlinked", ISSUER, "") && has("provider-changed", "issuer", ISSUER));
    assert!(has("sign-in-refused", ISSUER, "unchecked: s1") && has("sign-in-refused", ISSUER, "ended: s2"));
    assert!(has("provider-changed", "secret", "set") && !format!("{told:?}").contains("hemmelig ord"));
}

#[test]
fn nobody_gets_in_who_isnt_here_and_the_administrators_word_opens_for_unchecked_addresses_alone() {
    let place = Place::new("unknown");
    place.set(&TypedProvider { trusted: true, domains: "test.no, @annet.no", ..typed() }).expect("set");
    let out = |address: &str| place.admitted(&vouched("s", address, false), None).map(|who| who.name);
    assert_eq!(out("hvem@test.no"), Err(Out::Unknown));
    assert_eq!(out("hvem@test.no.evil.example"), Err(Out::Domain));
    assert_eq!(out(""), Err(Out::NoAddress));
    assert_eq!(out("leder@test.no"), Ok("Kari Nordmann".to_owned()), "trusted");
    // A person of another organisation isn't one of this.
    place.service.found_beside("Helse Annet HF", &account("annen@annet.no"), "test").expect("founded");
    assert_eq!(place.admitted(&vouched("t", "annen@annet.no", true), None).map(|who| who.name), Err(Out::Unknown));
}

#[test]
fn an_invitation_can_be_taken_by_the_provider_and_gives_its_role_and_no_less() {
    let place = Place::new("invited");
    place.set(&typed()).expect("set");
    let top = place.chief.organisation;
    let unit =
        place.service.administer(&place.chief, top).expect("administers").add(BranchKind::Unit, "Post").expect("added");
    let role = |who: &SignedIn| place.service.unit(who, unit).map(|reads| reads.role()).ok();

    // Somebody new, of whom the provider tells no address: the invitation's stands.
    let key = place.invitation(&place.chief, unit, Role::Contributor, Some("ny@test.no"));
    let new = place.admitted(&vouched("new", "", false), Some(&key)).expect("in");
    assert_eq!((new.name.as_str(), role(&new)), ("Fra Kontoen", Some(Role::Contributor)));
    assert_eq!(place.service.myself(&new).expect("read").email, "ny@test.no");
    assert_eq!(
        place.admitted(&vouched("other", "", false), Some(&key)).map(|who| who.name),
        Err(Out::Invitation),
        "once"
    );
    let nameless = place.invitation(&place.chief, unit, Role::Reader, None);
    assert_eq!(place.admitted(&vouched("x", "", false), Some(&nameless)).map(|who| who.name), Err(Out::NoAddress));

    // Somebody who is here gets the role, and never a weaker one than they had.
    let up = place.invitation(&place.chief, unit, Role::Leader, None);
    assert_eq!(role(&place.admitted(&vouched("new", "", false), Some(&up)).expect("in")), Some(Role::Leader));
    let down = place.invitation(&place.chief, unit, Role::Reader, None);
    assert_eq!(role(&place.admitted(&vouched("new", "", false), Some(&down)).expect("in")), Some(Role::Leader));

    // A function comes with an invitation, and stays where another has none.
    let administers = place.service.administer(&place.chief, unit).expect("administers");
    let spoken = administers.invite(Role::Reader, Some(Representative::Union), None).expect("invited");
    let plain = place.invitation(&place.chief, unit, Role::Reader, None);
    for key in [spoken.reveal(), plain.as_str()] {
        let who = place.admitted(&vouched("new", "", false), Some(key)).expect("in");
        let held = place.service.own_roles(&who).expect("read");
        assert_eq!((held[0].1.role, held[0].1.represents), (Role::Leader, Some(Representative::Union)));
    }

    // An unchecked address is no way into somebody else's account, nor is another organisation's invitation.
    let theirs = place.invitation(&place.chief, unit, Role::Reader, Some("leder@test.no"));
    assert_eq!(
        place.admitted(&vouched("y", "leder@test.no", false), Some(&theirs)).map(|who| who.name),
        Err(Out::Taken)
    );
    let elsewhere = place.service.found_beside("Helse Annet HF", &account("annen@annet.no"), "test").expect("founded");
    let stranger = place.service.signed_in(elsewhere.1.reveal()).expect("read").expect("signed in");
    let foreign = place.invitation(&stranger, elsewhere.0, Role::Administrator, None);
    assert_eq!(place.admitted(&vouched("new", "", false), Some(&foreign)).map(|who| who.name), Err(Out::Invitation));
}

#[test]
fn an_administrator_with_a_password_always_remains() {
    let place = Place::new("locked");
    let top = place.chief.organisation;
    let administers = place.service.administer(&place.chief, top).expect("administers");
    let none = TypedProvider { passwords: false, ..typed() };
    assert_eq!(wrong(place.set(&none)), [("passwords", "signin-nobody-yet")]);
    place.set(&typed()).expect("set");
    place.admitted(&vouched("chief", "leder@test.no", true), None).expect("in");
    place.set(&TypedProvider { secret: "", ..none }).expect("now somebody has come in so");
    assert!(matches!(place.by_password("leder@test.no"), Entered::In(..)), "who administers the whole keeps it");

    let ola = place.invitation(&place.chief, top, Role::Administrator, None);
    assert!(matches!(place.service.accept_invitation(&ola, &account("ola@test.no"), "test"), Err(Failed::NotAllowed)));
    let ola = place.admitted(&vouched("ola", "ola@test.no", true), Some(&ola)).expect("in");
    let by_ola = place.service.administer(&ola, top).expect("administers");
    let last = [("person", "signin-last-local")];
    assert_eq!(wrong(by_ola.end(place.chief.person)), last);
    assert_eq!(wrong(by_ola.take(place.chief.person)), last);
    assert_eq!(wrong(by_ola.give(place.chief.person, Role::Reader)), last);
    assert!(matches!(place.by_password("leder@test.no"), Entered::In(..)), "nothing was changed");
    place.service.change_password(&ola, "", PASSWORD, "test").expect("a password too");
    by_ola.give(place.chief.person, Role::Reader).expect("now another remains");
    let Entered::ByProvider(entrance) = place.by_password("leder@test.no") else { panic!("a password no longer does") };
    assert_eq!(entrance.button, "Helse Test");
    assert!(matches!(administers.provider(), Ok(Some(_))));
    // Without the provider everything is as before.
    by_ola.remove_provider().expect("removed");
    assert!(matches!(place.by_password("leder@test.no"), Entered::In(..)));
    by_ola.end(place.chief.person).expect("ended");
}

#[test]
fn settings_are_the_whole_organisations_and_a_secret_goes_to_no_other_than_it_was_made_for() {
    let place = Place::new("settings");
    let top = place.chief.organisation;
    let faulty =
        TypedProvider { issuer: "http://adfs.sykehus.no", claim: "sub", domains: "test", ..TypedProvider::default() };
    let fields: Vec<_> = wrong(place.set(&faulty)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["client", "button", "issuer", "secret", "claim", "domains"]);
    let whole = "https://id.example/.well-known/openid-configuration";
    place.set(&TypedProvider { issuer: whole, scopes: "email,profile", levels: " a  b ", ..typed() }).expect("set");
    let kept = place.provider();
    assert_eq!(
        (kept.issuer.as_str(), kept.scopes.as_str(), kept.levels.as_str()),
        (ISSUER, "openid email profile", "a b")
    );
    place.set(&TypedProvider { secret: "", button: "Nytt", ..typed() }).expect("the secret is kept");
    assert!(place.provider().proof == Proof::Secret("et hemmelig ord".to_owned()), "the secret is kept");
    let elsewhere = TypedProvider { secret: "", issuer: "https://evil.example", ..typed() };
    assert_eq!(wrong(place.set(&elsewhere)), [("secret", "signin-secret-empty")]);
    let renamed = TypedProvider { secret: "", client: "other", ..typed() };
    assert_eq!(wrong(place.set(&renamed)), [("secret", "signin-secret-empty")]);
    place.set(&TypedProvider { proof: "none", ..elsewhere }).expect("a public client has none");
    assert!(place.provider().proof == Proof::Nothing, "the secret is gone");

    let administers = || place.service.administer(&place.chief, top).expect("administers");
    assert!(matches!(administers().take_key(), Err(Failed::NotFound)), "there is no key");
    let keyed = |new_key| place.set(&TypedProvider { proof: "key", secret: "", new_key, ..typed() }).expect("a key");
    let key = |used: &str, next: Option<&str>| Proof::Key { used: used.to_owned(), next: next.map(str::to_owned) };
    keyed("første");
    keyed("en annen");
    assert!(place.provider().proof == key("første", None), "saving again keeps the key");
    assert!(matches!(administers().take_key(), Err(Failed::NotFound)), "none lies ready");
    administers().lay_key_ready("neste".to_owned()).expect("laid ready");
    assert!(place.provider().proof == key("første", Some("neste")), "the old one is still used");
    administers().take_key().expect("taken");
    assert!(place.provider().proof == key("neste", None), "the next one is used");

    let unit =
        place.service.administer(&place.chief, top).expect("administers").add(BranchKind::Unit, "Post").expect("added");
    let of_unit = place.service.administer(&place.chief, unit).expect("administers");
    assert!(matches!(of_unit.set_provider(&typed()), Err(Failed::NotFound)));
    let demo = Place::new("no-local");
    assert!(demo.set(&typed()).is_ok());
}

#[test]
fn an_attempt_is_taken_once_in_its_time_by_its_own_state_and_entrance() {
    let place = Place::new("attempt");
    let service = &place.service;
    let key = "0".repeat(64);
    let begun = || service.attempt("abc", Some(&key), "/u/3?q=1").expect("chance");
    let (attempt, held) = begun();
    assert!(held.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.'), "fit for a cookie: {held}");
    assert!(service.spend(&held, "abd", &attempt.state()).is_none(), "another organisation");
    assert!(service.spend(&held, "abc", &attempt.nonce()).is_none(), "another state");
    assert!(service.spend(&held.replacen('a', "b", 1), "abc", &attempt.state()).is_none(), "touched");
    let taken = service.spend(&held, "abc", &attempt.state()).expect("its own");
    assert_eq!((taken.back.as_str(), taken.invitation.as_deref()), ("/u/3?q=1", Some(key.as_str())));
    assert!(service.spend(&held, "abc", &attempt.state()).is_none(), "once");
    let (late, held) = begun();
    place.clock.fetch_add(GOOD_FOR + 10, Ordering::Relaxed);
    assert!(service.spend(&held, "abc", &late.state()).is_none(), "too old");
    let (early, held) = begun();
    place.clock.fetch_sub(1000, Ordering::Relaxed);
    assert!(service.spend(&held, "abc", &early.state()).is_none(), "from the future");
    assert!(service.attempt("abc", Some("no key; x=y"), "/").expect("chance").0.invitation.is_none());
}

#[test]
fn the_page_where_one_signs_in_offers_the_only_entrance_or_the_one_used_last() {
    let place = Place::new("offered");
    let service = &place.service;
    assert_eq!(service.entrance_for(None).expect("read"), None);
    place.set(&typed()).expect("set");
    let ours = service.entrance_for(None).expect("read").expect("the only one");
    assert_eq!(ours.button, "Helse Test");
    assert!(service.provider_at(&ours.address).is_ok());
    let (other, key) = service.found_beside("Helse Annet HF", &account("annen@annet.no"), "test").expect("founded");
    let stranger = service.signed_in(key.reveal()).expect("read").expect("signed in");
    let theirs = service.administer(&stranger, other).expect("administers");
    assert!(matches!(service.provider_at(&theirs.entrance().expect("has one")), Err(Failed::NotFound)));
    theirs.set_provider(&TypedProvider { button: "Helse Annet", ..typed() }).expect("set");
    assert_eq!(service.entrance_for(None).expect("read"), None, "who is here is nobody's business");
    assert_eq!(service.entrance_for(Some("x")).expect("read"), None);
    let last = service.entrance_for(Some(&theirs.entrance().expect("has one"))).expect("read");
    assert_eq!(last.map(|entrance| entrance.button), Some("Helse Annet".to_owned()));
}
