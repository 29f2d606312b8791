//! A ward's workbook, sheet by sheet: headers with their meaning, cells as Excel should hold them, checks, print setup.

use fordel_core::ward::Ward;
use fordel_text::Texts;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Note,
    Workbook, Worksheet, XlsxError,
};

use super::checks;
use super::guide;
use super::layout::{self, Check, Column, Kind, Layout, Needed, SETTING_VALUES};
use super::marks::Marks;
use super::rows::{self, Entry};
use super::words::Words;
use crate::columns::task;
use crate::read::{Own, OwnColumn};
use crate::table::column_name;
use crate::wrap;

/// Header of a column that must be filled in.
pub(super) const NEEDED_HEADER: Color = Color::RGB(0x1F_4E_5F);
/// Header of a column that may stay empty.
pub(super) const OPTIONAL_HEADER: Color = Color::RGB(0xDC_E6_EA);
/// A cell that remains to be filled in.
pub(super) const TO_FILL_IN: Color = Color::RGB(0xFF_E6_99);
/// Thin lines between cells.
pub(super) const LINE: Color = Color::RGB(0xC9_D3_D7);
/// Width in characters of a column that the program doesn't know.
const OWN_WIDTH: f64 = 18.0;
/// A4.
pub(super) const A4: u8 = 9;

/// Writes the ward as a workbook: instructions first, then its sheets, last the hidden lists. The same ward gives the
/// same bytes.
pub(super) fn book(ward: &Ward, own: &Own, marks: &Marks, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let w = Words(texts.lang());
    let mut book = Workbook::new();
    // A fixed date: the bytes depend on the ward alone.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&ward.unit).set_creation_datetime(&made));
    guide::write(book.add_worksheet(), w, texts)?;
    for (sheet, (layout, mut rows)) in layout::ALL.iter().zip(rows::all(ward, w)).enumerate() {
        if layout.names.name == layout::SETTINGS.names.name {
            rows.extend(own.settings.iter().map(|(name, value)| vec![name.as_str().into(), value.as_ref().into()]));
        }
        let own: Vec<&OwnColumn> = own.columns.iter().filter(|column| column.sheet == sheet).collect();
        for (at, row) in rows.iter_mut().enumerate() {
            row.extend(own.iter().map(|column| column.cells.get(at).and_then(Option::as_ref).into()));
        }
        let pen = Pen { layout, own: &own, w, texts, marks, sheet };
        pen.write(book.add_worksheet(), &rows)?;
    }
    checks::add_lists(&mut book, ward, w)?;
    book.save_to_buffer()
}

/// One sheet's way of writing.
struct Pen<'a> {
    layout: &'a Layout,
    /// Columns that the program doesn't know, after its own.
    own: &'a [&'a OwnColumn],
    w: Words,
    texts: &'a Texts,
    marks: &'a Marks,
    sheet: usize,
}

