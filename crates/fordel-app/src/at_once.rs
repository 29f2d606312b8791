//! Answers worked out several at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The answer for each, in their order, worked out on several threads.
pub(crate) fn at_once<T: Sync, A: Send>(all: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    at_once_on(std::thread::available_parallelism().map_or(1, usize::from).clamp(1, 4), all, answer)
}

fn at_once_on<T: Sync, A: Send>(threads: usize, all: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let threads = threads.min(all.len().max(1));
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, A)>> = Mutex::new(Vec::new());
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(at) else { return };
            let answered = answer(one);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, answered));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answered)| answered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Threads take what is next, in whatever order: the answers stand in theirs.
    #[test]
    fn answers_are_the_same_on_any_number_of_threads() {
        let all: Vec<u64> = (0..500).collect();
        let answer = |of: &u64| (0..(of * 7919) % 3001).fold(*of, |sum, i| sum.wrapping_mul(31).wrapping_add(i));
        let alone = at_once_on(1, &all, answer);
        for threads in [2, 3, 4, 900] {
            assert_eq!(at_once_on(threads, &all, answer), alone);
        }
        assert!(at_once_on(2, &[] as &[u64], answer).is_empty());
    }
}
