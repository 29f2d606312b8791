//! The way back for somebody who has forgotten their password, or lost the phone with their codes: a link that an
//! administrator makes and hands to them, knowing who they are.

use fordel_store::{Moment, Note, Person, PersonId};

use super::access::Administers;
use super::accounts::author;
use super::keys::Key;
use super::start::Door;
use super::{Failed, Service};

/// A link is good for so long, milliseconds, and no longer than the program runs.
const GOOD_FOR: i64 = 24 * 3_600_000;

impl Administers<'_> {
    /// Somebody else of the organisation who can sign in, for those who administer all of it.
    ///
    /// # Errors
    /// Oneself, one who has ended, one of another organisation; an administrator of part of it.
    pub fn other(&self, person: PersonId) -> Result<Person, Failed> {
        let found = self.service.read(|r| r.person(person))?;
        let theirs = found.organisation == self.branch.id && found.ended.is_none() && person != self.who.person;
        if theirs { Ok(found) } else { Err(Failed::NotFound) }
    }

    /// A link's key by which somebody chooses another password. Codes stay as they are, unless they are said to be lost: then
    /// they are turned off at once, and sessions end.
    ///
    /// # Errors
    /// As [`Administers::other`].
    pub fn way_back(&self, person: PersonId, codes_lost: bool) -> Result<Key, Failed> {
        self.other(person)?;
        let what = Note { branch: self.branch.id, what: "way-back", person: Some(person), field: None, after: None };
        self.service.write(self.who.author(), |w| {
            w.note(what)?;
            if codes_lost {
                w.set_totp(person, None)?;
                w.end_sessions(person)?;
            }
            Ok(())
        })?;
        let now = self.service.now();
        self.service.doors.open(Door::Back(person, Moment(now.0 + GOOD_FOR)), now)
    }
}

impl Service {
    /// Who may choose another password by this link.
    ///
    /// # Errors
    /// [`Failed::NotFound`] for a link that leads nowhere, any more or at all.
    pub fn coming_back(&self, shown: &str) -> Result<Person, Failed> {
        match self.doors.is(shown) {
            Some(Door::Back(person, until)) if self.now() < until => {
                let person = self.read(|r| r.person(person))?;
                if person.ended.is_none() { Ok(person) } else { Err(Failed::NotFound) }
            }
            _ => Err(Failed::NotFound),
        }
    }

    /// Another password, by the link. Sessions end, and signing in goes on as ever: with the code, where there is one.
    ///
    /// # Errors
    /// As [`Service::coming_back`]; a password that can't be used.
    pub fn come_back(&self, shown: &str, password: &str) -> Result<(), Failed> {
        let person = self.coming_back(shown)?;
        let hash = self.accepted(password, &[&person.name, &person.email])?;
        if !self.doors.close(shown) {
            return Err(Failed::NotFound);
        }
        self.write(author(&person), |w| w.set_password(person.id, Some(&hash)))
    }
}
