//! Columns of the ward's own: a sheet may hold more than the program knows of. They mean nothing here, and go along to
//! the workbook that is written.

use super::listing::Listing;
use super::sheets::Sheets;
use super::told::Told;
use crate::columns::{SETTINGS, SHEETS, STAFFING_TODAY};
use crate::table::Cell;

/// More columns of its own than any sheet has; the rest is left.
const MOST: usize = 1_000;

/// A column that the program doesn't know.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnColumn {
    /// The sheet: its place in [`SHEETS`].
    pub sheet: usize,
    /// The header.
    pub header: String,
    /// What stands beside each thing that the sheet lists, in order.
    pub cells: Vec<Option<Cell>>,
}

/// The own columns of the sheets in which a row is one thing of the ward. Today's staffing and the settings are written
/// with other rows than they were read from, so there nothing can stand beside them.
pub(super) fn columns(sheets: &Sheets) -> Vec<OwnColumn> {
    let mut own = Vec::new();
    for (at, names) in SHEETS.iter().enumerate() {
        let has_own_rows = ![STAFFING_TODAY.name, SETTINGS.name].contains(&names.name);
        if let Some(sheet) = sheets.get(names).filter(|_| has_own_rows) {
            // All that there is to tell of the sheet was told when it was read for the ward.
            let listing = Listing::new(sheet, names.columns, &[], usize::MAX, &mut Told::default());
            own.extend(listing.unknown().take(MOST).map(|(header, cells)| OwnColumn { sheet: at, header, cells }));
        }
    }
    own
}
