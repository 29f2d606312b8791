//! Random wards that look like real ones, for benchmarks and tests.
//!
//! [`ward`] makes a medical ward with any number of task lines. The same numbers give the same ward on every machine,
//! so that a benchmark names a ward by its size and seed.

mod chance;
mod staff;
mod work;

use std::collections::BTreeMap;

use fordel_core::time::Intervals;
use fordel_core::ward::{Alike, Category, Settings, Ward};

use chance::Chance;

/// The categories in which the lines stand.
const CATEGORIES: [&str; 6] = [
    "Pasientbehandling",
    "Prosedyrer",
    "Legemiddelhåndtering",
    "Ernæring",
    "Renhold/orden/rydding",
    "Administrative oppgaver",
];

/// A ward with so many task lines.
///
/// Its work is proportional to its lines: 190 lines are a ward of about 24 patients with 180 hours of work a day. More
/// than half of the lines stand on a group today that could hand them over. A plan exists: most heads, positions and
/// people are sized so that today's groups could carry their work.
pub fn ward(tasks: usize, seed: u64, alike: Alike) -> Ward {
    let mut chance = Chance::new(seed);
    let drivers = work::drivers(tasks, &mut chance);
    let courses = work::courses();
    let lines = work::lines(tasks, &drivers, &mut chance);
    let staff = staff::Staff::new(tasks, &lines, &drivers);
    let shifts = staff.shifts();
    Ward {
        unit: format!("{tasks} oppgavelinjer, frø {seed}"),
        intervals: Intervals::standard(),
        categories: CATEGORIES.iter().map(|name| Category { name: (*name).to_owned() }).collect(),
        presence: staff.presence(),
        staffing_today: staff.today(&shifts),
        groups: staff.groups(),
        shifts,
        lines,
        drivers,
        courses,
        certificates: Vec::new(),
        people: Vec::new(),
        calendar: Vec::new(),
        projection: Default::default(),
        settings: Settings { alike, ..Settings::default() },
        places: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_give_the_same_ward() {
        assert_eq!(ward(60, 7, Alike::No), ward(60, 7, Alike::No));
        assert_ne!(ward(60, 7, Alike::No).lines, ward(60, 8, Alike::No).lines);
        assert_eq!(ward(60, 7, Alike::Weekdays).lines, ward(60, 7, Alike::No).lines);
    }

    #[test]
    fn wards_are_whole() {
        for tasks in [1, 50, 100, 200, 400] {
            for seed in 0..10 {
                let ward = ward(tasks, seed, Alike::Weekdays);
                assert_eq!(ward.lines.len(), tasks);
                assert_eq!(ward.staffing_today.len(), ward.shifts.len());
                let order = ward.order();
                for line in &ward.lines {
                    assert!(order.lowest_qualified(line).is_some(), "{tasks} lines, seed {seed}, row {}", line.row);
                    assert!(!line.days.is_empty() && (line.bound || line.minutes > 0.0));
                }
                let fits = |shift: &fordel_core::ward::Shift, heads: &[u32; 7]| {
                    shift.days.iter().all(|d| (shift.min..=shift.max).contains(&heads[usize::from(d.0)]))
                };
                assert!(ward.shifts.iter().zip(&ward.staffing_today).all(|(s, heads)| fits(s, heads)));
            }
        }
    }
}
