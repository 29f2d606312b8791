//! A sheet whose first filled row names its columns and whose other rows hold one thing each.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use fordel_core::complaint::{Place, Value};

use super::kinds::{self, Kind};
use super::told::Told;
use super::words::{self, name_key};
use crate::columns::{self, Name, setting};
use crate::table::{Cell, Row, Sheet, address, column_name};

/// The header is looked for in so many filled rows.
pub const HEADER_WITHIN: usize = 10;

/// A sheet with its columns found.
pub struct Listing<'s> {
    sheet: &'s Sheet,
    header: u32,
    most: usize,
    columns: HashMap<&'static str, u32>,
    headers: HashMap<u32, String>,
    unknown: Vec<(u32, String)>,
    /// Whether a header holds a formula without a value, which has been told: any column may be the one that it names.
    is_unsure: bool,
    /// The column that names what stands beside it, in the sheet of settings.
    named_by: Option<u32>,
    assumed: RefCell<BTreeMap<&'static str, Assumption>>,
}

/// A default that rows of a column took.
struct Assumption {
    name: Name,
    value: Value,
    rows: usize,
}

/// What a cell gave.
#[derive(Clone, Debug, PartialEq)]
pub enum Given<T> {
    /// Nothing stands there.
    Nothing,
    /// Something that can't be used; it has been told.
    Bad,
    /// A value.
    Value(T),
}

impl<T> Given<T> {
    /// The value, if there is a usable one.
    pub fn value(self) -> Option<T> {
        match self {
            Given::Value(value) => Some(value),
            Given::Nothing | Given::Bad => None,
        }
    }
    /// Whether nothing stands there.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Given::Nothing)
    }
    /// Goes on with the value.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Given<U>) -> Given<U> {
        match self {
            Given::Value(value) => next(value),
            Given::Bad => Given::Bad,
            Given::Nothing => Given::Nothing,
        }
    }
}

/// How many of a row's texts name known columns.
fn known(row: Row<'_>, columns: &[Name]) -> usize {
    row.cells.iter().filter(|c| matches!(&c.cell, Cell::Text(text) if find(text, columns).is_some())).count()
}

/// The column that a header names; what stands in brackets after the name doesn't matter.
pub fn find(header: &str, columns: &[Name]) -> Option<Name> {
    let by = |text: &str| {
        let key = name_key(text);
        columns.iter().find(|column| column.spellings().any(|s| name_key(s) == key)).copied()
    };
    by(header).or_else(|| header.split_once(['(', '[']).and_then(|(before, _)| by(before)))
}

/// The row that names the columns: the first that names at least two of them, else the first filled row.
pub fn header_row<'s>(sheet: &'s Sheet, columns: &[Name]) -> Option<Row<'s>> {
    sheet.rows().take(HEADER_WITHIN).find(|row| known(*row, columns) >= 2).or_else(|| sheet.rows().next())
}

