//! What the store promises, tried on real files.

mod anew;
mod backups;
mod books;
mod branches;
mod chain;
mod crash;
mod deviations;
mod full_disk;
mod ground;
mod lost_updates;
mod measured;
mod opening;
mod people;
mod places;
mod proposals;
mod providers;
mod put_back;
mod shortages;
mod talk;
mod told;
mod undo;
