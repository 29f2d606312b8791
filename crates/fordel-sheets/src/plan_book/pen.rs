//! Writing cells: text as text, numbers as numbers, formulas with the result that was computed for them.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::{Book, SheetKind, style};
use crate::table::address;
use crate::wrap;

/// Most characters that Excel holds in a cell.
const CELL_CHARS: usize = 32_767;
/// A4.
const A4: u8 = 9;
/// Page margins in inches: left and right, top, bottom, header and footer.
const MARGINS: (f64, f64, f64, f64) = (0.4, 0.45, 0.55, 0.25);
/// The printable part of an A4 page with those margins, in pixels at 96 to the inch: short side, long side.
const PRINTABLE: (f64, f64) = ((8.27 - 0.8) * 96.0, (11.69 - 0.8) * 96.0);
/// The same for heights, whose margins are others, in points: short side, long side.
const PRINTABLE_HEIGHT: (f64, f64) = ((8.27 - 1.0) * 72.0, (11.69 - 1.0) * 72.0);

/// Height of a row and width of a column where nothing is said, pixels.
pub(super) const ROW_PIXELS: u32 = 18;
pub(super) const COLUMN_PIXELS: u32 = 64;

/// A sheet that is being written.
pub(super) struct Pen {
    pub sheet: Worksheet,
}

/// How a sheet lies on paper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    Landscape,
    Portrait,
}

impl Pen {
    /// A sheet with its name, paper, header and footer.
    pub fn new(book: &Book, kind: SheetKind, paper: Paper) -> Result<Pen, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_default_format(&style::standard(), ROW_PIXELS, COLUMN_PIXELS)?;
        // A formula that gives an empty text must be stored as one: the library's own default is 0.
        sheet.set_formula_result_default("");
        sheet.set_name(book.texts.get(kind.key()))?;
        sheet.set_paper_size(A4);
        match paper {
            Paper::Landscape => sheet.set_landscape(),
            Paper::Portrait => sheet.set_portrait(),
        };
        let (side, top, bottom, band) = MARGINS;
        sheet.set_margins(side, side, top, bottom, band, band);
        // An ampersand starts a code in headers and footers; 255 characters are allowed in all.
        let unit: String = book.plan.unit.chars().take(80).collect::<String>().replace('&', "&&");
        sheet.set_footer(format!("&L&8{unit}&C&8&A&R&8&P / &N"));
        sheet.set_screen_gridlines(false);
        Ok(Pen { sheet })
    }

    /// The sheet's title with the unit's name, and a line on how to read it.
    pub fn title(&mut self, book: &Book, kind: SheetKind, legend: &str) -> Result<(), XlsxError> {
        let title = format!("{} – {}", book.texts.get(kind.key()), book.plan.unit);
        self.text(0, 0, &title, &book.style.title)?;
        self.text(1, 0, &book.text(legend), &book.style.remark)?;
        self.sheet.set_row_height(0, 26)?;
        self.sheet.set_row_height(1, 16)?;
        Ok(())
    }

    /// Text, never a formula; cut where Excel's cell ends.
    pub fn text(&mut self, row: u32, col: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            self.sheet.write_blank(row, col, format)?;
        } else {
            self.sheet.write_string_with_format(row, col, clipped(text), format)?;
        }
        Ok(())
    }

    /// A number; what isn't one leaves the cell empty.
    pub fn number(&mut self, row: u32, col: u16, number: f64, format: &Format) -> Result<(), XlsxError> {
        if number.is_finite() {
            self.sheet.write_number_with_format(row, col, nought_as_0(number), format)?;
        } else {
            self.sheet.write_blank(row, col, format)?;
        }
        Ok(())
    }

    /// A number where there is one, else an empty cell.
    pub fn number_if(&mut self, row: u32, col: u16, number: Option<f64>, format: &Format) -> Result<(), XlsxError> {
        self.number(row, col, number.unwrap_or(f64::NAN), format)
    }

    /// A formula with its result.
    pub fn formula(
        &mut self,
        row: u32,
        col: u16,
        formula: &str,
        result: f64,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(nought_as_0(result).to_string());
        self.sheet.write_formula_with_format(row, col, formula, format)?;
        Ok(())
    }

    /// A formula whose result is text.
    pub fn text_formula(
        &mut self,
        row: u32,
        col: u16,
        formula: &str,
        result: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.write_formula_with_format(row, col, Formula::new(formula).set_result(result), format)?;
        Ok(())
    }

    /// Column widths in characters, from column `A`.
    pub fn widths(&mut self, widths: &[f64]) -> Result<(), XlsxError> {
        for (col, width) in widths.iter().enumerate() {
            self.sheet.set_column_width(col as u16, *width)?;
        }
        Ok(())
    }

    /// Repeats rows on every printed page and fits the sheet's width to one page.
    pub fn print_table(&mut self, first_head: u32, last_head: u32) -> Result<(), XlsxError> {
        self.sheet.set_repeat_rows(first_head, last_head)?;
        self.sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

/// The scale in percent at which columns of these widths (characters) and the tallest page (points) fit on one A4
/// page. Pages that a sheet breaks by hand need a scale: fitting to pages would undo the breaks.
pub(super) fn scale(paper: Paper, widths: &[f64], tallest: f64, least: u16) -> u16 {
    // A column of w characters takes 7 w + 5 pixels in the standard font.
    let width: f64 = widths.iter().map(|w| 7.0 * w + 5.0).sum();
    let (wide, high) = match paper {
        Paper::Landscape => (PRINTABLE.1, PRINTABLE_HEIGHT.0),
        Paper::Portrait => (PRINTABLE.0, PRINTABLE_HEIGHT.1),
    };
    // A tenth is kept back: printers, fonts and programs differ.
    let fits = (wide / width).min(high / tallest) * 0.9 * 100.0;
    (fits.floor() as u16).clamp(least, 100)
}

/// A sum of nothing is −0 to the language, and would stand so in the file.
fn nought_as_0(number: f64) -> f64 {
    if number == 0.0 { 0.0 } else { number }
}

/// Text that fits in a cell.
pub(crate) fn clipped(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).take(CELL_CHARS).collect()
}

/// `B7` for row index 6 and column 1.
pub(super) fn cell(row: u32, col: u16) -> String {
    address(row + 1, u32::from(col))
}

/// `$B$7`.
pub(super) fn fixed(row: u32, col: u16) -> String {
    format!("${}${}", crate::table::column_name(u32::from(col)), row + 1)
}

/// `B7:B12`.
pub(super) fn range(first: u32, first_col: u16, last: u32, last_col: u16) -> String {
    format!("{}:{}", cell(first, first_col), cell(last, last_col))
}

/// Lines that text takes in a column of this width, characters of the standard font. Letters are narrower than the
/// digits by which columns are measured.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    f64::from(wrap::lines(text, width * 1.05))
}

/// Height of a row with so many lines, points.
pub(super) fn height(lines: f64) -> f64 {
    13.0 * lines + 2.0
}
