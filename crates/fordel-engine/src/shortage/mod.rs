//! The traffic light: with the heads that are really there, what is still done, by whom, what waits, what is left out.
//!
//! The situation becomes a small linear model in minutes; heads of bound work are whole. Its sums are made as small as
//! possible one after the other: red, yellow, green, later than its time, handed over, how much later, and then how much later at
//! hours at which the line isn't done on any day.

mod hire;
mod model;
mod situation;

use fordel_core::plan::Plan;
use fordel_core::shortage::asked::Asked;
use fordel_core::shortage::{Answer, SLACK};
use fordel_core::ward::Ward;

use situation::{Cut, Situation};

/// The best that can be done. The plan must hold for the ward and tell its workload.
pub fn shortage(ward: &Ward, plan: &Plan, asked: &Asked) -> Answer {
    let mut answer = model::solve(&Situation::new(ward, plan, asked, Cut::Changes));
    if answer.sums.red > SLACK {
        answer.hire = hire::justified(&Situation::new(ward, plan, asked, Cut::Hours), &answer);
    }
    answer
}
