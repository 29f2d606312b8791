//! Passwords: what may be one, and how they are kept (Argon2id with the parameters that OWASP advises).

use std::collections::BTreeSet;
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

/// Words that no password may consist of: what people try first, in Norwegian and English, and what is named after this
/// program and its readers. Whatever digits and signs stand with them, and however often they stand.
const COMMON: &str = include_str!("common-words.txt");
/// Keys that lie beside each other, and the alphabet: what fingers and children say in order.
const WALKS: [&str; 9] = [
    "1234567890+",
    "qwertyuiopå",
    "asdfghjkløæ",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyzæøå",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qawsedrftgyhujikolp",
    "azsxdcfvgbhnjm",
];

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

/// Whether a password may be used; `known` is what others know of the person: name and address. No rules on kinds of
/// characters: length is what counts, and that it isn't among those that are tried first.
///
/// # Errors
/// Why not.
pub fn accept(password: &str, known: &[&str]) -> Result<(), Weak> {
    match password.chars().count() {
        n if n < SHORTEST => Err(Weak::Short),
        n if n > LONGEST => Err(Weak::Long),
        _ if common(password, known) => Err(Weak::Common),
        _ => Ok(()),
    }
}

/// Whether little is left of it without words that are tried first, what is known of the person, and walks over the keys.
fn common(password: &str, known: &[&str]) -> bool {
    let lower = password.to_lowercase();
    let different: BTreeSet<char> = lower.chars().collect();
    let pairs: Vec<(char, char)> = lower.chars().zip(lower.chars().skip(1)).collect();
    let walked = pairs.iter().filter(|(a, b)| a == b || beside(*a, *b)).count();
    if different.len() < 5 || walked * 4 >= pairs.len() * 3 {
        return true;
    }
    let known = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let known: Vec<String> = known.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect();
    let mut words: Vec<&str> = COMMON.split_whitespace().chain(known.iter().map(String::as_str)).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    // As it stands, and with figures read as the letters that people write them for.
    [lower.clone(), lower.chars().map(meant).collect()].iter().any(|text| {
        let rest = words.iter().fold(text.clone(), |rest, word| rest.replace(word, " "));
        rest.chars().filter(|c| c.is_alphabetic()).count() < 4
    })
}

/// Whether two keys lie beside each other, or two letters stand so in the alphabet.
fn beside(a: char, b: char) -> bool {
    let pair = |walk: &str| walk.chars().zip(walk.chars().skip(1)).any(|p| p == (a, b) || p == (b, a));
    WALKS.iter().any(|walk| pair(walk))
}

/// The letter that a figure or sign is often written for.
fn meant(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
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
        let accept = |password: &str| accept(password, &["Kari Nordmann", "kari.nordmann@sykehuset.no"]);
        assert_eq!(accept("kort"), Err(Weak::Short));
        assert_eq!(accept(&"a b".repeat(100)), Err(Weak::Long));
        assert_eq!(accept(&"fire grønne hester ".repeat(5)), Ok(()), "95 characters");
        for good in
            ["fire grønne hester", "Kjøp-2-brød-på-lørdag", "zvkwpqhmtrbx", "FIRE GRØNNE HESTER", "høst på vidda 7"]
        {
            assert_eq!(accept(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        let accept = |password: &str| accept(password, &["Kari Nordmann", "kari.nordmann@sykehuset.no"]);
        let walks = [
            "qwertyuiop12",
            "1q2w3e4r5t6y",
            "asdfghjkløæ1",
            "zaq12wsxcde3",
            "abcdefghijkl",
            "aaaaaaaaaaaaaa",
            "123456789012",
        ];
        let words =
            ["passord12345", "Sommer2026!!", "P@ssw0rd2026", "iloveyouforever", "fordel-sykehus", "letmein123letmein"];
        let known = ["karinordmann", "Nordmann.Kari1", "sykehusetkari"];
        for common in walks.iter().chain(&words).chain(&known) {
            assert_eq!(accept(common), Err(Weak::Common), "{common}");
        }
        // Each word with a year, as most do when a longer password is asked for: some thousands of what is tried first.
        let words: BTreeSet<&str> = COMMON.split_whitespace().collect();
        let tried = words.iter().flat_map(|word| (2015..2027).map(move |year| format!("{word}{year}{word}")));
        let long: BTreeSet<String> = tried.filter(|password| password.chars().count() >= SHORTEST).collect();
        assert!(long.len() >= 3_000, "{}", long.len());
        assert!(long.iter().all(|password| accept(password).is_err()));
    }
}
