//! What heads cost, the positions they take and the people it needs.

use crate::plan::GroupSum;
use crate::time::{DAY, Day};
use crate::ward::{Group, GroupId, Shift, Ward};

use super::decided::starting;
use super::week::minutes;
use super::work::Work;

const EVENING: u32 = 17 * 60;
const MORNING: u32 = 6 * 60;

/// Sums for every group, left to right.
pub(super) fn sums(ward: &Ward, heads: &[[u32; 7]], work: &Work) -> Vec<GroupSum> {
    let sum = |group: GroupId| {
        let fte = fte(ward, heads, group);
        GroupSum {
            group: ward.group(group).code.clone(),
            fte,
            people: ward.group(group).people.unwrap_or_else(|| people_needed(ward, heads, group)).ceil() as u32,
            paid_hours_week: paid_hours(ward, heads, group),
            minutes_week: work.week[group.0],
            week_cost: started(ward, heads, group).map(|(shift, day, n)| n * shift_cost(ward, shift, day)).sum(),
        }
    };
    ward.group_ids().map(sum).collect()
}

/// Kroner for one head on a shift that starts on `day`:
/// `hourly × (paid + k × (evening_night_rate × hours in 17–06 + weekend_rate × hours on Saturday or Sunday))
/// ÷ (1 − absence × (1 − refund))` with `k = paid ÷ length`, the hours told off minute by minute.
pub(crate) fn shift_cost(ward: &Ward, shift: &Shift, day: Day) -> f64 {
    let (mut all, mut evening_night, mut weekend) = (0u32, 0u32, 0u32);
    for minute in minutes(shift.window.on(day)) {
        let (clock, weekday) = (minute as u32 % DAY, minute as u32 / DAY);
        all += 1;
        evening_night += u32::from(!(MORNING..EVENING).contains(&clock));
        weekend += u32::from(weekday >= 5);
    }
    let (group, settings) = (ward.group(shift.group), &ward.settings);
    let paid_share = shift.paid_hours / (f64::from(all) / 60.0);
    let supplements = settings.evening_night_rate * f64::from(evening_night) / 60.0
        + settings.weekend_rate * f64::from(weekend) / 60.0;
    let own_absence = group.absence * (1.0 - settings.refund);
    group.hourly_kr * (shift.paid_hours + paid_share * supplements) / (1.0 - own_absence)
}

/// Paid hours a week of a group.
pub(super) fn paid_hours(ward: &Ward, heads: &[[u32; 7]], group: GroupId) -> f64 {
    started(ward, heads, group).map(|(shift, _, n)| n * shift.paid_hours).sum()
}

/// Årsverk: `paid hours ÷ weekly hours ÷ (1 − absence) × 52 ÷ (52 − holiday weeks)`.
pub(crate) fn fte(ward: &Ward, heads: &[[u32; 7]], group: GroupId) -> f64 {
    let Group { weekly_hours, absence, holiday_weeks, .. } = ward.group(group);
    paid_hours(ward, heads, group) / weekly_hours / (1.0 - absence) * 52.0 / (52.0 - holiday_weeks)
}

/// People that the heads take, as if none were given: `max(⌈fte⌉, k × most weekend heads on a day)` for every k-th
/// weekend. A sum that is whole but for rounding isn't raised to the next.
pub(super) fn people_needed(ward: &Ward, heads: &[[u32; 7]], group: GroupId) -> f64 {
    let weekend = starting(ward, heads, group, Day(5)).max(starting(ward, heads, group, Day(6)));
    let whole = |people: f64| (people - 1e-9).ceil().max(0.0);
    whole(fte(ward, heads, group)).max(whole(ward.group(group).weekend_every * f64::from(weekend)))
}

fn started<'a>(
    ward: &'a Ward,
    heads: &'a [[u32; 7]],
    group: GroupId,
) -> impl Iterator<Item = (&'a Shift, Day, f64)> + 'a {
    let own = ward.shifts.iter().zip(heads).filter(move |(shift, _)| shift.group == group);
    own.flat_map(|(shift, days)| Day::all().map(move |day| (shift, day, f64::from(days[usize::from(day.0)]))))
}
