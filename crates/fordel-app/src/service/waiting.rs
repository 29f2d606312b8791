//! What somebody handed in and hasn't confirmed yet: in memory for a day under a random key, for that person and that unit
//! alone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fordel_store::{BranchId, Moment, PersonId};

use super::keys::{self, Key};
use super::{Contributes, Failed};

/// It waits for so long, milliseconds: whoever needs long is not hurried (WCAG 2.2.1).
const KEPT: i64 = 24 * 3_600_000;

/// Things of a kind that wait.
pub struct Waiting<T> {
    most: usize,
    heaviest: usize,
    all: Mutex<BTreeMap<[u8; 32], Waits<T>>>,
}

struct Waits<T> {
    person: PersonId,
    unit: BranchId,
    at: Moment,
    weight: usize,
    what: Arc<T>,
}

impl<T> Waiting<T> {
    /// At most so many at the same time, together at most so heavy; the oldest goes first.
    pub fn new(most: usize, heaviest: usize) -> Waiting<T> {
        Waiting { most, heaviest, all: Mutex::default() }
    }

    /// Forgets what waits under the key that was shown.
    pub(super) fn forget(&self, shown: &str) {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).remove(&keys::hash(shown));
    }
}

impl Contributes<'_> {
    /// Lets it wait among these, under a key that is told to nobody else.
    pub(super) fn let_wait<T>(&self, among: &Waiting<T>, what: T, weight: usize) -> Result<Key, Failed> {
        let (key, now) = (Key::new()?, self.service.now());
        let mut all = among.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, other| now.0 - other.at.0 < KEPT);
        let full = |all: &BTreeMap<_, Waits<T>>| {
            all.len() >= among.most || all.values().map(|i| i.weight).sum::<usize>() + weight > among.heaviest
        };
        while full(&all) {
            let Some(oldest) = all.iter().min_by_key(|(_, i)| i.at).map(|(key, _)| *key) else { break };
            all.remove(&oldest);
        }
        let what = Arc::new(what);
        all.insert(key.hash(), Waits { person: self.who.person, unit: self.unit.id, at: now, weight, what });
        Ok(key)
    }

    /// What waits under the key that was shown; [`Failed::NotFound`] where it is another's, forgotten or too old.
    pub(super) fn waits<T>(&self, among: &Waiting<T>, shown: &str) -> Result<Arc<T>, Failed> {
        let all = among.all.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.get(&keys::hash(shown)).filter(|waits| {
            waits.person == self.who.person && waits.unit == self.unit.id && self.service.now().0 - waits.at.0 < KEPT
        });
        found.map(|waits| Arc::clone(&waits.what)).ok_or(Failed::NotFound)
    }
}
