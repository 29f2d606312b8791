//! What pages show of a report: its content as markup, its look, and single pictures.

use fordel_core::ward::GroupId;
use fordel_reports::report::{Align, Figure};
use fordel_text::Texts;

use super::proposals::OpenedProposal;
use super::{Failed, Reads};

/// The look of a report's content; all of it lies within `.report`.
pub const REPORT_STYLE: &str = fordel_reports::html::CONTENT_STYLE;

/// A picture with what it says in words and as a table.
#[derive(Clone, Debug)]
pub struct Picture {
    /// An identifier on the page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Its panels, left to right.
    pub panels: Vec<Drawn>,
    /// The table's caption.
    pub table: String,
    /// The table's columns, and whether each holds numbers.
    pub columns: Vec<(String, bool)>,
    /// The table's rows.
    pub rows: Vec<Vec<String>>,
}

/// A panel of a picture.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its heading.
    pub title: String,
    /// What it says, in words.
    pub alternative: String,
    /// The program's own markup, without anything a page would have to allow.
    pub svg: String,
    /// Whether it takes a page's whole width.
    pub wide: bool,
}

impl From<Figure> for Picture {
    fn from(figure: Figure) -> Picture {
        let id = figure.id;
        let drawn = |(at, panel): (usize, fordel_reports::report::Panel)| Drawn {
            svg: fordel_reports::chart::svg(&panel, &format!("{id}-{at}")),
            wide: panel.chart.is_wide(),
            title: panel.title,
            alternative: panel.alternative,
        };
        Picture {
            panels: figure.panels.into_iter().enumerate().map(drawn).collect(),
            caption: figure.caption,
            table: figure.table.caption,
            columns: figure.table.columns.into_iter().map(|c| (c.head, c.align == Align::End)).collect(),
            rows: figure.table.rows.into_iter().map(|row| row.cells).collect(),
            id,
        }
    }
}

impl OpenedProposal {
    /// The day of the whole ward: work stacked by group against all who are there. None without work.
    pub fn day_of_ward(&self, texts: &Texts) -> Option<Picture> {
        fordel_reports::day_of_ward(&self.ward, self.plan.as_ref()?, texts).map(Picture::from)
    }

    /// The day of one group. None where it has neither work nor people.
    pub fn day_of_group(&self, group: GroupId, texts: &Texts) -> Option<Picture> {
        fordel_reports::day_of_group(&self.ward, self.plan.as_ref()?, group, texts).map(Picture::from)
    }
}

impl Reads<'_> {
    /// The findings report of the proposal as markup without a style of its own; [`REPORT_STYLE`] is its look.
    ///
    /// # Errors
    /// No plan.
    pub fn findings_markup(&self, proposal: &OpenedProposal, texts: &Texts, date: &str) -> Result<String, Failed> {
        Ok(fordel_reports::html::fragment(&self.findings(proposal, texts, date)?))
    }
}
