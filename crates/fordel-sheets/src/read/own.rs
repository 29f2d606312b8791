//! What a ward's workbook holds of its own: columns and settings that the program doesn't know. They mean nothing here,
//! and go along to the workbook that is written.

use std::collections::HashMap;

use fordel_core::ward::Ward;

use super::listing::{self, Listing, Record};
use super::sheets::Sheets;
use super::shifts;
use super::told::Told;
use super::words::code_key;
use crate::columns::{Name, SETTINGS, SHEETS, STAFFING_TODAY, setting, shift};
use crate::table::Cell;

/// More columns of its own than any sheet has; the rest is left.
const MOST: usize = 1_000;

/// What the program doesn't know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// Columns, sheet by sheet.
    pub columns: Vec<OwnColumn>,
    /// Settings by name, with their values.
    pub settings: Vec<(String, Option<Cell>)>,
}

/// A column that the program doesn't know.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnColumn {
    /// The sheet: its place in [`SHEETS`].
    pub sheet: usize,
    /// The header; empty where cells stand under none.
    pub header: String,
    /// What stands beside each row of the sheet that is written, in order.
    pub cells: Vec<Option<Cell>>,
}

/// What the sheets hold of their own, beside the rows of this ward.
pub(super) fn of(sheets: &Sheets, ward: &Ward) -> Own {
    let mut own = Own::default();
    for (at, names) in SHEETS.iter().enumerate() {
        let Some(sheet) = sheets.get(names) else { continue };
        // All that there is to tell of the sheet was told when it was read for the ward.
        let listing = Listing::new(sheet, names.columns, &[], usize::MAX, &mut Told::default());
        let rows = if names.name == STAFFING_TODAY.name {
            as_today_is_written(&listing, ward)
        } else if names.name == SETTINGS.name {
            let (known, unknown) = settings(&listing);
            own.settings.extend(unknown.iter().map(|r| (text(r, &setting::NAME), r.cell(&setting::VALUE).cloned())));
            known.into_iter().chain(unknown.into_iter().map(Some)).collect()
        } else {
            listing.records().map(Some).collect()
        };
        own.columns.extend(listing.unknown(&rows).take(MOST).map(|(header, cells)| OwnColumn {
            sheet: at,
            header,
            cells,
        }));
    }
    own
}

fn text(record: &Record<'_, '_>, column: &Name) -> String {
    record.cell(column).map(Cell::shown).unwrap_or_default()
}

/// The row that tells of each group and shift name, where there is one.
fn as_today_is_written<'l, 's>(listing: &'l Listing<'s>, ward: &Ward) -> Vec<Option<Record<'l, 's>>> {
    let key = |group: &str, name: &str| (code_key(group), code_key(name));
    let rows: HashMap<_, _> =
        listing.records().map(|r| (key(&text(&r, &shift::GROUP), &text(&r, &shift::SHIFT)), r)).collect();
    let of = |same: Vec<usize>| {
        let first = &ward.shifts[same[0]];
        rows.get(&key(&ward.group(first.group).code, &first.name)).copied()
    };
    shifts::by_name(&ward.shifts).into_iter().map(of).collect()
}

/// The row of each setting, and the rows of settings that aren't known.
fn settings<'l, 's>(listing: &'l Listing<'s>) -> (Vec<Option<Record<'l, 's>>>, Vec<Record<'l, 's>>) {
    let known = |record: &Record<'_, '_>| listing::find(&text(record, &setting::NAME), setting::ALL);
    let row = |name| listing.records().find(|record| known(record) == Some(name));
    let unknown = listing.records().filter(|record| known(record).is_none()).take(MOST);
    (setting::ALL.iter().map(|name| row(*name)).collect(), unknown.collect())
}
