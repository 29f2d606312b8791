//! The look of every page: the frame, the parts that pages are made of, the files that browsers load.

mod actions;
mod fields;
mod figures;
mod files;
mod frame;
mod language;
mod notices;
mod tables;
mod trouble;
mod writer;

pub use actions::{Dialog, Weight, button, dialog, link_button, opener, tabs};
pub use fields::{Choice, Field, Input, checkbox, checkbox_of, faults, field, narrowing, radios};
pub use figures::{KeyFigure, key_figures, picture};
pub use files::file;
pub(crate) use files::files;
pub use frame::{Frame, Link, Person, Progress, Step, StepLink, breadcrumb, page};
pub use language::{chosen_language, escaped, language_cookie, language_of, texts, within};
pub use notices::{Notice, empty_state, notice, tag, told_done};
pub use tables::{Head, Row, Sort, data_table, stacking_table, take_out, take_out_named};
pub use trouble::{Trouble, Typed, USED_LINK, Words, Writer, error_page, trouble_page};
pub(crate) use writer::{writer_of, written_by};
