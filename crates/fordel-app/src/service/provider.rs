//! Signing in with an organisation's own accounts, as its administrators set it up: where the provider is, how it is
//! asked, who is who there. An organisation that has a provider keeps somebody who comes in without it.

use fordel_store::{BranchKind, Failure, IdentifyingClaim, Identity, Person, PersonId, Proof, Provider, Writer};

use super::access::Administers;
use super::{Failed, Service};

/// What an administrator types of a provider.
#[derive(Clone, Debug, Default)]
pub struct TypedProvider<'a> {
    /// Its address.
    pub issuer: &'a str,
    /// What Fordel is called there.
    pub client: &'a str,
    /// By what Fordel shows who it is: a word of [`Proof::word`].
    pub proof: &'a str,
    /// The secret; empty keeps the one that is there.
    pub secret: &'a str,
    /// A private key made now, taken where a key is asked for and none is there yet.
    pub new_key: &'a str,
    /// What is asked for.
    pub scopes: &'a str,
    /// What the button says.
    pub button: &'a str,
    /// By which statement a person is known the first time.
    pub claim: &'a str,
    /// Whether that statement is believed unchecked.
    pub trusted: bool,
    /// Whether local passwords stay allowed.
    pub passwords: bool,
    /// Domains that addresses must be of.
    pub domains: &'a str,
    /// Levels of assurance of which one is demanded.
    pub levels: &'a str,
}

/// What is asked for where nothing else is said.
pub const USUAL_SCOPES: &str = "openid profile email";

/// A way in with an organisation's own accounts, as anybody may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrance {
    /// What stands in its address.
    pub address: String,
    /// What its button says.
    pub button: String,
}

/// The longest text in a setting.
const LONGEST: usize = 300;
/// The longest name of a button.
const LONGEST_BUTTON: usize = 60;
/// What people copy along with the issuer's address.
const METADATA: &str = "/.well-known/openid-configuration";

impl Service {
    /// The provider of the organisation that has this in its address.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where there is no such organisation or it has no provider: which of the two isn't told.
    pub fn provider_at(&self, address: &str) -> Result<Provider, Failed> {
        let provider = self.read(|r| {
            let organisation = r.organisation_at(address)?;
            r.provider(organisation.id)
        })?;
        provider.ok_or(Failed::NotFound)
    }

    /// The way in that the page where one signs in offers: the one there is, or where there are more, the one that
    /// this browser used last. The others stand on no page: who is here is nobody else's business.
    ///
    /// # Errors
    /// The database.
    pub fn entrance_for(&self, last: Option<&str>) -> Result<Option<Entrance>, Failed> {
        self.read(|r| {
            let providers = r.providers()?;
            let offered = |provider: &Provider| {
                let address = r.entrance(provider.organisation)?;
                Ok(Entrance { address, button: provider.button.clone() })
            };
            let all = providers.iter().map(offered).collect::<Result<Vec<_>, Failure>>()?;
            let one = all.len() == 1;
            Ok(all.into_iter().find(|entrance| one || last == Some(entrance.address.as_str())))
        })
    }

    /// The way in of the organisation that an invitation leads to, and whether a password would do there too.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where the invitation can't be taken.
    pub fn entrance_of_invitation(&self, shown: &str) -> Result<(Option<Entrance>, bool), Failed> {
        let invitation = self.invitation(shown)?;
        self.read(|r| {
            let organisation = r.branch(invitation.branch)?.organisation;
            let Some(provider) = r.provider(organisation)? else { return Ok((None, true)) };
            let address = r.entrance(organisation)?;
            Ok((Some(Entrance { address, button: provider.button }), provider.passwords))
        })
    }

    /// The way out at the provider that opened a session, if one did.
    ///
    /// # Errors
    /// The database.
    pub fn entrance_used(&self, who: &super::SignedIn) -> Result<Option<String>, Failed> {
        self.read(|r| {
            let session = r.sessions_of(who.person)?.into_iter().find(|session| Some(session.id) == who.session);
            let Some(issuer) = session.and_then(|session| session.issuer) else { return Ok(None) };
            let provider = r.provider(who.organisation)?.filter(|provider| provider.issuer == issuer);
            provider.map(|provider| r.entrance(provider.organisation)).transpose()
        })
    }
}

