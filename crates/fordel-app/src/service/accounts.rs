//! Signing in: passwords, sessions, invitations, tokens for programs.

use std::sync::PoisonError;

use fordel_store::{
    Author, BranchId, Moment, NewInvitation, NewPerson, NewSession, Person, PersonId, Representative, Role, Session,
    SessionId, Token, TokenId, Writer,
};
use fordel_text::Lang;

use super::access::SignedIn;
use super::keys::{self, Key};
use super::password::{self, Weak};
use super::provider::Entrance;
use super::tree::named;
use super::{Failed, Service};

/// A session without a word for so long ends, milliseconds: a working day.
const IDLE: i64 = 10 * HOUR;
/// A session ends after so long whatever happens: a day, as NIST SP 800-63B asks of two steps.
const LONGEST: i64 = 24 * HOUR;
/// How often it is noted that a session is in use.
const NOTED: i64 = 60_000;
const HOUR: i64 = 3_600_000;
/// An invitation can be taken for so long.
pub(super) const INVITED: i64 = 14 * 24 * HOUR;

/// What somebody types to sign in.
#[derive(Clone, Debug)]
pub struct SignIn<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// Password.
    pub password: &'a str,
    /// One-time code, if they have set that up.
    pub code: Option<&'a str>,
}

/// Where they sign in from.
#[derive(Clone, Debug)]
pub struct Device<'a> {
    /// What the browser calls itself, as people see it in the list of sessions.
    pub agent: &'a str,
    /// The marks that the browser holds of accounts that were signed in to from it.
    pub marks: Vec<&'a str>,
}

/// What came of it.
pub enum Entered {
    /// They are in: the session's key, and the mark by which the browser is known from now on.
    In(Key, String),
    /// The password is right, but the organisation's people sign in with its own accounts alone.
    ByProvider(Entrance),
    /// The password is right, and a code is asked for.
    NeedsCode {
        /// By what one goes on, with the code alone: [`Service::pass_code`].
        step: Key,
        /// Whether one was written that isn't right, or was used.
        wrong: bool,
    },
    /// A code came too late after the password.
    Late,
    /// Not this person or not this password; it isn't told which.
    Wrong,
    /// Too many have tried: wait so many seconds.
    Wait(i64),
}

impl Service {
    /// Whether nobody is here yet.
    ///
    /// # Errors
    /// The database.
    pub fn is_new(&self) -> Result<bool, Failed> {
        Ok(!self.read(|r| r.has_people())?)
    }

    /// Who a session's key belongs to, if it is still good.
    ///
    /// # Errors
    /// The database.
    pub fn signed_in(&self, shown: &str) -> Result<Option<SignedIn>, Failed> {
        let now = self.now();
        let Some((session, person)) = self.read(|r| r.session_by(&keys::hash(shown)))? else {
            return self.passing(shown, now);
        };
        let over = now.0 - session.seen.0 > IDLE || now.0 - session.created.0 > LONGEST;
        if over || person.ended.is_some() || !session.second_step_done {
            return Ok(None);
        }
        if now.0 - session.seen.0 > NOTED {
            // On a full disk one is still signed in.
            let _ = self.write(author(&person), |w| w.session_seen(session.id));
        }
        Ok(Some(signed(&person, Some(session.id))))
    }

    /// Whose a session is or was that a browser holds the key of: also one that ended since nobody used it, or since it had
    /// lasted long enough. Nobody's, once somebody has ended it.
    ///
    /// # Errors
    /// The database.
    pub fn whose(&self, shown: &str) -> Result<Option<PersonId>, Failed> {
        Ok(self.read(|r| r.session_by(&keys::hash(shown)))?.map(|(_, person)| person.id))
    }

    /// Who a program's token speaks for, if it is still good.
    ///
    /// # Errors
    /// The database.
    pub fn by_token(&self, shown: &str) -> Result<Option<SignedIn>, Failed> {
        let now = self.now();
        let Some((token, person)) = self.read(|r| r.token_by(&keys::hash(shown)))? else { return Ok(None) };
        if token.ended.is_some() || person.ended.is_some() {
            return Ok(None);
        }
        if token.seen.is_none_or(|seen| now.0 - seen.0 > NOTED) {
            let _ = self.write(author(&person), |w| w.token_seen(token.id));
        }
        Ok(Some(signed(&person, None)))
    }

    /// Whose account this address is of, for those who watch over the site; nobody else is told.
    ///
    /// # Errors
    /// The database.
    pub fn account_of(&self, email: &str) -> Result<Option<PersonId>, Failed> {
        Ok(self.read(|r| r.person_by_email(email))?.map(|person| person.id))
    }

