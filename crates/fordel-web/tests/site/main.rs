//! The site's pages, asked through the real router on a real database; a file for each subject.

mod place;
mod reading;