impl<'s> Listing<'s> {
    /// Finds the columns. Tells of columns that are unknown, named twice, or needed and missing, and of rows beyond
    /// `most`, which aren't read; `needed` columns are those that every row needs.
    pub fn new(sheet: &'s Sheet, columns: &[Name], needed: &[Name], most: usize, told: &mut Told) -> Listing<'s> {
        Listing::below(sheet, header_row(sheet, columns), columns, needed, most, |_| false, told)
    }

    /// The same below a header that is known; columns that are `taken` are read by their places.
    pub fn below(
        sheet: &'s Sheet,
        header: Option<Row<'s>>,
        columns: &[Name],
        needed: &[Name],
        most: usize,
        taken: impl Fn(u32) -> bool,
        told: &mut Told,
    ) -> Listing<'s> {
        let mut listing = Listing {
            sheet,
            header: 0,
            most,
            columns: HashMap::new(),
            headers: HashMap::new(),
            unknown: Vec::new(),
            is_unsure: false,
            named_by: None,
            assumed: RefCell::default(),
        };
        if let Some(row) = header {
            listing.header = row.number;
            for placed in row.cells {
                let text = placed.cell.shown();
                match find(&text, columns) {
                    _ if taken(placed.col) => drop(listing.headers.insert(placed.col, text)),
                    _ if placed.cell == Cell::Uncomputed => {
                        listing.is_unsure = true;
                        let place = Place::cell(&sheet.name, address(row.number, placed.col));
                        let complaint = kinds::FORMULA_WITHOUT_VALUE.at(place);
                        told.add(complaint.with("column", column_name(placed.col)));
                    }
                    Some(name) if listing.columns.contains_key(name.nb) => {
                        let first = listing.columns[name.nb];
                        let place = Place::cell(&sheet.name, address(row.number, placed.col));
                        let complaint = kinds::COLUMN_TWICE.at(place).with("column", text);
                        let other = listing.headers[&first].as_str();
                        told.add(complaint.with("other", other).with("first", address(row.number, first)));
                    }
                    Some(name) => {
                        listing.columns.insert(name.nb, placed.col);
                        listing.headers.insert(placed.col, text);
                    }
                    None => listing.unknown.push((placed.col, text)),
                }
            }
            if columns == columns::SETTINGS.columns {
                listing.named_by = listing.columns.get(setting::NAME.nb).copied();
            }
            listing.tell_uncomputed(told);
            let headed: BTreeSet<u32> = row.cells.iter().map(|placed| placed.col).collect();
            let filled = listing.records().flat_map(|record| record.row.cells).map(|placed| placed.col);
            let bare: BTreeSet<u32> = filled.filter(|col| !headed.contains(col) && !taken(*col)).collect();
            listing.unknown.extend(bare.into_iter().map(|col| (col, String::new())));
        }
        let missing: Vec<&Name> = columns.iter().filter(|c| !listing.columns.contains_key(c.nb)).collect();
        let spellings: Vec<(String, &str)> =
            missing.iter().flat_map(|c| c.spellings().map(move |s| (name_key(s), c.said_as(s)))).collect();
        for (col, text) in &listing.unknown {
            let near = || words::nearest(&name_key(text), spellings.iter().map(|(key, _)| key.as_str()));
            let is_named = !text.is_empty() && told.has_room(kinds::COLUMN_UNKNOWN.severity);
            let meant = if is_named { near() } else { None };
            let place = Place::cell(&sheet.name, address(listing.header, *col));
            // Without a header it is called by its letter.
            let called = if text.is_empty() { column_name(*col) } else { text.clone() };
            let complaint = kinds::COLUMN_UNKNOWN.at(place).with("column", called);
            told.add(match meant {
                Some(at) => complaint.with("near", 1_u32).with("nearest", spellings[at].1),
                None => complaint.with("near", 0_u32),
            });
        }
        if let Some(beyond) = listing.all_records().nth(most) {
            let place = Place::cell(&sheet.name, format!("{0}:{0}", beyond.number()));
            told.add(kinds::TOO_MANY_ROWS.at(place).with("limit", most));
        }
        if listing.header > 0 && (listing.columns.is_empty() || listing.records().next().is_some()) {
            needed.iter().for_each(|column| listing.require_column(column, told));
        }
        listing
    }

    /// Tells if a column is missing.
    pub fn require_column(&self, column: &Name, told: &mut Told) {
        if !self.has(column) && !self.is_unsure {
            let place = match self.header {
                0 => Place::sheet(&self.sheet.name),
                row => Place::cell(&self.sheet.name, format!("{row}:{row}")),
            };
            told.add(kinds::COLUMN_MISSING.at(place).with("column", column.nb).with("english", column.en));
        }
    }

    /// Tells of the cells in the listing's own columns that hold formulas without a stored value.
    fn tell_uncomputed(&self, told: &mut Told) {
        for record in self.records() {
            for placed in record.row.cells.iter().filter(|placed| placed.cell == Cell::Uncomputed) {
                if self.columns.values().any(|col| *col == placed.col) {
                    let complaint = kinds::FORMULA_WITHOUT_VALUE.at(record.place_at(placed.col));
                    told.add(complaint.with("column", record.called(placed.col).unwrap_or_default()));
                }
            }
        }
    }

    /// The sheet's name as the user wrote it.
    pub fn name(&self) -> &'s str {
        &self.sheet.name
    }

    /// Whether the sheet has the column.
    pub fn has(&self, column: &Name) -> bool {
        self.columns.contains_key(column.nb)
    }

    /// The place of a whole column, or of the sheet if it lacks the column.
    pub fn column_place(&self, column: &Name) -> Place {
        match self.columns.get(column.nb) {
            Some(col) => Place::cell(self.name(), format!("{0}:{0}", column_name(*col))),
            None => Place::sheet(self.name()),
        }
    }

    /// The columns of unknown name, each with its header and what stands beside these records.
    pub fn unknown(&self, records: &[Option<Record<'_, 's>>]) -> impl Iterator<Item = (String, Vec<Option<Cell>>)> {
        let cells = move |col: u32| {
            let is_kept = |cell: &&Cell| **cell != Cell::Uncomputed;
            records.iter().map(|record| record.as_ref()?.row.get(col).filter(is_kept).cloned()).collect()
        };
        self.unknown.iter().map(move |(col, header)| (header.clone(), cells(*col)))
    }

    /// The rows below the header in which at least one known column is filled.
    pub fn records(&self) -> impl Iterator<Item = Record<'_, 's>> + Clone {
        self.all_records().take(self.most)
    }

    fn all_records(&self) -> impl Iterator<Item = Record<'_, 's>> + Clone {
        self.sheet
            .rows()
            .filter(|row| row.number > self.header)
            .filter(|row| row.cells.iter().any(|c| self.headers.contains_key(&c.col)))
            .map(|row| Record { listing: self, row })
    }

    /// Tells which defaults were taken, column by column.
    pub fn tell_assumptions(&self, told: &mut Told) {
        for Assumption { name, value, rows } in self.assumed.take().into_values() {
            told.add(
                kinds::ASSUMED_VALUE
                    .at(self.column_place(&name))
                    .with("column", name.nb)
                    .with("english", name.en)
                    .with("value", value)
                    .with("rows", rows),
            );
        }
    }
}

