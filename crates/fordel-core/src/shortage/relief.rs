//! What each step of relief costs for the hours in which hiring in is justified.

use super::asked::Moment;
use super::rules::Relief;
use super::{Answer, Hire};
use crate::time::{DAY, DaySet, WEEK};
use crate::ward::Ward;

/// A step of relief with what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priced {
    /// Which.
    pub relief: Relief,
    /// Kroner for all stretches.
    pub kr: f64,
}

/// Hours of all heads in the stretches, as they go by around the shift.
pub fn hours(hire: &[Hire], moment: &Moment) -> f64 {
    hire.iter().map(|h| f64::from(h.heads * moment.minutes(h.stretch)) / 60.0).sum()
}

/// The ward's steps in its order, for the hours in which hiring in is justified. Nothing where it isn't.
pub fn steps(ward: &Ward, answer: &Answer) -> Vec<Priced> {
    priced(ward, &answer.hire, &answer.asked.moment)
}

/// What each of the ward's steps costs for these stretches: `hourly × (factor × hours + supplements for evening, night and
/// weekend + the supplement on public holidays)`, weekend and holiday by the true date. Nothing where there are none.
pub fn priced(ward: &Ward, hire: &[Hire], moment: &Moment) -> Vec<Priced> {
    if hire.is_empty() {
        return Vec::new();
    }
    let price = |factor: f64| hire.iter().map(|hire| kroner(ward, hire, factor, moment)).sum();
    let steps = &ward.settings.shortage.relief;
    steps.iter().map(|step| Priced { relief: step.relief, kr: price(step.factor) }).collect()
}

/// What each of the ward's steps costs for an hour: on average over the stretches in which hiring in is justified, else
/// over the whole shifts of those who are missing. Nothing where nobody is missing.
pub fn an_hour(ward: &Ward, answer: &Answer) -> Vec<Priced> {
    let moment = &answer.asked.moment;
    let shift = |absent: &super::asked::Absent| {
        let shift = &ward.shifts[absent.shift.0];
        Hire { group: shift.group, stretch: shift.window.on(moment.day), heads: absent.heads }
    };
    let whole: Vec<Hire> = answer.asked.absent.iter().map(shift).collect();
    let over = if answer.hire.is_empty() { &whole } else { &answer.hire };
    let hours = hours(over, moment);
    priced(ward, over, moment).into_iter().map(|step| Priced { kr: step.kr / hours, ..step }).collect()
}

/// Whether some of the hours in which hiring in is justified lie on a public holiday.
pub fn on_holiday(answer: &Answer) -> bool {
    let minutes = |hire: &Hire| hire.stretch.start..hire.stretch.start + hire.stretch.minutes;
    answer.hire.iter().flat_map(minutes).any(|minute| lies_in(answer.asked.moment.holidays, minute))
}

/// Whether a minute lies on one of these days.
fn lies_in(days: DaySet, minute: u32) -> bool {
    days.iter().any(|day| u32::from(day.0) == minute % WEEK / DAY)
}

fn kroner(ward: &Ward, hire: &Hire, factor: f64, moment: &Moment) -> f64 {
    let settings = &ward.settings;
    let minute = |m: u32| {
        let clock = m % DAY;
        let evening = if (6 * 60..17 * 60).contains(&clock) { 0.0 } else { settings.evening_night_rate };
        let weekend = if lies_in(moment.weekend, m) { settings.weekend_rate } else { 0.0 };
        let holiday = if lies_in(moment.holidays, m) { settings.holiday_rate } else { 0.0 };
        f64::from(moment.times(m)) * (factor + evening + weekend + holiday)
    };
    let minutes = (hire.stretch.start..hire.stretch.start + hire.stretch.minutes).map(|m| m % WEEK);
    f64::from(hire.heads) * ward.group(hire.group).hourly_kr * minutes.map(minute).sum::<f64>() / 60.0
}
