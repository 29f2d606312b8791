//! Passwords: what may be one, and how they are kept (Argon2id with the parameters that OWASP advises).

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use super::Failed;

/// Shortest password, characters (OWASP ASVS 5.0, 6.2.1 advises 15 and asks for 8).
pub const SHORTEST: usize = 12;
/// Longest password, characters.
pub const LONGEST: usize = 200;
/// Memory in KiB, passes and lanes (OWASP Password Storage Cheat Sheet).
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// Words that no password may consist of: what everybody tries first.
const COMMON: &[&str] =
    &["passord", "password", "fordel", "sykehus", "sommer", "vinter", "velkommen", "qwerty", "12345"];

/// Why a password can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Shorter than [`SHORTEST`].
    Short,
    /// Longer than [`LONGEST`].
    Long,
    /// A common word with little else, or the same few characters over and over.
    Common,
}

/// Whether a password may be used. No rules on kinds of characters: length is what counts.
///
/// # Errors
/// Why not.
pub fn accept(password: &str) -> Result<(), Weak> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let rest = COMMON.iter().fold(lower.clone(), |rest, word| rest.replace(word, ""));
    let different: std::collections::BTreeSet<char> = lower.chars().collect();
    match length {
        n if n < SHORTEST => Err(Weak::Short),
        n if n > LONGEST => Err(Weak::Long),
        _ if different.len() < 5 || rest.chars().filter(|c| c.is_alphabetic()).count() < 4 => Err(Weak::Common),
        _ => Ok(()),
    }
}

/// Hashes and compares, a few at a time: a flood of logins must not take all processors and memory.
pub struct Passwords {
    free: Mutex<usize>,
    freed: Condvar,
    /// The hash of nobody's password: checking an unknown person takes as long as a known one.
    nobody: String,
}

impl Passwords {
    /// So many at a time.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn new(at_once: usize) -> Result<Passwords, Failed> {
        let mut passwords =
            Passwords { free: Mutex::new(at_once.max(1)), freed: Condvar::new(), nobody: String::new() };
        passwords.nobody = passwords.hash("nobody has this password")?;
        Ok(passwords)
    }

    /// What is kept of a password.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn hash(&self, password: &str) -> Result<String, Failed> {
        let _turn = self.turn();
        let hash = argon2()?.hash_password(password.as_bytes()).map_err(|why| Failed::Internal(why.to_string()))?;
        Ok(hash.to_string())
    }

    /// Whether this is the password of which that is kept; nothing kept: it never is, but takes as long.
    pub fn is(&self, password: &str, kept: Option<&str>) -> bool {
        let _turn = self.turn();
        let Ok(hash) = PasswordHash::new(kept.unwrap_or(&self.nobody)) else { return false };
        let same = argon2().is_ok_and(|argon2| argon2.verify_password(password.as_bytes(), &hash).is_ok());
        same && kept.is_some()
    }

    fn turn(&self) -> Turn<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Turn(self)
    }
}

fn argon2() -> Result<Argon2<'static>, Failed> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|why| Failed::Internal(why.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

struct Turn<'p>(&'p Passwords);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_no_other() {
        let passwords = Passwords::new(2).expect("chance");
        let kept = passwords.hash("fire grønne hester").expect("chance");
        assert!(kept.starts_with("$argon2id$"));
        assert!(passwords.is("fire grønne hester", Some(&kept)));
        assert!(!passwords.is("fire grønne hester ", Some(&kept)));
        assert!(!passwords.is("nobody has this password", None));
        assert!(!passwords.is("x", Some("not a hash")));
    }

    #[test]
    fn length_counts_and_common_words_do_not() {
        assert_eq!(accept("kort"), Err(Weak::Short));
        assert_eq!(accept(&"a b".repeat(100)), Err(Weak::Long));
        for common in ["passord12345", "Sommer2026!!", "aaaaaaaaaaaaaa", "123456789012"] {
            assert_eq!(accept(common), Err(Weak::Common), "{common}");
        }
        for good in ["fire grønne hester", "Kjøp-2-brød-på-lørdag", "zvkwpqhmtrbx"] {
            assert_eq!(accept(good), Ok(()), "{good}");
        }
    }
}
