//! What a shift costs, as numbers and as the hours that the live formulas need.

use fordel_core::time::{Clock, DAY, Day, Stretch, Window};
use fordel_core::ward::{Group, Settings, Shift};

/// Weeks in a year, as costs count them.
pub(super) const WEEKS: f64 = 52.0;

/// Hours of one head on a shift, by the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hours {
    /// From start to end.
    pub length: f64,
    /// Between 17 and 06.
    pub evening_night: f64,
    /// On Saturday or Sunday, by the day on which the shift starts.
    pub weekend: [f64; 7],
}

pub(super) fn hours(shift: &Shift) -> Hours {
    let late = Window { start: Clock(17 * 60), end: Clock(6 * 60) };
    let weekend = Stretch { start: Day(5).start(), minutes: 2 * DAY };
    // Every day has the same evening and night, so any day tells.
    let stretch = shift.window.on(Day(2));
    Hours {
        length: f64::from(shift.window.minutes()) / 60.0,
        evening_night: f64::from(Day::all().map(|d| late.on(d).overlap(stretch)).sum::<u32>()) / 60.0,
        weekend: std::array::from_fn(|d| f64::from(shift.window.on(Day(d as u8)).overlap(weekend)) / 60.0),
    }
}

/// Kroner a week for these heads by weekday: `hourly × (paid + k × (evening/night rate × hours between 17 and 06 +
/// weekend rate × hours on Saturday or Sunday)) ÷ (1 − absence × (1 − refund))`, `k = paid ÷ length`.
pub(super) fn week_cost(group: &Group, settings: &Settings, shift: &Shift, heads: &[u32; 7]) -> f64 {
    let hours = hours(shift);
    let k = shift.paid_hours / hours.length;
    let one_day = |day: usize| {
        shift.paid_hours
            + k * (settings.evening_night_rate * hours.evening_night + settings.weekend_rate * hours.weekend[day])
    };
    let paid: f64 = (0..7).map(|d| f64::from(heads[d]) * one_day(d)).sum();
    group.hourly_kr * paid / (1.0 - group.absence * (1.0 - settings.refund))
}

/// Årsverk for so many paid hours a week: `hours ÷ weekly hours ÷ (1 − absence) × 52 ÷ (52 − holiday weeks)`.
pub(super) fn fte(group: &Group, paid_hours: f64) -> f64 {
    paid_hours / group.weekly_hours / (1.0 - group.absence) * WEEKS / (WEEKS - group.holiday_weeks)
}

/// People that the årsverk and the weekends take: `max(⌈årsverk⌉, k × most weekend heads on a day)`, or those given.
pub(super) fn people(group: &Group, fte: f64, most_weekend_heads: f64) -> f64 {
    group.people.unwrap_or_else(|| (fte.max(group.weekend_every * most_weekend_heads) - ROUNDING).ceil().max(0.0))
}

/// What a sum may lack of a whole number and still be that number.
pub(super) const ROUNDING: f64 = 1e-6;
