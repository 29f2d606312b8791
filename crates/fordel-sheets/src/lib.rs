//! Excel workbooks to the ward and back; every complaint names sheet, cell and cure.
//!
//! * [`table`]: bytes to sheets of cells, streamed, under caps: the only way bytes from outside come in;
//! * [`columns`]: sheets and columns by their names in both languages;
//! * [`read`]: sheets to the ward, with everything that is wrong or was assumed;
//! * [`plan_book`]: a plan as a workbook made for people, and back;
//! * [`list_book`]: any list as a workbook of one sheet;
//! * [`year_book`]: the year as a workbook;
//! * [`projection_book`]: the years ahead as a workbook whose assumptions can be changed;
//! * [`example`]: the example ward that is built in;
//! * [`usual`]: the usual tasks of each kind of unit, built in;
//! * [`write`]: the ward to a workbook in the long form, ready to fill in.

pub mod columns;
pub mod example;
mod formula_book;
pub mod list_book;
pub mod plan_book;
pub mod projection_book;
pub mod read;
pub mod table;
pub mod usual;
mod wrap;
pub mod write;
pub mod year_book;

pub use example::example_workbook;
pub use read::{Counts, Population, read_counts, read_population};
pub use read::{Entries, Entry, Field, Mapping, PeopleList, Unusable, read_people_list};
pub use read::{
    Form, Gap, Own, OwnColumn, Reading, bytes_of, default_ward, default_ward_in, read_ward, read_ward_bytes,
    read_ward_sheets, read_ward_within,
};
pub use read::{code_key, date_typed, name_key, percent_typed, read_who_is_who, weekends_typed};
pub use read::{identity_number_in, number_in, priority_in, truth_in};