    /// Signs in. Unknown people take as long as known ones.
    ///
    /// # Errors
    /// The database.
    pub fn sign_in(&self, typed: &SignIn, from: &Device) -> Result<Entered, Failed> {
        let now = self.now();
        let person = self.read(|r| r.person_by_email(typed.email))?.filter(|person| person.ended.is_none());
        let known = person.as_ref().is_some_and(|person| from.marks.contains(&mark(person).as_str()));
        let wait = self.throttle.wait(typed.email, known, now);
        if wait > 0 {
            return Ok(Entered::Wait((wait + 999) / 1000));
        }
        let kept = person.as_ref().and_then(|person| person.password.as_deref());
        let right = self.passwords.is(typed.password, kept);
        let Some(person) = person.filter(|_| right) else {
            self.throttle.failed(typed.email, known, now);
            return Ok(Entered::Wrong);
        };
        if let Some(entrance) = self.by_provider_alone(&person)? {
            self.throttle.succeeded(typed.email, known);
            return Ok(Entered::ByProvider(entrance));
        }
        self.second_step(&person, typed.code, known, from)
    }

    /// The way in with the organisation's own accounts, where that is the only one for this person. Those who administer
    /// the whole organisation keep their passwords: somebody must come in when the provider doesn't answer.
    fn by_provider_alone(&self, person: &Person) -> Result<Option<Entrance>, Failed> {
        self.read(|r| {
            let Some(provider) = r.provider(person.organisation)?.filter(|provider| !provider.passwords) else {
                return Ok(None);
            };
            if r.local_administrators(person.organisation)?.contains(&person.id) {
                return Ok(None);
            }
            Ok(Some(Entrance { address: r.entrance(person.organisation)?, button: provider.button }))
        })
    }

    pub(super) fn start_session(&self, person: &Person, agent: &str) -> Result<Key, Failed> {
        self.start_session_by(person, agent, None)
    }

    /// A session of a person for whom this provider vouches, if one does. The second step is the provider's matter.
    pub(super) fn start_session_by(&self, person: &Person, agent: &str, issuer: Option<&str>) -> Result<Key, Failed> {
        let key = Key::new()?;
        let agent: String = agent.chars().take(200).collect();
        let started = self.write(author(person), |w| {
            w.start_session(NewSession {
                person: person.id,
                token_hash: &key.hash(),
                agent: &agent,
                second_step_done: true,
                issuer,
            })
        });
        match started {
            Ok(_) => Ok(key),
            // On a full disk one must still come in, to see what is there and to make room.
            Err(Failed::Store(fordel_store::Failure::Full)) => {
                let mut passing = self.passing.lock().unwrap_or_else(PoisonError::into_inner);
                passing.retain(|_, (_, since)| self.now().0 - since.0 <= IDLE);
                passing.insert(key.hash(), (person.id, self.now()));
                Ok(key)
            }
            Err(other) => Err(other),
        }
    }

