//! Writing to the terminal, or to what stands in its place.
//!
//! A reader that goes away (`fordel validate … | head`) is no error: the answer stands in the exit code and the
//! documents. A full disk is one.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};

use fordel_text::Texts;

use crate::exit::Exit;

/// Standard output and error.
pub struct Terminal {
    failed: RefCell<Option<io::Error>>,
}

impl Terminal {
    /// The process's own.
    pub fn new() -> Terminal {
        Terminal { failed: RefCell::new(None) }
    }

    /// Writes lines of the answer.
    pub fn say(&self, text: &str) {
        if self.failed.borrow().is_some() {
            return;
        }
        let mut out = io::stdout().lock();
        let end = if text.ends_with('\n') { "" } else { "\n" };
        if let Err(error) = write!(out, "{text}{end}").and_then(|()| out.flush()) {
            *self.failed.borrow_mut() = Some(error);
        }
    }

    /// Writes lines about the answer: complaints, progress.
    pub fn note(&self, text: &str) {
        note(text);
    }

    /// The exit in the end: as given, unless what was to be told could not be written.
    pub fn finish(&self, exit: Exit, texts: &Texts) -> Exit {
        match &*self.failed.borrow() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                note(&texts.with("cli-output-failed", &[("why", error.to_string().into())]));
                if exit == Exit::Good { Exit::Misuse } else { exit }
            }
            _ => exit,
        }
    }
}

/// Writes lines to standard error; nobody listening is no error.
pub fn note(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{text}").and_then(|()| err.flush());
}

/// Writes over the current line of standard error.
pub fn note_over(text: &str) {
    let mut err = io::stderr().lock();
    let _ = write!(err, "\r{text}\x1b[K").and_then(|()| err.flush());
}

/// Whether somebody watches standard error.
pub fn is_watched() -> bool {
    io::stderr().is_terminal()
}
