//! Whom other units could spare: how many of them are looked into where there are very many, and that the rest is told.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fordel_app::Question;
use fordel_app::service::{
    Asked, BranchId, BranchKind, Moment, NewAccount, Pool, ProposalState, Service, SignedIn, Store,
};
use fordel_core::calendar::{Date, weekday};
use fordel_core::norwegian_time::InNorway;
use fordel_core::shortage::rules::Relief;
use fordel_core::ward::Ward;
use fordel_store::{Author, NewDecision, NewProposal};
use fordel_text::{Lang, Texts};

/// A Monday in September.
const NOW: Moment = Moment(1_790_000_000_000);

/// A small unit that lacks its nurse on a night, among others of the same organisation.
struct Units {
    folder: PathBuf,
    service: Arc<Service>,
    chief: SignedIn,
    asks: BranchId,
}

impl Units {
    /// So many others, each of which has decided on the plan that was solved for the one that asks; `change` is made to their ward.
    fn new(name: &str, others: usize, change: impl FnOnce(&mut Ward)) -> Units {
        let folder = std::env::temp_dir().join(format!("fordel-pool-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let database = folder.join("fordel.db");
        let store = Store::open(&database, NOW).expect("opened");
        let service = Service::new(store, Box::new(|| NOW), Box::new(|_, _| ()), 2).expect("chance");
        let service = Arc::new(service);
        let link = service.first_link().expect("read").expect("nobody is here");
        let (email, password) = ("leder@test.no", "fire grønne hester");
        let account = NewAccount { name: "Kari Nordmann", email, password, lang: Lang::Nb };
        let key = service.found_by(link.reveal(), "Helse Test HF", &account, false, "test").expect("founded");
        let chief = service.signed_in(key.reveal()).expect("read").expect("signed in");
        let add = |name: &str| {
            let top = service.administer(&chief, chief.organisation).expect("administers");
            top.add(BranchKind::Unit, name).expect("added")
        };

        let asks = add("Post");
        let contributes = service.unit(&chief, asks).expect("seen").contribute().expect("may");
        let book = include_bytes!("../../fordel-sheets/tests/data/liten.xlsx");
        let key = contributes.hand_in("liten.xlsx", book, &Texts::new(Lang::Nb)).expect("read");
        contributes.confirm(key.reveal()).expect("taken in");
        let workers = service.start_workers(1);
        let number = contributes.propose("Best", &Asked { seconds: Some(3), ..Asked::default() }).expect("asked");
        let patience = Instant::now();
        while contributes.proposal(number).expect("read").kept.head.state != ProposalState::Done {
            assert!(patience.elapsed() < Duration::from_secs(60), "the plan is solved");
            std::thread::sleep(Duration::from_millis(50));
        }
        service.stop_workers(workers);

        let beside = Store::beside(&database).expect("opened beside");
        let solved = beside.read(|r| r.proposal_numbered(asks, number)).expect("read");
        let mut ward: Ward = serde_json::from_str(&solved.ward).expect("a ward");
        change(&mut ward);
        let (ward, plan) = (serde_json::to_string(&ward).expect("written"), solved.plan.expect("a plan"));
        for at in 0..others {
            let unit = add(&format!("Post {at}"));
            let own = NewProposal {
                unit,
                name: "Egen",
                wishes: "{}",
                revision: 0,
                ward: &ward,
                rows: "{}",
                plan: Some(&plan),
            };
            let by = Author { person: Some(chief.person), name: String::new() };
            let decided = beside.write(NOW, by, |w| {
                let (proposal, _) = w.add_proposal(own)?;
                let (held_on, heard, minutes, moved) = ("2026-09-12", "{}", "", "[]");
                w.decide(NewDecision { unit, proposal, held_on, heard, minutes, ward: &ward, plan: &plan, moved })
            });
            decided.expect("decided");
        }
        Units { folder, service, chief, asks }
    }

    /// Who could come on a Saturday night whose nurse is missing.
    fn pool(&self) -> Pool {
        let reads = self.service.unit(&self.chief, self.asks).expect("seen");
        let date: Date = "2026-09-26".parse().expect("a date");
        let question = Question { day: weekday(date), shift: "N".to_owned(), missing: vec![("SPL".to_owned(), 1)] };
        let plan = reads.on_duty().expect("read").expect("a plan");
        let answered = plan.answer(date, &question).expect("answered");
        assert!(!answered.answer.hire.is_empty(), "somebody is wanted");
        reads.pool(date, &answered, InNorway::at(NOW.0)).expect("asked")
    }
}

impl Drop for Units {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn twenty_units_are_asked_and_it_is_told_that_there_are_more() {
    let units = Units::new("asked", 22, |_| ());
    let pool = units.pool();
    assert_eq!((pool.looked_at, pool.left), (20, 2));
}

#[test]
fn no_more_plans_are_read_than_half_of_those_that_are_kept_ready_also_where_none_is_in_the_pool() {
    let units = Units::new("read", 33, |ward| {
        ward.settings.shortage.relief.retain(|step| step.relief != Relief::Pool);
    });
    let pool = units.pool();
    assert_eq!((pool.looked_at, pool.left), (0, 1), "64 are kept ready");
}