    /// Who a session belongs to that could not be kept, and lasts as long as the program runs.
    fn passing(&self, shown: &str, now: Moment) -> Result<Option<SignedIn>, Failed> {
        let passing = self.passing.lock().unwrap_or_else(PoisonError::into_inner).get(&keys::hash(shown)).copied();
        let Some((person, _)) = passing.filter(|(_, since)| now.0 - since.0 <= IDLE) else { return Ok(None) };
        let person = self.read(|r| r.person(person))?;
        Ok(person.ended.is_none().then(|| signed(&person, None)))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The database; a session that isn't the person's own.
    pub fn end_session(&self, who: &SignedIn, session: SessionId) -> Result<(), Failed> {
        self.write(who.author(), |w| w.end_session(who.person, session))
    }

    /// Ends the session that a browser held until it got another. Where a full disk keeps it from being ended, it ends by
    /// itself.
    pub fn forget(&self, shown: &str) {
        let Ok(Some(who)) = self.signed_in(shown) else { return };
        if let Some(session) = who.session {
            let _ = self.end_session(&who, session);
        }
    }

    /// The person's sessions that are still good.
    ///
    /// # Errors
    /// The database.
    pub fn sessions(&self, who: &SignedIn) -> Result<Vec<Session>, Failed> {
        let now = self.now();
        let mut sessions = self.read(|r| r.sessions_of(who.person))?;
        sessions.retain(|s| now.0 - s.seen.0 <= IDLE && now.0 - s.created.0 <= LONGEST);
        Ok(sessions)
    }

    /// The person's own data.
    ///
    /// # Errors
    /// The database.
    pub fn myself(&self, who: &SignedIn) -> Result<Person, Failed> {
        self.read(|r| r.person(who.person))
    }

    /// Another password; every session but a new one ends.
    ///
    /// # Errors
    /// A wrong old password, or a new one that can't be used.
    pub fn change_password(&self, who: &SignedIn, old: &str, new: &str, agent: &str) -> Result<Key, Failed> {
        let person = self.myself(who)?;
        if person.password.is_some() {
            self.confirmed(&person, old, "old")?;
        }
        let hash = self.accepted(new, &[&person.name, &person.email])?;
        self.write(who.author(), |w| {
            w.set_password(who.person, Some(&hash))?;
            w.end_sessions(who.person)
        })?;
        self.start_session(&person, agent)
    }

    /// Another language.
    ///
    /// # Errors
    /// The database.
    pub fn set_language(&self, who: &SignedIn, lang: Lang) -> Result<(), Failed> {
        self.write(who.author(), |w| w.set_language(who.person, lang.tag()))
    }

    /// Tokens for programs.
    ///
    /// # Errors
    /// The database.
    pub fn tokens(&self, who: &SignedIn) -> Result<Vec<Token>, Failed> {
        self.read(|r| r.tokens_of(who.person))
    }

    /// A new token; it is shown once.
    ///
    /// # Errors
    /// A token without a name.
    pub fn add_token(&self, who: &SignedIn, name: &str) -> Result<Key, Failed> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Failed::Invalid(vec![("name", "page-name-empty")]));
        }
        let key = Key::new()?;
        self.write(who.author(), |w| w.add_token(who.person, name, &key.hash()))?;
        Ok(key)
    }

    /// Ends a token.
    ///
    /// # Errors
    /// The database; a token that isn't the person's own.
    pub fn end_token(&self, who: &SignedIn, token: TokenId) -> Result<(), Failed> {
        self.write(who.author(), |w| w.end_token(who.person, token))
    }

    /// Takes an invitation: a new person with a role, signed in.
    ///
    /// # Errors
    /// An invitation that is used, withdrawn or too old; a name, address or password that can't be used.
    pub fn accept_invitation(&self, shown: &str, new: &NewAccount, agent: &str) -> Result<Key, Failed> {
        let hash = keys::hash(shown);
        let invitation = self.invitation(shown)?;
        if !self.entrance_of_invitation(shown)?.1 {
            return Err(Failed::NotAllowed);
        }
        let account = self.checked(new)?;
        let person = self.write(Author { person: None, name: account.name.clone() }, |w| {
            w.use_invitation(&hash)?;
            let organisation = w.branch(invitation.branch)?.organisation;
            let person = account.added(w, organisation, new.lang)?;
            w.give_role(person, invitation.branch, invitation.role)?;
            w.set_represents(person, invitation.branch, invitation.represents)?;
            w.person(person)
        });
        let person = person.map_err(taken)?;
        self.start_session(&person, agent)
    }

    /// An invitation that can still be taken.
    ///
    /// # Errors
    /// [`Failed::NotFound`] if it can't.
    pub fn invitation(&self, shown: &str) -> Result<fordel_store::Invitation, Failed> {
        let now = self.now();
        let invitation = self.read(|r| r.invitation_by(&keys::hash(shown)))?;
        invitation.filter(|i| i.used_at.is_none() && now.0 < i.expires.0).ok_or(Failed::NotFound)
    }

    /// The first of all: an organisation and its administrator, signed in.
    ///
    /// # Errors
    /// Where somebody is here already; names, address or password that can't be used.
    pub fn found(&self, organisation: &str, new: &NewAccount, agent: &str) -> Result<(BranchId, Key), Failed> {
        self.founded(organisation, new, agent, true)
    }

    /// An organisation beside those that are here, and its administrator, signed in. For those who run the program:
    /// neither sees anything of the other.
    ///
    /// # Errors
    /// Names, address or password that can't be used.
    pub fn found_beside(&self, organisation: &str, new: &NewAccount, agent: &str) -> Result<(BranchId, Key), Failed> {
        self.founded(organisation, new, agent, false)
    }

    fn founded(
        &self,
        organisation: &str,
        new: &NewAccount,
        agent: &str,
        first: bool,
    ) -> Result<(BranchId, Key), Failed> {
        let account = self.checked(new)?;
        let named = named("organisation", organisation)?;
        let founded = self.write(Author { person: None, name: account.name.clone() }, |w| {
            if first && w.has_people()? {
                return Err(fordel_store::Failure::NotFound);
            }
            let organisation = w.add_organisation(named)?;
            let person = account.added(w, organisation, new.lang)?;
            w.give_role(person, organisation, Role::Administrator)?;
            Ok((organisation, w.person(person)?))
        });
        let (organisation, person) = founded.map_err(taken)?;
        Ok((organisation, self.start_session(&person, agent)?))
    }

    /// A link's key with which somebody gets a role on a branch, and speaks there for others if so.
    pub(super) fn new_invitation(
        &self,
        who: &SignedIn,
        branch: BranchId,
        (role, represents): (Role, Option<Representative>),
        email: Option<&str>,
    ) -> Result<Key, Failed> {
        let key = Key::new()?;
        let expires = Moment(self.now().0 + INVITED);
        let email = email.map(str::trim).filter(|email| !email.is_empty());
        self.write(who.author(), |w| {
            w.invite(NewInvitation { token_hash: &key.hash(), branch, role, represents, email, expires })
        })?;
        Ok(key)
    }

    fn checked(&self, new: &NewAccount) -> Result<Account, Failed> {
        let mut wrong = Vec::new();
        let (name, email) = (new.name.trim().to_owned(), new.email.trim().to_lowercase());
        if name.is_empty() {
            wrong.push(("name", "page-name-empty"));
        }
        let halves = email.split_once('@').filter(|(user, host)| !user.is_empty() && host.contains('.'));
        if halves.is_none() || email.chars().any(char::is_whitespace) {
            wrong.push(("email", "page-email-wrong"));
        }
        let hash = match self.accepted(new.password, &[&name, &email]) {
            Ok(hash) => hash,
            Err(Failed::Invalid(of_password)) => {
                wrong.extend(of_password);
                String::new()
            }
            Err(other) => return Err(other),
        };
        if wrong.is_empty() { Ok(Account { name, email, hash }) } else { Err(Failed::Invalid(wrong)) }
    }

    /// Whoever is signed in shows by their password that it is they. Guessing is slowed, as it is for those who sign in,
    /// and apart from them: whoever has found a session open locks nobody out.
    pub(super) fn confirmed(&self, person: &Person, typed: &str, field: &'static str) -> Result<(), Failed> {
        let (now, account) = (self.now(), format!("signed in as {}", person.id));
        if self.throttle.wait(&account, true, now) > 0 {
            return Err(Failed::Invalid(vec![(field, "page-password-later")]));
        }
        if !self.passwords.is(typed, person.password.as_deref()) {
            self.throttle.failed(&account, true, now);
            return Err(Failed::Invalid(vec![(field, "page-password-wrong")]));
        }
        self.throttle.succeeded(&account, true);
        Ok(())
    }

    /// What is kept of a password that may be used; `known` is what others know of the person.
    pub(super) fn accepted(&self, password: &str, known: &[&str]) -> Result<String, Failed> {
        match password::accept(password, known) {
            Ok(()) => self.passwords.hash(password),
            Err(weak) => Err(Failed::Invalid(vec![(
                "password",
                match weak {
                    Weak::Short => "page-password-short",
                    Weak::Long => "page-password-long",
                    Weak::Common => "page-password-common",
                },
            )])),
        }
    }
}

