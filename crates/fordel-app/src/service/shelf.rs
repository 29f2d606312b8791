//! What takes a while to read, kept ready as long as nothing it was read from has changed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many of a kind, each under its key; the first key goes where there is no room.
pub(super) struct Shelf<K, V> {
    most: usize,
    kept: Mutex<BTreeMap<K, Arc<V>>>,
}

impl<K: Ord + Clone, V> Shelf<K, V> {
    pub(super) fn new(most: usize) -> Shelf<K, V> {
        Shelf { most, kept: Mutex::default() }
    }

    fn kept(&self) -> MutexGuard<'_, BTreeMap<K, Arc<V>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept under the key if it is current, else what is made now. Nobody waits for another while it is made.
    pub(super) fn current<E>(
        &self,
        key: &K,
        is_current: impl FnOnce(&V) -> bool,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<Arc<V>, E> {
        let known = self.kept().get(key).cloned();
        if let Some(known) = known.filter(|known| is_current(known)) {
            return Ok(known);
        }
        let made = Arc::new(make()?);
        let mut kept = self.kept();
        if kept.len() >= self.most {
            kept.pop_first();
        }
        kept.insert(key.clone(), Arc::clone(&made));
        Ok(made)
    }

    /// Forgets what is gone.
    pub(super) fn forget(&self, is_gone: impl Fn(&K, &V) -> bool) {
        self.kept().retain(|key, value| !is_gone(key, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_current_is_made_once_and_there_is_room_for_so_many() {
        let shelf: Shelf<u8, u8> = Shelf::new(2);
        let ask = |key: u8, revision: u8| {
            shelf.current(&key, |kept| *kept == revision, || Ok::<u8, ()>(revision)).expect("made")
        };
        let first = ask(1, 1);
        assert!(Arc::ptr_eq(&first, &ask(1, 1)), "kept");
        assert_eq!(*ask(1, 2), 2, "made anew");
        assert_eq!(shelf.current(&3, |_| true, || Err("no")), Err("no"), "what fails isn't kept");
        ask(2, 1);
        ask(3, 1);
        assert_eq!(shelf.kept().keys().copied().collect::<Vec<_>>(), [2, 3]);
        shelf.forget(|key, _| *key == 2);
        assert_eq!(shelf.kept().keys().copied().collect::<Vec<_>>(), [3]);
    }
}
