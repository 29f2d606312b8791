//! A ward as a plan was made for it, with what the ward's sheets say now of its calendar, activity and people.

use crate::measure::certificates::take_certificates;
use crate::ward::{DriverId, GroupId, Ward};

use super::{Entry, What};

/// The ward with the other's calendar, assumptions of the years ahead, units of drivers, positions, people, absence and
/// certificates. Groups are known by their codes, drivers and courses by their names; what the ward doesn't have is left out.
pub fn with_current(ward: &Ward, now: &Ward) -> Ward {
    let mut current = ward.clone();
    for group in &mut current.groups {
        if let Some(of) = now.group_by_code(&group.code).map(|id| now.group(id)) {
            (group.positions, group.people) = (of.positions, of.people);
            (group.absence, group.holiday_weeks, group.weekly_hours) = (of.absence, of.holiday_weeks, of.weekly_hours);
        }
    }
    for driver in &mut current.drivers {
        if let Some(of) = now.drivers.iter().find(|of| same(&of.name, &driver.name)) {
            driver.by_day = of.by_day;
        }
    }
    current.calendar = now.calendar.iter().filter_map(|entry| entry_of(ward, now, entry)).collect();
    current.projection = now.projection.for_groups_of(now, ward);
    take_certificates(&mut current, now);
    current
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn entry_of(ward: &Ward, now: &Ward, entry: &Entry) -> Option<Entry> {
    let group = |id: GroupId| ward.group_by_code(&now.groups.get(id.0)?.code);
    let driver = |id: DriverId| {
        let name = &now.drivers.get(id.0)?.name;
        ward.drivers.iter().position(|of| same(&of.name, name)).map(DriverId)
    };
    let what = match &entry.what {
        What::AsDay(day) => What::AsDay(*day),
        What::Activity { driver: None, share } => What::Activity { driver: None, share: *share },
        What::Activity { driver: Some(id), share } => What::Activity { driver: Some(driver(*id)?), share: *share },
        What::Fewer { driver: id, units } => What::Fewer { driver: driver(*id)?, units: *units },
        What::Holiday { group: id, people } => What::Holiday { group: group(*id)?, people: *people },
        What::Absence { group: id, people } => What::Absence { group: group(*id)?, people: *people },
        What::Apprentices { group: id, positions } => What::Apprentices { group: group(*id)?, positions: *positions },
    };
    Some(Entry { what, ..entry.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::{Certificate, CourseId, Driver, Person};

    #[test]
    fn groups_are_known_by_code_and_drivers_by_name() {
        let mut ward = sample::ward();
        ward.drivers =
            ["innleggelser", "pasienter"].map(|name| Driver { name: name.into(), by_day: [1.0; 7] }).to_vec();
        let mut now = ward.clone();
        now.groups.swap(0, 2);
        now.groups[2].people = Some(9.0);
        now.drivers.reverse();
        now.drivers[0] = Driver { name: "Pasienter".into(), by_day: [20.0; 7] };
        now.drivers.push(Driver { name: "nye".into(), by_day: [3.0; 7] });
        let entry = |what| Entry {
            from: "2027-07-01".parse().expect("a date"),
            to: "2027-07-31".parse().expect("a date"),
            what,
            note: None,
        };
        now.calendar = vec![
            entry(What::Fewer { driver: DriverId(0), units: 4.0 }),
            entry(What::Holiday { group: GroupId(2), people: 2.0 }),
            entry(What::Activity { driver: Some(DriverId(2)), share: 2.0 }),
        ];
        let certificate = |group: usize| Certificate {
            employee: "a9".into(),
            group: GroupId(group),
            percent: None,
            course: CourseId(0),
            date: "2027-01-01".parse().expect("a date"),
            until: None,
            weekends: None,
        };
        now.certificates = vec![certificate(2)];
        let person =
            |group: usize| Person { employee: "a8".into(), group: GroupId(group), percent: Some(50.0), weekends: None };
        now.people = vec![person(2)];
        let current = with_current(&ward, &now);
        assert_eq!((current.certificates, current.people.clone()), (vec![certificate(0)], vec![person(0)]));
        let whats: Vec<&What> = current.calendar.iter().map(|entry| &entry.what).collect();
        assert_eq!(
            whats,
            [&What::Fewer { driver: DriverId(1), units: 4.0 }, &What::Holiday { group: GroupId(0), people: 2.0 },],
            "what the ward doesn't have is left out"
        );
        assert_eq!((current.drivers[1].by_day, current.drivers[0].by_day), ([20.0; 7], [1.0; 7]));
        assert_eq!((current.groups[0].people, current.groups.len()), (Some(9.0), 3));
        assert_eq!(current.lines, ward.lines);
    }
}