/// What somebody types to become a person here.
#[derive(Clone, Debug)]
pub struct NewAccount<'a> {
    /// Name.
    pub name: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Password.
    pub password: &'a str,
    /// Language.
    pub lang: Lang,
}

struct Account {
    name: String,
    email: String,
    hash: String,
}

impl Account {
    /// Adds whose it is to an organisation, with the password.
    fn added(
        &self,
        writer: &mut Writer<'_>,
        organisation: BranchId,
        lang: Lang,
    ) -> Result<PersonId, fordel_store::Failure> {
        let (name, email) = (self.name.clone(), self.email.clone());
        let person = writer.add_person(&NewPerson { organisation, name, email, language: lang.tag().to_owned() })?;
        writer.set_password(person, Some(&self.hash))?;
        Ok(person)
    }
}

fn taken(failed: Failed) -> Failed {
    match failed {
        Failed::Store(fordel_store::Failure::Taken(_)) => Failed::Invalid(vec![("email", "page-email-taken")]),
        other => other,
    }
}

pub(super) fn author(person: &Person) -> Author {
    Author { person: Some(person.id), name: person.name.clone() }
}

fn signed(person: &Person, session: Option<SessionId>) -> SignedIn {
    SignedIn {
        person: person.id,
        organisation: person.organisation,
        name: person.name.clone(),
        lang: Lang::parse(&person.language).unwrap_or_default(),
        session,
    }
}

/// What a browser remembers of an account that was signed in to. Nobody can make it who doesn't know what is kept of
/// the password, and it is worth nothing but to be told from strangers.
pub(super) fn mark(person: &Person) -> String {
    let kept = format!("known browser {} {}", person.email, person.password.as_deref().unwrap_or_default());
    keys::hash(&kept)[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}
