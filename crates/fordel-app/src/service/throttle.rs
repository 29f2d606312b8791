//! How often one may try to sign in: guessing must be hopeless, and nobody may lock another out.
//!
//! Failures are counted for each account, apart for browsers that have signed in to it before: whoever guesses from
//! elsewhere slows down only others who come from elsewhere.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use fordel_store::Moment;

/// Failures that cost nothing.
const FREE: u32 = 5;
/// Milliseconds to wait after the first failure that costs; it doubles with each.
const FIRST_WAIT: i64 = 1_000;
/// Longest wait: with it, about a hundred guesses an hour are the most that anybody gets.
const LONGEST_WAIT: i64 = 36_000;
/// Failures are forgotten after an hour without one.
const FORGOTTEN: i64 = 3_600_000;
/// Accounts that are remembered.
const MOST: usize = 10_000;

/// The count for one account from known or unknown browsers.
#[derive(Clone, Copy)]
struct Failures {
    count: u32,
    last: Moment,
}

/// Remembers failures.
#[derive(Default)]
pub struct Throttle(Mutex<BTreeMap<(String, bool), Failures>>);

impl Throttle {
    /// Milliseconds to wait before this account may be tried again from there; 0: now.
    pub fn wait(&self, account: &str, known_browser: bool, now: Moment) -> i64 {
        let failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(failed) = failures.get(&key(account, known_browser)) else { return 0 };
        if failed.count < FREE {
            return 0;
        }
        let wait = FIRST_WAIT
            .checked_shl(failed.count - FREE)
            .map_or(LONGEST_WAIT, |wait| wait.clamp(FIRST_WAIT, LONGEST_WAIT));
        (failed.last.0 + wait - now.0).clamp(0, LONGEST_WAIT)
    }

    /// Somebody failed.
    pub fn failed(&self, account: &str, known_browser: bool, now: Moment) {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() >= MOST {
            failures.retain(|_, failed| now.0 - failed.last.0 < FORGOTTEN);
            while failures.len() >= MOST {
                let oldest = failures.iter().min_by_key(|(_, failed)| failed.last).map(|(key, _)| key.clone());
                oldest.and_then(|key| failures.remove(&key));
            }
        }
        let failed = failures.entry(key(account, known_browser)).or_insert(Failures { count: 0, last: now });
        if now.0 - failed.last.0 > FORGOTTEN {
            failed.count = 0;
        }
        failed.count = failed.count.saturating_add(1).min(FREE + 20);
        failed.last = now;
    }

    /// The right person came in.
    pub fn succeeded(&self, account: &str, known_browser: bool) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&key(account, known_browser));
    }
}

fn key(account: &str, known_browser: bool) -> (String, bool) {
    (account.trim().to_lowercase(), known_browser)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_guesses_get_about_a_hundred_tries_an_hour() {
        let throttle = Throttle::default();
        let hour = 3_600_000;
        let mut tried = 0;
        for at in (0..hour).step_by((hour / 10_000) as usize) {
            let now = Moment(at);
            if throttle.wait("Leder@Sykehus.no ", false, now) == 0 {
                tried += 1;
                throttle.failed("leder@sykehus.no", false, now);
            }
        }
        assert!((50..=110).contains(&tried), "{tried}");
        assert_eq!(throttle.wait("leder@sykehus.no", true, Moment(hour)), 0, "a known browser comes in");
        assert_eq!(throttle.wait("andre@sykehus.no", false, Moment(hour)), 0, "others too");
        throttle.succeeded("leder@sykehus.no", false);
        assert_eq!(throttle.wait("leder@sykehus.no", false, Moment(hour)), 0);
    }

    #[test]
    fn memory_is_bounded() {
        let throttle = Throttle::default();
        for at in 0..20_000_i64 {
            throttle.failed(&format!("x{at}"), false, Moment(at));
        }
        assert!(throttle.0.lock().expect("whole").len() <= MOST);
    }
}
