//! The layers that every answer of the site passes.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use super::clock::Clock;
use super::watch::{Watch, seen};
use super::wrong::{Report, foreign, panicked, told};
use super::{Limits, body, headers, origin, typed};
use crate::shell;

/// What the layers must know of the site.
#[derive(Clone)]
pub struct Site {
    /// Whether people reach the site by https; then browsers are told to use nothing else.
    pub https: bool,
    /// The address by which people know the site (`https://fordel.example.no`), where a proxy stands before it.
    pub origin: Option<String>,
    /// How large and slow requests may be.
    pub limits: Limits,
    /// The clock that handlers are told the time by.
    pub clock: Clock,
    /// Who is told of the program's mistakes.
    pub report: Report,
    /// Who is told of sign-ins and refusals.
    pub watch: Watch,
}

impl Default for Site {
    /// A site on the machine itself, with the machine's clock, whose incidents and refusals are told to nobody.
    fn default() -> Site {
        let (report, watch): (Report, Watch) = (Arc::new(|_| ()), Arc::new(|_| ()));
        Site { https: false, origin: None, limits: Limits::default(), clock: Clock::of_the_machine(), report, watch }
    }
}

/// The routes with the program's files beside them, and with every layer around them. What is served and what tests ask is made by this alone.
pub fn site(routes: Router, site: Site) -> Router {
    let origin: Arc<Option<String>> = Arc::new(site.origin);
    routes
        .merge(shell::files(site.https))
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(typed::kept))
        .layer(from_fn_with_state(Arc::new(site.limits), body::watched))
        .layer(from_fn_with_state(origin, own_pages_alone))
        .layer(from_fn_with_state(site.report, told))
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .layer(from_fn_with_state(site.https, headers::set))
        .layer(from_fn_with_state(site.watch, seen))
        .layer(from_fn_with_state(site.clock, timed))
}

/// Not what is compressed already: workbooks and PDF. Streams of events and pictures are left out by the default.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/vnd.openxmlformats-officedocument"))
        .and(NotForContentType::const_new("application/pdf"))
}

/// The layer that refuses changes asked for by other sites' pages. A program that sends no key learns that.
async fn own_pages_alone(State(origin): State<Arc<Option<String>>>, request: Request, next: Next) -> Response {
    if origin::may(request.method(), request.headers(), origin.as_deref()) {
        next.run(request).await
    } else if request.uri().path().starts_with("/api/") && origin::nobodys(request.headers()) {
        StatusCode::UNAUTHORIZED.into_response()
    } else {
        foreign()
    }
}

/// The layer that reads the clock.
async fn timed(State(clock): State<Clock>, mut request: Request, next: Next) -> Response {
    let now = clock.now();
    request.extensions_mut().insert(now);
    next.run(request).await
}
