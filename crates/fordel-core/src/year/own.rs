//! What the ward's own people give in a week: their hours, less holiday, planned absence and sick leave.

use crate::calendar::Week;
use crate::plan::Plan;
use crate::ward::{GroupId, Ward};

use super::What;

/// A group's own people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own {
    /// Positions (årsverk): the ward's, or, where it doesn't tell, those that the plan takes.
    pub positions: f64,
    /// People, told the same way.
    pub people: f64,
    /// Whether the ward tells its positions itself.
    pub is_told: bool,
    /// Paid hours a week of one person who is neither on holiday nor expected to be sick: average position × weekly hours
    /// × (1 − absence).
    pub hours_a_person: f64,
}

impl Own {
    /// The group's own people.
    pub fn of(ward: &Ward, plan: &Plan, group: GroupId) -> Own {
        let of = ward.group(group);
        let planned = plan.groups.iter().find(|sum| ward.group_by_code(&sum.group) == Some(group));
        let positions = of.positions.or(planned.map(|sum| sum.fte)).unwrap_or(0.0).max(0.0);
        let people = of.people.or(planned.map(|sum| f64::from(sum.people))).unwrap_or(0.0).max(positions.ceil());
        let average = if people > 0.0 { positions / people } else { 0.0 };
        Own {
            positions,
            people,
            is_told: of.positions.is_some(),
            hours_a_person: average * of.weekly_hours * (1.0 - of.absence),
        }
    }

    /// Paid hours in a week in which so many people are away.
    pub fn hours(&self, away: f64) -> f64 {
        (self.people - away).max(0.0) * self.hours_a_person
    }
}

/// People of a group who are away in a week by the calendar, as an average over its days: (holiday, other absence).
pub fn away_by_calendar(ward: &Ward, group: GroupId, week: Week) -> (f64, f64) {
    let (mut holiday, mut absence) = (0.0, 0.0);
    for date in week.dates() {
        for entry in ward.calendar.iter().filter(|entry| entry.holds_on(date)) {
            match entry.what {
                What::Holiday { group: of, people } if of == group => holiday += people / 7.0,
                What::Absence { group: of, people } if of == group => absence += people / 7.0,
                _ => {}
            }
        }
    }
    (holiday, absence)
}

/// Positions that a group's apprentices fill in a week by the calendar, as an average over its days.
pub fn apprentices_by_calendar(ward: &Ward, group: GroupId, week: Week) -> f64 {
    let of_date = |date| {
        let positions = ward.calendar.iter().filter(|entry| entry.holds_on(date)).map(|entry| match entry.what {
            What::Apprentices { group: of, positions } if of == group => positions,
            _ => 0.0,
        });
        positions.sum::<f64>()
    };
    week.dates().into_iter().map(of_date).sum::<f64>() / 7.0
}

/// Paid hours a week of so many positions, less expected sick leave.
pub fn hours_of_positions(ward: &Ward, group: GroupId, positions: f64) -> f64 {
    let of = ward.group(group);
    positions * of.weekly_hours * (1.0 - of.absence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::days_after;
    use crate::measure::sample;
    use crate::plan::GroupSum;
    use crate::year::Entry;

    #[test]
    fn hours_follow_positions_holiday_and_sick_leave() {
        let mut ward = sample::ward();
        (ward.groups[0].positions, ward.groups[0].people) = (Some(8.0), Some(10.0));
        (ward.groups[0].weekly_hours, ward.groups[0].absence) = (35.5, 0.1);
        let own = Own::of(&ward, &Plan::default(), GroupId(0));
        // 8 × 35.5 × 0.9 = 255.6 with all there, a tenth less with one of ten away.
        assert!((own.hours(0.0) - 255.6).abs() < 1e-9 && (own.hours(1.0) - 230.04).abs() < 1e-9);
        assert_eq!(own.hours(11.0), 0.0);
        let sum = GroupSum {
            group: "HFA".into(),
            fte: 4.4,
            people: 6,
            paid_hours_week: 0.0,
            minutes_week: 0.0,
            week_cost: 0.0,
        };
        let plan = Plan { groups: vec![sum], ..Plan::default() };
        let of_plan = Own::of(&ward, &plan, GroupId(1));
        assert_eq!((of_plan.positions, of_plan.people, of_plan.is_told), (4.4, 6.0, false));
        let nobody = Own::of(&ward, &Plan::default(), GroupId(2));
        assert_eq!((nobody.positions, nobody.hours(0.0)), (0.0, 0.0));
    }

    #[test]
    fn who_is_away_counts_by_days() {
        let mut ward = sample::ward();
        let week = Week { year: 2027, number: 8 };
        let entry =
            |days: i32, what| Entry { from: week.monday(), to: days_after(week.monday(), days - 1), what, note: None };
        ward.calendar = vec![
            entry(7, What::Holiday { group: GroupId(0), people: 2.0 }),
            entry(14, What::Absence { group: GroupId(0), people: 1.0 }),
            entry(7, What::Holiday { group: GroupId(1), people: 5.0 }),
            entry(7, What::Apprentices { group: GroupId(0), positions: 0.5 }),
            entry(14, What::Apprentices { group: GroupId(0), positions: 0.25 }),
        ];
        let (holiday, absence) = away_by_calendar(&ward, GroupId(0), week);
        assert!((holiday - 2.0).abs() < 1e-9 && (absence - 1.0).abs() < 1e-9);
        let apprentices = |week| apprentices_by_calendar(&ward, GroupId(0), week);
        assert!((apprentices(week) - 0.75).abs() < 1e-9 && (apprentices(week.after(1)) - 0.25).abs() < 1e-9);
        assert_eq!(apprentices(week.after(2)), 0.0, "their practice is over");
        let (holiday, absence) = away_by_calendar(&ward, GroupId(0), week.after(1));
        assert!(holiday.abs() < 1e-9 && (absence - 1.0).abs() < 1e-9);
    }
}
