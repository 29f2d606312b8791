//! What pages show of a report: its content as markup, its look, its tables as lists, and single pictures.

use fordel_core::ward::GroupId;
use fordel_reports::report::{Align, Block, Figure, Report, Table};
use fordel_text::{Lang, Texts};

use super::export::{List, ListCell, number_cell};
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

impl Picture {
    /// Its table as a list, with its numbers as numbers.
    pub fn list(&self, lang: Lang) -> List {
        list(&self.table, self.columns.clone(), self.rows.iter(), lang)
    }
}

/// A table of what is written for people as a list: its name, its columns and whether each holds numbers, its rows.
fn list<'r>(name: &str, columns: Vec<(String, bool)>, rows: impl Iterator<Item = &'r Vec<String>>, lang: Lang) -> List {
    let cell = |(text, (_, number)): (&String, &(String, bool))| {
        if *number { written_number(text, lang) } else { text.as_str().into() }
    };
    let rows = rows.map(|row| row.iter().zip(&columns).map(cell).collect()).collect();
    List { name: name.to_owned(), rows, columns: columns.into_iter().map(|(head, _)| head).collect() }
}

/// The tables of a report as lists, in their order; those behind its pictures too.
pub(super) fn lists_of(report: &Report, lang: Lang) -> Vec<List> {
    let listed = |table: &Table| {
        let columns = table.columns.iter().map(|column| (column.head.clone(), column.align == Align::End)).collect();
        list(&table.caption, columns, table.rows.iter().map(|row| &row.cells), lang)
    };
    let mut lists = Vec::new();
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => lists.push(listed(table)),
            Block::Figure(figure) => lists.push(listed(&figure.table)),
            _ => {}
        }
    }
    lists
}

/// What stands in a column of numbers, as the language writes it; nothing where it is a dash.
fn written_number(text: &str, lang: Lang) -> ListCell {
    match lang {
        _ if text.trim() == "–" => ListCell::Empty,
        Lang::Nb => number_cell(text),
        // A comma parts thousands.
        Lang::En => number_cell(&text.replace(',', "")),
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
    /// The findings report of the proposal as markup without a style of its own, and its tables; [`REPORT_STYLE`] is its look.
    ///
    /// # Errors
    /// No plan.
    pub fn findings_shown(
        &self,
        proposal: &OpenedProposal,
        texts: &Texts,
        date: &str,
    ) -> Result<(String, Vec<List>), Failed> {
        let report = self.findings(proposal, texts, date)?;
        Ok((fordel_reports::html::fragment(&report), lists_of(&report, texts.lang())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pictures_table_writes_as_numbers_is_taken_out_as_numbers() {
        for lang in [Lang::Nb, Lang::En] {
            let t = Texts::new(lang);
            let picture = Picture {
                id: "day".to_owned(),
                caption: "Dagen".to_owned(),
                panels: Vec::new(),
                table: "Personer".to_owned(),
                columns: vec![("Tid".to_owned(), false), ("Personer".to_owned(), true)],
                rows: vec![
                    vec!["07".to_owned(), t.fixed(1234.5, 1)],
                    vec!["09–12".to_owned(), t.fixed(-3.0, 0)],
                    vec!["12–15".to_owned(), "–".to_owned()],
                ],
            };
            let list = picture.list(lang);
            let cells = [ListCell::Number(1234.5, 1), ListCell::Number(-3.0, 0), ListCell::Empty];
            assert_eq!(list.rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>(), cells);
            assert_eq!((list.columns[1].as_str(), &list.rows[0][0]), ("Personer", &ListCell::Text("07".to_owned())));
        }
    }
}
