//! The first time: the link with which the first administrator comes in, and the example organisation.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use fordel_store::{Author, Moment, NewPerson, PersonId, Role};
use fordel_text::{Lang, Texts};

use super::access::SignedIn;
use super::accounts::NewAccount;
use super::keys::{self, Key};
use super::{Failed, Service};

/// Links that work once, for as long as the program runs.
#[derive(Default)]
pub struct Doors(Mutex<BTreeMap<[u8; 32], Door>>);

/// Where a link leads, or a step of signing in.
#[derive(Clone, Copy)]
pub(super) enum Door {
    /// To the page where an organisation is founded.
    Found,
    /// Into the example, as this person.
    Example(PersonId),
    /// To the page where this person chooses another password, until then.
    Back(PersonId, Moment),
    /// To the question for a code, for this person, until then, and as long as what is kept of their password has this hash.
    Code(PersonId, Moment, [u8; 32]),
}

impl Door {
    fn is_over(&self, now: Moment) -> bool {
        match self {
            Door::Found | Door::Example(_) => false,
            Door::Back(_, until) | Door::Code(_, until, _) => *until <= now,
        }
    }
}

impl Doors {
    /// Those that lead nowhere any more are forgotten by and by.
    pub(super) fn open(&self, door: Door, now: Moment) -> Result<Key, Failed> {
        let key = Key::new()?;
        let mut doors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        doors.retain(|_, other| !other.is_over(now));
        doors.insert(key.hash(), door);
        Ok(key)
    }
    pub(super) fn is(&self, shown: &str) -> Option<Door> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&keys::hash(shown)).copied()
    }
    /// False if it was closed already.
    pub(super) fn close(&self, shown: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&keys::hash(shown)).is_some()
    }
}

impl Service {
    /// A link for the first administrator; none where somebody is here already.
    ///
    /// # Errors
    /// The database.
    pub fn first_link(&self) -> Result<Option<Key>, Failed> {
        if self.is_new()? { self.doors.open(Door::Found, self.now()).map(Some) } else { Ok(None) }
    }

    /// Whether the link still leads to the page where an organisation is founded.
    ///
    /// # Errors
    /// The database.
    pub fn may_found(&self, shown: &str) -> Result<bool, Failed> {
        Ok(matches!(self.doors.is(shown), Some(Door::Found)) && self.is_new()?)
    }

    /// Founds an organisation by the first link; with the example ward in it, if wished.
    ///
    /// # Errors
    /// A link that doesn't lead there; what [`Service::found`] refuses.
    pub fn found_by(
        &self,
        shown: &str,
        organisation: &str,
        new: &NewAccount,
        example: bool,
        agent: &str,
    ) -> Result<Key, Failed> {
        if !self.may_found(shown)? {
            return Err(Failed::NotFound);
        }
        let (_, key) = self.found(organisation, new, agent)?;
        self.doors.close(shown);
        if example && let Some(who) = self.signed_in(key.reveal())? {
            self.add_example(&who)?;
        }
        Ok(key)
    }

    /// Fills an empty database with the example organisation, and gives a link into it; none where somebody is here
    /// already.
    ///
    /// # Errors
    /// The database.
    pub fn example_link(&self, lang: Lang) -> Result<Option<Key>, Failed> {
        if !self.is_new()? {
            return Ok(None);
        }
        let texts = Texts::new(lang);
        let name = texts.get("page-example-person");
        let by = Author { person: None, name: name.clone() };
        let person = self.write(by, |w| {
            let organisation = w.add_organisation(&texts.get("page-example-organisation"))?;
            let person = w.add_person(&NewPerson {
                organisation,
                name: name.clone(),
                email: "eksempel@fordel.invalid".to_owned(),
                language: lang.tag().to_owned(),
            })?;
            w.give_role(person, organisation, Role::Administrator)?;
            w.person(person)
        })?;
        let who =
            SignedIn { person: person.id, organisation: person.organisation, name: person.name, lang, session: None };
        let unit = self.add_example(&who)?;
        let asked = super::Asked { seconds: Some(20), ..super::Asked::default() };
        self.unit(&who, unit)?.contribute()?.propose(&texts.get("page-proposal-optimum"), &asked)?;
        self.doors.open(Door::Example(who.person), self.now()).map(Some)
    }

    /// Comes in by a link into the example: a session's key.
    ///
    /// # Errors
    /// A link that doesn't lead there.
    pub fn enter_example(&self, shown: &str, agent: &str) -> Result<Key, Failed> {
        let Some(Door::Example(person)) = self.doors.is(shown) else { return Err(Failed::NotFound) };
        let person = self.read(|r| r.person(person))?;
        let key = self.start_session(&person, agent)?;
        self.doors.close(shown);
        Ok(key)
    }
}
