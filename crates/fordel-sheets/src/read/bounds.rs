//! Numbers within bounds, told with the bounds where they aren't.

use fordel_core::complaint::{Complaint, Value};

use super::kinds;
use super::listing::{Given, Record};
use super::told::Told;
use super::values;
use crate::columns::Name;

/// Least and most that a number may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds(pub f64, pub f64);

impl Bounds {
    /// Whether the number lies within.
    pub fn hold(self, number: f64) -> bool {
        (self.0..=self.1).contains(&number)
    }

    /// Completes a complaint about a number that doesn't lie within, all times `scale`.
    pub fn passed(self, complaint: Complaint, number: f64, scale: f64) -> Complaint {
        let is_low = u32::from(number < self.0);
        let complaint = complaint.with("value", number * scale).with("low", is_low);
        complaint.with("least", self.0 * scale).with("most", self.1 * scale)
    }
}

impl Record<'_, '_> {
    /// A number within bounds.
    pub fn number_within(&self, column: &Name, bounds: Bounds, told: &mut Told) -> Given<f64> {
        let number = self.read(column, kinds::NOT_A_NUMBER, values::number, told);
        number.and_then(|n| self.hold(column, n, bounds, kinds::OUT_OF_BOUNDS, 1.0, told))
    }

    /// A whole number within bounds.
    pub fn whole_within(&self, column: &Name, bounds: Bounds, told: &mut Told) -> Given<u32> {
        self.number_within(column, bounds, told).and_then(|n| {
            if n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&n) {
                return Given::Value(n as u32);
            }
            told.add(self.complain(kinds::NOT_WHOLE, column).with("value", Value::Written(n)));
            Given::Bad
        })
    }

    /// A share within bounds, as `8 %` or 0.08.
    pub fn share_within(&self, column: &Name, bounds: Bounds, told: &mut Told) -> Given<f64> {
        let share = self.read(column, kinds::NOT_A_SHARE, values::share, told);
        share.and_then(|n| self.hold(column, n, bounds, kinds::SHARE_OUT_OF_BOUNDS, 100.0, told))
    }

    fn hold(
        &self,
        column: &Name,
        n: f64,
        bounds: Bounds,
        kind: kinds::Kind,
        scale: f64,
        told: &mut Told,
    ) -> Given<f64> {
        if bounds.hold(n) {
            return Given::Value(n);
        }
        told.add(bounds.passed(self.complain(kind, column), n, scale));
        Given::Bad
    }

    /// Yes or no.
    pub fn truth(&self, column: &Name, told: &mut Told) -> Given<bool> {
        self.read(column, kinds::NOT_YES_OR_NO, values::truth, told)
    }
}
