//! Who holds which certificate, until when, and who of those known lacks one that the plan needs.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;

use crate::plan::Plan;
use crate::ward::{Certificate, Course, CourseId, GroupId, Person, Ward, Weekends};

/// How a person stands to a course on the plan's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Never taken, or taken after that date.
    Lacks,
    /// Taken, and over since this day.
    Expired(Date),
    /// Holds until this day, and on it.
    Until(Date),
    /// Holds without an end.
    Holds,
}

impl Standing {
    /// Whether the certificate counts.
    pub fn counts(self) -> bool {
        matches!(self, Standing::Until(_) | Standing::Holds)
    }
}

/// A course that a group's people take in the plan, and how each of those known by pseudonym stands to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The group.
    pub group: GroupId,
    /// The course.
    pub course: CourseId,
    /// People who must take it, as the plan counts them.
    pub lacking: u32,
    /// Those of the group who are known by pseudonym, those who lack it first.
    pub people: Vec<(String, Standing)>,
}

/// Every course of the plan with those who hold and lack it, in the plan's order.
pub fn coverage(ward: &Ward, plan: &Plan) -> Vec<Coverage> {
    let of = |training: &crate::plan::Training| {
        let group = ward.group_by_code(&training.group)?;
        let course = CourseId(ward.courses.iter().position(|course| course.name == training.course)?);
        let mut people: Vec<(String, Standing)> =
            known(ward, group).into_iter().map(|(key, one)| (one.name, standing(ward, group, &key, course))).collect();
        people.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        Some(Coverage { group, course, lacking: training.people, people })
    };
    plan.training.iter().filter_map(of).collect()
}

/// Gives the ward the certificates and people of the same unit at another time, of the groups and courses that the ward knows:
/// groups by their codes, courses by their names.
pub fn take_certificates(ward: &mut Ward, now: &Ward) {
    let group = |id: GroupId| ward.group_by_code(&now.group(id).code);
    let people = now.people.iter().filter_map(|person| Some(Person { group: group(person.group)?, ..person.clone() }));
    let people: Vec<Person> = people.collect();
    ward.certificates = certificates_of(ward, now);
    ward.people = people;
}

fn certificates_of(ward: &Ward, now: &Ward) -> Vec<Certificate> {
    let course = |name: &str| ward.courses.iter().position(|course| course.name == name).map(CourseId);
    let known = |certificate: &Certificate| {
        let group = ward.group_by_code(&now.group(certificate.group).code)?;
        let course = course(&now.courses[certificate.course.0].name)?;
        Some(Certificate { group, course, ..certificate.clone() })
    };
    now.certificates.iter().filter_map(known).collect()
}

/// A certificate that ends: who, in which group, which course, and its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The pseudonym.
    pub employee: String,
    /// Their group.
    pub group: GroupId,
    /// The course.
    pub course: CourseId,
    /// The last day on which it counts.
    pub last: Date,
    /// Whether that was before the day from which it is counted.
    pub over: bool,
    /// Days to it from the day from which it is counted; below zero where it is over.
    pub days_left: i32,
}

/// Certificates that end, counted from a day, the earliest first; of one person and course only the one that lasts longest of
/// those taken by that day or the plan's date, whichever is later.
pub fn endings(ward: &Ward, from: Date) -> Vec<Ending> {
    let by = ward.plan_date().map_or(from, |date| date.max(from));
    let mut endings = Vec::new();
    for group in ward.group_ids() {
        for (key, Known { name: employee, .. }) in known(ward, group) {
            for course in (0..ward.courses.len()).map(CourseId) {
                if let Standing::Until(last) | Standing::Expired(last) = standing_on(ward, group, &key, course, by) {
                    let (over, days_left) = (last < from, (last - from).get_days());
                    endings.push(Ending { employee: employee.clone(), group, course, last, over, days_left });
                }
            }
        }
    }
    endings.sort_by(|a, b| (a.last, a.group, &a.employee).cmp(&(b.last, b.group, &b.employee)));
    endings
}

/// How many of a group hold a course on the plan's date.
pub fn holders(ward: &Ward, group: GroupId, course: CourseId) -> u32 {
    u32::try_from(holding(ward, group, &[course]).len()).unwrap_or(u32::MAX)
}

/// Those of a group who hold all of some courses on the plan's date, by pseudonym in alphabetical order.
pub fn holding(ward: &Ward, group: GroupId, courses: &[CourseId]) -> Vec<String> {
    let holds = |key: &str| courses.iter().all(|course| standing(ward, group, key, *course).counts());
    known(ward, group).into_iter().filter(|(key, _)| holds(key)).map(|(_, one)| one.name).collect()
}

