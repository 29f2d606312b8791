//! Letting in whom a provider vouches for: a person who is here already, or who was invited. Nobody else becomes anybody.

use fordel_store::{Author, Failure, NewPerson, Note, Person, Provider, Writer};
use fordel_text::Lang;

use super::keys::{self, Key};
use super::{Failed, Service};

/// Whom a provider vouches for, in a statement that was checked.
#[derive(Clone, Debug)]
pub struct Vouched {
    /// The provider's own name of the person.
    pub subject: String,
    /// How they are called.
    pub name: Option<String>,
    /// The address that they are known by the first time.
    pub address: Option<String>,
    /// Whether the provider says that it has checked the address.
    pub checked: bool,
}

/// What came of it.
pub enum Admission {
    /// They are in: the session's key.
    In(Key),
    /// They aren't, and why.
    Out(Out),
}

/// Why somebody whom the provider vouches for doesn't get in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// Nobody here has the address.
    Unknown,
    /// The person can't sign in any more.
    Ended,
    /// The provider told no address.
    NoAddress,
    /// The provider hasn't checked the address, and the administrator doesn't believe it unchecked.
    Unchecked,
    /// The address is of another domain.
    Domain,
    /// Whoever has the address is somebody else to the provider.
    Another,
    /// The invitation can't be taken any more.
    Invitation,
    /// The address of the invitation belongs to somebody already.
    Taken,
}

impl Out {
    /// Its name in the chain of changes, which is the end of its message's key too.
    pub fn word(self) -> &'static str {
        match self {
            Out::Unknown => "unknown",
            Out::Ended => "ended",
            Out::NoAddress => "no-address",
            Out::Unchecked => "unchecked",
            Out::Domain => "domain",
            Out::Another => "another",
            Out::Invitation => "invitation",
            Out::Taken => "taken",
        }
    }
}

/// A person found, or the reason why there is none.
type Found = Result<Person, Out>;

impl Service {
    /// Whether the provider's name of a person is known already: then nothing else need be asked of it.
    ///
    /// # Errors
    /// The database.
    pub fn knows(&self, provider: &Provider, subject: &str) -> Result<bool, Failed> {
        Ok(self.read(|r| r.person_by_identity(provider.organisation, &provider.issuer, subject))?.is_some())
    }

    /// Lets in whom the organisation's provider vouches for, by an invitation if they hold one. Refusals are told in
    /// the chain of changes.
    ///
    /// # Errors
    /// The database.
    pub fn admit(
        &self,
        provider: &Provider,
        who: &Vouched,
        invitation: Option<&str>,
        agent: &str,
        lang: Lang,
    ) -> Result<Admission, Failed> {
        let name = who.name.clone().unwrap_or_else(|| provider.issuer.clone());
        let by = Author { person: None, name };
        let found = self.write(by.clone(), |w| {
            let found = match invitation {
                Some(key) => invited(w, provider, who, key, lang)?,
                None => known(w, provider, who)?,
            };
            if let Err(out) = found {
                self.note_out(w, provider, who, out.word())?;
            }
            Ok(found)
        })?;
        Ok(match found {
            Ok(person) => Admission::In(self.start_session_by(&person, agent, Some(&provider.issuer))?),
            Err(out) => Admission::Out(out),
        })
    }

    /// Tells in the chain that a provider's answer was refused, and why in a few words. Never a secret.
    ///
    /// # Errors
    /// The database.
    pub fn refused_answer(&self, provider: &Provider, why: &str) -> Result<(), Failed> {
        let by = Author { person: None, name: provider.issuer.clone() };
        let why: String = why.chars().take(200).collect();
        self.write(by, |w| {
            let (branch, field) = (provider.organisation, Some(provider.issuer.as_str()));
            w.note(Note { branch, what: REFUSED, person: None, field, after: Some(&why) })
        })
    }

    fn note_out(&self, w: &mut Writer<'_>, provider: &Provider, who: &Vouched, why: &str) -> Result<(), Failure> {
        let (branch, field) = (provider.organisation, Some(provider.issuer.as_str()));
        let person = w.person_by_identity(branch, &provider.issuer, &who.subject)?.map(|person| person.id);
        let after = format!("{why}: {}", who.subject);
        w.note(Note { branch, what: REFUSED, person, field, after: Some(&after) })
    }
}

/// What the chain calls a sign-in that was refused.
const REFUSED: &str = "sign-in-refused";

/// The person as the provider knows them, or, the first time, by their address.
fn known(w: &mut Writer<'_>, provider: &Provider, who: &Vouched) -> Result<Found, Failure> {
    let (organisation, issuer) = (provider.organisation, &provider.issuer);
    if let Some(person) = w.person_by_identity(organisation, issuer, &who.subject)? {
        return Ok(if person.ended.is_some() { Err(Out::Ended) } else { Ok(person) });
    }
    let Some(address) = &who.address else { return Ok(Err(Out::NoAddress)) };
    if !of_domain(provider, address) {
        return Ok(Err(Out::Domain));
    }
    if !who.checked && !provider.trusted {
        return Ok(Err(Out::Unchecked));
    }
    let person = w.person_by_email(address)?.filter(|person| person.organisation == organisation);
    let Some(person) = person else { return Ok(Err(Out::Unknown)) };
    if person.ended.is_some() {
        return Ok(Err(Out::Ended));
    }
    let linked = w.identities_of(organisation)?;
    if linked.iter().any(|identity| identity.person == person.id && identity.issuer == *issuer) {
        return Ok(Err(Out::Another));
    }
    w.link(person.id, issuer, &who.subject)?;
    Ok(Ok(person))
}

/// The person who takes an invitation: one who is here already gets its role too, anybody else becomes a person here.
fn invited(w: &mut Writer<'_>, provider: &Provider, who: &Vouched, key: &str, lang: Lang) -> Result<Found, Failure> {
    let hash = keys::hash(key);
    let open = w.invitation_by(&hash)?.filter(|i| i.used_at.is_none() && w.at() < i.expires);
    let Some(invitation) = open else { return Ok(Err(Out::Invitation)) };
    if w.branch(invitation.branch)?.organisation != provider.organisation {
        return Ok(Err(Out::Invitation));
    }
    let person = match known(w, provider, who)? {
        Ok(person) => person,
        Err(out @ (Out::Ended | Out::Another | Out::Domain)) => return Ok(Err(out)),
        Err(_) => {
            let Some(email) = invitation.email.as_ref().or(who.address.as_ref()) else {
                return Ok(Err(Out::NoAddress));
            };
            if w.person_by_email(email)?.is_some() {
                return Ok(Err(Out::Taken));
            }
            let name = who.name.clone().unwrap_or_else(|| email.clone());
            let new = NewPerson {
                organisation: provider.organisation,
                name,
                email: email.clone(),
                language: lang.tag().to_owned(),
            };
            let person = w.add_person(&new)?;
            w.link(person, &provider.issuer, &who.subject)?;
            w.person(person)?
        }
    };
    w.use_invitation(&hash)?;
    let held = w.roles_of(person.id)?.into_iter().find(|held| held.branch == invitation.branch);
    if held.is_none_or(|held| held.role < invitation.role) {
        w.give_role(person.id, invitation.branch, invitation.role)?;
    }
    // An invitation without a function leaves the one they had.
    if invitation.represents.is_some() {
        w.set_represents(person.id, invitation.branch, invitation.represents)?;
    }
    Ok(Ok(person))
}

fn of_domain(provider: &Provider, address: &str) -> bool {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase();
    provider.domains.is_empty() || provider.domains.split(' ').any(|allowed| allowed == domain)
}