/// One row of a listing.
#[derive(Clone, Copy)]
pub struct Record<'l, 's> {
    listing: &'l Listing<'s>,
    row: Row<'s>,
}

impl<'l, 's> Record<'l, 's> {
    /// Row number as Excel shows it.
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// What stands in a column.
    pub fn cell(&self, column: &Name) -> Option<&'s Cell> {
        self.row.get(*self.listing.columns.get(column.nb)?)
    }

    /// What stands in a column that is read by its place.
    pub fn at(&self, col: u32) -> Option<&'s Cell> {
        self.row.get(col)
    }

    /// The cell of such a column.
    pub fn place_at(&self, col: u32) -> Place {
        Place::cell(self.listing.name(), address(self.row.number, col))
    }

    /// Whether no formula without a stored value stands in the listing's own columns: each there has been told.
    pub fn is_computed(&self) -> bool {
        let is_own = |col: u32| self.listing.is_unsure || self.listing.columns.values().any(|own| *own == col);
        self.row.cells.iter().all(|placed| placed.cell != Cell::Uncomputed || !is_own(placed.col))
    }

    /// The place of a column in this row; the whole row if the sheet lacks the column.
    pub fn place(&self, column: &Name) -> Place {
        let cell = match self.listing.columns.get(column.nb) {
            Some(col) => address(self.row.number, *col),
            None => format!("{0}:{0}", self.row.number),
        };
        Place::cell(self.listing.name(), cell)
    }

    /// The column as the user named it, else its Norwegian name; the value of a setting goes by the setting's name.
    pub fn header(&self, column: &Name) -> &'l str {
        let named = self.listing.columns.get(column.nb).and_then(|col| self.called(*col));
        named.unwrap_or(column.nb)
    }

    /// What a column is called in this row.
    fn called(&self, col: u32) -> Option<&'l str> {
        match self.listing.named_by.filter(|by| *by != col).and_then(|by| self.row.get(by)) {
            Some(Cell::Text(name)) => Some(name.trim()),
            _ => self.listing.headers.get(&col).map(String::as_str),
        }
    }

    /// A complaint about a cell of this row, with the column's name.
    pub fn complain(&self, kind: Kind, column: &Name) -> fordel_core::complaint::Complaint {
        kind.at(self.place(column)).with("column", self.header(column))
    }

    /// A complaint about what stands in a cell of this row, or in a list there.
    pub fn complain_of(&self, kind: Kind, column: &Name, written: &str) -> fordel_core::complaint::Complaint {
        let whole = self.cell(column).filter(|cell| cell.shown() == written);
        self.complain(kind, column).with("value", whole.map_or_else(|| written.into(), Value::from))
    }

    /// Reads a cell; what can't be read is told as `bad`, with the column and the value.
    pub fn read<T>(
        &self,
        column: &Name,
        bad: Kind,
        read: impl FnOnce(&Cell) -> Option<T>,
        told: &mut Told,
    ) -> Given<T> {
        let Some(cell) = self.cell(column) else { return Given::Nothing };
        match cell {
            // It was told when the columns were found.
            Cell::Uncomputed => return Given::Bad,
            Cell::Error(error) => {
                told.add(self.complain(kinds::CELL_ERROR, column).with("value", error.as_str()));
                return Given::Bad;
            }
            _ => {}
        }
        match read(cell) {
            Some(value) => Given::Value(value),
            None => {
                told.add(self.complain(bad, column).with("value", cell));
                Given::Bad
            }
        }
    }

    /// What a cell holds as text.
    pub fn text(&self, column: &Name, told: &mut Told) -> Given<String> {
        self.read(column, kinds::CELL_ERROR, |cell| Some(cell.shown()), told)
    }

    /// Tells that a cell that is needed is empty, unless its whole column is missing, which has been told.
    pub fn require<T>(&self, column: &Name, given: Given<T>, told: &mut Told) -> Option<T> {
        if given.is_nothing() && self.listing.has(column) {
            told.add(self.complain(kinds::VALUE_MISSING, column));
        }
        given.value()
    }

    /// The value, or the default, which is told column by column at the end; `shown` is how the default is written.
    pub fn or_assume<T>(&self, column: &Name, given: Given<T>, default: T, shown: impl Into<Value>) -> T {
        if given.is_nothing() {
            let mut assumed = self.listing.assumed.borrow_mut();
            let assumption =
                assumed.entry(column.nb).or_insert_with(|| Assumption { name: *column, value: shown.into(), rows: 0 });
            assumption.rows += 1;
        }
        given.value().unwrap_or(default)
    }
}
