//! The site map: every address, and what answers it.

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::unit::{decide, edits, events, mapping, proposals};
use crate::{enter, front};

/// All routes of the site.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        // Coming in.
        .route("/enter", get(enter::show).post(enter::enter))
        .route("/leave", post(enter::leave))
        .route("/start/{key}", get(enter::start).post(enter::found))
        .route("/invited/{key}", get(enter::invited).post(enter::accept))
        .route("/example/{key}", get(enter::example))
        // The organisation.
        .route("/", get(front::show))
        .route("/example", post(front::example))
        .route("/branches", post(front::add_branch))
        // A unit.
        .route("/u/{unit}/mapping", get(mapping::show))
        .route("/u/{unit}/edits", post(edits::edit))
        .route("/u/{unit}/undo", post(edits::undo))
        .route("/u/{unit}/redo", post(edits::redo))
        .route("/u/{unit}/complaints", get(edits::complaints))
        .route("/u/{unit}/here", post(edits::here))
        .route("/u/{unit}/events", get(events::events))
        .route("/u/{unit}/proposals", get(proposals::list).post(proposals::ask))
        .route("/u/{unit}/p/{number}", get(proposals::one))
        .route("/u/{unit}/p/{number}/progress", get(proposals::progress))
        .route("/u/{unit}/p/{number}/cancel", post(proposals::cancel))
        .route("/u/{unit}/p/{number}/copy", post(proposals::copy))
        .route("/u/{unit}/p/{number}/differences", get(decide::against))
        .route("/u/{unit}/p/{number}/decide", get(decide::show).post(decide::decide))
        .route("/u/{unit}/decisions/{version}", get(decide::decision))
        .with_state(app)
}
