//! Lists as files for other programs: CSV as Excel opens it, and XLSX.

use fordel_sheets::list_book::list_book;
use fordel_sheets::number_in;
use fordel_text::Texts;

use super::Failed;

pub use fordel_sheets::list_book::{Cell as ListCell, List};

/// The number that a text is, with the decimals that it is written with; other text as it stands.
pub fn number_cell(text: &str) -> ListCell {
    let decimals = text.rsplit_once([',', '.']).map_or(0, |(_, decimals)| decimals.trim_end().len());
    match (number_in(text), u8::try_from(decimals)) {
        (Some(number), Ok(decimals)) => ListCell::Number(number, decimals),
        _ => text.into(),
    }
}

/// The mark by which Excel knows that the bytes are UTF-8.
const MARK: &str = "\u{feff}";

/// The list as CSV: semicolons between cells, numbers as the language writes them but without groups, and no text that
/// a spreadsheet would take for a formula.
pub fn csv(list: &List, texts: &Texts) -> Vec<u8> {
    let mut out = String::from(MARK);
    line(&mut out, list.columns.iter().map(|column| escaped(column)));
    for row in &list.rows {
        line(&mut out, row.iter().map(|cell| written(cell, texts)));
    }
    out.into_bytes()
}

/// The list as a workbook.
///
/// # Errors
/// A list that is longer than a sheet.
pub fn xlsx(list: &List) -> Result<Vec<u8>, Failed> {
    list_book(list).map_err(|why| Failed::Internal(why.to_string()))
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(';');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

fn written(cell: &ListCell, texts: &Texts) -> String {
    match cell {
        ListCell::Empty => String::new(),
        ListCell::Text(text) => escaped(text),
        ListCell::Number(number, _) if !number.is_finite() => String::new(),
        ListCell::Number(number, decimals) => {
            let step = 10_f64.powi(i32::from(*decimals));
            // What rounds to nothing has no sign.
            let rounded = (number * step).round() / step + 0.0;
            texts.written(rounded)
        }
    }
}

/// Text as a cell: what a spreadsheet would run gets an apostrophe before it, and what would end the cell is quoted.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t' | '\r')).collect();
    // Some programs look past spaces before the sign.
    let runs = text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let text = if runs { format!("'{text}") } else { text };
    if text.contains([';', '"', '\n', '\r', '\t']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;

    #[test]
    fn numbers_stand_as_the_language_writes_them_and_text_as_text() {
        let list = List {
            name: "a".into(),
            columns: vec!["Navn".into(), "Tall".into()],
            rows: vec![
                vec!["Å; \"ja\"".into(), ListCell::Number(1234.56, 1)],
                vec!["".into(), ListCell::Number(-0.04, 1)],
                vec!["b\nc".into(), ListCell::Number(-2.0, 0)],
            ],
        };
        let told = |lang| String::from_utf8(csv(&list, &Texts::new(lang))).expect("text");
        assert_eq!(told(Lang::Nb), "\u{feff}Navn;Tall\r\n\"Å; \"\"ja\"\"\";1234,6\r\n;0\r\n\"b\nc\";-2\r\n");
        assert!(told(Lang::En).contains(";1234.6\r\n"));
    }

    #[test]
    fn the_same_list_as_a_workbook_has_its_numbers_as_numbers() {
        use fordel_sheets::table::{Cell, Workbook};

        let list = List {
            name: "Sum".into(),
            columns: vec!["Gruppe".into(), "Årsverk".into()],
            rows: vec![vec!["=SPL".into(), ListCell::Number(12.25, 2)]],
        };
        let bytes = xlsx(&list).expect("a workbook");
        let mut book = Workbook::open(&bytes).expect("a workbook");
        let sheet = book.sheet("Sum").expect("its sheet");
        let rows: Vec<_> = sheet.rows().collect();
        assert_eq!(rows[0].get(1), Some(&Cell::Text("Årsverk".into())));
        assert_eq!(rows[1].get(0), Some(&Cell::Text("=SPL".into())), "no formula");
        assert_eq!(rows[1].get(1), Some(&Cell::Number(12.25)));
    }

    #[test]
    fn a_text_that_is_a_number_is_one_with_its_decimals() {
        assert_eq!(number_cell("1\u{a0}234,50"), ListCell::Number(1234.5, 2));
        assert_eq!(number_cell("\u{2212}3"), ListCell::Number(-3.0, 0));
        assert_eq!(number_cell("07–09"), ListCell::Text("07–09".to_owned()));
        assert_eq!(number_cell(""), ListCell::Empty);
    }

    #[test]
    fn nothing_that_a_person_wrote_becomes_a_formula() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\n=1", "＝1"] {
            let cell = escaped(text);
            assert!(cell.trim_start_matches('"').starts_with('\''), "{text:?} is {cell:?}");
        }
        for text in ["a=1", "Stell - seng", "1 + 1", "e@post.no"] {
            assert_eq!(escaped(text), text);
        }
    }
}
