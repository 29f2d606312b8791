//! Fordel on a real database: a ward from the first link to a decision, and what nobody may do.

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fordel_app::service::{
    Asked, Assessment, BranchKind, Change, Device, Edit, Entered, Failed, Front, Heard, Key, LOOK_UPS_KEPT, Moment,
    NewAccount, ObjectionThen, ProposalState, Role, Service, SignIn, SignedIn, Store, UseLight, add_organisation,
    recorded,
};
use fordel_store::LookedUp;
use fordel_text::{Lang, Texts};

/// A service on a database of its own, with a clock that the test turns.
struct Place {
    folder: PathBuf,
    service: Arc<Service>,
    clock: Arc<AtomicI64>,
    told: Arc<Mutex<Vec<&'static str>>>,
}

impl Place {
    fn new(name: &str) -> Place {
        let folder = std::env::temp_dir().join(format!("fordel-service-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let clock = Arc::new(AtomicI64::new(1_790_000_000_000));
        let store = Store::open(&folder.join("fordel.db"), Moment(clock.load(Ordering::Relaxed))).expect("opened");
        let told = Arc::new(Mutex::new(Vec::new()));
        let (tick, heard) = (Arc::clone(&clock), Arc::clone(&told));
        let service = Service::new(
            store,
            Box::new(move || Moment(tick.fetch_add(1, Ordering::Relaxed))),
            Box::new(move |_, event| heard.lock().expect("whole").push(event.name())),
            2,
        );
        Place { folder, service: Arc::new(service.expect("chance")), clock, told }
    }

    /// An organisation with its administrator.
    fn founded(&self) -> SignedIn {
        let link = self.service.first_link().expect("read").expect("nobody is here");
        let key = self.service.found_by(link.reveal(), "Helse Test HF", &account("leder@test.no"), false, "test");
        self.who(key.expect("founded").reveal())
    }

    fn who(&self, key: &str) -> SignedIn {
        self.service.signed_in(key).expect("read").expect("signed in")
    }

    /// Somebody with this role on the branch, by an invitation.
    fn invited(&self, by: &SignedIn, branch: fordel_app::service::BranchId, role: Role, email: &str) -> SignedIn {
        let key = self.service.administer(by, branch).expect("administers").invite(role, None, None).expect("invited");
        let in_now = self.service.accept_invitation(key.reveal(), &account(email), "test").expect("accepted");
        assert!(matches!(self.service.invitation(key.reveal()), Err(Failed::NotFound)), "an invitation works once");
        self.who(in_now.reveal())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const PASSWORD: &str = "fire grønne hester";

fn account(email: &str) -> NewAccount<'_> {
    NewAccount { name: "Kari Nordmann", email, password: PASSWORD, lang: Lang::Nb }
}

/// The code that a phone with this secret shows at a moment, milliseconds.
fn phone(secret: &str, moment: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("base 32");
    let totp = totp_rs::Builder::new().with_secret(secret).with_account_name("x").build().expect("a generator");
    totp.generate(u64::try_from(moment / 1000).expect("after 1970")).to_string()
}

fn is_wrong_code(entered: &Entered) -> bool {
    matches!(entered, Entered::NeedsCode { wrong: true, .. })
}

fn from<'m>(marks: &[&'m str]) -> Device<'m> {
    Device { agent: "test", marks: marks.to_vec() }
}

