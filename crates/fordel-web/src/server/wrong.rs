//! Answers that tell that something is wrong: every bare one becomes a page, or JSON for a program, in the reader's language.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Json;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ACCEPT, ALLOW, AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use fordel_text::Lang;
use http_body_util::BodyExt;
use hyper::body::Body as _;
use serde_json::json;

use super::clock::Now;
use super::unreadable::unreadable;
use crate::shell::{self, Trouble, Typed, USED_LINK};

/// A mistake in the program, or something else that those who run it must be able to find, as they are told of it.
#[derive(Clone, Debug)]
pub struct Incident {
    /// The number that the page shows.
    pub number: String,
    /// When: milliseconds since 1970, UTC.
    pub at: i64,
    /// What was asked for: method and route. The route's pattern, since an address can hold a secret.
    pub asked: String,
    /// What went wrong, in the program's words.
    pub what: String,
}

/// Who is told of incidents.
pub type Report = Arc<dyn Fn(&Incident) + Send + Sync>;

/// A mark on an answer: the program made a mistake, in these words.
#[derive(Clone)]
struct Mistake(Arc<str>);

/// The answer to a request that the program failed at: a page with a number; those who run the program learn `what` and the number.
pub fn failed(what: impl Into<String>) -> Response {
    let mut answer = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    answer.extensions_mut().insert(Mistake(what.into().into()));
    answer
}

/// A mark on an answer with a page of its own: those who run the program are told of it under the number that the page shows.
#[derive(Clone)]
pub struct Noted {
    number: String,
    at: i64,
    what: Arc<str>,
}

/// A number for a page, and the mark by which those who run the program learn `what` and the number.
pub fn noted(at: i64, what: impl Into<String>) -> (String, Noted) {
    let number = number(at);
    (number.clone(), Noted { number, at, what: what.into().into() })
}

/// A mark on an answer: the key of a message of its own, where the status alone doesn't tell what happened.
#[derive(Clone, Copy)]
struct Own(&'static str);

/// A mark on an answer: the keys of what is said of each field that can't be used.
#[derive(Clone)]
struct Said(Vec<&'static str>);

/// The answer to something sent that can't be used, with the keys of the sentences that say why.
pub fn unusable(said: Vec<&'static str>) -> Response {
    let mut answer = StatusCode::UNPROCESSABLE_ENTITY.into_response();
    answer.extensions_mut().insert(Said(said));
    answer
}

/// The answer to a change that another site's page asked for.
pub(super) fn foreign() -> Response {
    refused("web-trouble-foreign")
}

/// The answer to something that somebody else wrote than who is signed in now.
pub fn anothers() -> Response {
    refused("web-trouble-anothers")
}

fn refused(own: &'static str) -> Response {
    let mut answer = StatusCode::FORBIDDEN.into_response();
    answer.extensions_mut().insert(Own(own));
    answer
}

/// The answer to a request whose handler panicked.
pub(super) fn panicked(payload: Box<dyn Any + Send + 'static>) -> Response {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    failed(text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned()))
}

static INCIDENTS: AtomicU64 = AtomicU64::new(0);

/// A number for an incident: short, read aloud easily, never the same twice while a server runs.
fn number(at: i64) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut rest = at.unsigned_abs() / 1000 * 1024 + INCIDENTS.fetch_add(1, Ordering::Relaxed) % 1024;
    let mut number = Vec::new();
    while rest > 0 || number.is_empty() {
        number.push(char::from(DIGITS[(rest % 32) as usize]));
        rest /= 32;
        if number.len() == 4 {
            number.push('-');
        }
    }
    number.iter().rev().collect()
}

/// The routes of links that work once and for a time. One that was used, is too old or never was is answered alike: nobody learns
/// which keys were real.
const LINKS: [&str; 4] = ["/start/{key}", "/invited/{key}", "/example/{key}", "/way-back/{key}"];

/// How something was asked for, where that makes other words right for a status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By a link that works once.
    Link,
    /// By a program, with a key or without.
    Api { key: bool },
    /// Otherwise.
    Page,
}

impl Way {
    fn of(request: &Request) -> Way {
        let route = request.extensions().get::<MatchedPath>().map_or("", |path| path.as_str());
        let key = request.headers().get(AUTHORIZATION).and_then(|sent| sent.to_str().ok());
        match request.uri().path().starts_with("/api/") {
            true => Way::Api { key: key.is_some_and(|sent| sent.starts_with("Bearer ")) },
            false if LINKS.contains(&route) => Way::Link,
            false => Way::Page,
        }
    }

