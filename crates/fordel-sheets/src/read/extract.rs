//! A table that another system has given out: CSV, or the first sheet of a workbook that has anything.

use fordel_core::complaint::{Complaint, Place};

use super::kinds;
use crate::table::{Cell, Placed, Sheet, Workbook};

/// Bytes of a CSV file.
const MOST_BYTES: usize = 64 << 20;
/// Filled cells of a CSV file: a million rows of counts with what they are of.
const MOST_CELLS: usize = 5_000_000;

/// The table; none where a workbook is empty.
///
/// # Errors
/// A file that can't be read.
pub fn sheet(bytes: &[u8], name: &str) -> Result<Option<Sheet>, Complaint> {
    if !bytes.starts_with(b"PK") {
        return csv(bytes, name, MOST_CELLS).map(Some);
    }
    let mut book = Workbook::open(bytes)?;
    let names: Vec<String> = book.names().iter().filter(|name| !name.hidden).map(|name| name.name.clone()).collect();
    for name in &names {
        let sheet = book.sheet(name)?;
        if sheet.rows().next().is_some() {
            return Ok(Some(sheet));
        }
    }
    Ok(None)
}

/// A CSV file of at most so many filled cells as a sheet: commas, semicolons or tabs between, quotes around what holds them;
/// UTF-8, else Windows-1252.
fn csv(bytes: &[u8], name: &str, most: usize) -> Result<Sheet, Complaint> {
    if bytes.len() > MOST_BYTES {
        return Err(kinds::FILE_LARGE.at(Place::file()).with("limit", MOST_BYTES as f64 / 1_048_576.0));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        // Letters of Windows-1252 beyond ASCII that Norwegian has stand where Unicode has them.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    if text.contains('\0') {
        return Err(kinds::FILE_FOREIGN.at(Place::file()));
    }
    // Titles with marks of their own may stand above the header, and decimals beside it: the mark is the one that most lines
    // have.
    let lines = |mark: &char| text.lines().take(20).filter(|line| line.contains(*mark)).count();
    let mark = [',', '\t', ';'].into_iter().max_by_key(lines).unwrap_or(';');
    let mut cells = Vec::new();
    let (mut row, mut col, mut quoted) = (1_u32, 0_u32, false);
    let mut field = String::new();
    let mut letters = text.chars().peekable();
    let mut close = |field: &mut String, row: u32, col: u32| {
        let text = std::mem::take(field);
        if !text.trim().is_empty() {
            cells.push(Placed { row, col, cell: Cell::Text(text) });
        }
        if cells.len() > most { Err(kinds::TOO_MANY_CELLS.at(Place::file()).with("limit", most)) } else { Ok(()) }
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted || field.trim().is_empty() => quoted = !quoted,
            letter if letter == mark && !quoted => {
                close(&mut field, row, col)?;
                col = col.saturating_add(1);
            }
            '\n' if !quoted => {
                close(&mut field, row, col)?;
                (row, col) = (row.saturating_add(1), 0);
            }
            '\r' if !quoted => {}
            letter => field.push(letter),
        }
    }
    close(&mut field, row, col)?;
    Ok(Sheet::new(name, cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_cells_than_are_kept_are_refused_and_empty_ones_do_not_count() {
        assert_eq!(csv(b"a;b;;;\n;;c\n", "x", 3).map(|sheet| sheet.rows().count()), Ok(2));
        let refused = csv(b"a;b;;;\n;;c;d\n", "x", 3).map(|sheet| sheet.rows().count());
        assert_eq!(refused.map_err(|complaint| complaint.code), Err(kinds::TOO_MANY_CELLS.code));
    }
}
