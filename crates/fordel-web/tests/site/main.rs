//! The site's pages, asked through the real router on a real database; a file for each subject.

mod by_hand;
mod place;
mod reading;