/// Somebody who is known by pseudonym, with what is told first of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// How the pseudonym was first written.
    pub name: String,
    /// Percent of a full position, where it is told.
    pub percent: Option<f64>,
    /// Which weekends the person works, where that is told.
    pub weekends: Option<Weekends>,
    /// Whether they have any certificate, also one that is over.
    pub has_certificate: bool,
}

/// Who the ward's people are: those of the group who are known, with certificates or without, by how pseudonyms are compared.
pub fn known(ward: &Ward, group: GroupId) -> BTreeMap<String, Known> {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let certified = ward.certificates.iter().map(|c| (c.group, &c.employee, c.percent, c.weekends, true));
    let others = ward.people.iter().map(|p| (p.group, &p.employee, p.percent, p.weekends, false));
    for (_, employee, percent, weekends, has_certificate) in certified.chain(others).filter(|row| row.0 == group) {
        let name = employee.trim();
        let first = Known { name: name.to_owned(), percent: None, weekends: None, has_certificate };
        let one = known.entry(name.to_lowercase()).or_insert(first);
        (one.percent, one.weekends) = (one.percent.or(percent), one.weekends.or(weekends));
    }
    known
}

/// Those of a group who have no certificate at all, in alphabetical order.
pub fn without_certificates(ward: &Ward, group: GroupId) -> Vec<String> {
    known(ward, group).into_values().filter(|one| !one.has_certificate).map(|one| one.name).collect()
}

/// How the person stands to the course on the plan's date: by the certificate that lasts longest.
fn standing(ward: &Ward, group: GroupId, key: &str, course: CourseId) -> Standing {
    ward.plan_date().map_or(Standing::Lacks, |date| standing_on(ward, group, key, course, date))
}

/// How the person stands to the course on a date.
fn standing_on(ward: &Ward, group: GroupId, key: &str, course: CourseId, date: Date) -> Standing {
    let taken = ward.certificates.iter().filter(|c| {
        c.group == group && c.course == course && c.date <= date && c.employee.trim().to_lowercase() == key
    });
    let stand = |certificate: &Certificate| match last_day(certificate, &ward.courses[course.0]) {
        None => Standing::Holds,
        Some(last) if last < date => Standing::Expired(last),
        Some(last) => Standing::Until(last),
    };
    taken.map(stand).max().unwrap_or(Standing::Lacks)
}

/// The last day on which a certificate counts: the one told, else by the course; none where it never ends.
fn last_day(certificate: &Certificate, course: &Course) -> Option<Date> {
    let by_course = || {
        let months = Span::new().try_months(i64::from(course.valid_months?)).ok()?;
        certificate.date.checked_add(months).ok()
    };
    certificate.until.or_else(by_course)
}

