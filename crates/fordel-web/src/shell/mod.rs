//! The look of every page: the frame, the parts that pages are made of, the files that browsers load.

mod files;
mod frame;
mod language;
mod trouble;

pub use files::file;
pub(crate) use files::files;
pub use frame::{Frame, Link, Person, Progress, Step, StepLink, breadcrumb, initials, page};
pub use language::{language_of, texts};
pub use trouble::{Trouble, Words, error_page, trouble_page};
