//! What one can press: buttons, links that look like them, tabs, dialogs.

use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Link;

/// How much a button asks for attention. A page has one main action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Weight {
    /// The main action of the page.
    Main,
    /// Any other.
    #[default]
    Other,
    /// One among many, in a table or a list.
    Light,
    /// One that takes something away.
    Danger,
}

impl Weight {
    fn variant(self) -> Option<&'static str> {
        match self {
            Weight::Main | Weight::Danger => None,
            Weight::Other => Some("secondary"),
            Weight::Light => Some("tertiary"),
        }
    }

    fn colour(self) -> &'static str {
        if self == Weight::Danger { "danger" } else { "accent" }
    }
}

/// A button that sends the form around it, with a name and a value where the form has several.
pub fn button(text: &str, weight: Weight, sent: Option<(&str, &str)>) -> Markup {
    let (name, value) = sent.unzip();
    html! {
        button class="ds-button" type="submit" data-variant=[weight.variant()] data-color=(weight.colour()) name=[name] value=[value] { (text) }
    }
}

/// A link that looks like a button.
pub fn link_button(link: &Link, weight: Weight) -> Markup {
    html! {
        a class="ds-button" href=(link.href) data-variant=[weight.variant()] data-color=(weight.colour()) { (link.text) }
    }
}

/// Pages that belong together, each with its own address; `here` is the one that is shown.
pub fn tabs(label: &str, links: &[Link], here: usize) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            ul { @for (i, link) in links.iter().enumerate() { li { a href=(link.href) aria-current=[(i == here).then_some("page")] { (link.text) } } } }
        }
    }
}

/// What opens a dialog. Without script it leads to `link`'s page, which shows the dialog open.
pub fn opener(dialog: &str, link: &Link, weight: Weight) -> Markup {
    html! {
        a class="ds-button" href=(link.href) data-opens=(dialog) aria-haspopup="dialog" data-variant=[weight.variant()] data-color=(weight.colour()) { (link.text) }
    }
}

/// A question that must be answered before one goes on. `back` is this page without the dialog, for those without script.
pub struct Dialog<'a> {
    /// Its identifier, which [`opener`] names.
    pub id: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// Whether it is shown at once.
    pub open: bool,
    /// The page without it.
    pub back: &'a str,
}

/// A dialog with its content; what it asks is answered by forms in it.
pub fn dialog(texts: &Texts, dialog: &Dialog, content: Markup) -> Markup {
    let head = format!("{}-head", dialog.id);
    html! {
        dialog class="ds-dialog" id=(dialog.id) aria-labelledby=(head) open[dialog.open] {
            h2 class="ds-heading" data-size="xs" id=(head) { (dialog.title) }
            (content)
            p { a class="ds-button" href=(dialog.back) data-variant="tertiary" data-closes { (texts.get("web-cancel")) } }
        }
    }
}
