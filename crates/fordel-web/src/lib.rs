//! Fordel in the browser: pages, what they answer, and the server that carries them.

mod answer;
pub mod api;
pub mod app;
mod browser;
mod download;
mod enter;
mod front;
pub mod grid;
mod me;
mod moments;
mod people;
mod projection;
mod provider;
mod qr;
mod routes;
mod running;
pub mod server;
pub mod shell;
mod unit;
mod visitor;

pub use routes::routes;
pub use running::{Ready, Settings, Stopped, run};
