//! The report as one HTML file: no outside resource, no script, prints on A4, light and dark.

use crate::chart;
use crate::report::{Align, Block, Figure, Item, KeyFigure, Note, NoteKind, Report, Row, RowKind, Section, Table};
use crate::xml::Xml;

/// The look of a report's content, for a page that shows it within a frame of its own: all of it lies within `.report`.
pub const CONTENT_STYLE: &str = include_str!("content.css");

/// The whole look of the page that stands alone.
const STYLE: &str = concat!(include_str!("content.css"), include_str!("page.css"));

/// Nothing may be loaded and nothing may run, whatever the content.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Renders the report. The result is well-formed as XML too.
pub fn render(report: &Report) -> String {
    let mut x = Xml::new();
    x.element("html", &[("lang", report.lang), ("class", "report")], |x| {
        head(x, report);
        x.element("body", &[], |x| {
            x.leaf("a", &[("class", "skip"), ("href", "#main")], &report.words.skip);
            x.element("header", &[], |x| {
                x.leaf("p", &[("class", "unit")], &report.unit);
                x.leaf("h1", &[], &report.title);
                x.leaf("p", &[("class", "byline")], &report.byline);
            });
            x.newline();
            x.element("main", &[("id", "main")], |x| content(x, report, false));
        });
    });
    format!("<!DOCTYPE html>\n{}\n", x.finish())
}

/// The same for paper of size A3, lying down.
pub fn render_wide(report: &Report) -> String {
    render(report).replacen("@page { size: A4;", "@page { size: A3 landscape;", 1).replacen(
        "max-width: 58rem",
        "max-width: 96rem",
        1,
    )
}

/// The report's content by itself, to stand under the heading of another page that loads [`CONTENT_STYLE`]: markup
/// without a style or script of its own, so that the page may forbid both. Sections that are folded lie closed.
pub fn fragment(report: &Report) -> String {
    let mut x = Xml::new();
    x.element("div", &[("class", "report"), ("lang", report.lang)], |x| content(x, report, true));
    x.finish()
}

fn content(x: &mut Xml, report: &Report, folds: bool) {
    for (i, part) in report.sections.iter().enumerate() {
        if folds && part.folded {
            folded(x, part, report);
        } else {
            section(x, part, report);
        }
        if i == 0 && report.sections.len() > 2 {
            contents(x, report);
        }
    }
}

fn head(x: &mut Xml, report: &Report) {
    x.element("head", &[], |x| {
        x.empty("meta", &[("charset", "utf-8")]);
        x.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        x.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        x.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        x.leaf("title", &[], &format!("{} – {}", report.title, report.unit));
        x.own_style(STYLE);
    });
}

fn contents(x: &mut Xml, report: &Report) {
    x.element("nav", &[("aria-labelledby", "contents")], |x| {
        x.leaf("h2", &[("id", "contents")], &report.words.contents);
        x.element("ol", &[], |x| {
            for part in report.sections.iter().skip(1).filter(|s| s.level == 1) {
                x.element("li", &[], |x| x.leaf("a", &[("href", &format!("#{}", part.id))], &part.heading));
            }
        });
    });
    x.newline();
}

fn section(x: &mut Xml, part: &Section, report: &Report) {
    let class = match (part.landscape, part.level) {
        (true, _) => "landscape",
        (false, 1) => "chapter",
        _ => "part",
    };
    x.element("section", &[("id", &part.id), ("class", class)], |x| {
        heading(x, part);
        part.blocks.iter().for_each(|b| block(x, b, report));
    });
    x.newline();
}

/// The same, closed until somebody opens it or its address is followed.
fn folded(x: &mut Xml, part: &Section, report: &Report) {
    x.element("details", &[("id", &part.id), ("class", "folded")], |x| {
        x.element("summary", &[], |x| heading(x, part));
        part.blocks.iter().for_each(|b| block(x, b, report));
    });
    x.newline();
}

fn heading(x: &mut Xml, part: &Section) {
    x.leaf(if part.level == 1 { "h2" } else { "h3" }, &[], &part.heading);
}

fn block(x: &mut Xml, block: &Block, report: &Report) {
    match block {
        Block::Paragraph(item) => x.element("p", &[], |x| words(x, item)),
        Block::List { items } => x.element("ul", &[], |x| {
            for item in items {
                x.element("li", &[], |x| words(x, item));
            }
        }),
        Block::KeyFigures { figures } => key_figures(x, figures),
        Block::Table(data) => table(x, data),
        Block::Figure(data) => figure(x, data, report),
        Block::Note(data) => note(x, data),
    }
    x.newline();
}

