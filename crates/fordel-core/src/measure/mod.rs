//! What a plan means, in figures: the measures behind the report and the plan's workbook.
//!
//! Everything here is computed from a [`Ward`] and a [`Plan`](crate::plan::Plan); nothing is solved. Three
//! conventions hold for all of it:
//!
//! * *Nurses* are the ward's scarce groups ([`nurses`]).
//! * Where in the day a line's minutes lie is counted by one rule for today and the proposal alike
//!   ([`work::spread`]), so that no difference stems from where flexible minutes happened to be put.
//! * Cost and årsverk are told against *carried*, today's groups with the cheapest staffing that carries them;
//!   never against today's heads, whose understaffing would hide the gain.

pub mod activity;
pub mod board;
pub mod certificates;
pub mod competence;
pub mod course_order;
pub mod cure;
pub mod day_part;
pub mod distribution;
pub mod findings;
pub mod gain;
pub mod heads;
pub mod hourly;
pub mod moves;
pub mod needs;
pub mod profile;
pub mod proportion;
pub mod safety;
pub mod standstill;
pub mod trial;
pub mod wisn;
pub mod work;

#[cfg(test)]
pub(crate) mod sample;

use crate::ward::{GroupId, Ward};

/// The groups that count as nurses: those marked scarce; where none is marked, the leftmost group.
pub fn nurses(ward: &Ward) -> Vec<GroupId> {
    let scarce: Vec<GroupId> = ward.group_ids().filter(|g| ward.group(*g).scarce).collect();
    if scarce.is_empty() { ward.group_ids().take(1).collect() } else { scarce }
}
