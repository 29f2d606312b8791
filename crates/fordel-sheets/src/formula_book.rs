//! Tables with live formulas as a workbook for people to read, change and print.

use fordel_core::calendar::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use crate::plan_book::clipped;
use crate::table::column_name;

/// The paper for print, lying down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A3.
    A3,
    /// A4.
    A4,
}

impl Paper {
    /// Its number in the format.
    fn number(self) -> u8 {
        match self {
            Paper::A3 => 8,
            Paper::A4 => 9,
        }
    }
}

/// What stands in a cell.
pub enum Item {
    /// Text; nothing where it is empty.
    Text(String),
    /// A number with its decimals.
    Number(f64, u8),
    /// A share, shown as percent.
    Share(f64),
    /// A year, whose thousands aren't parted.
    Year(i16),
    /// A date.
    Date(Date),
    /// A formula, its result, and the decimals.
    Formula(String, f64, u8),
}

/// A sheet: its name, its columns with their widths, its rows, and which columns have a sum below.
pub struct Table {
    /// The sheet's name.
    pub name: String,
    /// What the columns hold, with their widths.
    pub columns: Vec<(String, f64)>,
    /// The rows; the first stands in row 2.
    pub rows: Vec<Vec<Item>>,
    /// Columns with a sum below.
    pub summed: Vec<usize>,
}

/// The looks of cells.
struct Looks {
    head: Format,
    text: Format,
    date: Format,
    plain: Format,
    sum: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
        Looks {
            head: plain.clone().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium),
            text: plain.clone().set_text_wrap(),
            date: plain.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            sum: plain.clone().set_bold().set_border_top(FormatBorder::Thin),
            plain,
        }
    }
    fn number(&self, decimals: u8) -> Format {
        self.plain.clone().set_num_format(form(decimals))
    }
}

fn form(decimals: u8) -> &'static str {
    match decimals {
        0 => "#,##0",
        1 => "#,##0.0",
        _ => "#,##0.000",
    }
}

/// A workbook of tables. The same tables give the same bytes.
///
/// # Errors
/// More rows or columns than a sheet has.
pub fn book(tables: &[Table], title: &str, paper: Paper) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date: the bytes depend on the tables alone.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(clipped(title)).set_creation_datetime(&created));
    for table in tables {
        workbook.push_worksheet(sheet(table, title, paper)?);
    }
    workbook.save_to_buffer()
}

fn sheet(table: &Table, title: &str, paper: Paper) -> Result<Worksheet, XlsxError> {
    let looks = Looks::new();
    let mut sheet = Worksheet::new();
    sheet.set_name(&table.name)?;
    let column = |at: usize| u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError);
    for (at, (head, width)) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(0, column(at)?, clipped(head), &looks.head)?;
        sheet.set_column_width(column(at)?, *width)?;
    }
    for (row, items) in (1..).zip(&table.rows) {
        for (at, item) in items.iter().enumerate() {
            write(&mut sheet, row, column(at)?, item, &looks)?;
        }
    }
    let end = u32::try_from(table.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)? + 1;
    for at in table.summed.iter().copied().filter(|_| end > 1) {
        let letter = column_name(at as u32);
        let values = table.rows.iter().filter_map(|row| match row.get(at) {
            Some(Item::Number(number, decimals) | Item::Formula(_, number, decimals)) => Some((*number, *decimals)),
            _ => None,
        });
        let (sum, decimals) =
            values.fold((0.0, 0), |(sum, most), (number, decimals)| (sum + number, most.max(decimals)));
        let formula = Formula::new(format!("=SUM({letter}2:{letter}{end})")).set_result(sum.to_string());
        let look = looks.sum.clone().set_num_format(form(decimals));
        sheet.write_formula_with_format(end, column(at)?, formula, &look)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(paper.number());
    sheet.set_print_fit_to_pages(1, 0);
    let footer: String = title.chars().take(120).collect::<String>().replace('&', "&&");
    sheet.set_footer(format!("&L&8{footer}&C&8&A&R&8&P / &N"));
    Ok(sheet)
}

fn write(sheet: &mut Worksheet, row: u32, col: u16, item: &Item, looks: &Looks) -> Result<(), XlsxError> {
    match item {
        Item::Text(text) if text.is_empty() => {}
        Item::Text(text) => drop(sheet.write_string_with_format(row, col, clipped(text), &looks.text)?),
        Item::Number(number, decimals) if number.is_finite() => {
            sheet.write_number_with_format(row, col, *number, &looks.number(*decimals))?;
        }
        Item::Share(share) if share.is_finite() => {
            sheet.write_number_with_format(row, col, *share, &looks.plain.clone().set_num_format("0.0%"))?;
        }
        Item::Number(..) | Item::Share(..) => {}
        Item::Year(year) => {
            sheet.write_number_with_format(row, col, f64::from(*year), &looks.plain.clone().set_num_format("0"))?;
        }
        Item::Date(date) => {
            let day = ExcelDateTime::from_ymd(
                date.year().unsigned_abs(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )?;
            sheet.write_datetime_with_format(row, col, &day, &looks.date)?;
        }
        Item::Formula(formula, result, decimals) => {
            let formula = Formula::new(formula).set_result(result.to_string());
            sheet.write_formula_with_format(row, col, formula, &looks.number(*decimals))?;
        }
    }
    Ok(())
}
