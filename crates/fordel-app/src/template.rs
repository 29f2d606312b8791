//! An empty workbook to fill in, or a filled one to learn from.

use std::path::Path;

use fordel_text::{Lang, Texts};

use crate::failure::Failure;
use crate::folder::{Saved, save_file};

/// Saves a template; with `example` it is filled in.
///
/// # Errors
/// A place that can't be written.
pub fn template(out: &Path, example: bool, lang: Lang) -> Result<Saved, Failure> {
    let texts = Texts::new(lang);
    let book = fordel_sheets::write::template(example, &texts)
        .map_err(|why| Failure::Document { name: out.display().to_string(), why: why.to_string() })?;
    save_file(out, &book)
}
