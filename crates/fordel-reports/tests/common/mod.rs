//! Wards and plans that the tests share: small ones that the program itself has read and planned.

#![allow(dead_code, reason = "each test file uses its part")]

use fordel_core::complaint::{Complaint, Place};
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_reports::Report;
use fordel_reports::report::{Block, Figure, Section, Table};
use fordel_text::{Lang, Texts};

/// A ward with its plan.
pub struct Case {
    pub ward: Ward,
    pub plan: Plan,
}

macro_rules! case {
    ($name:ident) => {
        /// The case of this name in `tests/data`.
        pub fn $name() -> Case {
            let ward = include_str!(concat!("../data/", stringify!($name), ".ward.json"));
            let plan = include_str!(concat!("../data/", stringify!($name), ".plan.json"));
            Case {
                ward: serde_json::from_str(ward).expect("a ward as JSON"),
                plan: serde_json::from_str(plan).expect("a plan as JSON"),
            }
        }
    };
}
case!(liten);
case!(umulig);
case!(regler);

impl Case {
    /// Its report.
    pub fn report(&self, lang: Lang) -> Report {
        let assumed = Complaint::assumed("demand-budget", Place::sheet("Innstillinger")).with("value", 1000.0);
        fordel_reports::build(&self.ward, &self.plan, Some(&[assumed]), &Texts::new(lang), "12. september 2026")
    }
}

/// All blocks of a report.
pub fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|s| &s.blocks)
}

/// All figures of a report.
pub fn figures(report: &Report) -> impl Iterator<Item = &Figure> {
    blocks(report).filter_map(|b| if let Block::Figure(figure) = b { Some(figure) } else { None })
}

/// All tables of a report, those behind figures too.
pub fn tables(report: &Report) -> Vec<&Table> {
    let own = blocks(report).filter_map(|b| if let Block::Table(table) = b { Some(table) } else { None });
    own.chain(figures(report).map(|f| &f.table)).collect()
}

/// The section with this id.
pub fn section<'a>(report: &'a Report, id: &str) -> &'a Section {
    report.sections.iter().find(|s| s.id == id).unwrap_or_else(|| panic!("no section `{id}`"))
}

/// Everything a section says, a piece a line.
pub fn said(section: &Section) -> String {
    let mut lines = vec![section.heading.clone()];
    for block in &section.blocks {
        match block {
            Block::Paragraph(item) => lines.push(format!("{} {}", item.lead.clone().unwrap_or_default(), item.text)),
            Block::List { items } => lines.extend(items.iter().map(|i| i.text.clone())),
            Block::KeyFigures { figures } => {
                lines.extend(figures.iter().map(|f| format!("{}: {} ({})", f.label, f.value, f.compared)));
            }
            Block::Table(table) => lines.extend(table.rows.iter().map(|r| r.cells.join(" | "))),
            Block::Figure(figure) => lines.push(figure.caption.clone()),
            Block::Note(note) => lines.extend(std::iter::once(&note.title).chain(&note.text).cloned()),
        }
    }
    lines.join("\n")
}
