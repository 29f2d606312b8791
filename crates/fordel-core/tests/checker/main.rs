//! The independent checker, held against wards small enough to count by hand, against wards with known figures, and
//! against itself with a rule switched off.

mod comparisons;
mod figures;
mod liten;
mod regler;
mod rules;
mod sample;
mod shortage;
mod today;
mod training;
mod workload;
