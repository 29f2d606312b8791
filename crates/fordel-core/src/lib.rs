//! What is true: the ward, the work, the rules, the plan, and the independent checker.
//!
//! This crate reads no file, no clock and no environment, and knows no solver. `docs/model.md` holds the
//! equations; each names the function that computes it.
//!
//! * [`ward`]: what was asked: groups, shifts, task lines, demands, as the workbook or a database gives them;
//! * [`time`]: the cyclic week, its days, intervals and cells;
//! * [`calendar`]: dates, weeks of the year, public holidays;
//! * [`norwegian_time`]: what a moment is called in Norway, and the nights on which the hours change;
//! * [`random`]: chance that repeats;
//! * [`order`]: who covers whom, who qualifies for a line, and why not;
//! * [`plan`]: what was decided, in the shape of `plan.json`;
//! * [`rule`]: every rule by its one name;
//! * [`complaint`]: faults and assumptions in the input: code, place, arguments;
//! * [`check`]: the independent checker;
//! * [`counts`]: counts of activity by date and hour, what is usual and what isn't;
//! * [`year`]: the ward from week to week through a year: what the work asks, what the people give, holiday weeks;
//! * [`projection`]: the personnel that is needed and that there will be, years ahead;
//! * [`shortage`]: what becomes of the work when people are missing on a shift;
//! * [`simulation`]: how sure a plan is, by many weeks that vary;
//! * [`measure`]: what a plan means, in figures, for reports and pages.

pub mod calendar;
pub mod check;
pub mod complaint;
pub mod counts;
pub mod measure;
pub mod norwegian_time;
pub mod order;
pub mod plan;
pub mod projection;
pub mod random;
pub mod rule;
pub mod shortage;
pub mod simulation;
pub mod time;
pub mod ward;
pub mod year;
