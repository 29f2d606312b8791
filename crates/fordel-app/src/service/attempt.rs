//! One attempt to sign in by a provider, from the link to the answer. All that belongs together hangs on one secret that
//! the browser holds; nothing is kept here but which attempts are spent, so that nobody can fill the memory by beginning.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use fordel_store::Moment;

use super::keys::{self, Key};
use super::{Failed, Service};

/// An attempt is good for so long, milliseconds.
pub const GOOD_FOR: i64 = 10 * 60_000;
/// Spent attempts that are remembered; each is forgotten when it would be too old anyway.
const MOST: usize = 100_000;
/// The longest way back that is remembered.
const LONGEST_BACK: usize = 500;

/// What makes attempts this program's own, and which of them are spent.
pub struct Attempts {
    key: Key,
    spent: Mutex<BTreeMap<[u8; 32], Moment>>,
}

/// An attempt that has begun.
#[derive(Clone)]
pub struct Attempt {
    secret: String,
    started: Moment,
    /// The organisation's own address.
    pub entrance: String,
    /// The invitation that is to be taken.
    pub invitation: Option<String>,
    /// Where to go afterwards.
    pub back: String,
}

impl std::fmt::Debug for Attempt {
    /// Without its secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt").field("entrance", &self.entrance).finish_non_exhaustive()
    }
}

impl Attempt {
    /// What comes back with the answer, so that it belongs to this browser and this attempt.
    pub fn state(&self) -> String {
        self.derived("state")
    }

    /// What the provider puts into its statement, so that it was made for this attempt.
    pub fn nonce(&self) -> String {
        self.derived("nonce")
    }

    /// What shows the provider that who redeems the code is who asked for it.
    pub fn verifier(&self) -> String {
        self.derived("verifier")
    }

    fn derived(&self, what: &str) -> String {
        hex(&keys::hash(&format!("{what} {}", self.secret)))
    }

    fn written(&self) -> String {
        let Attempt { secret, started, entrance, invitation, back } = self;
        let back: String = back.bytes().map(|byte| format!("{byte:02x}")).collect();
        format!("{secret}.{}.{entrance}.{}.{back}", started.0, invitation.as_deref().unwrap_or_default())
    }

    fn read(written: &str) -> Option<Attempt> {
        let parts: Vec<&str> = written.split('.').collect();
        let [secret, started, entrance, invitation, back] = parts.as_slice() else { return None };
        let bytes: Option<Vec<u8>> =
            (0..back.len() / 2).map(|i| u8::from_str_radix(back.get(2 * i..2 * i + 2)?, 16).ok()).collect();
        Some(Attempt {
            secret: (*secret).to_owned(),
            started: Moment(started.parse().ok()?),
            entrance: (*entrance).to_owned(),
            invitation: Some(*invitation).filter(|key| !key.is_empty()).map(str::to_owned),
            back: String::from_utf8(bytes?).ok()?,
        })
    }
}

impl Attempts {
    /// None yet.
    pub fn new() -> Result<Attempts, Failed> {
        Ok(Attempts { key: Key::new()?, spent: Mutex::default() })
    }

    /// The seal on what a browser holds. Hashed twice, so that nothing can be appended to what is sealed.
    fn seal(&self, written: &str) -> String {
        let inner = hex(&keys::hash(&format!("attempt {} {written}", self.key.reveal())));
        hex(&keys::hash(&inner))
    }
}

impl Service {
    /// A new attempt at this organisation's provider, and what the browser shall hold of it.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn attempt(&self, entrance: &str, invitation: Option<&str>, back: &str) -> Result<(Attempt, String), Failed> {
        let plain = |text: &&str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let attempt = Attempt {
            secret: Key::new()?.reveal().to_owned(),
            started: self.now(),
            entrance: entrance.to_owned(),
            invitation: invitation.filter(plain).map(str::to_owned),
            back: if back.len() > LONGEST_BACK { "/".to_owned() } else { back.to_owned() },
        };
        let written = attempt.written();
        let held = format!("{written}.{}", self.attempts.seal(&written));
        Ok((attempt, held))
    }

    /// The attempt that a browser holds, if the answer belongs to it: begun here, not too old, and not spent. It is
    /// spent by this.
    pub fn spend(&self, held: &str, entrance: &str, state: &str) -> Option<Attempt> {
        let (written, seal) = held.rsplit_once('.')?;
        if keys::hash(seal) != keys::hash(&self.attempts.seal(written)) {
            return None;
        }
        let now = self.now();
        let attempt = Attempt::read(written)?;
        let age = now.0 - attempt.started.0;
        let ours = attempt.entrance == entrance && keys::hash(&attempt.state()) == keys::hash(state);
        if !ours || !(0..=GOOD_FOR).contains(&age) {
            return None;
        }
        let mut spent = self.attempts.spent.lock().unwrap_or_else(PoisonError::into_inner);
        spent.retain(|_, started| now.0 - started.0 <= GOOD_FOR);
        if spent.len() >= MOST || spent.insert(keys::hash(&attempt.secret), attempt.started).is_some() {
            return None;
        }
        Some(attempt)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_holds_reads_back() {
        let attempt = Attempt {
            secret: "ab".to_owned(),
            started: Moment(7),
            entrance: "e".to_owned(),
            invitation: None,
            back: "/u/3?q=å.;".to_owned(),
        };
        let read = Attempt::read(&attempt.written()).expect("read");
        assert_eq!((read.back.as_str(), read.started, read.invitation.as_deref()), ("/u/3?q=å.;", Moment(7), None));
        assert_eq!(read.state(), attempt.state());
        let all = [attempt.state(), attempt.nonce(), attempt.verifier()];
        assert!(all.iter().all(|one| one.len() == 64) && all[0] != all[1] && all[1] != all[2]);
        for bad in ["", "a.b.c.d.e", "a.1.c.d.zz", "a.1.c.d.ff", "a.1.c.d.e.f"] {
            assert!(Attempt::read(bad).is_none(), "{bad}");
        }
    }
}
