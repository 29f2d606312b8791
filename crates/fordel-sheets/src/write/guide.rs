//! The sheet of instructions that stands first: what to fill in where, what the colours mean, what often goes wrong.

use fordel_text::Texts;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};

use super::form::{A4, LINE, NEEDED_HEADER, OPTIONAL_HEADER, TO_FILL_IN, header_format};
use super::layout;
use super::words::Words;
use crate::columns::SILENT_SHEETS;
use crate::wrap;

/// Pieces of advice, in order.
const ADVICE: [&str; 7] = [
    "guide-advice-headers",
    "guide-advice-lines",
    "guide-advice-counts",
    "guide-advice-night",
    "guide-advice-lists",
    "guide-advice-privacy",
    "guide-advice-next",
];

/// Width of the column of explanations, in characters.
const ACROSS: u16 = 96;

/// Height of a row by its explanation.
fn height(text: &str) -> f64 {
    wrap::height(wrap::lines(text, f64::from(ACROSS) * 1.08)) + 2.0
}

/// Writes the instructions.
pub(super) fn write(sheet: &mut Worksheet, w: Words, texts: &Texts) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = Format::new().set_bold().set_font_size(18).set_font_color(NEEDED_HEADER);
    let heading = Format::new().set_bold().set_font_size(13).set_font_color(NEEDED_HEADER);
    let link =
        wrapped.clone().set_font_color(Color::RGB(0x0B_5C_8A)).set_underline(rust_xlsxwriter::FormatUnderline::Single);
    sheet.set_name(w.name(SILENT_SHEETS[0]))?.set_tab_color(TO_FILL_IN).set_screen_gridlines(false);
    sheet.set_column_width(0, 24)?.set_column_width(1, ACROSS)?.set_column_width(2, 16)?;

    sheet.write_string_with_format(0, 0, texts.get("guide-title"), &title)?;
    sheet.merge_range(1, 0, 1, 2, &texts.get("guide-intro"), &wrapped)?;
    sheet.set_row_height(1, wrap::height(wrap::lines(&texts.get("guide-intro"), 130.0)))?;

    sheet.write_string_with_format(3, 0, texts.get("guide-sheets"), &heading)?;
    for (col, key) in (0_u16..).zip(["guide-sheet", "guide-holds", "guide-needed"]) {
        sheet.write_string_with_format(4, col, texts.get(key), &header_format(true))?;
    }
    let lined = wrapped.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    let mut row = 5;
    for layout in layout::ALL {
        let name = w.name(layout.names.name);
        let to = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url_with_format(
            row,
            0,
            &to,
            &link.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE),
        )?;
        let help = texts.get(layout.help);
        sheet.set_row_height(row, height(&help))?;
        sheet.write_string_with_format(row, 1, help, &lined)?;
        let needed = if layout.needed { "guide-needed-yes" } else { "guide-needed-no" };
        sheet.write_string_with_format(row, 2, texts.get(needed), &lined)?;
        row += 1;
    }

    row += 1;
    sheet.write_string_with_format(row, 0, texts.get("guide-colours"), &heading)?;
    let colours = [
        (NEEDED_HEADER, Color::White, "guide-colour-needed"),
        (OPTIONAL_HEADER, NEEDED_HEADER, "guide-colour-optional"),
        (TO_FILL_IN, Color::Black, "guide-colour-missing"),
    ];
    for (fill, ink, key) in colours {
        row += 1;
        let look = Format::new().set_background_color(fill).set_font_color(ink).set_bold().set_align(FormatAlign::Top);
        sheet.write_string_with_format(row, 0, texts.get(key), &look)?;
        let meaning = texts.attribute(key, "meaning", &[]).unwrap_or_default();
        sheet.set_row_height(row, height(&meaning))?;
        sheet.write_string_with_format(row, 1, meaning, &wrapped)?;
    }

    row += 2;
    sheet.write_string_with_format(row, 0, texts.get("guide-advice"), &heading)?;
    let bold = wrapped.clone().set_bold();
    for key in ADVICE {
        row += 1;
        sheet.write_string_with_format(row, 0, texts.get(key), &bold)?;
        let advice = texts.attribute(key, "advice", &[]).unwrap_or_default();
        sheet.set_row_height(row, height(&advice))?;
        sheet.write_string_with_format(row, 1, advice, &wrapped)?;
    }
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 1);
    sheet.set_footer(texts.get("workbook-footer"));
    Ok(())
}