#[test]
fn a_ward_goes_from_the_first_link_to_a_decision() {
    let place = Place::new("whole");
    let service = &place.service;
    let who = place.founded();
    assert!(service.first_link().expect("read").is_none(), "somebody is here");
    let unit = service.add_example(&who).expect("the example");
    let workers = service.start_workers(1);

    let contributes = service.unit(&who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    assert!(desk.ward.is_some(), "{:?}", desk.complaints);
    let number = contributes.propose("Best", &Asked { seconds: Some(10), ..Asked::default() }).expect("asked");
    let patience = Instant::now();
    let proposal = loop {
        let proposal = contributes.proposal(number).expect("read");
        if proposal.kept.head.state == ProposalState::Done {
            break proposal;
        }
        assert!(patience.elapsed() < Duration::from_secs(60), "{:?}", proposal.kept.head);
        std::thread::sleep(Duration::from_millis(50));
    };
    let plan = proposal.plan.clone().expect("a plan");
    assert_eq!(proposal.report().expect("checked").broken, []);
    assert!(place.told.lock().expect("whole").iter().filter(|name| **name == "proposal").count() > 2);
    assert!(plan.placements.iter().all(|p| proposal.rows.contains_key(&p.row)), "every line has its row");

    let own = contributes.copy(number, "Vårt eget").expect("copied");
    let opened = contributes.proposal(own).expect("read");
    let version = opened.kept.head.version;
    let ward = &opened.ward;
    let order = ward.order();
    let allowed = opened.plan.as_ref().expect("a plan").placements.iter().find_map(|p| {
        let line = &ward.lines[ward.line_by_row(p.row)?.0];
        let other = order.qualified(line).into_iter().find(|g| ward.group(*g).code != p.group)?;
        Some((p.row, p.days.clone(), ward.group(other).code.clone()))
    });
    let (row, days, group) = allowed.expect("some line may move");
    let change = Change::Move { row, days: days.clone(), group: group.clone() };
    let changed = contributes.change(own, version, std::slice::from_ref(&change)).expect("moved");
    let placed = changed.plan.clone().expect("a plan").placements.into_iter().find(|p| p.row == row && p.days == days);
    assert_eq!(placed.expect("there").group, group);
    assert!(matches!(
        contributes.change(own, version, &[change]),
        Err(Failed::Store(fordel_app::service::StoreFailure::Stale))
    ));
    assert!(matches!(contributes.change(number, 0, &[]), Err(Failed::NotAllowed)), "a computed one stays as it is");

    let leads = contributes.lead().expect("may");
    let said = |text: &str| text.to_owned();
    let all = Assessment {
        nature: said("lav risiko"),
        qualification: said("kurs"),
        follow_up: said("veiledning"),
        medicines: said("vurdert av leder"),
    };
    let mut heard = Heard { held_on: said("2026-09-12"), union: said("NSF, Fagforbundet"), ..Heard::default() };
    let needs = heard.unassessed(&proposal.moved()).len();
    assert!(needs > 0, "the example moves health work that takes courses");
    assert!(matches!(leads.decide(number, &heard, ""), Err(Failed::Invalid(wrong)) if wrong[0].0 == "assessments"));
    heard.assessments.insert(String::new(), all);
    assert!(matches!(leads.decide(number, &Heard::default(), ""), Err(Failed::Invalid(_))));
    leads.object_to_proposal(number, "Natta blir tynn.").expect("to the whole plan");
    assert_eq!(leads.decide(number, &heard, "Enighet.").expect("decided"), 1);
    let decisions = leads.decisions().expect("read");
    assert_eq!((decisions.len(), decisions[0].held_on.as_str()), (1, "2026-09-12"));
    let read = leads.decision(1).expect("read");
    assert_eq!(read.moved, proposal.moved());
    let then = ObjectionThen { task: None, proposal: Some(number), text: said("Natta blir tynn."), answer: None };
    assert_eq!(read.heard.objections, [then]);
    // As records were written before they told the proposal.
    let older = r#"{"objections":[{"task":null,"text":"Nei.","answer":null}]}"#;
    assert_eq!(recorded(older, "[]").expect("read").0.objections[0].proposal, None);
    assert!(leads.differences(number, own).expect("compared").moved.len() == 1);
    service.stop_workers(workers);
}

#[test]
fn a_role_is_needed_for_everything_and_another_organisation_sees_nothing() {
    let place = Place::new("roles");
    let service = &place.service;
    let chief = place.founded();
    let unit = service.add_example(&chief).expect("the example");
    let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
    let contributor = place.invited(&chief, unit, Role::Contributor, "bidrar@test.no");
    let adviser = place.invited(&chief, chief.organisation, Role::Adviser, "rad@test.no");
    let leader = place.invited(&chief, unit, Role::Leader, "leder2@test.no");

    assert!(service.unit(&reader, unit).expect("seen").contribute().is_err());
    assert!(service.unit(&contributor, unit).expect("seen").contribute().is_ok());
    assert!(service.unit(&contributor, unit).expect("seen").lead().is_err());
    assert!(service.unit(&adviser, unit).expect("seen").contribute().is_ok());
    assert!(service.unit(&adviser, unit).expect("seen").lead().is_err(), "an adviser doesn't decide");
    assert!(service.unit(&leader, unit).expect("seen").lead().is_ok());
    for who in [&reader, &contributor, &adviser, &leader] {
        assert!(matches!(service.administer(who, unit), Err(Failed::NotAllowed)));
    }

    let department = service.administer(&chief, chief.organisation).expect("may").add(BranchKind::Department, "Annen");
    let other = service.administer(&chief, department.expect("added")).expect("may").add(BranchKind::Unit, "Ukjent");
    let other = other.expect("added");
    assert!(matches!(service.unit(&leader, other), Err(Failed::NotFound)), "no role there: it isn't there");
    let desk = service.unit(&chief, unit).expect("seen").desk().expect("read");
    let row = desk.sheet("Oppgaver").expect("the sheet").rows[0].0;
    let edit = [Edit::Cell { row, column: "Minutter".into(), was: None, now: "7".into() }];
    let elsewhere = service.unit(&chief, other).expect("seen").contribute().expect("may").edit("b", &edit);
    assert!(matches!(elsewhere, Err(Failed::NotFound)), "a row of another unit");
}

#[test]
fn two_people_map_and_neither_overwrites_the_other() {
    let place = Place::new("two");
    let service = &place.service;
    let chief = place.founded();
    let unit = service.add_example(&chief).expect("the example");
    let second = place.invited(&chief, unit, Role::Contributor, "to@test.no");
    let (one, two) = (
        service.unit(&chief, unit).expect("seen").contribute().expect("may"),
        service.unit(&second, unit).expect("seen").contribute().expect("may"),
    );
    let cell =
        |desk: &fordel_app::service::Desk| desk.sheet("Oppgaver").expect("there").rows[3].1.get("Minutter").cloned();
    let before = cell(&one.desk().expect("read")).expect("filled");
    let row = one.desk().expect("read").sheet("Oppgaver").expect("there").rows[3].0;
    let edit = |now: &str| [Edit::Cell { row, column: "Minutter".into(), was: Some(before.clone()), now: now.into() }];
    assert!(one.edit("a", &edit("41")).expect("saved").conflicts.is_empty());
    let late = two.edit("b", &edit("42")).expect("answered");
    assert_eq!((late.conflicts.len(), late.conflicts[0].theirs.as_str()), (1, "41"));
    assert_eq!(cell(&two.desk().expect("read")).as_deref(), Some("41"));
    assert!(one.undo("c").expect("undone").any);
    assert_eq!(cell(&two.desk().expect("read")), Some(before.clone()));
    assert!(one.redo("d").expect("redone").any);
    assert_eq!(cell(&two.desk().expect("read")).as_deref(), Some("41"));

    let wrong = [Edit::Cell { row, column: "Minutter".into(), was: Some("41".into()), now: "mange".into() }];
    one.edit("e", &wrong).expect("what is typed is kept");
    let desk = two.desk().expect("read");
    assert!(desk.ward.is_none());
    let fault = desk.complaints.iter().find(|c| c.row == Some(row)).expect("told at its row");
    assert_eq!(fault.column.as_deref(), Some("Minutter"));
    assert!(matches!(one.propose("x", &Asked::default()), Err(Failed::Faulty)));
}

#[test]
fn a_front_page_is_read_anew_when_something_has_changed_and_what_it_counted_is_kept_beside_it() {
    let place = Place::new("front");
    let who = place.founded();
    let unit = place.service.add_example(&who).expect("the example");
    let front = || place.service.front(&who).expect("read");
    let first = front();
    assert!(Arc::ptr_eq(&first, &front()), "nothing has changed");
    let kept = || {
        let store = Store::beside(&place.folder.join("fordel.db")).expect("opened beside");
        store.read(|r| r.counted(who.organisation, env!("CARGO_PKG_VERSION"))).expect("read").len()
    };
    assert_eq!(kept(), 0, "the page doesn't wait for the disk");
    place.service.stop_workers(place.service.start_workers(1));
    assert_eq!(kept(), 1);

    let contributes = place.service.unit(&who, unit).expect("seen").contribute().expect("may");
    let row = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
    contributes.object(Some(row), "Det gjør vi ikke.").expect("objected");
    assert_eq!((first.units[0].waits.objections, front().units[0].waits.objections), (0, 1));
    assert!(matches!(contributes.object(None, " "), Err(Failed::Invalid(wrong)) if wrong[0].0 == "text"));
    contributes.object(None, "Natta blir tynn.").expect("to the whole plan");
    assert_eq!(front().units[0].waits.objections, 2);
    contributes.edit("less", &[Edit::Remove { row }]).expect("removed");
    let lines = |front: &Front| front.units[0].waits.completeness.lines;
    assert_eq!(lines(&front()) + 1, lines(&first));
}

#[test]
fn a_workbook_is_held_against_the_sheets_before_it_comes_in() {
    let place = Place::new("import");
    let service = &place.service;
    let chief = place.founded();
    let unit = service.add_example(&chief).expect("the example");
    let texts = Texts::new(Lang::Nb);
    let one = service.unit(&chief, unit).expect("seen").contribute().expect("may");
    let out = one.workbook(&texts).expect("written");
    let same = one.dry_run(&out, &texts).expect("read");
    assert!(same.reading.ward.is_some());
    assert_eq!(same.differences, [], "what went out comes in as it is");

    let liten = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx"));
    let other = one.dry_run(&liten.expect("the file"), &texts).expect("read");
    assert!(!other.edits.is_empty());
    one.edit("import", &other.edits).expect("taken in");
    let liten_now = one.desk().expect("read");
    let costs = liten_now.ward.as_ref().expect("a ward").lines.len();
    assert_eq!(costs, other.reading.ward.expect("a ward").lines.len());
    assert!(one.undo("back").expect("undone").any);
    assert_eq!(one.dry_run(&out, &texts).expect("read").differences, [], "one step back is all of it");

    let faulty = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/feil.xlsx"));
    let refused = one.dry_run(&faulty.expect("the file"), &texts).expect("read");
    assert!(refused.reading.ward.is_none() && refused.edits.is_empty() && !refused.reading.complaints.is_empty());
}

#[test]
fn guessing_is_slowed_and_the_right_person_comes_in() {
    let place = Place::new("throttle");
    let service = &place.service;
    place.founded();
    let sign_in = |password: &str, marks: &[&str]| {
        let typed = SignIn { email: "Leder@TEST.no", password, code: None };
        service.sign_in(&typed, &from(marks)).expect("answered")
    };
    let Entered::In(first, mark) = sign_in(PASSWORD, &[]) else { panic!("comes in") };
    for _ in 0..5 {
        assert!(matches!(sign_in("feil passord her", &["0123"]), Entered::Wrong));
    }
    assert!(matches!(sign_in(PASSWORD, &[]), Entered::Wait(1)), "even the right one waits, from an unknown place");
    assert!(matches!(sign_in(PASSWORD, &["x", &mark]), Entered::In(..)), "a known browser comes in");
    place.clock.fetch_add(60_000, Ordering::Relaxed);
    assert!(matches!(sign_in(PASSWORD, &[]), Entered::In(..)));
    let unknown = SignIn { email: "ingen@test.no", password: PASSWORD, code: None };
    assert!(matches!(service.sign_in(&unknown, &from(&[])).expect("answered"), Entered::Wrong));

    let who = place.who(first.reveal());
    let fresh = service.change_password(&who, PASSWORD, "tre røde traktorer", "test").expect("changed");
    assert!(service.signed_in(first.reveal()).expect("read").is_none(), "old sessions end");
    assert!(service.signed_in(fresh.reveal()).expect("read").is_some());
    place.clock.fetch_add(11 * 3_600_000, Ordering::Relaxed);
    assert!(service.signed_in(fresh.reveal()).expect("read").is_none(), "a session left alone ends");
    let Entered::In(used, _) = sign_in("tre røde traktorer", &[&mark]) else { panic!("comes in") };
    for hours in [9, 9] {
        let hour = 3_600_000 * hours;
        assert!(service.signed_in(used.reveal()).expect("read").is_some(), "it is in use");
        place.clock.fetch_add(hour, Ordering::Relaxed);
    }
    assert!(service.signed_in(used.reveal()).expect("read").is_some());
    place.clock.fetch_add(7 * 3_600_000, Ordering::Relaxed);
    assert!(service.signed_in(used.reveal()).expect("read").is_none(), "a day is the longest, however much it is used");
}

#[test]
fn a_one_time_code_is_asked_for_and_works_once() {
    let place = Place::new("codes");
    let service = &place.service;
    let who = place.founded();
    let (secret, address) = service.new_secret(&who).expect("a secret");
    assert!(address.starts_with("otpauth://totp/"), "{address}");
    let code_at = |moment: i64| phone(&secret, moment);
    let now = || place.clock.load(Ordering::Relaxed);
    assert!(matches!(service.set_codes(&who, PASSWORD, Some((&secret, "000000"))), Err(Failed::Invalid(_))));
    service.set_codes(&who, PASSWORD, Some((&secret, &code_at(now())))).expect("set");
    let sign_in = |code: Option<&str>| {
        let typed = SignIn { email: "leder@test.no", password: PASSWORD, code };
        service.sign_in(&typed, &from(&[])).expect("answered")
    };
    assert!(matches!(sign_in(None), Entered::NeedsCode { wrong: false, .. }), "nothing is wrong yet");
    assert!(is_wrong_code(&sign_in(Some(&code_at(now())))), "it was used to set it up");
    place.clock.fetch_add(30_000, Ordering::Relaxed);
    let code = code_at(now());
    assert!(matches!(sign_in(Some(&code)), Entered::In(..)));
    assert!(is_wrong_code(&sign_in(Some(&code))), "a code works once");
}

#[test]
fn a_code_is_asked_for_by_itself_after_the_password_and_in_time() {
    let place = Place::new("code-step");
    let service = &place.service;
    let who = place.founded();
    let (secret, _) = service.new_secret(&who).expect("a secret");
    let now = || place.clock.load(Ordering::Relaxed);
    let later = |time: i64| place.clock.fetch_add(time, Ordering::Relaxed);
    service.set_codes(&who, PASSWORD, Some((&secret, &phone(&secret, now())))).expect("set");
    let asked = || {
        let typed = SignIn { email: "leder@test.no", password: PASSWORD, code: None };
        match service.sign_in(&typed, &from(&[])).expect("answered") {
            Entered::NeedsCode { step, wrong: false } => step,
            _ => panic!("a code is asked for"),
        }
    };
    let pass = |step: &Key, code: &str| service.pass_code(step.reveal(), code, &from(&[])).expect("answered");
    later(30_000);
    let step = asked();
    let Entered::NeedsCode { step: next, wrong: true } = pass(&step, "000000") else { panic!("it is wrong") };
    assert!(matches!(pass(&step, "000000"), Entered::Late), "a step is taken once");
    let code = phone(&secret, now());
    assert!(matches!(pass(&next, &code), Entered::In(..)), "without the password once more");
    assert!(matches!(pass(&next, &code), Entered::Late));

    let late = asked();
    later(600_000);
    assert!(matches!(pass(&late, &phone(&secret, now())), Entered::Late), "ten minutes are the most");
    let step = asked();
    service.change_password(&who, PASSWORD, "tre røde traktorer", "test").expect("changed");
    assert!(matches!(pass(&step, &phone(&secret, now())), Entered::Late), "the password is another now");
}

#[test]
fn recovery_codes_stand_in_for_the_phone_once_each_and_guessing_them_is_slowed() {
    let place = Place::new("recovery");
    let service = &place.service;
    let who = place.founded();
    let (secret, _) = service.new_secret(&who).expect("a secret");
    let code = phone(&secret, place.clock.load(Ordering::Relaxed));
    let first = service.set_codes(&who, PASSWORD, Some((&secret, &code))).expect("set");
    let left = || service.recovery_codes_left(&who).expect("read");
    assert_eq!((first.len(), left()), (10, 10));
    let sign_in = |code: &str| {
        let typed = SignIn { email: "leder@test.no", password: PASSWORD, code: Some(code) };
        service.sign_in(&typed, &from(&[])).expect("answered")
    };
    assert!(matches!(sign_in(&first[0].to_uppercase().replace('-', " ")), Entered::In(..)), "however it is written");
    assert!(is_wrong_code(&sign_in(&first[0])), "once");
    assert_eq!(left(), 9);
    assert!(matches!(service.new_recovery_codes(&who, "feil passord her"), Err(Failed::Invalid(_))));
    let second = service.new_recovery_codes(&who, PASSWORD).expect("made");
    assert!(is_wrong_code(&sign_in(&first[1])), "the old ones are dead");
    assert!(matches!(sign_in(&second[0]), Entered::In(..)));

    for _ in 0..5 {
        assert!(is_wrong_code(&sign_in("0000-0000-0000-0000-0000-0000")));
    }
    assert!(matches!(sign_in(&second[1]), Entered::Wait(1)), "even a right one waits");
    place.clock.fetch_add(60_000, Ordering::Relaxed);
    assert!(matches!(sign_in(&second[1]), Entered::In(..)));
    service.set_codes(&who, PASSWORD, None).expect("off");
    assert_eq!(left(), 0);
    assert!(matches!(service.new_recovery_codes(&who, PASSWORD), Err(Failed::NotFound)), "there is nothing to recover");
}

#[test]
fn a_way_back_gives_a_password_and_no_way_past_codes_unless_they_are_lost() {
    let place = Place::new("back");
    let service = &place.service;
    let chief = place.founded();
    let ola = place.invited(&chief, chief.organisation, Role::Reader, "ola@test.no");
    let (secret, _) = service.new_secret(&ola).expect("a secret");
    let code = phone(&secret, place.clock.load(Ordering::Relaxed));
    service.set_codes(&ola, PASSWORD, Some((&secret, &code))).expect("set");
    let administers = service.administer(&chief, chief.organisation).expect("administers");
    let sign_in = |password: &str| {
        service.sign_in(&SignIn { email: "ola@test.no", password, code: None }, &from(&[])).expect("answered")
    };
    let link = administers.way_back(ola.person, false).expect("a link");
    assert!(matches!(service.come_back(link.reveal(), "kort"), Err(Failed::Invalid(_))), "and the link is still good");
    service.come_back(link.reveal(), "tre røde traktorer").expect("chosen");
    assert!(matches!(service.come_back(link.reveal(), "fire gule traktorer"), Err(Failed::NotFound)), "once");
    assert!(matches!(sign_in("tre røde traktorer"), Entered::NeedsCode { .. }), "codes are asked for as ever");

    let link = administers.way_back(ola.person, true).expect("a link");
    assert!(matches!(sign_in("tre røde traktorer"), Entered::In(..)), "the administrator has turned them off");
    place.clock.fetch_add(25 * 3_600_000, Ordering::Relaxed);
    assert!(matches!(service.coming_back(link.reveal()), Err(Failed::NotFound)), "a day is the longest");
    assert!(matches!(administers.way_back(chief.person, false), Err(Failed::NotFound)), "not for oneself");
    let link = administers.way_back(ola.person, false).expect("a link");
    administers.end(ola.person).expect("ended");
    assert!(matches!(service.coming_back(link.reveal()), Err(Failed::NotFound)), "nor for one who has ended");
}

#[test]
fn an_organisation_is_added_beside_another_and_its_link_lets_one_administrator_in() {
    let folder = std::env::temp_dir().join(format!("fordel-organisations-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let database = folder.join("fordel.db");
    let now = Moment(1_790_000_000_000);
    let add = |name: &str| add_organisation(&database, name, now);
    let [one, other] = ["Helse En HF", "Helse To HF"].map(|name| add(name).expect("added"));
    assert!(matches!(add(" helse en hf "), Err(Failed::Invalid(wrong)) if wrong == [("name", "organisation-there")]));
    assert!(matches!(add(" "), Err(Failed::Invalid(_))));
    let store = Store::open(&database, now).expect("open");
    assert!(matches!(add("Tre"), Err(Failed::Store(_))), "while it is served: busy");
    let service = Service::new(store, Box::new(move || now), Box::new(|_, _| {}), 1).expect("a service");
    let enter = |key: &str, email: &str| service.accept_invitation(key, &account(email), "test");
    let people = [(&one, "a@en.no"), (&other, "b@to.no")].map(|(key, email)| {
        let session = enter(key.reveal(), email).expect("in");
        service.signed_in(session.reveal()).expect("read").expect("signed in")
    });
    assert_ne!(people[0].organisation, people[1].organisation);
    for who in &people {
        assert!(service.administer(who, who.organisation).is_ok(), "administers its own");
    }
    assert!(service.administer(&people[0], people[1].organisation).is_err(), "and no other's");
    assert!(enter(one.reveal(), "c@en.no").is_err(), "the link works once");
    drop(service);
    let _ = std::fs::remove_dir_all(&folder);
}

#[test]
fn what_was_looked_up_is_told_for_as_long_as_it_is_kept_and_then_erased_by_itself() {
    let place = Place::new("look-ups");
    let who = place.founded();
    let top = place.service.administer(&who, who.organisation).expect("administers");
    let unit = top.add(BranchKind::Unit, "Post").expect("added");
    let reads = place.service.unit(&who, unit).expect("seen");
    let look = |shift: &str| {
        let (day, missing) = ("2026-09-21".to_owned(), "[]".to_owned());
        reads.note_look_up(&LookedUp { day, shift: shift.to_owned(), missing, light: UseLight::Red }).expect("noted");
    };
    let days_later = |days: u32| place.clock.fetch_add(i64::from(days) * 86_400_000, Ordering::Relaxed);
    let told = || {
        let listed = reads.look_ups(None).expect("read").into_iter().map(|one| one.kept.told.shift);
        (reads.look_up_counts().expect("counted").all, listed.collect::<Vec<_>>())
    };
    look("A");
    days_later(LOOK_UPS_KEPT - 1);
    look("N");
    assert_eq!(told(), (2, vec!["N".to_owned(), "A".to_owned()]));
    days_later(2);
    assert_eq!(told(), (1, vec!["N".to_owned()]), "what is too old isn't told, also before it is erased");

    let beside = Store::beside(&place.folder.join("fordel.db")).expect("opened beside");
    let kept = || beside.read(|r| r.look_ups(unit, Moment(0), None)).expect("read").len();
    assert_eq!(kept(), 2);
    let workers = place.service.start_workers(1);
    let patience = Instant::now();
    while kept() > 1 && patience.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    place.service.stop_workers(workers);
    assert_eq!(kept(), 1, "nobody has to ask for it");
}
