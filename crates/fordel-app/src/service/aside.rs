//! Work that takes long, on threads that give way to those that answer pages.

use std::panic::resume_unwind;
use std::thread;

/// How far such a thread steps back: beside one that answers a page it gets a tenth of a core, and all of it where nobody asks.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Does the work on a thread of its own that gives way, and waits for it. Linux keeps niceness for each thread: one that it starts
/// has it too, and none can take it back without privileges. So a thread that answers pages, or one of a pool that it shares,
/// never gives way itself.
pub fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|threads| {
        // A name of its own, or it would have that of the thread which waits.
        let begun = thread::Builder::new().name("aside".to_owned()).spawn_scoped(threads, || {
            give_way();
            work()
        });
        // Whoever waits fails as if the work had been its own.
        match begun.map(thread::ScopedJoinHandle::join) {
            Ok(done) => done.unwrap_or_else(|why| resume_unwind(why)),
            Err(no_thread) => resume_unwind(Box::new(no_thread.to_string())),
        }
    })
}

/// This thread gives way from now on.
#[cfg(target_os = "linux")]
pub(super) fn give_way() {
    use rustix::process::{getpriority_process, setpriority_process};
    // A site that gives way itself isn't brought forward.
    if getpriority_process(None).is_ok_and(|niceness| niceness < NICENESS) {
        // Where the system refuses, the work is done all the same.
        let _ = setpriority_process(None, NICENESS);
    }
}

/// Elsewhere niceness is the whole program's: nobody gives way.
#[cfg(not(target_os = "linux"))]
pub(super) fn give_way() {}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::*;

    /// The niceness of the thread that asks: the nineteenth field, of which the third is the first after the name.
    fn niceness() -> i32 {
        let told = std::fs::read_to_string("/proc/thread-self/stat").expect("what the system knows of the thread");
        let (_, fields) = told.rsplit_once(')').expect("its name");
        fields.split_whitespace().nth(16).and_then(|field| field.parse().ok()).expect("its niceness")
    }

    #[test]
    fn the_work_and_all_that_it_starts_gives_way_and_whoever_waits_does_not() {
        let own = niceness();
        let started = || thread::scope(|threads| threads.spawn(niceness).join().expect("it ends"));
        assert_eq!(aside(|| (niceness(), started())), (own.max(NICENESS), own.max(NICENESS)));
        assert_eq!(aside(|| aside(niceness)), own.max(NICENESS), "no further than that");
        assert_eq!((niceness(), started()), (own, own));
    }

    #[test]
    fn a_mistake_in_the_work_is_the_mistake_of_whoever_waits() {
        let failed = std::panic::catch_unwind(|| aside(|| -> u8 { std::panic::panic_any("a mistake") }));
        assert_eq!(failed.expect_err("told").downcast_ref::<&str>(), Some(&"a mistake"));
    }
}
