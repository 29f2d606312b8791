//! Who asks: the person whose session a browser holds, or whose token a program shows.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::{AUTHORIZATION, COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::SignedIn;
use fordel_text::Lang;

use crate::app::App;
use crate::server::anothers;
use crate::server::watch::About;
use crate::shell;

/// The cookie that holds a session's key, where the site is reached by https and where it isn't.
const SESSION: [&str; 2] = ["__Host-fordel", "fordel"];
/// The cookie by which a browser is known to an account, likewise.
const KNOWN: [&str; 2] = ["__Host-fordel-known", "fordel-known"];

/// Accounts by which a browser is known.
const MARKS: usize = 10;

/// Somebody who is signed in; everybody else is led to the page where one signs in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who.
    pub who: SignedIn,
    /// The language of what they read now.
    pub lang: Lang,
}

/// A cookie's value.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|all| all.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|p| p.1)
}

/// The session's key that a browser holds.
pub fn session_key(headers: &HeaderMap) -> Option<&str> {
    SESSION.iter().find_map(|name| cookie(headers, name))
}

/// What makes a browser hold a session's key, or forget it (no key).
pub fn session_cookie(key: Option<&str>, https: bool) -> String {
    let (name, secure) = if https { (SESSION[0], "; Secure") } else { (SESSION[1], "") };
    match key {
        Some(key) => format!("{name}={key}; Path=/; HttpOnly; SameSite=Lax{secure}"),
        None => format!("{name}=; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age=0"),
    }
}

/// The marks of accounts that were signed in to from this browser.
pub fn marks(headers: &HeaderMap) -> Vec<String> {
    let held = KNOWN.iter().find_map(|name| cookie(headers, name));
    held.into_iter().flat_map(|all| all.split('-')).take(MARKS).map(str::to_owned).collect()
}

/// What makes a browser hold a mark beside those that it holds already, for a year.
pub fn known_cookie(mark: &str, held: &[String], https: bool) -> String {
    let others = held.iter().map(String::as_str).filter(|other| *other != mark).take(MARKS - 1);
    let kept = [mark].into_iter().chain(others).collect::<Vec<_>>().join("-");
    let (name, secure) = if https { (KNOWN[0], "; Secure") } else { (KNOWN[1], "") };
    format!("{name}={kept}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}")
}

/// What the browser calls itself.
pub fn agent(headers: &HeaderMap) -> String {
    headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default().to_owned()
}

impl OptionalFromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Visitor>, Response> {
        let program = bearer(&parts.headers).filter(|_| parts.uri.path().starts_with("/api/")).map(str::to_owned);
        let key = session_key(&parts.headers).map(str::to_owned);
        let (who, person) = app
            .run(move |service| {
                let who = match (&program, &key) {
                    (Some(token), _) => service.by_token(token)?,
                    (None, Some(key)) => service.signed_in(key)?,
                    (None, None) => None,
                };
                let person = match (&who, &program, &key) {
                    (Some(who), ..) => Some(who.person),
                    (None, None, Some(key)) => service.whose(key)?,
                    _ => None,
                };
                Ok((who, person))
            })
            .await
            .map_err(IntoResponse::into_response)?;
        if let (Some(person), Some(about)) = (person, parts.extensions.get::<About>()) {
            about.tell(person.0);
        }
        Ok(who.map(|who| Visitor { lang: shell::chosen_language(&parts.headers).unwrap_or(who.lang), who }))
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visitor, Response> {
        let visitor = <Visitor as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await?;
        let by_script = parts.headers.contains_key("x-fordel") || parts.uri.path().starts_with("/api/");
        let unauthorized = || StatusCode::UNAUTHORIZED.into_response();
        if let (Some(visitor), Some(writer)) = (&visitor, shell::writer_of(&parts.uri))
            && parts.method != Method::GET
            && visitor.who.person.0 != writer
        {
            // A script keeps what it has until whoever wrote it is signed in again.
            return Err(if by_script { unauthorized() } else { anothers() });
        }
        visitor.ok_or_else(|| {
            if by_script || parts.method != Method::GET {
                return unauthorized();
            }
            let back = parts.uri.path_and_query().map_or("/", |path| path.as_str());
            Redirect::to(&format!("/enter?back={}", shell::escaped(back))).into_response()
        })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_https_no_cookie_leaves_it_or_this_host_or_is_read_by_a_script() {
        let cookies =
            |https| [session_cookie(Some("k"), https), session_cookie(None, https), known_cookie("m", &[], https)];
        for cookie in cookies(true) {
            assert!(cookie.starts_with("__Host-") && !cookie.contains("Domain"), "{cookie}");
            let parts: Vec<&str> = cookie.split("; ").collect();
            assert!(
                ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"].iter().all(|part| parts.contains(part)),
                "{cookie}"
            );
        }
        assert!(cookies(false).iter().all(|cookie| !cookie.contains("Secure") && cookie.contains("HttpOnly")));
    }

    #[test]
    fn a_browser_is_known_by_its_last_accounts() {
        let held: Vec<String> = (0..12).map(|at| format!("m{at}")).collect();
        let cookie = known_cookie("m3", &held, true);
        let headers = [(COOKIE, cookie.split(';').next().expect("a pair").parse().expect("a value"))];
        let marks = marks(&headers.into_iter().collect());
        assert_eq!((marks.len(), marks[0].as_str(), marks[1].as_str()), (MARKS, "m3", "m0"));
        assert_eq!(marks.iter().filter(|mark| *mark == "m3").count(), 1);
    }
}
