//! How an organisation's people sign in with its own accounts: the provider of its choice, and who is who there.

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::branches::{Branch, Home};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId};
use crate::people::Person;
use crate::words::{IdentifyingClaim, Role};

/// By what this program shows a provider who it is.
#[derive(Clone, PartialEq, Eq)]
pub enum Proof {
    /// By nothing: a public client.
    Nothing,
    /// By a secret that both hold.
    Secret(String),
    /// By a key of its own, whose other half the provider knows.
    Key {
        /// The private key in use.
        used: String,
        /// The private key that follows it, once the provider knows its other half.
        next: Option<String>,
    },
}

impl Proof {
    /// The kind's name in forms and in the chain.
    pub fn word(&self) -> &'static str {
        match self {
            Proof::Nothing => "none",
            Proof::Secret(_) => "secret",
            Proof::Key { .. } => "key",
        }
    }
}

/// A provider and how it is asked. Has no serialised form, since it holds a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    /// The organisation whose people it knows.
    pub organisation: BranchId,
    /// Its address, as it names itself.
    pub issuer: String,
    /// What this program is called there.
    pub client: String,
    /// By what this program shows who it is.
    pub proof: Proof,
    /// What is asked for, with spaces between.
    pub scopes: String,
    /// What the button says.
    pub button: String,
    /// By which statement a person is known the first time.
    pub claim: IdentifyingClaim,
    /// Whether that statement is believed where the provider doesn't say that it has checked it.
    pub trusted: bool,
    /// Whether local passwords stay allowed.
    pub passwords: bool,
    /// The domains that addresses must be of, with spaces between; empty for any.
    pub domains: String,
    /// The levels of assurance of which one is demanded, with spaces between; empty for any.
    pub levels: String,
}

impl std::fmt::Debug for Provider {
    /// Without the proof.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Provider { organisation, issuer, client, .. } = self;
        f.debug_struct("Provider")
            .field("organisation", organisation)
            .field("issuer", issuer)
            .field("client", client)
            .finish_non_exhaustive()
    }
}

/// Who a person is to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The provider's own name of the person.
    pub subject: String,
    /// The person.
    pub person: PersonId,
    /// Since when.
    pub created: Moment,
}

const PROVIDER: &str = "SELECT organisation, issuer, client, secret, scopes, button, claim, trusted, passwords, domains, levels, key, next_key FROM provider";

fn read_provider(row: &Row<'_>) -> rusqlite::Result<Provider> {
    let (secret, key): (Option<String>, Option<String>) = (row.get(3)?, row.get(11)?);
    let proof = match (key, secret) {
        (Some(used), _) => Proof::Key { used, next: row.get(12)? },
        (None, Some(secret)) => Proof::Secret(secret),
        (None, None) => Proof::Nothing,
    };
    Ok(Provider {
        organisation: row.get(0)?,
        issuer: row.get(1)?,
        client: row.get(2)?,
        proof,
        scopes: row.get(4)?,
        button: row.get(5)?,
        claim: row.get(6)?,
        trusted: row.get(7)?,
        passwords: row.get(8)?,
        domains: row.get(9)?,
        levels: row.get(10)?,
    })
}

fn read_identity(row: &Row<'_>) -> rusqlite::Result<Identity> {
    Ok(Identity { issuer: row.get(0)?, subject: row.get(1)?, person: row.get(2)?, created: Moment(row.get(3)?) })
}

impl Reader<'_> {
    /// An organisation's provider, if it has one.
    pub fn provider(&self, organisation: BranchId) -> Result<Option<Provider>, Failure> {
        self.one(&format!("{PROVIDER} WHERE organisation = ?1"), [organisation], read_provider)
    }

    /// Every provider there is.
    pub fn providers(&self) -> Result<Vec<Provider>, Failure> {
        self.all(&format!("{PROVIDER} ORDER BY organisation"), [], read_provider)
    }

    /// What stands in an organisation's own address for signing in.
    pub fn entrance(&self, organisation: BranchId) -> Result<String, Failure> {
        let sql = "SELECT entrance FROM branch WHERE id = ?1 AND entrance IS NOT NULL";
        self.one(sql, [organisation], |row| row.get(0))?.ok_or(Failure::NotFound)
    }

    /// The organisation that has this in its address for signing in.
    pub fn organisation_at(&self, entrance: &str) -> Result<Branch, Failure> {
        let id = self.one("SELECT id FROM branch WHERE entrance = ?1", [entrance], |row| row.get(0))?;
        self.branch(id.ok_or(Failure::NotFound)?)
    }

    /// The person of an organisation whom a provider means; also one who has ended.
    pub fn person_by_identity(
        &self,
        organisation: BranchId,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Person>, Failure> {
        let sql = "SELECT person FROM identity WHERE organisation = ?1 AND issuer = ?2 AND subject = ?3";
        let person: Option<PersonId> = self.one(sql, (organisation, issuer, subject), |row| row.get(0))?;
        person.map(|person| self.person(person)).transpose()
    }

    /// Who an organisation's people are to providers, the newest first.
    pub fn identities_of(&self, organisation: BranchId) -> Result<Vec<Identity>, Failure> {
        let sql = "SELECT issuer, subject, person, created FROM identity WHERE organisation = ?1 ORDER BY created DESC, person";
        self.all(sql, [organisation], read_identity)
    }

    /// Those who administer the whole organisation and can sign in with a password of its own here.
    pub fn local_administrators(&self, organisation: BranchId) -> Result<Vec<PersonId>, Failure> {
        let sql = "SELECT p.id FROM person p JOIN role r ON r.person = p.id \
                   WHERE r.branch = ?1 AND r.role = ?2 AND p.ended IS NULL AND p.password IS NOT NULL ORDER BY p.id";
        self.all(sql, (organisation, Role::Administrator), |row| row.get(0))
    }
}

