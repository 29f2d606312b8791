//! What every answer tells the browser: that nothing may be loaded, framed, guessed or kept that the page doesn't need.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// No script or style but our own files; no other site may frame a page or be sent a form.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
     frame-ancestors 'none'";

/// The referrer stays within the site. `no-referrer` would hide the origin of a form from the site itself, which must know it to tell its own
/// forms from others'.
const FIXED: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// A mark on an answer that may be kept by the browser, as its own header says: the files of the program.
#[derive(Clone, Copy)]
pub(crate) struct Lasting;

/// The layer that sets the headers. `https` says that people reach the site by https.
pub(super) async fn set(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let lasting = answer.extensions().get::<Lasting>().is_some();
    put(answer.headers_mut(), https, lasting);
    answer
}

fn put(headers: &mut HeaderMap, https: bool, lasting: bool) {
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(STRICT_TRANSPORT_SECURITY, year);
    }
    if !lasting {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
