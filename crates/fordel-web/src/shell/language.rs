//! Which language a reader gets: the one chosen, else the one that the browser asks for, else Norwegian.

use std::sync::OnceLock;

use axum::Form;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};
use fordel_text::{Lang, Texts};
use serde::Deserialize;

/// The cookie that holds the choice, where the site is reached by https and where it isn't. It says nothing of who the
/// reader is.
const NAMES: [&str; 2] = ["__Host-language", "language"];

/// The texts of a language, loaded once.
pub fn texts(lang: Lang) -> &'static Texts {
    static NB: OnceLock<Texts> = OnceLock::new();
    static EN: OnceLock<Texts> = OnceLock::new();
    match lang {
        Lang::Nb => NB.get_or_init(|| Texts::new(Lang::Nb)),
        Lang::En => EN.get_or_init(|| Texts::new(Lang::En)),
    }
}

/// The language of a request.
pub fn language_of(headers: &HeaderMap) -> Lang {
    let wished = || headers.get(ACCEPT_LANGUAGE).and_then(|wishes| wishes.to_str().ok()).and_then(wished);
    chosen_language(headers).or_else(wished).unwrap_or_default()
}

fn chosen(cookies: &str) -> Option<Lang> {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| NAMES.contains(name)).and_then(|(_, lang)| Lang::parse(lang))
}

/// The language that the reader has chosen, if they have.
pub fn chosen_language(headers: &HeaderMap) -> Option<Lang> {
    headers.get_all(COOKIE).iter().filter_map(|cookies| cookies.to_str().ok()).find_map(chosen)
}

/// The first language of a browser's list that we have; browsers put the dearest first.
fn wished(wishes: &str) -> Option<Lang> {
    wishes.split(',').find_map(|wish| Lang::parse(wish.split(';').next().unwrap_or_default().trim()))
}

/// The form of the language switch.
#[derive(Deserialize)]
pub(super) struct Choice {
    lang: String,
    back: String,
}

/// Keeps the choice for a year and shows the page again.
pub(super) async fn choose(State(https): State<bool>, Form(choice): Form<Choice>) -> impl IntoResponse {
    let lang = Lang::parse(&choice.lang).unwrap_or_default();
    (
        StatusCode::SEE_OTHER,
        AppendHeaders([(SET_COOKIE, language_cookie(lang, https)), (LOCATION, within(&choice.back).to_owned())]),
    )
}

/// What makes a browser keep the choice.
pub fn language_cookie(lang: Lang, https: bool) -> String {
    let (name, secure) = if https { (NAMES[0], "; Secure") } else { (NAMES[1], "") };
    format!("{name}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", lang.tag())
}

/// An address within this site; the front page where it is any other.
pub fn within(address: &str) -> &str {
    let path = address.starts_with('/') && !address.starts_with("//");
    if path && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') { address } else { "/" }
}

/// A text as a value in an address's query.
pub fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(headers: &[(axum::http::HeaderName, &str)]) -> Lang {
        language_of(&headers.iter().map(|(n, v)| (n.clone(), v.parse().expect("a value"))).collect())
    }

    #[test]
    fn the_choice_wins_over_the_browser_and_norwegian_is_what_nobody_chose() {
        assert_eq!(language(&[]), Lang::Nb);
        assert_eq!(language(&[(ACCEPT_LANGUAGE, "de-DE,de;q=0.9,en-GB;q=0.5")]), Lang::En);
        assert_eq!(language(&[(ACCEPT_LANGUAGE, "nn-NO,en;q=0.5")]), Lang::Nb);
        assert_eq!(language(&[(ACCEPT_LANGUAGE, "en"), (COOKIE, "a=b; language=nb")]), Lang::Nb);
        assert_eq!(language(&[(COOKIE, language_cookie(Lang::En, true).split(';').next().expect("a pair"))]), Lang::En);
        assert_eq!(language(&[(ACCEPT_LANGUAGE, "æ,,;"), (COOKIE, "language=")]), Lang::Nb);
    }

    #[test]
    fn the_way_back_never_leaves_the_site() {
        assert_eq!(within("/u/3?q=a%20b"), "/u/3?q=a%20b");
        for elsewhere in ["https://other.example", "//other.example", "/\\other.example", "/a\r\nb", "", "u/3"] {
            assert_eq!(within(elsewhere), "/", "{elsewhere:?}");
        }
    }
}
