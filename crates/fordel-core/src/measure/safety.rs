//! The nurses' share before and after, for the note that a proposal with fewer nurses must carry.
//!
//! The studies behind it observe an association between nurse share and mortality, not a cause; the figures are told
//! as such.

use serde::{Deserialize, Serialize};

use super::nurses;
use super::profile::staffing_today;
use crate::measure::gain::paid_hours;
use crate::plan::{Heads, Plan};
use crate::ward::{GroupId, Ward};

/// Odds ratio of dying in hospital for each ten points more of registered nurses among the caregivers.
/// Aiken and others, BMJ Quality & Safety 2017;26:559: 243 hospitals in six countries, 275 519 patients.
pub const ODDS_RATIO_PER_TEN_POINTS: f64 = 0.89;

/// The nurses' share of the ward's paid hours, before and after. Hours a week.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Safety {
    /// With today's heads; none where they aren't told.
    pub today: Option<NurseShare>,
    /// With the comparison's heads; none where there is none, or where no line tells who does it today.
    pub carried: Option<NurseShare>,
    /// Proposed.
    pub proposed: NurseShare,
}

/// Nurses' hours among all hours.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NurseShare {
    /// Nurses' paid hours a week.
    pub nurse_hours: f64,
    /// All paid hours a week.
    pub hours: f64,
}

impl NurseShare {
    /// The share, 0 … 1; 0 where there are no hours.
    pub fn share(&self) -> f64 {
        if self.hours > 0.0 { self.nurse_hours / self.hours } else { 0.0 }
    }
}

impl Safety {
    /// What the proposal is held against: today's heads, or the comparison's where today's aren't told.
    pub fn before(&self) -> Option<NurseShare> {
        self.today.or(self.carried)
    }
    /// Change of the share in percentage points; negative where nurses become a smaller part.
    pub fn points(&self) -> Option<f64> {
        self.before().map(|before| (self.proposed.share() - before.share()) * 100.0)
    }
    /// Whether the note must stand: the nurses' share falls against today or against the comparison.
    pub fn must_warn(&self) -> bool {
        let falls = |before: &NurseShare| self.proposed.share() < before.share() - 1e-9;
        self.today.as_ref().is_some_and(falls) || self.carried.as_ref().is_some_and(falls)
    }
}

/// The odds ratio that goes with a change of the nurses' share by so many percentage points, in the study:
/// `0.89 ^ (points ÷ 10)`.
pub fn associated_odds_ratio(points: f64) -> f64 {
    ODDS_RATIO_PER_TEN_POINTS.powf(points / 10.0)
}

/// The nurses' share today, carried and proposed.
pub fn safety(ward: &Ward, plan: &Plan) -> Safety {
    let (all, nurses): (Vec<GroupId>, Vec<GroupId>) = (ward.group_ids().collect(), nurses(ward));
    let share = |staffing: &[Heads]| NurseShare {
        nurse_hours: paid_hours(ward, &nurses, staffing).total(),
        hours: paid_hours(ward, &all, staffing).total(),
    };
    // Where nobody tells who does what today, "carried" is only another plan.
    let told = ward.lines.iter().any(|line| line.today.is_some());
    Safety {
        today: ward.knows_staffing_today().then(|| share(&staffing_today(ward))),
        carried: (told && !plan.carried.staffing.is_empty()).then(|| share(&plan.carried.staffing)),
        proposed: share(&plan.staffing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    #[test]
    fn swapping_one_of_four_nurses_among_six_gives_the_published_odds() {
        // Six caregivers, four of them nurses: 66.7 %; one nurse swapped for an assistant: 50 %. Published: +21 %.
        let before = NurseShare { nurse_hours: 4.0, hours: 6.0 };
        let after = NurseShare { nurse_hours: 3.0, hours: 6.0 };
        let safety = Safety { today: Some(before), carried: None, proposed: after };
        assert!((safety.points().unwrap() + 16.6667).abs() < 1e-3);
        assert!((associated_odds_ratio(safety.points().unwrap()) - 1.21).abs() < 0.005);
        assert!((associated_odds_ratio(10.0) - 0.89).abs() < 1e-12);
    }

    #[test]
    fn the_note_stands_only_where_the_share_falls() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        let falling = safety(&ward, &plan);
        // Today and carried: only nurses. Proposed: 7 × (7 + 9) + 2 × 7.5 nurse hours of those and 7 × 7.5 more.
        assert_eq!(falling.today.unwrap().share(), 1.0);
        assert_eq!((falling.proposed.nurse_hours, falling.proposed.hours), (127.0, 179.5));
        assert!(falling.must_warn());
        plan.staffing = plan.carried.staffing.clone();
        let same = safety(&ward, &plan);
        assert!(!same.must_warn());
        assert_eq!(same.points(), Some(0.0));
        let mut untold = ward;
        untold.lines.iter_mut().for_each(|line| line.today = None);
        untold.staffing_today.clear();
        assert_eq!(safety(&untold, &plan).before(), None);
    }
}
