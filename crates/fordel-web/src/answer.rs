//! What the service's failures are in the browser: a status, and a page that says what to do.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use fordel_app::service::{Failed, StoreFailure};

use crate::server;

/// An answer that isn't what was asked for.
#[derive(Debug)]
pub struct Refusal(Failed);

impl From<Failed> for Refusal {
    fn from(failed: Failed) -> Refusal {
        Refusal(failed)
    }
}

impl Refusal {
    /// What the service failed at.
    pub fn failed(&self) -> &Failed {
        &self.0
    }

    /// The fields of a form that can't be used, each with the key of its sentence; else the refusal again.
    ///
    /// # Errors
    /// The refusal, where it is about something else.
    pub fn fields(self) -> Result<Vec<(&'static str, &'static str)>, Refusal> {
        match self.0 {
            Failed::Invalid(fields) => Ok(fields),
            other => Err(Refusal(other)),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            Failed::NotFound => StatusCode::NOT_FOUND,
            Failed::NotAllowed => StatusCode::FORBIDDEN,
            Failed::Invalid(fields) => return server::unusable(fields.iter().map(|(_, key)| *key).collect()),
            Failed::Faulty | Failed::Refused(_) | Failed::Failure(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failed::Stale | Failed::Store(StoreFailure::Stale | StoreFailure::Taken(_) | StoreFailure::InUse) => {
                StatusCode::CONFLICT
            }
            Failed::Store(StoreFailure::Full) => StatusCode::INSUFFICIENT_STORAGE,
            Failed::Store(StoreFailure::Busy) => StatusCode::SERVICE_UNAVAILABLE,
            Failed::Store(StoreFailure::Misplaced) => StatusCode::BAD_REQUEST,
            Failed::Store(why) => return server::failed(why.to_string()),
            Failed::Internal(why) => return server::failed(why.clone()),
        };
        status.into_response()
    }
}
