//! Ctrl-C: the first ends the search and keeps the best found, the second ends the program.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::terminal;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Starts to listen; `told` is written when the user has asked.
pub fn listen(told: String) {
    // Where the system gives no such signal the search simply can't be ended early.
    let _ = ctrlc::set_handler(move || {
        if ASKED.swap(true, Ordering::SeqCst) {
            // 128 + SIGINT, as shells tell it.
            std::process::exit(130);
        }
        terminal::note(&format!("\n{told}"));
    });
}

/// Whether the user has asked to end the search.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
