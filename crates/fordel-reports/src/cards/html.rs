//! Cards as one HTML file: no outside resource, no script, a page of A4 for each time of the day.

use super::{Card, Cards, Page};
use crate::xml::Xml;

const STYLE: &str = include_str!("cards.css");

/// Nothing may be loaded and nothing may run, whatever the content.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Renders the cards. The result is well-formed as XML too.
pub(super) fn render(cards: &Cards) -> String {
    let mut x = Xml::new();
    x.element("html", &[("lang", cards.lang)], |x| {
        x.element("head", &[], |x| {
            x.empty("meta", &[("charset", "utf-8")]);
            x.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            x.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            x.leaf("title", &[], &format!("{} – {}", cards.title, cards.unit));
            x.own_style(STYLE);
        });
        x.element("body", &[], |x| {
            x.element("header", &[], |x| {
                x.leaf("p", &[("class", "unit")], &cards.unit);
                x.leaf("h1", &[], &cards.title);
                x.leaf("p", &[], &cards.lead);
            });
            x.element("main", &[], |x| cards.pages.iter().for_each(|p| page(x, p)));
        });
    });
    format!("<!DOCTYPE html>\n{}\n", x.finish())
}

fn page(x: &mut Xml, page: &Page) {
    x.element("section", &[], |x| {
        x.leaf("h2", &[], &format!("{} {}", page.heading, page.time));
        page.cards.iter().for_each(|c| card(x, c));
    });
    x.newline();
}

fn card(x: &mut Xml, card: &Card) {
    x.element("article", &[("class", card.light)], |x| {
        x.element("div", &[("class", "light")], |x| {
            x.leaf("h3", &[], &card.missing);
            x.leaf("p", &[("class", "word")], &card.word);
        });
        x.element("div", &[("class", "do")], |x| {
            if !card.intervals.is_empty() {
                x.leaf("p", &[("class", "intervals")], &card.intervals);
            }
            for point in &card.points {
                x.element("p", &[], |x| {
                    x.leaf("strong", &[], &point.lead);
                    x.text(" ");
                    x.text(&point.text);
                });
            }
        });
    });
    x.newline();
}
