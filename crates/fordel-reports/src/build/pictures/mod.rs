//! The pictures: shares by group, the day of the ward and of each group, heads by shift.

mod days;
mod shares;
mod staffing;

pub use shares::shares_figure;

use fordel_core::measure::profile::proposed_days;
use fordel_core::plan::Plan;
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;

use super::telling::Telling;
use crate::report::{Block, Figure, Section};

/// The chapter of pictures.
pub fn pictures(told: &Telling) -> Vec<Section> {
    let mut section = super::chapter("pictures", told.say("report-pictures"));
    let profiles = proposed_days(told.ward, told.plan);
    if profiles.iter().any(|p| p.intervals.iter().any(|b| b.minutes > 0.0)) {
        section.blocks.push(Block::text(told.say("report-day-read")));
        section.blocks.push(Block::Figure(days::ward_day(told, &profiles)));
        section.blocks.push(Block::Figure(days::group_days(told, &profiles, None)));
    }
    let rows = staffing::heads_by_shift(told);
    if !rows.is_empty() {
        section.blocks.push(Block::Figure(staffing::staffing_figure(told, rows)));
    }
    if section.blocks.is_empty() { Vec::new() } else { vec![section] }
}

/// The day of the whole ward by itself, on weekdays and weekend days: work stacked by group against all who are there.
/// None where the plan has no work.
pub fn day_of_ward(ward: &Ward, plan: &Plan, texts: &Texts) -> Option<Figure> {
    let told = Telling::new(ward, plan, texts);
    let profiles = proposed_days(ward, plan);
    let any = profiles.iter().any(|p| p.intervals.iter().any(|b| b.minutes > 0.0));
    any.then(|| days::ward_day(&told, &profiles))
}

/// The day of one group by itself, on weekdays and weekend days. None where it has neither work nor people.
pub fn day_of_group(ward: &Ward, plan: &Plan, group: GroupId, texts: &Texts) -> Option<Figure> {
    let told = Telling::new(ward, plan, texts);
    let figure = days::group_days(&told, &proposed_days(ward, plan), Some(group));
    (!figure.panels.is_empty()).then_some(figure)
}

/// One group on one day of the week, under a title. None where it has neither work nor people.
pub fn group_on_day(
    ward: &Ward,
    plan: &Plan,
    group: GroupId,
    day: Day,
    title: String,
    texts: &Texts,
) -> Option<Figure> {
    days::group_day(&Telling::new(ward, plan, texts), &proposed_days(ward, plan), group, day, title)
}

/// Weekdays and weekend, with the words for them.
fn kinds_of_day(told: &Telling) -> [(DaySet, String); 2] {
    [(DaySet::WEEKDAYS, told.say("report-weekday")), (DaySet::WEEKEND, told.say("report-weekend-day"))]
}
