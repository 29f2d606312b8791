//! Pages that tell that something is wrong: what happened, what is kept, what to do.

use fordel_core::complaint::Value;
use fordel_text::{Lang, Texts};
use maud::{Markup, html};

use super::frame::{Frame, page};
use super::language::texts;

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Its status.
    pub status: u16,
    /// Whether it was refused because another site's page asked.
    pub foreign: bool,
    /// The number under which those who run the program find it.
    pub number: Option<String>,
    /// Keys of sentences on what was sent: each field's fault and cure.
    pub said: Vec<&'static str>,
}

/// The three things that a person must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened.
    pub what: String,
    /// What is kept.
    pub kept: String,
    /// What to do.
    pub cure: String,
}

/// The statuses that have words of their own.
const KNOWN: [u16; 13] = [400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 503, 507];

impl Trouble {
    /// The key of its message.
    fn key(&self) -> String {
        match self.status {
            _ if self.foreign => "web-trouble-foreign".to_owned(),
            status if KNOWN.contains(&status) => format!("web-trouble-{status}"),
            status if status >= 500 => "web-trouble-500".to_owned(),
            _ => "web-trouble-400".to_owned(),
        }
    }

    /// What to tell a person.
    pub fn words(&self, lang: Lang) -> Words {
        let (texts, key) = (texts(lang), self.key());
        let part = |name| texts.attribute(&key, name, &[]).unwrap_or_default();
        Words { what: texts.get(&key), kept: part("kept"), cure: part("cure") }
    }
}

/// A page for an answer without one.
pub fn trouble_page(lang: Lang, trouble: &Trouble) -> Markup {
    let words = trouble.words(lang);
    let frame = Frame { lang, title: words.what.clone(), wrong: true, ..Frame::default() };
    let said: Vec<String> = trouble.said.iter().map(|key| texts(lang).get(key)).collect();
    page(&frame, error_page(texts(lang), &words, &said, trouble.number.as_deref()))
}

/// The content of a page that tells what happened, what is said of what was sent, what is kept, what to do, and by which
/// number it can be found.
pub fn error_page(texts: &Texts, words: &Words, said: &[String], number: Option<&str>) -> Markup {
    html! {
        div class="trouble" {
            h1 class="ds-heading" data-size="md" { (words.what) }
            @if !said.is_empty() { ul { @for one in said { li { (one) } } } }
            p { (words.kept) }
            p { (words.cure) }
            @if let Some(number) = number {
                p class="quiet" { (texts.with("web-trouble-number", &[("number", Value::Text(number.to_owned()))])) }
            }
            p { a class="ds-button" href="/" { (texts.get("web-to-front-page")) } }
        }
    }
}
