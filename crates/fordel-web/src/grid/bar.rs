//! The grid's bar: what can be done with rows, and who is here; what must be said above the table; and the list of keys.

use fordel_text::Texts;
use maud::{Markup, html};

use super::Drawn;

/// The buttons need the script, which shows them.
pub(super) fn bar(drawn: &Drawn) -> Markup {
    let Drawn { grid, texts, .. } = drawn;
    let word = |name: &str| texts.get(&format!("grid-{name}"));
    // What everybody knows by its picture takes no more room than that.
    let pictures = |buttons: [(&str, &str, &str); 2]| {
        html! {
            @for (name, key, picture) in buttons {
                button type="button" data-do=(name) aria-keyshortcuts=(key) aria-label=(word(name)) title=(word(name)) {
                    span aria-hidden="true" { (picture) }
                }
            }
        }
    };
    html! {
        div #grid-bar .grid-bar hidden {
            @if grid.may_edit {
                div.grid-buttons {
                    (pictures([("undo", "Control+Z", "↶"), ("redo", "Control+Y", "↷")]))
                    @for (name, key, picture) in [("add", "Control++", "+"), ("remove", "Control+-", "−")] {
                        button type="button" data-do=(name) aria-keyshortcuts=(key) {
                            span aria-hidden="true" { (picture) } " " (word(name))
                        }
                    }
                }
            }
            div.grid-buttons role="group" aria-label=(texts.get("grid-widths")) {
                (pictures([("narrower", "Alt+Shift+ArrowLeft", "⇥⇤"), ("wider", "Alt+Shift+ArrowRight", "⇤⇥")]))
            }
            button type="button" data-do="about" aria-keyshortcuts="F4" aria-expanded="false" aria-controls="grid-row" {
                (texts.get("grid-beside"))
            }
            button type="button" data-do="help" aria-keyshortcuts="F1" aria-haspopup="dialog" {
                span aria-hidden="true" { "⌨" } " " (texts.get("grid-help"))
            }
            ul #grid-who .grid-who aria-label=(texts.get("grid-who")) hidden {}
        }
    }
}

/// What must be dealt with, and how one works here.
pub(super) fn notices(texts: &Texts) -> Markup {
    html! {
        div #grid-notice .grid-notice role="alert" hidden {}
        p #grid-how .grid-hidden hidden { (texts.get("grid-how")) }
    }
}

const KEYS: &[(&str, &[&str])] = &[
    ("move", &["arrows", "enter", "tab", "home", "page", "all", "fault", "width", "about", "out"]),
    ("write", &["type", "edit", "escape", "list", "delete", "fill", "clip", "undo", "save"]),
    ("rows", &["add", "remove"]),
];

/// The dialog that tells the keys.
pub(super) fn keys(texts: &Texts) -> Markup {
    let does = |key: &str| texts.attribute(&format!("grid-keys-{key}"), "does", &[]).unwrap_or_default();
    html! {
        dialog #grid-keys .grid-keys aria-labelledby="grid-keys-title" {
            h2 #grid-keys-title tabindex="-1" autofocus { (texts.get("grid-keys")) }
            @for (heading, keys) in KEYS {
                h3 { (texts.get(&format!("grid-keys-{heading}"))) }
                dl { @for key in *keys {
                    div { dt { (texts.get(&format!("grid-keys-{key}"))) } dd { (does(key)) } }
                } }
            }
            form method="dialog" { button { (texts.get("grid-keys-close")) } }
        }
    }
}
