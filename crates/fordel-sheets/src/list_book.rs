//! A list as a workbook of one sheet: a frozen header, a filter, numbers as numbers, text never as a formula.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::plan_book::clipped;

/// A list: what it is called, its columns, and its rows of as many cells.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Its name, which is the sheet's.
    pub name: String,
    /// What the columns hold.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, as somebody may have typed it.
    Text(String),
    /// A number with at most so many decimals.
    Number(f64, u8),
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::from(text.to_owned())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Number(f64::from(number), 0)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Number(number as f64, 0)
    }
}

impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(known: Option<C>) -> Cell {
        known.map_or(Cell::Empty, Into::into)
    }
}

/// Widest and narrowest columns, characters.
const WIDTHS: (u32, u32) = (8, 60);
/// How hard files are packed, 0 to 9: less than the usual 6, since long lists are written while somebody waits.
const PACKED: u8 = 3;
/// Characters that Excel allows in a sheet's name, and those it doesn't.
const NAME_CHARS: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The list's workbook. The same list gives the same bytes.
///
/// # Errors
/// More rows or columns than a sheet has.
pub fn list_book(list: &List) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(PACKED);
    workbook.set_properties(
        // A fixed date: the bytes depend on the list alone.
        &DocProperties::new()
            .set_title(clipped(&list.name))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    workbook.push_worksheet(sheet(list)?);
    workbook.save_to_buffer()
}

fn sheet(list: &List) -> Result<Worksheet, XlsxError> {
    let plain = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
    let head = plain.clone().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium);
    let text = plain.clone().set_text_wrap();
    // A format for each number of decimals, made once and not for each cell.
    let mut numbers: BTreeMap<u8, Format> = BTreeMap::new();
    let mut sheet = Worksheet::new();
    sheet.set_name(name(&list.name))?;
    for (at, column) in list.columns.iter().enumerate() {
        let at = u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.write_string_with_format(0, at, clipped(column), &head)?;
        sheet.set_column_width(at, f64::from(width(list, usize::from(at))))?;
    }
    for (at, row) in list.rows.iter().enumerate() {
        let line = u32::try_from(at + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, cell) in row.iter().enumerate() {
            let column = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => {
                    sheet.write_string_with_format(line, column, clipped(words), &text)?;
                }
                Cell::Number(number, decimals) if number.is_finite() => {
                    let look = || plain.clone().set_num_format(form(*decimals));
                    let look = numbers.entry(*decimals).or_insert_with(look);
                    sheet.write_number_with_format(line, column, *number, look)?;
                }
                Cell::Number(..) => {}
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    if let (Some(last), false) = (list.columns.len().checked_sub(1), list.rows.is_empty()) {
        sheet.autofilter(0, 0, list.rows.len() as u32, last as u16)?;
    }
    Ok(sheet)
}

fn form(decimals: u8) -> String {
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(usize::from(decimals))) }
}

/// As wide as its longest cell, within reason; a header may take two lines.
fn width(list: &List, column: usize) -> u32 {
    let long = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX).saturating_add(2);
    let cells = list.rows.iter().filter_map(|row| row.get(column)).map(|cell| match cell {
        Cell::Text(words) => long(words),
        Cell::Number(number, decimals) => long(&format!("{number:.*}", usize::from(*decimals))) + 2,
        Cell::Empty => 0,
    });
    let head = list.columns.get(column).map_or(0, |head| long(head) / 2 + 3);
    cells.max().unwrap_or(0).max(head).clamp(WIDTHS.0, WIDTHS.1)
}

/// The list's name as Excel allows it for a sheet.
fn name(list: &str) -> String {
    let allowed: String =
        list.chars().map(|c| if NOT_IN_NAMES.contains(&c) || c.is_control() { ' ' } else { c }).collect();
    let name: String = allowed.trim().trim_matches('\'').chars().take(NAME_CHARS).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Cell as Read, Workbook};

    fn list() -> List {
        List {
            name: "Flyttede [linjer]".into(),
            columns: vec!["Oppgave".into(), "Minutter".into()],
            rows: vec![
                vec!["=1+1".into(), Cell::Number(12.5, 1)],
                vec!["".into(), Cell::Number(f64::NAN, 0)],
                vec!["Servere".into(), 3_u32.into()],
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_text_is_never_a_formula() {
        let bytes = list_book(&list()).expect("a workbook");
        let mut book = Workbook::open(&bytes).expect("a workbook");
        let name = book.names()[0].name.clone();
        assert_eq!(name, "Flyttede  linjer");
        let sheet = book.sheet(&name).expect("its sheet");
        let rows: Vec<_> = sheet.rows().collect();
        assert_eq!(rows[0].get(0), Some(&Read::Text("Oppgave".into())));
        assert_eq!(rows[1].get(0), Some(&Read::Text("=1+1".into())));
        assert_eq!(rows[1].get(1), Some(&Read::Number(12.5)));
        assert_eq!(rows[2].get(1), Some(&Read::Number(3.0)), "what is no number leaves its row empty");
        assert_eq!(bytes, list_book(&list()).expect("a workbook"), "the same list gives the same bytes");
    }

    #[test]
    fn a_sheets_name_is_one_that_excel_takes() {
        assert_eq!(name("a/b:c"), "a b c");
        assert_eq!(name(&"å".repeat(40)).chars().count(), 31);
        assert_eq!(name("'\u{1}'"), "1");
    }
}
