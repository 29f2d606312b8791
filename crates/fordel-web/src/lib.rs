//! Fordel in the browser: pages, what they answer, and the server that carries them.

pub mod grid;
pub mod server;
pub mod shell;