impl Writer<'_> {
    /// Sets an organisation's provider, in place of the one it had. Who is who at another issuer is kept: it means
    /// nothing at the new one.
    pub fn set_provider(&mut self, new: &Provider) -> Result<(), Failure> {
        let home = self.home(new.organisation)?;
        if home.organisation != new.organisation {
            return Err(Failure::Misplaced);
        }
        let old = self.provider(new.organisation)?;
        let (secret, key, next) = match &new.proof {
            Proof::Nothing => (None, None, None),
            Proof::Secret(secret) => (Some(secret), None, None),
            Proof::Key { used, next } => (None, Some(used), next.as_ref()),
        };
        self.execute(
            "INSERT OR REPLACE INTO provider (organisation, issuer, client, secret, scopes, button, claim, trusted, \
             passwords, domains, levels, key, next_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            rusqlite::params![
                new.organisation,
                new.issuer,
                new.client,
                secret,
                new.scopes,
                new.button,
                new.claim,
                new.trusted,
                new.passwords,
                new.domains,
                new.levels,
                key,
                next
            ],
        )?;
        if let Some(old) = &old
            && old.proof.word() == new.proof.word()
            && old.proof != new.proof
        {
            // Another secret or key looks the same in the chain, which tells that one is set and nothing else of it.
            let set = || Some("set".to_owned());
            self.tell_provider(home, new.proof.word(), set(), set())?;
        }
        let was = old.as_ref().map(told).unwrap_or_default();
        for (at, (field, after)) in told(new).into_iter().enumerate() {
            let before = was.get(at).and_then(|(_, text)| text.clone());
            if before != after {
                self.tell_provider(home, field, before, after)?;
            }
        }
        Ok(())
    }

    /// Takes an organisation's provider away, and who is who there with it.
    pub fn remove_provider(&mut self, organisation: BranchId) -> Result<(), Failure> {
        let old = self.provider(organisation)?.ok_or(Failure::NotFound)?;
        for identity in self.identities_of(organisation)? {
            self.unlink(organisation, identity.person)?;
        }
        self.execute("DELETE FROM provider WHERE organisation = ?1", [organisation])?;
        self.tell_provider(self.home(organisation)?, "issuer", Some(old.issuer), None)
    }

    /// From now on this is who the person is to the provider.
    pub fn link(&mut self, person: PersonId, issuer: &str, subject: &str) -> Result<(), Failure> {
        let organisation = self.person(person)?.organisation;
        self.execute(
            "INSERT INTO identity (organisation, issuer, subject, person, created) VALUES (?1, ?2, ?3, ?4, ?5)",
            (organisation, issuer, subject, person, self.at.0),
        )?;
        self.tell_person(person, What::IdentityLinked, issuer, None, Some(subject))
    }

    /// A person of the organisation is no longer known to any provider; sessions that a provider opened end.
    pub fn unlink(&mut self, organisation: BranchId, person: PersonId) -> Result<(), Failure> {
        let known = self.identities_of(organisation)?;
        let mine: Vec<Identity> = known.into_iter().filter(|identity| identity.person == person).collect();
        if mine.is_empty() {
            return Err(Failure::NotFound);
        }
        for Identity { issuer, subject, .. } in mine {
            self.execute("DELETE FROM identity WHERE person = ?1 AND issuer = ?2", (person, &issuer))?;
            self.tell_person(person, What::IdentityUnlinked, &issuer, Some(&subject), None)?;
        }
        for session in self.sessions_of(person)? {
            if session.issuer.is_some() {
                self.end_session(person, session.id)?;
            }
        }
        Ok(())
    }

    fn tell_provider(
        &mut self,
        home: Home,
        field: &str,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<(), Failure> {
        let subject = Subject::Branch(home.organisation);
        let entry = Entry::new(home, What::ProviderChanged, subject).field(field);
        self.append(entry.before(before.as_deref()).after(after.as_deref()))
    }
}

/// What the chain tells of a provider: all but the secret and the keys themselves.
fn told(provider: &Provider) -> Vec<(&'static str, Option<String>)> {
    let yes = |is: bool| Some(if is { "yes" } else { "no" }.to_owned());
    let text = |text: &str| Some(text.to_owned());
    vec![
        ("issuer", text(&provider.issuer)),
        ("client", text(&provider.client)),
        ("secret", matches!(provider.proof, Proof::Secret(_)).then(|| "set".to_owned())),
        ("scopes", text(&provider.scopes)),
        ("button", text(&provider.button)),
        ("claim", text(provider.claim.word())),
        ("trusted", yes(provider.trusted)),
        ("passwords", yes(provider.passwords)),
        ("domains", text(&provider.domains)),
        ("levels", text(&provider.levels)),
        ("key", matches!(provider.proof, Proof::Key { .. }).then(|| "set".to_owned())),
    ]
}
