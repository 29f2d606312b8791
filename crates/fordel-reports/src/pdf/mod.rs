//! The report as a tagged PDF (PDF/UA-1), set by typst with fonts of our own.
//!
//! The templates `report.typ` and `cards.typ` are the program's; everything else reaches it as JSON in a virtual file, so text a user
//! typed is never read as markup.

mod world;

use std::fmt;

use serde::Serialize;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::cards::Cards;
use crate::chart;
use crate::report::{Block, Panel, Report};
use world::{ReportWorld, Template};

/// Why a report couldn't be set as PDF. The texts are typst's own and meant for those who mend the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfError {
    /// What went wrong.
    pub messages: Vec<String>,
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.messages.join("; "))
    }
}

impl std::error::Error for PdfError {}

/// A report with its pictures drawn, as the template reads it.
#[derive(Serialize)]
struct Input<'a> {
    report: &'a Report,
    pictures: Vec<Picture>,
    /// Paper of size A3, lying down; else A4.
    wide: bool,
}

/// The panels of a figure, drawn.
#[derive(Serialize)]
struct Picture {
    id: String,
    panels: Vec<Drawn>,
}

/// A panel as SVG, and whether it takes the page's whole width.
#[derive(Serialize)]
struct Drawn {
    svg: String,
    wide: bool,
}

/// Sets the report.
///
/// # Errors
/// If the document breaks a demand of PDF/UA-1, or the template a rule of typst: a mistake in the program.
pub fn render(report: &Report) -> Result<Vec<u8>, PdfError> {
    on_paper(report, false)
}

/// The same on paper of size A3, lying down.
///
/// # Errors
/// As for [`render`].
pub fn render_wide(report: &Report) -> Result<Vec<u8>, PdfError> {
    on_paper(report, true)
}

fn on_paper(report: &Report, wide: bool) -> Result<Vec<u8>, PdfError> {
    let pictures = report
        .sections
        .iter()
        .flat_map(|s| &s.blocks)
        .filter_map(|b| if let Block::Figure(figure) = b { Some(figure) } else { None })
        .map(|f| {
            let drawn = |(i, p): (usize, &Panel)| Drawn {
                svg: chart::svg(p, &format!("{}-{i}", f.id)),
                wide: p.chart.is_wide(),
            };
            Picture { id: f.id.clone(), panels: f.panels.iter().enumerate().map(drawn).collect() }
        })
        .collect();
    let data = serde_json::to_value(Input { report, pictures, wide })
        .map_err(|e| PdfError { messages: vec![e.to_string()] })?;
    set(&ReportWorld::new(Template::Report, data))
}

/// Sets cards for a wall.
///
/// # Errors
/// As for a report.
pub fn render_cards(cards: &Cards) -> Result<Vec<u8>, PdfError> {
    let data = serde_json::to_value(cards).map_err(|e| PdfError { messages: vec![e.to_string()] })?;
    set(&ReportWorld::new(Template::Cards, data))
}

fn set(world: &ReportWorld) -> Result<Vec<u8>, PdfError> {
    let document = typst::compile::<PagedDocument>(world).output.map_err(errors)?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| PdfError { messages: vec![e.message().to_string()] })?;
    let options = PdfOptions {
        standards,
        creator: typst::foundations::Smart::Custom(Some("Fordel".to_owned())),
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(errors)?;
    // What typst remembers of this document is of no use to the next one.
    typst::comemo::evict(0);
    Ok(bytes)
}

fn errors(found: impl IntoIterator<Item = typst::diag::SourceDiagnostic>) -> PdfError {
    let told = |d: typst::diag::SourceDiagnostic| {
        let hints: String = d.hints.iter().map(|h| format!(" ({})", h.v)).collect();
        format!("{}{hints}", d.message)
    };
    PdfError { messages: found.into_iter().map(told).collect() }
}
