//! Pages that tell that something is wrong: what happened, what is kept, what to do.

use fordel_core::complaint::Value;
use fordel_text::{Lang, Texts};
use maud::{Markup, html};

use super::actions::{Weight, button};
use super::frame::{Frame, page};
use super::language::texts;

/// Who wrote what a form held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// Nobody knows.
    Unknown,
    /// Whoever the form's address tells.
    Known,
    /// The form was drawn for somebody else than who sent it.
    Another,
}

/// What a form held that wasn't saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Where it can be sent once more: the address tells as whose, if that is known.
    pub address: String,
    /// Its fields in their order.
    pub fields: Vec<(String, String)>,
    /// Who wrote it.
    pub by: Writer,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Its status.
    pub status: u16,
    /// The key of a message of its own, where the status alone doesn't tell what happened.
    pub own: Option<&'static str>,
    /// The number under which those who run the program find it.
    pub number: Option<String>,
    /// Keys of sentences on what was sent: each field's fault and cure.
    pub said: Vec<&'static str>,
    /// What was sent, where a person may have written it.
    pub typed: Option<Typed>,
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

/// What is said where a link that works once can't be used: whoever has an account signs in.
pub const USED_LINK: &str = "web-trouble-link";
/// The statuses that have words of their own.
const KNOWN: [u16; 13] = [400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 503, 507];
/// The statuses after which the same can be sent once more.
const PASSING: [u16; 5] = [401, 429, 500, 503, 507];

impl Trouble {
    /// The key of its message.
    fn key(&self) -> String {
        if let Some(own) = self.own {
            return own.to_owned();
        }
        match self.status {
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
    let mut words = trouble.words(lang);
    if trouble.status == 401 && trouble.typed.is_some() {
        words.cure = texts(lang).get("web-typed-enter-first");
    }
    let frame = Frame { lang, title: words.what.clone(), wrong: true, ..Frame::default() };
    let said: Vec<String> = trouble.said.iter().map(|key| texts(lang).get(key)).collect();
    let content = html! {
        (error_page(texts(lang), &words, &said, trouble.number.as_deref()))
        @if trouble.own == Some(USED_LINK) { p { a href="/enter" { (texts(lang).get("page-enter")) } } }
        @if let Some(typed) = &trouble.typed { (kept(texts(lang), trouble.status, typed)) }
    };
    page(&frame, content)
}

/// What somebody wrote, which stands nowhere else now: to be read and copied, and sent once more where that can help. Where
/// it isn't known to be theirs who sits there, they are asked before anything of it is in sight.
fn kept(texts: &Texts, status: u16, typed: &Typed) -> Markup {
    let written: Vec<&str> = typed.fields.iter().filter_map(|(name, value)| words(name, value)).collect();
    let (again, send) = match typed.by {
        Writer::Another => (true, "web-typed-as-mine"),
        _ => (PASSING.contains(&status), "web-typed-again"),
    };
    let content = html! {
        @for one in &written { blockquote class="typed" { (one) } }
        @if again {
            form method="post" action=(typed.address) {
                @for (name, value) in &typed.fields { input type="hidden" name=(name) value=(value); }
                (button(&texts.get(send), Weight::Other, None))
            }
        }
    };
    html! {
        @if again || !written.is_empty() {
            section class="trouble" aria-labelledby="typed" {
                h2 id="typed" { (texts.get("web-typed")) }
                p { (texts.get("web-typed-lead")) }
                @if status == 401 { p { a href="/enter" target="_blank" rel="noopener" { (texts.get("web-typed-enter")) } } }
                @if typed.by == Writer::Known {
                    @if again { p { (texts.get("web-typed-bound")) } }
                    (content)
                } @else {
                    details class="behind" { summary { (texts.get("web-typed-mine")) } (content) }
                }
            }
        }
    }
}

/// The fields of units' pages in which people write texts, by their names; one for a line has its key behind a dash. What is
/// hidden in a form or chosen from a list isn't among them.
const WRITTEN: [&str; 16] = [
    "answer",
    "disagreement",
    "follow_up",
    "grunn",
    "in_spite",
    "medicines",
    "minutes",
    "name",
    "nature",
    "note",
    "others",
    "qualification",
    "safety",
    "text",
    "training",
    "union",
];

/// What a person wrote in a field; nothing in others, nor where it says nothing: a number without its label.
fn words<'v>(name: &str, value: &'v str) -> Option<&'v str> {
    let name = name.split_once('-').map_or(name, |(name, _)| name);
    Some(value.trim()).filter(|value| WRITTEN.contains(&name) && value.contains(char::is_alphabetic))
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
