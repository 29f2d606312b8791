//! Figures: numbers with what they are compared with, and pictures with the table behind them.

use fordel_text::Texts;
use maud::{Markup, PreEscaped, html};

/// One number that matters.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The number with its unit.
    pub value: String,
    /// What it is compared with.
    pub compared: String,
}

/// The numbers that matter most, side by side.
pub fn key_figures(figures: &[KeyFigure]) -> Markup {
    html! {
        dl class="key-figures" {
            @for figure in figures { (key_figure(figure)) }
        }
    }
}

/// One number of a list of them.
fn key_figure(figure: &KeyFigure) -> Markup {
    html! {
        div {
            dt { (figure.label) }
            dd class="value" { (figure.value) }
            dd class="compared" { (figure.compared) }
        }
    }
}

/// A picture drawn by the program, with a caption, and the same as a table. `svg` must be the program's own markup; `alt` says
/// what the picture shows to those who don't see it.
pub fn picture(texts: &Texts, id: &str, caption: &str, svg: &str, alt: &str, table: Markup) -> Markup {
    html! {
        figure class="picture" id=(id) {
            figcaption { (caption) }
            div class="canvas" role="img" aria-label=(alt) { (PreEscaped(svg)) }
            details class="behind" {
                summary { (texts.get("web-show-as-table")) }
                (table)
            }
        }
    }
}
