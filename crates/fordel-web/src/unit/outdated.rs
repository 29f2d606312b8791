//! That the sheets have been changed since a proposal was made, as its own pages and the page that decides it say it.

use fordel_text::Texts;
use maud::{Markup, html};

use crate::shell::{Notice, notice};

/// The notice with the way to what was changed, where it was. `address`: the unit's.
pub fn notice_of(t: &Texts, address: &str, outdated: bool) -> Markup {
    if !outdated {
        return html! {};
    }
    let see = format!("{address}/history?slag=mapping");
    let said = html! { p { (t.get("proposals-outdated")) " " a href=(see) { (t.get("proposals-outdated-see")) } } };
    notice(t, Notice::Warning, said)
}
