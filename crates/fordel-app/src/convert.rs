//! The form as wards fill it in, to the long form.

use std::path::Path;

use fordel_core::complaint::Complaint;
use fordel_text::{Lang, Texts};

use crate::failure::Failure;
use crate::files::{self, Opened};
use crate::folder::{Saved, save_file};

/// The long form, and what remains to be filled in.
#[derive(Clone, Debug)]
pub struct Converted {
    /// The ward as read, with what remains to be filled in.
    pub opened: Opened,
    /// Sheets that aren't part of the ward: what stands in them is left where it is.
    pub left: Vec<String>,
    /// Where it was saved.
    pub saved: Saved,
}

/// Converts a workbook to the long form; columns and settings that the program doesn't know go along, sheets don't.
///
/// # Errors
/// A workbook that can't be used, or a place that can't be written.
pub fn convert(wide: &Path, out: &Path, lang: Lang) -> Result<Converted, Failure> {
    let opened = files::read_ward(wide)?;
    let texts = Texts::new(lang);
    let book = fordel_sheets::write::ward_book_with_own(&opened.ward, &opened.own, &opened.gaps, &texts)
        .map_err(|why| Failure::Document { name: out.display().to_string(), why: why.to_string() })?;
    let saved = save_file(out, &book)?;
    let not_read = |complaint: &&Complaint| ["sheet-unknown", "wide-ignored"].contains(&complaint.code);
    let left = opened.complaints.iter().filter(not_read).filter_map(|c| c.place.sheet.clone()).collect();
    Ok(Converted { opened, left, saved })
}
