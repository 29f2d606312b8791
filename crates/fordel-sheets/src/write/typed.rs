//! The ward as people would have typed it: sheets of rows of text.

use fordel_core::ward::Ward;
use fordel_text::{Lang, Texts};

use super::rows::{self, Entry};
use super::words::Words;
use crate::columns::{SETTINGS, SHEETS};
use crate::read::{Own, OwnColumn};
use crate::table::{Cell, Placed, Sheet};

/// A sheet as text. Sheets and known columns go by their Norwegian names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedSheet {
    /// The sheet's Norwegian name.
    pub name: String,
    /// Headers of the columns that the program doesn't know.
    pub own_columns: Vec<String>,
    /// Its rows: for each filled cell the column and what stands there.
    pub rows: Vec<Vec<(String, String)>>,
}

impl TypedSheet {
    /// The columns, left to right: those of the sheet, then the ward's own. Nothing for a sheet of unknown name.
    pub fn columns(&self) -> Vec<&str> {
        let known = SHEETS.iter().find(|names| names.name.nb == self.name);
        let known = known.into_iter().flat_map(|names| names.columns.iter().map(|column| column.nb));
        known.chain(self.own_columns.iter().map(String::as_str)).collect()
    }

    /// The sheet as cells: its columns' names in row 1, its rows from row 2 on.
    pub fn cells(&self) -> Sheet {
        let columns = self.columns();
        let text =
            |row: u32, col: usize, text: &str| Placed { row, col: col as u32, cell: Cell::Text(text.to_owned()) };
        let mut cells: Vec<Placed> = columns.iter().enumerate().map(|(col, name)| text(1, col, name)).collect();
        for (row, filled) in (2..).zip(&self.rows) {
            for (column, typed) in filled.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
                cells.extend(columns.iter().position(|c| c == column).map(|col| text(row, col, typed)));
            }
        }
        Sheet::new(&self.name, cells)
    }
}

/// The ward's sheets as text, with what the program doesn't know, in the order of [`SHEETS`]; numbers and values as the language writes them. Read again
/// ([`crate::read_ward_sheets`]) they give the same ward.
pub fn typed_sheets(ward: &Ward, own: &Own, texts: &Texts) -> Vec<TypedSheet> {
    let lang = texts.lang();
    let sheet = |(at, mut rows): (usize, Vec<Vec<Entry>>)| {
        let names = &SHEETS[at];
        if names.name == SETTINGS.name {
            rows.extend(own.settings.iter().map(|(name, value)| vec![name.as_str().into(), value.as_ref().into()]));
        }
        let own: Vec<&OwnColumn> = own.columns.iter().filter(|column| column.sheet == at).collect();
        let row = |(k, entries): (usize, Vec<Entry>)| {
            let known = names.columns.iter().zip(&entries).map(|(column, entry)| (column.nb, typed(entry, lang)));
            let unknown = own.iter().map(|column| {
                let entry = Entry::from(column.cells.get(k).and_then(Option::as_ref));
                (column.header.as_str(), typed(&entry, lang))
            });
            known.chain(unknown).filter_map(|(column, text)| Some((column.to_owned(), text?))).collect()
        };
        TypedSheet {
            name: names.name.nb.to_owned(),
            own_columns: own.iter().map(|column| column.header.clone()).collect(),
            rows: rows.into_iter().enumerate().map(row).collect(),
        }
    };
    rows::all(ward, Words(lang)).into_iter().enumerate().map(sheet).collect()
}

/// What a person would type for it.
fn typed(entry: &Entry, lang: Lang) -> Option<String> {
    match entry {
        Entry::Blank => None,
        Entry::Text(text) => Some(text.clone()),
        Entry::Number(number) => {
            let text = number.to_string();
            Some(if lang == Lang::Nb { text.replace('.', ",") } else { text })
        }
        Entry::Date(date) => Some(date.to_string()),
    }
}
