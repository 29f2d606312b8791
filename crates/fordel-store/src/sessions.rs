//! Sessions of signed-in people, found by the hash of what their browser holds.

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::branches::Home;
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{PersonId, SessionId};
use crate::people::Person;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id, fit to be shown.
    pub id: SessionId,
    /// Whose.
    pub person: PersonId,
    /// Since when.
    pub created: Moment,
    /// When it was last used, as far as it was told.
    pub seen: Moment,
    /// The program that it was started from.
    pub agent: String,
    /// Whether the second step was taken.
    pub second_step_done: bool,
    /// The provider that said who it is; none for a password.
    pub issuer: Option<String>,
}

/// A session to be started.
#[derive(Clone, Copy)]
pub struct NewSession<'a> {
    /// Whose.
    pub person: PersonId,
    /// The hash of what the browser holds.
    pub token_hash: &'a [u8; 32],
    /// The program that it is started from.
    pub agent: &'a str,
    /// Whether the second step was taken.
    pub second_step_done: bool,
    /// The provider that said who it is; none for a password.
    pub issuer: Option<&'a str>,
}

const SESSION: &str = "SELECT id, person, created, seen, agent, second_step_done, issuer FROM session";

fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        person: row.get(1)?,
        created: Moment(row.get(2)?),
        seen: Moment(row.get(3)?),
        agent: row.get(4)?,
        second_step_done: row.get(5)?,
        issuer: row.get(6)?,
    })
}

impl Reader<'_> {
    /// The session with this hash and its person, if neither has ended. How old it may be is the caller's to say.
    pub fn session_by(&self, token_hash: &[u8; 32]) -> Result<Option<(Session, Person)>, Failure> {
        let sql = format!("{SESSION} WHERE token_hash = ?1");
        let Some(session) = self.one(&sql, [token_hash.as_slice()], read_session)? else { return Ok(None) };
        let person = self.person(session.person)?;
        Ok(person.ended.is_none().then_some((session, person)))
    }

    /// A person's sessions, the newest first.
    pub fn sessions_of(&self, person: PersonId) -> Result<Vec<Session>, Failure> {
        self.all(&format!("{SESSION} WHERE person = ?1 ORDER BY created DESC, id DESC"), [person], read_session)
    }
}

impl Writer<'_> {
    /// A new session.
    pub fn start_session(&mut self, new: NewSession<'_>) -> Result<SessionId, Failure> {
        if self.person(new.person)?.ended.is_some() {
            return Err(Failure::NotFound);
        }
        let id = self.insert(
            "INSERT INTO session (token_hash, person, created, seen, agent, second_step_done, issuer) \
             VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)",
            (new.token_hash.as_slice(), new.person, self.at.0, new.agent, new.second_step_done, new.issuer),
        )?;
        self.tell_session(new.person, SessionId(id), What::SessionStarted, Some(new.agent))?;
        if let Some(issuer) = new.issuer {
            let session = Subject::Session(SessionId(id)).to_string();
            self.tell_person(new.person, What::IdentityUsed, issuer, None, Some(&session))?;
        }
        Ok(SessionId(id))
    }

    /// The second step was taken: the session goes on under a new hash, so that what the browser held before is worth nothing.
    pub fn pass_second_step(&mut self, session: SessionId, token_hash: &[u8; 32]) -> Result<(), Failure> {
        let person = self.person_of_session(session)?.ok_or(Failure::NotFound)?;
        self.execute(
            "UPDATE session SET second_step_done = 1, token_hash = ?2 WHERE id = ?1",
            (session, token_hash.as_slice()),
        )?;
        self.tell_session(person, session, What::SecondStepPassed, None)
    }

    /// The session was used. The one thing, with a key's use, that is kept without being told in the chain.
    pub fn session_seen(&mut self, session: SessionId) -> Result<(), Failure> {
        self.execute("UPDATE session SET seen = max(seen, ?2) WHERE id = ?1", (session, self.at.0))?;
        Ok(())
    }

    /// Ends one of a person's own sessions; another's isn't found.
    pub fn end_session(&mut self, person: PersonId, session: SessionId) -> Result<(), Failure> {
        if self.execute("DELETE FROM session WHERE id = ?1 AND person = ?2", (session, person))? == 0 {
            return Err(Failure::NotFound);
        }
        self.tell_session(person, session, What::SessionEnded, None)
    }

    /// Ends all sessions of a person.
    pub fn end_sessions(&mut self, person: PersonId) -> Result<(), Failure> {
        for session in self.sessions_of(person)? {
            self.end_session(person, session.id)?;
        }
        Ok(())
    }

    /// Ends the sessions that were last used before `seen`, or started before `created`; how many.
    pub fn end_old_sessions(&mut self, seen: Moment, created: Moment) -> Result<usize, Failure> {
        let sql = format!("{SESSION} WHERE seen < ?1 OR created < ?2");
        let old = self.all(&sql, (seen.0, created.0), read_session)?;
        for session in &old {
            self.end_session(session.person, session.id)?;
        }
        Ok(old.len())
    }

    /// Ends every session there is: after a backup was brought back, in which ended ones live again.
    pub fn end_every_session(&mut self) -> Result<usize, Failure> {
        self.end_old_sessions(Moment(i64::MAX), Moment(i64::MAX))
    }

    fn person_of_session(&self, session: SessionId) -> Result<Option<PersonId>, Failure> {
        self.one("SELECT person FROM session WHERE id = ?1", [session], |row| row.get(0))
    }

    fn tell_session(
        &mut self,
        person: PersonId,
        session: SessionId,
        what: What,
        after: Option<&str>,
    ) -> Result<(), Failure> {
        let home = Home { organisation: self.person(person)?.organisation, unit: None };
        let field = Subject::Person(person).to_string();
        self.append(Entry::new(home, what, Subject::Session(session)).field(field.as_str()).after(after))
    }
}
