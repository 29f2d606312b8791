//! The site's pages, asked through the real router on a real database; a file for each subject.

mod by_hand;
mod access;
mod api;
mod history;
mod import;
mod people;
mod place;
mod reading;
mod workshop;
