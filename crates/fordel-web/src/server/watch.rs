//! What those who run the site are told of: who signs in and who fails to, and what was refused. One event for a request,
//! without anything that a person typed, so that nobody can write in the log what they like.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::clock::Now;

/// Something that matters for security.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When: milliseconds since 1970, UTC.
    pub at: i64,
    /// What: a word that stays the same from version to version.
    pub event: &'static str,
    /// What was asked for: method and route. The route's pattern, since an address can hold a secret.
    pub asked: String,
    /// What was answered.
    pub status: u16,
    /// The other end of the connection: a proxy, where one stands before the site.
    pub from: Option<IpAddr>,
    /// Who was signed in, or had been until the session ended, or whose account was tried, by the number that history
    /// knows them by.
    pub person: Option<i64>,
}

/// Who is told of it.
pub type Watch = Arc<dyn Fn(&Seen) + Send + Sync>;

/// Whom a request is about, as far as its handler has found out.
#[derive(Clone, Default)]
pub(crate) struct About(Arc<OnceLock<i64>>);

impl About {
    /// It is about this person.
    pub(crate) fn tell(&self, person: i64) {
        // Who was found out first stays.
        let _ = self.0.set(person);
    }

    /// Whom it is about, if that was found out.
    pub(crate) fn person(&self) -> Option<i64> {
        self.0.get().copied()
    }
}

/// The layer that tells.
pub(super) async fn seen(State(watch): State<Watch>, mut request: Request, next: Next) -> Response {
    let about = About::default();
    request.extensions_mut().insert(about.clone());
    let at = request.extensions().get::<Now>().map_or(0, |now| now.0);
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let route = request.extensions().get::<MatchedPath>().map_or("", |path| path.as_str()).to_owned();
    let method = request.method().clone();
    let answer = next.run(request).await;
    let status = answer.status().as_u16();
    if let Some(event) = event(&method, &route, status) {
        let asked = format!("{method} {route}");
        watch(&Seen { at, event, asked, status, from, person: about.person() });
    }
    answer
}

/// What a request and its answer amount to; nothing where all is as usual.
fn event(method: &Method, route: &str, status: u16) -> Option<&'static str> {
    let change = *method == Method::POST;
    let link = ["/start/", "/invited/", "/example/", "/way-back/"].iter().any(|start| route.starts_with(start));
    let oneself = ["/me/password", "/me/codes"].iter().any(|start| route.starts_with(start));
    Some(match (route, status) {
        (_, 429) => "held-back",
        ("/leave", 303) => "signed-out",
        _ if route.starts_with("/enter") && change && status == 303 => "signed-in",
        ("/enter/oidc/{entrance}/answer", 303) => "signed-in-by-provider",
        _ if route.starts_with("/enter") && status >= 400 => "sign-in-failed",
        ("/way-back/{key}", 303) | ("/people/way-back/{person}", 200) if change => "credentials-changed",
        _ if link && change && status == 303 => "signed-in-by-link",
        _ if link && status >= 400 => "link-refused",
        _ if oneself && change && status < 400 => "credentials-changed",
        _ if oneself && status >= 400 => "credentials-refused",
        (_, 401) => "not-signed-in",
        (_, 403) => "refused",
        // The answer doesn't tell whether it is absent or another's; nor does this.
        (_, 404) if route.contains('{') && !route.starts_with("/static/") => "absent-or-anothers",
        (_, 400 | 405 | 408 | 413) => "malformed",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_as_usual_is_not_told_and_what_is_refused_is() {
        let (get, post) = (Method::GET, Method::POST);
        for (method, route, status) in
            [(&get, "/", 200), (&get, "/enter", 200), (&get, "/u/{unit}", 303), (&get, "", 404)]
        {
            assert_eq!(event(method, route, status), None, "{route}");
        }
        assert_eq!(event(&post, "/enter", 303), Some("signed-in"));
        assert_eq!(event(&post, "/enter", 422), Some("sign-in-failed"));
        assert_eq!(event(&get, "/enter/oidc/{entrance}", 303), None, "on the way to the provider");
        assert_eq!(event(&get, "/enter/oidc/{entrance}/answer", 303), Some("signed-in-by-provider"));
        assert_eq!(event(&get, "/enter/oidc/{entrance}/answer", 403), Some("sign-in-failed"));
        assert_eq!(event(&post, "/enter", 429), Some("held-back"));
        assert_eq!(event(&post, "/me/password", 303), Some("credentials-changed"));
        assert_eq!(event(&post, "/way-back/{key}", 303), Some("credentials-changed"));
        assert_eq!(event(&get, "/way-back/{key}", 404), Some("link-refused"));
        assert_eq!(event(&get, "/u/{unit}", 404), Some("absent-or-anothers"));
        assert_eq!(event(&post, "/u/{unit}/edits", 413), Some("malformed"));
    }
}
