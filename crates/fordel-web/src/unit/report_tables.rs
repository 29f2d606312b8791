//! The tables of a report that a page shows, each taken out by itself: by its place in the report.

use fordel_app::service::{Failed, List};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::shell::take_out_named;

/// Which table: the first is 1.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Which {
    #[serde(rename = "nr")]
    number: usize,
}

impl Which {
    /// That table.
    ///
    /// # Errors
    /// There are fewer.
    pub fn of(self, lists: Vec<List>) -> Result<List, Failed> {
        let at = self.number.checked_sub(1).ok_or(Failed::NotFound)?;
        lists.into_iter().nth(at).ok_or(Failed::NotFound)
    }
}

/// Links to all of them, of the report at this address; `asked` is what its query asks besides (`&fra=2027`).
pub fn links(t: &Texts, lists: &[List], address: &str, asked: &str) -> Markup {
    html! {
        @if !lists.is_empty() {
            details class="behind" {
                summary { (t.get("documents-of-tables")) }
                @for (at, list) in lists.iter().enumerate() {
                    // Two tables of a report may be called the same.
                    (take_out_named(t, &format!("{}. {}:", at + 1, list.name), &format!("{address}/table"), &format!("?nr={}{asked}", at + 1)))
                }
            }
        }
    }
}
