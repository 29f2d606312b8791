//! Excel workbooks to the ward and back; every complaint names sheet, cell and cure.
//!
//! * [`table`]: bytes to sheets of cells, streamed, under caps: the only way bytes from outside come in;
//! * [`columns`]: sheets and columns by their names in both languages;
//! * [`read`]: sheets to the ward, with everything that is wrong or was assumed.

pub mod columns;
pub mod read;
pub mod table;
