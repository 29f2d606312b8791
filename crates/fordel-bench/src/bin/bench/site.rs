//! Fordel on a database of its own, as its pages and its API reach it: an organisation, its administrator, its units.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use fordel_app::service::{
    Asked, BranchId, BranchKind, Confirmed, Device, Entered, Failed, Key, Moment, NewAccount, Service, SignIn,
    SignedIn, Store,
};
use fordel_text::{Lang, Texts};

/// What the administrator signs in with; the benchmark's database holds nothing but what it has made.
const EMAIL: &str = "kari@helse.example";
const PASSWORD: &str = "fire grønne hester";

/// A service, and who asks it.
pub struct Site {
    /// It.
    pub service: Arc<Service>,
    /// The administrator.
    pub who: SignedIn,
    /// The key of their session.
    pub session: String,
}

impl Site {
    /// A new organisation in a new database.
    pub fn found(database: &Path) -> Result<Site, String> {
        let service = service(database)?;
        let account = NewAccount { name: "Kari Nordmann", email: EMAIL, password: PASSWORD, lang: Lang::Nb };
        let found = || -> Result<(SignedIn, Key), Failed> {
            let link = service.first_link()?.ok_or(Failed::NotFound)?;
            let key = service.found_by(link.reveal(), "Helse Fjord HF", &account, false, "bench")?;
            Ok((service.signed_in(key.reveal())?.ok_or(Failed::NotFound)?, key))
        };
        let (who, key) = found().map_err(said)?;
        let session = key.reveal().to_owned();
        Ok(Site { service, who, session })
    }

    /// The organisation in a database that is there.
    pub fn come_back(database: &Path) -> Result<Site, String> {
        let service = service(database)?;
        let typed = SignIn { email: EMAIL, password: PASSWORD, code: None };
        let entered = service.sign_in(&typed, &Device { agent: "bench", marks: Vec::new() }).map_err(said)?;
        let Entered::In(key, _) = entered else { return Err("the administrator can't sign in".to_owned()) };
        let who = service.signed_in(key.reveal()).map_err(said)?.ok_or("the administrator isn't signed in")?;
        let session = key.reveal().to_owned();
        Ok(Site { service, who, session })
    }

    /// The units that there are.
    pub fn units(&self) -> Result<Vec<BranchId>, String> {
        let seen = self.service.branches(&self.who).map_err(said)?;
        Ok(seen.into_iter().filter(|(b, _)| b.kind == BranchKind::Unit).map(|(b, _)| b.id).collect())
    }

    /// A branch below another.
    pub fn add(&self, above: BranchId, kind: BranchKind, name: &str) -> Result<BranchId, String> {
        self.service.administer(&self.who, above).and_then(|a| a.add(kind, name)).map_err(said)
    }

    /// A workbook read, checked, and held against what the unit has: the key under which it waits.
    pub fn hand_in(&self, unit: BranchId, book: &[u8]) -> Result<Key, String> {
        let hand_in = || self.service.unit(&self.who, unit)?.contribute()?.hand_in("rows.xlsx", book, &texts());
        hand_in().map_err(said)
    }

    /// It saved: how many rows are there now.
    pub fn confirm(&self, unit: BranchId, key: &Key) -> Result<(), String> {
        let confirm = || self.service.unit(&self.who, unit)?.contribute()?.confirm(key.reveal());
        match confirm().map_err(said)? {
            Confirmed::Saved(_) => Ok(()),
            Confirmed::Conflicts(found) => Err(format!("{} conflicts", found.len())),
        }
    }

    /// Asks for a plan of a unit; its number.
    pub fn propose(&self, unit: BranchId, name: &str, seconds: u32) -> Result<i64, String> {
        let asked = Asked { seconds: Some(seconds), ..Asked::default() };
        let propose = || self.service.unit(&self.who, unit)?.contribute()?.propose(name, &asked);
        propose().map_err(said)
    }
}

/// A service on a database.
pub fn service(database: &Path) -> Result<Arc<Service>, String> {
    let store = Store::open(database, now()).map_err(|why| format!("{}: {why}", database.display()))?;
    Service::new(store, Box::new(now), Box::new(|_, _| ()), 2).map(Arc::new).map_err(said)
}

/// The language of all that is written.
pub fn texts() -> Texts {
    Texts::new(Lang::Nb)
}

/// What a use case fails at.
pub fn said(failed: Failed) -> String {
    format!("{failed:?}")
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
