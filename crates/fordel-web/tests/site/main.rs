//! The site's pages, asked through the real router on a real database; a file for each subject.

mod access;
mod activity;
#[path = "../../../fordel-store/tests/kept/anew.rs"]
mod anew;
mod api;
#[cfg(target_os = "linux")]
mod aside;
mod by_hand;
mod certainty;
mod courses;
#[path = "../../../fordel-core/tests/damage/mod.rs"]
mod damage;
mod damaged;
mod erasing;
mod first_load;
mod full_disk;
mod ground;
mod heads;
mod history;
mod import;
mod library;
mod lists;
mod mapping;
mod now;
mod now_addresses;
mod now_log;
mod outdated;
mod people;
mod people_list;
mod place;
mod pool;
mod population;
mod projection;
mod proposals;
mod proposals_listed;
mod put_back;
mod reading;
mod taken_out;
mod typed;
mod ward;
mod watch;
mod whole_plan;
mod workshop;
mod year;
