//! The program `fordel`: reads the command line, asks the use cases, and speaks to the terminal.
//!
//! Nothing is decided here about wards or plans; this crate alone reads the environment and prints.

mod commands;
mod exit;
mod interrupt;
mod language;
mod misuse;
mod progress;
mod summary;
mod table;
mod terminal;
mod today;
mod values;

use std::process::ExitCode;

use fordel_text::Texts;

use terminal::Terminal;

/// Rows and pages are made of many small texts: a third of the time of reading a large workbook would be spent on finding
/// room for them.
#[global_allocator]
static ROOM: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let texts = Texts::new(language::choose(&args, |name| std::env::var(name).ok()));
    let terminal = Terminal::new();
    let exit = commands::run(args, &texts, &terminal);
    terminal.finish(exit, &texts).into()
}
