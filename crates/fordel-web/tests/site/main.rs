//! The site's pages, asked through the real router on a real database; a file for each subject.

mod access;
mod activity;
mod api;
#[cfg(target_os = "linux")]
mod aside;
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
mod put_back;
mod reading;
mod typed;
mod ward;
mod watch;
mod workshop;
mod year;