    /// The key of what is said of a status; nothing where the status tells enough.
    fn words_of(self, status: StatusCode) -> Option<&'static str> {
        match (self, status.as_u16()) {
            (Way::Link, 404) => Some(USED_LINK),
            (Way::Api { .. }, 404) => Some("web-trouble-api-404"),
            (Way::Api { key: true }, 401) => Some("web-trouble-key-wrong"),
            (Way::Api { key: false }, 401) => Some("web-trouble-key-none"),
            _ => None,
        }
    }
}

/// The most of another layer's words that are read.
const DETAIL: usize = 2_000;

/// The layer that turns bare answers into pages.
pub(super) async fn told(State(report): State<Report>, request: Request, next: Next) -> Response {
    let lang = shell::language_of(request.headers());
    let (for_program, way) = (for_program(&request), Way::of(&request));
    let at = request.extensions().get::<Now>().map_or(0, |now| now.0);
    let route = request.extensions().get::<MatchedPath>().map_or("", |path| path.as_str());
    let asked = format!("{} {route}", request.method());
    let head_only = request.method() == Method::HEAD;
    let answer = next.run(request).await;
    let status = answer.status();
    if let Some(Noted { number, at, what }) = answer.extensions().get::<Noted>().cloned() {
        report(&Incident { number, at, asked, what: what.to_string() });
        return answer;
    }
    if status.as_u16() < 400 || !bare(&answer) {
        return answer;
    }
    let number = status.is_server_error().then(|| number(at));
    if let Some(number) = &number {
        let mistake = answer.extensions().get::<Mistake>().map(|mistake| mistake.0.to_string());
        let what = mistake.unwrap_or_else(|| status.to_string());
        report(&Incident { number: number.clone(), at, asked, what });
    }
    let (parts, body) = answer.into_parts();
    let own = parts.extensions.get::<Own>().map(|own| own.0).or(way.words_of(status));
    let said = parts.extensions.get::<Said>().map(|said| said.0.clone()).unwrap_or_default();
    let typed = parts.extensions.get::<Typed>().cloned();
    let trouble = Trouble { status: status.as_u16(), own, number, said, typed };
    let mut told = match for_program {
        true => json(lang, &trouble, detail(body).await),
        false if head_only => StatusCode::OK.into_response(),
        false => shell::trouble_page(lang, &trouble).into_response(),
    };
    *told.status_mut() = status;
    for name in [ALLOW, RETRY_AFTER] {
        if let Some(value) = parts.headers.get(&name) {
            told.headers_mut().insert(name, value.clone());
        }
    }
    told
}

/// Whether an answer says nothing that a person could read: it is empty, or holds a library's plain words.
fn bare(answer: &Response) -> bool {
    let plain = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    plain || answer.body().size_hint().exact() == Some(0)
}

/// Whether a program asked, and not a person's browser.
fn for_program(request: &Request) -> bool {
    let accepts_page = || {
        let accept = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok());
        accept.is_some_and(|accept| accept.contains("text/html"))
    };
    request.uri().path().starts_with("/api/") || request.headers().contains_key("x-fordel") && !accepts_page()
}

/// The words of an answer's body.
async fn detail(body: Body) -> Option<String> {
    if body.size_hint().upper().is_none_or(|size| size > DETAIL as u64) {
        return None;
    }
    let words = body.collect().await.ok()?.to_bytes();
    String::from_utf8(words.to_vec()).ok().filter(|words| !words.is_empty())
}

/// What a program is told, in the asker's language: a library's own words are said in ours, or not at all.
fn json(lang: Lang, trouble: &Trouble, detail: Option<String>) -> Response {
    let (words, t) = (trouble.words(lang), shell::texts(lang));
    let said = trouble.said.iter().map(|key| json!({ "field": null, "sentence": t.get(key) }));
    let unreadable = detail.as_deref().and_then(|said| unreadable(t, said));
    let detail = unreadable.as_ref().map(|one| one.sentence.clone());
    let unreadable = unreadable.map(|one| json!({ "field": one.field, "sentence": one.sentence }));
    let wrong: Vec<_> = said.chain(unreadable).collect();
    Json(json!({
        "status": trouble.status, "what": words.what, "kept": words.kept, "do": words.cure, "number": trouble.number,
        "detail": detail, "wrong": wrong,
    }))
    .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_incidents_differ() {
        let numbers: std::collections::BTreeSet<String> = (0..1000).map(|_| number(1_790_000_000_000)).collect();
        assert_eq!(numbers.len(), 1000);
        assert!(numbers.iter().all(|number| number.len() <= 11), "{numbers:?}");
    }
}
