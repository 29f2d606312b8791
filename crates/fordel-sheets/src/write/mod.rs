//! The ward to a workbook in the long form, ready to fill in.
//!
//! * [`ward_book`]: a ward as a workbook that reads back as the same ward; [`ward_book_with_own`], with what the
//!   program doesn't know;
//! * [`template`]: an empty one, or one filled with the example.
//!
//! Both hold instructions, drop-down lists that follow what the user types, checks with messages in plain words, and
//! comments that tell what each column means: [`layout`](self) says what a column looks like, `checks` what Excel
//! checks, `rows` what stands in the cells.

mod checks;
mod form;
mod guide;
mod layout;
mod marks;
mod offered;
mod rows;
pub mod spelled;
mod typed;
mod words;

use fordel_core::ward::Ward;
use fordel_text::Texts;
use rust_xlsxwriter::XlsxError;

use crate::example::example_workbook;
use crate::read::{Gap, Own, default_ward_in, read_ward_bytes};
use marks::Marks;
pub use offered::{FormColumn, form_columns};
pub use typed::{TypedSheet, typed_sheets};
pub(crate) use words::Words;

/// A ward as a workbook in the long form. What remains to be filled in ([`crate::read::Reading::gaps`]) is marked by
/// colour and comment. The same ward gives the same bytes.
///
/// # Errors
/// A ward that Excel couldn't hold, such as one with a text of more than 32 767 characters.
pub fn ward_book(ward: &Ward, gaps: &[Gap], texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    ward_book_with_own(ward, &Own::default(), gaps, texts)
}

/// The same, with the columns and settings of its own that the workbook had which the ward was read from, after the
/// known ones.
///
/// # Errors
/// As [`ward_book`].
pub fn ward_book_with_own(ward: &Ward, own: &Own, gaps: &[Gap], texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    form::book(ward, own, &Marks::new(gaps, texts), texts)
}

/// A workbook to fill in: the default ward's groups and shifts and no tasks; or the example, to learn from.
///
/// # Errors
/// As [`ward_book`].
///
/// # Panics
/// If the example that is built into the program can't be read, which a test rules out.
pub fn template(example: bool, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    if example {
        let ward = read_ward_bytes(example_workbook()).ward.expect("the example can be read");
        return ward_book(&ward, &[], texts);
    }
    ward_book(&default_ward_in(texts.lang()), &[], texts)
}
