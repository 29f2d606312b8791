//! Findings: what the proposal gives, what nurses do that others could, what binds, and what the mapping lacks.

mod given;
mod mapped;
mod solved;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::pen::{Paper, Pen, clipped, height, lines};
use super::{Book, SheetKind};

/// Columns; the first and the last hold words.
const WIDTHS: [f64; 9] = [52.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 40.0];
/// Width of a paragraph over all columns.
const LINE_WIDTH: f64 = 165.0;

/// A cell of a table of findings.
#[derive(Clone, Debug, PartialEq)]
enum Found {
    Text(String),
    Code(String),
    /// A number that names something: a row.
    Id(u32),
    Whole(f64),
    One(f64),
    Two(f64),
    Share(f64),
    Change(f64),
    ChangeTwo(f64),
    /// A place in the workbook; may run beyond its column.
    Place(String),
    Nothing,
}

impl Found {
    fn two(number: Option<f64>) -> Found {
        number.map_or(Found::Nothing, Found::Two)
    }
    fn whole(number: Option<f64>) -> Found {
        number.map_or(Found::Nothing, Found::Whole)
    }
}

/// The sheet as it grows downwards.
struct Page<'b, 'a> {
    book: &'b Book<'a>,
    pen: Pen,
    row: u32,
}

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut page = Page { book, pen: Pen::new(book, SheetKind::Findings, Paper::Landscape)?, row: 0 };
    page.pen.widths(&WIDTHS)?;
    page.pen.title(book, SheetKind::Findings, "findings-legend")?;
    page.row = 3;
    solved::conflict(&mut page)?;
    given::write(&mut page)?;
    mapped::write(&mut page)?;
    solved::write(&mut page)?;
    page.pen.sheet.set_freeze_panes(2, 0)?;
    page.pen.sheet.set_print_fit_to_pages(1, 0);
    Ok(page.pen.sheet)
}

impl Page<'_, '_> {
    /// A section's title.
    fn section(&mut self, key: &str) -> Result<(), XlsxError> {
        let title = self.book.text(key);
        self.pen.text(self.row, 0, &title, &self.book.style.section)?;
        self.pen.sheet.set_row_height(self.row, 20)?;
        self.row += 1;
        Ok(())
    }

    /// A paragraph over all columns.
    fn say(&mut self, sentence: &str) -> Result<(), XlsxError> {
        let last = WIDTHS.len() as u16 - 1;
        let sentence = clipped(sentence);
        self.pen.sheet.merge_range(self.row, 0, self.row, last, &sentence, &self.book.style.paragraph)?;
        self.pen.sheet.set_row_height(self.row, height(lines(&sentence, LINE_WIDTH)))?;
        self.row += 1;
        Ok(())
    }

    /// A table with its headings; nothing where it has no rows.
    fn table(&mut self, headings: &[&str], rows: &[Vec<Found>]) -> Result<(), XlsxError> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut most = 1.0_f64;
        for (col, key) in headings.iter().enumerate() {
            let heading = if key.is_empty() { String::new() } else { self.book.text(key) };
            // Bold type takes more room.
            most = most.max(lines(&heading, WIDTHS[col.min(WIDTHS.len() - 1)] * 0.7));
            self.pen.text(self.row, col as u16, &heading, &self.book.style.head)?;
        }
        self.pen.sheet.set_row_height(self.row, height(most) + 4.0)?;
        self.row += 1;
        for row in rows {
            let mut most = 1.0_f64;
            for (col, found) in row.iter().enumerate() {
                if let Found::Text(text) = found {
                    most = most.max(lines(text, WIDTHS[col.min(WIDTHS.len() - 1)]));
                }
                self.found(col as u16, found)?;
            }
            self.pen.sheet.set_row_height(self.row, height(most))?;
            self.row += 1;
        }
        Ok(())
    }

    fn found(&mut self, col: u16, found: &Found) -> Result<(), XlsxError> {
        let (style, row) = (&self.book.style, self.row);
        match found {
            Found::Text(text) => self.pen.text(row, col, text, &style.wrap),
            Found::Code(text) => self.pen.text(row, col, text, &style.code),
            Found::Id(number) => self.pen.number(row, col, f64::from(*number), &style.code),
            Found::Whole(number) => self.pen.number(row, col, *number, &style.whole),
            Found::One(number) => self.pen.number(row, col, *number, &style.one),
            Found::Two(number) => self.pen.number(row, col, *number, &style.two),
            Found::Share(number) => self.pen.number(row, col, *number, &style.share),
            Found::Change(number) => self.pen.number(row, col, *number, &style.change),
            Found::ChangeTwo(number) => self.pen.number(row, col, *number, &style.change_two),
            Found::Place(place) => self.pen.text(row, col, place, &style.remark),
            Found::Nothing => self.pen.text(row, col, "", &style.text),
        }
    }

    /// Space before the next section.
    fn gap(&mut self) {
        self.row += 1;
    }
}
