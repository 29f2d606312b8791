//! Secret keys: sessions, invitations, tokens for programs. A key is shown once; its hash alone is kept.

use sha2::{Digest, Sha256};

use super::Failed;

/// A secret of 256 random bits, as it is handed out.
#[derive(Clone)]
pub struct Key(String);

impl Key {
    /// A new one from the system's source of chance.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn new() -> Result<Key, Failed> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|why| Failed::Internal(why.to_string()))?;
        Ok(Key(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// As it is handed out: 64 hexadecimal digits.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        hash(&self.0)
    }
}

/// What is kept of a key that somebody shows.
pub fn hash(shown: &str) -> [u8; 32] {
    Sha256::digest(shown.as_bytes()).into()
}

/// A name made from a key that tells nothing of it: for what must be the same whenever the key is shown.
pub fn short(shown: &str) -> String {
    hash(shown)[..12].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_differ_and_their_hash_is_that_of_what_is_shown() {
        let keys: Vec<Key> = (0..100).map(|_| Key::new().expect("chance")).collect();
        let shown: std::collections::BTreeSet<&str> = keys.iter().map(Key::reveal).collect();
        assert_eq!(shown.len(), 100);
        assert!(shown.iter().all(|key| key.len() == 64));
        assert!(keys.iter().all(|key| hash(key.reveal()) == key.hash()));
    }
}
