//! What a form of a unit's page held when it wasn't saved: handed on to the page that tells so, so that nothing typed is lost.
//! It is whoever's who wrote it: nobody else is shown it, nor is it sent as theirs, before they say that it is.

use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{self, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

use super::watch::About;
use crate::shell::{Typed, Writer, writer_of, written_by};

/// The kind of body that a page's form sends.
const FORM: &str = "application/x-www-form-urlencoded";
/// Bytes of a form that are handed on at most: whoever isn't signed in gets theirs back too, and the page is several times as
/// large.
const MOST: usize = 256 * 1024;

/// The layer that marks an answer to a form that wasn't saved with what the form held.
pub(super) async fn kept(request: Request, next: Next) -> Response {
    if !is_kept(&request) {
        return next.run(request).await;
    }
    let about = request.extensions().get::<About>().cloned().unwrap_or_default();
    let (parts, body) = request.into_parts();
    let (address, told) = (parts.uri.path_and_query().map_or("/", |at| at.as_str()).to_owned(), writer_of(&parts.uri));
    // Too large or too slow: the layer around this one says which.
    let Ok(body) = body.collect().await else { return StatusCode::BAD_REQUEST.into_response() };
    let body = body.to_bytes();
    let mut answer = next.run(Request::from_parts(parts, Body::from(body.clone()))).await;
    if answer.status().as_u16() >= 400
        && body.len() <= MOST
        && let Some(fields) = fields(body).await
    {
        let sender = about.person();
        let by = match (told, sender) {
            (None, None) => Writer::Unknown,
            (Some(told), Some(sender)) if told != sender => Writer::Another,
            _ => Writer::Known,
        };
        let address = match sender.or(told) {
            Some(writer) => written_by(&address, writer),
            None => address,
        };
        answer.extensions_mut().insert(Typed { address, fields, by });
    }
    answer
}

/// Whether a request is a form of a unit's page. Forms elsewhere may hold passwords: those are never shown again.
fn is_kept(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| kind.as_bytes().starts_with(FORM.as_bytes()));
    is_form && request.method() == Method::POST && request.uri().path().starts_with("/u/")
}

/// The form's fields in their order; nothing where it can't be read.
async fn fields(body: Bytes) -> Option<Vec<(String, String)>> {
    let form = http::Request::post("/").header(CONTENT_TYPE, FORM).body(Body::from(body)).ok()?;
    let Form(fields) = Form::<Vec<(String, String)>>::from_request(form, &()).await.ok()?;
    Some(fields)
}
