//! What varies from week to week, and how much.

use fordel_core::simulation::variation::Variation;

use super::super::bounds::Bounds;
use super::super::told::Told;
use super::Rows;
use crate::columns::setting;

/// What is told, the rest as it is by default.
pub(super) fn read(rows: &Rows<'_, '_>, told: &mut Told) -> Variation {
    let mut variation = Variation::default();
    for (name, bounds, value) in [
        (&setting::ILLNESS_SPREAD, Bounds(0.0, 3.0), &mut variation.illness_spread),
        (&setting::COVERED, Bounds(0.0, 1.0), &mut variation.covered),
        (&setting::ACTIVITY_SPREAD, Bounds(0.0, 2.0), &mut variation.activity_spread),
        (&setting::MINUTES_RANGE, Bounds(0.0, 0.95), &mut variation.minutes_range),
    ] {
        if let Some(row) = rows.get(name) {
            *value = row.share_within(&setting::VALUE, bounds, told).value().unwrap_or(*value);
        }
    }
    variation
}