impl Administers<'_> {
    /// The provider is the whole organisation's, and so are those who set it up.
    fn whole(&self) -> Result<(), Failed> {
        if self.branch.kind == BranchKind::Organisation { Ok(()) } else { Err(Failed::NotFound) }
    }

    /// The organisation's provider, if it has one.
    ///
    /// # Errors
    /// A branch that isn't an organisation.
    pub fn provider(&self) -> Result<Option<Provider>, Failed> {
        self.whole()?;
        self.service.read(|r| r.provider(self.branch.id))
    }

    /// What stands in the organisation's own address for signing in.
    ///
    /// # Errors
    /// A branch that isn't an organisation.
    pub fn entrance(&self) -> Result<String, Failed> {
        self.whole()?;
        self.service.read(|r| r.entrance(self.branch.id))
    }

    /// The organisation's people whom a provider knows.
    ///
    /// # Errors
    /// A branch that isn't an organisation.
    pub fn linked(&self) -> Result<Vec<(Person, Identity)>, Failed> {
        self.whole()?;
        self.service.read(|r| {
            let known = r.identities_of(self.branch.id)?;
            known.into_iter().map(|identity| Ok((r.person(identity.person)?, identity))).collect()
        })
    }

    /// Sets the organisation's provider.
    ///
    /// # Errors
    /// Each field that can't be used. Nobody may be locked out: somebody who administers the whole organisation keeps
    /// a password, and passwords are taken from others only once somebody has come in by the provider.
    pub fn set_provider(&self, typed: &TypedProvider) -> Result<(), Failed> {
        let old = self.provider()?;
        let provider = self.read_typed(typed, old.as_ref())?;
        let issuer = provider.issuer.clone();
        let (local, known) =
            self.service.read(|r| Ok((r.local_administrators(self.branch.id)?, r.identities_of(self.branch.id)?)))?;
        if local.is_empty() {
            return Err(Failed::Invalid(vec![("passwords", "signin-needs-local")]));
        }
        if !provider.passwords && !known.iter().any(|identity| identity.issuer == issuer) {
            return Err(Failed::Invalid(vec![("passwords", "signin-nobody-yet")]));
        }
        self.service.write(self.who.author(), |w| w.set_provider(&provider))
    }

    fn read_typed(&self, typed: &TypedProvider, old: Option<&Provider>) -> Result<Provider, Failed> {
        let mut wrong = Vec::new();
        let mut line = |name: &'static str, text: &str, key: &'static str| {
            let text: String = text.trim().chars().take(LONGEST).collect();
            if text.is_empty() || text.chars().any(char::is_control) {
                wrong.push((name, key));
            }
            text
        };
        let issuer = line("issuer", typed.issuer, "signin-issuer-empty");
        let client = line("client", typed.client, "signin-client-empty");
        let button = line("button", typed.button, "signin-button-empty").chars().take(LONGEST_BUTTON).collect();
        let issuer = issuer.strip_suffix(METADATA).unwrap_or(&issuer).to_owned();
        if !issuer.is_empty() && !may_be_issuer(&issuer) {
            wrong.push(("issuer", "signin-issuer-wrong"));
        }
        let typed_secret = typed.secret.trim();
        // A secret goes to the one it was made for: at another address it is typed anew.
        let same = old.filter(|old| old.issuer == issuer && old.client == client);
        let kept = same.map(|old| &old.proof).filter(|kept| kept.word() == typed.proof).cloned();
        let proof = match typed.proof {
            "none" => Some(Proof::Nothing),
            "key" => kept.or_else(|| Some(Proof::Key { used: typed.new_key.to_owned(), next: None })),
            "secret" if !typed_secret.is_empty() => Some(Proof::Secret(typed_secret.to_owned())),
            _ => kept,
        };
        if proof.is_none() {
            wrong.push(("secret", "signin-secret-empty"));
        }
        let claim = IdentifyingClaim::from_word(typed.claim);
        if claim.is_none() {
            wrong.push(("claim", "signin-claim-wrong"));
        }
        let mut scopes = words(typed.scopes);
        if scopes.is_empty() {
            scopes = words(USUAL_SCOPES);
        }
        if !scopes.iter().any(|scope| scope == "openid") {
            scopes.insert(0, "openid".to_owned());
        }
        let domains: Vec<String> =
            words(typed.domains).iter().map(|domain| domain.trim_start_matches('@').to_lowercase()).collect();
        if domains.iter().any(|domain| !domain.contains('.') || domain.contains('@')) {
            wrong.push(("domains", "signin-domains-wrong"));
        }
        match claim.zip(proof) {
            Some((claim, proof)) if wrong.is_empty() => Ok(Provider {
                organisation: self.branch.id,
                issuer,
                client,
                proof,
                scopes: scopes.join(" "),
                button,
                claim,
                trusted: typed.trusted,
                passwords: typed.passwords,
                domains: domains.join(" "),
                levels: words(typed.levels).join(" "),
            }),
            _ => Err(Failed::Invalid(wrong)),
        }
    }

    /// Lays a key ready that follows the one in use, in place of one that lay ready before.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where Fordel shows who it is by something else.
    pub fn lay_key_ready(&self, new: String) -> Result<(), Failed> {
        self.change_key(|used, _| Some(Proof::Key { used, next: Some(new) }))
    }

    /// From now on the key that lies ready is the one in use.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where none lies ready.
    pub fn take_key(&self) -> Result<(), Failed> {
        self.change_key(|_, next| next.map(|used| Proof::Key { used, next: None }))
    }

    fn change_key(&self, change: impl FnOnce(String, Option<String>) -> Option<Proof>) -> Result<(), Failed> {
        let old = self.provider()?.ok_or(Failed::NotFound)?;
        let Proof::Key { used, next } = old.proof.clone() else { return Err(Failed::NotFound) };
        let proof = change(used, next).ok_or(Failed::NotFound)?;
        self.service.write(self.who.author(), |w| w.set_provider(&Provider { proof, ..old }))
    }

    /// Takes the organisation's provider away: nobody comes in by it any more, and nobody is known by it.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where there is none.
    pub fn remove_provider(&self) -> Result<(), Failed> {
        self.whole()?;
        self.service.write(self.who.author(), |w| w.remove_provider(self.branch.id))
    }

    /// Forgets who a person is to the provider; sessions that it opened end.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where the provider doesn't know them.
    pub fn unlink(&self, person: PersonId) -> Result<(), Failed> {
        self.whole()?;
        self.service.write(self.who.author(), |w| w.unlink(self.branch.id, person))
    }

    /// Does something to people, unless it would leave an organisation that has a provider without anybody who comes
    /// in without it and administers the whole.
    pub(super) fn keeping_a_way_in(
        &self,
        act: impl FnOnce(&mut Writer<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failed> {
        let organisation = self.branch.organisation;
        let done = self.service.write(self.who.author(), |w| {
            let before = w.local_administrators(organisation)?.len();
            act(w)?;
            let locked = w.provider(organisation)?.is_some() && w.local_administrators(organisation)?.is_empty();
            if before > 0 && locked { Err(Failure::InUse) } else { Ok(()) }
        });
        match done {
            Err(Failed::Store(Failure::InUse)) => Err(Failed::Invalid(vec![("person", "signin-last-local")])),
            other => other,
        }
    }
}

/// Whether an address may be a provider's: it is reached by https, or on this very machine.
fn may_be_issuer(issuer: &str) -> bool {
    let plain = issuer.bytes().all(|byte| byte.is_ascii_graphic()) && !issuer.contains(['?', '#', '@', '\\']);
    let host = |scheme: &str| issuer.strip_prefix(scheme).map(|rest| rest.split('/').next().unwrap_or_default());
    let here = |host: &str| {
        let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.ends_with(']') { host } else { name });
        ["127.0.0.1", "localhost", "[::1]"].contains(&name)
    };
    plain && (host("https://").is_some_and(|host| !host.is_empty()) || host("http://").is_some_and(here))
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    parts.take(20).map(|part| part.chars().filter(|c| c.is_ascii_graphic()).take(LONGEST).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_reached_by_https_or_stands_on_this_machine() {
        for good in [
            "https://login.microsoftonline.com/x/v2.0",
            "https://test.idporten.no",
            "http://127.0.0.1:5000",
            "http://[::1]:80/a",
        ] {
            assert!(may_be_issuer(good), "{good}");
        }
        for bad in [
            "http://adfs.sykehus.no",
            "http://127.0.0.1.evil.no",
            "http://localhost.no:80",
            "https://",
            "ftp://x.no",
            "https://a@b.no",
            "https://x.no/?a",
            "x",
        ] {
            assert!(!may_be_issuer(bad), "{bad}");
        }
    }

    #[test]
    fn lists_are_read_with_commas_or_spaces() {
        assert_eq!(words(" a, b\n c,,"), ["a", "b", "c"]);
    }
}
