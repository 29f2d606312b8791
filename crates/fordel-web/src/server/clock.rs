//! The clock: read here once for each request, and handed on.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

/// Tells the time in milliseconds since 1970, UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// The machine's clock.
    pub fn of_the_machine() -> Clock {
        Clock::new(|| match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(_) => 0,
        })
    }

    /// A clock of one's own, for tests.
    pub fn new(tell: impl Fn() -> i64 + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(tell))
    }

    /// Now.
    pub fn now(&self) -> Now {
        Now((self.0)())
    }
}

/// When a request arrived: milliseconds since 1970, UTC. Handlers take it as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now(pub i64);

impl<S: Sync> FromRequestParts<S> for Now {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Now, StatusCode> {
        parts.extensions.get::<Now>().copied().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