/// Those of a group who are known: who holds the course on the plan's date, and who doesn't.
pub(super) fn holders_and_others(ward: &Ward, group: GroupId, course: CourseId) -> (Vec<Known>, Vec<Known>) {
    let holds = |key: &str| standing(ward, group, key, course).counts();
    let (holders, others): (Vec<_>, Vec<_>) = known(ward, group).into_iter().partition(|(key, _)| holds(key));
    let people = |those: Vec<(String, Known)>| those.into_iter().map(|(_, one)| one).collect();
    (people(holders), people(others))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::Certificate;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn ward() -> Ward {
        let mut ward = sample::ward();
        let certificate = |employee: &str, date: &str| Certificate {
            employee: employee.into(),
            group: GroupId(2),
            percent: None,
            course: CourseId(0),
            date: day(date),
            until: None,
            weekends: None,
        };
        ward.courses.push(Course { name: "lift".into(), hours: 1.0, fee_kr: 0.0, valid_months: None });
        ward.certificates = vec![
            certificate("A1", "2020-01-31"),
            certificate("A2", "2024-03-31"),
            certificate(" a2", "2020-01-31"),
            Certificate { course: CourseId(1), ..certificate("A3", "2024-05-01") },
        ];
        ward.settings.plan_date = Some(day("2026-06-01"));
        ward
    }

    fn person(employee: &str, percent: Option<f64>) -> Person {
        Person { employee: employee.into(), group: GroupId(2), percent, weekends: None }
    }

    #[test]
    fn who_has_no_course_is_known_too_and_what_is_told_first_counts() {
        let mut ward = ward();
        ward.certificates[1].weekends = Some(Weekends::Every(3.0));
        ward.people = vec![
            person("A9 ", Some(50.0)),
            Person { weekends: Some(Weekends::Never), ..person("A2", Some(80.0)) },
            Person { group: GroupId(0), ..person("S1", None) },
        ];
        let told: Vec<_> = known(&ward, GroupId(2)).into_values().collect();
        let one = |name: &str, percent, weekends, has_certificate| Known {
            name: name.into(),
            percent,
            weekends,
            has_certificate,
        };
        assert_eq!(
            told,
            [
                one("A1", None, None, true),
                one("A2", Some(80.0), Some(Weekends::Every(3.0)), true),
                one("A3", None, None, true),
                one("A9", Some(50.0), None, false)
            ]
        );
        assert_eq!(without_certificates(&ward, GroupId(2)), ["A9"]);
        assert!(ward.knows_people_of(GroupId(0)) && !ward.knows_people_of(GroupId(1)));
        // They are among those who lack it, and among the group's people.
        let covered = coverage(&ward, &sample::plan(&ward));
        assert_eq!(covered[0].people[1], ("A9".to_owned(), Standing::Lacks));
        assert_eq!(holding(&ward, GroupId(2), &[]).len(), 4);
        assert_eq!(holders(&ward, GroupId(2), CourseId(0)), 1);
    }

    #[test]
    fn those_who_lack_it_stand_first_and_the_longest_lasting_certificate_counts() {
        let ward = ward();
        let covered = coverage(&ward, &sample::plan(&ward));
        assert_eq!(covered.len(), 1);
        let told: Vec<(&str, Standing)> = covered[0].people.iter().map(|(name, s)| (name.as_str(), *s)).collect();
        assert_eq!(
            told,
            [
                ("A3", Standing::Lacks),
                ("A1", Standing::Expired(day("2023-01-31"))),
                ("A2", Standing::Until(day("2027-03-31")))
            ]
        );
        assert!(covered[0].people[2].1.counts() && !covered[0].people[1].1.counts());
    }

    #[test]
    fn a_certificate_counts_on_its_last_day() {
        let mut ward = ward();
        ward.settings.plan_date = Some(day("2027-03-31"));
        assert!(standing(&ward, GroupId(2), "a2", CourseId(0)).counts());
        ward.settings.plan_date = Some(day("2027-04-01"));
        assert_eq!(standing(&ward, GroupId(2), "a2", CourseId(0)), Standing::Expired(day("2027-03-31")));
        // Taken after the plan's date: not yet there.
        ward.settings.plan_date = Some(day("2020-01-01"));
        assert_eq!(standing(&ward, GroupId(2), "a2", CourseId(0)), Standing::Lacks);
    }

    #[test]
    fn a_last_day_that_is_told_goes_before_the_courses() {
        let mut ward = ward();
        ward.certificates[1].until = Some(day("2026-05-31"));
        assert_eq!(standing(&ward, GroupId(2), "a2", CourseId(0)), Standing::Expired(day("2026-05-31")));
        ward.certificates[1].until = Some(day("2030-01-01"));
        assert_eq!(standing(&ward, GroupId(2), "a2", CourseId(0)), Standing::Until(day("2030-01-01")));
    }

    #[test]
    fn what_ends_is_told_with_the_earliest_first_and_what_never_ends_is_not() {
        let ward = ward();
        let from = day("2026-06-01");
        let told: Vec<_> = endings(&ward, from).into_iter().map(|e| (e.employee, e.last, e.over)).collect();
        assert_eq!(told, [("A1".to_owned(), day("2023-01-31"), true), ("A2".to_owned(), day("2027-03-31"), false)]);
        assert_eq!(endings(&ward, from)[1].days_left, 303);
    }

    #[test]
    fn what_ends_is_counted_from_the_day_that_is_told_and_not_from_the_plans_date() {
        let mut ward = ward();
        let told = |ward: &Ward, from: &str| {
            let a2 = endings(ward, day(from)).into_iter().find(|e| e.employee == "A2").expect("told");
            (a2.last, a2.over, a2.days_left)
        };
        assert_eq!(told(&ward, "2027-03-31"), (day("2027-03-31"), false, 0));
        assert_eq!(told(&ward, "2027-04-02"), (day("2027-03-31"), true, -2));
        // Renewed after the plan's date: it counts once that day has come.
        ward.certificates.push(Certificate { date: day("2027-03-01"), ..ward.certificates[1].clone() });
        assert_eq!(told(&ward, "2027-02-01").0, day("2027-03-31"));
        assert_eq!(told(&ward, "2027-04-02").0, day("2030-03-01"));
    }
}
