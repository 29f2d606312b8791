//! What a page tells besides its subject: notices, and what to do where there is nothing yet.

use fordel_text::Texts;
use maud::{Markup, html};

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Good to know.
    Info,
    /// It went well.
    Success,
    /// Something to mind.
    Warning,
    /// Something is wrong.
    Danger,
}

impl Notice {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Notice::Info => ("info", "web-notice-info"),
            Notice::Success => ("success", "web-notice-success"),
            Notice::Warning => ("warning", "web-notice-warning"),
            Notice::Danger => ("danger", "web-notice-danger"),
        }
    }
}

/// A notice. Its kind is said in words too, for those who see neither colour nor sign.
pub fn notice(texts: &Texts, kind: Notice, content: Markup) -> Markup {
    let (colour, key) = kind.words();
    html! {
        div class="ds-alert" data-color=(colour) {
            span class="ds-sr-only" { (texts.get(key)) " " }
            (content)
        }
    }
}

/// What was done before the page was led to, told to those who hear the page too.
pub fn told_done(texts: &Texts, said: &str) -> Markup {
    html! { div role="status" { (notice(texts, Notice::Success, html! { p { (said) } })) } }
}

/// What stands where there is nothing yet: what will stand here, what to do, and the button that does it.
pub fn empty_state(what: &str, what_to_do: &str, action: Markup) -> Markup {
    html! {
        div class="empty" {
            p class="what" { (what) }
            p { (what_to_do) }
            div class="actions" { (action) }
        }
    }
}

/// A word on a thing's state. The word says it; the colour only helps to find it. `None` is the plain grey.
pub fn tag(text: &str, kind: Option<Notice>) -> Markup {
    html! { span class="ds-tag" data-color=(kind.map_or("neutral", |kind| kind.words().0)) { (text) } }
}