impl Pen<'_> {
    fn write(&self, sheet: &mut Worksheet, rows: &[Vec<Entry>]) -> Result<(), XlsxError> {
        let (layout, w) = (self.layout, self.w);
        sheet.set_name(w.name(layout.names.name))?;
        sheet.set_tab_color(if layout.needed { NEEDED_HEADER } else { OPTIONAL_HEADER });
        // Bold letters are wider, and the filter's button takes some room.
        let header = |c: &Column| wrap::lines(w.name(c.name), c.width - 1.5);
        let most = layout.columns.iter().map(header).max().unwrap_or(1);
        sheet.set_row_height(0, wrap::height(most) + 4.0)?;
        sheet.set_default_note_author("Fordel");
        let last = layout.rows.max(rows.len() as u32);
        for (col, column) in (0_u16..).zip(layout.columns) {
            self.column(sheet, col, column, last)?;
        }
        for (col, column) in (layout.columns.len() as u16..).zip(self.own) {
            sheet.set_column_width(col, OWN_WIDTH)?;
            sheet.write_string_with_format(0, col, &column.header, &header_format(false))?;
        }
        for (row, entries) in (1..).zip(rows) {
            for (col, entry) in (0_u16..).zip(entries) {
                self.cell(sheet, row, col, entry)?;
            }
            let lines = |(column, entry): (&Column, &Entry)| match entry {
                Entry::Text(text) => wrap::lines(text, column.width * 1.12),
                _ => 1,
            };
            let most = layout.columns.iter().zip(entries).map(lines).max().unwrap_or(1);
            if most > 1 {
                sheet.set_row_height(row, wrap::height(most))?;
            }
        }
        if self.is_settings() {
            self.explain_settings(sheet)?;
        }
        let last_col = (layout.columns.len() + self.own.len()) as u16 - 1;
        if !self.is_settings() {
            sheet.autofilter(0, 0, rows.len().max(1) as u32, last_col)?;
        }
        sheet.set_freeze_panes(1, layout.frozen)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        sheet.set_footer(self.texts.get("workbook-footer"));
        Ok(())
    }

    /// A column's width, header, comment, format for cells to come, and checks.
    fn column(&self, sheet: &mut Worksheet, col: u16, column: &Column, last: u32) -> Result<(), XlsxError> {
        sheet.set_column_width(col, column.width)?;
        sheet.set_column_format(col, &format(column.kind, self.w))?;
        let header = header_format(column.needed != Needed::No);
        sheet.write_string_with_format(0, col, self.w.name(column.name), &header)?;
        let help = self.texts.get(column.help);
        sheet.insert_note(0, col, &note(&help))?;
        if let Some(check) = checks::validation(column.check, u32::from(col), 2, self.w, self.texts)? {
            sheet.add_data_validation(1, col, last, col, &check)?;
        }
        if column.needed != Needed::No {
            let rule = ConditionalFormatFormula::new()
                .set_rule(Formula::new(self.missing(col, column.needed)))
                .set_format(Format::new().set_background_color(TO_FILL_IN));
            sheet.add_conditional_format(1, col, last, col, &rule)?;
        }
        Ok(())
    }

    /// True where the row is in use and this cell is empty though it must not be.
    fn missing(&self, col: u16, needed: Needed) -> String {
        let last = column_name(self.layout.columns.len() as u32 - 1);
        let cell = format!("{}2", column_name(u32::from(col)));
        let free = match (needed, self.layout.columns.iter().position(|c| c.name == task::BOUND)) {
            (Needed::UnlessBound, Some(bound)) => {
                let bound = column_name(bound as u32);
                format!(",OR(${bound}2=\"\",${bound}2=\"{}\")", self.w.yes_no(false))
            }
            _ => String::new(),
        };
        format!("=AND(LEN({cell})=0,COUNTA($A2:${last}2)>0{free})")
    }

    fn cell(&self, sheet: &mut Worksheet, row: u32, col: u16, entry: &Entry) -> Result<(), XlsxError> {
        let own = if matches!(entry, Entry::Date(_)) { Kind::Date } else { Kind::Number };
        let kind = if self.is_settings() && col == 1 {
            SETTING_VALUES.get(row as usize - 1).map_or(own, |(kind, ..)| *kind)
        } else {
            self.layout.columns.get(usize::from(col)).map_or(own, |column| column.kind)
        };
        let kind = if matches!(entry, Entry::Text(_)) { Kind::Text } else { kind };
        let look = format(kind, self.w);
        let look = if self.is_settings() { look.set_align(FormatAlign::Left).set_indent(0) } else { look };
        let mut look = look.set_border(FormatBorder::Thin).set_border_color(LINE);
        if let Some(why) = self.marks.get(self.sheet, row, col) {
            look = look.set_background_color(TO_FILL_IN);
            sheet.insert_note(row, col, &note(why))?;
        }
        match entry {
            Entry::Blank => sheet.write_blank(row, col, &look)?,
            Entry::Text(text) => sheet.write_string_with_format(row, col, text, &look)?,
            Entry::Number(number) => sheet.write_number_with_format(row, col, *number, &look)?,
            Entry::Date(date) => {
                let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
                let day = ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, day)?;
                sheet.write_datetime_with_format(row, col, &day, &look)?
            }
        };
        Ok(())
    }

    fn is_settings(&self) -> bool {
        self.layout.names.name == layout::SETTINGS.names.name
    }

    /// Each setting has its own meaning and check.
    fn explain_settings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (row, (_, check, help)) in (1_u32..).zip(SETTING_VALUES) {
            sheet.insert_note(row, 0, &note(&self.texts.get(help)))?;
            if check != Check::Free
                && let Some(check) = checks::validation(check, 1, row + 1, self.w, self.texts)?
            {
                sheet.add_data_validation(row, 1, row, 1, &check)?;
            }
        }
        Ok(())
    }
}

/// The look of a header cell.
pub(super) fn header_format(needed: bool) -> Format {
    let look = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    if needed {
        look.set_background_color(NEEDED_HEADER).set_font_color(Color::White)
    } else {
        look.set_background_color(OPTIONAL_HEADER).set_font_color(NEEDED_HEADER)
    }
}

/// The look of a cell by what it holds.
fn format(kind: Kind, w: Words) -> Format {
    let look = Format::new().set_align(FormatAlign::Top);
    // A little air keeps a number apart from the text that follows it.
    let right = |look: Format| look.set_align(FormatAlign::Right).set_indent(1);
    match kind {
        Kind::Text => look.set_num_format("@").set_text_wrap(),
        Kind::Number => right(look),
        Kind::Share => right(look).set_num_format("0.0 %"),
        Kind::Money => right(look).set_num_format("#,##0.00"),
        Kind::Date => right(look).set_num_format(w.pick("dd.mm.yyyy", "yyyy-mm-dd")),
    }
}

/// A comment large enough for its text.
fn note(text: &str) -> Note {
    let lines = wrap::lines(text, 44.0);
    Note::new(text).add_author_prefix(false).set_width(290).set_height(24 + 17 * lines)
}
