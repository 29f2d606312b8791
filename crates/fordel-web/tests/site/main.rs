//! The site's pages, asked through the real router on a real database; a file for each subject.

mod access;
mod activity;
mod api;
mod by_hand;
mod certainty;
mod courses;
mod erasing;
mod heads;
mod history;
mod import;
mod library;
mod lists;
mod mapping;
mod now;
mod people;
mod people_list;
mod place;
mod pool;
mod population;
mod projection;
mod proposals;
mod reading;
mod ward;
mod watch;
mod workshop;
mod year;