fn words(x: &mut Xml, item: &Item) {
    if let Some(lead) = &item.lead {
        x.leaf("strong", &[], lead);
        x.text(" ");
    }
    x.text(&item.text);
}

fn key_figures(x: &mut Xml, figures: &[KeyFigure]) {
    x.element("dl", &[("class", "key")], |x| {
        for figure in figures {
            x.element("div", &[], |x| {
                x.leaf("dt", &[], &figure.label);
                x.leaf("dd", &[("class", "value")], &figure.value);
                x.leaf("dd", &[("class", "compared")], &figure.compared);
            });
        }
    });
}

fn table(x: &mut Xml, table: &Table) {
    // Wide tables scroll within their own frame, which the keyboard can reach.
    x.element(
        "div",
        &[("class", "scroll"), ("role", "group"), ("tabindex", "0"), ("aria-label", &table.caption)],
        |x| {
            x.element("table", &[("class", if table.dense { "dense" } else { "plain" })], |x| {
                // The text keeps to the window where the table is wider than it.
                x.element("caption", &[], |x| x.leaf("span", &[], &table.caption));
                x.element("thead", &[], |x| {
                    x.element("tr", &[], |x| {
                        for column in &table.columns {
                            x.leaf(
                                "th",
                                &[("scope", "col"), ("class", align(column.align, column.wide))],
                                &column.head,
                            );
                        }
                    });
                });
                x.element("tbody", &[], |x| table.rows.iter().for_each(|r| row(x, r, table)));
            });
        },
    );
    if let Some(note) = &table.note {
        x.leaf("p", &[("class", "under")], note);
    }
}

fn row(x: &mut Xml, row: &Row, table: &Table) {
    let class = match row.kind {
        RowKind::Body => "body",
        RowKind::Marked => "marked",
        RowKind::Sum => "sum",
    };
    x.element("tr", &[("class", class)], |x| {
        for (i, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let class = align(column.align, column.wide);
            if i == 0 {
                x.element("th", &[("scope", "row"), ("class", class)], |x| unbroken(x, cell));
            } else {
                x.element("td", &[("class", class)], |x| unbroken(x, cell));
            }
        }
    });
}

/// Text in which intervals and ranges of days, `07–09` and `man–fre`, stay on one line.
fn unbroken(x: &mut Xml, text: &str) {
    for word in text.split_inclusive([' ', '\n']) {
        match word.split_once('–') {
            Some((from, to)) if !from.is_empty() && !to.trim().is_empty() => {
                x.leaf("span", &[("class", "together")], word.trim_end());
                x.text(&word[word.trim_end().len()..]);
            }
            _ => x.text(word),
        }
    }
}

fn align(align: Align, wide: bool) -> &'static str {
    match (align, wide) {
        (Align::End, _) => "number",
        (Align::Start, true) => "words wide",
        (Align::Start, false) => "words",
    }
}

fn figure(x: &mut Xml, figure: &Figure, report: &Report) {
    let caption = format!("{}-caption", figure.id);
    x.element("figure", &[("id", &figure.id), ("aria-labelledby", &caption)], |x| {
        x.leaf("figcaption", &[("id", &caption)], &figure.caption);
        x.element("div", &[("class", "panels")], |x| {
            for (i, panel) in figure.panels.iter().enumerate() {
                // A wide picture scrolls within its frame on a narrow screen, also by keyboard.
                let wide =
                    [("class", "panel wide"), ("role", "group"), ("tabindex", "0"), ("aria-label", &*panel.title)];
                let attributes = if panel.chart.is_wide() { &wide[..] } else { &[("class", "panel")] };
                x.element("div", attributes, |x| {
                    if figure.panels.len() > 1 {
                        x.leaf("p", &[("class", "panel-title"), ("aria-hidden", "true")], &panel.title);
                    }
                    x.append(&chart::draw(panel, &format!("{}-{i}", figure.id)));
                });
            }
        });
        x.element("details", &[], |x| {
            x.leaf("summary", &[], &report.words.show_as_table);
            table(x, &figure.table);
        });
    });
}

fn note(x: &mut Xml, note: &Note) {
    let class = match note.tone {
        NoteKind::Information => "note information",
        NoteKind::Warning => "note warning",
    };
    x.element("div", &[("class", class), ("role", "note"), ("aria-label", &note.title)], |x| {
        x.leaf("p", &[("class", "note-title")], &note.title);
        note.text.iter().for_each(|t| x.leaf("p", &[], t));
    });
}

#[cfg(test)]
mod contrast;
