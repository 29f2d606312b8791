//! What each step of relief costs for the hours in which hiring in is justified.

use super::rules::Relief;
use super::{Answer, Hire};
use crate::time::{DAY, WEEK};
use crate::ward::Ward;

/// A step of relief with what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priced {
    /// Which.
    pub relief: Relief,
    /// Kroner for all stretches.
    pub kr: f64,
}

/// Hours of all heads in the stretches.
pub fn hours(hire: &[Hire]) -> f64 {
    hire.iter().map(|h| f64::from(h.heads * h.stretch.minutes) / 60.0).sum()
}

/// The ward's steps in its order: `hourly × (factor × hours + supplements for evening, night and weekend)`. Nothing where
/// hiring in isn't justified.
pub fn steps(ward: &Ward, answer: &Answer) -> Vec<Priced> {
    if answer.hire.is_empty() {
        return Vec::new();
    }
    let price = |factor: f64| answer.hire.iter().map(|hire| kroner(ward, hire, factor)).sum();
    let steps = &ward.settings.shortage.relief;
    steps.iter().map(|step| Priced { relief: step.relief, kr: price(step.factor) }).collect()
}

fn kroner(ward: &Ward, hire: &Hire, factor: f64) -> f64 {
    let settings = &ward.settings;
    let minute = |m: u32| {
        let (clock, day) = (m % DAY, m / DAY);
        let evening = if (6 * 60..17 * 60).contains(&clock) { 0.0 } else { settings.evening_night_rate };
        let weekend = if day >= 5 { settings.weekend_rate } else { 0.0 };
        factor + evening + weekend
    };
    let minutes = (hire.stretch.start..hire.stretch.start + hire.stretch.minutes).map(|m| m % WEEK);
    f64::from(hire.heads) * ward.group(hire.group).hourly_kr * minutes.map(minute).sum::<f64>() / 60.0
}
