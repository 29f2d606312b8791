//! How an answer that never ends by itself, a stream of events, learns that the server stops.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tokio::sync::watch;

/// Tells that the server stops. A stream of events ends when [`Closing::told`] does; the browser then asks anew.
#[derive(Clone, Default)]
pub struct Closing(Option<watch::Receiver<bool>>);

impl Closing {
    /// One that can be told by sending `true`.
    pub(super) fn new() -> (watch::Sender<bool>, Closing) {
        let (teller, told) = watch::channel(false);
        (teller, Closing(Some(told)))
    }

    /// Ends when the server stops.
    pub async fn told(mut self) {
        let told = match &mut self.0 {
            Some(closing) => closing.wait_for(|closing| *closing).await.is_ok(),
            None => false,
        };
        if !told {
            std::future::pending::<()>().await;
        }
    }
}

/// A request that came by no server (a test's own) is never told.
impl<S: Sync> FromRequestParts<S> for Closing {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Closing, Infallible> {
        Ok(parts.extensions.get::<Closing>().cloned().unwrap_or_default())
    }
}
