//! The pictures: shares by group, the day of the ward and of each group, heads by shift.

mod days;
mod shares;
mod staffing;

pub use shares::shares_figure;

use fordel_core::measure::profile::proposed_days;
use fordel_core::time::DaySet;

use super::telling::Telling;
use crate::report::{Block, Section};

/// The chapter of pictures.
pub fn pictures(told: &Telling) -> Vec<Section> {
    let mut section = super::chapter("pictures", told.say("report-pictures"));
    let profiles = proposed_days(told.ward, told.plan);
    if profiles.iter().any(|p| p.intervals.iter().any(|b| b.minutes > 0.0)) {
        section.blocks.push(Block::text(told.say("report-day-read")));
        section.blocks.push(Block::Figure(days::ward_day(told, &profiles)));
        section.blocks.push(Block::Figure(days::group_days(told, &profiles)));
    }
    let rows = staffing::heads_by_shift(told);
    if !rows.is_empty() {
        section.blocks.push(Block::Figure(staffing::staffing_figure(told, rows)));
    }
    if section.blocks.is_empty() { Vec::new() } else { vec![section] }
}

/// Weekdays and weekend, with the words for them.
fn kinds_of_day(told: &Telling) -> [(DaySet, String); 2] {
    [(DaySet::WEEKDAYS, told.say("report-weekday")), (DaySet::WEEKEND, told.say("report-weekend-day"))]
}
