//! Who wrote what a form holds: the address it is sent to says so, and it isn't sent as anybody else who hasn't said that it is
//! theirs.

use axum::http::Uri;
use maud::{Markup, PreEscaped};

/// The part of an address's query that says who wrote what is sent there, by the number that history knows them by. The
/// grid's script sends it too.
const WRITER: &str = "skrevet_av";
/// How the address of a form, or of a button of its own, begins that changes something in a unit. Whatever people write has its
/// quotation marks escaped.
const FORMS: [&str; 2] = [" method=\"post\" action=\"/u/", " formmethod=\"post\" formaction=\"/u/"];

/// Who wrote what is sent to an address, where the address says it.
pub(crate) fn writer_of(address: &Uri) -> Option<i64> {
    let mut pairs = address.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| *name == WRITER)?.1.parse().ok()
}

/// An address that says who wrote what is sent there, whatever it said before.
pub(crate) fn written_by(address: &str, writer: i64) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let said = format!("{WRITER}={writer}");
    let others = query.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(WRITER));
    let query: Vec<&str> = others.chain([said.as_str()]).collect();
    format!("{path}?{}", query.join("&"))
}

/// A page's content whose forms tell who it was drawn for: what they leave unsent isn't sent as somebody who signs in after them.
pub(super) fn bound(content: Markup, person: i64) -> Markup {
    PreEscaped(FORMS.iter().fold(content.into_string(), |content, form| {
        let mut parts = content.split(form);
        let mut bound = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (address, rest) = part.split_at(part.find('"').unwrap_or(part.len()));
            let address = written_by(address, person);
            bound.extend([form, address.as_str(), rest]);
        }
        bound
    }))
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn an_address_tells_one_writer_beside_all_else_that_it_tells() {
        assert_eq!(written_by("/u/1/objections", 3), "/u/1/objections?skrevet_av=3");
        assert_eq!(written_by("/u/1/p/2/move?dag=2&skrevet_av=3&x", 4), "/u/1/p/2/move?dag=2&x&skrevet_av=4");
        let of = |address: &'static str| writer_of(&Uri::from_static(address));
        assert_eq!((of("/u/1?a=1&skrevet_av=4"), of("/u/1?skrevet_av=x"), of("/u/1")), (Some(4), None, None));
    }

    #[test]
    fn forms_of_units_are_bound_and_nothing_that_somebody_wrote() {
        let written = " method=\"post\" action=\"/u/1\"";
        let content = html! {
            form id="a" method="post" action="/u/1/heads?a=b&dag=1" class="stack" { input value=(written); (written) }
            form method="get" action="/u/1/library" { button formmethod="post" formaction="/u/1/library" {} }
            form method="post" action="/leave" {}
        };
        let bound = bound(content, 7).into_string();
        let form = r#"<form id="a" method="post" action="/u/1/heads?a=b&amp;dag=1&skrevet_av=7" class="stack">"#;
        assert!(bound.starts_with(form), "{bound}");
        assert!(bound.contains(r#"<button formmethod="post" formaction="/u/1/library?skrevet_av=7">"#), "{bound}");
        assert_eq!(bound.matches("skrevet_av").count(), 2, "{bound}");
    }
}
