//! The engine, held against every plan there is, against itself with the ward changed, and against known figures.
//! Every plan that any of these tests makes has passed the independent checker first.

mod beside;
mod brute_force;
mod changed;
mod conflicts;
mod course_rules;
mod courses;
mod known;
mod repeated;
mod rows;
mod shortage;
mod shortage_counted;
mod shortage_tried;
mod simulated;
mod small_start;
mod solves;
mod support;
