//! Cards for a wall: what now, with one or two of a group missing. Built once, rendered as a page and as a tagged PDF.

mod build;
mod html;

use serde::Serialize;

use crate::pdf::PdfError;

pub use build::build;

/// All cards of a ward.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cards {
    /// Title of the document.
    pub title: String,
    /// Whom it is about.
    pub unit: String,
    /// Language tag: `nb` or `en`.
    pub lang: &'static str,
    /// How to read the cards, and what they rest on.
    pub lead: String,
    /// One page for each time of the day and part of the week.
    pub pages: Vec<Page>,
}

/// A page: a time of the day in a part of the week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// Shift and days.
    pub heading: String,
    /// From when to when.
    pub time: String,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// A card: who is missing, the colour, and what to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// Who is missing.
    pub missing: String,
    /// `green`, `yellow`, `red`.
    pub light: &'static str,
    /// The colour's word.
    pub word: String,
    /// Intervals with their colour, where they differ.
    pub intervals: String,
    /// What to do: a lead in bold, and the rest.
    pub points: Vec<Point>,
}

/// What to do of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// First words.
    pub lead: String,
    /// The rest.
    pub text: String,
}

impl Cards {
    /// As one page of HTML, without a script.
    pub fn html(&self) -> String {
        html::render(self)
    }

    /// As a tagged PDF on A4.
    ///
    /// # Errors
    /// If the document breaks a demand of PDF/UA-1, or the template a rule of typst: a mistake in the program.
    pub fn pdf(&self) -> Result<Vec<u8>, PdfError> {
        crate::pdf::render_cards(self)
    }
}
