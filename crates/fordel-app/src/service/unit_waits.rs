//! What waits in a unit: the same points on the organisation's front page and on the unit's own.

use fordel_core::calendar::{Date, days_after};
use fordel_core::measure::certificates::endings;
use fordel_core::ward::Ward;
use fordel_store::ReviewState;

use super::desk::Completeness;
use super::outdated::waits_for_another;
use super::{Failed, Reads};

/// Days ahead within which the end of a certificate is something that waits.
pub const AHEAD: i32 = 90;

/// What waits in a unit, whoever sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitWaits {
    /// How far the mapping has come, and so what it lacks.
    pub completeness: Completeness,
    /// Rows about which people disagree.
    pub disputed: usize,
    /// Objections without an answer.
    pub objections: usize,
    /// Certificates that end within [`AHEAD`] days.
    pub ending: usize,
    /// Whether the unit's plan waits for another one: it is of older sheets, and no proposal is under way.
    pub outdated: bool,
}

/// A point of what can wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingPoint {
    /// Faults in the sheets.
    Faults,
    /// Lines without minutes.
    Minutes,
    /// Lines that don't say who does them today.
    Today,
    /// Lines without a colour for the traffic light.
    Priority,
    /// Rows about which people disagree.
    Disputed,
    /// Objections without an answer.
    Objections,
    /// Certificates that end soon.
    Ending,
    /// A plan of older sheets.
    Outdated,
}

impl UnitWaits {
    /// The points of which there is something, each with how many, in the order in which they are told.
    pub fn points(&self) -> impl Iterator<Item = (WaitingPoint, usize)> + use<> {
        let Completeness { no_minutes, no_today, no_priority, faults, .. } = self.completeness;
        let points = [
            (WaitingPoint::Faults, faults),
            (WaitingPoint::Minutes, no_minutes),
            (WaitingPoint::Today, no_today),
            (WaitingPoint::Priority, no_priority),
            (WaitingPoint::Disputed, self.disputed),
            (WaitingPoint::Objections, self.objections),
            (WaitingPoint::Ending, self.ending),
            (WaitingPoint::Outdated, usize::from(self.outdated)),
        ];
        points.into_iter().filter(|(_, count)| *count > 0)
    }
}

/// The last days of the certificates that count on a day and end, the earliest first.
pub(super) fn last_days(ward: &Ward, today: Date) -> Vec<Date> {
    endings(ward, today).into_iter().filter(|one| !one.over).map(|one| one.last).collect()
}

/// How many of these days are within [`AHEAD`] days from today.
pub(super) fn soon(last_days: &[Date], today: Date) -> usize {
    let soon = today..=days_after(today, AHEAD);
    last_days.iter().filter(|last| soon.contains(last)).count()
}

impl Reads<'_> {
    /// What waits in the unit.
    ///
    /// # Errors
    /// The database; a plan that can't be read any more.
    pub fn waits(&self) -> Result<UnitWaits, Failed> {
        let (desk, today) = (self.desk()?, self.today());
        let under_way = self.proposals()?.iter().filter(|head| head.is_under_way()).count();
        Ok(UnitWaits {
            completeness: desk.completeness(),
            disputed: self.reviews()?.values().filter(|review| review.state == ReviewState::Disputed).count(),
            objections: self.objections()?.iter().filter(|objection| objection.answer.is_none()).count(),
            ending: desk.ward.as_ref().map_or(0, |ward| soon(&last_days(ward, today), today)),
            outdated: waits_for_another(self.plan_is_outdated()?, under_way),
        })
    }
}
