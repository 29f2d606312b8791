//! Who may ask for a change: only a page of this very site, or a program with a key of its own.
//!
//! A browser tells by which page a request was made, in headers that pages can't set. A program that carries a key and no cookie
//! can't be a page that borrows somebody's session.

use axum::http::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Method};

/// Whether a request may be carried out: it changes nothing, or it comes from this site.
///
/// `origin` is the address by which people know the site (`https://fordel.example.no`), where that is set.
pub(super) fn may(method: &Method, headers: &HeaderMap, origin: Option<&str>) -> bool {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(method) {
        return true;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match headers.get(ORIGIN) {
        Some(_) => text(ORIGIN).is_some_and(|from| match origin {
            Some(ours) => from.eq_ignore_ascii_case(ours.trim_end_matches('/')),
            None => authority(from).zip(text(HOST)).is_some_and(|(from, host)| from.eq_ignore_ascii_case(host)),
        }),
        None => !headers.contains_key(COOKIE) && has_key(headers),
    }
}

/// Whether a request carries nothing that could tell who asks: neither a key nor a cookie.
pub(super) fn nobodys(headers: &HeaderMap) -> bool {
    !headers.contains_key(COOKIE) && !has_key(headers)
}

fn has_key(headers: &HeaderMap) -> bool {
    let sent = headers.get(AUTHORIZATION).and_then(|sent| sent.to_str().ok());
    sent.is_some_and(|key| key.get(..7).is_some_and(|k| k.eq_ignore_ascii_case("bearer ")))
}

/// The host and port of an origin.
fn authority(origin: &str) -> Option<&str> {
    origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: Method, headers: &[(&'static str, &'static str)], origin: Option<&str>) -> bool {
        let headers = headers.iter().map(|(n, v)| ((*n).parse().expect("a name"), v.parse().expect("a value")));
        may(&method, &headers.collect(), origin)
    }

    #[test]
    fn a_change_is_carried_out_only_for_a_page_of_this_site() {
        let host = ("host", "fordel.example:8080");
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let asked = |headers: &[(&'static str, &'static str)]| asked(method.clone(), headers, None);
            assert!(asked(&[host, ("sec-fetch-site", "same-origin")]));
            assert!(asked(&[host, ("sec-fetch-site", "none")]));
            assert!(asked(&[host, ("origin", "http://fordel.example:8080")]));
            assert!(!asked(&[host]), "nobody says where it comes from");
            assert!(!asked(&[host, ("cookie", "a=b")]));
            assert!(!asked(&[host, ("sec-fetch-site", "cross-site")]));
            assert!(!asked(&[host, ("sec-fetch-site", "same-site"), ("origin", "http://fordel.example:8080")]));
            assert!(!asked(&[host, ("origin", "http://other.example:8080")]));
            assert!(!asked(&[host, ("origin", "http://fordel.example")]), "another port");
            assert!(!asked(&[host, ("origin", "null")]));
            assert!(!asked(&[("origin", "http://fordel.example:8080")]), "no host to compare with");
        }
        assert!(asked(Method::GET, &[host, ("sec-fetch-site", "cross-site")], None), "reading changes nothing");
    }

    #[test]
    fn behind_a_proxy_the_origin_is_the_one_that_people_know() {
        let ours = Some("https://fordel.example/");
        let inside = ("host", "10.0.0.7:8080");
        assert!(asked(Method::POST, &[inside, ("origin", "https://fordel.example")], ours));
        assert!(!asked(Method::POST, &[inside, ("origin", "http://10.0.0.7:8080")], ours));
    }

    #[test]
    fn a_program_with_a_key_needs_no_page_but_may_carry_no_cookie() {
        assert!(asked(Method::POST, &[("authorization", "Bearer abc")], None));
        assert!(!asked(Method::POST, &[("authorization", "Bearer abc"), ("cookie", "a=b")], None));
        assert!(!asked(Method::POST, &[("authorization", "Basic abc")], None), "browsers send that by themselves");
        assert!(!asked(Method::POST, &[("authorization", "Bearer abc"), ("origin", "https://other")], None));
    }
}
